"""Does every transcript format give the same conversation: speakers, words, times and lines?"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from upperhand.errors import CallError, Problem, WorldError
from upperhand.intake.kinds import kind_of
from upperhand.intake.transcripts import read_talk, read_talks, talk_from_text, talks_from_text
from upperhand.model.talk import ItemOffer, Talk, Turn

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT.parent / "shared" / "data"


@dataclass(frozen=True)
class Said:
    """One turn as it was said; times in whole seconds, which every format with times can hold."""

    who: str
    words: str
    start: int
    end: int


# a colon within the words, two scripts written otherwise, letters that are composed, and a turn without words
TALK = (
    Said("Dana Smith", "What happens here: does the wall leak?", 12, 15),
    Said("Mr. Ortiz", "If it rains again I lose the ground floor.", 16, 20),
    Said("山田", "屋根は金曜日までに直してください。", 21, 24),
    Said("محمد", "السعر مهم: ليس أكثر من ألف", 25, 29),
    Said("Dana Smith", "", 30, 31),
    Said("Mr. Ortiz", "Agree\u0301 for cafe\u0301 and 1,500 euros.", 3632, 3640),
)


def clock(seconds: float, comma: str = ".", decimals: int = 3) -> str:
    """A time as subtitles write it."""
    whole, rest = divmod(round(seconds * 1000), 1000)
    text = f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}"
    return f"{text}{comma}{rest:03}" if decimals else text


def short(seconds: int) -> str:
    """A time as people write it."""
    return f"{seconds // 60}:{seconds % 60:02}" if seconds < 3600 else clock(seconds, decimals=0).lstrip("0")


def dumped(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1)


def vtt(talk: Sequence[Said], voice: Callable[[Said], str], number: Callable[[int], str] = str) -> str:
    cues = [f"{number(i)}\n{clock(t.start)} --> {clock(t.end)}\n{voice(t)}" for i, t in enumerate(talk, 1)]
    return "WEBVTT\n\nNOTE made by a test\nNobody: says this\n\n" + "\n\n".join(cues) + "\n"


def srt(talk: Sequence[Said], voice: Callable[[Said], str]) -> str:
    cues = (
        f"{i}\n{clock(t.start, ',')} --> {clock(t.end, ',')}\n{voice(t)}" for i, t in enumerate(talk, 1)
    )  # fmt: skip
    return "\n\n".join(cues) + "\n"


def deepgram_paragraphs(talk: Sequence[Said]) -> str:
    paragraphs = [
        {"speaker": t.who, "start": t.start, "end": t.end,
         "sentences": [{"text": t.words, "start": t.start, "end": t.end}]}
        for t in talk
    ]  # fmt: skip
    best = {"transcript": "", "words": [], "paragraphs": {"transcript": "", "paragraphs": paragraphs}}
    return dumped({"metadata": {}, "results": {"channels": [{"alternatives": [best]}]}})


def listed(key: str, text: str, who: str, start: str | None = None, end: str | None = None) -> Callable[..., str]:
    """A writer of JSON with a list of turns under a key."""

    def write(talk: Sequence[Said]) -> str:
        turns = []
        for t in talk:
            turn: dict[str, Any] = {who: t.who, text: t.words}
            turn |= {start: t.start} if start else {}
            turn |= {end: t.end} if end else {}
            turns.append(turn)
        return dumped({"title": "Roof", key: turns})

    return write


def jsonl(talk: Sequence[Said]) -> str:
    return "".join(
        json.dumps({"speaker": t.who, "text": t.words, "start": t.start, "end": t.end}, ensure_ascii=False) + "\n"
        for t in talk
    )


def convokit(talk: Sequence[Said]) -> str:
    rows = [
        {"id": f"u{i}", "conversation_id": "u0", "speaker": t.who, "text": t.words, "timestamp": t.start,
         "reply-to": None}
        for i, t in enumerate(talk)
    ]  # fmt: skip
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def craigslist(talk: Sequence[Said]) -> str:
    events = [
        {"action": "message", "agent": t.who, "data": t.words, "start_time": str(t.start), "time": str(t.end)}
        for t in talk
    ]  # fmt: skip
    return dumped({"uuid": "C", "scenario": {"kbs": []}, "events": events})


@dataclass(frozen=True)
class Format:
    """One format: how it is written, and what it can hold."""

    name: str
    file: str
    write: Callable[[Sequence[Said]], str]
    start: bool = True
    end: bool = True


def words_of(t: Said) -> str:
    return f"{t.who}: {t.words}".rstrip()


FORMATS = (
    Format("vtt zoom", "a.vtt", lambda talk: vtt(talk, words_of)),
    Format("vtt teams", "a.vtt", lambda talk: vtt(
        talk, lambda t: f"<v {t.who}>{t.words}</v>", lambda i: f"ab-{i}/{i}-0")),
    Format("srt names", "a.srt", lambda talk: srt(talk, words_of)),
    Format("srt brackets", "a.srt", lambda talk: srt(talk, lambda t: f"[{t.who}] {t.words}".rstrip())),
    Format("zoom chat", "a.txt", lambda talk: "".join(
        f"{clock(t.start, decimals=0)}\t From {t.who} to Everyone: {t.words}\n" for t in talk), end=False),
    Format("zoom chat below", "a.txt", lambda talk: "".join(
        f"{clock(t.start, decimals=0)} From  {t.who}  to  Everyone:\n\t{t.words}\n" for t in talk), end=False),
    Format("zoom txt", "a.txt", lambda talk: "\n".join(
        f"[{t.who}] {clock(t.start, decimals=0)}\n{t.words}\n" for t in talk), end=False),
    Format("otter", "a.txt", lambda talk: "".join(f"{t.who}  {short(t.start)}\n{t.words}\n\n" for t in talk)
           + "Transcribed by https://otter.ai\n", end=False),
    Format("plain", "a.txt", lambda talk: "".join(f"{words_of(t)}\n" for t in talk), start=False, end=False),
    Format("plain apart", "a.txt", lambda talk: "\n".join(f"{words_of(t)}\n" for t in talk), start=False, end=False),
    Format("plain timed", "a.txt", lambda talk: "".join(
        f"[{clock(t.start, decimals=0)}] {words_of(t)}\n" for t in talk), end=False),
    Format("plain spans", "a.txt", lambda talk: "".join(
        f"[{clock(t.start, decimals=0)} - {clock(t.end, decimals=0)}] {words_of(t)}\n" for t in talk)),
    Format("plain time behind", "a.txt", lambda talk: "".join(
        f"{t.who} ({short(t.start)}): {t.words}\n" for t in talk), end=False),
    Format("markdown", "a.md", lambda talk: "\n".join(
        f"**{t.who}:** {t.words}\n" for t in talk), start=False, end=False),
    Format("markdown outside", "a.md", lambda talk: "\n".join(
        f"**{t.who}**: {t.words}\n" for t in talk), start=False, end=False),
    Format("whisperx", "a.json", listed("segments", "text", "speaker", "start", "end")),
    Format("deepgram utterances", "a.json", lambda talk: dumped({"results": {"channels": [], "utterances": [
        {"speaker": t.who, "start": t.start, "end": t.end, "transcript": t.words} for t in talk]}})),
    Format("deepgram paragraphs", "a.json", deepgram_paragraphs),
    Format("assemblyai", "a.json", lambda talk: dumped({"id": "x", "audio_duration": 3640, "text": "", "utterances": [
        {"speaker": t.who, "start": t.start * 1000, "end": t.end * 1000, "text": t.words} for t in talk]})),
    *(Format(f"json {key} {text} {who} {start}", "a.json", listed(key, text, who, start, end), bool(start), bool(end))
      for key, text, who, start, end in (
        ("transcript", "text", "speaker", "start", "end"), ("turns", "content", "role", "start_time", "end_time"),
        ("messages", "message", "name", "timestamp", None), ("utterances", "utterance", "author", "ts", None),
        ("dialogue", "body", "from", "time", None), ("conversation", "text", "user", None, None),
        ("segments", "text", "id", "start", "end"))),
    Format("json list", "a.json", lambda talk: dumped(
        [{"speaker": t.who, "text": t.words, "start": float(t.start), "end": clock(t.end)} for t in talk])),
    Format("json compact", "a.json", lambda talk: json.dumps(
        {"turns": [{"speaker": t.who, "text": t.words, "start": t.start, "end": t.end} for t in talk]})),
    Format("json lines", "a.jsonl", jsonl),
    Format("convokit", "utterances.jsonl", convokit, end=False),
    Format("casino", "a.json", lambda talk: dumped({"dialogue_id": 1, "participant_info": {}, "chat_logs": [
        {"text": t.words, "task_data": {}, "id": t.who} for t in talk]}), start=False, end=False),
    Format("craigslist", "a.json", craigslist),
)  # fmt: skip
each_format = pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])


def read(data: str | bytes, folder: Path, file: str = "a.txt") -> tuple[Talk, tuple[Problem, ...]]:
    path = folder / file
    path.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return read_talk(path)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@each_format
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_format_gives_the_same_conversation(form: Format, ends: str, tmp_path: Path) -> None:
    written = form.write(TALK).replace("\n", ends)
    talk, problems = read(written, tmp_path, form.file)
    assert problems == ()
    assert talk.speakers == ("Dana Smith", "Mr. Ortiz", "山田", "محمد") and talk.source == form.file
    assert [(t.speaker, t.text) for t in talk.turns] == [(t.who, nfc(t.words)) for t in TALK]
    if form.start:
        assert [t.start for t in talk.turns] == [float(t.start) for t in TALK]
    if form.end:
        assert [t.end for t in talk.turns] == [float(t.end) for t in TALK]
    lines = nfc(written.replace("\r\n", "\n")).split("\n")
    for turn, said in zip(talk.turns, TALK, strict=True):
        if turn.text:
            assert turn.line is not None
            assert turn.text in lines[turn.line - 1] or json.dumps(said.words) in lines[turn.line - 1]


@each_format
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_marked_encodings_are_read_as_such(form: Format, encoding: str, tmp_path: Path) -> None:
    talk, problems = read(form.write(TALK).encode(encoding), tmp_path, form.file)
    assert problems == () and [t.text for t in talk.turns] == [nfc(t.words) for t in TALK]


@each_format
def test_a_file_cut_anywhere_gives_what_stands_before(form: Format) -> None:
    data = form.write(TALK).encode("utf-8")
    whole = [nfc(t.words) for t in TALK]
    for cut in range(0, len(data), 5 if len(data) < 1500 else 11):
        talk, problems = talk_from_text(data[:cut], form.file)
        texts = [t.text for t in talk.turns]
        assert texts[: max(len(texts) - 1, 0)] == whole[: max(len(texts) - 1, 0)]
        assert len(texts) <= len(whole)
        assert talk.turns or any(p.severity == "error" for p in problems)
        if form.file == "a.json" and 0 < cut < len(data) - 2:
            assert problems


@each_format
def test_a_damaged_letter_does_not_cost_the_rest(form: Format) -> None:
    written = form.write(TALK)
    if "屋" not in written:
        return
    data = written.encode("utf-8").replace("屋".encode(), b"\xe5\xb1", 1)
    talk, problems = talk_from_text(data, form.file)
    assert [t.text for t in talk.turns][:2] == [nfc(t.words) for t in TALK[:2]]
    assert len(talk.turns) == len(TALK) and "damaged" in problems[0].what and problems[0].line is not None


@each_format
def test_the_order_of_json_and_speakers_survives_the_talks_own_json(form: Format) -> None:
    talk = talk_from_text(form.write(TALK), form.file)[0]
    again, problems = talk_from_text(json.dumps(talk.to_dict()), form.file)
    assert problems == ()
    assert [(t.speaker, t.text, t.start, t.end, t.offer) for t in again.turns] == [
        (t.speaker, t.text, t.start, t.end, t.offer) for t in talk.turns
    ]


def test_the_talks_json_has_the_keys_that_others_rely_on() -> None:
    offer = ItemOffer({"water": 2.0}, {"food": 1.0})
    talk = Talk(("A",), (Turn("A", "I take the water.", 1.0, None, 3, offer),), "a.txt")
    assert talk.to_dict() == {
        "speakers": ["A"], "source": "a.txt",
        "turns": [{"speaker": "A", "text": "I take the water.", "start": 1.0, "end": None, "line": 3,
                   "offer": {"gets": {"water": 2.0}, "gives": {"food": 1.0}}}],
    }  # fmt: skip
    again = talk_from_text(json.dumps(talk.to_dict()), "b.json")[0]
    assert again.turns[0].offer == offer


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"), (b" \n\t\n", "empty"), (b"\xef\xbb\xbf", "empty"), (b"\x00\x01\x02\xfe" * 400, "readable"),
        (b"PK\x03\x04rest", "zip"), (b'{"a": {"b": [1, 2, 3]}}', "no list of turns"), (b"[]", "no list of turns"),
        (b'[{"text": ', "JSON"), (b"{" * 5000, "JSON"), (b"[" * 100_000, "JSON"), (b'{"turns": []}', "no list"),
        (b'{"turns": [{"speaker": "A"}]}', "no list"), (b"Nobody says anything here.\n", "No turn"),
        (b"WEBVTT\n\n", "No turn"), (b'{"x": 1' + b"0" * 9000 + b"}", "JSON"),
    ],
)  # fmt: skip
def test_nothing_readable_is_an_error_never_silence(data: bytes, word: str, tmp_path: Path) -> None:
    for file in ("a.txt", "a.json", "a.vtt"):
        talk, problems = read(data, tmp_path, file)
        assert talk == Talk((), (), file)
        assert [p.severity for p in problems][-1] == "error" and all(
            p.what and p.fix and p.file == file for p in problems
        )
        assert word in " ".join(p.what for p in problems) or word == "JSON"


def test_a_file_in_an_old_encoding_is_read_with_a_warning(tmp_path: Path) -> None:
    talk, problems = read("Dana: Das Café ist zu.\nMr. Ortiz: Schön für Sie.\n".encode("cp1252"), tmp_path)
    assert [t.text for t in talk.turns] == ["Das Café ist zu.", "Schön für Sie."]
    assert [(p.line, p.severity) for p in problems] == [(1, "warning")] and "Windows-1252" in problems[0].what


@pytest.mark.parametrize("file", ["a.vtt", "a.srt", "a.json"])
def test_cues_of_one_speaker_in_a_row_are_one_turn(file: str) -> None:
    said = (
        Said("Dana", "I lose", 1, 2),
        Said("Dana", "the floor", 2, 3),
        Said("Ortiz", "Oh.", 4, 5),
        Said("Dana", "Yes", 6, 7),
    )
    writers: dict[str, Callable[[Sequence[Said]], str]] = {
        "a.vtt": lambda t: vtt(t, words_of),
        "a.srt": lambda t: srt(t, words_of),
        "a.json": listed("segments", "text", "speaker", "start", "end"),
    }
    text = writers[file](said)
    talk, problems = talk_from_text(text, file)
    assert [(t.speaker, t.text, t.start, t.end) for t in talk.turns] == [
        ("Dana", "I lose the floor", 1.0, 3.0), ("Ortiz", "Oh.", 4.0, 5.0), ("Dana", "Yes", 6.0, 7.0),
    ]  # fmt: skip
    assert problems == ()
    lines = text.split("\n")
    for words in ("I lose", "the floor"):
        line = talk.turns[0].line_at(talk.turns[0].text.index(words))
        assert line is not None and words in lines[line - 1]


def test_turns_of_other_formats_are_not_joined() -> None:
    assert len(talk_from_text("Dana: one\nDana: two\nOrtiz: three\n", "a.txt")[0].turns) == 3


def test_several_voices_and_markup_in_a_cue() -> None:
    text = (
        "WEBVTT - made here\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:04.500 align:start position:10%\n"
        "<v.loud Dana Smith>It <i>rains</i> &amp; leaks.</v> <v Mr. Ortiz>Where?\nSince when?</v>\n\n"
        "00:05.000 --> 00:06.000\n<v Mr. Ortiz><00:05.500><c>Tell me.</c></v>\n"
    )
    talk, problems = talk_from_text(text, "a.vtt")
    assert [(t.speaker, t.text, t.start, t.end, t.line) for t in talk.turns] == [
        ("Dana Smith", "It rains & leaks.", 1.0, 4.5, 7), ("Mr. Ortiz", "Where? Since when? Tell me.", 1.0, 6.0, 7),
    ]  # fmt: skip
    assert problems == ()


def test_subtitles_without_names_say_so() -> None:
    text = srt(TALK, lambda t: t.words.replace(":", ","))
    talk, problems = talk_from_text(text, "a.srt")
    assert talk.speakers == ("unknown",) and len(talk.turns) == 5
    assert [p.severity for p in problems] == ["warning"] and "names" in problems[0].what


def test_a_broken_time_is_named_with_its_line() -> None:
    text = vtt(TALK, words_of).replace("00:00:16.000 -->", "00:00:1x -->")
    talk, problems = talk_from_text(text, "a.vtt")
    assert [t.text for t in talk.turns][:2] == [t.words for t in TALK[:2]]
    assert talk.turns[1].start is None
    assert problems[0].line is not None and "00:00:1x" in text.split("\n")[problems[0].line - 1]


def test_what_follows_a_name_goes_on_below_it() -> None:
    text = "Call of 4 May\n\nDana: It rains.\n  And: it leaks.\n\nStill.\nOrtiz: Oh.\nDana: Yes.\nOrtiz:\nI see.\n"
    talk, problems = talk_from_text(text, "a.txt")
    assert [(t.speaker, t.text, t.line) for t in talk.turns] == [
        ("Dana", "It rains.\nAnd: it leaks.\n\nStill.", 3), ("Ortiz", "Oh.", 7), ("Dana", "Yes.", 8),
        ("Ortiz", "I see.", 10),
    ]  # fmt: skip
    assert talk.turns[0].line_at(talk.turns[0].text.index("Still")) == 6
    assert [(p.line, p.severity) for p in problems] == [(1, "warning")]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("buyer: hello\nseller: hi\nbuyer: 20?\nseller: no\n", ("buyer", "seller")),
        ("me: hello\nyou: hi\n", ("me", "you")),
        ("SPEAKER_00: a\nSPEAKER_01: b\nSPEAKER_00: c\n", ("SPEAKER_00", "SPEAKER_01")),
        ("Dr. O'Brien-Zoë (Acme): a\nVan der Berg: b\nDr. O'Brien-Zoë (Acme): c\n",
         ("Dr. O'Brien-Zoë (Acme)", "Van der Berg")),
        ("[04.05.26, 10:32:15] Dana: hi\n[04.05.26, 10:33:15] Ortiz: oh\n", ("Dana", "Ortiz")),
        ("4/5/2026, 10:32 - Dana: hi\n4/5/2026, 10:33 - Ortiz: oh\n", ("Dana", "Ortiz")),
        ("Dana: see https://x.example: now\nOrtiz: at 10:30\n", ("Dana", "Ortiz")),
        ("\u200f\u202bمحمد\u202c: مرحبا\nOrtiz: hi\n\u200fمحمد: نعم\n", ("محمد", "Ortiz")),
        ("山田：こんにちは\n鈴木：どうも\n", ("山田", "鈴木")),
        ("Interviewer 0:01\nHi.\nNote: this is said at 0:05\n\nDana 0:09\nPrice: 20. See you at 10:30\n",
         ("Interviewer", "Dana")),
        ("1. Dana: hi\n2. Ortiz: oh\n", ("Dana", "Ortiz")),
    ],
)  # fmt: skip
def test_who_is_a_speaker_and_who_is_not(text: str, speakers: tuple[str, ...]) -> None:
    talk, problems = talk_from_text(text, "a.txt")
    assert talk.speakers == speakers and problems == ()


def test_a_deal_row_is_an_offer() -> None:
    task = {"issue2youget": {"Food": "2", "Water": "0"}, "issue2theyget": {"Food": "1", "Water": "3"}}
    rows = [("hi", {}, "mturk_agent_1"), ("Submit-Deal", task, "mturk_agent_2"),
            ("Reject-Deal", {"data": "x"}, "mturk_agent_1"), ("Walk-Away", {}, "mturk_agent_1")]  # fmt: skip
    one = {"chat_logs": [{"text": text, "task_data": data, "id": who} for text, data, who in rows]}
    talk, problems = talk_from_text(dumped(one), "a.json")
    assert [t.text for t in talk.turns] == ["hi", "Submit-Deal", "Reject-Deal", "Walk-Away"] and problems == ()
    offers = [t.offer for t in talk.turns]
    assert offers == [None, ItemOffer({"Food": 2.0, "Water": 0.0}, {"Food": 1.0, "Water": 3.0}), None, None]


def test_an_offered_price_goes_to_the_seller() -> None:
    sides = [{"personal": {"Role": "seller"}}, {"personal": {"Role": "buyer"}}]
    events = [{"action": "offer", "agent": 0, "data": {"price": 80.5, "sides": ""}, "time": "1496341531.5"},
              {"action": "offer", "agent": 1, "data": {"price": 80}, "time": "1496341532"},
              {"action": "offer", "agent": 1, "data": {"price": None}, "time": "x"},
              {"action": "accept", "agent": 1, "data": None}]  # fmt: skip
    talk = talk_from_text(dumped({"scenario": {"kbs": sides}, "events": events}), "a.json")[0]
    assert [(t.speaker, t.text) for t in talk.turns] == [
        ("seller", "offer 80.50"), ("buyer", "offer 80"), ("buyer", "offer"), ("buyer", "accept"),
    ]  # fmt: skip
    prices = [t.offer for t in talk.turns]
    assert prices == [ItemOffer({"price": 80.5}), ItemOffer({}, {"price": 80.0}), None, None]
    assert talk.turns[0].start == 1496341531.5


def test_books_hats_and_balls() -> None:
    said = "YOU: i want: hats <eos> THEM: ok <eos> YOU: <selection>"
    line = f"<input> 1 6 </input> <dialogue> {said} </dialogue> <output> x </output>"
    talks, problems = talks_from_text(f"{line}\nTHEM: no <eos> YOU: why ? <eos> THEM: so\nrubbish\n", "a.txt")
    assert [[(t.speaker, t.text, t.line) for t in talk.turns] for talk in talks] == [
        [("YOU", "i want: hats", 1), ("THEM", "ok", 1), ("YOU", "<selection>", 1)],
        [("THEM", "no", 2), ("YOU", "why ?", 2), ("THEM", "so", 2)],
    ]
    assert [p.line for p in problems] == [3]


def test_one_of_several_conversations_is_chosen_by_its_index(tmp_path: Path) -> None:
    several = [{"turns": [{"speaker": "A", "text": str(i)}, {"speaker": "B", "text": "ok"}]} for i in range(3)]
    path = tmp_path / "a.json"
    for data in (dumped(several), dumped({"dialogues": several}), "\n".join(json.dumps(one) for one in several),
                 dumped([one["turns"] for one in several])):  # fmt: skip
        path.write_text(data, encoding="utf-8")
        talk, problems = read_talk(path)
        assert talk.turns[0].text == "0" and "3 conversations" in problems[0].what and problems[0].severity == "warning"
        assert read_talk(path, 2)[0].turns[0].text == "2" and read_talk(path, index=2)[1] == ()
        assert [t.turns[0].text for t in read_talks(path)[0]] == ["0", "1", "2"]
        for wrong in (3, -1):
            with pytest.raises(CallError, match="0 to 2"):
                read_talk(path, wrong)


def test_threads_of_a_collection_are_told_apart(tmp_path: Path) -> None:
    rows = [
        {"id": f"u{i}", "root": f"u{i % 2}", "user": "AB"[i // 2], "text": str(i), "timestamp": 9 - i} for i in range(4)
    ]
    (tmp_path / "utterances.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    talks, problems = read_talks(tmp_path)
    assert [[t.text for t in talk.turns] for talk in talks] == [["2", "0"], ["3", "1"]]
    assert problems == () and talks[0].source == "utterances.jsonl"


def test_lines_of_json_that_are_broken_are_named() -> None:
    lines = jsonl(TALK).split("\n")
    lines[1] = lines[1][:-8]
    talk, problems = talk_from_text("\n".join(lines), "a.jsonl")
    assert len(talk.turns) == len(TALK) - 1 and [(p.line, p.severity) for p in problems] == [(2, "warning")]
    lines[0] = lines[0][1:]
    assert len(talk_from_text("\n".join(lines), "a.jsonl")[0].turns) == len(TALK) - 2


def test_hundreds_of_broken_lines_are_told_once() -> None:
    problems = talk_from_text(jsonl(TALK) + '{"speaker": \n' * 500, "a.jsonl")[1]
    assert len(problems) < 40 and "more complaints" in problems[-1].what


def test_times_of_every_kind() -> None:
    times: list[tuple[Any, float | None]] = [
        ("01:02:03.5", 3723.5), ("2:03", 123.0), (5, 5.0), ("5.5s", 5.5), (True, None), (1e300, None), ("nan", None),
        ("1:02 PM", 46920.0), (1767225600000, 1767225600.0), ("2026-01-01T00:00:00Z", 1767225600.0), ([1, 2], None),
    ]  # fmt: skip
    turns = [{"speaker": "A", "text": "x", "ts": time} for time, _ in times]
    assert [t.start for t in talk_from_text(json.dumps(turns), "a.json")[0].turns] == [second for _, second in times]


def test_words_of_channels_without_paragraphs() -> None:
    words = [{"word": w, "punctuated_word": w.title(), "speaker": s, "start": i, "end": i + 1}
             for i, (w, s) in enumerate([("hi", 0), ("there", 0), ("oh", 1)])]  # fmt: skip
    data = {"results": {"channels": [{"alternatives": [{"transcript": "hi there oh", "words": words}]}]}}
    talk = talk_from_text(json.dumps(data), "a.json")[0]
    assert [(t.speaker, t.text, t.start, t.end) for t in talk.turns] == [
        ("Speaker 0", "Hi There", 0.0, 2.0), ("Speaker 1", "Oh", 2.0, 3.0),
    ]  # fmt: skip


def test_what_the_disk_refuses_is_raised(tmp_path: Path) -> None:
    for path in (tmp_path / "none.vtt", tmp_path, Path("a\0b")):
        with pytest.raises(WorldError):
            read_talk(path)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    talk, problems = read_talk(path)
    assert talk.turns == () and "200,000,000 bytes" in problems[0].what and problems[0].severity == "error"


def test_a_talk_longer_than_is_kept_is_cut_with_a_warning() -> None:
    talk, problems = talk_from_text("".join(f"Dana: {'x' * 900}\nOrtiz: {'y' * 900}\n" for _ in range(1300)), "a.txt")
    assert 2000 < len(talk.turns) < 2600 and [p.severity for p in problems] == ["warning"]


def test_files_are_told_apart_by_what_they_hold(tmp_path: Path) -> None:
    cases = {
        "a.vtt": ("", "talk"), "b.json": ("", "talk"), "c.txt": ("A: x\nB: y\nA: z\n", "talk"),
        "d.txt": ("Note: we met.\nPrice: 20\nThe roof leaks.\n", "document"),
        "e.md": ("# Report\n\nWords.\n", "document"),
        "k.txt": ("Customer: Dana\nSite: 12 Mill Lane\nBudget: 900\nRoof: slate\n", "document"),
        "f.md": ('"no rain" {needs: dry walls}\n', "note"), "g.pdf": ("", "document"), "h.eml": ("", "document"),
        "i.txt": ("Dana  0:12\nHello there.\n\nOrtiz  0:15\nWell.\n\nDana  0:20\nYes.\n", "talk"),
        "j.txt": ("A: x\nand much\nmore\nof this\nB: y\nwith\nlines\nC: z\nagain\n", "document"),
    }  # fmt: skip
    for name, (text, kind) in cases.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert kind_of(tmp_path / name) == kind, name
    with pytest.raises(WorldError):
        kind_of(tmp_path / "none.txt")


@pytest.mark.parametrize(
    ("path", "least"),
    [
        ("casino/train.json", 900),
        ("casino/valid.json", 30),
        ("craigslist/dev.json", 643),
        ("dealornodeal/sample.txt", 400),
    ],
)
def test_real_collections_are_read_without_a_problem(path: str, least: int) -> None:
    if not (DATA / path).is_file():
        pytest.skip(f"the data of {path.split('/')[0]} is not beside the project")
    talks, problems = read_talks(DATA / path)
    assert problems == () and len(talks) == least
    assert all(len(talk.turns) >= 2 for talk in talks if "dealornodeal" not in path)
    assert all(turn.speaker != "unknown" and turn.line for talk in talks for turn in talk.turns)
    if path.startswith("casino"):
        told = json.loads((DATA / path).read_text(encoding="utf-8"))
        deals = sum(row["text"] == "Submit-Deal" for one in told for row in one["chat_logs"])
        assert sum(t.offer is not None for talk in talks for t in talk.turns) == deals
        assert [len(talk.turns) for talk in talks] == [len(one["chat_logs"]) for one in told]
