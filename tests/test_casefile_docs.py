"""The page on the case file is one case, and names every key."""

from __future__ import annotations

import json
import re
from pathlib import Path

from upperhand.casefile.new import schema_text
from upperhand.casefile.read import read_text
from upperhand.intake.notes import read_note

DOCS = Path(__file__).resolve().parents[1] / "docs"
PAGE = (DOCS / "reference" / "case-file.md").read_text(encoding="utf-8")


def blocks(page: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", page, re.MULTILINE | re.DOTALL)


def test_the_blocks_of_the_page_are_one_case_without_a_complaint() -> None:
    opened = read_text("".join(blocks(PAGE, "yaml")))
    assert opened.case is not None and opened.problems == ()
    assert len(opened.case.evidence) == 13


def test_every_key_is_on_the_page() -> None:
    schema = json.loads(schema_text())
    keys = set(schema["properties"]) | {key for part in schema["$defs"].values() for key in part["properties"]}
    missing = {key for key in keys if not re.search(rf"\b{re.escape(key)}\b", PAGE)}
    assert missing == set()


def test_the_note_of_the_page_is_read_as_the_page_says() -> None:
    (text,) = blocks((DOCS / "how-to" / "notes.md").read_text(encoding="utf-8"), "text")
    notes, problems = read_note(text, "notes.md")
    assert problems == [] and len(notes) == 4
    assert [n.fields["quote"] for n in notes][2] == "the price is the owner's business"
