"""What is to be drawn of an offers report: which line, which marks, which zone, on which scales?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from upperhand.model.offers import OffersReport, ValuedPackage
from upperhand.show import words
from upperhand.show.offers_details import special_groups
from upperhand.show.offers_figures import SPECIAL, Figures, menu_items
from upperhand.show.screen import cells
from upperhand.show.thinning import evenly

Point = tuple[float, float]
MOST_POINTS = 300
"""A line through more points than this looks no different."""

WIDE, HIGH = 400.0, 320.0
"""The plot in pixels."""

LARGEST = 1e100
_SHAPES = {"nash": "diamond", "kalai_smorodinsky": "square", "egalitarian": "triangle-up", "welfare": "circle"}


@dataclass(frozen=True)
class Mark:
    """A package that is named in the picture, with the range of their value."""

    names: tuple[str, ...]
    kind: Literal["special", "menu", "offer"]
    shape: str
    at: Point
    low: float
    high: float

    @property
    def has_range(self) -> bool:
        """Whether their value has a spread that can be drawn."""
        return self.high > self.low


@dataclass(frozen=True)
class Scale:
    """From ``low`` to ``high``, over so many pixels; ``up``: pixels run against the values."""

    low: float
    high: float
    pixels: float
    up: bool = False

    def pixel(self, value: float) -> float:
        """Where a value lies."""
        share = (value - self.low) / (self.high - self.low)
        return self.pixels * (1 - share if self.up else share)

    def value(self, pixel: float) -> float:
        """What lies there."""
        share = pixel / self.pixels
        return self.low + (self.high - self.low) * (1 - share if self.up else share)

    def holds(self, value: float) -> bool:
        """Whether it lies in the picture."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Plot:
    """All that is drawn.

    ``line`` runs from low to high value of mine; ``limits`` are both no-deal values where they lie in the picture, with
    their names in ``limit_names``; ``zone`` is where both gain, as the upper edge over ``floor``. ``told`` says it in
    sentences, ``label`` in one for those who cannot see it.
    """

    line: tuple[Point, ...]
    marks: tuple[Mark, ...]
    limits: tuple[float | None, float | None]
    limit_names: tuple[str, str]
    zone: tuple[Point, ...]
    floor: float
    x: Scale
    y: Scale
    unit: str
    told: tuple[str, ...]
    label: str


def plot(report: OffersReport) -> Plot | None:
    """What to draw; ``None`` where no package has two values that can be drawn."""
    said = Figures(report)
    listed = sorted((p.mine, p.theirs) for p in report.frontier if _can_be_drawn(p))
    xs, ys = [x for x, _ in listed], [y for _, y in listed]
    line = tuple(listed[place] for place in evenly(xs, ys, MOST_POINTS))
    marks = _marks(report)
    points = [*line, *(mark.at for mark in marks)]
    if not points:
        return None
    limits = _drawable(said.limit), _drawable(said.their_limit)
    across = _scale([x for x, _ in points], limits[0], WIDE)
    spread = [*(y for _, y in points), *(end for mark in marks for end in (mark.low, mark.high))]
    upward = _scale(spread, limits[1], HIGH, True)
    inside = tuple(
        limit if limit is not None and scale.holds(limit) else None
        for limit, scale in zip(limits, (across, upward), strict=True)
    )
    corner = (
        None if limits[0] is None or limits[1] is None else (max(limits[0], across.low), max(limits[1], upward.low))
    )
    zone = both_gain(line, corner) if corner is not None else ()
    told = tuple(_told(report, said, (len(listed), len(line)), zone, inside))
    names = f"your no-deal value {said.mine(limits[0])}", f"their no-deal value {said.theirs(limits[1])}"
    return Plot(
        line, marks, (inside[0], inside[1]), names, zone, corner[1] if corner else 0.0, across, upward,
        said.unit, told, _label(said, line, marks),
    )  # fmt: skip


def both_gain(line: Sequence[Point], corner: Point) -> tuple[Point, ...]:
    """The part of the line above and right of the corner, with the points where it enters and leaves.

    Left of the line's first point its height counts on: nobody minds giving more away. Empty where no part is.
    """
    left, floor = corner
    kept = [(x, y) for x, y in line if x > left and y > floor]
    if not kept:
        return ()
    before = [point for point in line if point[0] <= left]
    start = _at_x(before[-1], kept[0], left) if before else kept[0][1]
    after = next((point for point in line if point[0] > kept[-1][0]), None)
    edge = [(left, max(start, floor)), *kept]
    return (*edge, (_at_y(kept[-1], after, floor), floor)) if after is not None else tuple(edge)


def _at_x(one: Point, other: Point, x: float) -> float:
    return one[1] + (other[1] - one[1]) * (x - one[0]) / (other[0] - one[0])


def _at_y(one: Point, other: Point, y: float) -> float:
    return one[0] + (other[0] - one[0]) * (one[1] - y) / (one[1] - other[1])


def labels(marks: Sequence[Mark]) -> list[tuple[tuple[str, ...], Point]]:
    """The names at each place: marks that coincide share one label."""
    found: dict[Point, list[str]] = {}
    for mark in marks:
        found.setdefault(mark.at, []).extend(name for name in mark.names if name not in found.get(mark.at, []))
    return [(_in_lines(names), at) for at, names in found.items()]


