"""What should be put on the table?"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from upperhand.errors import CallError, InputError, Problem
from upperhand.model.bids import Bids
from upperhand.model.case import Case
from upperhand.model.offers import OffersReport
from upperhand.model.package import Package
from upperhand.model.reports import OpenCase
from upperhand.session.opening import CasePath, as_opened, believed

READ = "what options are worth to them is read from their offers, on the scale of your own points"

if TYPE_CHECKING:
    from upperhand.leverage.ground import Standpoint
    from upperhand.offers.report import Ground, OnTable


def offers(opened: OpenCase | CasePath, *, menu: int = 0, score: str | Package | None = None) -> OffersReport:
    """Packages worth putting on the table, from the frontier of a case that is never listed.

    ``menu`` asks for so many packages worth the same to me, chosen for what a choice among them reveals; ``score`` is
    an offer of theirs to hold against the rest, as terms in words ("price=1800, start=tomorrow") or as a package; what
    it leaves open stands as at the reference. Raises CallError for terms that the case does not know.
    """
    from upperhand.beliefs.offered import valued_by_offers
    from upperhand.leverage.ground import standpoint
    from upperhand.offers.menu_of_case import Wish, case_menu
    from upperhand.offers.report import nothing_to_offer, report, solve_case

    if menu == 1 or menu < 0:
        raise CallError(f"A menu of {menu} is none.", "Ask for two packages or more.")
    opened = as_opened(opened)
    case = opened.case
    asked = terms_of(score, case) if isinstance(score, str) else score and known_package(score, case)
    views, more = believed(case)
    case, read, drawn = valued_by_offers(case)
    found = standpoint(case, views.all, case.title, drawn)
    problems = (*opened.problems, *more)
    if isinstance(found, str):
        return nothing_to_offer(case, found, problems)
    ground = solve_case(found.table, found.stakes)
    beyond = _out_of_reach(ground)
    if beyond:
        raise InputError([*problems, *beyond])
    told = report(ground, None if asked is None else _on_table(case, found, asked), problems)
    if read:
        told = replace(told, notes=(*told.notes, f"{READ} ({read})"))
    if not menu or not told.frontier:
        return told
    shown = case_menu(ground.valuer, Wish(menu))
    if isinstance(shown, str):
        return replace(told, notes=(*told.notes, shown))
    few = f"{len(shown.items)} packages and not {menu} are worth the same to you and each best for some wants"
    notes = (*told.notes, few) if len(shown.items) < menu else told.notes
    return replace(told, menu=shown.items, menu_tells=shown, notes=notes)


def _out_of_reach(ground: Ground) -> list[Problem]:
    """No package at all, or a floor that none reaches: mine, and theirs where their values are known, not believed."""
    from upperhand.offers.points import SAME
    from upperhand.offers.sentences import amount

    front, stakes = ground.front, ground.valuer.stakes
    if not len(front.mine):
        return [Problem("case.yaml", None, "The rules leave no package.", "Loosen one of them.")]
    sides = [("mine", "you", stakes.no_deal[0], front.mine[-1])]
    if ground.certain:
        sides.append(("theirs", "them", stakes.no_deal[1], front.theirs[0]))
    unit = ground.valuer.table.frame.case.unit
    found = []
    for key, whom, floor, best in sides:
        if floor is not None and best < floor - SAME * max(abs(floor), abs(best)):
            what = f"No deal is worth {amount(floor)} {unit} to {whom}, more than any package: at most {amount(best)}."
            fix = f"Check {key}.otherwise and {key}.alternatives, add options, or do not deal."
            found.append(Problem("case.yaml", None, what, fix))
    return found


def terms_of(text: str, case: Case) -> Package:
    """The package that a line of terms says, with the features that are part of the terms unless it leaves them out;
    CallError with every term that the case does not know."""
    from upperhand.casefile.terms import read_terms

    named, problems = read_terms(text, case)
    wrong = [problem for problem in problems if problem.severity == "error"]
    if wrong:
        raise CallError(" ".join(p.what for p in wrong), " ".join(dict.fromkeys(p.fix for p in wrong)))
    part = frozenset(feature.name for feature in case.features if feature.included)
    part |= case.reference.package.features if case.reference else frozenset()
    return Package(named.package.terms, named.package.features | (part - named.without))


def known_package(package: Package, case: Case) -> Package:
    """The package, if the case knows all that is in it; CallError otherwise."""
    issues = {issue.name: issue for issue in case.issues}
    for name, term in package.terms.items():
        issue = issues.get(name)
        if issue is None:
            raise CallError(f"The case has no issue '{name}'.", f"It has {', '.join(issues)}.")
        number = not isinstance(term, str) and math.isfinite(term)
        if issue.is_range and not number:
            raise CallError(f"'{name}' is settled by a number, not by '{term}'.", "Give a number.")
        if not issue.is_range and term not in issue.options:
            raise CallError(f"'{name}' has no option '{term}'.", f"It has {', '.join(issue.options)}.")
    unknown = sorted(package.features - {feature.name for feature in case.features})
    if unknown:
        raise CallError(f"The case has no feature '{unknown[0]}'.", "Name features of the case.")
    return package


def _on_table(case: Case, found: Standpoint, asked: Package) -> OnTable:
    """The offer complete: terms it leaves open stand as at the reference."""
    from upperhand.offers.report import OnTable

    open_terms = tuple(issue.name for issue in case.issues if issue.name not in asked.terms)
    base = {name: found.reference.terms[name] for name in open_terms if name in found.reference.terms}
    return OnTable(Package({**base, **asked.terms}, asked.features), open_terms)


def wants_from_offers(
    issues: Mapping[str, Sequence[str | float]],
    offers: Sequence[Mapping[str, str | float]],
    times: Sequence[float] | None = None,
    deadline: float | None = None,
) -> Bids:
    """What a counterpart values, from the packages they put forward alone: ``.worth(package)`` in [0, 1], ``.weights``.

    ``issues`` maps each issue to its options, in the order the domain lists them; ``offers`` are theirs, in order;
    ``times`` when each was made, from 0 to ``deadline`` (both optional). Raises CallError for what does not fit.
    """
    from upperhand.beliefs.bids import wants_from_offers as infer

    return infer(issues, offers, times, deadline)
