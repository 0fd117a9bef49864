"""Where does each sentence of a text begin and end?"""

from __future__ import annotations

import re

LONGEST = 400
"""Characters after which a sentence is cut at the next blank, so that lists without stops stay readable."""
MOST_WORDS = 55
"""Longer turns are read in runs of sentences of about this many words."""
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)|\n+|[。！？]+")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|nr|vs|etc|approx|ca|e\.g|i\.e|inc|ltd|co|jr|sr|fig|dept|(?:[a-z]\.)*[a-z])\.$",
    re.IGNORECASE,
)


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of every sentence, without the blanks around it; line ends always end one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _END.finditer(text):
        if "\n" not in stop[0] and _ABBREVIATION.search(text[max(start, stop.end() - 12) : stop.end()]):
            continue
        _add(text, start, stop.end(), spans)
        start = stop.end()
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = start + LONGEST if cut < 0 else cut
        _add(text, start, cut, spans)
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if any(c.isalnum() for c in text[start:end]):
        spans.append((start, end))


def runs(text: str) -> list[tuple[int, int]]:
    """Spans of a turn: all of it where it is short, else runs of sentences."""
    if len(text.split()) <= MOST_WORDS:
        bare = text.strip()
        start = text.find(bare)
        return [(start, start + len(bare))] if any(c.isalnum() for c in bare) else []
    runs: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if runs and len(text[runs[-1][0] : end].split()) <= MOST_WORDS:
            runs[-1] = (runs[-1][0], end)
        else:
            runs.append((start, end))
    return runs
