"""What was meant by a number that was written in another country's way, or with too much around it?

Pure text: each function takes what the user wrote and gives the words for a complaint.
"""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_DOTTED = re.compile(r"([+-]?)([1-9]\d{0,2})\.(\d{3})", re.ASCII)
_BY_COMMAS = re.compile(r"[+-]?[1-9]\d{0,2}([ ,'_\u00a0\u202f\u2019]\d{3})+(\.\d+)?", re.ASCII)
_BY_DOTS = re.compile(r"([+-]?[1-9]\d{0,2}(\.\d{3})+),\d+|[+-]?[1-9]\d{0,2}(\.\d{3}){2,}", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+", re.ASCII)
_MARKS = re.compile(r"[€$£¥₹%]|[A-Za-z]{1,12}\.?(?=\s|$)|^\s*[A-Za-z]{1,12}(?=[\s\d])")
_TIMES = {"k": 3, "K": 3, "tsd": 3, "thousand": 3, "M": 6, "mio": 6, "million": 6, "millions": 6}
_TIMED = re.compile(r"([+-]?\d[\d.,]*)\s*([A-Za-z]+)\.?", re.ASCII)
_TAIL = re.compile(r"\s*(?:[A-Za-z]{1,12}|[€$£¥₹%])$")
_SPAN = re.compile(r"(\S*\d\S*?)\s*(?:-|–|—|\bto\b|\.\.+)\s*(\S*\d\S*?)")


def two_readings(text: str) -> tuple[str, str] | None:
    """A number whose dot may part thousands or decimals: what it is as a decimal, and as a whole number.

    `6.000` is (`6.0`, `6000`), `4.125` (`4.125`, `4125`); ``None`` for any other text, and for those below 1.
    """
    match = _DOTTED.fullmatch(text.strip())
    if match is None:
        return None
    sign, whole, rest = match.groups()
    return f"{sign}{whole}.{rest.rstrip('0') or '0'}", f"{sign}{whole}{rest}"


def is_grouped(text: str) -> bool:
    """Whether the dot most likely parts thousands: three decimals that end in 0, as no program prints them."""
    return two_readings(text) is not None and text.strip().endswith("0")


def doubt(text: str) -> tuple[str, str] | None:
    """What is doubtful about a number that can be read in two ways, and what to write; ``None`` where nothing is."""
    readings = two_readings(text)
    if readings is None:
        return None
    decimal, whole = readings
    shown = decimal.removesuffix(".0")
    if is_grouped(text):
        small = f"you mean {shown}" if decimal != shown else "that is meant"
        return f"'{text.strip()}' could be {shown} or {whole}.", f"Write {whole}, or {decimal} if {small}."
    return f"'{text.strip()}' could be {shown} or {whole}; it is read as {shown}.", f"Write {whole} if you mean that."


def meant(text: str) -> str | None:
    """The plain number behind separators, decimal commas and thousands; ``None`` where none is."""
    bare = text.strip()
    if is_grouped(bare) or _BY_DOTS.fullmatch(bare):
        return bare.replace(".", "").replace(",", ".")
    if _BY_COMMAS.fullmatch(bare):
        return re.sub(r"[^0-9.+-]", "", bare)
    if _DECIMAL_COMMA.fullmatch(bare):
        return bare.replace(",", ".")
    return bare if _PLAIN.fullmatch(bare) else None


def number_fix(text: str, *, unit: bool = False) -> str:
    """What to write instead of a text that is no number. ``unit``: it is an amount, whose unit stands elsewhere."""
    bare = text.strip()
    span = range_fix(bare)
    if span is not None:
        return span
    plain = meant(bare)
    if plain is not None:
        if _DECIMAL_COMMA.fullmatch(bare) and not _BY_COMMAS.fullmatch(bare):
            return f"Write the decimal point as a point: {plain}."
        return f"Write it without separators: {plain}."
    many = _multiplied(bare)
    if many is not None:
        return f"Write the number out: {many}."
    stripped = _MARKS.sub("", bare).strip()
    inner = meant(stripped) if stripped != bare else None
    if inner is None:
        return "Write digits only, such as 900 or 12.5."
    readings = two_readings(inner)
    other = f", or {readings[1]} if you mean that" if readings is not None else ""
    elsewhere = " The unit stands once, under 'unit'." if unit and "%" not in bare else ""
    return f"Write the bare number: {inner}{other}.{elsewhere}"


def chance_fix(text: str, what: str = "chance") -> str:
    """What to write instead of a text that is no chance; ``what`` is a chance or a degree."""
    bare = text.strip()
    share = "%" if bare.endswith("%") else ""
    digits = bare.removesuffix("%").strip()
    if _DECIMAL_COMMA.fullmatch(digits):
        return f"Write the decimal point as a point: {digits.replace(',', '.')}{share}."
    return range_fix(bare) or f"Write a {what} such as 50% or 0.5."


def duration_fix(text: str, unit: str) -> str:
    """What to write instead of a duration whose number cannot be read; ``unit`` is a known one, as it was written."""
    count = text.strip()[: -len(unit)].strip()
    plain, span = meant(count), _SPAN.fullmatch(count)
    if span is not None and meant(span[1]) is not None and meant(span[2]) is not None:
        return f"Write a range as [{meant(span[1])} {unit}, likely, {meant(span[2])} {unit}]."
    if plain is not None:
        return f"Write {plain} {unit}."
    return f"Write a duration such as 1 {unit.removesuffix('s')}."


def range_fix(text: str) -> str | None:
    """How a span such as `2400-3500` is written; ``None`` for any other text."""
    bare = text.strip()
    match = _SPAN.fullmatch(bare) or _SPAN.fullmatch(_TAIL.sub("", bare))
    if match is None:
        return None
    share = "%" if text.strip().endswith("%") else ""
    low, high = (_bare(part) for part in match.groups())
    return None if low is None or high is None else f"Write a range as [{low}{share}, likely, {high}{share}]."


def _bare(text: str) -> str | None:
    many = _multiplied(text)
    return many if many is not None else meant(_MARKS.sub("", text).strip())


def _multiplied(text: str) -> str | None:
    """`1.5k` written out: 1500."""
    match = _TIMED.fullmatch(re.sub(r"[€$£¥₹]", "", text).strip())
    zeros = None if match is None else _TIMES.get(match[2], _TIMES.get(match[2].lower()) if len(match[2]) > 1 else None)
    plain = None if match is None else match[1].replace(",", ".")
    if zeros is None or plain is None or not _PLAIN.fullmatch(plain):
        return None
    return f"{float(plain) * 10**zeros:.15g}"
