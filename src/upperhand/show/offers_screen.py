"""What does the page of offers look like in a terminal?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import RenderableType
from rich.text import Text

from upperhand.model.offers import OffersReport
from upperhand.show import screen as on
from upperhand.show.offers_page import Kind, Line, OffersPage, Row, Section
from upperhand.show.offers_words import offers_page
from upperhand.show.screen import DIM, STRONG, WARN, Screen

NARROWEST_TERMS = 30
"""With less room than this for the terms of a package, its figures go below it."""

WIDEST_NAME, WIDEST_GRID = 20, 112
_STYLES: dict[Kind, str] = {"plain": "", "strong": STRONG, "aside": DIM, "warning": WARN}


def offers(report: OffersReport, screen: Screen) -> str:
    """The offers on about one page of the given screen; no line is wider than it."""
    page = offers_page(report)
    parts: list[RenderableType] = list(_title(page, screen))
    for section in page.sections:
        parts += ["", *_section(section, screen)]
    return on.printed(screen, parts)


def _title(page: OffersPage, screen: Screen) -> Iterator[RenderableType]:
    room = screen.width - on.cells(page.title) - on.cells(page.about)
    if room >= 2:
        yield on.spans((page.title, STRONG), (" " * room, ""), (page.about, DIM))
    else:
        yield on.text(page.title, STRONG)
        yield on.text(page.about, DIM)


def _section(section: Section, screen: Screen) -> Iterator[RenderableType]:
    grid = _grid(section, screen)
    title = on.heading(section.title.upper())
    if section.before or not grid.is_beside:
        yield title
    for line in section.before:
        yield on.indented(_line(line))
    if grid.is_beside:
        first: RenderableType = "" if section.before else title
        widths = (on.INDENT + grid.name + 2 + grid.terms, *grid.figures)
        heads = (on.text(head, DIM) for head in section.heads)
        yield on.columns(widths, [first, *heads], range(1, len(widths)))
    if section.common is not None:
        yield on.indented(on.text(f"all of them: {section.common}", DIM))
    for row in section.rows:
        yield from _beside(row, grid) if grid.is_beside else _below(row, section.heads, grid)
    for line in section.after:
        yield on.indented(_line(line))


@dataclass(frozen=True)
class _Grid:
    """The widths of a list of packages, in cells: the name, the terms, each column of figures.

    Figures stand beside the terms or below them; a name of no width stands on a line of its own.
    """

    name: int
    terms: int
    figures: tuple[int, ...]
    is_beside: bool


def _grid(section: Section, screen: Screen) -> _Grid:
    widest = max((on.cells(row.name) for row in section.rows), default=0)
    name = min(widest, WIDEST_NAME)
    figures = tuple(
        max(on.cells(head), *(on.cells(row.figures[i]) for row in section.rows))
        for i, head in enumerate(section.heads if section.rows else ())
    )
    beside = min(screen.width, WIDEST_GRID) - on.INDENT - name - 2 - sum(width + 2 for width in figures)
    if section.rows and beside >= NARROWEST_TERMS:
        return _Grid(name, beside, figures, True)
    if widest > screen.width // 4:
        return _Grid(0, screen.width - 2 * on.INDENT - 2, figures, False)
    return _Grid(name, screen.width - on.INDENT - name - 2, figures, False)


def _beside(row: Row, grid: _Grid) -> Iterator[RenderableType]:
    cells: list[RenderableType] = [on.text(row.name, on.HEAD), _terms(row), *row.figures]
    widths = (grid.name, grid.terms, *grid.figures)
    yield on.indented(on.columns(widths, cells, range(2, len(widths))))
    for line in row.said:
        yield on.indented(_line(line), on.INDENT + grid.name + 2)


def _below(row: Row, heads: tuple[str, ...], grid: _Grid) -> Iterator[RenderableType]:
    if grid.name:
        yield on.indented(on.columns((grid.name, grid.terms), (on.text(row.name, on.HEAD), _terms(row))))
    else:
        yield on.indented(on.text(row.name, on.HEAD))
        yield on.indented(_terms(row), on.INDENT + 2)
    figures = [f"{head} {figure}" for head, figure in zip(heads, row.figures, strict=True)]
    for line in (Line("\n".join(_flowed(figures, grid.terms)), "aside"), *row.said):
        yield on.indented(_line(line), on.INDENT + grid.name + 2)


def _flowed(pieces: list[str], width: int) -> Iterator[str]:
    """The pieces on as few lines as hold them, none of them broken."""
    line = ""
    for piece in pieces:
        longer = f"{line} · {piece}" if line else piece
        if line and on.cells(longer) > width:
            yield line
            longer = piece
        line = longer
    yield line


def _terms(row: Row) -> Text:
    lead = f"{row.terms.lead} " if row.terms.parts and row.terms.lead else row.terms.lead
    return on.spans((lead, DIM), (", ".join(row.terms.parts), ""))


def _line(line: Line) -> Text:
    return on.text(line.text, _STYLES[line.kind])
