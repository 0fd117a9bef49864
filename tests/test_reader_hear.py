"""Are their words, and nobody else's, heard; and is every quote where it is said to be?"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from email.message import EmailMessage
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from upperhand.beliefs.wanted import report_of_sources
from upperhand.intake.documents import document_from_bytes
from upperhand.intake.transcripts import talk_from_text
from upperhand.model.document import Document, Passage
from upperhand.model.evidence import FAINT, Heard, Split
from upperhand.model.talk import ItemOffer, Talk, Turn
from upperhand.reader.clauses import LONGEST, MOST_WORDS
from upperhand.reader.encoder import Text
from upperhand.reader.evidence import Listened, listen
from upperhand.reader.hear import COUNTED, Finding, Listener
from upperhand.reader.network import Floats
from upperhand.reader.spoken import Said, said_in_document, said_in_talk, speaker_named
from upperhand.reader.stance import CLASSES, StanceReader, Stances

WANTS = {"dry walls": "", "low price": "within the repair budget", "quiet tenants": ""}
VALUES = np.array([0, 0.5, 1, 2.5, -1, -1, 0.1], dtype=np.float32)
_CUES = (
    ("without", re.compile(r"without|no matter|not need", re.IGNORECASE)),
    ("offers", re.compile(r"keep your|you can have", re.IGNORECASE)),
    ("unsure", re.compile(r"perhaps|not sure", re.IGNORECASE)),
    ("decisive", re.compile(r"above all", re.IGNORECASE)),
)
_ASSENT = re.compile(r"\W*(?:yes|exactly)\b", re.IGNORECASE)


class Cues(StanceReader):
    """A reader by cue words in the place of the network, so that what is read is known beforehand.

    A sentence that names a want shows it, and so does an assent to one that does. ``seen`` are the texts read so far.
    """

    def __init__(self) -> None:
        self.seen: list[Text] = []

    def read(self, texts: Sequence[Text], wants: Sequence[str], answers: Any = None) -> Stances:
        """As much evidence as the chances say."""
        chances, fresh = self.chances(texts, wants)
        return Stances(chances, chances @ VALUES, fresh)

    def chances(self, texts: Sequence[Text], wants: Sequence[str]) -> tuple[Floats, Floats]:
        """Chances of .9 for the stance the words show, else .998 for none."""
        self.seen += texts
        chances = np.zeros((len(texts), len(wants), len(CLASSES)), dtype=np.float32)
        for n, text in enumerate(texts):
            for k, want in enumerate(wants):
                chances[n, k] = _chances(text, want.partition(":")[0].casefold())
        shown = (chances[:, :, 0] < 0.5).any(axis=1)
        fresh = np.array([0.9 if "we need" in text.casefold() else 0.1 for _, text in texts], dtype=np.float32)
        return chances, np.where(shown, np.float32(0.1), fresh)


def _chances(text: Text, name: str) -> Floats:
    context, said = text
    said = said if name in said.casefold() else context if _ASSENT.match(said) else ""
    here = " ".join(part for part in re.split(r"[.!?;\n]", said) if name in part.casefold())
    stance = next((stance for stance, cue in _CUES if cue.search(here)), "clear") if here else "none"
    out = np.full(len(CLASSES), 0.1 / 6 if here else 0.002 / 6, dtype=np.float32)
    out[CLASSES.index(stance)] = 0.9 if here else 0.998
    return out


class Keen(Cues):
    """A reader to whom every sentence shows every want, the latest sentence of a piece most."""

    def chances(self, texts: Sequence[Text], wants: Sequence[str]) -> tuple[Floats, Floats]:
        """Chances that rise with the number that a text starts with."""
        chances = np.zeros((len(texts), len(wants), len(CLASSES)), dtype=np.float32)
        for n, (_, text) in enumerate(texts):
            number = re.search(r"\d+", text)
            chances[n, :, 2] = 0.6 + 0.3 * min(int(number[0]) if number else 0, 999) / 1000
        chances[:, :, 0] = 1 - chances[:, :, 2]
        return chances, np.zeros(len(texts), dtype=np.float32)


def listener(reader: StanceReader | None = None) -> Listener:
    """A listener with a reader of our own."""
    made = Listener.__new__(Listener)
    made._reader = reader or Cues()
    return made


def heard(source: Talk | Document, about: str = "Mr. Ortiz", **more: Any) -> Listened:
    reader = more.pop("reader", None)
    return listen(listener(reader), source, about, more.pop("wants", WANTS), **more)


def talk(*said: tuple[str, str]) -> Talk:
    """A talk of turns (speaker, words), one a line."""
    turns = tuple(Turn(who, words, line=number) for number, (who, words) in enumerate(said, 1))
    return Talk(tuple(dict.fromkeys(who for who, _ in said)), turns, "call.txt")


def document(text: str, name: str = "report.txt") -> Document:
    found, _ = document_from_bytes(text.encode(), name)
    return found


def mail(text: str, sender: str = "Mr. Ortiz <ortiz@example.org>", name: str = "mail.eml") -> Document:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "dana@example.org", "dry walls and a low price"
    message["Date"] = "Mon, 04 May 2026 09:12:00 +0200"
    message.set_content(text)
    found, _ = document_from_bytes(message.as_bytes(), name)
    return found


def brief_of(findings: Sequence[Finding]) -> list[tuple[str, str, str]]:
    """(want, polarity, quote) of what was shown."""
    return [(f.want, f.polarity, f.quote) for f in findings if f.quoted]


# --- where the quotes stand

CALL = """\
Dana: Tell me about the house.

