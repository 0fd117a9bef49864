"""What does a number written by hand mean?

Amounts, chances, durations and rates, each as a point, a range `[low, likely, high]`, a count `{yes: 6, no: 4}`
(chances only), or hidden from a side: `{is: 900, visible_to: [me], prior: [700, 1000, 1500]}`. Durations become days,
rates become units per day.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from upperhand.casefile import slips
from upperhand.casefile.spelling import did_you_mean, shorten
from upperhand.model.estimate import BOTH, Estimate, Side

LARGEST = 1e15
DAYS = {
    "minute": 1 / 1440,
    "hour": 1 / 24,
    "day": 1.0,
    "week": 7.0,
    "month": 30.4375,
    "quarter": 91.3125,
    "year": 365.25,
}
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_DURATION = re.compile(r"(\S+)\s*?\s([A-Za-z]+)|([+-]?[\d.]+)([A-Za-z]+)")
_PER = re.compile(r"(.+?)(?:\s+(?:per|a|an|each|every)\s+|\s*/\s*)([A-Za-z]+)")


class WrongError(ValueError):
    """A value that cannot be meant. ``within`` leads from the value to the part that is wrong."""

    def __init__(self, what: str, fix: str, within: tuple[str | int, ...] = ()) -> None:
        super().__init__(what)
        self.what, self.fix, self.within = what, fix, within


@dataclass(frozen=True)
class Discount:
    """A fraction lost per ``days`` days; ``None``: per period of the future it belongs to."""

    fraction: float
    days: float | None

    def per(self, period: float) -> float:
        """The fraction lost per ``period`` days: 1 − (1 − f)^(period/days)."""
        if self.days is None or self.fraction >= 1:
            return self.fraction
        return float(1.0 - (1.0 - self.fraction) ** (period / self.days))


Read = Callable[[str], float]


def number(text: str) -> float:
    """A plain finite number; WrongError says what to write instead."""
    if not isinstance(text, str):
        raise WrongError("A single number belongs here, not a list or a mapping.", "Write one number, such as 900.")
    bare = text.strip()
    if not _NUMBER.fullmatch(bare):
        raise WrongError(f"'{shorten(bare, 40)}' is not a number.", slips.number_fix(bare))
    value = float(bare)
    if not math.isfinite(value) or abs(value) > LARGEST:
        raise WrongError(f"{shorten(bare, 24)} is too large to be meant.", "Check the digits.")
    return value


def amount(text: str) -> float:
    """An amount in the case's unit, of either sign. A dot that most likely parts thousands is refused."""
    if isinstance(text, str) and slips.is_grouped(text):
        raise WrongError(*(slips.doubt(text) or ("", "")))
    try:
        return number(text)
    except WrongError as wrong:
        if not isinstance(text, str) or wrong.fix != slips.number_fix(text):
            raise
        raise WrongError(wrong.what, slips.number_fix(text, unit=True)) from wrong


def doubts(value: Any) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Every amount in ``value`` that could be read in two ways: where it is, what is doubtful, what to write."""
    parts: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, str):
        found = slips.doubt(value)
        if found is not None and not slips.is_grouped(value):
            yield (), *found
    elif isinstance(value, list):
        parts = enumerate(value)
    elif isinstance(value, dict):
        parts = value.items()
    for key, part in parts:
        for within, what, fix in doubts(part):
            yield (key, *within), what, fix


def cost(text: str) -> float:
    """What something costs: 0 or more."""
    value = amount(text)
    if value < 0:
        raise WrongError(f"A cost cannot be negative, as {shorten(text)} is.", "Write what it costs as 0 or more.")
    return value


def chance(text: str, what: str = "chance") -> float:
    """A chance, a share or a degree in [0, 1], as `0.8` or `80%`; ``what`` is its name in a complaint."""
    bare = text.strip() if isinstance(text, str) else text
    share = isinstance(bare, str) and bare.endswith("%")
    try:
        value = number(bare[:-1]) / 100 if share else number(bare)
    except WrongError as wrong:
        if not isinstance(bare, str) or _NUMBER.fullmatch(bare.removesuffix("%").strip()):
            raise
        raise WrongError(f"'{shorten(bare, 40)}' is not a {what}.", slips.chance_fix(bare, what)) from wrong
    if value < 0:
        raise WrongError(f"A chance cannot be negative, as {shorten(text)} is.", "Write 0% to 100%, or 0 to 1.")
    if value > 1:
        hint = f"Write {bare}% or {value / 100:g}." if not share and value <= 100 else "Write 0% to 100%, or 0 to 1."
        raise WrongError(f"{shorten(text)} is more than certain: a chance ends at 100%.", hint)
    return value


def degree(text: str) -> float:
    """How far something serves a want, or somebody is to be trusted, in [0, 1]."""
    return chance(text, "degree")


def weight(text: str) -> float:
    """A want's weight on any scale: 0 or more."""
    if isinstance(text, str) and _NUMBER.fullmatch(text.strip().removesuffix("%").strip()) and "%" in text:
        raise WrongError(
            f"'{shorten(text, 40)}' is not a weight: weights are compared with each other.",
            f"Write {text.strip().removesuffix('%').strip()}; only how large it is beside the others counts.",
        )
    value = number(text)
    if value < 0:
        raise WrongError(f"A weight cannot be negative, as {shorten(text)} is.", "Write 0 or more; 1 is the default.")
    return value


