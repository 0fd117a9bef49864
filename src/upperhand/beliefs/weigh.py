"""Can this piece of evidence be weighed, and what does it then say of every particle?"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from upperhand.beliefs import constants, likelihood
from upperhand.beliefs.comparison import compare, gains
from upperhand.beliefs.tempering import claim_key, confidence, observed
from upperhand.model.case import Case, Issue
from upperhand.model.evidence import (
    Comparison,
    Denial,
    Dwell,
    Evidence,
    Feedback,
    Heard,
    MenuChoice,
    Offer,
    Purchase,
    Ranking,
    Rating,
    Response,
    Revisit,
    Split,
    Statement,
    wants_named,
)
from upperhand.model.package import Package
from upperhand.value.draws import stream
from upperhand.value.service import service

Floats = NDArray[np.float64]
LogLikelihood = Callable[[Floats], Floats]
Surplus = Callable[[Package, Floats], Floats | None]
"""(package, particles (n, K)) -> (V_B - d_B) / R_B, shape (n,); ``None`` where their value cannot be worked out."""


@dataclass(frozen=True)
class Setting:
    """What every piece is weighed against. ``prior_mean`` has shape (K,)."""

    case: Case
    prior_mean: Floats
    seed: str
    surplus: Surplus | None = None

    @property
    def place(self) -> dict[str, int]:
        """The column of each want."""
        return {want.name: k for k, want in enumerate(self.case.wants)}


@dataclass(frozen=True)
class Unweighed:
    """A piece that moves nothing. ``note`` says why; ``fix`` what the user could mend (``None``: nothing is wrong)."""

    note: str
    fix: str | None = None


def weigh(setting: Setting, evidence: Evidence) -> LogLikelihood | Unweighed:
    """The log-likelihood of one piece as a function of particles (n, K) -> (n,), before tempering."""
    claim, c = observed(evidence.claim), confidence(evidence)
    if c <= 0.0:
        return Unweighed("it is given no confidence")
    named = (*wants_named(claim), *(claim.size if isinstance(claim, Revisit) else ()))
    strangers = [name for name in named if name not in setting.place]
    if strangers:
        return Unweighed(f"the case knows no want {strangers[0]!r}", "Name a want of the case, or add it there.")
    match claim:
        case Heard() | Split():
            return _read(setting, claim, c)
        case Statement() | Comparison() | Denial() | Rating():
            return _words(setting, claim, c)
        case Dwell() | Revisit() | Purchase():
            return _behaviour(setting, claim, c)
        case Offer() | MenuChoice() | Ranking() | Response() | Feedback():
            return _choice(setting, claim, c)


def _words(setting: Setting, claim: Statement | Comparison | Denial | Rating, c: float) -> LogLikelihood | Unweighed:
    place = setting.place
    match claim:
        case Statement():
            if claim.polarity == "unsure":
                return Unweighed("they were unsure, which speaks neither for the want nor against it")
            return partial(likelihood.named, k=place[claim.want], c=c)
        case Denial():
            return partial(likelihood.dismissed, k=place[claim.want], c=c)
        case Comparison():
            a, b = claim.over
            if a == b:
                return Unweighed("it compares a want with itself", "Name two different wants.")
            return partial(likelihood.preferred, a=place[a], b=place[b], c=c)
        case Rating():
            if not (claim.out_of > 0 and math.isfinite(claim.score / claim.out_of)):
                return Unweighed("its scale ends at 0 or below", "Say out of how many points the score is.")
            return partial(likelihood.rated, k=place[claim.want], share=claim.score / claim.out_of, c=c)


def _read(setting: Setting, claim: Heard | Split, c: float) -> LogLikelihood | Unweighed:
    """What a talk shows by its words, or by the numbers in it."""
    place = setting.place
    if isinstance(claim, Heard):
        scores = np.zeros(len(place))
        scores[place[claim.want]] = c * claim.strength
        return partial(likelihood.ordered, scores=scores)
    names = [name for name in place if claim.stock.get(name, 0) > 0]
    stock = np.array([claim.stock[name] for name in names])
    gets = np.array([claim.gets.get(name, 0) for name in names])
    if len(names) < 2 or (gets < 0).any() or (gets > stock).any():
        return Unweighed("it shares out fewer than two wants, or more of one than there is")
    ways = likelihood.ways_to_share(stock, int(gets.sum()))
    if ways is None:
        return Unweighed("there are too many ways to share that much")
    columns = np.array([place[name] for name in names])
    return partial(likelihood.shared_out, columns=columns, gets=gets / stock, ways=ways / stock, c=c)


def _behaviour(setting: Setting, claim: Dwell | Revisit | Purchase, c: float) -> LogLikelihood | Unweighed:
    match claim:
        case Dwell():
            return _dwell(setting, claim, c)
        case Revisit():
            return _revisit(setting, claim, c)
        case Purchase():
            return _purchase(setting, claim, c)


def _dwell(setting: Setting, claim: Dwell, c: float) -> LogLikelihood | Unweighed:
    # A want not looked at has no log of its seconds; whether it was on view is not told, so it is left out.
    looked = [name for name in sorted(claim.seconds) if claim.seconds[name] > 0]
    if len(looked) < 2:
        return Unweighed("time spent on a single want says nothing beside no other")
    return partial(
        likelihood.dwelt,
        looked=np.array([setting.place[name] for name in looked]),
        log_seconds=np.log([claim.seconds[name] for name in looked]),
        complexity=np.array([float(claim.complexity.get(name, 0.0)) for name in looked]),
        c=c,
    )


def _revisit(setting: Setting, claim: Revisit, c: float) -> LogLikelihood | Unweighed:
    names = [want.name for want in setting.case.wants]
    counts = np.array([float(claim.counts.get(name, 0)) for name in names])
    size = np.array([float(claim.size.get(name, 1.0)) for name in names])
    if (counts < 0).any() or (size < 0).any():
        return Unweighed("a count or a size is below 0", "Counts and sizes start at 0.")
    if (counts[size == 0] > 0).any():
        return Unweighed("it counts visits to something of size 0", "Give what they visited a size above 0.")
    if counts.sum() == 0 or (size > 0).sum() < 2:
        return Unweighed("there are no visits to compare")
    return partial(likelihood.revisited, counts=counts, size=size, c=c)


def _purchase(setting: Setting, claim: Purchase, c: float) -> LogLikelihood | Unweighed:
    if not claim.exposure > 0 or claim.count < 0:
        return Unweighed(
            "purchases can only be weighed beside what an average buyer buys",
            "Give an exposure above 0 and a count of 0 or more.",
        )
    serves = np.array([float(claim.serves.get(want.name, 0.0)) for want in setting.case.wants])
    if np.ptp(serves) == 0:
        return Unweighed("the category serves all their wants alike")
    usual = float(serves @ setting.prior_mean)
    return partial(
        likelihood.bought, serves=serves, usual=usual, count=claim.count, exposure=float(claim.exposure), c=c
    )


def _choice(
    setting: Setting, claim: Offer | MenuChoice | Ranking | Response | Feedback, c: float
) -> LogLikelihood | Unweighed:
    for package in _packages(claim):
        if (wrong := unknown_term(setting.case, package)) is not None:
            return wrong
    match claim:
        case Offer():
            chance = stream(setting.seed, f"beliefs comparison {claim_key(claim)}")
            compared = compare(setting.case, claim, chance)
            if isinstance(compared, str):
                return Unweighed(compared)
            return partial(likelihood.chose, served=compared.served, ways=compared.ways, chosen=compared.chosen, c=c)
        case MenuChoice():
            return _menu(setting, claim, c)
        case Ranking():
            return _ranking(setting, claim, c)
        case Response():
            return _response(setting, claim, c)
        case Feedback():
            return _feedback(setting, claim, c)


def _packages(claim: Offer | MenuChoice | Ranking | Response | Feedback) -> tuple[Package, ...]:
    if isinstance(claim, MenuChoice | Ranking):
        return claim.shown
    if isinstance(claim, Feedback) and claim.than is not None:
        return claim.package, claim.than
    return (claim.package,)


def unknown_term(case: Case, package: Package) -> Unweighed | None:
    """What of a package the case does not know; ``None``: it knows all of it."""
    issues: dict[str, Issue] = {issue.name: issue for issue in case.issues}
    for name, level in package.terms.items():
        issue = issues.get(name)
        if issue is None:
            return Unweighed(f"the case knows no issue {name!r}", "Name an issue of the case, or add it there.")
        if not issue.is_range and str(level) not in issue.options:
            return Unweighed(f"{name!r} has no option {level!r}", f"It has {', '.join(issue.options)}.")
        if issue.is_range and not _is_number(level):
            return Unweighed(f"{name!r} is settled by a number, not by {level!r}", "Write a number.")
    return None


def _is_number(level: str | float) -> bool:
    try:
        return math.isfinite(float(level))
    except ValueError:
        return False


def _menu(setting: Setting, claim: MenuChoice, c: float) -> LogLikelihood | Unweighed:
    if not 0 <= claim.chosen < len(claim.shown):
        return Unweighed("the package chosen is not among those shown", "Say which of the packages shown they chose.")
    served = np.array([service(setting.case, package) for package in claim.shown])
    if len(served) < 2 or float(np.ptp(served, axis=0).max(initial=0.0)) == 0:
        return Unweighed("the packages shown serve their wants alike")
    return partial(likelihood.chose, served=served, ways=np.ones(len(served)), chosen=claim.chosen, c=c)


def _ranking(setting: Setting, claim: Ranking, c: float) -> LogLikelihood | Unweighed:
    named = [i for group in claim.order for i in group]
    if len(set(named)) < len(named) or not all(0 <= i < len(claim.shown) for i in named) or not all(claim.order):
        return Unweighed("its order names a package twice, or one that was not shown", "Name each package shown once.")
    if max(map(len, claim.order), default=0) > constants.TIED:
        return Unweighed(f"it leaves more than {constants.TIED} packages in one group")
    if not named or len(claim.order[0]) == len(claim.shown):
        return Unweighed("it puts no package before another")
    served = np.array([service(setting.case, package) for package in claim.shown])
    if float(np.ptp(served, axis=0).max(initial=0.0)) == 0:
        return Unweighed("the packages shown serve their wants alike")
    return partial(likelihood.ranked, served=served, order=claim.order, c=c)


def _feedback(setting: Setting, claim: Feedback, c: float) -> LogLikelihood | Unweighed:
    features = {feature.name for feature in setting.case.features}
    for name in (*claim.better_on, *claim.worse_on):
        if name not in claim.package.terms and name not in features:
            return Unweighed(f"the package does not say what {name!r} is", "Add it to the package, or leave it out.")
    found = gains(setting.case, claim)
    return Unweighed(found) if isinstance(found, str) else partial(likelihood.better, gains=found, c=c)


def _response(setting: Setting, claim: Response, c: float) -> LogLikelihood | Unweighed:
    surplus = setting.surplus
    nothing = Unweighed("what the package is worth to them is not known, so a yes or no cannot be weighed")
    if surplus is None:
        return nothing
    trial = surplus(claim.package, setting.prior_mean[np.newaxis, :])
    if trial is None or not np.isfinite(trial).all():
        return nothing

    def answer(w: Floats) -> Floats:
        left = surplus(claim.package, w)
        known = np.zeros(len(w)) if left is None else np.broadcast_to(np.asarray(left, dtype=float), (len(w),))
        return likelihood.answered(known, claim.accepted, c)

    return answer