Mr. Ortiz: The rain came in twice last year and nobody did a thing
about it. Dry walls is what I am after,
above all.

As to a low price, that is no matter
to the owners.
Dana: And the tenants?
Mr. Ortiz: Perhaps. Quiet tenants would be nice.
"""
CUES = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Mr. Ortiz>The rain came in twice. Nobody did

00:00:04.000 --> 00:00:06.000
<v Mr. Ortiz>a thing. Dry walls

00:00:06.000 --> 00:00:08.000
<v Mr. Ortiz>is what I am after, above all.

00:00:09.000 --> 00:00:10.000
<v Dana>And the price?
"""


def test_a_quote_is_the_sentence_that_shows_it_with_its_line_and_turn() -> None:
    source, _ = talk_from_text(CALL, "call.txt")
    found = {f.want: f for f in heard(source).findings}
    told = {want: (f.quote, f.line, f.said.turn, f.polarity, f.stance) for want, f in found.items()}
    assert told == {
        "dry walls": ("Dry walls is what I am after,", 4, 1, "needs", "needs"),
        "low price": ("As to a low price, that is no matter", 7, 1, "does_not_need", "can do without"),
        "quiet tenants": ("Quiet tenants would be nice.", 10, 3, "needs", "needs"),
    }  # fmt: skip


def test_a_quote_from_subtitles_has_the_line_of_its_own_words() -> None:
    source, _ = talk_from_text(CUES, "call.vtt")
    (found,) = heard(source).findings
    assert found.quote == "Dry walls is what I am after, above all."
    assert found.line == 7


SENTENCES = st.lists(
    st.lists(st.sampled_from(["we", "need", "Mr. Wu", "it,", "50 %", "“now”", "and"]), min_size=1, max_size=14).map(
        " ".join
    ),
    min_size=1,
    max_size=12,
)
TURNS = st.lists(SENTENCES, min_size=3, max_size=7)
BREAKS = st.lists(st.integers(0, 30), max_size=6)


def numbered(turns: Sequence[Sequence[str]], breaks: Sequence[int]) -> list[list[str]]:
    """The lines of each turn; every sentence starts with a number of its own, and lines end at some of the blanks."""
    out, number = [], 100
    for turn in turns:
        words: list[str] = []
        for sentence in turn:
            number += 1
            words += f"n{number} {sentence}.".split(" ")
        cuts = sorted({at % len(words) for at in breaks})
        edges = [0, *(at for at in cuts if at), len(words)]
        out.append([" ".join(words[a:b]) for a, b in itertools.pairwise(edges)])
    return out


def in_its_place(found: Listened, text: str, words: Callable[[Finding], str]) -> None:
    """Every quote is part of what it is quoted from, and begins on the line it is said to stand on."""
    lines = text.split("\n")
    assert found.findings
    for evidence, f in zip(found.evidence, found.findings, strict=True):
        assert f.quote and f.quote in words(f)
        assert f.line is not None
        assert f.quote.split()[0] in lines[f.line - 1].split()
        assert (evidence.quote, evidence.line, evidence.confidence) == (f.quote, f.line, 1.0)


