"""Does the reader find what people value most in talks unlike any it learnt from?

On DealOrNoDeal: books, hats and balls with hidden values. The truth is the value of one unit; any of tied tops counts.
Every line tells a dialogue from one side; where another tells it from the other side, it is read once, for both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.measures import Floats, clustered_error, spearman, top_found
from benchmarks.reading_tables import Absent, Asked, Bar, Figure, Part, table
from upperhand.model.talk import Talk, Turn
from upperhand.session import wants

WANTS = ("books", "hats", "balls")
NAMED = tuple(re.compile(rf"\b(?:{word})s?\b") for word in ("book", "hat", "(?:basket ?)?ball"))
_LINE = re.compile(
    r"<input> ([\d ]+) </input> <dialogue> (.*) </dialogue> "
    r"<output> .* </output> <partner_input> ([\d ]+) </partner_input>"
)
_SIDES = {"YOU": "THEM", "THEM": "YOU"}
ANCHORS: tuple[tuple[Figure, ...], ...] = (
    ("hand rules [issue 3]", 0.64, None),
    ("masked n-grams [issue 3]", 0.70, None),
)


@dataclass(frozen=True)
class Person:
    """One side of a dialogue. ``worth`` (3,) is the value of one unit along WANTS."""

    dialogue: int
    talk: Talk
    name: str
    worth: Floats


def part(asked: Asked) -> Part:
    """The table."""
    people, lines = read_people(asked.data / "dealornodeal" / "sample.txt", asked.most)
    groups = np.array([p.dialogue for p in people])
    ways = {
        "random": [np.zeros(3) for _ in people],
        "counting own mentions": [counted(p) for p in people],
        "**ours**": [heard(p) for p in people],
    }
    rows: list[Sequence[Figure]] = []
    ours = 0.0
    for name, scores in ways.items():
        found = np.array([top_found(s, p.worth) for s, p in zip(scores, people, strict=True)])
        order = np.array([spearman(s, p.worth) for s, p in zip(scores, people, strict=True)])
        ours = float(found.mean())
        rows.append((name, *((float(v.mean()), clustered_error(v, groups)) for v in (found, order))))
    shown = [f"Random finds more than a third because any of tied tops counts. {lines} lines; ± over dialogues.", "",
             *table(("DealOrNoDeal", "top value found", "mean Spearman"), [*rows, *ANCHORS])]  # fmt: skip
    title = f"Transfer: DealOrNoDeal, both people of {len(set(groups.tolist()))} dialogues, n = {len(people)}"
    return Part(title, shown, [Bar("top value found", ours, 0.72)])


def read_people(path: Path, most: int | None) -> tuple[list[Person], int]:
    """Both people of the first ``most`` dialogues (``None``: all), each dialogue once; and how many lines there are."""
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    except FileNotFoundError as gone:
        raise Absent(f"no {gone.filename}") from gone
    people: list[Person] = []
    seen: set[tuple[str, str, str]] = set()
    for line in lines:
        found = _LINE.match(line)
        if found is None:
            raise Absent(f"{path.name} has a line of another form: {line[:60]}")
        mine, dialogue, theirs = found.groups()
        if (mine, dialogue, theirs) in seen or len(people) // 2 == most:
            continue
        seen |= {(mine, dialogue, theirs), (theirs, mirrored(dialogue), mine)}
        talk = talk_of(dialogue)
        number = len(people) // 2
        people += [Person(number, talk, "YOU", worth(mine)), Person(number, talk, "THEM", worth(theirs))]
    return people, len(lines)


def mirrored(dialogue: str) -> str:
    """The dialogue as the other side has it."""
    return re.sub(r"\b(YOU|THEM):", lambda side: f"{_SIDES[side[1]]}:", dialogue)


def talk_of(dialogue: str) -> Talk:
    """The dialogue without the mark of its end."""
    turns = []
    for said in dialogue.split(" <eos> "):
        speaker, _, text = said.partition(": ")
        if text != "<selection>":
            turns.append(Turn(speaker, text))
    return Talk(tuple(dict.fromkeys(turn.speaker for turn in turns)), tuple(turns), "dealornodeal")


def worth(numbers: str) -> Floats:
    """Values of one unit from `count value count value count value`."""
    return np.array([float(word) for word in numbers.split()[1::2]])


def counted(person: Person) -> Floats:
    """How often the person names each thing."""
    own = [turn.text for turn in person.talk.turns if turn.speaker == person.name]
    return np.array([float(sum(len(name.findall(text)) for text in own)) for name in NAMED])


def heard(person: Person) -> Floats:
    """The weights that the package reports."""
    report = wants(person.talk, person.name, WANTS)
    return np.array([report.wants[want]["weight"] for want in WANTS])
