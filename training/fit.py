"""How is the network fitted to talks, letters and single turns?"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional as f

from training.corpus import ACTS, LabelledTurn
from training.descent import Descent
from training.net import Reader, Texts, collate, order_loss
from training.units import CLASSES, Bag, Unit, varied

QUESTIONS = ("none", "closed", "open")


@dataclass
class Said:
    """A turn with its acts, for the act heads. ``acts`` is 0/1 along ACTS, -1 where not labelled."""

    unit: Unit
    acts: tuple[float, ...]
    question: int


@dataclass
class Plan:
    """How long and how fast. ``rates``: encoder, heads."""

    epochs: int = 6
    rates: tuple[float, float] = (1e-4, 1e-3)
    room: int = 1500
    order_weight: float = 0.5
    act_weight: float = 0.5
    seed: int = 1
    bf16: bool = True
    log: Callable[[str], None] = field(default=print)


def said(turn: LabelledTurn, before: str) -> Said:
    """A labelled turn as the act heads learn it."""
    acts = tuple(float(a in turn.acts) for a in ACTS)
    return Said(Unit((), before, turn.text), acts, QUESTIONS.index(turn.question))


def fit(net: Reader, texts: Texts, bags: Sequence[Bag], turns: Sequence[Said], plan: Plan) -> None:
    """Fit in place."""
    rng = random.Random(plan.seed)
    torch.manual_seed(plan.seed)
    steps = [s for e in range(plan.epochs) for s in _epoch(bags, turns, plan, rng)]
    total, started, sums = len(steps), time.time(), [0.0, 0.0, 0.0, 0]
    descent = Descent(net, plan.rates, total)
    net.train()
    for number, (some_bags, some_turns) in enumerate(steps):
        with torch.autocast("cpu", torch.bfloat16, enabled=plan.bf16):
            nothing = torch.zeros(0, len(CLASSES))
            stance, fresh = (
                stances_of(net, texts, [u for b in some_bags for u in b.units])
                if some_bags
                else (nothing, nothing[:, 0])
            )
            acts, question = (
                net.deeds(collate([s.unit for s in some_turns], texts)) if some_turns else (nothing, nothing)
            )
        losses = _losses(net, (stance.float(), acts.float(), question.float(), fresh.float()), some_bags, some_turns)
        loss = losses[0] + plan.order_weight * losses[1] + plan.act_weight * losses[2]
        descent.step(loss)
        for i in range(3):
            sums[i] += losses[i].item()
        sums[3] += 1
        if number % max(total // plan.epochs, 1) == max(total // plan.epochs, 1) - 1:
            plan.log(
                f"step {number + 1}/{total} {time.time() - started:.0f}s "
                + " ".join(f"{x / sums[3]:.3f}" for x in sums[:3])
            )
            sums = [0.0, 0.0, 0.0, 0]
    net.eval()


def stances_of(net: Reader, texts: Texts, units: Sequence[Unit], at_once: int = 40) -> tuple[Tensor, Tensor]:
    """Stance logits of all (unit, want) pairs in order, and logits of unlisted needs; units of like length together."""
    texts.prepare([(u.context, u.text) for u in units])
    order = sorted(range(len(units)), key=lambda i: len(texts.segments[(units[i].context, units[i].text)]))
    starts = [0]
    for unit in units:
        starts.append(starts[-1] + len(unit.wants))
    parts, places, fresh = [], list[int](), []
    for at in range(0, len(order), at_once):
        rows = order[at : at + at_once]
        logits, new = net.stances(collate([units[i] for i in rows], texts))
        parts.append(logits)
        fresh.append(new)
        places += [p for i in rows for p in range(starts[i], starts[i + 1])]
    back, home = torch.tensor(places).argsort(), torch.tensor(order).argsort()
    return torch.cat(parts)[back], torch.cat(fresh)[home]


def _epoch(
    bags: Sequence[Bag], turns: Sequence[Said], plan: Plan, rng: random.Random
) -> list[tuple[list[Bag], list[Said]]]:
    """One pass: batches of bags up to ``room`` pieces, the single turns spread evenly over them."""
    shuffled = [varied(b, rng) for b in rng.sample(list(bags), len(bags))]
    batches: list[list[Bag]] = []
    room = 0
    for bag in shuffled:
        size = sum(8 * len(u.wants) + 1.4 * len((u.text + " " + u.context).split()) + 3 for u in bag.units)
        if not batches or room + size > plan.room:
            batches.append([])
            room = 0
        batches[-1].append(bag)
        room += int(size)
    mixed = rng.sample(list(turns), len(turns))
    if not batches:
        return [([], batch) for batch in _alike(mixed, plan.room, rng)]
    share = len(mixed) / len(batches)
    return [(b, mixed[int(i * share) : int((i + 1) * share)]) for i, b in enumerate(batches)]


def _alike(turns: list[Said], room: int, rng: random.Random) -> list[list[Said]]:
    """Batches of ``room`` turns of like length, in random order: padding costs as much as words."""
    batches: list[list[Said]] = []
    for at in range(0, len(turns), 16 * room):
        some = sorted(turns[at : at + 16 * room], key=lambda s: len(s.unit.text) + len(s.unit.context))
        batches += [some[i : i + room] for i in range(0, len(some), room)]
    rng.shuffle(batches)
    return batches


def _losses(net: Reader, out: tuple[Tensor, ...], bags: Sequence[Bag], turns: Sequence[Said]) -> list[Tensor]:
    stance, acts, question, fresh = out
    zero = stance.new_zeros(()) if len(stance) else torch.zeros(())
    labels = [label for b in bags for u in b.units for label in (u.labels or (-1,) * len(u.wants))]
    known = torch.tensor(labels, dtype=torch.long)
    first = f.cross_entropy(stance, known, ignore_index=-1, label_smoothing=0.05) if (known >= 0).any() else zero
    new = torch.tensor([u.unlisted for b in bags for u in b.units])
    if (new >= 0).any():
        first = first + 0.3 * f.binary_cross_entropy_with_logits(fresh[new >= 0], new[new >= 0].float())
    evidence = net.evidence(stance) if len(stance) else stance
    second, at, counted = zero, 0, 0
    for bag in bags:
        wants = len(bag.importance)
        here = evidence[at : at + wants * len(bag.units)].view(len(bag.units), wants)
        at += wants * len(bag.units)
        if len(set(bag.importance)) > 1:
            second = second + order_loss(here.sum(0), bag.importance)
            counted += 1
    third = zero
    if turns:
        truth = torch.tensor([s.acts for s in turns])
        third = f.binary_cross_entropy_with_logits(acts, truth.clamp(min=0), weight=(truth >= 0).float()) * 4
        forms = torch.tensor([s.question for s in turns])
        if (forms >= 0).any():
            third = third + f.cross_entropy(question, forms, ignore_index=-1)
    return [first, second / max(counted, 1), third]


@torch.no_grad()
def read_bags(net: Reader, texts: Texts, bags: Sequence[Bag]) -> list[tuple[Any, Any]]:
    """(class chances (units, wants, classes), evidence (units, wants)) of every bag."""
    net.eval()
    out = []
    for bag in bags:
        stance, _ = stances_of(net, texts, bag.units)
        shape = (len(bag.units), len(bag.importance))
        out.append((stance.softmax(-1).view(*shape, -1).numpy(), net.evidence(stance).view(shape).numpy()))
    return out


@torch.no_grad()
def acts_of(net: Reader, texts: Texts, said: Sequence[tuple[str, str]]) -> tuple[Any, Any]:
    """Chances of the acts (turns, ACTS) and of the question forms (turns, QUESTIONS); a turn is (context, text)."""
    net.eval()
    acts, questions = net.deeds(collate([Unit((), before, text) for before, text in said], texts))
    return acts.sigmoid().numpy(), questions.softmax(-1).numpy()
