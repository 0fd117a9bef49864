"""What is a conversation? Turns in order, each with its speaker, its time and its line in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from upperhand.model.result import Result


@dataclass(frozen=True)
class ItemOffer(Result):
    """What the speaker would get and would give away: numbers of items (or a price), by item."""

    gets: Mapping[str, float] = field(default_factory=dict)
    gives: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Turn(Result):
    """What one speaker said without a break.

    ``text`` is Unicode NFC. ``start`` and ``end`` are seconds on the file's own clock (``None``: not told). ``line`` is
    the 1-based line of the file where the text starts (``None``: not known). ``offer`` is ``None`` for plain words.
    ``marks`` tells where in the text a further line of the file begins: (offset in ``text``, line), in order.
    """

    speaker: str
    text: str
    start: float | None = None
    end: float | None = None
    line: int | None = None
    offer: ItemOffer | None = None
    marks: tuple[tuple[int, int], ...] = field(default=(), repr=False, compare=False)

    def line_at(self, offset: int) -> int | None:
        """The line of the file that holds the character at ``offset`` of ``text``; ``None`` where it is not known."""
        at = bisect_right(self.marks, offset, key=lambda mark: mark[0])
        return self.marks[at - 1][1] if at else self.line


@dataclass(frozen=True)
class Talk(Result):
    """A conversation. ``speakers`` stand in the order in which they first speak; ``source`` is the file's name."""

    speakers: tuple[str, ...]
    turns: tuple[Turn, ...]
    source: str
