"""How well does the reader read people, beside the published readers, people and chance?

Run `python -m benchmarks.reading [--part casino|acts|annomi|transfer|held|speed|all]` (`make bench-reading`).
Published figures and protocols are those of shared/benchmarks.md: [P] read in a primary source, [S] in a secondary one
and unchecked, [L] computed by us on the official data. ± is one standard error, over dialogues. A part whose data is
not here says so. Ends with 1 if a bar of issue 3 is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks import reading_acts, reading_annomi, reading_casino, reading_held, reading_speed, reading_transfer
from benchmarks.reading_tables import DATA, OUT_OF_FOLD, Absent, Asked, Part

PARTS: dict[str, Callable[[Asked], Part]] = {
    "casino": reading_casino.part,
    "acts": reading_acts.part,
    "annomi": reading_annomi.part,
    "transfer": reading_transfer.part,
    "held": reading_held.part,
    "speed": reading_speed.part,
}


def main() -> int:
    """Print the tables; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=[*PARTS, "all"], default="all")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder with casino/, annomi/, dealornodeal/")
    parser.add_argument("--out-of-fold", type=Path, default=OUT_OF_FOLD, help="what `train.py --folds` wrote")
    parser.add_argument("--most", type=int, help="read only so many talks of AnnoMI, DealOrNoDeal and the speed test")
    told = parser.parse_args()
    asked = Asked(told.data, told.out_of_fold, told.most)
    missed = False
    for name in PARTS if told.part == "all" else (told.part,):
        try:
            part = PARTS[name](asked)
        except Absent as why:
            print(f"## {name}\n\nNot measured: {why}.\n", flush=True)
            continue
        print(part, flush=True)
        missed = missed or any(bar.verdict == "NO" for bar in part.bars)
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
