"""How is a scenario written as a NegMAS folder of YAML?"""

from __future__ import annotations

import re
from collections.abc import Iterator

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name
from upperhand.formats.listing import is_whole, line_of, lines_of, listed
from upperhand.formats.naming import stem_of, stems_of
from upperhand.formats.ranges import plain
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

PROGRAM = "NegMAS"
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def negmas_files(scenario: Scenario) -> dict[str, bytes]:
    """The files of a scenario by name: the domain, and a utility function for each party. Raises CallError."""
    files = {f"{stem_of(scenario.name)}.yml": _text(_domain(scenario))}
    stems = stems_of([profile.name for profile in scenario.profiles], ".yml")
    for stem, profile in zip(stems, scenario.profiles, strict=True):
        name = f"{stem}.yml" if f"{stem}.yml" not in files else f"{stem} profile.yml"
        files[name] = _text(_profile(scenario, profile))
    return files


def quoted(text: str) -> str:
    """A text in double quotes, as YAML 1.1 and 1.2 both read it. Raises CallError for half a character."""
    if _SURROGATE.search(text):
        raise CallError(f"'{shown_name(text)}' holds half a character.", "Rename it.")
    return '"' + "".join(_sign(c) for c in text) + '"'


def _sign(c: str) -> str:
    code = ord(c)
    if c in '"\\':
        return "\\" + c
    if c.isprintable():
        return c
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def number(value: float) -> str:
    """A number that YAML 1.1 takes for one: an exponent needs a decimal point before it."""
    told = repr(float(value))
    return told.replace("e", ".0e") if "e" in told and "." not in told else told


def _domain(scenario: Scenario) -> Iterator[str]:
    yield f"name: {quoted(scenario.name)}"
    discrete = all(issue.options or issue.step is not None for issue in scenario.issues)
    yield f"type: {'DiscreteCartesianOutcomeSpace' if discrete else 'CartesianOutcomeSpace'}"
    yield "issues:"
    for issue in scenario.issues:
        yield f"- name: {quoted(issue.name)}"
        yield from _values(issue)


def _values(issue: ScenarioIssue) -> Iterator[str]:
    if issue.options:
        yield "  type: CategoricalIssue"
        options = [quoted(option) for option in issue.options]
    elif issue.low is not None and issue.high is not None and issue.step is None:
        yield "  type: ContinuousIssue"
        options = [number(issue.low), number(issue.high)]
    elif issue.low is not None and issue.high is not None and is_whole(issue):
        yield "  type: ContiguousIssue"
        options = [plain(issue.low), plain(issue.high)]
    else:
        yield "  type: DiscreteCardinalIssue"
        options = list(listed(issue, PROGRAM))
    yield "  values:"
    for option in options:
        yield f"  - {option}"


def _profile(scenario: Scenario, profile: Profile) -> Iterator[str]:
    if profile.discount is None:
        yield from _linear(scenario, profile, "")
        return
    yield "type: ExpDiscountedUFun"
    yield f"name: {quoted(profile.name)}"
    yield f"discount: {number(profile.discount)}"
    yield "factor: step"
    yield "dynamic_reservation: true"
    yield "reserved_value: -.inf"
    yield "ufun:"
    yield from _linear(scenario, profile, "  ")


def _linear(scenario: Scenario, profile: Profile, margin: str) -> Iterator[str]:
    reserved = "-.inf" if profile.reservation is None else number(profile.reservation)
    yield f"{margin}type: LinearAdditiveUtilityFunction"
    yield f"{margin}name: {quoted(profile.name)}"
    yield f"{margin}reserved_value: {reserved}"
    yield f"{margin}weights:"
    for issue in scenario.issues:
        yield f"{margin}- {number(profile.weights[issue.name])}"
    yield f"{margin}values:"
    for issue in scenario.issues:
        for i, row in enumerate(_function(issue, profile)):
            yield f"{margin}{'  ' if i else '- '}{row}"


def _function(issue: ScenarioIssue, profile: Profile) -> Iterator[str]:
    line = line_of(issue, profile) if lines_of(issue, [profile]) is not None else None
    if line is not None and (issue.step is None or is_whole(issue)):
        yield "type: AffineFun"
        yield f"slope: {number(line.slope)}"
        yield f"bias: {number(line.at_low - line.slope * line.low)}"
        return
    if issue.is_range and issue.step is None:
        what = f"{PROGRAM} would need a straight line for '{shown_name(issue.name)}', which has no steps."
        raise CallError(what, "Give the range a step.")
    yield "type: TableFun"
    yield "mapping:"
    for option in listed(issue, PROGRAM):
        key = quoted(option) if issue.options else option
        value = number(profile.evaluation(issue.name, option))
        # YAML takes a key for one only up to 1,024 signs, unless it is marked
        yield from (f"  {key}: {value}",) if len(key) < 1_000 else (f"  ? {key}", f"  : {value}")


def _text(rows: Iterator[str]) -> bytes:
    return ("\n".join(rows) + "\n").encode("utf-8")
