"""What is seen of a turn that names a want, and does the name itself stay out of it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upperhand.reader.acts import LEAST, joined
from upperhand.reader.mentions import GRAMS, SIZE, Mention, _namings, _traits, mentions
from upperhand.reader.names import Name, name_of, named, tokens
from upperhand.reader.phrases import SIZE as PHRASES
from upperhand.reader.phrases import phrases

NAMES = [name_of(want) for want in ("tiles", "paint", "a late start: not before ten")]
WORDS = st.sampled_from("i you need take 2 3 the tiles paint tile late start more no and but , . ? yes".split())


def traits(clause: str, want: int, names: Sequence[Name] = NAMES) -> list[str]:
    """In words, what is seen of a want in a clause beside the word-grams."""
    return list(_traits(_namings(clause, named(tokens(clause), names), names), want))


def plain(found: Sequence[Mention]) -> list[tuple[int, int, str, str, Counter[int]]]:
    return [(m.at, m.want, m.context, m.text, Counter(m.features)) for m in found]


@pytest.mark.parametrize(
    ("clause", "much"),
    [
        ("I would take 3 tiles", "much mine 3"),
        ("you can have both of the tiles", "much yours both"),
        ("I want two tiles more than your paint", "much mine 2"),
        ("no more tiles", "much - more"),
        ("25 tiles", "much - #"),
        ("I need 2 of the paint and tiles", "much mine -"),
        ("give me three or so of those very old tiles", "much mine -"),
    ],
)
def test_how_much_of_a_want_and_for_whom(clause: str, much: str) -> None:
    assert [t for t in traits(clause, 0) if t.startswith("much")] == [much]


def test_who_gets_more_of_what() -> None:
    clause = "I get 3 tiles and 1 paint and you get 2 paint and 0 tiles"
    assert [t for t in traits(clause, 0) if t.startswith("beside")] == ["beside mine 1", "beside yours -1"]
    assert [t for t in traits(clause, 1) if t.startswith("beside")] == ["beside mine -1", "beside yours 1"]


def test_the_place_of_a_want_among_those_named() -> None:
    clause = "paint first, tiles second and a late start last"
    assert [traits(clause, k)[0] for k in range(3)] == ["place 1 of 3", "place 0 of 3", "place 2 of 3"]
    assert traits("late to the start", 2)[0] == "place 0 of 1", "a name of two words may stand apart"


def test_what_came_up_before_is_seen() -> None:
    texts = [("", "We need tiles."), ("", "We need tiles."), ("", "We need paint.")]
    first, again, other = mentions(texts, NAMES)
    assert (first.text, again.text, other.text) == ("We need apples.",) * 3
    assert first.features != again.features and again.features != other.features
    grams = [[f for f in m.features if f < GRAMS] for m in (first, again, other)]
    assert grams[0] == grams[1] == grams[2]


@given(st.lists(st.lists(WORDS, max_size=14).map(" ".join), max_size=4), st.permutations(range(3)))
def test_no_name_has_a_place_of_its_own(said: list[str], order: list[int]) -> None:
    """The wants in another order, and other things in their place, are seen alike."""
    texts = [("", text) for text in said]
    one = plain(mentions(texts, NAMES))
    turned = plain(mentions(texts, [NAMES[k] for k in order]))
    assert sorted((at, order[want], *rest[:2]) for at, want, *rest in turned) == sorted(
        (a, w, *r[:2]) for a, w, *r in one
    )
    other = [("", text.replace("paint", "bricks")) for text in said]
    assert plain(mentions(other, [NAMES[0], name_of("bricks"), NAMES[2]])) == one
    assert all(0 <= f < SIZE for *_, features in one for f in features)


def test_only_the_turn_before_names_it() -> None:
    (found,) = mentions([("Do you need the paint?", "Yes, exactly.")], NAMES)
    assert (found.want, found.context, found.text, found.features) == (
        1,
        "Do you need the apples?",
        "Yes, exactly.",
        (),
    )


@given(st.text(st.characters(codec="ascii"), max_size=80))
def test_any_text_has_phrases_whatever_its_case(text: str) -> None:
    found = phrases(text)
    assert found == sorted(set(found)) and all(0 <= p < PHRASES for p in found)
    assert phrases(text.swapcase()) == found


@given(st.floats(0, 1), st.floats(-30, 30))
def test_acts_are_read_by_both_and_neither_rules_alone(chance: float, odds: float) -> None:
    known = np.array([True, False])
    both, alone = joined(np.array([chance, chance]), np.array([odds, odds]), known)
    assert LEAST / 2 < both < 1 - LEAST / 2 and alone == np.float32(chance)
    even = joined(np.array([0.5]), np.array([odds]), known[:1])[0]
    assert even == pytest.approx(1 / (1 + np.exp(-np.clip(odds, -7, 7) / 2)), abs=1e-6)
