"""Does bad input get one clear sentence with its file and line, and never a failure?"""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats_samples import LEASE
from upperhand.errors import Problem
from upperhand.formats import disk
from upperhand.formats.read import read_scenario
from upperhand.formats.write import write_scenario

FORMS = {
    "xml": "genius",
    "json": "geniusweb",
    "yml": "negmas",
    "csv": "geniusweb",
    "A.json": "negolog",
    "B.json": "negolog",
}


def told(folder: Path, file: str, old: str, new: str) -> list[Problem]:
    """What is said about the lease after one file has ``new`` for the first ``old``; there is no scenario then."""
    suffix = file.split(".")[-1]
    form = FORMS[f"{file.split('.')[0][-1]}.json" if file.startswith("profile") else suffix]
    write_scenario(replace(LEASE, profiles=LEASE.profiles[::-1]), form, folder / form)
    path = folder / form / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    scenario, problems = read_scenario(folder / form)
    assert scenario is None
    return problems


# file, what is put in whose place, the line and the sentence that says so
WRONG: list[tuple[str, str, str, int | None, str]] = [
    ("tenant.xml", '"0.625"', '"nan"', 8, "The evaluation of '950' of 'rent' is 'nan', which is no finite number."),
    ("tenant.xml", '"0.625"', '"Infinity"', 8, "is 'Infinity', which is no finite number."),
    ("tenant.xml", '"0.625"', '"-0.5"', 8, "is '-0.5', which is below 0."),
    ("tenant.xml", '"0.625"', '"1e30"', 8, "is '1e30', which is too large to be meant."),
    ("tenant.xml", '"0.625"', '"a lot"', 8, "is 'a lot', which is not a number."),
    ("tenant.xml", ' evaluation="0.625"', "", 8, "The evaluation of '950' of 'rent' is missing."),
    ("tenant.xml", 'value="0.5"', 'value="NaN"', 3, "The weight of issue 1 is 'NaN', which is no finite number."),
    ("tenant.xml", 'value="0.5"', 'value="-1"', 3, "The weight of issue 1 is '-1', which is below 0."),
    ("tenant.xml", '<weight index="1" value="0.5"></weight>', "", 1, "There is no weight for 'rent'."),
    ("tenant.xml", 'weight index="2"', 'weight index="1"', 4, "The issue 1 has two weights."),
    ("tenant.xml", 'weight index="2"', 'weight index="7"', 2, "a weight for an issue with the index 7"),
    ("tenant.xml", '"950"', '"960"', 8, "'960' is not an option of 'rent' in 'Lease_domain.xml'."),
    ("tenant.xml", '"950"', '"960"', 6, "The profile does not value '950' of 'rent'."),
    ("tenant.xml", '"950"', '"900"', 8, "'900' of 'rent' is valued twice."),
    ("tenant.xml", '"rent"', '"price"', 1, "The profile has no values for 'rent', which 'Lease_domain.xml' has."),
    ("tenant.xml", '"rent"', '"price"', 6, "values for 'price', which is no issue of 'Lease_domain.xml'."),
    ("tenant.xml", '"rent"', '"months"', 17, "The issue 'months' stands twice."),
    ("tenant.xml", '"24"', '"25"', 17, "The upperbound of 'months' is 25; in the domain it is 24."),
    ("tenant.xml", '"linear"', '"triangular"', 18, "The evaluator of 'months' is 'triangular'"),
    ("tenant.xml", "<evaluator ", "<item/><evaluator ", 18, "The evaluation of '' of 'months' is missing."),
    ("tenant.xml", "</objective>", "</objective><utility><ufun/></utility>", 20, "nonlinear: its value is no sum"),
    ("tenant.xml", "<utility_space", '<utility_space type="nonlinear"', 1, "(its type is 'nonlinear')"),
    (
        "tenant.xml",
        "<objective",
        "<objective><objective/></objective><objective",
        2,
        "Objectives lie within the objective",
    ),
    ("landlord.xml", 'factor value="0.9"', 'factor value="1.5"', 21, "The discount factor is 1.5."),
    ("Lease_domain.xml", '"950"', '"900"', 5, "The option '900' of 'rent' stands 2 times."),
    ("Lease_domain.xml", '"950"', '" "', 6, "An option of 'rent' has no name."),
    ("Lease_domain.xml", '"rent"', '""', 4, "An issue has no name."),
    ("Lease_domain.xml", '"rent"', '"months"', 15, "The issue 'months' stands twice."),
    ("Lease_domain.xml", '"6"', '"24"', 15, "The range of 'months' has no width: 24 to 24."),
    ("Lease_domain.xml", '"6"', '"30"', 15, "The range of 'months' is upside down: 30 to 24."),
    ("Lease_domain.xml", '"6"', '"6.5"', 15, "The bounds of 'months' are no whole numbers."),
    ("Lease_domain.xml", "</objective>", "", 18, "The XML is broken or breaks off here"),
    ("tenant.json", '"900": 1.0', '"900": NaN', 7, "The utility of '900' of 'rent' is 'NaN', which is no finite"),
    ("tenant.json", '"900": 1.0', '"900": -1.0', 7, "which is below 0."),
    ("tenant.json", '"900": 1.0', '"900": 1.0, "900": 0.5', 7, "'900' stands twice: on line 7 and on line 7."),
    ("tenant.json", '"900": 1.0', '"900": [1]', 7, "The utility of '900' of 'rent' is missing."),
    ("tenant.json", '"rent": {', '"price": {', 4, "values for 'price', which is no issue of 'Lease.json'."),
    ("tenant.json", "LinearAdditive", "SumOfGroups", 1, "is a 'SumOfGroupsUtilitySpace', which is no sum over"),
    ("tenant.json", '      "900",', '      "890",', 40, "and the one in 'Lease.json' differ in 'rent'."),
    ("tenant.json", "discreteutils", "utils", 4, "'rent' has neither 'discreteutils' nor 'numberutils'."),
    ("tenant.json", '"lowValue": 6.0', '"lowValue": 7.0', 24, "The lowValue of 'months' is 7; the range ends at 6."),
    ("no-deal.csv", "landlord", "nobody", 2, "There is no profile 'nobody'."),
    ("no-deal.csv", ",1.0", ",-1", 2, "The scale is '-1', which is below 0."),
    ("no-deal.csv", "profile", "party", 1, "The first row is not 'profile,no deal,discount,scale'."),
    ("tenant.yml", "0.625", ".nan", 12, "The value of '950' of 'rent' is '.nan', which is no finite number."),
    ("tenant.yml", "- 0.5\n", "- -0.5\n", 5, "The weight of 'rent' is '-0.5', which is below 0."),
    ("tenant.yml", "- 0.5\n", "", 5, "The profile has 2 weights, and the domain has 3 issues."),
    ("tenant.yml", "LinearAdditive", "HyperRectangle", 1, "is a 'HyperRectangleUtilityFunction', which is no sum"),
    ("tenant.yml", "AffineFun", "QuadraticFun", 20, "The value function of 'months' is a 'QuadraticFun'"),
    ("tenant.yml", "TableFun", "AffineFun", 9, "The slope is missing."),
    ("tenant.yml", '"950":', '"900":', 12, "'900' stands twice: on line 11 and on line 12."),
    ("tenant.yml", "0.625", "!!python/object:os.system x", 12, "is not read here."),
    ("tenant.yml", "weights:", "bias: 0.5\nweights:", 4, "The profile adds a bias to its values."),
    ("tenant.yml", "mapping:", "mapping:\n\t", 11, "The YAML cannot be read here"),
    ("tenant.yml", "weights:", "---\nweights:", 4, "A second document starts here."),
    ("Lease.yml", '  - "900"\n  - "950"\n  - "1000"\n', "", 4, "'rent' lists no values."),
    ("Lease.yml", "  - 24\n", "", 20, "'months' is a ContiguousIssue without two ends."),
    ("Lease.yml", "Contiguous", "CountableInfinite", 17, "'months' has no ends (CountableInfiniteIssue)"),
    ("profileA.json", '"900": 0.0', '"900": -Infinity', 13, "is '-Infinity', which is no finite number."),
    ("profileA.json", '"rent": 0.7', '"price": 0.7', 7, "a weight for 'price', which is no issue of the profile."),
    ("profileB.json", '"900": 1.0,', "", 11, "The profile does not value '900' of 'rent'."),
    ("profileA.json", '"900": 0.0,', '"900": 0.0', 14, "A comma or a bracket is missing here."),
    ("profileA.json", '"900"', '"\\ud83d"', 13, "The option '' of 'rent' holds half a character."),
    ("profileA.json", '"900"', '"\\x"', 13, "A backslash in this text is not understood."),
    ("profileA.json", '"900"', "900", 13, "A key in quotes belongs here."),
    ("profileA.json", '"900": 0.0', '"900":: 0.0', 13, "A ':' cannot stand here."),
]


