"""Do rankings and feedback say what they should: in the file, in the likelihood, in the belief?"""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.beliefs_cases import DEGREES, case_of, package, told
from tests.case_texts import GUTTERS
from upperhand.beliefs import likelihood
from upperhand.beliefs.posterior import infer
from upperhand.beliefs.tempering import claim_key
from upperhand.beliefs.weigh import Setting, Unweighed, weigh
from upperhand.casefile.express import case_text
from upperhand.casefile.read import Opened, read_text
from upperhand.intake.notes import read_note
from upperhand.model.case import Case, Feature, Issue
from upperhand.model.evidence import Claim, Evidence, Feedback, Informant, MenuChoice, Ranking, Statement
from upperhand.model.package import Package

Floats = NDArray[np.float64]
W = np.array([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7], [1 / 3, 1 / 3, 1 / 3]])
SHOWN = (
    package("all", "none", "none"),
    package("none", "all", "some"),
    package("none", "none", "all"),
    package("some", "some", "some"),
)


def log_p(claim: Claim, w: Floats = W, c: float = 1.0, case: Case | None = None) -> Floats:
    """The log-likelihood of a claim in the little case of three wants."""
    said = weigh(Setting(case or case_of(), np.array([1, 2, 3]) / 6, "seed"), told(claim, confidence=c))
    assert not isinstance(said, Unweighed), said.note
    return said(w)


def silent(claim: Claim, case: Case | None = None) -> Unweighed:
    said = weigh(Setting(case or case_of(), np.ones(3) / 3, "seed"), told(claim))
    assert isinstance(said, Unweighed)
    return said


def utility(offered: Package, w: Floats) -> float:
    return float(6 * w @ np.array([DEGREES[str(o)] for o in offered.terms.values()]))


# --- rankings


def chance_of_orders(order: tuple[tuple[int, ...], ...], shown: tuple[Package, ...], w: Floats) -> float:
    """The summed Plackett-Luce chance of every full order that fits what was told, place by place."""
    total = 0.0
    for full in itertools.permutations(range(len(shown))):
        rest, fits = list(full), True
        for group in order:
            fits = fits and set(rest[: len(group)]) == set(group)
            rest = rest[len(group) :]
        if fits:
            strengths = [math.exp(utility(shown[i], w)) for i in full]
            total += math.prod(s / sum(strengths[j:]) for j, s in enumerate(strengths))
    return total


ORDERS = [((1,), (0,), (2,), (3,)), ((1,), (0,)), ((2,),), ((1, 3), (0, 2)), ((0, 1, 2), (3,)), ((3,), (0, 1, 2))]


@pytest.mark.parametrize("order", ORDERS)
def test_a_ranking_is_the_chance_of_all_orders_that_fit_it(order: tuple[tuple[int, ...], ...]) -> None:
    for row, w in enumerate(W):
        expected = chance_of_orders(order, SHOWN, w)
        assert math.exp(log_p(Ranking(SHOWN, order))[row]) == pytest.approx(expected, rel=1e-9)


def test_all_that_could_be_told_adds_up_to_one() -> None:
    """At any confidence: the chance of each way in which four packages fall into a first pair, a third and a last."""
    ways = [(pair, (third,)) for pair in itertools.combinations(range(4), 2) for third in set(range(4)) - set(pair)]
    assert len(ways) == 12
    assert sum(np.exp(log_p(Ranking(SHOWN, way), c=0.7)) for way in ways) == pytest.approx(np.ones(3))


def test_a_ranking_of_the_first_alone_is_a_choice() -> None:
    for c in (0.3, 1.0):
        assert log_p(Ranking(SHOWN, ((2,),)), c=c) == pytest.approx(log_p(MenuChoice(SHOWN, 2), c=c))


def test_a_last_place_that_is_left_out_is_a_last_place() -> None:
    assert log_p(Ranking(SHOWN, ((1,), (0,), (2,)))) == pytest.approx(log_p(Ranking(SHOWN, ((1,), (0,), (2,), (3,)))))


def test_a_whole_order_tells_more_than_its_first_place() -> None:
    spread = [float(np.ptp(log_p(Ranking(SHOWN, order)))) for order in (((0,),), ((0,), (3,), (1,), (2,)))]
    assert spread[1] > spread[0]


