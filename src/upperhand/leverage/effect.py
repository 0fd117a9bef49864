"""What does a change come to: leverage, my value, the chance that they accept, and what I can expect?"""

from __future__ import annotations

from math import isnan

from upperhand.leverage.evaluate import Evaluator, Standing, Version
from upperhand.model.move import Effect


def effect(evaluator: Evaluator, before: Standing, version: Version) -> Effect:
    """The four numbers of a move, by evaluating the whole case with it (theory.md 2.5).

    My value and the chance are at the terms predicted with the move (design point 7). ``my_value`` is ``None`` where
    there are no predicted terms before or after.
    """
    after = evaluator.standing(version)
    mine = before.prediction.my_value, after.prediction.my_value
    price = evaluator.frame.price if evaluator.frame.money else None
    package = after.prediction.package
    known = mine[0] is not None and mine[1] is not None
    return Effect(
        leverage=_change(before.leverage, after.leverage),
        my_value=(mine[1] or 0.0) - (mine[0] or 0.0) if known else None,
        acceptance=after.acceptance - before.acceptance,
        expected_value=after.expected - before.expected,
        leverage_after=None if isnan(after.leverage) else after.leverage,
        price_after=float(package.terms[price]) if package is not None and price else None,
    )


def _change(before: float, after: float) -> float | None:
    return None if isnan(before) or isnan(after) else after - before
