"""Does a menu keep its terms, tell what it says it tells, and is there none that tells more?"""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks.menus import measure, ratio
from upperhand.beliefs import constants
from upperhand.beliefs.likelihood import chose
from upperhand.model.package import Package
from upperhand.offers import pool as pool_module
from upperhand.offers.information import answer_nats, answers_nats, choice_chances, choice_nats, menus_nats, nats
from upperhand.offers.menus import Lesson, MenuTerms, best_menu, lessons, letters, tells
from upperhand.offers.pool import Appeal, pool
from upperhand.offers.space import Cap, Space

Floats = NDArray[np.float64]


def world(seed: int, packages: int = 30, particles: int = 200, wants: int = 3) -> tuple[Floats, Floats, Floats]:
    """My values, their wants, and what each package is to them under each of those."""
    chance = np.random.default_rng(seed)
    weights = chance.dirichlet([1.5] * wants, particles)
    served = chance.random((packages, wants))
    return chance.random(packages), weights, weights @ served.T


# --- what a reply tells


def told_by_bayes(theirs: list[list[float]], menu: list[int], scale: float) -> float:
    """Mean over replies of the divergence of the wants after it from the wants before, in plain arithmetic."""
    n = len(theirs)
    rows = []
    for values in theirs:
        odds = [math.exp(values[i] / scale) for i in menu]
        rows.append([o / sum(odds) for o in odds])
    total = 0.0
    for y in range(len(menu)):
        share = sum(row[y] for row in rows) / n
        after = [row[y] / (n * share) for row in rows]
        total += share * sum(p * math.log(p * n) for p in after if p > 0)
    return total


@given(st.integers(0, 10_000), st.sampled_from([0.02, 0.1, 0.5]), st.integers(2, 5))
@settings(max_examples=30)
def test_nats_are_what_bayes_rule_gains_on_average(seed: int, scale: float, size: int) -> None:
    _, _, theirs = world(seed, packages=8, particles=40)
    menu = list(np.random.default_rng(seed).choice(8, size, replace=False))
    expected = told_by_bayes(theirs.tolist(), [int(i) for i in menu], scale)
    assert choice_nats(theirs, menu, scale) == pytest.approx(expected, abs=1e-10)
    assert 0 <= choice_nats(theirs, menu, scale) <= math.log(size) + 1e-12
    assert float(menus_nats(theirs / scale, np.array([menu]))[0]) == pytest.approx(expected, abs=1e-10)


@given(st.integers(0, 10_000), st.floats(-0.5, 1.5), st.sampled_from([0.02, 0.1, 0.5]))
@settings(max_examples=30)
def test_a_yes_or_no_is_a_choice_between_a_package_and_none(seed: int, d_them: float, scale: float) -> None:
    _, _, theirs = world(seed, packages=4, particles=50)
    one = answer_nats(theirs[:, 2], d_them, scale)
    assert one == pytest.approx(choice_nats(theirs, [2], scale, outside=d_them), abs=1e-10)
    assert one == pytest.approx(float(answers_nats(theirs, d_them, scale)[2]))
    assert 0 <= one <= math.log(2) + 1e-12


def test_a_choice_that_gives_the_want_away_tells_all_of_it() -> None:
    """Three wants, equally likely, each with a package of its own: log 3 nats where they choose without error."""
    assert choice_nats(np.eye(3), [0, 1, 2], 1e-3) == pytest.approx(math.log(3))
    assert choice_nats(np.eye(3), [0, 1, 2], 1e9) == pytest.approx(0, abs=1e-9)


def test_who_is_known_can_tell_nothing_more() -> None:
    assert choice_nats(np.array([[0.1, 0.7, 0.4]]), [0, 1, 2], 0.1) == 0.0
    assert answer_nats(np.full(9, 0.7), 0.5, 0.1) == pytest.approx(0, abs=1e-12)


