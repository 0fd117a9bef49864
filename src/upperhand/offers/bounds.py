"""What can a partial package become at best, along many directions, with the rules kept?

For weights w the best completion of a partial package is a small dynamic program over the states of the rules, because
a weighted sum of both values is a single number. The package's value and that bound say whether it can reach a region
that lies beyond half-planes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from upperhand.offers.growth import Keeps, Mask, tie_of
from upperhand.offers.space import Floats, Ints, Space
from upperhand.offers.states import States

EVEN = 1e-12
"""Shares of a range that are below this are rounding."""


@dataclass(frozen=True)
class Bounds:
    """``weights`` (directions, 2), not negative; ``rest`` holds per stage 0..n the most that the columns to come can
    add to the weighted sum from each state, (states, directions). ``slack`` covers the rounding of a weighted sum."""

    weights: Floats
    rest: tuple[Floats, ...]
    slack: float = 0.0

    @property
    def best(self) -> Floats:
        """The largest weighted sum of a package that keeps the rules, offsets apart, shape (directions,)."""
        return np.asarray(self.rest[0][0])


def fan(space: Space, count: int) -> Floats:
    """Directions from all for them to all for me, evenly turned, each side measured by its range, and the direction of
    the sum of both values, along which money moves. Shape (count + 1, 2)."""
    turn = np.linspace(0.0, np.pi / 2, count)
    share = np.column_stack([np.sin(turn), np.cos(turn)])
    share[0, 0] = share[-1, 1] = 0.0
    weights = np.vstack([share / ranges(space), np.ones(2)])
    return np.asarray(weights / (weights @ ranges(space))[:, None])


def ranges(space: Space) -> Floats:
    """How far each side's value can vary, rules apart; 1 where it cannot. Shape (2,)."""
    spans = [sum(float(np.ptp(table)) for table in tables) for tables in (space.mine, space.theirs)]
    return np.array([span or 1.0 for span in spans])


def bounds(space: Space, states: States, weights: Floats) -> Bounds:
    """The bounds of every state along ``weights`` (directions, 2)."""
    rest = [np.zeros((len(states.levels[-1]), len(weights)))]
    for j in range(len(states.order) - 1, -1, -1):
        sums = _weighted(space, states, j, weights)
        groups = states.groups[j]
        after = np.vstack([rest[-1], np.full((1, len(weights)), -np.inf)])
        best = np.full((len(states.levels[j]), len(weights)), -np.inf)
        for group in range(states.moves[j].shape[1]):
            np.maximum(best, sums[groups == group].max(axis=0) + after[states.moves[j][:, group]], out=best)
        rest.append(best)
    return Bounds(weights, tuple(rest[::-1]), tie_of(space) * float(weights.max()))


def supported(space: Space, states: States, found: Bounds) -> Ints:
    """A package of the largest weighted sum for each direction, shape (directions, columns)."""
    count = len(found.weights)
    picks = np.empty((count, len(states.order)), dtype=np.int64)
    at = np.zeros(count, dtype=np.int64)
    along = np.arange(count)
    for j, place in enumerate(states.order):
        sums = _weighted(space, states, j, found.weights)
        to = states.moves[j][at][:, states.groups[j]]
        after = np.where(to >= 0, found.rest[j + 1][to, along[:, None]], -np.inf)
        way = (sums.T + after).argmax(axis=1)
        picks[:, place] = states.options[j][way]
        at = to[along, way]
    return picks


def _weighted(space: Space, states: States, j: int, weights: Floats) -> Floats:
    """The weighted sums of a stage's choices, shape (choices, directions)."""
    place, options = states.order[j], states.options[j]
    return np.asarray(np.column_stack([space.mine[place][options], space.theirs[place][options]]) @ weights.T)


def reaching_all(found: Bounds, floors: Floats) -> Keeps:
    """Keeps what may come above ``floors`` (directions,) along every direction, by more than rounding.

    A region whose points all have a weighted sum of at least the floor, along each direction, nothing else reaches.
    """
    order = np.argsort(found.best - floors)

    def keeps(stage: int, mine: Floats, theirs: Floats, state: Ints) -> Mask:
        stand: Ints = np.arange(len(mine))
        for k in order:
            w, rest = found.weights[k], found.rest[stage][:, k]
            sums = w[0] * mine[stand] + w[1] * theirs[stand] + rest[state[stand]]
            stand = stand[sums > floors[k] + found.slack]
        mask = np.zeros(len(mine), dtype=bool)
        mask[stand] = True
        return mask

    return keeps


def reaching_any(found: Bounds, floors: Floats) -> Keeps:
    """Keeps what may come above ``floors`` (directions,) along one direction at least; never above infinite ones."""
    order = [int(k) for k in np.argsort(floors - found.best) if np.isfinite(floors[k])]

    def keeps(stage: int, mine: Floats, theirs: Floats, state: Ints) -> Mask:
        mask = np.zeros(len(mine), dtype=bool)
        left: Ints = np.arange(len(mine))
        for k in order:
            w, rest = found.weights[k], found.rest[stage][:, k]
            reaches = w[0] * mine[left] + w[1] * theirs[left] + rest[state[left]] > floors[k] + found.slack
            mask[left[reaches]] = True
            left = left[~reaches]
        return mask

    return keeps


def corner_floors(found: Bounds, corners: Floats) -> Floats:
    """For each direction the least weighted sum of the corners (n, 2) that lie closest to its bound; infinite without.

    A package that no known one covers lies beyond a corner of the staircase that the known ones make; so along the
    direction of that corner its weighted sum is above the corner's.
    """
    floors = np.full(len(found.weights), np.inf)
    sums = corners @ found.weights.T
    nearest = (found.best - sums).argmin(axis=1)
    np.minimum.at(floors, nearest, sums[np.arange(len(corners)), nearest])
    return floors


def staircase(mine: Floats, theirs: Floats, low: Sequence[float]) -> Floats:
    """The inner corners (n + 1, 2) of efficient values (n,) that run from low to high mine; beyond the ends stands
    ``low``, which no value falls below."""
    return np.column_stack([np.append(low[0], mine), np.append(theirs, low[1])])


def envelope_gap(found: Bounds, mine: Floats, theirs: Floats, spans: Floats) -> float:
    """How far a package may lie beyond the efficient values (n,), n >= 1, by the bounds alone, as a share of ``spans``
    (2,). The values run from low to high mine, offsets apart.

    What lies between two listed packages is worth less to me than the upper one, and to them at most what the bounds
    leave at the lower one; or the other way round. The smaller of both stands.
    """
    one = _gap_across(found, mine, theirs, spans)
    turned = Bounds(found.weights[:, ::-1], found.rest)
    return min(one, _gap_across(turned, theirs[::-1], mine[::-1], spans[::-1]))


def _gap_across(found: Bounds, along: Floats, across: Floats, spans: Floats) -> float:
    w, best = found.weights, found.best
    level, upright = w[:, 0] == 0, w[:, 1] == 0
    top = float((best[level] / w[level, 1]).min(initial=np.inf))
    end = float((best[upright] / w[upright, 0]).min(initial=np.inf))
    slanted = ~upright
    reach = ((best[slanted] - along[:, None] * w[slanted, 0]) / w[slanted, 1]).min(axis=1)
    beyond = np.append(top, reach[:-1]) - across
    beyond_end = max((end - along[-1]) / spans[0], 0.0)
    if beyond_end > EVEN:
        beyond = np.append(beyond, reach[-1] - across[-1])
    return float(max(beyond.max() / spans[1], beyond_end, 0.0))
