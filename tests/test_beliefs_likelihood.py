"""Is every likelihood the formula it claims to be, and does doubt take its force away?"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks.sbc import FORMS, a_world, evidence
from tests.beliefs_cases import DEGREES, case_of, costs, package, told
from upperhand.beliefs import likelihood
from upperhand.beliefs.comparison import compare
from upperhand.beliefs.weigh import Setting, Unweighed, weigh
from upperhand.model.case import Feature, Issue, Position
from upperhand.model.evidence import (
    Claim,
    Comparison,
    Denial,
    Dwell,
    Informant,
    MenuChoice,
    Offer,
    Purchase,
    Rating,
    Response,
    Revisit,
    Statement,
)
from upperhand.model.package import Package
from upperhand.value.service import service

Floats = NDArray[np.float64]
W = np.array([[0.5, 0.3, 0.2], [0.1, 0.2, 0.7], [1 / 3, 1 / 3, 1 / 3]])
MENU = (package("all", "none", "none"), package("none", "all", "some"), package("none", "none", "all"))
FREE = Position()
CLAIMS: dict[str, Claim] = {
    "statement": Statement("price"),
    "no need": Statement("price", "does_not_need"),
    "denial": Denial("speed"),
    "comparison": Comparison(("speed", "calm")),
    "rating": Rating("calm", 7.0, 10.0),
    "dwell": Dwell({"speed": 12.0, "price": 3.0, "calm": 30.0}, {"calm": 0.5}),
    "revisit": Revisit({"speed": 4, "calm": 1}, {"price": 2.0}),
    "purchase": Purchase("tools", 5, 2.0, {"speed": 0.9, "calm": 0.2}),
    "offer": Offer(package("all", "some", "none")),
    "menu": MenuChoice(MENU, 1),
    "response": Response(MENU[0], True),
    "informant": Informant("a neighbour", 0.7, Statement("price")),
}


def surplus(offered: Package, w: Floats) -> Floats:
    """What a package leaves them, in shares of R_B."""
    return np.asarray(w @ np.array([DEGREES[str(o)] for o in offered.terms.values()]) - 0.4)


def log_p(claim: Claim, w: Floats, confidence: float = 1.0) -> Floats:
    """The log-likelihood of a claim in the little case."""
    case = case_of()
    setting = Setting(case, np.array([1, 2, 3]) / 6, "seed", surplus)
    told_of = weigh(setting, told(claim, confidence=confidence))
    assert not isinstance(told_of, Unweighed), told_of.note
    return told_of(w)


def softmax(values: list[float], k: int) -> float:
    return math.exp(values[k]) / sum(math.exp(v) for v in values)


def by_hand(claim: Claim, w: list[float]) -> float:
    """The model's own probability (density) of the claims above, worked out in plain arithmetic; see theory.md 5.3."""
    match claim:
        case Statement(_, "needs"):
            return softmax([8 * x for x in w], 1)
        case Statement(_, "does_not_need"):
            return softmax([-8 * x for x in w], 1)
        case Denial():
            return softmax([-8 * x for x in w], 0)
        case Comparison():
            return 1 / (1 + math.exp(-8 * (w[0] - w[2])))
        case Rating():
            return math.exp(-(((0.7 - w[2] / max(w)) / 0.2) ** 2) / 2) / (0.2 * math.sqrt(2 * math.pi))
        case MenuChoice():
            return softmax([6 * w[0], 6 * (w[1] + w[2] / 3), 6 * w[2]], 1)
        case Response():
            return 1 / (1 + math.exp(-(w[0] - 0.4) / 0.1))
        case Offer():
            equal = [v for v in itertools.product((0, 1 / 3, 2 / 3, 1), repeat=3) if abs(sum(v) - 4 / 3) < 0.3]
            return softmax(
                [6 * sum(x * y for x, y in zip(v, w, strict=True)) for v in equal], equal.index((1, 1 / 3, 0))
            )
    raise AssertionError(claim)


