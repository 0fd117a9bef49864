"""Are the beliefs calibrated: is the truth as often below every quantile of the posterior as the quantile says?

Simulation-based calibration (Talts et al. 2018): draw weights from the prior, let them produce evidence, infer, and
take the posterior mass below the truth. Over many rounds that mass is uniform iff likelihoods, prior and sampler
agree with the world simulated here. Two quantities are ranked: the weight of a want picked by chance, and the joint
log-likelihood of the evidence, which sees most errors of scale (Modrak et al. 2023).

The simulators share no code with the likelihoods, and their constants are written out again on purpose.
Run `python -m benchmarks.sbc` for the table of docs/theory/belief.md; all at omega = 1.
"""

from __future__ import annotations

import argparse
import itertools
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from upperhand.beliefs.cloud import Cloud
from upperhand.beliefs.prior import prior_of
from upperhand.beliefs.weigh import Setting, Unweighed, weigh
from upperhand.model.case import Case, Issue, Party, Position, Want
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import (
    Claim,
    Comparison,
    Denial,
    Dwell,
    Evidence,
    Feedback,
    Informant,
    MenuChoice,
    Offer,
    Purchase,
    Ranking,
    Rating,
    Response,
    Revisit,
    Statement,
)
from upperhand.model.package import Package

Floats = NDArray[np.float64]
BINS = 10
LEVELS = ("none", "some", "most", "all")
DEGREES = {"none": 0.0, "some": 1 / 3, "most": 2 / 3, "all": 1.0}


@dataclass(frozen=True)
class World:
    """One round: the true weights (K,), the case they live in, and how often evidence tells of them."""

    chance: Generator
    case: Case
    truth: Floats
    c: float
    crossed: bool = False

    @property
    def wants(self) -> list[str]:
        """Their wants by name."""
        return [want.name for want in self.case.wants]

    def informed(self) -> bool:
        """Whether this piece comes from their weights, not from the background."""
        return bool(self.chance.random() < self.c)

    def pick(self, odds: Floats) -> int:
        """An index drawn by exp(odds) where informed, else at random."""
        p = np.exp(odds) if self.informed() else np.ones(len(odds))
        return int(self.chance.choice(len(odds), p=p / p.sum()))

    def package(self) -> Package:
        """Any package on all issues."""
        return Package({want: LEVELS[self.chance.integers(4)] for want in self.wants})


@dataclass(frozen=True)
class Form:
    """A kind of evidence, how many pieces of it a round holds, and how their weights produce one."""

    name: str
    pieces: int
    tell: Callable[[World], Claim]
    by_cost: bool = False
    ranges: bool = False
    crossed: bool = False


@dataclass(frozen=True)
class Verdict:
    """How uniform the ranks are, for the weight and for the log-likelihood: chi-square over 10 bins (9 degrees of
    freedom), z of their mean and z of their spread."""

    chi2: tuple[float, float]
    level: tuple[float, float]
    spread: tuple[float, float]

    @property
    def worst(self) -> float:
        """The smallest p-value of the six tests."""
        normal = (math.erfc(abs(z) / math.sqrt(2)) for z in (*self.level, *self.spread))
        return min(*(p_value(x) for x in self.chi2), *normal)


def served(package: Package) -> Floats:
    """v of a package in the little world: every issue serves the want of its name alone."""
    return np.array([DEGREES[str(level)] for level in package.terms.values()])


def statement(world: World) -> Statement:
    return Statement(world.wants[world.pick(8 * world.truth)])


def no_need(world: World) -> Claim:
    return Statement(world.wants[world.pick(-8 * world.truth)], "does_not_need")


def denial(world: World) -> Claim:
    return Denial(world.wants[world.pick(-8 * world.truth)])


def comparison(world: World) -> Claim:
    a, b = world.chance.choice(len(world.truth), 2, replace=False)
    first = world.pick(8 * world.truth[[a, b]])
    return Comparison((world.wants[(a, b)[first]], world.wants[(b, a)[first]]))


