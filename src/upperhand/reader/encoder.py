"""What does a text mean, as states of its words and as one vector?

Two towers stand on the word table and the first layers of all-MiniLM-L6-v2 (Apache-2.0): its other layers, untouched,
and a copy of the next ones that was tuned on stances. Every text passes them on its own and once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.reader.network import FAR, Floats, Layer, layer_of, normed, through
from upperhand.reader.weights import load_pieces, load_weights
from upperhand.reader.wordpiece import END, START, WordPiece

Text = tuple[str, str]
"""(context, text): a turn with what was said just before where it leans on that; a want has no context."""
TURN_ROOM, CONTEXT_ROOM, WANT_ROOM = 100, 40, 24
"""Word pieces read of a turn or sentence, of its context (the last ones), of a want with its description."""
AT_ONCE = 32
LAYERS = 6


@dataclass(frozen=True)
class Read:
    """One text: states after the split layer (length, width), untouched and ``tuned`` on stances; 1 where a place is
    the text itself and 0 where it is context; and the sentence vector (width,) of length 1."""

    states: Floats
    tuned: Floats
    own: NDArray[np.int8]
    vector: Floats


@dataclass(frozen=True)
class Below:
    """One text with names masked: its word pieces, its untouched states after the split layer (length, width), and 1
    where a place is the text itself."""

    ids: list[int]
    states: Floats
    own: NDArray[np.int8]


class Encoder:
    """Reads texts and remembers them for as long as it lives."""

    def __init__(self) -> None:
        weights = load_weights()
        self._pieces: WordPiece = load_pieces()
        self._word = weights["word.weight"]
        self._place = weights["position.weight"] + weights["kind.weight"][0]
        self._norm = (weights["norm.weight"], weights["norm.bias"])
        self._layers: list[Layer] = [layer_of(weights, f"layers.{i}") for i in range(LAYERS)]
        self.split, self.fixed = int(weights["split"]), int(weights["fixed"])
        self._tuned: list[Layer] = [layer_of(weights, f"stance.lower.{i}") for i in range(self.split - self.fixed)]
        self._read: dict[tuple[Text, int], Read] = {}

    def ids(self, text: str) -> list[int]:
        """The word pieces of a text, without start and end."""
        return self._pieces.ids(text, TURN_ROOM)

    def read(self, texts: Iterable[Text], room: int = TURN_ROOM) -> list[Read]:
        """The reading of each text, in order."""
        wanted = list(texts)
        new = sorted({t for t in wanted if (t, room) not in self._read}, key=lambda t: (len(t[0]) + len(t[1]), t))
        for at in range(0, len(new), AT_ONCE):
            self._take(new[at : at + AT_ONCE], room)
        return [self._read[(t, room)] for t in wanted]

    def below(self, texts: Sequence[Text]) -> list[Below]:
        """Some texts as they are after the split layer of the untouched tower; they are not remembered."""
        rows = [spelt(self._pieces, text, TURN_ROOM) for text in texts]
        x, bias = self._embedded([ids for ids, _ in rows])
        for layer in self._layers[: self.split]:
            x = through(layer, x, bias)
        return [
            Below(ids, states[: len(ids)], np.array(own, dtype=np.int8))
            for (ids, own), states in zip(rows, x, strict=True)
        ]

    def _take(self, some: list[Text], room: int) -> None:
        rows = [spelt(self._pieces, text, room) for text in some]
        x, bias = self._embedded([ids for ids, _ in rows])
        tuned = middle = x
        for number, layer in enumerate(self._layers):
            if number == self.fixed:
                tuned = x
            if number == self.split:
                middle = x
            x = through(layer, x, bias)
        for layer in self._tuned:
            tuned = through(layer, tuned, bias)
        for n, (row, own) in enumerate(rows):
            mean = x[n, : len(row)].mean(0)
            vector = mean / np.sqrt((mean * mean).sum())
            states, mine = middle[n, : len(row)].copy(), tuned[n, : len(row)].copy()
            self._read[(some[n], room)] = Read(states, mine, np.array(own, dtype=np.int8), vector)

    def _embedded(self, rows: list[list[int]]) -> tuple[Floats, Floats]:
        """Padded word states (n, length, width), and the bias that hides the padding."""
        longest = max(len(row) for row in rows)
        ids = np.zeros((len(rows), longest), dtype=np.int64)
        bias = np.full((len(rows), 1, 1, longest), FAR, dtype=np.float32)
        for n, row in enumerate(rows):
            ids[n, : len(row)] = row
            bias[n, :, :, : len(row)] = 0
        return normed(self._word[ids] + self._place[:longest], self._norm), bias


def spelt(pieces: WordPiece, text: Text, room: int) -> tuple[list[int], list[int]]:
    """Word-piece ids of context and text, and 1 at the places of the text."""
    context, own = text
    ids, mine = [START], [1]
    if context:
        part = [*pieces.ids(context, 400)[-CONTEXT_ROOM:], END]
        ids += part
        mine += [0] * len(part)
    part = [*pieces.ids(own, room), END]
    return ids + part, mine + [1] * len(part)
