"""One contract for the three levers, and what each of them promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import alternative, even_belief, gutters, point, wants
from upperhand.brief.compose import compose, rank
from upperhand.leverage.nodeal import no_deal
from upperhand.leverage.reading import Views, read
from upperhand.levers import affiliate, alter, match
from upperhand.levers.shift import CAP, STRENGTH, capped_strength, shifted
from upperhand.levers.table import Table, best_alternative, edges
from upperhand.model.case import (
    Act,
    Bond,
    Case,
    Feature,
    Future,
    Issue,
    Position,
    Possibility,
    Reference,
    Relationship,
    Want,
)
from upperhand.model.estimate import Estimate
from upperhand.model.move import Effect, Move
from upperhand.model.package import Package
from upperhand.value.worth import likely

LEVERS = pytest.mark.parametrize("lever", [match, alter, affiliate], ids=["match", "alter", "affiliate"])


def roof(**changes: object) -> Case:
    """The gutters with something for every lever."""
    base = gutters()
    start = Issue("start", ("tomorrow", "this week"), serves={"dry walls": {"tomorrow": 1.0, "this week": 0.6}})
    rival = replace(alternative("rival", 2200.0, 0.6, days=14.0), serves={"dry walls": 0.2, "clean yard": 0.9})
    assert base.reference is not None
    case = replace(
        base,
        wants=wants("dry walls", "clean yard", "quiet tenants"),
        issues=(*base.issues, start),
        reference=replace(base.reference, package=Package({"price": 1500.0, "start": "this week"})),
        mine=replace(base.mine, issues={"start": {"tomorrow": point(-120.0), "this week": point(0.0)}}),
        theirs=replace(base.theirs, alternatives=(rival,)),
        features=(
            Feature(
                "copper pipes",
                {"dry walls": 0.8},
                included=True,
                benefit="they last",
                drawback="they turn green",
                proof="the mill's certificate",
                true_on=date(2026, 4, 1),
            ),
            Feature("tidy crew", {"clean yard": 0.9}, included=True, true_on=date(2026, 4, 1)),
            Feature("seal", {"dry walls": 0.9}, cost=point(60.0), worth_to_them=point(120.0), proof="warranty sheet"),
            Feature("gold gutters", {"dry walls": 0.9}, cost=point(100.0)),
            Feature("photo report", cost=point(5.0), worth_to_them=point(40.0)),
            Feature("leaf guard", cost=point(30.0), worth_to_them=point(60.0)),
            Feature("roof renewal", cost=point(9000.0), showcase=True, derivative="seal"),
        ),
        possibilities=(Possibility("a green roof", "Sedum holds the water back.", {"start": {"tomorrow": 0.5}}),),
        future=(
            Future("spring check", "them", "if_agreed", point(40.0), 180.0, 3, point(0.05), point(0.65), False),
            Future("new balconies", "them", "if_agreed", point(500.0), 180.0, 3, point(0.05), point(0.2), False),
        ),
        acts=tuple(Act(f"act {i}", "listening", referent="his tenants", attested=True) for i in range(5)),
        relationship=Relationship(me=Bond(point(100.0), point(0.5)), them=Bond(point(300.0), point(0.5))),
    )
    return replace(case, **changes)  # type: ignore[arg-type]


def table_of(case: Case) -> Table:
    belief = even_belief(case)
    leverage, _, evaluator = read(case, Views(belief), "test")
    return Table(case, belief, leverage, evaluator)


def named(moves: tuple[Move, ...], part: str) -> Move:
    found = [m for m in moves if part in m.what]
    assert found, f"no move about {part!r} in {[m.what for m in moves]}"
    return found[0]


@LEVERS
def test_contract_every_move_says_what_why_how_well_supported_and_what_it_changes(lever: object) -> None:
    moves = lever.moves(table_of(roof()))  # type: ignore[attr-defined]
    assert moves
    for move in moves:
        assert move.lever == lever.__name__.rsplit(".", 1)[-1]  # type: ignore[attr-defined]
        assert move.what
        assert move.why
        assert move.grade in "ABCD"
        assert move.source
        assert move.cost is None or np.isfinite(move.cost)
        numbers = [move.effect.my_value, move.effect.acceptance, move.effect.expected_value]
        assert all(n is None for n in numbers) or all(n is not None and np.isfinite(n) for n in numbers)


@LEVERS
def test_contract_without_worths_moves_come_without_numbers(lever: object) -> None:
    case = roof()
    unknown = replace(case, theirs=replace(case.theirs, worth=None))
    for move in lever.moves(table_of(unknown)):  # type: ignore[attr-defined]
        assert move.effect == Effect()


@LEVERS
def test_contract_a_bare_case_gives_no_move_and_no_crash(lever: object) -> None:
    assert lever.moves(table_of(gutters())) == ()  # type: ignore[attr-defined]


def test_the_effect_of_a_feature_is_the_difference_of_two_whole_readings() -> None:
    """Made here from two separate cases, the second written down by hand."""
    case = roof()
    assert case.reference is not None
    move = named(match.moves(table_of(case)), "gold gutters")
    sold = replace(case, reference=replace(case.reference, package=table_of(case).reference.including("gold gutters")))
    belief = even_belief(case)
    table = table_of(case)
    assert table.evaluator is not None
    assert table.standing is not None
    version = table.evaluator.version(package=sold.reference.package)  # type: ignore[union-attr]
    after = table.evaluator.standing(version)
    assert move.effect.leverage == pytest.approx(after.leverage - table.standing.leverage)
    # V_them scales with service: .6 and .8 serve dry walls to .92, gold gutters to .992.
    mean = np.array(belief.mean)
    gain = 4000 * mean[0] * 0.072 / (mean @ np.array([0.92, 0.9, 0.0]))
    assert after.v_them - table.standing.v_them == pytest.approx(gain)


def test_match_offers_what_serves_a_want_and_leaves_out_what_is_included_or_for_show() -> None:
    whats = " | ".join(m.what for m in match.moves(table_of(roof())))
    assert "seal" in whats
    assert "gold gutters" in whats
    assert "roof renewal" not in whats
    assert "copper pipes:" not in whats


def test_match_asks_about_a_want_that_nothing_serves() -> None:
    move = named(match.moves(table_of(roof())), "quiet tenants")
    assert move.kind == "ask"
    assert move.effect == Effect()


def test_match_changes_an_option_only_where_i_can_expect_more() -> None:
    cheap = named(match.moves(table_of(roof())), "start: tomorrow")
    assert cheap.effect.expected_value is not None
    assert cheap.effect.expected_value > 0
    case = roof()
    dear = replace(
        case, mine=replace(case.mine, issues={"start": {"tomorrow": point(-5000.0), "this week": point(0.0)}})
    )
    assert not [m for m in match.moves(table_of(dear)) if m.what.startswith("start")]


def test_alter_lights_only_where_my_edge_beats_my_average_edge() -> None:
    """The pipes serve dry walls, where I am ahead of the rival; the tidy crew serves clean yard, where I am not."""
    table = table_of(roof())
    found = edges(table)
    assert found is not None
    assert found.bracket[0] > 0 > found.bracket[1]
    lights = [m for m in alter.moves(table) if "light on" in m.what]
    assert [m.what for m in lights] == ["copper pipes: light on dry walls"]
    assert lights[0].effect.leverage is not None
    assert lights[0].effect.leverage > 0
    assert "turn green" in (lights[0].caution or "")


def test_light_on_the_wrong_want_would_lower_leverage() -> None:
    """What rule 12b leaves out really would have hurt."""
    table = table_of(roof())
    assert table.evaluator is not None
    assert table.standing is not None
    wrong = table.evaluator.standing(table.evaluator.version(shift=lambda w: shifted(w, 1, 4.0)))
    assert wrong.leverage < table.standing.leverage


def test_alter_does_not_know_without_what_their_alternative_serves() -> None:
    case = roof()
    silent = replace(case, theirs=replace(case.theirs, alternatives=(alternative("rival", 2200.0, 0.6),)))
    assert edges(table_of(silent)) is None
    assert not [m for m in alter.moves(table_of(silent)) if "light on" in m.what]
    notes = compose(silent, Views(even_belief(silent)), "test").notes
    assert any("unknown" in n and "alternative serves" in n for n in notes)


def test_the_less_settled_they_are_the_more_a_light_does() -> None:
    def gain(certainty: float) -> float:
        case = roof()
        found = table_of(replace(case, them=replace(case.them, certainty=certainty)))
        effect = named(alter.moves(found), "light on dry walls").effect
        assert effect.leverage is not None
        return effect.leverage

    assert gain(4.0) > gain(20.0) > gain(200.0) > 0


@settings(deadline=None)
@given(st.floats(0.01, 0.99), st.floats(1, 500))
def test_a_planned_shift_stays_within_its_cap(weight: float, c: float) -> None:
    s = capped_strength(weight, c)
    assert 0 < s <= STRENGTH
    moved = shifted(np.array([weight, 1 - weight]), 0, c, s)
    assert moved[0] <= weight * (1 + CAP) + 1e-9 or moved[0] - weight <= CAP * weight + 1e-9


def test_a_showcase_counts_its_derivative_and_says_it_is_a_sample() -> None:
    move = named(alter.moves(table_of(roof())), "roof renewal")
    assert move.cost == 60.0
    assert move.effect == named(match.moves(table_of(roof())), "seal").effect
    assert "sample" in (move.say or "")


def test_a_possibility_takes_weight_from_the_rest() -> None:
    move = named(alter.moves(table_of(roof())), "green roof")
    assert move.effect.expected_value is not None
    assert move.kind == "show"


def test_future_business_is_worded_as_credibly_as_it_is() -> None:
    moves = alter.moves(table_of(roof()))
    assert "intend" in (named(moves, "spring check").say or "")
    faint = named(moves, "new balconies")
    assert faint.say is None
    assert not faint.recommended


def test_sweeteners_go_by_value_over_cost() -> None:
    sweet = [m for m in affiliate.moves(table_of(roof())) if "sweetener" in m.what]
    assert [m.what for m in sweet] == ["photo report, as a sweetener", "leaf guard, as a sweetener"]
    assert all(m.effect.expected_value is not None and m.effect.expected_value > 0 for m in sweet)


def test_setting_the_relationship_apart_undoes_my_own_fear() -> None:
    move = named(affiliate.moves(table_of(roof())), "set the relationship apart")
    assert move.effect.leverage is not None
    assert move.effect.leverage > 0
    assert not [m for m in affiliate.moves(table_of(roof(relationship=Relationship()))) if "apart" in m.what]


def test_at_most_three_acts_and_none_with_a_number() -> None:
    acts = [m for m in affiliate.moves(table_of(roof())) if m.what.startswith("act ")]
    assert len(acts) == 3
    assert all(a.effect == Effect() for a in acts)


def test_moves_are_ranked_by_what_i_can_expect_and_never_by_leverage() -> None:
    def move(name: str, leverage: float, expected: float | None) -> Move:
        return Move("offer", "match", name, "w", Effect(leverage, 0.0, 0.0, expected), 0.0, (), "B", "s")

    order = rank(
        [move("loud", 0.9, 1.0), move("loss", 0.9, -5.0), move("unknown", 0.0, None), move("quiet", 0.01, 80.0)]
    )
    assert [m.what for m in order] == ["quiet", "loud", "unknown", "loss"]


def test_a_gift_that_raises_leverage_and_costs_me_is_not_recommended() -> None:
    """Trap 2 of the theory page, and guardrail G20."""
    gift = Feature("a whole new roof", {"dry walls": 0.02}, cost=point(500.0), proof="plan")
    case = roof(features=(gift,))
    brief = compose(case, Views(even_belief(case)), "test")
    move = named(brief.moves, "a whole new roof")
    assert move.effect.expected_value is not None
    assert move.effect.expected_value < 0
    assert not move.recommended
    assert "less" in (move.caution or "")


def test_a_hollow_act_is_dropped_and_said_so() -> None:
    case = roof(acts=(Act("say the building is lovely", "affirmation"),))
    brief = compose(case, Views(even_belief(case)), "test")
    assert not [m for m in brief.moves if "lovely" in m.what]
    assert [r.rule for r in brief.refused if "lovely" in r.text] == ["G8"]


def test_allusions_are_what_ifs_and_not_counted() -> None:
    base = gutters(future=0.5)
    alluded = replace(base, future=(replace(base.future[0], counted=False),))
    brief = compose(alluded, Views(even_belief(alluded)), "test")
    assert brief.leverage.value == pytest.approx(0.7143, abs=1e-4)
    assert brief.what_ifs[0].leverage == pytest.approx(0.2472, abs=1e-4)
    assert brief.what_ifs[0].price == pytest.approx(1785.42, abs=0.01)


def test_the_brief_is_plain_data() -> None:
    import json

    case = roof(drafts=())
    brief = compose(case, Views(even_belief(case)), "test")
    data = json.loads(json.dumps(brief.to_dict(), allow_nan=False))
    assert data["schema_version"] == 1
    assert data["questions"] is None
    assert data["offers"]["steps"]
    assert data["not_built"] == ["questions"]
    assert {"value", "median", "low", "high", "probability_positive", "ratio", "stake", "layers", "drivers"} <= set(
        data["leverage"]
    )
    assert {"terms", "deal_me_out", "my_value", "their_value", "zone"} <= set(data["predicted_terms"])


def test_a_wider_worth_widens_the_interval_of_the_price() -> None:
    case = gutters()
    unsure = replace(case, theirs=replace(case.theirs, worth=Estimate(4000.0, 2500.0, 6000.0, "theirs.worth")))
    brief = compose(unsure, Views(even_belief(unsure)), "test")
    terms = brief.predicted_terms
    assert terms.low is not None
    assert terms.high is not None
    assert terms.low < 2100 < terms.high


def test_a_feature_that_costs_nothing_is_offered_like_any_other() -> None:
    free = Feature("warranty", {"dry walls": 0.9}, worth_to_them=point(300.0))
    move = named(match.moves(table_of(roof(features=(free,)))), "warranty")
    assert move.effect.expected_value is not None
    assert move.effect.expected_value > 0


@pytest.mark.parametrize("included", [True, False])
def test_a_light_never_lowers_what_it_is_shown_for(included: bool) -> None:
    """Chosen and measured on the same package, also for features that come free and are not in the reference."""
    seal = Feature("seal", {"dry walls": 0.9}, included=included, true_on=date(2026, 4, 1))
    for move in alter.moves(table_of(roof(features=(seal,), possibilities=(), future=()))):
        assert move.effect.leverage is not None
        assert move.effect.leverage > 0


@pytest.mark.parametrize("heavy", [0.001, 2.0, 200.0])
def test_a_shift_does_not_depend_on_a_want_that_the_money_counts(heavy: float) -> None:
    base = roof()
    price = replace(base.issues[0], serves_by_range={"low price": "falling"})
    case = replace(base, issues=(price, *base.issues[1:]), wants=(*base.wants, Want("low price", "", point(heavy))))
    moves = alter.moves(table_of(case))
    plain = alter.moves(table_of(base))
    for part in ("light on dry walls", "green roof"):
        assert named(moves, part).effect.leverage == pytest.approx(named(plain, part).effect.leverage, abs=1e-9)


def test_their_best_alternative_is_the_one_that_nets_most() -> None:
    dear = replace(alternative("dear", 3000.0, 0.6), switch_cost=point(2900.0), serves={"dry walls": 1.0})
    good = replace(alternative("good", 1500.0, 0.6), serves={"dry walls": 0.1})
    case = roof()
    best = best_alternative(replace(case, theirs=replace(case.theirs, alternatives=(dear, good))))
    assert best is not None
    assert best.name == "good"


def test_business_that_refusing_would_cost_is_not_held_out_as_a_reward() -> None:
    lost = Future("yearly check", "them", "lost_if_refused", point(100.0), 365.0, 2, point(0.0), point(0.7), False)
    assert not [m for m in alter.moves(table_of(roof(future=(lost,)))) if "yearly check" in m.what]


def test_a_feature_may_serve_a_possibility() -> None:
    pond = Feature("pond", {"a green roof": 0.9}, cost=point(5.0))
    case = roof(features=(pond,), possibilities=(Possibility("a green roof", "Sedum holds the water back."),))
    assert "pond" in named(alter.moves(table_of(case)), "green roof").what


def test_a_light_moves_their_discounted_alternative() -> None:
    """Their alternative a month away, with patience: the same reading as one whose worth is edited by hand."""
    base = roof()
    rival = replace(base.theirs.alternatives[0], when=point(28.0), chance=point(1.0))
    case = replace(base, theirs=replace(base.theirs, patience=point(0.03 / 7), alternatives=(rival,)))
    table = table_of(case)
    e = table.evaluator
    assert e is not None
    after = shifted(e.mean, 0, 4.0)
    moved = 4000 / e.frame.norm * float((after - e.mean) @ np.array([0.2, 0.9, 0.0]))
    edited = replace(rival, worth=point(2200.0 + moved))
    by_hand = no_deal(replace(case, theirs=replace(case.theirs, alternatives=(edited,))), "them", likely)
    assert e.values(e.version(shift=lambda w: shifted(w, 0, 4.0)), likely, e.mean)[3] == pytest.approx(by_hand)


def test_in_points_the_trade_that_wastes_nothing_is_proposed() -> None:
    """Log-rolling: each side gives way where it cares less."""
    issues = (Issue("pay", ("low", "high")), Issue("home", ("no", "yes")))
    mine = {"pay": {"low": point(0.0), "high": point(10.0)}, "home": {"no": point(1.0), "yes": point(0.0)}}
    theirs = {"pay": {"low": point(1.0), "high": point(0.0)}, "home": {"no": point(0.0), "yes": point(10.0)}}
    case = Case(
        title="job",
        me=gutters().me,
        them=gutters().them,
        issues=issues,
        reference=Reference("standard", Package({"pay": "low", "home": "no"})),
        mine=Position(issues=mine, otherwise=point(0.0)),
        theirs=Position(issues=theirs, otherwise=point(0.0)),
    )
    move = named(match.moves(table_of(case)), "a trade")
    assert "pay: high" in move.what
    assert "home: yes" in move.what
    assert move.effect.my_value == 9.0
    assert move.effect.expected_value is not None
    assert move.effect.expected_value > 0


def test_a_favour_to_me_is_asked_for_and_not_offered() -> None:
    case = roof()
    dear = replace(case, mine=replace(case.mine, issues={"start": {"tomorrow": point(200.0), "this week": point(0.0)}}))
    move = named(match.moves(table_of(dear)), "start: tomorrow")
    assert move.kind == "ask"
    assert "could" in (move.say or "")
