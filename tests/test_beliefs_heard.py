"""Do words move the order of their wants as Plackett and Luce say, and numbers of things as a choice among all?"""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.beliefs_cases import TODAY, case_of, told
from tests.test_beliefs_posterior import same
from upperhand.beliefs.heard import Orders, omegas, scores
from upperhand.beliefs.likelihood import chance_of, ordered, ways_to_share
from upperhand.beliefs.posterior import infer
from upperhand.beliefs.weigh import Setting, Unweighed, weigh
from upperhand.model.belief import Belief
from upperhand.model.evidence import Evidence, Heard, Informant, Split, Statement

Floats = NDArray[np.float64]
NAMES = ("speed", "price", "calm", "trust")
STRENGTHS = st.floats(-6, 6)
PAGE = (Path(__file__).parents[1] / "docs" / "theory" / "reading.md").read_text(encoding="utf-8")


def heard(want: str, strength: float, words: str = "", **changes: Any) -> Evidence:
    """One remark, with words of its own unless told otherwise."""
    given_: dict[str, Any] = {
        "quote": words or f"so they said of {want} {strength}",
        "confidence": 1.0,
        "origin": "call.vtt",
    }
    piece = told(Heard(want, strength), source="call.vtt", days_ago=0)
    return replace(piece, **{**given_, **changes})


def believed(evidence: Sequence[Evidence], wants: int = 3, particles: int = 10_000) -> Belief:
    """The belief about wants that weigh alike before anything is known."""
    weights = dict.fromkeys(NAMES[:wants], 1.0)
    belief, problems = infer(case_of(evidence, weights), "seed", particles=particles)
    assert problems == []
    return belief


def score(total: Sequence[float]) -> list[Evidence]:
    """A remark for each want that gives it this score."""
    return [heard(name, s) for name, s in zip(NAMES, total, strict=False)]


# --- the slow way: one place after the other


def slow_chance(order: Sequence[int], total: Sequence[float]) -> float:
    chance, left = 1.0, list(order)
    while left:
        chance *= math.exp(total[left[0]]) / sum(math.exp(total[k]) for k in left)
        left.pop(0)
    return chance


TOTALS = ((1.5, -0.5), (2.0, 1.0, 0.0), (0.3, -2.0, 1.1), (1.0, 1.0, -1.0, 0.4))


@pytest.mark.parametrize("total", TOTALS)
def test_the_chance_of_an_order_is_drawn_place_by_place(total: tuple[float, ...]) -> None:
    orders = list(itertools.permutations(range(len(total))))
    slow = [slow_chance(order, total) for order in orders]
    assert sum(slow) == pytest.approx(1)
    assert np.exp(chance_of(np.array(orders), np.array(total))) == pytest.approx(slow)
    w = np.random.default_rng(1).dirichlet(np.ones(len(total)), 50)
    by_particle = [math.log(slow_chance([int(k) for k in np.argsort(-row)], total)) for row in w]
    assert ordered(w, np.array(total)) == pytest.approx(by_particle)


def test_the_example_of_the_page() -> None:
    first = [math.exp(s) / (math.exp(2) + math.exp(1) + 1) for s in (2, 1, 0)]
    assert [f"{p:.3f}" for p in first] == ["0.665", "0.245", "0.090"]
    assert ".665, .245, .090" in PAGE and "= .486." in PAGE
    assert math.exp(chance_of(np.array([[0, 1, 2]]), np.array([2.0, 1.0, 0.0]))[0]) == pytest.approx(0.486, abs=5e-4)
    belief = believed(score((2, 1, 0)))
    assert belief.top_probability == pytest.approx(first, abs=0.02)
    assert belief.order == ("speed", "price", "calm")
    assert belief.order_probability == pytest.approx(0.486, abs=0.02)


@pytest.mark.parametrize("total", TOTALS)
def test_the_belief_has_the_chances_of_plackett_and_luce(total: tuple[float, ...]) -> None:
    """With an even first guess, the chance of coming first is a softmax of the scores; so is every order's."""
    belief = believed(score(total), len(total))
    likely = np.exp(total)
    assert belief.top_probability == pytest.approx(likely / likely.sum(), abs=0.02)
    order = [NAMES.index(name) for name in belief.order]
    assert belief.order_probability == pytest.approx(slow_chance(order, total), abs=0.025)
    found = np.argsort(-belief.particles, axis=1)
    for every in itertools.permutations(range(len(total))):
        assert (found == every).all(axis=1).mean() == pytest.approx(slow_chance(every, total), abs=0.025)


