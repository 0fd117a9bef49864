"""What could they want before they say a word: weights, option values and a manner of giving way?

Everything is a function of standard normal numbers, so that one matrix of them is a sample of the prior. Per issue:
how much it matters, and a slope, a bend and noise for the options in their listed order. Over all issues: how much the
order of options tells, how far weights spread, how much of the best package's worth is at stake, and the concession.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from upperhand.beliefs.bids_space import Floats, Ints, Space

SHARED = 7
"""Normal numbers that all issues share."""
ORDER = (0.5, 1.5)
"""Mean and spread, on the logistic scale over 1.7, of the part that the order of options plays: wide, so that offers
at one end of every issue speak for order, and offers from the middle against it."""
BEND = 0.5
"""Size of the bend (single peaks) beside the slope."""
SPREAD = (1.0, 0.4)
"""Median of the spread of log weights, and the spread of its logarithm; Dirichlet(1) weights have 1.28, the scenario
collections .6."""
STAKE = (1.2, 1.0)
"""Logistic mean and spread of the range of worth as a share of the best package's."""
BAND = (0.03, 0.5)
"""Median width of the band offers are drawn from, in shares of the best package's worth, and its log spread."""


@dataclass(frozen=True)
class Guess:
    """n ways they could be. ``loss`` (n, D): what an option gives away, in shares of the best package's worth;
    ``weights`` (n, K) shares of the range ``stake`` (n,). At share s of the time they have given up ``given`` *
    s**``bow``; ``rounds`` stands in for an unknown deadline; ``band`` is the width of what they offer.
    """

    loss: Floats
    weights: Floats
    stake: Floats
    given: Floats
    bow: Floats
    rounds: Floats
    band: Floats


def width(space: Space) -> int:
    """How many normal numbers make one guess."""
    return 3 * len(space.names) + len(space.of) + SHARED


def decode(space: Space, z: Floats) -> Guess:
    """The guesses that standard normal numbers (n, width) stand for."""
    k, d = len(space.names), len(space.of)
    h = np.clip(z[:, 3 * k + d :], -4.0, 4.0)
    weights, stake = _weights(space, z[:, :k], h[:, 6]), _stake(h)
    lost = shapes(space, z[:, k : 2 * k], z[:, 2 * k : 3 * k], z[:, 3 * k : 3 * k + d], _order(h))
    return Guess(
        lost * (stake[:, None] * weights)[:, space.of], weights, stake,
        0.2 + 0.8 * _logistic(1.7 * h[:, 2]), np.exp(1.2 * h[:, 3]), np.exp(3.2 + 1.2 * h[:, 4]),
        BAND[0] * np.exp(BAND[1] * h[:, 5]),
    )  # fmt: skip


def shapes(space: Space, slope: Floats, bend: Floats, noise: Floats, order: Floats) -> Floats:
    """Loss of every option (..., D) within its issue, best 0 and worst 1, from slope and bend (..., K), noise
    (..., D) and the part of the order (...)."""
    part = order[..., None]
    line = 1.22 * slope[..., space.of] * space.place + 1.5 * BEND * bend[..., space.of] * (space.place**2 - 1 / 3)
    g = np.sqrt(part) * line + np.sqrt(1.0 - part) * noise
    top = np.maximum.reduceat(g, space.first, axis=-1)[..., space.of]
    low = np.minimum.reduceat(g, space.first, axis=-1)[..., space.of]
    return np.asarray((top - g) / np.maximum(top - low, 1e-9))


def drawn(space: Space, n: int, rng: Generator) -> tuple[Floats, Floats]:
    """n guesses as normal numbers (n, width), and their log importance weights (n,).

    With an opening, the shapes of each issue are picked out of a pool of prior draws with chances exp(-sharp * loss
    of the opening's option); the weights undo the picking, and keep how likely the opening was.
    """
    k, d = len(space.names), len(space.of)
    z = rng.standard_normal((n, width(space)))
    if not len(space.offers):
        return z, np.zeros(n)
    pool = int(np.clip(4_000_000 // (n * d), 4, 32))
    h = np.clip(z[:, 3 * k + d :], -4.0, 4.0)
    size = _stake(h)[:, None] * _weights(space, z[:, :k], h[:, 6])
    sharp = np.where(rng.random(n) < 0.7, 300.0, 30.0)
    slope, bend = rng.standard_normal((2, n, pool, k))
    noise = rng.standard_normal((n, pool, d))
    lost = shapes(space, slope, bend, noise, np.repeat(_order(h)[:, None], pool, axis=1))[:, :, space.offers[0]]
    pull = -(sharp[:, None] * size)[:, None, :] * lost
    pick: Ints = np.argmax(pull + rng.gumbel(size=pull.shape), axis=1)
    rows = np.arange(n)[:, None]
    z[:, k : 2 * k], z[:, 2 * k : 3 * k] = slope[rows, pick, np.arange(k)], bend[rows, pick, np.arange(k)]
    z[:, 3 * k : 3 * k + d] = noise[rows, pick[:, space.of], np.arange(d)]
    top = pull.max(axis=1)
    mean = top + np.log(np.exp(pull - top[:, None]).mean(axis=1))
    return z, (mean - np.take_along_axis(pull, pick[:, None, :], 1)[:, 0]).sum(axis=1)


def _weights(space: Space, raw: Floats, spread: Floats) -> Floats:
    matters = np.array([len(o) > 1 for o in space.options])
    logs = np.clip(SPREAD[0] * np.exp(SPREAD[1] * spread)[:, None] * raw, -20.0, 20.0)
    w = np.exp(logs) * (matters if matters.any() else 1.0)
    return np.asarray(w / w.sum(axis=1, keepdims=True))


def _order(h: Floats) -> Floats:
    return np.clip(_logistic(1.7 * (ORDER[0] + ORDER[1] * h[:, 0])), 0.02, 0.99)


def _stake(h: Floats) -> Floats:
    return _logistic(STAKE[0] + STAKE[1] * h[:, 1])


def _logistic(x: Floats) -> Floats:
    return np.asarray(1.0 / (1.0 + np.exp(-x)))