@given(TURNS, BREAKS)
@settings(max_examples=60)
def test_every_quote_of_a_transcript_is_in_its_place(turns: list[list[str]], breaks: list[int]) -> None:
    names = ("Dana", "Mr. Ortiz")
    told = numbered(turns, breaks)
    text = "\n".join(f"{names[n % 2]}: " + "\n".join(lines) for n, lines in enumerate(told)) + "\n"
    source, _ = talk_from_text(text, "call.txt")
    found = heard(source, reader=Keen())
    assert {f.said.turn for f in found.findings} == {n for n in range(len(turns)) if n % 2}
    in_its_place(found, text, lambda f: source.turns[f.said.turn or 0].text)


@given(TURNS, BREAKS)
@settings(max_examples=60, phases=[Phase.generate])
def test_every_quote_of_subtitles_is_in_its_place(turns: list[list[str]], breaks: list[int]) -> None:
    names = ("Dana", "Mr. Ortiz")
    told = numbered(turns, breaks)
    cues = [(names[n % 2], line) for n, lines in enumerate(told) for line in lines]
    text = "WEBVTT\n\n" + "\n".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\n<v {who}>{line}\n"
        for n, (who, line) in enumerate(cues)
    )  # fmt: skip
    source, _ = talk_from_text(text, "call.vtt")
    shown = text.replace("<v Mr. Ortiz>", "")
    in_its_place(heard(source, reader=Keen()), shown, lambda f: source.turns[f.said.turn or 0].text)


@given(TURNS, BREAKS, st.sampled_from(["report.txt", "report.md", "mail.eml"]))
@settings(max_examples=60)
def test_every_quote_of_a_document_is_in_its_place(turns: list[list[str]], breaks: list[int], name: str) -> None:
    text = "\n\n".join("\n".join(lines) for lines in numbered(turns, breaks))
    source = mail(text) if name == "mail.eml" else document(text, name)
    found = heard(source, reader=Keen())
    in_its_place(found, source.text, lambda f: source.text)
    assert all(f.said.turn is None for f in found.findings)


# --- whose words count


def test_what_i_say_they_want_is_no_evidence() -> None:
    said = heard(
        talk(
            ("Dana", "You want dry walls above all, and quiet tenants, we both know that."),
            ("Mr. Ortiz", "I have read your offer twice now and I must say that it is very long indeed."),
            ("Dana", "So dry walls it is, and a low price."),
            ("Mr. Ortiz", "Let us talk about that on Monday, when the owners are back from their holidays, shall we."),
        )
    )
    assert said.findings == () and said.evidence == ()
    (problem,) = said.problems
    assert problem.severity == "warning" and "Nothing that Mr. Ortiz says" in problem.what and problem.fix


def test_what_they_assent_to_is_evidence_with_their_own_words_as_its_quote() -> None:
    said = heard(
        talk(
            ("Dana", "So it is dry walls, above all?"),
            ("Mr. Ortiz", "Yes, exactly."),
            ("Dana", "And a low price?"),
            ("Mr. Ortiz", "I have no idea what the owners think about that, and I would rather not guess at it."),
        )
    )
    (found,) = said.findings
    assert (found.want, found.quote, found.line, found.said.turn) == ("dry walls", "Yes, exactly.", 2, 1)
    assert found.said.context == "So it is dry walls, above all?"


def test_only_the_turn_just_before_is_leant_on() -> None:
    said = heard(talk(("Dana", "Is it dry walls?"), ("Mr. Ortiz", "Yes."), ("Mr. Ortiz", "Exactly.")))
    assert [(f.quote, f.said.turn) for f in said.findings] == [("Yes.", 1)]
    three = heard(talk(("Dana", "A low price?"), ("Bo", "Dry walls?"), ("Mr. Ortiz", "Yes.")))
    assert [(f.want, f.said.context) for f in three.findings] == [("dry walls", "Dry walls?")]


