"""What else could they have asked for at about the same cost, and what does one part of a package change?

An offer tells what they want only beside the packages they passed over. Comparing at near-equal cost keeps greed from
being mistaken for weight (theory.md 5.3d): a low price asked says that they want much, not which want comes first.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from upperhand.beliefs import constants
from upperhand.model.case import Case, Issue
from upperhand.model.evidence import Feedback, Offer
from upperhand.model.package import Package
from upperhand.value.frame import POINTS, payee
from upperhand.value.service import degree, service
from upperhand.value.worth import likely, option_value

Floats = NDArray[np.float64]
Level = str | float


@dataclass(frozen=True)
class Comparison:
    """The packages an offer is compared with, those that serve the wants alike merged.

    ``served`` (m, K) are their services, ``ways`` (m,) how many packages each row stands for, ``chosen`` the row of
    the offer itself.
    """

    served: Floats
    ways: Floats
    chosen: int


@dataclass(frozen=True)
class _Space:
    """All packages on the issues an offer names: per issue its levels, their services (L, K) and cost to them (L,)."""

    served: tuple[Floats, ...]
    cost: tuple[Floats, ...]
    here: NDArray[np.intp]
    fixed: Floats
    cost_known: bool

    def services(self, picks: NDArray[np.intp]) -> Floats:
        """v of the packages that take level picks[:, i] of issue i, shape (m, K)."""
        left = np.ones((len(picks), len(self.fixed))) * (1.0 - self.fixed)
        for i, table in enumerate(self.served):
            left *= 1.0 - table[picks[:, i]]
        return np.asarray(1.0 - left)

    def costs(self, picks: NDArray[np.intp]) -> Floats:
        """What those packages cost them, shape (m,)."""
        return np.asarray(sum((c[picks[:, i]] for i, c in enumerate(self.cost)), np.zeros(len(picks))))


def compare(case: Case, offer: Offer, chance: Generator) -> Comparison | str:
    """The packages of near-equal cost that ``offer`` is compared with, or a sentence why there is nothing to learn.

    Near-equal is within a tenth of the range of cost. Cost to them is the price they pay (less the price they get) and
    their option values forgone; where the case gives neither, the total service asked for takes its place. Of more
    than 512 such packages a random 512 with the offer among them stand for all, which leaves the likelihood of a
    softmax consistent (McFadden 1978).
    """
    named = [issue for issue in case.issues if issue.name in offer.package.terms]
    if not named:
        return "it names no issue of the case"
    if all(issue.is_price for issue in named):
        return "a price alone says how much they want, not which want comes first"
    space = _space(case, named, offer)
    picks = _listed(space, chance)
    near = _near(space, picks, offer.cost_to_them)
    picks = np.vstack([space.here, _some(near, chance)])
    served = np.round(space.services(picks), 12)
    rows, which, ways = np.unique(served, axis=0, return_inverse=True, return_counts=True)
    if len(rows) < 2:
        return "every package of about that cost serves their wants alike"
    return Comparison(rows, ways.astype(float), int(which.reshape(-1)[0]))


def gains(case: Case, claim: Feedback) -> list[Floats] | str:
    """What each part named does to the services of the package, against what may have stood in its place.

    One array (m, K) for each part, its sign turned where the part is worse; m = 1 where the package it was compared
    with has another choice there, else all other choices are meant: "not on date" of a date that did not move says that
    another would be better. Parts that change no service are left out. Or a sentence why there is nothing to learn.
    """
    here = service(case, claim.package)
    found: list[Floats] = []
    for names, sign in ((claim.better_on, 1.0), (claim.worse_on, -1.0)):
        for name in names:
            others = _others(case, claim, name)
            gained = sign * (here - np.array([service(case, other) for other in others]).reshape(-1, len(here)))
            if np.abs(gained).max(initial=0.0) > 0:
                found.append(gained)
    return found or "what is called better or worse changes nothing that serves their wants"


def _others(case: Case, claim: Feedback, name: str) -> list[Package]:
    """The package with another choice in place of one part."""
    package, than = claim.package, claim.than
    issue = next((issue for issue in case.issues if issue.name == name), None)
    if issue is None:
        return [replace(package, features=package.features ^ {name})]
    asked = _level(issue, package.terms[name])
    if than is not None and name in than.terms and _level(issue, than.terms[name]) != asked:
        return [package.replacing({name: than.terms[name]})]
    return [package.replacing({name: level}) for level in _levels(issue, asked) if level != asked]


def _space(case: Case, named: list[Issue], offer: Offer) -> _Space:
    terms = offer.package.terms
    levels = [_levels(issue, terms[issue.name]) for issue in named]
    served = tuple(
        np.array([[degree(issue, want.name, level) for want in case.wants] for level in its])
        for issue, its in zip(named, levels, strict=True)
    )
    pays = {"me": 1.0, "them": -1.0}.get(payee(case) or "", 0.0)
    cost = tuple(
        np.array([_cost(case, issue, level, pays) for level in its]) for issue, its in zip(named, levels, strict=True)
    )
    here = np.array([its.index(_level(issue, terms[issue.name])) for issue, its in zip(named, levels, strict=True)])
    fixed = service(case, replace(offer.package, terms={}))
    return _Space(served, cost, here, fixed, any(float(np.ptp(c)) > 0 for c in cost))


def _level(issue: Issue, asked: Level) -> Level:
    return float(asked) if issue.is_range else str(asked)


def _levels(issue: Issue, asked: Level) -> list[Level]:
    """The options of an issue, or the steps of its range with the number asked among them."""
    if not issue.is_range:
        return list(issue.options)
    steps = [float(asked)]
    if issue.low is not None and issue.high is not None and issue.high > issue.low:
        width = issue.high - issue.low
        count = math.floor(width / issue.step + 1e-9) + 1 if issue.step is not None and issue.step > 0 else math.inf
        if count <= constants.LEVELS:
            steps += [issue.low + (issue.step or 0.0) * i for i in range(int(count))]
        else:
            steps += [float(x) for x in np.linspace(issue.low, issue.high, constants.LEVELS)]
    return sorted(set(steps))


def _cost(case: Case, issue: Issue, level: Level, pays: float) -> float:
    price = pays * float(level) if issue.is_price and case.unit != POINTS else 0.0
    return price - float(option_value(issue, case.theirs.issues.get(issue.name, {}), level, likely))


def _listed(space: _Space, chance: Generator) -> NDArray[np.intp]:
    """Every package of the space except the offer, or a large random part of it; shape (m, issues)."""
    shape = [len(table) for table in space.served]
    if math.prod(shape) <= constants.LISTED:
        picks = np.stack(np.unravel_index(np.arange(math.prod(shape)), shape), axis=1)
    else:
        picks = np.unique(chance.integers(0, shape, size=(constants.LISTED, len(shape))), axis=0)
    return np.asarray(picks[(picks != space.here).any(axis=1)])


def _near(space: _Space, picks: NDArray[np.intp], told: float | None) -> NDArray[np.intp]:
    """Those of the packages whose cost to them, or else total demand, is close to that of the offer."""
    here = space.here[np.newaxis, :]
    if space.cost_known:
        amounts = space.costs(picks)
        asked = float(space.costs(here)[0]) if told is None else told
        spread = sum(float(np.ptp(c)) for c in space.cost)
    else:
        amounts = space.services(picks).sum(axis=1)
        asked = float(space.services(here).sum())
        spread = float(np.ptp(np.append(amounts, asked)))
    return picks[np.abs(amounts - asked) <= constants.NEAR_COST * spread + 1e-9]


def _some(picks: NDArray[np.intp], chance: Generator) -> NDArray[np.intp]:
    most = constants.COMPARED - 1
    return picks if len(picks) <= most else picks[np.sort(chance.choice(len(picks), most, replace=False))]
