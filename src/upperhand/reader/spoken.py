"""Which words of a talk or a document are theirs, cut into pieces that can be read one by one?"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from upperhand.model.document import Document, Passage
from upperhand.model.talk import Talk
from upperhand.reader.clauses import runs, sentences
from upperhand.reader.context import needed_context

_TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|dr|prof|sir|herr|frau|m|mme|senor|señor|sig)\b\.?", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_LABEL = re.compile(r"([^\W\d_][\w .'’-]{0,38}):\s+(?=\S)")


@dataclass(frozen=True)
class Said:
    """A piece of theirs. ``text`` is an exact part of the source, ``line`` its 1-based line, ``turn`` counts from 0
    (``None`` in documents); ``context`` is what it leans on; ``when`` the day, where the source tells it;
    ``marks`` where in ``text`` a further line begins: (offset, line)."""

    text: str
    context: str = ""
    line: int | None = None
    turn: int | None = None
    when: date | None = None
    marks: tuple[tuple[int, int], ...] = ()

    def line_at(self, offset: int) -> int | None:
        """The line of the source that holds the character at ``offset`` of ``text``."""
        at = bisect_right(self.marks, offset, key=lambda mark: mark[0])
        if at or self.marks or self.line is None:
            return self.marks[at - 1][1] if at else self.line
        return self.line + self.text.count("\n", 0, offset)


def said_in_talk(talk: Talk, speaker: str) -> list[Said]:
    """The turns of ``speaker``, long ones in several pieces."""
    pieces: list[Said] = []
    before = ""
    for number, turn in enumerate(talk.turns):
        if turn.speaker != speaker:
            before = turn.text
            continue
        context = needed_context(turn.text, before)
        for start, end in runs(turn.text):
            marks = tuple((at - start, line) for at, line in turn.marks if start < at < end)
            pieces.append(Said(turn.text[start:end], context, turn.line_at(start), number, marks=marks))
        before = ""
    return pieces


def said_in_document(document: Document, about: str, me: str = "") -> list[Said]:
    """The sentences of a document that can speak of ``about``.

    What somebody else signed with another name in quoted mails is passed over; what is theirs, or nobody's, is read.
    Whose wants are meant is the context of every sentence.
    """
    pieces: list[Said] = []
    for passage in document.passages:
        if not _may_speak(passage, about):
            continue
        words = document.words(passage)
        for start, end in sentences(words):
            label = _LABEL.match(words, start, end)
            if label is not None and me and _same_person(label[1], me) and not _same_person(label[1], about):
                continue  # my line in a few lines of talk
            if label is not None and _same_person(label[1], about):
                start = label.end()
            at = passage.start + start
            line = document.text.count("\n", passage.start, at) + passage.line
            pieces.append(Said(words[start:end], about, line, None, passage.when))
    return pieces


def speaker_named(speakers: Sequence[str], about: str) -> str | None:
    """The speaker that ``about`` means: the same name, else the only one that shares a word of it; ``None`` where
    nobody or several fit."""
    exact = [s for s in speakers if _plain(s) == _plain(about)]
    if exact:
        return exact[0]
    near = [s for s in speakers if _same_person(s, about)]
    return near[0] if len(near) == 1 else None


def _may_speak(passage: Passage, about: str) -> bool:
    if passage.part in ("heading", "signature"):
        return False
    if passage.part == "quoted":
        return passage.author is not None and _same_person(passage.author, about)
    return True


def _same_person(name: str, about: str) -> bool:
    ours, theirs = _names(name), _names(about)
    return bool(ours & theirs) and (ours <= theirs or theirs <= ours)


def _names(name: str) -> frozenset[str]:
    bare = _TITLE.sub(" ", name.split("<")[0] if "<" in name and name.split("<")[0].strip() else name)
    words = [w for w in _WORD.findall(bare.casefold()) if len(w) > 1 or w.isdigit()]
    return frozenset(words or [name.casefold().strip()])


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
