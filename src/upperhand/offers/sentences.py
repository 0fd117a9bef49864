"""How is a move from one package to another said: if you ..., then I ...?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from upperhand.model.case import Case
from upperhand.model.package import Package
from upperhand.offers.table import Table
from upperhand.value.worth import added_value, likely

Term = str | float
LONGEST = 3
"""More terms than this are summed up."""


@dataclass(frozen=True)
class Change:
    """One term that differs: the issue or feature, before and after, and what the step is worth to me."""

    name: str
    before: Term | bool | None
    after: Term | bool | None
    mine: float


def changes(table: Table, before: Package, after: Package) -> list[Change]:
    """What differs between two packages, term by term, in the order of the case."""
    case = table.frame.case
    found = []
    for issue in case.issues:
        a, b = before.terms.get(issue.name), after.terms.get(issue.name)
        if a != b and a is not None and b is not None:
            worth = [float(added_value(table.frame, Package({issue.name: x}), "me", likely)) for x in (a, b)]
            found.append(Change(issue.name, a, b, worth[1] - worth[0]))
    for feature in case.features:
        a, b = feature.name in before.features, feature.name in after.features
        if a != b:
            found.append(Change(feature.name, a, b, feature.cost.likely * (1 if a else -1)))
    return found


def give_and_get(table: Table, before: Package, after: Package) -> str:
    """The step from my last package to the next as a sentence: what they do for it first, what I give second.

    What costs me goes into what I give, what gains me into what they do; with nothing asked the rest as it stands is
    the condition, so that nothing is given for nothing.
    """
    case = table.frame.case
    found = changes(table, before, after)
    gets = [c for c in found if c.mine > 0]
    gives = [c for c in found if c.mine <= 0]
    condition = f"If you {_actions(case, gets, _THEIRS)}" if gets else _rest(case, after, found)
    return f"{condition}, then I {_actions(case, gives, _MINE)}." if gives else f"{condition}, then we have a deal."


def opening_sentence(table: Table, package: Package) -> str:
    """The first package, all of it."""
    return f"I propose {described(table.frame.case, package)}."


def described(case: Case, package: Package) -> str:
    """A package in words: price first, then the other terms, then the features."""
    terms = [said(case, name, package.terms[name]) for name in _ordered(case, package.terms)]
    features = [f"with {feature.name}" for feature in case.features if feature.name in package.features]
    return ", ".join([*terms, *features]) or "the terms as they stand"


def said(case: Case, name: str, term: Term) -> str:
    """One term after the name of its issue, a price as an amount."""
    number = term if isinstance(term, str) else figure(term)
    issue = next((i for i in case.issues if i.name == name), None)
    if issue is not None and issue.is_price and case.unit != "points":
        return f"{name} {number} {case.unit}"
    return f"{name} {number}"


def amount(value: float) -> str:
    """What something is worth, three digits or more: 1,095 or 24.5 or 0.123."""
    size = abs(value)
    if 0 < size < 0.01:
        return f"{value:.3g}"
    digits = 0 if size >= 100 else 1 if size >= 10 else 2 if size >= 1 else 3
    text = f"{value:,.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def figure(value: float) -> str:
    """A number as people write it: thousands apart, no more decimals than it has (two at most)."""
    if 0 < abs(value) < 1:
        return f"{value:.6g}"
    rounded = round(float(value), 2)
    return f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.2f}".rstrip("0")


def _ordered(case: Case, terms: Mapping[str, Term]) -> list[str]:
    names = [issue.name for issue in sorted(case.issues, key=lambda issue: not issue.is_price)]
    return [name for name in names if name in terms]


@dataclass(frozen=True)
class _Verbs:
    """How one side says that it moves: to other terms, to a feature, away from one."""

    move: str
    take: str
    leave: str


_THEIRS = _Verbs("agree to", "take", "do without")
_MINE = _Verbs("go to", "include", "leave out")


def wished(case: Case, gains: Sequence[Change]) -> str:
    """What they would have to do, as the end of a sentence that starts with `if you`."""
    return _actions(case, gains, _THEIRS)


def _actions(case: Case, found: Sequence[Change], verbs: _Verbs) -> str:
    """The changes, those of one kind behind one verb."""
    moves = [said(case, c.name, c.after) for c in found if c.after is not None and not isinstance(c.after, bool)]
    takes = [c.name for c in found if c.after is True]
    leaves = [c.name for c in found if c.after is False]
    kinds = ((verbs.move, moves), (verbs.take, takes), (verbs.leave, leaves))
    return _all([f"{verb} {_all(parts)}" for verb, parts in kinds if parts])


def _rest(case: Case, after: Package, found: Sequence[Change]) -> str:
    """What stays as it is, as the condition of a concession."""
    moved = {change.name for change in found}
    stays = [said(case, name, after.terms[name]) for name in _ordered(case, after.terms) if name not in moved]
    if not stays:
        return "If that settles it"
    if len(stays) > LONGEST:
        return f"If you take the rest as it stands ({', '.join(stays[:LONGEST])} and {len(stays) - LONGEST} more)"
    return f"If you take the rest as it stands ({', '.join(stays)})"


def _all(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
