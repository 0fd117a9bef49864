"""Does a menu of three teach more than the most telling yes-or-no offer, and how much?

A case: 4 issues of 4 options. What each side makes of an issue's options is drawn from [0, 1] and scaled so that the
best is 1; both sides' weights over the issues are Dirichlet(1.5); a package is worth the weighted sum, between 0 and 1.
The menu-maker knows my values and what the options are to them, and nothing of their weights but that prior.

* **Pool**: of the 256 packages those worth at least ``floor`` to me. Menu and single offer are chosen from this pool.
* **Menu**: three packages by ``offers.menus.best_menu``, for me within ``tolerance`` of each other. They choose one by
  softmax(slope x value), slope 10 or 20.
* **Single offer**: the package whose yes or no, 1 / (1 + exp(-(value - d) / .1)), tells most, by going through the
  whole pool, bound by no tolerance. Their no-deal value d is known, and it is the one of .05, .1, ... .95 at which that
  offer tells most in that case: the best that could happen to single offers. Rows with d = .5, and with an answer as
  sharp as the choice (scale 1 / slope), stand beside it.
* Menus are chosen with one sample of the prior and measured with another; single offers are chosen and measured on the
  second, which can only favour them.

Run ``python -m benchmarks.menus``.
"""

from __future__ import annotations

import argparse
import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.information import answers_nats, choice_nats
from upperhand.offers.menus import MenuTerms, best_menu

Floats = NDArray[np.float64]
ISSUES, OPTIONS, DIRICHLET = 4, 4, 1.5
SLOPES = (10.0, 20.0)
SCALE = 0.1
LEVELS = np.arange(1, 20) / 20


@dataclass(frozen=True)
class World:
    """One case: my value of every package (n,), what it is to them by issue (n, K), two samples of their weights."""

    mine: Floats
    served: Floats
    planned: Floats
    measured: Floats


@dataclass(frozen=True)
class Row:
    """Nats of the menu and of the single offers in one case at one slope, and by how much the menu differs for me."""

    menu: float
    single: float
    at_half: float
    sharp: float
    width: float
    level: float
    seconds: float


def world(seed: int, particles: int = 1_000) -> World:
    """The case of one seed."""
    chance = np.random.default_rng([seed, 20_260_504])
    tables = chance.random((2, ISSUES, OPTIONS))
    tables /= tables.max(axis=2, keepdims=True)
    weight = chance.dirichlet([DIRICHLET] * ISSUES)
    picks = np.array(list(itertools.product(range(OPTIONS), repeat=ISSUES)))
    mine, theirs = (table[np.arange(ISSUES), picks] for table in tables)
    planned, measured = (chance.dirichlet([DIRICHLET] * ISSUES, particles) for _ in range(2))
    return World(mine @ weight, theirs, planned, measured)


def best_single(theirs: Floats, scale: float) -> float:
    """What the most telling single offer tells, at the no-deal value where it tells most."""
    return max(float(answers_nats(theirs, float(d), scale).max()) for d in LEVELS)


def row(case: World, slope: float, tolerance: float, floor: float) -> Row | None:
    """One case measured; ``None`` where the pool holds no menu."""
    pool = np.flatnonzero(case.mine >= floor)
    planned, measured = case.planned @ case.served[pool].T, case.measured @ case.served[pool].T
    start = time.perf_counter()
    menu = best_menu(case.mine[pool], planned, MenuTerms(3, tolerance, floor, 1.0 / slope))
    seconds = time.perf_counter() - start
    if menu is None:
        return None
    return Row(
        choice_nats(measured, menu.places, 1.0 / slope),
        best_single(measured, SCALE),
        float(answers_nats(measured, 0.5, SCALE).max()),
        best_single(measured, 1.0 / slope),
        float(np.ptp(case.mine[pool][list(menu.places)])),
        menu.low,
        seconds,
    )


def measure(slope: float, cases: int, tolerance: float = 0.05, floor: float = 0.5, particles: int = 1_000) -> list[Row]:
    """All cases at one slope; those without a menu left out."""
    rows = (row(world(seed, particles), slope, tolerance, floor) for seed in range(cases))
    return [r for r in rows if r is not None]


def ratio(rows: list[Row], single: Callable[[Row], float], draws: int = 2_000) -> tuple[float, float, float, float]:
    """Mean nats of the menus over mean nats of the single offers, its standard error over cases drawn again, and the
    mean and standard error of the ratio case by case."""
    menus, singles = np.array([r.menu for r in rows]), np.array([single(r) for r in rows])
    chance = np.random.default_rng(1)
    again = chance.integers(0, len(rows), (draws, len(rows)))
    spread = float((menus[again].mean(axis=1) / singles[again].mean(axis=1)).std())
    each = menus / singles
    error = float(each.std(ddof=1) / np.sqrt(len(rows)))
    return float(menus.mean() / singles.mean()), spread, float(each.mean()), error


def _line(rows: list[Row], slope: float, name: str, single: Callable[[Row], float]) -> str:
    menus, singles = np.array([r.menu for r in rows]), np.array([single(r) for r in rows])
    of_means, error, each, each_error = ratio(rows, single)
    deviation = menus.std(ddof=1) / np.sqrt(len(rows)), singles.std(ddof=1) / np.sqrt(len(rows))
    return (
        f"| {slope:.0f} | {name} | {menus.mean():.3f} ({deviation[0]:.3f}) | {singles.mean():.3f} ({deviation[1]:.3f}) "
        f"| {of_means:.2f} ({error:.2f}) | {each:.2f} ({each_error:.2f}) | {(menus >= 1.5 * singles).mean():.0%} |"
    )


def main() -> None:
    """Print the table."""
    asked = argparse.ArgumentParser(description="A menu of three beside the most telling single offer.")
    asked.add_argument("--cases", type=int, default=200)
    asked.add_argument("--tolerance", type=float, default=0.05)
    asked.add_argument("--floor", type=float, default=0.5)
    given = asked.parse_args()
    print(f"{given.cases} cases, tolerance {given.tolerance}, floor {given.floor}; standard errors in brackets")
    print(
        "| slope | single offer | menu, nats | single, nats | ratio of means | mean of ratios | cases at 1.5 or more |"
    )
    print("|---" * 7 + "|")
    for slope in SLOPES:
        rows = measure(slope, given.cases, given.tolerance, given.floor)
        for name, single in (
            ("best d, scale .1", lambda r: r.single),
            ("d = .5, scale .1", lambda r: r.at_half),
            ("best d, scale 1 / slope", lambda r: r.sharp),
        ):
            print(_line(rows, slope, name, single))
        width, level = max(r.width for r in rows), np.mean([r.level for r in rows])
        print(f"  {len(rows)} of {given.cases} cases have a menu; widest difference for me {width:.4f}, least value to")
        print(f"  me {level:.2f} on average, {1000 * np.median([r.seconds for r in rows]):.0f} ms each")


if __name__ == "__main__":
    main()
