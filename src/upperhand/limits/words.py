"""What are the words, numbers and days of a text, whatever its spelling, spacing and case?"""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from upperhand.limits.lexicon import IRREGULAR, SYNONYMS

_CONTRACTIONS = (
    (r"\b(can)(?:'t|not)\b", r"can not"),
    (r"\bwon't\b", "will not"),
    (r"\bshan't\b", "shall not"),
    (r"\bain't\b", "is not"),
    (r"n't\b", " not"),
    (r"\b(do|does|did|is|was|were|has|have|had|would|could|should|are)nt\b", r"\1 not"),
    (r"\b(cant)\b", "can not"),
    (r"\b(wont)\b", "will not"),
    (r"\bim\b", "i am"),
    (r"\bive\b", "i have"),
    (r"\blet's\b", "let us"),
    (r"'ll\b", " will"),
    (r"'ve\b", " have"),
    (r"'re\b", " are"),
    (r"\bi'm\b", "i am"),
    (r"'d (better|been|had)\b", r" had \1"),
    (r"'d\b", " would"),
    (
        r"\b(it|he|she|that|there|who|what|here|where|how|everything|nothing|someone|nobody)'s (been|got|had)\b",
        r"\1 has \2",
    ),
    (r"\b(it|he|she|that|there|who|what|here|where|how|everything|nothing|someone|nobody)'s\b", r"\1 is"),
    (r"(\w)'s\b", r"\1 's"),
    (r"s'(?=\s)", "s 's"),
    (r"\bgonna\b", "going to"),
    (r"\bgotta\b", "got to"),
    (r"\bwanna\b", "want to"),
)
_CONTRACTION = tuple((re.compile(pattern), put) for pattern, put in _CONTRACTIONS)
_JOINED = re.compile(r"\b(re|pre|co|anti|un)-(?=\w)")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*(?:[km](?![^\W\d_]))?|[^\W\d_]+|%|'s")

_UNITS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90, "dozen": 12, "twice": 2, "single": 1, "double": 2, "pair": 2,
}  # fmt: skip
_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000, "million": 1_000_000}
_FRACTIONS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3, "fifth": 0.2}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
)  # fmt: skip
_MONTH = {name: i + 1 for i, name in enumerate(_MONTHS)} | {
    name[:3]: i + 1 for i, name in enumerate(_MONTHS) if name != "may"
}
_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_ABOUT = frozenset("about around roughly nearly almost approximately some circa just under over bit little".split())
_PRONOUN_ONE = frozenset("this that the another each no which every any for of only".split())


def normalise(text: str) -> str:
    """Lower case, plain quotes, single spaces, contractions written out. Length may change; the meaning does not."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for odd, put in (("’", "'"), ("‘", "'"), ("`", "'"), ("“", '"'), ("”", '"'), ("«", '"'), ("»", '"'), ("…", ". ")):
        plain = plain.replace(odd, put)
    plain = re.sub(r"\s*[—–]\s*|\s+-+\s+", " — ", plain)
    plain = re.sub(r"[^\S\n]+", " ", plain)
    plain = _JOINED.sub(r"\1", plain)
    for pattern, put in _CONTRACTION:
        plain = pattern.sub(put, plain)
    return plain.strip()


def tokens(plain: str) -> tuple[str, ...]:
    """The words and numbers of a normalised text, in order."""
    return tuple(_TOKEN.findall(plain))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The common root of a word's forms, then the name of its synonym group where it has one."""
    root = IRREGULAR.get(word) or _root(word)
    return SYNONYMS.get(root, root)


