"""How long does a user wait for the page, and how much memory does it take?

Cold runs: a fresh process each, as a person at a prompt starts one. Time is wall time; memory is the peak resident set
of the process. Run with `make bench`. The figures depend on the computer; the bars are what the project aims at.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "src" / "upperhand" / "examples"
CALL = "import sys; from upperhand.cli import main; sys.exit(main())"
MEBIBYTE = 2**20


@dataclass(frozen=True)
class Bar:
    """A command and what it should stay under: seconds (median), mebibytes (highest)."""

    words: tuple[str, ...]
    seconds: float
    mebibytes: float


@dataclass(frozen=True)
class Run:
    """One cold run: wall seconds, peak memory in mebibytes."""

    seconds: float
    mebibytes: float


def once(words: tuple[str, ...]) -> Run:
    """Run the command once in a fresh process; RuntimeError with its last words if it fails."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NO_COLOR": "1", "COLUMNS": "100"}
    with subprocess.Popen(
        [sys.executable, "-c", CALL, *words],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, cwd=ROOT,
    ) as process:  # fmt: skip
        began = time.perf_counter()
        assert process.stderr is not None
        said = process.stderr.read()
        _, status, used = os.wait4(process.pid, 0)
        took = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"upperhand {' '.join(words)} ended with {process.returncode}: {said.decode()[-400:]}")
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    return Run(took, used.ru_maxrss * unit / MEBIBYTE)


def row(bar: Bar, runs: list[Run]) -> str:
    """One line of the table."""
    seconds = [run.seconds for run in runs]
    middle, most = statistics.median(seconds), max(run.mebibytes for run in runs)
    met = "yes" if middle <= bar.seconds and most <= bar.mebibytes else "NO"
    name = " ".join(Path(word).name for word in bar.words)
    time_cells = f"{middle:>6.2f} | {min(seconds):>5.2f}-{max(seconds):<5.2f} | {bar.seconds:>5.1f}"
    return f"| {name:<28} | {time_cells} | {most:>6.0f} | {bar.mebibytes:>5.0f} | {met:<3} |"


def main() -> int:
    """Print the table; 1 if a bar is missed."""
    parser = argparse.ArgumentParser(description="Cold time and memory of the command line.")
    parser.add_argument("--runs", type=int, default=9, help="cold runs of each command (default 9)")
    parser.add_argument("--example", default="software-renewal", help="the shipped example to brief")
    told = parser.parse_args()
    bars = [Bar(("--help",), 0.3, 400), Bar(("brief", str(EXAMPLES / told.example)), 2.0, 400)]
    print(f"{told.runs} cold runs each, Python {sys.version.split()[0]}, {os.cpu_count()} cores\n")
    print("| upperhand                    | median |     min-max |   bar |   peak |   bar | met |")
    print("|                              |      s |           s |     s |    MiB |   MiB |     |")
    print("|------------------------------|--------|-------------|-------|--------|-------|-----|")
    rows = []
    for bar in bars:
        once(bar.words)  # fills the file cache and the compiled modules, as any second start has them
        rows.append(row(bar, [once(bar.words) for _ in range(told.runs)]))
        print(rows[-1], flush=True)
    return int(any("| NO  |" in line for line in rows))


if __name__ == "__main__":
    sys.exit(main())
