"""Is the belief the posterior, and does it depend on the evidence and on nothing else?"""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.beliefs_cases import DEGREES, TODAY, case_of, package, told
from upperhand.beliefs.cloud import Cloud
from upperhand.beliefs.posterior import infer
from upperhand.beliefs.prior import prior_of
from upperhand.beliefs.tempering import groups
from upperhand.model.belief import Belief
from upperhand.model.case import Case
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import (
    Comparison,
    Denial,
    Dwell,
    Evidence,
    Informant,
    MenuChoice,
    Offer,
    Purchase,
    Rating,
    Response,
    Revisit,
    Statement,
)
from upperhand.model.package import Package
from upperhand.value.draws import sample

Floats = NDArray[np.float64]

TALK = (
    told(Statement("speed"), days_ago=10),
    told(Comparison(("price", "calm")), days_ago=40, reliability=0.7),
    told(Denial("calm"), days_ago=3, confidence=0.6),
    told(Rating("price", 6.0, 10.0), days_ago=None),
    told(Dwell({"speed": 20.0, "price": 9.0, "calm": 4.0}, {"price": 0.3}), days_ago=90),
    told(Revisit({"speed": 3, "price": 1}, {"calm": 2.0}), days_ago=5),
    told(Purchase("tools", 4, 2.0, {"speed": 1.0, "price": 0.2}), days_ago=200),
    told(MenuChoice((package("all", "none", "none"), package("none", "all", "some")), 0), days_ago=1),
    told(Offer(package("most", "some", "none")), days_ago=1),
    told(Response(package("none", "all", "none"), False), days_ago=1),
    told(Informant("a neighbour", 0.5, Statement("price")), days_ago=2),
)


def surplus(offered: Package, w: Floats) -> Floats:
    """What a package leaves them, in shares of R_B."""
    return np.asarray(w @ np.array([DEGREES[str(o)] for o in offered.terms.values()]) - 0.4)


def believed(case: Case, seed: str = "seed", particles: int = 10_000) -> Belief:
    """The belief, where nothing in the evidence is amiss."""
    belief, problems = infer(case, seed, surplus=surplus, particles=particles)
    assert problems == []
    return belief


def same(a: Belief, b: Belief) -> bool:
    """Whether two beliefs are equal to the last bit, traces apart."""
    return np.array_equal(a.particles, b.particles) and replace(a, trace=()) == replace(b, trace=())


# --- an oracle that shares no code: a fine grid over the triangle of weights, and every formula in plain arithmetic


def triangle(n: int = 240) -> Floats:
    """Centres of n^2 small triangles of equal area, shape (n^2, 3)."""
    up = [(i + 1 / 3, j + 1 / 3) for i in range(n) for j in range(n - i)]
    down = [(i + 2 / 3, j + 2 / 3) for i in range(n - 1) for j in range(n - 1 - i)]
    ab = np.array(up + down) / n
    return np.column_stack([ab, 1 - ab.sum(axis=1)])


