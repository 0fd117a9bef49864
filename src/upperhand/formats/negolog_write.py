"""How is a scenario written as NegoLog JSON: `profileA.json`, `profileB.json`?"""

from __future__ import annotations

from string import ascii_uppercase
from typing import Any

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name
from upperhand.formats.jsonout import json_bytes
from upperhand.formats.listing import listed
from upperhand.formats.negolog import DISCOUNT, DOMAIN, ISSUES, NAME, RESERVATION, WEIGHTS
from upperhand.model.scenario import Scenario

PROGRAM = "NegoLog"


def negolog_files(scenario: Scenario) -> dict[str, bytes]:
    """The files of a scenario by name. Raises CallError for negative values and for more than 26 parties."""
    if len(scenario.profiles) > len(ascii_uppercase):
        raise CallError(f"{PROGRAM} names its profiles by letters, and there are {len(scenario.profiles)}.", "Keep 26.")
    files = {}
    for letter, profile in zip(ascii_uppercase, scenario.profiles, strict=False):
        tables = {
            issue.name: {option: profile.evaluation(issue.name, option) for option in listed(issue, PROGRAM)}
            for issue in scenario.issues
        }
        for issue, table in tables.items():
            if min(table.values()) < 0:
                what = f"{PROGRAM} knows no negative values, and '{shown_name(issue)}' has some for '{profile.name}'."
                raise CallError(what, "Write it as negmas, csv or xlsx.")
        data: dict[str, Any] = {NAME: profile.name, DOMAIN: scenario.name}
        if profile.reservation is not None:
            data[RESERVATION] = profile.reservation
        if profile.discount is not None:
            data[DISCOUNT] = profile.discount
        files[f"profile{letter}.json"] = json_bytes({**data, WEIGHTS: dict(profile.weights), ISSUES: tables})
    return files