def test_values_of_any_size_give_finite_figures() -> None:
    huge = np.array([[1e12, -1e12, 0.0], [-1e12, 1e12, 0.0]])
    assert choice_nats(huge, [0, 1, 2], 1.0) == pytest.approx(math.log(2))
    assert answer_nats(huge[:, 0], 0.0, 1.0) == pytest.approx(math.log(2))


# --- the menu


@given(
    seed=st.integers(0, 10_000),
    size=st.integers(2, 4),
    tolerance=st.sampled_from([0.05, 0.2, 1.0]),
    floor=st.sampled_from([-math.inf, 0.3, 0.6]),
    outside=st.sampled_from([None, 0.4]),
)
@settings(max_examples=60)
def test_a_menu_keeps_its_terms(seed: int, size: int, tolerance: float, floor: float, outside: float | None) -> None:
    mine, _, theirs = world(seed)
    terms = MenuTerms(size, tolerance, floor, 0.1, ceiling=0.9, outside=outside)
    found = best_menu(mine, theirs, terms)
    if found is None:
        return
    its = mine[list(found.places)]
    assert len(set(found.places)) == size
    assert its.max() - its.min() <= tolerance + 1e-9
    assert its.min() >= floor - 1e-9 and its.max() <= 0.9 + 1e-9
    assert (found.low, found.high) == (its.min(), its.max())
    assert sum(found.shares) + found.refusal == pytest.approx(1)
    assert (found.refusal > 0) == (outside is not None)
    assert found.nats == pytest.approx(choice_nats(theirs, found.places, 0.1, outside))
    assert list(found.shares) == sorted(found.shares, reverse=True)
    for a, b in itertools.combinations(found.places, 2):
        assert rivals(theirs[:, a], theirs[:, b], 0.1)


def rivals(a: Floats, b: Floats, scale: float) -> bool:
    """Whether two packages may stand side by side: they differ, and neither is better whatever they want."""
    return bool(np.abs(a - b).mean() >= 0.1 * scale and (a > b).any() and (b > a).any())


def told_by_listing(mine: Floats, theirs: Floats, terms: MenuTerms, near: float) -> float:
    """The most that any menu tells: every level, every triple of packages that are good for some wants there."""
    most = -1.0
    for start in mine[mine >= terms.floor]:
        level = np.flatnonzero((mine >= start) & (mine <= start + terms.tolerance))
        its = theirs[:, level]
        short = (its.max(axis=1, keepdims=True) - its).min(axis=0)
        for menu in itertools.combinations(level[short <= near * np.ptp(its, axis=1).mean()], terms.size):
            if all(rivals(theirs[:, a], theirs[:, b], terms.scale) for a, b in itertools.combinations(menu, 2)):
                most = max(most, choice_nats(theirs, menu, terms.scale))
    return most


def test_no_menu_tells_more() -> None:
    """Against all menus of 20 random pools, for each share by which a package may fall short of the best for them.

    The smallest share is taken whose menu tells nine tenths of what the best of all tells. A level is picked by
    exchange, so a rare pool may come a little short.
    """
    as_good = 0
    for seed in range(20):
        mine, _, theirs = world(seed, packages=18, particles=60)
        terms = MenuTerms(3, 0.25, 0.2, 0.1)
        found = best_menu(mine, theirs, terms)
        told = [told_by_listing(mine, theirs, terms, near) for near in (0.05, 0.1, 0.2, 0.4)]
        assert found is not None and found.exact
        assert 0.9 * 0.97 * max(told) <= found.nats <= max(told) + 1e-9
        as_good += found.nats >= next(one for one in told if one >= 0.9 * max(told)) - 1e-9
    assert as_good >= 18


@given(st.integers(0, 10_000))
@settings(max_examples=20)
def test_the_order_of_the_pool_decides_nothing(seed: int) -> None:
    mine, _, theirs = world(seed)
    order = np.random.default_rng(seed).permutation(len(mine))
    terms = MenuTerms(3, 0.3, 0.0, 0.1)
    one, other = best_menu(mine, theirs, terms), best_menu(mine[order], theirs[:, order], terms)
    assert one is not None and other is not None
    assert set(one.places) == {int(order[i]) for i in other.places} and one.nats == pytest.approx(other.nats)


