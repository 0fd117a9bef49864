"""Do the reading, the wants and the problems fit their screens and say what they must?"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests import briefs
from tests.test_show_terminal import WIDTHS, wide
from upperhand.errors import Problem
from upperhand.model.belief import Belief, TraceStep
from upperhand.session import LeverageReport, WantsReport
from upperhand.show import panels
from upperhand.show.screen import Screen

BEFORE = LeverageReport("Gutters", briefs.GUTTERS, briefs.TERMS)
AFTER = LeverageReport(
    "Gutters", replace(briefs.GUTTERS, value=0.25, low=-0.1, high=0.5), replace(briefs.TERMS, terms={"price": 1785.0}),
    ("future.0.credible=50%",), BEFORE,
)  # fmt: skip
REPORTS = {"plain": BEFORE, "what if": AFTER, "unknown": replace(BEFORE, leverage=briefs.UNKNOWN)}
STEP = TraceStep("e9", "statement", "また雨が降ったら", "通話.vtt", 3, None, 0.0, {}, "older than two years")
BELIEF = Belief(
    ("dry walls", "低価格"), (0.7, 0.3), (0.5, 0.1), (0.9, 0.5), (0.9, 0.1), (0.5, 0.5), (STEP,), np.array([[0.7, 0.3]])
)
ROWS = {
    "dry walls": {"weight": 0.7, "low": 0.5, "high": 0.9, "top_probability": 0.9, "evidence": [
        {"quote": "if it rains again", "source": "call.vtt", "line": 12, "polarity": "needs", "shift": 0.12},
        {"quote": "not that much", "source": "call.vtt", "line": 30, "polarity": "does_not_need"}]},
    "低価格": {"weight": 0.3, "low": 0.1, "high": 0.5, "top_probability": 0.1, "evidence": []},
}  # fmt: skip
WANTS = WantsReport(
    "Mr. Ortiz",
    ROWS,
    ("dry walls", "低価格"),
    0.9,
    BELIEF,
    ({"quote": "and who pays when it breaks?", "source": "call.vtt", "line": 31, "turn": 8},),
)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", REPORTS)
def test_the_reading_fits(name: str, width: int) -> None:
    lines = panels.leverage(REPORTS[name], Screen(width)).splitlines()
    assert max(map(wide, lines)) <= width


def test_the_reading_is_told_with_its_layers_and_what_to_find_out() -> None:
    page = panels.leverage(BEFORE, Screen(100))
    assert "what they see  unknown, because your other job is hidden from them and no prior is given" in page
    assert "The side that holds it sees it; the other side does not yet." in page
    assert "their alternative “other contractor”: what it is worth  explains 45% of the spread" in page
    assert "yours to move" in page


def test_a_what_if_shows_before_and_after() -> None:
    page = panels.leverage(AFTER, Screen(100))
    assert "leverage  +71 (likely +42 to +86) → +25 (likely −10 to +50)" in page
    assert "price 2,100 EUR, start this week → price 1,785 EUR" in page


def test_an_unknown_reading_is_never_a_number() -> None:
    page = panels.leverage(REPORTS["unknown"], Screen(100))
    assert "LEVERAGE  unknown, because no deal costs neither of you anything" in page
    assert "WHAT DRIVES IT" not in page
    assert "WORTH FINDING OUT" not in page


@pytest.mark.parametrize("width", WIDTHS)
def test_the_wants_fit(width: int) -> None:
    assert max(map(wide, panels.wants(WANTS, Screen(width)).splitlines())) <= width


def test_every_want_has_its_lines_and_silence_is_explained() -> None:
    page = panels.wants(WANTS, Screen(100))
    assert "“if it rains again”  call.vtt:12 (+.12)\n" in page
    assert "“not that much”  call.vtt:30  does not need" in page
    assert "your first guess; no evidence yet" in page
    assert "order  dry walls, 低価格  (90% likely to be this very order)" in page
    assert "ALSO HEARD" in page
    assert "“and who pays when it breaks?”  call.vtt:31" in page
    assert "通話.vtt:3  older than two years" in page


def test_no_wants_is_said() -> None:
    nothing = replace(WANTS, wants={}, order=(), unlisted=(), belief=replace(BELIEF, trace=()))
    assert panels.wants(nothing, Screen(80)).splitlines()[-1] == "Not known: the case names no want of theirs."
    unread = replace(nothing, problems=(Problem("a.vtt", 1, "No turn was found.", "Write names.", "error"),))
    assert "Not known: nothing there could be read." in panels.wants(unread, Screen(80))


@pytest.mark.parametrize("width", WIDTHS)
def test_problems_fit_and_stand_in_the_order_of_the_file(width: int) -> None:
    found = [Problem("case.yaml", n, "x" * 90, "Mend it.") for n in (30, 4, 111)]
    lines = panels.problems(found, Screen(width)).splitlines()
    assert max(map(wide, lines)) <= width
    assert [line.split()[1] for line in lines if line.startswith("  line")] == ["4", "30", "111"]
    assert lines[-1] == "3 problems."
