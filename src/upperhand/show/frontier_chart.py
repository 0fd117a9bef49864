"""What does the frontier look like as a picture, with the special points, the menu, their offer and both limits?

My value runs across, theirs up. The drawing library is loaded only when a chart is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from upperhand.errors import WorldError
from upperhand.model.offers import OffersReport
from upperhand.show import words
from upperhand.show.chart_labels import Box, Drawn, Placed, Wanted, placed
from upperhand.show.charts import ACCENT, COLOURS, INK, MOVABLE, MUTED, PALE
from upperhand.show.frontier_plot import HIGH, WIDE, Mark, Plot, Point, labels, plot, ranges, short
from upperhand.show.svg import inline as inlined

_FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, Noto Sans, Noto Sans CJK JP, sans-serif"
_CROSS = "M-.7,-.7L.7,.7M-.7,.7L.7,-.7"
_REACH = 6.0
"""Pixels from the middle of a mark to its edge."""

CANNOT = "A chart could not be drawn."


def svg(report: OffersReport) -> str:
    """The picture as a file of its own, on white, with its title and what its parts are. Raises WorldError."""
    import vl_convert

    found = plot(report)
    try:
        drawn = vl_convert.vegalite_to_svg(_alone(report, found), config=_look("white"), allowed_base_urls=[])
    except ValueError as error:
        raise WorldError(CANNOT, "Use --md for the same page without charts.") from error
    said = escape(found.label if found is not None else _nothing(report))
    title = escape(words.clean(report.title))
    head, _, rest = drawn.partition(">")
    return f'{head} role="img" aria-label="{said}"><title>{title}</title><desc>{said}</desc>{rest}'


def png(report: OffersReport) -> bytes:
    """The same picture in pixels, twice the size of the SVG. Raises WorldError."""
    import vl_convert

    spec = _alone(report, plot(report))
    try:
        drawn = vl_convert.vegalite_to_png(spec, scale=2, config=_look("white"), allowed_base_urls=[])
    except ValueError as error:
        raise WorldError(CANNOT, "Use --md for the same page without charts.") from error
    return bytes(drawn)


def inline(report: OffersReport) -> str | None:
    """The picture as part of a page, in the page's colours. ``None`` where there is nothing to draw."""
    import vl_convert

    found = plot(report)
    if found is None:
        return None
    try:
        drawn = vl_convert.vegalite_to_svg(chart(found).to_dict(), config=_look(None), allowed_base_urls=[])
    except ValueError as error:
        raise WorldError(CANNOT, "Use --md for the same page without charts.") from error
    return inlined(drawn, found.label, COLOURS)


def told(report: OffersReport) -> tuple[str, ...]:
    """What the parts of the picture are, and what was left out, in sentences."""
    found = plot(report)
    return found.told if found is not None else ()


def chart(found: Plot) -> Any:
    """The picture as a layered Altair chart."""
    import altair as alt

    layers = [*_ground(found), *_line(found), *_marked(found), *_labelled(found)]
    return alt.layer(*layers).properties(width=WIDE, height=HIGH)


def _alone(report: OffersReport, found: Plot | None) -> dict[str, Any]:
    import altair as alt

    title = short(report.title, 44) or "Untitled"
    if found is None:
        drawn = alt.Chart(_rows([{}])).mark_text(color=MUTED, text=_nothing(report)).properties(width=WIDE, height=40)
        told: tuple[str, ...] = ()
    else:
        drawn, told = chart(found), found.told
    heading = alt.TitleParams(
        title, subtitle=list(told), offset=12, anchor="start", color=INK, fontSize=15, subtitleColor=MUTED,
        subtitleFontSize=12,
    )  # fmt: skip
    spec: dict[str, Any] = drawn.properties(title=heading).to_dict()
    return spec


def _nothing(report: OffersReport) -> str:
    reason = words.clean(report.reason or "there is no package").removeprefix("unknown, because ")
    return short(f"Nothing to draw: {reason}", 70)


