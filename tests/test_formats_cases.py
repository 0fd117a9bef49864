"""Does a scenario become a case that values every package alike, and does the case give the scenario back?"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from tests.formats_samples import DATA, LEASE, differ, packages, scenarios
from upperhand.casefile.express import case_text
from upperhand.casefile.read import read_case
from upperhand.errors import CallError
from upperhand.formats.cases import case_of, not_carried, scenario_of
from upperhand.formats.listing import listed
from upperhand.formats.read import read_scenario
from upperhand.model.case import Alternative, Case, Condition, Feature, Issue, Party, Position, Rule
from upperhand.model.estimate import Estimate
from upperhand.model.package import Package
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue
from upperhand.value.worth import likely, options_value

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the scenario data is not beside the project")
ONE, NONE = Estimate.point(1.0), Estimate.point(0.0)


def through_a_file(case: Case, folder: Path) -> Case:
    """The case after writing it down and reading it, without a complaint."""
    (folder / "case.yaml").write_text(case_text(case), encoding="utf-8")
    opened = read_case(folder)
    assert opened.case is not None, opened.problems
    return opened.case


def again(case: Case) -> Scenario:
    """The scenario of a case that loses nothing."""
    scenario, problems = scenario_of(case)
    assert scenario is not None and problems == []
    return scenario


def test_the_lease_becomes_a_case_in_points(tmp_path: Path) -> None:
    case = through_a_file(case_of(LEASE), tmp_path)
    assert (case.title, case.unit, case.me.name, case.them.name) == ("Lease", "points", "tenant", "landlord")
    assert case.issue("months") == Issue("months", (), 6.0, 24.0, 1.0)
    assert {o: w.likely for o, w in case.mine.issues["rent"].items()} == {"900": 0.5, "950": 0.3125, "1000": 0}
    assert case.theirs.issues["months"]["6"].likely == 0.05
    assert case.mine.otherwise is not None and case.mine.otherwise.likely == 0.35
    for package in list(packages(LEASE))[::7]:
        for side, profile in ((case.mine, LEASE.profiles[0]), (case.theirs, LEASE.profiles[1])):
            terms = {name: float(o) if name == "months" else o for name, o in package.items()}
            assert options_value(case, side, Package(terms), likely) == pytest.approx(profile.worth(package), abs=1e-12)
    assert (
        differ(replace(LEASE, profiles=(LEASE.profiles[0], replace(LEASE.profiles[1], discount=None))), again(case))
        == []
    )


def test_what_a_case_has_no_place_for_is_said() -> None:
    (warning,) = not_carried(LEASE)
    assert (
        warning.severity == "warning"
        and "'landlord' loses value with the time of the talk (discount 0.9)" in warning.what
    )
    assert not_carried(LEASE, me="tenant")[0].what == warning.what


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(scenario=scenarios(negative=True))
def test_every_scenario_survives_being_a_case(scenario: Scenario) -> None:
    names = [profile.name for profile in scenario.profiles]
    case = case_of(scenario, names[0], names[1] if len(names) > 1 else None)
    back = again(case)
    scale = max([1.0, *(abs(w) for p in scenario.profiles for i in p.weights for w in p.table(i).values())])
    for old, new in zip(scenario.profiles[:2], back.profiles, strict=True):
        assert (new.reservation is None) == (old.reservation is None)
        for was, now in zip(scenario.issues, back.issues, strict=True):
            assert len(set(now.options)) == len(was.options) and now.name == now.name.strip() != ""
            for one, other in zip(listed(was, ""), listed(now, ""), strict=True):
                before = old.weights[was.name] * old.evaluation(was.name, one)
                after = new.weights[now.name] * new.evaluation(now.name, other)
                assert abs(before - after) <= 1e-12 * scale


def test_who_i_am_and_whom_i_face() -> None:
    issue = ScenarioIssue("a", ("x", "y"))
    three = Scenario(
        "s", (issue,), tuple(Profile(n, {"a": 1.0}, {"a": {"x": 1.0, "y": 0.0}}) for n in ("p", "q", "me"))
    )
    two = replace(three, profiles=three.profiles[1:])
    assert [case_of(two).me.name, case_of(two).them.name] == ["me", "q"]
    assert [case_of(two, "q").me.name, case_of(two, "q").them.name] == ["q", "me"]
    assert case_of(two, them="me").me.name == "q"
    assert case_of(three, "p", "q").them.name == "q"
    alone = case_of(replace(three, profiles=three.profiles[:1]))
    assert alone.theirs == Position() and alone.them.name == "them"
    for wrong, what in (
        ((three, None, None), "has 3 profiles: say who you are and whom you face"),
        ((three, "p", None), "'p', 'q', 'me'"),
        ((two, "z", None), "no profile 'z'"),
        ((two, "q", "q"), "cannot face itself"),
        ((replace(three, profiles=()), None, None), "no profile"),
    ):
        with pytest.raises(CallError, match=what):
            case_of(*wrong)


def points(**parts: object) -> Case:
    """A case in points about one issue of two options."""
    mine = Position(issues={"a": {"x": ONE, "y": NONE}}, otherwise=NONE)
    case = Case("t", Party("me"), Party("them"), issues=(Issue("a", ("x", "y")),), mine=mine)
    return replace(case, **parts)  # type: ignore[arg-type]


def test_a_case_that_is_no_sum_of_points_is_refused_with_the_reason() -> None:
    for case, what in (
        (points(unit="EUR"), "The case is in EUR"),
        (points(issues=()), "no issues"),
        (points(mine=Position()), "Neither side's options are valued"),
    ):
        scenario, problems = scenario_of(case)
        assert scenario is None and any(what in p.what and p.severity == "error" for p in problems), problems


def test_what_a_scenario_has_no_place_for_is_said() -> None:
    estimate = Estimate(0.5, 0.2, 0.9)
    mine = Position(
        issues={"a": {"x": estimate}},
        otherwise=ONE,
        alternatives=(Alternative("other", ONE, ONE, NONE, NONE),),
    )
    rule = Rule((Condition("a", ("x",)),), 0, "a is not x")
    scenario, problems = scenario_of(points(mine=mine, features=(Feature("seal"),), rules=(rule,)))
    assert scenario is not None and scenario.profiles[0].table("a") == {"x": 0.5, "y": 0.0}
    assert [p.severity for p in problems] == ["warning"] * 5
    told = " ".join(p.what for p in problems)
    for word in ("'seal'", "The rules are not written", "'a: y'", "likely value", "'otherwise' alone"):
        assert word in told


def test_a_range_keeps_its_bends_and_its_flat_ends() -> None:
    worths = {"10": Estimate.point(4.0), "20": Estimate.point(1.0), "25": Estimate.point(3.0)}
    case = points(issues=(Issue("a", (), 0.0, 30.0, 5.0),), mine=Position(issues={"a": worths}, otherwise=NONE))
    (profile,) = again(case).profiles
    worth = {
        at: options_value(case, case.mine, Package({"a": at}), likely)
        for at in (0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0)
    }
    assert [profile.worth({"a": at}) for at in worth] == pytest.approx(list(worth.values()), abs=1e-12)
    assert list(worth.values()) == [4, 4, 4, 2.5, 1, 3, 3]


@needs_data
def test_two_party_scenarios_become_case_files_without_a_complaint(tmp_path: Path) -> None:
    told = (DATA / "bilateral.txt").read_text(encoding="utf-8").splitlines()
    for folder in [line.split("\t")[0] for line in told if line and not line.startswith("#")][::9]:
        scenario, _ = read_scenario(DATA / folder)
        assert scenario is not None
        opened = through_a_file(case_of(scenario), tmp_path)
        back = again(opened)
        for old, new in zip(scenario.profiles, back.profiles, strict=True):
            for was, now in zip(scenario.issues, back.issues, strict=True):
                assert [*new.table(now.name).values()] == pytest.approx([*old.table(was.name).values()], abs=1e-12)
