"""Where does each label of a chart stand, so that none covers another, and as little else as can be?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from upperhand.show.screen import cells

CELL, LINE = 6.9, 14.0
"""Pixels that a sign of 12 px and a line take at most in the fonts that may be at hand."""

_NEAR = (10, 16, 26, 40, 58, 80, 106, 136, 170, 210)
_TURNS = 16


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels from the top left corner of the plot."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """Whether the two have more than an edge in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )  # fmt: skip

    def holds(self, other: Box) -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )  # fmt: skip


@dataclass(frozen=True)
class Wanted:
    """A label to place: its lines, the point it belongs to, and how far its symbol reaches.

    A ``free`` label may stand at any of the points ``at`` on its own line or area and is left out where none is free.
    """

    lines: tuple[str, ...]
    at: tuple[tuple[float, float], ...]
    is_free: bool = False

    @property
    def width(self) -> float:
        """Pixels across, at most."""
        return max(cells(line) for line in self.lines) * CELL

    @property
    def height(self) -> float:
        """Pixels down."""
        return len(self.lines) * LINE


@dataclass(frozen=True)
class Drawn:
    """A line in pixels. ``weight``: so many pixels further away is a label put rather than across it."""

    points: tuple[tuple[float, float], ...]
    weight: float


@dataclass(frozen=True)
class Placed:
    """A label with its place. ``x`` is its left, middle or right by ``align``; ``box`` what it may cover at most."""

    lines: tuple[str, ...]
    x: float
    align: Literal["left", "center", "right"]
    box: Box
    at: tuple[float, float]

    @property
    def is_far(self) -> bool:
        """Whether a line is needed to see what it belongs to."""
        return _gap(self.box, self.at) > 16

    @property
    def near_end(self) -> tuple[float, float]:
        """The point of its edge that is nearest to what it belongs to."""
        return _nearest(self.box, self.at)


def placed(wanted: Sequence[Wanted], frame: Box, marks: Sequence[Box], lines: Sequence[Drawn]) -> list[Placed]:
    """The labels inside ``frame``, none over another or over one of the ``marks``; ``lines`` are crossed if need be.

    In the order given, each where it covers least and is nearest. One that finds no room, and a free one that finds
    none beside its line, is left out.
    """
    found: list[Placed] = []
    taken = list(marks)
    for label in wanted:
        best: tuple[float, Placed] | None = None
        for place in _free(label) if label.is_free else _around(label):
            if not frame.holds(place.box) or any(place.box.meets(other) for other in taken):
                continue
            cost = _gap(place.box, place.at) + sum(line.weight for line in lines if _is_crossed(place.box, line.points))
            if best is None or cost < best[0] - 1e-9:
                best = cost, place
        if best is not None:
            found.append(best[1])
            taken.append(best[1].box)
    return found


def _around(label: Wanted) -> Iterator[Placed]:
    (x, y), width, height = label.at[0], label.width, label.height
    for away in _NEAR:
        for turn in range(_TURNS):
            angle = 2 * math.pi * turn / _TURNS
            across, down = away * math.cos(angle), -away * math.sin(angle)
            yield _standing(label, (x + across, y + down), (across, down), (width, height))


def _standing(label: Wanted, at: tuple[float, float], way: tuple[float, float], size: tuple[float, float]) -> Placed:
    """The label with the corner or edge at ``at`` that faces its point."""
    (x, y), (width, height) = at, size
    top = y - height / 2 + math.copysign(min(abs(way[1]) / 10, 1.0), way[1]) * height / 2
    if abs(way[0]) < 1e-6:
        return Placed(label.lines, x, "center", Box(x - width / 2, top, x + width / 2, top + height), label.at[0])
    left = x if way[0] > 0 else x - width
    box = Box(left, top, left + width, top + height)
    return Placed(label.lines, x, "left" if way[0] > 0 else "right", box, label.at[0])


def _free(label: Wanted) -> Iterator[Placed]:
    width, height = label.width, label.height
    for x, y in label.at:
        for top in (y - height - 2, y + 3):
            yield Placed(label.lines, x + 4, "left", Box(x + 4, top, x + 4 + width, top + height), (x, y))
            yield Placed(label.lines, x - 4, "right", Box(x - 4 - width, top, x - 4, top + height), (x, y))


def _nearest(box: Box, at: tuple[float, float]) -> tuple[float, float]:
    return min(max(at[0], box.left), box.right), min(max(at[1], box.top), box.bottom)


def _gap(box: Box, at: tuple[float, float]) -> float:
    return math.dist(_nearest(box, at), at)


def _is_crossed(box: Box, line: Sequence[tuple[float, float]]) -> bool:
    return any(_runs_through(box, one, other) for one, other in pairwise(line))


def _runs_through(box: Box, one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether a piece of a line has a point in the box: clipped to its four edges, something is left."""
    start, end = 0.0, 1.0
    for axis, low, high in ((0, box.left, box.right), (1, box.top, box.bottom)):
        step = other[axis] - one[axis]
        if abs(step) < 1e-12:
            if not low <= one[axis] <= high:
                return False
            continue
        near, far = sorted(((low - one[axis]) / step, (high - one[axis]) / step))
        start, end = max(start, near), min(end, far)
        if start > end:
            return False
    return True