def _look(background: str | None) -> dict[str, Any]:
    return {
        "background": background, "font": _FONT, "padding": 8, "view": {"stroke": None},
        "axis": {"domainColor": MUTED, "tickColor": MUTED, "labelColor": MUTED, "titleColor": INK, "grid": False,
                 "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal", "titlePadding": 8,
                 "labelFlush": False, "tickCount": 5, "labelLimit": 90, "titleLimit": 300},
    }  # fmt: skip


def _x(found: Plot, field: str = "x") -> Any:
    import altair as alt

    scale = alt.Scale(domain=[found.x.low, found.x.high], nice=False, zero=False)
    axis = alt.Axis(title=f"worth to you ({short(found.unit)})", format=_format(found.x.low, found.x.high))
    return alt.X(f"{field}:Q", scale=scale, axis=axis)


def _y(found: Plot, field: str = "y") -> Any:
    import altair as alt

    scale = alt.Scale(domain=[found.y.low, found.y.high], nice=False, zero=False)
    axis = alt.Axis(title=f"worth to them ({short(found.unit)})", format=_format(found.y.low, found.y.high))
    return alt.Y(f"{field}:Q", scale=scale, axis=axis, stack=None)


def _format(low: float, high: float) -> str:
    """How an axis says its numbers: as few decimals as five ticks need."""
    span = max(abs(low), abs(high))
    if span >= 1e10:
        return ".2~e"
    return ",.6~g" if high - low < 0.01 else ",.4~f"


def _ground(found: Plot) -> Iterator[Any]:
    import altair as alt

    if found.zone:
        rows = [{"x": x, "y": y, "floor": found.floor} for x, y in found.zone]
        area = alt.Chart(_rows(rows)).mark_area(color=PALE, opacity=0.35, interpolate="linear")
        yield area.encode(x=_x(found), y=_y(found), y2="floor:Q")
    mine, theirs = found.limits
    if mine is not None:
        yield alt.Chart(_rows([{"x": mine}])).mark_rule(color=MUTED, strokeDash=[5, 4]).encode(x=_x(found))
    if theirs is not None:
        yield alt.Chart(_rows([{"y": theirs}])).mark_rule(color=MUTED, strokeDash=[5, 4]).encode(y=_y(found))


def _line(found: Plot) -> Iterator[Any]:
    import altair as alt

    if not found.line:
        return
    rows = [{"x": x, "y": y} for x, y in found.line]
    base = alt.Chart(_rows(rows)).encode(x=_x(found), y=_y(found))
    yield base.mark_line(color=ACCENT, strokeWidth=1.5)
    yield base.mark_point(color=ACCENT, filled=True, opacity=1, shape="circle", size=26 if len(rows) <= 60 else 6)


def _marked(found: Plot) -> Iterator[Any]:
    import altair as alt

    for colour in (INK, MOVABLE):
        bars = [bar for bar in ranges(found.marks) if (bar[0].kind == "special") == (colour == INK)]
        rows = [row for mark, aside in bars for row in _bar(found, mark, aside)]
        if rows:
            drawn = alt.Chart(_rows(rows)).mark_rule(color=colour, strokeWidth=1)
            yield drawn.encode(x=_x(found), y=_y(found), x2="x2:Q", y2="y2:Q")
    for mark in found.marks:
        row = alt.Chart(_rows([{"x": mark.at[0], "y": mark.at[1], "name": " ".join(mark.names)}]))
        if mark.kind == "special":
            drawn = row.mark_point(color=INK, filled=True, opacity=1, shape=mark.shape, size=95)
        elif mark.kind == "menu":
            drawn = row.mark_point(color=MOVABLE, filled=False, opacity=1, shape="circle", size=95, strokeWidth=2)
        else:
            drawn = row.mark_point(color=MOVABLE, filled=False, opacity=1, shape=_CROSS, size=150, strokeWidth=2.5)
        yield drawn.encode(x=_x(found), y=_y(found))


def _bar(found: Plot, mark: Mark, aside: float) -> Iterator[dict[str, float]]:
    """An upright bar with a short end at either side, in values."""
    middle = found.x.pixel(mark.at[0]) + aside
    x, left, right = (found.x.value(middle + by) for by in (0.0, -2.5, 2.5))
    yield {"x": x, "x2": x, "y": mark.low, "y2": mark.high}
    for end in (mark.low, mark.high):
        yield {"x": left, "x2": right, "y": end, "y2": end}


