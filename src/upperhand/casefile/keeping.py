"""Is there a package that keeps these rules, and which of them stand in each other's way?

Only what the rules speak of is decided. Settings of an issue that all rules count alike are one, and one that counts
less everywhere stands for those that count more; so the search is small, and exact as long as it comes to an end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from upperhand.model.case import Condition, Rule
from upperhand.model.package import Package

MOST_STEPS = 20_000
"""So many part-packages are looked at; then nothing is said."""

Settings = Mapping[str, Sequence[str | float]]
"""By issue, settings that tell apart all that the rules can tell apart."""

Counts = tuple[int, ...]
"""What each rule counts."""


def least_and_most(rule: Rule, settings: Settings) -> tuple[int, int]:
    """How many of a rule's conditions a package meets at least and at most."""
    counts = [[sum(row) for row in rows] for rows in _choices([rule], settings)]
    return sum(min(own) for own in counts), sum(max(own) for own in counts)


def can_be_kept(rules: Sequence[Rule], settings: Settings) -> bool | None:
    """Whether some package keeps all the rules; ``None``: it takes too long to tell."""
    choices = [_leading(rows) for rows in _choices(rules, settings)]
    choices.sort(key=len)
    limits = tuple(rule.at_most for rule in rules)
    # What the rest counts in any case, from each place on.
    rest = [tuple(0 for _ in rules)]
    for rows in reversed(choices):
        rest.append(_sum(rest[-1], tuple(min(column) for column in zip(*rows, strict=True))))
    rest.reverse()
    seen: set[tuple[int, Counts]] = set()
    open_ = [(0, rest[-1])]
    while open_:
        place, so_far = open_.pop()
        if any(a + b > limit for a, b, limit in zip(so_far, rest[place], limits, strict=True)):
            continue
        if place == len(choices):
            return True
        if (place, so_far) in seen:
            continue
        seen.add((place, so_far))
        if len(seen) > MOST_STEPS:
            return None
        open_ += [(place + 1, _sum(so_far, row)) for row in choices[place]]
    return False


def at_odds(sentences: Sequence[Sequence[Rule]], settings: Settings) -> list[int]:
    """Places of sentences that no package can keep all of, none of them idle; empty where some package keeps them all,
    or where it takes too long to tell."""
    left = list(range(len(sentences)))
    if can_be_kept([rule for i in left for rule in sentences[i]], settings) is not False:
        return []
    for i in list(left):
        others = [rule for j in left if j != i for rule in sentences[j]]
        if can_be_kept(others, settings) is False:
            left.remove(i)
    return left


def _choices(rules: Sequence[Rule], settings: Settings) -> Iterator[list[Counts]]:
    """For each issue and feature that the rules speak of, what the rules count of each of its settings."""
    spoken = [condition for rule in rules for condition in rule.conditions]
    for issue in dict.fromkeys(c.issue for c in spoken if c.issue is not None):
        yield [_counted(rules, Package({issue: value}), issue=issue) for value in settings[issue]]
    for feature in dict.fromkeys(c.feature for c in spoken if c.feature is not None):
        packages = (Package(), Package({}, frozenset({feature})))
        yield [_counted(rules, package, feature=feature) for package in packages]


def _counted(
    rules: Sequence[Rule], package: Package, *, issue: str | None = None, feature: str | None = None
) -> Counts:
    def speaks(condition: Condition) -> bool:
        return condition.issue == issue and condition.feature == feature

    return tuple(sum(c.holds(package) for c in rule.conditions if speaks(c)) for rule in rules)


def _leading(rows: Sequence[Counts]) -> list[Counts]:
    """The rows that no other counts less than."""
    kept: list[Counts] = []
    for row in sorted(set(rows), key=sum):
        if not any(all(a <= b for a, b in zip(other, row, strict=True)) for other in kept):
            kept.append(row)
    return kept


def _sum(one: Counts, other: Counts) -> Counts:
    return tuple(a + b for a, b in zip(one, other, strict=True))
