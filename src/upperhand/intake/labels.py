"""Which words at the start of a line name its speaker?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from upperhand.intake.seconds import CLOCK, clock_seconds

# zoom: `From X to Everyone`; header: name and time alone, the words below; timed: a time and `Name:`; plain: `Name:`
Kind = Literal["zoom", "header", "timed", "plain"]
LONGEST = 60
# Words that stand before a colon and are nobody.
NOBODY = frozenset(
    "from to http https ftp mailto note notes ps p.s nb n.b re fw fwd aw wg subject date time when where "
    "location place topic title agenda participants attendees present absent duration recording meeting "
    "transcript summary action actions todo example question answer warning attention important price total "
    "cost deadline kind style region webvtt cc bcc sent music applause laughter laughs inaudible crosstalk "
    "silence noise pause source file url link phone tel fax e-mail email mail betreff datum ort thema "
    "look listen remember okay ok well right yes no first second third finally then also but because so and or "
    "now".split()
)
_PARTICLES = frozenset("de del della di da van von der den la le al bin ibn el du dos the of and und y e zu".split())
_MARKS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_LEAD = re.compile(r"\s*(?:[-*+•>]\s+|\d{1,4}[.)]\s+|#{1,6}\s+){0,3}(?:\*\*|__)?")
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}[,T]?\s{1,3})?"
_DAY_FIRST = re.compile(r"[\[(]?\d{1,4}[./-]\d{1,2}[./-]\d")
_SPAN = rf"({CLOCK})(?:\s{{0,3}}(?:-->|->|[-–—])\s{{0,3}}({CLOCK}))?"
_TIME_FIRST = re.compile(rf"(?:[\[(]{_DAY}{_SPAN}[\])]|{_DAY}{_SPAN})(?:\s{{0,3}}[-–—|:])?\s{{0,9}}")
_TIME_LAST = re.compile(rf"[\s,|•·–-]{{1,12}}(?:[\[(]{_SPAN}[\])]|{_SPAN})\s*")
_NAME_AND_TIME = re.compile(rf"([^\[(:：\n]{{1,{LONGEST}}})[\[(]{_SPAN}[\])]\s{{0,3}}[:：]?(?:\*\*|__)?\s*")
_BRACKET = re.compile(rf"\[([^\[\]\n]{{1,{LONGEST}}})\]\s{{0,3}}(?:({CLOCK})\s*$|[:：]?)\s*")
_ZOOM = re.compile(r"(From|Von|De|Da)\s{1,5}(?=\S)")
_TO = re.compile(r"\s{1,5}(?:to|an|à|a|para)\s{1,5}", re.IGNORECASE)
_COLON = re.compile(r"[:：]")
_FORBIDDEN = frozenset('?!;"“”„<>{}=|\\[]*`…')


@dataclass(frozen=True)
class Head:
    """The start of a turn: who, when, and where in the line their words begin."""

    name: str
    kind: Kind
    at: int
    start: float | None = None
    end: float | None = None


def bare_name(text: str) -> str:
    """A name without marks of writing direction, emphasis and spare blanks."""
    return " ".join(_MARKS.sub("", text).strip(" \t*_`:：").split())


def head_of(line: str) -> Head | None:
    """The head a line may start with; whether it is one depends on its neighbours (`speakers_among`)."""
    if ":" not in line and "：" not in line and "[" not in line:
        return None
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    while at < len(line) and _MARKS.match(line[at]):
        at += 1
    first = _TIME_FIRST.match(line, at)
    start, end = _times(first)
    if first is not None and _DAY_FIRST.match(first[0]) and ":" not in first[0].partition(":")[2]:
        # beside a day two numbers are hours and minutes
        start, end = None if start is None else start * 60, None if end is None else end * 60
    rest = first.end() if first else at
    zoom = _ZOOM.match(line, rest) if first else None
    if zoom is not None and (found := _zoom(line, zoom.end(), start)) is not None:
        return found
    if line.startswith("[", rest) and (found := _bracket(line, rest, start, end)) is not None:
        return found
    named = _NAME_AND_TIME.match(line, rest)
    if named is not None and _possible(named[1]):
        begin, stop = _times(named)
        colon = _COLON.search(named[0], len(named[1]) + len(named[2] or ""))
        kind: Kind = "timed" if colon or named.end() < len(line) else "header"
        return Head(bare_name(named[1]), kind, named.end(), begin, stop)
    last = None if first else _time_last(line, at)
    return last or _plain(line, rest, start, end)


def _times(match: re.Match[str] | None) -> tuple[float | None, float | None]:
    """The times a match of a span holds; it has them in its last groups, with or without brackets."""
    told = [g for g in match.groups() if g and clock_seconds(g) is not None] if match else []
    return (clock_seconds(told[0]) if told else None, clock_seconds(told[1]) if len(told) > 1 else None)


def _zoom(line: str, at: int, start: float | None) -> Head | None:
    colon = line.find(":", at, at + 3 * LONGEST)
    if colon < 0:
        return None
    name = _TO.split(line[at:colon], maxsplit=1)[0]
    return Head(bare_name(name), "zoom", colon + 1, start) if bare_name(name) else None


def _bracket(line: str, at: int, start: float | None, end: float | None) -> Head | None:
    match = _BRACKET.match(line, at)
    if match is None or not _possible(match[1]):
        return None
    name = bare_name(match[1])
    if match[2]:
        return Head(name, "header", len(line), clock_seconds(match[2]))
    return Head(name, "timed" if start is not None else "plain", match.end(), start, end)


def _plain(line: str, at: int, start: float | None, end: float | None) -> Head | None:
    colon = _COLON.search(line, at, at + LONGEST + 6)
    if colon is None or not _possible(line[at : colon.start()]):
        return None
    stop = colon.end()
    if line[stop : stop + 1] in ("/", "\\") or (line[stop - 2].isdigit() and line[stop : stop + 1].isdigit()):
        return None
    for mark in ("**", "__"):
        if line.startswith(mark, stop):
            stop += 2
    return Head(bare_name(line[at : colon.start()]), "plain" if start is None else "timed", stop, start, end)


def _time_last(line: str, at: int) -> Head | None:
    """`Name  0:12`, the words on the lines below."""
    if len(line) - at > LONGEST + 40:
        return None
    for match in _TIME_LAST.finditer(line, at):
        if match.end() == len(line):
            name = line[at : match.start()]
            start, end = _times(match)
            good = _possible(name) and named(name) and not _COLON.search(name)
            return Head(bare_name(name), "header", len(line), start, end) if good else None
    return None


@lru_cache(maxsize=10_000)
def _possible(name: str) -> bool:
    bare = bare_name(name)
    return (
        0 < len(bare) <= LONGEST
        and (bare[0].isalnum() or bare[0] in "@+#(")
        and any(c.isalpha() for c in bare)
        and not _FORBIDDEN.intersection(bare)
        and len(bare.split()) <= 7
    )


@lru_cache(maxsize=10_000)
def named(name: str) -> bool:
    """Whether words look like a name: few, each with a capital, or in a script that has none; and not `Note`."""
    bare = re.sub(r"\([^()]*\)", " ", bare_name(name)).strip()
    words = bare.split()
    if not 0 < len(words) <= 5 or bare.casefold() in NOBODY or bare.casefold().rstrip("s") in NOBODY:
        return False
    if words[0] in _PARTICLES:
        return False
    return all(word.casefold() in _PARTICLES or not word[0].islower() for word in words)


def speakers_among(lines: Sequence[str], heads: Sequence[Head | None]) -> set[int]:
    """The lines (by index) whose head does name a speaker, judged over the whole text.

    A label counts if it comes back, or looks like a name; where heads of a stronger kind carry the text, a bare
    `Name:` inside their words does not count.
    """
    kinds = Counter(head.kind for head in heads if head is not None)
    for strong in ("zoom", "header"):
        chosen = {i for i, head in enumerate(heads) if head is not None and head.kind == strong}
        carries = len(chosen) >= 2 and len(chosen) * 3 >= kinds["timed"]
        if carries or (chosen and not kinds["plain"] + kinds["timed"]):
            return chosen
    count = Counter(head.name for head in heads if head is not None)
    timed = {head.name for head in heads if head is not None and head.kind == "timed"}
    small = sum(head is not None and not named(head.name) for head in heads)
    said = [i for i, line in enumerate(lines) if line.strip()]
    every = bool(said) and all(heads[i] is not None for i in said)
    apart = _stand_apart(lines, heads, count)
    found = set()
    for index, head in enumerate(heads):
        if head is None or head.name.casefold() in NOBODY:
            continue
        looks = named(head.name)
        # labels without capitals count where that is how the whole text writes them
        back = count[head.name] >= 2 and (looks or (small * 2 >= kinds.total() and len(head.name.split()) <= 3))
        if head.kind == "plain" and kinds["timed"] >= 2:
            good = back or head.name in timed
        else:
            alone = not apart or _after_blank(lines, index)
            good = back or (looks and (head.kind == "timed" or (alone and not lines[index].startswith(("  ", "\t")))))
        if good or (every and len(head.name.split()) <= 2):
            found.add(index)
    return found


def _after_blank(lines: Sequence[str], index: int) -> bool:
    return index == 0 or not lines[index - 1].strip()


def _stand_apart(lines: Sequence[str], heads: Sequence[Head | None], count: Counter[str]) -> bool:
    """Whether every label that comes back stands after a blank line, so that the others have to as well."""
    back = [i for i, head in enumerate(heads) if head is not None and count[head.name] >= 2]
    return len(back) >= 4 and all(_after_blank(lines, i) for i in back)