WORDS = st.sampled_from(
    ["Dry walls above all?", "", "You can do without quiet tenants.", "Low price, perhaps", "Low price it is, I think"]
)
THEIRS = st.sampled_from(
    ["Yes, exactly.", "Dry walls is what I am after, to be frank with you, above all the rest of it.", "Hm.",
     "A low price is no matter to us, and the owners have told me so more than once by now.",
     "I have read your offer twice now and I must say that it is very long indeed.", ""]
)  # fmt: skip


@given(st.lists(st.tuples(WORDS, WORDS, THEIRS), min_size=1, max_size=6))
@settings(max_examples=60)
def test_my_words_move_nothing_but_turns_that_lean_on_them(rows: list[tuple[str, str, str]]) -> None:
    """The same turns of theirs after two wordings of mine: only short answers may be read otherwise."""
    mine, blank = (
        talk(*[turn for row in rows for turn in (("Dana", row[which]), ("Mr. Ortiz", row[2]))]) for which in (0, 1)
    )
    one, other = heard(mine), heard(blank)
    leans = {n for n, turn in enumerate(mine.turns) if len(turn.text.split()) <= 14}

    def stand(found: Listened) -> list[tuple[str, float, str, int | None]]:
        return [(f.want, f.strength, f.quote, f.line) for f in found.findings if f.said.turn not in leans]

    assert stand(one) == stand(other)
    for found in (one, other):
        assert {f.said.turn for f in found.findings} <= {n for n, t in enumerate(mine.turns) if t.speaker != "Dana"}


def test_with_my_turns_blanked_the_network_reads_their_full_sentences_alike() -> None:
    """The same with the reader that ships, whatever it has learnt: to the last bit."""
    full = "The choir needs the hall warm before November, and the rest of it can wait until spring comes."
    asked, blanked = (
        talk(("Dana", words), ("Mr. Ortiz", full), ("Dana", words), ("Mr. Ortiz", full.replace("warm", "dry")))
        for words in ("You want dry walls above all else.", "")
    )
    both = [listen(Listener(), source, "Mr. Ortiz", WANTS) for source in (asked, blanked)]
    assert both[0].evidence == both[1].evidence


@pytest.mark.parametrize(
    ("speakers", "about", "meant"),
    [
        (("Dana", "Mr. Ortiz"), "Ortiz", "Mr. Ortiz"),
        (("Dana", "ORTIZ, Luis"), "Mr. Luis Ortiz", "ORTIZ, Luis"),
        (("Dana", "Luis Ortiz", "Ana Ortiz"), "Ortiz", None),
        (("Dana", "Luis Ortiz", "Ana Ortiz"), "Ana", "Ana Ortiz"),
        (("Dana", "Dan"), "Dan", "Dan"),
        (("Dana", "Daniel"), "Dan", None),
        (("Dana", "Mr. Ortiz <ortiz@example.org>"), "mr. ortiz", "Mr. Ortiz <ortiz@example.org>"),
        (("mturk_agent_1", "mturk_agent_2"), "mturk_agent_2", "mturk_agent_2"),
        (("Speaker 1", "Speaker 2"), "speaker  2", "Speaker 2"),
        (("Speaker 1", "Dana"), "Speaker 2", None),
        (("A", "B"), "b", "B"),
        (("Dana",), "Mrs.", None),
    ],
)
def test_a_speaker_is_found_by_any_part_of_the_name_that_is_theirs_alone(
    speakers: tuple[str, ...], about: str, meant: str | None
) -> None:
    assert speaker_named(speakers, about) == meant


def test_a_talk_without_them_names_those_who_speak() -> None:
    said = heard(talk(("Dana", "Dry walls!"), ("Ms. Lee", "Dry walls!"), ("Bo", "Dry walls!")))
    assert not (said.evidence or said.findings or said.unlisted or said.splits)
    (problem,) = said.problems
    assert (problem.file, problem.severity) == ("call.txt", "warning")
    assert problem.what == "Nobody there is called 'Mr. Ortiz'; the speakers are 'Dana', 'Ms. Lee', 'Bo'."
    assert problem.fix
    many = heard(talk(*((f"Guest {n}", "Hm.") for n in range(40))))
    assert len(many.problems[0].what) < 200
    assert "nobody" in heard(Talk((), (), "call.txt")).problems[0].what


