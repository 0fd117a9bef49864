"""How does a scenario become a case, and a case a scenario?

A case in points holds the whole value of each option: weight times evaluation. The way back splits it again.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from upperhand.errors import CallError, Problem
from upperhand.formats.complaints import number_of, shown_name
from upperhand.formats.points import rounded, split
from upperhand.formats.ranges import knots, plain
from upperhand.formats.said import in_words
from upperhand.model.case import Case, Issue, Party, Position
from upperhand.model.estimate import Estimate
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

ME, THEM = "me", "them"
POINTS = "points"
FILE = "case.yaml"


def case_of(scenario: Scenario, me: str | None = None, them: str | None = None) -> Case:
    """The case that one party of a scenario stands before, in points.

    ``me`` and ``them`` are names of profiles. With one or two profiles both may be left out: then I am the profile
    named `me`, or else the first, and they are the other one. With a single profile their values stay unknown.
    Raises CallError for an unknown name, and where more than two profiles leave open who faces whom.
    """
    mine, theirs = _sides(scenario, me, them)
    names = _Names(scenario)
    issues = tuple(
        Issue(names.issue(i.name), names.options(i), low=i.low, high=i.high, step=i.step) for i in scenario.issues
    )
    other = theirs.name if theirs is not None else ("them" if mine.name != "them" else "the other side")
    return Case(
        title=_tidy(scenario.name) or "Imported scenario",
        me=Party(_tidy(mine.name) or ME),
        them=Party(_tidy(other) or THEM),
        unit=POINTS,
        issues=issues,
        mine=_position(scenario, mine, "mine", names),
        theirs=Position() if theirs is None else _position(scenario, theirs, "theirs", names),
    )


def not_carried(scenario: Scenario, me: str | None = None, them: str | None = None) -> list[Problem]:
    """What a case has no place for, as warnings: discounts with the time of the talk. Raises CallError as `case_of`."""
    sides = [profile for profile in _sides(scenario, me, them) if profile is not None]
    return [
        Problem(
            FILE,
            None,
            f"'{shown_name(p.name)}' loses value with the time of the talk (discount {p.discount:g}); it is not kept.",
            "If time costs you, write 'waiting' or 'patience' under that side.",
            "warning",
        )
        for p in sides
        if p.discount is not None
    ]


def scenario_of(case: Case) -> tuple[Scenario | None, list[Problem]]:
    """The scenario that a case in points is, with a profile for each side that values an option; and what is lost.

    u of a package is the sum of the points of its options, as in the case. ``None`` where the case holds no such sum.
    """
    problems = list(_obstacles(case))
    if any(problem.severity == "error" for problem in problems):
        return None, problems
    issues = tuple(ScenarioIssue(i.name, i.options, i.low, i.high, i.step) for i in case.issues)
    sides = [(case.me.name, case.mine, "mine"), (case.them.name, case.theirs, "theirs")]
    profiles: list[Profile] = []
    for name, position, side in sides:
        if position.issues:
            problems += _losses(case, position, side)
            profiles.append(
                _profile(name if not profiles or name != profiles[0].name else f"{name} (2)", position, case)
            )
    return Scenario(case.title, issues, tuple(profiles)), problems


def _sides(scenario: Scenario, me: str | None, them: str | None) -> tuple[Profile, Profile | None]:
    names = [profile.name for profile in scenario.profiles]
    known = f"Known: {in_words([shown_name(name) for name in names], 12)}."
    for name in (me, them):
        if name is not None and name not in names:
            raise CallError(f"There is no profile '{shown_name(name)}'.", known)
    if not names:
        raise CallError("The scenario has no profile.", "Read one that has.")
    if me is not None and me == them:
        raise CallError(f"'{shown_name(me)}' cannot face itself.", known)
    if len(names) > 2 and (me is None or them is None):
        raise CallError(f"The scenario has {len(names)} profiles: say who you are and whom you face.", known)
    mine = me or next((name for name in (ME, *names) if name in names and name != them), names[0])
    theirs = them or next((name for name in names if name != mine), None)
    return scenario.profile(mine), None if theirs is None else scenario.profile(theirs)


class _Names:
    """Names as a case file keeps them: composed, without space around or unseen signs, and still all different."""

    def __init__(self, scenario: Scenario) -> None:
        self._issues = dict(_different(issue.name for issue in scenario.issues))
        self._options = {issue.name: dict(_different(issue.options)) for issue in scenario.issues}

    def issue(self, name: str) -> str:
        """The case's name of an issue."""
        return self._issues[name]

    def options(self, issue: ScenarioIssue) -> tuple[str, ...]:
        """The case's names of an issue's options."""
        return tuple(self._options[issue.name].values())

    def option(self, issue: str, option: str) -> str:
        """The case's name of an option, or the number of a range."""
        return self._options[issue].get(option, option)


