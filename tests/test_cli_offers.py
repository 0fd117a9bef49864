"""Offers, menus, replies and scenarios from the command line, as a user goes through them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import upperhand as uh
from tests.conftest import Ended

Call = Callable[..., Ended]


@pytest.fixture
def move(tmp_path: Path) -> Path:
    """A case with several wants, issues and features."""
    made: Path = uh.new_case(tmp_path / "move", like="software-renewal")
    return made


@pytest.fixture
def laptop(tmp_path: Path) -> Path:
    """A scenario of points, both sides known, as a sheet."""
    sheet = tmp_path / "laptop.csv"
    sheet.write_text(
        "issue,option,me,them\n"
        "brand,Dell,10,40\nbrand,Apple,30,20\nbrand,HP,50,0\n"
        "disk,small,20,10\ndisk,large,10,30\n"
        "screen,19,30,10\nscreen,23,0,30\n"
        "no deal,,20,25\n",
        encoding="utf-8",
    )
    return sheet


def test_offers_come_as_a_page_and_as_json(call: Call, move: Path) -> None:
    code, out, err = call("offers", move, "--menu", "3", "--score", "annual price = 70000, term = 2 years")
    assert (code, err) == (0, "")
    for part in ("THE PLAN", "BEST PACKAGES", "MENU", "THE OFFER ON THE TABLE", "SPECIAL POINTS", "FRONTIER"):
        assert part in out
    code, out, _ = call("offers", move, "--menu", "3", "--json")
    told = json.loads(out)
    assert code == 0 and told["schema_version"] == 1
    assert len(told["menu"]) == 3
    mine = [item["offer"]["mine"] for item in told["menu"]]
    assert max(mine) - min(mine) <= told["menu_tells"]["tolerance"] + 1e-9
    assert told["exact"] is True
    assert told["scored"] is None


def test_the_brief_and_the_offers_agree(call: Call, move: Path) -> None:
    brief, offers = (json.loads(call(command, move, "--json")[1]) for command in ("brief", "offers"))
    assert brief["offers"]["steps"][0]["kind"] == offers["steps"][0]["kind"] == "opening"
    assert brief["offers"]["best"][0]["expected"] == pytest.approx(offers["best"][0]["expected"], rel=0.02)


def test_papers_are_written_by_their_ending(call: Call, move: Path, tmp_path: Path) -> None:
    targets = [tmp_path / f"offers.{ending}" for ending in ("html", "md", "svg", "png")]
    code, _, err = call("offers", move, *[part for target in targets for part in ("--write", target)])
    assert code == 0 and err.count("Wrote") == 4
    assert targets[0].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert targets[2].read_text(encoding="utf-8").lstrip().startswith("<svg")
    assert targets[3].read_bytes().startswith(b"\x89PNG")
    assert call("offers", move, "--write", tmp_path / "offers.pdf")[0] == 2
    assert call("offers", move, "--write", move / "case.yaml")[0] == 2


@pytest.mark.parametrize("terms", ["anual price = 70000", "term = 9 years", "annual price = 1", ""])
def test_terms_that_the_case_does_not_know_are_a_wrong_call(call: Call, move: Path, terms: str) -> None:
    code, out, err = call("offers", move, "--score", terms)
    assert (code, out) == (2, "")
    assert err.strip() and "Traceback" not in err


def test_a_menu_of_one_is_no_menu(call: Call, move: Path) -> None:
    assert call("offers", move, "--menu", "1")[0] == 2


def test_an_offer_and_its_reply_move_the_belief(call: Call, move: Path) -> None:
    code, out, _ = call("offered", move, "--menu", "3", "--json")
    assert code == 0 and len(json.loads(out)["packages"]) == 3
    before = json.loads(call("wants", move, "--json")[1])["wants"]
    told = json.loads(call("offers", move, "--menu", "3", "--json")[1])["menu"]
    code, out, err = call("reply", move, "chose A")
    assert (code, err) == (0, "") and "Noted as" in out
    after = json.loads(call("wants", move, "--json")[1])["wants"]
    top = told[0]["top"]
    if top is not None:
        assert after[top]["weight"] > before[top]["weight"]
    kinds = [json.loads(line)["kind"] for line in (move / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    assert kinds == ["offered", "replied"]


def test_a_reply_forgotten_was_never_given(call: Call, move: Path) -> None:
    before = json.loads(call("wants", move, "--json")[1])["wants"]
    call("offered", move, "annual price = 70000, term = 2 years")
    assert call("reply", move, "rejected")[0] == 0
    (noted,) = json.loads((move / "journal.jsonl").read_text(encoding="utf-8").splitlines()[-1])["evidence"]
    assert json.loads(call("wants", move, "--json")[1])["wants"] != before
    text = (move / "case.yaml").read_text(encoding="utf-8")
    (move / "case.yaml").write_text(
        "".join(line for line in text.splitlines(keepends=True) if f"id: {noted}," not in line), encoding="utf-8"
    )
    assert json.loads(call("wants", move, "--json")[1])["wants"] == before


@pytest.mark.parametrize("text", ["", "chose Q", "chose 7", "ranked", "better on weather", "?"])
def test_a_reply_that_cannot_be_meant_changes_nothing(call: Call, move: Path, text: str) -> None:
    call("offered", move, "--menu", "3")
    kept = {path.name: path.read_bytes() for path in move.iterdir() if path.is_file()}
    code, out, err = call("reply", move, text)
    assert code in (1, 2) and out == "" and err.strip() and "Traceback" not in err
    assert {path.name: path.read_bytes() for path in move.iterdir() if path.is_file()} == kept


def test_a_reply_to_nothing_says_so(call: Call, move: Path) -> None:
    code, _, err = call("reply", move, "chose B")
    assert code in (1, 2) and "offered" in err


def test_a_sheet_becomes_a_case_and_goes_out_again(call: Call, laptop: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    code, out, _ = call("import", laptop, "--out", case)
    assert code == 0 and "upperhand offers" in out
    told = json.loads(call("offers", case, "--json")[1])
    assert told["their_values"] == "exact" and told["size"] == 12
    assert told["nash"]["mine"] == 70 and told["nash"]["theirs"] == 60
    for kind in ("genius", "geniusweb", "negmas", "negolog", "csv", "xlsx"):
        target = tmp_path / f"out.{kind}"
        assert call("export", case, "--to", kind, "--out", target)[0] == 0, kind
        again = tmp_path / f"again-{kind}"
        assert call("import", target, "--out", again)[0] == 0, kind
        back = json.loads(call("offers", again, "--json")[1])
        scale = back["nash"]["mine"] / told["nash"]["mine"]
        assert back["nash"]["package"] == told["nash"]["package"], kind
        assert (
            scale == pytest.approx(1.0) or scale == pytest.approx(1 / 110) or kind in ("genius", "geniusweb", "negolog")
        )


def test_the_calls_do_the_same(laptop: Path, tmp_path: Path) -> None:
    made = uh.import_scenario(laptop, tmp_path / "case")
    report = uh.offers(made.folder, menu=2)
    assert report.welfare is not None
    written = uh.export_scenario(made.folder, "csv", tmp_path / "out.csv")
    assert [Path(p).name for p in written.written] == ["out.csv"]


def test_a_case_in_money_goes_out_with_its_gains(call: Call, tmp_path: Path) -> None:
    """Prices, features and wants become plain points; what each side gains over no deal stays the same."""
    case = uh.new_case(tmp_path / "gutters", like="gutters")
    for kind in ("csv", "negmas"):
        code, out, _ = call("export", case, "--to", kind, "--out", tmp_path / kind)
        assert code == 0 and "likely" in out
        assert call("import", tmp_path / kind, "--out", tmp_path / f"back-{kind}")[0] == 0
        told, back = (json.loads(call("offers", c, "--json")[1]) for c in (case, tmp_path / f"back-{kind}"))
        gains = [
            [
                (round(one["mine"] - t["no_deal"]["me"], 4), round(one["theirs"] - t["no_deal"]["them"], 4))
                for one in t["frontier"]
            ]
            for t in (told, back)
        ]
        assert np.allclose(gains[0], gains[1])
        assert back["size"] == told["size"]


def test_a_scenario_without_a_reservation_value_means_nothing_by_it(call: Call, laptop: Path, tmp_path: Path) -> None:
    """As in the programs it comes from; a sheet that says nothing leaves it unknown."""
    lines = laptop.read_text(encoding="utf-8").splitlines()
    laptop.write_text("\n".join(line for line in lines if not line.startswith("no deal")) + "\n", encoding="utf-8")
    call("import", laptop, "--out", tmp_path / "sheet")
    assert json.loads(call("offers", tmp_path / "sheet", "--json")[1])["no_deal"] == {"me": None, "them": None}
    call("export", tmp_path / "sheet", "--to", "negmas", "--out", tmp_path / "negmas")
    code, out, _ = call("import", tmp_path / "negmas", "--out", tmp_path / "back")
    assert code == 0 and "counts 0" in out
    told = json.loads(call("offers", tmp_path / "back", "--json")[1])
    assert told["no_deal"] == {"me": 0.0, "them": 0.0} and told["nash"] is not None


def bad(tmp_path: Path, **changes: Any) -> Path:
    """The sheet's case with one thing wrong."""
    lines = {
        "upperhand": 1, "title": "t", "me": {"name": "a"}, "them": {"name": "b"},
        "issues": {"x": {"options": ["p", "q"]}},
        "mine": {"issues": {"x": {"p": 1, "q": 2}}, "otherwise": 0},
        "theirs": {"issues": {"x": {"p": 2, "q": 1}}, "otherwise": 0},
    }  # fmt: skip
    lines.update(changes)
    folder = tmp_path / "bad"
    folder.mkdir()
    (folder / "case.yaml").write_text(json.dumps(lines), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"issues": {"x": {"options": []}}}, "options"),
        ({"mine": {"issues": {"x": {"p": ".nan"}}, "otherwise": 0}}, "number"),
        ({"mine": {"issues": {"x": {"p": 1, "q": 2}}, "otherwise": 9}}, "more than any package"),
        ({"theirs": {"issues": {"x": {"p": 2, "q": 1}}, "otherwise": 9}}, "more than any package"),
        ({"rules": ["x = p only if x = q", "x = q only if x = p"]}, "package"),
    ],
)
def test_bad_input_is_told_with_exit_code_1(call: Call, tmp_path: Path, changes: dict[str, Any], named: str) -> None:
    code, out, err = call("offers", bad(tmp_path, **changes))
    assert (code, out) == (1, "")
    assert named in err and "Traceback" not in err
