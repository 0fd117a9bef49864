"""Which passages does a plain or Markdown text have?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from upperhand.intake.paper import Span
from upperhand.intake.quoting import Owner, owners
from upperhand.model.document import Part

_ITEM = re.compile(r"\s{0,12}(?:[-*+•–]|\(?\d{1,3}[.)]|\(?[a-z]\))\s+(?:\[[ xX]\]\s+)?(?=\S)")
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(?=\S)")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,})\s*")
_ROW = re.compile(r"\s{0,3}\|.*\|\s*")
_ROW_RULE = re.compile(r"\s{0,3}\|?(?:\s{0,9}:?-{2,}:?\s{0,9}\|)+(?:\s{0,9}:?-{2,}:?\s{0,9})?")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_MARK = re.compile(r"\s{0,3}(?:>\s{0,2})+")


@dataclass(frozen=True)
class _Line:
    """One line: where it starts and ends in the text, its words and whose it is."""

    start: int
    end: int
    words: str
    owner: Owner


def spans_of(text: str, *, markdown: bool = False, top: bool = True) -> list[Span]:
    """The passages of a text in order: paragraphs, list items, table rows, headings, quoted blocks, the signature.

    ``top``: a letter's head (`From: ...`) at the very top makes the whole text that letter.
    """
    return list(_spans(_lines(text, top=top), markdown=markdown))


def _lines(text: str, *, top: bool) -> list[_Line]:
    raw = text.split("\n")
    found, at = [], 0
    for words, owner in zip(raw, owners(raw, top=top), strict=True):
        found.append(_Line(at, at + len(words), words, owner))
        at += len(words) + 1
    return found


def _spans(lines: Sequence[_Line], *, markdown: bool) -> Iterator[Span]:
    held: list[_Line] = []
    part: Part = "body"
    fenced = False
    for index, line in enumerate(lines):
        kind = _kind(line, lines[index + 1] if index + 1 < len(lines) else None, markdown=markdown and not fenced)
        if kind == "fence" or (kind == "blank" and not fenced) or kind == "rule":
            fenced = fenced != (kind == "fence")
            yield from _span(held, part)
            held = []
            continue
        alone = kind in ("heading", "table")
        if held and (alone or (kind == "item" and not fenced) or not _belongs(held[-1].owner, line.owner)):
            yield from _span(held, part)
            held = []
        if not held:
            part = _part(line.owner, kind)
        held.append(line)
        if alone:
            yield from _span(held, part)
            held = []
    yield from _span(held, part)


def _belongs(before: Owner, after: Owner) -> bool:
    return before == after


def _kind(line: _Line, below: _Line | None, *, markdown: bool) -> str:
    words = line.words
    if not words.strip() or (line.owner.depth and not _MARK.sub("", words, count=1).strip()):
        return "blank"
    if _FENCE.match(words):
        return "fence"
    if line.owner.depth:
        return "item" if _ITEM.match(_MARK.sub("", words, count=1)) else "words"
    if markdown:
        if _ROW_RULE.fullmatch(words) or _UNDERLINE.fullmatch(words):
            return "rule"
        if _ROW.fullmatch(words):
            return "table"
        underlined = below is not None and line.owner == below.owner and _UNDERLINE.fullmatch(below.words)
        if _HEADING.match(words) or (underlined and not _ITEM.match(words)):
            return "heading"
    return "item" if _ITEM.match(words) else "words"


def _part(owner: Owner, kind: str) -> Part:
    if owner.quoted:
        return "quoted"
    if owner.signature:
        return "signature"
    return "table" if kind == "table" else "heading" if kind == "heading" or owner.head else "body"


def _span(held: Sequence[_Line], part: Part) -> Iterator[Span]:
    """The passage of some lines, without the marks before its first word."""
    # blank lines are kept within a fence, but no passage starts or ends with one
    said = [index for index, line in enumerate(held) if line.words.strip()]
    if not said:
        return
    held = held[said[0] : said[-1] + 1]
    first, owner = held[0], held[0].owner
    start = first.start + _lead(first.words, part)
    end = held[-1].start + len(held[-1].words.rstrip(" \t|" if part == "table" else None))
    if start < end:
        yield Span(start, end, part, owner.author, owner.when)


def _lead(words: str, part: Part) -> int:
    at = 0
    for mark in (_MARK, _HEADING, _ITEM):
        if mark is _MARK and part != "quoted":
            continue
        match = mark.match(words, at)
        at = match.end() if match else at
    if part == "table":
        return len(words) - len(words.lstrip(" |"))
    return at + len(words[at:]) - len(words[at:].lstrip())