@pytest.mark.parametrize(("file", "old", "new", "line", "what"), WRONG)
def test_one_clear_sentence_with_its_file_and_line(
    file: str, old: str, new: str, line: int | None, what: str, tmp_path: Path
) -> None:
    problems = told(tmp_path, file, old, new)
    assert [p.line for p in problems if p.file == file and what in p.what][:1] == [line], [str(p) for p in problems]
    for problem in problems:
        assert problem.what.endswith(".") and problem.fix.endswith(".") and len(str(problem)) < 300


@pytest.mark.parametrize("file", ["tenant.xml", "tenant.json", "tenant.yml", "profileA.json"])
def test_a_file_cut_anywhere_is_refused_or_warned_of(file: str, tmp_path: Path) -> None:
    form = FORMS["A.json" if file == "profileA.json" else file.split(".")[-1]]
    write_scenario(replace(LEASE, profiles=LEASE.profiles[::-1]), form, tmp_path / "x")
    whole = (tmp_path / "x" / file).read_bytes()
    for share in (0.0, 0.1, 0.35, 0.6, 0.9, 0.985):
        (tmp_path / "x" / file).write_bytes(whole[: int(len(whole) * share)])
        scenario, problems = read_scenario(tmp_path / "x")
        # a number that has lost its last digits is still one
        assert scenario is None or file == "tenant.yml", share
        assert any(problem.file == file for problem in problems), share


