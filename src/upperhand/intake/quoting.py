"""Whose words are these: the writer's own, or a letter they quote?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parseaddr

from upperhand.model.day import day_meant

_DEPTH = re.compile(r"\s{0,3}((?:>\s{0,2})+)")
_OPENS = re.compile(r"(?:On|Am|Le|El|Il|Op|Em|Den|W dniu)\s|.{0,80}\b(?:wrote|writes|schrieb)\b", re.IGNORECASE)
_WROTE = re.compile(
    r"^(?:(?:On|Am|Le|El|Il|Op|Em|Den|W dniu)\s+)?(.{1,300}?)\s*\b"
    r"(?:wrote|writes|schrieb|a écrit|escribió|ha scritto|schreef|escreveu|skrev)\b(.{0,120}):\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(
    r"\s*(?:-{2,}\s?(?:original message|forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|"
    r"message d'origine|mensaje original|messaggio originale)\s?-{2,}|begin forwarded message:)\s*",
    re.IGNORECASE,
)
_FROM = re.compile(r"\s*\*?(?:from|von|de|da|van|od)\s?:\*?\s{0,5}(\S.{0,200})", re.IGNORECASE)
_FIELD = re.compile(
    r"\s*\*?(from|von|sent|gesendet|date|datum|to|an|cc|subject|betreff|reply-to|de|envoyé|à|objet|enviado|para|asunto|"
    r"da|inviato|a|oggetto|van|verzonden|aan|onderwerp|bcc)\s?:\*?(?:\s{1,5}(.{0,300})|\s*)$",
    re.IGNORECASE,
)
_WHEN_FIELD = frozenset("sent gesendet date datum envoyé enviado inviato verzonden".split())
_TIME = re.compile(r"\b(?:at|um|à|a las)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?\b,?", re.IGNORECASE)
_DAYS = re.compile(
    r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s+|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|"
    r"\d{1,2}(?:st|nd|rd|th)?\.?\s+[A-Za-zäé]{3,9}\.?,?(?:\s+\d{4})?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?(?:\s+\d{4})?",
    re.IGNORECASE,
)
_LONGEST_HEAD = 3


@dataclass(frozen=True)
class Owner:
    """Whose a line is. ``quoted``: not the writer's own. ``head``: the line only says whose the next ones are."""

    quoted: bool = False
    author: str | None = None
    when: date | None = None
    signature: bool = False
    head: bool = False
    depth: int = 0


OWN = Owner()


@dataclass(frozen=True)
class _Letter:
    """Who wrote a letter and when, and how many lines the words that say so take.

    ``inner``: they announce a letter inside another one, so that it cannot be the text itself.
    """

    author: str | None
    when: date | None
    lines: int
    inner: bool = True


def person(text: str) -> str | None:
    """The name in `Dana Smith <dana@example.org>`, else the address; ``None`` where there is neither."""
    bare = text.replace("*", "").strip()
    bare = re.sub(r"\[mailto:[^\]]{0,200}\]", "", bare).strip().strip("'\"")
    if "<" in bare:
        name = bare.partition("<")[0].strip().strip("'\"").strip()
        bare = name or bare.partition("<")[2].partition(">")[0].strip()
    elif "@" in bare:
        name, address = parseaddr(bare)
        bare = name or address or bare
    return " ".join(bare.split()) or None


def owners(lines: Sequence[str], *, top: bool = True) -> list[Owner]:
    """Whose each line is, in order. ``top``: a letter's head at the very top makes the whole text that letter."""
    found: list[Owner] = []
    authors: dict[int, _Letter] = {}
    rest = OWN
    while len(found) < len(lines):
        index = len(found)
        depth, bare = _depth(lines[index])
        letter = _letter_at(lines, index, depth)
        if letter is None:
            if depth == 0 and lines[index] in ("-- ", "--"):
                rest = replace(rest, signature=True)
            found.append(_owner(depth, authors, rest))
            top = top and not bare.strip()
            continue
        # a text that starts with a letter's head is that letter: its author's own words
        own = top and depth == 0 and not letter.inner
        found += [Owner(not own, letter.author, letter.when, head=True, depth=depth)] * letter.lines
        authors[depth + 1] = letter
        if not _quotes_next(lines, index + letter.lines, depth):
            if depth:
                authors[depth] = letter
            else:
                rest = Owner(not own, letter.author, letter.when)
        top = False
    return found


