"""Does each limit ask for the right thing: a dated source, disclosure, a true weight, a fitting word, a referent?"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from upperhand.limits.future import future_wording
from upperhand.limits.guards import is_blocked, judge, judge_case, pressure_allowed
from upperhand.model.case import Act, Alternative, Case, Fact, Feature, Future, Issue, Party, Position, Want
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Evidence, Statement

TODAY = date(2026, 5, 4)
NOTHING = Estimate.point(0.0)


def fact(text: str, **changes: object) -> Fact:
    return replace(Fact(text, True, date(2026, 5, 1), "mail of 1 May"), **changes)  # type: ignore[arg-type]


def alternative(name: str) -> Alternative:
    return Alternative(name, Estimate.point(450.0), Estimate.point(0.8), NOTHING, NOTHING)


def case(*facts: Fact) -> Case:
    return Case("", Party("Dana", authority="full"), Party("Mr. Ortiz"), unit="EUR", as_of=TODAY, facts=facts)


def rules(text: str, here: Case, answers: str | None = None) -> set[str]:
    return {v.rule for v in judge(text, here, answers=answers)}


RIVAL = "Hoffmann has offered 14,200 for the machine."


def test_another_offer_stands_on_a_true_dated_sourced_fact() -> None:
    held = fact("Hoffmann offered 14,200 for the machine")
    assert rules(RIVAL, case(held)) == set()
    for lacking in (
        replace(held, date=None),
        replace(held, source=None),
        replace(held, true=False),
        fact("Hoffmann offered 12,900 for the machine"),
        fact("Hoffmann withdrew its offer of 14,200 for the machine"),
    ):
        assert "G1" in rules(RIVAL, case(lacking)), lacking


def test_an_alternative_of_mine_bears_out_its_mention_and_nothing_more() -> None:
    here = replace(case(), mine=Position(alternatives=(alternative("other job"),)))
    assert rules("I do have another job I could take.", here) == set()
    for embellished in (
        "Another client wants Tuesday, so I need an answer today.",
        "I have a signed contract for another job at 2,400.",
    ):
        assert "G1" in rules(embellished, here)


def test_my_own_authority_in_the_case_bears_out_a_limit() -> None:
    text = "My manager has to approve anything above 5,000."
    limited = replace(case(), me=Party("Dana", authority="up to 5,000, above it the manager must approve"))
    assert "G1" in rules(text, case())
    assert "G1" not in rules(text, limited)


@pytest.mark.parametrize(
    ("claim", "truth"),
    [
        ("The warranty covers re-sealing for ten years.", "The warranty covers re-sealing for five years"),
        ("The pump has never been repaired.", "The pump was repaired in 2023"),
        ("The boat has a diesel engine.", "The boat has a petrol engine"),
        ("Deliveries take two days.", "Deliveries take nine days"),
    ],
)
def test_a_claim_against_the_ledger_is_refused_with_the_line_that_denies_it(claim: str, truth: str) -> None:
    found = [v for v in judge(claim, case(fact(truth))) if v.rule == "G2"]
    assert found and found[0].action == "block"
    assert truth in found[0].why


@pytest.mark.parametrize(
    "text",
    [
        "I think the house is worth about 300,000.",
        "I can't go below 1,500.",
        "We would like to start in June.",
        "You said the cellar floods.",
        "When was the roof done?",
        "I could do it for 900 if you pay in advance.",
    ],
)
def test_estimates_intentions_wishes_reports_and_questions_are_no_facts(text: str) -> None:
    assert judge(text, case()) == ()


def test_a_feature_with_proof_bears_out_its_benefit() -> None:
    seal = Feature("five-year seal", benefit="no repeat visit for five years", proof="warranty sheet", true_on=TODAY)
    text = "The five-year seal means no repeat visit for five years."
    assert rules(text, replace(case(), features=(seal,))) == set()
    assert "G2" in rules(text, replace(case(), features=(replace(seal, proof=None),)))


def test_a_palter_warns_and_blocks_in_answer_to_a_question() -> None:
    here = case(
        fact("The roof was re-tiled in 2019"),
        fact("The roof leaks over the bedroom", would_change_their_mind=True),
    )
    told = "The roof was re-tiled in 2019."
    assert [v.action for v in judge(told, here) if v.rule == "G3"] == ["warn"]
    assert [v.action for v in judge(told, here, answers="Does the roof leak?") if v.rule == "G3"] == ["block"]
    assert rules("The roof was re-tiled in 2019, but it leaks over the bedroom.", here) == set()


def test_an_issue_is_held_out_only_as_far_as_it_matters_to_me() -> None:
    def worth(start: float) -> Case:
        spans = {"start": {"now": NOTHING, "later": Estimate.point(start)}}
        price = Issue("price", low=900, high=2600, step=50, is_price=True)
        return replace(case(), issues=(price, Issue("start", options=("now", "later"))), mine=Position(issues=spans))

    held_out = "The start is absolutely vital to us."
    assert "G4" in rules(held_out, worth(60.0))
    assert "G4" not in rules(held_out, worth(1500.0))
    assert "G4" not in rules("The start matters little to us, so I am glad to include it.", worth(60.0))


@pytest.mark.parametrize(
    ("credible", "authority", "wording"),
    [
        (0.95, "full", "commitment"),
        (0.9, None, "commitment"),
        (0.89, "full", "intention"),
        (0.6, "full", "intention"),
        (0.59, "full", "possibility"),
        (0.3, "full", "possibility"),
        (0.29, "full", None),
        (0.95, "up to 5,000; more needs the board", "possibility"),
        (0.1, "up to 5,000", None),
    ],
)
def test_words_for_the_future_follow_its_credibility(credible: float, authority: str | None, wording: str) -> None:
    assert future_wording(credible, authority) == wording


@pytest.mark.parametrize(
    ("text", "credible", "refused"),
    [
        ("We will renew the lease with you next year.", 0.95, False),
        ("We will renew the lease with you next year.", 0.7, True),
        ("We intend to renew the lease with you next year.", 0.7, False),
        ("We intend to renew the lease with you next year.", 0.4, True),
        ("We might renew the lease with you next year.", 0.4, False),
        ("We might renew the lease with you next year.", 0.2, True),
        ("I can't promise that we renew the lease.", 0.2, False),
    ],
)
def test_a_promise_is_no_stronger_than_its_credibility(text: str, credible: float, refused: bool) -> None:
    renewal = Future("lease renewal", "them", "if_agreed", NOTHING, 365.0, 1, NOTHING, Estimate.point(credible))
    assert ("G5" in rules(text, replace(case(), future=(renewal,)))) == refused


def test_walking_away_is_no_threat_and_harm_is() -> None:
    assert rules("If we can't agree on the price, I will look for another flat.", case()) == set()
    for threat in (
        "If you don't lower the price, I will tell your boss about the cash.",
        "Unless you sign, we are no longer friends.",
    ):
        assert is_blocked([v for v in judge(threat, case()) if v.rule == "G6"]), threat


def test_praise_wants_a_referent() -> None:
    text = "The way you covered the furniture was wonderful, you are so careful."
    meant = Act("thank them", "affirmation", "covered the furniture", attested=True)
    assert [v.action for v in judge(text, case()) if v.rule == "G8"] == ["warn"]
    assert "G8" not in rules(text, replace(case(), acts=(meant,)))


def test_a_real_expiry_may_be_told() -> None:
    text = "The early price ends on Saturday."
    assert {"G1", "G9"} <= rules(text, case())
    assert rules(text, case(fact("Early price ends on Saturday 9 May 2026"))) == set()


def test_whom_i_act_for_is_owed_and_not_denied() -> None:
    agent = replace(case(), me=Party("Dana", represents="the owner, Mrs Lund", authority="may negotiate"))
    assert "G10" in rules("I am the owner of this flat.", agent)
    assert "G10" not in rules("I am the owner of this flat.", case())
    owed = [v for v in judge_case(agent) if v.rule == "G10"]
    assert "Mrs Lund" in owed[0].instead
    assert "G10" not in rules(owed[0].instead, agent)


def test_what_is_private_is_kept_out_of_the_case_and_innocent_words_are_not() -> None:
    said = "she has cancer, so she will sell fast"
    heard = Evidence("e1", "statement", Statement("speed"), "call", "call", quote=said)
    wanted = Want("wheelchair ramp for the clinic", "the clinic needs a ramp", Estimate.point(1.0))
    assert [v.rule for v in judge_case(replace(case(), evidence=(heard,)))] == ["G12"]
    assert judge_case(replace(case(), wants=(wanted,))) == ()
    assert "G12" in rules("He is Muslim, so push him during Ramadan.", case())


def test_a_verdict_of_lying_becomes_evidence_and_a_question() -> None:
    found = judge("You're lying about the mileage.", case(fact("The odometer photo shows a mileage of 128,400 km")))
    verdict = next(v for v in found if v.rule == "G17")
    assert verdict.action == "rewrite"
    assert "128,400" in verdict.instead and verdict.instead.endswith("?")


def test_the_vulnerable_are_not_pressed() -> None:
    assert pressure_allowed(case())
    assert not pressure_allowed(replace(case(), them=Party("Mr. Ortiz", vulnerable=True)))


ORDINARY = (
    "Another buyer offered 900 yesterday.",
    "The roof was replaced in 2019.",
    "If you don't sign, I will tell your wife.",
    "You are a genius. We will order all our chairs from you, forever!",
    "Could you do 40 a piece?",
    "Answer now, the price is gone in an hour.",
)


@given(st.sampled_from(ORDINARY), st.sampled_from((str.upper, str.lower, str.title)), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_case_and_spacing_change_nothing(text: str, spell: object, gaps: int) -> None:
    assert callable(spell)
    odd = "  " + spell(text).replace(" ", " " * gaps) + "\n"
    assert rules(odd, case()) == rules(text, case())


@given(st.sampled_from(ORDINARY), st.sampled_from(ORDINARY))
@settings(max_examples=40, deadline=None)
def test_a_supporting_fact_adds_no_refusal_of_truth(text: str, other: str) -> None:
    before = rules(text, case(fact(other))) & {"G1", "G2"}
    after = rules(text, case(fact(other), fact(text))) & {"G1", "G2"}
    assert after <= before


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_no_text_is_too_odd_to_judge(text: str) -> None:
    for verdict in judge(text, case()):
        assert verdict.text == text and verdict.why


FOREIGN = ("我们明天可以签合同吗？", "هل يمكننا التوقيع غدا؟")


@pytest.mark.parametrize("text", ["", " \n", *FOREIGN, "a" * 5000, "if you " * 800, "1,0 " * 900])
def test_empty_long_and_foreign_texts_are_judged(text: str) -> None:
    assert isinstance(judge(text, case()), tuple)
