"""How does a case in money become a scenario: every choice at what it is worth to either side?

Scenario files hold a sum of options. So does a case in money, once price, features and wants are valued: an issue a
column, a feature an issue with the options `without` and `with`. Columns that serve the same want do not add up and are
refused.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from upperhand.errors import Problem
from upperhand.formats.points import split
from upperhand.formats.ranges import plain
from upperhand.model.package import Package
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue
from upperhand.offers.space import Joint
from upperhand.offers.stakes import Stakes
from upperhand.offers.table import Table

FILE = "case.yaml"
WITHOUT, WITH = "without", "with"


def scenario_of_table(table: Table, stakes: Stakes) -> tuple[Scenario | None, list[Problem]]:
    """The scenario that a valued case is, and what is lost; ``None`` where its values do not add up by issue.

    Every option is worth what it adds beyond the least of its issue, so that no evaluation is below 0; the rest goes
    into the no-deal value, and gains over no deal stay as they are. Their values are those of the mean belief.
    """
    case, space = table.frame.case, table.space
    joint = [choices for choices in space.choices if isinstance(choices, Joint)]
    if joint:
        names = " and ".join(_named(part[-1])[0] for choices in joint for part in choices.parts)
        what = f"{names} serve the same wants, so their values do not add up, and scenario files hold sums only."
        return None, [Problem(FILE, None, what, "Let each want be served by one issue, in a copy.")]
    columns = [_column(choices) for choices in space.choices]
    issues = tuple(ScenarioIssue(name, options) for name, options in columns)
    me, them = case.me.name, case.them.name
    sides = (
        (me, space.mine, space.offsets[0], stakes.no_deal[0]),
        (them if them != me else f"{them} (2)", space.theirs, space.offsets[1], stakes.no_deal[1]),
    )
    profiles = tuple(
        _profile(name, columns, values, _left(values, offset, floor)) for name, values, offset, floor in sides
    )
    return Scenario(case.title, issues, profiles), _losses(table, stakes)


def _column(choices: Sequence[Package]) -> tuple[str, tuple[str, ...]]:
    name, _ = _named(choices[-1])
    return name, tuple(_named(choice)[1] for choice in choices)


def _named(choice: Package) -> tuple[str, str]:
    """The issue and option of a choice; a feature is an issue of its own."""
    for name, term in choice.terms.items():
        return name, term if isinstance(term, str) else plain(float(term))
    return (next(iter(choice.features)), WITH) if choice.features else ("", WITHOUT)


def _left(values: Sequence[np.ndarray], offset: float, floor: float | None) -> float | None:
    """The no-deal value on the scale on which the worst package is worth 0."""
    return None if floor is None else floor - offset - sum(float(column.min()) for column in values)


def _profile(
    name: str, columns: Sequence[tuple[str, tuple[str, ...]]], values: Sequence[np.ndarray], floor: float | None
) -> Profile:
    weights, evaluations = {}, {}
    for (issue, options), column in zip(columns, values, strict=True):
        worths = dict(zip(options, (column - column.min()).tolist(), strict=True))
        weights[issue], evaluations[issue] = split(worths)
    return Profile(name, weights, evaluations, reservation=floor)


def _losses(table: Table, stakes: Stakes) -> list[Problem]:
    case = table.frame.case
    lost = [("Values are written at their likely numbers, theirs at the mean of the belief.", "Nothing to do.")]
    if table.space.rules:
        what = "The rules are not written: the other program will also consider packages that they forbid."
        lost.append((what, "Check what it proposes with 'upperhand offers --score'."))
    if stakes.known is None:
        lost.append(("A no-deal value is not known and is left out.", "Give mine.otherwise and theirs.otherwise."))
    if not case.issues:
        lost.append(("The case has no issues.", "Add one under 'issues'."))
    return [Problem(FILE, None, what, fix, "warning") for what, fix in lost]
