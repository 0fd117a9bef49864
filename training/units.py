"""What the encoder is given: one turn (or clause) beside the wants it is read for, as padded arrays."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from training.corpus import TrueLetter, TrueTalk
from upperhand.reader.clauses import sentences
from upperhand.reader.context import needed_context

CLASSES = ("none", "mild", "clear", "decisive", "without", "offers", "unsure")


@dataclass
class Unit:
    """One turn beside the wants; ``labels`` has a class index a want, or -1 where the truth is not known.

    ``unlisted`` is 1 where the turn states a need that fits none of the wants, 0 where not, -1 where not known.
    """

    wants: tuple[str, ...]
    context: str
    text: str
    labels: tuple[int, ...] = ()
    unlisted: int = -1


@dataclass
class Bag:
    """All units of one person in one talk, with the person's importances (higher is more wanted)."""

    name: str
    group: str
    units: list[Unit]
    importance: tuple[float, ...]
    says: tuple[str, ...] = field(default=())


def stance_class(stance: str, strength: int) -> int:
    """The class of a labelled stance."""
    if stance in "an":
        return strength
    return {"d": 4, "o": 5, "u": 6}[stance]


def bag_of_talk(talk: TrueTalk) -> Bag:
    """Their turns, each with the turn of mine before it as context where it is short."""
    wants = tuple(w.name for w in talk.wants)
    units = []
    for i, turn in enumerate(talk.turns):
        if turn.speaker != "T":
            continue
        before = talk.turns[i - 1].text if i and talk.turns[i - 1].speaker == "M" else ""
        labels = tuple(stance_class(*turn.stances[w.letter]) if w.letter in turn.stances else 0 for w in talk.wants)
        fresh = int(turn.unlisted is not None)
        units.append(Unit(wants, needed_context(turn.text, before), turn.text, labels, fresh))
    return Bag(talk.name, talk.domain, units, tuple(float(w.importance) for w in talk.wants),
               tuple(w.says for w in talk.wants))  # fmt: skip


def bag_of_letter(letter: TrueLetter) -> Bag:
    """The sentences of a document, each labelled by the marks that lie in it; whose wants are asked for is the context.

    Lines quoted from somebody else are left out: the reader knows their author and passes them over.
    """
    wants = tuple(w.name for w in letter.wants)
    units = []
    for start, end in sentences(letter.text):
        inside = [m for m in letter.marks if m.start < end and start < m.end]
        if letter.text[start:end].startswith(">") and not inside:
            continue
        labels = [0] * len(wants)
        for mark in inside:
            if mark.letter is not None:
                k = next(i for i, w in enumerate(letter.wants) if w.letter == mark.letter)
                labels[k] = stance_class(mark.stance, mark.strength)
        fresh = int(any(m.letter is None for m in inside))
        text = letter.text[start:end].lstrip("> ")
        units.append(Unit(wants, letter.about, text, tuple(labels), fresh))
    return Bag(letter.name, letter.domain, units, tuple(float(w.importance) for w in letter.wants),
               tuple(w.says for w in letter.wants))  # fmt: skip


def varied(bag: Bag, rng: random.Random) -> Bag:
    """The same bag with descriptions added at random and, now and then, one want left out.

    A turn that needed the want left out then states a need that is not listed.
    """
    keep = list(range(len(bag.importance)))
    if len(keep) > 3 and rng.random() < 0.4:
        keep.remove(rng.choice(keep))
    rng.shuffle(keep)
    with_says = rng.random() < 0.5
    names = tuple(
        f"{bag.units[0].wants[k]}: {bag.says[k]}" if with_says and bag.says and bag.says[k] else bag.units[0].wants[k]
        for k in keep
    )
    units = []
    for u in bag.units:
        labels = tuple(u.labels[k] for k in keep) if u.labels else ()
        lost = any(1 <= label <= 3 for k, label in enumerate(u.labels) if k not in keep)
        units.append(Unit(names, u.context, u.text, labels, max(u.unlisted, int(lost)) if u.labels else -1))
    return Bag(bag.name, bag.group, units, tuple(bag.importance[k] for k in keep))
