"""Can any damage to a case folder make reading it fail?

`python -m tests.fuzz_read --cases 20000 --seed 1` spoils cases at the level of bytes, words, lines and structure, reads
each, and asks that nothing is raised, nothing is written, and every complaint is one a person can act on.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import re
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.case_texts import EVERYTHING, GUTTERS
from upperhand.casefile.read import Opened, read_case
from upperhand.errors import CallError, Problem
from upperhand.intake.notes import read_folder

NOTE = """---
who: Mr. Ortiz
confidence: 90%
---
## 2026-05-02, call with Mr. Ortiz
"if it rains again I lose the ground floor" {needs: dry walls}
- he would rather have it quick than cheap {prefers: [dry walls, low price]}
He looked at the seal for a while. {kind: dwell, seconds: {dry walls: 30, low price: 4}}
"""
CHANGES = (
    "theirs.worth=[2500, 4000, 6000]",
    "future.0.credible=10%",
    "reference.price=1800",
    "a.b=",
    "evidence.0.when=x",
)
MOST_SECONDS = 60
NASTY = (
    "\t", "\0", "\ufeff", "\u2028", "\x85", "\x1b", "é", "e\u0301", "💶", "مستودع", "'", '"', "`", "@", "%", "&a ",
    "*a ", "!!python/object:os.system ", "!x ", "<<: ", "? ", "- ", ": ", ":", "#", "|", ">", "{", "}", "[", "]", ",",
    "---\n", "...\n", "%YAML 1.1\n", "null", "~", "yes", "no", "true", "1e999", ".inf", ".nan", "-1", "150%", "-5%",
    "1,000", "0x1F", "9" * 400, "2 weeks", "2026-02-30", "12:30:00", "\\x", '"\\q"', "[" * 60, "{a: " * 30,
    "a: " * 30, "=", "\r", "\r\n", "  ", "\n\n", "{needs: dry walls}", "{needs: ", "{kind: ",
)  # fmt: skip
_TOKEN = re.compile(r"[\w%.]+|[^\w\s]")


def spoilt(text: str, rng: random.Random) -> bytes:
    """One damaged file."""
    for _ in range(rng.choice((1, 1, 2, 3, 8))):
        text = rng.choice((_words, _lines, _structure, _insert))(text, rng)
    data = text.encode("utf-8", errors="replace")
    return _bytes(data, rng) if rng.random() < 0.35 else data


def _bytes(data: bytes, rng: random.Random) -> bytes:
    spoilt_data = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(spoilt_data) + 1)
        match rng.randrange(4):
            case 0:
                spoilt_data[at:at] = bytes([rng.randrange(256)])
            case 1:
                del spoilt_data[at : at + rng.randint(1, 30)]
            case 2:
                spoilt_data[at : at + 1] = bytes([rng.randrange(256)])
            case _:
                del spoilt_data[at:]
    return bytes(spoilt_data)


def _insert(text: str, rng: random.Random) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + rng.choice(NASTY) + text[at:]


def _words(text: str, rng: random.Random) -> str:
    tokens = list(_TOKEN.finditer(text))
    if len(tokens) < 2:
        return text
    one, other = rng.choice(tokens), rng.choice(tokens)
    new = rng.choice((other[0], rng.choice(NASTY), one[0][::-1], "", one[0] * 2, one[0][:-1]))
    return text[: one.start()] + new + text[one.end() :]


def _lines(text: str, rng: random.Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at] = " " * rng.randint(1, 4) + lines[at]
        case _:
            lines[at] = lines[at].lstrip()
    return "".join(lines)


def _structure(text: str, rng: random.Random) -> str:
    """Move a bracketed piece, wrap one, or put another kind of piece in its place."""
    pieces = list(re.finditer(r"\{[^{}]*\}|\[[^\[\]]*\]", text))
    if not pieces:
        return text
    one, other = rng.choice(pieces), rng.choice(pieces)
    new = rng.choice((other[0], f"[{one[0]}]", f"{{x: {one[0]}}}", "5", "{}", "[]", f"&a {one[0]}", "*a", one[0][1:-1]))
    return text[: one.start()] + new + text[one.end() :]


def complaint_about(data: bytes, note: bytes, change: str | None) -> str | None:
    """What is wrong with how a damaged case was read; ``None``: nothing."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "evidence").mkdir()
        (folder / "evidence" / "notes.md").write_bytes(note)
        (folder / "case.yaml").write_bytes(data)
        before = _state(folder)
        notes, problems = read_folder(folder / "evidence")
        opened = read_case(folder, notes=notes)
        if change is not None:
            try:
                read_case(folder, changes=[change], notes=notes)
            except CallError as error:
                if not error.what:
                    return "a refused change says nothing"
        if _state(folder) != before:
            return "reading wrote into the folder"
    return next((c for c in (_unclear(p, opened) for p in (*opened.problems, *problems)) if c), None) or _at_odds(
        opened
    )