def log_grid(w: Floats) -> Floats:
    """Log posterior of the whole talk on a grid of weights (speed, price, calm), prior mean (1, 2, 3)/6."""
    s, p, q = w.T
    e8, soft = np.exp(8 * w), np.exp(-8 * w)

    def mix(c: float, model: Floats, background: float) -> Floats:
        return np.log(c * model + (1 - c) * background)

    def dwell(slope: float) -> Floats:
        r = np.log([20.0, 9.0, 4.0]) - [0, 0.3, 0] - slope * w
        return np.asarray(np.exp(-((r - r.mean(1, keepdims=True)) ** 2).sum(1) / 1.28))

    def visits(slope: float) -> Floats:
        pull = np.exp(slope * w) * [1, 1, 2]
        a = 10 * pull / pull.sum(1, keepdims=True)
        return np.asarray(a[:, 0] * (a[:, 0] + 1) * (a[:, 0] + 2) * a[:, 1])

    def sales(slope: float) -> Floats:
        m = 2 * np.exp(slope * (s + 0.2 * p - (1 / 6 + 0.2 / 3)))
        return np.asarray((2 / (2 + m)) ** 2 * (m / (2 + m)) ** 4)

    equal = [v for v in itertools.product((0, 1 / 3, 2 / 3, 1), repeat=3) if abs(sum(v) - 1) < 0.1]
    demand = np.exp(6 * (w @ np.array(equal).T))
    menu = np.exp(6 * np.column_stack([s, p + q / 3]))
    total = (4.5 / 6 - 1) * np.log(s) + (9 / 6 - 1) * np.log(p) + (13.5 / 6 - 1) * np.log(q)
    total += 2 ** (-10 / 365) * mix(0.8, e8[:, 0] / e8.sum(1), 1 / 3)
    total += 0.7 * 2 ** (-40 / 365) * mix(0.8, 1 / (1 + np.exp(-8 * (p - q))), 1 / 2)
    total += 2 ** (-3 / 365) * mix(0.6, soft[:, 2] / soft.sum(1), 1 / 3)
    score = np.exp(-(((0.6 - p / w.max(1)) / 0.2) ** 2) / 2) / (0.2 * math.sqrt(2 * math.pi))
    total += mix(0.8, score, 1.0)
    total += 0.4 * 2 ** (-90 / 180) * np.log(0.8 * dwell(2) + 0.2 * dwell(0))
    total += 0.4 * 2 ** (-5 / 180) * np.log(0.8 * visits(4) + 0.2 * visits(0))
    total += 0.4 * 2 ** (-200 / 180) * np.log(0.8 * sales(2) + 0.2 * sales(0))
    total += 2 ** (-1 / 365) * mix(0.8, menu[:, 0] / menu.sum(1), 1 / 2)
    asked = next(i for i, v in enumerate(equal) if v[0] == 2 / 3 and v[1] == 1 / 3)
    total += 2 ** (-1 / 365) * mix(0.8, demand[:, asked] / demand.sum(1), 1 / len(equal))
    total += 2 ** (-1 / 365) * mix(0.8, 1 / (1 + np.exp((p - 0.4) / 0.1)), 1 / 2)
    total += 2 ** (-2 / 365) * mix(0.4, e8[:, 1] / e8.sum(1), 1 / 3)
    return np.asarray(total)


def test_three_wants_agree_with_a_grid() -> None:
    w = triangle()
    mass = np.exp(log_grid(w) - log_grid(w).max())
    mass /= mass.sum()
    belief = believed(case_of(TALK))
    first = [mass[w.argmax(1) == k].sum() for k in range(3)]
    order = mass[(w[:, 0] > w[:, 1]) & (w[:, 1] > w[:, 2])].sum()
    assert belief.mean == pytest.approx(mass @ w, abs=0.006)
    assert belief.top_probability == pytest.approx(first, abs=0.02)
    if belief.order == ("speed", "price", "calm"):
        assert belief.order_probability == pytest.approx(order, abs=0.02)
    for k in range(3):
        below = [mass[w[:, k] < bound[k]].sum() for bound in (belief.low, belief.high)]
        assert below == pytest.approx([0.1, 0.9], abs=0.02)
    assert belief.particles.mean(0) == pytest.approx(mass @ w, abs=0.008)


def test_two_wants_agree_with_a_grid_however_much_is_said() -> None:
    """Two hundred statements from as many talks: several resamples, each within its Monte Carlo error."""
    u = (np.arange(20_000) + 0.5) / 20_000
    for number in (1, 10, 200):
        names = ["speed" if i % 4 else "price" for i in range(number)]
        said = [told(Statement(name), origin=f"talk {i:03}") for i, name in enumerate(names)]
        sigma = 1 / (1 + np.exp(-8 * (2 * u - 1)))
        up, down = np.log(0.8 * sigma + 0.1), np.log(0.8 * (1 - sigma) + 0.1)
        log_mass = 0.5 * np.log(u * (1 - u)) + names.count("speed") * up + names.count("price") * down
        mass = np.exp(log_mass - log_mass.max())
        mean = float(mass @ u / mass.sum())
        sd = math.sqrt(mass @ (u - mean) ** 2 / mass.sum())
        belief = believed(case_of(said, weights={"speed": 1.0, "price": 1.0}))
        assert belief.mean[0] == pytest.approx(mean, abs=5 * sd / math.sqrt(3_000))
        assert belief.particles[:, 0].std() == pytest.approx(sd, rel=0.06)


