"""Rules between issues, solved: against every package listed, against a solver, and against solvers that lie."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.rules_between_issues import instance, no_deal, product_of
from upperhand.errors import WorldError
from upperhand.model.case import Condition, Rule
from upperhand.model.package import Package
from upperhand.offers import direct, ruled, solver, walk
from upperhand.offers.bounds import ranges
from upperhand.offers.direct import nash_package, sharpened
from upperhand.offers.frontier import Frontier, frontier
from upperhand.offers.growth import grow
from upperhand.offers.points import special_points
from upperhand.offers.ruled import any_package, ruled_frontier
from upperhand.offers.rules import caps
from upperhand.offers.space import Cap, Floats, Ints, Joint, Space, plain_space
from upperhand.offers.states import reduced, states

NEEDS_SCIPY = "scipy is not installed"
NEEDS_ORTOOLS = "OR-Tools, an extra (upperhand[cpsat]), is not installed"


@st.composite
def spaces(draw: st.DrawFn) -> Space:
    """Up to 3,125 packages and seven rules; values with many ties, or of a constant sum, or of neither."""
    sizes = draw(st.lists(st.integers(1, 5), min_size=1, max_size=5))
    unit = draw(st.sampled_from([1.0, 0.1, 1 / 3]))
    number = st.integers(-4, 9).map(lambda n: n * unit) | st.floats(-1, 1).map(lambda x: round(x, 6))
    column = [st.lists(number, min_size=size, max_size=size) for size in sizes]
    mine = [draw(own) for own in column]
    constant = draw(st.booleans())
    theirs = [[-x for x in own] if constant else draw(theirs) for own, theirs in zip(mine, column, strict=True)]
    named = [(str(j), [str(k) for k in range(size)]) for j, size in enumerate(sizes)]
    tables = [(np.array(a), np.array(b)) for a, b in zip(mine, theirs, strict=True)]
    rules = draw(st.lists(_caps(sizes), max_size=7))
    offsets = draw(st.tuples(st.integers(-3, 3), st.integers(-3, 3)))
    return replace(plain_space(named, tables), rules=tuple(rules), offsets=(float(offsets[0]), float(offsets[1])))


@st.composite
def _caps(draw: st.DrawFn, sizes: list[int]) -> Cap:
    most = draw(st.sampled_from([1, 1, 1, 3]))
    places = draw(st.lists(st.integers(0, len(sizes) - 1), min_size=1, max_size=4, unique=True))
    counts = [
        (j, np.array(draw(st.lists(st.integers(0, most), min_size=sizes[j], max_size=sizes[j])), dtype=np.int64))
        for j in places
    ]
    return Cap(tuple(counts), draw(st.integers(0, len(places))))


def every_pick(space: Space) -> Ints:
    """All packages that keep the rules, told one by one."""
    kept = [
        picks
        for picks in product(*(range(len(table)) for table in space.mine))
        if all(sum(int(counts[picks[j]]) for j, counts in rule.counts) <= rule.limit for rule in space.rules)
    ]
    return np.array(kept, dtype=np.int64).reshape(len(kept), len(space.mine))


def values(space: Space, picks: Ints) -> Floats:
    return np.array(
        [
            [
                space.offsets[side] + sum(float(t[i]) for t, i in zip(tables, pick, strict=True))
                for side, tables in enumerate((space.mine, space.theirs))
            ]
            for pick in picks
        ]
    ).reshape(len(picks), 2)


def efficient_values(all_values: Floats) -> Floats:
    """The slow way: whatever nothing else is as good as for both and better for one; from low to high mine."""
    rounded = sorted({(round(x, 8), round(y, 8)) for x, y in all_values.tolist()})
    return np.array([p for p in rounded if not any(q != p and q[0] >= p[0] and q[1] >= p[1] for q in rounded)]).reshape(
        -1, 2
    )


def assert_frontier(found: Frontier, space: Space, wanted: Floats) -> None:
    got = np.column_stack([found.mine, found.theirs])
    assert values(space, found.picks) == pytest.approx(got, abs=1e-12)
    if found.gap == 0:
        assert got.shape == wanted.shape and got == pytest.approx(wanted, abs=1e-7)
        return
    beyond = (wanted[:, None, :] - got[None, :, :]) / ranges(space)
    assert (beyond.max(axis=2).min(axis=1) <= found.gap + 1e-7).all()


@settings(max_examples=150)
@given(spaces(), st.integers(1, 6))
def test_the_frontier_is_that_of_all_packages_that_keep_the_rules(space: Space, few: int) -> None:
    kept = every_pick(space)
    wanted = efficient_values(values(space, kept))
    for found in (ruled_frontier(space), ruled_frontier(space, most=few)):
        assert {tuple(picks) for picks in found.picks.tolist()} <= {tuple(picks) for picks in kept.tolist()}
        assert bool(len(found.picks)) == bool(len(kept))
        assert_frontier(found, space, wanted)
    assert ruled_frontier(space).gap == 0
    there = any_package(space)
    assert (there is None) == (not len(kept))
    assert there is None or there.tolist() in kept.tolist()


@settings(max_examples=150)
@given(spaces(), st.tuples(st.floats(0, 1), st.floats(0, 1)), st.booleans())
def test_the_classical_points_need_no_whole_frontier(space: Space, at: tuple[float, float], thin: bool) -> None:
    kept = every_pick(space)
    told = values(space, kept)
    if not len(kept):
        assert nash_package(space, (0.0, 0.0)) == walk.Found(None, True)
        return
    frame = told.min(axis=0), told.max(axis=0)
    least = frame[0] - 0.01 + np.array(at) * (frame[1] - frame[0])
    no_deal_values = float(least[0]), float(least[1])
    wanted = _measures(told, least)
    found = nash_package(space, no_deal_values)
    assert found.proven
    assert (found.picks is None) == (wanted is None)
    sharp = sharpened(ruled_frontier(space, most=2 if thin else 1_000), no_deal_values)
    listed = np.column_stack([sharp.frontier.mine, sharp.frontier.theirs])
    places = special_points(sharp.frontier.mine, sharp.frontier.theirs, no_deal_values)
    if wanted is None or found.picks is None:
        assert places.nash is None
        return
    gains = np.maximum(values(space, found.picks[None, :])[0] - least, 0.0)
    assert gains.prod() == pytest.approx(wanted["nash"], rel=3e-9, abs=1e-12)
    assert sharp.proven == set(wanted)
    assert listed[places.welfare].sum() == pytest.approx(wanted.pop("welfare"), rel=1e-9, abs=1e-9)
    for name, best in wanted.items():
        measured = _measures(listed[[getattr(places, name)]], least, _ideal(told, least))
        assert measured is not None and measured[name] == pytest.approx(best, rel=1e-7, abs=1e-9), name


def _ideal(told: Floats, least: Floats) -> Floats:
    gains = told - least
    return np.asarray(np.maximum(gains[(gains >= -1e-12).all(axis=1)], 1e-300).max(axis=0, initial=1e-300))


def _measures(told: Floats, least: Floats, ideal: Floats | None = None) -> dict[str, float] | None:
    """The best of each measure among packages that leave neither side worse off; ``None``: there are none."""
    gains = told - least
    rational = np.maximum(gains[(gains >= -1e-12).all(axis=1)], 0.0)
    if not len(rational):
        return None
    shares = rational / (_ideal(told, least) if ideal is None else ideal)
    return {
        "nash": float(rational.prod(axis=1).max()),
        "egalitarian": float(rational.min(axis=1).max()),
        "kalai_smorodinsky": float(shares.min(axis=1).max()),
        "welfare": float(told.sum(axis=1).max()),
    }


@pytest.mark.parametrize(("noise", "issues", "options"), [(-1.0, 20, 10), (0.2, 12, 6)])
def test_ten_rules_are_exact_and_a_solver_finds_the_same_nash_point(noise: float, issues: int, options: int) -> None:
    pytest.importorskip("scipy", reason=NEEDS_SCIPY)
    for seed in (1, 2, 3):
        space = instance(seed, noise, issues, options)
        found, nash = ruled_frontier(space), nash_package(space, no_deal(space))
        other = walk.nash_by_solver(space, no_deal(space))
        assert found.gap == 0 and nash.proven and other.proven
        assert product_of(space, nash.picks) == pytest.approx(product_of(space, other.picks), rel=2e-9)
        place = special_points(found.mine, found.theirs, no_deal(space)).nash
        assert place is not None
        assert product_of(space, found.picks[place]) == pytest.approx(product_of(space, nash.picks), rel=2e-9)


def test_the_worked_example_of_the_page() -> None:
    tables = [(np.array([0.0, 500.0]), np.array([0.0, -500.0])), (np.array([-100.0, 0.0]), np.array([300.0, 0.0]))]
    plain = plain_space([("price", [1000.0, 1500.0]), ("start", ["soon", "late"])], tables)
    rule = Rule(
        (Condition("start", ("soon",)), Condition("price", low=1500.0, negated=True)), 1, "soon only if price >= 1500"
    )
    space = replace(plain, rules=caps([rule], plain.choices, plain.base))
    found = ruled_frontier(space)
    assert found.mine.tolist() == [0, 400, 500] and found.theirs.tolist() == [0, -200, -500]
    nash = nash_package(space, (-100.0, -300.0))
    assert nash.picks is not None and space.package(nash.picks) == Package({"price": 1500.0, "start": "soon"})


def test_without_rules_it_is_the_plain_frontier_and_more_rules_only_take_away() -> None:
    space = instance(3, -1.0)
    plain = frontier(replace(space, rules=()))
    free = ruled_frontier(replace(space, rules=()))
    assert np.array([free.mine, free.theirs]) == pytest.approx(np.array([plain.mine, plain.theirs]), abs=1e-9)
    bound = ruled_frontier(space)
    inside = np.column_stack([bound.mine, bound.theirs])
    outside = np.column_stack([plain.mine, plain.theirs]) + 1e-9
    below = np.asarray((inside[:, None, :] <= outside[None, :, :]).all(axis=2))
    assert below.any(axis=1).all()
    assert len({tuple(p) for p in bound.picks.tolist()} - {tuple(p) for p in plain.picks.tolist()}) > 0


def test_the_order_of_issues_and_rules_changes_nothing() -> None:
    space = instance(4, 0.1, issues=9, options=5, rules=8)
    turned = np.random.default_rng(0).permutation(9)
    place = {int(old): new for new, old in enumerate(turned)}
    rules = tuple(replace(r, counts=tuple((place[j], c) for j, c in r.counts)) for r in reversed(space.rules))
    other = Space(
        tuple(space.choices[j] for j in turned), tuple(space.mine[j] for j in turned),
        tuple(space.theirs[j] for j in turned), rules,
    )  # fmt: skip
    one, two = ruled_frontier(space), ruled_frontier(other)
    assert np.array([one.mine, one.theirs]) == pytest.approx(np.array([two.mine, two.theirs]), abs=1e-9)


def test_a_constant_sum_is_thinned_with_a_certified_gap_and_its_nash_point_is_proven() -> None:
    space = instance(0, 0.0, issues=6, options=6, rules=4)
    whole, thinned = ruled_frontier(space), ruled_frontier(space, most=400)
    assert whole.gap == 0 and len(whole.mine) > 5_000 and 0 < thinned.gap < 0.02
    after = np.searchsorted(thinned.mine, whole.mine - 1e-12)
    beyond = np.full(len(whole.mine), np.inf)
    for near in (after - 1, after):
        at = np.clip(near, 0, len(thinned.mine) - 1)
        lacks = np.array([whole.mine - thinned.mine[at], whole.theirs - thinned.theirs[at]])
        beyond = np.minimum(beyond, (lacks / ranges(space)[:, None]).max(axis=0))
    assert beyond.max() <= thinned.gap + 1e-9
    place = special_points(whole.mine, whole.theirs, no_deal(space)).nash
    nash = nash_package(space, no_deal(space))
    assert place is not None and nash.proven
    assert product_of(space, nash.picks) == pytest.approx(product_of(space, whole.picks[place]), rel=2e-9)


def test_what_thinning_loses_is_told_for_either_side() -> None:
    for noise in (-1.0, 0.3):
        space = instance(5, noise, issues=8, options=6, rules=6)
        whole = ruled_frontier(space)
        parts = reduced(space)
        found = None if parts is None else states(parts, 1_000)
        assert found is not None and whole.gap == 0
        for most in (6, 12, 24):
            grown = grow(space, found, None, most)
            mine, theirs = space.values(grown.picks)
            beyond_mine = whole.mine[:, None] - mine <= grown.lost[0] + 1e-12
            beyond_theirs = whole.theirs[:, None] - theirs <= grown.lost[1] + 1e-12
            assert (beyond_mine & beyond_theirs).any(axis=1).all() and not grown.exact


def test_a_search_without_room_is_not_called_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    space = instance(0, 0.0)
    assert not nash_package(space, no_deal(space), most=1).proven
    monkeypatch.setattr(direct, "FIRST", 100)
    assert not nash_package(space, no_deal(space), most=100).proven
    assert "nash" not in sharpened(ruled_frontier(space, most=50), no_deal(space), most=1).proven


# ---- rules become caps -------------------------------------------------------------------------------------------


SEAL = Condition(feature="seal")
RULES = [
    Rule((Condition("start", ("soon",)), SEAL), 1, "never start = soon with seal"),
    Rule((SEAL, Condition("price", low=1000.0, negated=True)), 1, "seal only if price >= 1000"),
    Rule((SEAL, Condition("start", ("late",)), Condition("price", low=500.0, high=1500.0)), 1, "at most 1 of: ..."),
    Rule((Condition(feature="fixed"), SEAL), 1, "fixed stands in every package"),
    Rule((Condition("elsewhere", ("x",)), Condition("elsewhere", ("x",), negated=True), SEAL), 1, "open is neither"),
    Rule((Condition("settled", ("x",)), Condition("start", ("late",))), 1, "settled beforehand"),
]  # fmt: skip


@pytest.mark.parametrize("joined", [False, True])
def test_a_cap_allows_what_its_rule_allows(joined: bool) -> None:
    prices = [Package({"price": float(p)}) for p in (500, 1000, 1500, 2000)]
    starts = [Package({"start": s}) for s in ("soon", "late")]
    seal = [Package(), Package({}, frozenset({"seal"}))]
    columns = [prices, Joint([starts, seal])] if joined else [prices, starts, seal]
    base = Package({"settled": "x"}, frozenset({"fixed"}))
    tables = tuple(np.zeros(len(column)) for column in columns)
    space = Space(tuple(columns), tables, tables, base=base)
    picks = np.array(list(product(*(range(len(column)) for column in columns))))
    for rule in RULES:
        bound = replace(space, rules=caps([rule], columns, base))
        assert all(cap.text == rule.text for cap in bound.rules)
        allowed = [rule.allows(space.package(pick)) for pick in picks]
        assert bound.keeps_rules(picks).tolist() == allowed
    assert [len(caps([rule], columns, base)) for rule in RULES] == [1, 1, 1, 1, 0, 1]


def test_a_rule_broken_beforehand_leaves_no_package() -> None:
    rule = Rule((Condition(feature="fixed"),), 0, "no fixed")
    column = [Package({"a": "1"}), Package({"a": "2"})]
    bound = caps([rule], [column], Package({}, frozenset({"fixed"})))
    space = Space((column,), (np.zeros(2),), (np.zeros(2),), bound)
    assert any_package(space) is None and len(ruled_frontier(space).mine) == 0


# ---- solvers -----------------------------------------------------------------------------------------------------


def small(seed: int) -> Space:
    return instance(seed, (-1.0, 0.1)[seed % 2], issues=5, options=3, rules=4)


def test_where_there_are_too_many_counts_a_solver_finds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("scipy", reason=NEEDS_SCIPY)
    monkeypatch.setattr(ruled, "STATES", 0)
    monkeypatch.setattr(direct, "STATES", 0)
    for seed in range(2):
        space = small(seed)
        kept = every_pick(space)
        told = values(space, kept)
        least = np.quantile(told, 0.2, axis=0)
        no_deal_values = float(least[0]), float(least[1])
        found = ruled_frontier(space)
        assert found.gap == 0
        assert_frontier(found, space, efficient_values(told))
        nash = nash_package(space, no_deal_values)
        wanted = _measures(told, least)
        assert nash.proven and nash.picks is not None and wanted is not None
        gains = values(space, nash.picks[None, :])[0] - least
        assert gains.prod() == pytest.approx(wanted["nash"], rel=1e-8)
        there = any_package(space)
        assert there is not None and there.tolist() in kept.tolist()
        sharp = sharpened(walk.walk(space, 3), no_deal_values)
        assert sharp.proven == {"nash", "welfare"}
        places = special_points(sharp.frontier.mine, sharp.frontier.theirs, no_deal_values)
        assert sharp.frontier.mine[places.welfare] + sharp.frontier.theirs[places.welfare] == pytest.approx(
            wanted["welfare"], abs=1e-8
        )


def test_a_walk_cut_short_tells_its_gap() -> None:
    pytest.importorskip("scipy", reason=NEEDS_SCIPY)
    space = small(1)
    wanted = efficient_values(values(space, every_pick(space)))
    assert len(wanted) > 8
    for questions in (1, 3, 6):
        found = walk.walk(space, questions)
        assert found.gap > 0
        assert_frontier(found, space, wanted)


def test_no_package_is_proven_to_be_none() -> None:
    pytest.importorskip("scipy", reason=NEEDS_SCIPY)
    space = plain_space([("a", ["x", "y"]), ("b", ["x", "y"])], [(np.arange(2.0), np.arange(2.0))] * 2)
    ones = np.array([1, 0]), np.array([0, 1])
    rules = tuple(Cap(((0, a), (1, b)), 1) for a in ones for b in ones)
    odd = replace(
        space, rules=(*rules[:2], Cap(((0, 1 - ones[0]), (1, ones[0])), 1), Cap(((0, ones[1]), (1, ones[1])), 1))
    )
    assert not len(every_pick(odd))
    assert walk.any_by_solver(odd) is None
    assert walk.nash_by_solver(odd, (0.0, 0.0)) == walk.Found(None, True)
    assert walk.walk(odd).gap == 0 and not len(walk.walk(odd).mine)


LIES = {
    "nothing at all": (None, np.inf),
    "a package that breaks a rule": ("broken", 0.0),
    "a bound below a package that exists": ("good", -1.0),
    "no bound": ("good", np.inf),
    "stopped short of its bound": ("good", 2.0),
}


@pytest.mark.parametrize("lie", LIES, ids=list(LIES))
def test_a_solver_that_lies_is_not_believed(lie: str, monkeypatch: pytest.MonkeyPatch) -> None:
    space = small(0)
    parts = reduced(space)
    assert parts is not None
    prog = solver.program(space, parts, ranges(space))
    every = np.array(list(product(*(range(len(table)) for table in space.mine))))
    kinds = {"good": every[space.keeps_rules(every)][0], "broken": every[~space.keeps_rules(every)][0], None: None}
    told, bound = LIES[lie]
    monkeypatch.setattr(solver, "_highs", lambda *_, **__: (kinds[told], bound))
    monkeypatch.setattr(solver, "has_cpsat", lambda: False)
    answer = solver.best(prog, np.array([0.5, 0.5]), np.zeros(2))
    assert not answer.proven
    assert answer.picks is None or space.keeps_rules(answer.picks[None, :])[0]
    found = walk.walk(space, 5)
    assert found.gap > 0 and space.keeps_rules(found.picks).all()
    assert not walk.nash_by_solver(space, no_deal(space)).proven


def test_nothing_found_once_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    space = small(0)
    parts = reduced(space)
    assert parts is not None
    prog = solver.program(space, parts, ranges(space))
    there = any_package(space)
    assert there is not None
    value = float(prog.shares(there).sum() / 2)
    answers = iter([(None, -np.inf), (there, value)])
    monkeypatch.setattr(solver, "_highs", lambda *_, **__: next(answers))
    monkeypatch.setattr(solver, "has_cpsat", lambda: False)
    answer = solver.best(prog, np.array([0.5, 0.5]), np.zeros(2))
    assert answer.proven and answer.picks is there
    monkeypatch.setattr(solver, "_highs", lambda *_, **__: (None, np.inf))
    with pytest.raises(WorldError, match="No solver could tell"):
        walk.any_by_solver(space)


def test_the_second_prover_agrees_with_the_first() -> None:
    pytest.importorskip("scipy", reason=NEEDS_SCIPY)
    pytest.importorskip("ortools", reason=NEEDS_ORTOOLS)
    for seed in range(4):
        space = small(seed)
        parts = reduced(space)
        assert parts is not None
        prog = solver.program(space, parts, ranges(space))
        for weights, floors in (([0.5, 0.5], [0.0, 0.0]), ([0.8, 0.2], [0.0, 0.5]), ([0.5, 0.5], [1.0, 1.0])):
            first = solver.best(prog, np.array(weights), np.array(floors))
            picks, bound = solver.cpsat(prog, np.array(weights), np.array(floors))
            assert first.proven and bound == pytest.approx(first.bound, abs=1e-8)
            assert (picks is None) == (first.picks is None)
