"""Does a scenario come back from every format with the same values?"""

from __future__ import annotations

import re
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from tests.formats_samples import DATA, LEASE, as_sheet_keeps, differ, packages, scenarios
from upperhand.errors import CallError
from upperhand.formats.jsontree import json_tree
from upperhand.formats.read import read_scenario
from upperhand.formats.write import FORMATS, write_scenario
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the scenario data is not beside the project")
SHEETS = ("csv", "xlsx")
SCALED = ("genius", "geniusweb")
# control characters and non-characters have no place in XML, nor a zero byte in any text
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
PADDED = Scenario(
    "root",
    (ScenarioIssue(" a ", (" b ", "b")),),
    (
        Profile("z", {" a ": 2.0}, {" a ": {" b ": 3.0, "b": 0.0}}),
        Profile("a", {" a ": 1.0}, {" a ": {" b ": 0.0, "b": 1.0}}, reservation=7.0),
    ),
)


def back(scenario: Scenario, form: str) -> Scenario:
    """The scenario after writing and reading it, which leaves nothing but itself behind."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "new" / "place"
        written = write_scenario(scenario, form, place)
        assert all(path.is_file() for path in written) and list(place.parent.iterdir()) == [place]
        again, problems = read_scenario(place)
        assert again is not None, problems
        assert all(problem.severity == "warning" for problem in problems)
        return again


def scale_of(scenario: Scenario) -> float:
    """The largest value of a package, at least 1: rounding is a share of it."""
    return max([1.0, *(max(map(abs, p.table(i).values())) for p in scenario.profiles for i in p.weights)])


def all_names(scenario: Scenario) -> str:
    """Every name of a scenario."""
    options = [option for issue in scenario.issues for option in issue.options]
    issues, profiles = [i.name for i in scenario.issues], [p.name for p in scenario.profiles]
    return "".join([scenario.name, *issues, *options, *profiles])


@pytest.mark.parametrize("form", FORMATS)
def test_the_lease_comes_back(form: str) -> None:
    again = back(LEASE, form)
    assert differ(LEASE, again) == []
    if form in SHEETS:
        assert [dict(p.weights) for p in again.profiles] == [as_sheet_keeps(p) for p in LEASE.profiles]
    else:
        assert again.name == "Lease" and [p.weights for p in again.profiles] == [p.weights for p in LEASE.profiles]
    months = again.issues[2]
    assert months == LEASE.issues[2] if form in ("genius", "geniusweb", "negmas") else len(months.options) == 19
    if form == "genius":
        assert again == LEASE


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(scenario=scenarios())
@example(scenario=PADDED)
def test_any_scenario_comes_back_or_is_refused_with_the_reason(form: str, scenario: Scenario) -> None:
    try:
        again = back(scenario, form)
    except CallError as refused:
        if "Nothing is worth anything" in refused.what:
            assert form in SCALED and any(max(p.table(i).values()) == 0 for p in scenario.profiles for i in p.weights)
        else:
            assert form in (*SCALED, *SHEETS) and NOT_IN_XML.search(all_names(scenario)), refused
        return
    assert differ(scenario, again, 1e-12 * scale_of(scenario)) == []


@pytest.mark.parametrize("form", ["negmas", *SHEETS])
@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(scenario=scenarios(negative=True))
def test_negative_values_come_back_where_a_format_has_them(form: str, scenario: Scenario) -> None:
    try:
        assert differ(scenario, back(scenario, form), 1e-12 * scale_of(scenario)) == []
    except CallError as refused:
        assert form in SHEETS and NOT_IN_XML.search(all_names(scenario)), refused


@pytest.mark.parametrize("form", [*SCALED, "negolog"])
def test_negative_values_are_refused_where_a_format_has_none(form: str, tmp_path: Path) -> None:
    low = Profile("x", {"a": 1.0}, {"a": {"b": -0.5, "c": 1.0}})
    with pytest.raises(CallError, match=r"no negative values.*'a'.*'x'.*negmas"):
        write_scenario(Scenario("s", (ScenarioIssue("a", ("b", "c")),), (low,)), form, tmp_path / "x")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("form", SCALED)
def test_points_are_written_from_0_to_1_and_come_back_as_points(form: str, tmp_path: Path) -> None:
    points = Profile(
        "x", {"a": 1.0, "b": 3.0}, {"a": {"k": 60.0, "l": 15.0}, "b": {"m": 0.0, "n": 10.0}}, reservation=45.0
    )
    scenario = Scenario("s", (ScenarioIssue("a", ("k", "l")), ScenarioIssue("b", ("m", "n"))), (points,))
    assert differ(scenario, back(scenario, form)) == []
    write_scenario(scenario, form, tmp_path / "x")
    told = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "x").glob("x.*"))
    # 60 of 90 points and 30 of 90; option l is a quarter of the issue; no deal is half of everything
    assert "0.666666666666666" in told and "0.25" in told and "60" not in told
    if form == "genius":
        assert '<reservation value="0.5">' in told and 'scale="90.0"' in told


def test_geniusweb_gets_weights_that_sum_to_exactly_one_and_a_bid_for_the_no_deal_value(tmp_path: Path) -> None:
    thirds = dict.fromkeys("abc", 1 / 3)
    issues = tuple(ScenarioIssue(name, ("low", "high")) for name in thirds)
    profile = Profile("x", thirds, {name: {"low": 0.0, "high": 1.0} for name in thirds}, reservation=0.5)
    write_scenario(Scenario("s", issues, (profile,)), "geniusweb", tmp_path / "w")
    root = json_tree((tmp_path / "w" / "x.json").read_text(encoding="utf-8")).root
    assert root is not None
    space = root.keys["LinearAdditiveUtilitySpace"]
    assert sum(Decimal(node.text) for node in space.keys["issueWeights"].keys.values()) == 1
    bid = {name: node.text for name, node in space.keys["reservationBid"].keys["issuevalues"].keys.items()}
    assert sorted(bid.values()) == ["high", "high", "low"], "the least package that is no worse than .5"
    (tmp_path / "w" / "no-deal.csv").unlink()
    again, _ = read_scenario(tmp_path / "w")
    assert again is not None and again.profiles[0].reservation == pytest.approx(2 / 3, abs=1e-15)


def test_the_order_of_the_parties_and_names_that_no_file_can_bear_come_back() -> None:
    names = ("seller", "Buyer", "buyer", "a/b", "con", "..", "x" * 200, "?")
    profiles = tuple(Profile(name, {"a": 1.0}, {"a": {"b": 1.0, "c": i / 10}}) for i, name in enumerate(names))
    scenario = Scenario("any", (ScenarioIssue("a", ("b", "c")),), profiles)
    for form in FORMATS:
        assert differ(scenario, back(scenario, form)) == [], form


def test_a_range_without_steps_goes_where_it_can_and_is_refused_elsewhere(tmp_path: Path) -> None:
    issue = ScenarioIssue("share", (), 0.0, 0.5)
    profile = Profile("x", {"share": 1.0}, {"share": {"0": 0.2, "0.5": 0.7}}, frozenset({"share"}))
    scenario = Scenario("s", (issue,), (profile,))
    for form in ("genius", "negmas"):
        again = back(scenario, form)
        assert again.issues == (issue,) and again.profiles[0].worth({"share": 0.2}) == pytest.approx(0.4, abs=1e-15)
    for form in ("geniusweb", "negolog", *SHEETS):
        with pytest.raises(CallError, match=r"'share', which has no steps"):
            write_scenario(scenario, form, tmp_path / form)
    bent = Profile("x", {"share": 1.0}, {"share": {"0": 0.2, "0.1": 0.7, "0.5": 0.7}}, frozenset({"share"}))
    for form in FORMATS:
        with pytest.raises(CallError, match="no steps"):
            write_scenario(Scenario("s", (issue,), (bent,)), form, tmp_path / form)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_overwritten(form: str, tmp_path: Path) -> None:
    place = tmp_path / "there"
    write_scenario(LEASE, form, place)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(CallError, match="is there already"):
        write_scenario(LEASE, form, place)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


def test_an_empty_folder_is_filled_and_an_unknown_format_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert len(write_scenario(LEASE, "negmas", tmp_path / "empty")) == 3
    with pytest.raises(CallError, match=r"'pdf' is not a format.*genius, geniusweb, negmas, negolog, csv, xlsx"):
        write_scenario(LEASE, "pdf", tmp_path / "x")


@needs_data
def test_every_scenario_of_the_data_comes_back_from_every_format() -> None:
    seen = 0
    for folder in sorted({path.parent for path in DATA.glob("*/**/*") if path.is_file()}):
        scenario, problems = read_scenario(folder)
        if scenario is None:
            assert all("nonlinear" in problem.what for problem in problems), problems
            continue
        seen += 1
        for form in FORMATS:
            again = back(scenario, form)
            assert differ(scenario, again) == [], (folder, form)
            if form in ("negmas", "negolog") and not any(issue.is_range for issue in scenario.issues):
                assert again == scenario, (folder, form)
    assert seen == 109


@needs_data
def test_the_counts_of_the_list_of_two_party_scenarios_hold() -> None:
    told = [line.split("\t") for line in (DATA / "bilateral.txt").read_text(encoding="utf-8").splitlines()]
    for folder, count in (line for line in told if len(line) == 2 and not line[0].startswith("#")):
        scenario, _ = read_scenario(DATA / folder)
        assert scenario is not None and len(scenario.profiles) == 2 and scenario.size == int(count), folder


@needs_data
def test_the_utility_of_each_package_is_what_its_parts_say() -> None:
    scenario, _ = read_scenario(DATA / "genius" / "anac" / "y2012" / "LaptopA")
    assert scenario is not None
    again = back(scenario, "xlsx")
    for package in packages(scenario):
        for profile, same in zip(scenario.profiles, again.profiles, strict=True):
            assert profile.worth(package) == pytest.approx(same.worth(package), abs=1e-12)
