"""Which packages are efficient, so that no other is better for one side and no worse for the other?

With additive values the frontier of a sum lies within the sum of the frontiers, so columns are merged one by one and
what is dominated is dropped at once: no package is ever listed that could not be part of the answer. Where more points
stand than can be kept (constant-sum spaces, in which every package is efficient) they are thinned to cells, and the gap
that this may leave is certified.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from upperhand.model.package import Package
from upperhand.offers.space import Floats, Ints, Space

MOST = 400_000
"""So many points are kept while merging; more are thinned."""

AT_ONCE = 2_000_000
"""So many sums are looked at in one piece, which bounds the memory."""

GAP = 0.0015
"""What thinning may cost in all, as a share of a side's range."""

TIE = 1e-13
"""Values closer than this share of the largest are taken as equal: sums of the same numbers differ by rounding."""


@dataclass(frozen=True)
class Frontier:
    """Efficient packages with their values, one for each pair of values, sorted by ``mine`` from low to high.

    ``mine`` and ``theirs`` have shape (n,), ``picks`` (n, columns) holds the choice in every column of ``space``.
    ``gap`` bounds how far an efficient package may lie beyond a listed one, as a share of a side's range (0: exact).
    """

    mine: Floats
    theirs: Floats
    picks: Ints
    space: Space
    gap: float = 0.0

    def package(self, index: int) -> Package:
        """The package of one point."""
        return self.space.package(self.picks[index])


Ties = tuple[float, float]
"""Up to which difference of my, and of their, values two packages are taken as equal."""


def efficient(mine: Floats, theirs: Floats, ties: Ties = (0.0, 0.0)) -> Ints:
    """Indices of the efficient points of two value arrays (n,), one for each pair, from high to low ``mine``.

    Of points that differ by ``ties`` or less one stands for all.
    """
    order = np.argsort(-mine)
    sorted_theirs = theirs[order]
    ahead = np.empty_like(sorted_theirs)
    ahead[:1] = -np.inf
    np.maximum.accumulate(sorted_theirs[:-1], out=ahead[1:])
    kept = order[sorted_theirs > ahead + ties[1]]
    along = mine[kept]
    # Of equal mine the sort may have put the lower theirs first: the next point is then at least as good for both.
    return np.asarray(kept[np.append(along[:-1] - along[1:] > ties[0], np.ones(min(len(kept), 1), dtype=bool))])


def frontier(space: Space, most: int = MOST) -> Frontier:
    """The frontier of a space without rules: exact up to ``most`` points on the way, else thinned with its ``gap``."""
    ties = TIE * _largest(space.mine), TIE * _largest(space.theirs)
    steps: list[tuple[Ints, Ints]] = []
    mine, theirs, lost = np.zeros(1), np.zeros(1), np.zeros(2)
    cells = 0
    for a, b in zip(space.mine, space.theirs, strict=True):
        own = efficient(a, b, ties)
        options = a[own], b[own]
        if not cells:
            kept, option = _merged((mine, theirs), options, ties)
            cells = max(2, int(len(space.mine) / (2 * GAP))) if len(kept) > most else 0
        if cells:
            side = len(steps) % 2
            width = _range(space, side) / cells
            lost[side] += width
            kept, option = _coarse((mine, theirs), options, side, width)
        mine, theirs = mine[kept] + a[own[option]], theirs[kept] + b[own[option]]
        steps.append((kept.astype(np.int32), own[option].astype(np.int32)))
    gap = max((loss / _range(space, side) for side, loss in enumerate(lost) if loss > 0), default=0.0)
    back = np.arange(len(mine))[::-1]
    return Frontier(
        mine[::-1] + space.offsets[0], theirs[::-1] + space.offsets[1], _traced(steps, back), space, float(gap)
    )


def _merged(points: tuple[Floats, Floats], options: tuple[Floats, Floats], ties: Ties) -> tuple[Ints, Ints]:
    """Which points with which options are efficient: their numbers, from high to low mine."""
    found: tuple[Ints, Ints] | None = None
    for first, last in _pieces(len(points[0]), len(options[0])):
        sums = [(p[:, None] + o[first:last]).ravel() for p, o in zip(points, options, strict=True)]
        kept = efficient(sums[0], sums[1], ties)
        here = kept // (last - first), kept % (last - first) + first
        found = here if found is None else _joined(points, options, (found, here), ties)
    return found if found is not None else (np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def _pieces(points: int, options: int) -> Iterator[tuple[int, int]]:
    width = max(1, AT_ONCE // max(points, 1))
    for first in range(0, options, width):
        yield first, min(first + width, options)


def _joined(
    points: tuple[Floats, Floats],
    options: tuple[Floats, Floats],
    two: tuple[tuple[Ints, Ints], tuple[Ints, Ints]],
    ties: Ties,
) -> tuple[Ints, Ints]:
    rows, picks = (np.concatenate([two[0][i], two[1][i]]) for i in (0, 1))
    kept = efficient(points[0][rows] + options[0][picks], points[1][rows] + options[1][picks], ties)
    return rows[kept], picks[kept]


def _coarse(
    points: tuple[Floats, Floats], options: tuple[Floats, Floats], side: int, width: float
) -> tuple[Ints, Ints]:
    """As `_merged`, with one sum for each cell along one side's axis, the best in it for the other side: what is lost
    is at most the width of a cell to the one, and nothing to the other."""
    along, across = ((points[i][:, None] + options[i]).ravel() for i in (side, 1 - side))
    cell = ((along - along.min()) / width).astype(np.int64)
    best = np.full(int(cell.max()) + 1, -np.inf)
    np.maximum.at(best, cell, across)
    leading = np.flatnonzero(across == best[cell])
    chosen = np.full(len(best), -1, dtype=np.int64)
    chosen[cell[leading]] = leading
    chosen = chosen[chosen >= 0]
    pair = (along[chosen], across[chosen]) if side == 0 else (across[chosen], along[chosen])
    kept = chosen[efficient(*pair)]
    return kept // len(options[0]), kept % len(options[0])


def _traced(steps: list[tuple[Ints, Ints]], last: Ints) -> Ints:
    """The choices in every column behind the points ``last``, shape (n, columns)."""
    picks = np.empty((len(last), len(steps)), dtype=np.int64)
    at = last
    for j in range(len(steps) - 1, -1, -1):
        kept, option = steps[j]
        picks[:, j] = option[at]
        at = kept[at]
    return picks


def _range(space: Space, side: int) -> float:
    """How far a side's value can vary; 1 where it cannot."""
    return sum(float(np.ptp(table)) for table in (space.mine, space.theirs)[side]) or 1.0


def _largest(tables: tuple[Floats, ...]) -> float:
    return sum(float(np.abs(table).max()) for table in tables)