def duration(text: str) -> float:
    """Days in `2 weeks`, `36 hours`, `1 year` (365.25), `3 months` (30.4375 each); a bare `0` is no time."""
    if not isinstance(text, str):
        raise WrongError("A single duration belongs here.", "Write it as '2 weeks'.")
    bare = text.strip()
    match = _DURATION.fullmatch(bare)
    if match is None:
        if _NUMBER.fullmatch(bare):
            if float(bare) == 0:
                return 0.0
            raise WrongError(f"{shorten(bare)} of what?", f"Write the unit: '{shorten(bare)} days'.")
        raise WrongError(
            f"'{shorten(bare)}' is not a duration.", "Write a number and a unit: '10 days', '2 weeks', '3 months'."
        )
    unit = match[2] or match[4]
    per_unit = _days_of(unit)
    try:
        days = number(match[1] or match[3]) * per_unit
    except WrongError as wrong:
        raise WrongError(f"'{shorten(bare)}' is not a duration.", slips.duration_fix(bare, unit)) from wrong
    if days < 0:
        raise WrongError(f"'{shorten(bare)}' lies in the past: a duration cannot be negative.", "Write 0 days or more.")
    if days > 200 * DAYS["year"]:
        raise WrongError(f"'{shorten(bare)}' is longer than two lifetimes.", "Check the number and the unit.")
    return days


def waiting(text: str) -> float:
    """Units per day in `50 per day`, `350 per week`; a bare `0` is nothing."""
    count, days = _per(text, "50 per day")
    return cost(count) / days if days else cost(count)


def patience(text: str) -> float:
    """The rate r per day at which waiting devalues: `7% per week` is 0.01 per day (compounded as e^(−r·days))."""
    count, days = _per(text, "2% per week")
    return chance(count) / days if days else chance(count)


def discount(text: str) -> Discount:
    """A fraction per period (`5%`) or per time (`5% per year`)."""
    if isinstance(text, str) and _PER.fullmatch(text.strip()):
        count, days = _per(text, "5% per year")
        return Discount(chance(count), days)
    return Discount(chance(text), None)


def discounts(value: Any) -> tuple[Discount, Discount, Discount]:
    """Low, likely and high discount, from one text or a list of three."""
    if not isinstance(value, list):
        if isinstance(value, dict):
            raise WrongError("A discount is a number or a range, not a mapping.", "Write it as '5%' or '5% per year'.")
        one = discount(value)
        return one, one, one
    three(value, lambda text: discount(text).per(1.0))
    low, likely, high = (discount(part) for part in value)
    return low, likely, high


def estimate(value: Any, read: Read, *, counts: bool = False) -> Estimate:
    """Any way of writing an estimate; ``read`` gives one number from its text, ``counts`` allows {yes, no}.

    A count's ``likely`` is yes / (yes + no), its low and high are 0 and 1.
    """
    if isinstance(value, dict):
        if "is" in value:
            return _hidden(value, read, counts=counts)
        return _counted(value, counts=counts)
    if isinstance(value, list):
        low, likely, high = three(value, read)
        return Estimate(likely, low, high)
    return Estimate.point(read(value))


def three(value: list[Any], read: Read) -> tuple[float, float, float]:
    """Low, likely and high in order."""
    if len(value) != 3:
        raise WrongError(f"A range has three numbers; here are {len(value)}.", "Write [low, likely, high].")
    numbers: list[float] = []
    for place, part in enumerate(value):
        if not isinstance(part, str):
            raise WrongError("A range holds numbers only.", "Write [low, likely, high].", (place,))
        try:
            numbers.append(read(part))
        except WrongError as wrong:
            raise WrongError(wrong.what, wrong.fix, (place, *wrong.within)) from wrong
    low, likely, high = numbers
    if not low <= likely <= high:
        in_order = ", ".join(text for _, text in sorted(zip(numbers, map(str, value), strict=True)))
        raise WrongError(
            f"The range [{', '.join(map(shorten, value))}] is upside down.",
            f"Write [low, likely, high], as in [{in_order}].",
        )
    return low, likely, high


