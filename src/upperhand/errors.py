"""What can go wrong, and whose it is to mend?

UpperhandError
├── CallError      the call was wrong (exit code 2)
├── InputError     the user's input has problems; carries all of them (exit code 1)
└── WorldError     a file, a port or an engine failed (exit code 3)

A `Problem` is not an exception: it is one complaint about the user's input, returned beside the result.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal


@dataclass(frozen=True)
class Problem:
    """One complaint: where, what is wrong, how to mend it.

    ``line`` is 1-based (``None``: the file as a whole). A warning does not stop the work.
    """

    file: str
    line: int | None
    what: str
    fix: str
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}:{self.line}"
        return f"{place}: {self.what} {self.fix}".rstrip()

    def to_dict(self) -> dict[str, Any]:
        """The complaint as plain data."""
        return asdict(self)


class UpperhandError(Exception):
    """Any failure the package knows."""


class CallError(UpperhandError):
    """The call itself was wrong: an unknown name, a path that does not exist in the case."""

    def __init__(self, what: str, fix: str = "") -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what} {fix}".rstrip())


class InputError(UpperhandError):
    """The user's input has problems; ``problems`` holds every one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(p) for p in self.problems))


class WorldError(UpperhandError):
    """The world failed: a file that cannot be written, a port that is taken."""

    def __init__(self, what: str, fix: str = "") -> None:
        self.what, self.fix = what, fix
        super().__init__(f"{what} {fix}".rstrip())
