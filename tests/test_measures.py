"""Do the benchmark's measures say what they claim, against figures worked by hand and against the slow way?"""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.measures import (
    K_WEIGHTS,
    NDCG,
    ORDERS,
    best_threshold,
    bootstrap_error,
    brier,
    calibration_error,
    class_hits,
    clustered_error,
    cross_fitted,
    hard_orders,
    hits,
    label_f1,
    log_losses,
    order_chances,
    order_index,
    order_marks,
    spearman,
    summed,
    top_found,
    top_want,
)
from benchmarks.reading_casino import People, after, mentions, moments, offers
from benchmarks.reading_tables import Bar, table, told
from benchmarks.reading_transfer import mirrored, talk_of, worth
from training.casino import Camp

SCORES = st.lists(st.integers(-3, 3), min_size=3, max_size=3).map(lambda s: np.array(s, dtype=float))
EVERY = np.arange(6)


def marks(scores: list[float], truth: tuple[int, ...]) -> list[float]:
    found = order_marks(hard_orders(np.array([scores])), np.array([order_index(truth)]))
    return [float(v) for v in found[0]]


def test_the_scale_of_ndcg_has_the_worst_order_at_0_chance_at_490_and_the_best_at_1() -> None:
    """24 + 15/log2(3) + 8/2 is the best, 8 + 15/log2(3) + 24/2 the worst, 8 apart; 47/3 at each place is 3.92 above."""
    chance = (47 / 3 * (1 + 1 / math.log2(3) + 1 / 2) - (8 + 15 / math.log2(3) + 12)) / 8
    assert round(chance, 3) == 0.490
    assert marks([3, 2, 1], (0, 1, 2)) == pytest.approx([1, 1, 1])
    assert marks([1, 2, 3], (0, 1, 2)) == pytest.approx([0, 0, 0])
    assert marks([0, 0, 0], (2, 0, 1)) == pytest.approx([1 / 6, 1 / 3, chance])
    assert pytest.approx(chance) == NDCG.mean(0)


def test_a_tie_for_the_first_place_is_half_right() -> None:
    middle_first = (15 + 24 / math.log2(3) + 4 - (8 + 15 / math.log2(3) + 12)) / 8
    assert marks([5, 5, 1], (0, 1, 2)) == pytest.approx([0.5, 0.5, (1 + middle_first) / 2])


@given(SCORES)
def test_a_hard_prediction_is_the_mean_of_all_ways_to_break_its_ties(scores: np.ndarray) -> None:
    tiny = [np.array(jolt) * 1e-3 for jolt in itertools.permutations(range(3))]
    broken = [order_index(np.argsort(-(scores + jolt)).tolist()) for jolt in tiny]
    slow = np.bincount(broken, minlength=6) / 6
    assert hard_orders(scores) == pytest.approx(slow)


@given(SCORES, st.floats(0.3, 3))
def test_chances_of_orders_are_drawn_one_want_after_the_other(scores: np.ndarray, heat: float) -> None:
    slow = []
    for order in ORDERS:
        left, chance = list(range(3)), 1.0
        for want in order:
            chance *= math.exp(scores[want] / heat) / sum(math.exp(scores[w] / heat) for w in left)
            left.remove(want)
        slow.append(chance)
    fast = order_chances(scores / heat)
    assert fast == pytest.approx(slow)
    assert fast.sum() == pytest.approx(1)


def test_the_weights_of_the_k_penalty_are_5_4_3_2_1_of_15() -> None:
    assert pytest.approx([5 / 15, 4 / 15, 3 / 15, 2 / 15, 1 / 15]) == K_WEIGHTS


def test_the_brier_score_of_even_chances_is_139() -> None:
    """(5 x 1/36 + 25/36) / 6 = 5/36."""
    even = np.full((6, 6), 1 / 6)
    assert brier(even, EVERY) == pytest.approx(np.full(6, 5 / 36))
    assert round(5 / 36, 4) == 0.1389
    assert brier(np.eye(6), EVERY) == pytest.approx(np.zeros(6))
    assert log_losses(even, EVERY) == pytest.approx(np.full(6, math.log(6)))


