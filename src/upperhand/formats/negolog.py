"""What does a NegoLog profile say? Every profile repeats the issues; `specs.json` holds nothing that is needed."""

from __future__ import annotations

from upperhand.formats.assemble import report_sum
from upperhand.formats.complaints import Complaints, shown_name
from upperhand.formats.genius import discount_of
from upperhand.formats.said import SaidIssue, SaidProfile
from upperhand.formats.tree import Node

WEIGHTS, ISSUES, RESERVATION = "issueWeights", "issues", "reservationValue"
NAME, DOMAIN, DISCOUNT = "name", "domain", "discountFactor"
"""Keys that NegoLog does not know and passes over; they keep what its format has no place for."""


def issues_of(root: Node, file: str, complaints: Complaints) -> list[SaidIssue]:
    """The issues as a profile has them."""
    tables = root.map(ISSUES)
    if tables is None or not tables.keys:
        complaints.fail(file, root.line, "The profile has no issues.", "Put them under 'issues'.")
        return []
    return [
        SaidIssue(name, file, table.line, [(option, value.line) for option, value in table.keys.items()])
        for name, table in tables.keys.items()
    ]


def read_profile(root: Node, file: tuple[str, str], complaints: Complaints) -> SaidProfile:
    """The values of a profile; ``file`` is its name and its stem."""
    profile = SaidProfile(root.said(NAME) or file[1], file[0], root.line)
    for key in (RESERVATION, DISCOUNT):
        node = root.get(key)
        if node is not None:
            value = complaints.number(node.digits, (file[0], node.line), f"The {key}")
            if key == RESERVATION:
                profile.reservation = value
            else:
                profile.discount = discount_of(value, (file[0], node.line), complaints)
    tables, weights = root.map(ISSUES), root.map(WEIGHTS)
    for name, table in (tables.keys if tables is not None else {}).items():
        profile.lines[name], profile.evaluations[name] = table.line, {}
        for option, node in table.keys.items():
            whose = f"The value of '{shown_name(option)}' of '{shown_name(name)}'"
            value = complaints.number(node.digits, (file[0], node.line), whose, 0.0)
            profile.say(name, option, value, node.line)
    for name, node in (weights.keys if weights is not None else {}).items():
        whose = f"The weight of '{shown_name(name)}'"
        profile.weights[name] = complaints.number(node.digits, (file[0], node.line), whose, 0.0)
        if name not in profile.evaluations:
            what = f"There is a weight for '{shown_name(name)}', which is no issue of the profile."
            complaints.fail(file[0], node.line, what, "Spell both alike, or remove the weight.")
    report_sum(profile, complaints)
    return profile
