"""How sure is the user of a number? A point, a range, or a count of yes and no."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Side = Literal["me", "them"]
BOTH: frozenset[Side] = frozenset(("me", "them"))


@dataclass(frozen=True)
class Estimate:
    """A number as the user knows it.

    A point has ``low == likely == high``. A range is read as PERT (low, likely, high). A chance given
    as ``{yes: a, no: b}`` carries ``counts = (a, b)`` and is read as Beta(a, b); its ``likely`` is the
    mean a / (a + b) and ``low``/``high`` are 0 and 1. ``counts`` is ``None`` for points and ranges.

    ``name`` is the dotted path of the input in ``case.yaml`` (``theirs.worth``); random streams are keyed
    by it. ``visible_to`` says which side knows the number; for a side that does not, ``prior`` stands in
    (``None``: that side's view cannot be worked out).
    """

    likely: float
    low: float
    high: float
    name: str = ""
    counts: tuple[float, float] | None = None
    visible_to: frozenset[Side] = BOTH
    prior: Estimate | None = None

    @classmethod
    def point(cls, value: float, name: str = "") -> Estimate:
        """A number known exactly."""
        return cls(value, value, value, name)

    @property
    def is_certain(self) -> bool:
        """Whether the number has no spread at all."""
        return self.counts is None and self.low == self.high
