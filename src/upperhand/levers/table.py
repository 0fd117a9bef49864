"""What every lever is given: the case, the belief, the reading, and the means to try a change."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.effect import effect
from upperhand.leverage.evaluate import Evaluator, Standing, Version
from upperhand.leverage.nodeal import net_worth
from upperhand.model.belief import Belief
from upperhand.model.case import Alternative, Case, Feature, Future
from upperhand.model.move import Effect
from upperhand.model.package import Package
from upperhand.model.reading import Leverage
from upperhand.value.frame import counted_wants, is_money, normalised, worth_service
from upperhand.value.reference import resolve
from upperhand.value.service import service_of_alternative
from upperhand.value.worth import likely

Floats = NDArray[np.float64]

NO_EFFECT = Effect()
"""For what the case gives no number for."""


@dataclass(frozen=True)
class Table:
    """The case on the table. ``evaluator`` is ``None`` where the case has unknowns: moves then come without numbers."""

    case: Case
    belief: Belief
    reading: Leverage
    evaluator: Evaluator | None

    @property
    def standing(self) -> Standing | None:
        """The case as it is, evaluated."""
        return self.evaluator.as_it_is if self.evaluator is not None else None

    @property
    def reference(self) -> Package:
        """The package at which no deal is compared."""
        if self.evaluator is not None:
            return self.evaluator.frame.reference
        return resolve(self.case, np.array(self.belief.prior_mean, dtype=float))[0]

    def try_out(self, version: Version | None, instead_of: Version | None = None) -> Effect:
        """What a version of the case changes, against the case as it is or against ``instead_of``; no numbers where
        the case has unknowns."""
        if version is None or self.evaluator is None or self.standing is None:
            return NO_EFFECT
        before = self.standing if instead_of is None else self.evaluator.standing(instead_of)
        return effect(self.evaluator, before, version)

    def with_package(self, package: Package) -> Version | None:
        """The case with another package in place of the reference."""
        return self.evaluator.version(package=package) if self.evaluator else None

    def counting(self, future: Future) -> Version | None:
        """The case with an allusion to future business counted."""
        counted = tuple(replace(f, counted=True) if f is future else f for f in self.case.future)
        return self.with_case(replace(self.case, future=counted))

    def swap_cost(self, issue: str, option: str) -> float:
        """What an option costs me against the reference, at likely values; less than 0 where it gains me something."""
        values = self.case.mine.issues.get(issue, {})
        now = str(self.reference.terms.get(issue))
        return sum(sign * values[o].likely for sign, o in ((1, now), (-1, option)) if o in values)

    def with_case(self, case: Case) -> Version | None:
        """The case with other inputs."""
        return self.evaluator.version(case=case) if self.evaluator else None


@dataclass(frozen=True)
class Edges:
    """How much better than their best alternative I serve each want, shape (K,): ``edge`` = v(x°) - v(alternative).

    ``mine`` counts ``package``: what comes with the reference terms and the features that cost nothing, as their worth
    counts it. ``weights`` are the mean weights over the wants that count beside the money; ``average`` is the weighted
    mean edge, and ``bracket`` what rule 12b of theory.md 2.5 compares: edge - average.
    """

    mine: Floats
    theirs: Floats
    weights: Floats
    alternative: str | None
    package: Package
    counted: NDArray[np.bool_]

    @property
    def edge(self) -> Floats:
        """v(x°) - v(alternative), in [-1, 1]."""
        return self.mine - self.theirs

    @property
    def average(self) -> float:
        """The weighted mean edge."""
        return float(self.weights @ self.edge)

    @property
    def bracket(self) -> Floats:
        """Edge less the average edge: where it is above 0, light on the want works for me."""
        return self.edge - self.average


def brought(case: Case) -> tuple[Feature, ...]:
    """Features that are part of what I bring anyway: included, or costing nothing and not for show."""
    return tuple(f for f in case.features if f.included or (not f.showcase and f.cost.high <= 0))


def best_alternative(case: Case) -> Alternative | None:
    """Their best alternative (the BATNA): chance times what it nets them above the status quo, at likely values.

    ``None`` if they have none with a known worth.
    """
    known = [a for a in case.theirs.alternatives if a.worth is not None]
    quo = case.theirs.otherwise.likely if case.theirs.otherwise is not None else 0.0

    def gain(alternative: Alternative) -> float:
        return alternative.chance.likely * (float(net_worth(alternative, case.theirs, likely)) - quo)

    return max(known, key=gain, default=None)


def edges(table: Table) -> Edges | None:
    """The edges on every want; ``None`` where the case does not say what their best alternative serves.

    Without an alternative their no deal serves nothing.
    """
    case = table.case
    best = best_alternative(case)
    if not case.wants or (case.theirs.alternatives and (best is None or not best.serves)):
        return None
    package = table.reference.including(*(f.name for f in brought(case)))
    mine = worth_service(case, package, money=is_money(case))
    theirs = service_of_alternative(case, best) if best is not None else np.zeros(len(case.wants))
    counted = counted_wants(case, money=is_money(case))
    weights = normalised(np.array(table.belief.mean, dtype=float), counted)
    return Edges(mine, theirs, weights, best.name if best else None, package, counted)
