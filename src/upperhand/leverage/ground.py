"""What do packages stand on in this case: their values, both no-deal values, and the draws of what is uncertain?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs.likelihood import answered
from upperhand.beliefs.tempering import confidence, observed, undivided
from upperhand.beliefs.weigh import unknown_term
from upperhand.leverage.evaluate import Evaluator
from upperhand.leverage.nodeal import no_deal
from upperhand.leverage.unknown import unknowns
from upperhand.model.belief import Belief
from upperhand.model.case import Case, Position
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Offer, Response
from upperhand.model.package import Package
from upperhand.offers.stakes import Stakes, first_draws
from upperhand.offers.table import TOGETHER, Table, case_table, optional_features
from upperhand.value.worth import Number, Read, likely, their_value

Floats = NDArray[np.float64]

DRAWS = 2_000
"""Draws behind a chance of acceptance: its standard error is then .011 at most, and hundreds of packages take a
moment."""


@dataclass(frozen=True)
class Standpoint:
    """What offers are worked out from. ``reference`` are complete terms, for what an offer leaves open."""

    table: Table
    stakes: Stakes
    reference: Package


def standpoint(
    case: Case,
    belief: Belief,
    seed: str,
    drawn: Mapping[Estimate, Floats] | None = None,
    evaluator: Evaluator | None = None,
) -> Standpoint | str:
    """The table and stakes of a case, or the reason why its packages cannot be valued.

    A side whose no-deal value is not given leaves that value unknown; the packages are valued all the same. ``drawn``
    holds draws of estimates that belong together; ``evaluator`` is that of this very case, where there is one
    already.
    """
    told = replace(case, mine=_told(case.mine), theirs=_told(case.theirs))
    missing = unknowns(told)
    if missing:
        return "unknown, because " + "; ".join(missing)
    evaluator = evaluator or Evaluator(told, belief, seed)
    evaluator.know(drawn or {})
    frame, reference = evaluator.frame, evaluator.frame.reference
    table = case_table(frame, reference, evaluator.mean, optional_features(case, reference))
    if table is None:
        return (
            f"unknown, because issues and features that serve the same wants have more than {TOGETHER:,} choices "
            "between them; let each want be served by fewer of them, or give fewer options"
        )
    known = _is_known(case.mine), _is_known(case.theirs)
    read = first_draws(evaluator.draw, DRAWS)
    # Without their no-deal value an answer cannot be weighed.
    read = _answered(evaluator, read) if known[1] else read
    mine, theirs = (float(no_deal(told, side, likely)) for side in ("me", "them"))
    stakes = Stakes(
        no_deal=(mine if known[0] else None, theirs if known[1] else None),
        their_no_deal=np.asarray(no_deal(told, "them", read), dtype=float) if known[1] else None,
        scale=evaluator.ranges[1],
        weights=evaluator.weights[:DRAWS],
        mean=evaluator.mean,
        read=read,
    )
    return Standpoint(table, stakes, reference)


def _answered(evaluator: Evaluator, read: Read) -> Read:
    """The draws as their answers leave them: what they refused, took or put forward says how much it is worth to them.

    Their wants have learnt from the same answers at likely numbers; here the numbers learn at the mean of the wants.
    Draws are weighed by the likelihood of every answer (`beliefs.likelihood.answered`), tempered as all evidence is,
    and drawn anew.
    """
    frame, case = evaluator.frame, evaluator.case
    outside = np.asarray(no_deal(case, "them", read))
    told = np.zeros(DRAWS)
    for evidence in case.evidence:
        claim = observed(evidence.claim)
        if not isinstance(claim, Response | Offer) or unknown_term(case, claim.package) is not None:
            continue
        package = Package({**frame.reference.terms, **claim.package.terms}, claim.package.features)
        surplus = np.broadcast_to(their_value(frame, package, evaluator.mean, read) - outside, DRAWS)
        taken = isinstance(claim, Offer) or claim.accepted
        weight = undivided(evidence, case.as_of)
        told = told + weight * answered(surplus / evaluator.ranges[1], taken, confidence(evidence))
    if not told.any():
        return read
    chances = np.exp(told - told.max())
    starts = (np.arange(DRAWS) + 0.5) / DRAWS
    rows = np.minimum(np.searchsorted(np.cumsum(chances) / chances.sum(), starts), DRAWS - 1)

    def learnt(estimate: Estimate) -> Number:
        drawn = read(estimate)
        return drawn[rows] if isinstance(drawn, np.ndarray) else drawn

    return learnt


def _told(position: Position) -> Position:
    """The position with what is not said left out, so that the rest can be worked with."""
    given = tuple(a for a in position.alternatives if a.worth is not None)
    return replace(position, otherwise=position.otherwise or Estimate.point(0.0), alternatives=given)


def _is_known(position: Position) -> bool:
    return position.otherwise is not None and all(a.worth is not None for a in position.alternatives)
