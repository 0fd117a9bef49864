"""How does a cloud of particles follow the evidence?

Sequential Monte Carlo (theory.md 5.4): reweight; when the effective sample size falls below half, systematic
resampling and two random-walk Metropolis moves in log-ratio space against the full tempered posterior so far. In that
space a Dirichlet(alpha) density is prod w_k^alpha_k (not alpha_k - 1), the Jacobian being prod w_k. A piece that
would leave fewer than a tenth of the particles alive is taken in in several smaller steps.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs.likelihood import log_gamma
from upperhand.beliefs.prior import Prior, normalised
from upperhand.value.draws import stream

Floats = NDArray[np.float64]
Term = Callable[[Floats], Floats]
"""Tempered log-likelihood of one step: particles (n, K) -> (n,)."""

MOVES = 2
STEP = 0.5 * 2.38**2
"""Random-walk scale: proposals have covariance .5 2.38^2 / (K - 1) times that of the particles (theory.md 5.4)."""
RESAMPLE_BELOW = 0.5
NEVER_BELOW = 0.1
MOST_PARTS = 60


class Cloud:
    """Weighted particles that target the posterior given all terms taken in so far.

    ``w`` has shape (n, K), rows on the simplex, K >= 2; ``chances`` shape (n,) sums to 1. The first weights are
    calibrated so that the prior mean is met exactly: little evidence then moves the mean little, not by the noise of
    the draws.
    """

    def __init__(self, prior: Prior, seed: str, n: int) -> None:
        self._prior, self._seed = prior, seed
        self._alpha = prior.strengths(seed, n)
        self._log_w = prior.log_weights(self._alpha, seed, n)
        self.w: Floats = np.exp(self._log_w)
        self.prior_mean: Floats = self._alpha.mean(axis=0) / self._alpha[0].sum()
        self._log_chance = _calibration(self.w, self.prior_mean)
        self._terms: list[Term] = []
        self._told = np.zeros(n)

    @property
    def chances(self) -> Floats:
        """The weight of every particle, shape (n,), summing to 1."""
        return _chances(self._log_chance)

    @property
    def has_evidence(self) -> bool:
        """Whether anything was taken in."""
        return bool(self._terms)

    def mean(self) -> Floats:
        """Mean weight of each want, shape (K,)."""
        return np.asarray(self.chances @ self.w)

    def take(self, name: str, term: Term, swaps: int = 0) -> None:
        """Take in one step of evidence; ``name`` keys its streams, ``swaps`` moves mix the orders of the wants."""
        told, left, part = term(self.w), 1.0, 0
        while left > 0.0:
            part += 1
            share = left if part >= MOST_PARTS else _bearable(self._log_chance, told, left)
            self._log_chance = self._log_chance + share * told
            left = 0.0 if share == left else left - share
            if effective(self.chances) < RESAMPLE_BELOW * len(self.w):
                key = f"beliefs {name} {part}"
                rows = systematic(self.chances, self._uniform(f"{key} resample", 1)[0])
                told = self._keep(rows, told)
                for move in range(MOVES):
                    told = self._move(f"{key} move {move}", term, 1.0 - left, told)
                for swap in range(swaps):
                    told = self._swap(f"{key} swap {swap}", term, 1.0 - left, told)
                if self._prior.is_mixed:
                    self._move_guesses(f"{key} guesses")
        self._terms.append(term)
        self._told = self._told + told

    def equal_weight(self) -> Floats:
        """An equal-weight sample of the same size, shape (n, K); the particles themselves before any evidence."""
        if not self._terms:
            return self.w
        return self.w[systematic(self.chances, self._uniform("beliefs final resample", 1)[0])]

    def _uniform(self, name: str, n: int) -> Floats:
        return stream(self._seed, name).random(n)

    def _keep(self, rows: NDArray[np.intp], told: Floats) -> Floats:
        self._log_w, self.w, self._told = self._log_w[rows], self.w[rows], self._told[rows]
        if len(self._alpha) > 1:
            self._alpha = self._alpha[rows]
        self._log_chance = np.zeros(len(rows))
        return told[rows]

    def _move(self, name: str, term: Term, share: float, told: Floats) -> Floats:
        """One Metropolis step of every particle. ``told`` is ``term`` at the particles; returned at the new ones."""
        noise = np.column_stack(
            [stream(self._seed, f"{name} {want}").standard_normal(len(self.w)) for want in self._prior.wants]
        )
        log_w = normalised(self._log_w + noise @ _root(self._log_w))
        return self._settled(name, log_w, (term, share, told))

    def _settled(self, name: str, log_w: Floats, now: tuple[Term, float, Floats]) -> Floats:
        """Accept or refuse a proposal, which is as likely from there as from here."""
        term, share, told = now
        w = np.exp(log_w)
        told_there = np.asarray(sum((known(w) for known in self._terms), np.zeros(len(w))))
        term_there = term(w)
        gain = (self._alpha * (log_w - self._log_w)).sum(axis=1)
        gain += told_there - self._told + share * (term_there - told)
        goes = np.log1p(-self._uniform(name, len(w))) < gain
        self._log_w[goes], self.w[goes], self._told[goes] = log_w[goes], w[goes], told_there[goes]
        return np.asarray(np.where(goes, term_there, told))

    def _swap(self, name: str, term: Term, share: float, told: Floats) -> Floats:
        """Offer every particle to exchange the weights of two wants, by Metropolis: orders mix that steps would not."""
        n = len(self.w)
        lots = np.column_stack([stream(self._seed, f"{name} {want}").random(n) for want in self._prior.wants])
        first, second = np.argsort(lots, axis=1)[:, :2].T
        log_w, rows = self._log_w.copy(), np.arange(n)
        log_w[rows, first], log_w[rows, second] = self._log_w[rows, second], self._log_w[rows, first]
        return self._settled(name, log_w, (term, share, told))

    def _move_guesses(self, name: str) -> None:
        """Offer every particle a fresh draw of the first guesses, by Metropolis: exact for the mixed prior."""
        fresh = self._prior.strengths(f"{self._seed} {name}", len(self.w))
        gain = ((fresh - self._alpha) * self._log_w + log_gamma(self._alpha) - log_gamma(fresh)).sum(axis=1)
        goes = np.log1p(-self._uniform(name, len(self.w))) < gain
        self._alpha[goes] = fresh[goes]


def effective(chances: Floats) -> float:
    """Effective sample size 1 / sum W^2, between 1 and n."""
    return float(1.0 / (chances @ chances))


def systematic(chances: Floats, start: float) -> NDArray[np.intp]:
    """Rows of a systematic resample: n evenly spaced points with one random ``start`` in [0, 1)."""
    ends = np.cumsum(chances)
    points = (start + np.arange(len(chances))) / len(chances) * ends[-1]
    rows: NDArray[np.intp] = np.searchsorted(ends, points, side="right")
    return np.minimum(rows, len(chances) - 1)


def _chances(log_chance: Floats) -> Floats:
    chances = np.exp(log_chance - log_chance.max())
    return np.asarray(chances / chances.sum())


def _bearable(log_chance: Floats, told: Floats, left: float) -> float:
    """The largest share of the step, at most ``left``, that keeps a tenth of the sample effective."""
    floor = NEVER_BELOW * len(told)
    if effective(_chances(log_chance + left * told)) >= floor:
        return left
    low, high = 0.0, left
    for _ in range(30):
        middle = (low + high) / 2.0
        if effective(_chances(log_chance + middle * told)) >= floor:
            low = middle
        else:
            high = middle
    return low if low > 0.0 else high


def _root(log_w: Floats) -> Floats:
    """Symmetric root of the proposal's covariance in centred log-ratio space, (K, K): no want is the odd one out."""
    centred = log_w - log_w.mean(axis=1, keepdims=True)
    covariance = np.cov(centred, rowvar=False) * (STEP / (log_w.shape[1] - 1))
    values, vectors = np.linalg.eigh(covariance)
    return np.asarray((vectors * np.sqrt(np.maximum(values, 0.0))) @ vectors.T)


def _calibration(w: Floats, mean: Floats) -> Floats:
    """Log weights lambda.(w - mean), shape (n,), under which the sample has exactly this mean; else all zero.

    Calibration weights of survey sampling: Newton's method on the convex log-partition of the tilt.
    """
    off = w - mean
    tilt = np.zeros(w.shape[1])
    for _ in range(25):
        chances = _chances(off @ tilt)
        gap = chances @ off
        if np.abs(gap).max() < 1e-13:
            break
        curvature = (off * chances[:, np.newaxis]).T @ off - np.outer(gap, gap)
        tilt = tilt - np.linalg.pinv(curvature, rcond=1e-9, hermitian=True) @ gap
    chances = _chances(off @ tilt)
    met = np.abs(chances @ off).max() < 1e-9 and effective(chances) > 0.9 * len(w)
    return np.asarray(off @ tilt) if met else np.zeros(len(w))