def test_of_two_who_speak_they_are_the_one_who_is_not_me() -> None:
    said = talk(("Speaker 1", "Dry walls?"), ("Dana Smith", "A low price is what I like above all things on earth."))
    assert heard(said, "Mr. Ortiz", me="Dana").findings[0].want == "dry walls"
    assert heard(said, "Mr. Ortiz", me="Bo").problems[0].what.startswith("Nobody there is called 'Mr. Ortiz'")
    three = talk(*((who, "Dry walls!") for who in ("Dana", "Ms. Lee", "Bo")))
    assert heard(three, "Mr. Ortiz", me="Dana").findings == ()


def test_somebody_who_says_no_word_is_a_problem_and_not_silence() -> None:
    said = heard(talk(("Dana", "Dry walls?"), ("Mr. Ortiz", "..."), ("Dana", "Well?"), ("Mr. Ortiz", "")))
    assert said.findings == ()
    assert [p.severity for p in said.problems] == ["warning"]


LETTER = """\
Dear Dana,

the dry walls come first, above all. A low price is no matter to us.

-- 
Mr. Ortiz, quiet tenants since 1990

On Fri, 1 May 2026 at 17:40, Dana <dana@example.org> wrote:
> You want a low price, I know, and quiet tenants.
>
> On Thu, 30 Apr 2026 at 08:00, Luis Ortiz <ortiz@example.org> wrote:
>> Perhaps the quiet tenants matter too.
"""  # noqa: W291  a signature starts with two strokes and a blank


def test_of_quoted_mails_only_theirs_are_read() -> None:
    said = heard(mail(LETTER))
    assert brief_of(said.findings) == [
        ("dry walls", "needs", "the dry walls come first, above all."),
        ("low price", "does_not_need", "A low price is no matter to us."),
        ("quiet tenants", "unsure", "Perhaps the quiet tenants matter too."),
    ]
    dates = [str(e.when) for e in said.evidence]
    assert dates == ["2026-05-04", "2026-05-04", "2026-04-30"], "each is as old as the mail it stands in"
    assert {s.context for s in said_in_document(mail(LETTER), "Mr. Ortiz")} == {"Mr. Ortiz"}


@pytest.mark.parametrize(
    "letter",
    ["On Fri, 1 May 2026 at 17:40, Dana <dana@example.org> wrote:\n> Dry walls above all.\n",
     "> Dry walls above all, said somebody.\n",
     "-----Original Message-----\nFrom: Dana\nSent: 1 May 2026\n\nDry walls above all.\n"],
)  # fmt: skip
def test_what_others_wrote_is_passed_over(letter: str) -> None:
    said = heard(mail(f"See below, Luis.\n\n{letter}"))
    assert said.findings == ()
    assert "Nothing that Mr. Ortiz says" in said.problems[0].what


@pytest.mark.parametrize("text", ["", "> Dry walls above all.\n", "...\n\n---\n"])
def test_a_document_without_words_of_theirs_says_so(text: str) -> None:
    said = heard(document(text))
    assert not (said.findings or said.evidence or said.unlisted)
    (problem,) = said.problems
    assert (problem.file, problem.severity) == ("report.txt", "warning")
    assert problem.what == "No words there can be Mr. Ortiz's." and problem.fix


def test_headings_and_signatures_are_nobodys_wants() -> None:
    text = "Dry walls\nA low price.\nQuiet tenants"
    parts: tuple[Any, ...] = ("heading", "body", "signature")
    passages = tuple(Passage(text.index(line), text.index(line) + len(line), n, None, part)
                     for n, (line, part) in enumerate(zip(text.split("\n"), parts, strict=True), 1))  # fmt: skip
    assert brief_of(heard(Document("a.txt", text, passages)).findings) == [("low price", "needs", "A low price.")]


# --- what is heard


