"""Notes a person can read aloud, with tags at the ends of lines, become the same evidence as in the case file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case_texts import GUTTERS
from tests.test_casefile_read import SMALL
from upperhand.casefile.read import read_case
from upperhand.errors import Problem
from upperhand.intake.notes import read_folder, read_note
from upperhand.model.evidence import Comparison, Denial, Dwell, Evidence, Informant, Offer, Rating, Response, Statement
from upperhand.model.note import RawNote
from upperhand.model.package import Package


def note(text: str) -> list[RawNote]:
    notes, problems = read_note(text, "call.md")
    assert problems == []
    return notes


def only(text: str) -> RawNote:
    (found,) = note(text)
    return found


def evidence_in(tmp_path: Path, text: str) -> tuple[Evidence, ...]:
    case, problems = opened(tmp_path, text)
    assert case is not None, [str(p) for p in problems]
    return case


def opened(tmp_path: Path, text: str) -> tuple[tuple[Evidence, ...] | None, list[Problem]]:
    (tmp_path / "evidence").mkdir(exist_ok=True)
    (tmp_path / "evidence" / "call.md").write_text(text, encoding="utf-8")
    (tmp_path / "case.yaml").write_text(GUTTERS, encoding="utf-8")
    notes, problems = read_folder(tmp_path / "evidence")
    found = read_case(tmp_path, notes=notes)
    return (None if found.case is None else found.case.evidence[1:]), [*problems, *found.problems]


NEED = Statement("dry walls")
CALL = """\
---
who: Mr. Ortiz
confidence: 90%
visible_to: [me, them]
---
# What I heard

## 2026-05-02, call with Mr. Ortiz
He said "if it rains again I lose the ground floor" {needs: dry walls}
- he would rather have it quick than cheap {prefers: [dry walls, low price]}