def single(folder: Path, name: str, data: bytes) -> list[Problem]:
    """What is said about one file that is no scenario."""
    (folder / name).write_bytes(data)
    scenario, problems = read_scenario(folder / name)
    assert scenario is None and problems
    return problems


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>\n<utility_space>&b;</utility_space>'
ALIASES = b"type: &a [1,1,1,1,1,1,1,1,1]\n" + b"".join(
    b"k%d: &%c [%s]\n" % (i, 98 + i, b",".join([b"*%c" % (97 + i)] * 9)) for i in range(9)
)


@pytest.mark.parametrize(
    ("name", "data", "line", "what"),
    [
        ("a.xml", LAUGHS, 1, "declares a document type or entities"),
        ("a.xml", b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><utility_space/>', 1, "declares a document type"),
        ("a.xml", b"<utility_space>" + b"<objective>" * 100_000, 1, "nested over 60 deep"),
        (
            "a.xml",
            b'<?xml version="1.0" encoding="klingon"?><utility_space/>',
            1,
            "The encoding that the XML names is not known here.",
        ),
        ("a.xml", b"<utility_space>\n\xff\xfe</utility_space>", 2, "broken or breaks off"),
        ("a.xml", b"<utility_space/>", 1, "There is no <objective> with issues in it."),
        ("a.xml", b"<html><body/></html>", None, "The file is no scenario."),
        ("a.json", b'{"a":' * 100_000, 1, "nested over 40 deep"),
        ("a.json", b'{"issues": {}, "issueWeights": {}}', 1, "The profile has no issues."),
        ("a.json", b'{"a": "caf\xe9"}', 1, "The text is not UTF-8"),
        ("a.json", b"hello", 1, "This is no JSON."),
        ("a.yml", ALIASES, 6, "expand to more than any scenario holds"),
        ("a.yml", b"type: &a [*a]", 1, "contains itself"),
        ("a.yml", b"type: [" + b"[" * 100_000, 1, "nested over 40 deep"),
        ("a.yml", b"type: x\n<<: {a: 1}\n", 2, "Merge keys"),
        ("a.yml", b"name: x\nissues: \x07\n", 2, "does not belong in a text file"),
        ("a.csv", b"issue,option,me\na,caf\xe9,1\n", 2, "The text is not UTF-8: a byte on line 2"),
        ("a.csv", b"\0\0\0\0", None, "The file is empty."),
        ("a.xlsx", b"PK\x03\x04 and no more", None, "no whole xlsx"),
        ("a.txt", b"", None, "The file is empty."),
    ],
)
def test_traps_are_refused(name: str, data: bytes, line: int | None, what: str, tmp_path: Path) -> None:
    problems = single(tmp_path, name, data)
    assert any(what in p.what and p.file == name and (line is None or p.line == line) for p in problems), problems


def test_a_file_of_100_megabytes_is_refused_without_being_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "big.xml"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("the file is read"))
    scenario, problems = read_scenario(path)
    assert scenario is None and problems[0].what == (
        "The file has 100,000,000 bytes; such files are read up to 20,000,000 bytes."
    )


