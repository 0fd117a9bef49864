"""How is each kind of value in the case file read, and how does an editor describe it?

Every value reaches these as the text the user wrote; each kind turns it into what it means, or complains in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from upperhand.casefile import numbers
from upperhand.casefile.numbers import Discount, WrongError
from upperhand.casefile.parts import Reading
from upperhand.casefile.spelling import did_you_mean, name_of, shorten
from upperhand.model.day import day_meant
from upperhand.model.estimate import Estimate, Side

WRONG = "wrong"
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", re.ASCII)
_FIGURE = re.compile(r"(?<!\w)\d|[€$£¥₹]\d")
FLAGS = {"yes": True, "true": True, "no": False, "false": False}
CERTAINTY = {"unsure": 4.0, "open": 20.0, "settled": 200.0}


def telling(read: Callable[[Any], Any], *, amount: bool = False) -> PlainValidator:
    """A validator that hands our own sentences through. ``amount``: what can be read in two ways is noted."""

    def validate(value: Any, info: ValidationInfo) -> Any:
        try:
            if value is None:
                raise WrongError("Nothing stands here.", "Write a value, or leave the line out.")
            found = read(value)
            if amount and isinstance(info.context, Reading):
                info.context.doubt(value, numbers.doubts(value))
            return found
        except WrongError as wrong:
            context = {"what": wrong.what, "fix": wrong.fix, "within": wrong.within}
            raise PydanticCustomError(WRONG, "{what}", context) from wrong

    return PlainValidator(validate)


def read_text(value: Any) -> str:
    """Any single value as the text that was written."""
    if isinstance(value, str):
        return str(value)
    raise WrongError(
        "Words belong here, not a list or a mapping.", "Write one text; put it in quotes if it holds ': '."
    )


def read_term(value: Any) -> str:
    """An option or a number that settles an issue, or yes or no for a feature; which of them is checked later."""
    if isinstance(value, str):
        return str(value)
    raise WrongError("One option or one number belongs here.", "Write a single value, such as 1500.")


def read_name(value: Any) -> str:
    """A name or an option's label: never empty, compared in composed Unicode."""
    name = name_of(read_text(value))
    if not name:
        raise WrongError("A name is missing here.", "Write at least one character.")
    return name


def read_sentence(value: Any) -> str:
    """A sentence; what `: ` in it made a key and its value, or a key and a list, is put together again."""
    if isinstance(value, dict) and len(value) == 1:
        ((start, rest),) = value.items()
        parts = rest if isinstance(rest, list) else [rest]
        if parts and all(isinstance(part, str) for part in parts):
            return f"{start}: {', '.join(parts)}"
    if not isinstance(value, str):
        raise WrongError("One sentence belongs here.", 'Put it in quotes: "not together: A, B".')
    if not value.strip():
        raise WrongError("A rule is missing here.", "Write a sentence such as 'A only if B', or leave the line out.")
    return str(value)


def read_unit(value: Any) -> str:
    """The currency of every amount, or points: a word."""
    name = read_name(value)
    if _FIGURE.search(name):
        what = f"'{shorten(name, 30)}' is not a unit: the numbers stand elsewhere."
        raise WrongError(what, "A unit is a word such as EUR.")
    return name


def read_step(value: Any) -> float:
    """An amount above 0."""
    numbers.amount(value)
    return read_positive(value)


def read_flag(value: Any) -> bool:
    """Yes or no."""
    found = FLAGS.get(value.strip().lower()) if isinstance(value, str) else None
    if found is None:
        raise WrongError(f"'{shorten(str(value), 30)}' is neither yes nor no.", "Write yes or no.")
    return found