def test_moves_agree_with_weighing_the_prior_alone() -> None:
    """Importance sampling from the prior, without resampling or moves, by a cloud of 200,000."""
    case = case_of(TALK)
    case = replace(case, wants=tuple(replace(w, weight=Estimate(2.0, 1.0, 4.0)) for w in case.wants))
    particles = prior_of(case.wants)
    strengths = particles.strengths("other", 200_000)
    w = np.exp(particles.log_weights(strengths, "other", 200_000))
    flat = log_grid(w) - ((np.array([1, 2, 3]) / 6 * 4.5 - 1) * np.log(w)).sum(axis=1)
    # The prior mean that purchases are measured from is 1/3 each here.
    flat -= 0.4 * 2 ** (-200 / 180) * np.log(0.8 * sold(w, 1 / 6 + 0.2 / 3) + 0.2 * sold(0 * w, 0.0))
    flat += 0.4 * 2 ** (-200 / 180) * np.log(0.8 * sold(w, 1.2 / 3) + 0.2 * sold(0 * w, 0.0))
    mass = np.exp(flat - flat.max())
    belief = believed(case)
    assert belief.mean == pytest.approx(mass @ w / mass.sum(), abs=0.008)


def sold(w: Floats, usual: float) -> Floats:
    """Probability of four purchases where two are usual, up to a factor."""
    m = 2 * np.exp(2 * (w[:, 0] + 0.2 * w[:, 1] - usual))
    return np.asarray((2 / (2 + m)) ** 2 * (m / (2 + m)) ** 4)


def test_moves_leave_the_prior_as_it_is() -> None:
    """Evidence for a want and the exact opposite, twenty times over: the prior is back, spread, tails and all."""
    case = case_of(weights={"speed": Estimate(1.0, 0.05, 9.0), "price": Estimate(2.0, 0.1, 9.0), "calm": 3.0})
    prior = prior_of(case.wants)
    cloud = Cloud(prior, "there and back", 20_000)
    for i in range(20):
        cloud.take(f"there {i}", lambda w: 6.0 * w[:, 0])
        cloud.take(f"back {i}", lambda w: -6.0 * w[:, 0])
    m = np.column_stack([sample(guess, "oracle", 100_000) for guess in prior.guesses])
    alpha = 4.5 * m / m.sum(axis=1, keepdims=True)
    second = (alpha * (alpha + 1) / (4.5 * 5.5)).mean(axis=0)
    mean = alpha.mean(axis=0) / 4.5
    assert cloud.mean() == pytest.approx(mean, abs=0.012)
    assert cloud.chances @ cloud.w**2 - cloud.mean() ** 2 == pytest.approx(second - mean**2, rel=0.05)
    log_moment = cloud.chances @ np.log(cloud.w[:, 0])
    assert log_moment == pytest.approx(float((digamma(alpha[:, 0]) - digamma(np.array(4.5))).mean()), abs=0.25)


def digamma(x: Floats) -> Floats:
    """Derivative of log Gamma, by recurrence and series."""
    up = sum(1 / (x + i) for i in range(8))
    y = x + 8
    return np.asarray(np.log(y) - 1 / (2 * y) - 1 / (12 * y**2) + 1 / (120 * y**4) - up)


# --- what the belief may depend on


@pytest.mark.parametrize("gone", range(len(TALK)))
def test_a_deleted_piece_leaves_no_trace(gone: int) -> None:
    left = TALK[:gone] + TALK[gone + 1 :]
    forgotten = replace(case_of(TALK), evidence=tuple(e for e in TALK if e.id != TALK[gone].id))
    never = believed(case_of(reversed(left)), particles=500)  # type: ignore[arg-type]
    after = believed(forgotten, particles=500)
    assert same(after, never) and after.trace == never.trace
    assert TALK[gone].id not in {step.evidence_id for step in after.trace}
    assert not same(after, believed(case_of(TALK), particles=500))


@given(st.permutations(TALK))
@settings(max_examples=10)
def test_the_order_of_the_list_is_no_evidence(shuffled: list[Evidence]) -> None:
    one, other = believed(case_of(TALK), particles=300), believed(case_of(shuffled), particles=300)
    assert same(one, other) and one.trace == other.trace


def test_the_same_case_and_seed_give_the_same_belief() -> None:
    one, other = believed(case_of(TALK)), believed(case_of(TALK))
    assert same(one, other) and one.trace == other.trace
    elsewhere = believed(case_of(TALK), "other seed")
    assert not same(one, elsewhere)
    assert elsewhere.mean == pytest.approx(one.mean, abs=0.012)


