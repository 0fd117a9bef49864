"""How do many things heard add up to one score a want?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs.likelihood import chance_of
from upperhand.beliefs.tempering import confidence, observed, undivided
from upperhand.model.evidence import Evidence, Heard

Floats = NDArray[np.float64]


SHORT = 4
"""Words below which two sources may well say the same by themselves ("yes, exactly")."""


def omegas(pieces: Sequence[Evidence], clock: date | None) -> list[float]:
    """The tempering exponent of each piece: reliability and decay, shared among the sources with the same words.

    A mail that is in the folder twice, or quoted in the answer to it, is one mail.
    """
    sources: dict[tuple[str, str], Counter[tuple[str, str]]] = {}
    for piece in pieces:
        sources.setdefault(_same(piece), Counter())[piece.source, piece.id] += 1
    return [undivided(piece, clock) / _copies(sources[_same(piece)]) for piece in pieces]


def _copies(places: Counter[tuple[str, str]]) -> int:
    """How often words were told that stand at these (source, piece): once a source, unless it was read twice."""
    return len({source for source, _ in places}) * max(places.values())


def scores(pieces: Sequence[Evidence], each: Sequence[float], place: Mapping[str, int]) -> Floats:
    """The sum of the tempered strengths of each want, shape (K,)."""
    total = np.zeros(len(place))
    for piece, omega in zip(pieces, each, strict=True):
        claim = observed(piece.claim)
        if isinstance(claim, Heard):
            total[place[claim.want]] += omega * confidence(piece) * claim.strength
    return total


def _same(piece: Evidence) -> tuple[str, str]:
    claim = observed(piece.claim)
    words = piece.quote.casefold().split()
    return claim.want if isinstance(claim, Heard) else "", " ".join(words) if len(words) >= SHORT else piece.id


class Orders:
    """Particles by the order of their weights: what was heard depends on nothing else of them.

    ``w`` (n, K) are particles with ``chances`` (n,).
    """

    def __init__(self, w: Floats, chances: Floats) -> None:
        orders, place = np.unique(np.argsort(-w, axis=1, kind="stable"), axis=0, return_inverse=True)
        place = place.reshape(-1)
        self._orders = orders
        self._mass = np.bincount(place, chances, len(orders))
        self._sums = np.stack([np.bincount(place, chances * column, len(orders)) for column in w.T], axis=1)

    def mean(self, total: Floats) -> Floats:
        """The mean weights (K,) once everything heard adds up to ``total`` (K,)."""
        told = chance_of(self._orders, total)
        likely = np.exp(told - told.max())
        return np.asarray(likely @ self._sums / (likely @ self._mass))
