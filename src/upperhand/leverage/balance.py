"""Who loses more without a deal? The dependence balance of theory.md 2.3 (4) to (8).

delta_i = max(0, V_i - d_i) / R_i;  leverage = (delta_them - delta_me) / (delta_them + delta_me)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

NOTHING = 1e-12
"""Below this sum of dependences (as shares of the stake ranges) there is no dependence to compare."""


def dependence(value: Floats | float, no_deal: Floats | float) -> Floats:
    """D = max(0, V - d), in the side's own unit."""
    return np.asarray(np.maximum(0.0, np.asarray(value, dtype=float) - no_deal))


def balance(mine: Floats | float, theirs: Floats | float) -> Floats:
    """(theirs - mine) / (theirs + mine) of two dependences in shares of each side's range.

    In [-1, 1]; NaN where neither depends on the other: no dependence, no leverage (theory.md 2.9).
    """
    mine, theirs = np.asarray(mine, dtype=float), np.asarray(theirs, dtype=float)
    total = mine + theirs
    reading = np.full(np.broadcast(mine, theirs).shape, np.nan)
    return np.asarray(np.divide(theirs - mine, total, out=reading, where=total > NOTHING))


def nash_share(mine_patience: float, their_patience: float) -> float:
    """alpha: my share of the surplus, r_them / (r_me + r_them); one half where neither is impatient (theory.md 2.4)."""
    total = mine_patience + their_patience
    return 0.5 if total <= 0 else their_patience / total
