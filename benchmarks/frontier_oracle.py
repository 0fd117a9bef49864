"""Are the frontier and its special points those that listing every package gives?

Random scenarios of 2 to 100,000 packages: whole numbers with many ties, tenths that round, real numbers, few levels,
opposed and nearly opposed sides, sides of unlike size, issues that do not matter to one side. Every package is listed
with numpy and compared with every other by sorting; nothing of the package is used for that.
Run: ``python -m benchmarks.frontier_oracle``.
"""

from __future__ import annotations

import argparse
import sys
import time
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from upperhand.offers.frontier import Frontier, frontier
from upperhand.offers.points import special_points
from upperhand.offers.space import plain_space

Floats = NDArray[np.float64]
Tables = list[tuple[Floats, Floats]]

SAME = 1e-9
"""Values closer than this share of a side's largest are one value."""

KINDS = ("whole", "tenths", "real", "few levels", "opposed", "nearly opposed", "unlike scales", "constant columns")


@dataclass(frozen=True)
class Listed:
    """Every package of a scenario: both values, and how close two values are one."""

    mine: Floats
    theirs: Floats
    near: tuple[float, float]


def column(rng: np.random.Generator, kind: str, options: int) -> tuple[Floats, Floats]:
    """My and their value of one issue's options."""
    whole = rng.integers(-9, 10, (2, options)).astype(float)
    real = rng.normal(size=(2, options))
    if kind == "opposed":
        return whole[0], -whole[0]
    if kind == "nearly opposed":
        return real[0], -real[0] + rng.uniform(-0.2, 0.2, options)
    if kind == "constant columns":
        return (np.full(options, whole[0, 0]), whole[1]) if rng.random() < 0.5 else (whole[0], real[1])
    drawn = {
        "whole": whole,
        "tenths": whole / 10 * np.array([[0.3], [0.7]]),
        "real": real,
        "few levels": rng.choice([0.0, 1 / 3, 0.1, 0.7], (2, options)),
        "unlike scales": real * np.array([[1e6], [1.0]]),
    }[kind]
    return drawn[0], drawn[1]


def random_tables(rng: np.random.Generator, kind: str, most: int) -> Tables:
    """One to eight issues of one to twelve options; sizes spread evenly over the powers of ten up to ``most``."""
    aim = 10 ** rng.uniform(0.3, np.log10(most))
    sizes = [int(rng.integers(1, 13))]
    while len(sizes) < 8 and np.prod(sizes) < aim:
        sizes.append(int(rng.integers(2, 13)))
    while np.prod(sizes) > most:
        sizes.pop()
    return [column(rng, kind, size) for size in sizes]


def listed(tables: Tables) -> Listed:
    """Every package, added up issue by issue."""
    sums = []
    for side in (0, 1):
        total = np.zeros(1)
        for table in tables:
            total = np.add.outer(total, table[side]).ravel()
        sums.append(total)
    near = [SAME * (sum(float(np.abs(t[side]).max()) for t in tables) or 1.0) for side in (0, 1)]
    return Listed(sums[0], sums[1], (near[0], near[1]))


def slow_frontier(every: Listed) -> tuple[Floats, Floats]:
    """One of each pair of values that no package beats by more than ``near``, from low to high mine."""
    order = np.lexsort((every.theirs, every.mine))
    mine, theirs = every.mine[order], every.theirs[order]
    onward = np.append(np.maximum.accumulate(theirs[::-1])[::-1], -np.inf)
    a, b = every.near
    beaten = (onward[np.searchsorted(mine, mine - a)] > theirs + b) | (
        onward[np.searchsorted(mine, mine + a, side="right")] >= theirs - b
    )
    mine, theirs = mine[~beaten], theirs[~beaten]
    new = np.append(True, (np.diff(mine) > a) | (np.abs(np.diff(theirs)) > b))
    return mine[new], theirs[new]


def slow_scores(every: Listed, no_deal: tuple[float, float]) -> dict[str, float]:
    """The best score of each solution over all packages; without those that need a package no worse than no deal."""
    scores = {"welfare": float((every.mine + every.theirs).max())}
    a, b = every.mine - no_deal[0], every.theirs - no_deal[1]
    fine = (a >= -every.near[0]) & (b >= -every.near[1])
    if fine.any():
        a, b = np.maximum(a[fine], 0), np.maximum(b[fine], 0)
        scores["nash"] = float((a * b).max())
        scores["kalai_smorodinsky"] = float(np.minimum(a / (a.max() or 1.0), b / (b.max() or 1.0)).max())
        scores["egalitarian"] = float(np.minimum(a, b).max())
    return scores