def test_the_calibration_error_of_chances_that_keep_their_word_is_0() -> None:
    chance = np.repeat([0.1, 0.5, 0.8], 10)
    right = np.concatenate([np.arange(10) < n for n in (1, 5, 8)]).astype(float)
    assert calibration_error(chance, right, bins=3) == pytest.approx(0)
    assert calibration_error(chance, np.ones(30), bins=3) == pytest.approx((0.9 + 0.5 + 0.2) / 3)
    assert calibration_error(np.array([0.9, 0.2]), np.array([1.0, 0.0]), bins=10) == pytest.approx(0.15)


def test_the_top_want_takes_the_chances_of_both_orders_that_put_it_first() -> None:
    chances = np.array([[0.3, 0.3, 0.1, 0.1, 0.1, 0.1], [1 / 6] * 6])
    said, right = top_want(chances, np.array([1, 5]))
    assert said == pytest.approx([0.6, 1 / 3])
    assert right == pytest.approx([1, 1 / 3])


def test_a_standard_error_over_groups_is_that_of_their_means() -> None:
    values, groups = np.array([1.0, 3.0, 5.0, 5.0, 2.0, 2.0]), np.array([7, 7, 8, 8, 9, 9])
    assert clustered_error(values, groups) == pytest.approx(np.std([2, 5, 2], ddof=1) / math.sqrt(3))
    assert clustered_error(values, np.arange(6)) == pytest.approx(values.std(ddof=1) / math.sqrt(6))


def test_a_choice_is_made_on_the_other_folds() -> None:
    """Choice 0 is best everywhere but in fold 2, where it is so bad that whoever sees that fold takes choice 1."""
    folds = np.array([0, 1, 2])
    losses = np.array([[0.0, 0.0, 9.0], [1.0, 1.0, 1.0]])
    assert cross_fitted(losses, folds).tolist() == [1, 1, 0]


def test_f1_by_hand() -> None:
    """Label 0: one found of two, one called wrongly: 2/(2 + 1 + 1). Label 1: never there, never called: 0."""
    truth = np.array([[1, 0], [1, 0], [0, 0]], dtype=bool)
    said = np.array([[1, 0], [0, 0], [1, 0]], dtype=bool)
    assert label_f1(hits(said, truth).sum(0)) == pytest.approx([0.5, 0])
    classes = class_hits(np.array([0, 1, 1]), np.array([0, 0, 1]), 2)
    assert label_f1(classes.sum(0)) == pytest.approx([2 / 3, 2 / 3])


@given(st.lists(st.tuples(st.integers(0, 8), st.booleans()), min_size=1, max_size=20))
def test_the_best_threshold_beats_every_other(cases: list[tuple[int, bool]]) -> None:
    chance = np.array([c / 8 for c, _ in cases])
    truth = np.array([t for _, t in cases])

    def scored(threshold: float) -> float:
        return float(label_f1(hits((chance >= threshold)[:, None], truth[:, None]).sum(0))[0])

    best = max(scored(t) for t in np.linspace(0, 1, 33))
    assert scored(best_threshold(chance, truth)) == pytest.approx(best)


def test_the_bootstrap_finds_the_standard_error_of_a_mean() -> None:
    values = np.random.default_rng(3).normal(size=400)
    rows = np.stack([values, np.ones(400)], 1)
    found = bootstrap_error(summed(rows, np.arange(400)), lambda c: np.asarray(c[:, 0] / c[:, 1]))
    assert float(found) == pytest.approx(values.std() / 20, rel=0.1)
    assert summed(rows, np.zeros(400, dtype=np.int64)) == pytest.approx(rows.sum(0)[None])


def test_rank_correlation_and_ties() -> None:
    up = np.array([1.0, 2.0, 3.0])
    assert spearman(up, up**2) == pytest.approx(1)
    assert spearman(up, -up) == pytest.approx(-1)
    assert spearman(up, np.array([1.0, 1.0, 2.0])) == pytest.approx(math.sqrt(3) / 2)
    assert spearman(up, np.zeros(3)) == 0


