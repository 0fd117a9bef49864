"""Are texts cut into word pieces, sentences and runs without losing or inventing a letter?"""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upperhand.reader.clauses import LONGEST, MOST_WORDS, runs, sentences
from upperhand.reader.context import LEANING, SHORT, needed_context
from upperhand.reader.encoder import CONTEXT_ROOM, spelt
from upperhand.reader.weights import load_pieces
from upperhand.reader.wordpiece import END, LONGEST_WORD, START, UNKNOWN, WordPiece, words

PIECES = load_pieces()
ENOUGH = 10_000
NAME = {place: piece for piece, place in PIECES.place.items()}
ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
"""Every code point there is: halves of pairs, unassigned ones and controls too."""
SPOKEN = st.text(st.sampled_from("ab Zé7屋.!?…。\n\t\"')-,;’") | st.characters(), max_size=120)
SPEECH = st.lists(
    st.sampled_from(
        ["we", "need", "", "\t", "it", "Mr.", "dry.", "approx.", "1,500", "e.g.", "no!", "why?", "so…", "\n", "\n\n",
         "“yes.”", "x" * 150, "屋根は。", "--", "3.5"]
    ),
    max_size=260,
).map(" ".join)  # fmt: skip


# --- word pieces


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        # from the pages of the library that trained the vocabulary's encoder, start and end marks taken off
        ("Hello world", [7592, 2088]),
        ("Replace me by any text you'd like.", [5672, 2033, 2011, 2151, 3793, 2017, 1005, 1040, 2066, 1012]),
        ("I hate this so much!", [1045, 5223, 2023, 2061, 2172, 999]),
        (
            "I've been waiting for a HuggingFace course my whole life.",
            [1045, 1005, 2310, 2042, 3403, 2005, 1037, 17662, 12172, 2607, 2026, 2878, 2166, 1012],
        ),
        (
            "We are very happy to show you the 🤗 Transformers library.",
            [2057, 2024, 2200, 3407, 2000, 2265, 2017, 1996, UNKNOWN, 19081, 3075, 1012],
        ),
    ],
)
def test_the_ids_are_those_of_the_uncased_vocabulary(text: str, ids: list[int]) -> None:
    assert PIECES.ids(text, ENOUGH) == ids


