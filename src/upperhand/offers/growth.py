"""Which partial packages can still become efficient, as column after column is decided under rules?

A partial package is dropped where another is at least as good for both sides and has counted no more of any rule, or
where a bound says that nothing it can become is wanted. What is dropped can therefore be replaced to the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.frontier import TIE, Frontier, efficient
from upperhand.offers.space import Floats, Ints, Space
from upperhand.offers.states import States

Mask = NDArray[np.bool_]
Keeps = Callable[[int, Floats, Floats, Ints], Mask]
"""(stage, mine, theirs, state) -> which partial packages may become what is looked for; arrays (n,)."""

CELLS = 2_000_000
"""The grid that sorts out the plainly dominated has so many cells at most, all states together."""

COMPARED = 20_000_000
"""States are compared with each other up to so many cells."""


@dataclass(frozen=True)
class Grown:
    """Complete packages ``picks`` (n, columns). ``lost`` (2,) is what thinning may have cost me and them, in values."""

    picks: Ints
    lost: Floats

    @property
    def exact(self) -> bool:
        """Whether nothing was thinned."""
        return not self.lost.any()


@dataclass
class _Points:
    """Partial packages at one stage, ordered by state, then from high to low mine; ``way`` is the choice just made."""

    mine: Floats
    theirs: Floats
    state: Ints
    parent: Ints
    way: Ints

    def __len__(self) -> int:
        return len(self.mine)

    def at(self, places: Ints | Mask) -> _Points:
        return _Points(
            self.mine[places], self.theirs[places], self.state[places], self.parent[places], self.way[places]
        )


def grow(space: Space, states: States, keeps: Keeps | None, most: int, *, thin: bool = True) -> Grown:
    """All packages that keep the rules, but for those that others replace.

    ``keeps`` drops what cannot become what is looked for. Above ``most`` partial packages at one stage they are
    thinned; where they may not be, it stops there with nothing found and an infinite loss.
    """
    zero = np.zeros(1, dtype=np.int64)
    points = _Points(np.zeros(1), np.zeros(1), zero, zero, zero)
    if not len(states.levels[-1]) or not len(states.levels[0]):
        return Grown(no_picks(space), np.zeros(2))
    tie = tie_of(space)
    lost = np.zeros(2)
    steps: list[tuple[Ints, Ints]] = []
    for j in range(len(states.order)):
        points = _undominated(_candidates(space, states, j, points, keeps), tie)
        if len(points) > most and not thin:
            return Grown(no_picks(space), np.full(2, np.inf))
        if len(points) > most:
            side = j % 2
            points, width = _thinned(points, side, most)
            lost[side] += width
        steps.append((points.parent.astype(np.int32), states.options[j][points.way].astype(np.int32)))
    return Grown(_traced(states, steps, len(points)), lost)


def tie_of(space: Space) -> float:
    """Values closer than this are taken as equal: sums of the same numbers differ by their rounding."""
    return TIE * sum(float(np.abs(table).max()) for table in (*space.mine, *space.theirs))


def listed(space: Space, picks: Ints, gap: float = 0.0) -> Frontier:
    """The efficient ones of the packages ``picks`` (n, columns), each checked against the rules and valued anew."""
    if not space.keeps_rules(picks).all():
        raise ArithmeticError("a package that breaks a rule was taken for one that keeps it")
    mine, theirs = space.values(picks)
    kept = efficient(mine, theirs, (tie_of(space),) * 2)[::-1]
    return Frontier(mine[kept], theirs[kept], picks[kept], space, gap)


def no_picks(space: Space) -> Ints:
    """No package at all, shape (0, columns)."""
    return np.zeros((0, len(space.mine)), dtype=np.int64)


def _candidates(space: Space, states: States, j: int, points: _Points, keeps: Keeps | None) -> _Points:
    """The points of stage j with every choice of its column, but for what a grid shows to be dominated."""
    place = states.order[j]
    a, b = space.mine[place][states.options[j]], space.theirs[place][states.options[j]]
    ahead = _Ahead(points, (a, b), states.levels[j + 1])
    reached = [states.moves[j][points.state, group] for group in states.groups[j]]
    for way, to in enumerate(reached):
        goes = np.flatnonzero(to >= 0)
        ahead.note(points.mine[goes] + a[way], points.theirs[goes] + b[way], to[goes])
    ahead.close()
    found = []
    for way, to in enumerate(reached):
        goes = np.flatnonzero(to >= 0)
        mine, theirs, state = points.mine[goes] + a[way], points.theirs[goes] + b[way], to[goes]
        stand = np.flatnonzero(ahead.leaves(mine, theirs, state))
        if keeps is not None:
            stand = stand[keeps(j + 1, mine[stand], theirs[stand], state[stand])]
        found.append(_Points(mine[stand], theirs[stand], state[stand], goes[stand], np.full(len(stand), way)))
    return _Points(
        np.concatenate([part.mine for part in found]),
        np.concatenate([part.theirs for part in found]),
        np.concatenate([part.state for part in found]),
        np.concatenate([part.parent for part in found]),
        np.concatenate([part.way for part in found]),
    )


class _Ahead:
    """For each state and cell along mine, the most for them further on, there or in a state that counted no more."""

    def __init__(self, points: _Points, options: tuple[Floats, Floats], level: Ints) -> None:
        self.level = level
        self.low = float(points.mine.min(initial=np.inf) + options[0].min())
        high = float(points.mine.max(initial=-np.inf) + options[0].max())
        wanted = max(len(points) * len(options[0]) // (4 * max(len(level), 1)), 16)
        self.cells = int(min(wanted, 4096, max(CELLS // max(len(level), 1), 16)))
        self.scale = self.cells / (high - self.low) if high > self.low else 0.0
        self.grid = np.full((len(level), self.cells + 2), -np.inf)

    def note(self, mine: Floats, theirs: Floats, state: Ints) -> None:
        np.maximum.at(self.grid.reshape(-1), self._cell(mine, state), theirs)

    def close(self) -> None:
        """All points are noted: from now on a cell holds what lies beyond it."""
        self.grid = np.maximum.accumulate(self.grid[:, ::-1], axis=1)[:, ::-1]
        if len(self.level) > 1 and len(self.level) * self.grid.size <= COMPARED:
            below = (self.level[None, :, :] <= self.level[:, None, :]).all(axis=2)
            self.grid = np.stack([self.grid[np.flatnonzero(row)].max(axis=0) for row in np.asarray(below)])

    def leaves(self, mine: Floats, theirs: Floats, state: Ints) -> Mask:
        """Which points nothing in a further cell dominates."""
        return np.asarray(theirs > self.grid.reshape(-1)[self._cell(mine, state) + 1])

    def _cell(self, mine: Floats, state: Ints) -> Ints:
        along = ((mine - self.low) * self.scale).astype(np.int64)
        return np.asarray(state * (self.cells + 2) + np.minimum(along, self.cells))


def _undominated(points: _Points, tie: float) -> _Points:
    """The efficient points of each state, ordered by state and from high to low mine."""
    order = np.argsort(-points.mine)
    most = int(points.state.max(initial=0))
    kind = np.uint16 if most < 65_536 else np.int64
    order = order[np.argsort(points.state[order].astype(kind), kind="stable")]
    points = points.at(order)
    bounds = np.flatnonzero(np.diff(points.state, prepend=-1, append=most + 1))
    ahead = np.empty_like(points.theirs)
    for first, last in pairwise(bounds):
        ahead[first] = -np.inf
        np.maximum.accumulate(points.theirs[first : last - 1], out=ahead[first + 1 : last])
    points = points.at(points.theirs > ahead + tie)
    # Of equal mine the sort may have put the lower theirs first: the next point is then at least as good for both.
    beaten = (points.mine[:-1] - points.mine[1:] <= tie) & (points.state[:-1] == points.state[1:])
    return points.at(np.append(~beaten, np.ones(min(len(points), 1), dtype=bool)))


def _thinned(points: _Points, side: int, most: int) -> tuple[_Points, float]:
    """One point of each state for each cell along one side's axis, the best in it for the other side; and the width of
    a cell, which is what may be lost to the one, and nothing to the other."""
    along = (points.mine, points.theirs)[side]
    span = float(np.ptp(along)) or 1.0
    cells = most
    while True:
        cell = ((along - along.min()) / span * cells).astype(np.int64)
        # High to low mine is low to high theirs: the best for the other side is the last, or the first, of a run.
        code = points.state * (cells + 2) + cell
        kept = np.diff(code, append=-1) != 0 if side == 0 else np.diff(code, prepend=-1) != 0
        if kept.sum() <= most or cells == 1:
            return points.at(kept), span / cells
        cells = max(cells * 3 // 4, 1)


def _traced(states: States, steps: list[tuple[Ints, Ints]], count: int) -> Ints:
    """The choices in every column behind the last points, shape (n, columns)."""
    picks = np.empty((count, len(steps)), dtype=np.int64)
    at: Ints = np.arange(count)
    for j in range(len(steps) - 1, -1, -1):
        parent, option = steps[j]
        picks[:, states.order[j]] = option[at]
        at = parent[at].astype(np.int64)
    return picks
