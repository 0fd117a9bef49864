"""Which packages are the classical solutions under rules, where the whole frontier is too large to be listed?

Each solution is the best package by some measure, and whatever is better by that measure lies beyond half-planes. For
gains x and y a product above p means l*x + (1-l)*y > 2*sqrt(l*(1-l)*p) along every direction l. A partial package that
cannot get there is dropped, and the little that is left is searched to the end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from upperhand.offers.bounds import Bounds, bounds, reaching_all, supported
from upperhand.offers.frontier import Frontier
from upperhand.offers.growth import grow, listed
from upperhand.offers.points import SAME, special_points
from upperhand.offers.ruled import MOST, STATES, limits_of, room_for
from upperhand.offers.space import Floats, Space
from upperhand.offers.states import States, reduced, states
from upperhand.offers.walk import Found, nash_by_solver, welfare_by_solver

EVEN = 1e-9
"""A package that is better by less than this share counts as equal."""

FIRST = 4_000
"""So many partial packages are kept at a stage to find a good package to start from."""

WIDER = 4
"""So many times as many the next time."""

SHARPENED = 64_000
"""So many where a listed frontier is sharpened, which asks for every solution."""

TINY = 1e-300

Floors = Callable[[Floats, Floats], Floats]
"""(mine, theirs), known values, offsets apart -> the half-planes beyond which something better lies, (directions,)."""


@dataclass(frozen=True)
class Sharpened:
    """A frontier that holds the classical solutions themselves. ``proven`` are those that no other package can better,
    of ``nash``, ``kalai_smorodinsky``, ``egalitarian``, ``welfare``; the others are right within the frontier's gap."""

    frontier: Frontier
    proven: frozenset[str]


@dataclass(frozen=True)
class _Search:
    space: Space
    found: States
    limits: Bounds
    no_deal: tuple[float, float]
    most: int

    def closed(self, known: Frontier, floors: Floors) -> tuple[Frontier, bool]:
        """``known`` with whatever may be better than the best in it; and whether nothing else can be.

        Each turn has more room than the one before, and less to look through, for it starts from a better package.
        """
        room = FIRST
        while room <= self.most:
            beyond = floors(known.mine - self.space.offsets[0], known.theirs - self.space.offsets[1])
            some = grow(self.space, self.found, reaching_all(self.limits, beyond), room)
            known = listed(self.space, np.vstack([known.picks, some.picks]), known.gap)
            if some.exact:
                return known, True
            room *= WIDER
        return known, False

    def above(self, gains: Floats) -> Floats:
        """The half-planes around all that is better for both than ``gains`` (2,) over no deal."""
        edge = self.limits.weights @ (np.array(self.no_deal) + gains)
        # Where nothing is known to gain, a package that merely loses nothing will do.
        return np.asarray(edge if gains.any() else edge - 4 * self.limits.slack)

    def nash(self, mine: Floats, theirs: Floats) -> Floats:
        """For the largest product of gains."""
        gains = np.maximum(mine - self.no_deal[0], 0.0) * np.maximum(theirs - self.no_deal[1], 0.0)
        level = float(gains.max(initial=0.0)) * (1 + EVEN)
        return np.asarray(self.above(np.zeros(2)) + 2 * np.sqrt(self.limits.weights.prod(axis=1) * level))

    def share(self, scale: Floats) -> Floors:
        """For the largest smaller share of ``scale`` (2,)."""

        def floors(mine: Floats, theirs: Floats) -> Floats:
            shares = np.minimum((mine - self.no_deal[0]) / scale[0], (theirs - self.no_deal[1]) / scale[1])
            return self.above(scale * float(shares.max(initial=0.0)) * (1 + EVEN))

        return floors

    def ideal(self, side: int) -> Floors:
        """For the best that one side can get where the other loses nothing."""

        def floors(mine: Floats, theirs: Floats) -> Floats:
            gains = np.column_stack([mine - self.no_deal[0], theirs - self.no_deal[1]])
            level = float(gains[gains[:, 1 - side] >= 0, side].max(initial=0.0))
            return self.above(np.eye(2)[side] * level * (1 + EVEN))

        return floors


def nash_package(space: Space, no_deal: tuple[float, float], *, most: int = MOST) -> Found:
    """The package with the largest product of gains over no deal that keeps the rules; no frontier is needed.

    ``None`` where no package leaves neither side worse off.
    """
    parts = reduced(space)
    if parts is None:
        return Found(None, True)
    found = states(parts, STATES)
    if found is None:
        return nash_by_solver(space, no_deal)
    if not len(found.levels[0]):
        return Found(None, True)
    search = _search(space, found, no_deal, most)
    first = grow(space, found, None, FIRST)
    known = listed(space, np.vstack([first.picks, supported(space, found, search.limits)]))
    known, proven = search.closed(known, search.nash)
    place = special_points(known.mine, known.theirs, no_deal).nash
    return Found(None if place is None else known.picks[place], proven)


def sharpened(frontier: Frontier, no_deal: tuple[float, float], *, most: int = SHARPENED) -> Sharpened:
    """The frontier with the classical solutions themselves in it, as far as they can be proven."""
    every = frozenset({"nash", "kalai_smorodinsky", "egalitarian", "welfare"})
    space = frontier.space
    if frontier.gap == 0.0:
        return Sharpened(frontier, every)
    parts = reduced(space)
    found = None if parts is None else states(parts, STATES)
    if found is None:
        return _by_solver(frontier, no_deal)
    search = _search(space, found, no_deal, most)
    best = supported(space, found, bounds(space, found, np.ones((1, 2))))
    known = listed(space, np.vstack([frontier.picks, best, supported(space, found, search.limits)]), frontier.gap)
    proven = ["welfare"]
    for name, floors in (("nash", search.nash), ("egalitarian", search.share(np.ones(2)))):
        known, sure = search.closed(known, floors)
        proven += [name] if sure else []
    if "egalitarian" in proven:
        # The harder of the two: without the one there is no hope of the other.
        known, sure = _kalai_smorodinsky(search, known)
        proven += ["kalai_smorodinsky"] if sure else []
    return Sharpened(known, frozenset(proven))


def _kalai_smorodinsky(search: _Search, known: Frontier) -> tuple[Frontier, bool]:
    """The same with what each side can get at best, and then with the largest smaller share of that."""
    known, mine_sure = search.closed(known, search.ideal(0))
    known, theirs_sure = search.closed(known, search.ideal(1))
    gains = np.column_stack([known.mine - search.space.offsets[0], known.theirs - search.space.offsets[1]])
    gains -= search.no_deal
    rational = (gains >= -SAME * np.abs(gains).max(initial=0.0)).all(axis=1)
    ideal = np.maximum(gains[rational].max(axis=0, initial=0.0), TINY)
    known, sure = search.closed(known, search.share(ideal))
    return known, sure and mine_sure and theirs_sure


def _search(space: Space, found: States, no_deal: tuple[float, float], most: int) -> _Search:
    at = no_deal[0] - space.offsets[0], no_deal[1] - space.offsets[1]
    return _Search(space, found, limits_of(space, found), at, room_for(space, most))


def _by_solver(frontier: Frontier, no_deal: tuple[float, float]) -> Sharpened:
    """What a solver can add: the Nash point and the largest sum."""
    space = frontier.space
    answers = {"nash": nash_by_solver(space, no_deal), "welfare": welfare_by_solver(space)}
    picks = [answer.picks[None, :] for answer in answers.values() if answer.picks is not None]
    known = listed(space, np.vstack([frontier.picks, *picks]), frontier.gap)
    return Sharpened(known, frozenset(name for name, answer in answers.items() if answer.proven))
