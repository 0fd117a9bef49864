"""What does a call of the package hand back?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from upperhand.errors import Problem
from upperhand.model.belief import Belief
from upperhand.model.case import Case
from upperhand.model.reading import Leverage, PredictedTerms
from upperhand.model.result import Result


@dataclass(frozen=True)
class OpenCase:
    """A case read from its folder. ``problems`` are warnings; ``changes`` the what-ifs it was read with,
    ``heard`` what the reader found in each talk and document of its evidence folder."""

    folder: Path
    case: Case
    problems: tuple[Problem, ...] = ()
    changes: tuple[str, ...] = ()
    heard: tuple[Any, ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class LeverageReport(Result):
    """The reading and the predicted terms; with what-ifs, ``before`` is the same without them."""

    title: str
    leverage: Leverage
    predicted_terms: PredictedTerms
    what_if: tuple[str, ...] = ()
    before: LeverageReport | None = None
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1

    @property
    def value(self) -> float | None:
        """The headline leverage; ``None`` where it is unknown (``leverage.reason`` says why)."""
        return self.leverage.value


@dataclass(frozen=True)
class WantsReport(Result):
    """What they want: ``wants`` by name with weight, 80 % range, chance of being first, and the evidence.

    ``unlisted`` are needs heard that fit no want: ``quote``, ``source``, ``line``, and ``turn`` in talks. ``source``
    is the file of a single talk or document, ``None`` for a case or several sources.
    """

    about: str
    wants: dict[str, dict[str, Any]]
    order: tuple[str, ...]
    order_probability: float | None
    belief: Belief = field(repr=False)
    unlisted: tuple[Mapping[str, Any], ...] = ()
    source: str | None = None
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1


@dataclass(frozen=True)
class ForgetReport(Result):
    """How many pieces of evidence were erased, from which files, and where the name still stands (`file:line`).

    ``hint``, where nothing was found, says which source or person was probably meant.
    """

    erased: int
    files: tuple[str, ...]
    remaining: tuple[str, ...] = ()
    hint: str = ""
    schema_version: int = 1


@dataclass(frozen=True)
class ImportReport(Result):
    """The case folder that was made of a scenario, and what had to be said about the scenario."""

    folder: str
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1


@dataclass(frozen=True)
class ExportReport(Result):
    """The files that were written, and what of the case the format could not take along."""

    written: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1


@dataclass(frozen=True)
class OfferedReport(Result):
    """The packages that were noted as offered, in order, each as its terms and features; and a sentence that says
    so."""

    said: str
    packages: tuple[Mapping[str, Any], ...]
    schema_version: int = 1


@dataclass(frozen=True)
class ReplyReport(Result):
    """What a reply was taken for: a sentence that says it back, the ids of the pieces of evidence it became (empty:
    nothing was noted), and their kinds."""

    said: str
    evidence: tuple[str, ...]
    kinds: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1
