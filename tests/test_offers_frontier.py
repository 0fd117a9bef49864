"""The frontier, the special points and a case's values, each against listing every package."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.worlds import Floats
from upperhand.model.package import Package
from upperhand.offers.frontier import Frontier, efficient, frontier
from upperhand.offers.points import Points, special_points
from upperhand.offers.space import Space, plain_space

Ints = NDArray[np.int64]
Tables = list[tuple[Floats, Floats]]

WHOLE = ("whole", "opposed", "constant columns")

SAME = 1e-9
"""Values this close, as a share of a side's largest, are one value."""

seeds = st.integers(0, 2**32 - 1)
kinds = st.sampled_from(["whole", "tenths", "real", "few levels", "opposed", "unlike scales", "constant columns"])
some = settings(max_examples=100, deadline=None)


def column(rng: np.random.Generator, kind: str, options: int) -> tuple[Floats, Floats]:
    """My and their value of one issue's options."""
    whole = rng.integers(-9, 10, (2, options)).astype(float)
    real = rng.normal(size=(2, options))
    if kind == "opposed":
        return whole[0], -whole[0] + (rng.random(options) < 0.2)
    if kind == "constant columns":
        return np.full(options, whole[0, 0]), whole[1]
    drawn = {
        "whole": whole,
        "tenths": whole / 10 * np.array([[0.3], [0.7]]),
        "real": real,
        "few levels": rng.choice([0.0, 1 / 3, 0.1], (2, options)),
        "unlike scales": real * np.array([[1e6], [1.0]]),
    }[kind]
    return drawn[0], drawn[1]


def space_of(tables: Tables) -> Space:
    return plain_space([(f"i{j}", [f"o{o}" for o in range(len(own))]) for j, (own, _) in enumerate(tables)], tables)


def random_tables(rng: np.random.Generator, kind: str, most: int = 4_000) -> Tables:
    """One to six issues of one to five options, ``most`` packages at the most."""
    sizes = rng.integers(1, 6, rng.integers(1, 7))
    while np.prod(sizes) > most:
        sizes = sizes[:-1]
    return [column(rng, kind, int(size)) for size in sizes]


def listed(space: Space) -> tuple[Ints, Floats, Floats]:
    """Every package with both values, added up here and not by the package's own sums."""
    picks = np.array(list(product(*(range(len(own)) for own in space.mine))), dtype=np.int64)
    mine, theirs = (
        np.array([sum(table[o] for table, o in zip(tables, pick, strict=True)) for pick in picks]) + offset
        for tables, offset in zip((space.mine, space.theirs), space.offsets, strict=True)
    )
    return picks, mine, theirs


def close(space: Space) -> tuple[float, float]:
    """How far apart my and their values may be and still be one."""
    mine, theirs = (sum(float(np.abs(t).max()) for t in tables) or 1.0 for tables in (space.mine, space.theirs))
    return SAME * mine, SAME * theirs


def undominated(mine: Floats, theirs: Floats, near: tuple[float, float]) -> NDArray[np.bool_]:
    """Which pairs no other pair beats by more than rounding, each compared with each."""
    a, b = near
    as_good = (mine[None, :] >= mine[:, None] - a) & (theirs[None, :] >= theirs[:, None] - b)
    better = (mine[None, :] > mine[:, None] + a) | (theirs[None, :] > theirs[:, None] + b)
    return np.asarray(~(as_good & better).any(axis=1))


def distinct(mine: Floats, theirs: Floats, near: tuple[float, float]) -> tuple[Floats, Floats]:
    """One of each pair of values."""
    rounded = np.stack([np.round(mine / near[0]), np.round(theirs / near[1])], 1)
    first = np.unique(rounded, axis=0, return_index=True)[1]
    return mine[first], theirs[first]


def check_list(front: Frontier) -> None:
    """What every list keeps, exact or thinned: sorted, none beats another, the picks are worth the values."""
    assert (np.diff(front.mine) > 0).all()
    assert (np.diff(front.theirs) < 0).all()
    sides = zip((front.mine, front.theirs), (front.space.mine, front.space.theirs), close(front.space), strict=True)
    for values, tables, near in sides:
        again = np.array([sum(t[o] for t, o in zip(tables, pick, strict=True)) for pick in front.picks])
        assert np.abs(again - values).max() <= near


