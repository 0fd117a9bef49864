"""Is the page of offers true to its report, in every width and on every paper, and does its picture hide nothing?"""

from __future__ import annotations

import math
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import offers_samples as samples
from tests.test_show_terminal import COLOURS, wide
from tests.test_show_web import ATTACK, FETCHING, Tree
from upperhand.errors import Problem
from upperhand.model.offers import Menu, OffersReport, ValuedPackage
from upperhand.show import frontier_chart, offers_pages, words
from upperhand.show.chart_labels import Box, Wanted, placed
from upperhand.show.frontier_plot import HIGH, MOST_POINTS, WIDE, both_gain, plot
from upperhand.show.offers_figures import SPECIAL, nats
from upperhand.show.offers_screen import offers
from upperhand.show.offers_terms import Terms, told
from upperhand.show.offers_words import offers_page
from upperhand.show.screen import Screen
from upperhand.show.thinning import evenly

WIDTHS = (40, 41, 64, 84, 100, 133, 160)
NUMBER = re.compile(r"(?<![\w.,])(?:\d[\d,]*(?:\.\d+)?|\.\d+)(?:%|(?![\w]))")


def attacked() -> OffersReport:
    """A report in which every word of the user's is an attack."""

    def bad(package: ValuedPackage) -> ValuedPackage:
        return replace(package, package={ATTACK: ATTACK, f"{ATTACK} 2": 3.0}, features=(ATTACK,))

    scored = samples.SCORED
    items = tuple(
        replace(item, name=ATTACK, tells=ATTACK, top=f"{ATTACK} 3", offer=bad(item.offer)) for item in samples.ITEMS
    )
    return replace(
        samples.MONEY,
        title=ATTACK,
        unit=ATTACK,
        frontier=tuple(bad(p) for p in samples.FRONTIER),
        best=tuple(bad(p) for p in samples.MONEY.best),
        plan=(ATTACK,),
        steps=tuple(replace(step, say=ATTACK, offer=bad(step.offer)) for step in samples.STEPS),
        menu=items,
        menu_tells=Menu(items, 0.4, 0.2, 20.0),
        nash=bad(samples.NASH),
        scored=replace(
            scored,
            offer=bad(scored.offer),
            filled=(ATTACK,),
            verdict=ATTACK,
            broken=(f"{ATTACK} 4",),
            ask=tuple(replace(trade, say=ATTACK, offer=bad(trade.offer)) for trade in scored.ask),
        ),
        reason=ATTACK,
        notes=(ATTACK,),
        problems=(Problem(ATTACK, 1, ATTACK, ATTACK),),
    )


CASES = {**samples.EVERY, "attacked": attacked()}
PAGES = {name: offers_pages.html(report) for name, report in CASES.items()}
TEXTS = {name: offers_pages.markdown(report) for name, report in CASES.items()}
ON_SCREEN = {name: offers(report, Screen(100)) for name, report in CASES.items()}


def flat(name: str) -> str:
    """The page of 100 cells on one line."""
    return " ".join(ON_SCREEN[name].split())


# The figures


def numbers_in(value: object) -> Iterator[float]:
    """Every number of plain data, those inside its sentences and names too."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, int | float):
        yield float(value)
    elif isinstance(value, str):
        yield from (read(found)[0] for found in NUMBER.findall(value))
    else:
        for part in value.items() if isinstance(value, dict) else value:  # type: ignore[attr-defined]
            yield from numbers_in(part)


def read(said: str) -> tuple[float, float]:
    """A printed number, and half of its last digit."""
    digits = said.rstrip("%").replace(",", "")
    half = 0.5 * 10.0 ** -len(digits.partition(".")[2])
    return float(digits), half


def behind(report: OffersReport) -> list[float]:
    """All that a number on the page may stand for: the report's numbers and chances, and how many there are of what."""
    plain = report.to_dict()
    known = [abs(v) for v in numbers_in(plain)]
    known += [100 * v for v in known if v <= 1]
    me, them = (-math.inf if report.no_deal.get(side) is None else report.no_deal[side] for side in ("me", "them"))
    inside = sum(p.mine > me and p.theirs > them for p in report.frontier)  # type: ignore[operator]
    known += [inside, len(report.frontier), 12, *range(1, max(len(report.steps), len(report.best), 1) + 1)]
    if report.menu_tells is not None:
        tells = report.menu_tells
        known += [tells.nats / math.log(2), 100 * tells.nats / math.log(2), tells.nats / max(tells.single, 1e-9)]
    places = evenly([p.mine for p in report.frontier], [p.theirs for p in report.frontier], 12)
    return [*known, *(place + 1 for place in places)]


