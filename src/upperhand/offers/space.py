"""Which packages are there, and what is each worth to both sides? A space is never listed: issue by issue it is small.

Values are linear-additive: a package is worth the sum of its options' values, plus a base that every package has.
Issues whose options serve the same want do not add up; they are decided together and stand as one column
(``offers/table.py``). Rules between issues are caps on counts, which both the dynamic program and a solver can hold.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from upperhand.model.package import Package

Floats = NDArray[np.float64]
Ints = NDArray[np.integer[Any]]
Term = str | float


class Joint(Sequence[Package]):
    """The choices of several columns taken together, made only when asked for: the last column changes fastest."""

    def __init__(self, parts: Sequence[Sequence[Package]]) -> None:
        self.parts = tuple(parts)
        self.shape = tuple(len(part) for part in self.parts)

    def __len__(self) -> int:
        return math.prod(self.shape)

    @overload
    def __getitem__(self, index: int) -> Package: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Package]: ...
    def __getitem__(self, index: int | slice) -> Package | Sequence[Package]:
        if isinstance(index, slice):
            return [self[i] for i in range(*index.indices(len(self)))]
        chosen = Package()
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        for part, at in zip(self.parts, np.unravel_index(index % len(self), self.shape), strict=True):
            one = part[int(at)]
            chosen = Package({**chosen.terms, **one.terms}, chosen.features | one.features)
        return chosen


def parts_of(choices: Sequence[Package], picks: Ints) -> list[tuple[Sequence[Package], Ints]]:
    """A column's parts, one for each issue or feature decided in it, and which choice of each the picks (n,) are."""
    if not isinstance(choices, Joint):
        return [(choices, picks)]
    return list(zip(choices.parts, np.unravel_index(picks, choices.shape), strict=True))


@dataclass(frozen=True)
class Cap:
    """A rule between issues: the counts of the options chosen add up to ``limit`` at most.

    ``counts`` maps a column's place to whole numbers >= 0, one for each of its options; columns not named count 0.
    ``text`` is the rule in the user's words.
    """

    counts: tuple[tuple[int, Ints], ...]
    limit: int
    text: str = ""

    def allows(self, picks: Ints) -> NDArray[np.bool_]:
        """Which of the packages (n, columns) keep the rule, shape (n,)."""
        total = np.zeros(len(picks), dtype=np.int64)
        for place, counts in self.counts:
            total += counts[picks[:, place]]
        return np.asarray(total <= self.limit)


@dataclass(frozen=True)
class Space:
    """All packages: one choice for every column.

    ``choices`` holds what each choice of a column puts into a package; ``mine`` and ``theirs`` hold, per column, what
    it adds to each side's value, shape (options,), finite. ``base`` is what every package holds, ``offsets`` what it
    is worth to me and to them.
    """

    choices: tuple[Sequence[Package], ...]
    mine: tuple[Floats, ...]
    theirs: tuple[Floats, ...]
    rules: tuple[Cap, ...] = ()
    base: Package = field(default_factory=Package)
    offsets: tuple[float, float] = (0.0, 0.0)

    @property
    def size(self) -> int:
        """How many packages there are, rules apart."""
        return math.prod(len(column) for column in self.mine)

    def package(self, picks: Sequence[int] | Ints) -> Package:
        """The package of one choice for every column."""
        terms, features = dict(self.base.terms), set(self.base.features)
        for choices, pick in zip(self.choices, picks, strict=True):
            chosen = choices[int(pick)]
            terms.update(chosen.terms)
            features |= chosen.features
        return Package(terms, frozenset(features))

    def values(self, picks: Ints) -> tuple[Floats, Floats]:
        """My and their value of the packages (n, columns), two arrays (n,)."""
        return _sums(self.mine, picks, self.offsets[0]), _sums(self.theirs, picks, self.offsets[1])

    def keeps_rules(self, picks: Ints) -> NDArray[np.bool_]:
        """Which of the packages (n, columns) keep every rule, shape (n,)."""
        kept = np.ones(len(picks), dtype=bool)
        for rule in self.rules:
            kept &= rule.allows(picks)
        return kept


def _sums(tables: tuple[Floats, ...], picks: Ints, start: float) -> Floats:
    total = np.full(len(picks), start)
    for j, table in enumerate(tables):
        total += table[picks[:, j]]
    return total


def plain_space(issues: Sequence[tuple[str, Sequence[Term]]], tables: Sequence[tuple[Floats, Floats]]) -> Space:
    """A space with one column for each issue; ``tables`` holds my and their value of its options."""
    choices = tuple(tuple(Package({name: option}) for option in options) for name, options in issues)
    mine, theirs = (tuple(np.asarray(table[side], dtype=float) for table in tables) for side in (0, 1))
    return Space(choices, mine, theirs)
