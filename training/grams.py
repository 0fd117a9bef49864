"""The word-gram scorer: which words around a want say that it matters? Fitted on orders, shared over all wants."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from upperhand.reader.grams import SIZE, Gram, score_features


def matrix(bags: Sequence[Sequence[Gram]]) -> Any:
    """One row a want: hashed grams with their counts damped."""
    rows, columns, values = [], [], []
    for n, grams in enumerate(bags):
        for column, value in score_features(grams).items():
            rows.append(n)
            columns.append(column)
            values.append(value)
    return csr_matrix((values, (rows, columns)), shape=(len(bags), SIZE))


def fit(x: Any, groups: np.ndarray, ranks: np.ndarray, ridge: float) -> np.ndarray:
    """Weights that make the true orders likeliest (Plackett-Luce) with an L2 penalty.

    ``groups`` (rows,) numbers the bag of a row, sorted; ``ranks`` (rows,) is 0 for the most wanted.
    """
    used = np.unique(x.indices)
    z = x[:, used].tocsr()
    starts = np.flatnonzero(np.r_[True, np.diff(groups) != 0])
    k = int(np.diff(np.r_[starts, len(groups)])[0])
    order = np.argsort(ranks.reshape(-1, k), axis=1)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        s = (z @ w).reshape(-1, k)
        sorted_ = np.take_along_axis(s, order, 1)
        total, gradient = 0.0, np.zeros_like(sorted_)
        for i in range(k - 1):
            rest = sorted_[:, i:]
            top = rest.max(1, keepdims=True)
            p = np.exp(rest - top)
            norm = p.sum(1, keepdims=True)
            total += float((np.log(norm) + top - rest[:, :1]).sum())
            gradient[:, i:] += p / norm
            gradient[:, i] -= 1
        back = np.zeros_like(s)
        np.put_along_axis(back, order, gradient, 1)
        return total + ridge * float(w @ w) / 2, z.T @ back.ravel() + ridge * w

    found = minimize(loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options={"maxiter": 200})
    weights = np.zeros(x.shape[1])
    weights[used] = found.x
    return weights
