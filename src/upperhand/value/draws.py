"""Ten thousand ways an uncertain number could turn out, the same each time.

Streams are keyed by the input's name, so that fixing one input leaves the draws of all others as they were,
and what-ifs share draws.
"""

from __future__ import annotations

import hashlib

import numpy as np
from numpy.typing import NDArray

from upperhand.model.estimate import Estimate

DRAWS = 10_000


def stream(seed: str, name: str) -> np.random.Generator:
    """A generator for one named input; the same seed and name give the same stream on every machine."""
    digest = hashlib.sha256(f"{seed}\x00{name}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest[:16], "little"))


def sample(estimate: Estimate, seed: str, n: int = DRAWS) -> NDArray[np.float64]:
    """``n`` draws of an estimate, shape (n,): PERT for a range, Beta for counts, constant for a point.

    PERT(low, likely, high) is Beta(1 + 4(likely-low)/(high-low), 1 + 4(high-likely)/(high-low)) stretched over
    the range. Counts of {yes: a, no: b} are Beta(a, b); a zero count makes the chance certain.
    """
    if estimate.counts is not None:
        yes, no = estimate.counts
        if yes <= 0 or no <= 0:
            return np.full(n, estimate.likely)
        return stream(seed, estimate.name).beta(yes, no, n)
    width = estimate.high - estimate.low
    if width <= 0:
        return np.full(n, estimate.likely)
    a = 1.0 + 4.0 * (estimate.likely - estimate.low) / width
    b = 1.0 + 4.0 * (estimate.high - estimate.likely) / width
    return estimate.low + width * stream(seed, estimate.name).beta(a, b, n)
