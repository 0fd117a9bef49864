"""Which pieces are quoted for a want, given what the network made of them?"""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from upperhand.reader.network import Floats
from upperhand.reader.quotes import BESIDE, RIGHT, SHOWN, quoted, right
from upperhand.reader.stance import CLASSES

CHANCE = st.floats(0, 1, width=32)


def chances(**by_stance: list[list[float]]) -> Floats:
    """Chances (pieces, wants, classes): the stances given, and none for the rest."""
    shape = np.shape(next(iter(by_stance.values())))
    out = np.zeros((*shape, len(CLASSES)), dtype=np.float32)
    for stance, values in by_stance.items():
        out[..., CLASSES.index(stance)] = values
    out[..., 0] = 1 - out.sum(-1)
    return out


def test_a_sure_need_is_quoted_and_a_faint_one_is_not() -> None:
    assert quoted(chances(clear=[[0.9, 0.02], [0.05, 0.02]])).tolist() == [[True, False], [False, False]]


def test_degrees_of_need_add_up() -> None:
    parts = chances(mild=[[0.3]], clear=[[0.3]], decisive=[[0.3]])
    assert quoted(parts)[0, 0] and right(np.array([[0.9]], dtype=np.float32))[0, 0] > RIGHT


@given(CHANCE, CHANCE, CHANCE)
def test_a_piece_speaks_less_for_a_want_the_more_it_speaks_for_another(own: float, less: float, more: float) -> None:
    less, more = sorted((less, more))
    one, other = (right(np.array([[own, beside]], dtype=np.float32))[0, 0] for beside in (less, more))
    assert other <= one + 1e-6


@given(CHANCE, CHANCE, CHANCE)
def test_a_piece_speaks_less_for_a_want_where_another_piece_says_it_better(
    own: float, less: float, more: float
) -> None:
    less, more = sorted((less, more))
    one, other = (right(np.array([[own], [best]], dtype=np.float32))[0, 0] for best in (less, more))
    assert other <= one + 1e-6


@given(CHANCE, CHANCE)
def test_a_surer_reading_is_a_surer_quote(low: float, high: float) -> None:
    low, high = sorted((low, high))
    sure = right(np.array([[low, 0.2], [1.0, 0.2], [high, 0.2]], dtype=np.float32))[:, 0]
    assert sure[0] <= sure[2] + 1e-6 and ((sure >= 0) & (sure <= 1)).all()


@pytest.mark.parametrize("stance", ["without", "offers", "unsure"])
def test_denials_and_doubts_go_by_the_networks_own_chance(stance: str) -> None:
    assert quoted(chances(**{stance: [[SHOWN + 0.01]]})).tolist() == [[True]]
    assert quoted(chances(**{stance: [[SHOWN - 0.01]]})).tolist() == [[False]]
    beside = chances(**{stance: [[0.9, BESIDE + 0.01], [0.9, BESIDE - 0.01]]})
    assert quoted(beside).tolist() == [[True, True], [True, False]]


def test_the_order_of_the_wants_and_of_the_pieces_changes_nothing() -> None:
    found = np.random.default_rng(3).dirichlet(np.ones(len(CLASSES)) / 3, (9, 4)).astype(np.float32)
    turned = quoted(found[::-1][:, [2, 0, 3, 1]])
    assert np.array_equal(turned, quoted(found)[::-1][:, [2, 0, 3, 1]])
    assert 0 < quoted(found).sum() < 36


def test_nothing_is_quoted_of_nothing() -> None:
    assert quoted(np.zeros((0, 3, len(CLASSES)), dtype=np.float32)).shape == (0, 3)
