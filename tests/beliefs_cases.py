"""A small talk about three wants, for the tests of the beliefs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from upperhand.model.case import Case, Issue, Party, Position, Want
from upperhand.model.estimate import Estimate
from upperhand.model.evidence import Claim, Evidence
from upperhand.model.package import Package

TODAY = date(2026, 5, 4)
DEGREES = {"none": 0.0, "some": 1 / 3, "most": 2 / 3, "all": 1.0}
WEIGHTS = {"speed": 1.0, "price": 2.0, "calm": 3.0}


def case_of(
    evidence: Sequence[Evidence] = (), weights: Mapping[str, float | Estimate] | None = None, **changes: Any
) -> Case:
    """A case whose every want is served by one issue of its name, with options none, some, most and all."""
    guesses = WEIGHTS if weights is None else weights
    wants = tuple(Want(n, n, g if isinstance(g, Estimate) else Estimate.point(g)) for n, g in guesses.items())
    issues = tuple(Issue(n, options=tuple(DEGREES), serves={n: DEGREES}) for n in guesses)
    given = {"wants": wants, "issues": issues, "as_of": TODAY, "evidence": tuple(evidence), "unit": "EUR", **changes}
    return Case("a talk", Party("me"), Party("them"), **given)


def told(claim: Claim, *, days_ago: int | None = 0, **changes: Any) -> Evidence:
    """One piece of evidence, sure and of its own origin unless said otherwise."""
    when = None if days_ago is None else TODAY - timedelta(days=days_ago)
    given = {"source": "notes.md", "origin": repr(claim), "quote": "so they said", "confidence": 0.8, **changes}
    return Evidence(given.pop("id", repr(claim)), type(claim).__name__.lower(), claim, when=when, **given)


def package(*levels: str, names: Sequence[str] = tuple(WEIGHTS)) -> Package:
    """A package by the levels of its issues, in order."""
    return Package(dict(zip(names, levels, strict=False)))


def costs(**values: float) -> Position:
    """Their position where each option of an issue costs its degree times the value given."""
    return Position(issues={n: {o: Estimate.point(-v * d) for o, d in DEGREES.items()} for n, v in values.items()})
