"""What do they want before anything was seen?

w ~ Dirichlet(alpha_0 m), alpha_0 = 1.5 K, with m the user's first guesses normalised (theory.md 5.1). Where a guess is
a range, m itself is uncertain and every particle carries a draw of it. Weights are held as logs, since a Dirichlet
with a small share has weights too small for a float.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs import constants
from upperhand.model.case import Want
from upperhand.model.estimate import Estimate
from upperhand.value.draws import sample, stream

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Prior:
    """The prior over the weights of ``wants``; ``guesses`` run along them, each named after its want."""

    wants: tuple[str, ...]
    guesses: tuple[Estimate, ...]

    @property
    def is_mixed(self) -> bool:
        """Whether a guess is a range, so that the prior is a mixture of Dirichlets."""
        return not all(guess.is_certain for guess in self.guesses)

    def strengths(self, seed: str, n: int) -> Floats:
        """alpha of every particle: shape (n, K), or (1, K) where all guesses are points."""
        rows = n if self.is_mixed else 1
        drawn = np.column_stack([sample(guess, seed, rows) for guess in self.guesses])
        return constants.PRIOR_STRENGTH * len(self.wants) * _shares(drawn)

    def log_weights(self, strengths: Floats, seed: str, n: int) -> Floats:
        """log w of ``n`` particles, shape (n, K), drawn with one stream per want."""
        logs = np.empty((n, len(self.wants)))
        for k, want in enumerate(self.wants):
            chance = stream(seed, f"beliefs prior {want}")
            # Gamma(a) = Gamma(a + 1) U^(1/a) keeps its log where Gamma(a) itself would underflow.
            whole = chance.standard_gamma(np.broadcast_to(strengths[:, k] + 1.0, (n,)))
            logs[:, k] = np.log(whole) - chance.standard_exponential(n) / strengths[:, k]
        return normalised(logs)


def prior_of(wants: tuple[Want, ...]) -> Prior:
    """The prior of a case; a guess without a name is named after its want, so that no two share their draws."""
    guesses = (replace(want.weight, name=want.weight.name or f"wants.{want.name}.weight") for want in wants)
    return Prior(tuple(want.name for want in wants), tuple(guesses))


def normalised(logs: Floats) -> Floats:
    """Log weights shifted so that the weights of each row sum to 1; same shape (n, K)."""
    top = logs.max(axis=1, keepdims=True)
    return np.asarray(logs - top - np.log(np.exp(logs - top).sum(axis=1, keepdims=True)))


def _shares(guesses: Floats) -> Floats:
    """Guesses (rows, K) as shares that sum to 1 along each row, none below the least; equal where none is positive."""
    positive = np.maximum(guesses, 0.0)
    total = positive.sum(axis=1, keepdims=True)
    shares = np.where(total > 0, positive / np.where(total > 0, total, 1.0), 1.0 / guesses.shape[1])
    shares = np.maximum(shares, constants.LEAST_GUESS)
    return np.asarray(shares / shares.sum(axis=1, keepdims=True))