def test_a_million_options_are_too_many(tmp_path: Path) -> None:
    many = b'"an option": 0,' * 1_000_000
    assert (
        "over 500,000 values"
        in single(tmp_path, "a.json", b'{"issueWeights":{"a":1},"issues":{"a":{' + many[:-1] + b"}}}")[0].what
    )
    items = b"".join(b'<item value="%d" evaluation="0"/>' % i for i in range(10_001))
    text = b'<utility_space><objective><weight value="1"/><issue name="a">%b</issue></objective></utility_space>'
    (problem,) = single(tmp_path, "a.xml", text % items)
    assert problem.what == "The issue 'a' has 10,001 options; more than 10,000 are not read."
    rows = b"issue,option,me\n" + b"".join(b"a,%d,1\n" % i for i in range(10_001))
    assert "10,001 options" in single(tmp_path, "a.csv", rows)[0].what


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"<worksheet>" + b" " * 60_000_000)
    scenario, problems = read_scenario(tmp_path / "a.xlsx")
    assert scenario is None and "would unpack to 60,000,011 bytes" in problems[0].what


def test_an_empty_folder_and_one_with_only_a_domain(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    scenario, problems = read_scenario(tmp_path / "empty")
    assert scenario is None and [p.what for p in problems] == ["There is no scenario here."]
    for form, name in (("genius", "Lease_domain.xml"), ("geniusweb", "Lease.json"), ("negmas", "Lease.yml")):
        write_scenario(LEASE, form, tmp_path / form)
        for path in (tmp_path / form).iterdir():
            if path.name != name:
                path.unlink()
        for place in (tmp_path / form, tmp_path / form / name):
            scenario, problems = read_scenario(place)
            assert scenario is None and [p.what for p in problems] == [
                "There is a domain and no profile, so nothing says what anything is worth to anybody."
            ]
    (tmp_path / "negmas" / "Lease.yml").unlink()
    (tmp_path / "negmas" / "a.yml").write_text("type: LinearAdditiveUtilityFunction\nweights: [1]\nvalues: []\n")
    assert "does not name its issues" in read_scenario(tmp_path / "negmas")[1][0].what


def test_mixed_formats_two_domains_and_two_sheets_are_named(tmp_path: Path) -> None:
    for form in ("genius", "negolog"):
        for path in write_scenario(LEASE, form, tmp_path / form):
            path.rename(tmp_path / path.name)
    assert read_scenario(tmp_path)[1][0].what == "The folder holds files of several formats: 'genius', 'negolog'."
    for path in tmp_path.glob("profile*.json"):
        path.unlink()
    (tmp_path / "second.xml").write_bytes((tmp_path / "Lease_domain.xml").read_bytes())
    assert read_scenario(tmp_path)[1][0].what == "The folder holds 2 domains: 'Lease_domain.xml', 'second.xml'."
    write_scenario(LEASE, "csv", tmp_path / "sheets" / "a.csv")
    write_scenario(LEASE, "csv", tmp_path / "sheets" / "b.csv")
    assert read_scenario(tmp_path / "sheets")[1][0].what == "The folder holds 2 sheets: 'a.csv', 'b.csv'."


def test_what_is_no_part_of_a_scenario_is_left_out_with_a_warning(tmp_path: Path) -> None:
    write_scenario(LEASE, "negolog", tmp_path / "x")
    for name in ("_info.yaml", ".hidden.json", "readme.txt", "plot.png"):
        (tmp_path / "x" / name).write_text("{{{", encoding="utf-8")
    (tmp_path / "x" / "results.json").write_text(json.dumps({"rounds": 3, "rounds again": 3}), encoding="utf-8")
    scenario, problems = read_scenario(tmp_path / "x")
    assert scenario is not None
    assert [(p.file, p.severity) for p in problems] == [("results.json", "warning")]


def test_all_problems_of_all_files_come_in_one_go_but_not_by_the_thousand(tmp_path: Path) -> None:
    write_scenario(LEASE, "negolog", tmp_path / "x")
    bad = {"issueWeights": {}, "issues": {f"i{n}": {"a": "x"} for n in range(500)}}
    (tmp_path / "x" / "profileC.json").write_text(json.dumps(bad), encoding="utf-8")
    (tmp_path / "x" / "profileD.json").write_text("{", encoding="utf-8")
    problems = read_scenario(tmp_path / "x")[1]
    assert {p.file for p in problems} == {"profileC.json", "profileD.json"} and len(problems) == 22
    assert problems[-1].what == "981 more problems of this file are not shown."


def test_yaml_has_a_limit_of_its_own(tmp_path: Path) -> None:
    assert disk.LARGEST_YAML < disk.LARGEST
    assert "up to 1,000,000 bytes" in single(tmp_path, "a.yml", b"a: 1\n" * 200_001)[0].what
