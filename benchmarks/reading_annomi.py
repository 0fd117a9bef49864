"""Does the reader hear questions, their form, and reflections in counselling it has learnt nothing from?

On AnnoMI, with the model that ships and the utterance before as context. Only therapists are labelled; where several
people labelled an utterance, most of them decide, and the first of them where they are tied.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.measures import Floats, Whole, bootstrap_error, class_hits, label_f1, summed
from benchmarks.reading_tables import Absent, Asked, Bar, Figure, Part, table
from upperhand.reader import acts
from upperhand.reader.encoder import Encoder, Text

Row = dict[str, str]
REFLECTS = float(getattr(acts, "REFLECTS", 0.5))
"""From which chance of `reflects` or `summarises` on a turn reflects: the package's own constant, where it has one."""
FORMS = {"n/a": 0, "closed": 1, "open": 2}
_OPEN = re.compile(r"\b(?:what|how|why|tell me|who|where|when|which)\b[^.?!]*\?", re.IGNORECASE)
_REFLECT = re.compile(
    r"^(?:\W|okay|yeah|mm-?hmm|right|and|but)*(?:so|it sounds|sounds|you(?:'re|'ve)?|it seems)\b", re.IGNORECASE
)
NAMES = ("question present", "none / closed / open", "reflection present")
CLASSES = (2, 3, 2)
HUMANS: tuple[Figure, ...] = ("one annotator against the rest [L]", 0.958, 0.832, 0.883)
FLOORS: tuple[Figure, ...] = ("floors [L]", 0.90, ".73 (open or closed)", 0.77)
BARS = (0.92, 0.78, 0.70)


@dataclass(frozen=True)
class Utterances:
    """What therapists said: arrays along it. ``truth`` (n, 3) holds classes along NAMES."""

    texts: Sequence[Text]
    session: Whole
    truth: Whole


def part(asked: Asked) -> Part:
    """The table."""
    said = read_sessions(asked.data / "annomi" / "train.csv", asked.most)
    classes = {
        "random": None,
        "counting (?, question words, so/you)": by_marks(said.texts),
        "**ours**": by_model(said.texts),
    }
    rows: list[Sequence[Figure]] = []
    ours: list[float] = []
    for name, found in classes.items():
        if found is None:
            rows.append((name, *(1 / n for n in CLASSES)))
            continue
        figures = [macro(found[:, k], said.truth[:, k], said.session, n) for k, n in enumerate(CLASSES)]
        rows.append((name, *figures))
        ours = [figure for figure, _ in figures]
    lines = [
        "Macro-F1 with the model that ships: a question where `none` is under .5, a reflection where `reflects` or",
        f"`summarises` is {REFLECTS:g} or more. Random guesses each class as often as it is true.",
        "",
        *table(("AnnoMI", *NAMES), [*rows, FLOORS, HUMANS]),
    ]
    bars = [Bar(name, figure, must) for name, figure, must in zip(NAMES, ours, BARS, strict=True)]
    count = len(set(said.session.tolist()))
    return Part(f"Acts in talk: AnnoMI, {len(said.texts)} utterances of therapists in {count} sessions", lines, bars)


def read_sessions(path: Path, most: int | None) -> Utterances:
    """Every therapist's utterance of the first ``most`` sessions (``None``: of all)."""
    try:
        with path.open(encoding="utf-8", newline="") as opened:
            rows = list(csv.DictReader(opened))
    except FileNotFoundError as gone:
        raise Absent(f"no {gone.filename}") from gone
    by: dict[tuple[int, int], list[Row]] = {}
    for row in rows:
        by.setdefault((int(row["transcript_id"]), int(row["utterance_id"])), []).append(row)
    sessions = set(sorted({session for session, _ in by})[:most])
    texts: list[Text] = []
    place: list[int] = []
    truth: list[tuple[int, int, int]] = []
    before: tuple[int, str] = (-1, "")
    for (session, _), marks in sorted(by.items()):
        text = marks[0]["utterance_text"]
        if session in sessions and marks[0]["interlocutor"] == "therapist":
            texts.append((before[1] if before[0] == session else "", text))
            place.append(session)
            truth.append(labels(marks))
        before = (session, text)
    return Utterances(texts, np.array(place), np.array(truth))


def labels(marks: Sequence[Row]) -> tuple[int, int, int]:
    """Question present, its form, reflection present, as most annotators say."""
    question = _most([row["question_exists"] for row in marks]) == "True"
    form = FORMS[_most([row["question_subtype"] for row in marks])]
    return int(question), form, int(_most([row["reflection_exists"] for row in marks]) == "True")


def _most(values: Sequence[str]) -> str:
    return Counter(values).most_common(1)[0][0]


def by_marks(texts: Sequence[Text]) -> Whole:
    """What a question mark, a question word and an opening tell."""
    out = []
    for _, text in texts:
        asks = "?" in text
        out.append((int(asks), 2 if _OPEN.search(text) else int(asks), int(bool(_REFLECT.match(text)))))
    return np.array(out)


def by_model(texts: Sequence[Text]) -> Whole:
    """What the reader says."""
    read = acts.ActReader(Encoder()).read(texts)
    reflects = read.acts[:, [acts.ACTS.index("reflects"), acts.ACTS.index("summarises")]].max(1)
    none = read.questions[:, acts.QUESTIONS.index("none")]
    forms = [FORMS["n/a" if form == "none" else form] for form in acts.QUESTIONS]
    form = np.array(forms)[read.questions.argmax(1)]
    return np.stack([(none < 0.5).astype(np.int64), form, (reflects >= REFLECTS).astype(np.int64)], 1)


def macro(said: Whole, truth: Whole, session: Whole, classes: int) -> tuple[float, float]:
    """Macro-F1 and its standard error over sessions."""
    found = class_hits(said, truth, classes)

    def mean(counts: Floats) -> Floats:
        return np.asarray(label_f1(counts).mean(-1))

    return float(mean(found.sum(0))), float(bootstrap_error(summed(found, session), mean))
