"""Does the ledger bear a claim out, deny it, or say nothing about it, and which entry does so?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from upperhand.limits.lexicon import ABSOLUTES, OPPOSITES, STOP
from upperhand.limits.words import Number, days, normalise, numbers, stem, tokens
from upperhand.model.case import Case, Fact

Standing = Literal["supported", "contradicted", "unknown"]

ENOUGH = 0.6  # share of a claim's content an entry must hold
_SCOPE = 6  # words a denial reaches
_NEGATIONS = frozenset("not no never none nobody neither nor without nothing hardly non".split())
_PRIVATIVE = {
    "pending": ("not", "decided"), "undecided": ("not", "decided"), "unbroken": ("not", "broken"),
    "unfurnished": ("not", "furnished"), "unused": ("not", "used"), "undamaged": ("not", "damaged"),
    "accidentfree": ("no", "accident"), "lacks": ("no",), "lack": ("no",), "lacking": ("no",), "missing": ("no",),
    "refuses": ("not",), "refused": ("not",), "fails": ("not",), "failed": ("not",), "unlimited": ("no", "limit"),
    "untouched": ("not", "touched"), "unpaid": ("not", "paid"), "unsold": ("not", "sold"),
    "untreated": ("not", "treated"),
}  # fmt: skip
_WEAK = frozenset(
    stem(w)
    for w in "work job pay time day week month year place way part area number amount case level side "
    "people visit second first "
    "good great well fine whole new record total average run make hold stand keep show say state see look find "
    "live stay happen full name piece item thing end start long short reach take place exact".split()
)
_ENDED = frozenset(  # an event that undoes what its other words say
    "withdrew withdrawn withdraws declined rejected cancelled canceled revoked lapsed refused retracted "
    "rescinded postponed".split()
)
_DAYS_IN = {"dai": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.0, "quarter": 91.0, "year": 365.0}
_HOURS_IN = {"minut": 1 / 60, "hour": 1.0, "dai": 24.0}


@dataclass(frozen=True)
class Stated:
    """What a stretch of words says: roots with their polarity (False: denied), numbers, days, all its words."""

    roots: dict[str, bool]
    figures: tuple[Number, ...]
    said_days: frozenset[str]
    meant_days: frozenset[str]
    plain: frozenset[str]
    spoken: str


@dataclass(frozen=True)
class Entry:
    """One thing the ledger holds. ``firm``: true, with source and date. ``marked``: it would change their mind."""

    text: str
    stated: Stated
    true: bool
    firm: bool
    marked: bool
    source: str
    when: date | None
    kind: str


@dataclass(frozen=True)
class Finding:
    """Where a claim stands, how much of it the entry holds (0 to 1), and the entry that decided."""

    standing: Standing
    share: float
    entry: Entry | None


def stated(text: str, as_of: date | None, also: date | None = None) -> Stated:
    """Read a text for comparison: content roots, numbers, days."""
    plain = normalise(text)
    words: list[str] = []
    for word in tokens(plain):
        words.extend(_PRIVATIVE.get(word, (word,)))
    said, meant = days(plain, as_of, also)
    return Stated(_roots(tuple(words)), numbers(tokens(plain)), said, meant, frozenset(words), " ".join(tokens(plain)))


def _roots(words: tuple[str, ...]) -> dict[str, bool]:
    roots: dict[str, bool] = {}
    reach = 0
    for word in words:
        if word in _NEGATIONS:
            reach = _SCOPE
            continue
        if word in ("but", "because", "only", "however", "though", "so"):
            reach = 0
        if word not in STOP and not word[0].isdigit() and word not in ("%", "x"):
            roots.setdefault(stem(word), reach == 0)
        reach = max(0, reach - 1)
    return roots


def ledger(case: Case, vouched: bool = False) -> tuple[Entry, ...]:
    """Everything the case can bear a claim out with: facts, features with proof, my own numbers.

    ``vouched``: for sentences made from the case's features, which then bear themselves out without proof.
    """
    entries = [_from_fact(fact, case.as_of) for fact in case.facts]
    for feature in case.features:
        proven = vouched or bool(feature.proof)
        for part in (feature.benefit, feature.drawback):
            text = f"{feature.name}: {part}" if part else feature.name
            said = stated(f"{text} {feature.proof or ''}", case.as_of, feature.true_on)
            entries.append(Entry(text, said, True, proven, False, feature.proof or "", feature.true_on, "feature"))
    for text in _own_numbers(case):
        entries.append(Entry(text, stated(text, case.as_of), True, True, False, "the case", case.as_of, "number"))
    return tuple(entries)


def _from_fact(fact: Fact, as_of: date | None) -> Entry:
    firm = fact.true and fact.date is not None and bool(fact.source)
    said = stated(f"{fact.text}", as_of, fact.date)
    return Entry(fact.text, said, fact.true, firm, fact.would_change_their_mind, fact.source or "", fact.date, "fact")


def _own_numbers(case: Case) -> Iterable[str]:
    if case.mine.cost is not None and case.mine.cost.is_certain:
        yield f"my cost is {case.mine.cost.likely:g} {case.unit}"
    if case.me.role:
        yield f"{case.me.name} I am the {case.me.role}" + (f" for {case.me.represents}" if case.me.represents else "")
    for feature in case.features:
        if feature.cost.is_certain and feature.cost.likely:
            yield f"the cost of the {feature.name} to me is {feature.cost.likely:g} {case.unit}"


def background(case: Case) -> frozenset[str]:
    """Roots that merely name what the case is about and who is in it: they prove nothing and need no proof."""
    me, them = case.me, case.them
    texts = [case.title, me.name, them.name, them.role or "", me.role or "", me.represents or ""]
    return frozenset(stem(w) for text in texts for w in tokens(normalise(text)) if w not in STOP)


def weigh(claim: str, entries: tuple[Entry, ...], case: Case, soft: frozenset[str] = frozenset()) -> Finding:
    """Where a claim stands with the ledger.

    ``soft`` roots need no proof. Supported: an entry (or two that share a topic with it) holds at least ``ENOUGH`` of
    its content, every number and day, no stronger wording and the same denials. Contradicted: an entry about the same
    thing has another number, the opposite word or denial, or is marked untrue. Else unknown.
    """
    said = stated(claim, case.as_of)
    best = Finding("unknown", 0.0, None)
    against: Finding | None = None
    held: list[tuple[float, Entry]] = []
    for entry in entries:
        if entry.firm and said.spoken and f" {said.spoken} " in f" {entry.stated.spoken} ":
            return Finding("supported", 1.0, entry)
        share = _share(said, (entry,), soft)
        clash = _clash(said, entry)
        if entry.true and entry.firm and not clash:
            held.append((share, entry))
            if best.standing == "unknown" and share > best.share:
                best = Finding("unknown", share, entry)
            if share >= ENOUGH and bears_figures(said, (entry,)) and (share > best.share or best.standing == "unknown"):
                best = Finding("supported", share, entry)
        elif share >= 0.5 and (clash or not entry.true) and (against is None or share > against.share):
            against = Finding("contradicted", share, entry)
    if best.standing != "supported":
        best = _together(said, held, soft) or best
    return best if best.standing == "supported" else against or best


def _together(said: Stated, held: list[tuple[float, Entry]], soft: frozenset[str]) -> Finding | None:
    """Entries that each hold part of the claim may bear it out between them."""
    parts = sorted((h for h in held if h[0] > 0.15), key=lambda h: -h[0])[:3]
    if len(parts) < 2:
        return None
    entries = tuple(e for _, e in parts)
    share = _share(said, entries, soft)
    if share >= ENOUGH + 0.1 and bears_figures(said, entries):
        return Finding("supported", share, entries[0])
    return None


def _share(said: Stated, entries: tuple[Entry, ...], soft: frozenset[str]) -> float:
    known: set[str] = set()
    for entry in entries:
        known |= set(entry.stated.roots)
    source = {stem(w) for e in entries for w in tokens(normalise(e.source)) if w not in STOP}
    total = have = 0.0
    hard = 0
    for root in said.roots:
        weight = 0.4 if root in _WEAK else 1.0
        if root in known:
            total, have = total + weight, have + weight
            hard += weight == 1.0
        elif root not in soft and root not in source:
            total += weight
    matched = sum(any(_same(n, m) for e in entries for m in e.stated.figures) for n in said.figures)
    total, have = total + matched, have + matched
    if not hard and not (matched and have):
        return 0.0
    return have / total if total else 0.0


def bears_figures(said: Stated, entries: tuple[Entry, ...]) -> bool:
    """Whether the entries hold every figure and day of a statement, and no weaker wording."""
    figures = [m for e in entries for m in e.stated.figures]
    for number in said.figures:
        if not any(_same(number, m) for m in figures) and not _is_ratio(number, said.figures, figures):
            return False
    known = frozenset().union(*(e.stated.meant_days for e in entries))
    if not all(day in known or (day in ("today", "tonight") and _fresh(entries)) for day in said.said_days):
        return False
    plain = frozenset().union(*(e.stated.plain for e in entries))
    stronger = (said.plain & ABSOLUTES) - plain - {"any", "both", "each", "most"}
    return not stronger or bool(plain & ABSOLUTES) or stronger <= {"none", "nothing", "zero", "never", "nobody"}


def _fresh(entries: tuple[Entry, ...]) -> bool:
    return any("today" in e.stated.meant_days for e in entries)


def _same(a: Number, b: Number) -> bool:
    """Whether two figures say the same, allowing for about, over, under, and for weeks told in days."""
    if _differ_in_kind(a.unit, b.unit):
        x, y = _in_days(a), _in_days(b)
        return x is not None and y is not None and abs(x - y) <= 0.1 * y
    if a.bound == "over":
        return b.value >= a.value and (b.value <= 1.5 * a.value or b.bound == "over")
    if a.bound == "under":
        return b.value <= a.value and b.value >= 0.5 * a.value
    slack = 0.05 if a.loose else 0.004
    return abs(a.value - b.value) <= slack * max(abs(a.value), abs(b.value))


def _differ_in_kind(a: str, b: str) -> bool:
    timed = (a in _DAYS_IN or a in _HOURS_IN, b in _DAYS_IN or b in _HOURS_IN)
    return a != b and (all(timed) or (("%" in (a, b) or "percent" in (a, b)) and a != "" and b != ""))


def _in_days(n: Number) -> float | None:
    if n.unit in _DAYS_IN:
        return n.value * _DAYS_IN[n.unit]
    return n.value * _HOURS_IN[n.unit] / 24 if n.unit in _HOURS_IN else None


def _is_ratio(number: Number, claim: tuple[Number, ...], figures: list[Number]) -> bool:
    """'One in eight' where the ledger has six of forty-eight; a percentage likewise."""
    values = [m.value for m in figures if m.value]
    ratios = {a / b for a in values for b in values if a < b}
    ratios |= {m.value / 100 for m in figures if m.unit in ("%", "percent")}
    mine = {n.value / number.value for n in claim if n is not number and number.value} | {
        number.value / n.value for n in claim if n is not number and n.value
    }
    if number.unit in ("%", "percent"):
        mine = {number.value / 100}
    return any(abs(x - y) <= 0.02 * y for x in mine for y in ratios)


def _clash(said: Stated, entry: Entry) -> bool:
    other = entry.stated
    shared = [root for root in said.roots if root in other.roots]
    hard = [root for root in shared if root not in _WEAK] or shared
    if not shared:
        return False
    flipped = sum(said.roots[root] != other.roots[root] for root in hard)
    one_denies = (False in said.roots.values()) != (False in other.roots.values())
    if flipped and one_denies and flipped * 2 >= len(hard):
        return True
    if _ENDED & other.plain and not _ENDED & said.plain:
        return True
    for root in said.roots:
        rivals = OPPOSITES.get(root, frozenset()) & set(other.roots)
        if rivals and root not in other.roots and not rivals & set(said.roots) and said.roots[root]:
            return True
    return any(_rivals(n, other) for n in said.figures)


def _rivals(number: Number, other: Stated) -> bool:
    """The entry counts the same unit, and nothing in it comes to the claimed figure."""
    timed = _in_days(number) is not None
    kin = [m for m in other.figures if m.unit and (m.unit == number.unit or (timed and _in_days(m) is not None))]
    return bool(kin) and not any(_same(number, m) for m in other.figures)


def topics(text: str) -> frozenset[str]:
    """Content roots of a text without the weak ones: what it is about."""
    return frozenset(root for root in _roots(tokens(normalise(text))) if root not in _WEAK)


def plain_date(day: date) -> str:
    """A day as people write it: 4 May 2026."""
    return re.sub("^0", "", f"{day:%d %B %Y}")
