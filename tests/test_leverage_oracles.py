"""No-deal values, Shapley shares, predicted terms and frontiers against slow independent oracles."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise, permutations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import evaluator, random_money, random_points, reading
from upperhand.leverage.drivers import drivers, shapley
from upperhand.leverage.nodeal import expected_best, no_deal
from upperhand.leverage.predict import alpha
from upperhand.model.case import Position
from upperhand.value.worth import likely

seeds = st.integers(0, 2**32 - 1)
some = settings(max_examples=40, deadline=None)


def patience(position: Position) -> float:
    return position.patience.likely if position.patience is not None else 0.0


def by_enumeration(nets: list[float], chances: list[float], events: list[str | None], floor: float) -> float:
    """E[max] by listing what may come true. Alternatives of one event share a threshold u: each is there iff u <= p.

    The thresholds of an event are cut at its chances, so that every combination of cells has a known weight.
    """
    groups: dict[str, list[int]] = {}
    for j, event in enumerate(events):
        groups.setdefault(event or f"#{j}", []).append(j)
    cells = []
    for members in groups.values():
        cuts = sorted({0.0, 1.0, *(chances[j] for j in members)})
        cells.append([(b - a, [j for j in members if (a + b) / 2 <= chances[j]]) for a, b in pairwise(cuts)])
    total = 0.0
    for combination in product(*cells):
        weight = float(np.prod([w for w, _ in combination]))
        there = [nets[j] for _, members in combination for j in members]
        total += weight * max([floor, *there])
    return total


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.floats(-100, 1000), st.floats(0, 1), st.sampled_from([None, "a", "b"])), min_size=0, max_size=6
    ),
    st.floats(-100, 500),
)
def test_expected_best_is_what_listing_every_outcome_gives(
    alternatives: list[tuple[float, float, str | None]], floor: float
) -> None:
    nets, chances, events = ([a[i] for a in alternatives] for i in range(3))
    exact = by_enumeration(nets, chances, events, floor)  # type: ignore[arg-type]
    assert expected_best(list(nets), list(chances), list(events), floor) == pytest.approx(exact, abs=1e-6)  # type: ignore[arg-type]


def test_expected_best_of_draws_is_the_scalar_answer_draw_by_draw() -> None:
    rng = np.random.default_rng(3)
    worths, chances = rng.uniform(0, 100, (50, 3)), rng.uniform(0, 1, (50, 3))
    events: list[str | None] = [None, "x", "x"]
    drawn = expected_best(list(worths.T), list(chances.T), events, 20.0)
    assert isinstance(drawn, np.ndarray)
    for i in range(50):
        assert drawn[i] == pytest.approx(by_enumeration(list(worths[i]), list(chances[i]), events, 20.0))


@some
@given(seeds)
def test_no_deal_values_of_whole_positions(seed: int) -> None:
    case = random_money(np.random.default_rng(seed))
    for side, position, bond in (
        ("me", case.mine, case.relationship.me),
        ("them", case.theirs, case.relationship.them),
    ):
        r, k = patience(position), position.waiting.likely
        nets = [
            a.worth.likely * np.exp(-r * a.when.likely) - k * a.when.likely for a in position.alternatives if a.worth
        ]
        assert position.otherwise is not None
        best = by_enumeration(
            nets, [a.chance.likely for a in position.alternatives], [None] * len(nets), position.otherwise.likely
        )
        relation = bond.worth.likely + sum(
            f.credible.likely * f.margin.likely * sum((1 - f.discount.likely) ** t for t in range(1, f.times + 1))
            for f in case.future
            if f.side == side and f.arises == "lost_if_refused"
        )
        rho = case.relationship.continues.likely * bond.lost_if_refused.likely * relation
        assert no_deal(case, side, likely) == pytest.approx(best - rho)  # type: ignore[arg-type]


@some
@given(st.integers(1, 5), seeds)
def test_shapley_is_the_mean_over_all_orders(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    players = [f"p{i}" for i in range(n)]
    table = {
        frozenset(p for p, on in zip(players, bits, strict=True) if on): float(rng.normal())
        for bits in product([0, 1], repeat=n)
    }
    shares = shapley(players, table.__getitem__)
    slow = dict.fromkeys(players, 0.0)
    orders = list(permutations(players))
    for order in orders:
        group: frozenset[str] = frozenset()
        for player in order:
            slow[player] += (table[group | {player}] - table[group]) / len(orders)
            group = group | {player}
    assert shares == pytest.approx(slow)


@settings(max_examples=20, deadline=None)
@given(seeds)
def test_driver_shares_by_all_orders_of_edited_cases(seed: int) -> None:
    """Each coalition rebuilt by hand from the definition in the design, not by the package's own flags."""
    case = replace(random_money(np.random.default_rng(seed)), future=())
    e = evaluator(case)
    v_me, v_them, *_ = (float(v) for v in e.values(e.version(), likely, e.mean))
    if np.isnan(float(e.leverage(e.values(e.version(), likely, e.mean)))):
        return
    names = ["reference", "own alternatives", "their alternatives", "delay", "relationship"]

    def d(side: str, on: set[str]) -> float:
        position = case.mine if side == "me" else case.theirs
        bond = case.relationship.me if side == "me" else case.relationship.them
        rho = case.relationship.continues.likely * bond.lost_if_refused.likely * bond.worth.likely
        value = 0.0
        if ("own alternatives" if side == "me" else "their alternatives") in on:
            r, k = (patience(position), position.waiting.likely) if "delay" in on else (0.0, 0.0)
            nets = [
                a.worth.likely * np.exp(-r * a.when.likely) - k * a.when.likely
                for a in position.alternatives
                if a.worth
            ]
            assert position.otherwise is not None
            value = by_enumeration(
                nets, [a.chance.likely for a in position.alternatives], [None] * len(nets), position.otherwise.likely
            )
        return value - (rho if "relationship" in on else 0.0)

    def value(on: set[str]) -> float:
        mine, theirs = (v_me, v_them) if "reference" in on else ((v_me + v_them) / 2,) * 2
        a, b = max(0.0, mine - d("me", on)), max(0.0, theirs - d("them", on))
        return 0.0 if a + b <= 1e-9 else (b - a) / (a + b)

    slow = dict.fromkeys([*names, "future"], 0.0)
    orders = list(permutations(names))
    for order in orders:
        on: set[str] = set()
        for name in order:
            before = value(on)
            on.add(name)
            slow[name] += (value(on) - before) / len(orders)
    assert {x.name: x.share for x in drivers(e, e.version())} == pytest.approx(slow, abs=1e-9)