@given(st.permutations(range(4)), st.integers(0, 3))
@settings(max_examples=20)
def test_the_order_in_which_packages_were_shown_decides_nothing(moved: list[int], first: int) -> None:
    order = ((first,), tuple(i for i in range(4) if i not in (first, 3 - first)))
    places = {old: new for new, old in enumerate(moved)}
    again = Ranking(tuple(SHOWN[i] for i in moved), tuple(tuple(places[i] for i in group) for group in order))
    assert log_p(again) == pytest.approx(log_p(Ranking(SHOWN, order)))


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        (Ranking(SHOWN, ((0, 1, 2, 3),)), "no package before another"),
        (Ranking(SHOWN, ()), "no package before another"),
        (Ranking(SHOWN, ((0,), (0,))), "twice"),
        (Ranking(SHOWN, ((7,),)), "not shown"),
        (Ranking((SHOWN[0], SHOWN[0]), ((1,),)), "alike"),
        (Ranking(tuple(package("all", "none", level) for level in DEGREES) * 3, (tuple(range(9)),)), "one group"),
        (Ranking((Package({"pace": "all"}), SHOWN[0]), ((1,),)), "knows no issue 'pace'"),
    ],
)
def test_a_ranking_that_tells_nothing_says_why(claim: Ranking, note: str) -> None:
    assert note in silent(claim).note


# --- feedback


def test_feedback_is_a_comparison_of_packages_that_differ_in_one_part() -> None:
    """Against (all, none, none): with (some, most, none) speed is worse by 2/3, price better by 2/3."""
    claim = Feedback(package("some", "most", "none"), ("price",), ("speed",), package("all", "none", "none"))
    for row, w in enumerate(W):
        better = 1 / (1 + math.exp(-6 * w[1] * 2 / 3))
        worse = 1 / (1 + math.exp(-6 * w[0] * 2 / 3))
        assert math.exp(log_p(claim)[row]) == pytest.approx(better * worse)
        assert math.exp(log_p(claim, c=0.7)[row]) == pytest.approx(0.7 * better * worse + 0.3 / 4)


def test_without_a_package_to_compare_any_other_choice_may_be_meant() -> None:
    claim = Feedback(package("all", "most", "none"), better_on=("price",))
    for row, w in enumerate(W):
        gains = [2 / 3, 1 / 3, -1 / 3]
        expected = sum(1 / (1 + math.exp(-6 * w[1] * g)) for g in gains) / 3
        assert math.exp(log_p(claim)[row]) == pytest.approx(expected)


def test_not_on_a_part_that_did_not_move_says_that_another_choice_would_be_better() -> None:
    """Calm stands at none in both: some, most or all of it would be better, and so calm weighs more."""
    here, than = package("all", "some", "none"), package("all", "none", "none")
    told_of = log_p(Feedback(here, ("price",), ("calm",), than))
    for row, w in enumerate(W):
        other = sum(1 / (1 + math.exp(-6 * w[2] * g)) for g in (1 / 3, 2 / 3, 1)) / 3
        assert math.exp(told_of[row]) == pytest.approx(other / (1 + math.exp(-6 * w[1] / 3)))


def test_better_and_worse_are_the_two_answers() -> None:
    here, than = package("some", "most", "none"), package("all", "none", "none")
    for c in (0.4, 1.0):
        both = [
            log_p(claim, c=c) for claim in (Feedback(here, ("price",), (), than), Feedback(here, (), ("price",), than))
        ]
        assert np.exp(both[0]) + np.exp(both[1]) == pytest.approx(np.ones(3))


def test_praise_of_what_serves_a_want_raises_it_and_so_does_the_complaint_that_it_is_gone() -> None:
    here, than = package("some", "most", "none"), package("all", "none", "none")
    for claim, k in ((Feedback(here, ("price",), (), than), 1), (Feedback(here, (), ("speed",), than), 0)):
        case = case_of([told(claim)])
        belief, problems = infer(case, "seed")
        assert problems == [] and belief.mean[k] > belief.prior_mean[k] + 0.02
        assert all(belief.mean[j] < belief.prior_mean[j] for j in range(3) if j != k)


def test_a_feature_is_a_part_like_an_issue() -> None:
    seal = Feature("seal", {"calm": 0.5})
    case = case_of(features=(seal,))
    here = replace(package("all", "none", "none"), features=frozenset({"seal"}))
    with_it = log_p(Feedback(here, better_on=("seal",)), case=case)
    for row, w in enumerate(W):
        assert math.exp(with_it[row]) == pytest.approx(1 / (1 + math.exp(-6 * w[2] * 0.5)))
    without = Feedback(package("all", "none", "none"), (), ("seal",), here)
    assert log_p(without, case=case) == pytest.approx(with_it)


