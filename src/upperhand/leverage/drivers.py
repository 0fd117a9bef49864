"""Where does the reading come from, and which part of it can be moved? Shapley shares over six input groups.

The empty coalition is an equal split with nothing outside: V_i = R_i x the mean of the two gains in shares of their
ranges (money: W / 2 each), d = 0 (status quo included), no future; its reading is 0 (design point 5).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import combinations
from math import factorial, isnan

from upperhand.leverage.balance import balance, dependence
from upperhand.leverage.evaluate import Evaluator, Version
from upperhand.leverage.nodeal import Counting, no_deal
from upperhand.model.estimate import Side
from upperhand.model.reading import Control, Driver
from upperhand.value.worth import likely, my_value, their_value

GROUPS: tuple[tuple[str, Control], ...] = (
    ("reference", "no"),
    ("own alternatives", "yes"),
    ("their alternatives", "partly"),
    ("delay", "no"),
    ("relationship", "partly"),
    ("future", "partly"),
)
"""Each input group with how far the user can move it. A standard and their clock are given."""


def shapley(players: Sequence[str], worth: Callable[[frozenset[str]], float]) -> dict[str, float]:
    """Each player's Shapley share of worth(all) - worth(none): the mean marginal contribution over all orders.

    Exact, by subsets: 2^n evaluations.
    """
    n = len(players)
    value = cache(worth)
    shares = dict.fromkeys(players, 0.0)
    for player in players:
        others = [p for p in players if p != player]
        for size in range(n):
            weight = factorial(size) * factorial(n - size - 1) / factorial(n)
            for group in combinations(others, size):
                before = frozenset(group)
                shares[player] += weight * (value(before | {player}) - value(before))
    return shares


def drivers(evaluator: Evaluator, version: Version) -> tuple[Driver, ...]:
    """The shares of all six groups, in fixed order; they sum to the reading at likely values."""
    reading = _coalition_reading(evaluator, version)
    shares = shapley([name for name, _ in GROUPS], reading)
    return tuple(Driver(name, shares[name], control) for name, control in GROUPS)


def _coalition_reading(evaluator: Evaluator, version: Version) -> Callable[[frozenset[str]], float]:
    frame, ranges = version.frame, evaluator.ranges
    weights = version.shift(evaluator.mean)

    def gains(*, future: bool) -> tuple[float, float]:
        return (
            float(my_value(frame, version.package, likely, with_future=future)),
            float(their_value(frame, version.package, weights, likely, with_future=future)),
        )

    bare, full = gains(future=False), gains(future=True)
    equal = (bare[0] / ranges[0] + bare[1] / ranges[1]) / 2

    @cache
    def outside(side: Side, own: bool, delay: bool, relationship: bool) -> float:
        return float(no_deal(frame.case, side, likely, counting=Counting(own, delay, relationship)))

    def reading(on: frozenset[str]) -> float:
        delay, relationship = "delay" in on, "relationship" in on
        values = bare if "reference" in on else (equal * ranges[0], equal * ranges[1])
        extra = [f - b if "future" in on else 0.0 for f, b in zip(full, bare, strict=True)]
        lost = (
            outside("me", "own alternatives" in on, delay, relationship),
            outside("them", "their alternatives" in on, delay, relationship),
        )
        shares = [dependence(v + e, d) / r for v, e, d, r in zip(values, extra, lost, ranges, strict=True)]
        value = float(balance(shares[0], shares[1]))
        return 0.0 if isnan(value) else value

    return reading
