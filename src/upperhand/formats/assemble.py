"""Do a domain and its profiles fit together, and which scenario are they?

What does not fit is reported for all files in one go: an issue that one profile lacks, an option nobody knows.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import PurePath

from upperhand.formats.complaints import Complaints, number_of, shown_name
from upperhand.formats.ranges import MOST_LISTED, knots
from upperhand.formats.said import SaidIssue, SaidProfile, SaidScenario, in_words
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

MOST_ISSUES = 1_000
MOST_PROFILES = 100
NEARLY = 1e-9
"""So far may a sum of weights be from 1 before anybody is told."""

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def fitted(said: SaidScenario, complaints: Complaints) -> Scenario | None:
    """The scenario that issues and profiles make; ``None`` and complaints where they do not fit."""
    sound = _check_issues(said.issues, complaints)
    if not said.profiles and not complaints.failed:
        file = said.issues[0].file if said.issues else said.name
        what = "There is a domain and no profile, so nothing says what anything is worth to anybody."
        complaints.fail(file, None, what, "Put the profiles into the same folder and give the folder.")
    if len(said.profiles) > MOST_PROFILES:
        what = f"There are {len(said.profiles)} profiles; more than {MOST_PROFILES} are not read."
        complaints.fail(said.profiles[0].file, None, what, "Keep those of one negotiation in a folder of their own.")
    for profile in said.profiles if sound else ():
        _check_profile(profile, said.issues, complaints)
    if complaints.failed:
        return None
    issues = tuple(ScenarioIssue(i.name, tuple(o for o, _ in i.options), i.low, i.high, i.step) for i in said.issues)
    names = _names(said.profiles)
    profiles = (_profile(name, profile, issues) for name, profile in zip(names, said.profiles, strict=True))
    return Scenario(said.name, issues, tuple(profiles))


def report_sum(profile: SaidProfile, complaints: Complaints, *, divided_by_its_program: bool = False) -> float:
    """The sum of a profile's weights, with a warning where it is not 1."""
    total = sum(profile.weights.values())
    if abs(total - 1) > NEARLY and profile.weights and not complaints.failed:
        what = f"The weights of '{shown_name(profile.name)}' sum to {total:.6g}, not to 1."
        if divided_by_its_program:
            fix = "They are divided by their sum, as GENIUS does; read it as negmas to keep them as they stand."
        else:
            fix = "They are read as they stand; divide each by the sum if you want values from 0 to 1."
        complaints.warn(profile.file, profile.line, what, fix)
    return total


def _check_issues(issues: list[SaidIssue], complaints: Complaints) -> bool:
    """Whether profiles can be held against these issues."""
    before = complaints.of_file.total()
    seen: dict[str, int | None] = {}
    if len(issues) > MOST_ISSUES:
        what = f"There are {len(issues):,} issues; more than {MOST_ISSUES:,} are not read."
        complaints.fail(issues[0].file, None, what, "Check the file: no negotiation settles as many things.")
        return False
    for issue in issues:
        place, shown = (issue.file, issue.line), shown_name(issue.name)
        if not issue.name.strip():
            complaints.fail(*place, "An issue has no name.", "Give it one.")
        elif issue.name in seen:
            complaints.fail(*place, f"The issue '{shown}' stands twice.", "Give each its own name.")
        elif _SURROGATE.search(issue.name):
            complaints.fail(*place, f"The name '{shown}' holds half a character.", "Write it anew.")
        seen.setdefault(issue.name, issue.line)
        if issue.is_range:
            _check_range(issue, complaints)
        elif not issue.broken:
            _check_options(issue, complaints)
    broken = any(issue.broken for issue in issues)
    return bool(issues) and not broken and complaints.of_file.total() == before


def _check_range(issue: SaidIssue, complaints: Complaints) -> None:
    place, shown = (issue.file, issue.line), f"The range of '{shown_name(issue.name)}'"
    if issue.low is None or issue.high is None:
        end = "lower" if issue.low is None else "upper"
        complaints.fail(*place, f"{shown} has no {end} end.", "Write both ends.")
    elif issue.low > issue.high:
        complaints.fail(*place, f"{shown} is upside down: {issue.low:g} to {issue.high:g}.", "Exchange its ends.")
    elif issue.low == issue.high:
        complaints.fail(*place, f"{shown} has no width: {issue.low:g} to {issue.high:g}.", "Leave the issue out.")
    elif issue.step is not None and not 0 < issue.step <= (issue.high - issue.low) * (1 + NEARLY):
        complaints.fail(
            *place, f"{shown} cannot be walked in steps of {issue.step:g}.", "Write a smaller step above 0."
        )
    elif issue.step is not None and (issue.high - issue.low) / issue.step > 1e6:
        complaints.fail(*place, f"{shown} has more than a million steps.", "Write a larger step.")


