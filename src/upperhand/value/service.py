"""How well does a package serve each of their wants?

``v_k(x) = 1 - prod(1 - s)`` over the degrees ``s`` in [0, 1] with which the included options and features
serve want ``k``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np
from numpy.typing import NDArray

from upperhand.model.case import Alternative, Case, Issue
from upperhand.model.package import Package

Floats = NDArray[np.float64]


def degree(issue: Issue, want: str, option: str | float) -> float:
    """How far one option of one issue serves one want, in [0, 1]; 0 where the case says nothing."""
    trend = issue.serves_by_range.get(want)
    if trend is not None and issue.low is not None and issue.high is not None and issue.high > issue.low:
        share = (float(option) - issue.low) / (issue.high - issue.low)
        share = min(1.0, max(0.0, share))
        return share if trend == "rising" else 1.0 - share
    return float(issue.serves.get(want, {}).get(str(option), 0.0))


def service(
    case: Case,
    package: Package,
    *,
    with_price: bool = True,
    counts_feature: Callable[[str], bool] = lambda _name: True,
) -> Floats:
    """v_k(x) for every want of the case, shape (K,), each in [0, 1].

    ``with_price=False`` leaves out what the price serves (money mode counts it in money);
    ``counts_feature`` leaves out features by name (those that count by their worth to them).
    """
    left = np.ones(len(case.wants))
    issues = {i.name: i for i in case.issues}
    for k, want in enumerate(case.wants):
        for name, option in package.terms.items():
            issue = issues.get(name)
            if issue is not None and (with_price or not issue.is_price):
                left[k] *= 1.0 - degree(issue, want.name, option)
        for feature in case.features:
            if feature.name in package.features and counts_feature(feature.name):
                left[k] *= 1.0 - feature.serves.get(want.name, 0.0)
    return 1.0 - left


def service_of_alternative(case: Case, alternative: Alternative) -> Floats:
    """v_k of one of their alternatives for every want, shape (K,); 0 where the case says nothing."""
    serves: Mapping[str, float] = alternative.serves
    return np.array([serves.get(w.name, 0.0) for w in case.wants], dtype=float)
