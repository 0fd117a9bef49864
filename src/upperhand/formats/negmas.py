"""What does a NegMAS domain or utility function say, in YAML or in JSON?

A domain lists its issues; a `LinearAdditiveUtilityFunction` has one weight and one value function for each, in the same
order. `ExpDiscountedUFun` wraps one that loses value with time.
"""

from __future__ import annotations

from upperhand.formats.assemble import report_sum
from upperhand.formats.complaints import Complaints, Unreadable, number_of, shown_name
from upperhand.formats.genius import discount_of
from upperhand.formats.ranges import MOST_LISTED, numbers_in, plain
from upperhand.formats.said import SaidIssue, SaidProfile, in_words
from upperhand.formats.tree import Node
from upperhand.model.scenario import ScenarioIssue

LINEAR = ("LinearAdditiveUtilityFunction", "LinearUtilityAggregationFunction")
DISCOUNTED = "ExpDiscountedUFun"
_SPANS = {"ContiguousIssue": 1.0, "ContinuousIssue": None}
_NO_VALUE = ("-.inf", "-.Inf", "-.INF", "-Infinity")


def kind_of(node: Node) -> str:
    """The type that a node names, without the module it lives in."""
    said = node.said("type") or node.said("$type") or node.said("__class__") or ""
    return said.rpartition(".")[2]


def read_domain(root: Node, file: str, complaints: Complaints) -> list[SaidIssue]:
    """The issues of a domain."""
    listed = root.list("issues")
    if listed is None or not listed.items:
        complaints.fail(file, root.line, "The domain has no issues.", "List them under 'issues'.")
        return []
    return [_issue(node, file, complaints) for node in listed.items]


def read_profile(root: Node, file: tuple[str, str], issues: list[SaidIssue], complaints: Complaints) -> SaidProfile:
    """The values of a utility function; ``file`` is its name and its stem.

    Raises Unreadable where it is not linear-additive.
    """
    inner, discount = root, None
    if kind_of(root) == DISCOUNTED:
        inner = root.map("ufun") or root
        discount = complaints.number(root.digits_of("discount"), (file[0], root.line), "The discount")
    if kind_of(inner) not in LINEAR:
        what = f"The profile is a '{shown_name(kind_of(inner))}', which is no sum over the issues that could be read."
        raise Unreadable(inner.line, what, f"Only a {LINEAR[0]} is.")
    profile = SaidProfile(inner.said("name") or root.said("name") or file[1], file[0], inner.line)
    profile.discount = discount_of(discount, (file[0], root.line), complaints)
    reserved = inner.get("reserved_value")
    if reserved is not None and reserved.text not in _NO_VALUE:
        profile.reservation = complaints.number(reserved.digits, (file[0], reserved.line), "The reserved value")
    bias = inner.get("bias")
    if bias is not None and number_of(bias.text) != 0:
        complaints.fail(file[0], bias.line, "The profile adds a bias to its values.", "Remove it: 'bias: 0'.")
    weights, values = (_aligned(inner, key, issues, file[0], complaints) for key in ("weights", "values"))
    if not (weights and values):
        profile.broken.update(issue.name for issue in issues)
    for issue, node in zip(issues, weights, strict=False):
        whose = f"The weight of '{shown_name(issue.name)}'"
        profile.weights[issue.name] = complaints.number(node.digits, (file[0], node.line), whose, 0.0)
    for issue, node in zip(issues, values, strict=False):
        profile.lines[issue.name], profile.evaluations[issue.name] = node.line, {}
        _function(node, issue, profile, complaints)
    if values and weights:
        report_sum(profile, complaints)
    return profile


def _issue(node: Node, file: str, complaints: Complaints) -> SaidIssue:
    issue = SaidIssue(node.said("name") or "", file, node.line)
    values, kind, shown = node.list("values"), kind_of(node), shown_name(node.said("name") or "")
    if values is None:
        complaints.fail(file, node.line, f"'{shown}' lists no values.", "Write values: [a, b].")
        issue.broken = True
    elif kind.endswith("InfiniteIssue"):
        what = f"'{shown}' has no ends ({shown_name(kind)}), so its packages cannot be compared."
        complaints.fail(file, node.line, what, "Give it a lowest and a highest number.")
        issue.broken = True
    elif kind not in _SPANS:
        issue.options = [(item.option, item.line) for item in values.items]
    elif len(values.items) != 2:
        what = f"'{shown}' is a {kind} without two ends."
        complaints.fail(file, values.line, what, "Write its lowest and its highest number.")
        issue.broken = True
    else:
        place = (file, values.line)
        low, high = (complaints.number(item.digits, place, f"An end of '{shown}'") for item in values.items)
        if kind == "ContiguousIssue" and low == high:
            issue.options = [(plain(low), values.line)]
        else:
            issue.low, issue.high, issue.step = low, high, _SPANS[kind]
    return issue


