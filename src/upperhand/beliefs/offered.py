"""What are options worth to a side that only its offers speak for?

A case in points that says nothing of their points, but holds offers of theirs, is valued by what those offers tell
(`bids`): each option at the mean of the belief, with its range.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs.bids import wants_from_offers
from upperhand.model.case import Case, Issue
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Offer
from upperhand.value.frame import POINTS
from upperhand.value.reference import settings

MOST_OPTIONS = 40
"""Of a range with more steps so many, evenly spaced, are asked about; between them worth runs straight."""

ENDS = (0.02, 0.98)


Drawn = dict[Estimate, NDArray[np.float64]]


def valued_by_offers(case: Case) -> tuple[Case, int, Drawn]:
    """The case with points of theirs filled in from their offers, how many were read, and the draws behind every number
    filled in; row r of all of them belongs together.

    0 offers where it stays as it is: it says what options are worth to them, is no case in points, or holds no offer of
    theirs that settles every issue.
    """
    dated = sorted(
        (e for e in case.evidence if isinstance(e.claim, Offer)), key=lambda e: (e.when is None, e.when or date.min)
    )
    offers = [e.claim.package.terms for e in dated if isinstance(e.claim, Offer)]
    if case.unit != POINTS or case.theirs.issues or not offers:
        return case, 0, {}
    options = {issue.name: _options(issue) for issue in case.issues}
    whole = [dict(offer) for offer in offers if all(issue.name in offer for issue in case.issues)]
    if not whole:
        return case, 0, {}
    found = wants_from_offers(options, [{n: _nearest(options[n], o[n]) for n in options} for o in whole])
    scale = _span(case)
    worths: dict[str, dict[str, Estimate]] = {}
    drawn: Drawn = {}
    for issue in case.issues:
        rows = np.asarray(found.draws[issue.name]) * scale
        worths[issue.name] = {}
        for k, option in enumerate(options[issue.name]):
            column = rows[:, k]
            low, high = (float(end) for end in np.quantile(column, ENDS))
            mean = float(np.clip(column.mean(), low, high))
            worth = Estimate(mean, low, high, f"theirs.issues.{issue.name}.{option}")
            worths[issue.name][str(option)] = worth
            drawn[worth] = column
    return replace(case, theirs=replace(case.theirs, issues=worths)), len(whole), drawn


def _span(case: Case) -> float:
    """What my own points range over: theirs are put on the same scale, since offers tell shares and no unit."""
    spans = [[worth.likely for worth in worths.values()] for worths in case.mine.issues.values()]
    return sum(max(worths) - min(worths) for worths in spans if worths) or 1.0


def _options(issue: Issue) -> list[str | float]:
    steps = settings(issue)
    if not issue.is_range or len(steps) <= MOST_OPTIONS:
        return steps
    rows = np.unique(np.linspace(0, len(steps) - 1, MOST_OPTIONS).round().astype(int))
    return [steps[int(i)] for i in rows]


def _nearest(options: list[str | float], asked: str | float) -> str | float:
    if isinstance(asked, str):
        return asked
    return min((o for o in options if not isinstance(o, str)), key=lambda o: abs(o - asked))
