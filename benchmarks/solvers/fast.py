"""How long do NegMAS and Upperhand take on the same scenarios, and how long does Upperhand take where NegMAS cannot go?

Times are CPU seconds of one process, since computers are shared; every figure is the median and the range of several
seeded scenarios.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.solvers import theirs
from benchmarks.solvers.arrays import of_tables, weighted
from benchmarks.solvers.ours import DRAWS, solve

ROOT = Path(__file__).resolve().parents[2]

BARS = {(20, "random"): 0.05, (50, "random"): 2.0, (20, "constant sum"): 1.0, (50, "constant sum"): 1.0}
NEAR = {20: 0.5, 50: 10.0}
WIDEST_GAP = 0.002
MEBIBYTES = 500
RATIOS = {3: 0.0, 5: 1_000.0, 6: 10_000.0}
"""How many times as long NegMAS should take, by the number of issues of ten options."""


def seconds(work: Callable[[], object], times: int = 1) -> float:
    """CPU seconds that a piece of work takes, the mean of ``times``."""
    began = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - began) / times


def spread(values: Sequence[float], form: str = ".3g") -> str:
    """The median and the range."""
    return f"{statistics.median(values):{form}} ({min(values):{form}} to {max(values):{form}})"


def ratios(repeats: int) -> bool:
    """NegMAS's frontier against our frontier and points; whether the bars are met by the median."""
    met = True
    print(f"\nNegMAS's frontier against our frontier, Nash and the other points; {repeats} scenarios each, in turn")
    print("  outcomes  NegMAS s                      ours ms                       times as fast")
    for issues, bar in RATIOS.items():
        rows = []
        for seed in range(repeats):
            arrays = of_tables("", weighted(np.random.default_rng([seed, issues, 10]), issues, 10))
            asked, space = theirs.built(arrays), arrays.space
            ours = seconds(lambda space=space: solve(space), 50)  # type: ignore[misc]
            rows.append((seconds(lambda asked=asked: theirs.frontier(asked)), ours))  # type: ignore[misc]
        times = [slow / ours for slow, ours in rows]
        met &= statistics.median(times) >= bar
        slow, ours_ms = spread([row[0] for row in rows]), spread([1000 * row[1] for row in rows])
        print(f"  {10**issues:>8,}  {slow:28}  {ours_ms:28}  {spread(times, ',.0f')}   bar {bar:,.0f}", flush=True)
    return met


@dataclass(frozen=True)
class Alone:
    """One solved scenario: CPU seconds, points, certified gap, peak mebibytes."""

    seconds: float
    points: int
    gap: float
    mebibytes: float


def fresh(kind: str, issues: int, options: int, seed: int) -> Alone:
    """Solve in a fresh process, which tells the most memory it held."""
    words = [sys.executable, "-m", "benchmarks.solvers.ours", kind, str(issues), str(options), str(seed)]
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    ended = subprocess.run(words, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": paths})
    took, points, gap, peak = ended.stdout.split()
    return Alone(float(took), int(points), float(gap), float(peak))


def alone(repeats: int) -> bool:
    """Spaces that nobody could list; whether the bars are met by every scenario."""
    met = True
    print(f"\nOurs alone, each in a fresh process; {repeats} seeded scenarios each")
    print("  space    kind                         seconds                       bar  points              gap %  MiB")
    for issues, options in ((20, 10), (50, 20)):
        for kind in DRAWS:
            rows = [fresh(kind, issues, options, seed) for seed in range(repeats)]
            bar = BARS.get((issues, kind), NEAR[issues])
            gap, most = max(row.gap for row in rows), max(row.mebibytes for row in rows)
            fits = max(row.seconds for row in rows) <= bar and gap <= WIDEST_GAP and most <= MEBIBYTES
            met &= fits
            took = spread([row.seconds for row in rows])
            points = f"{min(row.points for row in rows):,} to {max(row.points for row in rows):,}"
            figures = f"{took:28} {bar:>4g}  {points:18} {100 * gap:>6.3f}  {most:>3.0f}"
            print(f"  {issues} x {options}  {kind:27}  {figures}  {'' if fits else 'MISSED'}", flush=True)
    return met