@pytest.mark.parametrize(
    "name", ["money", "points", "unknown", "no zone", "broken rule", "twenty issues", "coinciding"]
)
def test_every_number_on_the_page_is_in_the_report(name: str) -> None:
    known = np.array(behind(CASES[name]))
    shown = Tree(re.sub(r"<svg.*?</svg>", "", PAGES[name])).text
    for text in (ON_SCREEN[name], shown):
        found = NUMBER.findall(re.sub(r"about 10\^20|under 0\.01 nats|under 1%", "", text))
        assert len(found) > 20
        for said in found:
            value, half = read(said)
            assert np.abs(known - value).min() <= half * (1 + 1e-9) + 1e-9 * value, said


def test_a_number_that_is_not_in_the_report_would_be_noticed() -> None:
    known = np.array(behind(samples.MONEY))
    wrong = [v for v in (237.0, 713.5, 1_593.0, 4_444.0) if np.abs(known - v).min() > 0.5]
    assert len(wrong) == 4


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_printed_as_a_broken_number(name: str) -> None:
    for text in (ON_SCREEN[name], TEXTS[name], Tree(PAGES[name]).text):
        assert not re.search(r"\b(nan|NaN|None|inf|Infinity|null|undefined)\b", text)
        assert "-0 " not in text


@pytest.mark.parametrize(
    ("values", "places"),
    [([0.31, 1.0, 0.2731], 3), ([238.0, 1_700.5], 0), ([1_450.25, 1_480.5], 0), ([41.0, 90.5], 1), ([3.0, 7.0], 0),
     ([1.25, 4.5], 2), ([0.011, 0.019], 5), ([12.5], 1), ([], 0), ([math.nan, 5e20], 0)],
)  # fmt: skip
def test_values_are_told_apart_without_idle_digits(values: list[float], places: int) -> None:
    assert words.decimals(values) == places


@given(st.floats(-1e12, 1e12), st.integers(0, 6))
def test_a_figure_is_its_value_to_the_last_digit_printed(value: float, places: int) -> None:
    said = words.figure(value, places).replace("−", "-").replace(",", "")
    assert abs(float(said) - value) <= 0.5 * 10.0**-places + 1e-9 * abs(value)
    assert said != "-0"


def test_a_small_difference_is_not_said_to_be_none() -> None:
    assert words.figure(0.4, 0) == "0.4"
    assert words.figure(-0.0004, 3) == "−0.0004"
    assert words.figure(0.0, 3) == words.figure(-0.0, 0) == words.figure(1e-12, 2) == "0"


@pytest.mark.parametrize(
    ("value", "said"),
    [(10**20, "10^20"), (10**65 * 3, "3 × 10^65"), (-2.54e17, "−2.5 × 10^17"), (10**5000, "10^5000")],
    ids=["round", "led", "negative", "beyond floats"],
)
def test_a_number_beyond_reading_is_a_power_of_ten(value: float, said: str) -> None:
    assert words.power(value).replace("-", "−") == said


def test_terms_keep_the_digits_that_were_agreed() -> None:
    assert [words.whole_number(v) for v in (1850.5, 1234567.0, 0.125, -3.0, 0.0, 1e15)] == [
        "1,850.5", "1,234,567", "0.125", "−3", "0", "1e+15",
    ]  # fmt: skip


