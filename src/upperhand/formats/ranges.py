"""Which numbers settle an issue with a range, and how do evaluations run between them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from upperhand.model.scenario import ScenarioIssue

MOST_LISTED = 10_000
_SAME = 1e-13


def plain(value: float) -> str:
    """A number as the shortest text that gives it back: `5`, not `5.0`."""
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def numbers_in(issue: ScenarioIssue) -> list[float] | None:
    """Every number of a range with steps, from low to high; ``None`` without steps, or beyond 10,000 of them."""
    size = issue.size
    if size is None or size > MOST_LISTED or issue.low is None or issue.step is None:
        return None
    low, step = issue.low, issue.step
    # twelve digits, so that steps of 0.1 give 0.3 and not 0.30000000000000004
    return [float(f"{low + i * step:.12g}") for i in range(size)]


def knots(values: Iterable[tuple[float, float]]) -> dict[str, float]:
    """The fewest of some (number, evaluation) pairs between which the others lie on straight lines.

    Greedy and in one pass: a line is drawn on as long as all pairs passed over lie within 1e-13 of it.
    """
    pairs = sorted(values)
    if not pairs:
        return {}
    kept, start, low, high = [pairs[0]], pairs[0], float("-inf"), float("inf")
    last = pairs[0]
    for x, y in pairs[1:]:
        slope = (y - start[1]) / (x - start[0])
        if not low <= slope <= high:
            kept.append(last)
            start, low, high = last, float("-inf"), float("inf")
        width = x - start[0]
        low = max(low, (y - start[1] - _SAME) / width)
        high = min(high, (y - start[1] + _SAME) / width)
        last = (x, y)
    if last != kept[-1]:
        kept.append(last)
    return {plain(x): y for x, y in kept}


def straight(issue: ScenarioIssue, values: Mapping[str, float]) -> tuple[float, float] | None:
    """The evaluations at the low and the high end of a range between which all run straight; ``None``: they do not."""
    if issue.low is None or issue.high is None or issue.low == issue.high:
        return None
    known = sorted((float(number), value) for number, value in values.items())
    if not known or (len(known) > 1 and (known[0][0] > issue.low or known[-1][0] < issue.high)):
        return None
    if len(known) == 1:
        return known[0][1], known[0][1]
    if known[0][0] != issue.low or known[-1][0] != issue.high or len(knots(known)) > 2:
        return None
    return known[0][1], known[-1][1]
