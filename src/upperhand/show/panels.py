"""What do a reading, a belief and a list of problems look like in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import RenderableType

from upperhand.errors import Problem
from upperhand.model.belief import Belief
from upperhand.model.move import EvidenceRef
from upperhand.model.reading import Layer, Leverage
from upperhand.show import screen as on
from upperhand.show import words
from upperhand.show.reading import STATES, driver_name, outlook, price_issue, reading
from upperhand.show.screen import DIM, STRONG, WARN, Screen
from upperhand.show.selection import quote
from upperhand.show.terminal import quoted, reading_block

if TYPE_CHECKING:
    from upperhand.session import LeverageReport, WantsReport


def leverage(report: LeverageReport, screen: Screen) -> str:
    """The reading with its layers and drivers; with what-ifs, what changed first."""
    parts: list[RenderableType] = [on.text(words.clean(report.title), STRONG), ""]
    if report.before is not None:
        parts += [*_what_if(report, screen), ""]
    parts += list(reading_block(reading(report.leverage), report.leverage.histogram, screen))
    expected = outlook(report.predicted_terms, report.leverage)
    figure = expected.figure or expected.unknown or "unknown"
    parts.append(on.spans((f"{expected.label}  ", on.HEAD), (figure, STRONG if expected.figure else WARN)))
    parts += [on.indented(on.text(" · ".join(filter(None, (expected.spread, *expected.details)))))]
    for block in (_drivers(report.leverage, screen), _layers(report.leverage, screen), _worth_knowing(report.leverage)):
        found = list(block)
        parts += ["", *found] if found else []
    for note in (*report.leverage.notes, *report.predicted_terms.notes):
        parts.append(on.indented(on.text(words.sentence(note), DIM)))
    return on.printed(screen, [*parts, *_check(report.problems)])


def _what_if(report: LeverageReport, screen: Screen) -> Iterator[RenderableType]:
    assumed = ", ".join(words.clean(w) for w in report.what_if)
    yield on.heading("WHAT IF")
    yield on.indented(on.text(assumed))
    old = report.before
    if old is None:
        return
    yield on.labelled("leverage", on.text(f"{_level(old.leverage)} → {_level(report.leverage)}", STRONG), 8, screen)
    prices = f"{_price(old)} → {_price(report)}"
    yield on.labelled("terms", on.text(prices), 8, screen)
    before = {d.name: d.share for d in old.leverage.drivers}
    moved = [(d.name, before.get(d.name, 0.0), d.share) for d in report.leverage.drivers]
    said = [
        f"{driver_name(n)} {words.score(a)} → {words.score(b)}" for n, a, b in moved if words.score(a) != words.score(b)
    ]
    if said:
        yield on.labelled("drivers", on.text(" · ".join(said)), 8, screen)


def _level(found: Leverage) -> str:
    if found.value is None:
        return "unknown"
    spread = words.score_range(found.low, found.high)
    return f"{words.score(found.value)} ({spread})" if spread.startswith("likely") else words.score(found.value)


def _price(report: LeverageReport) -> str:
    found = report.predicted_terms
    if found.terms is None:
        return "unknown"
    unit = report.leverage.unit
    price = price_issue(found, report.leverage.reference) if unit != words.POINTS else None
    return words.terms(found.terms, unit, price)


def _drivers(found: Leverage, screen: Screen) -> Iterator[RenderableType]:
    if found.value is None or not found.drivers:
        return
    yield on.heading("WHAT DRIVES IT")
    top = max(abs(d.share) for d in found.drivers) or 1.0
    half = 8 if screen.is_narrow else 14
    hands = {"no": "given", "partly": "partly yours", "yes": "yours"}
    if not screen.is_narrow:
        hands = {"no": "given", "partly": "partly yours to move", "yes": "yours to move"}
    for driver in sorted(found.drivers, key=lambda d: -abs(d.share)):
        said = words.score(driver.share)
        hand = hands[driver.controllable]
        name = on.text(driver_name(driver.name))
        drawn = on.text(on.signed_bar(driver.share / top if said != "0" else 0.0, half), on.tone(said))
        row = (name, drawn, on.text(said, on.tone(said)), on.text(hand, DIM))
        yield on.indented(on.columns((18, 2 * half + 1, 5, max(8, screen.width - 2 * half - 32)), row, (2,)))


def _layers(found: Leverage, screen: Screen) -> Iterator[RenderableType]:
    if found.layers is None:
        return
    yield on.heading("WHO SEES WHAT")
    layers = found.layers
    named = {"all there is": layers.structural, "what you see": layers.mine, "what they see": layers.theirs}
    for label, layer in named.items():
        yield on.labelled(label, on.text(_layer(layer)), 13, screen)
    if layers.state:
        yield on.indented(on.text(STATES.get(layers.state, words.clean(layers.state)), DIM))


def _layer(layer: Layer) -> str:
    if layer.value is None:
        return words.unknown(layer.reason)
    said = f"{words.score(layer.value)}, {words.score_range(layer.low, layer.high)}"
    if layer.probability_positive is None:
        return said
    return f"{said}, ahead in {words.percent(layer.probability_positive)} of cases"


def _worth_knowing(found: Leverage) -> Iterator[RenderableType]:
    known = [k for k in sorted(found.worth_knowing, key=lambda k: -k.share) if k.share >= 0.01]
    if found.value is None or not known:
        return
    yield on.heading("WORTH FINDING OUT")
    for entry in known[:6]:
        share = f"explains {words.percent(entry.share)} of the spread"
        yield on.indented(on.spans((words.input_name(entry.input), ""), (f"  {share}", DIM)))


def wants(report: WantsReport, screen: Screen) -> str:
    """What they want, how sure that is, and every line behind it."""
    plain = report.to_dict()
    parts: list[RenderableType] = [on.spans(("What they want: ", ""), (words.clean(str(plain["about"])), STRONG)), ""]
    found: Mapping[str, Mapping[str, Any]] = plain["wants"]
    if not found:
        unread = any(p.severity == "error" for p in report.problems)
        why = "nothing there could be read" if unread else "the case names no want of theirs"
        parts.append(on.text(f"Not known: {why}.", WARN))
    ranked = sorted(found.items(), key=lambda pair: -float(pair[1]["weight"]))
    top = max((float(w["high"]) for _, w in ranked), default=1.0) or 1.0
    for name, line in ranked:
        parts += list(_want(name, line, top, screen))
    parts += list(_order(plain))
    parts += list(_silent(report.belief, screen))
    return on.printed(screen, [*parts, *_check(report.problems)])


def _want(name: str, line: Mapping[str, Any], top: float, screen: Screen) -> Iterator[RenderableType]:
    width = screen.width // 4
    weight, low, high = (float(line[key]) for key in ("weight", "low", "high"))
    bar = on.text(on.range_bar(weight / top, high / top, 12), on.MINE)
    spread = on.text(f"{words.weight(low)}–{words.weight(high)}", DIM)
    first = on.text(f"{words.percent(float(line['top_probability']))} to be first", DIM)
    cells = (on.text(words.clean(name), STRONG), bar, words.weight(weight), spread, first)
    yield on.columns((width, 12, 4, 9, 21), cells)
    for entry in line["evidence"]:
        where = entry["quote"], entry["source"], entry.get("line"), entry.get("when"), entry.get("shift")
        known = EvidenceRef(*where, entry.get("kind", "statement"))
        polarity = str(entry.get("polarity") or "").replace("_", " ")
        aside = f"  {polarity}" if polarity == "does not need" else ""
        yield on.indented(quoted(quote(known, None)).append(aside, style=DIM), 4)
    if not line["evidence"]:
        yield on.indented(on.text("your first guess; no evidence yet", DIM), 4)


def _order(plain: Mapping[str, Any]) -> Iterator[RenderableType]:
    order = [words.clean(str(name)) for name in plain.get("order") or ()]
    if len(order) > 1:
        chance = plain.get("order_probability")
        sure = f"  ({words.percent(float(chance))} likely to be this very order)" if chance is not None else ""
        yield ""
        yield on.spans(("order  ", on.HEAD), (", ".join(order), ""), (sure, DIM))
    unlisted = plain.get("unlisted") or ()
    if unlisted:
        yield ""
        yield on.heading("ALSO HEARD, PERHAPS A WANT NOT LISTED")
    for entry in unlisted:
        yield on.indented(quoted(quote(EvidenceRef(entry["quote"], entry["source"], entry.get("line")), None)))


def _silent(belief: Belief, screen: Screen) -> Iterator[RenderableType]:
    idle = [step for step in belief.trace if step.note]
    if idle:
        yield ""
        yield on.heading("READ, AND MOVED NOTHING")
    for step in idle:
        where = words.place(EvidenceRef(step.quote, step.source, step.line, step.when, None, step.kind))
        yield on.indented(on.spans((where, ""), (f"  {words.clean(step.note or '')}", DIM)))


def problems(found: Sequence[Problem], screen: Screen) -> str:
    """Every problem, grouped by file, in the order of the lines, with how to mend it."""
    if not found:
        return on.printed(screen, [on.text("No problems found.", on.MINE)])
    parts: list[RenderableType] = []
    ranked = sorted(found, key=lambda p: (p.file, p.line or 0))
    file = None
    for problem in ranked:
        if problem.file != file:
            file = problem.file
            parts.append(on.text(words.clean(file), STRONG))
        parts.append(_problem(problem, screen))
    errors = sum(p.severity == "error" for p in found)
    parts.append(on.text(_count(errors, len(found) - errors)))
    return on.printed(screen, parts)


def _problem(problem: Problem, screen: Screen) -> RenderableType:
    line = on.text(words.clean(problem.what), "" if problem.severity == "error" else WARN)
    if problem.fix:
        line.append(f" {words.clean(problem.fix)}", style=DIM)
    if problem.severity == "warning":
        line.append(" (warning)", style=DIM)
    where = f"line {problem.line}" if problem.line is not None else "file"
    return on.labelled(where, line, 9, screen)


def _count(errors: int, warnings: int) -> str:
    said = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "problem"), (warnings, "warning")) if n]
    return words.joined(tuple(said)) + "."


def _check(found: Sequence[Problem]) -> list[RenderableType]:
    if not found:
        return []
    return ["", on.heading("PLEASE CHECK"), *(on.indented(on.text(words.clean(str(p)), WARN)) for p in found)]
