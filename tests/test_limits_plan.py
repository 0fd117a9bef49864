"""May a planned move be recommended, and is every number on the page shown honestly?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from upperhand.limits.numbers import ENOUGH, judge_brief, judge_number, judge_personal
from upperhand.limits.plan import judge_move
from upperhand.model.case import Act, Bond, Case, Feature, Party, Relationship
from upperhand.model.estimate import Estimate
from upperhand.model.move import Brief, Effect, Move, WantLine
from upperhand.model.reading import Leverage, PredictedTerms, Stake, Zone

CASE = Case("", Party("Dana", authority="full"), Party("Mr. Ortiz"), unit="EUR", as_of=date(2026, 5, 4))
SHOW = Move(
    "show", "match", "five-year seal", "serves dry walls", Effect(leverage=0.1, expected_value=20.0), 60.0, (),
    "B", "C32", say="The five-year seal means no repeat visit for five years.",
)  # fmt: skip


def rules(move: Move, case: Case = CASE) -> list[str]:
    return [v.rule for v in judge_move(move, case)]


def test_a_sentence_made_of_a_feature_is_borne_out_by_it() -> None:
    sealed = replace(CASE, features=(Feature("five-year seal", benefit="no repeat visit for five years"),))
    assert rules(SHOW, sealed) == []
    assert rules(SHOW) == ["G2"]


def test_a_move_may_not_say_what_a_draft_may_not() -> None:
    assert "G1" in rules(replace(SHOW, say="Another client wants Tuesday."))
    assert "G6" in rules(replace(SHOW, say="If you don't sign I will tell your boss."))
    assert "G12" in rules(replace(SHOW, say=None, why="she has cancer, so press for a quick answer"))


def test_the_reasons_told_to_the_user_need_no_ledger() -> None:
    assert rules(replace(SHOW, say=None, why="They want dry walls most, and 60 buys 120 of value.")) == []


def test_an_affirmation_wants_a_referent_or_an_attestation() -> None:
    affirm = replace(SHOW, kind="affirm", lever="affiliate", what="ask how the tenants are coping", say=None)
    act = Act("ask how the tenants are coping", "listening", referent="the tenants' letter")
    assert rules(affirm) == ["G8"]
    assert rules(affirm, replace(CASE, acts=(act,))) == []
    assert rules(affirm, replace(CASE, acts=(replace(act, referent=None, attested=True),))) == []
    assert rules(affirm, replace(CASE, acts=(replace(act, referent=None),))) == ["G8"]


@pytest.mark.parametrize(
    ("when", "found"),
    [("before they can answer", [("G9", "block")]), (None, [("G9", "warn")]), ("once the terms are agreed", [])],
)
def test_a_sweetener_comes_with_full_terms_and_time(when: str | None, found: list[tuple[str, str]]) -> None:
    give = replace(SHOW, kind="give", lever="affiliate", what="a second visit", say=None, when=when)
    assert [(v.rule, v.action) for v in judge_move(give, CASE)] == found


def test_the_vulnerable_are_spared_urgency() -> None:
    urge = replace(SHOW, say=None, why="the delay costs them 50 a day")
    assert rules(urge) == []
    assert rules(urge, replace(CASE, them=Party("Mr. Ortiz", vulnerable=True))) == ["G7"]


def test_leverage_at_my_own_cost_is_shown_and_not_recommended() -> None:
    bold = replace(SHOW, say=None, effect=Effect(leverage=0.2, expected_value=-35.0))
    assert rules(bold) == ["G20"]
    assert "35.00 EUR" in judge_move(bold, CASE)[0].why


def test_leverage_at_the_cost_of_a_relationship_is_shown() -> None:
    bold = replace(SHOW, say=None, caution="may strain the relationship")
    fond = replace(CASE, relationship=Relationship(me=Bond(worth=Estimate.point(300.0))))
    assert rules(bold) == []
    assert rules(bold, fond) == ["G20"]


@pytest.mark.parametrize(
    ("value", "low", "high", "grade", "passes"),
    [
        (0.7, 0.4, 0.9, None, True),
        (0.7, None, None, "B", True),
        (None, None, None, None, True),
        (0.7, None, None, None, False),
        (0.7, 0.8, 0.9, None, False),
        (float("nan"), 0.0, 1.0, "A", False),
    ],
)
def test_a_number_stands_with_its_spread_or_its_grade(
    value: float | None, low: float | None, high: float | None, grade: str | None, passes: bool
) -> None:
    assert (judge_number("leverage", value, low, high, grade) == ()) == passes


def test_few_observations_allow_no_personal_claim() -> None:
    assert judge_personal("humour works for you", ENOUGH - 1)[0].rule == "G19"
    assert judge_personal("humour works for you", ENOUGH) == ()


def page(**changes: object) -> Brief:
    reading = Leverage(0.71, None, 0.7, 0.41, 0.86, 0.99, 6.0, False, Stake(90.0, 540.0), None, (), None)
    terms = PredictedTerms({"price": 2100.0}, None, 1200.0, 1900.0, Zone(True, 900.0, 2600.0), 1900.0, 2300.0)
    want = WantLine("dry walls", "stop the water", 0.46, 0.31, 0.6, 0.8, ())
    whole = Brief("", "EUR", {}, {}, None, reading, terms, (want,), (SHOW,), (), (), (), ())
    return replace(whole, **changes)  # type: ignore[arg-type]


def test_an_honest_page_passes() -> None:
    assert judge_brief(page()) == ()


def test_what_lacks_spread_or_source_on_the_page_is_named() -> None:
    bare = replace(page().leverage, low=None, high=None)
    odd = replace(page().wants[0], low=0.5)
    unsourced = replace(SHOW, source="", grade="")
    found = judge_brief(page(leverage=bare, wants=(odd,), moves=(unsourced,)))
    assert [v.rule for v in found] == ["G19"] * 3
    assert "leverage" in found[0].why and "dry walls" in found[1].why and "source" in found[2].why


def test_an_unknown_reading_is_no_bare_number() -> None:
    unknown = replace(page().leverage, value=None, reason="no worths", low=None, high=None)
    assert judge_brief(page(leverage=unknown)) == ()