def rating(world: World) -> Claim:
    k = int(world.chance.integers(len(world.truth)))
    told = world.chance.normal(world.truth[k] / max(world.truth), 0.2)
    return Rating(world.wants[k], 10.0 * float(told if world.informed() else world.chance.random()), 10.0)


def dwell(world: World) -> Claim:
    hard = world.chance.random(len(world.truth))
    drawn = 2 * world.truth if world.informed() else 0 * world.truth
    log_t = world.chance.normal(2, 1) + drawn + hard + world.chance.normal(0, 0.8, len(world.truth))
    return Dwell(dict(zip(world.wants, np.exp(log_t), strict=True)), dict(zip(world.wants, hard, strict=True)))


def revisit(world: World) -> Claim:
    size = world.chance.uniform(0.5, 2, len(world.truth))
    pull = size * np.exp(4 * world.truth) if world.informed() else size
    shares = world.chance.dirichlet(10 * pull / pull.sum())
    counts = world.chance.multinomial(12, shares)
    return Revisit({w: int(n) for w, n in zip(world.wants, counts, strict=True)},
                   {w: float(s) for w, s in zip(world.wants, size, strict=True)})  # fmt: skip


def purchase(world: World) -> Claim:
    serves = world.chance.random(len(world.truth))
    guess = np.array([want.weight.likely for want in world.case.wants])
    usual = float(world.chance.uniform(2, 8))
    lift = math.exp(2 * float(serves @ (world.truth - guess / guess.sum()))) if world.informed() else 1.0
    count = int(world.chance.poisson(usual * lift * world.chance.gamma(2, 0.5)))
    return Purchase("any", count, usual, dict(zip(world.wants, serves, strict=True)))


def offer(world: World) -> Claim:
    """An offer among those that ask as much in all as a first one thought of."""
    every = [Package(dict(zip(world.wants, levels, strict=True)))
             for levels in itertools.product(LEVELS, repeat=len(world.wants))]  # fmt: skip
    asked = served(world.package()).sum()
    equal = [p for p in every if abs(served(p).sum() - asked) < 0.1 * len(world.wants)]
    return Offer(equal[world.pick(np.array([6 * world.truth @ served(p) for p in equal]))])


def priced_offer(world: World) -> Claim:
    """An offer among those whose cost to them is near a level they have in mind."""
    every = [Package(dict(zip(world.wants, levels, strict=True)))
             for levels in itertools.product(LEVELS, repeat=len(world.wants))]  # fmt: skip
    price = {i.name: world.case.theirs.issues[i.name] for i in world.case.issues}
    cost = np.array([-sum(price[i][str(level)].likely for i, level in p.terms.items()) for p in every])
    level = float(world.chance.uniform(cost.min(), cost.max()))
    near = [p for p, its in zip(every, cost, strict=True) if abs(its - level) <= 0.1 * np.ptp(cost)]
    if not near:
        return priced_offer(world)
    return Offer(near[world.pick(np.array([6 * world.truth @ served(p) for p in near]))], level)


def menu(world: World) -> Claim:
    shown = tuple(world.package() for _ in range(4))
    return MenuChoice(shown, world.pick(np.array([6 * world.truth @ served(p) for p in shown])))


def ranking(world: World) -> Claim:
    """An order drawn place by place; where it is cut into groups does not depend on it, and the last may go unsaid."""
    shown = tuple(world.package() for _ in range(4))
    odds = [float(6 * world.truth @ served(p)) for p in shown]
    informed, left, order = world.informed(), list(range(4)), []
    while left:
        p = np.exp([odds[i] if informed else 0.0 for i in left])
        order.append(left.pop(int(world.chance.choice(len(left), p=p / p.sum()))))
    cuts = [(1, 1, 1), (1, 2), (2, 1), (1,), (2,), (1, 3), (3,)][world.chance.integers(7)]
    ends = np.cumsum((0, *cuts))
    return Ranking(shown, tuple(tuple(sorted(order[a:b])) for a, b in itertools.pairwise(ends)))


