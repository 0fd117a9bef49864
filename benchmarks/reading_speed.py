"""How long does reading take on one core, and how much memory?

Each task runs in a fresh process with one thread, from the first import to the last report. The bar is held against CPU
seconds, which are wall seconds where the core is free; wall time and the load of the machine stand beside them.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.reading_tables import DATA, ROOT, Absent, Asked, Bar, Figure, Part, table

TURNS, SECONDS, WANTS = 900, 3600, 6
CAMPS = 100
MOST_MEGABYTES = 700.0
LIMITS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
TALKS = ROOT / "training" / "talks"


def part(asked: Asked) -> Part:
    """The table."""
    count = min(asked.most or CAMPS, CAMPS)
    tasks: list[tuple[str, str, float]] = [("meeting", f"a meeting of {TURNS} turns, {WANTS} wants", 20.0)]
    if (asked.data / "casino" / "train.json").exists():
        tasks.append(("camps", f"{count} CaSiNo dialogues, 3 wants", 30.0))
    rows: list[Sequence[Figure]] = []
    bars: list[Bar] = []
    for name, title, most in tasks:
        took = in_own_process(name, asked.data, count)
        rows.append((title, took["cpu"], took["wall"], f"{took['megabytes']:.0f}", f"{took['heard']:.0f}"))
        bars.append(Bar(f"{title}: CPU seconds", took["cpu"], most, below=True))
        bars.append(Bar(f"{title}: peak MB", took["megabytes"], MOST_MEGABYTES, below=True))
    heads = ("one thread, one process", "CPU s", "wall s", "peak MB", "lines of evidence")
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    note = f"Start of the process to the last report; load of the machine {load} on {os.cpu_count()} cores."
    return Part("Speed", [note, "", *table(heads, rows)], bars)


def in_own_process(name: str, data: Path, count: int) -> dict[str, float]:
    """What the task used."""
    environment = {
        **os.environ,
        **dict.fromkeys(LIMITS, "1"),
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [sys.executable, "-m", "benchmarks.reading_speed", name, "--data", str(data), "--count", str(count)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=ROOT, check=False)
    if done.returncode:
        raise Absent(f"the task {name!r} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
    used: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return {**used, "wall": time.perf_counter() - began}


def meeting(data: Path, count: int) -> int:
    """Read an hour's transcript of the texts written for training, as a file."""
    from training.corpus import read_talks
    from upperhand.session import wants

    wrong: list[str] = []
    talks = read_talks(sorted(TALKS.glob("*.txt")), wrong)
    asked = next(talk for talk in talks if len(talk.wants) >= WANTS).wants[:WANTS]
    said = [turn for talk in talks for turn in talk.turns][:TURNS]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "meeting.vtt"
        file.write_text(transcript([("Mara" if t.speaker == "M" else "Tom", t.text) for t in said]), "utf-8")
        report = wants(file, "Tom", [want.name for want in asked])
    return sum(len(row["evidence"]) for row in report.wants.values())


def transcript(said: Sequence[tuple[str, str]]) -> str:
    """The turns as WebVTT, evenly over the hour."""
    step = SECONDS / len(said)
    lines = ["WEBVTT\n"]
    for i, (who, text) in enumerate(said):
        lines.append(f"{_clock(i * step)} --> {_clock((i + 1) * step)}\n<v {who}>{text}</v>\n")
    return "\n".join(lines)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{int(seconds % 1 * 1000):03}"


def camps(data: Path, count: int) -> int:
    """Read one person of each of the first ``count`` dialogues."""
    from training.casino import ISSUES, read_camps
    from upperhand.model.talk import Talk, Turn
    from upperhand.session import wants

    heard = 0
    for camp in read_camps(data / "casino" / "train.json")[:count]:
        turns = tuple(Turn("AB"[who], text) for who, text in zip(camp.speakers, camp.texts, strict=True))
        report = wants(Talk(("A", "B"), turns, f"casino-{camp.id}"), "A", ISSUES)
        heard += sum(len(row["evidence"]) for row in report.wants.values())
    return heard


TASKS: dict[str, Callable[[Path, int], int]] = {"meeting": meeting, "camps": camps}


def main() -> None:
    """Do one task and print what this process used."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--count", type=int, default=CAMPS)
    asked = parser.parse_args()
    heard = TASKS[asked.task](asked.data, asked.count)
    used = resource.getrusage(resource.RUSAGE_SELF)
    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kibibytes
    print(json.dumps({"cpu": used.ru_utime + used.ru_stime, "megabytes": used.ru_maxrss * unit / 1e6, "heard": heard}))


if __name__ == "__main__":
    main()
