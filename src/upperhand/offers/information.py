"""How much would their reply to a package, or to several, tell of what they want?

Mutual information between their wants and the reply, in nats: the uncertainty about the reply, less the uncertainty
that would be left if their wants were known (theory.md 4.1, formula 13). Their wants are particles of equal weight;
``theirs`` holds what every package is worth to each of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from upperhand.value.response import log_softmax

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def choice_chances(theirs: Floats, menu: Sequence[int] | Ints, scale: float, outside: float | None = None) -> Floats:
    """softmax(theirs / scale) among the packages ``menu`` of ``theirs`` (P, n): shape (P, N), rows sum to 1.

    ``outside`` is their no-deal value: then "none of these" is one more option, the last column. ``scale`` > 0 is in
    the unit of the values: a package better by that much is chosen e times as often.
    """
    odds = theirs[:, np.asarray(menu, dtype=np.int64)] / scale
    if outside is not None:
        odds = np.column_stack([odds, np.full(len(odds), outside / scale)])
    return np.asarray(np.exp(log_softmax(odds)))


def nats(chances: Floats) -> float:
    """What a reply tells of the wants, given its chances (P, m) under each of P particles of equal weight; >= 0."""
    return max(float(_entropy(chances.mean(axis=0)) - _entropy(chances).mean()), 0.0)


def choice_nats(theirs: Floats, menu: Sequence[int] | Ints, scale: float, outside: float | None = None) -> float:
    """What the choice among the packages ``menu`` is expected to tell, at most log of the number of options."""
    return nats(choice_chances(theirs, menu, scale, outside))


def answer_nats(theirs_of_one: Floats, d_them: float, scale: float) -> float:
    """What the yes or no to one package is expected to tell; it is worth ``theirs_of_one`` (P,) to them.

    The chance of a yes is 1 / (1 + exp(-(value - d_them) / scale)), their no-deal value ``d_them`` taken as known: an
    answer that also had to tell it would tell less of the wants.
    """
    return float(answers_nats(theirs_of_one[:, np.newaxis], d_them, scale)[0])


def answers_nats(theirs: Floats, d_them: float, scale: float) -> Floats:
    """The same for every package of ``theirs`` (P, n), shape (n,)."""
    yes = 1.0 / (1.0 + np.exp(-np.clip((theirs - d_them) / scale, -700.0, 700.0)))
    return np.asarray(np.maximum(_coin(yes.mean(axis=0)) - _coin(yes).mean(axis=0), 0.0))


def menus_nats(odds: Floats, menus: Ints, outside: float | None = None) -> Floats:
    """What the choice from each of many menus (M, N) tells; ``odds`` (P, n) are values / scale, ``outside`` likewise.

    Shape (M,). Memory grows with P x M x N.
    """
    picked = odds[:, menus]
    if outside is not None:
        picked = np.concatenate([picked, np.full((*picked.shape[:2], 1), outside)], axis=2)
    picked = picked - picked.max(axis=2, keepdims=True)
    chances = np.exp(picked)
    total = chances.sum(axis=2, keepdims=True)
    chances /= total
    # -sum p log p = log total - sum p odds, with one logarithm a menu instead of one an option
    left = (np.log(total[:, :, 0]) - (chances * picked).sum(axis=2)).mean(axis=0)
    return np.asarray(np.maximum(_entropy(chances.mean(axis=0)) - left, 0.0))


def _entropy(chances: Floats) -> Floats:
    """-sum p log p along the last axis."""
    return np.asarray(-(chances * np.log(np.maximum(chances, 1e-300))).sum(axis=-1))


def _coin(chance: Floats) -> Floats:
    rest = 1.0 - chance
    return np.asarray(-chance * np.log(np.maximum(chance, 1e-300)) - rest * np.log(np.maximum(rest, 1e-300)))