def feedback(world: World) -> Claim:
    """Better or worse on two issues, each serving two wants against one another: than a package named, or any other
    choice there."""
    package, than = world.package(), world.package()
    named = world.chance.random() < 0.5
    informed = world.informed()
    better: dict[bool, list[str]] = {True: [], False: []}
    for name in world.chance.choice(world.wants, 2, replace=False).tolist():
        others = [level for level in LEVELS if level != package.terms[name]]
        others = [str(than.terms[name])] if named and than.terms[name] in others else others
        other = others[world.chance.integers(len(others))]
        gain = world.truth @ (crossed(world, package) - crossed(world, package.replacing({name: other})))
        better[bool(world.chance.random() < (1 / (1 + math.exp(-6 * float(gain))) if informed else 0.5))].append(name)
    return Feedback(package, tuple(better[True]), tuple(better[False]), than if named else None)


def crossed(world: World, package: Package) -> Floats:
    """v of a package where each issue serves the want of its name, and the next want the other way round."""
    own = served(package)
    if not world.crossed:
        return own
    return np.asarray(1 - (1 - own) * np.roll(own, 1))


def surplus(package: Package, w: Floats) -> Floats:
    """What a package leaves them, in shares of R_B: the world's own rule for answers."""
    return np.asarray(w @ served(package) - 0.5)


def response(world: World) -> Claim:
    package = world.package()
    yes = 1 / (1 + math.exp(-float(surplus(package, world.truth)) / 0.1))
    return Response(package, bool(world.chance.random() < (yes if world.informed() else 0.5)))


def hearsay(world: World) -> Claim:
    """A third person's word: true with chance c, which is the user's confidence times that person's reliability."""
    return Informant("a third person", math.sqrt(world.c), statement(world))


FORMS = (
    Form("statement", 16, statement),
    Form("does not need", 16, no_need),
    Form("denial", 40, denial),
    Form("comparison", 16, comparison),
    Form("rating", 6, rating),
    Form("dwell", 6, dwell),
    Form("revisits", 6, revisit),
    Form("purchases", 8, purchase),
    Form("offer", 10, offer),
    Form("offer, priced", 8, priced_offer, by_cost=True),
    Form("menu choice", 10, menu),
    Form("response", 10, response),
    Form("informant", 16, hearsay),
    Form("statement, guesses as ranges", 16, statement, ranges=True),
    Form("ranking", 8, ranking),
    Form("feedback", 12, feedback, crossed=True),
)


def a_world(form: Form, k: int, chance: Generator) -> World:
    """A case with ``k`` wants, each served by one issue, and true weights drawn from its prior."""
    names = [f"want {i}" for i in range(k)]
    likely = 1.0 + np.arange(k)
    spread = 0.6 * likely if form.ranges else 0.0 * likely
    guesses = [Estimate(float(g), float(g - s), float(g + s)) for g, s in zip(likely, spread, strict=True)]
    # A symmetric PERT(l - s, l, l + s) is Beta(3, 3) over its range.
    drawn = likely + spread * (2 * chance.beta(3, 3, k) - 1)
    against = {level: 1.0 - degree for level, degree in DEGREES.items()}
    others = dict(zip(names, np.roll(names, -1), strict=True))
    issues = tuple(
        Issue(n, options=LEVELS, serves={n: DEGREES, **({others[n]: against} if form.crossed else {})}) for n in names
    )
    steps = {n: chance.uniform(50, 150) for n in names}
    worth = {n: {level: Estimate.point(-steps[n] * DEGREES[level]) for level in LEVELS} for n in names}
    wants = tuple(Want(n, n, guess) for n, guess in zip(names, guesses, strict=True))
    position = Position(issues=worth) if form.by_cost else Position()
    case = Case("calibration", Party("me"), Party("them"), "EUR", wants=wants, issues=issues, theirs=position)
    truth, c = chance.dirichlet(1.5 * k * drawn / drawn.sum()), float(chance.uniform(0.7, 1.0))
    return World(chance, case, truth, c, form.crossed)


def evidence(world: World, claim: Claim) -> Evidence:
    confidence = world.c / claim.reliability if isinstance(claim, Informant) else world.c
    return Evidence("e", "simulated", claim, "simulation", "simulation", confidence=confidence)


