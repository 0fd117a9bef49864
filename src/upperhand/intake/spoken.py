"""Who says what in a text whose lines start with a name?

Zoom chats and transcripts, Otter, `Name: text` with or without times, and DealOrNoDeal's one line a dialogue.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from upperhand.intake.findings import Findings
from upperhand.intake.labels import Head, head_of, speakers_among
from upperhand.model.talk import Turn

UNKNOWN = "unknown"
_EOS = "<eos>"
_SIDE = re.compile(r"\s*(YOU|THEM)\s*:")
_FOOTER = re.compile(r"\s*(?:transcribed by https?://otter\.ai\S*|end of transcript)\s*", re.IGNORECASE)


@dataclass
class Piece:
    """Words of one speaker as they stand in the file: texts with the line each starts on."""

    speaker: str
    start: float | None = None
    end: float | None = None
    line: int | None = None
    texts: list[tuple[str, int | None]] = field(default_factory=list)

    def turn(self, between: str) -> Turn:
        """The turn: the texts joined, with a mark wherever a further line of the file begins."""
        texts, marks, size = list[str](), list[tuple[int, int]](), 0
        for piece, line in self.texts:
            size += len(between) if size else 0
            if line is not None:
                marks.append((size, line))
            texts.append(piece if not size else between + piece)
            size += len(piece)
        text = "".join(texts)
        first = next((line for piece, line in self.texts if piece.strip() and line is not None), self.line)
        ends = self.end if self.end is None or self.start is None or self.end >= self.start else None
        return Turn(self.speaker, text, self.start, ends, first, None, tuple(marks))


def spoken_turns(text: str, findings: Findings) -> list[Turn]:
    """The turns of a text; empty where no line starts with a speaker's name."""
    lines = text.split("\n")
    heads = [head_of(line) for line in lines]
    chosen = speakers_among(lines, heads)
    pieces: list[Piece] = []
    lost: list[int] = []
    for number, (line, head) in enumerate(zip(lines, heads, strict=True), 1):
        if head is not None and number - 1 in chosen:
            pieces.append(_opened(head, line, number))
        elif not pieces:
            lost += [number] if line.strip() else []
        elif not _FOOTER.fullmatch(line):
            pieces[-1].texts.append((line.strip(), number))
    if pieces and lost:
        what = f"What stands before the first speaker ({len(lost)} line{'s' * (len(lost) > 1)}) is left out."
        findings.warn(lost[0], what, "Put 'Name: ' before words that somebody said.")
    return [_trimmed(piece).turn("\n") for piece in pieces]


def _opened(head: Head, line: str, number: int) -> Piece:
    words = line[head.at :].strip()
    return Piece(head.name, head.start, head.end, number, [(words, number)] if words else [])


def _trimmed(piece: Piece) -> Piece:
    """Without the blank lines at both ends; those within stay, so that lines can be counted."""
    while piece.texts and not piece.texts[-1][0]:
        piece.texts.pop()
    while piece.texts and not piece.texts[0][0]:
        piece.texts.pop(0)
    return piece


def is_deal_lines(text: str) -> bool:
    """Whether the text holds DealOrNoDeal dialogues, one a line."""
    at = text.find(_EOS)
    return at >= 0 and bool(re.search(r"\b(?:YOU|THEM)\s*:", text[max(0, at - 20_000) : at]))


def deal_talks(text: str, findings: Findings) -> list[list[Turn]]:
    """The turns of each dialogue of a DealOrNoDeal file."""
    talks = []
    for number, line in enumerate(text.split("\n"), 1):
        inner = line.partition("<dialogue>")[2].partition("</dialogue>")[0] if "<dialogue>" in line else line
        if not inner.strip():
            continue
        turns = list(_sides(inner.split(_EOS), number))
        if turns:
            talks.append(turns)
        else:
            findings.warn(number, "The line holds no 'YOU:' or 'THEM:'.", "Check that it was copied whole.")
    return talks


def _sides(said: Iterable[str], number: int) -> Iterable[Turn]:
    for words in said:
        side = _SIDE.match(words)
        if side is not None:
            yield Turn(side[1], words[side.end() :].strip(), line=number)
