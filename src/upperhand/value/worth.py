"""What is a package worth, to me and to them?

V_them = worth x (sum w v(x) / sum w0 v(x0)) + worth of included features + option values -/+ price - cost (+ F)
V_me   = worth -/+ price - cost - cost of included features + option values (+ F)

Whoever is paid adds the price. In points V is the sum of the issues' points, included features
and F. ``F`` is the future business that agreeing brings (theory.md 2.3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from upperhand.model.case import Case, Future, Issue, Position
from upperhand.model.estimate import Estimate, Side
from upperhand.model.package import Package
from upperhand.value.frame import POINTS, Frame, normalised, worth_service

Floats = NDArray[np.float64]
Number = float | Floats
Read = Callable[[Estimate], Number]
"""How an estimate is read: at its likely value, or as draws of shape (n,)."""


def likely(estimate: Estimate) -> float:
    """The headline reading of an estimate."""
    return estimate.likely


def option_value(issue: Issue, values: Mapping[str, Estimate], option: str | float, read: Read) -> Number:
    """Worth of one option to one side; on a range, linear between the numbers given and flat beyond them.

    0 where the side has said nothing of it.
    """
    if not values:
        return 0.0
    if str(option) in values:
        return read(values[str(option)])
    if not issue.is_range:
        return 0.0
    known = sorted((float(at), read(worth)) for at, worth in values.items())
    at = float(option)
    if at <= known[0][0]:
        return known[0][1]
    for (x0, y0), (x1, y1) in pairwise(known):
        if at <= x1:
            return y0 + (y1 - y0) * ((at - x0) / (x1 - x0))
    return known[-1][1]


def options_value(case: Case, position: Position, package: Package, read: Read) -> Number:
    """Sum of the option values of a package to one side."""
    total: Number = 0.0
    for issue in case.issues:
        if issue.name in package.terms and issue.name in position.issues:
            total = total + option_value(issue, position.issues[issue.name], package.terms[issue.name], read)
    return total


def net_present_value(future: Future, read: Read) -> Number:
    """sum over t = 1..times of gamma^t q m, with gamma = 1 - discount per period (theory.md 2.3, F and Rel)."""
    keep = 1.0 - np.asarray(read(future.discount))
    powers = sum((keep**t for t in range(1, future.times + 1)), np.zeros_like(keep))
    total = powers * read(future.credible) * read(future.margin)
    return float(total) if total.ndim == 0 else total


def future_value(case: Case, side: Side, arises: str, read: Read) -> Number:
    """What the counted future business of one kind is worth to one side."""
    total: Number = 0.0
    for future in case.future:
        if future.counted and future.side == side and future.arises == arises:
            total = total + net_present_value(future, read)
    return total


def _base(case: Case, position: Position, read: Read, scale: Number = 1.0) -> Number:
    if case.unit == POINTS:
        return 0.0
    worth = read(position.worth) * scale if position.worth is not None else 0.0
    return worth - (read(position.cost) if position.cost is not None else 0.0)


def _price(frame: Frame, package: Package, side: Side) -> float:
    # In points the price counts by the points given for it, like any other issue.
    if frame.price is None or frame.paid is None or frame.case.unit == POINTS:
        return 0.0
    amount = float(package.terms.get(frame.price, 0.0))
    return amount if frame.paid == side else -amount


def added_value(frame: Frame, package: Package, side: Side, read: Read) -> Number:
    """What the terms and features of a package add to one side's value, beside its base and what it serves of their
    wants. It adds up over the parts of a package."""
    case = frame.case
    position = case.mine if side == "me" else case.theirs
    total = _price(frame, package, side) + options_value(case, position, package, read)
    for feature in case.features:
        if feature.name in package.features:
            if side == "me":
                total = total - read(feature.cost)
            elif feature.worth_to_them is not None:
                total = total + read(feature.worth_to_them)
    return total


def base_value(frame: Frame, side: Side, read: Read, ratio: Number = 1.0, *, with_future: bool = True) -> Number:
    """What every package is worth to one side, where their wants are served at ``ratio`` of the reference."""
    case = frame.case
    total = _base(case, case.mine, read) if side == "me" else _base(case, case.theirs, read, ratio)
    return total + future_value(case, side, "if_agreed", read) if with_future else total


def my_value(frame: Frame, package: Package, read: Read, *, with_future: bool = True) -> Number:
    """V_me of a package in the case's unit: a float, or draws of shape (n,)."""
    return base_value(frame, "me", read, with_future=with_future) + added_value(frame, package, "me", read)


def service_ratio(frame: Frame, package: Package, weights: Floats) -> Number:
    """sum w v(x) / sum w0 v(x0) over the counted wants; 1 where x0 serves nothing.

    ``weights`` (K,) gives a float, (n, K) gives shape (n,).
    """
    if frame.norm <= 0 or not len(frame.case.wants):
        return 1.0
    served = worth_service(frame.case, package, money=frame.money)
    ratio = normalised(weights, frame.counted) @ served / frame.norm
    return float(ratio) if np.ndim(ratio) == 0 else np.asarray(ratio)


def their_value(frame: Frame, package: Package, weights: Floats, read: Read, *, with_future: bool = True) -> Number:
    """V_them of a package in the case's unit: a float, or draws of shape (n,) where weights or estimates are drawn."""
    ratio = service_ratio(frame, package, weights)
    return base_value(frame, "them", read, ratio, with_future=with_future) + added_value(frame, package, "them", read)
