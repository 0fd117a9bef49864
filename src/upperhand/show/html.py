"""What does the brief look like as one self-contained page, to read, to send and to print?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from upperhand.model.move import Brief
from upperhand.show import charts, words
from upperhand.show.page import LeftOut, MoveRow, Page, Quote, WantRow
from upperhand.show.selection import page as selected
from upperhand.show.stylesheet import stylesheet

_HEADS = ("leverage", "to you", "chance", "cost", "grade")


def brief(plan: Brief) -> str:
    """The brief as one HTML file with its style and charts inside: no script, and nothing fetched from anywhere."""
    page = selected(plan)
    body = "".join(
        (
            _header(page),
            "<main>",
            f'<div class="two">{_reading(page, plan)}{_driven(page)}</div>',
            f'<div class="two">{_outlook(page, plan)}{_what_ifs(page)}</div>',
            _wants(page),
            _moves(page),
            _offers(page),
            _left_out(page),
            _closing(page),
            "</main>",
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


def _header(page: Page) -> str:
    when = f", as of {escape(page.as_of)}" if page.as_of else ""
    people = f"<bdi>{escape(page.me)}</bdi> and <bdi>{escape(page.them)}</bdi>{when}"
    return f"<header><h1><bdi>{escape(page.title)}</bdi></h1><p>{people}</p></header>"


def _section(title: str, body: str, name: str) -> str:
    return f'<section aria-labelledby="{name}"><h2 id="{name}">{escape(title)}</h2>{body}</section>'


def _figure(drawing: str | None, caption: str = "") -> str:
    if drawing is None:
        return ""
    told = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure>{drawing}{told}</figure>"


def _reading(page: Page, plan: Brief) -> str:
    reading = page.reading
    compared = f'<p class="aside">No deal is compared with {escape(reading.compared)}.</p>' if reading.compared else ""
    if reading.figure is None:
        unknown = f'<p class="unknown">{escape(_capital(reading.unknown))}.</p>'
        return _section("Leverage", unknown + compared, "leverage")
    caption = "Dark: where it lies eight times out of ten. Line: at your likely numbers."
    body = (
        f'<p class="big">{escape(reading.figure)} <small>of ±100, {escape(reading.spread)}</small></p>'
        f"<p>{escape(' '.join(reading.meaning))}</p>{_figure(charts.distribution(plan.leverage), caption)}{compared}"
    )
    return _section("Leverage", body, "leverage")


def _driven(page: Page) -> str:
    drawing = charts.drivers(page.reading)
    if drawing is None:
        return ""
    caption = (
        '<span class="key b-given"></span>given for tomorrow &nbsp; <span class="key b-movable"></span>yours to move, '
        "wholly or partly"
    )
    return _section("What drives it", _figure(drawing, caption), "drivers")


def _outlook(page: Page, plan: Brief) -> str:
    expected = page.outlook
    title = expected.label.capitalize()
    details = _bullets(expected.details)
    if expected.figure is None:
        return _section(title, f'<p class="unknown">{escape(_capital(expected.unknown))}.</p>{details}', "terms")
    size = "big price" if len(expected.figure) < 24 else "unknown"
    spread = f" <small>{escape(expected.spread)}</small>" if expected.spread else ""
    drawing = _figure(charts.price(plan.predicted_terms, plan.leverage))
    return _section(title, f'<p class="{size}">{escape(expected.figure)}{spread}</p>{drawing}{details}', "terms")


def _offers(page: Page) -> str:
    if not page.offers:
        return ""
    rows = "".join(
        f'<li><b>{escape(row.label)}</b> {escape(row.say)} <span class="aside">{escape(row.figures)}</span></li>'
        for row in page.offers
    )
    return _section("Offers", f"<ul>{rows}</ul>", "offers")


def _what_ifs(page: Page) -> str:
    parts = []
    if page.what_ifs:
        parts.append(_section("What if", _bullets(page.what_ifs), "what-if"))
    if page.unknowns:
        body = f"<p>Worth finding out, most telling first:</p>{_bullets(page.unknowns)}"
        parts.append(_section("Not known yet", body, "unknown"))
    return f"<div>{''.join(parts)}</div>" if parts else ""


def _wants(page: Page) -> str:
    if not page.wants:
        return _section("They want", '<p class="unknown">Not known: the case names no want of theirs.</p>', "wants")
    caption = "Share of what matters to them; the line is the range that holds eight times out of ten."
    more = f'<p class="aside">{page.more_wants} more in --json.</p>' if page.more_wants else ""
    shown = 2 if len(page.wants) <= 3 else 1
    listed = f"<dl>{''.join(_want(w, shown) for w in page.wants)}</dl>{more}"
    drawing = _figure(charts.wants(page.wants), caption)
    return _section("They want", f'<div class="two narrow-wide"><div>{drawing}</div><div>{listed}</div></div>', "wants")


def _want(want: WantRow, shown: int) -> str:
    says = (f"{escape(want.says)}: " if want.says else "") + "your first guess, no evidence yet"
    because = "".join(_quote(q) for q in want.quotes[:shown]) or f'<span class="aside">{says}</span><br>'
    hidden = want.more + max(0, len(want.quotes) - shown)
    more = f"{hidden} more in --json. " if hidden else ""
    known = ", ".join(part for part in (f"{want.first} likely to come first", want.service) if part)
    figures = f"{escape(want.figure)} <span class='aside'>({escape(want.spread)})</span>"
    return (
        f"<div><dt><bdi>{escape(want.name)}</bdi> {figures}</dt><dd>{because}"
        f'<span class="aside">{more}{escape(_capital(known))}.</span></dd></div>'
    )


def _quote(quote: Quote) -> str:
    said = f"“<bdi>{escape(quote.text)}</bdi>” " if quote.text else ""
    shift = f", moved it by {escape(quote.shift)}" if quote.shift else ""
    return f"<blockquote>{said}<cite>{escape(quote.place)}{shift}</cite></blockquote>"


def _moves(page: Page) -> str:
    if not page.moves:
        none = "None: the case names nothing to offer, show, give or do that would change the picture."
        return _section("Moves", f'<p class="unknown">{none}</p>', "moves")
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("", "what to do", *_HEADS))
    more = f"{page.more_moves} more moves in --json. " if page.more_moves else ""
    legend = (
        f'<p class="aside">{more}Changes: leverage in points of ±100, what the likely terms leave you in '
        f"{escape(page.unit)}, the chance of a yes in points of 100. Cost is yours. Grade says how well research backs "
        "it: A best, D a rule of thumb.</p>"
    )
    rows = "".join(_move(m) for m in page.moves)
    return _section("Moves", f"<table><thead><tr>{heads}</tr></thead>{rows}</table>{legend}", "moves")


def _move(move: MoveRow) -> str:
    figures = (move.leverage, move.to_you, move.chance, move.cost, move.grade)
    cells = "".join(_cell(head, figure) for head, figure in zip(_HEADS, figures, strict=True))
    kind = f'<td>{move.number} <span class="kind">{escape(move.kind)}</span></td>'
    what = f"<td><bdi>{escape(move.what)}</bdi></td>"
    return (
        f'<tbody><tr>{kind}{what}{cells}</tr><tr><td></td><td class="why" colspan="6">{_told(move)}</td></tr></tbody>'
    )


def _cell(head: str, figure: str) -> str:
    tone = "plus" if figure.startswith("+") else "minus" if figure.startswith("−") else "none" if figure == "–" else ""
    named = f' class="{tone}"' if tone else ""
    return f'<td{named} data-of="{head}">{escape(figure)}</td>'


def _told(move: MoveRow) -> str:
    when = f" When: {escape(move.when)}." if move.when else ""
    parts = [f'<p>{escape(move.why)}{when} <span class="aside">({escape(move.source)})</span></p>']
    if move.say and move.say != move.what:
        parts.append(f'<p class="say">Say: “<bdi>{escape(move.say.strip("“”"))}</bdi>”</p>')
    if move.warning:
        parts.append(f'<p class="warn">{escape(words.sentence(move.warning))}</p>')
    return "".join((*parts, *(_quote(q) for q in move.quotes[:1])))


def _left_out(page: Page) -> str:
    if not page.left_out:
        return ""
    more = f'<p class="aside">{page.more_left_out} more in --json.</p>' if page.more_left_out else ""
    listed = "".join(_refusal(entry) for entry in page.left_out)
    return _section("Left out on purpose", f"<ul>{listed}</ul>{more}", "left-out")


def _refusal(entry: LeftOut) -> str:
    instead = f" <strong>Instead:</strong> {escape(entry.instead)}" if entry.instead else ""
    said = f"“<bdi>{escape(entry.text.strip('“”'))}</bdi>”"
    return f'<li><span class="warn">{_capital(entry.verdict)}:</span> {said} – {escape(entry.why)}.{instead}</li>'


def _closing(page: Page) -> str:
    named = (("Notes", page.notes, "notes"), ("Please check", page.problems, "problems"))
    return "".join(_section(title, _bullets(lines), name) for title, lines, name in named if lines)


def _bullets(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(_items(lines))}</ul>" if lines else ""


def _items(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"<li>{escape(line)}</li>"


def _capital(words: str | None) -> str:
    said = words or "unknown"
    return said[:1].upper() + said[1:]