def _check_options(issue: SaidIssue, complaints: Complaints) -> None:
    place, shown = (issue.file, issue.line), shown_name(issue.name)
    if not issue.options:
        complaints.fail(*place, f"The issue '{shown}' has no options.", "Name at least one, or leave the issue out.")
    if len(issue.options) > MOST_LISTED:
        what = f"The issue '{shown}' has {len(issue.options):,} options; more than {MOST_LISTED:,} are not read."
        complaints.fail(*place, what, "Write a number as a range with a step, or keep fewer options.")
        return
    counts = Counter(option for option, _ in issue.options)
    for option, line in issue.options:
        if not option.strip():
            complaints.fail(issue.file, line, f"An option of '{shown}' has no name.", "Give it one.")
        elif counts[option] > 1:
            what = f"The option '{shown_name(option)}' of '{shown}' stands {counts[option]} times."
            complaints.fail(issue.file, line, what, "Keep one.")
            counts[option] = 1
        elif _SURROGATE.search(option):
            what = f"The option '{shown_name(option)}' of '{shown}' holds half a character."
            complaints.fail(issue.file, line, what, "Write it anew.")


def _check_profile(profile: SaidProfile, issues: list[SaidIssue], complaints: Complaints) -> None:
    known = {issue.name: issue for issue in issues if issue.name not in profile.broken}
    missing = [shown_name(name) for name in known if name not in profile.evaluations]
    if missing:
        what = f"The profile has no values for {in_words(missing)}, which '{issues[0].file}' has."
        complaints.fail(profile.file, profile.line, what, "Add them, or take the profile that belongs to this domain.")
    strange = profile.evaluations.keys() - {issue.name for issue in issues}
    for name in sorted(strange):
        what = f"The profile has values for '{shown_name(name)}', which is no issue of '{issues[0].file}'."
        complaints.fail(profile.file, profile.line_of(name), what, "Spell both alike, or leave the values out.")
    light = [shown_name(n) for n in known if n not in profile.weights and n in profile.evaluations]
    if light:
        complaints.fail(profile.file, profile.line, f"There is no weight for {in_words(light)}.", "Add it; 0 will do.")
    for name, table in profile.evaluations.items():
        if name in known and known[name].is_range:
            _check_numbers(profile, known[name], complaints)
        elif name in known:
            _check_table(profile, known[name], table, complaints)
    if _SURROGATE.search(profile.name):
        complaints.fail(profile.file, profile.line, "The profile's name holds half a character.", "Write it anew.")


def _check_table(profile: SaidProfile, issue: SaidIssue, table: dict[str, float], complaints: Complaints) -> None:
    options, shown = {option for option, _ in issue.options}, shown_name(issue.name)
    missing = [shown_name(option) for option, _ in issue.options if option not in table]
    if missing:
        what = f"The profile does not value {in_words(missing)} of '{shown}'."
        complaints.fail(profile.file, profile.line_of(issue.name), what, "Give each option of the domain a value.")
    for option in table:
        if option not in options:
            line = profile.option_lines.get((issue.name, option), profile.line_of(issue.name))
            what = f"'{shown_name(option)}' is not an option of '{shown}' in '{issue.file}'."
            complaints.fail(profile.file, line, what, "Spell both alike, or leave the value out.")


def _check_numbers(profile: SaidProfile, issue: SaidIssue, complaints: Complaints) -> None:
    if issue.low is None or issue.high is None:
        return
    for option in profile.evaluations[issue.name]:
        at = number_of(option)
        if at is None or not issue.low <= at <= issue.high:
            line = profile.option_lines.get((issue.name, option), profile.line_of(issue.name))
            what = f"'{shown_name(option)}' does not lie between {issue.low:g} and {issue.high:g}."
            complaints.fail(
                profile.file, line, f"'{shown_name(issue.name)}': {what}", "Correct the number or the range."
            )


def _names(profiles: list[SaidProfile]) -> list[str]:
    """The profiles' own names; where two have the same one, that of the file, and else a number behind it."""
    names: list[str] = []
    for profile in profiles:
        name = profile.name
        if name in names:
            name = PurePath(profile.file).stem
        base, count = name, 2
        while name in names:
            name, count = f"{base} ({count})", count + 1
        names.append(name)
    return names


def _profile(name: str, said: SaidProfile, issues: tuple[ScenarioIssue, ...]) -> Profile:
    evaluations = {}
    for issue in issues:
        table = said.evaluations[issue.name]
        if issue.is_range:
            evaluations[issue.name] = knots((float(number), value) for number, value in table.items())
        else:
            evaluations[issue.name] = {option: table[option] for option in issue.options}
    weights = {issue.name: said.weights[issue.name] for issue in issues}
    ranges = frozenset(issue.name for issue in issues if issue.is_range)
    return Profile(name, weights, evaluations, ranges, said.reservation, said.discount)
