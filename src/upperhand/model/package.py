"""What lies on the table: one option for every issue, and the features included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Package:
    """One option for every issue named.

    ``terms`` maps an issue to the name of an option, or to a number for an issue with a range (price). An issue
    that is not named is open. ``features`` are the names of the features included.
    """

    terms: Mapping[str, str | float] = field(default_factory=dict)
    features: frozenset[str] = frozenset()

    def replacing(self, changes: Mapping[str, str | float]) -> Package:
        """The same package with the given terms put in place of the old."""
        return Package({**self.terms, **changes}, self.features)

    def including(self, *names: str) -> Package:
        """The same package with more features included."""
        return Package(self.terms, self.features | set(names))
