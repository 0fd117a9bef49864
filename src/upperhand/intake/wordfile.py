"""What does a Word document (docx) say, paragraph by paragraph?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from upperhand.intake.archive import Archive
from upperhand.intake.findings import Findings
from upperhand.intake.paper import Kept, Paper
from upperhand.intake.xmlstream import listen
from upperhand.model.day import day_meant
from upperhand.model.document import Part

_MAIN, _COMMENTS, _CORE = "word/document.xml", "word/comments.xml", "docProps/core.xml"
_MORE = ("word/footnotes.xml", "word/endnotes.xml")
_HEADINGS = ("heading", "title", "subtitle", "berschrift", "titre", "ttulo", "titolo", "kop")
# text that was deleted, that draws, or that computes
_UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "Fallback", "delInstrText"))


def put_word(archive: Archive, paper: Paper, findings: Findings, kept: Kept) -> None:
    """Put a document's paragraphs, headings, table rows, notes and comments on paper."""
    about = _About()
    core = archive.read(_CORE)
    if core is not None:
        # damage to the description costs nobody's words
        listen(core, about, Findings(""), _CORE, lambda: False)
    owner = Kept(about.author or kept.author, about.when or kept.when, kept.name)
    main = archive.read(_MAIN)
    if main is None:
        if not any(problem.severity == "error" for problem in findings.found):
            findings.fail(None, "The file has no readable document part.", "Open it in Word and save it again as docx.")
        return
    for part in (_MAIN, *_MORE, _COMMENTS):
        data = main if part == _MAIN else archive.read(part)
        if data is not None and not paper.full:
            body = _Body(paper, owner)
            listen(data, body, findings, part, lambda: paper.full)
            body.close()


@dataclass
class _About:
    """The description of a document: who made it, and when it was last changed."""

    author: str | None = None
    when: date | None = None
    inside: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Remember which field is open."""
        self.inside = name

    def end(self, name: str) -> None:
        """Forget it."""
        self.inside = ""

    def text(self, words: str) -> None:
        """Take the fields that count."""
        if self.inside == "creator":
            self.author = words.strip() or self.author
        elif self.inside in ("modified", "created"):
            self.when = day_meant(words[:10]) or self.when


@dataclass
class _Body:
    """Builds paragraphs and table rows while the XML goes by."""

    paper: Paper
    kept: Kept
    words: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    part: Part = "body"
    in_text: bool = False
    unseen: int = 0
    comment: Kept | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if name in _UNSEEN:
            self.unseen += 1
        elif name == "t":
            self.in_text = True
        elif name in ("tab", "br", "cr"):
            self.words.append("\t" if name == "tab" else "\n")
        elif name == "pStyle" and attributes.get("val", "").lower().startswith(_HEADINGS):
            self.part = "heading"
        elif name == "tr":
            self.rows.append([])
        elif name == "tc" and self.rows:
            self._paragraph()
            self.rows[-1].append("")
        elif name == "p" and not self.rows:
            self._paragraph()
        elif name == "comment":
            self.comment = Kept(attributes.get("author") or None, day_meant(attributes.get("date", "")[:10]))

    def end(self, name: str) -> None:
        """An element ends."""
        if name in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif name == "t":
            self.in_text = False
        elif name == "p":
            self._paragraph()
        elif name == "tr" and self.rows:
            self._row()
        elif name == "comment":
            self.comment = None

    def text(self, words: str) -> None:
        """Words of a run."""
        if self.in_text and not self.unseen:
            self.words.append(words)

    def close(self) -> None:
        """Put down what a damaged part left open."""
        self._paragraph()
        while self.rows:
            self._row()

    def _paragraph(self) -> None:
        text = "".join(self.words).strip()
        part, self.words, self.part = self.part, [], "body"
        if self.rows and self.rows[-1]:
            if text:
                self.rows[-1][-1] = f"{self.rows[-1][-1]} {' '.join(text.split())}".strip()
        elif text:
            self.paper.put(text, part, self._owner())

    def _row(self) -> None:
        self._paragraph()
        cells = self.rows.pop()
        text = " | ".join(cells)
        if self.rows and self.rows[-1]:
            # a table within a cell
            self.rows[-1][-1] = f"{self.rows[-1][-1]} {text}".strip()
        elif any(cells):
            self.paper.put(text, "table", self._owner())

    def _owner(self) -> Kept:
        return self.kept if self.comment is None else Kept(self.comment.author, self.comment.when, self.kept.name)