@pytest.mark.parametrize("piece", TALK, ids=[e.kind for e in TALK])
@pytest.mark.parametrize("copies", [2, 3, 7])
def test_copies_do_not_sharpen(piece: Evidence, copies: int) -> None:
    others = tuple(e for e in TALK[:3] if e != piece)
    once = believed(case_of((*others, piece)), particles=500)
    many = believed(case_of((*others, *[replace(piece, id=f"copy {i}") for i in range(copies)])), particles=500)
    reworded = [replace(piece, id=f"copy {i}", quote=f"in other words {i}", line=i) for i in range(copies)]
    assert same(once, many)
    assert same(once, believed(case_of((*others, *reworded)), particles=500))
    alone = next(step for step in once.trace if step.evidence_id == piece.id)
    shared = [step for step in many.trace if step.evidence_id.startswith("copy")]
    assert [step.weight for step in shared] == pytest.approx([alone.weight / copies] * copies)
    for want in once.wants:
        assert sum(step.shift[want] for step in shared) == pytest.approx(alone.shift[want], abs=1e-12)


def test_a_claim_passed_on_by_several_from_one_talk_is_one_claim() -> None:
    def share(*pieces: Evidence) -> float:
        return believed(case_of(pieces)).mean[0]

    hearsay = [
        told(Informant(name, 0.6, Statement("speed")), id=name, origin="the call") for name in ("Ann", "Bo", "Cy")
    ]
    elsewhere = [replace(piece, origin=piece.id) for piece in hearsay]
    assert share(*hearsay) == share(hearsay[0])
    assert share(*elsewhere) > share(*elsewhere[:2]) > share(elsewhere[0]) + 0.01
    negated = [told(Statement("speed", "does_not_need"), origin="o"), told(Denial("speed"), origin="o")]
    assert share(*negated) == share(negated[0])


def test_an_informants_reliability_counts_once() -> None:
    said = Informant("Ann", 0.5, Statement("speed"))
    trusted, doubted = told(said, confidence=1.0), told(said, confidence=1.0, reliability=0.5)
    assert same(believed(case_of([trusted])), believed(case_of([doubted])))
    direct = told(Statement("speed"), confidence=0.5)
    assert believed(case_of([trusted])).mean == pytest.approx(believed(case_of([direct])).mean)


@pytest.mark.parametrize("piece", TALK, ids=[e.kind for e in TALK])
def test_what_has_no_confidence_or_no_reliability_changes_nothing(piece: Evidence) -> None:
    others = TALK[:2]
    without = believed(case_of(others), particles=500)
    doubted = [replace(piece, id="x", confidence=0.0)]
    if not isinstance(piece.claim, Informant):
        doubted.append(replace(piece, id="x", reliability=0.0))
    for useless in doubted:
        # A copy that weighs nothing must not halve the one that does, nor move the clock.
        tomorrow = replace(useless, when=TODAY + timedelta(days=900))
        belief = believed(case_of((*others, tomorrow), as_of=None), particles=500)
        assert same(belief, believed(case_of(others, as_of=None), particles=500))
        assert same(without, believed(case_of((*others, useless)), particles=500))
        step = next(step for step in belief.trace if step.evidence_id == "x")
        assert step.weight == 0.0 and step.note and not any(step.shift.values())
    twin = replace(others[0], id="twin", confidence=0.0)
    assert same(without, believed(case_of((*others, twin)), particles=500))


def test_more_reliable_evidence_moves_more_and_older_less() -> None:
    def moved(**changes: object) -> float:
        return believed(case_of([told(Statement("speed"), **changes)])).mean[0] - 1 / 6  # type: ignore[arg-type]

    by_trust = [moved(reliability=r) for r in (0.01, 0.2, 0.5, 0.8, 1.0)]
    by_age = [moved(days_ago=d) for d in (3650, 1000, 365, 30, 0)]
    by_confidence = [moved(confidence=c) for c in (0.01, 0.3, 0.6, 1.0)]
    for series in (by_trust, by_age, by_confidence):
        assert series == sorted(series) and 0 < series[0] < 0.005 and series[-1] > 0.03
    assert moved(days_ago=None) == moved(days_ago=0) == moved(days_ago=-5)
    assert moved(days_ago=365) == pytest.approx(moved(reliability=0.5))


