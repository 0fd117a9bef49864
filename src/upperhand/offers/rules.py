"""Which choices of which columns does a rule count?

A column's choice is a part of a package; a condition of a rule holds for the choice whose part meets it. What stands in
no column is the same in every package, and is taken off what the rule allows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from upperhand.model.case import Condition, Rule
from upperhand.model.package import Package
from upperhand.offers.space import Cap, Ints, Joint

Place = tuple[int, int]
"""A column, and which of the columns that it joins."""


@dataclass(frozen=True)
class _Columns:
    """The parts of every column, and where each issue and feature is decided."""

    parts: tuple[tuple[Sequence[Package], ...], ...]
    issues: Mapping[str, Place]
    features: Mapping[str, Place]

    def place(self, condition: Condition) -> Place | None:
        """Where a condition is decided; ``None``: in no column."""
        if condition.issue is not None:
            return self.issues.get(condition.issue)
        return self.features.get(condition.feature or "")


def caps(rules: Sequence[Rule], choices: Sequence[Sequence[Package]], base: Package) -> tuple[Cap, ...]:
    """The caps that the rules are over the columns ``choices``, each issue and each feature in one column at most.

    ``base`` is what every package holds besides. A rule that no package can break makes no cap; one that ``base`` alone
    breaks makes a cap that no package keeps.
    """
    columns = _columns(choices, base)
    return tuple(cap for rule in rules if (cap := _cap(rule, columns, base)) is not None)


def _columns(choices: Sequence[Sequence[Package]], base: Package) -> _Columns:
    parts = tuple(column.parts if isinstance(column, Joint) else (column,) for column in choices)
    issues: dict[str, Place] = {}
    features: dict[str, Place] = {}
    for j, joined in enumerate(parts):
        for k, part in enumerate(joined):
            for choice in part:
                issues |= dict.fromkeys(choice.terms, (j, k))
                features |= dict.fromkeys(choice.features - base.features, (j, k))
    return _Columns(parts, issues, features)


def _cap(rule: Rule, columns: _Columns, base: Package) -> Cap | None:
    limit = rule.at_most
    at: dict[int, dict[int, Ints]] = {}
    for condition in rule.conditions:
        place = columns.place(condition)
        if place is None:
            limit -= condition.holds(base)
            continue
        j, k = place
        part = columns.parts[j][k]
        counts = np.fromiter((condition.holds(choice) for choice in part), dtype=np.int64, count=len(part))
        column = at.setdefault(j, {})
        column[k] = column[k] + counts if k in column else counts
    counted = tuple((j, _spread(columns.parts[j], at[j])) for j in sorted(at))
    most = sum(int(counts.max()) for _, counts in counted)
    return None if most <= limit else Cap(counted, limit, rule.text)


def _spread(parts: Sequence[Sequence[Package]], counts: Mapping[int, Ints]) -> Ints:
    """The counts of every choice of joined columns, the last of which changes fastest."""
    total = np.zeros(1, dtype=np.int64)
    for k, part in enumerate(parts):
        own = counts.get(k, np.zeros(len(part), dtype=np.int64))
        total = (total[:, None] + own[None, :]).ravel()
    return total
