"""How near is what was said to each want, on its own and beside the other wants?"""

from __future__ import annotations

import math
import re

import numpy as np

from upperhand.reader.network import Floats

FEATURES = 6
_WORD = re.compile(r"[^\W_]{4,}")
ROOT = 5
"""Letters by which two words count as the same: a crude stem that needs no list."""


def likeness(spoken: Floats, wants: Floats, text: str, names: tuple[str, ...]) -> Floats:
    """(wants, FEATURES): cosine; less the mean of the others; less the best other; as a share; words in common; length.

    ``spoken`` (width,) and ``wants`` (n, width) are vectors of length 1.
    """
    cosine = wants @ spoken
    n = len(cosine)
    mean = (cosine.sum() - cosine) / max(n - 1, 1)
    best = np.array([max((cosine[j] for j in range(n) if j != k), default=cosine[k]) for k in range(n)])
    shares = np.exp(10 * (cosine - cosine.max()))
    said = roots(text)
    shared = np.array([float(min(len(roots(name) & said), 3)) for name in names])
    columns = [cosine * 4, (cosine - mean) * 4, (cosine - best) * 4, shares / shares.sum(), shared,
               np.full(n, math.log(len(text.split()) + 1))]  # fmt: skip
    return np.stack(columns, -1).astype(np.float32)


def roots(text: str) -> frozenset[str]:
    """The beginnings of the longer words of a text."""
    return frozenset(word[:ROOT] for word in _WORD.findall(text.lower()))