def read_day(value: Any) -> date:
    """A day as 2026-05-04."""
    text = value.strip() if isinstance(value, str) else ""
    match = _DAY.fullmatch(text)
    if match is None:
        meant = day_meant(text)
        fix = f"Write {meant}." if meant is not None else "Write year-month-day, such as 2026-05-03."
        raise WrongError(f"'{shorten(str(value), 30)}' is not a date.", fix)
    try:
        return date.fromisoformat(match[1])
    except ValueError as error:
        raise WrongError(f"There is no day {match[1]}.", "Check the month and the day.") from error


def read_certainty(value: Any) -> float:
    """How settled: unsure 4, open 20, settled 200, or a number above 0."""
    if isinstance(value, str) and value.strip().lower() in CERTAINTY:
        return CERTAINTY[value.strip().lower()]
    try:
        found = numbers.number(value)
    except WrongError as wrong:
        fix = did_you_mean(str(value), CERTAINTY, "Write unsure, open, settled, or a number such as 20.")
        raise WrongError(f"'{shorten(str(value), 30)}' does not say how settled they are.", fix) from wrong
    if found <= 0:
        raise WrongError("Certainty is above 0.", "Write unsure, open, settled, or a number such as 20.")
    return found


def read_count(value: Any) -> int:
    """A whole number, 0 or more."""
    found = numbers.number(value)
    if found < 0 or found != int(found):
        raise WrongError(f"'{shorten(str(value), 30)}' is not a count.", "Write a whole number, 0 or more.")
    return int(found)


def read_position(value: Any) -> int:
    """A whole number, 1 or more."""
    found = read_count(value)
    if found < 1:
        raise WrongError("Counting starts at 1 here.", "Write 1 or more.")
    return found


def read_positive(value: Any) -> float:
    """A number above 0."""
    found = numbers.number(value)
    if found <= 0:
        raise WrongError(f"{shorten(str(value), 30)} must be above 0.", "Write a number above 0.")
    return found


def read_not_negative(value: Any) -> float:
    """A number of 0 or more."""
    found = numbers.number(value)
    if found < 0:
        raise WrongError(f"{shorten(str(value), 30)} cannot be negative.", "Write 0 or more.")
    return found


def read_period(value: Any) -> float:
    """A duration above 0, in days."""
    found = numbers.duration(value)
    if found <= 0:
        raise WrongError("A period cannot be 0.", "Write how often it comes: '6 months'.")
    return found


def read_weight(value: Any) -> Estimate:
    """A want's weight; its likely value is above 0."""
    found = numbers.estimate(value, numbers.weight)
    if found.likely <= 0:
        raise WrongError("A want with weight 0 is not a want.", "Write a weight above 0, or leave the want out.")
    return found


def one_of(*words: str) -> PlainValidator:
    """One word of a closed set; case, '-', '_' and space do not count."""

    def read(value: Any) -> str:
        text = read_text(value).strip()
        key = text.lower().replace(" ", "_").replace("-", "_")
        if key in words:
            return key
        known = ", ".join(words[:-1]) + f" or {words[-1]}"
        raise WrongError(f"'{shorten(text, 40)}' is not known here.", did_you_mean(text, words, f"Write {known}."))

    return telling(read)


def words(*known: str) -> WithJsonSchema:
    """What an editor offers for a closed set of words."""
    return WithJsonSchema({"enum": list(known)})


def _estimate(read: numbers.Read, *, counts: bool = False, amount: bool = False) -> PlainValidator:
    return telling(lambda value: numbers.estimate(value, read, counts=counts), amount=amount)


def _number_schema(point: dict[str, Any], *, counts: bool = False) -> WithJsonSchema:
    one = [point, {"type": "array", "items": point, "minItems": 3, "maxItems": 3}]
    if counts:
        number = {"type": "number", "minimum": 0}
        pair = {"yes": number, "no": number}
        one.append({"type": "object", "properties": pair, "required": ["yes", "no"], "additionalProperties": False})
    sides = {"type": "array", "items": {"enum": ["me", "them"]}}
    hidden = {
        "type": "object",
        "properties": {"is": {"anyOf": one}, "visible_to": sides, "prior": {"anyOf": one}},
        "required": ["is"],
        "additionalProperties": False,
    }
    return WithJsonSchema({"anyOf": [*one, hidden]})


