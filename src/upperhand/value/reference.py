"""Which terms is no deal compared with? The user's, or else an equal split of the gross gains, labelled so.

theory.md 2.3, reference terms; design point 6. Never the middle of the zone nor the Nash point: there both costs of
no deal are equal and leverage is 0 by construction.
"""

from __future__ import annotations

from itertools import islice, product

import numpy as np
from numpy.typing import NDArray

from upperhand.model.case import Case, Issue
from upperhand.model.package import Package
from upperhand.model.reading import ReferenceTerms
from upperhand.value.frame import POINTS, is_money, make_frame, price_issue
from upperhand.value.service import degree
from upperhand.value.worth import likely, my_value, option_value, their_value

Floats = NDArray[np.float64]

GRID = 101
"""A range issue is looked at in at most so many steps."""

LISTED = 20_000
"""So many packages are compared at most when points are split."""


def settings(issue: Issue) -> list[str | float]:
    """The options of an issue, a range as its steps (at most 101 of them)."""
    if not issue.is_range:
        return list(issue.options)
    low, high = issue.low or 0.0, issue.high if issue.high is not None else (issue.low or 0.0)
    if high <= low:
        return [low]
    step = issue.step or (high - low) / (GRID - 1)
    count = min(round((high - low) / step) + 1, GRID)
    return [float(x) for x in np.linspace(low, high, max(count, 2))]


def resolve(case: Case, prior: Floats) -> tuple[Package, ReferenceTerms]:
    """The reference package, complete, and how it came about. ``prior`` is the prior mean weight, shape (K,)."""
    given = case.reference.package if case.reference else Package()
    given = given.including(*(f.name for f in case.features if f.included))
    basis = case.reference.basis if case.reference else "gross_split"
    price = price_issue(case)
    open_issues = [i for i in case.issues if i.name not in given.terms and not (price and i.name == price.name)]
    if case.unit == POINTS and case.reference is None:
        package = _equal_points(case, given, prior)
        note = "no reference was given: the package that leaves both sides the most equal share of their own range"
        return package, _labelled("gross_split", package, note)
    package = given.replacing({i.name: _best_together(case, i, prior) for i in open_issues})
    notes = [f"{i.name} was left open: taken as the option worth most to both together" for i in open_issues]
    if price is not None and price.name not in package.terms:
        package, note = _equal_gains(case, package, prior, price)
        notes.append(note)
        basis = "gross_split" if case.reference is None else basis
    return package, _labelled(basis, package, "; ".join(notes) or None)


def _labelled(basis: str, package: Package, note: str | None) -> ReferenceTerms:
    return ReferenceTerms(basis, dict(package.terms), tuple(sorted(package.features)), note)


def _best_together(case: Case, issue: Issue, prior: Floats) -> str | float:
    """The option with the largest joint value. What wants are worth is shared out by prior weight and service."""
    worth = case.theirs.worth.likely if case.theirs.worth is not None and case.unit != POINTS else 1.0

    def joint(option: str | float) -> float:
        served = sum(p * degree(issue, w.name, option) for p, w in zip(prior, case.wants, strict=True))
        mine = option_value(issue, case.mine.issues.get(issue.name, {}), option, likely)
        theirs = option_value(issue, case.theirs.issues.get(issue.name, {}), option, likely)
        return float(mine + theirs + worth * served)

    return max(settings(issue), key=joint)


def _equal_gains(case: Case, package: Package, prior: Floats, price: Issue) -> tuple[Package, str]:
    middle = ((price.low or 0.0) + (price.high or 0.0)) / 2 if price.is_range else 0.0
    trial = package.replacing({price.name: middle})
    if not is_money(case):
        return trial, "no reference price was given: the middle of its range stands in"
    frame = make_frame(case, prior, trial)
    mine = float(my_value(frame, trial, likely, with_future=False))
    theirs = float(their_value(frame, trial, prior, likely, with_future=False))
    half = (theirs - mine) / 2
    fair = middle + (half if frame.paid == "me" else -half)
    return (
        trial.replacing({price.name: fair}),
        "no reference price was given: the one that splits the gross gains equally, whatever the alternatives",
    )


def _equal_points(case: Case, given: Package, prior: Floats) -> Package:
    """Points: among the packages, the most equal shares of each side's own range, then the largest sum."""
    choices = [settings(i) for i in case.issues]
    frame = make_frame(case, prior, given)
    packages = [
        given.replacing(dict(zip((i.name for i in case.issues), combination, strict=True)))
        for combination in islice(product(*choices), LISTED)
    ]
    mine = np.array([my_value(frame, p, likely, with_future=False) for p in packages], dtype=float)
    theirs = np.array([their_value(frame, p, prior, likely, with_future=False) for p in packages], dtype=float)
    shares = [(v - v.min()) / max(float(np.ptp(v)), 1e-12) for v in (mine, theirs)]
    best = np.minimum(*shares) + 1e-6 * (shares[0] + shares[1])
    return packages[int(best.argmax())]
