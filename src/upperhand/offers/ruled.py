"""Which packages are efficient among those that keep the rules between issues?

The columns are merged one by one as without rules (``offers/frontier.py``), apart for each count that the open rules
can be at. Where that grows too large, a thinned frontier gives bounds, and the bounds prune a second, exact try. Where
there are too many counts to tell apart, a solver walks along the frontier (``offers/walk.py``).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from upperhand.offers.bounds import (
    Bounds,
    bounds,
    corner_floors,
    envelope_gap,
    fan,
    ranges,
    reaching_any,
    staircase,
    supported,
)
from upperhand.offers.frontier import Frontier
from upperhand.offers.growth import Grown, grow, listed, no_picks
from upperhand.offers.space import Floats, Ints, Space
from upperhand.offers.states import States, reduced, states
from upperhand.offers.walk import any_by_solver, walk

MOST = 400_000
"""So many partial packages are kept at one stage; a frontier that needs more is thinned."""

ROOM = 8_000_000
"""Partial packages times columns that are kept at most, which bounds the memory."""

COARSE = 50_000
"""The first try is thinned from so many partial packages on."""

STATES = 60_000
"""So many counts of the open rules are told apart at one stage; beyond that a solver is asked."""

FINE = 0.001
"""A gap below this share of a side's range is not worked on."""

DIRECTIONS = 64
"""So many directions bound what can still be reached."""

ENTRIES = 6_000_000
"""The bounds hold so many numbers at most."""


def ruled_frontier(space: Space, *, most: int = MOST) -> Frontier:
    """The frontier of the packages that keep the rules; without a point where none does.

    Exact where its ``gap`` is 0. Above ``most`` partial packages it is thinned, with the gap that this may leave.
    """
    parts = reduced(space)
    if parts is None:
        return listed(space, no_picks(space))
    found = states(parts, STATES)
    if found is None:
        return walk(space)
    first = grow(space, found, None, min(most, COARSE))
    if first.exact:
        return listed(space, first.picks)
    return _finer(space, found, first, room_for(space, most))


def any_package(space: Space) -> Ints | None:
    """A package that keeps every rule, shape (columns,); ``None``: there is none."""
    parts = reduced(space, by_value=False)
    if parts is None:
        return None
    found = states(parts, STATES)
    if found is None:
        return any_by_solver(space)
    if not len(found.levels[0]):
        return None
    picks = np.zeros(len(space.mine), dtype=np.int64)
    at = 0
    for j, place in enumerate(found.order):
        way = int(np.argmax(found.moves[j][at, found.groups[j]] >= 0))
        picks[place] = found.options[j][way]
        at = int(found.moves[j][at, found.groups[j][way]])
    return picks


def limits_of(space: Space, found: States) -> Bounds:
    """The bounds along as many directions as there is room for."""
    held = sum(len(level) for level in found.levels)
    return bounds(space, found, fan(space, int(min(DIRECTIONS, max(ENTRIES // held, 8)))))


def sums(space: Space, picks: Ints) -> tuple[Floats, Floats]:
    """Both values of packages (n, columns), offsets apart."""
    mine, theirs = space.values(picks)
    return mine - space.offsets[0], theirs - space.offsets[1]


def _finer(space: Space, found: States, first: Grown, most: int) -> Frontier:
    """Further tries with all that the ones before found to prune by: exact, or with the gap that is left."""
    limits, spans = limits_of(space, found), ranges(space)
    known = listed(space, np.vstack([first.picks, supported(space, found, limits)]))
    gap = float((first.lost / spans).max())
    for last in (False, True):
        mine, theirs = sums(space, known.picks)
        keeps = reaching_any(limits, corner_floors(limits, staircase(mine, theirs, _lowest(space))))
        whole = grow(space, found, keeps, most, thin=False)
        if whole.exact:
            return listed(space, np.vstack([known.picks, whole.picks]))
        gap = min(gap, envelope_gap(limits, mine, theirs, spans))
        if last or gap <= FINE:
            break
        thinned = grow(space, found, keeps, most)
        gap = min(gap, float((thinned.lost / spans).max()))
        known = listed(space, np.vstack([known.picks, thinned.picks]))
    return replace(known, gap=gap)


def _lowest(space: Space) -> tuple[float, float]:
    """What no package is worth less than to me and to them, offsets apart."""
    mine, theirs = (sum(float(table.min()) for table in tables) for tables in (space.mine, space.theirs))
    return mine, theirs


def room_for(space: Space, most: int) -> int:
    """So many partial packages there is room for, ``most`` at the most."""
    return min(most, max(ROOM // max(len(space.mine), 1), 1))