def test_a_range_is_compared_with_its_other_steps() -> None:
    fare = Issue("fare", low=0, high=100, step=50, serves_by_range={"price": "falling"})
    case = case_of(issues=(*case_of().issues, fare))
    told_of = log_p(Feedback(Package({"fare": 50.0}), better_on=("fare",)), case=case)
    for row, w in enumerate(W):
        expected = (1 / (1 + math.exp(-3 * w[1])) + 1 / (1 + math.exp(3 * w[1]))) / 2
        assert math.exp(told_of[row]) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("claim", "note"),
    [
        (Feedback(SHOWN[0]), "changes nothing"),
        (Feedback(package("all"), ("calm",)), "does not say what 'calm' is"),
        (Feedback(SHOWN[0], ("speed",), (), Package({"pace": "all"})), "knows no issue 'pace'"),
    ],
)
def test_feedback_that_tells_nothing_says_why(claim: Feedback, note: str) -> None:
    assert note in silent(claim).note


# --- what holds for both

REPLIES: dict[str, Claim] = {
    "ranking": Ranking(SHOWN, ((1,), (0, 3))),
    "feedback": Feedback(package("some", "most", "none"), ("price",), ("speed",), package("all", "none", "none")),
    "passed on": Informant("a neighbour", 0.6, Ranking(SHOWN, ((2,), (1,)))),
}


