"""What does this turn show its speaker to want, want by want?

The turn and all wants pass the upper layers together, so that each is read beside the others; no want has a position
of its own, so their order changes nothing. docs/theory/reading.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from upperhand.reader.encoder import LAYERS, WANT_ROOM, Encoder, Read, Text
from upperhand.reader.likeness import likeness
from upperhand.reader.named import NamedReader
from upperhand.reader.network import FAR, Floats, gelu, in_batches, layer_of, linear, sigmoid, softmax, through
from upperhand.reader.weights import load_weights

CLASSES = ("none", "mild", "clear", "decisive", "without", "offers", "unsure")
"""Needs or asks for it faintly, clearly, decisively; can do without it; offers it away; is unsure; or says nothing
of it."""
NAMED_SHARE = 0.3
"""Share of the reading with masked names in the chances of a want that is named outright."""
CONTEXT, TURN, WANT, WORDS = 0, 1, 2, 3


@dataclass(frozen=True)
class Stances:
    """What was read.

    ``chances`` (texts, wants, classes) sum to 1 over the classes; ``evidence`` (texts, wants) is what each text adds to
    the score of each want, in log-odds of the order (docs/theory/reading.md); ``unlisted`` (texts,) is the chance of a
    need that fits no want.
    """

    chances: Floats
    evidence: Floats
    unlisted: Floats


class StanceReader:
    """Holds the upper layers."""

    def __init__(self, encoder: Encoder) -> None:
        weights = load_weights()
        self._encoder = encoder
        self._layers = [layer_of(weights, f"stance.layers.{i}") for i in range(LAYERS - encoder.split)]
        self._segment = weights["stance.segment.weight"]
        self._inner = (weights["stance.inner.weight"], weights["stance.inner.bias"])
        self._outer = (weights["stance.outer.weight"], weights["stance.outer.bias"])
        self._value = weights["stance.value"]
        self._unlisted = (weights["stance.unlisted.weight"], weights["stance.unlisted.bias"])
        self._scale = float(weights["stance.scale"])
        self._named = NamedReader(encoder)

    def read(self, texts: Sequence[Text], wants: Sequence[str], answers: Sequence[bool] | None = None) -> Stances:
        """The stance of every text to every want; a want is its name, or ``name: description``.

        Texts stand in their order. ``answers`` says of each whether its context is what it answers (default: of all);
        the context of a document's sentence is whose wants are meant, and names nothing.
        """
        chances, fresh = self.chances(texts, wants)
        evidence = self._scale * (chances @ self._value)
        asked = [True] * len(texts) if answers is None else answers
        said = self._named.read(
            [(context if answer else "", text) for (context, text), answer in zip(texts, asked, strict=True)], wants
        )
        both = NAMED_SHARE * said.chances + (1 - NAMED_SHARE) * chances
        return Stances(np.where(said.named[..., None], both, chances), evidence + said.adds, fresh)

    def chances(self, texts: Sequence[Text], wants: Sequence[str]) -> tuple[Floats, Floats]:
        """What the network alone reads: chances (texts, wants, classes), and (texts,) of a need that fits no want."""
        spoken = self._encoder.read(texts)
        asked = self._encoder.read([("", want) for want in wants], WANT_ROOM)
        logits = np.zeros((len(texts), len(wants), len(CLASSES)), dtype=np.float32)
        fresh = np.zeros((len(texts), 1), dtype=np.float32)
        for rows in in_batches([len(text.own) for text in spoken]):
            logits[rows], fresh[rows] = self._together(
                [spoken[i] for i in rows], asked, [texts[i][1] for i in rows], tuple(wants)
            )
        return softmax(logits), sigmoid(fresh[:, 0])

    def _together(
        self, spoken: list[Read], asked: list[Read], said: list[str], wants: tuple[str, ...]
    ) -> tuple[Floats, Floats]:
        """Logits (texts, wants, classes), and (texts, 1) of a need that fits no want.

        A want enters as one place, the mean of its words; the words of all wants are only looked at.
        """
        memory = np.concatenate([want.tuned for want in asked]) + self._segment[WORDS]
        starts = np.stack([want.tuned.mean(0) for want in asked]) + self._segment[WANT]
        longest = max(len(text.own) for text in spoken)
        x = np.zeros((len(spoken), longest + len(asked), starts.shape[1]), dtype=np.float32)
        bias = np.zeros((len(spoken), 1, 1, longest + len(asked) + len(memory)), dtype=np.float32)
        own = np.zeros((len(spoken), longest), dtype=np.float32)
        x[:, longest:] = starts
        for n, text in enumerate(spoken):
            length = len(text.own)
            x[n, :length] = text.tuned + self._segment[np.where(text.own == 1, TURN, CONTEXT)]
            bias[n, :, :, length:longest] = FAR
            own[n, :length] = text.own == 1
        for layer in self._layers:
            x = through(layer, x, bias, memory)
        whole = np.einsum("nl,nlw->nw", own, x[:, :longest]) / own.sum(1, keepdims=True)
        vectors = np.stack([want.vector for want in asked])
        near = np.stack([likeness(t.vector, vectors, w, wants) for t, w in zip(spoken, said, strict=True)])
        turn = np.broadcast_to(whole[:, None], x[:, longest:].shape)
        joined = np.concatenate([x[:, longest:], turn, x[:, longest:] * turn, near], axis=-1).astype(np.float32)
        return linear(gelu(linear(joined, self._inner)), self._outer), linear(whole, self._unlisted)
