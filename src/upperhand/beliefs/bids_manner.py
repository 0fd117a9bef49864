"""How likely are these offers from somebody who wants that, in each of three manners of offering?

0 narrow: anything within a band above a target that falls with time. 1 wide: anything above it. 2 in order: their
packages from the best down, each once. An offer's chance is one over the number of packages that the manner allows at
that moment, counted by convolving the issues' losses on a grid; so an offer tells much where few were possible.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from upperhand.beliefs.bids_prior import Guess
from upperhand.beliefs.bids_space import Floats, Ints, Space

NARROW, WIDE, IN_ORDER = 0, 1, 2
GRID = 100
"""Cells for the whole worth of the best package."""
EDGE = 0.005
"""Softness of a band's edges, half a cell."""
KEPT = 60
"""Most offers that are weighed; of more, every second or third."""
STRAY = 0.02
"""Chance that an offer follows no manner; for the opening e^-6 of it, since people open with what suits them."""
GAP = 2.0
"""Log penalty per log package left out between target and offer: where a band is empty the nearest above is offered."""


@dataclass(frozen=True)
class Seen:
    """The offers that tell something, k of them, all of shape (k,) along ``space.offers``.

    ``counts`` is 1 for the first time of a package and 1/4 for the second; later times say nothing new and are left
    out, so that repeating never counts for more. ``rank`` is how many different ones there were up to each, ``new``
    marks first times, ``turn`` is its number in the talk from 0, ``turns`` the number of all offers.
    """

    space: Space
    counts: Floats
    rank: Floats
    new: Floats
    turn: Floats
    turns: int


def seen(space: Space) -> Seen:
    """Count repetitions, and keep the opening and at most ``KEPT`` others, spread over the talk."""
    times: dict[bytes, int] = {}
    counts, rank = np.ones(len(space.offers)), np.ones(len(space.offers))
    for i, offer in enumerate(space.offers):
        key = offer.tobytes()
        times[key] = times.get(key, 0) + 1
        counts[i], rank[i] = 1.0 / times[key] ** 2, len(times)
    kept = np.flatnonzero(counts > 0.2)
    if len(kept) > KEPT:
        kept = kept[np.round(np.linspace(0, len(kept) - 1, KEPT)).astype(int)]
    return _only(
        Seen(space, counts, rank, (counts == 1.0).astype(float), np.arange(len(rank), dtype=np.float64), len(rank)),
        kept,
    )


def first_only(told: Seen) -> Seen:
    """The opening alone."""
    return _only(told, np.zeros(1, dtype=np.int64))


def _only(told: Seen, kept: Ints) -> Seen:
    times = None if told.space.times is None else told.space.times[kept]
    space = replace(told.space, offers=told.space.offers[kept], times=times)
    return Seen(space, told.counts[kept], told.rank[kept], told.new[kept], told.turn[kept], told.turns)


def log_chance(told: Seen, guess: Guess, manner: Ints) -> Floats:
    """Log chance of the offers, shape (n,), under guesses with their manners (n,)."""
    lost, target = _lost(told, guess), _target(told, guess)
    packages = counted(told.space, guess)
    wide = (manner == WIDE)[:, None]
    floor = target - guess.band[:, None]
    below = np.where(wide, 0.0, at(packages, floor - 2 * EDGE))
    allowed = np.maximum(at(packages, target + 2 * EDGE) - below, 1.0)
    passed = np.maximum(at(packages, target) - at(packages, lost + EDGE), 0.0)
    early = np.minimum(np.logaddexp(0.0, (floor - lost) / EDGE - 2.0), GAP * np.log1p(passed))
    logs = -np.logaddexp(0.0, (lost - target) / EDGE - 2.0) - np.where(wide, 0.0, early) - np.log(allowed)
    ordered = manner == IN_ORDER
    if ordered.any():
        better, atmost = (at(packages[ordered], lost[ordered] + side) for side in (-EDGE, EDGE))
        off = np.maximum(np.log((better + 0.5) / told.rank), 0) + np.maximum(np.log(told.rank / (atmost + 0.5)), 0)
        logs[ordered] = -np.log(np.maximum(atmost - better, 1.0)) - 4.0 * off
    stray = np.full(len(told.counts), np.log(STRAY) - told.space.log_size)
    stray[0] -= 6.0
    logs = np.logaddexp(np.log1p(-STRAY) + logs, stray)
    return np.asarray((logs * np.where(ordered[:, None], told.new, told.counts)).sum(axis=1))


def misfit(told: Seen, guess: Guess, manner: int) -> Floats:
    """How far each offer lies from where the manner would have it, in standard deviations, shape (n, k)."""
    lost = _lost(told, guess)
    if manner == IN_ORDER:
        return np.asarray(np.log((at(counted(told.space, guess), lost) + 0.5) / (told.rank + 0.5)) / 0.4)
    target = _target(told, guess)
    if manner == WIDE:
        return np.asarray((lost - target + 0.04) / 0.06)
    band = guess.band[:, None]
    return np.asarray((lost - target + band / 2) / (band / np.sqrt(12.0) + EDGE))


def counted(space: Space, guess: Guess) -> Floats:
    """Number of packages that lose at most 0, 1, 2... cells, shape (n, cells): the convolution of the issues by the
    fast Fourier transform, tilted so that the few best packages are not lost in rounding; near the worst ones, where
    rounding is large, the count is held to the number of all packages."""
    n, k = len(guess.loss), len(space.names)
    cells = 128 if k <= 24 else 128 * (1 + -(-(k + GRID - 127) // 128))
    tilt = space.log_size / np.maximum(guess.stake / 2, 0.05)[:, None]
    cell = guess.loss * GRID
    low = cell.astype(np.int64)
    part = cell - low
    under, over = (1.0 - part) * np.exp(-tilt / GRID * low), part * np.exp(-tilt / GRID * (low + 1))
    place = low + (np.arange(n)[:, None] * k + space.of) * cells
    where, what = np.concatenate((place, place + 1), axis=1).ravel(), np.concatenate((under, over), axis=1).ravel()
    mass = np.bincount(where, what, n * k * cells)[: n * k * cells].reshape(n, k, cells)
    product = np.fft.rfft(mass, axis=2).prod(axis=1)
    packages = np.maximum(np.fft.irfft(product, cells, axis=1), 0.0)
    packages *= np.exp(np.minimum(tilt / GRID * np.arange(cells), 600.0))
    total = np.zeros((n, cells + 1))
    np.cumsum(packages, axis=1, out=total[:, 1:])
    return np.minimum(total, np.exp(space.log_size))


def at(packages: Floats, loss: Floats) -> Floats:
    """How many packages lose at most ``loss`` (n, k), cells spread evenly."""
    cells = packages.shape[1]
    place = np.clip(loss * GRID + 0.5, 0.0, cells - 1.001)
    low = place.astype(np.int64)
    part = place - low
    flat, low = packages.ravel(), low + np.arange(len(packages))[:, None] * cells
    under = flat[low]
    return np.asarray(under + (flat[low + 1] - under) * part)


def _lost(told: Seen, guess: Guess) -> Floats:
    return np.asarray(guess.loss[:, told.space.offers].sum(axis=2))


def _target(told: Seen, guess: Guess) -> Floats:
    share = told.space.times
    if share is None:
        share = told.turn / np.maximum(guess.rounds, told.turns)[:, None]
    return np.minimum(guess.given[:, None] * share ** guess.bow[:, None], guess.stake[:, None])