@pytest.mark.parametrize(
    "form",
    [
        lambda w, c: likelihood.ranked(w, np.eye(3), ((0,), (1,)), c),
        lambda w, c: likelihood.better(w, [np.eye(3)[:1], -np.eye(3)[1:]], c),
    ],
)
def test_doubt_takes_the_force_away(form: Any) -> None:
    spreads = [float(np.ptp(form(W, c))) for c in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert spreads[0] == 0.0 and spreads == sorted(spreads) and spreads[-1] > spreads[1] > 0.0


@pytest.mark.parametrize("name", REPLIES)
def test_no_confidence_is_no_effect(name: str) -> None:
    nothing, _ = infer(case_of(), "seed", particles=2_000)
    doubted, _ = infer(case_of([told(REPLIES[name], confidence=0.0)]), "seed", particles=2_000)
    assert doubted.mean == nothing.mean and np.array_equal(doubted.particles, nothing.particles)


@pytest.mark.parametrize("name", REPLIES)
def test_what_is_deleted_was_never_said(name: str) -> None:
    rest = [told(Statement("speed"), days_ago=3), told(MenuChoice(SHOWN, 1), days_ago=1)]
    whole = case_of([*rest, told(REPLIES[name], id="reply-1")])
    belief, _ = infer(whole, "seed", particles=2_000)
    left = replace(whole, evidence=tuple(e for e in whole.evidence if e.id != "reply-1"))
    replayed, _ = infer(left, "seed", particles=2_000)
    never, _ = infer(case_of(rest), "seed", particles=2_000)
    assert np.array_equal(replayed.particles, never.particles) and replayed.mean == never.mean != belief.mean


@given(st.permutations([told(claim, id=name) for name, claim in REPLIES.items()]))
@settings(max_examples=6)
def test_the_order_of_the_replies_in_the_file_is_no_evidence(shuffled: list[Evidence]) -> None:
    one, _ = infer(case_of([told(claim, id=name) for name, claim in REPLIES.items()]), "seed", particles=500)
    other, _ = infer(case_of(shuffled), "seed", particles=500)
    assert np.array_equal(one.particles, other.particles)


def test_the_same_reply_told_twice_of_one_occasion_is_one_reply() -> None:
    piece = told(REPLIES["feedback"], origin="call")
    once, _ = infer(case_of([piece]), "seed", particles=2_000)
    twice, _ = infer(case_of([piece, replace(piece, id="again", quote="other words")]), "seed", particles=2_000)
    assert once.mean == twice.mean
    other = Feedback(package("some", "most", "none"), ("speed",), ("price",), package("all", "none", "none"))
    assert len({claim_key(claim) for claim in (*REPLIES.values(), other)}) == 4


# --- in the file

PIECES = """
  - {kind: ranking, shown: [{price: 1500}, {price: 1400, start: tomorrow}, {start: this week}], order: [2, [1, 3]], source: call}
  - {kind: ranking, shown: [{price: 1500}, {start: tomorrow, features: [five-year seal]}], order: [2], source: call}
  - {kind: feedback, package: {price: 1500, start: in two weeks}, than: {price: 1700}, better_on: [price], worse_on: [start], source: call}
  - {kind: feedback, package: {price: 1500}, better_on: [five-year seal], source: call}
  - {kind: informant, name: Zoe, reliability: 60%, claim: {shown: [{price: 1500}, {price: 1400}], order: [1]}, source: Zoe}
  - {kind: informant, name: Zoe, reliability: 60%, claim: {package: {price: 1500}, worse_on: [price]}, source: Zoe}
"""  # noqa: E501 (one piece a line)


def with_pieces(pieces: str) -> Opened:
    return read_text(GUTTERS + pieces.lstrip("\n"))


def test_both_are_read_and_written_back() -> None:
    opened = with_pieces(PIECES)
    assert opened.case is not None and opened.problems == ()
    ranking, first, feedback, bare, told_on, complained = (e.claim for e in opened.case.evidence[1:])
    assert isinstance(ranking, Ranking) and ranking.order == ((1,), (0, 2)) and len(ranking.shown) == 3
    assert isinstance(first, Ranking) and first.order == ((1,),) and first.shown[1].features == {"five-year seal"}
    assert feedback == Feedback(
        Package({"price": 1500.0, "start": "in two weeks"}), ("price",), ("start",), Package({"price": 1700.0})
    )
    assert bare == Feedback(Package({"price": 1500.0}), ("five-year seal",))
    assert isinstance(told_on, Informant) and isinstance(told_on.claim, Ranking)
    assert isinstance(complained, Informant) and complained.claim == Feedback(
        Package({"price": 1500.0}), worse_on=("price",)
    )
    again = read_text(case_text(opened.case)).case
    assert again is not None and again.evidence == opened.case.evidence


def test_both_may_stand_in_a_note() -> None:
    line = "better on price {kind: feedback, package: {price: 1500}, better_on: [price]}\n"
    notes, problems = read_note(line, "notes.md")
    opened = read_text(GUTTERS, notes=notes)
    assert problems == [] and opened.case is not None
    assert opened.case.evidence[-1].claim == Feedback(Package({"price": 1500.0}), ("price",))


@pytest.mark.parametrize(
    ("piece", "what", "fix"),
    [
        ("kind: ranking, shown: [{price: 1}, {price: 2}], order: [3]", "Number 3 is ranked, but 2", "Count from 1"),
        ("kind: ranking, shown: [{price: 1}, {price: 2}], order: [1, [1, 2]]", "ranked twice", "once"),
        ("kind: ranking, shown: [{price: 1}, {price: 2}], order: [1, []]", "empty group", "Leave"),
        ("kind: ranking, shown: [{price: 1}, {price: 2}], order: [0]", "Counting starts at 1", "1 or more"),
        ("kind: ranking, shown: [{price: 1}, {price: 2}], order: []", "'order' has 0 entries", "at least 1"),
        ("kind: ranking, shown: [{price: 1}, {price: 2}]", "'order' is missing", ""),
        ("kind: ranking, shown: [{prise: 1}, {price: 2}], order: [1]", "'prise' is neither", "'price'"),
        ("kind: feedback, package: {price: 1}", "neither what is better nor", "better_on"),
        ("kind: feedback, package: {price: 1}, better_on: [start]", "does not say what 'start' is", "Add 'start'"),
        ("kind: feedback, package: {price: 1}, better_on: [prise]", "'prise' is neither", "'price'"),
        ("kind: feedback, package: {price: 1}, better_on: [price], worse_on: [price]", "better and worse", "one"),
        ("kind: feedback, package: {price: 1}, than: {start: never}, better_on: [price]", "'never' is not an", "tomor"),
        ("kind: feedback, package: {price: 1}, better_on: price", "'better_on' is a list", "[a, b]"),
    ],
)
def test_what_cannot_be_meant_is_one_problem_with_its_line(piece: str, what: str, fix: str) -> None:
    opened = with_pieces(f"  - {{{piece}, source: call}}\n")
    errors = [p for p in opened.problems if p.severity == "error"]
    assert opened.case is None and len(errors) == 1, [str(p) for p in errors]
    assert what in errors[0].what and fix in errors[0].fix and errors[0].line == GUTTERS.count("\n") + 1
