"""What stands on the page of offers, in words, whichever paper it goes to?

In the order in which someone with twenty minutes needs it: where both gain, the plan, the best packages; what follows
is in `offers_details`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from upperhand.model.offers import OffersReport, ValuedPackage
from upperhand.show import words
from upperhand.show.offers_details import frontier, menu, on_the_table, special
from upperhand.show.offers_figures import Figures
from upperhand.show.offers_page import Kind, Line, OffersPage, Row, Section
from upperhand.show.offers_terms import told

MOST_BEST, MOST_LINES = 7, 8


def offers_page(report: OffersReport) -> OffersPage:
    """The page. The same report gives the same page."""
    said = Figures(report)
    parts = (_zone, _plan, _best, menu, on_the_table, special, frontier, _closing)
    sections = [section for part in parts for section in part(report, said)]
    first = next((i for i, section in enumerate(sections) if section.rows), None)
    if first is not None:
        sections[first] = replace(sections[first], after=(*sections[first].after, *said.legend()))
    about = "offers, in points" if report.unit == words.POINTS else f"offers, in {said.unit}"
    return OffersPage(words.clean(report.title) or "Untitled", about, tuple(sections))


def _zone(report: OffersReport, said: Figures) -> Iterator[Section]:
    lines = [_both_gain(report, said)]
    if said.limit is not None:
        lines.append(Line(f"Your limit: no deal is worth {said.mine(said.limit, True)} to you. Take nothing below it."))
    elif report.frontier:
        lines.append(Line(f"Your limit is {said.again}.", "warning"))
    if said.their_limit is not None:
        source = ", by what you believe" if report.their_values == "belief" else ""
        lines.append(Line(f"Their limit: no deal is worth {said.theirs(said.their_limit, True)} to them{source}."))
    elif report.frontier and said.limit is not None:
        lines.append(Line(f"Their limit is {said.again}.", "warning"))
    yield Section("Where both gain", "zone", tuple(lines))


def _both_gain(report: OffersReport, said: Figures) -> Line:
    if not report.frontier:
        reason = words.clean(report.reason or "none was found").rstrip(".").removeprefix("unknown, because ")
        return Line(words.sentence(f"no package to offer: {reason}"), "warning")
    if said.limit is None or said.their_limit is None:
        return Line(words.sentence(said.why), "warning")
    inside = [p for p in report.frontier if p.mine > said.limit and p.theirs > said.their_limit]
    if not inside:
        return Line("Nowhere: no package on the frontier leaves both of you better off than no deal.", "warning")
    count = f"{len(inside):,} of the {len(report.frontier):,} packages on the frontier"
    if len(report.frontier) == 1:
        count = "The one package on the frontier"
    return Line(f"{count}, worth {_span(inside, said)}.", "strong")


def _span(inside: Sequence[ValuedPackage], said: Figures) -> str:
    yours, hers = sorted(p.mine for p in inside), sorted(p.theirs for p in inside)
    if said.mine(yours[0]) == said.mine(yours[-1]) and said.theirs(hers[0]) == said.theirs(hers[-1]):
        return f"{said.mine(yours[0], True)} to you and {said.theirs(hers[0], True)} to them"
    return (
        f"{said.mine(yours[0])} to {said.mine(yours[-1], True)} to you "
        f"and {said.theirs(hers[0])} to {said.theirs(hers[-1], True)} to them"
    )


def _plan(report: OffersReport, said: Figures) -> Iterator[Section]:
    with_a_step = {step.say for step in report.steps}
    extra = tuple(Line(words.sentence(text)) for text in report.plan if text not in with_a_step)
    if not report.steps:
        why = Line(words.sentence(_no_plan(report, said)), "warning")
        yield Section("The plan", "plan", extra or (why,))
        return
    heads, names, number = said.heads(), [], 0
    for step in report.steps:
        number += step.kind == "step"
        names.append(f"step {number}" if step.kind == "step" else step.kind)
    found = told([step.offer for step in report.steps], names, in_turn=True)
    rows = tuple(
        Row(name, terms, said.cells(step.offer, heads), (Line(quoted(step.say)),) if step.say else ())
        for name, terms, step in zip(names, found.rows, report.steps, strict=True)
    )
    yield Section("The plan", "plan", (), heads, found.common, rows, extra)


def quoted(say: str) -> str:
    """A sentence to say, in quotation marks."""
    return f"“{words.sentence(say).strip('“”')}”"


def _no_plan(report: OffersReport, said: Figures) -> str:
    if not report.frontier:
        return "there is no package to offer"
    if said.limit is None:
        return f"your limit is {said.again}"
    if all(package.mine <= said.limit for package in report.frontier):
        return "no package is worth more to you than no deal"
    return "no plan was made"


def _best(report: OffersReport, said: Figures) -> Iterator[Section]:
    shown = report.best[:MOST_BEST]
    if not shown:
        return
    heads, names = said.heads(), [str(number) for number in range(1, len(shown) + 1)]
    found = told(shown, names)
    rows = tuple(
        Row(name, terms, said.cells(package, heads))
        for name, terms, package in zip(names, found.rows, shown, strict=True)
    )
    more = len(report.best) - len(shown)
    after = (Line(f"{more:,} more in --json", "aside"),) if more else ()
    yield Section("Best packages", "best", (), heads, found.common, rows, after)


def _closing(report: OffersReport, said: Figures) -> Iterator[Section]:
    if report.notes:
        yield Section("Notes", "notes", _few([words.sentence(note) for note in report.notes], "plain"))
    if report.problems:
        found = [words.clean(str(problem)) for problem in report.problems]
        yield Section("Please check", "problems", _few(found, "warning"))


def _few(lines: Sequence[str], kind: Kind) -> tuple[Line, ...]:
    if len(lines) <= MOST_LINES:
        return tuple(Line(line, kind) for line in lines)
    more = Line(f"{len(lines) - MOST_LINES + 1:,} more in --json", "aside")
    return (*(Line(line, kind) for line in lines[: MOST_LINES - 1]), more)
