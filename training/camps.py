"""CaSiNo dialogues as bags for the network, with the three goods renamed at random so that nothing about them is
learnt."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from training.casino import ACT_OF, ISSUES, Camp
from training.corpus import ACTS
from training.fit import Said
from training.units import Bag, Unit
from upperhand.reader.context import needed_context

GOODS = (
    "printer paper|chairs|helmets|blankets|tickets|seedlings|batteries|bricks|paint|gloves|cables|lamps|"
    "tiles|fabric|buckets|maps|medicine|soap|rope|candles|tools|eggs|coffee|rice|fuel|ice|flour|tents|"
    "radios|boots|vans|desks|screens|mugs|sand|gravel|wool|honey|nails|timber|glass|shelves|plates|bikes|"
    "drills|jackets|posters|vouchers|parking passes|night shifts|meeting rooms|training days|test kits|"
    "spare parts|memory cards|office days|vacation days|ad slots|storage boxes|oxygen tanks"
).split("|")
_PATTERNS = (
    re.compile(r"\bfoods?\b", re.IGNORECASE),
    re.compile(r"\bwaters?\b", re.IGNORECASE),
    re.compile(r"\b(?:fire ?wood|fire-wood|wood|logs)s?\b", re.IGNORECASE),
)


def camp_bag(camp: Camp, person: int, goods: Sequence[str] = ISSUES, upto: int | None = None) -> Bag:
    """What ``person`` said among the first ``upto`` turns, with the wants called ``goods``."""
    swap = [(p, g) for p, g, i in zip(_PATTERNS, goods, ISSUES, strict=True) if g != i]

    def renamed(text: str) -> str:
        for pattern, new in swap:
            text = pattern.sub(new, text)
        return text

    units, before = [], ""
    for who, text in list(zip(camp.speakers, camp.texts, strict=True))[:upto]:
        said = renamed(text)
        if who == person:
            units.append(Unit(tuple(goods), needed_context(said, before), said))
            before = ""
        else:
            before = said
    order = camp.truth[person]
    importance = tuple(float(3 - order.index(k)) for k in range(3))
    return Bag(f"casino-{camp.id}-{person}", "casino", units, importance)


def camp_bags(camps: Sequence[Camp], seed: int) -> list[Bag]:
    """Both people of every dialogue, each with three other goods."""
    rng = random.Random(seed)
    bags = [camp_bag(camp, person, rng.sample(GOODS, 3)) for camp in camps for person in (0, 1)]
    return [bag for bag in bags if bag.units]


def camp_turns(camps: Sequence[Camp]) -> list[Said]:
    """Annotated turns with their acts, where the labels say something of them; other acts are not known (-1)."""
    known = {ACT_OF[x] for x in ACT_OF}
    out = []
    for camp in camps:
        if camp.labels is None:
            continue
        for i, (text, labels) in enumerate(zip(camp.texts, camp.labels, strict=True)):
            if labels is not None:
                here = {ACT_OF[x] for x in labels if x in ACT_OF}
                acts = tuple(float(a in here) if a in known else -1.0 for a in ACTS)
                out.append(Said(Unit((), camp.texts[i - 1] if i else "", text), acts, -1))
    return out
