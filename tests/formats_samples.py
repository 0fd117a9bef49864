"""Scenarios to try file formats on: one worked out by hand, and any that chance thinks of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from pathlib import Path

from hypothesis import strategies as st

from upperhand.formats.listing import listed
from upperhand.formats.points import split
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

ROOT = Path(__file__).resolve().parents[1]
# a bakery thought up for these tests, written by NegMAS 0.16, with what it says each package is worth
MADE_ELSEWHERE = ROOT / "tests" / "scenarios"
DATA = ROOT.parent / "shared" / "data" / "scenarios"

LEASE = Scenario(
    "Lease",
    (
        ScenarioIssue("rent", ("900", "950", "1000")),
        ScenarioIssue("start: when?", ("tomorrow", "- later -", 'à la "carte"', "<now> & then")),
        ScenarioIssue("months", (), 6.0, 24.0, 1.0),
    ),
    (
        Profile(
            "tenant",
            {"rent": 0.5, "start: when?": 0.3, "months": 0.2},
            {
                "rent": {"900": 1.0, "950": 0.625, "1000": 0.0},
                "start: when?": {"tomorrow": 1.0, "- later -": 0.2, 'à la "carte"': 0.0, "<now> & then": 1e-05},
                "months": {"6": 0.0, "24": 1.0},
            },
            frozenset({"months"}),
            0.35,
        ),
        Profile(
            "landlord",
            {"rent": 0.7, "start: when?": 0.1, "months": 0.2},
            {
                "rent": {"900": 0.0, "950": 0.5, "1000": 1.0},
                "start: when?": {"tomorrow": 0.0, "- later -": 0.4, 'à la "carte"': 1.0, "<now> & then": 0.7},
                "months": {"6": 0.25, "24": 1.0},
            },
            frozenset({"months"}),
            0.2,
            0.9,
        ),
    ),
)


def table(scenario: Scenario) -> dict[str, dict[tuple[str, str], float]]:
    """By profile: what each option of each issue adds to u; where two are alike, so are all packages."""
    return {
        profile.name: {
            (issue.name, option): profile.weights[issue.name] * profile.evaluation(issue.name, option)
            for issue in scenario.issues
            for option in listed(issue, "a test")
        }
        for profile in scenario.profiles
    }


def packages(scenario: Scenario) -> Iterator[dict[str, str]]:
    """Every package."""
    names = [issue.name for issue in scenario.issues]
    for pick in itertools.product(*(listed(issue, "a test") for issue in scenario.issues)):
        yield dict(zip(names, pick, strict=True))


def differ(one: Scenario, other: Scenario, most: float = 1e-12) -> list[str]:
    """How two scenarios differ in what they say about values: names, order, worths, no-deal values, discounts."""
    found = []
    if [p.name for p in one.profiles] != [p.name for p in other.profiles]:
        return [f"profiles {[p.name for p in one.profiles]} and {[p.name for p in other.profiles]}"]
    first, second = table(one), table(other)
    for name, worths in first.items():
        if list(worths) != list(second[name]):
            return [f"options {list(worths)} and {list(second[name])}"]
        found += [f"{name}: {o}: {w} {second[name][o]}" for o, w in worths.items() if abs(w - second[name][o]) > most]
    for p, q in zip(one.profiles, other.profiles, strict=True):
        for a, b in ((p.reservation, q.reservation), (p.discount, q.discount)):
            if (a is None) != (b is None) or (a is not None and b is not None and abs(a - b) > most):
                found.append(f"{p.name}: {a} and {b}")
    return found


def as_sheet_keeps(profile: Profile) -> Mapping[str, float]:
    """The weights a sheet gives back: the most that each issue can add."""
    return {issue: split(profile.table(issue))[0] for issue in profile.weights}


_SIGNS = st.characters(exclude_categories=["Cs"])
names = st.one_of(
    st.sampled_from(
        ("yes", "no", "null", "1", "01", "1.0", "1e5", "-5%", "=1+1", "@x", "a,b", 'q"q', "'", "#", "- a", "a: b",
         "x\ny", "x\r\ny", "tab\tbed", " padded ", "  ", "💶", "مرحبا", "e\u0301", "\u2028", "\x85", "~", "[a]",
         "{b}", "<c>", "&amp;", "]]>", "%", "|", "?", "*x", "&x", "!x", "---", "no deal", "discount", "total",
         "weight", "issue", "points of x", "my", "my points", "me", "them", "Dana points", '"quoted"', "CON", "a/b",
         "..", ".hidden", "_under", "root", "any", "x" * 300, "long " * 300 + ".", "\ufeffbom", "\u200b"),
    ),
    st.text(_SIGNS, min_size=1, max_size=12),
).filter(lambda name: bool(name.strip()))  # fmt: skip
_shares = st.floats(0, 1).map(lambda x: round(x, 6))


@st.composite
def scenarios(draw: st.DrawFn, *, negative: bool = False) -> Scenario:
    """Any linear-additive scenario; weights sum to anything, evaluations go from 0 (or below) to over 1."""
    issues: list[ScenarioIssue] = []
    for name in draw(st.lists(names, min_size=1, max_size=4, unique=True)):
        if draw(st.integers(0, 4)) == 0:
            low, step, count = (
                draw(st.integers(-5, 900)),
                draw(st.sampled_from((1.0, 0.1, 2.5))),
                draw(st.integers(1, 30)),
            )
            issues.append(ScenarioIssue(name, (), float(low), low + step * count, step))
        else:
            issues.append(ScenarioIssue(name, tuple(draw(st.lists(names, min_size=1, max_size=5, unique=True)))))
    profiles = []
    for name in draw(st.lists(names, min_size=1, max_size=4, unique=True)):
        profiles.append(_profile(draw, name, issues, negative))
    return Scenario(draw(names), tuple(issues), tuple(profiles))


def _profile(draw: st.DrawFn, name: str, issues: list[ScenarioIssue], negative: bool) -> Profile:
    weights = {issue.name: draw(_shares) + 0.001 for issue in issues}
    if draw(st.booleans()):
        total = sum(weights.values())
        weights = {issue: weight / total for issue, weight in weights.items()}
    scale = draw(st.sampled_from((1.0, 1.0, 100.0)))
    least = -1.0 if negative else 0.0
    evaluations = {}
    for issue in issues:
        ends = (issue.low, issue.high)
        options = issue.options or tuple(f"{end:g}" for end in ends if end is not None)
        evaluations[issue.name] = {o: round(draw(st.floats(least, 1)), 4) * scale for o in options}
    ranges = frozenset(issue.name for issue in issues if issue.is_range)
    reservation = draw(st.none() | _shares)
    discount = draw(st.none() | st.floats(0.01, 0.99))
    return Profile(name, weights, evaluations, ranges, reservation, discount)