def test_six_wants_agree_with_orders_drawn_directly() -> None:
    """With an even first guess the belief can be drawn outright: an order by Gumbel noise, then sorted weights."""
    total, chance = np.array([4.0, 3.0, 2.5, 1.0, 0.5, -2.0]), np.random.default_rng(3)
    orders = np.argsort(-(total + chance.gumbel(size=(200_000, 6))), axis=1)
    w = np.empty((200_000, 6))
    np.put_along_axis(w, orders, -np.sort(-chance.dirichlet(np.full(6, 1.5), 200_000), axis=1), axis=1)
    names = [f"want {n}" for n in range(6)]
    said = [heard(name, s) for name, s in zip(names, total, strict=True)]
    belief, _ = infer(case_of(said, dict.fromkeys(names, 1.0)), "seed")
    assert belief.mean == pytest.approx(w.mean(axis=0), abs=0.015)
    first = [float((orders[:, 0] == k).mean()) for k in range(6)]
    assert belief.top_probability == pytest.approx(first, abs=0.05)
    bounds = np.quantile(w, [0.1, 0.9], axis=0)
    assert np.array([belief.low, belief.high]) == pytest.approx(bounds, abs=0.03)


def test_words_do_not_tell_how_far_apart_wants_are() -> None:
    """First, second and third place weigh after a hundred remarks what they weighed before them."""
    before, after = believed([]), believed([heard("speed", 1.0, words=f"I said it {n} times") for n in range(100)])
    assert after.mean[0] > 0.55
    sorted_before, sorted_after = (np.sort(b.particles, axis=1).mean(axis=0) for b in (before, after))
    assert sorted_after == pytest.approx(sorted_before, abs=0.012)


@given(st.lists(st.tuples(st.sampled_from(NAMES[:2]), st.floats(-50, 50)), min_size=1, max_size=40))
@settings(max_examples=15)
def test_of_two_wants_words_alone_give_none_more_than_three_quarters(said: list[tuple[str, float]]) -> None:
    pieces = [heard(want, strength, words=f"remark number {n} of all") for n, (want, strength) in enumerate(said)]
    assert 0.25 < min(believed(pieces, 2, 2_000).mean) <= max(believed(pieces, 2, 2_000).mean) < 0.75


def test_the_most_that_words_can_do() -> None:
    """The mean of the greater of two shares that start on a half circle: 1/2 + 2 / (3 pi) = .712."""
    belief = believed([heard("speed", 40.0)], 2)
    assert belief.mean[0] == pytest.approx(0.5 + 2 / (3 * math.pi), abs=0.01)
    assert belief.top_probability[0] == pytest.approx(1)


@given(st.lists(STRENGTHS, min_size=2, max_size=4), st.floats(-50, 50))
def test_only_differences_of_scores_count(total: list[float], more: float) -> None:
    w = np.random.default_rng(2).dirichlet(np.ones(len(total)), 30)
    assert ordered(w, np.array(total) + more) == pytest.approx(ordered(w, np.array(total)), abs=1e-9)


def test_praise_for_everything_is_praise_for_nothing() -> None:
    some = score((0.5, -0.5, 0.25))
    praise = [heard(name, 0.75, words=f"we like the {name} of it") for name in NAMES[:3]]
    one, other = believed(some), believed([*some, *praise])
    assert other.mean == pytest.approx(one.mean, abs=1e-6)
    assert other.order == one.order
    assert believed(praise).mean == pytest.approx((1 / 3,) * 3, abs=1e-9)


# --- what each remark moves

TALK = (
    heard("speed", 1.1, when=None),
    heard("price", 0.4),
    heard("calm", -0.7, reliability=0.6),
    heard("speed", 0.1, words="the sooner, the better it is"),
    heard("speed", 0.3, words="Friday at the very latest", source="mail.eml"),
    heard("price", -0.2, words="and another thing that was said"),
    told(Statement("price"), days_ago=3),
    told(Split({"speed": 2, "price": 1, "calm": 0}, {"speed": 3, "price": 3, "calm": 3})),
)
REMARKS = tuple(e for e in TALK if isinstance(e.claim, Heard))


def shifts(belief: Belief) -> Floats:
    """What each step of the trace moved, shape (steps, K)."""
    return np.array([[step.shift[want] for want in belief.wants] for step in belief.trace])


