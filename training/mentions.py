"""What is added for wants that are named outright: a linear scorer, learnt from CaSiNo's orders, shared over all wants.

Its features are the encoder's view of the clause with the want masked, the word-grams around the mask, and its
place; the names themselves never enter (upperhand.reader.outright).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from training.bert import Bert
from training.fit import stances_of
from training.net import Reader, Texts
from training.units import Bag
from upperhand.reader.grams import SIZE, WANT, name_of, namings
from upperhand.reader.outright import PLACES, place, unless_denied
from upperhand.reader.wordpiece import END, START, WordPiece

VIEW = 768


@dataclass
class Seen:
    """Rows are (turn, want) pairs in order, three wants a turn: ``evidence`` (rows,) of the network, ``dense``
    (rows, VIEW +
    PLACES), ``grams`` (rows, SIZE); ``bag`` (turns,) the bag of a turn, ``order`` (bags, 3) its wants, most wanted
    first."""

    evidence: Any
    dense: Any
    grams: Any
    bag: Any
    order: Any


@torch.no_grad()
def look(net: Reader, texts: Texts, pieces: WordPiece, bert: Bert, bags: Sequence[Bag]) -> Seen:
    """The features of every turn of every bag."""
    net.eval()
    evidence: list[float] = []
    owner, found = list[int](), list[tuple[int, int, Any]]()
    for number, bag in enumerate(bags):
        stance, _ = stances_of(net, texts, bag.units)
        evidence += net.evidence(stance).tolist()
        names = [name_of(w) for w in bag.units[0].wants]
        for t, unit in enumerate(bag.units):
            found += [(3 * len(owner), t, naming) for naming in namings(unit.text, names)]
            owner.append(number)
    seen = views(pieces, bert, sorted({naming.masked for _, _, naming in found}))
    dense = np.zeros((len(evidence), VIEW + PLACES))
    rows, columns = list[int](), list[int]()
    for first, t, naming in found:
        row = first + naming.want
        dense[row, :VIEW] += seen[naming.masked]
        dense[row, VIEW + place(t, naming.others)] += 1
        rows += [row] * len(naming.grams)
        columns += naming.grams
    grams = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(evidence), SIZE))
    order = np.array([np.argsort(-np.array(bag.importance)) for bag in bags])
    return Seen(np.array(evidence), dense, grams, np.array(owner), order)


@torch.no_grad()
def views(pieces: WordPiece, bert: Bert, clauses: Sequence[str]) -> dict[str, Any]:
    """For each clause two vectors of length 1 side by side: of all its words, and of the masked want in it."""
    marks = set(pieces.ids(WANT, 8))
    out: dict[str, Any] = {}
    by_length = sorted(clauses, key=len)
    for at in range(0, len(by_length), 128):
        some = by_length[at : at + 128]
        rows = [[START, *pieces.ids(text, 100), END] for text in some]
        longest = max(map(len, rows))
        ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
        for n, row in enumerate(rows):
            ids[n, : len(row)], mask[n, : len(row)] = torch.tensor(row), 1
        x, bias = bert.embed(ids), (1.0 - mask)[:, None, None, :] * -1e4
        for layer in bert.layers:
            x = layer(x, bias)
        for n, row in enumerate(rows):
            places = [p for p, piece in enumerate(row) if piece in marks] or [0]
            means = x[n, : len(row)].mean(0), x[n, places].mean(0)
            out[some[n]] = np.concatenate([(mean / mean.norm()).numpy() for mean in means])
    return out


@dataclass
class Mentions:
    """Weights: ``scale`` of the network's evidence, ``dense`` (VIEW + PLACES,), ``grams`` (SIZE,)."""

    scale: float
    dense: Any
    grams: Any

    def scores(self, seen: Seen) -> Any:
        """What every turn adds to every want (turns, 3)."""
        added = seen.dense @ self.dense + seen.grams @ self.grams
        return (self.scale * seen.evidence + unless_denied(added, seen.evidence)).reshape(-1, 3)


def fit_mentions(seen: Seen, scale: float, chosen: Any = None, ridges: tuple[float, float] = (1.0, 60.0)) -> Mentions:
    """Weights that make the true orders likeliest (Plackett-Luce), with L2 penalties on ``dense`` and ``grams``.

    ``scale`` is given: it was set where the network was calibrated, on talks of other domains. ``chosen`` are the
    bags to learn from (default: all).
    """
    bags = np.arange(len(seen.order)) if chosen is None else np.asarray(chosen)
    total = csr_matrix((np.ones(len(seen.bag)), (seen.bag, np.arange(len(seen.bag)))))[bags]
    dense = np.stack([total @ seen.dense[k::3] for k in range(3)], 1).reshape(3 * len(bags), -1)
    given = np.stack([total @ seen.evidence[k::3] for k in range(3)], 1) * scale
    used = np.unique(seen.grams.indices)
    narrow = seen.grams[:, used].tocsr()
    grams = [total @ narrow[k::3] for k in range(3)]
    order, wide = seen.order[bags], dense.shape[1]

    def loss(w: Any) -> tuple[float, Any]:
        scores = given + (dense @ w[:wide]).reshape(-1, 3) + np.stack([g @ w[wide:] for g in grams], 1)
        value, back = plackett_luce(scores, order)
        by_gram = sum(g.T @ back[:, k] for k, g in enumerate(grams))
        gradient = np.concatenate([dense.T @ back.ravel() + ridges[0] * w[:wide], by_gram + ridges[1] * w[wide:]])
        return value + (ridges[0] * w[:wide] @ w[:wide] + ridges[1] * w[wide:] @ w[wide:]) / 2, gradient

    found = minimize(loss, np.zeros(wide + len(used)), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    weights = np.zeros(SIZE)
    weights[used] = found[wide:]
    return Mentions(scale, found[:wide], weights)


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
