"""How do pieces of a document become one text with its passages?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from upperhand.intake.findings import Findings
from upperhand.intake.source import MOST_TEXT, normal
from upperhand.model.document import Document, Part, Passage


@dataclass(frozen=True)
class Kept:
    """What holds for every passage of a piece: who wrote it, when, and in which attachment it stands."""

    author: str | None = None
    when: date | None = None
    name: str | None = None


NOBODY = Kept()


@dataclass(frozen=True)
class Span:
    """A passage within a text of its own, before that text is put into the document."""

    start: int
    end: int
    part: Part = "body"
    author: str | None = None
    when: date | None = None


@dataclass
class Paper:
    """Collects text and passages until the document is full; says once that it is."""

    findings: Findings
    texts: list[str] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    size: int = 0
    line: int = 1
    full: bool = False
    fresh: bool = True

    def put(self, text: str, part: Part = "body", kept: Kept = NOBODY, *, gap: int = 1) -> None:
        """Add one passage, ``gap`` line ends after what stands before it. Text of blanks only is no passage."""
        words = normal(text).strip()
        if words:
            self.put_block(words, [Span(0, len(words), part)], kept, gap=gap)

    def put_block(self, text: str, spans: Iterable[Span], kept: Kept = NOBODY, *, gap: int = 1) -> None:
        """Add a text (already normal) with its passages; what a span says of its author comes first."""
        if self.full:
            return
        if self.size and not self.fresh:
            self._add("\n" * gap)
        room = MOST_TEXT - self.size
        if len(text) > room:
            self.full = True
            what = f"Only the first {MOST_TEXT:,} characters of text are kept."
            self.findings.warn(self.line, what, "Split the file.")
            text = text[: max(room, 0)]
        at, counted, line = self.size, 0, self.line
        for span in spans:
            end = min(span.end, len(text))
            if span.start >= end:
                break
            line += text.count("\n", counted, span.start)
            counted = span.start
            self._note(Span(at + span.start, at + end, span.part, span.author, span.when), line, kept)
        self._add(text)
        self.fresh = False

    def down_to(self, line: int) -> None:
        """Go down with blank lines so that the next piece starts on ``line``, where that is still below."""
        missing = line - self.line
        if 0 < missing < MOST_TEXT - self.size and not self.full:
            self._add("\n" * missing)
            self.fresh = True

    def document(self, source: str) -> Document:
        """The whole document."""
        return Document(source, "".join(self.texts), tuple(self.passages))

    def _note(self, span: Span, line: int, kept: Kept) -> None:
        # within an attachment only what it quotes itself is told apart
        part: Part = "attachment" if kept.name is not None and span.part != "quoted" else span.part
        own = span.author is None and span.part != "quoted"
        author, when = (kept.author, span.when or kept.when) if own else (span.author, span.when)
        self.passages.append(Passage(span.start, span.end, line, author, part, kept.name, when))

    def _add(self, text: str) -> None:
        self.texts.append(text)
        self.size += len(text)
        self.line += text.count("\n")
