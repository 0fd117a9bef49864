"""What does a GENIUS XML domain or profile say, and what does GENIUS take it to mean?

GENIUS divides the weights by their sum, and the evaluations of an issue by their maximum where one of them is above 1.
Integer issues have a straight line from the lower bound (`slope`, `offset`), cut off at 0 and at 1.
NegMAS multiplies what stands in the file, and takes the line from 0.
"""

from __future__ import annotations

from dataclasses import dataclass

from upperhand.formats.assemble import NEARLY, report_sum
from upperhand.formats.complaints import Complaints, Unreadable, shown_name
from upperhand.formats.ranges import plain
from upperhand.formats.said import SaidIssue, SaidProfile
from upperhand.formats.xmltree import Element

DOMAIN, PROFILE = "negotiation_template", "utility_space"
_CURVED = ("utility", "ufun", "hyperrectangle", "constraint", "constraints", "rank", "regions")
_ANONYMOUS = ("", "root", "any")
_CURVES = ("linear", "constant")


@dataclass(frozen=True)
class GeniusDomain:
    """The issues of a domain, and its name (``None``: the file gives none worth keeping)."""

    name: str | None
    issues: list[SaidIssue]


def read_domain(root: Element, file: str, complaints: Complaints) -> GeniusDomain:
    """The issues of a `negotiation_template`."""
    space = root.first(PROFILE) or root
    objective = _objective(space)
    issues = [_issue(element, file, complaints) for element in objective.all("issue")]
    if not issues:
        complaints.fail(file, objective.line, "The domain has no issues.", "Add an <issue> with its items.")
    given = root.attributes.get("name") or objective.attributes.get("name", "")
    return GeniusDomain(None if given in _ANONYMOUS and "name" not in root.attributes else given, issues)


def issues_of_profile(root: Element, file: str, complaints: Complaints) -> GeniusDomain:
    """The issues as a profile repeats them, for a profile that comes without its domain."""
    objective = _objective(root)
    issues = [_issue(element, file, complaints) for element in objective.all("issue")]
    given = objective.attributes.get("name", "")
    return GeniusDomain(None if given in _ANONYMOUS else given, issues)


def read_profile(
    root: Element, file: tuple[str, str], domain: list[SaidIssue], complaints: Complaints, *, raw: bool
) -> SaidProfile:
    """The values of a `utility_space`; ``file`` is its name and its stem. ``raw``: as NegMAS reads it.

    Raises Unreadable where the values do not add up issue by issue.
    """
    _refuse_curved(root)
    objective = _objective(root)
    name = root.attributes.get("name") or file[1]
    profile = SaidProfile(name, file[0], root.line)
    profile.reservation = _single(root, "reservation", profile, complaints)
    discount = root.first("discount_factor")
    place = (file[0], root.line if discount is None else discount.line)
    profile.discount = discount_of(_single(root, "discount_factor", profile, complaints), place, complaints)
    weights = _weights(objective, file[0], complaints)
    ranges = {issue.name: issue for issue in domain if issue.is_range}
    for position, element in enumerate(objective.all("issue"), 1):
        issue = element.attributes.get("name", "")
        if issue in profile.lines:
            complaints.fail(file[0], element.line, f"The issue '{shown_name(issue)}' stands twice.", "Keep one.")
            continue
        profile.lines[issue] = element.line
        weight = weights.pop(element.attributes.get("index", str(position)), None)
        if weight is not None:
            profile.weights[issue] = weight
        if issue in ranges:
            _line(element, ranges[issue], profile, complaints, raw=raw)
        else:
            _items(element, issue, profile, complaints)
    # a weight of the objective itself multiplies nothing
    for index in weights.keys() - {objective.attributes.get("index", "")}:
        what = f"There is a weight for an issue with the index {shown_name(index)}, which the profile does not have."
        complaints.fail(file[0], objective.line, what, "Remove the weight, or correct its index.")
    if raw:
        report_sum(profile, complaints)
    else:
        _as_genius_means(profile, complaints)
    scale = root.attributes.get("scale")
    if scale is not None and not raw:
        _scaled(profile, scale_of(scale, (file[0], root.line), complaints))
    return profile


