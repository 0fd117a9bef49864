"""What the words around a named want add to its order: a linear scorer, shared over all wants.

It learns from the orders of campers and of the people in the plain talks; its features are those of
upperhand.reader.mentions, in which no name is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from training.units import Bag
from upperhand.reader.mentions import GRAMS, SIZE, Mention, mentions
from upperhand.reader.names import name_of

RIDGE_GRAMS, RIDGE_TRAITS, OWN = 40.0, 2.0, 0.5
"""The penalties, and what a talk written for this project counts beside a camper."""


def mentions_of(bag: Bag) -> list[Mention]:
    """The mentions of a bag, as the reader sees them."""
    return mentions([(u.context, u.text) for u in bag.units], [name_of(w) for w in bag.units[0].wants])


def features(bag: Bag) -> Any:
    """(wants, SIZE): how often each feature holds for each want of a bag."""
    found = mentions_of(bag)
    rows = [m.want for m in found for _ in m.features]
    columns = [feature for m in found for feature in m.features]
    return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(bag.importance), SIZE))


def fit_mentions(held: Sequence[Any], importances: Sequence[Sequence[float]], counts: Sequence[float]) -> Any:
    """Weights (SIZE,) that make the true orders likeliest (Plackett-Luce), with L2 penalties.

    ``held`` are the features of each bag, ``importances`` those of its wants, all different, ``counts`` what the bag
    counts.
    """
    table = vstack(held).tocsc()
    used = np.flatnonzero(np.diff(table.indptr) > 1)
    table = table[:, used].tocsr()
    rows, real = places(importances)
    ridge = np.where(used >= GRAMS, RIDGE_TRAITS, RIDGE_GRAMS)

    def loss(w: Any) -> tuple[float, Any]:
        scores = table @ w
        value, back = plackett_luce(np.where(real, scores[rows], -np.inf), np.asarray(counts))
        gradient = np.bincount(rows[real], back[real], len(scores))
        return value + (ridge * w) @ w / 2, table.T @ gradient + ridge * w

    weights = np.zeros(SIZE)
    weights[used] = minimize(loss, np.zeros(len(used)), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return weights


def places(importances: Sequence[Sequence[float]]) -> tuple[Any, Any]:
    """For each bag the rows of its wants, most wanted first, in a table as wide as the longest; and which are real."""
    starts = np.cumsum([0, *map(len, importances)])
    rows = np.zeros((len(importances), max(map(len, importances))), dtype=np.int64)
    real = np.zeros(rows.shape, bool)
    for n, importance in enumerate(importances):
        rows[n, : len(importance)] = starts[n] + np.argsort(-np.asarray(importance), kind="stable")
        real[n, : len(importance)] = True
    return rows, real


def plackett_luce(ranked: Any, counts: Any) -> tuple[float, Any]:
    """Minus the weighted log-chance of orders, and its gradient by the scores (bags, most wants).

    Scores stand most wanted first; -inf where a bag has fewer wants.
    """
    total, gradient = 0.0, np.zeros_like(ranked)
    for i in range(ranked.shape[1] - 1):
        rest = ranked[:, i:]
        count = np.where(np.isfinite(ranked[:, i + 1]), counts, 0.0)
        top = np.where(np.isfinite(rest[:, :1]), rest.max(1, keepdims=True), 0.0)
        likely = np.exp(rest - top)
        norm = likely.sum(1)
        live = count > 0
        total += float((count[live] * (np.log(norm[live]) + top[live, 0] - rest[live, 0])).sum())
        share = np.where(live, count / np.where(live, norm, 1.0), 0.0)
        gradient[:, i:] += share[:, None] * likely
        gradient[:, i] -= count
    return total, gradient
