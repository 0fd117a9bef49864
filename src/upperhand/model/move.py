"""What to do next, and the page that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from upperhand.errors import Problem
from upperhand.model.offers import OffersInBrief
from upperhand.model.reading import Leverage, PredictedTerms
from upperhand.model.result import Result

MoveKind = Literal["ask", "offer", "show", "give", "affirm", "wait"]
Lever = Literal["match", "alter", "affiliate"]


@dataclass(frozen=True)
class Effect(Result):
    """What a move changes, by re-evaluating the whole case with it. ``None``: the case gives no number for it.

    ``leverage``, ``my_value`` (unit, at the terms then predicted), ``acceptance`` (chance at those terms) and
    ``expected_value`` (chance x value + (1 - chance) x no-deal value) are changes; ``leverage_after`` and
    ``price_after`` are levels.
    """

    leverage: float | None = None
    my_value: float | None = None
    acceptance: float | None = None
    expected_value: float | None = None
    leverage_after: float | None = None
    price_after: float | None = None


@dataclass(frozen=True)
class EvidenceRef(Result):
    """The line behind a claim. ``quote`` is an exact substring of its source, and empty
    for behaviour; ``shift`` is how far it moved the mean weight of the want."""

    quote: str
    source: str
    line: int | None = None
    when: str | None = None
    shift: float | None = None
    kind: str = "statement"


@dataclass(frozen=True)
class Move(Result):
    """One thing to do. ``cost`` is mine, in the case's unit (``None``: not said). ``grade`` A to D is how well the
    ``source`` supports it; ``caution`` what could be wrong with it; ``say`` a sentence to start from.
    ``recommended`` is false where it raises leverage and lowers what I can expect."""

    kind: MoveKind
    lever: Lever
    what: str
    why: str
    effect: Effect
    cost: float | None
    evidence: tuple[EvidenceRef, ...]
    grade: str
    source: str
    say: str | None = None
    caution: str | None = None
    when: str | None = None
    recommended: bool = True


@dataclass(frozen=True)
class WantLine(Result):
    """One want as the page shows it: weight with its 80 % range, and what of mine serves it.

    ``served`` and ``gap`` (weight x what is left unserved) are at the reference terms, ``edge`` is the degree by which
    I serve it better than their best alternative; ``None`` where the case does not say.
    """

    want: str
    says: str
    weight: float
    low: float
    high: float
    top_probability: float
    evidence: tuple[EvidenceRef, ...]
    served: float | None = None
    gap: float | None = None
    edge: float | None = None


@dataclass(frozen=True)
class Refused(Result):
    """A draft or a move that the limits turned down, why, and what could truthfully be said instead.

    ``action`` is block, warn or rewrite; ``rule`` the guardrail (G1 to G20)."""

    text: str
    origin: Literal["draft", "move", "case"]
    rule: str
    action: Literal["block", "warn", "rewrite"]
    why: str
    instead: str


@dataclass(frozen=True)
class WhatIf(Result):
    """A scenario the case only alludes to: leverage and price if it were counted."""

    name: str
    leverage: float | None
    price: float | None
    words: str


@dataclass(frozen=True)
class Brief(Result):
    """The plan on one page. ``questions`` is ``None`` and named in ``not_built`` until built."""

    title: str
    unit: str
    me: Mapping[str, str | None]
    them: Mapping[str, str | None]
    as_of: str | None
    leverage: Leverage
    predicted_terms: PredictedTerms
    wants: tuple[WantLine, ...]
    moves: tuple[Move, ...]
    refused: tuple[Refused, ...]
    what_ifs: tuple[WhatIf, ...]
    notes: tuple[str, ...]
    problems: tuple[Problem, ...]
    questions: None = None
    offers: OffersInBrief | None = None
    not_built: tuple[str, ...] = ("questions",)
    trace: tuple[Any, ...] = field(default=(), repr=False)
    schema_version: int = 1