def test_no_menu_where_packages_are_alike_to_them_or_too_few() -> None:
    mine, _, theirs = world(1)
    terms = MenuTerms(3, 1.0, -1.0, 0.1)
    assert best_menu(mine, np.tile(theirs[:, [0]], len(mine)), terms) is None
    assert best_menu(mine[:2], theirs[:, :2], terms) is None
    assert best_menu(mine, theirs, MenuTerms(3, 1.0, 2.0, 0.1)) is None
    assert best_menu(mine, theirs, MenuTerms(3, 1e-9, -1.0, 0.1)) is None
    assert best_menu(np.full_like(mine, np.nan), theirs, terms) is None


def test_only_what_differs_for_them_stands_side_by_side() -> None:
    """Packages 0 and 1 are twins to them; whichever is taken, the other is not."""
    chance = np.random.default_rng(3)
    weights = chance.dirichlet([1.5] * 3, 200)
    served = np.vstack([np.eye(3), np.eye(3)])
    found = best_menu(np.zeros(6), weights @ served.T, MenuTerms(3, 0.1, 0.0, 0.1))
    assert found is not None and sorted(i % 3 for i in found.places) == [0, 1, 2]


def test_a_package_bad_for_all_wants_is_no_part_of_a_menu() -> None:
    """Splitting hairs between two bad packages would tell as much; a menu is an offer all the same."""
    chance = np.random.default_rng(3)
    weights = chance.dirichlet([1.5] * 3, 200)
    good, bad = np.eye(3) * 0.8 + 0.1, np.eye(3) * 0.8 - 0.6
    theirs = weights @ np.vstack([good, good[:, ::-1] * 0.99, good * 0.98, bad]).T
    found = best_menu(np.zeros(12), theirs, MenuTerms(3, 0.1, 0.0, 0.1))
    assert found is not None and all(i < 9 for i in found.places)


def test_known_wants_give_a_menu_that_tells_nothing() -> None:
    mine, _, theirs = world(2, particles=1)
    found = best_menu(mine, theirs, MenuTerms(3, 0.3, 0.0, 0.1))
    assert found is not None and found.nats == pytest.approx(0, abs=1e-12)


def test_a_menu_of_three_teaches_half_as_much_again_as_the_most_telling_single_offer() -> None:
    """The first 6 of the 200 cases of benchmarks/menus.py."""
    for slope in (10.0, 20.0):
        rows = measure(slope, 6, particles=400)
        assert len(rows) == 6 and max(row.width for row in rows) <= 0.05 + 1e-9
        of_means, error, each, _ = ratio(rows, lambda row: row.single)
        assert of_means - 3 * error > 1.5 and each > 1.5


# --- what each choice tells


def test_the_lessons_add_up_to_what_is_believed_now() -> None:
    _, weights, theirs = world(4, wants=4)
    chances = choice_chances(theirs, [3, 7, 9], 0.1, outside=0.5)
    told = lessons(weights, chances)
    assert sum(lesson.share for lesson in told) == pytest.approx(1)
    assert sum(lesson.share * lesson.after for lesson in told) == pytest.approx(weights.mean(axis=0))


def test_a_lesson_is_what_the_belief_will_learn() -> None:
    """By the likelihood of a menu choice in the room of beliefs, at full confidence."""
    chance = np.random.default_rng(5)
    weights, served = chance.dirichlet([1.5] * 3, 500), chance.random((3, 3))
    chances = choice_chances(weights @ served.T, [0, 1, 2], 1 / constants.BETA_OFFERS)
    for i, lesson in enumerate(lessons(weights, chances)):
        likely = np.exp(chose(weights, served, np.ones(3), i, 1.0))
        assert lesson.after == pytest.approx(likely @ weights / likely.sum())
        assert lesson.share == pytest.approx(likely.mean())


