"""What do the reading, its drivers, the price and their wants look like as pictures?

The drawing library is loaded only when a chart is drawn.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from upperhand.errors import WorldError
from upperhand.model.reading import Leverage, PredictedTerms
from upperhand.show import words
from upperhand.show.page import Reading, WantRow
from upperhand.show.reading import price_issue
from upperhand.show.svg import inline

INK, MUTED, RULE, ACCENT, PALE, GIVEN, MOVABLE = (
    "#111213", "#515253", "#c1c2c3", "#0a5a7a", "#9ab9c9", "#56667a", "#b4500a",
)  # fmt: skip
COLOURS = {
    INK: "ink", MUTED: "muted", RULE: "rule", ACCENT: "accent", PALE: "pale", GIVEN: "given", MOVABLE: "movable",
}  # fmt: skip
"""Colours are stand-ins: the page's style sheet says what each looks like in light, in dark and in print."""

WIDTH, HEIGHT, PLOT, NAMED_PLOT, ROW = 370, 84, 250, 180, 24
_FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"


def distribution(leverage: Leverage) -> str | None:
    """The draws of the reading from -100 to +100, the central 80 % dark. ``None`` without a reading or a spread."""
    if leverage.value is None or leverage.low == leverage.high or not any(leverage.histogram):
        return None
    import altair as alt

    count = len(leverage.histogram)
    edges = [-100 + 200 * i / count for i in range(count + 1)]
    low, high = (100 * v if v is not None else None for v in (leverage.low, leverage.high))
    bars = [
        {"from": edges[i], "to": edges[i + 1], "n": n, "in": _is_inside((edges[i] + edges[i + 1]) / 2, low, high)}
        for i, n in enumerate(leverage.histogram)
    ]
    scale = alt.Scale(domain=[-100, 100], nice=False)
    drawn = (
        alt.Chart(_rows(bars))
        .mark_bar(binSpacing=1, orient="vertical")
        .encode(
            x=_along("from", scale),
            x2="to:Q",
            y=alt.Y("n:Q", axis=None),
            y2=alt.datum(0),
            color=alt.Color("in:N", scale=alt.Scale(domain=[True, False], range=[ACCENT, PALE]), legend=None),
        )
    )
    zero = _upright(0, scale, color=MUTED, strokeDash=[3, 3])
    point = _upright(100 * leverage.value, scale, color=MOVABLE, strokeWidth=2)
    ground = alt.Chart(_rows([{}])).mark_rule(color=RULE).encode(y=alt.value(HEIGHT))
    ends = (("−100  they hold it", -100, "left"), ("0  even", 0, "center"), ("+100  you hold it", 100, "right"))
    named = [_under(text, at, side, scale) for text, at, side in ends]
    spread = words.score_range(leverage.low, leverage.high)
    said = f"Leverage {words.score(leverage.value)} of plus or minus 100, {spread}; the draws from −100 to +100."
    return _drawn(alt.layer(drawn, ground, zero, point, *named).properties(width=WIDTH, height=HEIGHT), said)


def _upright(at: float, scale: Any, **look: Any) -> Any:
    import altair as alt

    return alt.Chart(_rows([{"x": at}])).mark_rule(**look).encode(x=_along("x", scale))


def _under(text: str, at: float, side: Any, scale: Any) -> Any:
    import altair as alt

    mark = alt.Chart(_rows([{"x": at}])).mark_text(align=side, baseline="top", color=MUTED, fontSize=12, text=text)
    return mark.encode(x=_along("x", scale), y=alt.value(HEIGHT + 5))


def _is_inside(middle: float, low: float | None, high: float | None) -> bool:
    return low is not None and high is not None and low <= middle <= high


def drivers(reading: Reading) -> str | None:
    """The drivers as steps from 0 to the reading, given ones first. ``None`` where nothing drives it."""
    if reading.figure is None or not reading.shares:
        return None
    import altair as alt

    rows: list[dict[str, Any]] = []
    at = 0.0
    for share in (*reading.given, *reading.movable):
        start, at = at, at + 100 * share.share
        rows.append(
            {"what": share.name, "from": start, "to": at, "kind": "movable" if share.movable else "given",
             "end": max(start, at), "said": share.figure}
        )  # fmt: skip
    rows.append({"what": "leverage", "from": 0.0, "to": at, "kind": "all", "end": max(0.0, at), "said": reading.figure})
    names = [row["what"] for row in rows]
    ends = [0.0, *(row["to"] for row in rows)]
    scale = _scale(min(ends), max(ends), 6)
    base = alt.Chart(_rows(rows)).encode(y=alt.Y("what:N", sort=names, title=None, axis=_names_axis()))
    colour = alt.Color(
        "kind:N", scale=alt.Scale(domain=["given", "movable", "all"], range=[GIVEN, MOVABLE, ACCENT]), legend=None
    )
    bars = base.mark_bar(height=12).encode(x=_along("from", scale), x2="to:Q", color=colour)
    text = base.mark_text(align="left", dx=5, color=INK, fontSize=12).encode(x=_along("end", scale), text="said:N")
    zero = alt.Chart(_rows([{"x": 0}])).mark_rule(color=MUTED).encode(x=_along("x", scale))
    said = "What drives the leverage, step by step: " + ", ".join(f"{row['what']} {row['said']}" for row in rows) + "."
    return _drawn(alt.layer(zero, bars, text).properties(width=PLOT, height=ROW * len(rows)), said)