@some
@given(seeds, kinds)
def test_the_frontier_holds_one_package_for_each_undominated_pair_of_values(seed: int, kind: str) -> None:
    space = space_of(random_tables(np.random.default_rng(seed), kind, 1_500))
    front = frontier(space)
    near = close(space)
    mine, theirs = distinct(*listed(space)[1:], near)
    best = undominated(mine, theirs, near)
    assert front.gap == 0
    assert len(front.mine) == best.sum()
    order = np.argsort(mine[best])
    assert np.abs(front.mine - mine[best][order]).max() <= near[0]
    assert np.abs(front.theirs - theirs[best][order]).max() <= near[1]
    check_list(front)


@some
@given(seeds, st.integers(1, 300), st.integers(1, 30))
def test_the_efficient_of_two_arrays_are_those_that_nothing_beats(seed: int, count: int, levels: int) -> None:
    rng = np.random.default_rng(seed)
    mine, theirs = rng.integers(0, levels, (2, count)).astype(float)
    kept = efficient(mine, theirs)
    pairs = list(zip(mine.tolist(), theirs.tolist(), strict=True))
    slow = {p for p in pairs if not any(q[0] >= p[0] and q[1] >= p[1] and q != p for q in pairs)}
    assert [pairs[i] for i in kept] == sorted(slow, reverse=True)


def test_values_of_unlike_size_do_not_hide_each_other() -> None:
    """Euros in millions on one side, utilities near 1 on the other: a real difference of theirs is no rounding."""
    space = space_of([(np.array([0.0, 5e6]), np.array([1.0, 1.0 - 4e-8]))])
    assert len(frontier(space).mine) == 2


def test_a_loss_to_a_side_of_small_numbers_is_not_taken_for_rounding() -> None:
    points = special_points(np.array([5e6]), np.array([1 - 1e-6]), (0.0, 1.0))
    assert points.nash is None


def by_listing(space: Space, no_deal: tuple[float, float]) -> dict[str, tuple[float, float]]:
    """The best score of each solution over all packages, and the largest sum of values that has it."""
    _, mine, theirs = listed(space)
    near = close(space)
    gains = mine - no_deal[0], theirs - no_deal[1]
    fine = (gains[0] >= -near[0]) & (gains[1] >= -near[1])
    sums = mine + theirs
    best = {"welfare": (float(sums.max()), float(sums.max()))}
    if not fine.any():
        return best
    a, b = (np.maximum(gain[fine], 0) for gain in gains)
    ideal = [gain.max() or 1.0 for gain in (a, b)]
    # A side that cannot gain at all has no share to speak of: the other's gain of nothing is what is smaller.
    scores = {
        "nash": a * b,
        "egalitarian": np.minimum(a, b),
        "kalai_smorodinsky": np.minimum(a / ideal[0], b / ideal[1]),
    }
    for name, score in scores.items():
        top = float(score.max())
        best[name] = top, float(sums[fine][score >= top * (1 - SAME)].max())
    return best


def scores_of(front: Frontier, points: Points, no_deal: tuple[float, float], ideal: list[float]) -> dict[str, float]:
    def gains(place: int) -> tuple[float, float]:
        return max(front.mine[place] - no_deal[0], 0.0), max(front.theirs[place] - no_deal[1], 0.0)

    assert points.nash is not None and points.kalai_smorodinsky is not None and points.egalitarian is not None
    a, b = gains(points.nash)
    c, d = gains(points.kalai_smorodinsky)
    return {
        "nash": a * b,
        "kalai_smorodinsky": min(c / ideal[0], d / ideal[1]),
        "egalitarian": min(gains(points.egalitarian)),
    }