def test_information_is_said_in_words_and_nats() -> None:
    assert nats(0.41, 0.18) == (
        "0.41 nats, 59% of what a plain yes-or-no question can tell at most, and 2.3 times what the answer to one "
        "package alone would (0.18 nats)"
    )
    assert nats(math.log(2) * 1.5, 0.0).startswith("1.04 nats, 1.5 times what a plain yes-or-no question")
    assert nats(0.3, 0.0).endswith("; the answer to one package alone would tell next to nothing")
    assert nats(math.nan, 0.1) == "unknown"


# What is said


def test_the_page_is_told_in_the_order_of_a_short_preparation() -> None:
    titles = [section.name for section in offers_page(samples.MONEY).sections]
    assert titles == ["zone", "plan", "best", "menu", "scored", "special", "frontier", "notes", "problems"]


def test_zone_limit_and_plan_come_on_the_first_page_with_their_figures() -> None:
    first = ON_SCREEN["money"].split("BEST PACKAGES")[0]
    assert len(first.splitlines()) <= 40
    said = " ".join(first.split())
    assert "32 of the 34 packages on the frontier, worth 270 to 1,700 EUR to you and 800 to 2,570 EUR to them" in said
    assert "Your limit: no deal is worth 238 EUR to you." in said
    assert re.search(r"opening price 2,550, start this week, with five-year 1,590 970 \(660–1,266\) 51% 930", said)
    for step in samples.STEPS:
        assert f"“{step.say}”" in said


def test_where_a_limit_is_unknown_the_reason_is_given_once_and_nothing_is_guessed() -> None:
    said = flat("unknown")
    assert said.count("what a side has without a deal is not given") == 1
    assert said.count("for the reason given above") == 5
    heads = next(line for line in ON_SCREEN["unknown"].splitlines() if line.startswith("BEST PACKAGES"))
    assert heads.split() == ["BEST", "PACKAGES", "you", "them"]


def test_an_empty_frontier_says_why() -> None:
    assert "No package to offer: the rules leave no package: loosen one of them." in flat("empty")
    assert "FRONTIER" not in ON_SCREEN["empty"]


def test_no_zone_is_said_and_the_points_that_need_one_are_missing_with_their_reason() -> None:
    said = flat("no zone")
    assert "Nowhere: no package on the frontier leaves both of you better off than no deal." in said
    assert (
        "Nash, Kalai-Smorodinsky and egalitarian: there is no such point, because no package leaves both sides better "
        "off than without a deal." in said
    )


def test_an_offer_that_breaks_a_rule_is_said_to_do_so_once() -> None:
    said = flat("broken rule")
    assert said.count("not tomorrow together with the five-year seal") == 1
    assert "Against no deal: 318 EUR below your no-deal value." in said
    quiet = replace(CASES["broken rule"].scored, verdict="it cannot be taken as it is")  # type: ignore[type-var]
    told_so = " ".join(offers(replace(CASES["broken rule"], scored=quiet), Screen(100)).split())
    assert "It breaks a rule: not tomorrow together with the five-year seal" in told_so


def test_exactness_is_claimed_only_where_it_holds() -> None:
    assert "The frontier is exact at the mean of the belief" in flat("money")
    assert "The frontier is exact:" in flat("points")
    assert "no efficient package lies further than 0.17% of a side's range beyond it" in flat("twenty issues")
    for unproven in (False, {"gap": math.nan}):
        said = " ".join(offers(replace(samples.POINTS, exact=unproven), Screen(100)).split())
        assert "not proven complete" in said and "is exact" not in said


def test_a_dozen_of_a_long_frontier_is_shown_and_the_rest_counted() -> None:
    section = next(s for s in offers_page(CASES["long frontier"]).sections if s.name == "frontier")
    assert [section.rows[0].name, section.rows[-1].name] == ["1", "2,000"]
    assert len(section.rows) == 12
    assert section.before[0].text.startswith("12 of the 2,000 efficient packages (about 10^9 are possible)")


