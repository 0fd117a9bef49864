"""By which rules is this case valued: money or points, who is paid, which wants count, at which reference?

design: what the numbers mean, points 2, 3 and 6.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.model.case import Case, Issue, Position
from upperhand.model.estimate import Side
from upperhand.model.package import Package
from upperhand.value.service import service

Floats = NDArray[np.float64]

POINTS = "points"


@dataclass(frozen=True)
class Frame:
    """How the packages of a case are valued.

    ``reference`` is x°, filled in where the user left terms open. ``counted`` (K,) marks the wants whose service
    scales their ``worth``; ``norm`` is the prior-mean service of x° over those wants (0: nothing is served, so the
    ratio is 1). ``price`` is the name of the one price issue and ``paid`` who receives it (``None`` outside money).
    """

    case: Case
    reference: Package
    prior: Floats
    counted: NDArray[np.bool_]
    norm: float
    money: bool
    price: str | None
    paid: Side | None


def price_issue(case: Case) -> Issue | None:
    """The one issue that is the price; ``None`` where there is none or more than one."""
    prices = [i for i in case.issues if i.is_price]
    return prices[0] if len(prices) == 1 else None


def payee(case: Case) -> Side | None:
    """Who is paid: the side for whom a higher price is better. ``None`` where the case does not say."""
    price = price_issue(case)
    if price is None or price.better_for_me is None:
        return None
    return "me" if price.better_for_me == "higher" else "them"


def worth_is_known(position: Position, *, is_payee: bool) -> bool:
    """Whether a side's base value is given: a worth, or for who is paid a cost."""
    return position.worth is not None or (is_payee and position.cost is not None)


def is_money(case: Case) -> bool:
    """Money mode: both worths in the unit and exactly one price with a direction (design point 3)."""
    paid = payee(case)
    return (
        case.unit != POINTS
        and paid is not None
        and worth_is_known(case.mine, is_payee=paid == "me")
        and worth_is_known(case.theirs, is_payee=paid == "them")
    )


def counted_wants(case: Case, *, money: bool) -> NDArray[np.bool_]:
    """Which wants scale their worth, shape (K,): in money mode not those that only the price serves."""
    counted = np.ones(len(case.wants), dtype=bool)
    if not money:
        return counted
    for k, want in enumerate(case.wants):
        by_price = any(i.is_price and (want.name in i.serves_by_range or want.name in i.serves) for i in case.issues)
        otherwise = (
            any(not i.is_price and (want.name in i.serves_by_range or want.name in i.serves) for i in case.issues)
            or any(want.name in f.serves for f in case.features)
            or any(p.want == want.name for p in case.possibilities)
        )
        counted[k] = otherwise or not by_price
    return counted


def normalised(weights: Floats, counted: NDArray[np.bool_]) -> Floats:
    """Weights over the counted wants, set to 0 elsewhere and to sum 1 along the last axis; all 0 where none counts.

    Without this, news about a want that the money already counts would change what the rest is worth in money.
    """
    kept = np.where(counted, weights, 0.0)
    total = kept.sum(axis=-1, keepdims=True)
    return np.asarray(np.divide(kept, total, out=np.zeros_like(kept), where=total > 0))


def worth_service(case: Case, package: Package, *, money: bool) -> Floats:
    """v_k(x) as their worth counts it, shape (K,): without the price in money mode, and without features that
    count by their worth to them, so that nothing counts twice."""
    by_worth = {f.name for f in case.features if f.worth_to_them is not None}
    return service(case, package, with_price=not money, counts_feature=lambda name: name not in by_worth)


def make_frame(case: Case, prior: Floats, reference: Package) -> Frame:
    """The rules for one case. ``prior`` is the prior mean of the weights, shape (K,); ``reference`` is complete."""
    money = is_money(case)
    counted = counted_wants(case, money=money)
    price = price_issue(case)
    norm = float(normalised(prior, counted) @ worth_service(case, reference, money=money)) if len(case.wants) else 0.0
    return Frame(case, reference, prior, counted, norm, money, price.name if price else None, payee(case))
