"""What does NegMAS say of a scenario: its frontier, and its bargaining points on it?"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from negmas import LinearAdditiveUtilityFunction, make_issue  # type: ignore[import-not-found]
from negmas.inout import Scenario  # type: ignore[import-not-found]
from negmas.preferences import ops  # type: ignore[import-not-found]
from negmas.preferences.value_fun import TableFun  # type: ignore[import-not-found]

from benchmarks.solvers.arrays import Arrays

Pair = tuple[float, float]

POINTS: dict[str, Callable[..., Any]] = {
    "nash": ops.nash_points,
    "kalai_smorodinsky": ops.ks_points,
    "egalitarian": ops.kalai_points,
    "welfare": ops.max_welfare_points,
}
"""NegMAS's function for each of our special points."""


@dataclass(frozen=True)
class Asked:
    """A scenario as NegMAS holds it."""

    ufuns: Sequence[Any]
    issues: Sequence[Any]

    @property
    def bounds(self) -> list[Pair]:
        """What the worst and the best package are worth to both sides, of all packages."""
        return [tuple(float(x) for x in ufun.minmax(issues=self.issues, above_reserve=False)) for ufun in self.ufuns]  # type: ignore[misc]


@dataclass(frozen=True)
class Solved:
    """The frontier, and every package that NegMAS names for each point (it names all that tie).

    ``usual``: NegMAS called in the usual way, in which gains count from the worst package where that is better than no
    deal. ``told``: NegMAS told in its argument ``ranges`` that they count from the no-deal values.
    """

    frontier: list[Pair]
    usual: dict[str, list[Pair]]
    told: dict[str, list[Pair]]
    no_deal: Pair
    bounds: list[Pair]


def built(arrays: Arrays) -> Asked:
    """The same numbers as NegMAS utility functions."""
    issues = [make_issue(list(options), name) for name, options in arrays.issues]
    ufuns = [
        LinearAdditiveUtilityFunction(
            values=[
                TableFun(dict(zip(options, table.tolist(), strict=True)))
                for (_, options), table in zip(arrays.issues, side.evaluations, strict=True)
            ],
            weights=list(side.weights),
            issues=issues,
            reserved_value=side.reservation,
            name=side.name,
        )
        for side in arrays.sides
    ]
    return Asked(ufuns, issues)


def loaded(folder: Path) -> Asked:
    """A folder as NegMAS itself reads it, without discounts; no reservation value counts as 0, as everywhere here."""
    scenario = Scenario.load(folder, ignore_discount=True, load_stats=False, load_info=False)
    for ufun in scenario.ufuns:
        if not ufun.reserved_value > float("-inf"):
            ufun.reserved_value = 0.0
    return Asked(scenario.ufuns, scenario.outcome_space.issues)


def frontier(asked: Asked) -> Sequence[Any]:
    """The frontier alone, which is what is timed."""
    return ops.pareto_frontier(asked.ufuns, issues=asked.issues)[0]  # type: ignore[no-any-return]


def solved(asked: Asked) -> Solved:
    """Frontier and points."""
    pairs = frontier(asked)
    no_deal = tuple(float(ufun.reserved_value) for ufun in asked.ufuns)
    bounds = asked.bounds
    ranges = [(low, best) for low, (_, best) in zip(no_deal, bounds, strict=True)]

    def points(**how: Any) -> dict[str, list[Pair]]:
        found = {name: find(asked.ufuns, pairs, issues=asked.issues, **how) for name, find in POINTS.items()}
        return {name: [(float(a), float(b)) for (a, b), _ in all_tied] for name, all_tied in found.items()}

    listed = [(float(a), float(b)) for a, b in pairs]
    return Solved(listed, points(), points(ranges=ranges), (no_deal[0], no_deal[1]), bounds)
