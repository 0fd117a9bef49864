"""The fifteen properties of theory.md 2.10, over random negotiations."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.worlds import (
    alternative,
    evaluator,
    even_belief,
    gutters,
    pert,
    point,
    random_money,
    random_points,
    reading,
    swapped,
    wants,
)
from upperhand.leverage.drivers import drivers
from upperhand.leverage.evaluate import Evaluator
from upperhand.leverage.nodeal import no_deal
from upperhand.levers.shift import shifted
from upperhand.model.case import Alternative, Bond, Case, Issue, Relationship
from upperhand.model.estimate import Estimate
from upperhand.model.package import Package
from upperhand.value.worth import likely

seeds = st.integers(0, 2**32 - 1)
many = settings(max_examples=60, deadline=None)


def world(seed: int, *, uncertain: bool = False) -> Case:
    return random_money(np.random.default_rng(seed), uncertain=uncertain)


def score(case: Case) -> float:
    e = evaluator(case)
    return float(e.leverage(e.values(e.version(), likely, e.mean)))


def no_deals(case: Case) -> tuple[float, float]:
    return float(no_deal(case, "me", likely)), float(no_deal(case, "them", likely))


def with_otherwise(case: Case, side: str, change: float) -> Case:
    position = case.mine if side == "mine" else case.theirs
    assert position.otherwise is not None
    bare = replace(position, otherwise=point(position.otherwise.likely + change), alternatives=())
    return replace(case, mine=bare) if side == "mine" else replace(case, theirs=bare)


@many
@given(seeds)
def test_1_swapping_the_sides_flips_the_sign(seed: int) -> None:
    case = world(seed)
    assert score(swapped(case)) == pytest.approx(-score(case), abs=1e-9, nan_ok=True)


@many
@given(seeds)
def test_2_leverage_is_bounded(seed: int) -> None:
    value = score(world(seed))
    assert np.isnan(value) or -1.0 <= value <= 1.0


@many
@given(seeds, st.floats(0.1, 500))
def test_3_better_alternatives_of_mine_raise_it_and_of_theirs_lower_it(seed: int, more: float) -> None:
    case = world(seed)
    bare = with_otherwise(with_otherwise(case, "mine", 0.0), "theirs", 0.0)
    mine, theirs = with_otherwise(bare, "mine", more), with_otherwise(bare, "theirs", more)
    base = score(bare)
    assert np.isnan(base) or np.isnan(score(mine)) or score(mine) >= base - 1e-12
    assert np.isnan(base) or np.isnan(score(theirs)) or score(theirs) <= base + 1e-12


@many
@given(seeds, st.floats(0.01, 100), st.floats(-500, 500))
def test_4_each_sides_unit_is_its_own(seed: int, scale: float, origin: float) -> None:
    case = random_points(np.random.default_rng(seed))
    assert case.theirs.otherwise is not None
    first = case.issues[0].name

    def told(name: str, worth: float) -> Estimate:
        return point(scale * worth + (origin if name == first else 0.0))

    theirs = replace(
        case.theirs,
        issues={n: {o: told(n, w.likely) for o, w in options.items()} for n, options in case.theirs.issues.items()},
        otherwise=point(scale * case.theirs.otherwise.likely + origin),
    )
    assert score(replace(case, theirs=theirs)) == pytest.approx(score(case), abs=1e-6, nan_ok=True)


@many
@given(seeds)
def test_5_no_score_exactly_where_nobody_depends(seed: int) -> None:
    case = world(seed)
    e = evaluator(case)
    v_me, v_them, d_me, d_them = (float(v) for v in e.values(e.version(), likely, e.mean))
    leverage, _ = reading(case)
    assert (leverage.value is None) == (v_me <= d_me and v_them <= d_them)
    assert (leverage.value is None) == (leverage.reason is not None)


@many
@given(seeds, st.floats(1, 500))
def test_6_what_they_would_miss_raises_it_and_no_relationship_means_none(seed: int, more: float) -> None:
    case = replace(world(seed), future=())
    bonds = case.relationship
    dearer = replace(case, relationship=replace(bonds, them=Bond(point(bonds.them.worth.likely + more), point(1.0))))
    before, after = score(case), score(dearer)
    assert np.isnan(before) or after >= before - 1e-12
    ended = replace(case, relationship=replace(bonds, continues=point(0.0)))
    assert score(ended) == pytest.approx(score(replace(case, relationship=Relationship())), nan_ok=True)


@many
@given(seeds, st.floats(0, 3000), st.floats(0, 1), st.floats(0, 30))
def test_7_another_alternative_never_hurts_and_a_likelier_one_helps(
    seed: int, worth: float, chance: float, days: float
) -> None:
    case = world(seed)

    def having(*more: Alternative) -> float:
        return no_deals(replace(case, mine=replace(case.mine, alternatives=(*case.mine.alternatives, *more))))[0]

    one = having(alternative("new", worth, chance, days))
    assert one >= having() - 1e-9
    assert having(alternative("new", worth, min(1.0, chance + 0.2), days)) >= one - 1e-9


@many
@given(seeds, st.floats(0, 60), st.floats(0, 50))
def test_8_delay_and_the_cost_of_waiting_lower_what_no_deal_is_worth(seed: int, days: float, cost: float) -> None:
    case = world(seed)
    later = tuple(replace(a, when=point(a.when.likely + days)) for a in case.theirs.alternatives)
    positive = all(a.worth is not None and a.worth.likely >= 0 for a in later)
    assume(positive)
    slower = replace(case, theirs=replace(case.theirs, alternatives=later))
    dearer = replace(case, theirs=replace(case.theirs, waiting=point(case.theirs.waiting.likely + cost)))
    assert no_deals(slower)[1] <= no_deals(case)[1] + 1e-9
    assert no_deals(dearer)[1] <= no_deals(case)[1] + 1e-9


@many
@given(
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
    st.lists(st.floats(0, 1), min_size=3, max_size=3),
    st.lists(st.floats(0.05, 1), min_size=3, max_size=3),
    st.integers(0, 2),
    st.floats(2, 200),
)
def test_9_light_on_a_want_helps_exactly_where_my_edge_beats_my_average_edge(
    mine: list[float], other: list[float], guesses: list[float], lit: int, c: float
) -> None:
    """Their dependence moves with the sign of edge_k - sum m edge (theory.md 12b), their one sure alternative valued
    with the same weights."""
    assume(max(mine) > 0.2)
    names = ("a", "b", "c")
    serves = dict(zip(names, other, strict=True))
    rival = replace(alternative("rival", 100.0, 1.0), serves=serves)
    start = Issue("start", ("x",), serves={n: {"x": s} for n, s in zip(names, mine, strict=True)})
    base = gutters()
    case = replace(
        base,
        wants=wants(*names),
        issues=(*base.issues, start),
        reference=replace(base.reference, package=Package({"price": 1000.0, "start": "x"})),  # type: ignore[type-var]
        theirs=replace(base.theirs, alternatives=(rival,), otherwise=point(-1e6)),
    )
    e = Evaluator(case, even_belief(case, weights=tuple(guesses)), "test")
    before = e.values(e.version(), likely, e.mean)
    after = e.values(e.version(shift=lambda w: shifted(w, lit, c)), likely, e.mean)
    edge = np.array(mine) - np.array(other)
    bracket = edge[lit] - float(e.mean @ edge)
    moved = (after[1] - after[3]) - (before[1] - before[3])
    assume(abs(bracket) > 1e-6)
    assert np.sign(moved) == np.sign(bracket)


@many
@given(st.lists(st.floats(0.05, 1), min_size=2, max_size=6), st.floats(1, 100), st.floats(0.1, 100))
def test_10_the_more_settled_the_smaller_the_shift(guesses: list[float], c: float, more: float) -> None:
    mean = np.array(guesses) / sum(guesses)
    first, second = shifted(mean, 0, c)[0] - mean[0], shifted(mean, 0, c + more)[0] - mean[0]
    assert second < first
    assert shifted(mean, 0, c).sum() == pytest.approx(1.0)


@many
@given(seeds)
def test_12_at_the_middle_of_the_zone_leverage_is_zero_by_construction(seed: int) -> None:
    """Trap 1: the reason why such a reference is refused."""
    case = replace(world(seed), relationship=Relationship(), future=())
    case = replace(case, mine=replace(case.mine, patience=point(0.0)), theirs=replace(case.theirs, patience=point(0.0)))
    leverage, terms = reading(case)
    zone = terms.zone
    assume(zone.exists and zone.low is not None and zone.high is not None and zone.high - zone.low > 1.0)
    assert zone.low is not None
    assert zone.high is not None
    assert case.reference is not None
    middle = replace(case, reference=replace(case.reference, package=Package({"price": (zone.low + zone.high) / 2})))
    leverage, _ = reading(middle)
    assert leverage.value is not None
    assert abs(leverage.value) < 1e-9
    assert any("middle of the zone" in note for note in leverage.notes)


@many
@given(seeds)
def test_13_the_drivers_sum_to_the_reading(seed: int) -> None:
    case = world(seed)
    value = score(case)
    assume(not np.isnan(value))
    e = evaluator(case)
    assert sum(d.share for d in drivers(e, e.version())) == pytest.approx(value, abs=1e-9)


def test_14_fixing_an_input_narrows_the_interval() -> None:
    """On the uncertain gutters, input by input, within Monte Carlo tolerance; and streams do not depend on others."""
    wide = reading(gutters(uncertain=True))[0]
    assert wide.low is not None
    assert wide.high is not None
    case = gutters(uncertain=True)
    job = case.mine.alternatives[0]
    rival = case.theirs.alternatives[0]
    fixed = (
        replace(case, theirs=replace(case.theirs, worth=point(4000.0))),
        replace(case, mine=replace(case.mine, alternatives=(replace(job, worth=point(450.0)),))),
        replace(case, theirs=replace(case.theirs, alternatives=(replace(rival, chance=point(0.6)),))),
    )
    for narrower in fixed:
        found = reading(narrower)[0]
        assert found.low is not None
        assert found.high is not None
        assert found.high - found.low <= wide.high - wide.low + 0.01


def test_14_in_the_median_over_random_cases() -> None:
    """Fixing the input that explains most narrows the interval in most cases (theory.md: median width)."""
    ratios = []
    for seed in range(60):
        case = world(seed, uncertain=True)
        wide, worth = reading(case)[0], case.theirs.worth
        assert worth is not None
        if not wide.worth_knowing or wide.worth_knowing[0].input != worth.name:
            continue
        narrow = reading(replace(case, theirs=replace(case.theirs, worth=point(worth.likely, worth.name))))[0]
        if None not in (wide.low, wide.high, narrow.low, narrow.high) and wide.high > wide.low:  # type: ignore[operator]
            ratios.append((narrow.high - narrow.low) / (wide.high - wide.low))  # type: ignore[operator]
    assert len(ratios) >= 10
    assert float(np.median(ratios)) < 0.8


@many
@given(seeds, st.sampled_from(["small", "large", None]), st.text(max_size=8))
def test_15_size_and_role_do_not_change_it(seed: int, size: str | None, role: str) -> None:
    case = world(seed)
    edited = replace(case, them=replace(case.them, size=size, role=role), me=replace(case.me, size="tiny"))
    assert score(edited) == pytest.approx(score(case), nan_ok=True)


def test_a_range_keeps_its_draws_when_another_input_changes() -> None:
    first, second = evaluator(gutters(uncertain=True)), evaluator(gutters(uncertain=True, fear=True))
    worth = pert(2500, 4000, 6000, "theirs.worth")
    assert np.array_equal(np.asarray(first.draw(worth)), np.asarray(second.draw(worth)))
