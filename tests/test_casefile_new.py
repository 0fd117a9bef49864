"""A case starts from a shipped example, and an editor can check it by the published schema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from upperhand.casefile.new import BLANK, examples, new_case, schema_text
from upperhand.casefile.read import read_case
from upperhand.casefile.schema_text import json_schema
from upperhand.errors import CallError
from upperhand.intake.notes import read_folder


@pytest.mark.parametrize("like", [None, *examples()])
def test_every_example_makes_a_case_without_a_complaint(tmp_path: Path, like: str | None) -> None:
    folder = new_case(tmp_path / "deep" / "mine", like)
    notes, problems = read_folder(folder / "evidence")
    opened = read_case(folder, notes=notes)
    assert opened.case is not None
    assert [str(p) for p in (*problems, *opened.problems)] == []


def test_the_blank_example_comes_first() -> None:
    assert examples()[0] == BLANK


def test_an_unknown_example_names_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"'blnk'.*'blank'"):
        new_case(tmp_path / "x", "blnk")
    with pytest.raises(CallError, match="There is blank"):
        new_case(tmp_path / "x", "zzzzzz")
    with pytest.raises(CallError):
        new_case(tmp_path / "x", "../blank")
    assert not (tmp_path / "x").exists()


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(CallError, match="not empty"):
            new_case(place)
    assert [p.name for p in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert read_case(new_case(tmp_path)).case is not None


def test_the_published_schema_is_the_current_one() -> None:
    assert schema_text() == json_schema(), "run: python -m upperhand.casefile.schema_text"


def parts_of(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "the case", schema
    yield from schema["$defs"].items()


def test_every_key_is_described_and_no_other_is_allowed() -> None:
    schema = json.loads(schema_text())
    for name, part in parts_of(schema):
        for key, value in part["properties"].items():
            assert value.get("description") or key == "kind", f"{name}.{key} has no description"
        assert part.get("additionalProperties") is (name == "ReferenceIn") or "ReferenceIn" in name, name


def test_the_schema_requires_what_the_reader_requires() -> None:
    assert set(json.loads(schema_text())["required"]) == {"upperhand", "title", "me", "them"}
