"""CaSiNo dialogues as bags for the network, and their annotated turns."""

from __future__ import annotations

from collections.abc import Sequence

from training.casino import ACT_OF, ISSUES, Camp
from training.corpus import ACTS
from training.fit import Said
from training.units import Bag, Unit
from upperhand.reader.context import needed_context


def camp_bag(camp: Camp, person: int) -> Bag:
    """What ``person`` said."""
    units, before = [], ""
    for who, text in zip(camp.speakers, camp.texts, strict=True):
        if who == person:
            units.append(Unit(ISSUES, needed_context(text, before), text))
            before = ""
        else:
            before = text
    order = camp.truth[person]
    return Bag(f"casino-{camp.id}-{person}", "casino", units, tuple(float(3 - order.index(k)) for k in range(3)))


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