def test_points_that_coincide_share_a_row() -> None:
    rows = {
        name: [row.name for s in offers_page(CASES[name]).sections if s.name == "special" for row in s.rows]
        for name in ("coinciding", "points", "money")
    }
    assert rows["coinciding"] == ["all four"]
    assert rows["points"] == ["Nash and Kalai-Smorodinsky", "egalitarian and welfare"]
    assert rows["money"] == ["Nash", "Kalai-Smorodinsky", "egalitarian", "welfare"]


# Packages side by side

OPTIONS = st.sampled_from(["a", "b", "c d"])


@st.composite
def lists_of_packages(draw: st.DrawFn) -> list[ValuedPackage]:
    issues = [f"issue {n}" for n in range(draw(st.integers(1, 12)))]
    features = [f"feature {n}" for n in range(draw(st.integers(0, 3)))]
    return [
        ValuedPackage(
            {issue: draw(OPTIONS) for issue in issues}, tuple(f for f in features if draw(st.booleans())), 1.0, 1.0
        )
        for _ in range(draw(st.integers(1, 6)))
    ]


@given(lists_of_packages(), st.booleans())
@settings(max_examples=150)
def test_every_package_can_be_read_back_from_what_is_said(packages: list[ValuedPackage], in_turn: bool) -> None:
    names = [chr(ord("A") + n) for n in range(len(packages))]
    found = told(packages, names, in_turn)
    sides: dict[str, dict[str, str]] = {}
    for name, terms in zip(names, found.rows, strict=True):
        base = re.fullmatch(r"as (\w)(, but)?", terms.lead)
        parts = dict(sides[base[1]]) if base else {}
        parts |= dict(map(keyed, (*(found.common.parts if found.common else ()), *terms.parts)))
        sides[name] = parts
    for name, package in zip(names, packages, strict=True):
        said = {key: text for key, text in sides[name].items() if not text.startswith("without ")}
        meant = dict(keyed(f"{issue} {option}") for issue, option in package.package.items())
        assert said == meant | dict(keyed(f"with {feature}") for feature in package.features)


def keyed(part: str) -> tuple[str, str]:
    """What a part is about, and the part."""
    about = part.removeprefix("without ").removeprefix("with ")
    return (about if "feature" in part else " ".join(part.split()[:2])), part


def test_long_packages_say_only_what_differs() -> None:
    sections = {section.name: section for section in offers_page(CASES["twenty issues"]).sections}
    menu = sections["menu"]
    assert [str(row.terms) for row in menu.rows] == [
        "clause 10 choice 0, clause 11 choice 7", "clause 10 choice 3, clause 11 choice 7",
        "clause 10 choice 3, clause 11 choice 4",
    ]  # fmt: skip
    assert menu.common is not None and len(menu.common.parts) == 18
    assert str(sections["frontier"].rows[2].terms) == "as 4, but clause 04 choice 7, clause 05 choice 8"
    assert str(sections["plan"].rows[1].terms).startswith("as opening, but clause 16")


def test_few_issues_are_said_whole() -> None:
    rows = told(samples.MONEY.best[:2], ["1", "2"]).rows
    assert [str(row) for row in rows] == [
        "price 2,150, start this week", "price 2,100, start this week, with five-year seal",
    ]  # fmt: skip
    assert told([samples.NASH, samples.NASH], ["a", "b"]).rows[1] == rows[1]
    assert str(told([ValuedPackage({}, (), 1.0, 1.0)], ["a"]).rows[0]) == "nothing but the deal itself"
    assert str(Terms("as A", ())) == "as A"


# The terminal


@pytest.mark.parametrize("name", CASES)
def test_no_line_runs_over_the_edge(name: str) -> None:
    for width in WIDTHS:
        for line in offers(CASES[name], Screen(width)).splitlines():
            assert wide(line) <= width, line


