"""What does a file say of issues and profiles, before anybody has checked whether it fits together?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass
class SaidIssue:
    """An issue as a file has it: options with their lines, or the ends of a range.

    ``broken``: what is wrong with it has been said already.
    """

    name: str
    file: str
    line: int | None
    options: list[tuple[str, int | None]] = field(default_factory=list)
    low: float | None = None
    high: float | None = None
    step: float | None = None
    broken: bool = False

    @property
    def is_range(self) -> bool:
        """Whether the file gives ends of a range."""
        return self.low is not None or self.high is not None


@dataclass
class SaidProfile:
    """A party's values as a file has them. ``weights``: issue -> weight; ``evaluations``: issue -> option -> value.

    ``lines`` keeps where each issue's values stand; ``broken`` names issues of which has been said what is wrong.
    """

    name: str
    file: str
    line: int | None
    weights: dict[str, float] = field(default_factory=dict)
    evaluations: dict[str, dict[str, float]] = field(default_factory=dict)
    lines: dict[str, int | None] = field(default_factory=dict)
    option_lines: dict[tuple[str, str], int | None] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    reservation: float | None = None
    discount: float | None = None

    def say(self, issue: str, option: str, value: float, line: int | None) -> bool:
        """Note what an option is worth; false where the file has said so before."""
        table = self.evaluations.setdefault(issue, {})
        self.lines.setdefault(issue, line)
        if option in table:
            return False
        table[option] = value
        self.option_lines[issue, option] = line
        return True

    def line_of(self, issue: str) -> int | None:
        """Where an issue's values stand; the profile's own line where there are none."""
        return self.lines.get(issue, self.line)


@dataclass
class SaidScenario:
    """What the files of a scenario say together."""

    name: str
    issues: list[SaidIssue]
    profiles: list[SaidProfile]


def in_words(names: Iterable[str], most: int = 5) -> str:
    """Names in one phrase; a long list is cut short."""
    shown = [f"'{name}'" for name in names]
    more = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {more} more" if more > 0 else "")
