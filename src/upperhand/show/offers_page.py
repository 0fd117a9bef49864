"""Which parts does the page of offers have, whichever paper it goes to?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from upperhand.show.offers_terms import Terms

Kind = Literal["plain", "strong", "aside", "warning"]


@dataclass(frozen=True)
class Line:
    """A sentence on the page, and how much it stands out."""

    text: str
    kind: Kind = "plain"


@dataclass(frozen=True)
class Row:
    """A package on the page: its name, its terms, its figures in the order of the heads, what is said of it."""

    name: str
    terms: Terms
    figures: tuple[str, ...]
    said: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Section:
    """One part of the page: lines, then packages in ``rows`` under ``heads``, then more lines.

    ``common`` are the terms that all rows have and that are not said again in them (``None``: no such terms).
    """

    title: str
    name: str
    before: tuple[Line, ...] = ()
    heads: tuple[str, ...] = ()
    common: Terms | None = None
    rows: tuple[Row, ...] = ()
    after: tuple[Line, ...] = ()


@dataclass(frozen=True)
class OffersPage:
    """Everything on the page, in reading order."""

    title: str
    about: str
    sections: tuple[Section, ...]