@pytest.mark.parametrize("name", CASES)
def test_colour_changes_no_word(name: str) -> None:
    coloured = offers(CASES[name], Screen(100, colour=True))
    assert "\x1b[" in coloured and "\x1b[" not in ON_SCREEN[name]
    assert [line.rstrip() for line in COLOURS.sub("", coloured).splitlines()] == ON_SCREEN[name].splitlines()


@pytest.mark.parametrize("name", ["money", "points", "unknown", "empty", "twenty issues", "extremes", "broken rule"])
def test_a_plain_screen_gets_plain_signs(name: str) -> None:
    assert offers(CASES[name], Screen(100, unicode=False)).isascii()


@pytest.mark.parametrize("name", ["money", "points", "twenty issues", "broken rule"])
def test_every_width_says_the_same_figures(name: str) -> None:
    wide_page, narrow = (NUMBER.findall(offers(CASES[name], Screen(width))) for width in (160, 40))
    assert sorted(wide_page) == sorted(narrow)


def test_the_figures_of_packages_stand_below_their_heads() -> None:
    lines = ON_SCREEN["money"].splitlines()
    head = next(line for line in lines if line.startswith("BEST PACKAGES"))
    row = next(line for line in lines if line.startswith("  1  price 2,150"))
    for name, figure in (("you", "1,250 "), ("them", "(940–1,546)"), ("yes", "67%"), ("expected", "917")):
        assert head.index(name) + len(name) == row.index(figure) + len(figure.rstrip())


# Pages


@pytest.mark.parametrize("name", CASES)
def test_nothing_is_fetched_and_nothing_runs(name: str) -> None:
    tree = Tree(PAGES[name])
    assert not re.search(r"https?:|//[a-z]|url\(|@import", PAGES[name].replace("&quot;", '"'))
    for tag, attributes in tree.elements:
        assert tag not in ("script", "link", "iframe", "object", "embed", "img", "use", "image", "foreignobject")
        assert not FETCHING & attributes.keys()
        assert not [key for key in attributes if key.startswith("on")]


@pytest.mark.parametrize("name", CASES)
def test_the_page_is_well_formed_and_can_be_found_through_without_eyes(name: str) -> None:
    tree = Tree(PAGES[name])
    assert not tree.open
    names = [a["id"] for _, a in tree.elements if "id" in a]
    assert len(names) == len(set(names))
    tags = [tag for tag, _ in tree.elements]
    assert tags.count("h1") == tags.count("main") == tags.count("header") == tags.count("footer") == 1
    for tag, attributes in tree.elements:
        if tag == "section":
            assert attributes["aria-labelledby"] in names
        if tag == "svg":
            assert attributes["role"] == "img" and len(attributes["aria-label"] or "") > 20
        if tag == "th":
            assert attributes["scope"] in ("col", "row")


def test_the_users_words_stay_words() -> None:
    tree = Tree(PAGES["attacked"])
    assert ATTACK in tree.text
    assert not [tag for tag, a in tree.elements if tag in ("script", "img") or "onerror" in a]
    assert "<script" not in TEXTS["attacked"].replace("\\<script", "")
    drawn = frontier_chart.svg(CASES["attacked"])
    assert not [e for e in ET.fromstring(drawn).iter() if e.tag.rpartition("}")[2] in ("script", "img")]


@pytest.mark.parametrize("name", ["money", "points", "twenty issues", "unknown", "empty"])
def test_every_word_of_the_terminal_page_is_on_the_others(name: str) -> None:
    page, text = Tree(PAGES[name]).text.lower(), re.sub(r"\\(.)", r"\1", TEXTS[name])
    for section in offers_page(CASES[name]).sections:
        for line in (*section.before, *section.after, *(line for row in section.rows for line in row.said)):
            assert " ".join(line.text.lower().split()) in page
            assert line.text in text
        for row in section.rows:
            for part in (*row.terms.parts, *row.figures, row.name):
                assert part.lower() in page
                assert part in text


