"""Which running counts can the rules be at, when the columns are decided one after the other?

What is decided so far matters to the rest only through the counts of the rules that are still open. Columns are put in
an order in which few are open at once; a rule that can no longer be broken, whatever comes, counts as closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from upperhand.offers.frontier import efficient
from upperhand.offers.space import Floats, Ints, Space

COMPARED = 2_000
"""Choices of a column are compared with each other across what they count up to so many of them."""

SWEEPS = 6
"""So often the order of the columns is improved at most."""


@dataclass(frozen=True)
class Reduced:
    """The choices that may stand in an efficient package that keeps the rules, and what the rules count of them.

    ``options`` holds the choices' numbers per column, ``counts`` per column an array (choices, rules) whose least entry
    for each rule is 0; ``limits`` (rules,) are what the counts may add up to.
    """

    options: tuple[Ints, ...]
    counts: tuple[Ints, ...]
    limits: Ints


@dataclass(frozen=True)
class States:
    """The running counts, stage by stage; at stage j the columns ``order[:j]`` are decided.

    ``levels`` holds per stage 0..n the counts (states, rules); the only state of stage 0 is 0, that of stage n is 0.
    ``options`` holds per stage the choices' numbers in the column ``order[j]``, ``groups`` the group of each: choices
    of one group count the same. ``moves[j]`` (states, groups) leads to the state of stage j + 1; -1: to no end.
    """

    order: tuple[int, ...]
    levels: tuple[Ints, ...]
    options: tuple[Ints, ...]
    groups: tuple[Ints, ...]
    moves: tuple[Ints, ...]

    @property
    def widest(self) -> int:
        """The most states at one stage."""
        return max(len(level) for level in self.levels)


def reduced(space: Space, *, by_value: bool = True) -> Reduced | None:
    """The space without the choices that break a rule by themselves, or that another is as good as.

    ``None``: no package is left. ``by_value`` false: what a choice is worth does not count.

    A choice goes where another of its column is worth as much to both and counts no more in any rule.
    """
    counts, limits = _matrix(space)
    options: list[Ints] = [np.arange(len(table)) for table in space.mine]
    while True:
        before = (sum(map(len, options)), len(limits))
        for j, own in enumerate(counts):
            least = own.min(axis=0)
            limits = limits - least
            counts[j] = own - least
        if (limits < 0).any():
            return None
        for j, own in enumerate(counts):
            fits = (own <= limits).all(axis=1)
            options[j], counts[j] = options[j][fits], own[fits]
            if not len(options[j]):
                return None
        most = sum((own.max(axis=0) for own in counts), np.zeros(len(limits), dtype=np.int64))
        binding = most > limits
        counts, limits = [own[:, binding] for own in counts], limits[binding]
        if (sum(map(len, options)), len(limits)) == before:
            break
    for j, own in enumerate(counts):
        kept = _undominated(space.mine[j][options[j]], space.theirs[j][options[j]], own, by_value=by_value)
        options[j], counts[j] = options[j][kept], own[kept]
    return Reduced(tuple(options), tuple(counts), limits)


def _matrix(space: Space) -> tuple[list[Ints], Ints]:
    counts: list[Ints] = [np.zeros((len(table), len(space.rules)), dtype=np.int64) for table in space.mine]
    for r, rule in enumerate(space.rules):
        for place, own in rule.counts:
            counts[place][:, r] += own
    return counts, np.array([rule.limit for rule in space.rules], dtype=np.int64)


def _undominated(mine: Floats, theirs: Floats, counts: Ints, *, by_value: bool) -> Ints:
    """Places of the choices that no other is as good as; of equal ones one."""
    if not by_value:
        mine, theirs = np.zeros(len(mine)), np.zeros(len(mine))
    _, group = _distinct(counts)
    alike = (np.flatnonzero(group == number) for number in range(int(group.max()) + 1))
    kept = np.sort(np.concatenate([own[efficient(mine[own], theirs[own])] for own in alike]))
    if len(kept) > COMPARED:
        return kept
    better = np.ones((len(kept), len(kept)), dtype=bool)
    for column in (mine[kept], theirs[kept], *(-counts[kept].T)):
        better &= column[:, None] >= column[None, :]
    beaten = better & ~better.T
    return np.asarray(kept[~beaten.any(axis=0)])


def states(parts: Reduced, most: int) -> States | None:
    """All running counts from which an end can be reached; ``None`` where more than ``most`` stand at one stage.

    Where no package keeps the rules, the last stage has no state.
    """
    order = ordered(parts)
    after = _after(parts, order)
    level = np.maximum(np.zeros((1, len(parts.limits)), dtype=np.int64), parts.limits - after[0])
    levels, groups, moves = [level], list[Ints](), list[Ints]()
    for j, place in enumerate(order):
        ways, group = np.unique(parts.counts[place], axis=0, return_inverse=True)
        sums = level[:, None, :] + ways[None, :, :]
        fits = (sums <= parts.limits).all(axis=2)
        reached = np.maximum(sums[fits], parts.limits - after[j + 1])
        first, number = _distinct(reached)
        if len(first) > most:
            return None
        move = np.full(fits.shape, -1, dtype=np.int64)
        move[fits] = number
        level = reached[first]
        levels.append(level)
        groups.append(group.ravel())
        moves.append(move)
    _without_dead_ends(levels, moves)
    options = tuple(parts.options[place] for place in order)
    return States(tuple(order), tuple(levels), options, tuple(groups), tuple(moves))


def _after(parts: Reduced, order: Sequence[int]) -> Ints:
    """What each rule may still count from each stage on, shape (columns + 1, rules)."""
    most = np.array([parts.counts[place].max(axis=0) for place in order], dtype=np.int64)
    most = most.reshape(len(order), len(parts.limits))
    return np.vstack([np.cumsum(most[::-1], axis=0)[::-1], np.zeros((1, len(parts.limits)), dtype=np.int64)])


def _distinct(rows: Ints) -> tuple[Ints, Ints]:
    """The places of the first of each kind of row, and each row's number among them."""
    code = np.zeros(len(rows), dtype=np.int64)
    for column in rows.T if len(rows) else ():
        own = column - column.min()
        # Numbering anew keeps the code small, however many rules there are.
        code = np.unique(code * (int(own.max()) + 1) + own, return_inverse=True)[1].ravel()
    _, first, number = np.unique(code, return_index=True, return_inverse=True)
    return first, number.ravel()


