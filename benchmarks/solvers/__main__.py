"""Upperhand and NegMAS on the same scenarios in one run: are the answers the same, and how do the times compare?

Run with ``make bench-solvers``, which keeps NegMAS in an environment of its own; see README.md here.
"""

from __future__ import annotations

import argparse
import sys

from benchmarks.solvers.arrays import DATA
from benchmarks.solvers.fast import alone, ratios
from benchmarks.solvers.growth import draw
from benchmarks.solvers.right import report

PARTS = ("right", "ratios", "alone", "growth")


def main() -> int:
    """Run the parts asked for; 1 where a difference has no cause or a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="the parts to run")
    parser.add_argument("--generated", type=int, default=200, help="random scenarios to compare")
    parser.add_argument("--repeats", type=int, default=5, help="scenarios for each time")
    told = parser.parse_args()
    parts = told.only
    good = True
    if "right" in parts:
        if not DATA.exists():
            print("The shared scenarios are not there, so only generated ones are compared.")
        good &= report(told.generated)
    if "ratios" in parts:
        good &= ratios(told.repeats)
    if "alone" in parts:
        good &= alone(told.repeats)
    if "growth" in parts:
        draw(min(told.repeats, 3))
    print("\nall bars met, every difference explained" if good else "\nNOT all met: see above")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
