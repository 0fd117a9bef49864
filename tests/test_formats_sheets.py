"""Are the scoring sheets that people keep read as they mean them?"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.conftest import Ended
from tests.formats_samples import LEASE, ROOT, differ
from upperhand.errors import Problem
from upperhand.formats.read import read_scenario
from upperhand.formats.sheet import header_of, party_of
from upperhand.formats.write import write_scenario
from upperhand.model.scenario import Scenario

LONG = """Issue,Option,My points,Their points,Notes
Price,900,0,40,
,950,25,30,we could live with this
,1000,45,0,
Start,tomorrow,0,20,
Start,this week,5,10,
Start,in two weeks,15,0,
Total,,60,60,
No deal,,20,15,
"""
BLOCKS = """Scoring sheet for the lease

Price,My points,Their points
900,0,40
950,25,30
1000,45,0

Start,,
tomorrow,0,20
this week,5,10
in two weeks,15,0

No deal,20,15
"""


def sheet(tmp_path: Path, text: str, name: str = "lease.csv") -> tuple[Scenario | None, list[Problem]]:
    """What is read from a sheet with that text."""
    (tmp_path / name).write_bytes(text.encode("utf-8"))
    return read_scenario(tmp_path / name)


def read(tmp_path: Path, text: str, name: str = "lease.csv") -> Scenario:
    """The scenario of a sheet, which has to be one without a complaint."""
    scenario, problems = sheet(tmp_path, text, name)
    assert scenario is not None and problems == [], problems
    return scenario


@pytest.mark.parametrize(
    "text", [LONG, BLOCKS, LONG.replace(",", ";"), BLOCKS.replace(",", "\t"), LONG.replace("\n", "\r\n")]
)
def test_the_same_sheet_in_its_usual_shapes(tmp_path: Path, text: str) -> None:
    scenario = read(tmp_path, text)
    assert [(issue.name, issue.options) for issue in scenario.issues] == [
        ("Price", ("900", "950", "1000")),
        ("Start", ("tomorrow", "this week", "in two weeks")),
    ]
    me, them = scenario.profiles
    assert (me.name, them.name, scenario.name) == ("me", "them", "lease")
    assert (me.reservation, them.reservation) == (20, 15)
    assert dict(me.weights) == {"Price": 45, "Start": 15} and dict(them.weights) == {"Price": 40, "Start": 20}
    assert me.worth({"Price": "950", "Start": "this week"}) == pytest.approx(30, abs=1e-12)
    assert them.worth({"Price": "950", "Start": "this week"}) == pytest.approx(40, abs=1e-12)


def test_columns_are_found_by_their_titles_in_any_order(tmp_path: Path) -> None:
    text = "a title\n\nOrtiz,Topic,Level,Us\n5,rent,low,1\n0,rent,high,9\n3,No agreement,,2\n"
    scenario = read(tmp_path, text)
    assert [profile.name for profile in scenario.profiles] == ["Ortiz", "me"]
    assert scenario.profile("Ortiz").table("rent") == {"low": 5, "high": 0}
    assert (scenario.profile("me").reservation, scenario.profile("Ortiz").reservation) == (2, 3)


def test_one_side_alone_is_a_sheet_too(tmp_path: Path) -> None:
    for text in ("issue,option,my points,their points\na,x,1,\na,y,2,\n", "a,my points\nx,1\ny,2\n", "a\nx,1\ny,2\n"):
        scenario = read(tmp_path, text)
        assert [profile.name for profile in scenario.profiles] == ["me"]
        assert scenario.profiles[0].table("a") == {"x": 1, "y": 2}


def test_numbers_as_people_write_them(tmp_path: Path) -> None:
    rows = 'issue;option;me\na;x;1.234,5\na;y;0,25\na;z;10%\na;"w ""so""";-3\n'
    assert read(tmp_path, rows).profiles[0].table("a") == pytest.approx(
        {"x": 1234.5, "y": 0.25, "z": 0.1, 'w "so"': -3}
    )
    rows = 'issue,option,me\na,x,"1,234.5"\na,y, 7 \n'
    assert read(tmp_path, rows).profiles[0].table("a") == {"x": 1234.5, "y": 7}


