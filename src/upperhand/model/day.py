"""Which day is meant where somebody writes it in a way of their own?"""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", re.IGNORECASE)
_NTH = r"(\d{1,2})(?:st|nd|rd|th)?"
_END = r"(?![\w/-])"
_YEAR_FIRST = re.compile(rf"(\d{{4}})([./-])(\d{{1,2}})\2(\d{{1,2}}){_END}")
_YEAR_LAST = re.compile(rf"(\d{{1,2}})(\.\s?|[/-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_END}")
_DAY_MONTH = re.compile(rf"{_NTH}\.?(?:\s+of)?[\s-]+{_MONTH}\b\.?,?(?:[\s-]+(\d{{4}}))?{_END}", re.IGNORECASE)
_MONTH_DAY = re.compile(rf"{_MONTH}\b\.?\s+{_NTH}\b,?(?:\s+(\d{{4}}))?{_END}", re.IGNORECASE)


def looks_like_a_day(text: str) -> bool:
    """Whether a text begins with a day, in figures or with the month's English name."""
    return _parts(text) is not None


def day_meant(text: str) -> date | None:
    """The day a text begins with; ``None`` where there is none, or where day and month could be swapped.

    With points the day stands first (3.5.2026 is the third of May); with strokes one of the two has to be above 12.
    """
    year, month, day = _parts(text) or (0, 0, 0)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; 0 for what is not said or not plain. ``None``: the text begins with no day."""
    bare = text.strip()
    weekday = _WEEKDAY.match(bare)
    bare = bare[weekday.end() :] if weekday is not None else bare
    if match := _YEAR_FIRST.match(bare):
        return int(match[1]), int(match[3]), int(match[4])
    if match := _YEAR_LAST.match(bare):
        return _year_last(int(match[1]), int(match[3]), match[4], pointed="." in match[2])
    if match := _DAY_MONTH.match(bare):
        return int(match[3] or 0), _month(match[2]), int(match[1])
    if match := _MONTH_DAY.match(bare):
        return int(match[3] or 0), _month(match[1]), int(match[2])
    return None


def _year_last(first: int, second: int, year: str, *, pointed: bool) -> tuple[int, int, int]:
    said = int(year) if len(year) == 4 else 0
    if pointed or first > 12 or first == second:
        return said, second, first
    return (said, first, second) if second > 12 else (said, 0, 0)


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1
