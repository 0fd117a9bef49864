"""Can any damage to a scenario's files make reading it fail, or bring in a scenario that is none?

`python -m tests.fuzz_formats --cases 20000 --seed 1` spoils one file of a scenario in every format, reads the scenario
in both meanings, and asks that nothing is raised, that every complaint is one a person can act on, and that what is
read is sound: it can be made a case, and comes back from another format with the same values.
"""

from __future__ import annotations

import math
import random
import re
import sys
import tempfile
from collections import Counter
from functools import cache
from pathlib import Path

from tests.formats_samples import LEASE, differ
from tests.fuzz_intake import spoilt
from tests.fuzz_read import search, time_limit
from upperhand.errors import CallError, Problem
from upperhand.formats.cases import case_of, scenario_of
from upperhand.formats.ranges import numbers_in
from upperhand.formats.read import Meaning, read_scenario
from upperhand.formats.write import FORMATS, write_scenario
from upperhand.model.scenario import Scenario

MEANINGS: tuple[Meaning, ...] = ("own", "negmas")


@cache
def samples() -> dict[str, dict[str, bytes]]:
    """The files of the lease by format and name."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMATS:
            name = f"lease.{form}" if form in ("csv", "xlsx") else form
            paths = write_scenario(LEASE, form, Path(folder) / name)
            found[form] = {path.name: path.read_bytes() for path in paths}
    return found


def complaint_about(form: str, rng: random.Random) -> str | None:
    """What is wrong with how a damaged scenario was read; ``None``: nothing."""
    files = dict(samples()[form])
    spoilt_one = rng.choice(sorted(files))
    files[spoilt_one] = spoilt(files[spoilt_one], rng)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "damaged"
        folder.mkdir()
        for file, data in files.items():
            (folder / file).write_bytes(data)
        scenario, problems = read_scenario(folder, meaning=rng.choice(MEANINGS))
        if any((folder / file).read_bytes() != data for file, data in files.items()):
            return "reading wrote into the folder"
        broken = any(problem.severity == "error" for problem in problems)
        if broken == (scenario is not None):
            return "no scenario and no error, or both"
        fault = next((f for f in map(_unclear, problems) if f), None)
        return fault or (None if scenario is None else _unsound(scenario, Path(name), rng))


def _unclear(problem: Problem) -> str | None:
    told = f"{problem.what} {problem.fix}"
    if not problem.what or not problem.fix or "\n" in told or len(told) > 900 or not told.isprintable():
        return f"a complaint nobody can act on: {problem!r}"
    if re.search(r"expat|ruamel|Traceback|codec\b|Error\b|0x", told):
        return f"a complaint in the program's own words: {problem!r}"
    return f"a line that is not there: {problem!r}" if problem.line is not None and problem.line < 1 else None


def _unsound(scenario: Scenario, folder: Path, rng: random.Random) -> str | None:
    """What cannot be right about a scenario, whatever the files said."""
    for profile in scenario.profiles:
        worths = [worth for issue in profile.weights for worth in profile.table(issue).values()]
        numbers = [*worths, *profile.weights.values(), profile.reservation or 0.0, profile.discount or 0.5]
        if not worths or not all(map(math.isfinite, numbers)) or min(profile.weights.values()) < 0:
            return f"numbers that are none: {profile!r}"
    names = [profile.name for profile in scenario.profiles]
    case = case_of(scenario, names[0], names[1] if len(names) > 1 else None)
    if scenario_of(case)[0] is None:
        return "a case that is no scenario"
    if any(issue.is_range and numbers_in(issue) is None for issue in scenario.issues):
        return None  # too many numbers to compare one by one
    try:
        write_scenario(scenario, rng.choice(FORMATS), folder / "again")
    except CallError as refused:
        return None if refused.what else "a refusal that says nothing"
    again, problems = read_scenario(folder / "again")
    if again is None:
        return f"written, and not read again: {problems!r}"
    scale = max(abs(w) for p in scenario.profiles for i in p.weights for w in p.table(i).values())
    apart = differ(scenario, again, 1e-10 * max(1.0, scale))
    return f"not the same after writing: {apart[:3]!r}" if apart else None


def run(first: int, count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Read ``count`` damaged scenarios; how many were read, and every failure with the number that repeats it."""
    tally: Counter[str] = Counter()
    failures: list[str] = []
    for number in range(first, first + count):
        rng = random.Random(f"{seed}:{number}")
        form = rng.choice(FORMATS)
        try:
            with time_limit():
                complaint = complaint_about(form, rng)
        except Exception as error:  # noqa: BLE001 (that nothing is raised is what is tested)
            complaint = f"{type(error).__name__}: {error}"
        tally["failed" if complaint else "read"] += 1
        if complaint:
            failures.append(f"case {number} ({form}): {complaint}")
    return tally, failures


if __name__ == "__main__":
    sys.exit(search(run, sys.argv[1:], "python -m tests.fuzz_formats", "damaged scenarios"))