def test_a_faint_finding_counts_without_being_quoted_and_nothing_at_all_is_left_out() -> None:
    class Faint(Cues):
        def read(self, texts: Sequence[Text], wants: Sequence[str], answers: Any = None) -> Stances:
            chances = np.zeros((len(texts), len(wants), len(CLASSES)), dtype=np.float32)
            chances[:, 0, 2], chances[:, 1, 2] = COUNTED * 2, COUNTED / 2
            chances[:, 2, 5] = 0.25
            chances[:, :, 0] = 1 - chances[:, :, 1:].sum(axis=2)
            return Stances(chances, chances @ VALUES, np.zeros(len(texts), dtype=np.float32))

    pieces = [Said("One thing after the other. And so on.", line=3)]
    findings, proposals = listener(Faint()).hear(pieces, WANTS)
    said = heard(talk(("Mr. Ortiz", pieces[0].text)), reader=Faint())
    assert [e.kind for e in said.evidence] == [FAINT, FAINT] and [p.severity for p in said.problems] == ["warning"]
    assert [(f.want, f.polarity, f.stance) for f in findings] == [
        ("dry walls", "needs", "needs"), ("quiet tenants", "does_not_need", "offers"),
    ]  # fmt: skip
    assert brief_of(findings) == [] and proposals == []
    assert [f.quote for f in findings] == [pieces[0].text] * 2, "as long as it is not shown, the piece is not narrowed"


def test_one_sentence_may_speak_of_two_wants_in_two_ways() -> None:
    said = heard(talk(("Mr. Ortiz", "We can do without a low price. But dry walls! You can have quiet tenants.")))
    assert brief_of(said.findings) == [
        ("dry walls", "needs", "But dry walls!"),
        ("low price", "does_not_need", "We can do without a low price."),
        ("quiet tenants", "does_not_need", "You can have quiet tenants."),
    ]
    assert [round(f.strength, 2) for f in said.findings] == [0.92, -0.85, -0.85]
    assert [e.claim for e in said.evidence] == [Heard(f.want, f.strength, f.polarity) for f in said.findings]
    assert len({e.id for e in said.evidence}) == 3
    assert {(e.kind, e.source, e.origin, e.who) for e in said.evidence} == {
        ("heard", "call.txt", "call.txt", "Mr. Ortiz")
    }  # fmt: skip


def test_the_quote_is_the_sentence_that_says_what_the_whole_piece_says() -> None:
    said = heard(talk(("Mr. Ortiz", "You spoke of a low price. We can do without a low price, thank you. Bye.")))
    assert brief_of(said.findings) == [("low price", "does_not_need", "We can do without a low price, thank you.")]
    unsure = heard(talk(("Mr. Ortiz", "Dry walls, as you say. The dry walls are perhaps the point. Bye.")))
    assert brief_of(unsure.findings) == [("dry walls", "unsure", "The dry walls are perhaps the point.")]


def test_a_need_that_fits_no_want_is_proposed_and_moves_nothing() -> None:
    said = heard(talk(("Dana", "We need a date."), ("Mr. Ortiz", "Above all we need the lift keys from the landlord.")))
    assert said.findings == ()
    fresh = {"quote": "Above all we need the lift keys from the landlord.", "source": "call.txt", "line": 2, "turn": 1}
    assert said.unlisted == (fresh,)


def test_without_words_or_without_wants_nothing_is_read() -> None:
    reader = Cues()
    assert listener(reader).hear([], WANTS) == ([], [])
    assert listener(reader).hear([Said("Dry walls!")], {}) == ([], [])
    assert reader.seen == []


def test_wants_are_read_with_their_descriptions() -> None:
    asked: list[Sequence[str]] = []

    class Asked(Cues):
        def read(self, texts: Sequence[Text], wants: Sequence[str], answers: Any = None) -> Stances:
            asked.append(wants)
            return super().read(texts, wants)

    heard(talk(("Mr. Ortiz", "Hm.")), reader=Asked())
    assert asked == [["dry walls", "low price: within the repair budget", "quiet tenants"]]


def test_words_weighed_by_hand_are_not_read_again() -> None:
    said = talk(
        ("Mr. Ortiz", "If it rains again I lose the ground floor, dry walls or not."),
        ("Mr. Ortiz", "Quiet tenants."),
        ("Mr. Ortiz", "A low price, and that is all I have to say today."),
    )
    spared: Mapping[tuple[str, ...], set[str]] = {
        (): {"dry walls", "quiet tenants", "low price"},
        ("",): {"dry walls", "quiet tenants", "low price"},
        ("I lose the ground floor",): {"dry walls", "quiet tenants", "low price"},  # the smaller part of it
        ("if it rains again\n I lose the ground floor",): {"quiet tenants", "low price"},
        ("  Quiet tenants. ",): {"dry walls", "low price"},
        ("Quiet",): {"dry walls", "quiet tenants", "low price"},
        ("he said: A low price, and that is all I have to say today. I think", "Quiet tenants."): {"dry walls"},
    }
    for quotes, left in spared.items():
        assert {f.want for f in heard(said, spared=quotes).findings} == left