@pytest.mark.parametrize(
    "name", ["statement", "no need", "denial", "comparison", "rating", "offer", "menu", "response"]
)
@pytest.mark.parametrize("row", range(3))
def test_likelihoods_are_their_formulas(name: str, row: int) -> None:
    assert math.exp(log_p(CLAIMS[name], W)[row]) == pytest.approx(by_hand(CLAIMS[name], list(W[row])), rel=1e-9)


@pytest.mark.parametrize("row", range(3))
def test_an_informant_is_doubted_by_confidence_times_reliability(row: int) -> None:
    expected = 0.63 * by_hand(Statement("price"), list(W[row])) + 0.37 / 3
    assert math.exp(log_p(CLAIMS["informant"], W, 0.9)[row]) == pytest.approx(expected)


def test_dwell_is_the_flat_integral_over_the_level() -> None:
    """log t_k ~ N(mu + 2 w_k + complexity_k, .8): integrate mu by the trapezium rule, compare ratios."""
    y, hard, mu = np.log([12.0, 3.0, 30.0]), np.array([0.0, 0.0, 0.5]), np.linspace(-15, 15, 40_001)
    density = [np.trapezoid(np.exp(-(((y - 2 * w - hard)[:, None] - mu) ** 2).sum(0) / (2 * 0.64)), mu) for w in W]
    flat = np.trapezoid(np.exp(-(((y - hard)[:, None] - mu) ** 2).sum(0) / (2 * 0.64)), mu)
    mine = np.exp(log_p(CLAIMS["dwell"], W))
    assert mine[1] / mine[0] == pytest.approx(density[1] / density[0])
    mixed = np.exp(log_p(CLAIMS["dwell"], W, 0.6))
    expected = (0.6 * density[1] + 0.4 * flat) / (0.6 * density[0] + 0.4 * flat)
    assert mixed[1] / mixed[0] == pytest.approx(expected)


def test_revisits_are_a_dirichlet_multinomial() -> None:
    """Counts 4, 0, 1 with sizes 1, 2, 1, by the product of rising factorials."""

    def p(pull: list[float]) -> float:
        alpha = [10 * x / sum(pull) for x in pull]
        rising = math.prod(alpha[0] + j for j in range(4)) * alpha[2]
        return rising / math.prod(10 + j for j in range(5))

    mine = np.exp(log_p(CLAIMS["revisit"], W, 0.7))
    for row, w in enumerate(W):
        pull = [math.exp(4 * w[0]), 2 * math.exp(4 * w[1]), math.exp(4 * w[2])]
        assert mine[row] == pytest.approx(0.7 * p(pull) + 0.3 * p([1, 2, 1]), rel=1e-9)


def test_purchases_are_poisson_with_a_gamma_rate() -> None:
    """Five where two are usual; lambda ~ Gamma(shape 2, mean 1) integrated by the trapezium rule."""
    rate = np.linspace(0, 60, 400_001)

    def p(mean: float) -> float:
        poisson = np.exp(-mean * rate) * (mean * rate) ** 5 / 120
        return float(np.trapezoid(poisson * 4 * rate * np.exp(-2 * rate), rate))

    usual = 0.9 * 1 / 6 + 0.2 * 3 / 6
    mine = np.exp(log_p(CLAIMS["purchase"], W, 0.7))
    for row, w in enumerate(W):
        mean = 2 * math.exp(2 * (0.9 * w[0] + 0.2 * w[2] - usual))
        assert mine[row] == pytest.approx(0.7 * p(mean) + 0.3 * p(2.0), rel=1e-6)


@pytest.mark.parametrize("name", CLAIMS)
def test_no_confidence_is_no_effect(name: str) -> None:
    said = weigh(Setting(case_of(), np.ones(3) / 3, "seed", surplus), told(CLAIMS[name], confidence=0.0))
    assert isinstance(said, Unweighed)


