"""Does each format mean here what it means where it comes from?"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from tests.formats_samples import DATA, LEASE, MADE_ELSEWHERE, packages
from upperhand.errors import WorldError
from upperhand.formats.read import read_scenario
from upperhand.formats.write import write_scenario
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue

needs_data = pytest.mark.skipif(not DATA.is_dir(), reason="the scenario data is not beside the project")

GENIUS_DOMAIN = """<negotiation_template><utility_space number_of_issues="3">
<objective index="0" etype="objective" type="objective" description="" name="Stall">
<issue index="1" name="size" type="discrete" vtype="discrete">
<item index="1" value="small"/><item index="2" value="large"/></issue>
<issue index="2" name="days" type="integer" vtype="integer" lowerbound="2" upperbound="7"></issue>
<issue index="3" name="share" type="real" vtype="real"><range lowerbound="0.0" upperbound="0.5"></range></issue>
</objective></utility_space></negotiation_template>
"""
GENIUS_PROFILE = """<utility_space><objective index="0" name="Stall">
<weight index="3" value="0.5"/><weight index="1" value="0.3"/><weight index="2" value="0.4"/>
<issue index="1" name="size" type="discrete">
<item index="1" value="small" evaluation="2"/><item index="2" value="large" evaluation="8"/></issue>
<issue index="2" name="days" type="integer" lowerbound="2" upperbound="7">
<evaluator ftype="linear" slope="0.25" offset="0.0"/></issue>
<issue index="3" name="share" type="real"><range lowerbound="0.0" upperbound="0.5"/>
<evaluator ftype="linear" parameter0="1.0" parameter1="-2.0"/></issue>
</objective><discount_factor value="0.8"/><reservation value="0.4"/></utility_space>
"""


def folder(place: Path, **files: str) -> Path:
    """A folder with files; in names `_dot_` stands for the dot."""
    for name, text in files.items():
        (place / name.replace("_dot_", ".")).write_text(text, encoding="utf-8")
    return place


def read(place: Path, **how: str) -> Scenario:
    """The scenario there, which has to be one."""
    scenario, problems = read_scenario(place, **how)  # type: ignore[arg-type]
    assert scenario is not None, problems
    return scenario


def test_genius_divides_by_the_issues_maximum_and_by_the_sum_of_weights(tmp_path: Path) -> None:
    folder(tmp_path, d_dot_xml=GENIUS_DOMAIN, vendor_dot_xml=GENIUS_PROFILE)
    scenario, problems = read_scenario(tmp_path)
    assert scenario is not None and scenario.name == "Stall" and scenario.size is None
    vendor = scenario.profile("vendor")
    assert (vendor.reservation, vendor.discount) == (0.4, 0.8)
    assert dict(vendor.weights) == pytest.approx({"size": 0.25, "days": 1 / 3, "share": 5 / 12}, abs=1e-15)
    # large 8/8, small 2/8; days from the lower bound, (4 - 2) x .25, cut off at 1 from day 6 on; share 1 - 2 x
    assert vendor.worth({"size": "small", "days": 4, "share": 0.1}) == pytest.approx(
        0.25 * 0.25 + 0.5 / 3 + 0.8 * 5 / 12, abs=1e-15
    )
    assert vendor.evaluation("days", 6) == vendor.evaluation("days", "7") == 1.0
    (warning,) = problems
    assert warning.severity == "warning" and (warning.file, warning.line) == ("vendor.xml", 1)
    assert "sum to 1.2, not to 1" in warning.what and "divided by their sum" in warning.fix


def test_as_negmas_everything_stays_as_it_stands_in_the_file(tmp_path: Path) -> None:
    folder(tmp_path, d_dot_xml=GENIUS_DOMAIN, vendor_dot_xml=GENIUS_PROFILE)
    scenario, problems = read_scenario(tmp_path, meaning="negmas")
    assert scenario is not None
    vendor = scenario.profile("vendor")
    assert dict(vendor.weights) == {"size": 0.3, "days": 0.4, "share": 0.5}
    assert vendor.worth({"size": "large", "days": 7, "share": 0.5}) == pytest.approx(
        0.3 * 8 + 0.4 * 7 * 0.25, abs=1e-15
    )
    assert [p.severity for p in problems] == ["warning"] and "as they stand" in problems[0].fix


def test_evaluations_up_to_one_are_left_alone(tmp_path: Path) -> None:
    half = GENIUS_PROFILE.replace('evaluation="2"', 'evaluation="0.25"').replace('evaluation="8"', 'evaluation="0.5"')
    vendor = read(folder(tmp_path, d_dot_xml=GENIUS_DOMAIN, vendor_dot_xml=half)).profiles[0]
    assert vendor.evaluations["size"] == {"small": 0.25, "large": 0.5}


def test_a_single_profile_brings_its_issues_along(tmp_path: Path) -> None:
    for suffix in ("xml", "txt"):
        file = tmp_path / f"vendor.{suffix}"
        file.write_text(GENIUS_PROFILE, encoding="utf-8")
        scenario = read(file)
        assert [issue.name for issue in scenario.issues] == ["size", "days", "share"]
        assert [profile.name for profile in scenario.profiles] == ["vendor"]


def test_what_negmas_wrote_is_worth_what_negmas_said_it_is() -> None:
    with (MADE_ELSEWHERE / "utilities.csv").open(encoding="utf-8", newline="") as file:
        told = [*csv.DictReader(file)]
    assert len(told) == 180
    for place in ("negmas-yaml", "negmas-json"):
        scenario = read(MADE_ELSEWHERE / place)
        assert scenario.name == "Bakery" and scenario.size == 180
        assert scenario.issues[1] == ScenarioIssue("loaves (dozens)", (), 1.0, 6.0, 1.0)
        baker, landlord = scenario.profiles
        assert (baker.reservation, baker.discount, landlord.reservation, landlord.discount) == (0.3, None, 0.2, 0.9)
        for row in told:
            for profile in scenario.profiles:
                package = {issue.name: row[issue.name] for issue in scenario.issues}
                assert profile.worth(package) == pytest.approx(float(row[profile.name]), abs=1e-12)


def test_the_xml_that_negmas_wrote_reads_alike_in_both_meanings() -> None:
    for meaning in ("own", "negmas"):
        xml, yaml = read(MADE_ELSEWHERE / "negmas-xml", meaning=meaning), read(MADE_ELSEWHERE / "negmas-yaml")
        last = {xml.issues[0].options[-1]: yaml.issues[0].options[-1]}
        for package in packages(xml):
            same = {**package, "delivery": last.get(package["delivery"], package["delivery"])}
            for one, other in zip(xml.profiles, yaml.profiles, strict=True):
                assert one.worth(package) == pytest.approx(other.worth(same), abs=1e-12)


GENIUSWEB = {
    "LinearAdditiveUtilitySpace": {
        "issueUtilities": {
            "price": {"numberutils": {"lowValue": "10", "lowUtility": 0.2, "highValue": 20, "highUtility": "1"}},
            "colour": {"discreteutils": {"valueUtilities": {"red": 1, "blue": 0.5}}},
        },
        "issueWeights": {"price": 0.6, "colour": 0.4},
        "domain": {
            "name": "Paint",
            "issuesValues": {
                "price": {"range": {"low": 10, "high": 20, "step": 2.5}},
                "colour": {"values": ["red", "blue"]},
            },
        },
        "name": "painter",
        "reservationBid": {"issuevalues": {"price": 12.5, "colour": "blue"}},
    }
}


def test_geniusweb_numbers_and_reservation_bid(tmp_path: Path) -> None:
    scenario = read(folder(tmp_path, a_dot_json=json.dumps(GENIUSWEB)))
    (painter,) = scenario.profiles
    assert scenario.issues[0] == ScenarioIssue("price", (), 10.0, 20.0, 2.5) and scenario.size == 10
    assert painter.worth({"price": "15", "colour": "blue"}) == pytest.approx(0.6 * 0.6 + 0.4 * 0.5, abs=1e-15)
    assert painter.reservation == pytest.approx(0.6 * 0.4 + 0.4 * 0.5, abs=1e-15)
    assert (scenario.name, painter.name) == ("Paint", "painter")


def test_a_reservation_bid_may_leave_issues_open(tmp_path: Path) -> None:
    text = json.dumps(GENIUSWEB).replace('"price": 12.5, ', "")
    assert read(folder(tmp_path, a_dot_json=text)).profiles[0].reservation == pytest.approx(0.2)


def test_negolog_reads_the_product_and_passes_specs_over(tmp_path: Path) -> None:
    profile = {
        "reservationValue": 0.1,
        "issueWeights": {"a": 0.5, "b": 0.6},
        "issues": {"a": {"x": 1, "y": 0.5}, "b": {"z": 1}},
    }
    folder(tmp_path, profileA_dot_json=json.dumps(profile), profileB_dot_json=json.dumps(profile),
           specs_dot_json=json.dumps({"Name": "Domain0", "NumberOfBids": 2}))  # fmt: skip
    scenario, problems = read_scenario(tmp_path)
    assert scenario is not None and [p.name for p in scenario.profiles] == ["profileA", "profileB"]
    assert scenario.profiles[0].worth({"a": "y", "b": "z"}) == pytest.approx(0.85, abs=1e-15)
    assert [p.severity for p in problems] == ["warning", "warning"]
    assert all("sum to 1.1, not to 1" in p.what and "as they stand" in p.fix for p in problems)


def test_the_format_is_told_by_the_content_and_not_by_the_name(tmp_path: Path) -> None:
    for form in ("genius", "geniusweb", "negmas", "negolog"):
        place = tmp_path / form
        for path in write_scenario(LEASE, form, place):
            if path.suffix in (".xml", ".json"):
                path.rename(path.with_suffix(".json" if path.suffix == ".xml" else ".xml"))
        assert [p.name for p in read(place).profiles] == ["tenant", "landlord"], form


def test_byte_order_marks_and_other_encodings_are_read(tmp_path: Path) -> None:
    text = GENIUS_PROFILE.replace("size", "größe")
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "a.xml").write_bytes(text.encode(encoding))
        assert read(tmp_path / "a.xml").issues[0].name == "größe"
        (tmp_path / "a.json").write_bytes(json.dumps(GENIUSWEB).replace("colour", "größe").encode(encoding))
        assert read(tmp_path / "a.json").issues[1].name == "größe"
    (tmp_path / "a.xml").write_bytes(b'<?xml version="1.0" encoding="ISO-8859-1"?>' + text.encode("latin-1"))
    assert read(tmp_path / "a.xml").issues[0].name == "größe"


def test_what_is_not_there_is_the_worlds_fault(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere", tmp_path / "nul\0"):
        with pytest.raises(WorldError, match=r"is not there|cannot be read"):
            read_scenario(path)


def test_a_package_names_options_that_are_there() -> None:
    profile = Profile(
        "x", {"a": 1.0, "r": 1.0}, {"a": {"90": 0.0, "100": 1.0}, "r": {"0": 0.0, "10": 1.0}}, frozenset("r")
    )
    assert profile.worth({"a": "90", "r": 2.5}) == 0.25 and profile.evaluation("r", "99") == 1.0
    wrong: list[dict[str, str | float]] = [{"a": "95", "r": 1}, {"a": "90"}, {"a": "90", "r": "much"}]
    for package in wrong:
        with pytest.raises(KeyError):
            profile.worth(package)


@needs_data
@pytest.mark.parametrize("name", ["domain0", "domain2", "domain20", "domain34"])
def test_the_best_product_of_utilities_is_the_one_that_negolog_stored(name: str) -> None:
    scenario = read(DATA / "negolog" / name)
    specs = json.loads((DATA / "negolog" / name / "specs.json").read_text(encoding="utf-8"))
    one, other = scenario.profiles
    best = max(one.worth(package) * other.worth(package) for package in packages(scenario))
    assert best == pytest.approx(specs["Nash Product"], abs=1e-9) and scenario.size == specs["NumberOfBids"]
