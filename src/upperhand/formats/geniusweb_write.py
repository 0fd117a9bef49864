"""How is a scenario written as GeniusWeb JSON?

GeniusWeb wants utilities from 0 to 1, weights that sum to exactly 1, and a reservation bid instead of a reservation
value. What its files have no place for goes into `no-deal.csv` beside them, which GeniusWeb does not read.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import numpy as np

from upperhand.formats.jsonout import json_bytes
from upperhand.formats.listing import is_unit, line_of, lines_of, listed
from upperhand.formats.naming import stem_of, stems_of
from upperhand.formats.nodeal import no_deal_text
from upperhand.formats.points import within_one
from upperhand.formats.recognise import NO_DEAL_FILE
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

PROGRAM = "GeniusWeb"
MOST_PACKAGES = 200_000
_SAME = 1e-12


def geniusweb_files(scenario: Scenario) -> dict[str, bytes]:
    """The files of a scenario by name: the domain, a profile for each party, and `no-deal.csv` where it is needed."""
    scaled = [within_one(profile, PROGRAM) for profile in scenario.profiles]
    spans = set[str]()
    for issue in scenario.issues:
        lines = lines_of(issue, [profile for profile, _ in scaled])
        if lines is not None and is_unit(lines) and issue.step is not None:
            spans.add(issue.name)
    domain = {"name": scenario.name, "issuesValues": {i.name: _values(i, spans) for i in scenario.issues}}
    files = {f"{stem_of(scenario.name)}.json": json_bytes(domain)}
    rows: list[tuple[str, float | None, float | None, float]] = []
    stems = stems_of([profile.name for profile in scenario.profiles], ".json")
    for stem, whole, (profile, scale) in zip(stems, scenario.profiles, scaled, strict=True):
        bid = _reservation_bid(scenario, profile)
        said = profile.worth(bid) if bid is not None else None
        lost = (said is None) != (profile.reservation is None) or (
            said is not None and profile.reservation is not None and abs(said - profile.reservation) > _SAME
        )
        if lost or scale != 1 or profile.discount is not None:
            rows.append((profile.name, whole.reservation, profile.discount, scale))
        name = f"{stem}.json" if f"{stem}.json" not in files else f"{stem} profile.json"
        files[name] = json_bytes({"LinearAdditiveUtilitySpace": _space(scenario, profile, spans, domain, bid)})
    if rows:
        files[NO_DEAL_FILE] = no_deal_text(rows).encode("utf-8")
    return files


def _space(
    scenario: Scenario, profile: Profile, spans: set[str], domain: dict[str, Any], bid: dict[str, str] | None
) -> dict[str, Any]:
    space: dict[str, Any] = {
        "issueUtilities": {issue.name: _utilities(issue, profile, spans) for issue in scenario.issues},
        "issueWeights": _exactly_one(profile.weights),
        "domain": domain,
        "name": profile.name,
    }
    if bid is not None:
        numbers = {issue.name for issue in scenario.issues if issue.name in spans}
        values = {name: Decimal(option) if name in numbers else option for name, option in bid.items()}
        space["reservationBid"] = {"issuevalues": values}
    return space


def _values(issue: ScenarioIssue, spans: set[str]) -> dict[str, Any]:
    if issue.name in spans:
        return {"range": {"low": issue.low, "high": issue.high, "step": issue.step}}
    return {"values": list(listed(issue, PROGRAM))}


def _utilities(issue: ScenarioIssue, profile: Profile, spans: set[str]) -> dict[str, Any]:
    line = line_of(issue, profile) if issue.name in spans else None
    if line is None:
        table = {option: profile.evaluation(issue.name, option) for option in listed(issue, PROGRAM)}
        return {"discreteutils": {"valueUtilities": table}}
    ends = {"lowValue": line.low, "lowUtility": line.at_low, "highValue": line.high, "highUtility": line.at_high}
    return {"numberutils": ends}


def _exactly_one(weights: Any) -> dict[str, Decimal]:
    """Weights whose decimals sum to exactly 1, as GeniusWeb demands; the largest takes up what rounding left over."""
    exact = {issue: Decimal(repr(weight)) for issue, weight in weights.items()}
    largest = max(exact, key=lambda issue: exact[issue])
    exact[largest] += 1 - sum(exact.values())
    return exact


def _reservation_bid(scenario: Scenario, profile: Profile) -> dict[str, str] | None:
    """The package that is worth least among those worth no less than no deal; ``None``: there is none, or no
    no-deal value, or too many packages to look at."""
    size, reserved = scenario.size, profile.reservation
    if reserved is None or size is None or size > MOST_PACKAGES:
        return None
    options = [listed(issue, PROGRAM) for issue in scenario.issues]
    worths = np.zeros(1)
    for issue, names in zip(scenario.issues, options, strict=True):
        table = np.array([profile.evaluation(issue.name, name) for name in names]) * profile.weights[issue.name]
        worths = (worths[:, None] + table[None, :]).ravel()
    enough = np.where(worths >= reserved - _SAME, worths, np.inf)
    best = int(np.argmin(enough))
    if not np.isfinite(enough[best]):
        return None
    picks = np.unravel_index(best, [len(names) for names in options])
    return {i.name: names[int(p)] for i, names, p in zip(scenario.issues, options, picks, strict=True)}
