"""What does a turn say of the wants it names outright?

The turn is read once for each want it names, with the names masked, by upper layers of the encoder that were tuned on
such turns; the words around the name, how much of it is spoken of and the order in which wants come up are weighed by a
linear scorer. Paraphrases are left to the stance network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.reader.encoder import LAYERS, Below, Encoder, Text
from upperhand.reader.mentions import mentions
from upperhand.reader.names import WANT, name_of
from upperhand.reader.network import Floats, gelu, in_batches, layer_of, linear, padded, softmax, through
from upperhand.reader.weights import load_weights

INNER = 192


@dataclass(frozen=True)
class NamedRead:
    """Along (texts, wants): whether the want is ``named``, the stance ``chances`` (with the classes last), and what the
    text ``adds`` to the want's score in log-odds of the order; 0 where it is not named."""

    named: NDArray[np.bool_]
    chances: Floats
    adds: Floats


class NamedReader:
    """Holds the layers and heads for turns that name a want."""

    def __init__(self, encoder: Encoder) -> None:
        weights = load_weights()
        self._encoder = encoder
        self._marks = set(encoder.ids(WANT))
        self._layers = [layer_of(weights, f"named.layers.{i}") for i in range(LAYERS - encoder.split)]
        self._segment = weights["named.segment.weight"]
        self._inner = (weights["named.inner.weight"], weights["named.inner.bias"])
        self._outer = (weights["named.outer.weight"], weights["named.outer.bias"])
        self._features = weights["named.features"]

    def read(self, texts: Sequence[Text], wants: Sequence[str]) -> NamedRead:
        """What every text says of the wants it names; texts stand in their order."""
        found = mentions(texts, [name_of(want) for want in wants])
        classes = self._outer[1].shape[0] - 1
        out = NamedRead(
            np.zeros((len(texts), len(wants)), bool),
            np.zeros((len(texts), len(wants), classes), np.float32),
            np.zeros((len(texts), len(wants)), np.float32),
        )
        if not found:
            return out
        read = self._together([(m.context, m.text) for m in found])
        for mention, row in zip(found, read, strict=True):
            at = (mention.at, mention.want)
            out.named[at], out.chances[at] = True, softmax(row[:-1])
            out.adds[at] = row[-1] + self._features[list(mention.features)].sum()
        return out

    def _together(self, texts: Sequence[Text]) -> Floats:
        """The outputs (texts, classes + 1) for masked texts; like lengths go together."""
        out = np.zeros((len(texts), self._outer[1].shape[0]), np.float32)
        for rows in in_batches([len(context) + len(text) for context, text in texts]):
            some = self._encoder.below([texts[i] for i in rows])
            x, bias = padded([text.states + self._segment[text.own] for text in some])
            for layer in self._layers:
                x = through(layer, x, bias)
            views = [self._view(row, text) for row, text in zip(x, some, strict=True)]
            out[rows] = linear(gelu(linear(np.stack(views), self._inner)), self._outer)
        return out

    def _view(self, states: Floats, text: Below) -> Floats:
        """Two means side by side (2 width,): of the masked want, and of the turn."""
        own = states[: len(text.own)]
        return np.concatenate([own[places_of(text.ids, text.own, self._marks)].mean(0), own[text.own == 1].mean(0)])


def places_of(ids: Sequence[int], own: Sequence[int] | NDArray[np.int8], marks: set[int]) -> list[int]:
    """Where the masked want stands in a spelt text: in the turn itself, else in its context, else at the start."""
    found = [p for p, piece in enumerate(ids) if piece in marks]
    return [p for p in found if own[p]] or found or [0]
