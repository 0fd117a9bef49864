"""Which terms is no deal compared with? The user's, or else an equal split of the gross gains, labelled so.

theory.md 2.3, reference terms; design point 6. Never the middle of the zone nor the Nash point: there both costs of
no deal are equal and leverage is 0 by construction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice, product
from math import prod

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
"""A range without a step is looked at in so many places."""

MOST_STEPS = 1_000
"""Of a range with more steps than this only every second, third, ... is looked at."""

LISTED = 20_000
"""So many packages are compared at most when points are split."""


def settings(issue: Issue) -> list[str | float]:
    """The options of an issue, a range as its steps."""
    if not issue.is_range:
        return list(issue.options)
    low, high = issue.low or 0.0, issue.high if issue.high is not None else (issue.low or 0.0)
    if high <= low:
        return [low]
    if issue.step is None or issue.step <= 0:
        return [float(x) for x in np.linspace(low, high, GRID)]
    steps = int((high - low) / issue.step + 1e-9)
    thin = steps // MOST_STEPS + 1
    return [float(low + issue.step * k) for k in range(0, steps + 1, thin)]


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
    notes = [_filled(case, i, package.terms[i.name]) for i in open_issues]
    if price is not None and price.name not in package.terms:
        package, note = _equal_gains(case, package, prior, price)
        notes.append(note)
        basis = "gross_split"
    return package, _labelled(basis, package, "; ".join(notes) or None)


def _labelled(basis: str, package: Package, note: str | None) -> ReferenceTerms:
    return ReferenceTerms(basis, dict(package.terms), tuple(sorted(package.features)), note)


def _filled(case: Case, issue: Issue, option: str | float) -> str:
    said = issue.name in case.mine.issues or issue.name in case.theirs.issues or issue.serves or issue.serves_by_range
    if said:
        return f"{issue.name} was left open: {option} stands in, the option worth most to both together"
    return f"{issue.name} was left open and nothing says what it is worth: {option} stands in, the first of its options"


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
    """Points: the package with the most equal shares of each side's own range, then the largest sum.

    All packages are compared up to 20,000 of them; beyond, the best for both together is improved one issue at a time.
    """
    names, choices = [i.name for i in case.issues], [settings(i) for i in case.issues]
    frame = make_frame(case, prior, given)

    def values(picks: Iterable[tuple[str | float, ...]]) -> Floats:
        packages = (given.replacing(dict(zip(names, pick, strict=True))) for pick in picks)
        return np.array(
            [
                (
                    my_value(frame, p, likely, with_future=False),
                    their_value(frame, p, prior, likely, with_future=False),
                )
                for p in packages
            ],
            dtype=float,
        )

    if prod(len(c) for c in choices) <= LISTED:
        found = values(product(*choices))
        best = int(_equality(found, found.min(axis=0), np.ptp(found, axis=0)).argmax())
        pick = next(islice(product(*choices), best, None))
    else:
        pick = _stepwise(choices, values)
    return given.replacing(dict(zip(names, pick, strict=True)))


def _equality(values: Floats, lowest: Floats, span: Floats) -> Floats:
    """The smaller of both sides' shares of their range, and a little of the sum to break ties; shape (n,)."""
    shares = (values - lowest) / np.maximum(span, 1e-12)
    return np.asarray(shares.min(axis=1) + 1e-6 * shares.sum(axis=1))


def _stepwise(
    choices: list[list[str | float]], values: Callable[[Iterable[tuple[str | float, ...]]], Floats]
) -> tuple[str | float, ...]:
    """Change one issue at a time for as long as shares become more equal. Points add up by issue."""
    start = tuple(c[0] for c in choices)
    base = values([start])[0]
    tables = [values([(*start[:j], o, *start[j + 1 :]) for o in c]) - base for j, c in enumerate(choices)]
    lowest = base + sum(t.min(axis=0) for t in tables)
    span = np.asarray(sum(np.ptp(t, axis=0) for t in tables))
    picks = [int((t / np.maximum(span, 1e-12)).sum(axis=1).argmax()) for t in tables]
    at = base + sum(t[p] for t, p in zip(tables, picks, strict=True))
    score = float(_equality(at[None, :], lowest, span)[0])
    while True:
        tries = [_equality(at - t[p] + t, lowest, span) for t, p in zip(tables, picks, strict=True)]
        j = int(np.argmax([x.max() for x in tries]))
        if tries[j].max() <= score + 1e-12:
            return tuple(c[p] for c, p in zip(choices, picks, strict=True))
        option = int(tries[j].argmax())
        at = at - tables[j][picks[j]] + tables[j][option]
        picks[j], score = option, float(tries[j][option])
