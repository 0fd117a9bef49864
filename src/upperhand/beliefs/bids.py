"""What do they want, if these are the offers they made?

An ensemble of guesses is drawn so that it explains the opening, moved onto all offers by ensemble Kalman inversion
(Iglesias, Law & Stuart 2013; Chen & Oliver 2012), and then settled by Metropolis moves along its own spread (ter Braak
2006) under the exact count of packages that each manner of offering allows. The manners are weighed by how well they
explain the offers less what the guesses had to be bent for it. docs/theory/beliefs-from-offers.md has it all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.random import Generator

from upperhand.beliefs.bids_manner import IN_ORDER, Seen, first_only, log_chance, misfit, seen
from upperhand.beliefs.bids_prior import Guess, decode, drawn, width
from upperhand.beliefs.bids_space import Floats, Ints, Issues, Space, space_of
from upperhand.model.bids import Bids, Option, Share
from upperhand.value.draws import stream

SEED = "bids"
GUESSES = 800
"""Guesses in the ensemble; fewer where an issue list is very long."""
MANNERS = (0.5, 0.25, 0.25)
"""Share of the ensemble, and prior chance, of each manner: narrow, wide, in order."""
PARTS = 4
"""Steps in which the Kalman inversion takes in the offers."""
MOVES = 6
"""Metropolis moves of every guess."""
DOUBT = 1.5
"""By how much standard deviations are widened, since nobody follows a manner to the letter."""
TRUST = 0.2
"""Power of the evidence between manners; it comes from an approximation, and is taken with a pinch of salt."""


def wants_from_offers(
    issues: Issues,
    offers: Sequence[Mapping[str, Option]],
    times: Sequence[float] | None = None,
    deadline: float | None = None,
) -> Bids:
    """Belief about their additive worth, from their ``offers`` in order.

    ``issues`` maps each issue to its options in the order the domain lists them; numbers are put in their order.
    ``times`` says when each offer was made, between 0 and ``deadline``; they are used only if both are given. The same
    call gives the same result, to the last digit. Raises CallError for an empty issue, an unknown option, a time that
    is no number, falls or lies after the deadline.
    """
    space = space_of(issues, offers, times, deadline)
    rng = stream(SEED, "guesses")
    n = int(np.clip(60_000 // (len(space.of) + 3 * len(space.names)), 160, GUESSES))
    z, leaning = drawn(space, n, rng)
    chances = np.full(n, 1.0 / n)
    if len(space.offers):
        told = seen(space)
        manner = np.repeat(np.arange(3), np.diff(np.round(np.cumsum((0.0, *MANNERS)) * n).astype(int)))
        z = _on_opening(told, z, leaning, manner, rng)
        for kind in range(3):
            z[manner == kind] = _inverted(told, z[manner == kind], kind, rng)
        z, logs = _settled(told, z, manner, rng)
        chances = _weighed(z, logs, manner)
    return _result(issues, space, decode(space, z), chances)


def _on_opening(told: Seen, z: Floats, leaning: Floats, manner: Ints, rng: Generator) -> Floats:
    """Resample the guesses of each manner by how well they explain the opening."""
    logs = log_chance(first_only(told), decode(told.space, z), manner) + leaning
    out = z.copy()
    for kind in range(3):
        rows = np.flatnonzero(manner == kind)
        chances = np.exp(logs[rows] - logs[rows].max())
        ends = np.cumsum(chances)
        points = (rng.random() + np.arange(len(rows))) / len(rows) * ends[-1]
        out[rows] = z[rows[np.minimum(np.searchsorted(ends, points, side="right"), len(rows) - 1)]]
    return out


def _inverted(told: Seen, z: Floats, kind: int, rng: Generator) -> Floats:
    """Move guesses (n, width) so that their misfits are what noise of one standard deviation would leave."""
    use = told.new > 0 if kind == IN_ORDER else told.counts > 0
    noise = DOUBT * np.sqrt(PARTS / told.counts[use])
    for _ in range(PARTS):
        off = np.clip(misfit(told, decode(told.space, z), kind)[:, use], -30.0, 30.0)
        a, b = z - z.mean(axis=0), off - off.mean(axis=0)
        between, among = a.T @ b / (len(z) - 1), b.T @ b / (len(z) - 1) + np.diag(noise**2)
        gain = np.linalg.solve(among, between.T)
        z = z + (noise * rng.standard_normal(off.shape) - off) @ gain
    return z


def _settled(told: Seen, z: Floats, manner: Ints, rng: Generator) -> tuple[Floats, Floats]:
    """Metropolis moves; a step is a multiple of the difference of two other guesses of the same manner."""
    n, space = len(z), told.space
    k, d = len(space.names), len(space.of)
    logs = log_chance(told, decode(space, z), manner)
    step = np.full(3, 0.3)
    starts, ends = np.searchsorted(manner, (0, 1, 2)), np.searchsorted(manner, (0, 1, 2), side="right")
    for _ in range(MOVES):
        one, two = rng.integers(starts[manner], ends[manner]), rng.integers(starts[manner], ends[manner])
        size = step[manner] * np.exp(0.5 * rng.standard_normal(n))
        there = z + 0.7 * size[:, None] * (z[one] - z[two]) + 0.03 * rng.standard_normal(z.shape)
        lot = rng.random(n)
        aside, some = np.less(lot, 0.3), np.greater(lot, 0.6)
        stays = np.less(rng.random((n, k)), 0.5)
        issue = np.concatenate((stays, stays, stays, stays[:, space.of], np.zeros((n, width(space) - 3 * k - d))), 1)
        there = np.where(some[:, None] & np.greater(issue, 0), z, there)
        there[aside, : 3 * k + d] = z[aside, : 3 * k + d]
        logs_there = log_chance(told, decode(space, there), manner)
        gain = (logs_there - logs) / DOUBT**2 + 0.5 * ((z**2).sum(axis=1) - (there**2).sum(axis=1))
        goes = np.less(np.log1p(-rng.random(n)), gain)
        z, logs = np.where(goes[:, None], there, z), np.where(goes, logs_there, logs)
        for m in range(3):
            step[m] = np.clip(step[m] * np.exp(goes[manner == m].mean() - 0.25), 0.05, 1.2)
    return z, logs


def _weighed(z: Floats, logs: Floats, manner: Ints) -> Floats:
    """The chance of every guess: each manner by its evidence, mean log chance less the Kullback-Leibler divergence of
    the guesses, as independent normals, from the prior."""
    evidence = np.empty(3)
    for kind in range(3):
        rows = manner == kind
        mean, spread = z[rows].mean(axis=0), z[rows].var(axis=0) + 1e-4
        bent = 0.5 * (spread + mean**2 - 1.0 - np.log(spread)).sum()
        evidence[kind] = logs[rows].mean() - bent + np.log(MANNERS[kind])
    share = np.exp(TRUST * (evidence - evidence.max()))
    return np.asarray((share / share.sum() / np.bincount(manner, minlength=3))[manner])


def _result(issues: Issues, space: Space, guess: Guess, chances: Floats) -> Bids:
    """Equally likely draws and their summaries, back in the order of the call."""
    n = len(chances)
    rows = np.searchsorted(np.cumsum(chances), (np.arange(n) + 0.5) / n * chances.sum()).clip(0, n - 1)
    w = guess.weights[rows]
    part = w[:, space.of] - guess.loss[rows] / guess.stake[rows][:, None]
    value = part / np.maximum(w[:, space.of], 1e-12)
    low, high = np.quantile(w, (0.1, 0.9), axis=0)
    weights, values, parts, draws = {}, {}, {}, {}
    for issue, options in issues.items():
        j = space.names.index(issue)
        column = {option: int(space.first[j]) + i for i, option in enumerate(space.options[j])}
        listed = (options,) if isinstance(options, str) else tuple(options)
        weights[issue] = Share(float(w[:, j].mean()), float(low[j]), float(high[j]))
        draws[issue] = np.maximum(part[:, [column[o] for o in listed]], 0.0)
        parts[issue] = {o: float(np.maximum(part[:, column[o]], 0.0).mean()) for o in listed}
        values[issue] = {o: float(np.clip(value[:, column[o]], 0.0, 1.0).mean()) for o in listed}
    return Bids(weights, values, parts, len(space.offers), draws)
