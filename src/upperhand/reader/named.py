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

from upperhand.reader.encoder import LAYERS, Encoder, Text
from upperhand.reader.mentions import mentions
from upperhand.reader.names import WANT, name_of
from upperhand.reader.network import FAR, Floats, gelu, layer_of, linear, softmax, through
from upperhand.reader.weights import load_weights

INNER = 192
AT_ONCE = 24


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
        order = sorted(range(len(texts)), key=lambda i: len(texts[i][0]) + len(texts[i][1]))
        out = np.zeros((len(texts), self._outer[1].shape[0]), np.float32)
        for at in range(0, len(order), AT_ONCE):
            rows = order[at : at + AT_ONCE]
            some = self._encoder.below([texts[i] for i in rows])
            x = np.zeros((len(rows), max(len(b.own) for b in some), some[0].states.shape[1]), np.float32)
            bias = np.full((len(rows), 1, 1, x.shape[1]), FAR, np.float32)
            for n, text in enumerate(some):
                x[n, : len(text.own)] = text.states + self._segment[text.own]
                bias[n, :, :, : len(text.own)] = 0
            for layer in self._layers:
                x = through(layer, x, bias)
            views = [
                np.concatenate(
                    [
                        row[places_of(text.ids, text.own, self._marks)].mean(0),
                        row[: len(text.own)][text.own == 1].mean(0),
                    ]
                )
                for row, text in zip(x, some, strict=True)
            ]
            out[rows] = linear(gelu(linear(np.stack(views), self._inner)), self._outer)
        return out


def places_of(ids: Sequence[int], own: Sequence[int] | NDArray[np.int8], marks: set[int]) -> list[int]:
    """Where the masked want stands in a spelt text: in the turn itself, else in its context, else at the start."""
    found = [p for p, piece in enumerate(ids) if piece in marks]
    return [p for p in found if own[p]] or found or [0]
