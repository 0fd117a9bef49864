"""How far does a true, salient message move what they think they want? theory.md 2.6 (12)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.evaluate import Shift
from upperhand.model.case import Case, Want

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

STRENGTH = 0.34
"""s per attended mention: makes a want of weight .25 gain 5 % at c = 20 (Fisher 2017, theory.md 2.6)."""

CAP = 0.25
"""A planned shift never raises a weight by more than this share of itself (theory.md 2.6)."""

OPEN = 20.0
"""How settled their wants are, where the user has not said (open)."""


def certainty(case: Case, want: Want | None) -> tuple[float, bool]:
    """Their own certainty c about a want as a pseudo-count, and whether the user gave it (else: open, 20)."""
    given = (want.certainty if want is not None else None) or case.them.certainty
    return (given, True) if given is not None else (OPEN, False)


def how_settled(c: float) -> str:
    """The word for a certainty: unsure, open or settled, whichever is nearest on a log scale."""
    return "unsure" if c < 9 else "open" if c < 63 else "settled"


def malleability(c: float, s: float = STRENGTH) -> float:
    """mu = s / (c + s), in (0, 1): falls with certainty."""
    return s / (c + s)


def shifted(weights: Floats, k: int, c: float, s: float = STRENGTH, counted: Mask | None = None) -> Floats:
    """(c w + s M e_k) / (c + s): weights (..., K) after a message of strength ``s`` on want ``k``.

    It moves only the ``counted`` wants (all, where not given), whose sum M stays: how much a want that the money counts
    weighs has nothing to do with it.
    """
    among = np.ones(weights.shape[-1], dtype=bool) if counted is None else counted
    moved = np.where(among, weights * (c / (c + s)), weights)
    moved[..., k] += np.where(among, weights, 0.0).sum(axis=-1) * (s / (c + s))
    return moved


def capped_strength(weight: float, c: float, s: float = STRENGTH) -> float:
    """The largest strength up to ``s`` whose shift of a mean weight stays within the cap: s(1 - m)/(c + s) <= .25 m."""
    room = 1.0 - weight - CAP * weight
    return s if room <= 0 else min(s, CAP * weight * c / room)


def lighting(k: int, weight: float, c: float, counted: Mask) -> Shift:
    """The shift that light on want ``k`` brings, for every draw; ``weight`` is its mean among the counted wants."""
    s = capped_strength(weight, c)
    return lambda weights: shifted(weights, k, c, s, counted)


def opening(c: float, counted: Mask, s: float = STRENGTH) -> Shift:
    """The shift that adds a want nobody thought of: it takes s / (c + s) of what the counted wants weigh together, and
    they are rescaled (theory.md 2.6)."""
    share = s / (c + s)

    def add(weights: Floats) -> Floats:
        taken = np.where(counted, weights, 0.0).sum(axis=-1, keepdims=True) * share
        return np.concatenate([np.where(counted, weights * (1.0 - share), weights), taken], axis=-1)

    return add