def test_any_of_tied_tops_counts_and_tied_scores_share() -> None:
    assert top_found(np.array([1.0, 5.0, 0.0]), np.array([2.0, 2.0, 1.0])) == 1
    assert top_found(np.zeros(3), np.array([2.0, 2.0, 1.0])) == pytest.approx(2 / 3)
    assert top_found(np.array([1.0, 1.0, 0.0]), np.array([0.0, 1.0, 1.0])) == pytest.approx(0.5)


def camp(speakers: str, *texts: str, deals: tuple[tuple[int, int, tuple[float, ...]], ...] = ()) -> Camp:
    given = tuple((at, who, gets, tuple(3 - g for g in gets)) for at, who, gets in deals)
    order = ((0, 1, 2), (2, 1, 0))
    said = texts or tuple("" for _ in speakers)
    return Camp(1, tuple(int(s) for s in speakers), said, order, given, None)


def seats(one: Camp) -> People:
    return People([(one, 0), (one, 1)], np.array([1, 1]), np.array([0, 0]), np.array([0, 5]))


def test_predictions_are_made_at_the_utterances_among_the_first_ten() -> None:
    """Person 0 speaks 1st, 3rd and 12th: the 12th is too late, so what was known at the 3rd is carried forward."""
    late = camp("010111111110")
    assert moments(late, 0) == [1, 3, 3, 3, 3, 13]
    assert moments(late, 1) == [2, 4, 5, 6, 7, 13]
    assert moments(camp("0"), 1) == [0, 0, 0, 0, 0, 2]


def test_what_comes_after_an_utterance_is_not_known_at_it() -> None:
    talk = camp("010", "food, water", "wood", "water")
    known = after(seats(talk), mentions(seats(talk), whose="own"))
    assert known[0, 0].round() == pytest.approx([1, 1, 0])
    assert known[0, 0, 0] > known[0, 0, 1]  # named first
    assert known[0, 5].round() == pytest.approx([1, 2, 0])
    assert known[1, 5].round() == pytest.approx([0, 0, 1])
    both = after(seats(talk), mentions(seats(talk), whose="both"))
    assert both[1, 0].round() == pytest.approx([1, 1, 1])


def test_a_deal_speaks_for_who_submits_it_once_submitted() -> None:
    """2, 1, 0 of 3 each are shares of 2/3, 1/3 and 0: a third above, at and below their mean."""
    talk = camp("0101", deals=((2, 0, (2.0, 1.0, 0.0)), (4, 1, (3.0, 0.0, 0.0))))
    known = after(seats(talk), offers(seats(talk)))
    assert known[0, 0] == pytest.approx([0, 0, 0])
    assert known[0, 1] == pytest.approx([1 / 3, 0, -1 / 3])
    assert known[0, 5] == pytest.approx([1 / 3, 0, -1 / 3])
    assert known[1, 4] == pytest.approx([0, 0, 0])
    assert known[1, 5] == pytest.approx([2 / 3, -1 / 3, -1 / 3])


def test_a_dialogue_seen_from_the_other_side_is_the_same_dialogue() -> None:
    seen = "YOU: i want the hats <eos> THEM: ok <eos> YOU: <selection>"
    assert mirrored(seen) == "THEM: i want the hats <eos> YOU: ok <eos> THEM: <selection>"
    assert mirrored(mirrored(seen)) == seen
    talk = talk_of(seen)
    assert [(turn.speaker, turn.text) for turn in talk.turns] == [("YOU", "i want the hats"), ("THEM", "ok")]
    assert worth("1 6 3 0 2 2") == pytest.approx([6, 0, 2])


def test_figures_and_bars_read_as_printed() -> None:
    assert [told(f) for f in (None, "?", 0.6124, (0.5, 0.0123), 12.34, 1.0, -0.05)] == [
        "–", "?", ".612", ".500 ± .012", "12.3", "1.000", "-.050",
    ]  # fmt: skip
    assert table(("a", "b"), [("x", 0.5)]) == ["| a | b    |", "|---|------|", "| x | .500 |", ""]
    assert [Bar("", ours, 0.6, 0.7).verdict for ours in (0.59, 0.6, 0.7)] == ["NO", "yes", "aim"]
    assert [Bar("", ours, 0.6, below=True).verdict for ours in (0.6, 0.61)] == ["yes", "NO"]