def test_weights_in_columns_multiply_scores(tmp_path: Path) -> None:
    text = (
        "issue,option,my weight,my score,their weight,their score\n"
        "price,low,70,0.2,40,1\nprice,high,70,1,,0\nstart,now,30,1,60,1\n"
    )
    scenario = read(tmp_path, text)
    assert dict(scenario.profile("me").weights) == {"price": 70, "start": 30}
    assert scenario.profile("me").worth({"price": "low", "start": "now"}) == pytest.approx(44)
    assert scenario.profile("them").worth({"price": "low", "start": "now"}) == pytest.approx(100)
    scenario_or_none, problems = sheet(tmp_path, text.replace(",70,", ",0.7,").replace(",30,", ",0.4,"))
    assert scenario_or_none is not None and [p.severity for p in problems] == ["warning"]
    assert "weights of 'me' sum to 1.1" in problems[0].what


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ("issue,option,me,them\na,x,1,2\na,y,3\n", 3, "The value to 'them' of 'y' of 'a' is missing"),
        ("issue,option,me\na,x,1\na,y,lots\n", 3, "The value to 'me' of 'y' of 'a' is 'lots', which is not a number"),
        ("issue,option,me\na,x,1\na,y,nan\n", 3, "no finite number"),
        ("issue,option,me\na,x,1\na,x,2\n", 2, "The option 'x' of 'a' stands 2 times"),
        ("issue,option,me\n,x,1\n", 2, "The option 'x' belongs to no issue"),
        ("issue,option,me\na,x,1\nb,,2\n", 3, "This row of 'b' scores no option"),
        ("x,1,2\ny,2,3\n", 1, "'x' stands below no issue"),
        ("a,me\nx,1\n\nb,me\n\nc,me\nz,1\n", 4, "The issue 'b' has no options"),
        ("issue,option,weight,me\na,x,1,1\na,y,2,1\n", 3, "'2' is no weight of 'a', or not its only one"),
        ("issue,option,weight,me\na,x,1,1\nb,y,,1\n", 1, "There is no weight for 'b'"),
        ("hello world\n", None, "No issue with an option and its points"),
        ("issue,option,me\n", None, "No issue with an option and its points"),
        ('issue,option,me\na,"x,1\n' + "y" * 300_000, 2, "The row cannot be read"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(tmp_path: Path, text: str, line: int | None, what: str) -> None:
    scenario, problems = sheet(tmp_path, text)
    assert scenario is None
    assert [(p.file, p.line) for p in problems if what in p.what] == [("lease.csv", line)], problems


@pytest.mark.parametrize(
    "name", ["me", "them", "Dana", "my", "us", "Dana points", "weight", "points of x", "", "Total"]
)
def test_a_column_title_names_its_party_again(name: str) -> None:
    assert party_of(header_of(name)) == name


def shared_workbook(rows: list[list[str | float]]) -> bytes:
    """A workbook as spreadsheet programs save it: texts shared and in runs, a formula's value cached, gaps in rows, a
    sheet without anything on it, a prefix before every name."""
    strings = [cell for row in rows for cell in row if isinstance(cell, str)]
    told = ""
    for r, row in enumerate(rows, 1):
        told += f'<x:row r="{r}">'
        for c, cell in enumerate(row):
            place = f'r="{chr(65 + c)}{r}"'
            if isinstance(cell, float):
                told += f"<x:c {place}><x:f>1+1</x:f><x:v>{cell!r}</x:v></x:c>"
            elif cell:
                told += f'<x:c {place} t="s"><x:v>{strings.index(cell)}</x:v></x:c>'
        told += "</x:row>"
    items = "".join(f"<si><r><t>{s[:1]}</t></r><r><t>{s[1:]}</t></r><rPh><t>zz</t></rPh></si>" for s in strings)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", f"<sst>{items}</sst>")
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet><sheetData></sheetData></worksheet>")
        archive.writestr(
            "xl/worksheets/sheet2.xml", f'<x:worksheet xmlns:x="y"><x:sheetData>{told}</x:sheetData></x:worksheet>'
        )
    return out.getvalue()


def test_a_workbook_as_a_spreadsheet_program_saves_it(tmp_path: Path) -> None:
    rows: list[list[str | float]] = [
        ["Issue", "Option", "", "My points"],
        ["Price", 900.0, "", 0.1 + 0.2],
        ["", 0.5, "", 7.0],
        ["No deal", "", "", 3.0],
    ]
    (tmp_path / "a.xlsx").write_bytes(shared_workbook(rows))
    scenario, problems = read_scenario(tmp_path / "a.xlsx")
    assert scenario is not None and problems == []
    assert scenario.issues[0].options == ("900", "0.5")
    assert (
        scenario.profiles[0].table("Price") == pytest.approx({"900": 0.3, "0.5": 7.0})
        and scenario.profiles[0].reservation == 3
    )


def test_the_workbook_that_is_written_has_every_part_a_spreadsheet_program_asks_for(tmp_path: Path) -> None:
    (path,) = write_scenario(LEASE, "xlsx", tmp_path / "lease.xlsx")
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        roots = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    assert roots.keys() >= {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}
    parts = {element.attrib["PartName"] for element in roots["[Content_Types].xml"] if "PartName" in element.attrib}
    assert parts == {"/xl/workbook.xml", "/xl/worksheets/sheet1.xml"}
    targets = [
        element.attrib["Target"] for name in ("_rels/.rels", "xl/_rels/workbook.xml.rels") for element in roots[name]
    ]
    assert targets == ["xl/workbook.xml", "worksheets/sheet1.xml"]
    sheet1 = roots["xl/worksheets/sheet1.xml"]
    cells = [cell.attrib["r"] for cell in sheet1.iter() if cell.tag.endswith("}c")]
    assert cells[:5] == ["A1", "B1", "C1", "D1", "A2"] and len(cells) == 4 * 27 + 3 + 2


def test_no_cell_that_is_written_starts_a_formula(tmp_path: Path) -> None:
    (path,) = write_scenario(LEASE, "csv", tmp_path / "lease.csv")
    with path.open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert '"- later -"' in cells and "<now> & then" in cells
    assert not any(cell[:1] in tuple("=+-@") for cell in cells)


def test_the_sheets_on_the_page_become_the_cases_it_says(tmp_path: Path, call: Callable[..., Ended]) -> None:
    page = (ROOT / "docs" / "how-to" / "scenarios.md").read_text(encoding="utf-8")
    told = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    assert len(told) == 2
    for number, text in enumerate(told):
        (tmp_path / "lease.csv").write_text(text, encoding="utf-8")
        code, _, err = call("import", tmp_path / "lease.csv", "--out", tmp_path / f"lease{number}")
        assert code == 0, err
        assert call("offers", tmp_path / f"lease{number}")[0] == 0
        assert call("export", tmp_path / f"lease{number}", "--to", "xlsx", "--out", tmp_path / f"{number}.xlsx")[0] == 0
        first, second = read_scenario(tmp_path / "lease.csv")[0], read_scenario(tmp_path / f"{number}.xlsx")[0]
        assert first is not None and second is not None and differ(first, second) == []
