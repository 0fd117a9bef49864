"""How likely do people choose, or accept? Softmax and logit, in one place."""

from __future__ import annotations

from typing import overload

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

ACCEPTANCE_SCALE = 0.1
"""Logit scale of an answer, as a share of their stake range R_B (design: what the numbers mean, 7)."""

CHOICE_SLOPE = 6.0
"""Softmax slope of a choice between packages, on w.v with services v in [0, 1] (design: what the numbers mean, 10)."""


@overload
def acceptance(surplus: float, stake_range: float) -> float: ...
@overload
def acceptance(surplus: Floats, stake_range: float) -> Floats: ...
def acceptance(surplus: Floats | float, stake_range: float) -> Floats | float:
    """sigma(surplus / (.1 R_B)): the chance that a side takes terms that leave it ``surplus`` above its no-deal value.

    ``stake_range`` > 0 in the same unit. Returns values in (0, 1), of the shape of ``surplus``.
    """
    scaled = np.clip(np.asarray(surplus, dtype=float) / (ACCEPTANCE_SCALE * stake_range), -700.0, 700.0)
    chance = 1.0 / (1.0 + np.exp(-scaled))
    return float(chance) if chance.ndim == 0 else chance


def log_softmax(utilities: Floats, axis: int = -1) -> Floats:
    """log of the choice probabilities of a softmax along ``axis``; same shape."""
    shifted = utilities - utilities.max(axis=axis, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True)))