def price(predicted: PredictedTerms, leverage: Leverage) -> str | None:
    """The price line: where both gain, the terms compared, the likely price, deal-me-out. ``None`` without a price."""
    issue = price_issue(predicted, leverage.reference) if leverage.unit != words.POINTS else None
    if issue is None or predicted.terms is None:
        return None
    rows = _price_rows(predicted, leverage, issue)
    import altair as alt

    values = [v for row in rows for v in (row["from"], row["to"])]
    scale = _scale(min(values), max(values), max(len(row["said"]) for row in rows))
    names = [row["what"] for row in rows]
    base = alt.Chart(_rows(rows)).encode(y=alt.Y("what:N", sort=names, title=None, axis=_names_axis()))
    tones = [PALE, ACCENT, GIVEN]
    colour = alt.Color("tone:N", scale=alt.Scale(domain=tones, range=tones), legend=None)
    spans = base.mark_bar(height=8).encode(x=_along("from", scale), x2="to:Q", color=colour)
    ticks = base.mark_tick(thickness=3, size=16, opacity=1).encode(x=_along("at", scale), color=colour)
    text = base.mark_text(align="left", dx=6, color=INK, fontSize=12).encode(x=_along("to", scale), text="said:N")
    said = "The price line: " + "; ".join(f"{row['what']} {row['said']}" for row in rows) + "."
    return _drawn(alt.layer(spans, ticks, text).properties(width=PLOT, height=ROW * len(rows)), said)


def _price_rows(predicted: PredictedTerms, leverage: Leverage, issue: str) -> list[dict[str, Any]]:
    unit, zone, rows = leverage.unit, predicted.zone, []
    if zone.exists is not False and zone.low is not None and zone.high is not None:
        said = words.amount_range(zone.low, zone.high, unit)
        rows.append({"what": "both gain", "from": zone.low, "to": zone.high, "at": None, "tone": PALE, "said": said})
    at = float((predicted.terms or {})[issue])
    low, high = predicted.low, predicted.high
    start, end = (at, at) if low is None or high is None else (min(low, at), max(high, at))
    said = words.amount(at, unit)
    rows.append({"what": "likely", "from": start, "to": end, "at": at, "tone": ACCENT, "said": said})
    reference = leverage.reference.terms.get(issue) if leverage.reference else None
    for what, value in (("terms compared", reference), ("deal-me-out", (predicted.deal_me_out or {}).get(issue))):
        if isinstance(value, int | float):
            said = words.amount(value, unit)
            rows.append({"what": what, "from": value, "to": value, "at": value, "tone": GIVEN, "said": said})
    return rows


def wants(rows: Sequence[WantRow]) -> str | None:
    """Their wants as bars with their 80 % ranges. ``None`` without wants."""
    if not rows:
        return None
    import altair as alt

    values = [
        {"what": row.name, "key": str(i), "weight": row.weight, "low": row.low, "high": row.high, "said": row.figure}
        for i, row in enumerate(rows)
    ]
    names = {str(i): row.name for i, row in enumerate(rows)}
    scale = _scale(0.0, max(row.high for row in rows), 4, NAMED_PLOT)
    axis = _names_axis(f"{json.dumps(names)}[datum.value]")
    base = alt.Chart(_rows(values)).encode(y=alt.Y("key:N", sort=list(names), title=None, axis=axis))
    bars = base.mark_bar(height=12, color=PALE).encode(x=_along("weight", scale))
    ranges = base.mark_rule(color=ACCENT, strokeWidth=2).encode(x=_along("low", scale), x2="high:Q")
    ticks = base.mark_tick(color=ACCENT, thickness=3, size=14, opacity=1).encode(x=_along("weight", scale))
    text = base.mark_text(align="left", dx=6, color=INK, fontSize=12).encode(x=_along("high", scale), text="said:N")
    said = "What they want, with 80% ranges: " + ", ".join(f"{r.name} {r.figure} ({r.spread})" for r in rows) + "."
    return _drawn(alt.layer(bars, ranges, ticks, text).properties(width=NAMED_PLOT, height=ROW * len(values)), said)


def _names_axis(label: str = "datum.label") -> Any:
    import altair as alt

    return alt.Axis(
        domain=False, ticks=False, labelColor=INK, labelFontSize=12, labelLimit=150, labelPadding=6, labelExpr=label
    )


def _scale(low: float, high: float, signs: int, width: int = PLOT) -> Any:
    """From ``low`` to ``high``, with room on the right for a label of so many signs."""
    import altair as alt

    span = (high - low) or max(abs(high), 1.0)
    taken = min(0.7, (7 * signs + 12) / width)
    return alt.Scale(domain=[low - span * 0.02, low + span / (1 - taken)], nice=False, zero=False)


def _along(field: str, scale: Any) -> Any:
    import altair as alt

    return alt.X(f"{field}:Q", scale=scale, axis=None)


def _rows(values: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.InlineData(values=values)


def _drawn(chart: Any, label: str) -> str:
    import vl_convert

    look = {
        "background": None, "font": _FONT, "padding": 4, "view": {"stroke": None},
        "axis": {"domainColor": RULE, "tickColor": RULE, "labelColor": MUTED, "labelFontSize": 12},
    }  # fmt: skip
    try:
        drawing = vl_convert.vegalite_to_svg(chart.to_dict(), config=look, allowed_base_urls=[])
    except ValueError as error:
        raise WorldError("A chart could not be drawn.", "Use --md for the same page without charts.") from error
    return inline(drawing, label, COLOURS)
