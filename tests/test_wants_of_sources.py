"""Do talks and documents become wants with their lines: by call, on the command line, and in a case?"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import upperhand as uh
from tests.conftest import Ended
from tests.test_reader_hear import VALUES, Cues
from upperhand import session
from upperhand.errors import CallError, InputError, WorldError
from upperhand.intake.wanted import LARGEST, read_wants
from upperhand.model.evidence import Heard, Statement
from upperhand.model.talk import ItemOffer, Talk, Turn
from upperhand.reader import hear
from upperhand.reader.encoder import Text
from upperhand.reader.stance import CLASSES, Stances

NAMED = ("dry walls", "low price", "quiet tenants")
ABOUT = ("--about", "Mr. Ortiz", "--wants", ",".join(NAMED))
KEYS = {"schema_version", "about", "wants", "order", "order_probability", "unlisted", "source", "problems"}

CALL = """\
Dana: What matters most to you?
Mr. Ortiz: Dry walls, above all. I can do without the quiet tenants.
Dana: You want a low price, I suppose.
Mr. Ortiz: I have not been told what the owners think about that, and I would rather not guess at it now.
Dana: Anything else?
Mr. Ortiz: We need the keys to the roof.
"""
MAIL = """\
From: Luis Ortiz <ortiz@example.org>
To: dana@example.org
Subject: the roof
Date: Mon, 04 May 2026 09:12:00 +0200

A low price is no matter to us. The dry walls come first.

