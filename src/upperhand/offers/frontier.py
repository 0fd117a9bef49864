"""Which packages are efficient, so that no other is better for one side and no worse for the other?

With additive values the frontier of a sum lies within the sum of the frontiers, so columns are merged one by one and
what is dominated is dropped at once: no package is ever listed that could not be part of the answer. Where more points
stand than can be kept (constant-sum spaces, in which every package is efficient) they are thinned to cells, and the gap
that this may leave is certified.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from upperhand.model.package import Package
from upperhand.offers.space import Floats, Ints, Space

MOST = 1_000_000
"""So many points are kept while merging; more are thinned."""

ROOM = 50_000_000
"""Points times columns stay below this, which bounds the memory."""

AT_ONCE = 2_000_000
"""So many sums that may be efficient are looked at in one piece, which bounds the memory."""

FEW = 3_000
"""Up to so many sums are sorted at once; of more, the plainly dominated are sorted out first."""

CELLS = 4
"""The grid that sorts them out has so many cells for each point."""

GAP = 0.0015
"""What thinning may cost in all, as a share of a side's range."""

TIE = 1e-13
"""Values closer than this share of a side's largest are taken as equal: sums of the same numbers differ by rounding."""

Pair = tuple[Floats, Floats]


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

    Of points that differ by ``ties`` or less one stands for all; of equal ones the first.
    """
    order = np.argsort(-mine, kind="stable")
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
    spans, ranges, ties = _spread(space)
    count = max(len(space.mine), 1)
    most, finest = min(most, ROOM // count), max(2, min(int(count / (2 * GAP)), ROOM // count))
    steps: list[tuple[Ints, Ints]] = []
    mine, theirs, lost = np.zeros(1), np.zeros(1), np.zeros(2)
    # What moves the values most comes first: what follows then fills the gaps, and fewest points stand on the way.
    order = np.argsort(-spans, kind="stable").tolist()
    for j in order:
        own = efficient(space.mine[j], space.theirs[j], ties)
        options = space.mine[j][own], space.theirs[j][own]
        found = _merged((mine, theirs), options, ties, min(most, 2 * finest) if lost.any() else most)
        if found is None:
            side = len(steps) % 2
            width = ranges[side] / finest
            lost[side] += width
            found = _kept((mine, theirs), options, _coarse((mine, theirs), options, side, width), ties)
        kept, option = found
        mine, theirs = mine[kept] + options[0][option], theirs[kept] + options[1][option]
        steps.append((kept.astype(np.int32), own[option].astype(np.int32)))
    gap = max(loss / whole for loss, whole in zip(lost.tolist(), ranges, strict=True))
    picks = _traced(order, steps, np.arange(len(mine))[::-1])
    return Frontier(mine[::-1] + space.offsets[0], theirs[::-1] + space.offsets[1], picks, space, gap)


def _spread(space: Space) -> tuple[Floats, tuple[float, float], Ties]:
    """How far each column moves both sides' values, as shares of their ranges (columns,); the ranges, 1 where a value
    cannot vary; and the differences that are rounding."""
    ends = [np.array([(t.min(), t.max()) for t in tables]).reshape(-1, 2) for tables in (space.mine, space.theirs)]
    spans = [own[:, 1] - own[:, 0] for own in ends]
    ranges = float(spans[0].sum()) or 1.0, float(spans[1].sum()) or 1.0
    largest = [float(np.abs(own).max(axis=1).sum()) for own in ends]
    return spans[0] / ranges[0] + spans[1] / ranges[1], ranges, (TIE * largest[0], TIE * largest[1])


def _merged(points: Pair, options: Pair, ties: Ties, most: int) -> tuple[Ints, Ints] | None:
    """Which points with which options are efficient: their numbers, from high to low mine. Both stand in that order.

    ``None``: more than ``most`` are.
    """
    many, few = len(points[0]), len(options[0])
    if few > many:
        turned = _merged(options, points, ties, most)
        return turned and turned[::-1]
    if many * few <= FEW:
        mine, theirs = ((p[:, None] + o).ravel() for p, o in zip(points, options, strict=True))
        kept = efficient(mine, theirs, ties)
        return (kept // few, kept % few) if len(kept) <= most else None
    best, cell = _grid(points, options)
    beyond = np.maximum.accumulate(best[::-1])[::-1]
    # The best of a cell is efficient where nothing further on is as good for them.
    if np.count_nonzero(best[:-1] > beyond[1:]) > most:
        return None
    parts: list[tuple[Ints, Ints]] = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
    held = 0
    for way, (a, b) in enumerate(zip(*options, strict=True)):
        stand = np.flatnonzero(points[1] + b > beyond[cell(a) + 1])
        parts.append((stand, np.full(len(stand), way)))
        held += len(stand)
        if held > AT_ONCE:
            parts = [_kept(points, options, _chained(parts), ties)]
            held = len(parts[0][0])
            if held > AT_ONCE // 2:
                return None
    found = _kept(points, options, _chained(parts), ties)
    return found if len(found[0]) <= most else None


def _grid(points: Pair, options: Pair) -> tuple[Floats, Callable[[float], Ints]]:
    """The most for them in every cell along mine, and the cells of the points with an option of my value a."""
    low, high = points[0][-1] + options[0][-1], points[0][0] + options[0][0]
    cells = CELLS * len(points[0])
    span = (high - low) or 1.0

    def cell(a: float) -> Ints:
        return np.asarray(((points[0] + (a - low)) / span * cells).astype(np.int64))

    best = np.full(cells + 2, -np.inf)
    for a, b in zip(*options, strict=True):
        np.maximum.at(best, cell(a), points[1] + b)
    return best, cell


def _chained(found: list[tuple[Ints, Ints]]) -> tuple[Ints, Ints]:
    return np.concatenate([rows for rows, _ in found]), np.concatenate([ways for _, ways in found])


def _kept(points: Pair, options: Pair, found: tuple[Ints, Ints], ties: Ties) -> tuple[Ints, Ints]:
    rows, ways = found
    kept = efficient(points[0][rows] + options[0][ways], points[1][rows] + options[1][ways], ties)
    return rows[kept], ways[kept]


def _coarse(points: Pair, options: Pair, side: int, width: float) -> tuple[Ints, Ints]:
    """One sum for each cell along one side's axis, the best in it for the other side: what is lost is at most the width
    of a cell to the one, and nothing to the other."""
    if len(options[0]) > len(points[0]):
        option, row = _coarse(options, points, side, width)
        return row, option
    along, across = (points[side], options[side]), (points[1 - side], options[1 - side])
    low = along[0].min() + along[1].min()
    best = np.full(int((along[0].max() + along[1].max() - low) / width) + 2, -np.inf)
    rows, ways = (np.full(len(best), -1, dtype=np.int64) for _ in range(2))
    for way, (a, b) in enumerate(zip(along[1], across[1], strict=True)):
        cell = ((along[0] + (a - low)) / width).astype(np.int64)
        sums = across[0] + b
        before = best.copy()
        np.maximum.at(best, cell, sums)
        leading = np.flatnonzero((sums == best[cell]) & (sums > before[cell]))
        rows[cell[leading]], ways[cell[leading]] = leading, way
    filled = rows >= 0
    return rows[filled], ways[filled]


def _traced(order: list[int], steps: list[tuple[Ints, Ints]], last: Ints) -> Ints:
    """The choices in every column behind the points ``last``, shape (n, columns). Step i decided column order[i]."""
    picks = np.empty((len(last), len(steps)), dtype=np.int32)  # half the memory; a million points have fifty columns
    at = last
    for j, (kept, option) in zip(order[::-1], steps[::-1], strict=True):
        picks[:, j] = option[at]
        at = kept[at]
    return picks