def test_the_longest_piece_comes_first() -> None:
    """The worked example of the scheme: "unaffable" in vocabularies of five pieces."""
    small = WordPiece(["un", "##aff", "##able", "una", "."])
    assert small.ids("unaffable.", ENOUGH) == [UNKNOWN, 4], "una comes first, and there is no way back"
    small = WordPiece(["un", "##aff", "##able", "##a", "."])
    assert small.ids("Unaffable.", ENOUGH) == [0, 1, 2, 4]
    assert small.ids("unaffablest", ENOUGH) == [UNKNOWN], "a word with an unknown rest is unknown as a whole"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Café DÉJÀ-vu naïve Ångström", ["cafe", "deja", "-", "vu", "naive", "angstrom"]),
        ("屋根は直す", ["屋", "根", "は", "直", "す"]),
        ("don’t pay €1,500.50!", ["don", "’", "t", "pay", "€1", ",", "500", ".", "50", "!"]),
        ("[SEP] a+b=c", ["[", "sep", "]", "a", "+", "b", "=", "c"]),
        ("a\u00a0b\u3000c\td\r\ne", ["a", "b", "c", "d", "e"]),
        ("nul\0 and \ufffd", ["nul", "and"]),
        ("nego\u00adtiate with\u200dout", ["negotiate", "without"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words_are_lower_case_without_accents_or_marks_nobody_sees(text: str, parts: list[str]) -> None:
    assert words(text) == parts


def test_a_letter_may_be_written_in_two_ways() -> None:
    for text in ("Ça coûte très cher, señor Müller", "한국어 가격"):
        composed, apart = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
        assert PIECES.ids(composed, ENOUGH) == PIECES.ids(apart, ENOUGH)


def test_a_word_beyond_all_length_is_one_unknown_piece() -> None:
    assert UNKNOWN not in PIECES.ids("a" * LONGEST_WORD, ENOUGH)
    assert PIECES.ids("a" * (LONGEST_WORD + 1), ENOUGH) == [UNKNOWN]
    assert PIECES.ids("a" * 1_000_000 + " b", ENOUGH) == [UNKNOWN, *PIECES.ids("b", 1)]


@given(ANYTHING)
def test_any_text_becomes_ids_of_the_vocabulary(text: str) -> None:
    ids = PIECES.ids(text, ENOUGH)
    assert all(0 <= i < len(PIECES.place) for i in ids)
    assert PIECES.ids(text, ENOUGH) == ids, "what is remembered is what was worked out"
    assert bool(ids) == bool(words(text))


@given(ANYTHING, st.integers(0, 12))
def test_a_cut_keeps_the_beginning(text: str, most: int) -> None:
    assert PIECES.ids(text, most) == PIECES.ids(text, ENOUGH)[:most]


@given(ANYTHING, ANYTHING)
def test_texts_side_by_side_are_read_side_by_side(one: str, other: str) -> None:
    assert PIECES.ids(f"{one} {other}", ENOUGH) == PIECES.ids(one, ENOUGH) + PIECES.ids(other, ENOUGH)


@given(st.text(st.characters(categories=["Ll", "Lu", "Nd"], max_codepoint=0x24F), min_size=1, max_size=30))
def test_pieces_spell_the_word_and_none_could_be_longer(text: str) -> None:
    for word in words(text):
        spelling = [NAME[i] for i in PIECES.ids(word, ENOUGH)]
        at = 0
        for piece in spelling if spelling != ["[UNK]"] else []:
            bare = piece.removeprefix("##") if at else piece
            assert word.startswith(bare, at)
            longer = [word[at:end] for end in range(at + len(bare) + 1, len(word) + 1)]
            assert not any(("##" if at else "") + part in PIECES.place for part in longer)
            at += len(bare)
        assert at in (0, len(word))


@given(ANYTHING, ANYTHING, st.integers(1, 30))
def test_of_a_context_the_end_is_read_and_of_a_text_the_beginning(context: str, text: str, room: int) -> None:
    ids, own = spelt(PIECES, (context, text), room)
    mine = [i for i, is_own in zip(ids, own, strict=True) if is_own]
    lent = [i for i, is_own in zip(ids, own, strict=True) if not is_own]
    assert mine == [START, *PIECES.ids(text, room), END]
    assert lent == ([*PIECES.ids(context, 400)[-CONTEXT_ROOM:], END] if context else [])


# --- sentences


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("We need it dry. By the 14th! Is that clear?", ["We need it dry.", "By the 14th!", "Is that clear?"]),
        ("no stop at all", ["no stop at all"]),
        ("Mr. Ortiz and Dr. Wu met Mrs. Lee. They agreed.", ["Mr. Ortiz and Dr. Wu met Mrs. Lee.", "They agreed."]),
        ("Bring tools, e.g. a saw. Or (approx. ten) nails.", ["Bring tools, e.g. a saw.", "Or (approx. ten) nails."]),
        ("It costs 1.500 or 3.5 k. Fine...", ["It costs 1.500 or 3.5 k. Fine..."]),
        ("It costs 1.500 in all. Fine…", ["It costs 1.500 in all.", "Fine…"]),
        ('He said "we leave." Then he left.', ['He said "we leave."', "Then he left."]),
        ("first line\nsecond line\n\n\nthird", ["first line", "second line", "third"]),
        ("it is on fig.\nnext line", ["it is on fig.", "next line"]),
        ("屋根は直す。金曜日まで！", ["屋根は直す。", "金曜日まで！"]),
        ("Really?! Yes (of course.) Good", ["Really?!", "Yes (of course.)", "Good"]),
        ("...", []),
        ("", []),
        (" \n\t ", []),
        ("  dry walls  ", ["dry walls"]),
        ("www.example.org is their page", ["www.example.org is their page"]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, parts: list[str]) -> None:
    assert cut(text) == parts


def test_a_list_without_stops_is_cut_at_blanks() -> None:
    text = ", ".join(f"item {n}" for n in range(300))
    parts = cut(text)
    assert max(map(len, parts)) <= LONGEST
    assert min(map(len, parts[:-1])) > LONGEST // 2
    assert " ".join(parts) == text, "cut at blanks only, and nothing lost"


def test_where_a_list_is_cut_no_blank_is_left_over() -> None:
    parts = cut("word  " * 200)
    assert len(parts) == 4 and parts == [part.strip() for part in parts]
    assert cut("-" * 900 + " a")[0].endswith("- a"), "a rule of dashes is no sentence"


def covered(text: str, spans: list[tuple[int, int]]) -> None:
    """Spans are inside the text, in order, apart; and every letter and digit lies in one."""
    at = 0
    for start, end in spans:
        assert at <= start < end <= len(text)
        assert not any(c.isalnum() for c in text[at:start]), "what lies between says nothing"
        assert not text[start].isspace() and not text[end - 1].isspace()
        at = end
    assert not any(c.isalnum() for c in text[at:])


@given(SPOKEN | SPEECH | ANYTHING)
def test_no_letter_falls_between_sentences(text: str) -> None:
    spans = sentences(text)
    covered(text, spans)
    assert all(end - start <= LONGEST and "\n" not in text[start:end] for start, end in spans)


@given(SPEECH)
def test_a_sentence_is_not_cut_again(text: str) -> None:
    for part in cut(text):
        assert cut(part) == [part]


# --- runs


def test_a_short_turn_is_one_run() -> None:
    assert runs("  We need it dry. By Friday.\nYes. ") == [(2, 33)]
    assert runs("") == runs(" \n") == runs("...") == []


def test_a_run_takes_in_as_many_words_as_it_may() -> None:
    text = "It is far too wet. " * 22
    assert [len(text[start:end].split()) for start, end in runs(text)] == [MOST_WORDS, MOST_WORDS]


@given(SPOKEN | SPEECH)
def test_no_letter_falls_between_runs(text: str) -> None:
    spans = runs(text)
    covered(text, spans)
    whole = sentences(text)
    for start, end in spans:
        inside = [(a, b) for a, b in whole if start <= a and b <= end]
        assert inside, "a run is made of whole sentences"
        if len(text.split()) > MOST_WORDS:
            assert (inside[0][0], inside[-1][1]) == (start, end)
            assert len(inside) == 1 or len(text[start:end].split()) <= MOST_WORDS


@given(SPEECH)
def test_runs_are_no_shorter_than_they_must_be(text: str) -> None:
    for (start, _), (after, end) in zip(runs(text), runs(text)[1:], strict=False):
        first = next(b for a, b in sentences(text) if a == after)
        assert len(text[start:first].split()) > MOST_WORDS
        assert end >= first


# --- what a turn leans on


@pytest.mark.parametrize(
    "text",
    ["Yes.", "Exactly!", "That one.", "Both, I would say.", "…no", "The price matters less, honestly, to us.",
     "Yes, that is the one thing we really cannot do without here.",
     "“Absolutely”, because without it the whole floor is closed for us",
     "Not really, the owners have insurance for this kind of thing", ""],
)  # fmt: skip
def test_a_short_answer_leans_on_the_turn_before(text: str) -> None:
    assert needed_context(text, "Is it the walls?") == "Is it the walls?"
    assert needed_context(text, "") == ""


@pytest.mark.parametrize(
    "text",
    ["We had water in the cellar twice last year and it must stop.",
     "Nobody has told me what this whole thing would cost in the end.",
     "Notice that the yesterday's rain went all the way down to the cellar",
     "Yes, and let me tell you why: last year we had water in the cellar twice and nobody came."],
)  # fmt: skip
def test_a_full_sentence_stands_on_its_own(text: str) -> None:
    assert needed_context(text, "Is it the walls?") == ""


def test_where_leaning_ends() -> None:
    for opening, most in (("word", SHORT), ("yes", LEANING)):
        assert needed_context(" ".join([opening] + ["word"] * (most - 1)), "before") == "before"
        assert needed_context(" ".join([opening] + ["word"] * most), "before") == ""


@given(ANYTHING, ANYTHING)
def test_the_context_is_the_turn_before_or_nothing(text: str, before: str) -> None:
    assert needed_context(text, before) in (before, "")
