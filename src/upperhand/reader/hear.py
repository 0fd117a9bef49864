"""What did they show they want, and which words show it?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from upperhand.model.evidence import Polarity
from upperhand.reader.clauses import sentences
from upperhand.reader.encoder import Encoder
from upperhand.reader.spoken import Said
from upperhand.reader.stance import StanceReader, Stances

SHOWN, BESIDE = 0.3, 0.5
"""A finding is quoted where the chance that the words show something about the want is at least this: the first for
the want
they show most, the second for any other. Chosen on talks and letters of domains that the network had not seen."""
COUNTED = 0.02
"""Findings that add less than this to a score are left out of it."""
NEW, MOST_NEW = 0.2, 5
"""A need that fits no listed want is proposed where its chance is at least this, and no more of them than that."""
_POSITIVE, _NEGATIVE, _UNSURE = slice(1, 4), slice(4, 6), 6
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
        read = self._reader.read([(p.context, p.text) for p in pieces], names)
        found = [
            self._finding(piece, want, read, (n, k)) for n, piece in enumerate(pieces) for k, want in enumerate(wants)
        ]
        findings = self._narrowed([f for f in found if f is not None], names, list(wants))
        new = sorted((n for n in range(len(pieces)) if read.unlisted[n] >= NEW), key=lambda n: -float(read.unlisted[n]))
        fresh = [
            Proposal(pieces[n].text, float(read.unlisted[n]), pieces[n].line, pieces[n].turn) for n in new[:MOST_NEW]
        ]
        return findings, fresh

    def _finding(self, piece: Said, want: str, read: Stances, at: tuple[int, int]) -> Finding | None:
        chances, strength = read.chances[at], float(read.evidence[at])
        shown = float(1 - chances[0])
        best = bool(chances[0] <= read.chances[at[0], :, 0].min())
        quoted = shown >= (SHOWN if best else BESIDE)
        if abs(strength) < COUNTED and not quoted:
            return None
        sums = (float(chances[_POSITIVE].sum()), float(chances[_NEGATIVE].sum()), float(chances[_UNSURE]))
        polarity: Polarity = ("needs", "does_not_need", "unsure")[int(np.argmax(sums))]
        stance = _NAMES[1 + int(np.argmax(chances[1:]))]
        return Finding(want, strength, shown, polarity, stance, piece, piece.text, piece.line, quoted)

    def _narrowed(self, findings: list[Finding], names: list[str], wants: list[str]) -> list[Finding]:
        """The findings with the sentence that shows each most as its quote, where a piece has several."""
        spans = {f.said: found for f in findings if f.quoted and len(found := sentences(f.said.text)) > 1}
        texts = {(said, at): said.text[at[0] : at[1]] for said, found in spans.items() for at in found}
        read = self._reader.read([("", t) for t in texts.values()], names).chances if texts else np.zeros((0, 0, 0))
        place = {key: i for i, key in enumerate(texts)}
        out = []
        for f in findings:
            if f.quoted and f.said in spans:
                side = {"needs": _POSITIVE, "does_not_need": _NEGATIVE}.get(f.polarity, slice(_UNSURE, _UNSURE + 1))
                k = wants.index(f.want)
                best = max(spans[f.said], key=lambda at: float(read[place[f.said, at], k, side].sum()))
                f = replace(f, quote=texts[f.said, best], line=f.said.line_at(best[0]))
            out.append(f)
        return out
