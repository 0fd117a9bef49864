"""Which of the brief goes on the one page, and what is left for the JSON?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from upperhand.model.move import Brief, EvidenceRef, Move, Refused, WantLine, WhatIf
from upperhand.show import words
from upperhand.show.offers_terms import told
from upperhand.show.page import LeftOut, MoveRow, OfferRow, Page, Quote, WantRow
from upperhand.show.reading import outlook, reading

MOST_MOVES, MOST_WANTS, MOST_QUOTES, MOST_UNKNOWNS = 7, 6, 2, 3
MOST_LEFT_OUT, MOST_LINES = 5, 6
_ORIGINS = ("draft", "case", "move")
_VERDICTS = {"block": "left out", "warn": "take care", "rewrite": "say it differently"}


def page(brief: Brief) -> Page:
    """The page: the best seven moves, the six weightiest wants, and how many more there are of each."""
    ranked = sorted(brief.wants, key=lambda w: -w.weight)
    refused = _together(brief.refused)
    return Page(
        title=words.clean(brief.title) or "Untitled",
        me=party(brief.me),
        them=party(brief.them),
        as_of=words.day(brief.as_of),
        unit=words.clean(brief.unit),
        reading=reading(brief.leverage),
        outlook=outlook(brief.predicted_terms, brief.leverage),
        wants=tuple(_want(w, brief.as_of) for w in ranked[:MOST_WANTS]),
        more_wants=max(0, len(ranked) - MOST_WANTS),
        moves=tuple(_move(n, m, brief.as_of) for n, m in enumerate(brief.moves[:MOST_MOVES], 1)),
        more_moves=max(0, len(brief.moves) - MOST_MOVES),
        offers=_offers(brief),
        what_ifs=_first(tuple(what_if(w, brief.unit) for w in brief.what_ifs)),
        left_out=tuple(_left_out(r) for r in refused[:MOST_LEFT_OUT]),
        more_left_out=max(0, len(refused) - MOST_LEFT_OUT),
        unknowns=_unknowns(brief),
        notes=_first(_notes(brief)),
        problems=tuple(words.clean(str(p)) for p in brief.problems),
    )


def _first(lines: tuple[str, ...]) -> tuple[str, ...]:
    if len(lines) <= MOST_LINES:
        return lines
    return (*lines[: MOST_LINES - 1], f"{len(lines) - MOST_LINES + 1} more in --json")


def party(who: Mapping[str, str | None]) -> str:
    """A party on the page: the name, and the role in brackets."""
    name, role = words.clean(who.get("name") or "?"), words.clean(who.get("role") or "")
    return f"{name} ({role})" if role else name


def what_if(scenario: WhatIf, unit: str) -> str:
    """A scenario in one line: what the reading and the price would be, and what that supposes."""
    said = words.clean(scenario.words)
    found = ["leverage unknown" if scenario.leverage is None else f"leverage {words.score(scenario.leverage)}"]
    if scenario.price is not None:
        found.append(f"price {words.amount(scenario.price, unit)}")
    head = f"{words.clean(scenario.name)}: {', '.join(found)}"
    if not said:
        return head
    return f"{head}, {said}" if said.startswith("if ") else f"{head}. {words.sentence(said)}"


def quote(reference: EvidenceRef, today: str | None) -> Quote:
    """One line of evidence as the page shows it."""
    shift = None
    if reference.shift is not None and words.weight(abs(reference.shift)) != ".00":
        shift = f"{'+' if reference.shift > 0 else '−'}{words.weight(abs(reference.shift))}"
    return Quote(words.clean(reference.quote), words.place(reference, today), shift)


def _want(line: WantLine, today: str | None) -> WantRow:
    ranked = sorted(line.evidence, key=lambda e: -abs(e.shift or 0.0))
    says = words.clean(line.says)
    return WantRow(
        name=words.clean(line.want),
        says=says if says and says != words.clean(line.want) else None,
        weight=line.weight,
        low=line.low,
        high=line.high,
        figure=words.weight(line.weight),
        spread=f"{words.weight(line.low)}–{words.weight(line.high)}",
        first=words.percent(line.top_probability),
        quotes=tuple(quote(e, today) for e in ranked[:MOST_QUOTES]),
        more=max(0, len(ranked) - MOST_QUOTES),
        service=_service(line),
    )


def _service(line: WantLine) -> str | None:
    said = []
    if line.served is not None:
        said.append(f"{words.percent(line.served)} met at these terms")
    if line.edge is not None and abs(line.edge) >= 0.05:
        word = "better" if line.edge > 0 else "worse"
        said.append(f"{word} than elsewhere by {words.weight(abs(line.edge))}")
    return ", ".join(said) or None


def _move(rank: int, move: Move, today: str | None) -> MoveRow:
    effect = move.effect
    warnings = [] if move.recommended else [_not_advised(move)]
    if move.caution:
        warnings.append(words.clean(move.caution))
    return MoveRow(
        number=rank,
        kind=move.kind,
        what=words.clean(move.what),
        why=words.sentence(move.why),
        say=words.clean(move.say) if move.say else None,
        when=words.clean(move.when) if move.when else None,
        warning="; ".join(warnings) or None,
        leverage=words.NOTHING if effect.leverage is None else words.score(effect.leverage),
        to_you=words.NOTHING if effect.my_value is None else words.amount_change(effect.my_value),
        chance=words.NOTHING if effect.acceptance is None else words.chance_change(effect.acceptance),
        cost=words.NOTHING if move.cost is None else words.number(move.cost),
        grade=words.clean(move.grade),
        source=words.clean(move.source),
        quotes=tuple(quote(e, today) for e in move.evidence[:MOST_QUOTES]),
    )


_STEPS = {"opening": "open with", "aim": "aim for", "floor": "stop at"}


def _offers(brief: Brief) -> tuple[OfferRow, ...]:
    """Opening, aim and floor, each with all its terms; the steps between are on the page of offers."""
    steps = [step for step in (brief.offers.steps if brief.offers else ()) if step.kind in _STEPS]
    names = [_STEPS[step.kind] for step in steps]
    rows = []
    for name, step in zip(names, steps, strict=True):
        (said,) = told([step.offer], [name]).rows
        chance = step.offer.acceptance
        figures = [f"to you {words.amount(step.offer.mine, brief.unit)}"]
        figures += [] if chance is None else [f"chance of a yes {words.percent(chance)}"]
        rows.append(OfferRow(name, str(said), ", ".join(figures)))
    return tuple(rows)


def _not_advised(move: Move) -> str:
    raises = move.effect.leverage is not None and move.effect.leverage > 0
    return f"not advised: it {'raises your leverage and ' if raises else ''}lowers what you can expect"


def _together(refused: tuple[Refused, ...]) -> list[Refused]:
    """What is refused, drafts first; one entry a text, with every reason and every way out that was found for it."""
    found: dict[tuple[str, str], Refused] = {}
    for entry in sorted(refused, key=lambda r: (_ORIGINS.index(r.origin), tuple(_VERDICTS).index(r.action))):
        known = found.get((entry.origin, entry.text))
        if known is None:
            found[entry.origin, entry.text] = entry
            continue
        why = known.why if entry.why in known.why else f"{words.sentence(known.why)} {words.sentence(entry.why)}"
        instead = known.instead if entry.instead in known.instead else f"{known.instead} {entry.instead}".strip()
        found[entry.origin, entry.text] = replace(known, why=why, instead=instead)
    return list(found.values())


def _left_out(refused: Refused) -> LeftOut:
    return LeftOut(
        verdict=_VERDICTS[refused.action],
        text=words.clean(refused.text),
        why=words.clean(refused.why).rstrip("."),
        instead=words.clean(refused.instead),
        rule=words.clean(refused.rule),
    )


def _unknowns(brief: Brief) -> tuple[str, ...]:
    found = []
    for entry in sorted(brief.leverage.worth_knowing, key=lambda k: -k.share)[:MOST_UNKNOWNS]:
        if entry.share >= 0.01:
            found.append(f"{words.input_name(entry.input)}, {words.percent(entry.share)} of the spread")
    return tuple(found)


def _notes(brief: Brief) -> tuple[str, ...]:
    reference = brief.leverage.reference
    said = [*brief.notes, *brief.leverage.notes, *brief.predicted_terms.notes]
    if reference is not None and reference.note:
        said.append(reference.note)
    if brief.not_built:
        waiting = words.joined(tuple(words.clean(n) for n in brief.not_built))
        said.append(f"not built yet, so not on this page: {waiting}")
    return tuple(dict.fromkeys(words.sentence(s) for s in said if words.clean(s)))
