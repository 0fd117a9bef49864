"""Lever 1, match: what of mine fits what they want, where is a gap, and what proves it? theory.md 1.3, C8 and C21."""

from __future__ import annotations

import numpy as np

from upperhand.beliefs.trace import because
from upperhand.levers.table import NO_EFFECT, Table, brought
from upperhand.levers.words import claims, listed, quoted, the
from upperhand.model.case import Feature, Issue
from upperhand.model.move import Effect, Move
from upperhand.value.frame import POINTS
from upperhand.value.service import degree, service
from upperhand.value.worth import likely

SPOKEN = frozenset(("statement", "denial", "comparison", "rating"))
"""Kinds of evidence whose quote speaks of the want itself."""

SOURCE = "Volkema 2006; Thompson 1991"

OPEN_GAP = 0.1
"""A want with at least this much weight left unserved is a gap worth a question."""


def moves(table: Table) -> tuple[Move, ...]:
    """Features to add, options to change, proof to bring for what they want most, and gaps to ask about."""
    return (*_features(table), *_options(table), *_whole_package(table), *_proof(table), *_gaps(table))


def served_wants(feature: Feature, table: Table) -> list[str]:
    """The wants a feature serves, the one with the largest weight x degree first."""
    weight = dict(zip(table.belief.wants, table.belief.mean, strict=True))
    return sorted(
        (w for w, s in feature.serves.items() if s > 0 and w in weight),
        key=lambda w: -weight[w] * feature.serves[w],
    )


def _features(table: Table) -> list[Move]:
    found = []
    for feature in table.case.features:
        wants = served_wants(feature, table)
        if feature.showcase or feature.name in table.reference.features or not wants:
            continue
        package = table.reference.including(feature.name)
        found.append(
            Move(
                kind="offer",
                lever="match",
                what=f"{feature.name}: for {listed(wants[:2])}",
                why=_why(table, wants[0], feature),
                effect=table.try_out(table.with_package(package)),
                cost=feature.cost.likely,
                evidence=because(table.belief, wants[0]),
                grade="B",
                source=SOURCE,
                say=_offer_words(feature, wants[0]),
                caution=_caution(table, feature),
                when="once they have said what matters",
            )
        )
    return found


def _why(table: Table, want: str, feature: Feature) -> str:
    weight = table.belief.mean[table.belief.wants.index(want)]
    heard = because(table.belief, want, 1)
    said = f", they said {quoted(heard[0].quote)}" if heard and heard[0].quote and heard[0].kind in SPOKEN else ""
    return f"{want} weighs {weight:.2f} with them{said}; it serves that to {feature.serves[want]:.0%}"


def _offer_words(feature: Feature, want: str) -> str:
    return f"For {want} we can include {the(feature.name)}.{claims(feature.benefit, feature.drawback)}"


def _caution(table: Table, feature: Feature) -> str | None:
    parts = []
    if feature.proof:
        parts.append(f"bring the proof: {feature.proof}")
    elif not feature.true_on:
        parts.append("nothing in the case proves it yet: add proof or true_on before you claim it")
    gain = _counted_as(table, feature) if feature.worth_to_them is None else None
    if gain is not None:
        parts.append(f"no worth_to_them is given: counted as about {gain:,.0f} to them by what it serves")
    return "; ".join(parts) or None


def _counted_as(table: Table, feature: Feature) -> float | None:
    """What including a feature adds to their value at likely values."""
    evaluator = table.evaluator
    if evaluator is None:
        return None
    version = evaluator.version(package=table.reference.including(feature.name))
    return float(evaluator.values(version, likely, evaluator.mean)[1]) - evaluator.as_it_is.v_them


def _options(table: Table) -> list[Move]:
    """For each issue but the price, the best other option for what I can expect."""
    found = []
    for issue in table.case.issues:
        if issue.is_price or issue.is_range or issue.name not in table.reference.terms or table.case.unit == POINTS:
            continue
        tried = []
        for option in issue.options:
            if option != table.reference.terms[issue.name]:
                version = table.with_package(table.reference.replacing({issue.name: option}))
                tried.append((option, table.try_out(version)))
        gains = [(o, e) for o, e in tried if e.expected_value is not None and e.expected_value > 0]
        if gains:
            option, effect = max(gains, key=lambda pair: pair[1].expected_value or 0.0)
            found.append(_option_move(table, issue, option, effect))
    return found


