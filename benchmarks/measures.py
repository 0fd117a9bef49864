"""How good is a reading: of an order of wants, of labels, of chances?

Orders of three wants stand along ORDERS. A prediction is a distribution over them, so that a tie among scores is broken
by every order that fits, in equal shares, and a figure needs no luck. The formulas are those of shared/benchmarks.md.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Whole = NDArray[np.int64]
Flags = NDArray[np.bool_]

ORDERS: tuple[tuple[int, ...], ...] = tuple(itertools.permutations(range(3)))
"""All orders of three wants, as indices, most wanted first."""
FIRST = np.array([order[0] for order in ORDERS])
GAINS = (24.0, 15.0, 8.0)
"""What the wants of highest, middle and lowest true priority are worth to a ranking."""
K_WEIGHTS = np.array([6.0 - k for k in range(1, 6)]) / 15
"""How much the prediction at the k-th utterance counts, k = 1 to 5."""
BINS = 10
_PLACES = np.array(ORDERS)


def _ndcg_table() -> Floats:
    """NDCG@3 of every predicted order (rows) under every true one, 0 at the worst order and 1 at the best."""
    discount = 1 / np.log2(np.arange(2, 5))
    table = np.zeros((len(ORDERS), len(ORDERS)))
    for t, true in enumerate(ORDERS):
        gain = dict(zip(true, GAINS, strict=True))
        table[:, t] = [sum(gain[want] * d for want, d in zip(said, discount, strict=True)) for said in ORDERS]
    worst, best = table.min(0), table.max(0)
    return np.asarray((table - worst) / (best - worst))


NDCG = _ndcg_table()


def order_index(order: Sequence[int]) -> int:
    """The place of an order in ORDERS."""
    return ORDERS.index(tuple(order))


def hard_orders(scores: Floats) -> Floats:
    """Scores (..., 3) as a distribution (..., 6) over the orders that do not put a lower score first."""
    ranked = scores[..., _PLACES]
    fits = (ranked[..., :-1] >= ranked[..., 1:]).all(-1)
    return np.asarray(fits / fits.sum(-1, keepdims=True))


def order_chances(scores: Floats) -> Floats:
    """Plackett-Luce: chances (..., 6) of the orders, where exp(score) is a want's share among those still to place."""
    size = np.exp(scores - scores.max(-1, keepdims=True))[..., _PLACES]
    left = np.cumsum(size[..., ::-1], -1)[..., ::-1]
    return np.asarray((size / left).prod(-1))


def order_marks(predicted: Floats, truth: Whole) -> Floats:
    """(..., 3): exact order (EMA), top want (Top-1) and NDCG@3 of distributions (..., 6), ``truth`` as indices."""
    exact = np.take_along_axis(predicted, truth[..., None], -1)[..., 0]
    top = (predicted * (FIRST[truth][..., None] == FIRST)).sum(-1)
    gain = (predicted * NDCG.T[truth]).sum(-1)
    return np.stack([exact, top, gain], -1)


def log_losses(chances: Floats, truth: Whole) -> Floats:
    """-ln of the chance (n, m) given to the truth, for each case (n,)."""
    return np.asarray(-np.log(np.maximum(chances[np.arange(len(truth)), truth], 1e-12)))


def cross_fitted(losses: Floats, folds: Whole) -> Whole:
    """For each case (n,) the choice, a row of ``losses`` (choices, n), that does best on all other folds."""
    out = np.zeros(len(folds), dtype=np.int64)
    for fold in np.unique(folds):
        out[folds == fold] = int(np.argmin(losses[:, folds != fold].mean(1)))
    return out


def brier(chances: Floats, truth: Whole) -> Floats:
    """Squared error of chances (n, m), a mean over the m outcomes, for each case (n,)."""
    happened = np.eye(chances.shape[1])[truth]
    return np.asarray(((chances - happened) ** 2).mean(1))


def top_want(chances: Floats, truth: Whole) -> tuple[Floats, Floats]:
    """The chance of the want most likely to be first, and whether it is (ties count in part), from orders (n, 6)."""
    first = np.stack([chances[:, want == FIRST].sum(1) for want in range(3)], 1)
    said = first.max(1)
    tied = first >= said[:, None] - 1e-12
    right = tied[np.arange(len(truth)), FIRST[truth]] / tied.sum(1)
    return said, right


