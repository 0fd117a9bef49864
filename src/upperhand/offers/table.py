"""What is each choice in a case worth to both sides, so that packages add up?

Their value is scale x sum_k w_k v_k(x) and what the parts add, with v_k(x) = 1 - prod(1 - s) (design: what the numbers
mean, 2). A want that one column alone serves adds up. Columns that serve the same want do not; they are decided
together and become one column, so that the whole stays linear-additive and exact.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from upperhand.model.case import Case, Feature, Issue
from upperhand.model.estimate import Side
from upperhand.model.package import Package
from upperhand.offers.rules import caps
from upperhand.offers.space import Floats, Ints, Joint, Space, parts_of
from upperhand.value.frame import POINTS, Frame, counted_wants, is_money, normalised, worth_service
from upperhand.value.reference import settings
from upperhand.value.worth import Read, added_value, base_value, likely

STEPS = 20_000
"""Ranges with up to so many steps are looked at step by step."""

TOGETHER = 500_000
"""So many choices may stand in a column of issues that serve the same want."""


@dataclass(frozen=True)
class Table:
    """A case's packages: the space at the weights it was made with, and what it takes to value it at others.

    Per column, ``served`` (options, K) is what a choice adds to the service of every counted want. ``at_rest`` (K,) is
    the service that every package gives. ``scale`` is what full service of all wants is worth to them, at
    likely values; ``serving`` is false where service does not count, so that the ratio is 1.
    """

    frame: Frame
    space: Space
    served: tuple[Floats, ...]
    added: tuple[Floats, ...]
    at_rest: Floats
    scale: float
    fixed: float
    serving: bool

    def at(self, weights: Floats) -> Space:
        """The space at other weights of their wants, (K,)."""
        shares = normalised(weights, self.frame.counted) * self.scale
        theirs = tuple(added + served @ shares for added, served in zip(self.added, self.served, strict=True))
        return replace(self.space, theirs=theirs, offsets=(self.space.offsets[0], self._offset(shares)))

    def _offset(self, shares: Floats) -> float:
        return self.fixed + float(self.at_rest @ shares)

    def drawn_spaces(self, weights: Floats, read: Read, rows: Ints) -> Iterator[Space]:
        """The space in each of the draws ``rows``: wants (D, K), worth, and what single options are worth to them.

        Of issues decided together the options stand at their likely values.
        """
        added = [self.drawn_added(j, read) for j in range(len(self.added))]
        worth = self.frame.case.theirs.worth
        scale = np.atleast_1d(read(worth)) / self.frame.norm if self.serving and worth is not None else np.zeros(1)
        for row in rows:
            shares = normalised(weights[row], self.frame.counted) * scale[row % len(scale)]
            theirs = tuple(
                a[:, row % a.shape[1]] + served @ shares for a, served in zip(added, self.served, strict=True)
            )
            yield replace(self.space, theirs=theirs, offsets=(self.space.offsets[0], self._offset(shares)))

    def drawn_added(self, column: int, read: Read) -> Floats:
        """What the choices of a column add for them beside their wants: (options, D), or (options, 1) if certain."""
        choices = self.space.choices[column]
        if isinstance(choices, Joint):
            return self.added[column][:, np.newaxis]
        worths = [np.atleast_1d(added_value(self.frame, choice, "them", read)) for choice in choices]
        width = max(len(worth) for worth in worths)
        return np.array([np.broadcast_to(worth, width) for worth in worths])

    def service(self, picks: Ints) -> Floats:
        """v_k of the packages (n, columns) for every counted want, (n, K)."""
        total = np.tile(self.at_rest, (len(picks), 1))
        for j, served in enumerate(self.served):
            total += served[picks[:, j]]
        return total

    def drawn(self, picks: Ints, weights: Floats, read: Read) -> Floats:
        """Their value of the packages (n, columns) in every draw, (n, D): ``weights`` (D, K), ``read`` draws."""
        shares = normalised(weights, self.frame.counted)
        ratio = self.service(picks) @ shares.T / self.frame.norm if self.serving else np.ones((len(picks), 1))
        total = np.broadcast_to(np.asarray(base_value(self.frame, "them", read, ratio)), (len(picks), len(weights)))
        total = total + np.asarray(added_value(self.frame, self.space.base, "them", read))
        for j, choices in enumerate(self.space.choices):
            for part, at in parts_of(choices, picks[:, j]):
                used, which = np.unique(at, return_inverse=True)
                worths = [np.asarray(added_value(self.frame, part[int(i)], "them", read)) for i in used]
                total += np.array([np.broadcast_to(worth, len(weights)) for worth in worths])[which.reshape(-1)]
        return np.asarray(total)


def case_table(frame: Frame, base: Package, weights: Floats, optional: Sequence[Feature] = ()) -> Table | None:
    """The table of a case with every issue open; ``base`` gives the features that every package has, ``optional`` those
    that may be added. ``weights`` (K,) are those of their wants. ``None`` where issues that serve the same wants have
    more than 500,000 choices between them.
    """
    case = frame.case
    base = Package({}, base.features)
    columns: list[Sequence[Package]] = [
        [Package({issue.name: option}) for option in _settings(case, issue)] for issue in case.issues
    ]
    columns += [[Package(), Package({}, frozenset({feature.name}))] for feature in optional]
    worth = case.theirs.worth if frame.norm > 0 and case.unit != POINTS else None
    serving = worth is not None
    scale = worth.likely / frame.norm if worth is not None else 0.0
    degrees = [_degrees(frame, column, serving) for column in columns]
    groups = _groups([np.flatnonzero(degree.any(axis=0)).tolist() for degree in degrees])
    if any(math.prod(len(columns[j]) for j in group) > TOGETHER for group in groups):
        return None
    at_rest = worth_service(case, base, money=frame.money) * frame.counted if serving else np.zeros(len(case.wants))
    choices, served, mine, added = [], [], [], []
    for group in groups:
        choices.append(columns[group[0]] if len(group) == 1 else Joint([columns[j] for j in group]))
        served.append(_together([degrees[j] for j in group]) * (1.0 - at_rest))
        mine.append(_summed([_added(frame, columns[j], "me") for j in group]))
        added.append(_summed([_added(frame, columns[j], "them") for j in group]))
    # With nothing served the ratio is 1, whatever the package.
    at_all = base_value(frame, "them", likely, 0.0 if serving else 1.0)
    fixed = float(at_all + added_value(frame, base, "them", likely))
    offsets = float(base_value(frame, "me", likely) + added_value(frame, base, "me", likely)), fixed
    rules = caps(case.rules, choices, base) if case.rules else ()
    space = Space(tuple(choices), tuple(mine), tuple(added), rules, base, offsets)
    table = Table(frame, space, tuple(served), tuple(added), at_rest, scale, fixed, serving)
    return replace(table, space=table.at(weights))


def optional_features(case: Case, reference: Package) -> list[Feature]:
    """Features that a package may hold or not: not those shown to open the mind, nor those already part of the
    terms."""
    return [
        feature
        for feature in case.features
        if feature.name not in reference.features
        and not feature.showcase
        and (feature.serves or feature.worth_to_them is not None)
    ]


def is_thinned(issue: Issue) -> bool:
    """Whether a range has more steps than are all looked at."""
    return bool(issue.is_range and issue.step and ((issue.high or 0.0) - (issue.low or 0.0)) / issue.step > STEPS)


def _steps(low: float, high: float, step: float) -> list[str | float]:
    return [float(low + step * k) for k in range(int((high - low) / step + 1e-9) + 1)]


def _settings(case: Case, issue: Issue) -> list[str | float]:
    """The options of an issue; of a range its steps, and the numbers at which rules change what is allowed."""
    low, high = issue.low, issue.high
    if not issue.is_range or low is None or high is None:
        return settings(issue)
    found = settings(issue) if is_thinned(issue) or not issue.step else _steps(low, high, issue.step)
    conditions = [c for rule in case.rules for c in rule.conditions if c.issue == issue.name]
    ends = {end for c in conditions for end in (c.low, c.high) if end is not None and low <= end <= high}
    if issue.step:
        steps = [round((end - low) / issue.step + shift) for end in ends for shift in (-1, 0, 1)]
        ends = {low + issue.step * k for k in steps if 0 <= k <= (high - low) / issue.step + 1e-9}
    known = np.array([float(x) for x in found])
    room = 1e-9 * max(abs(low), abs(high), 1e-300)
    more = [float(end) for end in ends if np.abs(known - end).min() > room]
    return sorted([*known.tolist(), *more]) if more else found


def _degrees(frame: Frame, column: Sequence[Package], serving: bool) -> Floats:
    """How far each choice of a column serves each counted want, (options, K); 0 where service does not count."""
    if not serving:
        return np.zeros((len(column), len(frame.case.wants)))
    return np.array([worth_service(frame.case, choice, money=frame.money) * frame.counted for choice in column])


def _groups(serves: Sequence[Sequence[int]]) -> list[list[int]]:
    """Columns that serve a want in common, directly or by way of others, together; in order of their first column."""
    groups: list[tuple[list[int], set[int]]] = []
    for j, wants in enumerate(serves):
        linked = [group for group in groups if group[1] & set(wants)]
        groups = [group for group in groups if group not in linked]
        groups.append(
            (sorted([j, *(i for group in linked for i in group[0])]), set(wants).union(*(g[1] for g in linked)))
        )
    return sorted(group[0] for group in groups)


def _together(degrees: Sequence[Floats]) -> Floats:
    """1 - prod(1 - s) over columns decided together, (product of options, K)."""
    left = np.ones((1, degrees[0].shape[1]))
    for degree in degrees:
        left = (left[:, None, :] * (1.0 - degree)[None, :, :]).reshape(len(left) * len(degree), left.shape[1])
    return np.asarray(1.0 - left)


def _summed(tables: Sequence[Floats]) -> Floats:
    total = np.zeros(1)
    for table in tables:
        total = (total[:, None] + table[None, :]).ravel()
    return total


def _added(frame: Frame, column: Sequence[Package], side: Side) -> Floats:
    return np.array([float(added_value(frame, choice, side, likely)) for choice in column])


def widest(case: Case) -> int:
    """The most choices that issues serving the same wants have between them."""
    counts = counted_wants(case, money=is_money(case))
    counted = [want.name for want, one in zip(case.wants, counts, strict=True) if one]
    money = is_money(case)
    columns = [settings(issue) for issue in case.issues]
    serves = [
        [k for k, want in enumerate(counted) if want in issue.serves or want in issue.serves_by_range]
        if not (money and issue.is_price)
        else []
        for issue in case.issues
    ]
    return max((math.prod(len(columns[j]) for j in group) for group in _groups(serves)), default=1)