@pytest.mark.parametrize("name", CASES)
def test_every_row_of_a_markdown_table_has_the_cells_of_its_head(name: str) -> None:
    assert "\n\n\n" not in TEXTS[name]
    for block in TEXTS[name].split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("| ")]
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) <= 1


@pytest.mark.parametrize("name", ["money", "extremes"])
def test_the_same_report_gives_the_same_page_and_picture(name: str) -> None:
    again = replace(CASES[name])
    assert offers_pages.html(again) == PAGES[name]
    assert offers_pages.markdown(again) == TEXTS[name]
    assert offers(again, Screen(100)) == ON_SCREEN[name]


# The picture


def rows_of(spec: dict[str, Any]) -> list[dict[str, Any]]:
    """All rows of data of a drawing."""
    return [row for rows in spec["datasets"].values() for row in rows]


@pytest.mark.parametrize("name", [name for name in CASES if name not in ("empty", "extremes")])
def test_the_picture_holds_every_marked_point_with_its_range_and_name(name: str) -> None:
    report, found = CASES[name], plot(CASES[name])
    assert found is not None
    rows = rows_of(frontier_chart.chart(found).to_dict())
    named = {(row["x"], row["y"]) for row in rows if "name" in row}
    points = [getattr(report, key) for key in SPECIAL if getattr(report, key) is not None]
    packages = [*points, *(item.offer for item in report.menu), *([report.scored.offer] if report.scored else [])]
    assert named == {(p.mine, p.theirs) for p in packages}
    bars = {(row["y"], row["y2"]) for row in rows if "y2" in row}
    assert {(p.low, p.high) for p in packages if p.high != p.low} <= bars
    written = " ".join(line for label in frontier_chart.stood(found) for line in label.lines)
    for key in SPECIAL:
        assert (SPECIAL[key] in written) == (getattr(report, key) is not None)
    assert ("their offer" in written) == (report.scored is not None)
    for limit, name_of_it in zip(found.limits, found.limit_names, strict=True):
        assert (name_of_it in written) == (limit is not None)


@pytest.mark.parametrize("name", [name for name in CASES if name != "empty"])
def test_no_label_of_the_picture_covers_another_or_a_mark(name: str) -> None:
    found = plot(CASES[name])
    assert found is not None
    stood = frontier_chart.stood(found)
    for one, other in combinations(stood, 2):
        assert not one.box.meets(other.box)
    for label in stood:
        assert Box(0, 0, WIDE + 40, HIGH).holds(label.box)
        for mark in found.marks:
            x, y = found.x.pixel(mark.at[0]), found.y.pixel(mark.at[1])
            assert not label.box.meets(Box(x - 5, y - 5, x + 5, y + 5))


PIXELS = st.tuples(st.floats(10, WIDE - 10), st.floats(10, HIGH - 10))


@given(st.lists(PIXELS, min_size=1, max_size=9))
@settings(max_examples=40)
def test_labels_find_room_wherever_the_marks_lie(points: list[tuple[float, float]]) -> None:
    wanted = [Wanted(("Kalai-Smorodinsky",) if i < 2 else ("A",), (at,)) for i, at in enumerate(points)]
    marks = [Box(x - 6, y - 6, x + 6, y + 6) for x, y in points]
    stood = placed(wanted, Box(0, 0, WIDE + 40, HIGH), marks, [])
    assert [label.at for label in stood] == points, "every mark has its label"
    for one, other in combinations([*(label.box for label in stood), *marks], 2):
        assert not one.meets(other) or (one in marks and other in marks)


def test_a_long_line_is_thinned_and_the_picture_says_so() -> None:
    found = plot(CASES["long frontier"])
    assert found is not None
    assert len(found.line) == MOST_POINTS
    assert "drawn through 300 of its 2,000 packages" in found.told[0]
    assert "drawn through 300 of its 2,000 packages" in frontier_chart.svg(CASES["long frontier"])
    assert "drawn through 300 of its 2,000 packages" in Tree(PAGES["long frontier"]).text


