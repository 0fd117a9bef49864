"""Which packages are worth considering for a menu, in a space that nobody could list?

For each of many wants they may have, the package best for those wants at each level of my value. One dynamic program
over the columns finds them for all levels and all wants at once: my value is counted in cells, the best package that
adds up to each cell is kept. Cells only steer the search; what a package found is really worth to me decides whether
it stays. Small spaces are listed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.space import Ints, Space

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

LISTED = 4_096
"""Spaces up to this size are listed: every package then stands in the pool."""

PARTICLES = 48
"""For so many of the wants they may have packages are sought, and for those that set most by each single want."""

CELLS = 240
"""Cells of my value, over all that lies between my worst package and the top of the band."""

OPTIONS = 2_000
"""Of a column with more choices than this only those are looked at that are best for some wants within their cell."""

TURNS = 4
"""In so many ways the rules are seen to; a turn ties other columns than the one before."""


@dataclass(frozen=True)
class Appeal:
    """What each choice of a column is to them: ``served`` (options, K) times the weights of their wants, plus ``fixed``
    (options,), column by column, plus ``start``.

    ``at_rest`` (K,) is how far every package serves the wants (``None``: not at all). The weights are those that the
    values are linear in: shares, or shares times what serving them fully is worth.
    """

    served: tuple[Floats, ...]
    fixed: tuple[Floats, ...]
    start: float = 0.0
    at_rest: Floats | None = None

    def values(self, picks: Ints, weights: Floats) -> Floats:
        """What packages (n, columns) are worth to them under weights (P, K): shape (P, n)."""
        at_rest = np.zeros(weights.shape[1]) if self.at_rest is None else self.at_rest
        served = np.tile(at_rest, (len(picks), 1))
        fixed = np.full(len(picks), self.start)
        for j, (table, alone) in enumerate(zip(self.served, self.fixed, strict=True)):
            served += table[picks[:, j]]
            fixed += alone[picks[:, j]]
        return np.asarray(weights @ served.T + fixed)


def pool(space: Space, appeal: Appeal, weights: Floats, low: float, high: float) -> Ints:
    """Packages worth ``low`` to ``high`` to me that keep the rules, each once: option numbers (n, columns).

    ``weights`` (P, K) are wants they may have. Of a small space every such package; else those best for some of the
    wants at some level, where my value is told apart to 1/240 of its range. With rules the packages found keep them,
    but better ones may be missed. Empty where nothing is found.
    """
    picks = _listed(space) if space.size <= LISTED else _sought(space, appeal, weights, high)
    mine = space.values(picks)[0]
    inside = (mine >= low - 1e-9) & (mine <= high + 1e-9) & space.keeps_rules(picks)
    return np.unique(picks[inside], axis=0)


def _listed(space: Space) -> Ints:
    shape = [len(column) for column in space.mine]
    grid = np.unravel_index(np.arange(space.size), shape) if shape else (np.zeros(1, dtype=np.int64),)
    return np.stack(grid, axis=1).astype(np.int64)[:, : len(shape)]


def _sought(space: Space, appeal: Appeal, weights: Floats, high: float) -> Ints:
    spaced = np.linspace(0, len(weights) - 1, PARTICLES).astype(np.int64)
    rows = weights[np.union1d(spaced, weights.argmax(axis=0))]
    width = max(sum(float(np.ptp(table)) for table in space.mine), 1e-12) / CELLS
    kept = [
        _thinned(mine, (served, fixed), rows[:: len(rows) // 16 or 1], width)
        for mine, served, fixed in zip(space.mine, appeal.served, appeal.fixed, strict=True)
    ]
    found = []
    for allowed in _ways_to_keep(space):
        left = [its[allowed[j][its]] for j, its in enumerate(kept)]
        if all(len(its) for its in left):
            found.append(_Program(space, appeal, rows, left).packages(high))
    return np.concatenate(found) if found else np.zeros((0, len(kept)), dtype=np.int64)


def _thinned(mine: Floats, theirs: tuple[Floats, Floats], weights: Floats, width: float) -> Ints:
    """The choices of a column that are looked at: all, or the best in each cell for each of some wants."""
    if len(mine) <= OPTIONS:
        return np.arange(len(mine))
    cell = ((mine - mine.min()) / width).astype(np.int64)
    order = np.argsort(cell, kind="stable")
    starts = np.flatnonzero(np.diff(cell[order], prepend=-1))
    which = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(order))))
    kept = []
    for row in weights:
        value = (theirs[0] @ row + theirs[1])[order]
        best = np.flatnonzero(value >= np.maximum.reduceat(value, starts)[which])
        kept.append(order[best[np.unique(which[best], return_index=True)[1]]])
    return np.unique(np.concatenate(kept))


def _ways_to_keep(space: Space) -> Iterator[list[Bools]]:
    """Choices allowed, column by column: first all of them, then in turns only so many that every rule is kept."""
    every = [np.ones(len(table), dtype=bool) for table in space.mine]
    yield every
    for turn in range(TURNS if space.rules else 0):
        allowed = [mask.copy() for mask in every]
        for number, rule in enumerate(space.rules):
            spare = rule.limit - sum(int(counts.min()) for _, counts in rule.counts)
            first = (turn + number) % max(len(rule.counts), 1)
            for place, counts in (*rule.counts[first:], *rule.counts[:first]):
                # whoever comes first may use what the limit leaves, the rest take their least
                use = min(int(counts.max() - counts.min()), max(spare, 0))
                allowed[place] &= counts <= counts.min() + use
                spare -= use
        yield allowed


class _Program:
    """The best package for each particle and each cell of my value; ``left`` are the choices allowed, by column."""

    def __init__(self, space: Space, appeal: Appeal, weights: Floats, left: list[Ints]) -> None:
        self._left = left
        self._mine = [table[its] for table, its in zip(space.mine, left, strict=True)]
        self._theirs = [
            weights @ served[its].T + fixed[its]
            for served, fixed, its in zip(appeal.served, appeal.fixed, left, strict=True)
        ]
        self._least = space.offsets[0] + sum(float(table.min()) for table in self._mine)
        self._most = space.offsets[0] + sum(float(table.max()) for table in self._mine)

    def packages(self, high: float) -> Ints:
        """Option numbers (n, columns) of the packages found, as they stand in the space."""
        top = min(high, self._most)
        if top < self._least - 1e-9:
            return np.zeros((0, len(self._left)), dtype=np.int64)
        width = max(top - self._least, 1e-12) / CELLS
        # one cell more for every column but some, so that rounding up does not push good packages over the edge
        cells = CELLS + 1 + len(self._left) // 4
        best = np.full((len(self._theirs[0]), cells), -np.inf)
        best[:, 0] = 0.0
        taken: list[NDArray[np.int32]] = []
        steps = [_rounded((table - table.min()) / width, cells) for table in self._mine]
        for step, theirs in zip(steps, self._theirs, strict=True):
            best, took = _grown(best, step, theirs)
            taken.append(took)
        return self._followed(best, steps, taken)

    def _followed(self, best: Floats, steps: list[Ints], taken: list[NDArray[np.int32]]) -> Ints:
        row, cell = np.nonzero(np.isfinite(best))
        picks = np.empty((len(row), len(steps)), dtype=np.int64)
        for j in range(len(steps) - 1, -1, -1):
            took = taken[j][row, cell]
            picks[:, j] = self._left[j][took]
            cell = cell - steps[j][took]
        return np.unique(picks, axis=0)


def _rounded(cells: Floats, most: int) -> Ints:
    return np.asarray(np.rint(np.minimum(cells, most + 1.0)), dtype=np.int64)


def _grown(best: Floats, step: Ints, theirs: Floats) -> tuple[Floats, NDArray[np.int32]]:
    """The best (P, cells) after one more column, and the choice that each took (-1: out of reach)."""
    cells = best.shape[1]
    grown = np.full_like(best, -np.inf)
    took = np.full(best.shape, -1, dtype=np.int32)
    for option in range(len(step)):
        shift = int(step[option])
        if shift >= cells:
            continue
        reached = best[:, : cells - shift] + theirs[:, [option]]
        better = reached > grown[:, shift:]
        grown[:, shift:][better] = reached[better]
        took[:, shift:][better] = option
    return grown, took
