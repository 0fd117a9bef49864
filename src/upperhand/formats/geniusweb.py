"""What does a GeniusWeb JSON domain or profile say?

`issuesValues` holds options (`values`) or numbers (`range`); a `LinearAdditiveUtilitySpace` repeats its domain, and has
no reservation value but a `reservationBid`: no deal is worth as much as that package.
"""

from __future__ import annotations

from itertools import pairwise

from upperhand.formats.assemble import report_sum
from upperhand.formats.complaints import Complaints, Unreadable, number_of, shown_name
from upperhand.formats.ranges import plain
from upperhand.formats.said import SaidIssue, SaidProfile, in_words
from upperhand.formats.tree import Node

LINEAR = "LinearAdditiveUtilitySpace"
ENDS = ("low", "high", "step")


def read_domain(domain: Node, file: str, complaints: Complaints) -> list[SaidIssue]:
    """The issues of a domain."""
    values = domain.map("issuesValues")
    if values is None or not values.keys:
        complaints.fail(file, domain.line, "The domain has no issues.", "Put them under 'issuesValues'.")
        return []
    return [_issue(name, node, file, complaints) for name, node in values.keys.items()]


def read_profile(root: Node, file: tuple[str, str], issues: list[SaidIssue], complaints: Complaints) -> SaidProfile:
    """The values of a profile; ``file`` is its name and its stem, ``issues`` are those of its domain.

    Raises Unreadable where the profile is not linear-additive.
    """
    space = root.map(LINEAR)
    if space is None:
        kind = shown_name(next(iter(root.keys), "nothing"))
        what = f"The profile is a '{kind}', which is no sum over the issues, so it cannot be read."
        raise Unreadable(root.line, what, f"Only a {LINEAR} is.")
    profile = SaidProfile(space.said("name") or file[1], file[0], space.line)
    utilities = space.map("issueUtilities")
    known = {issue.name: issue for issue in issues}
    for name, node in (utilities.keys if utilities is not None else {}).items():
        profile.lines[name] = node.line
        profile.evaluations[name] = {}
        _utilities(name, node, known.get(name), profile, complaints)
    weights = space.map("issueWeights")
    for name, node in (weights.keys if weights is not None else {}).items():
        whose = f"The weight of '{shown_name(name)}'"
        profile.weights[name] = complaints.number(node.digits, (file[0], node.line), whose, 0.0)
        if name not in known:
            what = f"There is a weight for '{shown_name(name)}', which is no issue of the domain."
            complaints.fail(file[0], node.line, what, "Spell both alike, or remove the weight.")
    report_sum(profile, complaints)
    _check_unit(profile, complaints)
    bid = space.map("reservationBid")
    if bid is not None and not complaints.failed:
        profile.reservation = _worth_of(bid, profile, known, complaints)
    return profile


def same_issues(mine: list[SaidIssue], domain: list[SaidIssue], complaints: Complaints) -> None:
    """Complain where the domain within a profile is not the one beside it."""
    if not mine or not domain:
        return
    theirs = {issue.name: issue for issue in domain}
    file, line = mine[0].file, mine[0].line
    apart = [shown_name(n) for n in {i.name for i in mine} ^ theirs.keys()]
    for issue in mine:
        other = theirs.get(issue.name)
        if other is not None and (
            {o for o, _ in issue.options} != {o for o, _ in other.options}
            or (issue.low, issue.high, issue.step) != (other.low, other.high, other.step)
        ):
            apart.append(shown_name(issue.name))
    if apart:
        what = f"The domain in this profile and the one in '{domain[0].file}' differ in {in_words(sorted(apart))}."
        complaints.fail(file, line, what, "Take the profile that belongs to this domain.")


def _issue(name: str, node: Node, file: str, complaints: Complaints) -> SaidIssue:
    issue = SaidIssue(name, file, node.line)
    options = node if node.kind == "list" else node.list("values")
    span = node.get("range")
    if options is not None:
        issue.options = [(item.option, item.line) for item in options.items]
    elif span is not None and span.kind in ("map", "list"):
        parts = dict(zip(ENDS, span.items, strict=False)) if span.kind == "list" else span.keys
        found = [
            complaints.number(_digits(parts.get(end)), (file, span.line), f"The {end} of '{shown_name(name)}'")
            for end in ENDS
        ]
        issue.low, issue.high, issue.step = found
    return issue