def discount_of(value: float | None, place: tuple[str, int | None], complaints: Complaints) -> float | None:
    """A discount factor in (0, 1); 1 discounts nothing and is no discount."""
    if value is None or value == 1:
        return None
    if not 0 < value < 1:
        what = f"The discount factor is {value:g}."
        complaints.fail(*place, what, "Write a number above 0 and up to 1; 1 discounts nothing.")
        return None
    return value


def scale_of(text: str, place: tuple[str, int | None], complaints: Complaints) -> float:
    """What the values of a file are multiplied by to have their own scale again: a number above 0."""
    scale = complaints.number(text, place, "The scale", 0.0)
    if scale == 0 and text.strip():
        complaints.fail(*place, "The scale is no number above 0.", "Remove it, or write the one that was there.")
    return scale


def _objective(space: Element) -> Element:
    objective = space if space.first("issue") is not None else space.first("objective")
    if objective is None:
        raise Unreadable(space.line, "There is no <objective> with issues in it.", "Export the file again.")
    if objective is not space and objective.first("objective") is not None:
        what = "Objectives lie within the objective; only issues side by side are read."
        raise Unreadable(objective.line, what, "Put all issues under one <objective>.")
    return objective


def _refuse_curved(root: Element) -> None:
    told = root.attributes.get("type", "")
    curved = next((e for e in root.walk() if e.name.lower() in _CURVED), None)
    if curved is None and told.lower() in ("", "linear", "additive"):
        return
    what = "The profile is nonlinear: its value is no sum over the issues"
    how = f" (it has <{curved.name}>)" if curved is not None else f" (its type is '{shown_name(told)}')"
    line = root.line if curved is None else curved.line
    raise Unreadable(line, f"{what}{how}, so it cannot be read.", "Only linear-additive profiles are.")


def _issue(element: Element, file: str, complaints: Complaints) -> SaidIssue:
    issue = SaidIssue(element.attributes.get("name", ""), file, element.line)
    issue.options = [(item.attributes.get("value", ""), item.line) for item in element.all("item")]
    kinds = [element.attributes.get(key, "") for key in ("vtype", "type", "etype")]
    if issue.options or not {"integer", "real"} & set(kinds):
        return issue
    ends = element.first("range") or element
    place = (file, ends.line)
    shown = shown_name(issue.name)
    issue.low = complaints.number(ends.attributes.get("lowerbound", ""), place, f"The lower bound of '{shown}'")
    issue.high = complaints.number(ends.attributes.get("upperbound", ""), place, f"The upper bound of '{shown}'")
    issue.step = 1.0 if "integer" in kinds else None
    if issue.step and (issue.low != int(issue.low) or issue.high != int(issue.high)):
        complaints.fail(
            *place, f"The bounds of '{shown}' are no whole numbers.", "Write whole numbers, or make it real."
        )
    return issue


def _single(root: Element, name: str, profile: SaidProfile, complaints: Complaints) -> float | None:
    element = root.first(name)
    if element is None:
        return None
    place = (profile.file, element.line)
    return complaints.number(element.attributes.get("value", ""), place, f"The value of <{name}>")


def _weights(objective: Element, file: str, complaints: Complaints) -> dict[str, float]:
    found: dict[str, float] = {}
    for position, element in enumerate(objective.all("weight"), 1):
        index = element.attributes.get("index", str(position))
        text = element.attributes.get("value", "")
        weight = complaints.number(text, (file, element.line), f"The weight of issue {shown_name(index)}", 0.0)
        if index in found:
            what = f"The issue {shown_name(index)} has two weights."
            complaints.fail(file, element.line, what, "Keep one.")
        found[index] = weight
    return found


def _items(element: Element, issue: str, profile: SaidProfile, complaints: Complaints) -> None:
    profile.evaluations.setdefault(issue, {})
    for item in element.all("item"):
        option = item.attributes.get("value", "")
        whose = f"The evaluation of '{shown_name(option)}' of '{shown_name(issue)}'"
        value = complaints.number(item.attributes.get("evaluation", ""), (profile.file, item.line), whose, 0.0)
        if not profile.say(issue, option, value, item.line):
            what = f"'{shown_name(option)}' of '{shown_name(issue)}' is valued twice."
            complaints.fail(profile.file, item.line, what, "Keep one.")