def _different(names: Iterable[str]) -> Iterable[tuple[str, str]]:
    taken: set[str] = set()
    for name in names:
        tidy, count = _tidy(name) or "(blank)", 2
        base = tidy
        while tidy in taken:
            tidy, count = f"{base} ({count})", count + 1
        taken.add(tidy)
        yield name, tidy


def _tidy(name: str) -> str:
    # what cannot be seen cannot be typed into a case file either
    seen = "".join(c if c.isprintable() else " " for c in unicodedata.normalize("NFC", name))
    return seen.strip()


def _position(scenario: Scenario, profile: Profile, side: str, names: _Names) -> Position:
    worths: dict[str, dict[str, Estimate]] = {}
    for issue in scenario.issues:
        name = names.issue(issue.name)
        worths[name] = {}
        for option, worth in profile.table(issue.name).items():
            label = names.option(issue.name, option)
            worths[name][label] = Estimate.point(rounded(worth), f"{side}.issues.{name}.{label}")
    reserved = profile.reservation
    otherwise = None if reserved is None else Estimate.point(rounded(reserved), f"{side}.otherwise")
    return Position(issues=worths, otherwise=otherwise)


def _obstacles(case: Case) -> Iterable[Problem]:
    if case.unit != POINTS:
        yield Problem(
            FILE,
            None,
            f"The case is in {case.unit}, and scenario files hold points for each option.",
            "Make a copy with 'unit: points' that says under 'mine' and 'theirs' what each option is worth.",
        )
        return
    if not case.issues:
        yield Problem(FILE, None, "The case has no issues to write down.", "Add one under 'issues'.")
    if not case.mine.issues and not case.theirs.issues:
        yield Problem(
            FILE, None, "Neither side's options are valued.", "Say under 'mine: issues' what each option is worth."
        )
    if case.features:
        what = f"The features {in_words([shown_name(f.name) for f in case.features])} are not written."
        yield Problem(FILE, None, what, "Make an issue of each, with the options yes and no.", "warning")
    if case.rules:
        what = "The rules are not written: the other program will also consider packages that they forbid."
        yield Problem(
            FILE, None, what, "Tell it, or check what it proposes with 'upperhand offers --score'.", "warning"
        )


def _losses(case: Case, position: Position, side: str) -> list[Problem]:
    lost: list[tuple[str, str]] = []
    missing, spread = [], False
    for issue in case.issues:
        table = position.issues.get(issue.name, {})
        missing += [f"{issue.name}: {o}" for o in issue.options if o not in table]
        missing += [issue.name] if issue.is_range and not table else []
        spread = spread or any(not worth.is_certain for worth in table.values())
    if missing:
        what = f"'{side}' does not value {in_words([shown_name(m) for m in missing])}; they count 0, as in the case."
        lost.append((what, "Add their points if they are worth something."))
    if spread or (position.otherwise is not None and not position.otherwise.is_certain):
        lost.append((f"Ranges under '{side}' are written as their likely value.", "Nothing to do."))
    if position.alternatives:
        what = f"The alternatives under '{side}' are not written: the no-deal value is 'otherwise' alone."
        lost.append((what, "Write into 'otherwise' what no deal is worth in all."))
    return [Problem(FILE, None, what, fix, "warning") for what, fix in lost]


def _profile(name: str, position: Position, case: Case) -> Profile:
    weights: dict[str, float] = {}
    evaluations: dict[str, Mapping[str, float]] = {}
    for issue in case.issues:
        weights[issue.name], evaluations[issue.name] = split(_worths(issue, position))
    ranges = frozenset(issue.name for issue in case.issues if issue.is_range)
    reserved = None if position.otherwise is None else position.otherwise.likely
    return Profile(name, weights, evaluations, ranges, reserved)


def _worths(issue: Issue, position: Position) -> dict[str, float]:
    """Points of each option, 0 where nothing is said; of a range those of its ends and of the numbers given between."""
    said = {option: worth.likely for option, worth in position.issues.get(issue.name, {}).items()}
    if not issue.is_range:
        return {option: said.get(option, 0.0) for option in issue.options}
    low, high = issue.low or 0.0, issue.high or 0.0
    known = {plain(at): worth for at, worth in ((number_of(o), w) for o, w in said.items()) if at is not None}
    curve = Profile("", {issue.name: 1.0}, {issue.name: known or {plain(low): 0.0}}, frozenset((issue.name,)))
    ends = {end: curve.evaluation(issue.name, end) for end in (low, high)}
    inside = {at: worth for at, worth in ((float(o), w) for o, w in known.items()) if low < at < high}
    return knots({**ends, **inside}.items())
