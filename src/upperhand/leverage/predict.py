"""Which terms do the two positions predict? The weighted Nash solution (theory.md 2.4), never the score.

Money: u_me = d_me + alpha S at a continuous price, other issues as they stand (design point 3). Otherwise: the
efficient package with the largest (u_me - d_me)^alpha (u_them - d_them)^(1 - alpha).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.balance import nash_share
from upperhand.model.case import Case
from upperhand.model.package import Package
from upperhand.offers.frontier import Frontier
from upperhand.offers.solve import solved
from upperhand.offers.table import case_table, optional_features
from upperhand.value.frame import Frame
from upperhand.value.reference import settings
from upperhand.value.worth import likely, my_value, their_value

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Prediction:
    """Predicted terms at likely values. ``package`` is ``None`` where there is no zone or too many packages to list;
    ``reason`` says which. ``limits`` are the prices at my and their no-deal value (money); ``surplus`` is S (money)."""

    package: Package | None
    deal_me_out: Package | None
    my_value: float | None
    their_value: float | None
    surplus: float | None
    limits: tuple[float, float] | None
    exists: bool | None
    reason: str | None = None
    gap: float = 0.0


def alpha(case: Case) -> float:
    """My share of the surplus, from the patience of both sides; one half where either is not known."""
    mine, theirs = case.mine.patience, case.theirs.patience
    return 0.5 if mine is None or theirs is None else nash_share(mine.likely, theirs.likely)


def predict(frame: Frame, package: Package, weights: Floats, no_deals: tuple[float, float]) -> Prediction:
    """Predicted terms. ``weights`` (K,) are theirs, after any shift; ``no_deals`` are d_me and d_them.

    Money mode moves only the price of ``package``; otherwise all issues are open and its features stay.
    """
    if frame.money:
        return _in_money(frame, package, weights, no_deals)
    front = frontier(frame, package, weights)
    if front is None:
        return Prediction(
            None, None, None, None, None, None, None, reason="there are too many packages to list them all"
        )
    return _on_frontier(frame, front, no_deals)


def _in_money(frame: Frame, package: Package, weights: Floats, no_deals: tuple[float, float]) -> Prediction:
    d_me, d_them = no_deals
    mine = float(my_value(frame, package, likely))
    theirs = float(their_value(frame, package, weights, likely))
    surplus, share = mine + theirs - d_me - d_them, alpha(frame.case)
    price = frame.price or ""
    now = float(package.terms.get(price, 0.0))
    sign = 1.0 if frame.paid == "me" else -1.0

    def at(my_share: float) -> Package:
        return package.replacing({price: now + sign * (my_share - mine)})

    limits = now + sign * (d_me - mine), now + sign * (theirs - d_them)
    if surplus < 0:
        why = f"no price suits both sides: {-surplus:,.0f} of joint value is missing"
        return Prediction(None, None, None, None, surplus, limits, False, why)
    nash = d_me + share * surplus
    # Deal-me-out: alternatives matter only where they bind (theory.md 2.4).
    outside = float(np.clip(share * (mine + theirs), d_me, mine + theirs - d_them))
    return Prediction(at(nash), at(outside), nash, mine + theirs - nash, surplus, limits, True)


def _on_frontier(frame: Frame, front: Frontier, no_deals: tuple[float, float]) -> Prediction:
    gains = front.mine - no_deals[0], front.theirs - no_deals[1]
    better = (gains[0] >= -1e-9) & (gains[1] >= -1e-9)
    if not better.any():
        why = "no package leaves both sides better off than without a deal"
        return Prediction(None, None, None, None, None, None, False, why, front.gap)
    share = alpha(frame.case)
    with np.errstate(divide="ignore"):
        logs = [np.log(np.maximum(g, 0.0)) for g in gains]
    weighted = [
        np.where(w > 0, w * log, 0.0) if w == 0 else w * log for w, log in zip((share, 1 - share), logs, strict=True)
    ]
    # Where no package leaves both a gain, the product is 0 everywhere: the larger sum of gains decides.
    score = np.where(better, weighted[0] + weighted[1], -np.inf)
    if not np.isfinite(score).any():
        score = np.where(better, gains[0] + gains[1], -np.inf)
    best = int(score.argmax())
    return Prediction(
        front.package(best), None, float(front.mine[best]), float(front.theirs[best]), None, None, True, None, front.gap
    )


def frontier(frame: Frame, package: Package, weights: Floats) -> Frontier | None:
    """The efficient packages at likely values, features of ``package`` included; ``None`` where issues that serve the
    same wants have too many choices between them."""
    # With rules, what must or must not come along matters: features that may be added are then decided as well.
    optional = optional_features(frame.case, package) if frame.case.rules else ()
    table = case_table(frame, package, weights, optional)
    return None if table is None else solved(table.space)


def stake_ranges(frame: Frame, weights: Floats) -> tuple[float, float]:
    """R_me and R_them: max - min of V over efficient packages (theory.md 2.3 (5)); equal in money mode, where it is the
    price range, or the joint value where no range is given.

    Where the efficient packages leave a side no range (one package is best for both), max - min over all packages
    stands in for both sides, which keeps the reading independent of the units; where nothing varies at all it is 1.
    """
    if frame.money:
        price = frame.case.issue(frame.price or "")
        if price.is_range and price.high is not None and price.low is not None and price.high > price.low:
            return price.high - price.low, price.high - price.low
        mine = float(my_value(frame, frame.reference, likely, with_future=False))
        theirs = float(their_value(frame, frame.reference, weights, likely, with_future=False))
        return (mine + theirs, mine + theirs) if mine + theirs > 0 else (1.0, 1.0)
    front = frontier(frame, frame.reference, weights)
    if front is None:
        return 1.0, 1.0
    if not len(front.mine):
        return _whole_ranges(frame, weights)
    mine, theirs = float(np.ptp(front.mine)), float(np.ptp(front.theirs))
    return (mine, theirs) if mine > 0 and theirs > 0 else _whole_ranges(frame, weights)


def _whole_ranges(frame: Frame, weights: Floats) -> tuple[float, float]:
    """max - min of each side's value over all packages, issue by issue from the reference; 1 where it is 0."""
    spans = [0.0, 0.0]
    for issue in frame.case.issues:
        packages = [frame.reference.replacing({issue.name: option}) for option in settings(issue)]
        spans[0] += float(np.ptp([float(my_value(frame, p, likely)) for p in packages]))
        spans[1] += float(np.ptp([float(their_value(frame, p, weights, likely)) for p in packages]))
    return spans[0] or 1.0, spans[1] or 1.0
