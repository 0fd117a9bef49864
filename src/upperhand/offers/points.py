"""Which of the efficient packages do the classical solutions choose?

Gains are over the no-deal values. Nash: the largest product of gains. Kalai-Smorodinsky: the largest smaller share of
the ideal gains, the ideal being the best a side can get where the other still gains. Egalitarian: the largest smaller
gain. Welfare: the largest sum of values (theory.md 2.1).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.space import Floats

SAME = 1e-12
"""Gains below 0 by no more than this share of the largest value are rounding."""


@dataclass(frozen=True)
class Points:
    """Places of the special packages on a frontier. ``None``: no package leaves neither side worse off than no deal."""

    nash: int | None
    kalai_smorodinsky: int | None
    egalitarian: int | None
    welfare: int


def special_points(mine: Floats, theirs: Floats, no_deal: tuple[float, float]) -> Points:
    """The special points of efficient values (n,), n >= 1, given both no-deal values."""
    sums = mine + theirs
    ties = [
        SAME * max(float(np.abs(side).max()), abs(outside))
        for side, outside in zip((mine, theirs), no_deal, strict=True)
    ]
    gains = mine - no_deal[0], theirs - no_deal[1]
    # Money only moves the sum between the sides, so many packages may share the largest: the fairest of them is named.
    welfare = _best(sums, np.minimum(*gains), np.ones(len(sums), dtype=bool), sum(ties))
    rational = (gains[0] >= -ties[0]) & (gains[1] >= -ties[1])
    if not rational.any():
        return Points(None, None, None, welfare)
    mine_gain, their_gain = (np.maximum(gain, 0.0) for gain in gains)
    ideal = [max(float(gain[rational].max()), 1e-300) for gain in (mine_gain, their_gain)]
    product = mine_gain * their_gain
    shares = np.minimum(mine_gain / ideal[0], their_gain / ideal[1])
    smaller = np.minimum(mine_gain, their_gain)
    return Points(
        _best(product, sums, rational), _best(shares, sums, rational), _best(smaller, sums, rational), welfare
    )


def _best(score: Floats, second: Floats, allowed: NDArray[np.bool_], tie: float | None = None) -> int:
    """The highest score among those allowed; of equal ones (closer than ``tie``) the one with the larger ``second``."""
    top = float(score[allowed].max())
    near = 1e-12 * max(abs(top), 1e-300) if tie is None else tie
    tied = np.flatnonzero(allowed & (score >= top - near))
    return int(tied[second[tied].argmax()])