def _aligned(inner: Node, key: str, issues: list[SaidIssue], file: str, complaints: Complaints) -> list[Node]:
    """The list under a key, which has to hold one entry for each issue."""
    listed = inner.list(key)
    if listed is None:
        complaints.fail(file, inner.line, f"The profile has no list of {key}.", "Write one entry for each issue.")
        return []
    if issues and len(listed.items) != len(issues):
        what = f"The profile has {len(listed.items):,} {key}, and the domain has {len(issues):,} issues."
        complaints.fail(file, listed.line, what, "Write one entry for each issue, in the order of the domain.")
        return []
    return listed.items


def _function(node: Node, issue: SaidIssue, profile: SaidProfile, complaints: Complaints) -> None:
    kind, shown = kind_of(node), shown_name(issue.name)
    if kind == "TableFun":
        _table(node, issue, profile, complaints)
        return
    line = _line(node, kind, profile, complaints)
    if line is None:
        what = f"The value function of '{shown}' is a '{shown_name(kind)}', which is not read."
        complaints.fail(profile.file, node.line, what, "Write it as a TableFun or an AffineFun.")
        profile.broken.add(issue.name)
        return
    slope, bias = line
    if issue.is_range:
        options = [plain(end) for end in (issue.low, issue.high) if end is not None]
    else:
        options = [option for option, _ in issue.options]
    words = [shown_name(o) for o in options if number_of(o) is None]
    if words and kind != "ConstFun":
        what = f"'{shown}' has a {kind}, and {in_words(words)} is no number."
        complaints.fail(profile.file, node.line, what, "Write it as a TableFun.")
        profile.broken.add(issue.name)
        return
    for option in options:
        profile.say(issue.name, option, slope * (number_of(option) or 0.0) + bias, node.line)


def _line(node: Node, kind: str, profile: SaidProfile, complaints: Complaints) -> tuple[float, float] | None:
    """Slope and bias of a straight value function; ``None``: it is no such function."""
    if kind == "IdentityFun":
        return 1.0, 0.0
    if kind not in ("AffineFun", "LinearFun", "ConstFun"):
        return None
    place = (profile.file, node.line)
    slope = 0.0 if kind == "ConstFun" else complaints.number(node.digits_of("slope"), place, "The slope")
    bias = 0.0 if node.get("bias") is None else complaints.number(node.digits_of("bias"), place, "The bias")
    return slope, bias


def _table(node: Node, issue: SaidIssue, profile: SaidProfile, complaints: Complaints) -> None:
    mapping, shown = node.map("mapping"), shown_name(issue.name)
    if mapping is None:
        complaints.fail(profile.file, node.line, f"The values of '{shown}' have no mapping.", "Write 'mapping:'.")
        profile.broken.add(issue.name)
        return
    for option, value in mapping.keys.items():
        at = number_of(option) if issue.is_range else None
        whose = f"The value of '{shown_name(option)}' of '{shown}'"
        number = complaints.number(value.digits, (profile.file, value.line), whose)
        if not profile.say(issue.name, option if at is None else plain(at), number, value.line):
            complaints.fail(
                profile.file, value.line, f"'{shown_name(option)}' of '{shown}' is valued twice.", "Keep one."
            )
    if issue.is_range and not complaints.failed:
        _check_whole(issue, node, profile, complaints)


def _check_whole(issue: SaidIssue, node: Node, profile: SaidProfile, complaints: Complaints) -> None:
    """A table over a range has to value every number of it."""
    shown = shown_name(issue.name)
    numbers = numbers_in(ScenarioIssue(issue.name, (), issue.low, issue.high, issue.step))
    if numbers is None:
        what = f"'{shown}' has a table, and more numbers than the {MOST_LISTED:,} that could be looked up."
        complaints.fail(profile.file, node.line, what, "Write it as an AffineFun.")
        return
    missing = [plain(n) for n in numbers if plain(n) not in profile.evaluations[issue.name]]
    if missing:
        complaints.fail(profile.file, node.line, f"The table of '{shown}' lacks {in_words(missing)}.", "Add them.")
