"""Lever 2, alter: which true things to cast light on, sized by how settled they are? theory.md 1.4, 2.5 (12b), 2.6.

Light on a want works for me only where my edge on it beats my average edge, because their alternative is valued with
the same weights.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf

from upperhand.beliefs.trace import because
from upperhand.levers.match import served_wants
from upperhand.levers.shift import certainty, how_settled, lighting, malleability, opening
from upperhand.levers.table import NO_EFFECT, Edges, Table, brought, edges
from upperhand.levers.words import claims, quoted, the
from upperhand.limits.guards import future_wording
from upperhand.model.case import Case, Feature, Future, Possibility, Want
from upperhand.model.estimate import Estimate
from upperhand.model.move import Effect, Move
from upperhand.model.package import Package

LIGHT = "Fisher 2017 (attention); Dolgopolova et al. 2021 (small on intentions)"
CERTAIN = "Hoeffler & Ariely 1999"
SHOWCASE = "Volkema 2006"
FUTURE = "Patton & Balakrishnan 2010"
SHADOW = {"commitment": "we will", "intention": "we intend to", "possibility": "it is possible that we"}


def moves(table: Table) -> tuple[Move, ...]:
    """Features to light (in order), possibilities to open, showcases, and future business to offer."""
    return (*_lights(table), *_possibilities(table), *_showcases(table), *_futures(table))


def _lights(table: Table) -> list[Move]:
    found = edges(table)
    if found is None:
        return []
    ranked = []
    for feature in brought(table.case):
        best = _best_light(table, feature, found)
        if best is not None:
            ranked.append((best[1], feature, best[0]))
    ranked.sort(key=lambda item: -item[0])
    return [_light(table, feature, k, found, place) for place, (_, feature, k) in enumerate(ranked, 1)]


def _best_light(table: Table, feature: Feature, found: Edges) -> tuple[int, float] | None:
    """The want on which light on this feature does most: degree x bracket x malleability, where the bracket is > 0."""
    scores = []
    for k, want in enumerate(table.case.wants):
        if feature.serves.get(want.name, 0.0) > 0 and found.weights[k] > 0 and found.bracket[k] > 1e-9:
            c, _ = certainty(table.case, want)
            scores.append((feature.serves[want.name] * found.bracket[k] * malleability(c), k))
    if not scores:
        return None
    score, k = max(scores)
    return k, float(score)


def _light(table: Table, feature: Feature, k: int, found: Edges, place: int) -> Move:
    want = table.case.wants[k]
    c, given = certainty(table.case, want)
    effect = NO_EFFECT
    if table.evaluator is not None and table.evaluator.frame.norm > 0:
        shift = lighting(k, float(found.weights[k]), c, found.counted)
        shown = table.evaluator.version(package=found.package)
        effect = table.try_out(replace(shown, shift=shift), shown)
    rank = sorted(table.belief.mean, reverse=True).index(table.belief.mean[k]) + 1
    overlooked = f"; only their no. {rank} so far" if rank > 2 else ""
    against = f" than {found.alternative}" if found.alternative else " than having no deal"
    mind = f"their mind on it is {how_settled(c)}" + ("" if given else ", it is assumed")
    proof = feature.proof or (f"true on {feature.true_on.isoformat()}" if feature.true_on else None)
    cautions = [f"say the other side too: {feature.drawback}"] if feature.drawback else []
    if proof is None:
        cautions.append("nothing in the case proves it yet: add proof or true_on before you claim it")
    return Move(
        kind="show",
        lever="alter",
        what=f"{feature.name}: light on {want.name}",
        why=f"you serve {want.name} better{against} by {found.edge[k]:.2f}, against {found.average:.2f} on average"
        f"{overlooked}; {mind}",
        effect=effect,
        cost=0.0,
        evidence=because(table.belief, want.name),
        grade="B",
        source=LIGHT,
        say=_light_words(feature, want, spoken=bool(because(table.belief, want.name))),
        caution="; ".join(cautions) or None,
        when=f"at first contact, no. {place}",
    )


def _light_words(feature: Feature, want: Want, *, spoken: bool) -> str:
    start = f"You care for {want.name}: have" if spoken else "Have"
    return f"{start} you noticed {the(feature.name)}?{claims(feature.benefit, feature.drawback)}"


def _possibilities(table: Table) -> list[Move]:
    return [m for p in table.case.possibilities if (m := _possibility(table, p)) is not None]


def _possibility(table: Table, possibility: Possibility) -> Move | None:
    """Name a want they have not thought of, where it helps together with the option or feature that serves it.

    What would pay without the possibility is left to match, so that its gain is not put down to this.
    """
    if possibility.want in table.belief.wants:
        return None
    c, given = certainty(table.case, None)
    best = _Served(None, 0.0, NO_EFFECT)
    if table.evaluator is not None:
        widened = _with_want(table.case, possibility)
        shift = opening(c, table.evaluator.frame.counted)
        tried = [
            _Served(label, cost, table.try_out(table.evaluator.version(case=widened, package=package, shift=shift)))
            for package, label, cost in _served_packages(table, possibility)
        ]
        best = max(tried, key=lambda t: -inf if t.effect.expected_value is None else t.effect.expected_value)
    return Move(
        kind="show",
        lever="alter",
        what=f"a possibility: {possibility.want}" + (f" ({best.label})" if best.label else ""),
        why=f"they have not named it; raised, it takes about {malleability(c):.0%} of their weight"
        + ("" if given else " (their mind assumed open)"),
        effect=best.effect,
        cost=best.cost,
        evidence=(),
        grade="C",
        source=CERTAIN,
        say=f"Have you thought of {possibility.want}? {possibility.says}".strip(),
        when="early, while they are open",
    )


@dataclass(frozen=True)
class _Served:
    """A possibility with what would serve it: in words, at which cost to me, to which effect."""

    label: str | None
    cost: float
    effect: Effect


def _with_want(case: Case, possibility: Possibility) -> Case:
    """The case with the possibility as one more want, served by the options it names."""
    want = Want(possibility.want, possibility.says, Estimate.point(1.0, f"possibilities.{possibility.want}"))
    issues = tuple(
        replace(i, serves={**i.serves, want.name: possibility.serves[i.name]}) if i.name in possibility.serves else i
        for i in case.issues
    )
    return replace(case, wants=(*case.wants, want), issues=issues)


def _served_packages(table: Table, possibility: Possibility) -> list[tuple[Package, str | None, float]]:
    """The reference, and each change of it that serves the new want and would not pay for me anyway, with its cost."""
    now = table.reference
    found: list[tuple[Package, str | None, float]] = [(now, None, 0.0)]
    for issue in table.case.issues:
        for option, degree_of in possibility.serves.get(issue.name, {}).items():
            standing = str(now.terms.get(issue.name))
            if degree_of > possibility.serves[issue.name].get(standing, 0.0):
                cost = table.swap_cost(issue.name, option)
                found.append((now.replacing({issue.name: option}), f"{issue.name}: {option}", cost))
    for feature in table.case.features:
        if feature.serves.get(possibility.want, 0.0) > 0 and feature.name not in now.features and not feature.showcase:
            found.append((now.including(feature.name), f"with {the(feature.name)}", feature.cost.likely))
    return [f for f in found if f[1] is None or not _pays_anyway(table, f[0])]


def _pays_anyway(table: Table, package: Package) -> bool:
    gain = table.try_out(table.with_package(package)).expected_value
    return gain is not None and gain > 0


def _showcases(table: Table) -> list[Move]:
    """Show what is beyond them, then the affordable thing that follows from it, labelled as such."""
    found = []
    for feature in table.case.features:
        if not feature.showcase:
            continue
        derived = table.case.feature(feature.derivative) if feature.derivative else None
        effect, cost, evidence = NO_EFFECT, 0.0, because(table.belief, (served_wants(feature, table) or [""])[0])
        if derived is not None:
            if derived.name not in table.reference.features:
                effect = table.try_out(table.with_package(table.reference.including(derived.name)))
                cost = derived.cost.likely
            wants = served_wants(derived, table)
            evidence = because(table.belief, wants[0]) if wants else evidence
        then = f", then {the(derived.name)}" if derived else ""
        ladder = f" For you I propose {the(derived.name)}." if derived else ""
        found.append(
            Move(
                kind="show",
                lever="alter",
                what=f"{feature.name} as a sample{then}",
                why="a sample shows what you are capable of and opens the mind; it says nothing about the price"
                + ("; the numbers count only what follows from it" if derived else ""),
                effect=effect,
                cost=cost,
                evidence=evidence,
                grade="D",
                source=SHOWCASE,
                say=f"This is a sample of what is possible: {the(feature.name)}.{ladder}",
                caution=None if derived else "name an affordable derivative, or it only raises the bar",
                when="early, labelled as a sample",
            )
        )
    return found


def _futures(table: Table) -> list[Move]:
    """Future business I can truthfully hold out to them, worded no stronger than it is credible."""
    return [
        _future(table, f) for f in table.case.future if f.side == "them" and f.arises == "if_agreed" and not f.counted
    ]


def _future(table: Table, future: Future) -> Move:
    credible = future.credible.likely
    wording = future_wording(credible, table.case.me.authority)
    words = SHADOW[wording] if wording else "it is possible that we"
    return Move(
        kind="offer",
        lever="alter",
        what=f"{future.name}, as {wording or 'nothing yet'}",
        why=f"you give it {credible:.0%}, so say no more than that"
        if wording
        else f"you give it only {credible:.0%}: too little to speak of",
        effect=table.try_out(table.counting(future)),
        cost=None,
        evidence=(),
        grade="B",
        source=FUTURE,
        say=f"If we agree now, {words} do {the(future.name)} together." if wording else None,
        caution="note the promise with a date and keep it" if wording == "commitment" else None,
        recommended=wording is not None,
    )


def allusion_words(future: Future, case: Case) -> str:
    """What to make of future business that they allude to: ask for what would make it firm. ``case`` names them."""
    return (
        f"{case.them.name} speaks of {quoted(future.name)}. Ask what would make it firm, in writing, before it counts"
    )