def _without_dead_ends(levels: list[Ints], moves: list[Ints]) -> None:
    """Drop, in place, the states from which no end can be reached."""
    alive = np.ones(len(levels[-1]), dtype=bool)
    for j in range(len(moves) - 1, -1, -1):
        number = np.append(np.where(alive, np.cumsum(alive) - 1, -1), -1)
        moves[j] = number[moves[j]]
        levels[j + 1] = levels[j + 1][alive]
        alive = np.asarray((moves[j] >= 0).any(axis=1))
        moves[j] = moves[j][alive]
    levels[0] = levels[0][alive]


def ordered(parts: Reduced) -> list[int]:
    """The columns in an order in which few counts have to be told apart; columns without a rule come last."""
    most = np.array([own.max(axis=0) if len(parts.limits) else np.zeros(0) for own in parts.counts], dtype=np.int64)
    ruled = [j for j in range(len(parts.counts)) if most[j].any()]
    free = [j for j in range(len(parts.counts)) if not most[j].any()]
    best = _greedy(ruled, most, parts.limits)
    effort = _effort(best, most, parts.limits)
    for _ in range(SWEEPS):
        before = effort
        for place in ruled:
            rest = [j for j in best if j != place]
            trials = [[*rest[:i], place, *rest[i:]] for i in range(len(best))]
            efforts = [_effort(trial, most, parts.limits) for trial in trials]
            if min(efforts) < effort:
                effort = min(efforts)
                best = trials[efforts.index(effort)]
        if effort >= before:
            break
    return best + sorted(free, key=lambda j: len(parts.options[j]))


def _greedy(ruled: Sequence[int], most: Ints, limits: Ints) -> list[int]:
    done: list[int] = []
    left = list(ruled)
    while left:
        sizes = []
        for j in left:
            so_far = most[[*done, j]].sum(axis=0)
            to_come = most[[i for i in left if i != j]].sum(axis=0)
            sizes.append((float(np.log(_values(so_far, to_come, limits)).sum()), j))
        done.append(min(sizes)[1])
        left.remove(done[-1])
    return done


def _effort(order: Sequence[int], most: Ints, limits: Ints) -> float:
    """About how many partial packages an order will hold: states of all stages, later ones with more points in each."""
    if not order:
        return 0.0
    so_far = np.cumsum(most[list(order)], axis=0)
    values = _values(so_far, so_far[-1] - so_far, limits)
    return float((np.exp(np.log(values).sum(axis=1)) * np.arange(1, len(order) + 1)).sum())


def _values(so_far: Ints, to_come: Ints, limits: Ints) -> Floats:
    """How many counts of each rule are told apart, given what was counted and what may be counted yet, at most."""
    least = np.maximum(0, limits - to_come)
    return np.asarray(np.maximum(np.minimum(limits, so_far) - least + 1, 1), dtype=np.float64)
