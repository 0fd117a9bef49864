"""A case's table against the worth of every package, each valued one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.worlds import Floats, pert, point, random_money, random_points, wants
from upperhand.model.case import Case, Feature, Issue, Party, Position, Reference
from upperhand.model.estimate import Estimate
from upperhand.model.package import Package
from upperhand.offers.space import Joint
from upperhand.offers.table import case_table
from upperhand.value.frame import Frame, is_money, make_frame
from upperhand.value.worth import likely, my_value, their_value

seeds = st.integers(0, 2**32 - 1)
some = settings(max_examples=60, deadline=None)


def some_estimate(rng: np.random.Generator, low: float, high: float, name: str) -> Estimate:
    if rng.random() < 0.3:
        return point(float(rng.uniform(low, high)), name)
    a, b, c = (float(x) for x in np.sort(rng.uniform(low, high, 3)))
    return pert(a, b, c, name)


def random_served(rng: np.random.Generator) -> Case:
    """A case in which issues, a range, the price and features serve the same wants, or do not."""
    names = [f"w{k}" for k in range(rng.integers(1, 5))]

    def serves(options: tuple[str, ...]) -> dict[str, dict[str, float]]:
        return {w: {o: float(rng.random()) for o in options} for w in names if rng.random() < 0.35}

    issues = []
    for j in range(rng.integers(1, 4)):
        options = tuple(f"o{o}" for o in range(rng.integers(1, 4)))
        issues.append(Issue(f"i{j}", options, serves=serves(options)))
    if rng.random() < 0.6:
        trends = {w: str(rng.choice(["rising", "falling"])) for w in names if rng.random() < 0.4}
        issues.append(Issue("days", low=0.0, high=9.0, step=4.5, serves_by_range=trends))  # type: ignore[arg-type]
    if rng.random() < 0.7:
        better = "higher" if rng.random() < 0.5 else "lower"
        trends = {names[0]: "falling"} if rng.random() < 0.5 else {}
        price = Issue("price", low=900.0, high=2600.0, step=850.0, is_price=True, better_for_me=better)  # type: ignore[arg-type]
        issues.append(replace(price, serves_by_range=trends))  # type: ignore[arg-type]
    features = tuple(
        Feature(
            f"f{j}",
            {w: float(rng.random()) for w in names if rng.random() < 0.5},
            some_estimate(rng, 0, 90, f"f{j}.cost"),
            some_estimate(rng, 0, 300, f"f{j}.worth") if rng.random() < 0.4 else None,
            included=bool(rng.random() < 0.3),
        )
        for j in range(rng.integers(0, 3))
    )

    def position(side: str) -> Position:
        options = {i.name: i.options or ("0", "9") for i in issues if rng.random() < 0.7 and not i.is_price}
        worths = {n: {o: some_estimate(rng, -200, 400, f"{side}.{n}.{o}") for o in os} for n, os in options.items()}
        worth = some_estimate(rng, -500, 4000, f"{side}.worth") if rng.random() < 0.8 else None
        return Position(some_estimate(rng, 0, 900, f"{side}.cost") if rng.random() < 0.5 else None, worth, worths)

    terms = {i.name: i.options[0] if i.options else (i.low or 0.0) for i in issues}
    return Case(
        title="served",
        me=Party("A"),
        them=Party("B"),
        unit="EUR" if rng.random() < 0.8 else "points",
        reference=Reference("standard", Package(terms, frozenset(f.name for f in features if f.included))),
        wants=wants(*names),
        issues=tuple(issues),
        mine=position("me"),
        theirs=position("them"),
        features=features,
        future=random_money(rng).future,
    )


def framed(case: Case, rng: np.random.Generator) -> tuple[Frame, Package]:
    assert case.reference is not None
    prior = rng.dirichlet(np.ones(len(case.wants))) if case.wants else np.zeros(0)
    return make_frame(case, prior, case.reference.package), case.reference.package


def any_case(rng: np.random.Generator) -> Case:
    kind = rng.random()
    return random_money(rng, uncertain=True) if kind < 0.1 else random_points(rng) if kind < 0.2 else random_served(rng)


@settings(max_examples=120, deadline=None)
@given(seeds)
def test_a_cases_table_is_worth_what_its_packages_are(seed: int) -> None:
    """At the weights it was made with, at others, and in every draw."""
    rng = np.random.default_rng(seed)
    case = any_case(rng)
    frame, reference = framed(case, rng)
    optional = [f for f in case.features if not f.included]
    weights, others = rng.dirichlet(np.ones(max(len(case.wants), 1)), 2)[:, : len(case.wants)]
    table = case_table(frame, reference, weights, optional)
    assert table is not None
    picks = np.array(list(product(*(range(len(own)) for own in table.space.mine))), dtype=np.int64)
    picks = rng.permutation(picks)[:150]
    packages = [table.space.package(pick) for pick in picks]
    for space, at in ((table.space, weights), (table.at(others), others)):
        mine, theirs = space.values(picks)
        assert mine == pytest.approx([my_value(frame, p, likely) for p in packages])
        assert theirs == pytest.approx([their_value(frame, p, at, likely) for p in packages])
    drawn_weights = rng.dirichlet(np.ones(max(len(case.wants), 1)), 5)[:, : len(case.wants)]
    at = {name: rng.random(5) for name in sorted(_names(case))}

    def read(estimate: Estimate) -> Floats:
        return np.asarray(estimate.low + (estimate.high - estimate.low) * at.get(estimate.name, np.full(5, 0.5)))

    drawn = table.drawn(picks, drawn_weights, read)
    slow = [np.broadcast_to(np.asarray(their_value(frame, p, drawn_weights, read)), 5) for p in packages]
    assert drawn.shape == (len(picks), 5)
    assert drawn == pytest.approx(np.array(slow))


def _names(case: Case) -> set[str]:
    found = {e.name for e in (case.theirs.worth, case.theirs.cost) if e is not None}
    found |= {e.name for worths in case.theirs.issues.values() for e in worths.values()}
    return found | {f.worth_to_them.name for f in case.features if f.worth_to_them is not None}


@some
@given(seeds)
def test_a_cases_table_holds_every_package_once(seed: int) -> None:
    rng = np.random.default_rng(seed)
    case = random_served(rng)
    frame, reference = framed(case, rng)
    optional = [f for f in case.features if not f.included]
    table = case_table(frame, reference, frame.prior, optional)
    assert table is not None
    every = [table.space.package(p) for p in product(*(range(len(own)) for own in table.space.mine))]
    terms = {(frozenset(p.terms.items()), p.features) for p in every}
    ways = [len(i.options) or 3 for i in case.issues] + [2] * len(optional)
    assert len(terms) == len(every) == table.space.size == int(np.prod(ways))
    assert all(len(p.terms) == len(case.issues) and p.features >= reference.features for p in every)


def test_issues_that_serve_one_want_are_one_column_and_more_than_half_a_million_choices_are_refused() -> None:
    rng = np.random.default_rng(1)
    options = tuple(f"o{o}" for o in range(10))
    both = {"rest": dict.fromkeys(options, 0.5)}
    issues = [Issue(f"i{j}", options, serves=both) for j in range(6)]
    case = Case(
        title="", me=Party("A"), them=Party("B"), unit="EUR", wants=wants("rest"),
        reference=Reference("standard", Package({i.name: "o0" for i in issues})),
        theirs=Position(worth=point(100.0)),
    )  # fmt: skip
    assert not is_money(case)
    few = replace(case, issues=tuple(issues[:5]))
    frame, reference = framed(few, rng)
    table = case_table(frame, reference, frame.prior)
    assert table is not None and len(table.space.mine) == 1 and table.space.size == 100_000
    assert isinstance(table.space.choices[0], Joint)
    assert table.space.package([12_345]) == Package({f"i{j}": f"o{j + 1}" for j in range(5)})
    frame, reference = framed(replace(case, issues=tuple(issues)), rng)
    assert case_table(frame, reference, frame.prior) is None


def test_a_worth_of_nothing_give_or_take_is_served_in_the_draws() -> None:
    """Their worth is 0 at best guess and -100 or 100 in two draws: a fivefold service makes that -500 or 500."""
    issue = Issue("i", ("a", "b"), serves={"rest": {"a": 0.2, "b": 1.0}})
    case = Case(
        title="", me=Party("A"), them=Party("B"), unit="EUR", wants=wants("rest"), issues=(issue,),
        reference=Reference("standard", Package({"i": "a"})), theirs=Position(worth=pert(-100, 0, 100, "worth")),
    )  # fmt: skip
    frame, reference = framed(case, np.random.default_rng(0))
    table = case_table(frame, reference, frame.prior)
    assert table is not None
    drawn = table.drawn(np.array([[0], [1]]), np.ones((2, 1)), lambda e: np.array([e.low, e.high]))
    assert drawn == pytest.approx(np.array([[-100.0, 100.0], [-500.0, 500.0]]))