def our_scores(front: Frontier, no_deal: tuple[float, float]) -> dict[str, float]:
    """The same scores of the packages that the special points name."""
    points = special_points(front.mine, front.theirs, no_deal)
    a, b = np.maximum(front.mine - no_deal[0], 0), np.maximum(front.theirs - no_deal[1], 0)
    fine = (front.mine >= no_deal[0] - 1e-12) & (front.theirs >= no_deal[1] - 1e-12)
    scores = {"welfare": float(front.mine[points.welfare] + front.theirs[points.welfare])}
    if points.nash is not None and points.kalai_smorodinsky is not None and points.egalitarian is not None:
        at = points.kalai_smorodinsky
        scores["nash"] = float(a[points.nash] * b[points.nash])
        scores["egalitarian"] = float(min(a[points.egalitarian], b[points.egalitarian]))
        ideal = [float(gain[fine].max(initial=0.0)) or 1.0 for gain in (a, b)]
        scores["kalai_smorodinsky"] = float(min(a[at] / ideal[0], b[at] / ideal[1]))
    return scores


def faults(tables: Tables, front: Frontier, every: Listed, no_deal: tuple[float, float]) -> list[str]:
    """What differs from the listing."""
    mine, theirs = slow_frontier(every)
    found = []
    if front.gap:
        found.append("thinned")
    if len(mine) != len(front.mine):
        found.append(f"{len(front.mine)} points, not {len(mine)}")
    elif np.abs(front.mine - mine).max() > every.near[0] or np.abs(front.theirs - theirs).max() > every.near[1]:
        found.append("other values")
    for side, values in enumerate((front.mine, front.theirs)):
        again = sum(table[side][front.picks[:, j]] for j, table in enumerate(tables))
        if np.abs(again - values).max() > every.near[side]:
            found.append("packages that are not worth what is said")
    slow, ours = slow_scores(every, no_deal), our_scores(front, no_deal)
    if slow.keys() != ours.keys():
        found.append("one finds a package no worse than no deal, the other none")
    a, b = every.near
    allowed = {"nash": a * b / SAME, "kalai_smorodinsky": 1e-7, "egalitarian": a + b, "welfare": a + b}
    found += [f"other {name}" for name in slow.keys() & ours.keys() if abs(slow[name] - ours[name]) > allowed[name]]
    return found


@dataclass(frozen=True)
class Compared:
    """One scenario: what differs, and the seconds that each way took."""

    kind: str
    size: int
    hopeless: bool
    differences: list[str]
    seconds: tuple[float, float]


def compared(number: int, seed: int, most: int) -> Compared:
    """Scenario ``number`` both ways. ``hopeless``: no package leaves both sides better off than no deal."""
    rng = np.random.default_rng([seed, number])
    kind = KINDS[number % len(KINDS)]
    tables = random_tables(rng, kind, most)
    space = plain_space([(f"i{j}", [str(o) for o in range(len(t[0]))]) for j, t in enumerate(tables)], tables)
    began = time.perf_counter()
    front = frontier(space)
    done = time.perf_counter()
    every = listed(tables)
    low, high = (np.array([f(v) for v in (every.mine, every.theirs)]) for f in (np.min, np.max))
    drawn = low + rng.uniform(-0.2, 1.0, 2) * (high - low)
    no_deal = float(drawn[0]), float(drawn[1])
    differences = faults(tables, front, every, no_deal)
    hopeless = special_points(front.mine, front.theirs, no_deal).nash is None
    return Compared(kind, space.size, hopeless, differences, (done - began, time.perf_counter() - done))


def main() -> int:
    """Print the table; 1 if anything differs."""
    parser = argparse.ArgumentParser(description="The frontier against listing every package.")
    parser.add_argument("--scenarios", type=int, default=2000)
    parser.add_argument("--most", type=int, default=100_000, help="packages of the largest scenario")
    parser.add_argument("--seed", type=int, default=1)
    told = parser.parse_args()
    rows = [compared(number, told.seed, told.most) for number in range(told.scenarios)]
    print("kind              scenarios   packages listed   largest   none better than no deal")
    for kind in KINDS:
        sizes = [row.size for row in rows if row.kind == kind]
        hopeless = sum(row.hopeless for row in rows if row.kind == kind)
        print(f"{kind:16} {len(sizes):>10,} {sum(sizes):>17,} {max(sizes, default=0):>9,} {hopeless:>26}")
    ours, slow = (sum(row.seconds[i] for row in rows) for i in (0, 1))
    count = sum(row.size for row in rows)
    print(f"{len(rows):,} scenarios, {count:,} packages; {ours:.2f} s ours, {slow:.1f} s by listing all")
    wrong = [f"scenario {i} ({r.kind}, {r.size:,}): {what}" for i, r in enumerate(rows) for what in r.differences]
    print("\n".join(wrong) or "frontier, Nash, Kalai-Smorodinsky, egalitarian and welfare points: no difference")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