def test_a_limit_outside_the_picture_is_told() -> None:
    found = plot(replace(samples.POINTS, no_deal={"me": -50.0, "them": 0.5}))
    assert found is not None
    assert found.limits == (None, 0.5)
    assert "Your no-deal value, −50.0 points, lies outside the picture." in found.told


def test_the_picture_for_those_who_cannot_see_it() -> None:
    drawn = frontier_chart.svg(samples.POINTS)
    root = ET.fromstring(drawn)
    assert root.get("role") == "img"
    label = root.get("aria-label") or ""
    for said in ("Nash and Kalai-Smorodinsky (0.745, 0.802)", "Your no-deal value 0.350.", "(0.308, 1.000) to (1.000"):
        assert said in label
    assert not re.search(r"https?:(?!//www\.w3\.org/)", drawn)


def test_nothing_to_draw_is_said_in_the_picture() -> None:
    assert plot(CASES["empty"]) is None
    assert frontier_chart.inline(CASES["empty"]) is None
    assert "Nothing to draw: the rules leave no package" in frontier_chart.svg(CASES["empty"])
    assert "<figure>" not in PAGES["empty"]


def test_the_picture_in_pixels_is_a_png_of_twice_the_size() -> None:
    drawn = frontier_chart.png(samples.MONEY)
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(drawn[16:20], "big") > 2 * WIDE
    assert int.from_bytes(drawn[20:24], "big") > 2 * HIGH


@st.composite
def falling_lines(draw: st.DrawFn) -> list[tuple[float, float]]:
    n = draw(st.integers(1, 12))
    xs = sorted(draw(st.sets(st.integers(0, 100), min_size=n, max_size=n)))
    ys = sorted(draw(st.sets(st.integers(0, 100), min_size=n, max_size=n)), reverse=True)
    return [(float(x), float(y)) for x, y in zip(xs, ys, strict=True)]


@given(falling_lines(), st.floats(-20, 110), st.floats(-20, 110))
def test_the_shaded_zone_is_what_lies_below_the_line_and_beyond_both_limits(
    line: list[tuple[float, float]], left: float, floor: float
) -> None:
    zone = both_gain(line, (left, floor))
    xs, ys = np.array(line).T
    grid = np.linspace(left, 101, 40_001)
    height = np.where(grid <= xs[-1], np.interp(grid, xs, ys), -np.inf)
    expected = np.trapezoid(np.maximum(height - floor, 0.0), grid)
    if not zone:
        assert not [p for p in line if p[0] > left and p[1] > floor]
        return
    zx, zy = np.array(zone).T
    assert np.trapezoid(zy - floor, zx) == pytest.approx(expected, rel=2e-3, abs=0.5)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=200), st.integers(2, 40))
def test_a_thinned_line_keeps_its_ends_and_leaves_no_wide_gap(steps: list[float], most: int) -> None:
    xs = [float(i) for i in range(len(steps))]
    places = evenly(xs, steps, most)
    assert places[0] == 0 and places[-1] == len(steps) - 1
    assert list(places) == sorted(set(places)) and len(places) <= max(most, 2)
    wide_, high = max(xs) - min(xs) or 1.0, max(steps) - min(steps) or 1.0
    hops = [
        math.hypot((xs[i] - xs[i - 1]) / wide_, (steps[i] - steps[i - 1]) / high) for i in range(1, len(steps))
    ]  # fmt: skip
    longest = max((sum(hops[a:b]) for a, b in pairwise(places)), default=0.0)
    assert longest <= sum(hops) / (most - 1) + 2 * max(hops, default=0.0) + 1e-9


def test_the_words_of_the_page_load_no_drawing_library() -> None:
    code = "import sys, upperhand.show.offers_screen, upperhand.show.offers_pages; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()
    assert not {"altair", "vl_convert", "numpy"} & set(loaded)
