"""What is to be settled, and what is every option worth to whom, as other tools write it down?"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ScenarioIssue:
    """A thing to settle: named ``options``, or a number from ``low`` to ``high`` (then there are no options).

    ``step`` is the distance between the numbers of a range; ``None``: any number of the range will do.
    """

    name: str
    options: tuple[str, ...] = ()
    low: float | None = None
    high: float | None = None
    step: float | None = None

    @property
    def is_range(self) -> bool:
        """Whether the issue is settled by a number rather than by a named option."""
        return not self.options

    @property
    def size(self) -> int | None:
        """How many ways there are to settle it; ``None``: a range without steps."""
        if self.options:
            return len(self.options)
        if self.low is None or self.high is None or self.step is None:
            return None
        return int((self.high - self.low) / self.step + 1e-9) + 1


@dataclass(frozen=True)
class Profile:
    """What one party wants: u(package) = sum over issues of weight x evaluation of the option chosen.

    ``evaluations``: issue -> option -> evaluation, on the file's own scale. For an issue of ``ranges`` the keys are
    numbers as text; between two of them the evaluation runs straight, beyond the first and the last it is flat.
    ``reservation`` is what no deal is worth on the scale of u; ``discount`` in (0, 1) is what u is multiplied by when
    the whole time is used up (``None``: the file does not say, or nothing is lost).
    """

    name: str
    weights: Mapping[str, float] = field(default_factory=dict)
    evaluations: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    ranges: frozenset[str] = frozenset()
    reservation: float | None = None
    discount: float | None = None

    def worth(self, package: Mapping[str, str | float]) -> float:
        """u of a package that names one option (or number) for every issue; KeyError where one is missing."""
        return sum(w * self.evaluation(issue, package[issue]) for issue, w in self.weights.items())

    def evaluation(self, issue: str, option: str | float) -> float:
        """The evaluation of one option, or of one number of a range; KeyError where there is none."""
        values = self.evaluations[issue]
        if issue not in self.ranges or option in values:
            return values[str(option)]
        known = sorted((float(number), value) for number, value in values.items())
        try:
            at = float(option)
        except ValueError:
            raise KeyError(option) from None
        above = bisect_right(known, at, key=lambda pair: pair[0])
        if above in (0, len(known)):
            return known[min(above, len(known) - 1)][1]
        (x0, y0), (x1, y1) = known[above - 1], known[above]
        return y0 + (y1 - y0) * ((at - x0) / (x1 - x0))

    def table(self, issue: str) -> dict[str, float]:
        """What each option (for a range: each number given) of an issue adds to u: weight x evaluation."""
        return {option: self.weights[issue] * value for option, value in self.evaluations[issue].items()}


@dataclass(frozen=True)
class Scenario:
    """The issues, and one profile for each party whose values are known; profiles in the order of the files."""

    name: str
    issues: tuple[ScenarioIssue, ...]
    profiles: tuple[Profile, ...]

    def profile(self, name: str) -> Profile:
        """The profile of that name; KeyError if there is none."""
        for profile in self.profiles:
            if profile.name == name:
                return profile
        raise KeyError(name)

    @property
    def size(self) -> int | None:
        """How many packages there are; ``None``: a range without steps is among the issues."""
        size = 1
        for issue in self.issues:
            if issue.size is None:
                return None
            size *= issue.size
        return size