## 2026-05-03, at the house
> "the price is the owner's business"
{can_do_without: low price} {unsure: dry walls, confidence: 40%}
He looked at the seal for a while. {kind: dwell, seconds: {dry walls: 30, low price: 4}}
Nothing else was said.
"""


def test_a_call_as_it_is_written_down(tmp_path: Path) -> None:
    pieces = evidence_in(tmp_path, CALL)
    assert [p.claim for p in pieces] == [
        Statement("dry walls", "needs"),
        Comparison(("dry walls", "low price")),
        Statement("low price", "does_not_need"),
        Statement("dry walls", "unsure"),
        Dwell({"dry walls": 30, "low price": 4}, {}),
    ]
    assert [p.quote for p in pieces] == [
        "if it rains again I lose the ground floor",
        "he would rather have it quick than cheap",
        "the price is the owner's business",
        "the price is the owner's business",
        "He looked at the seal for a while.",
    ]
    assert [p.line for p in pieces] == [9, 10, 13, 13, 15]
    assert {p.source for p in pieces} == {"call.md"} and {p.who for p in pieces} == {"Mr. Ortiz"}
    assert [p.origin for p in pieces] == ["2026-05-02, call with Mr. Ortiz"] * 2 + ["2026-05-03, at the house"] * 3
    assert [str(p.when) for p in pieces] == ["2026-05-02"] * 2 + ["2026-05-03"] * 3
    assert [p.confidence for p in pieces] == [0.9, 0.9, 0.9, 0.4, 0.9]
    assert pieces[0].path == "evidence/call.md:9"


@pytest.mark.parametrize(
    ("tag", "claim"),
    [
        ("{needs: dry walls}", Statement("dry walls", "needs")),
        ("{can do without: dry walls}", Statement("dry walls", "does_not_need")),
        ("{unsure: dry walls}", Statement("dry walls", "unsure")),
        ("{denies: dry walls}", Denial("dry walls")),
        ("{rates: dry walls, score: 4, out_of: 5}", Rating("dry walls", 4, 5)),
        ("{prefers: [low price, dry walls]}", Comparison(("low price", "dry walls"))),
        ("{offers: {price: 1200, start: tomorrow}}", Offer(Package({"price": 1200.0, "start": "tomorrow"}))),
        ("{accepts: {price: 1500}}", Response(Package({"price": 1500.0}), True)),
        ("{rejects: {price: 2500}}", Response(Package({"price": 2500.0}), False)),
        ("{kind: informant, name: Zoe, reliability: 60%, claim: {want: dry walls}}", Informant("Zoe", 0.6, NEED)),
        ('{needs: "dry walls", quote: "words, of mine"}', Statement("dry walls", "needs")),
    ],
)  # fmt: skip
def test_every_tag_is_the_evidence_it_stands_for(tmp_path: Path, tag: str, claim: object) -> None:
    (piece,) = evidence_in(tmp_path, f"He spoke of it. {tag}\n")
    assert piece.claim == claim


def test_a_chain_of_preferences_and_a_list_of_needs_are_several_pieces() -> None:
    assert [n.fields["over"] for n in note("x {prefers: [a, b, c]}")] == [["a", "b"], ["b", "c"]]
    pieces = note("x {needs: [a, b], id: first}")
    assert [(n.fields["want"], n.fields["id"]) for n in pieces] == [("a", "first"), ("b", "first-2")]


@pytest.mark.parametrize(
    ("line", "quote"),
    [
        ('He said "dry" to me {needs: a}', "dry"),
        ('"wet" or rather "dry" {needs: a}', "dry"),
        ("“sec” {needs: a}", "sec"),
        ("«сухо» {needs: a}", "сухо"),
        ("„trocken“ {needs: a}", "trocken"),
        ("「乾」 {needs: a}", "乾"),
        ("- it must be dry {needs: a}", "it must be dry"),
        ("2. it must be dry {needs: a}", "it must be dry"),
        ("> it's the owner's house {needs: a}", "it's the owner's house"),
        ("Ortiz: it must be dry   {needs: a}", "Ortiz: it must be dry"),
        ("dry{needs: a}", "dry"),
    ],
)
def test_the_quote_is_a_part_of_the_line_word_for_word(line: str, quote: str) -> None:
    assert only(line).fields["quote"] == quote and quote in line


def test_a_tag_of_its_own_line_belongs_to_the_text_above() -> None:
    found = only("it must be dry\n\n{needs: a}\n")
    assert (found.fields["quote"], found.fields["line"], found.line) == ("it must be dry", "1", 3)


def test_a_note_may_speak_for_another_source() -> None:
    found = only('---\nsource: call.vtt\n---\n"dry" {needs: a, line: 12}\n')
    assert (found.fields["source"], found.fields["line"]) == ("call.vtt", "12")


@pytest.mark.parametrize(
    "text", ["", "\n\n", "no tags {at all}", '{"speaker": 1}', "f(x) = {x}", "a } b { c", "---\n", "{}", "a: {b}"]
)
def test_text_without_tags_is_left_alone(text: str) -> None:
    assert note(text) == []


def test_what_stands_between_fences_is_an_example() -> None:
    assert note('```\n"dry" {needs: a}\n```\n') == []


@pytest.mark.parametrize(
    ("text", "line", "what", "severity"),
    [
        ("x\ny {needs: a", 2, "not closed", "error"),
        ("{needs: a} y", 1, "middle of the line", "error"),
        ("x {need: a}", 1, "'need' is not known", "error"),
        ("x {remember: a}", 1, "'remember' is not known", "warning"),
        ("x {needs: }", 1, "names no want", "error"),
        ("x {needs: a, prefers: [a, b]}", 1, "two things", "error"),
        ("x {needs: a, kind: denial}", 1, "two things", "error"),
        ("x {prefers: a}", 1, "in order", "error"),
        ("x {needs: [a}", 1, "", "error"),
        ("x {needs: &a [*a]}", 1, "Aliases", "error"),
        ("x {needs: !!python/object:os.system a}", 1, "YAML tags", "error"),
        ("x {needs: " + "[" * 50 + "]" * 50 + "}", 1, "too deeply", "error"),
        ("## 2026-02-30, call", 1, "no day", "error"),
        ("---\nwho: x", 1, "not closed", "error"),
        ("---\nwhom: x\n---\n", 2, "'whom' is no default", "error"),
        ("---\n: [\n---\n", 2, "cannot be read", "error"),
    ],
)
def test_a_broken_tag_is_named_with_its_line(text: str, line: int, what: str, severity: str) -> None:
    notes, (problem,) = read_note(text, "call.md")
    assert notes == [] and what in problem.what and problem.fix
    assert (problem.file, problem.line, problem.severity) == ("evidence/call.md", line, severity)


@pytest.mark.parametrize(
    ("tag", "what"),
    [
        ("{needs: dry wals}", "'dry wals' is not one of their wants"),
        ("{needs: dry walls, confidence: 140%}", "more than certain"),
        ("{needs: dry walls, when: yesterday}", "is not a date"),
        ("{kind: dwell, secnds: {dry walls: 3}}", "'secnds' is not a key"),
        ("{offers: {prise: 1200}}", "neither an issue nor a feature"),
        ("{kind: hunch, want: dry walls}", "not a kind of evidence"),
    ],
)
def test_what_a_tag_says_is_checked_like_the_case_file_itself(tmp_path: Path, tag: str, what: str) -> None:
    pieces, (problem,) = opened(tmp_path, f"first line\nHe spoke of it. {tag}\n")
    assert pieces is None
    assert what in problem.what and (problem.file, problem.line) == ("evidence/call.md", 2)


def test_notes_come_in_the_order_of_their_names_and_other_files_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.md", "a.txt", "c.vtt"):
        (tmp_path / name).write_text("dry {needs: a}\n", encoding="utf-8")
    (tmp_path / "d.md").mkdir()
    notes, problems = read_folder(tmp_path)
    assert [n.file for n in notes] == ["a.txt", "b.md"] and problems == []
    assert read_folder(tmp_path / "absent") == ([], [])


def test_a_note_that_is_no_text_is_a_warning(tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(b"caf\xe9\n")
    (tmp_path / "long.md").write_bytes(b"x" * 2_000_001)
    notes, problems = read_folder(tmp_path)
    assert notes == [] and [p.severity for p in problems] == ["warning", "warning"]
    assert "2,000,001 bytes" in problems[0].what and "byte 3" in problems[1].what


def test_evidence_of_a_note_may_be_all_there_is(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text(SMALL + "wants: {speed: {}}\n", encoding="utf-8")
    found = read_case(tmp_path, notes=note("fast {needs: speed}"))
    assert found.case is not None and found.case.evidence[0].id.startswith("e-")


@pytest.mark.parametrize(
    ("tag", "instead"),
    [
        ("{needs low price}", "{needs: low price}"), ("{Can do without low price}", "{Can do without: low price}"),
        ("{needs:low price}", "{needs: low price}"), ("{offers price 5000}", "{offers: {price: 1200}}"),
        ("{prefers speed over price}", "{prefers: ["),
    ],
)  # fmt: skip
def test_a_forgotten_colon_is_a_warning_and_spoils_no_other_tag(tag: str, instead: str) -> None:
    notes, (problem,) = read_note(f"first\nthe price matters {tag}\n", "call.md")
    assert notes == [] and problem.severity == "warning" and problem.line == 2 and instead in problem.fix
    notes, (problem,) = read_note(f"dry {{needs: a}} {tag}\n", "call.md")
    assert [n.fields["quote"] for n in notes] == ["dry"] and problem.severity == "warning"


@pytest.mark.parametrize(
    ("heading", "instead"),
    [
        ("## 3.5.2026, call", "write 2026-05-03 so that its lines are dated"),
        ("## 3 May 2026", "write 2026-05-03 so"), ("# Monday, May 3rd, 2026: call", "write 2026-05-03 so"),
        ("## 2026-5-3, call", "write 2026-05-03 so"), ("## 5/3/2026", "year-month-day"),
        ("## 3 May, call", "year-month-day"),
    ],
)  # fmt: skip
def test_a_heading_with_a_day_in_another_form_is_a_warning(heading: str, instead: str) -> None:
    notes, (problem,) = read_note(f"x\n{heading}\ndry {{needs: a}}\n", "call.md")
    assert problem.severity == "warning" and problem.line == 2 and instead in problem.fix.lower()
    assert len(notes) == 1 and "when" not in notes[0].fields


@pytest.mark.parametrize("heading", ["## 1. What I heard", "### 1.2 May", "## May we come?", "## 3 Marketing ideas",
                                     "## 10.000 EUR", "## 2026 plans"])  # fmt: skip
def test_a_heading_that_is_no_day_is_left_alone(heading: str) -> None:
    assert note(heading) == []


@given(
    st.text(max_size=200)
    | st.lists(
        st.sampled_from(["{needs: a}", "{", "}", "---\n", "\n", '"', "a ", "{kind: ", "# 2026-", "```", "&x", "["])
    ).map("".join)
)
def test_no_text_breaks_the_reading_of_a_note(text: str) -> None:
    notes, problems = read_note(text, "call.md")
    lines = text.replace("\r\n", "\n").split("\n")
    for found in notes:
        assert 1 <= found.line <= len(lines)
        if found.fields.get("source") == "call.md" and "quote" not in found.fields.get("kind", ""):
            assert isinstance(found.fields["quote"], str)
    assert all(p.line is None or 1 <= p.line <= len(lines) for p in problems)