@some
@given(seeds)
def test_the_predicted_price_is_the_best_on_a_fine_grid(seed: int) -> None:
    """The weighted Nash product, searched for by brute force over prices."""
    case = random_money(np.random.default_rng(seed))
    _, terms = reading(case)
    e = evaluator(case)
    v_me, v_them, d_me, d_them = (float(v) for v in e.values(e.version(), likely, e.mean))
    surplus = v_me + v_them - d_me - d_them
    if terms.terms is None:
        assert surplus < 0
        return
    share = alpha(case)
    now = float(e.frame.reference.terms["price"])
    gains = np.linspace(0, surplus, 20_001)
    product_ = gains**share * (surplus - gains) ** (1 - share)
    best = now + (d_me + gains[int(product_.argmax())] - v_me)
    assert float(terms.terms["price"]) == pytest.approx(best, abs=surplus / 10_000 + 1e-6)


@some
@given(seeds)
def test_predicted_packages_and_stake_ranges_by_listing_all(seed: int) -> None:
    case = random_points(np.random.default_rng(seed))
    _, terms = reading(case)
    names = [i.name for i in case.issues]
    listed = []
    for pick in product(*(i.options for i in case.issues)):
        mine, theirs = (
            sum(p.issues[n][o].likely for n, o in zip(names, pick, strict=True)) for p in (case.mine, case.theirs)
        )
        listed.append((mine, theirs))
    undominated = [p for p in listed if not any(q[0] >= p[0] and q[1] >= p[1] and q != p for q in listed)]
    ranges = [max(p[i] for p in undominated) - min(p[i] for p in undominated) for i in (0, 1)]
    if all(r > 0 for r in ranges):
        assert evaluator(case).ranges == pytest.approx(tuple(ranges))
    d_me, d_them = float(no_deal(case, "me", likely)), float(no_deal(case, "them", likely))
    better = [p for p in listed if p[0] >= d_me and p[1] >= d_them]
    assert (terms.terms is None) == (not better)
    if terms.terms is not None:
        assert terms.my_value is not None
        assert terms.their_value is not None
        best = max((p[0] - d_me) * (p[1] - d_them) for p in better)
        assert (terms.my_value - d_me) * (terms.their_value - d_them) == pytest.approx(best)
