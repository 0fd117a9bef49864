"""The worked figures of theory.md 2.8, from the nouns up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.worlds import alternative, child, gutters, point, reading
from upperhand.model.case import Bond, Case, Feature, Issue, Party, Position, Reference, Relationship
from upperhand.model.package import Package


def price_of(case: Case) -> float:
    terms = reading(case)[1].terms
    assert terms is not None
    return float(terms["price"])


@pytest.mark.parametrize(
    ("case", "leverage", "price"),
    [
        (gutters(), 0.714, 2100.00),
        (gutters(future=0.5), 0.247, 1785.42),
        (gutters(future=0.1), 0.595, 2037.08),
        (gutters(future=0.0), 0.714, 2100.00),
        (gutters(fear=True), 0.738, 2175.00),
    ],
)
def test_the_gutters(case: Case, leverage: float, price: float) -> None:
    found = reading(case)[0].value
    assert found is not None
    assert round(found, 3) == leverage
    assert round(price_of(case), 2) == price


def test_the_gutters_in_words() -> None:
    leverage, terms = reading(gutters())
    assert leverage.ratio == pytest.approx(6.0)
    assert (leverage.stake.me, leverage.stake.them) == pytest.approx((240.0, 1440.0))
    assert terms.deal_me_out is not None
    assert terms.deal_me_out["price"] == pytest.approx(2450.0)
    assert (terms.zone.low, terms.zone.high, terms.zone.surplus) == pytest.approx((1260.0, 2940.0, 1680.0))


def test_the_gutters_when_i_can_wait_longer_than_they() -> None:
    """r = .05 and .15 a week give alpha = .75 and a price of 2,520 where nothing else is discounted."""
    case = gutters()
    patient = replace(
        case,
        mine=replace(case.mine, patience=point(0.05 / 7)),
        theirs=replace(
            case.theirs, patience=point(0.15 / 7), waiting=point(0.0), alternatives=(alternative("rival", 1500.0, 0.6),)
        ),
    )
    assert price_of(patient) == pytest.approx(2520.0)


def test_the_uncertain_gutters() -> None:
    leverage = reading(gutters(uncertain=True))[0]
    assert leverage.value == pytest.approx(0.7143, abs=5e-4)
    assert leverage.low == pytest.approx(0.42, abs=0.015)
    assert leverage.high == pytest.approx(0.86, abs=0.015)
    assert leverage.median == pytest.approx(0.73, abs=0.015)
    assert leverage.probability_positive == pytest.approx(0.97, abs=0.01)


def test_the_drivers_of_the_gutters_with_future_talk() -> None:
    shares = {d.name: round(d.share, 3) for d in reading(gutters(future=0.5))[0].drivers}
    assert shares == {
        "reference": 0.776,
        "own alternatives": 0.147,
        "their alternatives": -0.517,
        "delay": 0.115,
        "relationship": 0.0,
        "future": -0.274,
    }


def shop(*, help_included: bool, warmth: bool = False) -> Case:
    """E2: a used computer, list price 400; set-up help costs 10 and is worth 60 to the customer."""
    features = frozenset({"set-up help"}) if help_included else frozenset()
    return Case(
        title="Computer",
        me=Party("Lin"),
        them=Party("Mrs. Brandt"),
        unit="EUR",
        reference=Reference("standard", Package({"price": 400.0}, features)),
        issues=(Issue("price", low=300.0, high=500.0, is_price=True, better_for_me="higher"),),
        mine=Position(cost=point(300.0), alternatives=(alternative("second buyer", 40.0, 0.5),), otherwise=point(0.0)),
        theirs=Position(worth=point(480.0), alternatives=(alternative("other shop", 50.0),), otherwise=point(0.0)),
        features=(Feature("set-up help", cost=point(10.0), worth_to_them=point(60.0)),),
        relationship=Relationship(them=Bond(point(20.0), point(0.5 if warmth else 0.0))),
    )


@pytest.mark.parametrize(
    ("case", "leverage"),
    [
        (shop(help_included=False), -0.455),
        (shop(help_included=True), 0.125),
        (shop(help_included=True, warmth=True), 0.176),
    ],
)
def test_the_computer_shop(case: Case, leverage: float) -> None:
    found = reading(case)[0].value
    assert found is not None
    assert round(found, 3) == leverage


def test_set_up_help_widens_the_zone() -> None:
    assert reading(shop(help_included=False))[1].zone.surplus == pytest.approx(110.0)
    assert reading(shop(help_included=True))[1].zone.surplus == pytest.approx(160.0)


def test_the_childs_threat() -> None:
    assert reading(child(threat=False))[0].value == -1.0
    threatened = reading(child(threat=True))[0].value
    assert threatened is not None
    assert round(threatened, 3) == -0.077


def test_the_parents_answer_and_no_relationship_undo_the_threat() -> None:
    threatened = child(threat=True)
    unconditional = replace(threatened, relationship=Relationship(me=Bond(point(3.0)), them=Bond(point(10.0))))
    assert reading(unconditional)[0].value == -1.0
    assert reading(child(threat=True, relationship=0.0))[0].value == -1.0


def test_a_partial_agrees_with_the_finite_step() -> None:
    """theory.md 2.5: analytic 2 delta_them / T^2 per unit of d_me against a small finite step."""
    case = gutters()
    step = 0.01
    better = replace(
        case, mine=replace(case.mine, otherwise=point(step), alternatives=(alternative("job", 450.0, 0.8),))
    )
    before, after = reading(case)[0], reading(better)[0]
    assert before.value is not None
    assert after.value is not None
    d_moved = 0.2 * step
    assert (after.value - before.value) / d_moved == pytest.approx(2 * 1440 / 1680**2, rel=1e-3)
