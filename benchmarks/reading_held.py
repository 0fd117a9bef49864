"""How well does the reader do on talks and documents written apart from its training texts, in other domains?

benchmarks/held/ was written by a hand that had not seen the training texts. It measures; nothing is tuned on it.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.measures import spearman
from benchmarks.reading_tables import Asked, Bar, Part, table
from training.corpus import TrueLetter, TrueTalk, TruthWant, read_letters, read_talks
from upperhand import session
from upperhand.model.document import Document
from upperhand.model.reports import WantsReport
from upperhand.model.talk import Talk, Turn

HELD = Path(__file__).resolve().parent / "held"
SUFFIX = {"mail": ".eml", "thread": ".eml"}
POSITIVE = {"a", "n"}


def part(asked: Asked) -> Part:
    """Talks and documents, with bare names and with descriptions."""
    wrong: list[str] = []
    talks = read_talks([HELD / "talks.txt"], wrong)[: asked.most]
    letters = read_letters([HELD / "letters.txt"], wrong)[: asked.most]
    rows, bars = [], []
    reports = [session.wants(as_document(x), x.about, _named(x.wants, True)) for x in letters]
    for kind, found in (("talks", talk_rows(talks)), ("documents", letter_rows(letters, reports))):
        for label, (top, rank, n) in found.items():
            spread = float(np.std(top) / np.sqrt(max(n, 1)))
            rows.append([f"{kind}, {label}", f"{np.mean(top):.3f} ± {spread:.3f}", f"{np.mean(rank):.3f}", str(n)])
            if label == "as typed":
                must, aim = (0.60, 0.75) if kind == "talks" else (0.66, 0.85)
                bars.append(Bar(f"{kind}: top want", float(np.mean(top)), must, aim))
                if kind == "talks":
                    bars.append(Bar("talks: Spearman", float(np.mean(rank)), 0.50, 0.60))
    precise, recalled = quoted(letters, reports)
    bars += [Bar("quoted needs: precision", precise, 0.70, 0.85), Bar("quoted needs: recall", recalled, 0.50, 0.85)]
    shown = table(["", "top want", "Spearman", "n"], rows)
    return Part(f"Other domains: {len(talks)} talks, {len(letters)} documents of benchmarks/held", shown, bars)


Rows = dict[str, tuple[list[float], list[float], int]]


def talk_rows(talks: Sequence[TrueTalk]) -> Rows:
    """Top-1 and Spearman by how the wants are given, and for counting their words."""
    out: Rows = {"as typed": ([], [], 0), "bare names": ([], [], 0), "counting the want's words": ([], [], 0)}
    for talk in talks:
        read = Talk(("M", "T"), tuple(Turn(t.speaker, t.text, line=t.line) for t in talk.turns), talk.file)
        for label, says in (("as typed", True), ("bare names", False)):
            _add(out, label, talk.wants, _weights(session.wants(read, "T", _named(talk.wants, says)), talk.wants))
        spoken = " ".join(t.text for t in talk.turns if t.speaker == "T")
        _add(out, "counting the want's words", talk.wants, _counts(spoken, talk.wants))
    return {label: (top, rank, len(top)) for label, (top, rank, _) in out.items()}


def letter_rows(letters: Sequence[TrueLetter], reports: Sequence[WantsReport]) -> Rows:
    """The same for documents, read from files of their kind; ``reports`` are with their descriptions."""
    out: Rows = {"as typed": ([], [], 0), "bare names": ([], [], 0), "counting the want's words": ([], [], 0)}
    for letter, typed in zip(letters, reports, strict=True):
        bare = session.wants(as_document(letter), letter.about, _named(letter.wants, False))
        for label, report in (("as typed", typed), ("bare names", bare)):
            _add(out, label, letter.wants, _weights(report, letter.wants))
        _add(out, "counting the want's words", letter.wants, _counts(letter.text, letter.wants))
    return {label: (top, rank, len(top)) for label, (top, rank, _) in out.items()}


def as_document(letter: TrueLetter) -> Document:
    """The letter as the package reads it from disk."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"letter{SUFFIX.get(letter.kind, '.txt')}"
        path.write_text(letter.text, "utf-8")
        return session.read_document(path)


def quoted(letters: Sequence[TrueLetter], reports: Sequence[WantsReport]) -> tuple[float, float]:
    """Precision, recall of quoted needs; a quote is right where it overlaps a passage marked as a need of that want."""
    right = said = found = marked = 0
    for letter, report in zip(letters, reports, strict=True):
        for want in letter.wants:
            truth = [m for m in letter.marks if m.letter == want.letter and m.stance in POSITIVE]
            spans = [
                _span(letter.text, e["quote"]) for e in report.wants[want.name]["evidence"] if e["polarity"] == "needs"
            ]
            said, marked = said + len(spans), marked + len(truth)
            right += sum(any(a < m.end and m.start < b for m in truth) for a, b in spans)
            found += sum(any(a < m.end and m.start < b for a, b in spans) for m in truth)
    return right / max(said, 1), found / max(marked, 1)


def _span(text: str, quote: str) -> tuple[int, int]:
    at = text.find(quote)
    return (at, at + len(quote)) if at >= 0 else (-1, -1)


def _named(wants: Sequence[TruthWant], says: bool) -> dict[str, str]:
    return {w.name: w.says if says else "" for w in wants}


def _weights(report: WantsReport, wants: Sequence[TruthWant]) -> list[float]:
    return [float(report.wants[w.name]["weight"]) for w in wants]


def _counts(text: str, wants: Sequence[TruthWant]) -> list[float]:
    said = text.lower()
    return [float(sum(said.count(word) for word in w.name.lower().split() if len(word) > 3)) for w in wants]


def _add(out: Rows, label: str, wants: Sequence[TruthWant], scores: Sequence[float]) -> None:
    truth = [w.importance for w in wants]
    best = [k for k, s in enumerate(scores) if s == max(scores)]
    out[label][0].append(float(np.mean([truth[k] == max(truth) for k in best])))
    out[label][1].append(spearman(np.array(scores, float), np.array(truth, float)))