def test_the_want_a_package_serves_is_the_one_it_speaks_for() -> None:
    weights = np.random.default_rng(6).dirichlet([1.5] * 3, 2_000)
    chances = choice_chances(weights @ np.eye(3), [0, 1, 2], 0.1)
    assert [lesson.top for lesson in lessons(weights, chances)] == [0, 1, 2]
    assert nats(chances) > 0.3


def test_what_a_choice_tells_is_said_in_a_sentence() -> None:
    before, after = np.array([0.456, 0.544]), np.array([0.612, 0.388])
    said = tells("B", Lesson(0.38, after, 0), ["dry walls", "low price"], before)
    assert said == "If they take B: more weight on dry walls, .46 to .61; 38% likely."
    assert tells("C", Lesson(0.001, before, None), ["a", "b"], before) == (
        "If they take C: that tells little; under 1% likely."
    )
    assert list(letters(28))[:3] == ["A", "B", "C"] and list(letters(28))[25:] == ["Z", "A2", "B2"]


def test_the_page_works_its_example_out_as_the_functions_do() -> None:
    """docs/theory/menus.md: two wants, weighed .7 and .3 or the other way round, and a package for each."""
    weights = np.array([[0.7, 0.3], [0.3, 0.7]])
    chances = choice_chances(weights, [0, 1], 1 / constants.BETA_OFFERS)
    assert chances[:, 0] == pytest.approx([0.917, 0.083], abs=5e-4)
    assert nats(chances) == pytest.approx(0.407, abs=5e-4)
    assert answer_nats(weights[:, 0], 0.5, 0.1) == pytest.approx(0.328, abs=5e-4)
    said = tells("A", lessons(weights, chances)[0], ["the first", "the second"], weights.mean(axis=0))
    assert said == "If they take A: more weight on the first, .50 to .67; 50% likely."


# --- the pool of a space


def space_of(columns: int, options: int, wants: int, seed: int, rules: tuple[Cap, ...] = ()) -> tuple[Space, Appeal]:
    chance = np.random.default_rng(seed)
    mine = tuple(chance.random(options) for _ in range(columns))
    served = tuple(chance.random((options, wants)) * (np.arange(wants) == j % wants) for j in range(columns))
    choices = tuple(tuple(Package({f"issue {j}": str(o)}) for o in range(options)) for j in range(columns))
    fixed = tuple(-0.3 * table for table in mine)
    return Space(choices, mine, fixed, rules), Appeal(served, fixed, 2.0)


def test_what_packages_are_to_them_adds_up() -> None:
    space, appeal = space_of(3, 4, 2, 0)
    weights = np.random.default_rng(1).dirichlet([1.0, 1.0], 5)
    picks = np.array([[0, 1, 2], [3, 3, 0]])
    for i, pick in enumerate(picks):
        for p, w in enumerate(weights):
            by_hand = 2.0 + sum(
                w[0] * appeal.served[j][o, 0] + w[1] * appeal.served[j][o, 1] - 0.3 * space.mine[j][o]
                for j, o in enumerate(pick)
            )
            assert appeal.values(picks, weights)[p, i] == pytest.approx(by_hand)


def test_a_small_space_is_its_own_pool() -> None:
    space, appeal = space_of(4, 4, 3, 0)
    weights = np.full((1, 3), 1 / 3)
    every = np.array(list(itertools.product(range(4), repeat=4)))
    mine = space.values(every)[0]
    found = pool(space, appeal, weights, 1.5, 2.5)
    assert {tuple(row) for row in found} == {tuple(row) for row in every[(mine >= 1.5) & (mine <= 2.5)]}


