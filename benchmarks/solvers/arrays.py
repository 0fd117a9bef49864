"""Which scenarios are solved, as plain numbers that every solver is given alike?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from upperhand.formats.ranges import numbers_in, plain
from upperhand.formats.read import read_scenario
from upperhand.model.scenario import Profile, Scenario, ScenarioIssue
from upperhand.offers.space import Space, plain_space

Floats = NDArray[np.float64]
Tables = list[tuple[Floats, Floats]]

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "scenarios"
LISTED = 20_000
"""So many outcomes may a scenario have for NegMAS to be asked."""


@dataclass(frozen=True)
class Side:
    """One party: the weight of every issue, the evaluations of its options, and what no deal is worth."""

    name: str
    weights: tuple[float, ...]
    evaluations: tuple[Floats, ...]
    reservation: float


@dataclass(frozen=True)
class Arrays:
    """A scenario of two parties. ``issues``: (name, names of the options)."""

    name: str
    issues: tuple[tuple[str, tuple[str, ...]], ...]
    sides: tuple[Side, Side]

    @property
    def space(self) -> Space:
        """The scenario as Upperhand's offers take it."""
        one, other = ([w * e for w, e in zip(s.weights, s.evaluations, strict=True)] for s in self.sides)
        return plain_space(self.issues, list(zip(one, other, strict=True)))

    @property
    def no_deal(self) -> tuple[float, float]:
        """What no deal is worth to both."""
        return self.sides[0].reservation, self.sides[1].reservation


def read(folder: Path, meaning: Literal["own", "negmas"]) -> Arrays:
    """A scenario from its files; ValueError with what is wrong with them. No reservation value counts as 0."""
    scenario, problems = read_scenario(folder, meaning=meaning)
    if scenario is None or len(scenario.profiles) != 2:
        raise ValueError(f"{folder}: {[problem.what for problem in problems]}")
    issues = tuple((issue.name, tuple(_options(issue))) for issue in scenario.issues)
    first, second = (_side(scenario, profile) for profile in scenario.profiles)
    return Arrays(folder.relative_to(DATA).as_posix(), issues, (first, second))


def _options(issue: ScenarioIssue) -> list[str]:
    return list(issue.options) or [plain(number) for number in numbers_in(issue) or []]


def _side(scenario: Scenario, profile: Profile) -> Side:
    evaluations = tuple(
        np.array([profile.evaluation(issue.name, option) for option in _options(issue)]) for issue in scenario.issues
    )
    weights = tuple(profile.weights[issue.name] for issue in scenario.issues)
    return Side(profile.name, weights, evaluations, profile.reservation or 0.0)


def bilateral(most: int = LISTED) -> list[Path]:
    """The folders of ``bilateral.txt`` with up to ``most`` outcomes; none where the shared data is not there."""
    if not DATA.exists():
        return []
    lines = (line.split("\t") for line in (DATA / "bilateral.txt").read_text(encoding="utf-8").splitlines())
    return [DATA / line[0] for line in lines if len(line) == 2 and line[1].isdigit() and int(line[1]) <= most]


def of_tables(name: str, tables: Tables, no_deal: tuple[float, float] = (0.0, 0.0)) -> Arrays:
    """A scenario of weights 1."""
    issues = tuple((f"i{j}", tuple(f"o{o}" for o in range(len(t[0])))) for j, t in enumerate(tables))
    ones = (1.0,) * len(tables)
    first, second = (Side(n, ones, tuple(t[i] for t in tables), no_deal[i]) for i, n in enumerate(("me", "them")))
    return Arrays(name, issues, (first, second))


def generated(count: int, seed: int = 1, most: int = LISTED) -> Iterator[Arrays]:
    """Random scenarios of 2 to ``most`` outcomes; every second one with no-deal values that some packages miss."""
    kinds: tuple[Callable[[np.random.Generator, int, int], Tables], ...] = (weighted, whole, opposed_by(0.1), conflict)
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        aim, options = 10 ** rng.uniform(0.5, np.log10(most)), int(rng.integers(2, 9))
        issues = max(1, int(np.log(aim) / np.log(options)))
        tables = kinds[number // 2 % len(kinds)](rng, issues, options)
        most_of = [sum(float(t[side].max()) for t in tables) for side in (0, 1)]
        shares = rng.uniform(0.1, 0.6, 2) if number % 2 else np.zeros(2)
        no_deal = float(shares[0] * most_of[0]), float(shares[1] * most_of[1])
        yield of_tables(f"generated {number}", tables, no_deal)


def weighted(rng: np.random.Generator, issues: int, options: int) -> Tables:
    """Both sides' weights from an even Dirichlet, their evaluations even on [0, 1]."""
    mine, theirs = rng.dirichlet(np.ones(issues), 2)
    return [(mine[j] * rng.random(options), theirs[j] * rng.random(options)) for j in range(issues)]


def whole(rng: np.random.Generator, issues: int, options: int) -> Tables:
    """Whole points from 0 to 9, with many ties."""
    return [(x[0], x[1]) for x in rng.integers(0, 10, (issues, 2, options)).astype(float)]


def conflict(rng: np.random.Generator, issues: int, options: int) -> Tables:
    """Pure constant sum: what one side gains the other loses, and every package is efficient."""
    return opposed_by(0.0)(rng, issues, options)


def opposed_by(noise: float) -> Callable[[np.random.Generator, int, int], Tables]:
    """Nearly constant sum, option by option: theirs = 1/issues - mine + noise x U(-1, 1) / issues."""

    def draw(rng: np.random.Generator, issues: int, options: int) -> Tables:
        mine = rng.random((issues, options)) / issues
        theirs = 1 / issues - mine + noise * rng.uniform(-1, 1, (issues, options)) / issues
        return list(zip(mine, theirs, strict=True))

    return draw


def opposed_values(noise: float) -> Callable[[np.random.Generator, int, int], Tables]:
    """Each side has weights of its own, from an even Dirichlet; on every issue their evaluations are opposed:
    theirs = 1 - mine + noise x U(-1, 1)."""

    def draw(rng: np.random.Generator, issues: int, options: int) -> Tables:
        weights = rng.dirichlet(np.ones(issues), 2)
        mine = rng.random((issues, options))
        theirs = 1 - mine + noise * rng.uniform(-1, 1, (issues, options))
        return [(weights[0, j] * mine[j], weights[1, j] * theirs[j]) for j in range(issues)]

    return draw


def one_weight(noise: float) -> Callable[[np.random.Generator, int, int], Tables]:
    """Both sides have the same weights, from an even Dirichlet, and opposed evaluations with noise."""

    def draw(rng: np.random.Generator, issues: int, options: int) -> Tables:
        weights = rng.dirichlet(np.ones(issues))
        mine = rng.random((issues, options))
        theirs = 1 - mine + noise * rng.uniform(-1, 1, (issues, options))
        return [(weights[j] * mine[j], weights[j] * theirs[j]) for j in range(issues)]

    return draw
