"""How does Upperhand solve a scenario, in which time and memory? Run as a program it solves one in a fresh process."""

from __future__ import annotations

import re
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from benchmarks.solvers.arrays import Tables, conflict, of_tables, one_weight, opposed_by, opposed_values, weighted
from upperhand.offers.frontier import Frontier, frontier
from upperhand.offers.points import special_points
from upperhand.offers.space import Space

Draw = Callable[[np.random.Generator, int, int], Tables]

NOISES = (0.01, 0.05, 0.2)
DRAWS: dict[str, Draw] = {
    "random": weighted,
    **{f"opposed options, noise {noise:g}": opposed_by(noise) for noise in NOISES},
    **{f"opposed values, noise {noise:g}": opposed_values(noise) for noise in NOISES},
    **{f"same weights, noise {noise:g}": one_weight(noise) for noise in NOISES},
    "constant sum": conflict,
}
"""Random spaces, three readings of "nearly constant sum", and pure conflict (arrays.py has the formulas)."""


def space_of(kind: str, issues: int, options: int, seed: int) -> Space:
    """A seeded scenario."""
    return of_tables("", DRAWS[kind](np.random.default_rng([seed, issues, options]), issues, options)).space


def solve(space: Space) -> Frontier:
    """Frontier and special points, no deal being worth 0 to both."""
    front = frontier(space)
    special_points(front.mine, front.theirs, (0.0, 0.0))
    return front


def peak() -> float:
    """The most memory that this process has held, in mebibytes."""
    status = Path("/proc/self/status")
    # Not the resource usage, which counts what the parent held before this program was started.
    found = re.search(r"VmHWM:\s+(\d+)", status.read_text(encoding="utf-8")) if status.exists() else None
    if found:
        return int(found.group(1)) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Print CPU seconds, points, gap and peak memory."""
    kind, *numbers = sys.argv[1:]
    issues, options, seed = (int(number) for number in numbers)
    solve(space_of("random", 3, 3, 0))  # so that nothing is loaded while the clock runs
    space = space_of(kind, issues, options, seed)
    began = time.process_time()
    front = solve(space)
    took = time.process_time() - began
    print(took, len(front.mine), front.gap, peak())


if __name__ == "__main__":
    main()
