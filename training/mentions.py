"""What is added for wants that are named outright: a linear scorer, learnt from CaSiNo's orders, shared over all wants.

Its features are the network's own view of turn and want, and the word-grams around the masked want. Only turns that
name the want are scored so; paraphrases are left to the network, which knows them from other domains.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.fit import hidden_of
from training.net import Reader, Texts
from training.units import Bag
from upperhand.reader.grams import SIZE, grams, name_of

INNER = 384


@dataclass
class Seen:
    """Rows are the wants of all bags in order: the network's evidence (rows,), its view summed over the turns that
    name the
    want (rows, INNER), hashed grams (rows, SIZE); ``rank`` 0 for the most wanted; three wants a bag."""

    evidence: Any
    view: Any
    grams: Any
    rank: Any


@torch.no_grad()
def look(net: Reader, texts: Texts, bags: Sequence[Bag]) -> Seen:
    """The features of every want of every bag."""
    net.eval()
    evidence, views, ranks = [], [], []
    rows, columns = list[int](), list[int]()
    for bag in bags:
        wants = len(bag.importance)
        view = np.zeros((wants, INNER), dtype=np.float32)
        total = np.zeros(wants)
        hidden, logits = hidden_of(net, texts, bag.units)
        each = net.evidence(logits).view(len(bag.units), wants).numpy()
        inner = hidden.view(len(bag.units), wants, -1).numpy()
        names = [name_of(w) for w in bag.units[0].wants]
        for t, unit in enumerate(bag.units):
            total += each[t]
            for k, found in enumerate(grams(unit.text, names)):
                if found:
                    view[k] += inner[t, k]
                    rows += [len(evidence) + k] * len(found)
                    columns += found
        evidence += total.tolist()
        views.append(view)
        ranks += (-np.array(bag.importance)).argsort().argsort().tolist()
    counts = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(evidence), SIZE))
    return Seen(np.array(evidence), np.concatenate(views), counts, np.array(ranks))


@dataclass
class Mentions:
    """``scale`` of the network's evidence, ``view`` (INNER,) and ``grams`` (SIZE,) weights."""

    scale: float
    view: Any
    grams: Any

    def scores(self, seen: Seen) -> Any:
        """Scores (bags, 3)."""
        return (self.scale * seen.evidence + seen.view @ self.view + seen.grams @ self.grams).reshape(-1, 3)


def fit_mentions(seen: Seen, ridges: tuple[float, float] = (30.0, 30.0), chosen: Any = None) -> Mentions:
    """Weights that make the true orders likeliest (Plackett-Luce), with L2 penalties on ``view`` and ``grams``.

    ``chosen`` are the rows to learn from, whole bags (default: all).
    """
    rows = np.arange(len(seen.rank)) if chosen is None else chosen
    used = np.unique(seen.grams[rows].indices)
    z = seen.grams[rows][:, used].tocsr()
    view, evidence = seen.view[rows], seen.evidence[rows]
    order = np.argsort(seen.rank[rows].reshape(-1, 3), axis=1)

    def loss(w: Any) -> tuple[float, Any]:
        a, u, g = w[0], w[1 : 1 + INNER], w[1 + INNER :]
        scores = (a * evidence + view @ u + z @ g).reshape(-1, 3)
        total, back = plackett_luce(scores, order)
        back = back.ravel()
        gradient = np.concatenate([[back @ evidence], view.T @ back + ridges[0] * u, z.T @ back + ridges[1] * g])
        return total + (ridges[0] * u @ u + ridges[1] * g @ g) / 2, gradient

    start = np.zeros(1 + INNER + len(used))
    start[0] = 0.5
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    weights = np.zeros(SIZE)
    weights[used] = found[1 + INNER :]
    return Mentions(float(found[0]), found[1 : 1 + INNER], weights)


def plackett_luce(scores: Any, order: Any) -> tuple[float, Any]:
    """Minus the log-chance of the true orders, and its gradient by the scores (n, K)."""
    ranked = np.take_along_axis(scores, order, 1)
    total, gradient = 0.0, np.zeros_like(ranked)
    for i in range(ranked.shape[1] - 1):
        rest = ranked[:, i:]
        top = rest.max(1, keepdims=True)
        chance = np.exp(rest - top)
        norm = chance.sum(1, keepdims=True)
        total += float((np.log(norm) + top - rest[:, :1]).sum())
        gradient[:, i:] += chance / norm
        gradient[:, i] -= 1
    back = np.zeros_like(scores)
    np.put_along_axis(back, order, gradient, 1)
    return total, back
