"""What the reading says, what it refuses to say, and what each side sees of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.worlds import alternative, evaluator, gutters, pert, point, random_money, random_points, reading
from upperhand.leverage.layers import relevant, seen_by, state
from upperhand.leverage.nodeal import no_deal
from upperhand.model.case import Bond, Case, Feature, Issue, Position, Reference, Relationship, Want
from upperhand.model.estimate import Estimate, Side
from upperhand.model.evidence import Evidence, Statement
from upperhand.model.package import Package
from upperhand.model.reading import Stake
from upperhand.value.draws import beta_draws, sample, stream
from upperhand.value.reference import _stepwise
from upperhand.value.reference import settings as settings_of
from upperhand.value.worth import likely, my_value, their_value

ONLY_ME: frozenset[Side] = frozenset(("me",))


@pytest.mark.parametrize(
    ("case", "named"),
    [
        (replace(gutters(), theirs=replace(gutters().theirs, worth=None)), "theirs.worth"),
        (replace(gutters(), mine=replace(gutters().mine, cost=None)), "mine.cost"),
        (replace(gutters(), mine=replace(gutters().mine, otherwise=None)), "mine.otherwise"),
        (replace(gutters(), theirs=replace(gutters().theirs, otherwise=None)), "theirs.otherwise"),
        (
            replace(
                gutters(),
                theirs=replace(gutters().theirs, alternatives=(replace(alternative("rival", 1.0), worth=None),)),
            ),
            "theirs.alternatives.rival.worth",
        ),
        (
            replace(gutters(), issues=(replace(gutters().issues[0], better_for_me=None),)),
            "issues.price.better_for_me",
        ),
        (replace(gutters(), unit="points"), "mine.issues"),
    ],
)
def test_what_is_missing_is_named_and_nothing_is_guessed(case: Case, named: str) -> None:
    if case.unit == "points":
        case = replace(case, mine=Position(otherwise=point(0.0)))
    leverage, terms = reading(case)
    assert leverage.value is None
    assert leverage.low is None
    assert leverage.reason is not None
    assert leverage.reason.startswith("unknown, because")
    assert named in leverage.reason
    assert terms.terms is None
    assert terms.reason == leverage.reason


def test_no_dependence_no_leverage_is_not_zero() -> None:
    case = gutters()
    rich = replace(
        case,
        mine=replace(case.mine, otherwise=point(1e6)),
        theirs=replace(case.theirs, otherwise=point(1e6)),
    )
    leverage, terms = reading(rich)
    assert leverage.value is None
    assert "no dependence" in (leverage.reason or "")
    assert terms.zone.exists is False
    assert "missing" in (terms.reason or "")


def test_saturated_where_only_they_depend() -> None:
    case = gutters()
    leverage, _ = reading(replace(case, mine=replace(case.mine, otherwise=point(5000.0))))
    assert leverage.value == 1.0
    assert leverage.saturated
    assert leverage.ratio is None
    assert any("better off without a deal" in n for n in leverage.notes)


def test_where_they_would_walk_the_reading_says_so() -> None:
    case = gutters()
    leverage, _ = reading(replace(case, theirs=replace(case.theirs, otherwise=point(5000.0))))
    assert leverage.value == -1.0
    assert any("would walk" in n for n in leverage.notes)


def test_without_a_reference_the_gross_gains_are_split_and_it_says_so() -> None:
    """theory.md 2.3: with the gross split, D_them - D_me is the difference of what both have outside."""
    case = replace(gutters(), reference=None)
    leverage, _ = reading(case)
    assert leverage.reference is not None
    assert leverage.reference.basis == "gross_split"
    assert "splits the gross gains equally" in (leverage.reference.note or "")
    assert leverage.stake.me is not None
    assert leverage.stake.them is not None
    assert leverage.stake.them - leverage.stake.me == pytest.approx(360 - 1060)


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_the_gross_split_reading_gives_the_nash_share_of_the_gross_value(seed: int) -> None:
    """(1 + (o_me - o_them) / W) / 2 is the symmetric Nash share of W (theory.md 2.3)."""
    case = replace(random_money(np.random.default_rng(seed)), reference=None, future=())
    case = replace(case, mine=replace(case.mine, patience=None))
    leverage, terms = reading(case)
    assume(leverage.value is not None and terms.terms is not None)
    assert leverage.stake.me is not None
    assert leverage.stake.them is not None
    e = evaluator(case)
    v_me, v_them, d_me, d_them = (float(v) for v in e.values(e.version(), likely, e.mean))
    assume(v_me > d_me and v_them > d_them)
    whole = v_me + v_them
    assert v_me == pytest.approx(v_them)
    assert terms.my_value is not None
    assert (1 + (d_me - d_them) / whole) / 2 * whole == pytest.approx(terms.my_value)


def test_a_hidden_alternative_is_absent_for_the_other_side() -> None:
    case = gutters()
    job = replace(case.mine.alternatives[0], visible_to=ONLY_ME)
    leverage, _ = reading(replace(case, mine=replace(case.mine, alternatives=(job,))))
    assert leverage.layers is not None
    assert leverage.layers.structural.value == pytest.approx(1200 / 1680)
    assert leverage.layers.mine.value == pytest.approx(1200 / 1680)
    assert leverage.layers.theirs.value == pytest.approx((1440 - 600) / 2040)


def test_a_hidden_number_is_replaced_by_what_they_would_assume() -> None:
    case = gutters()
    hidden = Estimate(900.0, 900.0, 900.0, "mine.cost", visible_to=ONLY_ME, prior=pert(700, 1200, 1400, "prior"))
    leverage, _ = reading(replace(case, mine=replace(case.mine, cost=hidden)))
    assert leverage.layers is not None
    assert leverage.value == pytest.approx(1200 / 1680)
    assert leverage.layers.theirs.value == pytest.approx(1.0)
    bare = replace(hidden, prior=None)
    blind, _ = reading(replace(case, mine=replace(case.mine, cost=bare)))
    assert blind.layers is not None
    assert blind.layers.theirs.value is None
    assert "mine.cost" in (blind.layers.theirs.reason or "")
    assert blind.layers.mine.value == pytest.approx(1200 / 1680)


def test_masking_leaves_a_case_in_full_view_alone() -> None:
    case = gutters(uncertain=True)
    for side in ("me", "them"):
        seen, missing = seen_by(case, side)
        assert seen == relevant(case)
        assert missing == ()


def test_evidence_they_do_not_know_of_is_not_in_their_view() -> None:
    told = Evidence("e1", "statement", Statement("dry walls"), "note", "note", visible_to=ONLY_ME)
    case = replace(gutters(), evidence=(told,))
    assert seen_by(case, "them")[0].evidence == ()
    assert seen_by(case, "me")[0].evidence == (told,)


@pytest.mark.parametrize(
    ("structural", "mine", "theirs", "name"),
    [
        (0.1, 1.0, 1.0, "balanced"),
        (0.5, 0.9, 0.9, "active"),
        (0.5, 0.5, 0.9, "blind"),
        (0.5, 0.9, 0.5, "unseen by the other side"),
        (0.5, 0.5, 0.5, "dormant"),
        (-0.5, 0.5, 0.9, "unseen by the other side"),
        (-0.5, 0.9, 0.5, "blind"),
    ],
)
def test_states(structural: float, mine: float, theirs: float, name: str) -> None:
    assert state(structural, mine, theirs) == name


def test_what_is_worth_knowing_is_what_moves_the_reading() -> None:
    leverage, _ = reading(gutters(uncertain=True))
    names = [w.input for w in leverage.worth_knowing]
    assert names[0] == "theirs.worth"
    assert sum(w.share for w in leverage.worth_knowing) < 1.1
    assert reading(gutters())[0].worth_knowing == ()


def test_the_buyer_reads_the_same_deal_from_the_other_chair() -> None:
    """Paid by the other side: V = worth - price; a supplier's V = price - cost."""
    buyer = Case(
        title="Buying",
        me=gutters().them,
        them=gutters().me,
        unit="EUR",
        reference=gutters().reference,
        issues=(replace(gutters().issues[0], better_for_me="lower"),),
        mine=replace(gutters().theirs),
        theirs=replace(gutters().mine),
    )
    leverage, terms = reading(buyer)
    assert leverage.value == pytest.approx(-1200 / 1680)
    assert terms.terms is not None
    assert terms.terms["price"] == pytest.approx(2100.0)


