"""Which second does a time in a transcript mean?"""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime
from typing import Any

CLOCK = r"\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?(?:[ \u202f]?[AaPp]\.?[Mm]\b\.?)?"
_CLOCK = re.compile(r"\s*(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:[.,](\d{1,6}))?(?:\s?([AaPp])\.?[Mm]\.?)?\s*")
_MOST = 1e15
_LOOKS_MS = 1e11


def clock_seconds(text: str) -> float | None:
    """Seconds of `1:02:03.5`, `02:03` or `10:02 PM`; ``None`` for anything else. Two numbers are minutes and seconds.

    With AM or PM two numbers are hours and minutes.
    """
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = int(match[1] or 0), int(match[2]), int(match[3])
    if match[5]:
        if match[1] is None:
            hours, minutes, seconds = minutes, seconds, 0
        hours = hours % 12 + (12 if match[5] in "Pp" else 0)
    fraction = float(f"0.{match[4]}") if match[4] else 0.0
    return hours * 3600.0 + minutes * 60.0 + seconds + fraction


def seconds_of(value: Any) -> float | None:
    """Seconds of a time as JSON has it: a number, a number as text, a clock time, a date and time (UTC if not said).

    Numbers beyond any clock in seconds are taken as milliseconds since 1970.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _number(value)
    if not isinstance(value, str) or not value.strip() or len(value) > 64:
        return None
    clock = clock_seconds(value)
    if clock is not None:
        return clock
    try:
        return _number(float(value.strip().removesuffix("s")))
    except ValueError:
        return _date_and_time(value.strip())


def _number(value: float) -> float | None:
    # a whole number may be too large for a float, so it is compared before it becomes one
    if not (-_MOST < value < _MOST):
        return None
    number = float(value)
    if not math.isfinite(number):
        return None
    return number / 1000.0 if number >= _LOOKS_MS else number


def _date_and_time(text: str) -> float | None:
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
