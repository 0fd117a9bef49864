"""What does the page of offers look like as Markdown, and as one self-contained page to read, to send and to print?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from upperhand.model.offers import OffersReport
from upperhand.show import frontier_chart
from upperhand.show.markdown import escaped
from upperhand.show.offers_page import Kind, Line, OffersPage, Row, Section
from upperhand.show.offers_terms import Terms
from upperhand.show.offers_words import offers_page
from upperhand.show.stylesheet import stylesheet

_CLASSES: dict[Kind, str] = {
    "plain": "",
    "strong": ' class="strong"',
    "aside": ' class="aside"',
    "warning": ' class="warn"',
}
_TOGETHER = ("zone", "plan")
"""The sections that stand beside the picture."""


def markdown(report: OffersReport) -> str:
    """The offers as CommonMark with pipe tables. The same report gives the same text."""
    page = offers_page(report)
    blocks = [f"# {escaped(page.title)}", f"{escaped(page.about[:1].upper() + page.about[1:])}."]
    for section in page.sections:
        blocks += _blocks(section)
    return "\n\n".join(blocks) + "\n"


def _blocks(section: Section) -> Iterator[str]:
    yield f"## {section.title}"
    yield from _lines(section.before)
    if section.common is not None:
        yield f"All of them: {escaped(str(section.common))}."
    if section.rows:
        heads = ("", "package", *section.heads)
        rows = [(escaped(row.name), escaped(str(row.terms)), *map(escaped, row.figures)) for row in section.rows]
        lines = [heads, ["---", "---", *["--:"] * len(section.heads)], *rows]
        yield "\n".join("| " + " | ".join(line) + " |" for line in lines)
    said = [(row.name, line) for row in section.rows for line in row.said]
    if said:
        yield "\n".join(f"- **{escaped(name)}**: {escaped(line.text)}" for name, line in said)
    yield from _lines(section.after)


def _lines(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        text = escaped(line.text)
        yield f"**{text}**" if line.kind in ("strong", "warning") else text


def html(report: OffersReport) -> str:
    """The offers as one HTML file with its style and picture inside: no script, and nothing fetched from anywhere."""
    page = offers_page(report)
    drawn = frontier_chart.inline(report)
    first = [section for section in page.sections if section.name in _TOGETHER]
    rest = [section for section in page.sections if section.name not in _TOGETHER]
    top = "".join(_told(section) for section in first)
    if drawn is not None:
        top = f'<div class="two"><div>{top}</div>{_picture(drawn, frontier_chart.told(report))}</div>'
    body = "".join(
        (
            _header(page),
            f"<main>{top}{''.join(_listed(section) for section in rest)}</main>",
            "<footer>Made on your own computer by Upperhand. Ranges hold eight times out of ten on the numbers you "
            "gave; they know nothing that you did not write down.</footer>",
        )
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)}</title><style>{stylesheet()}</style></head>\n"
        f'<body><div class="sheet">{body}</div></body></html>\n'
    )


def _header(page: OffersPage) -> str:
    about = escape(page.about[:1].upper() + page.about[1:])
    return f"<header><h1><bdi>{escape(page.title)}</bdi></h1><p><bdi>{about}</bdi></p></header>"


def _section(section: Section, body: str) -> str:
    head = f'<h2 id="{section.name}">{escape(section.title)}</h2>'
    before, after = _paragraphs(section.before), _paragraphs(section.after)
    return f'<section aria-labelledby="{section.name}">{head}{before}{body}{after}</section>'


def _picture(drawn: str, told: Sequence[str]) -> str:
    where = "Its figures stand in the tables below."
    caption = escape(" ".join((*told, where)))
    head = '<h2 id="picture">Zone and frontier</h2>'
    return (
        f'<section aria-labelledby="picture">{head}<figure>{drawn}<figcaption>{caption}</figcaption></figure></section>'
    )


def _paragraphs(lines: Sequence[Line]) -> str:
    return "".join(f"<p{_CLASSES[line.kind]}><bdi>{escape(line.text)}</bdi></p>" for line in lines)


def _terms(terms: Terms) -> str:
    parts = ", ".join(f"<bdi>{escape(part)}</bdi>" for part in terms.parts)
    lead = f'<span class="aside">{escape(terms.lead)}</span> ' if terms.lead else ""
    return f"{lead}{parts}".rstrip()


def _common(section: Section) -> str:
    return f'<p class="aside">All of them: {_terms(section.common)}</p>' if section.common is not None else ""


def _told(section: Section) -> str:
    """A section as a list of sentences, each with its figures below: it fits beside the picture."""
    steps = "".join(_step(row, section.heads) for row in section.rows)
    return _section(section, _common(section) + (f'<dl class="steps">{steps}</dl>' if steps else ""))


def _step(row: Row, heads: Sequence[str]) -> str:
    pairs = zip(heads, row.figures, strict=True)
    figures = " · ".join(f'<span class="figure">{head} {escape(figure)}</span>' for head, figure in pairs)
    said = _paragraphs(row.said)
    name = f'<span class="kind">{escape(row.name)}</span>'
    return f'<div><dt>{name} {_terms(row.terms)}</dt><dd>{said}<p class="aside">{figures}</p></dd></div>'


def _listed(section: Section) -> str:
    """A section as a table."""
    if not section.rows:
        return _section(section, "")
    columns = ("", "package", *section.heads)
    heads = "".join(f'<th scope="col">{head}</th>' for head in columns)
    rows = "".join(_row(row, section.heads) for row in section.rows)
    table = f'<table class="offers"><thead><tr>{heads}</tr></thead>{rows}</table>'
    return _section(section, _common(section) + table)


def _row(row: Row, heads: Sequence[str]) -> str:
    pairs = zip(heads, row.figures, strict=True)
    cells = "".join(f'<td data-of="{head}">{escape(figure)}</td>' for head, figure in pairs)
    name = f'<th scope="row"><bdi>{escape(row.name)}</bdi></th>'
    more = (
        f'<tr><td></td><td class="why" colspan="{len(heads) + 1}">{_paragraphs(row.said)}</td></tr>' if row.said else ""
    )
    return f"<tbody><tr>{name}<td>{_terms(row.terms)}</td>{cells}</tr>{more}</tbody>"
