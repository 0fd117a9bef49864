"""What does the one-page brief look like in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from upperhand.model.move import Brief
from upperhand.show import screen as on
from upperhand.show.page import LeftOut, MoveRow, Page, Quote, Reading, Share, WantRow
from upperhand.show.screen import DIM, STRONG, WARN, Screen
from upperhand.show.selection import page as selected

TOLD_IN_FULL = 3
"""So many moves come with their why and the sentence to say, so many wants with all that is known."""

_FIGURES = (8, 7, 6, 6, 5)
_HEADS = ("leverage", "to you", "chance", "cost", "grade")
NO_MOVES = "none: the case names nothing to offer, show, give or do that would change the picture"
LEGEND = (
    "Changes: leverage, of ±100; to you, in {unit}; chance of a yes, of 100. Cost: yours. "
    "Grade: how well research backs it, A best, D a rule of thumb."
)


@dataclass(frozen=True)
class _Row:
    """A want, how many of its quotes to print, the weight that fills a bar, and whether to tell all about it."""

    want: WantRow
    quotes: int
    top: float
    in_full: bool


def brief(plan: Brief, screen: Screen) -> str:
    """The brief on about one page of the given screen; no line is wider than it."""
    page = selected(plan)
    parts: list[RenderableType] = [*_title(page, screen), "", *_leverage(page, plan, screen), *_outlook(page, screen)]
    for block in (
        _wants(page, screen),
        _moves(page, screen),
        _offers(page, screen),
        _what_ifs(page, screen),
        _left_out(page, screen),
    ):
        found = list(block)
        parts += ["", *found] if found else []
    closing = list(_closing(page, screen))
    return on.printed(screen, [*parts, "", *closing] if closing else parts)


def _title(page: Page, screen: Screen) -> Iterator[RenderableType]:
    people = f"{page.me}  ·  {page.them}"
    when = f"  ·  as of {page.as_of}" if page.as_of else ""
    room = screen.width - on.cells(page.title) - on.cells(people + when)
    if room >= 2:
        yield on.spans((page.title, STRONG), (" " * room, ""), (people + when, DIM))
    else:
        yield on.text(page.title, STRONG)
        yield on.text(people + when, DIM)


def _leverage(page: Page, plan: Brief, screen: Screen) -> Iterator[RenderableType]:
    yield from reading_block(page.reading, plan.leverage.histogram, screen)


def reading_block(reading: Reading, histogram: tuple[int, ...], screen: Screen) -> Iterator[RenderableType]:
    """The leverage with its range, its small histogram, what it means and what drives it."""
    if reading.figure is None:
        yield on.spans(("LEVERAGE  ", on.HEAD), (reading.unknown or "unknown", WARN))
    else:
        yield from _reading_line(reading, histogram, screen)
        yield on.indented(on.text(" ".join(reading.meaning)))
    for label, shares in (("given", reading.given), ("movable", reading.movable)):
        if shares:
            yield on.labelled(label, _shares(shares), 8, screen)
    if reading.compared:
        yield on.labelled("against", on.text(reading.compared), 8, screen)


def _reading_line(reading: Reading, histogram: tuple[int, ...], screen: Screen) -> Iterator[RenderableType]:
    figure = reading.figure or ""
    line = on.spans(
        ("LEVERAGE  ", on.HEAD),
        (figure, f"{STRONG} {on.tone(figure)}".strip()),
        (f" of ±100   {reading.spread}", ""),
    )
    spark = "" if reading.spread.startswith("no spread") else on.sparkline(histogram, 20, screen)
    scale = f"−100 {spark} +100" if spark else ""
    if spark and line.cell_len + 3 + on.cells(scale) <= screen.width:
        yield line.append(f"   {scale}", style=DIM)
    else:
        yield line
        if spark:
            yield on.indented(on.text(scale, DIM))


def _shares(shares: tuple[Share, ...]) -> Text:
    line = Text(overflow="fold")
    for index, share in enumerate(shares):
        line.append(" · " if index else "", style=DIM).append(f"{share.name} ")
        line.append(share.figure, style=on.tone(share.figure))
    return line


def _outlook(page: Page, screen: Screen) -> Iterator[RenderableType]:
    expected = page.outlook
    if expected.figure is None:
        yield on.spans((f"{expected.label}  ", on.HEAD), (expected.unknown or "unknown", WARN))
    else:
        spread = f"   {expected.spread}" if expected.spread else ""
        yield on.spans((f"{expected.label}  ", on.HEAD), (expected.figure, STRONG), (spread, ""))
    if expected.details:
        yield on.indented(on.text(" · ".join(expected.details)))


def _wants(page: Page, screen: Screen) -> Iterator[RenderableType]:
    yield on.heading("THEY WANT")
    if not page.wants:
        yield on.indented(on.text("not known: the case names no want of theirs", WARN))
        return
    top = max(w.high for w in page.wants) or 1.0
    name = min(max(on.cells(w.name) for w in page.wants), screen.width // (3 if screen.is_narrow else 5))
    bar = 8
    quotes = 2 if len(page.wants) <= 3 else 1
    for place, want in enumerate(page.wants):
        row = _Row(want, quotes, top, place < TOLD_IN_FULL)
        yield from _want(row, (name, bar, 4, 9), screen)
    if page.more_wants:
        yield on.indented(on.text(f"{page.more_wants} more in --json", DIM))


def _want(row: _Row, widths: tuple[int, int, int, int], screen: Screen) -> Iterator[RenderableType]:
    want, because = row.want, _because(row)
    bar = on.range_bar(want.weight / row.top, want.high / row.top, widths[1])
    cells: list[RenderableType] = [
        on.text(want.name, STRONG),
        on.text(bar, on.MINE),
        want.figure,
        on.text(want.spread, DIM),
    ]
    if screen.is_narrow:
        yield on.indented(on.columns(widths, cells))
        yield on.indented(because, 2 * on.INDENT)
    else:
        rest = screen.width - on.INDENT - sum(widths) - 2 * len(widths)
        yield on.indented(on.columns((*widths, rest), [*cells, because]))


def _because(row: _Row) -> Text:
    want, quotes = row.want, row.quotes
    line = Text(overflow="fold")
    for quote in want.quotes[:quotes]:
        line.append_text(quoted(quote)).append("\n")
    if not want.quotes:
        said = f"“{want.says}” – your first guess" if want.says else "your first guess; no evidence yet"
        line.append(f"{said}\n", style=DIM)
    more = want.more + max(0, len(want.quotes) - quotes)
    if not row.in_full:
        line.rstrip()
        return line
    known = [f"{want.first} first", want.service, f"{more} more in --json" if more else None]
    line.append(" · ".join(part for part in known if part), style=DIM)
    return line


def quoted(quote: Quote) -> Text:
    """A quote with its place and how it moved the want."""
    line = Text(overflow="fold")
    if quote.text:
        line.append(f"“{quote.text}”  ")
    line.append(quote.place, style=DIM)
    if quote.shift:
        line.append(f" ({quote.shift})", style=DIM)
    return line


def _moves(page: Page, screen: Screen) -> Iterator[RenderableType]:
    if not page.moves:
        yield on.heading("MOVES")
        yield on.indented(on.text(NO_MOVES, WARN))
        return
    fixed = sum(_FIGURES) + 2 * len(_FIGURES)
    what = screen.width - on.INDENT - 1 - 6 - 2 * 2 - fixed
    widths = (1, 6, what, *_FIGURES)
    right = range(3, 8)
    if screen.is_narrow:
        yield on.heading("MOVES")
    else:
        heads = [on.text(h, DIM) for h in _HEADS]
        yield on.columns((on.INDENT + 1 + 6 + 2, what, *_FIGURES), (on.heading("MOVES"), "", *heads), range(2, 7))
    for move in page.moves:
        yield from _move(move, widths, right, screen)
    if page.more_moves:
        yield on.indented(on.text(f"{page.more_moves} more in --json", DIM))
    yield on.indented(on.text(LEGEND.replace("{unit}", page.unit), DIM))


def _move(move: MoveRow, widths: tuple[int, ...], right: range, screen: Screen) -> Iterator[RenderableType]:
    figures = (move.leverage, move.to_you, move.chance, move.cost, move.grade)
    first: tuple[RenderableType, ...] = (on.text(str(move.number), DIM), on.text(move.kind, on.HEAD))
    if screen.is_narrow:
        yield on.indented(on.columns((1, 6, screen.width - on.INDENT - 11), (*first, on.text(move.what, STRONG))))
        known = [f"{head} {figure}" for head, figure in zip(_HEADS, figures, strict=True) if figure != "–"]
        yield on.indented(on.text(" · ".join(known), DIM), 13)
    else:
        toned: list[RenderableType] = [on.text(f, on.tone(f)) for f in figures[:3]]
        yield on.indented(on.columns(widths, (*first, on.text(move.what, STRONG), *toned, *figures[3:]), right))
    if move.number <= TOLD_IN_FULL:
        yield on.indented(_told(move), 5 if screen.is_narrow else 13)
    elif move.warning:
        yield on.indented(on.text(move.warning, WARN), 5 if screen.is_narrow else 13)


def _told(move: MoveRow) -> Text:
    line = Text(overflow="fold")
    line.append(move.why, style=DIM)
    if move.when:
        line.append(f" When: {move.when}.", style=DIM)
    if move.say and move.say != move.what:
        line.append("\nsay  ", style=DIM).append(f"“{move.say.strip('“”')}”")
    if move.warning:
        line.append(f"\n{move.warning}", style=WARN)
    return line


def _offers(page: Page, screen: Screen) -> Iterator[RenderableType]:
    if page.offers:
        yield on.heading("OFFERS")
    for row in page.offers:
        line = on.spans((row.say, ""), (f"  {row.figures}", DIM))
        yield on.labelled(row.label, line, 9, screen)


def _what_ifs(page: Page, screen: Screen) -> Iterator[RenderableType]:
    if page.what_ifs:
        yield on.heading("WHAT IF")
    for line in page.what_ifs:
        yield on.indented(on.text(line))


def _left_out(page: Page, screen: Screen) -> Iterator[RenderableType]:
    if page.left_out:
        yield on.heading("LEFT OUT ON PURPOSE")
    for entry in page.left_out:
        yield on.indented(_refusal(entry))
    if page.more_left_out:
        yield on.indented(on.text(f"{page.more_left_out} more in --json", DIM))


def _refusal(entry: LeftOut) -> Text:
    line = on.spans((f"{entry.verdict}: ", WARN), (f"“{entry.text.strip('“”')}”", ""), (f" – {entry.why}.", DIM))
    if entry.instead:
        line.append("\ninstead  ", style=DIM).append(entry.instead)
    return line


def _closing(page: Page, screen: Screen) -> Iterator[RenderableType]:
    if page.unknowns:
        yield on.heading("NOT KNOWN YET")
        yield on.indented(on.text("worth finding out: " + " · ".join(page.unknowns)))
    if page.notes:
        yield on.heading("NOTES")
        yield on.indented(on.text(" ".join(page.notes), DIM))
    if page.problems:
        yield on.heading("PLEASE CHECK")
    for problem in page.problems:
        yield on.indented(on.text(problem, WARN))
