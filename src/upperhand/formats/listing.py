"""Which options does a format list for an issue, where it may have no place for a range?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name
from upperhand.formats.ranges import MOST_LISTED, numbers_in, plain, straight
from upperhand.model.scenario import Profile, ScenarioIssue


@dataclass(frozen=True)
class Line:
    """Evaluations that run straight from the low to the high end of a range."""

    low: float
    high: float
    at_low: float
    at_high: float

    @property
    def slope(self) -> float:
        """Evaluation per unit of the number."""
        return (self.at_high - self.at_low) / (self.high - self.low)


def line_of(issue: ScenarioIssue, profile: Profile) -> Line | None:
    """The straight line of a profile over a range; ``None``: it has none."""
    ends = straight(issue, profile.evaluations[issue.name])
    if ends is None or issue.low is None or issue.high is None:
        return None
    return Line(issue.low, issue.high, *ends)


def lines_of(issue: ScenarioIssue, profiles: Sequence[Profile]) -> list[Line] | None:
    """The lines of all profiles over a range; ``None`` where one has none, or the issue has options."""
    if not issue.is_range:
        return None
    lines = [line for line in (line_of(issue, profile) for profile in profiles) if line is not None]
    return lines if len(lines) == len(profiles) else None


def is_unit(lines: Sequence[Line]) -> bool:
    """Whether every line stays within 0 and 1."""
    return all(0 <= y <= 1 for line in lines for y in (line.at_low, line.at_high))


def is_whole(issue: ScenarioIssue) -> bool:
    """Whether a range runs over whole numbers in steps of 1."""
    return issue.step == 1 and issue.low is not None and issue.low == int(issue.low)


def listed(issue: ScenarioIssue, program: str) -> tuple[str, ...]:
    """The options of an issue; for a range all its numbers. Raises CallError where they cannot be listed."""
    if issue.options:
        return issue.options
    numbers = numbers_in(issue)
    if numbers is not None:
        return tuple(plain(number) for number in numbers)
    why = "has no steps" if issue.step is None else f"has more than {MOST_LISTED:,} numbers"
    raise CallError(
        f"{program} would have to list every number of '{shown_name(issue.name)}', which {why}.",
        "Give the range a larger step, or write it as negmas.",
    )