def _utilities(name: str, node: Node, issue: SaidIssue | None, profile: SaidProfile, complaints: Complaints) -> None:
    discrete, numeric = node.map("discreteutils"), node.map("numberutils")
    place, shown = (profile.file, node.line), shown_name(name)
    if numeric is not None:
        _between(name, numeric, issue, profile, complaints)
        return
    values = None if discrete is None else discrete.map("valueUtilities")
    if values is None:
        what = f"'{shown}' has neither 'discreteutils' nor 'numberutils'."
        complaints.fail(*place, what, "Give each option a utility.")
        profile.broken.add(name)
        return
    ranged = issue is not None and issue.is_range
    for option, value in values.keys.items():
        at = number_of(option) if ranged else None
        whose = f"The utility of '{shown_name(option)}' of '{shown}'"
        number = complaints.number(value.digits, (profile.file, value.line), whose, 0.0)
        profile.say(name, option if at is None else plain(at), number, value.line)


def _between(name: str, node: Node, issue: SaidIssue | None, profile: SaidProfile, complaints: Complaints) -> None:
    """Utilities of the lowest and the highest number of a range."""
    place, shown = (profile.file, node.line), shown_name(name)
    if issue is None or not issue.is_range:
        complaints.fail(*place, f"'{shown}' has utilities of a range, and is none.", "Use 'discreteutils'.")
        profile.broken.add(name)
        return
    for end, bound in (("low", issue.low), ("high", issue.high)):
        at = complaints.number(node.digits_of(f"{end}Value"), place, f"The {end}Value of '{shown}'")
        worth = complaints.number(node.digits_of(f"{end}Utility"), place, f"The {end}Utility of '{shown}'", 0.0)
        if bound is not None and at != bound:
            what = f"The {end}Value of '{shown}' is {at:g}; the range ends at {bound:g}."
            complaints.fail(*place, what, "Write both alike.")
        elif not profile.say(name, plain(at), worth, node.line):
            complaints.fail(*place, f"'{shown}' gives {at:g} two utilities.", "Keep one.")


def _check_unit(profile: SaidProfile, complaints: Complaints) -> None:
    over = [shown_name(n) for n, table in profile.evaluations.items() if any(v > 1 for v in table.values())]
    if over:
        what = (
            f"Utilities of {in_words(over)} are above 1, which GeniusWeb itself refuses; they are read as they stand."
        )
        complaints.warn(profile.file, profile.line, what, "Divide them by their maximum to get values from 0 to 1.")


def _worth_of(bid: Node, profile: SaidProfile, known: dict[str, SaidIssue], complaints: Complaints) -> float | None:
    """What the reservation bid is worth; an issue it leaves open adds nothing."""
    values = bid.map("issuevalues") or bid
    worth, failed = 0.0, False
    for name, node in values.keys.items():
        option = node.option
        issue, table = known.get(name), profile.evaluations.get(name, {})
        at = number_of(option) if issue is not None and issue.is_range else None
        value = _straight(table, at) if at is not None else table.get(option)
        if issue is None or value is None:
            what = f"The reservationBid puts '{shown_name(option)}' for '{shown_name(name)}', which has no value."
            complaints.fail(profile.file, node.line, what, "Write an option of the domain.")
            failed = True
        else:
            worth += profile.weights.get(name, 0.0) * value
    return None if failed or not values.keys else worth


def _straight(table: dict[str, float], at: float) -> float | None:
    known = sorted((float(number), value) for number, value in table.items())
    for (x0, y0), (x1, y1) in pairwise(known):
        if x0 <= at <= x1:
            return y0 + (y1 - y0) * ((at - x0) / (x1 - x0))
    return None


def _digits(node: Node | None) -> str:
    return "" if node is None else node.digits