def ranks(form: Form, k: int, round_: int, particles: int) -> tuple[float, float]:
    """Posterior mass below the true weight of a want picked by chance, and below the true log-likelihood."""
    chance = np.random.default_rng([round_, k, FORMS.index(form)])
    world = a_world(form, k, chance)
    cloud = Cloud(prior_of(world.case.wants), f"sbc {round_}", particles)
    setting = Setting(world.case, cloud.prior_mean, "sbc", surplus)
    read = [weigh(setting, evidence(world, form.tell(world))) for _ in range(form.pieces)]
    terms = [term for term in read if not isinstance(term, Unweighed)]
    for i, term in enumerate(terms):
        cloud.take(f"piece {i}", term)
    want = int(chance.integers(k))
    told = sum((term(cloud.w) for term in terms), np.zeros(particles))
    told_truth = sum(float(term(world.truth[np.newaxis, :])[0]) for term in terms)
    # Where the evidence tells nothing apart, log-likelihoods tie, and a tie is broken by chance.
    tied = chance.random() * cloud.chances[told == told_truth].sum()
    below = float(cloud.chances[told < told_truth].sum() + tied)
    return float(cloud.chances[cloud.w[:, want] < world.truth[want]].sum()), below


def chi_square(masses: Floats) -> float:
    """Pearson's statistic of masses in [0, 1] against uniform, over 10 bins."""
    counts = np.bincount(np.minimum((masses * BINS).astype(int), BINS - 1), minlength=BINS)
    expected = len(masses) / BINS
    return float(((counts - expected) ** 2 / expected).sum())


def spread(masses: Floats) -> float:
    """z of the mean squared distance from 1/2: below 0 the posterior is too wide, above 0 too narrow."""
    return float((((masses - 0.5) ** 2).mean() - 1 / 12) / math.sqrt(1 / 180 / len(masses)))


def level(masses: Floats) -> float:
    """z of the mean: above 0 the posterior lies too low."""
    return float((masses.mean() - 0.5) * math.sqrt(12 * len(masses)))


def p_value(statistic: float) -> float:
    """Upper tail of chi-square with 9 degrees of freedom."""
    series, term = 0.0, 1.0
    for i in range(1, 5):
        series += term
        term *= statistic / (2 * i + 1)
    tail = math.sqrt(2 * statistic / math.pi) * math.exp(-statistic / 2) * series
    return math.erfc(math.sqrt(statistic / 2)) + tail


def calibrate(form: Form, k: int, rounds: int, particles: int = 1000) -> Verdict:
    """Run one form with ``k`` wants."""
    masses = np.array([ranks(form, k, i, particles) for i in range(rounds)])
    both = (masses[:, 0], masses[:, 1])
    chi2, levels, spreads = ([test(each) for each in both] for test in (chi_square, level, spread))
    return Verdict((chi2[0], chi2[1]), (levels[0], levels[1]), (spreads[0], spreads[1]))


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="Simulation-based calibration of every kind of evidence.")
    asked.add_argument("--rounds", type=int, default=1000)
    asked.add_argument("--particles", type=int, default=1000)
    asked.add_argument("--wants", type=int, nargs="*", default=[2, 3, 4, 6])
    given = asked.parse_args()
    print(f"{given.rounds} rounds, {given.particles} particles; chi-square over 10 bins (mean 9, 1 in 1000 above 27.9)")
    print("| form | wants | weight: chi2 | z mean | z spread | log-likelihood: chi2 | z mean | z spread | smallest p |")
    print("|---" * 9 + "|")
    for form in FORMS:
        for k in given.wants:
            if (form.tell is offer and k > 3) or (form.tell is priced_offer and k > 4):
                continue  # the sets of equal demand overlap; more than 512 packages are compared by a sample
            v = calibrate(form, k, given.rounds, given.particles)
            figures = (f"{v.chi2[q]:.1f} | {v.level[q]:+.2f} | {v.spread[q]:+.2f}" for q in (0, 1))
            print(f"| {form.name} | {k} | {' | '.join(figures)} | {v.worst:.3f} |", flush=True)


if __name__ == "__main__":
    main()