def _option_move(table: Table, issue: Issue, option: str, effect: Effect) -> Move:
    now = str(table.reference.terms[issue.name])
    gained = [w.name for w in table.case.wants if degree(issue, w.name, option) > degree(issue, w.name, now)]
    cost = table.swap_cost(issue.name, option)
    evidence = because(table.belief, gained[0]) if gained else ()
    why = f"serves {listed(gained)} better than “{now}”" if gained else f"worth more to you than “{now}”"
    asked = cost < 0
    return Move(
        kind="ask" if asked else "offer",
        lever="match",
        what=f"{issue.name}: {option} instead of {now}",
        why=why,
        effect=effect,
        cost=cost,
        evidence=evidence,
        grade="B",
        source=SOURCE,
        say=f"If we agree on the rest, could {issue.name} be {option}?"
        if asked
        else f"If we agree on the rest, {issue.name} can be {option}.",
    )


def _whole_package(table: Table) -> list[Move]:
    """Outside money: the package that the positions predict, where it is not the reference."""
    standing, evaluator = table.standing, table.evaluator
    if standing is None or evaluator is None or evaluator.frame.money or standing.prediction.package is None:
        return []
    package, now = standing.prediction.package, table.reference
    changed = [n for n, option in package.terms.items() if now.terms.get(n) != option]
    mine, v_me = standing.prediction.my_value, standing.v_me
    if not changed or mine is None:
        return []
    before, after = (evaluator.chance(evaluator.version(), p) for p in (now, package))
    expected = [c * v + (1.0 - c) * standing.d_me for c, v in ((before, v_me), (after, mine))]
    terms = listed([f"{n}: {package.terms[n]}" for n in changed])
    return [
        Move(
            kind="offer",
            lever="match",
            what=f"a trade: {terms}",
            why="of the packages that waste nothing, the one your two positions point to; against the reference",
            effect=Effect(None, mine - v_me, after - before, expected[1] - expected[0]),
            cost=None,
            evidence=(),
            grade="B",
            source=SOURCE,
            say=f"What if we settled it like this: {terms}?",
        )
    ]


def _proof(table: Table) -> list[Move]:
    """For the two wants that weigh most and are served: their words, what serves it, the proof, a check question."""
    found = []
    order = sorted(zip(table.belief.wants, table.belief.mean, strict=True), key=lambda pair: -pair[1])
    for want, _weight in order[:2]:
        heard = because(table.belief, want, 2)
        carriers = [f for f in brought(table.case) if f.serves.get(want, 0.0) > 0]
        proven = [f for f in carriers if f.proof]
        if not heard or not proven:
            continue
        feature = max(proven, key=lambda f: f.serves[want])
        found.append(
            Move(
                kind="show",
                lever="match",
                what=f"{feature.proof}: proof that {feature.name} serves {want}",
                why=f"they said {quoted(heard[0].quote)}" if heard[0].quote else f"{want} is what they are after",
                effect=NO_EFFECT,
                cost=0.0,
                evidence=heard,
                grade="B",
                source=SOURCE,
                say=f"You spoke of {want}. Here is {the(feature.proof or '')}. Does that answer it?",
            )
        )
    return found


def _reach(best: float) -> str:
    return "nothing you listed serves it" if best <= 0 else f"the best you listed serves it only to {best:.0%}"


def _gaps(table: Table) -> list[Move]:
    """Wants with weight left that nothing I listed would serve better: ask what would."""
    case = table.case
    if not case.wants:
        return []
    everything = table.reference.including(*(f.name for f in case.features if not f.showcase))
    best = service(case, everything)
    for k, want in enumerate(case.wants):
        for issue in case.issues:
            if not issue.is_range:
                best[k] = max(best[k], *(degree(issue, want.name, o) for o in issue.options))
            elif want.name in issue.serves_by_range:
                best[k] = 1.0
    gap = np.array(table.belief.mean) * (1.0 - best)
    return [
        Move(
            kind="ask",
            lever="match",
            what=f"what would help most with {case.wants[k].name}",
            why=f"it weighs {table.belief.mean[k]:.2f} and {_reach(best[k])} (gap {gap[k]:.2f})",
            effect=NO_EFFECT,
            cost=0.0,
            evidence=because(table.belief, case.wants[k].name),
            grade="B",
            source=SOURCE,
            say=f"What would help you most with {case.wants[k].name}?",
        )
        for k in np.argsort(-gap)
        if gap[k] >= OPEN_GAP
    ]