def test_nothing_counts_twice() -> None:
    """A feature with a worth to them counts by that, one without by what it serves; the price counts as money."""
    base = gutters()
    start = Issue("start", ("soon", "late"), serves={"dry walls": {"soon": 0.8, "late": 0.4}})
    case = replace(
        base,
        wants=(Want("dry walls", "", point(3.0)), Want("low price", "", point(1.0))),
        issues=(replace(base.issues[0], serves_by_range={"low price": "falling"}), start),
        reference=Reference("standard", Package({"price": 1500.0, "start": "soon"})),
        features=(
            Feature("by worth", {"dry walls": 0.9}, worth_to_them=point(100.0)),
            Feature("by service", {"dry walls": 0.5}),
        ),
    )
    e = evaluator(case)
    x = e.frame.reference
    at = {
        name: float(their_value(e.frame, package, e.mean, likely))
        for name, package in {
            "reference": x,
            "late": x.replacing({"start": "late"}),
            "worth": x.including("by worth"),
            "service": x.including("by service"),
            "cheaper": x.replacing({"price": 1400.0}),
        }.items()
    }
    assert at["reference"] == pytest.approx(4000 - 1500)
    assert at["late"] == pytest.approx(4000 * 0.4 / 0.8 - 1500)
    assert at["worth"] == pytest.approx(4000 + 100 - 1500)
    assert at["service"] == pytest.approx(4000 * 0.9 / 0.8 - 1500)
    assert at["cheaper"] == pytest.approx(at["reference"] + 100)
    assert float(my_value(e.frame, x, likely)) == 600.0


