"""A case starts from a shipped example, and an editor can check it by the published schema."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

import upperhand
from tests.case_texts import EVERYTHING, GUTTERS
from upperhand.casefile.new import BLANK, examples, new_case, schema_text
from upperhand.casefile.read import read_case, read_text
from upperhand.casefile.schema_text import json_schema
from upperhand.errors import CallError
from upperhand.intake.notes import read_folder

SHIPPED = Path(upperhand.__file__).parent / "examples"


@pytest.mark.parametrize("like", [None, *examples()])
def test_every_example_makes_a_case_without_a_complaint(tmp_path: Path, like: str | None) -> None:
    folder = new_case(tmp_path / "deep" / "mine", like)
    notes, problems = read_folder(folder / "evidence")
    opened = read_case(folder, notes=notes)
    assert opened.case is not None
    assert [str(p) for p in (*problems, *opened.problems)] == []


def test_the_blank_example_comes_first() -> None:
    assert examples()[0] == BLANK


def test_the_blank_example_holds_a_buyers_numbers_as_a_comment() -> None:
    text = (SHIPPED / BLANK / "case.yaml").read_text(encoding="utf-8")
    seller, buyer = text[: text.index("mine:  ")], text[text.index("# mine:\n") : text.index("# features:")]
    paying = seller.replace("better_for_me: higher", "better_for_me: lower").replace("falling", "rising")
    opened = read_text(paying + re.sub(r"^# ?", "", buyer, flags=re.MULTILINE))
    assert opened.case is not None and opened.problems == ()
    assert opened.case.mine.worth is not None and opened.case.theirs.cost is not None
    sold = read_text(seller + "mine: {worth: 1500}\ntheirs: {cost: 900}\n")
    assert [p.severity for p in sold.problems] == ["warning"]


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


TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "number": (int, float),
    "integer": int,
    "null": type(None),
}


def fits(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> bool:  # noqa: C901 (a case a word)
    """Whether a value is what a schema allows; knows the words of JSON Schema that ours uses."""
    for word, said in schema.items():
        match word:
            case "$ref":
                good = fits(value, root["$defs"][said.removeprefix("#/$defs/")], root)
            case "anyOf":
                good = any(fits(value, one, root) for one in said)
            case "type":
                kinds = said if isinstance(said, list) else [said]
                good = any(
                    isinstance(value, TYPES[k]) and (k == "boolean" or not isinstance(value, bool)) for k in kinds
                )
            case "enum" | "const":
                good = value in (said if word == "enum" else [said])
            case "required":
                good = not isinstance(value, dict) or set(said) <= set(value)
            case "properties":
                good = not isinstance(value, dict) or all(fits(value[k], said[k], root) for k in said if k in value)
            case "additionalProperties":
                more = (
                    [v for k, v in value.items() if k not in schema.get("properties", {})]
                    if isinstance(value, dict)
                    else []
                )
                good = all(fits(v, said, root) for v in more) if isinstance(said, dict) else said or not more
            case "items":
                good = not isinstance(value, list) or all(fits(v, said, root) for v in value)
            case "pattern":
                good = not isinstance(value, str) or re.search(said, value) is not None
            case "minItems" | "maxItems":
                good = not isinstance(value, list) or (len(value) >= said if word == "minItems" else len(value) <= said)
            case "minProperties":
                good = not isinstance(value, dict) or len(value) >= said
            case "minimum" | "exclusiveMinimum" | "maximum":
                number = isinstance(value, int | float)
                bounds = {"minimum": operator.ge, "exclusiveMinimum": operator.gt, "maximum": operator.le}
                good = not number or bounds[word](value, said)
            case "description" | "$defs" | "$schema" | "title":
                good = True
            case _:
                raise AssertionError(f"the schema uses '{word}', which this test does not know")
        if not good:
            return False
    return True


def as_an_editor_reads(text: str) -> Any:
    def plainly(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(k).lower() if isinstance(k, bool) else str(k): plainly(v) for k, v in value.items()}
        if isinstance(value, list):
            return [plainly(v) for v in value]
        return value.isoformat() if isinstance(value, date) else value

    return plainly(YAML(typ="safe", pure=True).load(text))


CASES = [GUTTERS, EVERYTHING, *(p.read_text(encoding="utf-8") for p in sorted(SHIPPED.glob("*/case.yaml")))]


@pytest.mark.parametrize("text", CASES)
def test_the_schema_allows_what_the_reader_reads(text: str) -> None:
    schema = json.loads(schema_text())
    assert fits(as_an_editor_reads(text), schema, schema)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("title: Gutters", "titel: Gutters"), ("chance: 80%", "chance: 180"), ("[3, 5, 8]", "[3, 5]"),
        ("is_price: true", "is_price: maybe"), ("kind: statement", "kind: statment"), ("when: 2 weeks", "when: 14"),
        ("basis: standard", "basis: midpoint"), ("kind: statement, ", ""), ("falling}", "sinking}"),
    ],
)  # fmt: skip
def test_the_schema_refuses_what_the_reader_refuses(good: str, bad: str) -> None:
    schema = json.loads(schema_text())
    assert GUTTERS.count(good) >= 1
    assert not fits(as_an_editor_reads(GUTTERS.replace(good, bad)), schema, schema)


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
