"""What should I put on the table? Frontier, best packages, plan and the score of their offer, as one result."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from upperhand.errors import Problem
from upperhand.model.case import Case
from upperhand.model.evidence import Response
from upperhand.model.offers import OffersReport, Scored, ValuedPackage
from upperhand.model.package import Package
from upperhand.offers.belief import FRONTIERS, candidates, chance_efficient, drawn_frontiers, is_certain
from upperhand.offers.best import distinct, improved, ranked
from upperhand.offers.direct import sharpened
from upperhand.offers.frontier import Frontier
from upperhand.offers.plan import concession_plan
from upperhand.offers.points import SAME, Points, special_points
from upperhand.offers.score import Field, score
from upperhand.offers.solve import solved
from upperhand.offers.space import Floats
from upperhand.offers.stakes import Stakes, Valuer
from upperhand.offers.table import Table, is_thinned
from upperhand.value.worth import likely, their_value

BEST = 5
NOWHERE = "no package leaves both sides better off than without a deal"


@dataclass(frozen=True)
class OnTable:
    """An offer to score, complete, and which of its terms were filled in."""

    package: Package
    filled: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ground:
    """A case solved: its valuer, the frontier of the mean belief, the candidates and what they come to. ``proven``
    names the special points that are exact although the frontier was thinned; ``certain``: nothing of their values is
    drawn that could change which packages are efficient."""

    valuer: Valuer
    front: Frontier
    drawn: tuple[Frontier, ...]
    field: Field
    proven: frozenset[str] = frozenset()
    certain: bool = False


def solve_case(table: Table, stakes: Stakes, most: int = FRONTIERS) -> Ground:
    """Frontier and candidates of a case; ``most`` draws of their wants are solved for their own frontier."""
    front, proven = _sharp(solved(table.space), stakes)
    valuer = Valuer(table, stakes)
    if not len(front.mine):
        return Ground(valuer, front, (), Field(front.picks, valuer.worths(front.picks), front), proven)
    certain = is_certain(table, stakes)
    drawn = [front] if certain else drawn_frontiers(table, stakes, len(front.mine), most)
    picks = candidates(front, drawn)
    picks, worths = improved(valuer, picks, valuer.worths(picks))
    kept = _not_refused(valuer, worths.theirs)
    if not kept.all():
        picks = picks[kept]
        worths = valuer.worths(picks)
    return Ground(valuer, front, tuple(drawn), Field(picks, worths, front), proven, certain)


def _not_refused(valuer: Valuer, theirs: Floats) -> NDArray[np.bool_]:
    """Which packages are worth more to them than all that they have refused; every one, where none would be left."""
    case, reference = valuer.table.frame.case, valuer.table.frame.reference
    kept = np.ones(len(theirs), dtype=bool)
    for evidence in case.evidence:
        if isinstance(evidence.claim, Response) and not evidence.claim.accepted:
            package = evidence.claim.package
            refused = Package({**reference.terms, **package.terms}, package.features)
            value = float(their_value(valuer.table.frame, refused, valuer.stakes.mean, likely))
            kept &= theirs > value + SAME * abs(value)
    return kept if kept.any() else np.ones(len(theirs), dtype=bool)


def _sharp(front: Frontier, stakes: Stakes) -> tuple[Frontier, frozenset[str]]:
    """Under rules a thinned frontier is given the special points themselves; with the names of those that are
    proven."""
    if front.gap == 0 or not front.space.rules or stakes.known is None or not len(front.mine):
        return front, frozenset()
    sharp = sharpened(front, stakes.known)
    return sharp.frontier, frozenset(sharp.proven)


def report(ground: Ground, on_table: OnTable | None = None, problems: Sequence[Problem] = ()) -> OffersReport:
    """The report of a solved case; ``problems`` are the warnings to show with it."""
    valuer, front, stakes = ground.valuer, ground.front, ground.valuer.stakes
    case = valuer.table.frame.case
    if not len(front.mine):
        return _empty(ground, problems)
    efficient = chance_efficient(front.picks, list(ground.drawn))
    listed = valuer.valued(front.picks, efficient.tolist())
    known = stakes.known
    points = special_points(front.mine, front.theirs, known) if known else None
    nash, kalai_smorodinsky, egalitarian, welfare = _special(listed, points)
    plan = concession_plan(valuer, ground.field.picks, ground.field.worths)
    return OffersReport(
        title=case.title,
        unit=case.unit,
        size=valuer.table.space.size,
        frontier=listed,
        nash=nash,
        kalai_smorodinsky=kalai_smorodinsky,
        egalitarian=egalitarian,
        welfare=welfare,
        exact=True if front.gap == 0 else {"gap": front.gap},
        no_deal={"me": stakes.no_deal[0], "them": stakes.no_deal[1]},
        best=best_packages(ground),
        plan=plan.sentences,
        steps=plan.steps,
        scored=_scored(ground, on_table),
        their_values="exact" if _exact(listed) else "belief",
        reason=_reason(stakes, points),
        notes=(*plan.notes, *_notes(ground)),
        problems=tuple(problems),
    )


def _special(listed: Sequence[ValuedPackage], points: Points | None) -> list[ValuedPackage | None]:
    """Nash, Kalai-Smorodinsky, egalitarian and welfare, as far as they are known."""
    if points is None:
        return [None] * 4
    places = points.nash, points.kalai_smorodinsky, points.egalitarian, points.welfare
    return [None if at is None else listed[at] for at in places]


def best_packages(ground: Ground, most: int = BEST) -> tuple[ValuedPackage, ...]:
    """The packages with the highest expected value that are no worse for me than no deal, the best first."""
    if not len(ground.field.picks) or ground.field.worths.expected is None:
        return ()
    worths, picks = ground.field.worths, ground.field.picks
    floor = ground.valuer.stakes.no_deal[0]
    allowed = worths.mine >= floor - SAME * abs(floor) if floor is not None else np.ones(len(picks), dtype=bool)
    order = ranked(worths, allowed)
    rows = picks[distinct(picks, order, ground.valuer.table.space, most)]
    return ground.valuer.valued(rows, chance_efficient(rows, list(ground.drawn)).tolist())


def _scored(ground: Ground, on_table: OnTable | None) -> Scored | None:
    return None if on_table is None else score(ground.valuer, ground.field, on_table.package, on_table.filled)


def _exact(listed: Sequence[ValuedPackage]) -> bool:
    return all(
        one.low is not None and one.high is not None and one.high - one.low <= 1e-9 * max(abs(one.theirs), 1.0)
        for one in listed
    )


def _reason(stakes: Stakes, points: Points | None) -> str | None:
    if points is None:
        missing = [
            f"{key}.otherwise" for key, value in zip(("mine", "theirs"), stakes.no_deal, strict=True) if value is None
        ]
        return f"unknown, because what a side has without a deal is not given ({', '.join(missing)})"
    return NOWHERE if points.nash is None else None


def _notes(ground: Ground) -> list[str]:
    notes = []
    for issue in ground.valuer.table.frame.case.issues:
        if issue.is_range and (issue.step is None or is_thinned(issue)):
            why = "has no step" if issue.step is None else "has very many steps"
            notes.append(f"{issue.name} {why}: evenly spaced numbers stand for its range")
    space_rules = ground.valuer.table.frame.case.rules
    if ground.field.worths.expected is None:
        notes.append("packages are not ranked: without both no-deal values there is no chance of a yes to weigh")
    if ground.proven:
        names = ", ".join(sorted(name.replace("_", "-") for name in ground.proven))
        notes.append(f"exact all the same: {names}")
    if not ground.certain:
        notes.append(
            f"chances of being efficient come from {len(ground.drawn)} draws of what they want and of your ranges"
        )
    count = len(dict.fromkeys(rule.text for rule in space_rules))
    if count:
        kept = "1 rule between issues is" if count == 1 else f"{count} rules between issues are"
        notes.append(f"{kept} kept by every package listed")
    return notes


def _empty(ground: Ground, problems: Sequence[Problem]) -> OffersReport:
    table, stakes = ground.valuer.table, ground.valuer.stakes
    nothing = nothing_to_offer(table.frame.case, "the rules leave no package: loosen one of them", problems)
    return replace(nothing, size=table.space.size, no_deal={"me": stakes.no_deal[0], "them": stakes.no_deal[1]})


def nothing_to_offer(case: Case, reason: str, problems: Sequence[Problem] = ()) -> OffersReport:
    """A report that only says why there is nothing in it."""
    return OffersReport(
        title=case.title,
        unit=case.unit,
        size=0,
        frontier=(),
        nash=None,
        kalai_smorodinsky=None,
        egalitarian=None,
        welfare=None,
        exact=True,
        no_deal={"me": None, "them": None},
        best=(),
        plan=(),
        steps=(),
        reason=reason,
        problems=tuple(problems),
    )
