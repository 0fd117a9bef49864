"""Best packages, the plan and the score of an offer, against listings of every package."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import cache
from itertools import product

import numpy as np
import pytest

from tests.worlds import evaluator, even_belief, pert, point, random_points
from upperhand.leverage.ground import Standpoint, standpoint
from upperhand.model.case import Case, Feature, Issue, Party, Position, Reference, Want
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Evidence, Response
from upperhand.model.offers import OffersReport
from upperhand.model.package import Package
from upperhand.offers.belief import chance_efficient
from upperhand.offers.report import Ground, OnTable, report, solve_case
from upperhand.offers.sentences import changes
from upperhand.value.reference import settings


def deal(seed: int) -> Case:
    """A random deal about money, in which issues and a feature serve the same wants."""
    rng = np.random.default_rng(seed)
    options = ("a", "b", "c")

    def degrees() -> dict[str, float]:
        return {o: float(rng.choice([0.0, 0.2, 0.5, 0.9])) for o in options}

    def worths(scale: float) -> dict[str, Estimate]:
        return {o: point(float(rng.uniform(-scale, scale))) for o in options}

    return Case(
        title=f"deal {seed}",
        me=Party("A"),
        them=Party("B"),
        unit="EUR",
        reference=Reference("standard", Package({"price": 1500.0, "speed": "a", "care": "b"})),
        wants=(Want("quick", "", point(2.0)), Want("clean", "", point(1.0)), Want("cheap", "", point(1.0))),
        issues=(
            Issue("price", low=1000.0, high=2500.0, step=250.0, is_price=True, better_for_me="higher",
                  serves_by_range={"cheap": "falling"}),
            Issue("speed", options, serves={"quick": degrees()}),
            Issue("care", options, serves={"clean": degrees(), "quick": degrees()}),
        ),
        mine=Position(
            cost=point(600.0), issues={"speed": worths(200.0), "care": worths(100.0)}, otherwise=point(300.0)
        ),
        theirs=Position(worth=pert(2500.0, 3500.0, 5000.0, "theirs.worth"), otherwise=point(700.0)),
        features=(
            Feature("warranty", serves={"clean": 0.6}, cost=point(80.0)),
            Feature("help", cost=point(20.0), worth_to_them=pert(20.0, 60.0, 150.0, "help")),
            Feature("dream", showcase=True, serves={"clean": 1.0}, cost=point(9000.0)),
        ),
    )  # fmt: skip


def stand(case: Case) -> Standpoint:
    found = standpoint(case, even_belief(case), "test")
    assert isinstance(found, Standpoint), found
    return found


@cache
def solved(seed: int) -> tuple[Ground, OffersReport]:
    found = stand(deal(seed))
    ground = solve_case(found.table, found.stakes)
    return ground, report(ground, OnTable(found.reference))


def every_package(case: Case) -> list[Package]:
    names = [i.name for i in case.issues]
    features = [f.name for f in case.features if not f.showcase]
    return [
        Package(dict(zip(names, pick, strict=True)), frozenset(f for f, on in zip(features, have, strict=True) if on))
        for pick in product(*(settings(i) for i in case.issues))
        for have in product((False, True), repeat=len(features))
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_best_package_is_the_best_of_all_there_are(seed: int) -> None:
    ground, told = solved(seed)
    everything = [ground.valuer.package(p) for p in every_package(deal(seed))]
    assert told.size == len(everything)
    top = max(one.expected or 0.0 for one in everything)
    span = max(one.mine for one in everything) - min(one.mine for one in everything)
    assert told.best[0].expected == pytest.approx(top, abs=0.001 * span)
    expected = [one.expected or 0.0 for one in told.best]
    assert expected == sorted(expected, reverse=True)


@pytest.mark.parametrize("seed", range(4))
def test_values_and_chances_are_those_of_the_reading(seed: int) -> None:
    """The evaluator behind `leverage` values packages one by one; here they come from tables that add up."""
    case = deal(seed)
    e = evaluator(case)
    _, told = solved(seed)
    for one in told.frontier[:: max(1, len(told.frontier) // 8)]:
        version = e.version(package=Package(one.package, frozenset(one.features)))
        standing = e.values(version, lambda estimate: estimate.likely, e.mean)
        assert (one.mine, one.theirs) == pytest.approx((float(standing[0]), float(standing[1])))
        assert one.acceptance == pytest.approx(e.chance(version, version.package), abs=0.04)
        assert one.low is not None and one.high is not None and one.low <= one.high


@pytest.mark.parametrize("seed", range(4))
def test_the_frontier_is_that_of_the_list(seed: int) -> None:
    ground, told = solved(seed)
    values = [(v.mine, v.theirs) for v in (ground.valuer.package(p) for p in every_package(deal(seed)))]
    slow = {
        (round(a, 6), round(b, 6))
        for a, b in values
        if not any(c >= a - 1e-9 and d >= b - 1e-9 and (c > a + 1e-9 or d > b + 1e-9) for c, d in values)
    }
    assert {(round(one.mine, 6), round(one.theirs, 6)) for one in told.frontier} == slow
    assert told.exact is True


def test_the_chance_of_being_efficient_is_the_share_of_draws() -> None:
    ground, _ = solved(1)
    packages = every_package(deal(1))
    rows = ground.field.picks[::7]
    counted = np.zeros(len(rows))
    for front in ground.drawn:
        space = front.space
        every = np.array(list(product(*(range(len(t)) for t in space.mine))))
        assert len(every) == len(packages)
        mine, theirs = space.values(every)
        a, b = space.values(rows)
        for i in range(len(rows)):
            beaten = (mine >= a[i] - 1e-7) & (theirs > b[i] + 1e-6) | (mine > a[i] + 1e-6) & (theirs >= b[i] - 1e-7)
            counted[i] += not beaten.any()
    assert chance_efficient(rows, list(ground.drawn)) == pytest.approx(counted / len(ground.drawn), abs=0.02)


@pytest.mark.parametrize("seed", range(4))
def test_the_plan_comes_down_and_stops_above_no_deal(seed: int) -> None:
    ground, told = solved(seed)
    mine = [step.offer.mine for step in told.steps]
    chance = [step.offer.acceptance or 0.0 for step in told.steps]
    assert mine == sorted(mine, reverse=True) and len(set(mine)) == len(mine)
    assert chance == sorted(chance)
    assert told.steps[0].kind == "opening" and told.steps[-1].kind in ("floor", "opening", "aim")
    assert mine[-1] >= (ground.valuer.stakes.no_deal[0] or 0.0)
    assert told.plan == tuple(step.say for step in told.steps)


@pytest.mark.parametrize("seed", range(4))
def test_a_sentence_names_what_differs_and_gives_nothing_for_nothing(seed: int) -> None:
    ground, told = solved(seed)
    whole = [Package(step.offer.package, frozenset(step.offer.features)) for step in told.steps]
    for before, after, step in zip(whole, whole[1:], told.steps[1:], strict=False):
        assert step.say.startswith("If ")
        for change in changes(ground.valuer.table, before, after):
            assert change.name in step.say
            condition, gift = step.say.split(", then ")
            assert change.name in (condition if change.mine > 0 else gift)


def test_an_offer_is_scored_against_everything_there_is() -> None:
    for seed in range(4):
        ground, told = solved(seed)
        assert told.scored is not None
        offer = told.scored.offer
        everything = [ground.valuer.package(p) for p in every_package(deal(seed))]
        as_good = max(one.mine for one in everything if one.theirs >= offer.theirs - 1e-9)
        assert told.scored.lost == pytest.approx(max(0.0, as_good - offer.mine))
        assert told.scored.above_no_deal == pytest.approx(offer.mine - 300.0)
        for trade in told.scored.ask:
            assert trade.offer.mine > offer.mine
            assert (trade.offer.expected or 0.0) > (offer.expected or 0.0)
            assert trade.say.startswith(("If you ", "I can say yes to this if you "))


def test_an_offer_off_the_steps_is_valued_as_it_is() -> None:
    found = stand(deal(2))
    ground = solve_case(found.table, found.stakes)
    offer = found.reference.replacing({"price": 1617.0})
    told = report(ground, OnTable(offer))
    there = report(ground, OnTable(found.reference))
    assert told.scored is not None and there.scored is not None
    assert told.scored.offer.mine == pytest.approx(there.scored.offer.mine + 117.0)


def test_without_a_no_deal_value_nothing_is_guessed() -> None:
    case = deal(0)
    hidden = replace(case, theirs=replace(case.theirs, otherwise=None))
    found = stand(hidden)
    told = report(solve_case(found.table, found.stakes), OnTable(found.reference))
    assert told.nash is told.kalai_smorodinsky is told.egalitarian is None
    assert told.reason is not None and "theirs.otherwise" in told.reason
    assert told.no_deal == {"me": 300.0, "them": None}
    assert all(one.acceptance is None and one.expected is None for one in (*told.frontier, *told.best))
    assert told.frontier

    mine = replace(case, mine=replace(case.mine, otherwise=None))
    found = stand(mine)
    told = report(solve_case(found.table, found.stakes), OnTable(found.reference))
    assert told.steps == () and any("mine.otherwise" in note for note in told.notes)
    assert told.scored is not None and "mine.otherwise" in told.scored.verdict


def test_a_case_without_worth_says_what_is_missing() -> None:
    case = deal(0)
    told = standpoint(replace(case, theirs=replace(case.theirs, worth=None)), even_belief(case), "test")
    assert isinstance(told, str)
    assert "theirs.worth" in told


def test_a_floor_above_every_package_is_said() -> None:
    case = deal(0)
    found = stand(replace(case, mine=replace(case.mine, otherwise=point(1e6))))
    told = report(solve_case(found.table, found.stakes), OnTable(found.reference))
    assert told.best == () and told.steps == ()
    assert any("worth less to you than no deal" in note for note in told.notes)
    assert told.reason == "no package leaves both sides better off than without a deal"
    assert told.scored is not None and "below your no-deal value" in told.scored.verdict


@pytest.mark.parametrize("seed", range(10))
def test_points_are_exact_and_special_points_are_where_the_definitions_put_them(seed: int) -> None:
    case = random_points(np.random.default_rng(seed), issues=4)
    found = stand(case)
    told = report(solve_case(found.table, found.stakes))
    assert told.their_values == "exact"
    mine, theirs = (p.otherwise.likely for p in (case.mine, case.theirs) if p.otherwise)
    gains = [(one.mine - mine, one.theirs - theirs) for one in told.frontier]
    rational = [g for g in gains if min(g) >= -1e-9]
    if not rational:
        assert told.nash is None
        return
    assert told.nash and told.egalitarian and told.welfare
    assert (told.nash.mine - mine) * (told.nash.theirs - theirs) == pytest.approx(max(a * b for a, b in rational))
    assert min(told.egalitarian.mine - mine, told.egalitarian.theirs - theirs) == pytest.approx(max(map(min, rational)))
    assert told.welfare.mine + told.welfare.theirs == pytest.approx(max(one.mine + one.theirs for one in told.frontier))


def test_the_same_case_gives_the_same_report() -> None:
    found = [stand(deal(3)) for _ in range(2)]
    told = [report(solve_case(f.table, f.stakes), OnTable(f.reference)) for f in found]
    assert told[0] == told[1]


def test_the_report_is_plain_data_under_the_agreed_keys() -> None:
    _, told = solved(0)
    data = json.loads(json.dumps(told.to_dict(), allow_nan=False))
    assert {
        "frontier",
        "nash",
        "kalai_smorodinsky",
        "egalitarian",
        "welfare",
        "exact",
        "menu",
        "plan",
        "scored",
    } <= set(data)
    assert {"package", "mine", "theirs", "acceptance", "low", "high"} <= set(data["frontier"][0])
    assert data["schema_version"] == 1
    assert all(isinstance(line, str) for line in data["plan"])


def test_what_they_refused_is_not_proposed_again_and_lowers_the_chance_of_the_like() -> None:
    case = deal(1)
    case = replace(case, theirs=replace(case.theirs, otherwise=point(2600.0)))
    found = stand(case)
    before = report(solve_case(found.table, found.stakes))
    refused = Package(before.best[0].package, frozenset(before.best[0].features))
    claim = Response(refused, accepted=False)
    no = Evidence("r1", "response", claim, source="them", origin="talk", confidence=0.9)
    found = stand(replace(case, evidence=(no,)))
    ground = solve_case(found.table, found.stakes)
    after = report(ground)
    again = ground.valuer.package(refused)
    assert (again.acceptance or 0.0) < (before.best[0].acceptance or 0.0) - 0.02
    assert all(one.theirs > again.theirs for one in (*after.best, *(step.offer for step in after.steps)))
    yes = replace(no, claim=Response(refused, accepted=True))
    found = stand(replace(case, evidence=(yes,)))
    taken = solve_case(found.table, found.stakes).valuer.package(refused)
    assert (taken.acceptance or 0.0) > (before.best[0].acceptance or 0.0)


@pytest.mark.parametrize("accepted", [True, False])
def test_an_answer_taken_as_certain_and_against_all_expectation_is_weighed(accepted: bool) -> None:
    """A gift refused, or a demand taken, by somebody surely understood: chances stay numbers between 0 and 1."""
    case = deal(1)
    price = 2500.0 if accepted else 1000.0
    claim = Response(Package({"price": price, "speed": "a", "care": "a"}), accepted=accepted)
    sure = Evidence("r1", "response", claim, source="them", origin="talk", confidence=1.0)
    found = stand(replace(case, evidence=(sure,), theirs=replace(case.theirs, otherwise=point(-1e6 * (not accepted)))))
    told = report(solve_case(found.table, found.stakes))
    assert all(0.0 <= (one.acceptance or 0.0) <= 1.0 and np.isfinite(one.low or 0.0) for one in told.frontier)


def test_without_their_no_deal_value_an_answer_moves_no_number() -> None:
    case = deal(1)
    hidden = replace(case, theirs=replace(case.theirs, otherwise=None))
    claim = Response(Package({"price": 1000.0, "speed": "a", "care": "a"}), accepted=False)
    no = Evidence("r1", "response", claim, source="them", origin="talk")
    before, after = (stand(one).stakes for one in (hidden, replace(hidden, evidence=(no,))))
    worth = case.theirs.worth
    assert worth is not None and np.array_equal(before.read(worth), after.read(worth))