def _owner(depth: int, authors: dict[int, _Letter], rest: Owner) -> Owner:
    if depth == 0:
        return rest
    letter = authors.get(depth)
    return Owner(True, letter.author if letter else None, letter.when if letter else None, depth=depth)


def _depth(line: str) -> tuple[int, str]:
    """How often a line is quoted, and its words without the marks."""
    marks = _DEPTH.match(line)
    return (marks[1].count(">"), line[marks.end() :]) if marks else (0, line)


def _letter_at(lines: Sequence[str], index: int, depth: int) -> _Letter | None:
    bare = _depth(lines[index])[1]
    if _RULE.fullmatch(bare):
        after = index + 1
        while after < len(lines) and after < index + 3 and not _depth(lines[after])[1].strip():
            after += 1
        fields = _fields_at(lines, after, depth)
        return _Letter(fields.author, fields.when, fields.lines + after - index) if fields else _Letter(None, None, 1)
    if _FROM.fullmatch(bare):
        return _fields_at(lines, index, depth)
    return _wrote_at(lines, index, depth) if _OPENS.match(bare) else None


def _fields_at(lines: Sequence[str], index: int, depth: int) -> _Letter | None:
    """`From: ... Sent: ... To: ... Subject: ...` on lines of their own, at least two of them."""
    author, when, count, at = None, None, 0, index
    while at < len(lines) and at < index + 12:
        deep, bare = _depth(lines[at])
        field = _FIELD.fullmatch(bare) if deep == depth else None
        if field is None:
            break
        key, value = field[1].lower(), (field[2] or "").strip()
        if _FROM.fullmatch(bare) and author is None:
            author = person(value)
        elif key in _WHEN_FIELD:
            when = day_in(value)
        count, at = count + 1, at + 1
    return _Letter(author, when, count, inner=False) if count >= 2 and author is not None else None


def _wrote_at(lines: Sequence[str], index: int, depth: int) -> _Letter | None:
    """`On Monday, 4 May 2026, Dana Smith wrote:`, which mail programs wrap over up to three lines."""
    told = ""
    for count in range(1, _LONGEST_HEAD + 1):
        if index + count > len(lines):
            return None
        deep, bare = _depth(lines[index + count - 1])
        if deep != depth or not bare.strip() or len(told) + len(bare) > 400:
            return None
        told = f"{told} {bare.strip()}".strip()
        match = _WROTE.match(told) if told.endswith(":") else None
        if match is not None:
            if not _quotes_next(lines, index + count, depth) and not _DAYS.search(told):
                return None
            return _Letter(_writer(match[1], match[2]), day_in(told), count)
    return None


def _writer(before: str, after: str) -> str | None:
    """Who wrote, from the words around `wrote`: what is left when day and time are taken away."""
    for words in (before, after):
        bare = _DAYS.sub(" ", _TIME.sub(" ", words))
        bare = re.sub(r"\b(?:at|um|GMT|UTC|CES?T|[AP]M|on|dem|den)\b|[+-]\d{4}|\(\w{1,5}\)", " ", bare)
        name = person(" ".join(bare.split()).strip(" ,;-"))
        if name and any(c.isalpha() for c in name):
            return name
    return None


def _quotes_next(lines: Sequence[str], index: int, depth: int) -> bool:
    """Whether the next words are quoted more deeply."""
    for line in lines[index : index + 4]:
        deep, bare = _depth(line)
        if bare.strip() or deep > depth:
            return deep > depth
    return False


def day_in(text: str) -> date | None:
    """The first day that stands anywhere in a text."""
    for match in _DAYS.finditer(text[:400]):
        day = day_meant(text[match.start() : match.start() + 60])
        if day is not None:
            return day
    return None
