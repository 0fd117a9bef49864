"""How far above their no-deal value would a package leave them? What an answer to it tells depends on that."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.nodeal import no_deal
from upperhand.leverage.predict import stake_ranges
from upperhand.leverage.unknown import unknowns
from upperhand.model.case import Case
from upperhand.model.package import Package
from upperhand.value.frame import make_frame
from upperhand.value.reference import resolve
from upperhand.value.worth import likely, their_value

Floats = NDArray[np.float64]


def surplus_in_ranges(case: Case) -> Callable[[Package, Floats], Floats] | None:
    """(V_them(x; w) - d_them) / R_them at likely values, for weights (n, K): shape (n,).

    Terms a package leaves open stand as at the reference. ``None`` where the case has unknowns: then an answer of
    theirs cannot be weighed.
    """
    if unknowns(case):
        return None
    guesses = np.array([w.weight.likely for w in case.wants], dtype=float)
    prior = guesses / guesses.sum() if guesses.sum() > 0 else np.full(len(guesses), 1.0 / max(len(guesses), 1))
    reference, _ = resolve(case, prior)
    frame = make_frame(case, prior, reference)
    stake = stake_ranges(frame, prior)[1]
    outside = no_deal(case, "them", likely)

    def surplus(package: Package, weights: Floats) -> Floats:
        full = Package({**reference.terms, **package.terms}, package.features)
        values = np.asarray(their_value(frame, full, weights, likely), dtype=float)
        return np.broadcast_to((values - float(outside)) / stake, len(weights))

    return surplus
