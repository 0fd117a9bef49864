"""What does a written source hold? Passages in order, each with its author where the format tells."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from upperhand.model.result import Result

Part = Literal["body", "heading", "quoted", "attachment", "table", "signature"]


@dataclass(frozen=True)
class Passage(Result):
    """A paragraph, list item, table row or quoted block: ``text[start:end]`` of its document.

    ``line`` is the 1-based line of the document's text where it starts. ``author`` is who wrote it and ``when`` the day
    (``None``: the format does not tell). ``name`` is the attachment's name, ``None`` outside attachments.
    """

    start: int
    end: int
    line: int
    author: str | None = None
    part: Part = "body"
    name: str | None = None
    when: date | None = None


@dataclass(frozen=True)
class Document(Result):
    """A document's text as read (Unicode NFC, line ends as ``\\n``) and its passages, in order and disjoint."""

    source: str
    text: str
    passages: tuple[Passage, ...]

    def words(self, passage: Passage) -> str:
        """The text of one of its passages."""
        return self.text[passage.start : passage.end]