def test_words_halve_in_a_year_and_behaviour_in_half_a_year() -> None:
    def omega(piece: Evidence) -> float:
        return believed(case_of([piece]), particles=100).trace[0].weight

    assert omega(told(Denial("calm"), days_ago=365, reliability=0.6)) == pytest.approx(0.3)
    assert omega(told(Offer(package("all", "none", "some")), days_ago=730)) == pytest.approx(0.25)
    assert omega(told(Revisit({"calm": 2}, {}), days_ago=180)) == pytest.approx(0.2)
    assert omega(told(Informant("Ann", 0.5, Revisit({"calm": 2}, {})), days_ago=180)) == pytest.approx(0.2)
    two = groups([told(Denial("calm"), origin="o", id=i) for i in "ab"], TODAY)
    assert [g.omegas for g in two] == [(0.5, 0.5)]


def test_wants_listed_in_another_order_are_the_same_wants() -> None:
    names = ["calm", "speed", "price"]
    case = case_of(TALK)
    turned = replace(case, wants=tuple(next(w for w in case.wants if w.name == n) for n in names))
    one = believed(case)
    other = infer(turned, "seed", surplus=lambda p, w: surplus(p, w[:, [1, 2, 0]]))[0]
    for field in ("mean", "low", "high", "top_probability", "prior_mean"):
        by_name = dict(zip(one.wants, getattr(one, field), strict=True))
        assert getattr(other, field) == pytest.approx([by_name[n] for n in names], abs=1e-6)
    assert other.order == one.order


# --- what a belief looks like


def test_without_evidence_the_prior_stands() -> None:
    belief = believed(case_of())
    assert belief.mean == belief.prior_mean == pytest.approx((1 / 6, 2 / 6, 3 / 6), abs=1e-15)
    assert belief.order == ("calm", "price", "speed")
    assert belief.particles.mean(0) == pytest.approx(belief.mean, abs=0.01)
    for k, m in enumerate(belief.prior_mean):
        assert belief.low[k] < m < belief.high[k]
        assert belief.particles[:, k].var() == pytest.approx(m * (1 - m) / 5.5, rel=0.06)


def test_a_guess_as_a_range_widens_the_prior() -> None:
    narrow = believed(case_of(weights={"speed": 3.0, "price": 3.0}))
    wide = believed(case_of(weights={"speed": Estimate(3.0, 0.1, 9.0), "price": Estimate(3.0, 0.1, 9.0)}))
    assert wide.prior_mean == pytest.approx((0.5, 0.5), abs=0.01)
    assert wide.particles[:, 0].std() > narrow.particles[:, 0].std() + 0.01


def test_a_belief_adds_up() -> None:
    belief = believed(case_of(TALK))
    assert belief.wants == ("speed", "price", "calm")
    assert belief.particles.shape == (10_000, 3)
    assert belief.particles.sum(axis=1) == pytest.approx(np.ones(10_000))
    assert sum(belief.mean) == pytest.approx(1) and sum(belief.top_probability) == pytest.approx(1)
    assert [belief.mean[belief.wants.index(w)] for w in belief.order] == sorted(belief.mean, reverse=True)
    assert belief.order_probability is not None and 1 / 6 < belief.order_probability < 1
    assert {step.evidence_id for step in belief.trace} == {piece.id for piece in TALK}
    for step in belief.trace:
        assert sum(step.shift.values()) == pytest.approx(0, abs=1e-12)
        assert 0 < step.weight <= 1 and step.note is None
    shifted = [sum(step.shift[w] for step in belief.trace) for w in belief.wants]
    assert shifted == pytest.approx(np.subtract(belief.mean, belief.prior_mean), abs=0.01)


def test_the_trace_names_the_line() -> None:
    piece = told(Statement("speed"), id="e7", quote="I need it now", source="call.vtt", line=12, days_ago=2)
    (step,) = believed(case_of([piece])).trace
    assert (step.evidence_id, step.kind, step.quote) == ("e7", "statement", "I need it now")
    assert (step.source, step.line, step.when) == ("call.vtt", 12, "2026-05-02")
    assert step.shift["speed"] > 0.02 and step.shift["calm"] < 0


