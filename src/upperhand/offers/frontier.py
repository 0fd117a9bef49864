"""Which packages are efficient, so that no other is better for one side and no worse for the other?

With additive values the frontier of a sum lies within the sum of the frontiers, so issues are merged one by one and
filtered. Small spaces whose values do not add up by issue are listed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from upperhand.model.package import Package

Floats = NDArray[np.float64]
Choices = Sequence[tuple[str, Sequence[str | float]]]
"""Each issue's name with its options."""

LISTED = 20_000
"""Spaces up to this size may be listed."""

KEPT = 4_000
"""So many points of a frontier are kept while merging."""


@dataclass(frozen=True)
class Frontier:
    """Efficient packages with their values. ``mine``/``theirs`` have shape (n,), sorted by ``mine`` from low to high;
    ``picks`` (n, issues) holds the option numbers.

    ``gap`` bounds how far a kept point may lie below the true frontier, as a share of a side's range (0: exact).
    """

    mine: Floats
    theirs: Floats
    picks: NDArray[np.int64]
    choices: Choices
    base: Package
    gap: float = 0.0

    def package(self, index: int) -> Package:
        """The package of one point."""
        pairs = zip(self.choices, self.picks[index], strict=True)
        return self.base.replacing({name: options[int(j)] for (name, options), j in pairs})


def efficient(mine: Floats, theirs: Floats) -> NDArray[np.int64]:
    """Indices of the efficient points of two value arrays (n,), one for each pair, from low to high ``mine``."""
    order = np.lexsort((-theirs, -mine))
    ahead = np.concatenate(([-np.inf], np.maximum.accumulate(theirs[order])[:-1]))
    return np.asarray(order[theirs[order] > ahead][::-1], dtype=np.int64)


def merge(choices: Choices, tables: Sequence[tuple[Floats, Floats]], base: Package) -> Frontier:
    """The frontier of additive values. ``tables`` holds, per issue, my and their value of each option.

    Exact until more than 4,000 points stand; then points are thinned to cells and ``gap`` adds up what that may cost.
    """
    mine, theirs = np.zeros(1), np.zeros(1)
    picks = np.zeros((1, 0), dtype=np.int64)
    gap = 0.0
    for a, b in tables:
        sums = (mine[:, None] + a[None, :]).ravel(), (theirs[:, None] + b[None, :]).ravel()
        kept = efficient(*sums)
        if len(kept) > KEPT:
            gap += 1.0 / KEPT
            kept = _thinned(sums[0], kept)
        mine, theirs = sums[0][kept], sums[1][kept]
        width = len(a)
        picks = np.column_stack((picks[kept // width], kept % width))
    return Frontier(mine, theirs, picks, choices, base, gap)


def _thinned(mine: Floats, kept: NDArray[np.int64]) -> NDArray[np.int64]:
    """One point for each cell along my axis, both ends included."""
    span = float(np.ptp(mine[kept])) or 1.0
    cell = np.floor((mine[kept] - mine[kept].min()) / span * (KEPT - 1)).astype(np.int64)
    first = np.unique(cell, return_index=True)[1]
    return np.asarray(kept[np.union1d(first, [0, len(kept) - 1])], dtype=np.int64)


def space_size(choices: Choices) -> int:
    """How many packages there are."""
    size = 1
    for _name, options in choices:
        size *= len(options)
    return size


def listed(choices: Choices, value: Callable[[Package], tuple[float, float]], base: Package) -> Frontier:
    """The frontier by listing every package; ValueError above 20,000 of them."""
    if space_size(choices) > LISTED:
        raise ValueError(f"{space_size(choices)} packages are too many to list")
    names = [name for name, _ in choices]
    options = [o for _, o in choices]
    values = np.array([value(base.replacing(dict(zip(names, pick, strict=True)))) for pick in product(*options)])
    kept = efficient(values[:, 0], values[:, 1])
    picks = np.array(list(product(*(range(len(o)) for o in options))), dtype=np.int64).reshape(len(values), -1)
    return Frontier(values[kept, 0], values[kept, 1], picks[kept], choices, base)
