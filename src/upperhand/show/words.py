"""How is a figure, a date or a place said in plain words?"""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from upperhand.model.move import EvidenceRef

if TYPE_CHECKING:
    from upperhand.session import ForgetReport

POINTS = "points"
NOTHING = "–"
_KEPT_FORMAT_SIGNS = frozenset("\u200c\u200d")  # joiners: Persian, Indic scripts and emoji need them
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_BASES = {
    "standard": "your standard terms",
    "precedent": "terms agreed before",
    "on_the_table": "the offer on the table",
    "gross_split": "an equal split of the whole gain",
}
_SIDES = {"mine": ("your", "you"), "theirs": ("their", "them")}
_FIELDS = {
    "worth": "what it is worth",
    "chance": "its chance",
    "when": "how soon",
    "switch_cost": "the cost of switching",
}


def clean(text: str) -> str:
    """The text on one line, without control signs, direction overrides or broken code points."""
    sound = text.encode("utf-8", "replace").decode("utf-8")
    kept = "".join(_plain_sign(sign) for sign in sound)
    return " ".join(kept.split())


def _plain_sign(sign: str) -> str:
    kind = unicodedata.category(sign)
    if kind in ("Cc", "Zl", "Zp"):
        return " "
    if (kind in ("Cf", "Cs") and sign not in _KEPT_FORMAT_SIGNS) or sign in "\ufffe\uffff":
        return ""
    return sign


def score(value: float) -> str:
    """Leverage or a change of it, from -1..+1, in points of 100 with its sign. Only a full ±1 is said as ±100."""
    points = value * 100
    if abs(value) < 1 and abs(points) >= 99.5:
        return _minus(f"{math.copysign(min(abs(points), 99.9), points):+.1f}")
    rounded = round(points)
    return _minus(f"{rounded:+d}") if rounded else "0"


def score_range(low: float | None, high: float | None) -> str:
    """The central 80 % of a reading, in words."""
    if low is None or high is None:
        return "range unknown"
    if math.isclose(low, high, abs_tol=1e-9):
        return "no spread: every draw gives the same"
    return f"likely {score(low)} to {score(high)}"


def weight(value: float) -> str:
    """A share of what matters to them, 0 to 1, two digits: ``.46``."""
    return f"{value:.2f}".removeprefix("0")


def percent(chance: float) -> str:
    """A chance, 0 to 1; only certainty is said as 0% or 100%."""
    if 0 < chance <= 0.005:
        return "under 1%"
    if 0.995 <= chance < 1:
        return "over 99%"
    return f"{round(chance * 100)}%"


def chance_change(change: float) -> str:
    """A change of a chance, in points of 100 with its sign."""
    rounded = round(change * 100)
    return _minus(f"{rounded:+d}") if rounded else "0"


def number(value: float) -> str:
    """A number with thousands separators and no more digits than it needs."""
    if abs(value) >= 100 or float(value).is_integer():
        text = f"{value:,.0f}"
    elif abs(value) >= 1:
        text = f"{value:,.2f}".rstrip("0").rstrip(".")
    else:
        text = f"{value:.3g}"
    return _minus("0" if text in ("-0", "0") else text)


def whole_number(value: float) -> str:
    """A number with every digit it has, up to twelve: what is agreed on is not rounded."""
    if not math.isfinite(value):
        return "unknown"
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if 1e-6 <= abs(value) < 1e12 else f"{value:.12g}"
    return _minus("0" if text in ("-0", "0") else text)


def decimals(values: Iterable[float]) -> int:
    """How many decimals tell such values apart: three for a range of about 1, none for hundreds or whole numbers."""
    known = [v for v in values if math.isfinite(v)]
    if not known or all(abs(v) >= 1e15 or math.isclose(v, round(v), abs_tol=1e-9) for v in known):
        return 0
    span, top = max(known) - min(known), max(map(abs, known))
    span = span if span > 1e-9 * top else top
    if span >= 100 or (span >= 20 and top > 100):
        return 0
    return max(1, min(6, 3 - math.ceil(math.log10(span) - 1e-9)))


def figure(value: float | None, places: int) -> str:
    """A number with so many decimals; ``unknown`` for none. A number too small for them keeps two digits."""
    if value is None or not math.isfinite(value):
        return "unknown"
    if abs(value) >= 1e15:
        return _minus(power(value))
    text = f"{value:,.{places}f}"
    if not any(sign in "123456789" for sign in text):
        text = "0" if abs(value) < 10.0 ** -(places + 4) else f"{value:.2g}"
    return _minus(text)


def power(value: float) -> str:
    """A very large number, by its power of ten: ``3 × 10^20``."""
    exponent = math.floor(math.log10(abs(value)))
    lead = round(10 ** (math.log10(abs(value)) - exponent), 1)
    lead, exponent = (1.0, exponent + 1) if lead >= 10 else (lead, exponent)
    text = f"10^{exponent}" if lead == 1 else f"{lead:g} × 10^{exponent}"
    return f"-{text}" if value < 0 else text