def _line(element: Element, issue: SaidIssue, profile: SaidProfile, complaints: Complaints, *, raw: bool) -> None:
    """The evaluations of a number: a straight line, or what stands for single numbers."""
    if element.first("item") is not None:
        _items(element, issue.name, profile, complaints)
        return
    profile.evaluations.setdefault(issue.name, {})
    place, shown = (profile.file, element.line), shown_name(issue.name)
    ends = element.first("range") or element
    for key, end in (("lowerbound", issue.low), ("upperbound", issue.high)):
        said = ends.attributes.get(key)
        if said is not None and complaints.number(said, place, f"The {key} of '{shown}'") != end:
            complaints.fail(
                *place, f"The {key} of '{shown}' is {said}; in the domain it is {end:g}.", "Write it alike."
            )
    profile.broken.add(issue.name)
    evaluator = element.first("evaluator")
    if evaluator is None or issue.low is None or issue.high is None:
        complaints.fail(*place, f"'{shown}' has no <evaluator>, so its numbers have no value.", "Add a linear one.")
        return
    curve = evaluator.attributes.get("ftype", "linear")
    if curve not in _CURVES:
        what = f"The evaluator of '{shown}' is '{shown_name(curve)}'; only linear and constant ones are read."
        complaints.fail(profile.file, evaluator.line, what, "Make it linear.")
        return
    profile.broken.discard(issue.name)
    slope, offset, start = _slope(evaluator, curve, issue.low, (profile.file, complaints))
    if raw:
        start = 0.0
    for x in sorted({issue.low, issue.high, *([] if raw else _bends(slope, offset, start, issue))}):
        y = slope * (x - start) + offset
        profile.say(issue.name, plain(x), y if raw else min(max(y, 0.0), 1.0), element.line)


def _slope(evaluator: Element, curve: str, low: float, to: tuple[str, Complaints]) -> tuple[float, float, float]:
    """Slope, offset and where the line starts: at the lower bound for `slope` and `offset`, at 0 for parameters."""
    file, complaints = to
    said = evaluator.attributes
    by_name = "offset" in said or "slope" in said
    rise, base = ("slope", "offset") if by_name else ("parameter1", "parameter0")
    place = (file, evaluator.line)
    slope = complaints.number(said.get(rise, ""), place, f"The {rise}") if curve == "linear" else 0.0
    return slope, complaints.number(said.get(base, ""), place, f"The {base}"), low if by_name else 0.0


def _bends(slope: float, offset: float, start: float, issue: SaidIssue) -> list[float]:
    """Where a line within the range passes 0 or 1, beyond which GENIUS cuts it off."""
    if slope == 0 or issue.low is None or issue.high is None:
        return []
    crossings = [start + (y - offset) / slope for y in (0.0, 1.0)]
    width = (issue.high - issue.low) * 1e-9
    return [x for x in crossings if issue.low + width < x < issue.high - width]


def _as_genius_means(profile: SaidProfile, complaints: Complaints) -> None:
    total = report_sum(profile, complaints, divided_by_its_program=True)
    if total <= 0 and profile.weights:
        complaints.fail(profile.file, profile.line, "All weights are 0, so nothing is worth anything.", "Give one.")
    elif abs(total - 1) > NEARLY:
        profile.weights = {issue: weight / total for issue, weight in profile.weights.items()}
    for issue, table in profile.evaluations.items():
        most = max(table.values(), default=0.0)
        if most > 1:
            profile.evaluations[issue] = {option: value / most for option, value in table.items()}


def _scaled(profile: SaidProfile, scale: float) -> None:
    """Undo what was done on writing so that GENIUS can read it: back to the scale the values had."""
    profile.weights = {issue: weight * scale for issue, weight in profile.weights.items()}
    profile.reservation = None if profile.reservation is None else profile.reservation * scale