def test_the_pool_holds_the_best_for_every_want_at_every_level(monkeypatch: pytest.MonkeyPatch) -> None:
    """Against all 4,096 packages: at each level and for each particle, what the pool has is as good, but for 1 %."""
    space, appeal = space_of(6, 4, 3, 0)
    weights = np.random.default_rng(1).dirichlet([1.5] * 3, 40)
    every = np.array(list(itertools.product(range(4), repeat=6)))
    mine, theirs = space.values(every)[0], appeal.values(every, weights)
    low, high = float(np.quantile(mine, 0.4)), float(mine.max())
    monkeypatch.setattr(pool_module, "LISTED", 0)
    found = pool(space, appeal, weights, low, high)
    its, their = space.values(found)[0], appeal.values(found, weights)
    assert len(found) < len(every) / 4 and its.min() >= low - 1e-9 and its.max() <= high + 1e-9
    tolerance = 0.05 * np.ptp(mine)
    short = []
    for start in np.linspace(low, high - tolerance, 25):
        here, there = (mine >= start) & (mine <= start + tolerance), (its >= start) & (its <= start + tolerance)
        if here.any():
            short.append((theirs[:, here].max(axis=1) - their[:, there].max(axis=1)) / np.ptp(theirs))
    assert len(short) > 20 and np.mean(short) < 1e-4 and np.max(short) < 0.01


def not_together(places: tuple[int, int], options: tuple[int, int], count: int) -> Cap:
    counts = tuple((j, (np.arange(count) == o).astype(np.int64)) for j, o in zip(places, options, strict=True))
    return Cap(counts, 1, "not together")


def test_a_space_nobody_could_list_gives_a_menu_that_keeps_the_rules() -> None:
    """20 issues of 10 options, with ten rules that forbid the pairs each side likes best."""
    free, appeal = space_of(20, 10, 5, 7)
    best = [int((mine + served.sum(axis=1)).argmax()) for mine, served in zip(free.mine, appeal.served, strict=True)]
    rules = tuple(not_together((j, j + 10), (best[j], best[j + 10]), 10) for j in range(10))
    space = Space(free.choices, free.mine, free.theirs, rules)
    weights = np.random.default_rng(1).dirichlet([1.5] * 5, 300)
    low = 0.5 * sum(float(table.max()) for table in space.mine)
    found = pool(space, appeal, weights, low, math.inf)
    mine, theirs = space.values(found)[0], appeal.values(found, weights)
    assert len(found) > 200 and space.keeps_rules(found).all() and mine.min() >= low - 1e-9
    assert len(np.unique(found, axis=0)) == len(found)
    menu = best_menu(mine, theirs, MenuTerms(3, 0.5, low, 0.2))
    assert menu is not None and menu.nats > 0.1 and menu.high - menu.low <= 0.5 + 1e-9
    assert np.array_equal(found, pool(space, appeal, weights, low, math.inf))


def test_a_band_out_of_reach_is_empty() -> None:
    space, appeal = space_of(20, 10, 3, 2)
    weights = np.full((4, 3), 1 / 3)
    assert len(pool(space, appeal, weights, 1e6, math.inf)) == 0
    assert len(pool(space, appeal, weights, -math.inf, -1.0)) == 0


def test_an_only_if_rule_nobody_can_keep_leaves_nothing() -> None:
    space, appeal = space_of(2, 100, 2, 2)
    never = Cap(tuple((j, np.ones(100, dtype=np.int64)) for j in range(2)), 1, "contradiction")
    impossible = Space(space.choices, space.mine, space.theirs, (never,))
    assert len(pool(impossible, appeal, np.full((1, 2), 0.5), -math.inf, math.inf)) == 0


def test_a_price_in_cents_is_no_hindrance() -> None:
    """Seven issues of 5 options and a price with 170,001 steps: 10^10 packages."""
    chance = np.random.default_rng(0)
    space, appeal = space_of(7, 5, 3, 3)
    price = np.linspace(0, 4, 170_001)
    choices = (*space.choices, tuple(Package() for _ in price))
    wide = Space(choices, (*space.mine, price), (*space.theirs, -price))
    theirs = Appeal((*appeal.served, np.zeros((len(price), 3))), (*appeal.fixed, -price))
    weights = chance.dirichlet([1.5] * 3, 100)
    found = pool(wide, theirs, weights, 4.0, 6.0)
    menu = best_menu(wide.values(found)[0], theirs.values(found, weights), MenuTerms(3, 0.2, 4.0, 0.1))
    assert menu is not None and menu.high - menu.low <= 0.2 + 1e-9
