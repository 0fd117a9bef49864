"""Is the page one file that fetches nothing, runs nothing, believes no one's markup and can be read by everyone?"""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from tests import briefs
from upperhand.errors import Problem
from upperhand.model.move import Brief, EvidenceRef, Refused
from upperhand.show import charts, html
from upperhand.show.selection import page as selected
from upperhand.show.stylesheet import DARK, LIGHT
from upperhand.show.svg import inline

VOID = {"meta", "br", "link", "img", "input", "hr"}
FETCHING = {"src", "href", "xlink:href", "srcset", "action", "data", "poster", "background"}
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'&{{x}}"


class Tree(HTMLParser):
    """Reads a page: its elements, whether they close in order, the text on it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def attacked() -> Brief:
    """A brief in which every word of the user's is an attack."""
    bad = EvidenceRef(ATTACK, ATTACK, 1, ATTACK, 0.1)
    return replace(
        briefs.BRIEF,
        title=ATTACK,
        unit=ATTACK,
        me={"name": ATTACK, "role": ATTACK},
        them={"name": ATTACK, "role": ATTACK},
        leverage=replace(briefs.GUTTERS, unit=ATTACK, notes=(ATTACK,)),
        wants=tuple(replace(w, want=ATTACK, says=ATTACK, evidence=(bad,)) for w in briefs.WANTS),
        moves=tuple(
            replace(m, what=ATTACK, why=ATTACK, say=ATTACK, caution=ATTACK, when=ATTACK, evidence=(bad,), source=ATTACK)
            for m in briefs.MOVES
        ),
        refused=(Refused(ATTACK, "draft", ATTACK, "block", ATTACK, ATTACK),),
        notes=(ATTACK,),
        problems=(Problem(ATTACK, 1, ATTACK, ATTACK),),
    )


CASES = {**briefs.EVERY, "attacked": attacked()}
PAGES = {name: html.brief(brief) for name, brief in CASES.items()}


@pytest.fixture(params=PAGES)
def page(request: pytest.FixtureRequest) -> str:
    return PAGES[request.param]


def test_nothing_is_fetched_and_nothing_runs(page: str) -> None:
    tree = Tree(page)
    assert not re.search(r"https?:|//[a-z]|url\(|@import", page.replace("&quot;", '"'))
    for tag, attributes in tree.elements:
        assert tag not in ("script", "link", "iframe", "object", "embed", "img", "use", "image", "foreignobject")
        assert not FETCHING & attributes.keys()
        assert not [name for name in attributes if name.startswith("on")]


def test_the_page_is_well_formed(page: str) -> None:
    tree = Tree(page)
    assert not tree.open
    names = [a["id"] for _, a in tree.elements if "id" in a]
    assert len(names) == len(set(names))


def test_the_page_can_be_found_through_without_eyes(page: str) -> None:
    tree = Tree(page)
    tags = [tag for tag, _ in tree.elements]
    assert tags.count("h1") == tags.count("main") == tags.count("header") == tags.count("footer") == 1
    assert dict(tree.elements)["html"]["lang"] == "en"
    ids = {a["id"] for tag, a in tree.elements if tag == "h2"}
    for tag, attributes in tree.elements:
        if tag == "section":
            assert attributes["aria-labelledby"] in ids
        if tag == "svg":
            assert attributes["role"] == "img"
            assert len(attributes["aria-label"] or "") > 20
        if tag == "th":
            assert attributes["scope"] == "col"


def test_the_users_words_stay_words() -> None:
    tree = Tree(PAGES["attacked"])
    assert ATTACK in tree.text
    assert not [tag for tag, a in tree.elements if tag in ("script", "img") or "onerror" in a]


def test_everything_on_the_terminal_page_is_on_this_one() -> None:
    text = Tree(PAGES["rich"]).text
    for words in (
        "+71 of ±100, likely +42 to +86", "2,100 EUR likely 1,860 to 2,390 EUR", "call.vtt:12, 2 May", "five-year seal",
        "if it rains again I lose the ground floor", "For the same visit I can seal it", "Not advised",
        "nothing in the case supports", "I would like to settle this today", "half-yearly cleaning", "case.yaml:14",
        "not on this page: questions", "your alternative “other job”: its chance", "1 more moves in --json",
    ):  # fmt: skip
        assert words in text, words


@pytest.mark.parametrize("name", ["bare", "unknown"])
def test_an_unknown_reading_is_never_a_number_nor_a_picture(name: str) -> None:
    tree = Tree(PAGES[name])
    section = tree.text.split("Leverage", 1)[1]
    assert section.lstrip().startswith("Unknown, because ")
    assert 'class="big"' not in PAGES[name]
    assert charts.distribution(CASES[name].leverage) is None
    assert charts.drivers(selected(CASES[name]).reading) is None


def test_charts_say_in_words_what_they_show() -> None:
    drawn = charts.drivers(selected(briefs.BRIEF).reading) or ""
    steps = "compared +90, what waiting costs +10, their alternatives −49, your alternatives +20, leverage +71"
    assert steps in drawn
    assert "1,260 to 2,940 EUR" in (charts.price(briefs.TERMS, briefs.GUTTERS) or "")
    assert "dry walls .46 (.31–.60)" in (charts.wants(selected(briefs.BRIEF).wants) or "")


def test_no_price_line_without_a_price() -> None:
    brief = briefs.in_points()
    assert charts.price(brief.predicted_terms, brief.leverage) is None
    brief = briefs.no_zone()
    assert charts.price(brief.predicted_terms, brief.leverage) is None


def test_a_histogram_bar_outside_the_likely_range_is_pale() -> None:
    drawn = charts.distribution(briefs.GUTTERS) or ""
    bars = re.findall(r'<path [^>]*class="f-(accent|pale)"', drawn)
    inside = sum(0.42 <= -1 + (i + 0.5) / 20 <= 0.86 for i in range(40))
    assert bars.count("accent") == inside
    assert bars.count("pale") == 40 - inside


def test_two_wants_of_one_name_are_two_bars() -> None:
    rows = selected(replace(briefs.BRIEF, wants=(briefs.WANTS[0],) * 2)).wants
    assert (charts.wants(rows) or "").count(">dry walls<") == 2


def test_a_drawing_loses_whatever_points_outside() -> None:
    drawing = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        'width="10" height="5" viewBox="0 0 10 5"><style>@import "x"</style><image xlink:href="http://x/y.png"/><a xlink:href="http://x"/>'
        '<rect fill="url(http://x)" onclick="x()" width="3" height="2"/>'
        '<rect fill="#ABCDEF" width="4" height="2"/></svg>'
    )
    clean = inline(drawing, "told", {"#abcdef": "ink"})
    assert clean == (
        '<svg viewBox="0 0 10 5" style="max-width:11px" role="img" aria-label="told">'
        '<rect width="3" height="2"></rect><rect width="4" height="2" class="f-ink"></rect></svg>'
    )


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2."""
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_stand_out_from_the_paper(scheme: str) -> None:
    colours = dict(re.findall(r"--(\w+):(#\w+)", scheme))
    for name in ("ink", "muted", "accent", "plus", "minus", "warn"):
        pair = sorted((luminance(colours[name]), luminance(colours["paper"])))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, name
    for name in ("given", "movable"):
        pair = sorted((luminance(colours[name]), luminance(colours["paper"])))
        assert (pair[1] + 0.05) / (pair[0] + 0.05) >= 3, name


def test_the_same_brief_gives_the_same_page() -> None:
    assert html.brief(briefs.BRIEF) == PAGES["rich"]