def ranges(marks: Sequence[Mark]) -> list[tuple[Mark, float]]:
    """The marks whose range is drawn, each once, and by how many pixels its bar stands aside so as to hide no other."""
    found: list[tuple[Mark, float]] = []
    for mark in marks:
        if not mark.has_range or any((mark.at, mark.low, mark.high) == (m.at, m.low, m.high) for m, _ in found):
            continue
        beside = sum(mark.at[0] == other.at[0] for other, _ in found)
        found.append((mark, 3.5 * ((beside + 1) // 2) * (1 if beside % 2 else -1)))
    return found


def _in_lines(names: Sequence[str]) -> tuple[str, ...]:
    """Names one below the other, short ones together on a line."""
    lines: list[str] = []
    for i, name in enumerate(names):
        ended = name + ("," if i < len(names) - 1 else "")
        if lines and len(lines[-1]) + len(ended) < 24:
            lines[-1] = f"{lines[-1]} {ended}"
        else:
            lines.append(ended)
    return tuple(lines)


def _marks(report: OffersReport) -> tuple[Mark, ...]:
    found: list[Mark] = []
    for keys, package in special_groups(report):
        if _can_be_drawn(package):
            found.append(_mark(tuple(SPECIAL[key] for key in keys), "special", _SHAPES[keys[0]], package))
    for item in menu_items(report):
        if _can_be_drawn(item.offer):
            found.append(_mark((short(item.name),), "menu", "circle", item.offer))
    if report.scored is not None and _can_be_drawn(report.scored.offer):
        found.append(_mark(("their offer",), "offer", "cross", report.scored.offer))
    return tuple(found)


def _mark(
    names: tuple[str, ...], kind: Literal["special", "menu", "offer"], shape: str, package: ValuedPackage
) -> Mark:
    low, high = _drawable(package.low), _drawable(package.high)
    ends = (package.theirs, package.theirs) if low is None or high is None else (low, high)
    return Mark(names, kind, shape, (package.mine, package.theirs), min(ends), max(ends))


def short(text: str, most: int = 24) -> str:
    """The user's words, cut where they would take more than so many cells."""
    said = words.clean(text)
    if cells(said) <= most:
        return said
    while said and cells(said) > most - 1:
        said = said[:-1]
    return f"{said.rstrip()}…"


def _drawable(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) and abs(value) <= LARGEST else None


def _can_be_drawn(package: ValuedPackage) -> bool:
    return _drawable(package.mine) is not None and _drawable(package.theirs) is not None


def _scale(values: Sequence[float], limit: float | None, pixels: float, up: bool = False) -> Scale:
    """A scale that holds the values, and the limit unless that would press them together; with a margin."""
    low, high = min(values), max(values)
    span = high - low
    if limit is not None and (span == 0 or low - 1.5 * span <= limit <= high + 1.5 * span):
        low, high = min(low, limit), max(high, limit)
    span = high - low
    if span <= 1e-9 * max(abs(low), abs(high)):
        span = 0.1 * max(abs(low), abs(high)) or 1.0
    return Scale(low - 0.07 * span, high + 0.12 * span, pixels, up)


def _told(
    report: OffersReport, said: Figures, counts: tuple[int, int], zone: Sequence[Point],
    limits: tuple[float | None, ...],
) -> list[str]:  # fmt: skip
    listed, drawn = counts
    told = [f"Line: the frontier, drawn through {drawn:,} of its {listed:,} packages."]
    if listed == drawn:
        told = [f"Line: the frontier, {listed:,} packages." if listed > 1 else "Dot: the frontier, one package."]
    told = told if listed else []
    if zone:
        told.append("Shaded: where both gain.")
    if any(mark.has_range for mark in _marks(report)):
        told.append("Upright bars: their value eight times out of ten.")
    lost = len(report.frontier) - listed
    if lost:
        told.append(f"Not drawn: {lost:,} packages without values that can be drawn.")
    whose = (("Your no-deal value", said.limit, said.mine), ("Their no-deal value", said.their_limit, said.theirs))
    for (name, known, figure), shown in zip(whose, limits, strict=True):
        if known is not None and shown is None:
            told.append(f"{name}, {figure(known, True)}, lies outside the picture.")
    return told


def _label(said: Figures, line: Sequence[Point], marks: Sequence[Mark]) -> str:
    parts = [f"Packages by your value and theirs, in {said.unit}."]
    if line:
        ends = [f"({said.mine(x)}, {said.theirs(y)})" for x, y in (line[0], line[-1])]
        parts.append(f"The frontier runs from {ends[0]} to {ends[1]}.")
    named = [f"{words.joined(mark.names)} ({said.mine(mark.at[0])}, {said.theirs(mark.at[1])})" for mark in marks]
    if named:
        parts.append(f"Marked: {'; '.join(named)}.")
    limits = [("Your", said.limit, said.mine), ("Their", said.their_limit, said.theirs)]
    parts += [f"{whose} no-deal value {figure(value)}." for whose, value, figure in limits if value is not None]
    return " ".join(parts)