@pytest.mark.parametrize("said", [REMARKS, REMARKS[:1], REMARKS[1:4]])
def test_the_parts_add_up_to_the_whole(said: tuple[Evidence, ...]) -> None:
    belief = believed(said)
    moved = np.subtract(belief.mean, belief.prior_mean)
    assert np.abs(moved).max() > 0.01
    assert shifts(belief).sum(axis=0) == pytest.approx(moved, abs=1e-9)
    assert shifts(belief).sum(axis=1) == pytest.approx(np.zeros(len(said)), abs=0.05)
    for step, piece in zip(belief.trace, sorted(said, key=lambda e: [t.evidence_id for t in belief.trace].index(e.id)),
                           strict=True):  # fmt: skip
        assert isinstance(piece.claim, Heard)
        assert step.shift[piece.claim.want] * piece.claim.strength > 0, "a remark moves its own want its own way"
        assert (step.weight, step.about) == (piece.reliability, (piece.claim.want,))


def test_remarks_that_cancel_are_told_for_what_they_are() -> None:
    """For and against, alike: nothing moves, and each side keeps the size that it has on its own."""
    both = [
        heard("speed", 1.0, words="as soon as ever you can"),
        heard("speed", -1.0, words="there is no hurry at all"),
    ]
    belief = believed(both)
    assert belief.mean == pytest.approx(belief.prior_mean, abs=1e-9)
    alone = believed(both[:1]).mean[0] - 1 / 3
    up, down = sorted((step.shift["speed"] for step in belief.trace), reverse=True)
    assert up == pytest.approx(alone, rel=0.3) and down == pytest.approx(-alone, rel=0.3)


@pytest.mark.parametrize("gone", range(len(TALK)))
def test_a_remark_deleted_was_never_made(gone: int) -> None:
    left = TALK[:gone] + TALK[gone + 1 :]
    forgotten = tuple(e for e in TALK if e.id != TALK[gone].id)
    after, never = believed(forgotten, particles=500), believed(left[::-1], particles=500)
    assert same(after, never) and after.trace == never.trace
    assert not same(after, believed(TALK, particles=500))


@given(st.permutations(TALK))
@settings(max_examples=10)
def test_the_order_in_which_remarks_are_listed_is_no_evidence(shuffled: list[Evidence]) -> None:
    one, other = believed(TALK, particles=300), believed(shuffled, particles=300)
    assert same(one, other) and one.trace == other.trace


# --- what each remark weighs

PLACE: Mapping[str, int] = {name: k for k, name in enumerate(NAMES[:3])}


def total_of(*pieces: Evidence) -> list[float]:
    return [float(s) for s in scores(pieces, omegas(pieces, TODAY), PLACE)]


def test_scores_are_sums() -> None:
    assert total_of(heard("speed", 1.5), heard("calm", -0.5), heard("speed", 0.25)) == [1.75, 0, -0.5]
    assert total_of() == [0, 0, 0]
    assert total_of(heard("speed", 2.0, claim=Informant("a neighbour", 0.5, Heard("speed", 2.0)))) == [1, 0, 0]


@pytest.mark.parametrize(
    "halved",
    [{"reliability": 0.5}, {"confidence": 0.5}, {"when": TODAY.replace(year=TODAY.year - 1)},
     {"claim": Informant("a neighbour", 0.5, Heard("speed", 2.0))}],
    ids=str,
)  # fmt: skip
def test_half_the_trust_is_half_the_score(halved: dict[str, Any]) -> None:
    doubted, faint = heard("speed", 2.0, **halved), heard("speed", 1.0)
    assert total_of(doubted) == pytest.approx([1, 0, 0])
    rest = heard("price", 0.5)
    assert believed([doubted, rest]).mean == pytest.approx(believed([faint, rest]).mean, abs=1e-9)


@pytest.mark.parametrize("distrust", [{"reliability": 0.0}, {"confidence": 0.0}], ids=str)
def test_what_is_not_trusted_at_all_changes_nothing(distrust: dict[str, Any]) -> None:
    others = TALK[:3]
    doubted = heard("speed", 3.0, id="x", **distrust)
    belief = believed([*others, doubted], particles=500)
    assert same(belief, believed(others, particles=500))
    step = next(step for step in belief.trace if step.evidence_id == "x")
    assert step.weight == 0.0 and step.note and not any(step.shift.values())
    twin = replace(others[0], id="twin", source="mail.eml", **distrust)
    assert same(believed([*others, twin], particles=500), believed(others, particles=500))


@pytest.mark.parametrize("copies", [2, 3, 7])
def test_the_same_words_in_several_sources_weigh_as_one(copies: int) -> None:
    words = ("If it RAINS again I lose it", "if it rains  again\ni lose it")
    many = [heard("speed", 1.2, words[n % 2], id=f"{n}", source=f"{n}.eml", origin=f"{n}.eml") for n in range(copies)]
    assert omegas(many, TODAY) == pytest.approx([1 / copies] * copies)
    assert total_of(*many) == pytest.approx([1.2, 0, 0])
    assert believed(many).mean == pytest.approx(believed(many[:1]).mean, abs=1e-9)
    elsewhere = [replace(piece, claim=Heard(NAMES[n % 3], 1.2)) for n, piece in enumerate(many[:3])]
    assert omegas(elsewhere, TODAY) == [1.0] * len(elsewhere), "the same words for another want are another claim"


