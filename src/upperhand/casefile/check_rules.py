"""Can the rules between issues be understood, broken, kept, and kept together?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from upperhand.casefile.build import reference_of
from upperhand.casefile.check import Book
from upperhand.casefile.keeping import Settings, at_odds, can_be_kept, least_and_most
from upperhand.casefile.names import Names
from upperhand.casefile.nodes import line_at
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.parts import Place
from upperhand.casefile.rule_scan import Known
from upperhand.casefile.rules import read_rule
from upperhand.casefile.schema import CaseIn, IssueIn
from upperhand.casefile.spelling import shorten
from upperhand.model.case import Rule

SHOWN, SHORT = 70, 50
"""A rule is quoted up to so many characters, alone and among others."""

MOST_SHOWN = 4
"""So many rules that are at odds are named."""

Placed = list[tuple[int, tuple[Rule, ...]]]
"""Sentences by their place in the list, with the rules that each makes."""


def check_rules(parts: CaseIn, names: Names, book: Book) -> None:
    """Every complaint about the rules, added to ``book``; nothing where what could not be read may be the reason."""
    if not (parts.rules and book.lists("issues") and book.lists("features")):
        return
    read = list(_read(parts, book))
    settings = {
        name: _settings(issue, _ends(name, read)) for name, issue in parts.issues.items() if _spoken(name, read)
    }
    read = [(i, rules) for i, rules in read if all(settings[name] for name in _issues(rules))]
    sound = [(i, rules) for i, rules in read if _check_alone(i, parts.rules[i], rules, settings, book)]
    _check_together(sound, parts, settings, book)
    _check_reference(sound, parts, names, book)


def _place(i: int, book: Book) -> Place:
    """Where the ``i``-th sentence that could be read stands in the file."""
    at = i
    for left in sorted(int(p[1]) for p in book.left_out if len(p) == 2 and p[0] == "rules"):
        at += left <= at
    return "rules", at


def _read(parts: CaseIn, book: Book) -> Iterator[tuple[int, tuple[Rule, ...]]]:
    known = Known(parts.issues, tuple(parts.features), parts.unit)
    whole = all(book.settles(name, issue) for name, issue in parts.issues.items())
    seen: set[str] = set()
    for i, text in enumerate(parts.rules):
        if text in seen:
            what = f"The rule '{shorten(text, SHOWN)}' stands twice."
            book.add(_place(i, book), what, "Keep one of them.", severity="warning")
            continue
        seen.add(text)
        try:
            rules = read_rule(text, known)
        except WrongError as wrong:
            if whole:
                book.wrong(_place(i, book), wrong)
            continue
        if all(book.settles(name, parts.issues[name]) for name in _issues(rules)):
            yield i, rules


def _issues(rules: Iterable[Rule]) -> set[str]:
    return {c.issue for rule in rules for c in rule.conditions if c.issue is not None}


def _spoken(name: str, read: Placed) -> bool:
    return any(name in _issues(rules) for _, rules in read)


def _ends(name: str, read: Placed) -> list[float]:
    """The numbers at which the rules part an issue's range."""
    spoken = (c for _, rules in read for rule in rules for c in rule.conditions if c.issue == name)
    return [end for c in spoken for end in (c.low, c.high) if end is not None]


def _settings(issue: IssueIn, ends: Sequence[float]) -> list[str | float]:
    """Settings of an issue that tell apart all that the rules can: its options, or numbers at and between ``ends``."""
    if issue.options is not None:
        return list(issue.options)
    if issue.low is None or issue.high is None or issue.low > issue.high:
        return []
    low, high, step = issue.low, issue.high, issue.step
    at = sorted({low, high, *ends})
    if step is None or step <= 0:
        return [*at, *((a + b) / 2 for a, b in pairwise(at))]
    last = int((high - low) / step + 1e-9)
    near = (math.floor((end - low) / step + 1e-9) + more for end in at for more in (-1, 0, 1, 2))
    return [low + step * k for k in sorted({min(max(k, 0), last) for k in near})]


def _check_alone(i: int, text: str, rules: Sequence[Rule], settings: Settings, book: Book) -> bool:
    """Whether a sentence can be kept; complains where it cannot, and warns where nothing can break it."""
    said = f"The rule '{shorten(text, SHOWN)}'"
    if can_be_kept(rules, settings) is False:
        book.add(_place(i, book), f"{said} can be kept by no package.", "Loosen it, or take it out.")
        return False
    if all(least_and_most(rule, settings)[1] <= rule.at_most for rule in rules):
        what = f"{said} holds for every package, so it changes nothing."
        book.add(_place(i, book), what, "Check whether it says what you mean.", severity="warning")
    return True


def _check_together(sound: Placed, parts: CaseIn, settings: Settings, book: Book) -> None:
    places = at_odds([rules for _, rules in sound], settings)
    if not places:
        return
    said = [(parts.rules[sound[k][0]], _place(sound[k][0], book)) for k in places]
    named = [f"'{shorten(text, SHORT)}' (line {line_at(book.root, place)})" for text, place in said]
    what = f"No package keeps these rules together: {_named(named)}."
    book.add(said[-1][1], what, "Loosen one of them, or take it out.")


def _named(names: Sequence[str]) -> str:
    more = len(names) - MOST_SHOWN
    return "; ".join(names[:MOST_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _check_reference(sound: Placed, parts: CaseIn, names: Names, book: Book) -> None:
    reference = reference_of(parts, names)
    if reference is None:
        return
    for i, rules in sound:
        if not all(rule.allows(reference.package) for rule in rules):
            what = f"The reference terms break the rule '{shorten(parts.rules[i], SHOWN)}'."
            book.add(_place(i, book), what, "Correct the rule, or the terms under 'reference'.", severity="warning")
