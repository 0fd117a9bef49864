"""The reader as a trainable network: a frozen encoder below, and above it layers that read a turn beside the wants.

The lower layers see every text on its own, so their output is computed once. The upper layers see the turn and all wants
together; no want has a position among the others, so their order cannot matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from training.bert import Bert
from training.corpus import ACTS
from training.units import CLASSES, Unit
from upperhand.reader.encoder import TURN_ROOM, WANT_ROOM, spelt
from upperhand.reader.likeness import FEATURES, likeness
from upperhand.reader.wordpiece import WordPiece

WIDTH = 384


class Texts:
    """Frozen readings of texts, each computed once: states after the split layer, and the sentence vector."""

    def __init__(self, bert: Bert, pieces: WordPiece, split: int) -> None:
        self.bert, self.pieces, self.split = bert.eval(), pieces, split
        self.states: dict[tuple[str, str], Tensor] = {}
        self.vectors: dict[tuple[str, str], Tensor] = {}
        self.segments: dict[tuple[str, str], list[int]] = {}

    @torch.no_grad()
    def prepare(self, wanted: Sequence[tuple[str, str]], room: int = TURN_ROOM) -> None:
        """Read what has not been read yet, (context, text) each."""
        new = sorted({w for w in wanted if w not in self.states}, key=lambda w: len(w[0]) + len(w[1]))
        for at in range(0, len(new), 64):
            rows = [spelt(self.pieces, w, room) for w in new[at : at + 64]]
            longest = max(len(r[0]) for r in rows)
            ids, mask = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
            for n, (a, _) in enumerate(rows):
                ids[n, : len(a)], mask[n, : len(a)] = torch.tensor(a), 1
            x = self.bert.embed(ids)
            bias = (1.0 - mask[:, None, None, :]) * -1e4
            for number, layer in enumerate(self.bert.layers):
                if number == self.split:
                    middle = x
                x = layer(x, bias)
            for n, w in enumerate(new[at : at + 64]):
                length = len(rows[n][0])
                self.segments[w] = rows[n][1]
                self.states[w] = middle[n, :length].to(torch.bfloat16)
                mean = x[n, :length].mean(0)
                self.vectors[w] = mean / mean.norm()


@dataclass
class Batch:
    """``states`` (units, length, width), ``segment`` 0 context, 1 turn, 2 want, -1 padding; ``want_of`` (units, length)
    the number of the want a place belongs to, -1 elsewhere; ``features`` (pairs, FEATURES); ``pairs`` (unit, want)."""

    states: Tensor
    segment: Tensor
    want_of: Tensor
    features: Tensor
    pairs: Tensor


def collate(units: Sequence[Unit], texts: Texts) -> Batch:
    """Units as one padded batch."""
    texts.prepare([(u.context, u.text) for u in units])
    texts.prepare([("", w) for u in units for w in u.wants], WANT_ROOM)
    parts: list[tuple[Tensor, list[int], list[int]]] = []
    pairs, features = [], []
    for n, unit in enumerate(units):
        own = texts.states[(unit.context, unit.text)]
        kinds = texts.segments[(unit.context, unit.text)]
        wants = [texts.states[("", w)] for w in unit.wants]
        segment = kinds + [2 for w in wants for _ in range(len(w))]
        of = [-1] * len(kinds) + [k for k, w in enumerate(wants) for _ in range(len(w))]
        parts.append((torch.cat([own, *wants]), segment, of))
        pairs += [(n, k) for k in range(len(unit.wants))]
        if unit.wants:
            features.append(similarities(unit, texts))
    longest = max(len(p[1]) for p in parts)
    states = torch.zeros(len(parts), longest, WIDTH)
    segment_ = torch.full((len(parts), longest), -1)
    of_ = torch.full((len(parts), longest), -1)
    for n, (x, segment, of) in enumerate(parts):
        states[n, : len(x)], segment_[n, : len(x)], of_[n, : len(x)] = x, torch.tensor(segment), torch.tensor(of)
    return Batch(states, segment_, of_, torch.cat(features) if features else torch.zeros(0, FEATURES),
                 torch.tensor(pairs).view(-1, 2))  # fmt: skip


def similarities(unit: Unit, texts: Texts) -> Tensor:
    """The features of each want beside the turn, as the reader takes them at run time."""
    wants = torch.stack([texts.vectors[("", w)] for w in unit.wants]).numpy()
    return torch.from_numpy(likeness(texts.vectors[(unit.context, unit.text)].numpy(), wants, unit.text, unit.wants))


class Reader(nn.Module):
    """Stance logits (pairs, classes), act logits and question logits (units, ...)."""

    def __init__(self, bert: Bert, split: int) -> None:
        super().__init__()
        import copy

        self.layers = copy.deepcopy(bert.layers[split:])
        self.act_layers = copy.deepcopy(bert.layers[split:])
        self.segment = nn.Embedding(3, WIDTH)
        nn.init.normal_(self.segment.weight, std=0.02)
        self.stance = nn.Sequential(
            nn.Linear(3 * WIDTH + FEATURES, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, len(CLASSES))
        )
        self.acts = nn.Linear(2 * WIDTH, len(ACTS))
        self.question = nn.Linear(2 * WIDTH, 3)
        self.value = nn.Parameter(torch.tensor([0.0, 0.5, 1.0, 2.5, -1.0, -1.0, 0.1]))

    def stances(self, batch: Batch) -> Tensor:
        """Stance logits (pairs, classes)."""
        real = batch.segment >= 0
        x = batch.states + self.segment(batch.segment.clamp(min=0))
        bias = (~real)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        unit, want = batch.pairs[:, 0], batch.pairs[:, 1]
        most = int(want.max()) + 1 if len(want) else 1
        here = (batch.want_of[:, None, :] == torch.arange(most)[None, :, None]).to(x.dtype)
        mean = ((here @ x) / here.sum(-1, keepdim=True).clamp(min=1))[unit, want]
        turn = (batch.segment == 1).to(x.dtype).unsqueeze(-1)
        whole = (x * turn).sum(1) / turn.sum(1).clamp(min=1)
        spoken = whole[unit]
        return self.stance(torch.cat([mean, spoken, mean * spoken, batch.features], -1).float())

    def deeds(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Act logits and question logits; reads the turn with its context, not the wants."""
        keep = (batch.segment == 0) | (batch.segment == 1)
        x = batch.states
        bias = (~keep)[:, None, None, :] * -1e4
        for layer in self.act_layers:
            x = layer(x, bias)
        turn = (batch.segment == 1).to(x.dtype).unsqueeze(-1)
        pooled = torch.cat([x[:, 0], (x * turn).sum(1) / turn.sum(1).clamp(min=1)], -1).float()
        return self.acts(pooled), self.question(pooled)

    def evidence(self, logits: Tensor) -> Tensor:
        """What a stance adds to the score of its want: the expected value over the classes."""
        return logits.softmax(-1) @ torch.cat([torch.zeros(1), self.value[1:]])


def order_loss(scores: Tensor, importance: Sequence[float]) -> Tensor:
    """Plackett-Luce: minus the log-chance of the true order, ties left open."""
    true = torch.tensor(importance)
    loss = scores.new_zeros(())
    ranked = sorted(set(importance), reverse=True)
    for value in ranked[:-1]:
        rest = true <= value
        here = true == value
        loss = loss - (scores[here].mean() - scores[rest].logsumexp(0))
    return loss / max(len(ranked) - 1, 1)