@lru_cache(maxsize=20_000)
def _root(word: str) -> str:  # noqa: C901 - one suffix a line reads best in a row
    w = word
    if len(w) <= 3:
        return w
    if w.endswith("ies") and len(w) > 4:
        w = w[:-3] + "y"
    elif w.endswith(("sses", "shes", "ches", "xes", "zes")):
        w = w[:-2]
    elif w.endswith("s") and not w.endswith(("ss", "us", "is")):
        w = w[:-1]
    for tail in ("ingly", "edly", "ing", "ed"):
        if w.endswith(tail) and len(w) - len(tail) >= 3 and re.search("[aeiouy]", w[: -len(tail)]):
            w = w[: -len(tail)]
            if len(w) > 3 and w[-1] == w[-2] and w[-1] not in "lsz":
                w = w[:-1]
            break
    for tail, put in (("ication", "i"), ("ation", "at"), ("ition", "it"), ("ment", ""), ("ness", ""), ("ally", "al"),
                      ("ly", ""), ("ility", "l"), ("able", ""), ("ible", "")):  # fmt: skip
        if w.endswith(tail) and len(w) - len(tail) >= 3:
            w = w[: -len(tail)] + put
            break
    else:
        if w.endswith(("tion", "sion")) and len(w) > 5:
            w = w[:-3]
    if w.endswith("y") and len(w) > 3:
        w = w[:-1] + "i"
    if w.endswith("e") and len(w) > 3:
        w = w[:-1]
    return w


@dataclass(frozen=True)
class Number:
    """A number in a text. ``unit`` is the root of the word it counts ('' if none); ``loose`` for about, nearly.

    ``bound`` is 'over' or 'under' where the text gives a limit instead of a value.
    """

    value: float
    unit: str
    loose: bool
    bound: str | None
    index: int


def numbers(words: tuple[str, ...]) -> tuple[Number, ...]:
    """Numbers in digits or words, without the days of dates."""
    found: list[Number] = []
    i = 0
    while i < len(words):
        value, used = _number_at(words, i)
        if value is None or _is_date_part(words, i, used):
            i += 1
            continue
        after = words[i + used] if i + used < len(words) else ""
        before = words[max(0, i - 3) : i]
        found.append(Number(value, stem(after) if after else "", bool(_ABOUT & set(before)), _bound(before), i))
        i += used
    return tuple(found)


def _bound(before: tuple[str, ...]) -> str | None:
    phrase = " ".join(before)
    if re.search(r"\b(over|above|beyond|more than|at least|no less than|exceed\w*|past)$", phrase):
        return "over"
    if re.search(r"\b(under|below|less than|at most|no more than|fewer than|up to|within)$", phrase):
        return "under"
    return None


def _number_at(words: tuple[str, ...], i: int) -> tuple[float | None, int]:
    word = words[i]
    if word[0].isdigit():
        value, used = _digits(word), 1
    elif word in _UNITS:
        if word == "one" and _is_pronoun_one(words, i):
            return None, 1
        value, used = float(_UNITS[word]), 1
        tens = value >= 20 and value % 10 == 0 and word.endswith("ty")
        if tens and i + 1 < len(words) and 0 < _UNITS.get(words[i + 1], 0) < 10:
            value, used = value + _UNITS[words[i + 1]], 2
    elif word in _FRACTIONS and (
        (i + 1 < len(words) and words[i + 1] in ("of", "the", "a")) or (i and words[i - 1] == "a")
    ):
        return _FRACTIONS[word], 1
    elif word == "a" and i + 1 < len(words) and words[i + 1] in _SCALES:
        return float(_SCALES[words[i + 1]]), 2
    else:
        return None, 1
    while i + used < len(words) and words[i + used] in _SCALES:
        value, used = value * _SCALES[words[i + used]], used + 1
    if i + used < len(words) and words[i + used] in ("k", "m") and word[0].isdigit():
        value, used = value * (1000 if words[i + used] == "k" else 1_000_000), used + 1
    return value, used


def _is_pronoun_one(words: tuple[str, ...], i: int) -> bool:
    before = words[i - 1] if i else ""
    after = words[i + 1] if i + 1 < len(words) else ""
    return before in _PRONOUN_ONE or after in (
        "",
        "of",
        "that",
        "thing",
        "way",
        "more",
        "who",
        "is",
        "was",
        "day",
        "i",
        "we",
    )