_AMOUNT = {"type": "number"}
_COST = {"type": "number", "minimum": 0}
_SHARE = {
    "anyOf": [{"type": "number", "minimum": 0, "maximum": 1}, {"type": "string", "pattern": r"^\s*[0-9.]+\s*%\s*$"}]
}
_TIME = {"anyOf": [{"const": 0}, {"type": "string", "pattern": r"^\s*[0-9.]+ ?[A-Za-z]+\s*$"}]}
_RATE = {"anyOf": [{"const": 0}, {"type": "string", "pattern": r"(per|/)"}]}
_WORD = {"type": ["string", "number", "boolean"]}
_DATE = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}
_COUNT = {"type": "integer", "minimum": 0}

Text = Annotated[str, telling(read_text), WithJsonSchema(_WORD)]
Sentence = Annotated[
    str,
    telling(read_sentence),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "object", "minProperties": 1}]}),
]
Term = Annotated[str, telling(read_term), WithJsonSchema(_WORD)]
Name = Annotated[str, telling(read_name), WithJsonSchema(_WORD)]
Flag = Annotated[bool, telling(read_flag), WithJsonSchema({"enum": [True, False, "yes", "no"]})]
Day = Annotated[date, telling(read_day), WithJsonSchema(_DATE)]
Certainty = Annotated[
    float,
    telling(read_certainty),
    WithJsonSchema({"anyOf": [{"enum": list(CERTAINTY)}, {"type": "number", "exclusiveMinimum": 0}]}),
]
Count = Annotated[int, telling(read_count), WithJsonSchema(_COUNT)]
Place = Annotated[int, telling(read_position), WithJsonSchema({"type": "integer", "minimum": 1})]
Number = Annotated[float, telling(numbers.number), WithJsonSchema({"type": "number"})]
Quantity = Annotated[float, telling(numbers.amount, amount=True), WithJsonSchema({"type": "number"})]
Step = Annotated[float, telling(read_step, amount=True), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
Unit = Annotated[str, telling(read_unit), WithJsonSchema({"type": "string"})]
Positive = Annotated[float, telling(read_positive), WithJsonSchema({"type": "number", "exclusiveMinimum": 0})]
NotNegative = Annotated[float, telling(read_not_negative), WithJsonSchema({"type": "number", "minimum": 0})]
Degree = Annotated[float, telling(numbers.degree), WithJsonSchema(_SHARE)]
Period = Annotated[float, telling(read_period), WithJsonSchema(_TIME)]
Sides = Annotated[
    frozenset[Side],
    telling(numbers.sides),
    WithJsonSchema(
        {"anyOf": [{"enum": ["me", "them"]}, {"type": "array", "items": {"enum": ["me", "them"]}, "minItems": 1}]}
    ),
]
Amount = Annotated[Estimate, _estimate(numbers.amount, amount=True), _number_schema(_AMOUNT)]
Cost = Annotated[Estimate, _estimate(numbers.cost, amount=True), _number_schema(_COST)]
Weight = Annotated[Estimate, telling(read_weight), _number_schema(_COST)]
Chance = Annotated[Estimate, _estimate(numbers.chance, counts=True), _number_schema(_SHARE, counts=True)]
Duration = Annotated[Estimate, _estimate(numbers.duration), _number_schema(_TIME)]
Waiting = Annotated[Estimate, _estimate(numbers.waiting), _number_schema(_RATE)]
Patience = Annotated[Estimate, _estimate(numbers.patience), _number_schema(_RATE)]
Discounts = Annotated[
    tuple[Discount, Discount, Discount],
    telling(numbers.discounts),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "number", "minimum": 0, "maximum": 1},
                {"type": "string"},
                {"type": "array", "minItems": 3, "maxItems": 3},
            ]
        }
    ),
]
