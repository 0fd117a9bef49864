"""Small worlds to test in: the worked examples of the theory page, and random negotiations."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from upperhand.leverage.evaluate import Evaluator
from upperhand.leverage.reading import Views, read
from upperhand.model.belief import Belief
from upperhand.model.case import Alternative, Bond, Case, Future, Issue, Party, Position, Reference, Relationship, Want
from upperhand.model.estimate import Estimate
from upperhand.model.package import Package
from upperhand.model.reading import Leverage, PredictedTerms

Floats = NDArray[np.float64]
point = Estimate.point


def even_belief(case: Case, n: int = 2_000, weights: tuple[float, ...] | None = None) -> Belief:
    """A belief without evidence: Dirichlet(1.5 K m) with m the guesses, drawn here and not by the package."""
    count = len(case.wants)
    guesses = np.array(weights or [w.weight.likely for w in case.wants], dtype=float)
    mean = guesses / guesses.sum() if count else guesses
    particles = np.random.default_rng(7).dirichlet(1.5 * count * mean, n) if count > 1 else np.ones((n, count))
    m = tuple(float(x) for x in mean)
    return Belief(tuple(w.name for w in case.wants), m, m, m, m, m, (), particles)


def reading(case: Case) -> tuple[Leverage, PredictedTerms]:
    """Leverage and predicted terms of a case without evidence."""
    leverage, terms, _ = read(case, Views(even_belief(case)), "test")
    return leverage, terms


def evaluator(case: Case) -> Evaluator:
    """An evaluator on a belief without evidence."""
    return Evaluator(case, even_belief(case), "test")


def alternative(
    name: str, worth: float | Estimate, chance: float | Estimate = 1.0, days: float = 0.0, event: str | None = None
) -> Alternative:
    """An alternative in short."""
    return Alternative(
        name,
        worth if isinstance(worth, Estimate) else point(worth, f"{name}.worth"),
        chance if isinstance(chance, Estimate) else point(chance, f"{name}.chance"),
        point(days, f"{name}.when"),
        point(0.0),
        event,
    )


def pert(low: float, likely: float, high: float, name: str) -> Estimate:
    """A range in short."""
    return Estimate(likely, low, high, name)


PRICE = Issue("price", low=900.0, high=2600.0, step=50.0, is_price=True, better_for_me="higher")


def gutters(*, future: float | None = None, fear: bool = False, uncertain: bool = False) -> Case:
    """E1 of theory.md 2.8. ``future``: credibility of six half-yearly cleanings; ``fear``: they fear for the bond."""
    worth = pert(2500, 4000, 6000, "theirs.worth") if uncertain else point(4000.0, "theirs.worth")
    rival = pert(1500, 2200, 3000, "rival.worth") if uncertain else point(2200.0, "rival.worth")
    chance = Estimate(0.6, 0.0, 1.0, "rival.chance", (6.0, 4.0)) if uncertain else point(0.6, "rival.chance")
    job = pert(200, 450, 700, "job.worth") if uncertain else point(450.0, "job.worth")
    cleaning = Future(
        "cleaning", "me", "if_agreed", point(250.0), 182.625, 6, point(0.05), point(future or 0.0), future is not None
    )
    return Case(
        title="Gutters",
        me=Party("Dana"),
        them=Party("Mr. Ortiz"),
        unit="EUR",
        reference=Reference("standard", Package({"price": 1500.0})),
        issues=(PRICE,),
        mine=Position(cost=point(900.0), alternatives=(alternative("job", job, 0.8),), otherwise=point(0.0)),
        theirs=Position(
            worth=worth,
            alternatives=(alternative("rival", rival, chance, days=14.0),),
            otherwise=point(400.0),
            waiting=point(50.0),
        ),
        future=(cleaning,),
        relationship=Relationship(them=Bond(point(300.0), point(0.5 if fear else 0.0))),
    )


def child(*, threat: bool, relationship: float = 1.0) -> Case:
    """E3 of theory.md 2.8: a toy asked for, with or without the friendship at stake."""
    lost = point(1.0 if threat else 0.0)
    return Case(
        title="The toy",
        me=Party("Ben"),
        them=Party("Ada"),
        reference=Reference("standard", Package({"toy": "give"})),
        issues=(Issue("toy", ("give", "keep")),),
        mine=Position(issues={"toy": {"give": point(4.0), "keep": point(0.0)}}, otherwise=point(0.0)),
        theirs=Position(issues={"toy": {"give": point(-4.0), "keep": point(0.0)}}, otherwise=point(0.0)),
        relationship=Relationship(point(relationship), Bond(point(3.0), lost), Bond(point(10.0), lost)),
    )


def random_money(rng: np.random.Generator, *, uncertain: bool = False) -> Case:
    """A random negotiation about money: alternatives, delays, a relationship, futures on both sides."""

    def number(name: str, low: float, high: float) -> Estimate:
        if not uncertain:
            return point(float(rng.uniform(low, high)), name)
        a, b, c = np.sort(rng.uniform(low, high, 3))
        return Estimate(float(b), float(a), float(c), name)

    def position(side: str, *, cost: Estimate | None = None, worth: Estimate | None = None) -> Position:
        listed = tuple(
            alternative(
                f"{side}{j}", number(f"{side}{j}.worth", 0, 1500), float(rng.uniform(0, 1)), float(rng.uniform(0, 30))
            )
            for j in range(rng.integers(0, 4))
        )
        return Position(
            cost=cost,
            worth=worth,
            alternatives=listed,
            otherwise=number(f"{side}.otherwise", -200, 400),
            waiting=point(float(rng.uniform(0, 20))),
            patience=point(float(rng.uniform(0, 0.01))),
        )

    futures = tuple(
        Future(
            f"f{j}",
            "me" if rng.random() < 0.5 else "them",
            "if_agreed" if rng.random() < 0.5 else "lost_if_refused",
            number(f"f{j}.margin", 0, 200),
            180.0,
            int(rng.integers(1, 6)),
            point(0.05),
            point(float(rng.uniform(0, 1))),
        )
        for j in range(rng.integers(0, 3))
    )
    bonds = [Bond(number(f"{s}.bond", 0, 300), point(float(rng.uniform(0, 1)))) for s in ("me", "them")]
    return Case(
        title="random",
        me=Party("A"),
        them=Party("B"),
        unit="EUR",
        reference=Reference("standard", Package({"price": float(rng.uniform(900, 2600))})),
        issues=(PRICE,),
        mine=position("me", cost=number("cost", 200, 1500)),
        theirs=position("them", worth=number("worth", 1500, 4000)),
        future=futures,
        relationship=Relationship(point(float(rng.uniform(0, 1))), *bonds),
    )


def random_points(rng: np.random.Generator, issues: int = 3) -> Case:
    """A random negotiation about points: three options an issue."""
    names = [f"i{j}" for j in range(issues)]
    options = ("a", "b", "c")

    def position() -> Position:
        worths = {n: {o: point(float(rng.integers(0, 20))) for o in options} for n in names}
        return Position(issues=worths, otherwise=point(float(rng.uniform(0, 15))))

    terms = {n: str(rng.choice(options)) for n in names}
    return Case(
        title="points",
        me=Party("A"),
        them=Party("B"),
        reference=Reference("standard", Package(terms)),
        issues=tuple(Issue(n, options) for n in names),
        mine=position(),
        theirs=position(),
    )


def swapped(case: Case) -> Case:
    """The same negotiation from the other chair (no features, no wants)."""
    price = tuple(
        replace(i, better_for_me={"higher": "lower", "lower": "higher"}[i.better_for_me]) if i.better_for_me else i  # type: ignore[arg-type]
        for i in case.issues
    )
    bonds = case.relationship
    return replace(
        case,
        me=case.them,
        them=case.me,
        mine=case.theirs,
        theirs=case.mine,
        issues=price,
        relationship=Relationship(bonds.continues, bonds.them, bonds.me),
        future=tuple(replace(f, side="them" if f.side == "me" else "me") for f in case.future),
    )


def wants(*names: str) -> tuple[Want, ...]:
    """Wants of equal first guess."""
    return tuple(Want(n, "", point(1.0)) for n in names)
