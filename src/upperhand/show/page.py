"""What stands on the page, in words, whichever paper it goes to?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Share:
    """One driver: its name in words, its signed share in points of 100, and how far it is in the user's hand."""

    name: str
    figure: str
    share: float
    movable: bool


@dataclass(frozen=True)
class Reading:
    """The leverage in words. ``figure`` is ``None`` with ``unknown`` where there is no reading."""

    figure: str | None
    unknown: str | None
    spread: str
    meaning: tuple[str, ...]
    shares: tuple[Share, ...]
    compared: str | None

    @property
    def given(self) -> tuple[Share, ...]:
        """The drivers that nobody at the table can change by tomorrow."""
        return tuple(s for s in self.shares if not s.movable)

    @property
    def movable(self) -> tuple[Share, ...]:
        """The drivers that the user can change, wholly or partly."""
        return tuple(s for s in self.shares if s.movable)


@dataclass(frozen=True)
class Outlook:
    """The terms to expect, in words. ``figure`` is ``None`` with ``unknown`` where nothing can be predicted."""

    label: str
    figure: str | None
    unknown: str | None
    spread: str | None
    details: tuple[str, ...]


@dataclass(frozen=True)
class Quote:
    """The line behind a claim. ``shift`` is how it moved the want, signed, where that is known."""

    text: str
    place: str
    shift: str | None


@dataclass(frozen=True)
class WantRow:
    """One want. ``weight``, ``low``, ``high`` in [0, 1]; ``first`` is the chance that it comes first.

    ``more`` counts the quotes left for the JSON.
    """

    name: str
    says: str | None
    weight: float
    low: float
    high: float
    figure: str
    spread: str
    first: str
    quotes: tuple[Quote, ...]
    more: int
    service: str | None


@dataclass(frozen=True)
class MoveRow:
    """One move. The figures are ready to print; ``warning`` is set where the move is not advised or needs care."""

    number: int
    kind: str
    what: str
    why: str
    say: str | None
    when: str | None
    warning: str | None
    leverage: str
    to_you: str
    chance: str
    cost: str
    grade: str
    source: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class OfferRow:
    """One step of what to put on the table: its name, the package in words, and what it comes to."""

    label: str
    say: str
    figures: str


@dataclass(frozen=True)
class LeftOut:
    """A sentence or a move that stays out, why, and what could truthfully be said."""

    verdict: str
    text: str
    why: str
    instead: str
    rule: str


@dataclass(frozen=True)
class Page:
    """Everything on the page, in reading order."""

    title: str
    me: str
    them: str
    as_of: str | None
    unit: str
    reading: Reading
    outlook: Outlook
    wants: tuple[WantRow, ...]
    more_wants: int
    moves: tuple[MoveRow, ...]
    more_moves: int
    offers: tuple[OfferRow, ...]
    what_ifs: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    more_left_out: int
    unknowns: tuple[str, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...]
