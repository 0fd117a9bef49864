"""Short phrases that make an act: a linear scorer an act, beside the network (upperhand.reader.phrases)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.casino import ACT_OF
from training.corpus import ACTS
from training.fit import Said
from upperhand.reader.acts import joined
from upperhand.reader.phrases import SIZE, phrases

RIDGE, OWN = 3.0, 0.3
"""The penalty, and what a turn written for this project counts beside one of CaSiNo."""


def fit_phrases(campers: Sequence[Said], ours: Sequence[Said]) -> Any:
    """Weights (SIZE + 1, acts), the last row the offsets: logistic regressions with an L2 penalty.

    Only acts that CaSiNo labels have any; without real speech to learn from, phrases lead astray.
    """
    turns = [*campers, *ours]
    seen, truth = table([s.unit.text for s in turns]), np.array([s.acts for s in turns])
    weight = np.repeat([1.0, OWN], [len(campers), len(ours)])
    used = np.unique(seen.indices)
    narrow = seen[:, used].tocsr()
    out = np.zeros((SIZE + 1, len(ACTS)))
    for k in sorted(ACTS.index(act) for act in set(ACT_OF.values())):
        known = np.flatnonzero(truth[:, k] >= 0)
        rows, y, share = narrow[known], truth[known, k], weight[known]

        def loss(w: Any, rows: Any = rows, y: Any = y, share: Any = share) -> tuple[float, Any]:
            z = rows @ w[:-1] + w[-1]
            off = share * (1 / (1 + np.exp(-z)) - y)
            value = share @ (np.logaddexp(0, z) - y * z) + RIDGE * w[:-1] @ w[:-1] / 2
            return value, np.append(rows.T @ off + RIDGE * w[:-1], off.sum())

        found = minimize(loss, np.zeros(len(used) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 100}).x
        out[used, k], out[-1, k] = found[:-1], found[-1]
    return out


def table(texts: Sequence[str]) -> Any:
    """Which phrases (texts, SIZE) the texts hold."""
    held = [phrases(text) for text in texts]
    rows = np.repeat(np.arange(len(held)), [len(h) for h in held])
    return csr_matrix((np.ones(len(rows)), (rows, [p for h in held for p in h])), shape=(len(held), SIZE))


def with_phrases(chances: Any, texts: Sequence[str], weights: Any) -> Any:
    """The network's chances (texts, acts) joined with those of the phrases, as the reader joins them."""
    return joined(np.asarray(chances), table(texts) @ weights[:-1] + weights[-1], weights.any(0))