def calibration_error(chance: Floats, right: Floats, bins: int = BINS) -> float:
    """Expected calibration error: the mean gap of chance and share right, over bins of equal mass."""
    order = np.argsort(chance, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    gaps = [abs(float(chance[part].mean() - right[part].mean())) * len(part) for part in parts]
    return sum(gaps) / len(chance)


def clustered_error(values: Floats, groups: Whole) -> float:
    """Standard error of the mean of ``values`` (n,) where those of one group (n,) hang together."""
    _, at = np.unique(groups, return_inverse=True)
    sums = np.bincount(at, weights=values - values.mean())
    count = len(sums)
    return float(np.sqrt((sums**2).sum() * count / max(count - 1, 1)) / len(values))


def f1(right: Floats, wrong: Floats, missed: Floats) -> Floats:
    """F1 from counts of true positives, false positives and false negatives; 0 where there is none of any."""
    below = 2 * right + wrong + missed
    return np.asarray(np.divide(2 * right, below, out=np.zeros_like(below), where=below > 0))


def hits(said: Flags, truth: Flags) -> Floats:
    """(n, labels, 3): true positive, false positive, false negative of each case and label."""
    return np.stack([said & truth, said & ~truth, ~said & truth], -1).astype(float)


def label_f1(counts: Floats) -> Floats:
    """F1 (..., labels) from summed hits (..., labels, 3)."""
    return f1(counts[..., 0], counts[..., 1], counts[..., 2])


def class_hits(said: Whole, truth: Whole, classes: int) -> Floats:
    """(n, classes, 3): ``hits`` where each case has one class of several; their mean F1 is the macro-F1."""
    names = np.arange(classes)
    return hits(said[:, None] == names, truth[:, None] == names)


def best_threshold(chance: Floats, truth: Flags) -> float:
    """The threshold in [0, 1] from which on chances (n,) called true give the highest F1 against ``truth`` (n,)."""
    order = np.argsort(-chance, kind="stable")
    ranked = chance[order]
    found = np.cumsum(truth[order])
    said = np.arange(1, len(chance) + 1)
    scored = np.where(np.append(ranked[1:] < ranked[:-1], True), 2 * found / (said + truth.sum()), -1.0)
    best = int(np.argmax(scored))
    below = ranked[best + 1] if best + 1 < len(ranked) else 0.0
    return float((ranked[best] + below) / 2)


def summed(rows: Floats, groups: Whole) -> Floats:
    """Rows (n, ...) added up within each group (n,): (groups, ...)."""
    _, at = np.unique(groups, return_inverse=True)
    out = np.zeros((int(at.max()) + 1, *rows.shape[1:]))
    np.add.at(out, at, rows)
    return out


def bootstrap_error(by_group: Floats, figure: Callable[[Floats], Floats], draws: int = 1000, seed: int = 1) -> Floats:
    """Standard error of ``figure`` of the sum of rows (groups, ...), when whole groups are drawn again.

    ``figure`` takes sums (draws, ...) and gives (draws, ...).
    """
    count = len(by_group)
    times = np.random.default_rng(seed).multinomial(count, np.full(count, 1 / count), size=draws)
    return np.asarray(figure(np.tensordot(times.astype(float), by_group, 1)).std(0, ddof=1))


def ranks(values: Floats) -> Floats:
    """Ranks from 1 of values (n,), ties at their mean rank."""
    below = (values[None, :] < values[:, None]).sum(1)
    same = (values[None, :] == values[:, None]).sum(1)
    return np.asarray(below + (same + 1) / 2)


def spearman(a: Floats, b: Floats) -> float:
    """Rank correlation of two score vectors; 0 where one of them is constant."""
    x, y = ranks(a) - (len(a) + 1) / 2, ranks(b) - (len(b) + 1) / 2
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size else 0.0


def top_found(scores: Floats, worth: Floats) -> float:
    """How surely the highest score is a want of the highest worth: any tied top counts, tied scores share."""
    picked = scores >= scores.max() - 1e-12
    return float((worth[picked] >= worth.max() - 1e-12).mean())