def test_the_same_mail_twice_weighs_as_one() -> None:
    """As two files; and as a file and a quote in the answer to it."""
    even = report_of_sources("Mr. Ortiz", WANTS, [], [], None).belief.mean

    def believed(*sources: Talk | Document) -> tuple[float, ...]:
        return report_of_sources("Mr. Ortiz", WANTS, [heard(s) for s in sources], [], None).belief.mean

    text = "The dry walls come first, above all. I can do without the low price.\n"
    once = believed(mail(text, name="a.eml"))
    assert once[0] > even[0] + 0.05 > even[1] > once[1] + 0.02
    assert believed(mail(text, name="a.eml"), mail(text, name="b.eml")) == pytest.approx(once, abs=1e-9)
    quoted = "\n".join(f"> {line}" for line in text.splitlines())
    answer = mail(f"Thanks.\n\nOn Mon, 4 May 2026 at 09:12, Mr. Ortiz wrote:\n{quoted}\n", "Dana", "answer.eml")
    assert believed(mail(text, name="a.eml"), answer) == pytest.approx(once, abs=1e-9)
    other = mail(text.replace("first", "before all else"), name="b.eml")
    assert believed(mail(text, name="a.eml"), other)[0] > once[0] + 0.02


def test_short_answers_of_two_talks_are_two_answers() -> None:
    def strengths(number: int) -> tuple[float, ...]:
        said = [replace(talk(("Dana", "Dry walls?"), ("Mr. Ortiz", "Yes, exactly.")), source=f"{n}.txt")
                for n in range(number)]  # fmt: skip
        return report_of_sources("Mr. Ortiz", WANTS, [heard(s) for s in said], [], None).belief.mean

    assert strengths(2)[0] > strengths(1)[0] + 0.02


# --- long turns and offers in numbers


def test_a_long_monologue_is_read_piece_by_piece_to_its_end() -> None:
    filler = "And then, in March, we had the plumber in, who said that he had never seen anything like it"
    words = ". ".join([filler] * 200) + ". So it is dry walls, above all"
    source = talk(("Dana", "Well?"), ("Mr. Ortiz", f"{words}. {'on ' * 500}"))
    pieces = said_in_talk(source, "Mr. Ortiz")
    text = source.turns[1].text
    assert sum(len(p.text.split()) for p in pieces) == len(text.split()), "every word is in one piece"
    assert all(p.text in text and (len(p.text.split()) <= MOST_WORDS or len(p.text) <= LONGEST) for p in pieces)
    assert {(p.turn, p.context) for p in pieces} == {(1, "")}
    (found,) = heard(source).findings
    assert (found.quote, found.said.turn) == ("So it is dry walls, above all.", 1)


def test_what_they_would_get_and_give_is_heard_as_an_offer() -> None:
    things = {"Food": 2.0, "water": 1.0, "Firewood": 0.0}, {"food": 1.0, "Water": 2.0, "firewood": 3.0}
    said = Talk(
        ("me", "them"),
        (
            Turn("me", "I get it all", line=1, offer=ItemOffer({"food": 3.0}, {"food": 0.0, "water": 3.0})),
            Turn("them", "This is fair.", line=2, offer=ItemOffer(*things)),
            Turn("them", "No numbers here.", line=3, offer=ItemOffer({"food": 1.0}, {})),
            Turn("them", "One thing only.", line=4, offer=ItemOffer({"water": 1.0}, {"water": 2.0})),
        ),
        "camp.json",
    )
    wants = dict.fromkeys(("food", "water", "firewood", "sleep"), "")
    (split,) = heard(said, "them", wants=wants).splits
    assert split.claim == Split({"food": 2, "water": 1, "firewood": 0}, {"food": 3, "water": 3, "firewood": 3})
    assert (split.kind, split.quote, split.line, split.who) == ("split", "This is fair.", 2, "them")


def test_the_listener_holds_the_reader_that_ships() -> None:
    assert type(Listener()._reader) is StanceReader
