"""What is a package worth to whom, how surely, and how likely is a yes? The same answers for every list of packages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from upperhand.model.estimate import Estimate
from upperhand.model.offers import ValuedPackage
from upperhand.model.package import Package
from upperhand.offers.space import Floats, Ints
from upperhand.offers.table import Table
from upperhand.value.response import acceptance
from upperhand.value.worth import Number, Read, likely, my_value, their_value

AT_ONCE = 2_000_000
"""So many values are drawn in one piece."""


@dataclass(frozen=True)
class Stakes:
    """What stands behind the values of a case.

    ``no_deal`` holds my and their no-deal value at likely values, ``None`` where the case does not say;
    ``their_no_deal`` its draws (D,), or one number. ``scale`` is R_them, the range that answers are scaled by.
    ``weights`` (D, K) are draws of what they want, ``read`` the draws (D,) of every estimate; ``mean`` (K,) is the mean
    of the weights.
    """

    no_deal: tuple[float | None, float | None]
    their_no_deal: Floats | float | None
    scale: float
    weights: Floats
    mean: Floats
    read: Read = likely

    @property
    def known(self) -> tuple[float, float] | None:
        """Both no-deal values, or ``None`` where one is not known."""
        mine, theirs = self.no_deal
        return None if mine is None or theirs is None else (mine, theirs)


@dataclass(frozen=True)
class Worths:
    """Packages (n,) and what they come to: see `ValuedPackage`."""

    mine: Floats
    theirs: Floats
    low: Floats
    high: Floats
    acceptance: Floats | None
    expected: Floats | None


class Valuer:
    """Values packages of one table on the same draws."""

    def __init__(self, table: Table, stakes: Stakes) -> None:
        self.table, self.stakes = table, stakes

    def worths(self, picks: Ints) -> Worths:
        """The packages (n, columns), in pieces."""
        space = self.table.space
        mine, theirs = space.values(picks)
        drawn = [self._summary(piece) for piece in self._pieces(picks)]
        low, high, chance = (np.concatenate(part) for part in zip(*drawn, strict=True)) if drawn else (np.zeros(0),) * 3
        return self._with_chance((mine, theirs), (low, high), chance)

    def expected(self, picks: Ints) -> Floats | None:
        """Expected value of the packages (n, columns) alone; ``None`` where it is not known."""
        outside, floor = self.stakes.their_no_deal, self.stakes.no_deal[0]
        if outside is None or floor is None:
            return None
        parts = [self._chance(piece, outside) for piece in self._pieces(picks)]
        chance = np.concatenate(parts) if parts else np.zeros(0)
        return np.asarray(chance * self.table.space.values(picks)[0] + (1.0 - chance) * floor)

    def package(self, package: Package) -> ValuedPackage:
        """Any package with all its terms, one that no choice of the table makes included (a price off its steps)."""
        frame, stakes = self.table.frame, self.stakes
        mine = float(my_value(frame, package, likely))
        theirs = float(their_value(frame, package, stakes.mean, likely))
        drawn = np.asarray(their_value(frame, package, stakes.weights, stakes.read), dtype=float)
        low, high, chance = self._summary(np.broadcast_to(drawn, len(stakes.weights))[np.newaxis, :])
        worth = self._with_chance((np.array([mine]), np.array([theirs])), (low, high), chance)
        return _valued(package, worth, 0)

    def valued(self, picks: Ints, efficient: Sequence[float | None] | None = None) -> tuple[ValuedPackage, ...]:
        """The packages (n, columns) as results; ``efficient`` are their chances of being so."""
        worth = self.worths(picks)
        return tuple(
            _valued(self.table.space.package(row), worth, i, None if efficient is None else efficient[i])
            for i, row in enumerate(picks)
        )

    def _summary(self, drawn: Floats) -> tuple[Floats, Floats, Floats]:
        """10th and 90th percentile of their value, and the chance of a yes (NaN: not known), each (n,)."""
        low, high = np.quantile(drawn, [0.1, 0.9], axis=1)
        outside = self.stakes.their_no_deal
        if outside is None:
            return low, high, np.full(len(drawn), np.nan)
        return low, high, self._chance(drawn, outside)

    def _pieces(self, picks: Ints) -> Iterator[Floats]:
        """Their value in every draw, (n, D), so many packages at a time."""
        step = max(1, AT_ONCE // max(len(self.stakes.weights), 1))
        for i in range(0, len(picks), step):
            yield self.table.drawn(picks[i : i + step], self.stakes.weights, self.stakes.read)

    def _chance(self, drawn: Floats, outside: Floats | float) -> Floats:
        return np.asarray(np.asarray(acceptance(drawn - outside, self.stakes.scale)).mean(axis=1))

    def _with_chance(self, values: tuple[Floats, Floats], ends: tuple[Floats, Floats], chance: Floats) -> Worths:
        mine, theirs = values
        known = not np.isnan(chance).any()
        outside = self.stakes.no_deal[0]
        expected = chance * mine + (1.0 - chance) * outside if known and outside is not None else None
        return Worths(mine, theirs, ends[0], ends[1], chance if known else None, expected)


def _valued(package: Package, worth: Worths, i: int, efficient: float | None = None) -> ValuedPackage:
    return ValuedPackage(
        package=dict(package.terms),
        features=tuple(sorted(package.features)),
        mine=float(worth.mine[i]),
        theirs=float(worth.theirs[i]),
        # A mean of skewed draws may lie beyond their central 80 %.
        low=float(min(worth.low[i], worth.theirs[i])),
        high=float(max(worth.high[i], worth.theirs[i])),
        acceptance=None if worth.acceptance is None else float(worth.acceptance[i]),
        efficient=efficient,
        expected=None if worth.expected is None else float(worth.expected[i]),
    )


def first_draws(read: Read, count: int) -> Read:
    """The same reading, of the first ``count`` draws only."""

    def few(estimate: Estimate) -> Number:
        drawn = read(estimate)
        return drawn[:count] if isinstance(drawn, np.ndarray) else drawn

    return few