On Fri, 1 May 2026 at 17:40, Dana <dana@example.org> wrote:
> I know that quiet tenants are what you want above all.
"""
REPORT = "Minutes of 2 May\n\nThe manager asked for dry walls.\nPerhaps a low price would please the owners.\n"


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> Cues:
    """A reader by cue words in the place of the network."""
    cues = Cues()
    monkeypatch.setattr(hear, "StanceReader", lambda encoder: cues)
    monkeypatch.setattr(hear, "Encoder", lambda: None)
    return cues


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A folder with a talk, a mail, minutes, and files that hold nothing."""
    for name, text in {"call.txt": CALL, "mail.eml": MAIL, "minutes.txt": REPORT, "empty.vtt": ""}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 this is no archive")
    return tmp_path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The shipped example of the gutters, whose notes carry two tags."""
    return uh.new_case(tmp_path / "gutters", like="gutters")  # type: ignore[no-any-return]


def weights(told: Any) -> list[float]:
    rows = told["wants"] if isinstance(told, dict) else told.wants
    return [row["weight"] for row in rows.values()]


# --- by call


def test_a_talk_becomes_wants_with_their_lines(files: Path) -> None:
    report = uh.wants(files / "call.txt", about="Mr. Ortiz", wants=NAMED)
    assert (report.about, report.source, report.problems) == ("Mr. Ortiz", "call.txt", ())
    assert tuple(report.wants) == NAMED and set(report.order) == set(NAMED)
    assert report.order[0] == "dry walls" and report.order[-1] == "quiet tenants"
    (dry,), low, (quiet,) = (report.wants[name]["evidence"] for name in NAMED)
    assert {key: dry[key] for key in ("quote", "source", "line", "turn", "polarity", "stance")} == {
        "quote": "Dry walls, above all.", "source": "call.txt", "line": 2, "turn": 1, "polarity": "needs",
        "stance": "needs",
    }  # fmt: skip
    assert low == []
    assert (quiet["quote"], quiet["polarity"]) == ("I can do without the quiet tenants.", "does_not_need")
    assert dry["strength"] > 1 > 0 > quiet["strength"] and 0.5 <= dry["chance"] <= 1
    assert report.unlisted == (
        {"quote": "We need the keys to the roof.", "source": "call.txt", "line": 6, "turn": 5},
    )  # fmt: skip


def test_a_document_becomes_wants_with_their_lines(files: Path) -> None:
    report = uh.wants(files / "mail.eml", about="Mr. Ortiz", wants=NAMED)
    (low,) = report.wants["low price"]["evidence"]
    assert (low["quote"], low["line"], low["turn"], low["when"]) == (
        "A low price is no matter to us.", 6, None, "2026-05-04",
    )  # fmt: skip
    assert report.wants["quiet tenants"]["evidence"] == [], "what I wrote in the mail they quote is no evidence"
    assert report.order == ("dry walls", "quiet tenants", "low price")
    minutes = uh.wants(files / "minutes.txt", about="Mr. Ortiz", wants=NAMED)
    assert [e["line"] for e in minutes.wants["dry walls"]["evidence"]] == [3]
    assert [e["polarity"] for e in minutes.wants["low price"]["evidence"]] == ["unsure"]


def test_every_way_to_hand_over_a_source_is_the_same(files: Path) -> None:
    path = files / "call.txt"
    one = uh.wants(path, about="Mr. Ortiz", wants=NAMED)
    for source in (str(path), uh.read_talk(path), [path], [uh.read_talk(path)]):
        assert uh.wants(source, about="Mr. Ortiz", wants=NAMED) == one
    described = uh.wants(path, about="Mr. Ortiz", wants=dict.fromkeys(NAMED, "in the user's own words"))
    assert described.order == one.order and weights(described) == pytest.approx(weights(one))
    assert uh.wants(path, about="Ortiz", wants=[f" {n} " for n in NAMED] + ["low price", ""]).order == one.order
    document = uh.read_document(files / "mail.eml")
    assert uh.wants(document, about="Luis Ortiz", wants=NAMED).source == "mail.eml"


def test_a_list_is_one_body_of_evidence(files: Path) -> None:
    talk, mailed = (uh.wants(files / name, about="Mr. Ortiz", wants=NAMED) for name in ("call.txt", "mail.eml"))
    both = uh.wants([files / "call.txt", files / "mail.eml"], about="Mr. Ortiz", wants=NAMED)
    assert both.source is None
    assert both.wants["dry walls"]["weight"] > max(r.wants["dry walls"]["weight"] for r in (talk, mailed))
    lines = both.wants["dry walls"]["evidence"]
    assert [e["source"] for e in lines] == ["call.txt", "mail.eml"], "the strongest first"
    turned = uh.wants([files / "mail.eml", files / "call.txt"], about="Mr. Ortiz", wants=NAMED)
    assert weights(turned) == weights(both)
    assert turned.wants["dry walls"]["evidence"] == lines
    broken = uh.wants([files / "broken.docx", files / "call.txt"], about="Mr. Ortiz", wants=NAMED)
    assert weights(broken) == weights(talk)
    assert [p.file for p in broken.problems if p.severity == "error"] == ["broken.docx"]


def test_weights_are_shares_with_a_range_and_a_chance(files: Path) -> None:
    report = uh.wants(files / "call.txt", about="Mr. Ortiz", wants=NAMED)
    rows = report.wants.values()
    assert sum(weights(report)) == pytest.approx(1)
    assert sum(row["top_probability"] for row in rows) == pytest.approx(1)
    assert all(0 <= row["low"] <= row["weight"] <= row["high"] <= 1 for row in rows)
    assert [report.wants[n]["weight"] for n in report.order] == sorted(weights(report), reverse=True)
    assert report.order_probability is not None and 1 / 6 < report.order_probability < 1
    json.dumps(report.to_dict(), allow_nan=False)


def test_more_for_a_want_in_more_talks_never_lowers_it(files: Path) -> None:
    told = []
    for number in range(4):
        (files / f"{number}.txt").write_text(CALL.replace("Dry walls", f"In week {number} dry walls"), "utf-8")
        paths = [files / f"{n}.txt" for n in range(number + 1)]
        told.append(uh.wants(paths, about="Mr. Ortiz", wants=NAMED).wants["dry walls"]["weight"])
    assert told == sorted(told) and told[-1] > told[0] + 0.02


def test_a_faint_remark_counts_and_is_not_quoted(files: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def faintly(self: Cues, texts: Sequence[Text], wants: Sequence[str], answers: Any = None) -> Stances:
        chances = np.zeros((len(texts), len(wants), len(CLASSES)), dtype=np.float32)
        chances[:, 0, 3] = 0.12
        chances[:, :, 0] = 1 - chances[:, :, 3]
        return Stances(chances, chances @ VALUES, np.zeros(len(texts), dtype=np.float32))

    monkeypatch.setattr(Cues, "read", faintly)
    report = uh.wants(files / "call.txt", about="Mr. Ortiz", wants=NAMED)
    assert report.order[0] == "dry walls" and weights(report)[0] > 0.4
    assert [row["evidence"] for row in report.wants.values()] == [[], [], []]


def test_offers_in_numbers_count_beside_the_words() -> None:
    offer = ItemOffer({"dry walls": 3.0, "low price": 1.0}, {"low price": 2.0, "dry walls": 0.0})
    turns = (Turn("Dana", "And how?", line=1), Turn("Mr. Ortiz", "Let us do it like this.", line=2, offer=offer))
    report = uh.wants(Talk(("Dana", "Mr. Ortiz"), turns, "camp.json"), about="Mr. Ortiz", wants=NAMED)
    assert report.order[0] == "dry walls" and weights(report)[0] > weights(report)[1] + 0.05
    mine = tuple(replace(turn, speaker="Dana") for turn in turns)
    assert weights(uh.wants(Talk(("Dana",), mine, "camp.json"), about="Mr. Ortiz", wants=NAMED)) == pytest.approx(
        [1 / 3] * 3
    )


def test_a_mail_saved_twice_is_one_mail(files: Path) -> None:
    once = weights(uh.wants(files / "mail.eml", about="Mr. Ortiz", wants=NAMED))
    shutil.copy(files / "mail.eml", files / "copy of mail.eml")
    paths = [files / "mail.eml", files / "copy of mail.eml"]
    assert weights(uh.wants(paths, about="Mr. Ortiz", wants=NAMED)) == pytest.approx(once, abs=1e-9)


def test_a_file_named_twice_is_one_file(files: Path) -> None:
    once = weights(uh.wants(files / "mail.eml", about="Mr. Ortiz", wants=NAMED))
    (files / "elsewhere").mkdir()
    shutil.copy(files / "mail.eml", files / "elsewhere" / "mail.eml")
    for paths in ([files / "mail.eml"] * 2, [files / "mail.eml", files / "elsewhere" / "mail.eml"]):
        assert weights(uh.wants(paths, about="Mr. Ortiz", wants=NAMED)) == pytest.approx(once, abs=1e-9)


@pytest.mark.parametrize(
    ("about", "wants"),
    [(None, NAMED), ("", NAMED), ("  ", NAMED), ("Mr. Ortiz", None), ("Mr. Ortiz", ()), ("Mr. Ortiz", ["dry walls"]),
     ("Mr. Ortiz", ["dry walls", " dry walls ", ""]), ("Mr. Ortiz", "dry walls,low price"), ("Mr. Ortiz", {"a": ""})],
)  # fmt: skip
def test_a_call_that_names_nobody_or_too_few_wants_is_wrong(files: Path, about: Any, wants: Any) -> None:
    with pytest.raises(CallError) as wrong:
        uh.wants(files / "call.txt", about=about, wants=wants)
    assert wrong.value.what and wrong.value.fix


def test_a_case_brings_its_own_wants(case: Path) -> None:
    with pytest.raises(CallError, match="A case has its own wants"):
        uh.wants(uh.open_case(case), about="Mr. Ortiz", wants=NAMED)
    assert uh.wants(case) == uh.wants(uh.open_case(case)) == uh.wants(case / "case.yaml")


def test_where_nothing_can_be_read_it_is_said(files: Path) -> None:
    with pytest.raises(InputError) as wrong:
        uh.wants([files / "empty.vtt", files / "broken.docx"], about="Mr. Ortiz", wants=NAMED)
    assert {p.file for p in wrong.value.problems} == {"empty.vtt", "broken.docx"}
    with pytest.raises(WorldError, match=r"gone\.txt"):
        uh.wants(files / "gone.txt", about="Mr. Ortiz", wants=NAMED)


def test_no_source_at_all_is_said_in_words() -> None:
    with pytest.raises((CallError, InputError)) as wrong:
        uh.wants([], about="Mr. Ortiz", wants=NAMED)
    assert str(wrong.value)


def test_a_talk_without_them_leaves_all_wants_alike(files: Path) -> None:
    report = uh.wants(files / "call.txt", about="Mrs. Wu", wants=NAMED)
    assert weights(report) == pytest.approx([1 / 3] * 3)
    (problem,) = report.problems
    assert problem.severity == "warning" and "'Dana', 'Mr. Ortiz'" in problem.what


# --- on the command line


def test_the_json_of_a_talk_keeps_the_contract(call: Callable[..., Ended], files: Path) -> None:
    code, out, err = call("wants", files / "call.txt", *ABOUT, "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told.keys() >= KEYS
    assert (told["schema_version"], told["about"], told["source"]) == (1, "Mr. Ortiz", "call.txt")
    assert list(told["wants"]) == list(NAMED)
    for row in told["wants"].values():
        assert row.keys() == {"weight", "low", "high", "top_probability", "evidence"}
        for line in row["evidence"]:
            assert line.keys() >= {"quote", "source", "line", "turn", "polarity", "stance", "when"}
            assert line["quote"] in CALL.split("\n")[line["line"] - 1]
            assert line["polarity"] in ("needs", "does_not_need", "unsure")
    assert sum(weights(told)) == pytest.approx(1)
    assert told["order"][0] == "dry walls" and 0 < told["order_probability"] < 1
    assert told["unlisted"] == [{"quote": "We need the keys to the roof.", "source": "call.txt", "line": 6, "turn": 5}]
    assert told["problems"] == []


def test_several_files_give_a_line_each(call: Callable[..., Ended], files: Path) -> None:
    names = ("call.txt", "mail.eml", "minutes.txt", "call.txt")
    code, out, err = call("wants", *(files / name for name in names), *ABOUT, "--json")
    assert (code, err) == (0, "")
    told = [json.loads(line) for line in out.splitlines()]
    assert [one["source"] for one in told] == list(names)
    assert all(one.keys() >= KEYS for one in told)
    assert told[0] == told[3], "each is read on its own"
    alone = json.loads(call("wants", files / "mail.eml", *ABOUT, "--json")[1])
    assert told[1] == alone


def test_what_was_amiss_in_a_file_that_was_read_is_told_with_its_answer(
    call: Callable[..., Ended], files: Path
) -> None:
    (files / "call.txt").write_text(f"Notes of the second of May\n\n{CALL}", encoding="utf-8")
    code, out, _ = call("wants", files / "call.txt", files / "mail.eml", *ABOUT, "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and [len(one["problems"]) for one in told] == [1, 0]
    assert (told[0]["problems"][0]["severity"], told[0]["problems"][0]["line"]) == ("warning", 1)
    assert told[0]["wants"]["dry walls"]["evidence"][0]["line"] == 4


def test_several_talks_in_one_file_give_a_line_each(call: Callable[..., Ended], files: Path) -> None:
    said = [("Dana", "Dry walls?"), ("Mr. Ortiz", "Yes, exactly."), ("Dana", "Fine.")]
    talks = [[{"speaker": who, "text": words} for who, words in said[n:]] for n in (0, 1)]
    (files / "two.json").write_text(json.dumps([{"turns": turns} for turns in talks]), encoding="utf-8")
    code, out, _ = call("wants", files / "two.json", *ABOUT, "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and [one["source"] for one in told] == ["two.json"] * 2
    assert [len(one["wants"]["dry walls"]["evidence"]) for one in told] == [1, 0]


def test_the_text_shows_the_quotes(call: Callable[..., Ended], files: Path) -> None:
    code, out, _ = call("wants", files / "call.txt", files / "mail.eml", *ABOUT, "--width", "100")
    assert code == 0
    assert max(map(len, out.splitlines())) <= 100
    assert "What they want: Mr. Ortiz" in out and out.count("What they want") == 2
    for words in ("Dry walls, above all.", "call.txt:2", "does not need", "mail.eml:6", "keys to the roof"):
        assert words in out


@pytest.mark.parametrize(
    "arguments",
    [("--wants", "a,b"), ("--about", "", "--wants", "a,b"), ("--about", " ", "--wants", "a,b"),
     ("--about", "Mr. Ortiz"), ("--about", "Mr. Ortiz", "--wants", "dry walls"),
     ("--about", "Mr. Ortiz", "--wants", ","), ("--about", "Mr. Ortiz", "--wants", "a, a ,"), ()],
    ids=" ".join,
)  # fmt: skip
def test_a_wrong_call_is_code_two(call: Callable[..., Ended], files: Path, arguments: tuple[str, ...]) -> None:
    for extra in ((), (files / "mail.eml",)):
        code, out, err = call("wants", files / "call.txt", *extra, *arguments)
        assert (code, out) == (2, "")
        assert len(err.splitlines()) == 1 and "Traceback" not in err


def test_an_unreadable_file_is_code_one_and_the_others_are_answered(call: Callable[..., Ended], files: Path) -> None:
    names = ("empty.vtt", "call.txt", "broken.docx", "mail.eml")
    code, out, _ = call("wants", *(files / name for name in names), *ABOUT, "--json")
    told = [json.loads(line) for line in out.splitlines()]
    assert code == 1
    assert [bool(one["wants"]) for one in told] == [False, True, False, True]
    for one, name in zip(told, names, strict=True):
        errors = [p for p in one["problems"] if p["severity"] == "error"]
        assert bool(errors) == (not one["wants"]) and all(p["file"] == name and p["fix"] for p in errors)
        assert one.keys() >= KEYS
    code, out, _ = call("wants", *(files / name for name in names), *ABOUT)
    assert code == 1 and "The file is empty." in out and "Dry walls, above all." in out


def test_a_missing_file_is_code_three(call: Callable[..., Ended], files: Path) -> None:
    for name in ("gone.txt", "gone.vtt", "gone.pdf"):
        code, out, err = call("wants", files / "call.txt", files / name, *ABOUT)
        assert (code, out) == (3, "")
        assert name in err and len(err.splitlines()) == 1
    assert call("wants", files, *ABOUT)[0] == 3, "a folder is no talk"


# --- wants from a file


@pytest.mark.parametrize(
    ("text", "wants"),
    [
        ('{"dry walls": "no drop comes in", "low price": ""}', {"dry walls": "no drop comes in", "low price": ""}),
        ('\ufeff{"dry walls": null, "low price": "in budget"}', {"dry walls": "", "low price": "in budget"}),
        ('["dry walls", "low price"]', {"dry walls": "", "low price": ""}),
        ('{"étanchéité": "屋根", "low price": ""}', {"étanchéité": "屋根", "low price": ""}),
    ],
)
def test_wants_are_named_in_a_file(
    call: Callable[..., Ended], files: Path, reader: Cues, text: str, wants: dict[str, str]
) -> None:
    (files / "wants.json").write_text(text, encoding="utf-8")
    assert session.read_wants(files / "wants.json") == wants
    code, out, _ = call(
        "wants", files / "call.txt", "--about", "Mr. Ortiz", "--wants-file", files / "wants.json", "--json"
    )
    assert code == 0 and list(json.loads(out)["wants"]) == list(wants)


BAD = {
    "not JSON": b"dry walls, low price",
    "broken off": b'{\n"dry walls": "x",\n',
    "empty": b"",
    "a number": b"7",
    "numbers": b'{"dry walls": 1, "low price": 2}',
    "a list of lists": b'[["dry walls"], ["low price"]]',
    "not UTF-8": b'{"\xff": ""}',
    "far too deep": b"[" * 100_000,
    "far too large": b'["' + b"x" * LARGEST + b'"]',
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_a_bad_file_of_wants_is_a_sentence_with_a_fix(call: Callable[..., Ended], files: Path, data: bytes) -> None:
    path = files / "wants.json"
    path.write_bytes(data)
    wants, (problem,) = read_wants(path)
    assert wants == {} and (problem.file, problem.severity) == ("wants.json", "error")
    assert problem.what.endswith(".") and problem.fix.endswith(".")
    assert (problem.line is not None) == (data in (BAD["not JSON"], BAD["broken off"], BAD["empty"]))
    command = ("wants", files / "call.txt", "--about", "Mr. Ortiz", "--wants-file", path)
    code, out, err = call(*command)
    assert (code, out) == (1, "") and "wants.json" in err and 'Write {"dry walls"' in err
    code, out, err = call(*command, "--json")
    assert (code, err) == (1, "") and json.loads(out)["problems"] == [problem.to_dict()]


def test_a_file_of_wants_with_a_number_beyond_bounds_is_a_sentence(files: Path) -> None:
    (files / "wants.json").write_text(f'{{"dry walls": {"1" * 5_000}}}', encoding="utf-8")
    assert read_wants(files / "wants.json")[1]


def test_a_want_with_half_a_letter_in_its_name_is_read_or_refused(call: Callable[..., Ended], files: Path) -> None:
    (files / "wants.json").write_text('["dry \\ud800walls", "low price"]', encoding="utf-8")
    command = ("wants", files / "call.txt", "--about", "Mr. Ortiz", "--wants-file", files / "wants.json")
    assert call(*command)[0] in (0, 1, 2)


def test_a_file_of_wants_that_names_too_few_or_is_not_there(call: Callable[..., Ended], files: Path) -> None:
    start = ("wants", files / "call.txt", "--about", "Mr. Ortiz", "--wants-file")
    for text in ('["dry walls"]', "[]", "{}", '{"dry walls": "", " ": ""}'):
        (files / "few.json").write_text(text, encoding="utf-8")
        code, out, err = call(*start, files / "few.json")
        assert (code, out) == (2, "") and "at least two" in err
    for name in ("gone.json", "."):
        code, out, err = call(*start, files / name)
        assert (code, out) == (3, "") and len(err.splitlines()) == 1


# --- in a case


def test_the_brief_draws_on_everything_in_the_evidence_folder(call: Callable[..., Ended], case: Path) -> None:
    def weight(plan: dict[str, Any], want: str) -> float:
        return next(float(row["weight"]) for row in plan["wants"] if row["want"] == want)

    before = json.loads(call("brief", case, "--json")[1])
    text = CALL.replace("Dry walls, above all.", "A low price, above all. I can do without the dry walls.")
    (case / "evidence" / "call.txt").write_text(text, encoding="utf-8")
    (case / "evidence" / "mail.eml").write_text(
        MAIL.replace("A low price is no matter", "A low price is what we need"), encoding="utf-8"
    )
    code, out, _ = call("brief", case, "--json")
    after = json.loads(out)
    assert code == 0
    assert weight(after, "low price") > weight(before, "low price") + 0.02
    assert weight(after, "dry walls") < weight(before, "dry walls") - 0.02
    quotes = {(e["source"], e["quote"], e["line"]) for row in after["wants"] for e in row["evidence"]}
    assert ("call.txt", "A low price, above all.", 2) in quotes
    told = json.loads(call("wants", case, "--json")[1])
    assert told.keys() >= KEYS - {"source"} and sum(weights(told)) == pytest.approx(1)
    assert [told["wants"][n]["weight"] for n in ("dry walls", "low price")] == pytest.approx(
        [weight(after, n) for n in ("dry walls", "low price")]
    )
    lines = [line for row in told["wants"].values() for line in row["evidence"]]
    assert {line["source"] for line in lines} >= {"call.txt", "mail.eml", "notes.md"}
    assert all(line["polarity"] in ("needs", "does_not_need", "unsure") for line in lines)
    assert told["unlisted"] == [{"quote": "We need the keys to the roof.", "source": "call.txt", "line": 6, "turn": 5}]


def test_notes_with_tags_are_the_users_own_reading(case: Path, reader: Cues) -> None:
    tagged = uh.open_case(case).case.evidence
    assert reader.seen == [], "a note with tags is not read by the reader"
    assert all(isinstance(piece.claim, Statement) for piece in tagged)
    (case / "evidence" / "call.txt").write_text(CALL, encoding="utf-8")
    (case / "evidence" / "plain.md").write_text("# 4 May\n\nHe said the dry walls come first.\n", encoding="utf-8")
    opened = uh.open_case(case)
    assert opened.case.evidence[: len(tagged)] == tagged
    more = opened.case.evidence[len(tagged) :]
    assert {piece.source for piece in more} == {"call.txt", "plain.md"} and all(
        isinstance(p.claim, Heard) for p in more
    )
    assert not any("owners will have my head" in text for _, text in reader.seen)


def test_a_sentence_quoted_by_hand_is_not_heard_as_well(case: Path, reader: Cues) -> None:
    text = (
        "Dana: Well?\nMr. Ortiz: As I said, if it rains again I lose the ground floor, so dry walls.\nDana: I see.\n"
        "Mr. Ortiz: And a low price is no matter, as I say.\n"
    )
    (case / "evidence" / "call.txt").write_text(text, encoding="utf-8")
    opened = uh.open_case(case)
    heard = [piece for piece in opened.case.evidence if isinstance(piece.claim, Heard)]
    assert [(piece.claim.want, piece.line) for piece in heard if isinstance(piece.claim, Heard)] == [("low price", 4)]


def test_a_sentence_for_one_want_and_against_another_is_told_so_for_each(case: Path) -> None:
    text = CALL.replace("Dry walls, above all.", "Dry walls above all; a low price is no matter.")
    (case / "evidence" / "call.txt").write_text(text, encoding="utf-8")
    told = uh.wants(case).wants

    def polarity(want: str) -> list[tuple[str, str]]:
        return [(e["polarity"], e["stance"]) for e in told[want]["evidence"] if e["source"] == "call.txt"]

    assert polarity("dry walls") == [("needs", "needs")]
    assert polarity("low price") in ([], [("does_not_need", "can do without")])  # it hardly moves what is that low


def test_a_damaged_file_is_a_warning_and_the_case_stands(call: Callable[..., Ended], case: Path) -> None:
    sound = uh.wants(case)
    evidence = case / "evidence"
    (evidence / "broken.docx").write_bytes(b"PK\x03\x04 this is no archive")
    (evidence / "empty.vtt").write_bytes(b"")
    (evidence / ".hidden.vtt").write_bytes(b"")
    code, out, _ = call("check", case, "--json")
    found = json.loads(out)["problems"]
    assert code == 0
    assert [(p["file"], p["severity"]) for p in found] == [
        ("evidence/broken.docx", "warning"), ("evidence/empty.vtt", "warning"),
    ]  # fmt: skip
    assert all(p["what"] and p["fix"] for p in found)
    code, out, _ = call("check", case)
    assert code == 0 and "evidence/broken.docx" in out and "2 warnings." in out
    after = uh.wants(case)
    assert weights(after) == weights(sound)
    assert {p.file for p in after.problems} >= {"evidence/broken.docx", "evidence/empty.vtt"}


def test_a_talk_of_others_in_the_folder_is_a_warning(call: Callable[..., Ended], case: Path) -> None:
    text = CALL.replace("Mr. Ortiz", "Ms. Lee").replace("Dana", "Bo")
    (case / "evidence" / "lee.txt").write_text(text, encoding="utf-8")
    code, out, _ = call("check", case, "--json")
    (problem,) = json.loads(out)["problems"]
    assert code == 0 and problem["severity"] == "warning" and "'Ms. Lee'" in problem["what"]


def test_a_talk_forgotten_was_never_held(case: Path) -> None:
    never = uh.wants(case)
    (case / "evidence" / "call.txt").write_text(CALL, encoding="utf-8")
    (case / "evidence" / "again.eml").write_text(MAIL, encoding="utf-8")
    held = uh.wants(case)
    assert weights(held) != weights(never)
    for source in ("call.txt", "again.eml"):
        assert uh.forget(case, source=source).erased >= 1
    assert uh.wants(case) == never