@settings(max_examples=150, deadline=None)
@given(seeds, kinds, st.floats(-0.3, 1.1), st.floats(-0.3, 1.1))
def test_the_special_points_are_the_best_of_all_packages(seed: int, kind: str, my: float, their: float) -> None:
    """Each score is the best there is, and among packages of the same score the chosen has the largest sum."""
    space = space_of(random_tables(np.random.default_rng(seed), kind))
    _, mine, theirs = listed(space)
    no_deal = float(mine.min() + my * np.ptp(mine)), float(theirs.min() + their * np.ptp(theirs))
    if kind in WHOLE:  # so that scores are often equal
        no_deal = round(no_deal[0]), round(no_deal[1])
    front = frontier(space)
    points = special_points(front.mine, front.theirs, no_deal)
    best, near = by_listing(space, no_deal), close(space)
    both = near[0] + near[1]
    assert front.mine[points.welfare] + front.theirs[points.welfare] == pytest.approx(best["welfare"][0], abs=both)
    if "nash" not in best:
        assert points == Points(None, None, None, points.welfare)
        return
    fine = (mine >= no_deal[0] - near[0]) & (theirs >= no_deal[1] - near[1])
    ideal = [max(float(v[fine].max()) - d, 0.0) or 1.0 for v, d in zip((mine, theirs), no_deal, strict=True)]
    found = scores_of(front, points, no_deal, ideal)
    tolerance = {"nash": near[0] * near[1] / SAME, "kalai_smorodinsky": 1e-7, "egalitarian": both}
    for name, score in found.items():
        assert score == pytest.approx(best[name][0], abs=tolerance[name]), name
        place = getattr(points, name)
        assert front.mine[place] >= no_deal[0] - near[0]
        assert front.theirs[place] >= no_deal[1] - near[1]
        if kind in WHOLE and score > SAME:
            assert front.mine[place] + front.theirs[place] == pytest.approx(best[name][1], abs=both), name


def test_the_special_points_of_four_packages_by_hand() -> None:
    """The worked example of docs/theory/frontier.md: two issues of two options."""
    space = space_of([(np.array([0.0, 6.0]), np.array([8.0, 0.0])), (np.array([0.0, 4.0]), np.array([3.0, 1.0]))])
    front = frontier(space)
    assert list(zip(front.mine.tolist(), front.theirs.tolist(), strict=True)) == [(0, 11), (4, 9), (6, 3), (10, 1)]
    assert special_points(front.mine, front.theirs, (1.0, 0.0)) == Points(1, 1, 1, 1)
    assert special_points(front.mine, front.theirs, (3.0, 1.0)) == Points(1, 2, 2, 1)
    assert special_points(front.mine, front.theirs, (5.0, 4.0)) == Points(None, None, None, 1)
    assert front.package(1) == Package({"i0": "o0", "i1": "o1"})


def opposed(rng: np.random.Generator, issues: int, options: int, noise: float = 0.0) -> Tables:
    """What one side gains the other loses, but for some noise."""
    return [(own, 1 - own + noise * rng.uniform(-1, 1, options)) for own in rng.uniform(size=(issues, options))]


def within(front: Frontier, mine: Floats, theirs: Floats) -> NDArray[np.bool_]:
    """For which packages a listed one falls short, on neither side, by more than the certified gap."""
    short = [front.gap * sum(float(np.ptp(t)) for t in tables) for tables in (front.space.mine, front.space.theirs)]
    near = close(front.space)
    place = np.searchsorted(front.mine, mine - short[0] - near[0])
    theirs_there = np.append(front.theirs, -np.inf)[place]
    return np.asarray(theirs_there >= theirs - short[1] - near[1])


@settings(max_examples=20, deadline=None)
@given(seeds, st.integers(3, 6), st.integers(4, 5), st.sampled_from([0.0, 0.01, 0.2]), st.sampled_from([10, 50]))
def test_thinned_every_package_lies_within_the_certified_gap(
    seed: int, issues: int, options: int, noise: float, most: int
) -> None:
    rng = np.random.default_rng(seed)
    space = space_of(opposed(rng, min(issues, 5) if options == 5 else issues, options, noise))
    front = frontier(space, most=most)
    _, mine, theirs = listed(space)
    assert 0 < front.gap <= 0.0021 or (noise and front.gap == 0)
    assert within(front, mine, theirs).all()
    check_list(front)
    whole = frontier(space)
    assert whole.gap == 0
    assert within(whole, mine, theirs).all()
    assert noise or len(whole.mine) == space.size


def test_a_space_of_pure_conflict_is_thinned_and_says_so() -> None:
    """10^20 packages, all efficient: any of them lies within the gap, .2 % of a range at the most."""
    rng = np.random.default_rng(5)
    space = space_of(opposed(rng, 20, 10))
    front = frontier(space)
    assert 0 < front.gap <= 0.002
    check_list(front)
    picks = np.concatenate([rng.integers(0, 10, (20_000, 20)), np.repeat(np.arange(10)[:, None], 20, axis=1)])
    assert within(front, *space.values(picks)).all()


