"""Is the Markdown page readable raw, safe rendered, and the same every time?"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests import briefs
from upperhand.show import markdown


@pytest.mark.parametrize("name", briefs.EVERY)
def test_the_same_brief_gives_the_same_text(name: str) -> None:
    text = markdown.brief(briefs.EVERY[name])
    assert text == markdown.brief(briefs.EVERY[name])
    assert text.endswith("\n") and not text.endswith("\n\n")
    assert "\n\n\n" not in text


@pytest.mark.parametrize("name", briefs.EVERY)
def test_every_row_of_a_table_has_the_cells_of_its_head(name: str) -> None:
    for block in markdown.brief(briefs.EVERY[name]).split("\n\n"):
        lines = [line for line in block.splitlines() if line.startswith("| ")]
        assert len({len(re.findall(r"(?<!\\)\|", line)) for line in lines}) <= 1


def test_headings_come_in_reading_order() -> None:
    headings = re.findall(r"^## (.+)$", markdown.brief(briefs.BRIEF), re.MULTILINE)
    assert headings == [
        "Leverage", "Likely price", "They want", "Moves", "What if", "Left out on purpose", "Not known yet", "Notes",
        "Please check",
    ]  # fmt: skip


def test_quotes_are_block_quotes_with_their_place() -> None:
    text = markdown.brief(briefs.BRIEF)
    assert "> “if it rains again I lose the ground floor”  \n> call.vtt:12, 2 May (moved it by +.14)" in text
    assert "> Say: “For the same visit I can seal it for five years, so nobody has to come back.”" in text


@pytest.mark.parametrize("name", ["bare", "unknown"])
def test_an_unknown_reading_is_never_a_number(name: str) -> None:
    section = markdown.brief(briefs.EVERY[name]).split("## Leverage\n\n")[1].split("\n\n")[0]
    assert section.startswith("**Unknown, because ")


def test_the_users_signs_stay_signs() -> None:
    nasty = "# a|b *c* <script>x</script> [d](http://e) `f` ~g~ &lt; _h_"
    want = replace(briefs.WANTS[0], want=nasty)
    text = markdown.brief(replace(briefs.BRIEF, title=nasty, wants=(want,)))
    assert text.startswith(
        "# \\# a\\|b \\*c\\* \\<script\\>x\\</script\\> \\[d\\](http://e) \\`f\\` \\~g\\~ &amp;lt; \\_h\\_\n"
    )
    assert "<script" not in text.replace("\\<script", "")


@pytest.mark.parametrize(
    ("words", "safe"), [("1. first", "1\\. first"), ("- dash", "\\- dash"), ("+5 more", "+5 more"), ("a - b", "a - b")]
)
def test_a_line_does_not_become_a_list_by_its_first_sign(words: str, safe: str) -> None:
    assert markdown.escaped(words) == safe
