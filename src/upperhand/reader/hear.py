"""What did they show they want, and which words show it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from upperhand.model.evidence import Polarity
from upperhand.reader.clauses import sentences
from upperhand.reader.encoder import Encoder
from upperhand.reader.names import Name, name_of, named, tokens
from upperhand.reader.quotes import DENIES, NEEDS, UNSURE, quoted
from upperhand.reader.spoken import Said
from upperhand.reader.stance import StanceReader, Stances

COUNTED = 0.02
"""Findings that add less than this to a score are left out of it."""
NEW, MOST_NEW = 0.2, 5
"""A need that fits no listed want is proposed where its chance is at least this, and no more of them than that."""
_NAMES = {1: "needs", 2: "needs", 3: "needs", 4: "can do without", 5: "offers", 6: "is unsure"}


@dataclass(frozen=True)
class Finding:
    """One want in one piece of speech. ``strength`` adds to the want's score (log-odds of the order), ``chance`` is how
    likely the words show anything of it, ``stance`` says what; ``quote`` is an exact part of the source,
    ``quoted`` whether it is sure enough to be shown."""

    want: str
    strength: float
    chance: float
    polarity: Polarity
    stance: str
    said: Said
    quote: str
    line: int | None
    quoted: bool


@dataclass(frozen=True)
class Proposal:
    """A need heard that fits no listed want: the words, as the name to start from."""

    quote: str
    chance: float
    line: int | None
    turn: int | None


class Listener:
    """Holds the reader while several sources are read."""

    def __init__(self) -> None:
        self._reader = StanceReader(Encoder())

    def hear(self, pieces: Sequence[Said], wants: Mapping[str, str]) -> tuple[list[Finding], list[Proposal]]:
        """What the pieces show of ``wants`` (name: description, empty where there is none), in their order."""
        if not pieces or not wants:
            return [], []
        names = [f"{name}: {says}" if says else name for name, says in wants.items()]
        texts, answers = [(p.context, p.text) for p in pieces], [p.turn is not None for p in pieces]
        read = self._reader.read(texts, names, answers)
        shown = quoted(read.chances)
        found = [
            self._finding(piece, want, read, (n, k), bool(shown[n, k]))
            for n, piece in enumerate(pieces)
            for k, want in enumerate(wants)
        ]
        findings = self._narrowed([f for f in found if f is not None], names, list(wants))
        new = sorted((n for n in range(len(pieces)) if read.unlisted[n] >= NEW), key=lambda n: -float(read.unlisted[n]))
        fresh = [
            Proposal(pieces[n].text, float(read.unlisted[n]), pieces[n].line, pieces[n].turn) for n in new[:MOST_NEW]
        ]
        return findings, fresh

    def _finding(self, piece: Said, want: str, read: Stances, at: tuple[int, int], shown: bool) -> Finding | None:
        chances, strength = read.chances[at], float(read.evidence[at])
        if abs(strength) < COUNTED and not shown:
            return None
        sums = tuple(float(chances[part].sum()) for part in (NEEDS, DENIES, UNSURE))
        polarity: Polarity = ("needs", "does_not_need", "unsure")[int(np.argmax(sums))]
        stance = _NAMES[1 + int(np.argmax(chances[1:]))]
        return Finding(want, strength, float(1 - chances[0]), polarity, stance, piece, piece.text, piece.line, shown)

    def _narrowed(self, findings: list[Finding], names: list[str], wants: list[str]) -> list[Finding]:
        """The findings with the sentence that shows each most as its quote, where a piece has several.

        Where one sentence alone names the want, it is that one; else each is read by itself.
        """
        several = {f.said: spans for f in findings if f.quoted and len(spans := sentences(f.said.text)) > 1}
        called = {want: name_of(name) for want, name in zip(wants, names, strict=True)}
        chosen = {n: _naming(f.said.text, several[f.said], called[f.want])
                  for n, f in enumerate(findings) if f.quoted and f.said in several}  # fmt: skip
        open_ = {findings[n].said for n, span in chosen.items() if span is None}
        place = {
            key: i for i, key in enumerate((said, span) for said in several if said in open_ for span in several[said])
        }
        texts = [("", said.text[start:end]) for said, (start, end) in place]
        read = self._reader.chances(texts, names)[0] if texts else np.zeros((0, 0, 0))
        out = list(findings)
        for n, span in chosen.items():
            f = findings[n]
            if span is None:
                side = {"needs": NEEDS, "does_not_need": DENIES}.get(f.polarity, UNSURE)
                k = wants.index(f.want)
                span = max(several[f.said], key=lambda at: float(read[place[f.said, at], k, side].sum()))
            out[n] = replace(f, quote=f.said.text[span[0] : span[1]], line=f.said.line_at(span[0]))
        return out


def _naming(text: str, spans: Sequence[tuple[int, int]], name: Name) -> tuple[int, int] | None:
    """The only one of the spans that names the want, if there is one."""
    found = [(start, end) for start, end in spans if named(tokens(text[start:end]), [name])]
    return found[0] if len(found) == 1 else None