def nearly_opposed_or_free(seed: int, noise: float) -> Space:
    rng = np.random.default_rng(seed)
    tables = opposed(rng, 12, 6, noise) if noise else [tuple(rng.uniform(size=(2, 10))) for _ in range(20)]
    return space_of([(own, other) for own, other in tables])


@pytest.mark.parametrize(("seed", "noise"), [(0, 0.0), (1, 0.0), (2, 0.05), (3, 0.2)])
def test_in_spaces_that_nobody_could_list(seed: int, noise: float) -> None:
    """For any weights of the two sides the best sum is listed, and no change of two issues beats a listed package."""
    space = nearly_opposed_or_free(seed, noise)
    front = frontier(space)
    assert front.gap == 0
    check_list(front)
    for share in np.linspace(0, 1, 41):
        best = sum(float((share * a + (1 - share) * b).max()) for a, b in zip(space.mine, space.theirs, strict=True))
        assert (share * front.mine + (1 - share) * front.theirs).max() == pytest.approx(best, abs=1e-12)
    rng = np.random.default_rng(seed)
    rows = rng.integers(0, len(front.mine), 20)
    for j, k in rng.permuted(np.tile(np.arange(len(space.mine)), (30, 1)), axis=1)[:, :2]:
        for first, second in product(range(len(space.mine[j])), range(len(space.mine[k]))):
            changed = front.picks[rows].copy()
            changed[:, j], changed[:, k] = first, second
            mine, theirs = space.values(changed)
            better = (mine >= front.mine[rows]) & (theirs >= front.theirs[rows] + 1e-9)
            assert not (better | ((mine >= front.mine[rows] + 1e-9) & (theirs >= front.theirs[rows]))).any()


@pytest.mark.parametrize(("options", "noise"), [(6, 0.0), (6, 0.0003), (7, 0.001)])
def test_thousands_of_efficient_packages_are_those_of_a_full_listing(options: int, noise: float) -> None:
    """Up to 117,649 packages, sorted by one value; efficient is what tops all before it in the other."""
    tables = opposed(np.random.default_rng(options), 6, options, noise)
    mine, theirs = np.zeros(1), np.zeros(1)
    for own, other in tables:
        mine, theirs = np.add.outer(mine, own).ravel(), np.add.outer(theirs, other).ravel()
    order = np.argsort(-mine)
    ahead = np.append(-np.inf, np.maximum.accumulate(theirs[order])[:-1])
    best = order[theirs[order] > ahead + 1e-12][::-1]
    front = frontier(space_of(tables))
    assert front.gap == 0
    assert len(front.mine) == len(best) > 1_000
    assert front.mine == pytest.approx(mine[best], abs=1e-12)
    assert front.theirs == pytest.approx(theirs[best], abs=1e-12)
    check_list(front)
    assert frontier(front.space, most=len(best)).gap == 0
    assert frontier(front.space, most=len(best) - 1).gap > 0


@some
@given(seeds, kinds)
def test_neither_the_order_of_the_issues_nor_the_chair_matters(seed: int, kind: str) -> None:
    rng = np.random.default_rng(seed)
    tables = random_tables(rng, kind)
    front = frontier(space_of(tables))
    near = close(front.space)
    shuffled = frontier(space_of([tables[j] for j in rng.permutation(len(tables))]))
    turned = frontier(space_of([(theirs, mine) for mine, theirs in tables]))
    for mine, theirs in ((shuffled.mine, shuffled.theirs), (turned.theirs[::-1], turned.mine[::-1])):
        assert mine == pytest.approx(front.mine, abs=near[0])
        assert theirs == pytest.approx(front.theirs, abs=near[1])


def test_two_hundred_issues_merge_without_listing() -> None:
    rng = np.random.default_rng(0)
    space = space_of([tuple(rng.uniform(0, 9, (2, 4))) for _ in range(200)])
    front = frontier(space)
    assert front.gap == 0
    assert len(efficient(front.mine, front.theirs)) == len(front.mine)
    assert len(front.package(0).terms) == 200
    assert front.mine[-1] == pytest.approx(sum(float(own.max()) for own in space.mine))
    assert front.theirs[0] == pytest.approx(sum(float(own.max()) for own in space.theirs))
    check_list(front)
