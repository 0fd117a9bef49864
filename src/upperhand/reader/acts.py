"""What does this turn do (which acts), and which form has its last question?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from upperhand.reader.clauses import runs
from upperhand.reader.encoder import LAYERS, Encoder, Read, Text
from upperhand.reader.network import Floats, in_batches, layer_of, linear, padded, sigmoid, softmax, through
from upperhand.reader.phrases import phrases
from upperhand.reader.weights import load_weights

ACTS = (
    "small_talk", "affirms", "reflects", "summarises", "asks_wants", "tells_want", "tells_want_for_others",
    "tells_no_need", "offers", "accepts", "rejects", "coordinates", "appeals_fairness", "belittles", "gives_reason",
    "mentions_future", "threatens_relationship", "adds_sweetener", "reveals_limit", "irritator", "informs",
)  # fmt: skip
"""The closed vocabulary of acts; several may hold of one turn."""
QUESTIONS = ("none", "closed", "open")
LEAST, MOST_ODDS = 1e-3, 7.0
"""Neither the network nor the phrases can be surer than about 1,000 to 1."""


@dataclass(frozen=True)
class Deeds:
    """``acts`` (texts, ACTS) and ``questions`` (texts, QUESTIONS) are chances in [0, 1]; the latter sum to 1."""

    acts: Floats
    questions: Floats


def joined(chances: Any, words: Any, known: Any) -> Floats:
    """The network's chances of acts (texts, acts), joined with the log-odds that phrases give, as the mean of both
    log-odds; left as they are where ``known`` (acts,) says that nothing was learnt of an act's phrases."""
    odds = np.log(chances + LEAST) - np.log(1 - chances + LEAST)
    both = 1 / (1 + np.exp(-(odds + np.clip(words, -MOST_ODDS, MOST_ODDS)) / 2))
    return np.asarray(np.where(known, both, chances), dtype=np.float32)


class ActReader:
    """Holds the layers and heads for acts."""

    def __init__(self, encoder: Encoder) -> None:
        weights = load_weights()
        self._encoder = encoder
        self._layers = [layer_of(weights, f"acts.layers.{i}") for i in range(LAYERS - encoder.split)]
        self._acts = (weights["acts.heads.weight"], weights["acts.heads.bias"])
        self._question = (weights["acts.question.weight"], weights["acts.question.bias"])
        self._phrases = (weights["acts.phrases.weight"], weights["acts.phrases.bias"])
        self._known = self._phrases[0].any(axis=0)

    def read(self, texts: Sequence[Text]) -> Deeds:
        """The acts and question form of every text, read with its context.

        A long text is read in runs of sentences: it does what any of them does, and its question is the last one asked.
        """
        parts = [(n, (context if not at else "", text[a:b]))
                 for n, (context, text) in enumerate(texts) for at, (a, b) in enumerate(runs(text) or [(0,
                 len(text))])]  # fmt: skip
        pooled = self._pooled([part for _, part in parts])
        weights, offsets = self._phrases
        words = np.stack([weights[phrases(text)].sum(0) + offsets for _, (_, text) in parts])
        acts = joined(sigmoid(linear(pooled, self._acts)), words, self._known)
        questions = softmax(linear(pooled, self._question))
        out = Deeds(np.zeros((len(texts), len(ACTS)), np.float32), np.zeros((len(texts), len(QUESTIONS)), np.float32))
        for (n, _), does, form in zip(parts, acts, questions, strict=True):
            out.acts[n] = np.maximum(out.acts[n], does)
            if form[0] < 0.5 or not out.questions[n].any():
                out.questions[n] = form
        return out

    def _pooled(self, texts: Sequence[Text]) -> Floats:
        spoken = self._encoder.read(texts)
        pooled = np.zeros((len(texts), len(self._acts[0])), dtype=np.float32)
        for rows in in_batches([len(text.own) for text in spoken]):
            pooled[rows] = self._together([spoken[i] for i in rows])
        return pooled

    def _together(self, spoken: list[Read]) -> Floats:
        x, bias = padded([text.states for text in spoken])
        own = np.zeros(x.shape[:2], dtype=np.float32)
        for n, text in enumerate(spoken):
            own[n, : len(text.own)] = text.own
        for layer in self._layers:
            x = through(layer, x, bias)
        mean = np.einsum("nl,nlw->nw", own, x) / own.sum(1, keepdims=True)
        return np.concatenate([x[:, 0], mean], axis=1)
