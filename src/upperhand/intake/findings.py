"""What is wrong with one file, told once and not a thousand times?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from upperhand.errors import Problem

MOST = 30
_LONGEST = 120


@dataclass
class Findings:
    """Collects the complaints about one file; beyond `MOST` of them only their number is told."""

    file: str
    found: list[Problem] = field(default_factory=list)
    dropped: int = 0

    def warn(self, line: int | None, what: str, fix: str) -> None:
        """Something was left out or guessed; the rest was read."""
        self._add(line, what, fix, "warning")

    def fail(self, line: int | None, what: str, fix: str) -> None:
        """Nothing, or the greater part, could not be read."""
        self._add(line, what, fix, "error")

    def all(self) -> tuple[Problem, ...]:
        """Every complaint, in the order of finding."""
        if not self.dropped:
            return tuple(self.found)
        what = f"{self.dropped} more complaints of this kind are not shown."
        more = Problem(self.file, None, what, "Mend those above first.", "warning")
        return (*self.found, more)

    def _add(self, line: int | None, what: str, fix: str, severity: Literal["error", "warning"]) -> None:
        if len(self.found) >= MOST and severity == "warning":
            self.dropped += 1
            return
        self.found.append(Problem(self.file, line, " ".join(what.split()), fix, severity))


def shown(text: str) -> str:
    """A piece of the user's text short and plain enough for a sentence."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    plain = " ".join(plain.split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"
