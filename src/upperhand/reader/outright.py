"""What does it add that a turn names a want outright?

A linear scorer, the same for all wants: the encoder's view of the clause with the want masked, the word-grams around
the mask, where in the talk it stands and how many wants are named with it. Paraphrases are left to the stance network.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from upperhand.reader.encoder import Encoder, Text
from upperhand.reader.grams import WANT, name_of, namings
from upperhand.reader.network import Floats
from upperhand.reader.weights import load_weights

LATEST, MOST_OTHERS = 4, 2
PLACES = (LATEST + 1) * (MOST_OTHERS + 1)
"""Turns of theirs from the fifth on count alike, and so do three wants named at once or more."""


def place(turn: int, others: int) -> int:
    """The index of a naming by the turn (from 0) and the number of other wants named beside it."""
    return min(turn, LATEST) * (MOST_OTHERS + 1) + min(others, MOST_OTHERS)


def unless_denied(added: Any, stance: Any) -> Any:
    """What a naming adds, less of it the more the stance network hears a denial.

    Naming a thing is mostly wanting it, and the scorer knows too few of the ways to say that one does not.
    """
    return np.where(added > 0, added * np.clip(1 + stance, 0, 1), added)


class Outright:
    """Holds the scorer's weights."""

    def __init__(self, encoder: Encoder) -> None:
        weights = load_weights()
        self._encoder = encoder
        self._view, self._grams = weights["outright.view"], weights["outright.grams"]
        self._places = weights["outright.places"]

    def added(self, texts: Sequence[Text], wants: Sequence[str]) -> Floats:
        """What each text adds to each want (texts, wants); 0 where the want is not named. Texts stand in their
        order."""
        names = [name_of(want) for want in wants]
        found = [(n, naming) for n, (_, text) in enumerate(texts) for naming in namings(text, names)]
        out = np.zeros((len(texts), len(wants)), dtype=np.float32)
        if not found:
            return out
        views = self._encoder.views([naming.masked for _, naming in found], WANT) @ self._view
        for (n, naming), view in zip(found, views, strict=True):
            grams = self._grams[list(naming.grams)].sum()
            out[n, naming.want] += view + grams + self._places[place(n, naming.others)]
        return out