def test_what_could_be_mended_is_a_problem_and_the_rest_a_note() -> None:
    pieces = [
        told(Statement("peace"), id="e1", path="evidence.e1"),
        told(Statement("price", "unsure"), id="e2"),
        told(Response(package("all", "none", "none"), True), id="e3"),
        told(Statement("speed"), id="e4"),
    ]
    belief, problems = infer(case_of(pieces), "seed")
    assert same(belief, infer(case_of(pieces[3:]), "seed")[0])
    notes = {step.evidence_id: step.note for step in belief.trace}
    assert all(notes[i] for i in ("e1", "e2", "e3")) and notes["e4"] is None
    (problem,) = problems
    assert problem.file == "evidence.e1" and problem.severity == "warning"
    assert "e1" in problem.what and "'peace'" in problem.what and problem.fix


@pytest.mark.parametrize("count", [0, 1])
def test_with_fewer_than_two_wants_nothing_can_shift(count: int) -> None:
    names = ["speed"][:count]
    belief = believed(case_of([told(Statement("speed"))], weights=dict.fromkeys(names, 2.0)))
    assert belief.mean == belief.low == belief.high == (1.0,) * count
    assert belief.particles.shape == (10_000, count) and belief.order == tuple(names)
    assert belief.trace[0].note and not any(belief.trace[0].shift.values())


def test_twelve_wants_are_told_apart() -> None:
    names = [f"want {i}" for i in range(12)]
    said = [told(Comparison((a, b)), origin=f"{a}{b}", confidence=0.95) for a, b in itertools.combinations(names, 2)]
    belief = believed(case_of(said, weights=dict.fromkeys(names, 1.0)))
    assert list(belief.order[:3]) == names[:3] and belief.mean[0] > 0.15
    assert belief.mean[0] > belief.mean[3] > belief.mean[7] > belief.mean[11]
    assert belief.mean[11] < 0.05


@pytest.mark.parametrize(
    "piece",
    [
        told(Purchase("tools", 5000, 1.0, {"speed": 1.0}), confidence=1.0),
        told(Revisit({"speed": 5000}, {}), confidence=1.0),
        told(Dwell({"speed": 1e9, "price": 1e-9}, {}), confidence=1.0),
        told(Rating("price", 1e4, 1.0), confidence=1.0),
        told(Response(package("all", "none", "none"), True), confidence=1.0),
    ],
    ids=lambda piece: piece.kind,
)
def test_evidence_beyond_all_bounds_does_not_break_it(piece: Evidence) -> None:
    for weights in ({"speed": 1.0, "price": 1.0, "calm": 1.0}, {"speed": 1e-7, "price": 0.0, "calm": 1e9}):
        belief = infer(case_of([piece], weights=weights), "seed", surplus=lambda _p, w: 1e9 * (w[:, 0] - 0.9))[0]
        assert np.isfinite(belief.particles).all() and sum(belief.mean) == pytest.approx(1)
        assert all(lo <= hi for lo, hi in zip(belief.low, belief.high, strict=True))
    belief = infer(case_of([piece]), "seed", surplus=lambda _p, w: 1e9 * (w[:, 0] - 0.9))[0]
    assert len(np.unique(belief.particles[:, 0])) > 500


def test_the_page_works_its_example_out_as_the_particles_do() -> None:
    """Two wants, one statement at confidence .8: 1/2 + .8 E[x sigma(8x)] with x on a half circle."""

    def by_gauss(points: int) -> float:
        angle = np.arange(1, points + 1) * math.pi / (points + 1)
        x, weight = np.cos(angle), 2 / (points + 1) * np.sin(angle) ** 2
        return 0.5 + 0.8 * float(weight @ (x / (1 + np.exp(-8 * x))))

    page = (Path(__file__).parents[1] / "docs" / "theory" / "belief.md").read_text(encoding="utf-8")
    for points in (7, 200):
        assert f"**{by_gauss(points):.4f}**".replace("**0", "**") in page
    case = case_of([told(Statement("speed"))], weights={"speed": 1.0, "price": 1.0})
    assert believed(case, particles=200_000).mean[0] == pytest.approx(by_gauss(200), abs=0.002)
    four = [believed(case, seed).mean[0] for seed in "abcd"]
    assert all(f"{mean:.3f}".lstrip("0") in page for mean in four)


def test_the_page_tells_the_prior_of_three_equal_wants() -> None:
    belief = believed(case_of(weights={"speed": 1.0, "price": 1.0, "calm": 1.0}), particles=100_000)
    assert belief.low == pytest.approx([0.09] * 3, abs=0.005)
    assert belief.high == pytest.approx([0.62] * 3, abs=0.005)