def test_said_twice_in_one_talk_is_said_twice_and_short_answers_are_nobodys_copy() -> None:
    twice = [heard("speed", 1.0, "we need it by Friday", id=i) for i in "ab"]
    assert total_of(*twice) == [2, 0, 0]
    short = [heard("speed", 1.0, "yes, exactly that", id=i, source=f"{i}.vtt") for i in "ab"]
    assert total_of(*short) == [2, 0, 0]


def test_a_remark_alone_is_a_likelihood_like_any_other() -> None:
    w = np.random.default_rng(8).dirichlet(np.ones(3), 20)
    case = case_of(weights=dict.fromkeys(NAMES[:3], 1.0))
    for c in (1.0, 0.5):
        log_chance = weigh(Setting(case, np.full(3, 1 / 3), "seed"), heard("price", 1.6, confidence=c))
        assert not isinstance(log_chance, Unweighed)
        assert log_chance(w) == pytest.approx(ordered(w, np.array([0, 1.6 * c, 0])))


@given(st.lists(STRENGTHS, min_size=3, max_size=3), st.integers(0, 2), st.floats(0, 5), st.integers(0, 9))
def test_more_for_a_want_never_lowers_its_weight(total: list[float], k: int, more: float, seed: int) -> None:
    """Exactly so over particles that come in every order of the wants: a want with a higher score comes earlier."""
    drawn = np.random.default_rng(seed).dirichlet(np.ones(3), 20)
    w = np.concatenate([drawn[:, order] for order in itertools.permutations(range(3))])
    orders = Orders(w, np.full(len(w), 1 / len(w)))
    before = orders.mean(np.array(total))
    raised = np.array(total) + more * np.eye(3)[k]
    assert orders.mean(raised)[k] >= before[k] - 1e-12
    likely = np.exp(ordered(w, raised))
    assert orders.mean(raised) == pytest.approx(likely @ w / likely.sum(), abs=1e-9)


def test_the_more_is_said_for_a_want_the_more_it_weighs() -> None:
    rest = score((0.0, 0.8, -0.3))[1:]
    means = [believed([*rest, heard("speed", s)]).mean[0] for s in (-8.0, -4.0, -2.0, -1.0, 0.0, 1.0, 2.0, 4.0, 8.0)]
    assert all(b > a - 0.005 for a, b in itertools.pairwise(means))
    assert means[-1] > means[4] + 0.2 > means[0] + 0.3
    cancelled = believed([*rest, heard("speed", 0.0)]).mean
    assert cancelled == pytest.approx(believed(rest).mean, abs=1e-9)


def test_words_beyond_all_bounds_do_not_break_it() -> None:
    for strength in (1e3, 1e9, -1e9):
        belief = believed([heard("speed", strength), heard("calm", -strength)])
        assert np.isfinite(belief.particles).all() and sum(belief.mean) == pytest.approx(1)
        assert np.isfinite(shifts(belief)).all()
    names = [f"want {n}" for n in range(12)]
    many = [heard(name, 12.0 - n, words=f"this is number {n} of twelve") for n, name in enumerate(names)]
    twelve, _ = infer(case_of(many, dict.fromkeys(names, 1.0)), "seed")
    assert twelve.order[0] == names[0] and twelve.mean[0] > twelve.mean[4] > twelve.mean[8] > twelve.mean[11]


def test_a_want_the_case_does_not_know_is_a_problem() -> None:
    pieces = [heard("peace", 1.0, id="e1"), *REMARKS]
    belief, (problem,) = infer(case_of(pieces), "seed", particles=500)
    assert same(belief, infer(case_of(REMARKS), "seed", particles=500)[0])
    assert problem.severity == "warning" and "'peace'" in problem.what


# --- numbers of things


def slow_split(w: Sequence[float], gets: Sequence[int], stock: Sequence[int], c: float) -> float:
    """Log-chance of asking for ``gets``, by listing every other way to ask for as much."""

    def pull(way: Sequence[int]) -> float:
        return math.exp(6 * sum(weight * g / s for weight, g, s in zip(w, way, stock, strict=True)))

    ways = [way for way in itertools.product(*(range(s + 1) for s in stock)) if sum(way) == sum(gets)]
    return math.log(c * pull(gets) / sum(map(pull, ways)) + (1 - c) / len(ways))


