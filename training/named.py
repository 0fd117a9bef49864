"""Turns that name a want outright, read with the names masked: what they say of it, and what that adds to its order.

The upper layers of the encoder are tuned on the stances of the texts written for this project and on the orders of
people who name their wants: campers, and the plain talks. A turn is read once for each want it names; the names
themselves never enter (upperhand.reader.mentions).
"""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as f

from training.bert import Bert
from training.descent import Descent
from training.mentions import mentions_of
from training.net import SPLIT, WIDTH, Texts, order_loss
from training.units import CLASSES, Bag
from upperhand.reader.mentions import Mention
from upperhand.reader.named import INNER, places_of
from upperhand.reader.names import WANT

AT_ONCE = 64
RATES = (1e-4, 1e-3)
CAMPERS = 24
"""Bags of CaSiNo in a batch; the other bags are spread evenly over the batches."""


@dataclass(frozen=True)
class Named:
    """The mentions of one bag, with their classes (-1 where not known); ``ordered``: whether its order is learnt."""

    bag: Bag
    mentions: tuple[Mention, ...]
    labels: tuple[int, ...]
    ordered: bool


class NamedReader(nn.Module):
    """Stance logits (rows, classes) and what is added to the order (rows,)."""

    def __init__(self, bert: Bert) -> None:
        super().__init__()
        self.layers = copy.deepcopy(bert.layers[SPLIT:])
        self.segment = nn.Embedding(2, WIDTH)
        nn.init.zeros_(self.segment.weight)
        self.inner = nn.Linear(2 * WIDTH, INNER)
        self.outer = nn.Linear(INNER, len(CLASSES) + 1)

    def forward(self, rows: Sequence[Mention], texts: Texts) -> tuple[Tensor, Tensor]:
        """Read the mentions."""
        keys = [(m.context, m.text) for m in rows]
        texts.prepare(keys)
        marks = set(texts.pieces.ids(WANT, 8))
        longest = max(len(texts.segments[key]) for key in keys)
        x, real = torch.zeros(len(rows), longest, WIDTH), torch.zeros(len(rows), longest)
        own, at = torch.zeros(len(rows), longest, dtype=torch.long), torch.zeros(len(rows), longest)
        for n, key in enumerate(keys):
            length = len(texts.segments[key])
            x[n, :length], real[n, :length] = texts.states[key].float(), 1
            own[n, :length] = torch.tensor(texts.segments[key])
            at[n, places_of(texts.ids[key], texts.segments[key], marks)] = 1
        x = x + self.segment(own)
        bias = (1.0 - real)[:, None, None, :] * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        mine = (own * real).unsqueeze(-1)
        views = [(x * w).sum(1) / w.sum(1) for w in (at.unsqueeze(-1), mine)]
        inner = f.dropout(torch.cat(views, -1).float(), 0.2, self.training)
        out = self.outer(f.dropout(f.gelu(self.inner(inner)), 0.2, self.training)).float()
        return out[:, :-1], out[:, -1]


def named_of(bag: Bag, ordered: bool) -> Named:
    """The mentions of a bag."""
    found = tuple(mentions_of(bag))
    labels = tuple(bag.units[m.at].labels[m.want] if bag.units[m.at].labels else -1 for m in found)
    return Named(bag, found, labels, ordered and len({m.want for m in found}) > 1)


def read_named(net: NamedReader, texts: Texts, rows: Sequence[Mention]) -> tuple[Tensor, Tensor]:
    """The net's reading of the mentions in their order; like lengths go together."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i].context) + len(rows[i].text))
    parts = [net([rows[i] for i in order[at : at + AT_ONCE]], texts) for at in range(0, len(order), AT_ONCE)]
    back = torch.tensor(order).argsort()
    return torch.cat([p[0] for p in parts])[back], torch.cat([p[1] for p in parts])[back]


def fit_named(
    net: NamedReader, texts: Texts, campers: Sequence[Named], others: Sequence[Named], epochs: int = 3,
    log: Callable[[str], None] = print,
) -> None:  # fmt: skip
    """Fit in place to both."""
    torch.manual_seed(3)
    rng = random.Random(3)
    steps = [step for _ in range(epochs) for step in _epoch(campers, others, rng)]
    descent = Descent(net, RATES, len(steps))
    sums, started = np.zeros(3), time.time()
    net.train()
    for number, batch in enumerate(steps):
        with torch.autocast("cpu", torch.bfloat16):
            stance, added = read_named(net, texts, [m for named in batch for m in named.mentions])
        first, second = _losses(batch, stance, added)
        descent.step(first + second)
        sums += [first.item(), second.item(), 1]
        if (number + 1) % max(len(steps) // epochs, 1) == 0:
            log(f"step {number + 1}/{len(steps)} {time.time() - started:.0f}s {sums[:2] / sums[2]}")
            sums[:] = 0
    net.eval()


def _epoch(campers: Sequence[Named], others: Sequence[Named], rng: random.Random) -> list[list[Named]]:
    mixed = [
        rng.sample([n for n in some if n.mentions], sum(bool(n.mentions) for n in some)) for some in (campers, others)
    ]
    count = max(len(mixed[0]) // CAMPERS, 1)
    return [[named for some in mixed for named in some[i::count]] for i in range(count)]


def _losses(batch: Sequence[Named], stance: Tensor, added: Tensor) -> tuple[Tensor, Tensor]:
    """Cross-entropy of the known stances; Plackett-Luce of the orders, wants that are not named adding nothing."""
    labels = torch.tensor([label for named in batch for label in named.labels])
    first = (
        f.cross_entropy(stance, labels, ignore_index=-1, label_smoothing=0.05)
        if (labels >= 0).any()
        else 0 * added.sum()
    )
    second, at, count = added.new_zeros(()), 0, 0
    for named in batch:
        here = added[at : at + len(named.mentions)]
        at += len(named.mentions)
        if named.ordered:
            wants = torch.tensor([m.want for m in named.mentions])
            scores = here.new_zeros(len(named.bag.importance)).index_add(0, wants, here)
            second, count = second + order_loss(scores, named.bag.importance), count + 1
    return first, second / max(count, 1)


@torch.no_grad()
def added_by(net: NamedReader, texts: Texts, some: Sequence[Named]) -> list[Any]:
    """What every unit of every bag adds to its wants (units, wants)."""
    out = []
    for named in some:
        table = np.zeros((len(named.bag.units), len(named.bag.importance)))
        if named.mentions:
            _, added = read_named(net, texts, named.mentions)
            for mention, value in zip(named.mentions, added.tolist(), strict=True):
                table[mention.at, mention.want] += value
        out.append(table)
    return out