def _digits(word: str) -> float:
    factor = 1.0
    if word[-1] in "km":
        factor, word = (1000.0 if word[-1] == "k" else 1_000_000.0), word[:-1]
    if re.fullmatch(r"\d{1,3}([.,]\d{3})+", word):
        return float(re.sub("[.,]", "", word)) * factor
    word = word.replace(",", ".")
    if word.count(".") > 1:
        word = word.replace(".", "")
    return float("".join(str(unicodedata.digit(c, 0)) if c.isdigit() else c for c in word)) * factor


def _is_date_part(words: tuple[str, ...], i: int, used: int) -> bool:
    word = words[i]
    if not word[0].isdigit() or not word.isdigit() or int(word) > 31:
        return False
    near = words[max(0, i - 2) : i] + words[i + used : i + used + 3]
    if any(n in _MONTH for n in near if n not in ("may", "mar", "march")):
        return True
    beside = words[max(0, i - 1) : i] + words[i + used : i + used + 1]
    return any(n in _MONTH for n in beside) or words[i + used : i + used + 1] in (("th",), ("st",), ("nd",), ("rd",))


def days(plain: str, as_of: date | None, also: date | None = None) -> tuple[frozenset[str], frozenset[str]]:
    """The days a text names (as written) and everything they can be called (weekday, day of month, week).

    ``as_of`` resolves tomorrow and the year; ``also`` is a day that belongs to the text without being written in it.
    """
    words = tokens(plain)
    said: set[str] = {w for w in words if w in _WEEKDAYS}
    known: set[date] = {also} if also else set()
    for match in _ISO.finditer(plain):
        mark = f"{match[2]}-{match[3]}"
        known.update(_day(max(int(match[1]), 1), mark))
        said.add(mark)
    for i, word in enumerate(words):
        if word in _MONTH and (word not in ("may", "mar", "march") or _beside_day(words, i)):
            said.add(_month_day(words, i))
        elif word.isdigit() and i + 1 < len(words) and words[i + 1] in ("th", "st", "nd", "rd"):
            said.add(f"?-{int(word):02}")
    for word, ahead in (("today", 0), ("tonight", 0), ("tomorrow", 1), ("yesterday", -1)):
        if word in words:
            said.add(word)
            if as_of:
                known.add(as_of + timedelta(ahead))
    meant = set(said)
    year = (as_of or also or date(2026, 1, 1)).year
    for mark in said:
        if re.fullmatch(r"\d\d-\d\d", mark):
            known.update(_day(year, mark))
    for day in known:
        meant |= {_WEEKDAYS[day.weekday()], f"{day:%m-%d}", f"?-{day:%d}", f"{day:%m}", f"w{day.isocalendar()[1]}"}
        if as_of:
            meant |= {name for name, ahead in _relative() if day == as_of + timedelta(ahead)}
    return frozenset(said), frozenset(meant)


def _relative() -> tuple[tuple[str, int], ...]:
    return (("today", 0), ("tonight", 0), ("tomorrow", 1), ("yesterday", -1))


def _day(year: int, mark: str) -> tuple[date, ...]:
    month, day = int(mark[:2]), int(mark[3:])
    fits = 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return (date(year, month, day),) if fits else ()


def _beside_day(words: tuple[str, ...], i: int) -> bool:
    beside = words[max(0, i - 2) : i] + words[i + 1 : i + 2]
    return any(w.isdigit() and len(w) <= 4 for w in beside) or (
        i > 0 and words[i - 1] in ("in", "of", "until", "by", "since", "last", "next")
    )


def _month_day(words: tuple[str, ...], i: int) -> str:
    month = f"{_MONTH[words[i]]:02}"
    for j in (i - 1, i + 1, i - 2):
        if 0 <= j < len(words) and words[j].isdigit() and int(words[j]) <= 31:
            return f"{month}-{int(words[j]):02}"
    return month