@pytest.mark.parametrize(
    ("gets", "stock"),
    [((2, 1, 0), (3, 3, 3)), ((3, 3, 0), (3, 3, 3)), ((0, 1, 5), (1, 2, 5)), ((1, 0, 0), (4, 1, 2)),
     ((0, 0, 0), (3, 3, 3)), ((3, 3, 3), (3, 3, 3))],
)  # fmt: skip
def test_a_split_agrees_with_listing_every_way(gets: tuple[int, ...], stock: tuple[int, ...]) -> None:
    claim = Split(dict(zip(NAMES, gets, strict=False)), dict(zip(NAMES, stock, strict=False)))
    w = np.random.default_rng(4).dirichlet(np.ones(3), 25)
    case = case_of(weights=dict.fromkeys(NAMES[:3], 1.0))
    for c in (0.8, 1.0, 0.3):
        log_chance = weigh(Setting(case, np.full(3, 1 / 3), "seed"), told(claim, confidence=c))
        assert not isinstance(log_chance, Unweighed)
        assert log_chance(w) == pytest.approx([slow_split(row, gets, stock, c) for row in w])


def test_a_split_of_some_wants_says_nothing_of_the_others() -> None:
    claim = Split({"calm": 2}, {"calm": 2, "speed": 2, "price": 0})
    case = case_of(weights=dict.fromkeys(NAMES, 1.0))
    log_chance = weigh(Setting(case, np.full(4, 1 / 4), "seed"), told(claim))
    assert not isinstance(log_chance, Unweighed)
    w = np.random.default_rng(5).dirichlet(np.ones(4), 10)
    assert log_chance(w) == pytest.approx([slow_split((row[2], row[0]), (2, 0), (2, 2), 0.8) for row in w])


@pytest.mark.parametrize("stock", [(3, 3, 3), (1, 4, 2), (5, 1, 1)])
def test_greed_is_no_weight(stock: tuple[int, ...]) -> None:
    """To ask for everything there is, or for nothing, moves nothing."""
    there = dict(zip(NAMES, stock, strict=False))
    prior = believed([])
    for gets in (there, dict.fromkeys(there, 0), {}):
        belief = believed([told(Split(gets, there))])
        assert belief.mean == pytest.approx(prior.mean, abs=1e-9)
        assert belief.top_probability == pytest.approx(prior.top_probability, abs=1e-9)


def test_what_they_ask_for_first_of_all_moves_up_however_much_they_ask_for() -> None:
    there = dict.fromkeys(NAMES[:3], 3)
    for gets in ((1, 0, 0), (3, 1, 1), (3, 2, 2), (3, 2, 0)):
        belief = believed([told(Split(dict(zip(NAMES, gets, strict=False)), there))])
        assert belief.mean[0] > 1 / 3 + 0.01 and belief.mean[0] == max(belief.mean)
        assert belief.mean[2] < 1 / 3 - 0.005
    even = believed([told(Split(dict.fromkeys(there, 2), there))])
    assert even.mean == pytest.approx((1 / 3,) * 3, abs=0.01)


def test_known_weights_come_back_from_splits_they_would_ask_for() -> None:
    truth, stock = np.array([0.6, 0.3, 0.1]), np.array([3, 3, 3])
    chance = np.random.default_rng(6)
    pieces = []
    for n in range(60):
        ways = ways_to_share(stock, int(chance.integers(2, 8)))
        assert ways is not None
        pull = np.exp(6 * (ways / stock) @ truth)
        gets = ways[chance.choice(len(ways), p=pull / pull.sum())]
        split = Split({name: int(g) for name, g in zip(NAMES, gets, strict=False)}, dict.fromkeys(NAMES[:3], 3))
        pieces.append(told(split, origin=f"talk {n}", id=f"{n:02}", confidence=1.0))
    assert believed(pieces).mean == pytest.approx(truth, abs=0.06)


@pytest.mark.parametrize(
    "claim",
    [Split({"speed": 1}, {"speed": 3}), Split({"speed": 4}, {"speed": 3, "price": 3}),
     Split({"speed": -1}, {"speed": 3, "price": 3}), Split({"speed": 1}, dict.fromkeys(NAMES, 999)), Split({}, {})],
)  # fmt: skip
def test_a_split_that_cannot_be_weighed_moves_nothing_and_says_so(claim: Split) -> None:
    belief = believed([told(claim, id="x")], 4)
    assert belief.mean == belief.prior_mean
    assert belief.trace[0].note and not any(belief.trace[0].shift.values())
