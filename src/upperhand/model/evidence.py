"""What was observed, by whom, where and when? One claim a piece."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from upperhand.model.estimate import BOTH, Side
from upperhand.model.package import Package

Polarity = Literal["needs", "does_not_need", "unsure"]
FAINT = "faint"
"""The kind of what was heard too faintly to be quoted as a reason; it counts all the same."""


@dataclass(frozen=True)
class Statement:
    """They said something about one want."""

    want: str
    polarity: Polarity = "needs"


@dataclass(frozen=True)
class Heard:
    """The reader took a sentence of theirs to speak of one want.

    ``strength`` adds to the want's score: exp of the difference of two scores is the odds, by words alone, that the one
    want comes before the other.
    """

    want: str
    strength: float
    polarity: Polarity = "needs"


@dataclass(frozen=True)
class Comparison:
    """They put the first want over the second."""

    over: tuple[str, str]


@dataclass(frozen=True)
class Denial:
    """They said they can do without it."""

    want: str


@dataclass(frozen=True)
class Rating:
    """They scored a want, from 0 to ``out_of``."""

    want: str
    score: float
    out_of: float


@dataclass(frozen=True)
class Dwell:
    """Seconds spent looking at what serves each want; ``complexity`` (any scale, 0 default) takes time too."""

    seconds: Mapping[str, float]
    complexity: Mapping[str, float]


@dataclass(frozen=True)
class Revisit:
    """How often they came back to what serves each want; ``size`` (default 1) is what would draw the eye anyway."""

    counts: Mapping[str, int]
    size: Mapping[str, float]


@dataclass(frozen=True)
class Purchase:
    """``count`` purchases in a category where an average buyer makes ``exposure``; ``serves`` in [0, 1] by want."""

    category: str
    count: int
    exposure: float
    serves: Mapping[str, float]


@dataclass(frozen=True)
class Offer:
    """A package they put forward. ``cost_to_them`` is in the case's unit; ``None``: taken from the case's numbers."""

    package: Package
    cost_to_them: float | None = None


@dataclass(frozen=True)
class Split:
    """They asked for so many of each thing (``gets``) out of so many (``stock``), by want."""

    gets: Mapping[str, int]
    stock: Mapping[str, int]


@dataclass(frozen=True)
class MenuChoice:
    """Which of the packages shown they chose (index into ``shown``)."""

    shown: tuple[Package, ...]
    chosen: int


@dataclass(frozen=True)
class Ranking:
    """In which order they put the packages shown.

    ``order`` holds indices into ``shown``, best first; those of one group were not told apart. A package in no group
    came after all that are.
    """

    shown: tuple[Package, ...]
    order: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Response:
    """Their answer to a package of mine."""

    package: Package
    accepted: bool


@dataclass(frozen=True)
class Feedback:
    """On which issues or features a package of mine is better for them than another, and on which it is worse.

    ``than`` is the package they compared it with; where there is none, or its choice for a part is open or the same,
    any other choice for that part is meant.
    """

    package: Package
    better_on: tuple[str, ...] = ()
    worse_on: tuple[str, ...] = ()
    than: Package | None = None


Observed = (
    Statement
    | Heard
    | Comparison
    | Denial
    | Rating
    | Dwell
    | Revisit
    | Purchase
    | Offer
    | Split
    | MenuChoice
    | Ranking
    | Response
    | Feedback
)


@dataclass(frozen=True)
class Informant:
    """A third person's claim about them, with how far that person is to be trusted (0 to 1)."""

    name: str
    reliability: float
    claim: Observed


Claim = Observed | Informant


def wants_named(claim: Claim) -> tuple[str, ...]:
    """The wants a claim is about by name; empty for packages, which speak of all wants at once."""
    match claim:
        case Statement(want=want) | Heard(want=want) | Denial(want=want) | Rating(want=want):
            return (want,)
        case Comparison(over=over):
            return over
        case Dwell(seconds=seen) | Revisit(counts=seen):
            return tuple(seen)
        case Purchase(serves=serves):
            return tuple(serves)
        case Split(stock=stock):
            return tuple(stock)
        case Informant(claim=inner):
            return wants_named(inner)
        case _:
            return ()


@dataclass(frozen=True)
class Evidence:
    """One observed thing.

    ``source`` is the file or person, ``line`` the 1-based line there (``None``: not known), ``when`` the day it
    was observed (``None``: not known, so no decay). ``origin`` is the occasion it goes back to (two reports of
    one call share it); the reader sets it to ``source`` where the user gave none. ``quote`` may be empty for
    behaviour. ``confidence`` (0 to 1) is how sure the user is of having understood; ``reliability`` (0 to 1) how
    far the source is to be trusted. ``path`` names where it is written, for messages.
    """

    id: str
    kind: str
    claim: Claim
    source: str
    origin: str
    quote: str = ""
    line: int | None = None
    when: date | None = None
    who: str | None = None
    confidence: float = 0.8
    reliability: float = 1.0
    visible_to: frozenset[Side] = BOTH
    path: str = ""
