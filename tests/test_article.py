"""The article's examples as they ship: what their folders say in JSON, and the worked figures with what-ifs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from upperhand import session
from upperhand.cli import main

EXAMPLES = Path(session.__file__).parents[1] / "examples"

CHILD = """\
upperhand: 1
title: The toy
unit: points
me: {name: Ben}
them: {name: Ada}
reference: {basis: standard, toy: give}
issues: {toy: {options: [give, keep]}}
mine: {issues: {toy: {give: 4, keep: 0}}, otherwise: 0}
theirs: {issues: {toy: {give: -4, keep: 0}}, otherwise: 0}
relationship:
  me: {worth: 3, lost_if_refused: 0%}
  them: {worth: 10, lost_if_refused: 0%}
"""


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, Any]:
    with pytest.raises(SystemExit) as ended:
        main([*arguments, "--json"])
    assert ended.value.code in (0, None)
    data = json.loads(capsys.readouterr().out)
    assert data["schema_version"] == 1
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    ("changes", "leverage", "price"),
    [
        ((), 0.714, 2100.00),
        (("future.0.counted=yes",), 0.247, 1785.42),
        (("future.0.credible=10%", "future.0.counted=yes"), 0.595, 2037.08),
        (("relationship.them.lost_if_refused=50%",), 0.738, 2175.00),
    ],
)
def test_the_gutters_in_json(
    capsys: pytest.CaptureFixture[str], changes: tuple[str, ...], leverage: float, price: float
) -> None:
    options = [part for change in changes for part in ("--if", change)]
    data = printed(capsys, "leverage", str(EXAMPLES / "gutters"), *options)
    assert round(data["leverage"]["value"], 3) == leverage
    assert round(data["predicted_terms"]["terms"]["price"], 2) == price
    assert sum(d["share"] for d in data["leverage"]["drivers"]) == pytest.approx(data["leverage"]["value"])
    if changes:
        assert round(data["before"]["leverage"]["value"], 3) == 0.714


def test_the_brief_of_the_gutters_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    data = printed(capsys, "brief", str(EXAMPLES / "gutters"))
    reading = data["leverage"]
    assert round(reading["value"], 3) == 0.714
    assert reading["low"] == pytest.approx(0.42, abs=0.015)
    assert reading["high"] == pytest.approx(0.86, abs=0.015)
    assert round(reading["ratio"], 1) == 6.0
    assert round(data["what_ifs"][0]["leverage"], 3) == 0.247
    assert round(data["what_ifs"][0]["price"]) == 1785
    assert data["not_built"] == ["questions"]
    assert data["questions"] is None
    assert data["offers"]["best"]
    assert {"want", "weight", "low", "high", "top_probability", "evidence"} <= set(data["wants"][0])
    assert {"quote", "source", "line", "when"} <= set(data["wants"][0]["evidence"][0])
    for move in data["moves"]:
        assert {"kind", "lever", "what", "why", "effect", "cost", "evidence"} <= set(move)
        assert {"leverage", "my_value", "acceptance"} <= set(move["effect"])
    assert "Another client wants Tuesday" in " ".join(r["text"] for r in data["refused"])


@pytest.mark.parametrize(
    ("changes", "leverage"),
    [
        ((), -0.455),
        (("features.set-up help.included=yes",), 0.125),
        (("features.set-up help.included=yes", "relationship.them.lost_if_refused=50%"), 0.176),
    ],
)
def test_the_computer_shop_in_json(
    capsys: pytest.CaptureFixture[str], changes: tuple[str, ...], leverage: float
) -> None:
    options = [part for change in changes for part in ("--if", change)]
    data = printed(capsys, "leverage", str(EXAMPLES / "computer-shop"), *options)
    assert round(data["leverage"]["value"], 3) == leverage


def test_set_up_help_is_the_sweetener_that_turns_the_table(capsys: pytest.CaptureFixture[str]) -> None:
    data = printed(capsys, "brief", str(EXAMPLES / "computer-shop"))
    first = data["moves"][0]
    assert first["lever"] == "affiliate"
    assert first["kind"] == "give"
    assert first["what"].startswith("set-up help")
    assert round(first["effect"]["leverage_after"], 3) == 0.125
    assert round(first["effect"]["leverage"], 3) == 0.580


@pytest.mark.parametrize(("threat", "leverage"), [(False, -1.0), (True, -0.077)])
def test_the_childs_threat_in_json(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, threat: bool, leverage: float
) -> None:
    (tmp_path / "case.yaml").write_text(CHILD, encoding="utf-8")
    changes = ("relationship.me.lost_if_refused=100%", "relationship.them.lost_if_refused=100%")
    options = [part for change in changes for part in ("--if", change)] if threat else []
    data = printed(capsys, "leverage", str(tmp_path), *options)
    assert round(data["leverage"]["value"], 3) == leverage


def test_the_house_lights_the_kitchen_before_the_roof_and_not_the_yard() -> None:
    """They kept examining the kitchen; the new flat serves little upkeep better, so light on the yard would hurt."""
    brief = session.brief(EXAMPLES / "house-viewing")
    lights = [m.what for m in brief.moves if "light on" in m.what]
    assert lights[0].startswith("kitchen")
    assert any("slate roof" in w for w in lights)
    assert not any("yard" in w for w in lights)
    assert brief.wants[0].want == "cooking together"
    assert {e.kind for e in brief.wants[0].evidence} >= {"revisit"}
    assert any(r.rule == "G10" and "owners" in r.instead for r in brief.refused)


def test_the_breathtaking_sample_counts_only_what_follows_from_it() -> None:
    brief = session.brief(EXAMPLES / "agency-sample")
    sample = next(m for m in brief.moves if "as a sample" in m.what)
    derived = next(m for m in brief.moves if m.what.startswith("poster series"))
    assert sample.effect == derived.effect
    assert sample.cost == 2200
    assert sample.say is not None
    assert "sample" in sample.say


def test_the_renewal_rests_on_a_dozen_sourced_pieces_of_every_kind() -> None:
    opened = session.open_case(EXAMPLES / "software-renewal")
    assert len(opened.case.evidence) >= 12
    assert len({e.kind for e in opened.case.evidence}) >= 9
    assert all(e.source for e in opened.case.evidence)
    brief = session.brief(opened)
    assert brief.leverage.value is not None
    gains = [m.effect.expected_value for m in brief.moves if m.recommended and m.effect.expected_value is not None]
    assert gains == sorted(gains, reverse=True)


@pytest.mark.parametrize("name", session.examples())
def test_every_shipped_example_is_without_problems_and_reads_its_own_copy_alike(name: str, tmp_path: Path) -> None:
    assert session.check(EXAMPLES / name) == ()
    copy = session.new_case(tmp_path / "copy", name)
    first, second = session.brief(EXAMPLES / name), session.brief(copy)
    assert first.to_dict() == second.to_dict()


def test_every_quote_is_an_exact_substring_of_the_note_it_names() -> None:
    for name in session.examples():
        for line in session.brief(EXAMPLES / name).wants:
            for ref in line.evidence:
                note = EXAMPLES / name / "evidence" / ref.source
                if ref.quote and note.is_file():
                    assert ref.quote in note.read_text(encoding="utf-8").splitlines()[(ref.line or 1) - 1]


def test_forgetting_a_person_gives_the_belief_of_never_having_heard_them(tmp_path: Path) -> None:
    first = session.new_case(tmp_path / "a", "software-renewal")
    assert session.forget(first, person="Jo Lind").erased == 1
    second = session.new_case(tmp_path / "b", "software-renewal")
    text = (second / "case.yaml").read_text(encoding="utf-8")
    kept = [line for line in text.splitlines(keepends=True) if "Jo Lind" not in line]
    (second / "case.yaml").write_text("".join(kept), encoding="utf-8")
    assert session.wants(first).to_dict()["wants"] == session.wants(second).to_dict()["wants"]


def test_forgetting_a_note_erases_its_tagged_lines(tmp_path: Path) -> None:
    folder = session.new_case(tmp_path / "a", "software-renewal")
    report = session.forget(folder, source="call.md")
    assert report.erased == 3
    assert "call.md" not in json.dumps(session.wants(folder).to_dict())


def test_the_calls_stay_calls_after_the_rooms_of_the_same_name_are_imported() -> None:
    import upperhand as uh

    case = uh.open_case(EXAMPLES / "computer-shop")
    for _ in range(2):
        assert round(uh.leverage(case).value or 0.0, 3) == -0.455
        assert uh.brief(case).title == "The desktop computer"
    assert uh.wants(case).to_dict()["about"] == "Mrs. Brandt"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = session.new_case(tmp_path / "a", "computer-shop")
    (folder / "evidence").mkdir(exist_ok=True)
    (folder / "evidence" / "profile.pdf").write_bytes(b"%PDF-1.4")
    assert [p.file for p in session.check(folder)] == ["evidence/profile.pdf"]
