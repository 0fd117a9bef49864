"""What is wrong with the files of a scenario, each thing said once and no file drowning the others?"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field

from upperhand.errors import Problem

MOST = 20
LARGEST_NUMBER = 1e12
_LONGEST = 80
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[+-]?\.?(nan|inf|infinity)", re.IGNORECASE)


class Unreadable(Exception):
    """A file cannot be read past this line; the sentence goes to the user."""

    def __init__(self, line: int | None, what: str, fix: str) -> None:
        super().__init__(what)
        self.line, self.what, self.fix = line, what, fix


@dataclass
class Complaints:
    """Collects problems; beyond 20 of a file only their number is told."""

    found: list[Problem] = field(default_factory=list)
    of_file: Counter[str] = field(default_factory=Counter)
    failed: bool = False

    def fail(self, file: str, line: int | None, what: str, fix: str) -> None:
        """Something stands in the way."""
        self.failed = True
        self.of_file[file] += 1
        if self.of_file[file] <= MOST:
            self.found.append(Problem(file, line, what, fix))

    def warn(self, file: str, line: int | None, what: str, fix: str) -> None:
        """Something the user should know; the work goes on."""
        self.found.append(Problem(file, line, what, fix, "warning"))

    def take(self, file: str, broken: Unreadable) -> None:
        """The end of a file's reading."""
        self.fail(file, broken.line, broken.what, broken.fix)

    def all(self) -> list[Problem]:
        """Every problem in the order of finding, with the number of those that were cut off."""
        more = [
            Problem(
                file, None, f"{count - MOST:,} more problems of this file are not shown.", "Mend those above first."
            )
            for file, count in self.of_file.items()
            if count > MOST
        ]
        return [*self.found, *more]

    def number(self, text: str, place: tuple[str, int | None], whose: str, least: float | None = None) -> float:
        """The number that a text spells, at least ``least``; 0 and a complaint where it spells none."""
        bare = text.strip()
        value = float(bare) if _NUMBER.fullmatch(bare) and len(bare) < 400 else math.nan
        if math.isfinite(value) and abs(value) <= LARGEST_NUMBER and (least is None or value >= least):
            return value
        shown, fix = f"{whose} is '{shown_name(bare)}'", "Write a plain number such as 0.25."
        if not bare:
            self.fail(*place, f"{whose} is missing.", fix)
        elif _NOT_FINITE.fullmatch(bare):
            self.fail(*place, f"{shown}, which is no finite number.", fix)
        elif math.isnan(value):
            self.fail(*place, f"{shown}, which is not a number.", fix)
        elif abs(value) > LARGEST_NUMBER:
            self.fail(*place, f"{shown}, which is too large to be meant.", "Check the digits.")
        else:
            self.fail(*place, f"{shown}, which is below {least:g}.", f"Write {least:g} or more.")
        return 0.0


def shown_name(text: str) -> str:
    """A name from a file, short and plain enough for a sentence."""
    plain = " ".join("".join(c if c.isprintable() else " " for c in text[:400]).split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def number_of(text: str) -> float | None:
    """The finite number that a text spells; ``None``: none."""
    bare = text.strip()
    value = float(bare) if _NUMBER.fullmatch(bare) and len(bare) < 400 else math.nan
    return value if math.isfinite(value) and abs(value) <= LARGEST_NUMBER else None