def _labelled(found: Plot) -> Iterator[Any]:
    import altair as alt

    labels_placed = stood(found)
    free = {text for text, _ in _free(found)}
    leaders = [_leader(found, label) for label in labels_placed if label.is_far and label.lines[0] not in free]
    if leaders:
        drawn = alt.Chart(_rows(leaders)).mark_rule(color=MUTED, strokeWidth=0.8)
        yield drawn.encode(x=_x(found), y=_y(found), x2="x2:Q", y2="y2:Q")
    kinds: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for label in labels_placed:
        row = {"x": found.x.value(label.x), "y": found.y.value(label.box.top), "said": list(label.lines)}
        kinds.setdefault((label.align, MUTED if label.lines[0] in free else INK), []).append(row)
    for (align, colour), rows in kinds.items():
        look: dict[str, Any] = {"align": align, "color": colour}
        text = alt.Chart(_rows(rows)).mark_text(baseline="top", fontSize=12, lineHeight=14, dy=1, **look)
        yield text.encode(x=_x(found), y=_y(found), text="said:N")


def _leader(found: Plot, label: Placed) -> dict[str, float]:
    """A thin line from a mark to its label, in values."""
    (x, y), (x2, y2) = label.at, label.near_end
    return {"x": found.x.value(x), "y": found.y.value(y), "x2": found.x.value(x2), "y2": found.y.value(y2)}


def stood(found: Plot) -> list[Placed]:
    """The labels of the picture, where they stand: marks first, then both limits and the zone where there is room."""
    wanted = [Wanted(lines, (_pixels(found, at),)) for lines, at in labels(found.marks)]
    wanted += [Wanted((text,), places, True) for text, places in _free(found)]
    boxes = [
        Box(x - _REACH, y - _REACH, x + _REACH, y + _REACH) for x, y in (_pixels(found, m.at) for m in found.marks)
    ]
    return placed(wanted, Box(2, 0, WIDE + 40, HIGH), boxes, list(_in_the_way(found)))


def _in_the_way(found: Plot) -> Iterator[Drawn]:
    """The lines that a label had better not cross: the frontier least of all, then bars, then limits."""
    yield Drawn(tuple(_pixels(found, point) for point in found.line), 90)
    for mark, aside in ranges(found.marks):
        x = found.x.pixel(mark.at[0]) + aside
        yield Drawn(((x, found.y.pixel(mark.low)), (x, found.y.pixel(mark.high))), 60)
    mine, theirs = found.limits
    if mine is not None:
        yield Drawn(((found.x.pixel(mine), 0.0), (found.x.pixel(mine), HIGH)), 25)
    if theirs is not None:
        yield Drawn(((0.0, found.y.pixel(theirs)), (WIDE, found.y.pixel(theirs))), 25)


def _free(found: Plot) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Labels of lines and areas, and where each may stand."""
    mine, theirs = found.limits
    ends = [i / 20 for i in range(20, -1, -1)]
    if mine is not None:
        x = found.x.pixel(mine)
        yield found.limit_names[0], tuple((x, 6 + (HIGH - 26) * (1 - share)) for share in ends)
    if theirs is not None:
        y = found.y.pixel(theirs)
        yield found.limit_names[1], tuple((WIDE * share, y) for share in ends)
    if found.zone:
        yield "both gain", tuple(_in_the_zone(found))


def _in_the_zone(found: Plot) -> Iterator[Point]:
    corner = found.zone[0][0], found.floor
    for share in (0.35, 0.25, 0.15, 0.5):
        for x, y in found.zone[len(found.zone) // 3 :: max(len(found.zone) // 6, 1)]:
            yield _pixels(found, (corner[0] + (x - corner[0]) * share, corner[1] + (y - corner[1]) * share))


def _pixels(found: Plot, at: Point) -> Point:
    return found.x.pixel(at[0]), found.y.pixel(at[1])


def _rows(values: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.InlineData(values=values)
