"""Are figures, dates and places said as one would say them aloud?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from upperhand.model.move import EvidenceRef
from upperhand.show import words


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.714, "+71"), (-0.455, "−46"), (0.0, "0"), (0.004, "0"), (-0.004, "0"), (1.0, "+100"),
     (-1.0, "−100"), (0.997, "+99.7"), (0.99999, "+99.9"), (-0.996, "−99.6")],
)  # fmt: skip
def test_leverage_in_points_of_a_hundred(value: float, said: str) -> None:
    assert words.score(value) == said


@given(st.floats(-1, 1))
def test_only_full_leverage_is_said_as_a_hundred(value: float) -> None:
    assert ("100" in words.score(value)) == (abs(value) == 1)


@pytest.mark.parametrize(
    ("value", "said"),
    [(2100.0, "2,100"), (1234567.8, "1,234,568"), (12.5, "12.5"), (3.0, "3"), (0.1234, "0.123"), (0.0, "0"),
     (-0.0, "0"), (-45.0, "−45"), (99.999, "100"), (-0.5, "−0.5")],
)  # fmt: skip
def test_numbers_have_separators_and_no_idle_digits(value: float, said: str) -> None:
    assert words.number(value) == said


@pytest.mark.parametrize(
    ("chance", "said"),
    [(0.0, "0%"), (1.0, "100%"), (0.001, "under 1%"), (0.999, "over 99%"), (0.97, "97%"), (0.005, "under 1%")],
)
def test_only_certainty_is_said_as_certain(chance: float, said: str) -> None:
    assert words.percent(chance) == said


@pytest.mark.parametrize(
    ("ratio", "said"), [(6.0, "6.0 times"), (1.25, "1.2 times"), (42.0, "42 times"), (5e6, "over 100 times")]
)
def test_ratios(ratio: float, said: str) -> None:
    assert words.times(ratio) == said


def test_dates_name_the_year_only_where_it_is_another() -> None:
    assert words.day("2026-05-02", "2026-05-04") == "2 May"
    assert words.day("2025-12-31", "2026-05-04") == "31 Dec 2025"
    assert words.day("2026-05-02") == "2 May 2026"
    assert words.day("last spring") == "last spring"
    assert words.day(None) is None


def test_a_place_says_file_line_and_day() -> None:
    assert words.place(EvidenceRef("q", "call.vtt", 12, "2026-05-02"), "2026-05-04") == "call.vtt:12, 2 May"
    assert words.place(EvidenceRef("q", "Aunt May")) == "Aunt May"


@pytest.mark.parametrize(
    ("path", "said"),
    [("theirs.worth", "what the deal is worth to them"), ("mine.cost", "your cost"),
     ("theirs.alternatives.other contractor.chance", "their alternative “other contractor”: its chance"),
     ("mine.alternatives.a.b.worth", "your alternative “a.b”: what it is worth"),
     ("wants.dry walls.weight", "how much “dry walls” matters to them"), ("future.0.credible", "future.0.credible"),
     ("theirs", "theirs"), ("wants", "what weighs most with them"), ("", "")],
)  # fmt: skip
def test_inputs_are_named_in_words(path: str, said: str) -> None:
    assert words.input_name(path) == said


@given(st.text())
def test_clean_text_is_one_sound_line(text: str) -> None:
    cleaned = words.clean(text)
    assert len(cleaned.splitlines()) <= 1
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned == words.clean(cleaned)
    assert not {"\x1b", "\u202e", "\x00", "\n"} & set(cleaned)


def test_broken_code_points_do_not_break_the_page() -> None:
    assert words.clean("a\ud800b\tc\r\nd") == "a?b c d"


def test_a_reason_is_given_once() -> None:
    assert words.unknown("mine.worth is missing.") == "unknown, because mine.worth is missing"
    assert words.unknown("Unknown, because mine.worth is missing") == "unknown, because mine.worth is missing"
    assert words.unknown(None) == "unknown, because an input is missing"


def test_a_want_has_two_digits() -> None:
    assert [words.weight(w) for w in (0.456, 0.0, 1.0, 0.004)] == [".46", ".00", "1.00", ".00"]
