"""How long do the frontier and the Nash point take with rules between issues, and how much of it is proven?

Seeded instances of 20 issues x 10 options with 10 rules: `not together`, `only if` and `at most n of`, over conditions
that cover one to five options of a random issue. Values are random, or nearly a constant sum with noise. No deal is
worth 30 % of its range to each side. Run `python -m benchmarks.rules_between_issues` for the table of
docs/theory/rules.md; `--check` asks a solver for the Nash point as well.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from upperhand.offers.direct import nash_package
from upperhand.offers.frontier import Frontier
from upperhand.offers.ruled import ruled_frontier
from upperhand.offers.space import Cap, Floats, Ints, Space, plain_space
from upperhand.offers.walk import nash_by_solver

RANDOM = -1.0
NOISES = (RANDOM, 0.2, 0.1, 0.05, 0.02, 0.01, 0.0)


def instance(seed: int, noise: float, issues: int = 20, options: int = 10, rules: int = 10) -> Space:
    """A seeded space. ``noise`` is the spread of an option's values around a constant sum, as a share of the issue's
    range; ``RANDOM``: values and weights of the two sides have nothing to do with each other."""
    rng = np.random.default_rng(seed)
    mine_weight, their_weight = rng.dirichlet(np.ones(issues)), rng.dirichlet(np.ones(issues))
    tables: list[tuple[Floats, Floats]] = []
    for j in range(issues):
        mine = rng.random(options)
        if noise == RANDOM:
            tables.append((mine_weight[j] * mine, their_weight[j] * rng.random(options)))
        else:
            theirs = 1.0 - mine + noise * rng.normal(size=options)
            tables.append((mine_weight[j] * mine, mine_weight[j] * theirs))
    named = [(f"issue {j}", [f"option {k}" for k in range(options)]) for j in range(issues)]
    space = plain_space(named, tables)
    caps = tuple(_rule(rng, issues, options) for _ in range(rules))
    return Space(space.choices, space.mine, space.theirs, caps)


def _rule(rng: Generator, issues: int, options: int) -> Cap:
    """One rule of three kinds."""
    kind = rng.integers(3)
    count = (2, int(rng.integers(2, 4)), int(rng.integers(3, 6)))[kind]
    places = rng.choice(issues, count, replace=False)
    counts = [(int(j), _covers(rng, options)) for j in places]
    if kind == 0:
        return Cap(tuple(counts), 1, "not together")
    if kind == 1:
        return Cap((counts[0], *((j, 1 - own) for j, own in counts[1:])), count - 1, "only if")
    return Cap(tuple(counts), int(rng.integers(1, count - 1)), "at most n of")


def _covers(rng: Generator, options: int) -> Ints:
    row = np.zeros(options, dtype=np.int64)
    row[rng.choice(options, int(rng.integers(1, options // 2 + 1)), replace=False)] = 1
    return row


def no_deal(space: Space) -> tuple[float, float]:
    """30 % of the way from the least to the most that a side's values add up to, rules apart."""
    mine, theirs = (
        sum(float(table.min() + 0.3 * np.ptp(table)) for table in tables) for tables in (space.mine, space.theirs)
    )
    return mine, theirs


def product_of(space: Space, picks: Ints | None) -> float:
    """The product of gains of a package (columns,); 0 where there is none."""
    if picks is None:
        return 0.0
    values, least = space.values(picks[None, :]), no_deal(space)
    return max(float(values[0][0]) - least[0], 0.0) * max(float(values[1][0]) - least[1], 0.0)


def _timed_frontier(space: Space) -> tuple[float, Frontier]:
    start = time.perf_counter()
    found = ruled_frontier(space)
    return time.perf_counter() - start, found


def row(noise: float, seeds: Sequence[int], *, check: bool) -> str:
    """One line of the table."""
    spent, points, gaps, nash_spent, proven, agreed = [], [], [], [], 0, 0
    for seed in seeds:
        space = instance(seed, noise)
        seconds, found = _timed_frontier(space)
        spent.append(seconds)
        points.append(len(found.mine))
        gaps.append(found.gap)
        start = time.perf_counter()
        nash = nash_package(space, no_deal(space))
        nash_spent.append(time.perf_counter() - start)
        proven += nash.proven
        if check:
            other = nash_by_solver(space, no_deal(space))
            ours, theirs = product_of(space, nash.picks), product_of(space, other.picks)
            agreed += other.proven and abs(ours - theirs) <= 2e-9 * max(ours, theirs)
    name = "random" if noise == RANDOM else f"constant sum, noise {noise:g}"
    exact = sum(gap == 0 for gap in gaps)
    cells = [
        name, f"{np.median(spent):.2f} ({max(spent):.2f})", f"{np.median(points):.0f} ({max(points)})",
        f"{exact} of {len(seeds)}", f"{100 * max(gaps):.3f} %",
        f"{np.median(nash_spent):.2f} ({max(nash_spent):.2f})", f"{proven} of {len(seeds)}",
        *([f"{agreed} of {len(seeds)}"] if check else []),
    ]  # fmt: skip
    return "| " + " | ".join(cells) + " |"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table: medians, and the worst in brackets."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--noises", type=float, nargs="*", default=NOISES, help="-1: random values")
    parser.add_argument("--check", action="store_true", help="ask a solver for the Nash point too")
    wanted = parser.parse_args(arguments)
    head = ["values", "frontier, s", "points", "exact", "largest gap", "Nash, s", "Nash proven"]
    head += ["solver agrees"] if wanted.check else []
    print("| " + " | ".join(head) + " |\n" + "|---" * len(head) + "|")
    for noise in wanted.noises:
        print(row(noise, range(wanted.seeds), check=wanted.check), flush=True)
    print(f"\npeak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
