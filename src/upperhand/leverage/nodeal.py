"""What does a side have without this deal? theory.md 2.3 (1) to (3), design point 1.

net_j = a_j e^(-r T_j) - k T_j - c_j;  d = E[max(net; status quo)] - rho;  rho = sigma pi (h + sum gamma^t q m)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.model.case import Alternative, Case, Position
from upperhand.model.estimate import Side
from upperhand.value.worth import Number, Read, future_value

Floats = NDArray[np.float64]


def net_worth(
    alternative: Alternative, position: Position, read: Read, *, delay: bool = True, moved: Number = 0.0
) -> Number:
    """An alternative in hand, today's worth: discounted, less the cost of waiting for it and of switching.

    ``delay=False`` takes it as had at once (for the drivers); ``moved`` is added to its worth. The worth must be given.
    """
    if alternative.worth is None:
        raise ValueError(f"the worth of {alternative.name!r} is unknown")
    worth, cost = read(alternative.worth) + moved, read(alternative.switch_cost)
    if not delay:
        return worth - cost
    days = read(alternative.when)
    rate = read(position.patience) if position.patience is not None else 0.0
    discount = np.exp(-np.asarray(rate) * days)
    net = worth * discount - np.asarray(read(position.waiting)) * days - cost
    return float(net) if np.ndim(net) == 0 else net


def expected_best(nets: list[Number], chances: list[Number], events: list[str | None], status_quo: Number) -> Number:
    """E[max] over uncertain alternatives and a certain status quo.

    ``nets`` and ``chances`` are floats or draws of shape (n,); alternatives with the same ``events`` name share one
    draw (they come true together, the less likely only where the more likely do), all others are independent.
    Returns a float if everything is one. Exact: walks the values from the best down and takes differences of the
    product of the groups' distribution functions.
    """
    if not nets:
        return status_quo
    columns = [np.atleast_1d(np.asarray(x, dtype=float)) for x in (*nets, *chances, status_quo)]
    n, count = max(len(c) for c in columns), len(nets)
    filled = np.column_stack([np.broadcast_to(c, n) for c in columns])
    values, probabilities, floor = filled[:, :count], filled[:, count : 2 * count], filled[:, -1]
    groups = _groups(events)
    order = np.argsort(-values, axis=1, kind="stable")
    values = np.take_along_axis(values, order, axis=1)
    probabilities = np.take_along_axis(probabilities, order, axis=1)
    group_of = groups[order]
    rows = np.arange(n)
    reached = np.zeros((n, int(groups.max()) + 1))  # per group: chance that something better came true
    total, not_better = np.zeros(n), np.ones(n)
    for j in range(count):
        group = group_of[:, j]
        before = reached[rows, group]
        reached[rows, group] = np.maximum(before, probabilities[:, j])
        now = np.prod(1.0 - reached, axis=1)
        total += (not_better - now) * np.maximum(values[:, j], floor)
        not_better = now
    total += not_better * floor
    single = all(np.ndim(x) == 0 for x in (*nets, *chances, status_quo))
    return float(total[0]) if single else total


def _groups(events: list[str | None]) -> NDArray[np.int64]:
    numbers: dict[str, int] = {}
    keys = [event if event is not None else f"\x00{j}" for j, event in enumerate(events)]
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def at_stake(case: Case, side: Side, read: Read) -> Number:
    """rho: what refusing would cost a side in the relationship (theory.md 2.3 (3))."""
    bond = case.relationship.me if side == "me" else case.relationship.them
    relation = read(bond.worth) + future_value(case, side, "lost_if_refused", read)
    return read(case.relationship.continues) * read(bond.lost_if_refused) * relation


@dataclass(frozen=True)
class Counting:
    """Which input groups count (the drivers switch them off). Without ``alternatives`` nothing is left outside,
    not even the status quo."""

    alternatives: bool = True
    delay: bool = True
    relationship: bool = True


EVERYTHING = Counting()


def no_deal(
    case: Case,
    side: Side,
    read: Read,
    *,
    counting: Counting = EVERYTHING,
    shifts: Mapping[str, Number] | None = None,
) -> Number:
    """d: the value a side has without agreement, in the case's unit; a float, or draws of shape (n,).

    ``shifts`` adds to the worth of alternatives by name (their wants have moved). The status quo must be
    known; it pays no waiting.
    """
    position = case.mine if side == "me" else case.theirs
    best: Number = 0.0
    if counting.alternatives:
        if position.otherwise is None:
            raise ValueError(f"what {side} has without any deal is unknown")
        moved = shifts or {}
        listed = position.alternatives
        best = expected_best(
            [net_worth(a, position, read, delay=counting.delay, moved=moved.get(a.name, 0.0)) for a in listed],
            [read(a.chance) for a in listed],
            [a.same_event for a in listed],
            read(position.otherwise),
        )
    return best - at_stake(case, side, read) if counting.relationship else best