def test_option_values_on_a_range_are_linear_between_what_is_given() -> None:
    days = Issue("days", low=0.0, high=10.0, step=1.0)
    case = replace(
        gutters(),
        issues=(*gutters().issues, days),
        reference=Reference("standard", Package({"price": 1500.0, "days": 5.0})),
        mine=replace(gutters().mine, issues={"days": {"0": point(0.0), "10": point(100.0)}}),
    )
    e = evaluator(case)
    values = [
        float(my_value(e.frame, e.frame.reference.replacing({"days": d}), likely)) for d in (0.0, 5.0, 10.0, 12.0)
    ]
    assert values == pytest.approx([600, 650, 700, 700])


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_points_are_the_sum_of_the_issues(seed: int) -> None:
    case = random_points(np.random.default_rng(seed))
    e = evaluator(case)
    terms = e.frame.reference.terms
    assert float(my_value(e.frame, e.frame.reference, likely)) == sum(
        case.mine.issues[n][str(o)].likely for n, o in terms.items()
    )


def test_ending_the_relationship_ends_what_it_holds() -> None:
    bonds = Relationship(point(0.0), Bond(point(500.0), point(1.0)), Bond(point(500.0), point(1.0)))
    case = replace(gutters(), relationship=bonds)
    assert no_deal(case, "them", likely) == no_deal(gutters(), "them", likely)


@pytest.mark.parametrize(("a", "b"), [(1.0, 5.0), (6.0, 4.0), (0.5, 0.5), (0.2, 0.3), (900.0, 3.0), (2.7, 3.3)])
def test_draws_have_the_moments_of_their_distribution(a: float, b: float) -> None:
    x = beta_draws(a, b, stream("s", "x"), 40_000)
    assert x.mean() == pytest.approx(a / (a + b), abs=0.005)
    assert x.var() == pytest.approx(a * b / (a + b) ** 2 / (a + b + 1), rel=0.05)
    assert x.min() >= 0
    assert x.max() <= 1


def test_a_range_stays_within_itself_and_a_point_is_a_point() -> None:
    x = sample(pert(10, 20, 60, "x"), "s")
    assert x.min() >= 10
    assert x.max() <= 60
    assert x.mean() == pytest.approx((10 + 4 * 20 + 60) / 6, rel=1e-3)
    assert set(sample(point(3.0), "s")) == {3.0}
    assert set(sample(Estimate(1.0, 0.0, 1.0, "c", (5.0, 0.0)), "s")) == {1.0}


