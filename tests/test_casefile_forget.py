"""What is forgotten is gone from every file, leaves the rest as it was, and is not repeated anywhere."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.test_casefile_read import SMALL
from upperhand.casefile.forget import Forgotten, forget
from upperhand.casefile.journal import JOURNAL, read_journal
from upperhand.casefile.read import read_case
from upperhand.errors import CallError, InputError
from upperhand.intake.notes import read_folder

CASE = (
    SMALL
    + """\
wants: {speed: {}, comfort: {}}
features: {gears: {serves: {speed: 1}}, saddle: {serves: {comfort: 1}}}
# what I was told
evidence:     # keep this comment
  - {kind: statement, want: speed, quote: "I ride to work", source: call.vtt, who: Ben}
  # this one is from his sister
  - kind: informant
    name: Zoe
    reliability: 60%
    source: a chat
    claim: {kind: denial, want: comfort}
  - {kind: statement, want: comfort, quote: "my back hurts", source: mail.eml, who: Ben}   # last
future: []
"""
)
NOTE = """\
---
who: Zoe
when: 2026-05-02
---
# A chat
"he is always late" {needs: speed}
a line of my own
"he has a soft chair"
{needs: comfort}
He told me himself {needs: speed, who: Ben}
"""


def noon() -> datetime:
    return datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.fixture
def bicycle(tmp_path: Path) -> Path:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "case.yaml").write_text(CASE, encoding="utf-8")
    (tmp_path / "evidence" / "chat.md").write_text(NOTE, encoding="utf-8")
    return tmp_path


def forgotten(folder: Path, source: str | None = None, person: str | None = None) -> tuple[int, list[str]]:
    notes, _ = read_folder(folder / "evidence")
    gone = forget(folder, source=source, person=person, notes=notes, clock=noon)
    return gone.erased, list(gone.files)


def everything_in(folder: Path) -> str:
    return "".join(p.read_text(encoding="utf-8") for p in sorted(folder.rglob("*")) if p.is_file())


def test_a_person_goes_as_speaker_and_as_informant(bicycle: Path) -> None:
    assert forgotten(bicycle, person="zoe") == (3, ["case.yaml", "evidence/chat.md"])
    text = everything_in(bicycle)
    for gone in ("Zoe", "always late", "soft chair", "informant"):
        assert gone not in text
    note = (bicycle / "evidence" / "chat.md").read_text(encoding="utf-8")
    assert "a line of my own" in note and "He told me himself" in note
    notes, problems = read_folder(bicycle / "evidence")
    opened = read_case(bicycle, notes=notes)
    assert problems == [] and opened.case is not None
    assert [e.who for e in opened.case.evidence] == ["Ben", "Ben", "Ben"]


def test_a_source_goes_and_the_rest_keeps_every_byte(bicycle: Path) -> None:
    assert forgotten(bicycle, source="call.vtt") == (1, ["case.yaml"])
    gone = '  - {kind: statement, want: speed, quote: "I ride to work", source: call.vtt, who: Ben}\n'
    assert (bicycle / "case.yaml").read_text(encoding="utf-8") == CASE.replace(gone, "")
    assert (bicycle / "evidence" / "chat.md").read_text(encoding="utf-8") == NOTE


def test_a_note_is_a_source_by_its_name(bicycle: Path) -> None:
    assert forgotten(bicycle, source="chat.md") == (3, ["evidence/chat.md"])
    assert read_folder(bicycle / "evidence") == ([], [])


def test_the_journal_says_that_it_happened_and_nothing_of_what(bicycle: Path) -> None:
    forgotten(bicycle, person="Zoe")
    (entry,), problems = read_journal(bicycle)
    assert problems == () and entry.kind == "forgotten"
    assert entry.data == {"by": "person", "pieces": 3, "files": 2}


def test_what_was_never_there_changes_nothing(bicycle: Path) -> None:
    before = everything_in(bicycle)
    assert forgotten(bicycle, person="Nobody") == (0, [])
    assert everything_in(bicycle) == before and not (bicycle / JOURNAL).exists()


def test_forgetting_everybody_leaves_a_case_without_evidence(bicycle: Path) -> None:
    forgotten(bicycle, person="Zoe")
    forgotten(bicycle, person="Ben")
    opened = read_case(bicycle)
    assert opened.case is not None and opened.case.evidence == ()


@pytest.mark.parametrize("flow", ["[{1}, {2}]", "[{1},{2},]", "[\n  {1},\n  {2}\n]"])
def test_lists_in_brackets_lose_only_what_goes(tmp_path: Path, flow: str) -> None:
    one = "kind: denial, want: speed, source: x, who: Zoe"
    two = "kind: denial, want: speed, source: y, who: Ben"
    for first, second in ((one, two), (two, one)):
        text = SMALL + "wants: {speed: {}}\nevidence: " + flow.replace("1", first).replace("2", second) + "\n"
        (tmp_path / "case.yaml").write_text(text, encoding="utf-8")
        assert forgotten(tmp_path, person="Zoe")[0] == 1
        case = read_case(tmp_path).case
        assert case is not None and [e.who for e in case.evidence] == ["Ben"]


def test_nobody_named_is_a_wrong_call(bicycle: Path) -> None:
    for source, person in ((None, None), ("", None), (None, "  ")):
        with pytest.raises(CallError):
            forgotten(bicycle, source, person)


def test_a_case_that_cannot_be_read_is_left_alone(bicycle: Path) -> None:
    (bicycle / "case.yaml").write_text("evidence: [\n", encoding="utf-8")
    before = everything_in(bicycle)
    with pytest.raises(InputError):
        forgotten(bicycle, person="Zoe")
    assert everything_in(bicycle) == before


def gone_of(folder: Path, source: str | None = None, person: str | None = None) -> Forgotten:
    notes, _ = read_folder(folder / "evidence")
    return forget(folder, source=source, person=person, notes=notes, clock=noon)


def test_where_the_name_still_stands_is_told(bicycle: Path) -> None:
    text = CASE.replace("# what I was told", "# what ZOE told me, not Zoes")
    (bicycle / "case.yaml").write_text(text, encoding="utf-8")
    note = NOTE.replace("a line of my own", "a line of my own on zoe, and her friend Zoelle\nZoelle alone")
    (bicycle / "evidence" / "chat.md").write_text(note, encoding="utf-8")
    gone = gone_of(bicycle, person="Zoe")
    assert gone.erased == 3 and gone.hint == ""
    told = {place: (bicycle / place.split(":")[0]).read_text(encoding="utf-8") for place in gone.remaining}
    assert [text.splitlines()[int(place.rsplit(":")[-1]) - 1] for place, text in told.items()] == [
        "# what ZOE told me, not Zoes",
        "a line of my own on zoe, and her friend Zoelle",
    ]
    assert [place.split(":")[0] for place in gone.remaining] == ["case.yaml", "evidence/chat.md"]


def test_a_source_that_is_named_nowhere_any_more_leaves_nothing_to_do(bicycle: Path) -> None:
    assert gone_of(bicycle, source="call.vtt").remaining == ()


@pytest.mark.parametrize(
    ("source", "person", "hint"),
    [
        ("cal.vtt", None, "Did you mean the source 'call.vtt'?"),
        (None, "Zoé", "Did you mean the person 'Zoe'?"),
        ("Benn", None, "Did you mean the person 'Ben'?"),
        (None, "xyz", "people: Ben, Zoe"),
    ],
)
def test_a_name_nobody_holds_is_answered_with_the_one_that_was_meant(
    bicycle: Path, source: str | None, person: str | None, hint: str
) -> None:
    gone = gone_of(bicycle, source, person)
    assert gone.erased == 0 and hint in gone.hint