def sides(value: Any) -> frozenset[Side]:
    """Who knows: `[me]`, `[them]`, `[me, them]`, or one word."""
    found: set[Side] = set()
    for place, part in enumerate(value if isinstance(value, list) else [value]):
        match part:
            case "me":
                found.add("me")
            case "them":
                found.add("them")
            case "both":
                found |= BOTH
            case _:
                raise WrongError(
                    f"'{shorten(str(part))}' is not a side.", "Write [me], [them] or [me, them].", (place,)
                )
    if not found:
        raise WrongError("Nobody is named who knows this.", "Write [me], [them] or [me, them].")
    return frozenset(found)


def _days_of(unit: str) -> float:
    name = unit.lower()
    for candidate in (name, name.removesuffix("s")):
        if candidate in DAYS:
            return DAYS[candidate]
    raise WrongError(
        f"'{shorten(unit)}' is not a unit of time.",
        did_you_mean(unit, [*DAYS, *(f"{d}s" for d in DAYS)], "Write days, weeks, months or years."),
    )


def _per(text: Any, example: str) -> tuple[str, float | None]:
    if not isinstance(text, str):
        raise WrongError("A single rate belongs here.", f"Write it as '{example}'.")
    bare = text.strip()
    match = _PER.fullmatch(bare)
    if match is not None:
        return match[1], _days_of(match[2])
    digits = bare.removesuffix("%").strip()
    if _NUMBER.fullmatch(digits) and float(digits) == 0:
        return digits, None
    if _NUMBER.fullmatch(digits):
        raise WrongError(
            f"{shorten(bare)} per what?", f"Write the time as well: '{shorten(bare)} {example.split(' ', 1)[1]}'."
        )
    raise WrongError(f"'{shorten(bare)}' is not a rate.", f"Write it as '{example}'.")


def _counted(value: dict[str, Any], *, counts: bool) -> Estimate:
    if not counts:
        raise WrongError("A number or a range belongs here, not a mapping.", "Write a number or [low, likely, high].")
    if set(value) != {"yes", "no"}:
        raise WrongError("Counts need 'yes' and 'no', and nothing else.", "Write {yes: 6, no: 4}.")
    found: dict[str, float] = {}
    for key, text in value.items():
        if not isinstance(text, str):
            raise WrongError(f"'{key}' needs a number.", "Write {yes: 6, no: 4}.", (key,))
        found[key] = number(text)
        if found[key] < 0:
            raise WrongError(f"A count cannot be negative, as {shorten(text)} is.", "Count from 0.", (key,))
    yes, no = found["yes"], found["no"]
    if yes + no <= 0:
        raise WrongError("Counts of 0 and 0 say nothing.", "Leave the key out, or count at least one.")
    return Estimate(yes / (yes + no), 0.0, 1.0, counts=(yes, no))


def _hidden(value: dict[str, Any], read: Read, *, counts: bool) -> Estimate:
    known = ("is", "visible_to", "prior")
    for key in value:
        if key not in known:
            raise WrongError(
                f"'{shorten(key)}' does not belong here.",
                did_you_mean(key, known, f"Known: {', '.join(known)}."),
                (key,),
            )
    parts: dict[str, Any] = {}
    for key, reader in (("is", _inner(read, counts)), ("visible_to", sides), ("prior", _inner(read, counts))):
        if value.get(key) is None:
            continue
        try:
            parts[key] = reader(value[key])
        except WrongError as wrong:
            raise WrongError(wrong.what, wrong.fix, (key, *wrong.within)) from wrong
    if "is" not in parts:
        raise WrongError("'is' has no number.", "Write {is: 900, visible_to: [me], prior: [700, 1000, 1500]}.", ("is",))
    found: Estimate = parts["is"]
    return replace(found, visible_to=parts.get("visible_to", BOTH), prior=parts.get("prior"))


def _inner(read: Read, counts: bool) -> Callable[[Any], Estimate]:
    def inner(value: Any) -> Estimate:
        if isinstance(value, dict) and "is" in value:
            raise WrongError("A hidden number cannot hide another.", "Write a number or [low, likely, high].")
        return estimate(value, read, counts=counts)

    return inner
