"""Does the page in a terminal fit, tell the truth and leave nothing out?"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

import pytest

from tests import briefs
from upperhand.model.move import Brief
from upperhand.model.reading import ReferenceTerms, Stake
from upperhand.show import terminal
from upperhand.show.screen import Screen, signed_bar, sparkline

WIDTHS = (60, 61, 72, 80, 83, 84, 100, 120, 133, 160)
COLOURS = re.compile(r"\x1b\[[0-9;]*m")


def wide(line: str) -> int:
    """Cells of a line, counted without the library that laid it out: wide signs two, marks none."""
    return sum(
        0 if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf", "Sk") else
        2 if unicodedata.east_asian_width(sign) in "WF" else 1
        for sign in line
    )  # fmt: skip


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", briefs.EVERY)
def test_no_line_runs_over_the_edge(name: str, width: int) -> None:
    for line in terminal.brief(briefs.EVERY[name], Screen(width)).splitlines():
        assert wide(line) <= width, line


@pytest.mark.parametrize("name", briefs.EVERY)
def test_colour_changes_no_word(name: str) -> None:
    grey = terminal.brief(briefs.EVERY[name], Screen(100))
    coloured = terminal.brief(briefs.EVERY[name], Screen(100, colour=True))
    assert "\x1b[" in coloured
    assert "\x1b[" not in grey
    assert [line.rstrip() for line in COLOURS.sub("", coloured).splitlines()] == grey.splitlines()


def test_a_rich_case_takes_about_one_page() -> None:
    assert len(terminal.brief(briefs.BRIEF, Screen(100)).splitlines()) <= 66


def test_the_reading_comes_with_its_range_and_what_it_means() -> None:
    page = terminal.brief(briefs.BRIEF, Screen(120))
    assert "2,450 EUR if alternatives count only once" in " ".join(page.split())
    assert "LEVERAGE  +71 of ±100   likely +42 to +86" in page
    assert "they lose 6.0 times what you lose (1,440 against 240 EUR)" in page
    assert "you are ahead in 97% of cases" in page
    assert "LIKELY PRICE  2,100 EUR   likely 1,860 to 2,390 EUR" in page


def test_given_and_movable_drivers_stand_apart() -> None:
    lines = terminal.brief(briefs.BRIEF, Screen(120)).splitlines()
    given = next(line for line in lines if line.startswith("  given"))
    movable = next(line for line in lines if line.startswith("  movable"))
    assert "the terms compared +90" in given
    assert "their alternatives −49" in movable
    assert "the relationship" not in given + movable, "a driver that moves nothing is no driver"


@pytest.mark.parametrize("name", ["bare", "unknown"])
def test_an_unknown_reading_is_never_a_number(name: str) -> None:
    brief = briefs.EVERY[name]
    page = terminal.brief(brief, Screen(100))
    line = next(line for line in page.splitlines() if line.startswith("LEVERAGE"))
    assert line.startswith("LEVERAGE  unknown, because ")
    assert not re.search(r"LEVERAGE\s+[+−]?\d", page)
    assert "of ±100   likely" not in page


def test_saturation_and_exactness_are_said() -> None:
    page = " ".join(terminal.brief(briefs.saturated(), Screen(100)).split())
    assert "+100 of ±100 no spread: every draw gives the same" in page
    assert "Without a deal they lose 1,440 EUR; you lose nothing." in page
    assert "of cases" not in page


def test_the_side_that_loses_more_is_named_first_with_its_figure() -> None:
    weak = replace(briefs.GUTTERS, value=-0.455, ratio=0.375, stake=Stake(80.0, 30.0))
    page = " ".join(terminal.brief(replace(briefs.BRIEF, leverage=weak), Screen(100)).split())
    assert "They have the upper hand. Without a deal you lose 2.7 times what they lose (80 against 30 EUR)." in page


def test_no_zone_says_how_much_is_missing() -> None:
    page = " ".join(terminal.brief(briefs.no_zone(), Screen(100)).split())
    assert "LIKELY TERMS unknown, because no terms suit you both: 350 EUR of value is missing" in page
    assert "they could walk away" in page


def test_points_are_called_points() -> None:
    page = " ".join(terminal.brief(briefs.in_points(), Screen(100)).split())
    assert "LIKELY TERMS start June, rooms 3" in page
    assert "worth 41 points to you, 37.5 to them" in page
    assert "Neither of you has the upper hand." in page
    assert "it could go either way" in page
    assert "EUR" not in page.split("WHAT IF")[0].split("MOVES")[0]


def test_every_want_comes_with_its_spread_and_the_line_behind_it() -> None:
    page = terminal.brief(briefs.BRIEF, Screen(160))
    said = r"“if it rains again I lose the ground floor”  call\.vtt:12, 2 May"
    assert re.search(rf"dry walls +█+░+ +\.46 +\.31–\.60 +{said}", page)
    assert "your first guess" in page


def test_the_best_seven_moves_are_shown_and_the_rest_counted() -> None:
    brief = replace(briefs.BRIEF, moves=briefs.MOVES * 3)
    page = terminal.brief(brief, Screen(100))
    assert "17 more in --json" in page
    assert len(re.findall(r"^  \d  (?:ask|wait|offer|show|give|affirm) ", page, re.MULTILINE)) == 7


def test_a_move_that_costs_more_than_it_brings_is_marked() -> None:
    page = terminal.brief(briefs.BRIEF, Screen(100))
    assert "not advised: it raises your leverage and lowers what you can expect" in page


def test_a_move_that_lowers_both_is_not_said_to_raise_leverage() -> None:
    move = replace(briefs.MOVES[6], effect=replace(briefs.MOVES[6].effect, leverage=-0.04))
    page = terminal.brief(replace(briefs.BRIEF, moves=(move,)), Screen(100))
    assert "not advised: it lowers what you can expect" in page


def test_the_figures_of_moves_stand_below_their_heads() -> None:
    lines = terminal.brief(briefs.BRIEF, Screen(100)).splitlines()
    head = next(line for line in lines if line.startswith("MOVES"))
    row = next(line for line in lines if line.startswith("  3  offer"))
    assert head.split() == ["MOVES", "leverage", "to", "you", "chance", "cost", "grade"]
    assert row.split()[-5:] == ["+6", "+45", "+5", "60", "B"]
    for name, figure in (("leverage", "+6"), ("to you", "+45"), ("chance", "+5"), ("cost", "60"), ("grade", "B")):
        assert head.index(name) + len(name) == row.rindex(figure) + len(figure)


def test_a_draft_with_two_faults_is_left_out_once_with_both_reasons() -> None:
    first = briefs.BRIEF.refused[0]
    second = replace(first, rule="G9", why="nothing bears out the deadline", instead="Take the time you need.")
    page = " ".join(terminal.brief(replace(briefs.BRIEF, refused=(first, second)), Screen(100)).split())
    assert page.count("“Another client wants Tuesday") == 1
    assert "a deadline. Nothing bears out the deadline." in page
    assert "so that I can plan the week. Take the time you need." in page


def test_a_what_if_says_what_it_supposes() -> None:
    page = " ".join(terminal.brief(briefs.BRIEF, Screen(100)).split())
    assert "half-yearly cleaning: leverage +25, price 1,785 EUR, if you credit their talk" in page


def test_what_is_left_out_comes_with_a_truthful_alternative() -> None:
    page = " ".join(terminal.brief(briefs.BRIEF, Screen(100)).split())
    assert "left out: “Another client wants Tuesday, so I need an answer today.”" in page
    assert "instead I would like to settle this today" in page


def test_what_is_not_built_and_what_is_wrong_are_said() -> None:
    page = " ".join(terminal.brief(briefs.BRIEF, Screen(100)).split())
    assert "Not built yet, so not on this page: questions." in page
    assert "case.yaml:14: “qiet tenants” serves nothing." in page


def test_control_signs_never_reach_the_terminal() -> None:
    them = {"name": "two\nlines", "role": "[bold]x[/bold]"}
    nasty = replace(briefs.BRIEF, title="a\x1b[31mred\x07\u202egnp.exe", them=them)
    page = terminal.brief(nasty, Screen(100))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", page)
    assert "two lines ([bold]x[/bold])" in page


@pytest.mark.parametrize("name", ["rich", "saturated", "no zone", "points", "bare"])
def test_a_plain_screen_gets_plain_signs(name: str) -> None:
    assert terminal.brief(briefs.EVERY[name], Screen(100, unicode=False)).isascii()


def test_the_histogram_keeps_the_shape() -> None:
    drawn = sparkline((0, 0, 5, 5, 10, 30), 3, Screen())
    assert drawn == "▁▃█"
    assert sparkline((), 20, Screen()) == sparkline((0,) * 40, 20, Screen()) == ""


def test_signed_bars_grow_away_from_the_middle() -> None:
    assert signed_bar(0.5, 4) == "    │██  "
    assert signed_bar(-1.0, 4) == "████│    "
    assert signed_bar(0.0, 4) == "    │    "


def test_an_untold_number_is_a_dash_and_not_a_zero() -> None:
    move = replace(briefs.MOVES[0], cost=None)
    page = terminal.brief(replace(briefs.BRIEF, moves=(move,)), Screen(100))
    row = next(line for line in page.splitlines() if line.startswith("  1  ask"))
    assert row.split("?")[1].split() == ["–", "–", "–", "–", "A"]


def test_two_prices_like_numbers_name_the_one_that_moves() -> None:
    reading = replace(briefs.GUTTERS, reference=ReferenceTerms("standard", {"metres": 2000.0, "price": 1500.0}))
    likely, other = {"metres": 2000.0, "price": 2100.0}, {"metres": 2000.0, "price": 2450.0}
    terms = replace(briefs.TERMS, terms=likely, deal_me_out=other)
    brief: Brief = replace(briefs.BRIEF, leverage=reading, predicted_terms=terms)
    assert "LIKELY PRICE  2,100 EUR" in terminal.brief(brief, Screen(100))
