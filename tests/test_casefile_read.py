"""The case of the design page, in nouns; and every way of writing a number, a name and an option."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.case_texts import EVERYTHING, GUTTERS
from upperhand.casefile.read import Opened, read_case, read_text
from upperhand.model.case import Case
from upperhand.model.estimate import BOTH, Estimate
from upperhand.model.evidence import (
    Comparison,
    Denial,
    Dwell,
    Feedback,
    Informant,
    MenuChoice,
    Offer,
    Purchase,
    Ranking,
    Rating,
    Response,
    Revisit,
    Statement,
)
from upperhand.model.package import Package

SMALL = """\
upperhand: 1
title: A bicycle
me: {name: Ada}
them: {name: Ben}
issues:
  price: {from: 100, to: 300, step: 5, is_price: true, better_for_me: higher}
"""


def case_of(text: str) -> Case:
    opened = read_text(text)
    assert opened.case is not None, [str(p) for p in opened.problems]
    return opened.case


def small(more: str) -> Case:
    return case_of(SMALL + more)


def estimate_in(written: str) -> Estimate:
    worth = small(f"theirs: {{worth: {written}}}\n").theirs.worth
    assert worth is not None
    return worth


def chance_in(written: str) -> Estimate:
    return small(f"mine: {{alternatives: [{{name: other, chance: {written}}}]}}\n").mine.alternatives[0].chance


def test_the_case_of_the_design_page_reads_without_complaint() -> None:
    opened = read_text(GUTTERS)
    assert opened.problems == ()
    case = opened.case
    assert case is not None
    assert (case.title, case.unit, case.as_of) == ("Gutters after the storm", "EUR", date(2026, 5, 4))
    assert (case.me.name, case.me.represents, case.me.size) == ("Dana", None, "small")
    assert (case.them.certainty, case.them.vulnerable) == (4.0, False)
    assert case.reference is not None
    assert case.reference.basis == "standard"
    assert case.reference.package == Package({"price": 1500.0, "start": "this week"})
    weight = case.wants[0].weight
    assert (weight.low, weight.likely, weight.high, weight.name) == (3, 5, 8, "wants.dry walls.weight")
    assert case.wants[1].says == "low price" and case.wants[1].weight.likely == 1


def test_issues_positions_and_features_of_the_design_page() -> None:
    case = case_of(GUTTERS)
    price, start = case.issues
    assert (price.low, price.high, price.step, price.is_price, price.better_for_me) == (900, 2600, 50, True, "higher")
    assert price.serves_by_range == {"low price": "falling"} and price.serves == {} and price.is_range
    assert start.serves == {"dry walls": {"tomorrow": 1, "this week": 0.8, "in two weeks": 0.2}}
    assert case.mine.issues["start"]["tomorrow"].likely == -120
    assert case.mine.issues["start"]["tomorrow"].name == "mine.issues.start.tomorrow"
    other = case.theirs.alternatives[0]
    assert (other.when.likely, other.chance.likely, other.same_event) == (14, 0.6, None)
    assert other.chance.name == "theirs.alternatives.other contractor.chance"
    assert case.theirs.waiting.likely == 50
    assert case.theirs.patience is not None and case.theirs.patience.likely == 0
    assert case.mine.patience is None and case.mine.alternatives[0].visible_to == {"me"}
    assert case.feature("roof renewal").derivative == "five-year seal" and case.feature("roof renewal").showcase
    assert case.feature("five-year seal").true_on == date(2026, 4, 30)


def test_what_lies_beyond_the_deal_in_the_design_page() -> None:
    case = case_of(GUTTERS)
    future = case.future[0]
    assert (future.side, future.arises, future.times, future.counted) == ("me", "if_agreed", 6, False)
    assert future.every == pytest.approx(6 * 30.4375)
    assert future.discount.likely == 0.05
    assert case.relationship.them.worth.likely == 300 and case.relationship.continues.likely == 1
    assert case.possibilities[0].serves == {"start": {"in two weeks": 1}}
    assert case.facts[0].true and not case.facts[0].would_change_their_mind
    assert case.acts[0].attested and case.drafts[0].line == 43
    evidence = case.evidence[0]
    assert (evidence.id, evidence.claim, evidence.confidence) == ("e1", Statement("dry walls"), 0.9)
    assert (evidence.origin, evidence.source, evidence.line, evidence.who) == ("call", "call.vtt", 12, "Mr. Ortiz")


def test_every_kind_of_evidence_becomes_its_claim() -> None:
    claims = [e.claim for e in case_of(EVERYTHING).evidence]
    later = Package({"price": 1400.0, "срок": "потом"}, frozenset({"монтаж"}))
    assert claims == [
        Statement("быстро"),
        Comparison(("быстро", "便宜")),
        Denial("便宜"),
        Rating("быстро", 4, 5),
        Dwell({"быстро": 30, "便宜": 4.5}, {"быстро": 1}),
        Revisit({"быстро": 3, "便宜": 0}, {"быстро": 2}),
        Purchase("лампы", 2, 1.5, {"быстро": 0.5}),
        Offer(Package({"price": 1200.0, "срок": "сразу"}), 30),
        MenuChoice((Package({"price": 1500.0, "срок": "сразу"}), later), 1),
        MenuChoice((Package({"price": 1500.0}), Package({"price": 1400.0})), 1),
        Ranking(
            (
                Package({"price": 1500.0, "срок": "сразу"}),
                replace(later, terms={"price": 1400.0}),
                Package({"срок": "1.50"}),
            ),
            ((2,), (0, 1)),
        ),
        Response(Package({"price": 1800.0}, frozenset({"монтаж"})), False),
        Feedback(
            Package({"price": 1800.0, "срок": "потом"}), ("price",), ("срок", "монтаж"), Package({"price": 1900.0})
        ),
        Informant("Анна", 0.6, Comparison(("быстро", "yes"))),
    ]


def test_evidence_defaults_are_those_of_the_design_page() -> None:
    statement, comparison = case_of(EVERYTHING).evidence[:2]
    assert statement.confidence == 0.8 and statement.reliability == 1 and statement.visible_to == BOTH
    assert comparison.origin == comparison.source == "звонок"


def test_names_in_any_script_and_labels_in_any_form_simply_work() -> None:
    case = case_of(EVERYTHING)
    assert case.issue("срок").options == ("сразу", "потом", "2026-06-01", "1.50", "no")
    assert case.mine.issues["срок"]["1.50"].likely == 3
    assert case.issue("срок").serves["yes"] == {"no": 1}
    assert case.reference is not None and case.reference.package.features == {"монтаж"}


def test_a_name_is_the_same_however_its_accents_are_encoded() -> None:
    case = small("wants: {caf\u00e9: {}}\nfeatures: {bar: {serves: {cafe\u0301: 1}}}\n")
    assert case.features[0].serves == {"caf\u00e9": 1}


def test_a_feature_marked_as_included_joins_the_reference() -> None:
    case = small("reference: {basis: precedent, price: 200}\nfeatures: {bell: {included: yes}, lock: {}}\n")
    assert case.reference is not None and case.reference.package.features == {"bell"}
    refused = small("reference: {basis: precedent, bell: no}\nfeatures: {bell: {included: yes}}\n")
    assert refused.reference is not None and refused.reference.package.features == frozenset()


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("0", 0),
        ("0 days", 0),
        ("1 day", 1),
        ("2 weeks", 14),
        ("36 hours", 1.5),
        ("3 months", 91.3125),
        ("1 year", 365.25),
    ],
)
def test_durations_become_days(written: str, days: float) -> None:
    other = small(f"mine: {{alternatives: [{{name: other, when: {written}}}]}}\n").mine.alternatives[0]
    assert other.when.likely == pytest.approx(days)


def test_a_range_of_durations_becomes_a_range_of_days() -> None:
    other = small("mine: {alternatives: [{name: other, when: [1 day, 2 weeks, 1 month]}]}\n").mine.alternatives[0]
    assert (other.when.low, other.when.likely, other.when.high) == (1, 14, 30.4375)


@pytest.mark.parametrize(("written", "per_day"), [("0", 0), ("50 per day", 50), ("350 per week", 50), ("7/week", 1)])
def test_waiting_is_paid_per_day(written: str, per_day: float) -> None:
    assert small(f"theirs: {{waiting: {written}}}\n").theirs.waiting.likely == pytest.approx(per_day)


def test_patience_is_a_rate_per_day() -> None:
    patience = small("mine: {patience: 7% per week}\n").mine.patience
    assert patience is not None and patience.likely == pytest.approx(0.01)


def test_a_discount_per_year_is_brought_to_the_period() -> None:
    future = small("future: [{name: service, for: me, margin: 10, every: 6 months, discount: 5% per year}]\n").future[0]
    assert future.discount.likely == pytest.approx(1 - 0.95 ** (future.every / 365.25))


@pytest.mark.parametrize(("written", "chance"), [("80%", 0.8), ("0.8", 0.8), ("1", 1), ("0%", 0), ("12.5 %", 0.125)])
def test_a_chance_is_a_share_or_a_percentage(written: str, chance: float) -> None:
    assert chance_in(written).likely == pytest.approx(chance)


def test_counts_are_a_beta_whose_likely_value_is_the_mean() -> None:
    counted = chance_in("{yes: 6, no: 4}")
    assert (counted.counts, counted.likely, counted.low, counted.high) == ((6, 4), 0.6, 0, 1)


def test_a_number_may_be_hidden_from_a_side() -> None:
    hidden = estimate_in("{is: [800, 900, 1000], visible_to: [me], prior: [700, 1000, 1500]}")
    assert (hidden.low, hidden.likely, hidden.high) == (800, 900, 1000) and hidden.visible_to == {"me"}
    assert hidden.prior is not None and hidden.prior.likely == 1000 and hidden.prior.name == "theirs.worth.prior"


def test_yes_and_no_are_words_where_words_belong_and_flags_where_flags_belong() -> None:
    case = small("drafts: [no]\nfacts: [{text: yes, true: No}]\n")
    assert case.drafts[0].text == "no" and case.facts[0].text == "yes" and not case.facts[0].true


def test_a_key_with_nothing_behind_it_is_not_said() -> None:
    case = small("mine:\ntheirs: {worth: , otherwise: null, cost: ~}\nwants: {low price: }\n")
    assert case.theirs.worth is None and case.theirs.otherwise is None and case.theirs.cost is None
    assert [want.name for want in case.wants] == ["low price"]


def test_aliases_are_written_out() -> None:
    case = small("mine: {worth: &w [1, 2, 3]}\ntheirs: {worth: *w}\n")
    assert case.mine.worth is not None and case.theirs.worth is not None
    assert case.mine.worth.likely == case.theirs.worth.likely == 2


def test_the_clock_is_the_latest_evidence_unless_said() -> None:
    seen = "wants: {speed: {}}\nevidence:\n"
    one = "  - {kind: statement, want: speed, source: mail, when: 2026-01-05}\n"
    two = "  - {kind: statement, want: speed, source: call, when: 2026-03-01}\n"
    assert small(seen + one + two).as_of == date(2026, 3, 1)
    assert small("").as_of is None


def test_an_id_of_our_own_making_survives_a_move_of_the_line() -> None:
    one = "  - {kind: statement, want: speed, source: mail}\n"
    two = "  - {kind: denial, want: speed, source: call}\n"
    seen = "wants: {speed: {}}\nevidence:\n"
    before = [e.id for e in small(seen + one + two).evidence]
    after = [e.id for e in small("# a comment\n" + seen + two + one).evidence]
    assert before == after[::-1] and len(set(before)) == 2


def test_the_same_words_twice_get_two_ids() -> None:
    one = "  - {kind: statement, want: speed, source: mail}\n"
    first, second = (e.id for e in small(f"wants: {{speed: {{}}}}\nevidence:\n{one}{one}").evidence)
    assert second == f"{first}-2"


def test_an_informants_claim_may_leave_its_kind_to_its_keys() -> None:
    seen = "wants: {speed: {}, price: {}}\nevidence:\n"
    claim = (
        "  - {kind: informant, name: Zoe, reliability: 60%, source: Zoe, claim: {want: speed, score: 4, out_of: 5}}\n"
    )
    assert small(seen + claim).evidence[0].claim == Informant("Zoe", 0.6, Rating("speed", 4, 5))


@pytest.mark.parametrize("name", ["", "case.yaml"])
def test_the_folder_and_the_file_open_the_same_case(tmp_path: Path, name: str) -> None:
    (tmp_path / "case.yaml").write_text(GUTTERS, encoding="utf-8")
    opened = read_case(tmp_path / name)
    assert opened.case == case_of(GUTTERS) and opened.folder == tmp_path


def test_a_byte_order_mark_and_foreign_line_ends_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_bytes(b"\xef\xbb\xbf" + GUTTERS.replace("\n", "\r\n").encode())
    opened = read_case(tmp_path)
    assert opened.problems == () and opened.case == case_of(GUTTERS)


def test_two_hundred_issues_are_no_matter() -> None:
    issues = "".join(f"  topic {i}: {{options: [a, b, c], serves: {{speed: {{a: 1, b: 0.5}}}}}}\n" for i in range(200))
    case = case_of(SMALL + issues + "wants: {speed: {}}\n")
    assert len(case.issues) == 201


def is_whole(opened: Opened) -> bool:
    return (opened.case is None) == any(p.severity == "error" for p in opened.problems)


AMOUNTS = st.floats(-1e12, 1e12, allow_nan=False)


@given(st.lists(AMOUNTS, min_size=3, max_size=3))
def test_a_range_is_read_as_written_or_refused_as_upside_down(three: list[float]) -> None:
    opened = read_text(SMALL + f"theirs: {{worth: {[repr(x) for x in three]}}}\n".replace("'", ""))
    assert is_whole(opened)
    if three == sorted(three):
        assert opened.case is not None and opened.case.theirs.worth is not None
        worth = opened.case.theirs.worth
        assert [worth.low, worth.likely, worth.high] == three
    else:
        assert any("upside down" in p.what for p in opened.problems)


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_a_chance_is_within_its_bounds_or_refused(value: float) -> None:
    opened = read_text(SMALL + f"relationship: {{continues: {value!r}}}\n")
    assert is_whole(opened)
    assert (opened.case is not None) == (math.isfinite(value) and 0 <= value <= 1)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=30))
def test_any_printable_name_can_be_a_want(name: str) -> None:
    if not name.strip() or "\ufeff" in name or "\u2028" in name or "\u2029" in name:
        return
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    opened = read_text(SMALL + f'wants: {{"{quoted}": {{weight: 2}}}}\n')
    assert opened.case is not None, (name, [str(p) for p in opened.problems])
    assert len(opened.case.wants) == 1
