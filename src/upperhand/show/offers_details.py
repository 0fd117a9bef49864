"""What stands below the best packages: the menu, their offer, the special points and the frontier, in words?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from upperhand.model.offers import OffersReport, Scored, ValuedPackage
from upperhand.show import words
from upperhand.show.offers_figures import CHOSEN, SPECIAL, Figures, chance, known, menu_items, nats
from upperhand.show.offers_page import Line, Row, Section
from upperhand.show.offers_terms import term, told
from upperhand.show.thinning import evenly

MOST_FRONTIER = 12
MEANING = {
    "nash": "Nash: the two gains over no deal, multiplied, are largest",
    "kalai_smorodinsky": "Kalai-Smorodinsky: both get the same share of the most they could gain",
    "egalitarian": "egalitarian: the smaller gain is as large as it can be",
    "welfare": "welfare: the sum of both values is largest",
}


def menu(report: OffersReport, said: Figures) -> Iterator[Section]:
    """Packages worth the same to me, and what the choice of each would tell."""
    items = menu_items(report)
    if not items:
        return
    heads, names = said.heads(), [words.clean(item.name) for item in items]
    found = told([item.offer for item in items], names)
    rows = tuple(
        Row(name, terms, (*said.cells(item.offer, heads), chance(item.share)), _lesson(item.tells, item.top))
        for name, terms, item in zip(names, found.rows, items, strict=True)
    )
    offered = "Put them on the table together and ask which they like best."
    after: tuple[Line, ...] = ()
    if report.menu_tells is not None:
        mine = [item.offer.mine for item in items]
        spread = max(mine) - min(mine)
        alike = f"within {said.mine(spread, True)}" if spread > 0 else "to the last digit"
        offered += f" They are worth the same to you, {alike}."
        tells = nats(report.menu_tells.nats, report.menu_tells.single)
        after = (Line(f"What their choice is expected to tell of their wants: {tells}."),)
    after = (*after, Line("Chosen: the chance that it is the one they take.", "aside"))
    yield Section("Menu", "menu", (Line(offered),), (*heads, CHOSEN), found.common, rows, after)


def _lesson(tells: str, top: str | None) -> tuple[Line, ...]:
    said, speaks = words.sentence(tells), words.clean(top or "")
    if speaks and speaks not in said:
        said = f"{said} It would speak for {speaks}.".strip()
    return (Line(said, "aside"),) if said else ()


def on_the_table(report: OffersReport, said: Figures) -> Iterator[Section]:
    """Their offer: what to do about it, what it comes to, what to ask in return."""
    scored = report.scored
    if scored is None:
        return
    heads = said.heads()
    names = ["offer", *(f"ask {number}" for number in range(1, len(scored.ask) + 1))]
    found = told([scored.offer, *(trade.offer for trade in scored.ask)], names)
    asks: list[tuple[Line, ...]] = [(), *((Line(words.clean(trade.say)),) for trade in scored.ask)]
    packages = [scored.offer, *(trade.offer for trade in scored.ask)]
    rows = tuple(
        Row(name, terms, said.cells(package, heads), lines)
        for name, terms, package, lines in zip(names, found.rows, packages, asks, strict=True)
    )
    nothing = () if scored.ask else (Line("Nothing to ask in return was found.", "aside"),)
    before = (Line(words.sentence(scored.verdict), "strong"), *_against(scored, said))
    yield Section("The offer on the table", "scored", before, heads, found.common, rows, nothing)


def _against(scored: Scored, said: Figures) -> Iterator[Line]:
    for rule in (rule for rule in scored.broken if words.clean(rule) not in words.clean(scored.verdict)):
        yield Line(f"It breaks a rule: {words.clean(rule)}", "warning")
    above, lost = known(scored.above_no_deal), known(scored.lost)
    if above is None:
        yield Line(f"Against no deal: {said.again}.", "warning")
    else:
        where = "as much as" if above == 0 else f"{said.mine(abs(above), True)} {'above' if above > 0 else 'below'}"
        yield Line(f"Against no deal: {where} your no-deal value.", "plain" if above >= 0 else "warning")
    if lost is None:
        yield Line("What is lost: unknown, because no package to compare it with was found.", "warning")
    elif lost > 0:
        beaten = "by which the best package that is as good for them beats it for you"
        yield Line(f"What is lost: {said.mine(lost, True)}, {beaten}.")
    else:
        yield Line("What is lost: nothing. No package is better for you and as good for them.")
    if scored.filled:
        terms = [term(name, scored.offer.package[name]) for name in scored.filled if name in scored.offer.package]
        yield Line(f"Not named, so assumed: {', '.join(terms)}.", "aside")


def special(report: OffersReport, said: Figures) -> Iterator[Section]:
    """The special points, those that coincide in one row."""
    groups = special_groups(report)
    if not report.frontier and not groups:
        return
    if not groups:
        yield Section("Special points", "special", (Line(words.sentence(_none(report, said)), "warning"),))
        return
    heads, names = said.heads(), [_together(keys) for keys, _ in groups]
    packages = [package for _, package in groups]
    found = told(packages, names)
    rows = tuple(
        Row(name, terms, said.cells(package, heads))
        for name, terms, package in zip(names, found.rows, packages, strict=True)
    )
    present = [key for keys, _ in groups for key in keys]
    after = [Line("; ".join(MEANING[key] for key in MEANING if key in present) + ".", "aside")]
    absent = [SPECIAL[key] for key in SPECIAL if key not in present]
    if absent:
        after.append(Line(f"{words.joined(tuple(absent))}: {_none(report, said)}.", "warning"))
    yield Section("Special points", "special", (), heads, found.common, rows, tuple(after))


def special_groups(report: OffersReport) -> list[tuple[tuple[str, ...], ValuedPackage]]:
    """The special points that there are; those of the same two values together."""
    groups: list[tuple[list[str], ValuedPackage]] = []
    for key in SPECIAL:
        point: ValuedPackage | None = getattr(report, key)
        if point is None:
            continue
        for keys, other in groups:
            if _alike(point.mine, other.mine) and _alike(point.theirs, other.theirs):
                keys.append(key)
                break
        else:
            groups.append(([key], point))
    return [(tuple(keys), point) for keys, point in groups]


def _together(keys: tuple[str, ...]) -> str:
    return "all four" if len(keys) == len(SPECIAL) else words.joined(tuple(SPECIAL[key] for key in keys))


def _alike(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _none(report: OffersReport, said: Figures) -> str:
    if said.limit is None or said.their_limit is None:
        return said.again
    reason = words.clean(report.reason or "no package leaves both sides better off than without a deal").rstrip(".")
    return f"there is no such point, because {reason.removeprefix('unknown, because ')}"


def frontier(report: OffersReport, said: Figures) -> Iterator[Section]:
    """A dozen packages of the frontier, evenly apart, how many there are, and how sure the list is."""
    listed = report.frontier
    if not listed:
        return
    places = evenly([p.mine for p in listed], [p.theirs for p in listed], MOST_FRONTIER)
    shown = [listed[place] for place in places]
    heads, names = said.frontier_heads(listed), [f"{place + 1:,}" for place in places]
    found = told(shown, names, in_turn=True)
    rows = tuple(
        Row(name, terms, said.cells(package, heads))
        for name, terms, package in zip(names, found.rows, shown, strict=True)
    )
    lines = [Line(_how_many(len(listed), len(shown), report.size))]
    after = [Line(exactness(report.exact, report.their_values == "belief"))]
    if "efficient" in heads:
        after.append(
            Line("Efficient: the chance that nothing is better for one side and no worse for the other.", "aside")
        )
    yield Section("Frontier", "frontier", tuple(lines), heads, found.common, rows, tuple(after))


def _how_many(listed: int, shown: int, size: int) -> str:
    what = "1 efficient package" if listed == 1 else f"{listed:,} efficient packages"
    among = f" ({_size(size)} possible)" if size > 0 else ""
    if shown < listed:
        return f"{shown} of the {what}{among}, evenly apart from your worst to your best; all are in --json."
    return f"{what}{among}{'' if listed == 1 else ', from your worst to your best'}."


def _size(size: int) -> str:
    return f"{size:,} {'is' if size == 1 else 'are'}" if size < 10**9 else f"about {words.power(size)} are"


def exactness(exact: bool | Mapping[str, float], believed: bool) -> str:
    """Whether the frontier is complete, or how far a package may lie beyond it."""
    mean = " at the mean of the belief" if believed else ""
    if exact is True:
        return f"The frontier is exact{mean}: every package left out is no better for either side than one on it."
    gap = known(exact.get("gap")) if isinstance(exact, Mapping) else None
    if gap is None:
        return f"The frontier is not proven complete{mean}: there may be better packages than those on it."
    share = f"{gap * 100:.2g}%" if gap >= 0.0001 else "0.01%"
    return f"The frontier is thinned{mean}: no efficient package lies further than {share} of a side's range beyond it."
