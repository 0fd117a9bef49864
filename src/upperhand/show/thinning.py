"""Which points of a long line are enough to see its shape?"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate


def evenly(xs: Sequence[float], ys: Sequence[float], most: int) -> tuple[int, ...]:
    """At most ``most`` (at least 2) places along the line through the points, evenly apart on it, both ends among them.

    Distance is measured with both sides scaled to the same length, so that neither unit counts for more. All places
    where there are no more than ``most``; the same points give the same places.
    """
    n = len(xs)
    if n <= most:
        return tuple(range(n))
    wide, high = (max(values) - min(values) or 1.0 for values in (xs, ys))
    steps = [math.hypot((xs[i] - xs[i - 1]) / wide, (ys[i] - ys[i - 1]) / high) for i in range(1, n)]
    along = [0.0, *accumulate(steps)]
    length = along[-1]
    if not (math.isfinite(length) and length > 0):
        return tuple(sorted({round(k * (n - 1) / (most - 1)) for k in range(most)}))
    places = {0, n - 1}
    for k in range(1, most - 1):
        goal = length * k / (most - 1)
        after = min(bisect_left(along, goal), n - 1)
        nearer_before = after > 0 and goal - along[after - 1] < along[after] - goal
        places.add(after - 1 if nearer_before else after)
    return tuple(sorted(places))
