"""What does the one-page brief look like as Markdown, readable raw and rendered?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from upperhand.model.move import Brief
from upperhand.show import words
from upperhand.show.page import LeftOut, MoveRow, Page, Quote, Share
from upperhand.show.selection import page as selected

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~#])")
_FIGURES = ("leverage", "to you", "chance", "cost", "grade")
_OPENING = re.compile(r"^(\d+)([.)]\s)|^([-+=]+)(?=\s|$)")


def brief(plan: Brief) -> str:
    """The brief as CommonMark with pipe tables. The same brief gives the same text."""
    page = selected(plan)
    blocks = [*_head(page), *_reading(page), *_wants(page), *_moves(page), *_rest(page)]
    return "\n\n".join(blocks) + "\n"


def escaped(words: str) -> str:
    """The user's words with every sign that Markdown or HTML would read as its own put out of action."""
    plain = _SPECIAL.sub(r"\\\1", words.replace("&", "&amp;"))
    return _OPENING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", plain)


def _head(page: Page) -> Iterator[str]:
    yield f"# {escaped(page.title)}"
    when = f", as of {page.as_of}" if page.as_of else ""
    yield f"{escaped(page.me)} and {escaped(page.them)}{escaped(when)}"


def _reading(page: Page) -> Iterator[str]:
    reading = page.reading
    yield "## Leverage"
    if reading.figure is None:
        yield f"**{escaped(_capital(reading.unknown or 'unknown'))}.**"
    else:
        yield f"**{reading.figure}** of ±100, {reading.spread}. {escaped(' '.join(reading.meaning))}"
    rows = [("given", reading.given), ("yours to move", reading.movable)]
    listed = [f"- {label}: {_shares(shares)}" for label, shares in rows if shares]
    if reading.compared:
        listed.append(f"- no deal compared with {escaped(reading.compared)}")
    if listed:
        yield "\n".join(listed)
    expected = page.outlook
    yield f"## {expected.label.capitalize()}"
    if expected.figure is None:
        yield f"**{escaped(_capital(expected.unknown or 'unknown'))}.**"
    else:
        yield f"**{escaped(expected.figure)}**" + (f", {escaped(expected.spread)}" if expected.spread else "")
    if expected.details:
        yield _bullets(expected.details)


def _shares(shares: Sequence[Share]) -> str:
    return ", ".join(f"{escaped(s.name)} {s.figure}" for s in shares)


def _wants(page: Page) -> Iterator[str]:
    yield "## They want"
    if not page.wants:
        yield "Not known: the case names no want of theirs."
        return
    rows = [(escaped(w.name), w.figure, w.spread, w.first, escaped(w.service or "–")) for w in page.wants]
    yield _table(("want", "weight", "80% range", "likely to come first", "how I serve it"), rows)
    for want in page.wants:
        if want.quotes:
            yield f"**{escaped(want.name)}**, because"
            yield "\n>\n".join(_quote(q) for q in want.quotes)
            if want.more:
                yield f"{want.more} more in `--json`."
        else:
            guess = f" (“{escaped(want.says)}”)" if want.says else ""
            yield f"**{escaped(want.name)}**{guess}: your first guess, no evidence yet."
    if page.more_wants:
        yield f"{page.more_wants} more wants in `--json`."


def _quote(quote: Quote) -> str:
    said = f"“{escaped(quote.text)}”  \n> " if quote.text else ""
    shift = f" (moved it by {quote.shift})" if quote.shift else ""
    return f"> {said}{escaped(quote.place)}{shift}"


def _moves(page: Page) -> Iterator[str]:
    yield "## Moves"
    if not page.moves:
        yield "None: the case names nothing to offer, show, give or do that would change the picture."
        return
    rows = [
        (str(m.number), m.kind, escaped(m.what), m.leverage, m.to_you, m.chance, m.cost, escaped(m.grade))
        for m in page.moves
    ]
    yield _table(("", "kind", "what", *_FIGURES), rows)
    yield (
        f"Changes: leverage in points of ±100, what the likely terms leave you in {escaped(page.unit)}, the chance of "
        "a yes in points of 100. Cost is yours. Grade says how well research backs it: A best, D a rule of thumb."
    )
    yield "\n\n".join(_move(m) for m in page.moves)
    if page.more_moves:
        yield f"{page.more_moves} more moves in `--json`."


def _move(move: MoveRow) -> str:
    lines = [f"**{move.number}. {move.kind}: {escaped(move.what)}**  ", escaped(move.why)]
    if move.when:
        lines[-1] += f" When: {escaped(move.when)}."
    lines[-1] += f" (grade {escaped(move.grade)}, {escaped(move.source)})"
    if move.warning:
        lines.append(f"*{escaped(words.sentence(move.warning))}*")
    if move.say and move.say != move.what:
        lines += ["", f"> Say: “{escaped(move.say.strip('“”'))}”"]
    return "\n".join(lines)


def _rest(page: Page) -> Iterator[str]:
    if page.offers:
        yield "## Offers"
        yield "\n".join(f"- **{row.label}** {escaped(row.say)} ({escaped(row.figures)})" for row in page.offers)
    if page.what_ifs:
        yield "## What if"
        yield _bullets(page.what_ifs)
    if page.left_out:
        yield "## Left out on purpose"
        yield "\n".join(_refusal(entry) for entry in page.left_out)
        if page.more_left_out:
            yield f"{page.more_left_out} more in `--json`."
    if page.unknowns:
        yield "## Not known yet"
        yield _bullets(page.unknowns)
    if page.notes:
        yield "## Notes"
        yield _bullets(page.notes)
    if page.problems:
        yield "## Please check"
        yield _bullets(page.problems)


def _refusal(entry: LeftOut) -> str:
    instead = f" Instead: {escaped(entry.instead)}" if entry.instead else ""
    return f"- {entry.verdict}: “{escaped(entry.text.strip('“”'))}” – {escaped(entry.why)}.{instead}"


def _bullets(lines: Sequence[str]) -> str:
    return "\n".join(f"- {escaped(line)}" for line in lines)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