def _unclear(problem: Problem, opened: Opened) -> str | None:
    if not problem.what or not problem.fix or "\n" in problem.what or len(problem.what) > 400:
        return f"a complaint nobody can act on: {problem!r}"
    if re.search(r"pydantic|ruamel|validation error|type=|<\w+>|Traceback", f"{problem.what} {problem.fix}"):
        return f"a complaint in the program's own words: {problem!r}"
    lines = opened.text.count("\n") + 1
    if problem.line is not None and problem.file == "case.yaml" and opened.text and not 1 <= problem.line <= lines:
        return f"a line that is not there: {problem!r}"
    return None


def _at_odds(opened: Opened) -> str | None:
    broken = any(p.severity == "error" for p in opened.problems)
    return "no case and no error, or both" if broken == (opened.case is not None) else None


def _state(folder: Path) -> list[tuple[str, str]]:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return [(str(p), hashlib.sha256(p.read_bytes()).hexdigest()) for p in files]


@contextmanager
def time_limit() -> Iterator[None]:
    """Reading that does not come to an end is a failure too."""

    def too_long(number: int, frame: object) -> None:
        raise TimeoutError("reading does not come to an end")

    if sys.platform == "win32":
        yield
        return
    signal.signal(signal.SIGALRM, too_long)
    signal.alarm(MOST_SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)


Search = Callable[[int, int, int], tuple[Counter[str], list[str]]]


def run(first: int, count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Read ``count`` damaged cases; how many were cases still, and every failure with the number that repeats it."""
    tally: Counter[str] = Counter()
    failures: list[str] = []
    for number in range(first, first + count):
        rng = random.Random(f"{seed}:{number}")
        data = spoilt(rng.choice((GUTTERS, EVERYTHING)), rng)
        note = spoilt(NOTE, rng) if rng.random() < 0.5 else NOTE.encode()
        change = rng.choice(CHANGES) if rng.random() < 0.2 else None
        try:
            with time_limit():
                complaint = complaint_about(data, note, change)
        except Exception as error:  # noqa: BLE001 (that nothing is raised is what is tested)
            complaint = f"{type(error).__name__}: {error}"
        tally["failed" if complaint else "read"] += 1
        if complaint:
            failures.append(f"case {number}: {complaint}")
    return tally, failures


def main(arguments: list[str]) -> int:
    """Run the number of cases asked for on every core; 0 where none failed."""
    return search(run, arguments, "python -m tests.fuzz_read", "damaged cases")


def search(run: Search, arguments: list[str], name: str, things: str) -> int:
    """Call ``run`` (first, count, seed) in hundreds on every core until ``--cases`` are done; 0 where none failed."""
    parser = argparse.ArgumentParser(prog=name)
    parser.add_argument("--cases", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args(arguments)
    size = 100
    tally: Counter[str] = Counter()
    failures: list[str] = []
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        starts = range(0, wanted.cases, size)
        jobs = [pool.submit(run, start, min(size, wanted.cases - start), wanted.seed) for start in starts]
        for job in jobs:
            counted, found = job.result()
            tally += counted
            failures += found
    print(f"{tally.total()} {things} read, {len(failures)} failures (seed {wanted.seed})")
    print("\n".join(failures[:40]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
