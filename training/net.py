"""The reader as a trainable network: a frozen encoder below, and above it layers that read a turn beside the wants.

The layers that stay as they are see every text on its own, so their output is computed once. The upper layers see the
turn and all wants together; no want has a position among the others, so their order cannot matter.
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
SPLIT, FIXED = 4, 2
"""Layers that read every text by itself; those of them that stay as they are in what ships."""


class Texts:
    """Frozen readings of texts, each computed once: states after the split layer, and the sentence vector."""

    def __init__(self, bert: Bert, pieces: WordPiece, split: int) -> None:
        self.bert, self.pieces, self.split = bert.eval(), pieces, split
        self.states: dict[tuple[str, str], Tensor] = {}
        self.vectors: dict[tuple[str, str], Tensor] = {}
        self.segments: dict[tuple[str, str], list[int]] = {}
        self.ids: dict[tuple[str, str], list[int]] = {}

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
                self.ids[w], self.segments[w] = rows[n]
                self.states[w] = middle[n, :length].to(torch.bfloat16)
                mean = x[n, :length].mean(0)
                self.vectors[w] = mean / mean.norm()


@dataclass
class Batch:
    """Units as padded arrays.

    ``states`` (units, length, width) are the turns with their contexts, ``segment`` 0 context, 1 turn, -1 padding.
    ``words`` (texts, places, width) are the different wants, ``spoken`` 1 where there is a word. A group is a list of
    wants, ``of`` (units,) the group of a unit: ``which`` (groups, most wants) is the text of each want, ``source``
    (groups, places) where in the flattened words each word of its wants stands, both -1 for padding. ``pairs`` are
    (unit, want); ``features`` run along them.
    """

    states: Tensor
    segment: Tensor
    words: Tensor
    spoken: Tensor
    which: Tensor
    source: Tensor
    of: Tensor
    pairs: Tensor
    features: Tensor


def collate(units: Sequence[Unit], texts: Texts) -> Batch:
    """Units as one padded batch."""
    texts.prepare([(u.context, u.text) for u in units])
    texts.prepare([("", w) for u in units for w in u.wants], WANT_ROOM)
    longest = max(len(texts.segments[(u.context, u.text)]) for u in units)
    states = torch.zeros(len(units), longest, WIDTH)
    segment = torch.full((len(units), longest), -1)
    groups: dict[tuple[str, ...], int] = {}
    for n, unit in enumerate(units):
        own = texts.states[(unit.context, unit.text)]
        states[n, : len(own)] = own
        segment[n, : len(own)] = torch.tensor(texts.segments[(unit.context, unit.text)])
        groups.setdefault(unit.wants, len(groups))
    different = {w: i for i, w in enumerate(dict.fromkeys(w for wants in groups for w in wants))}
    sizes = {w: len(texts.states[("", w)]) for w in different}
    room = max(sizes.values(), default=1)
    words, spoken = torch.zeros(max(len(different), 1), room, WIDTH), torch.zeros(max(len(different), 1), room)
    for w, i in different.items():
        words[i, : sizes[w]], spoken[i, : sizes[w]] = texts.states[("", w)].float(), 1
    which = torch.full((len(groups), max((len(w) for w in groups), default=0)), -1)
    source = torch.full((len(groups), max((sum(sizes[w] for w in wants) for wants in groups), default=0)), -1)
    for wants, g in groups.items():
        which[g, : len(wants)] = torch.tensor([different[w] for w in wants], dtype=torch.long)
        places = [different[w] * room + p for w in wants for p in range(sizes[w])]
        source[g, : len(places)] = torch.tensor(places, dtype=torch.long)
    pairs = torch.tensor([(n, k) for n, u in enumerate(units) for k in range(len(u.wants))]).view(-1, 2)
    features = [similarities(u, texts) for u in units if u.wants]
    return Batch(states, segment, words, spoken, which, source, torch.tensor([groups[u.wants] for u in units]), pairs,
                 torch.cat(features) if features else torch.zeros(0, FEATURES))  # fmt: skip


def similarities(unit: Unit, texts: Texts) -> Tensor:
    """The features of each want beside the turn, as the reader takes them at run time."""
    wants = torch.stack([texts.vectors[("", w)] for w in unit.wants]).numpy()
    return torch.from_numpy(likeness(texts.vectors[(unit.context, unit.text)].numpy(), wants, unit.text, unit.wants))


class Reader(nn.Module):
    """Stance logits (pairs, classes), act logits and question logits (units, ...).

    Layers below ``fixed`` stay as they are, those from there to ``split`` read every text by itself, the rest read a
    turn beside the wants. It takes texts as they are after ``fixed`` layers.
    """

    def __init__(self, bert: Bert, split: int, fixed: int) -> None:
        super().__init__()
        import copy

        self.lower = copy.deepcopy(bert.layers[fixed:split])
        self.layers = copy.deepcopy(bert.layers[split:])
        self.act_layers = copy.deepcopy(bert.layers[split:])
        self.segment = nn.Embedding(4, WIDTH)
        nn.init.normal_(self.segment.weight, std=0.02)
        self.stance = nn.Sequential(
            nn.Linear(3 * WIDTH + FEATURES, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, len(CLASSES))
        )
        self.unlisted = nn.Linear(WIDTH, 1)
        self.acts = nn.Linear(2 * WIDTH, len(ACTS))
        self.question = nn.Linear(2 * WIDTH, 3)
        self.value = nn.Parameter(torch.tensor([0.0, 0.5, 1.0, 2.5, -1.0, -1.0, 0.1]))

    def below(self, x: Tensor, real: Tensor) -> Tensor:
        """The lower layers, where this network has its own: every text by itself."""
        bias = (1.0 - real)[:, None, None, :] * -1e4
        for layer in self.lower:
            x = layer(x, bias)
        return x

    def stances(self, batch: Batch) -> tuple[Tensor, Tensor]:
        """Stance logits (pairs, classes), and logits (units,) of a need that fits no want.

        Every want enters as one place, the mean of its words, and looks at the turn, at the other wants and at the
        words of all wants; the words themselves are only looked at, so they are worked out once for all turns.
        """
        length = batch.states.shape[1]
        heard = self.below(batch.states, (batch.segment >= 0).float())
        words = self.below(batch.words, batch.spoken)
        means = (words * batch.spoken.unsqueeze(-1)).sum(1) / batch.spoken.sum(1, keepdim=True).clamp(min=1)
        starts = means[batch.which.clamp(min=0)] + self.segment.weight[2]
        memory = words.reshape(-1, WIDTH)[batch.source.clamp(min=0)] + self.segment.weight[3]
        x = torch.cat([heard + self.segment(batch.segment.clamp(min=0)), starts[batch.of]], 1)
        asked_, remembered = (batch.which >= 0).float()[batch.of], (batch.source >= 0).float()[batch.of]
        bias = (1.0 - torch.cat([(batch.segment >= 0).float(), asked_, remembered], 1))[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias, memory, batch.of)
        unit, want = batch.pairs[:, 0], batch.pairs[:, 1]
        asked = x[:, length:][unit, want]
        turn = (batch.segment == 1).to(x.dtype).unsqueeze(-1)
        whole = (x[:, :length] * turn).sum(1) / turn.sum(1).clamp(min=1)
        spoken = whole[unit]
        fresh = self.unlisted(whole.float()).squeeze(-1)
        joined = torch.cat([asked, spoken, asked * spoken, batch.features], -1).float()
        return self.stance(joined), fresh

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