def test_too_many_packages_to_list_is_said_and_not_guessed() -> None:
    names = [f"i{j}" for j in range(12)]
    issues = tuple(Issue(n, ("a", "b", "c"), serves={"w": {"a": 0.1, "b": 0.2, "c": 0.3}}) for n in names)
    case = Case(
        title="wide",
        me=gutters().me,
        them=gutters().them,
        unit="EUR",
        wants=(Want("w", "", point(1.0)),),
        issues=issues,
        reference=Reference("standard", Package(dict.fromkeys(names, "a"))),
        mine=Position(issues={n: {"a": point(1.0), "b": point(0.0)} for n in names}, otherwise=point(0.0)),
        theirs=Position(worth=point(100.0), otherwise=point(0.0)),
    )
    leverage, _ = reading(case)
    assert leverage.value is None
    assert "too many to compare" in (leverage.reason or "")


def test_points_without_a_reference_are_split_as_equally_as_can_be() -> None:
    """The stepwise search for wide cases against the listing of all packages, on cases that can be listed."""
    for seed in range(20):
        case = replace(random_points(np.random.default_rng(seed), issues=5), reference=None)
        package = evaluator(case).frame.reference
        choices = [settings_of(i) for i in case.issues]

        def share(pick: tuple[str | float, ...], case: Case = case) -> float:
            worths = []
            for position in (case.mine, case.theirs):
                tables = [[w.likely for w in position.issues[i.name].values()] for i in case.issues]
                low, high = sum(min(t) for t in tables), sum(max(t) for t in tables)
                got = sum(position.issues[i.name][str(o)].likely for i, o in zip(case.issues, pick, strict=True))
                worths.append((got - low) / (high - low))
            return min(worths)

        best = max(share(pick) for pick in product(*choices))
        assert share(tuple(package.terms.values())) == pytest.approx(best)

        def values(picks: Iterable[tuple[str | float, ...]], case: Case = case) -> NDArray[np.float64]:
            return np.array(
                [
                    [
                        sum(p.issues[i.name][str(o)].likely for i, o in zip(case.issues, pick, strict=True))
                        for p in (case.mine, case.theirs)
                    ]
                    for pick in picks
                ]
            )

        assert share(_stepwise(choices, values)) >= best - 0.1


def test_in_points_only_points_count() -> None:
    case = random_points(np.random.default_rng(3))
    told = replace(case, theirs=replace(case.theirs, worth=point(500.0), cost=point(70.0)))
    plain, with_worth = reading(case)[0], reading(told)[0]
    assert with_worth.value == plain.value
    assert any("not counted" in n for n in with_worth.notes)


def test_a_range_is_looked_at_on_its_steps() -> None:
    assert settings_of(Issue("p", low=0.0, high=10.0, step=3.0)) == [0.0, 3.0, 6.0, 9.0]
    assert settings_of(Issue("p", low=0.0, high=300.0, step=1.0)) == [float(k) for k in range(301)]


def test_a_hidden_number_without_bearing_on_the_reference_blanks_no_view() -> None:
    hidden = Estimate(60.0, 60.0, 60.0, "features.seal.cost", visible_to=ONLY_ME)
    case = replace(gutters(), features=(Feature("seal", {}, cost=hidden, worth_to_them=point(90.0)),))
    leverage, _ = reading(case)
    assert leverage.layers is not None
    assert leverage.layers.theirs.value == leverage.value


def test_a_price_that_was_filled_in_is_labelled_a_gross_split() -> None:
    case = replace(gutters(), reference=Reference("standard", Package({})))
    leverage, _ = reading(case)
    assert leverage.reference is not None
    assert leverage.reference.basis == "gross_split"


def test_without_dependence_the_stakes_are_known_to_be_nothing() -> None:
    case = gutters()
    rich = replace(
        case, mine=replace(case.mine, otherwise=point(1e6)), theirs=replace(case.theirs, otherwise=point(1e6))
    )
    assert reading(rich)[0].stake == Stake(0.0, 0.0)


def test_a_forgotten_is_price_is_asked_for_and_no_score_is_invented() -> None:
    case = replace(gutters(), issues=(replace(gutters().issues[0], is_price=False),))
    leverage, _ = reading(case)
    assert leverage.value is None
    assert "issues.price.is_price" in (leverage.reason or "")


def test_a_price_in_place_of_a_gain_is_questioned() -> None:
    case = gutters()
    rival = alternative("another flat", 3900.0)
    leverage, _ = reading(replace(case, theirs=replace(case.theirs, alternatives=(rival,))))
    assert any("after paying" in n for n in leverage.notes)