@pytest.mark.parametrize(
    "form",
    [
        lambda w, c: likelihood.named(w, 1, c),
        lambda w, c: likelihood.dismissed(w, 1, c),
        lambda w, c: likelihood.preferred(w, 0, 2, c),
        lambda w, c: likelihood.rated(w, 1, 0.4, c),
        lambda w, c: likelihood.dwelt(w, np.array([0, 2]), np.array([1.0, 3.0]), np.zeros(2), c),
        lambda w, c: likelihood.revisited(w, np.array([4.0, 0.0, 1.0]), np.ones(3), c),
        lambda w, c: likelihood.bought(w, np.array([1.0, 0.0, 0.3]), 0.4, 5, 2.0, c),
        lambda w, c: likelihood.chose(w, np.eye(3), np.ones(3), 0, c),
        lambda w, c: likelihood.answered(w[:, 0] - 0.3, True, c),
    ],
)
def test_every_form_is_flat_without_confidence_and_sharper_with_more(form: Callable[[Floats, float], Floats]) -> None:
    spreads = [float(np.ptp(form(W, c))) for c in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert spreads[0] == 0.0
    assert spreads == sorted(spreads) and spreads[-1] > spreads[1] > 0.0


@given(
    w=st.lists(st.floats(1e-9, 1.0), min_size=3, max_size=3).map(lambda x: np.array([x]) / sum(x)),
    c=st.floats(0.01, 0.999),
    name=st.sampled_from(["statement", "no need", "denial", "comparison", "offer", "menu", "response", "informant"]),
)
def test_one_sentence_cannot_dominate(w: Floats, c: float, name: str) -> None:
    """theory.md 5.2: no weights are favoured over others by more than (c p_max + (1 - c)/|Y|) / ((1 - c)/|Y|)."""
    ways = {
        "comparison": 2,
        "response": 2,
        "offer": sum(1 for v in itertools.product(range(4), repeat=3) if sum(v) == 4),
    }
    believed = 0.7 * c if name == "informant" else c
    background = (1 - believed) / ways.get(name, 3)
    value = float(log_p(CLAIMS[name], w, c)[0])
    assert math.log(background) - 1e-9 <= value <= math.log(believed + background) + 1e-9


@pytest.mark.parametrize("claim", [CLAIMS["statement"], CLAIMS["denial"]])
def test_a_statement_names_one_want_for_certain(claim: Statement | Denial) -> None:
    every = [type(claim)(name) for name in ("speed", "price", "calm")]
    assert sum(np.exp(log_p(each, W, 0.7)) for each in every) == pytest.approx(np.ones(3))


@pytest.mark.parametrize("name", ["statement", "does not need", "denial", "comparison"])
def test_likelihoods_are_the_frequencies_of_a_simulated_talker(name: str) -> None:
    """40,000 things said by someone with fixed weights: as often as the likelihood has it, by chi-square."""
    form = next(f for f in FORMS if f.name == name)
    world = a_world(form, 3, np.random.default_rng(3))
    counts: dict[str, int] = {}
    chances: dict[str, float] = {}
    for _ in range(40_000):
        claim = form.tell(world)
        key = repr(claim)
        counts[key] = counts.get(key, 0) + 1
        if key not in chances:
            term = weigh(Setting(world.case, np.ones(3) / 3, "seed"), evidence(world, claim))
            assert not isinstance(term, Unweighed)
            chances[key] = math.exp(float(term(world.truth[np.newaxis, :])[0]))
    scale = 40_000 / sum(chances.values())  # of comparisons there are three pairs, in equal turn
    off = sum((counts[key] - scale * chances[key]) ** 2 / (scale * chances[key]) for key in counts)
    assert off < 20.5  # chi-square of 5 degrees of freedom: 1 in 1,000


@given(st.floats(1e-6, 1e6))
def test_log_gamma_agrees_with_the_library(x: float) -> None:
    assert float(likelihood.log_gamma(np.array([x]))[0]) == pytest.approx(math.lgamma(x), rel=1e-10, abs=1e-9)


def compared(offer: Offer, theirs: Position = FREE) -> set[tuple[float, ...]]:
    """The services an offer is compared with."""
    case = case_of(theirs=theirs)
    found = compare(case, offer, np.random.default_rng(0))
    assert not isinstance(found, str), found
    own = service(case, offer.package)
    assert found.served[found.chosen] == pytest.approx(own)
    return {tuple(np.round(3 * row).astype(int)) for row in found.served}


def test_an_offer_is_compared_with_what_asks_as_much() -> None:
    alike = compared(Offer(package("all", "some", "none")))
    assert alike == {v for v in itertools.product(range(4), repeat=3) if sum(v) == 4}


def test_only_the_issues_named_are_compared() -> None:
    alike = compared(Offer(package("all", "none")))
    assert alike == {(3, 0, 0), (2, 1, 0), (1, 2, 0), (0, 3, 0)}


def test_where_cost_is_known_near_cost_decides() -> None:
    """Speed costs them 300 in full, calm 30: full speed is beside itself and the cheap changes of calm only."""
    alike = compared(Offer(package("all", "none", "none")), theirs=costs(speed=300, calm=30))
    assert alike == {(3, p, c) for p in range(4) for c in range(4)}


def test_a_cost_told_moves_the_comparison() -> None:
    alike = compared(Offer(package("all", "none", "none"), cost_to_them=0.0), theirs=costs(speed=300, calm=30))
    assert alike == {(3, 0, 0)} | {(0, p, c) for p in range(4) for c in range(4)}


def test_the_price_they_pay_is_their_cost() -> None:
    """At 100 more or less of a range of 1,000 the pace is free: the dear and the cheap are not compared."""
    fare = Issue("fare", low=0, high=1000, step=100, is_price=True, better_for_me="higher",
                 serves_by_range={"price": "falling"})  # fmt: skip
    case = case_of()
    case = case_of(issues=(*case.issues, fare))
    found = compare(case, Offer(Package({"fare": 500.0, "speed": "all"})), np.random.default_rng(0))
    assert not isinstance(found, str)
    assert {round(float(p), 1) for p in found.served[:, 1]} == {0.4, 0.5, 0.6}
    assert {round(float(s) * 3) for s in found.served[:, 0]} == {0, 1, 2, 3}
    assert found.ways.sum() == 12


@pytest.mark.parametrize(("better_for_me", "paces"), [("higher", {0, 1, 2, 3}), ("lower", {3})])
def test_a_slower_pace_may_pay_for_a_higher_price(better_for_me: Literal["higher", "lower"], paces: set[int]) -> None:
    """At the least they could pay, full speed at 1,000 to them: slower and dearer is as dear. Were they the ones
    paid, full speed at the least pay is the worst of all for them, and nothing else comes near."""
    fare = Issue("fare", low=0, high=1000, step=100, is_price=True, better_for_me=better_for_me)
    case = case_of()
    case = case_of(issues=(*case.issues, fare), theirs=costs(speed=1000))
    found = compare(case, Offer(Package({"fare": 0.0, "speed": "all"})), np.random.default_rng(0))
    if isinstance(found, str):
        assert "alike" in found and paces == {3}
    else:
        assert {round(float(s) * 3) for s in found.served[:, 0]} == paces


def test_a_price_alone_tells_no_want_from_another() -> None:
    fare = Issue("fare", low=0, high=1000, step=100, is_price=True, better_for_me="higher",
                 serves_by_range={"price": "falling"})  # fmt: skip
    case = case_of()
    said = compare(case_of(issues=(*case.issues, fare)), Offer(Package({"fare": 500.0})), np.random.default_rng(0))
    assert isinstance(said, str) and "price alone" in said


def test_a_vast_space_is_compared_by_a_sample_with_the_offer_in_it() -> None:
    names = [f"want {i}" for i in range(12)]
    case = case_of(weights=dict.fromkeys(names, 1.0))
    offer = Offer(package(*["all", "none"] * 6, names=names))
    found = compare(case, offer, np.random.default_rng(0))
    again = compare(case, offer, np.random.default_rng(0))
    assert not isinstance(found, str) and not isinstance(again, str)
    assert found.ways.sum() == 512
    assert found.served[found.chosen] == pytest.approx([1.0, 0.0] * 6)
    assert np.array_equal(found.served, again.served)
    assert np.abs(found.served.sum(axis=1) - 6).max() <= 1.2 + 1e-9
    assert found.ways @ found.served / 512 == pytest.approx(np.full(12, 0.5), abs=0.08)


def test_what_comes_with_every_package_is_served_by_every_package() -> None:
    """A seal that serves calm by half comes with the offer: what else they could have asked for has it too."""
    case = case_of(features=(Feature("seal", {"calm": 0.5}),))
    offer = Offer(replace(package("all", "some", "none"), features=frozenset({"seal"})))
    found = compare(case, offer, np.random.default_rng(0))
    assert not isinstance(found, str)
    assert found.served[found.chosen] == pytest.approx([1, 1 / 3, 0.5])
    assert found.served[:, 2].min() == pytest.approx(0.5)


def test_packages_that_serve_alike_count_one_by_one() -> None:
    """An issue that serves nothing doubles every package and changes no odds."""
    plain = case_of()
    colour = Issue("colour", options=("red", "blue"))
    offer, coloured = Offer(package("all", "some", "none")), {"colour": "red"}
    more = Offer(Package({**offer.package.terms, **coloured}))
    alone = weigh(Setting(plain, np.ones(3) / 3, "s"), told(offer))
    beside = weigh(Setting(case_of(issues=(*plain.issues, colour)), np.ones(3) / 3, "s"), told(more))
    assert not isinstance(alone, Unweighed) and not isinstance(beside, Unweighed)
    assert beside(W) + math.log(2) == pytest.approx(alone(W))


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (Statement("price", "unsure"), "unsure"),
        (Statement("peace"), "no want 'peace'"),
        (Comparison(("price", "price")), "with itself"),
        (Rating("price", 3, 0), "scale"),
        (Dwell({"price": 40.0}, {}), "single want"),
        (Dwell({"price": 40.0, "calm": 0.0}, {}), "single want"),
        (Revisit({}, {}), "no visits"),
        (Revisit({"price": -1}, {}), "below 0"),
        (Revisit({"price": 1}, {"price": 0.0}), "size 0"),
        (Purchase("x", 2, 0.0, {"price": 1.0}), "average buyer"),
        (Purchase("x", 2, 1.0, {}), "alike"),
        (Offer(Package({"garden": "all"})), "no issue 'garden'"),
        (Offer(package("vast", "none", "none")), "no option 'vast'"),
        (Offer(Package({})), "names no issue"),
        (Offer(package("all", "all", "all")), "alike"),
        (MenuChoice(MENU, 3), "not among those shown"),
        (MenuChoice((MENU[0], MENU[0]), 0), "alike"),
    ],
)
def test_what_cannot_be_weighed_says_why(claim: Claim, why: str) -> None:
    said = weigh(Setting(case_of(), np.ones(3) / 3, "seed"), told(claim))
    assert isinstance(said, Unweighed) and why in said.note


def test_an_answer_is_not_weighed_where_their_value_is_unknown() -> None:
    for blind in (None, lambda _package, _w: None):
        said = weigh(Setting(case_of(), np.ones(3) / 3, "seed", blind), told(CLAIMS["response"]))
        assert isinstance(said, Unweighed) and "not known" in said.note and said.fix is None