def amount(value: float, unit: str) -> str:
    """Money or points: ``2,100 EUR``, ``12.5 points``."""
    return f"{number(value)} {clean(unit)}"


def amount_change(value: float) -> str:
    """A change of money or points, with its sign and without the unit."""
    text = number(value)
    return f"+{text}" if value > 0 and text != "0" else text


def amount_range(low: float, high: float, unit: str) -> str:
    """Two amounts, the unit said once."""
    return f"{number(low)} to {amount(high, unit)}"


def times(ratio: float) -> str:
    """How many times: ``6.0 times``, ``over 100 times``."""
    if ratio > 100:
        return "over 100 times"
    return f"{ratio:.1f} times" if ratio < 10 else f"{ratio:.0f} times"


def day(text: str | None, today: str | None = None) -> str | None:
    """An ISO date as ``2 May``, with the year where it is not the year of ``today``."""
    if not text:
        return None
    try:
        when = date.fromisoformat(text)
    except ValueError:
        return clean(text)
    short = f"{when.day} {_MONTHS[when.month - 1]}"
    return short if today and today[:4] == text[:4] else f"{short} {when.year}"


_DEEDS = {
    "offer": "made an offer",
    "menu_choice": "chose from a menu",
    "ranking": "ranked a menu",
    "response": "answered an offer",
    "feedback": "said what was better",
    "dwell": "looked at it",
    "revisit": "came back to it",
    "purchase": "bought",
}


def place(reference: EvidenceRef, today: str | None = None) -> str:
    """Where a quote stands, and when it was said: ``call.vtt:12, 2 May``; without a quote, what was done first."""
    if not reference.quote and reference.kind in _DEEDS:
        told = place(replace(reference, kind=""), today)
        return f"{_DEEDS[reference.kind]}: {told}"
    where = clean(reference.source) if reference.line is None else f"{clean(reference.source)}:{reference.line}"
    when = day(reference.when, today)
    return f"{where}, {when}" if when else where


def basis(name: str) -> str:
    """The ground on which the reference terms stand."""
    return _BASES.get(name, clean(name))


def terms(package: Mapping[str, str | float], unit: str, price: str | None = None) -> str:
    """A package in words: ``price 1,500 EUR, start this week``."""
    said = []
    for issue, option in package.items():
        if isinstance(option, str):
            said.append(f"{clean(issue)} {clean(option)}")
        else:
            said.append(f"{clean(issue)} {amount(option, unit) if issue == price else number(option)}")
    return ", ".join(said)


def input_name(path: str) -> str:
    """An input of the case, named by its dotted path, in words; the path itself where there are none for it."""
    if path == "wants":
        return "what weighs most with them"
    parts = clean(path).split(".")
    whose, whom = _SIDES.get(parts[0], ("", ""))
    if whose and len(parts) == 2 and parts[1] in ("worth", "cost", "otherwise", "waiting", "patience"):
        return {
            "worth": f"what the deal is worth to {whom}",
            "cost": f"{whose} cost",
            "otherwise": f"what {whose} fallback without any deal is worth",
            "waiting": f"what waiting costs {whom}",
            "patience": f"{whose} patience",
        }[parts[1]]
    if whose and len(parts) >= 4 and parts[1] == "alternatives" and parts[-1] in _FIELDS:
        return f"{whose} alternative “{'.'.join(parts[2:-1])}”: {_FIELDS[parts[-1]]}"
    if parts[0] == "wants" and len(parts) >= 3 and parts[-1] == "weight":
        return f"how much “{'.'.join(parts[1:-1])}” matters to them"
    return ".".join(parts)


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop last."""
    said = clean(text)
    if not said:
        return ""
    said = said[0].upper() + said[1:]
    return said if said[-1] in ".!?…。”" else said + "."


def unknown(reason: str | None) -> str:
    """Why there is no number; a reason that begins that way itself is not begun twice."""
    said = clean(reason or "an input is missing").rstrip(".")
    opening = "unknown, because "
    return opening + (said[len(opening) :] if said.lower().startswith(opening) else said)


def joined(parts: tuple[str, ...]) -> str:
    """``a, b and c``."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}" if parts else ""


def _minus(text: str) -> str:
    return text.replace("-", "−")


def forgotten(report: ForgetReport) -> str:
    """What was erased, and what of the name is left to delete by hand."""
    pieces = "1 piece" if report.erased == 1 else f"{report.erased} pieces"
    told = [f"Erased {pieces} of evidence from {', '.join(report.files)}. All is worked out without it from now on."]
    if not report.erased:
        told = ["Found nothing to erase; nothing was changed.", *([report.hint] if report.hint else [])]
    if report.remaining:
        most = 20
        more = [f"{len(report.remaining) - most} more"] if report.remaining[most:] else []
        shown = [*report.remaining[:most], *more]
        places = f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]
        left = f"The name still stands in {places}; delete {'these' if more or shown[1:] else 'this'} by hand."
        told.append(left if report.erased else f"The name stands in {places}.")
    return " ".join(told)
