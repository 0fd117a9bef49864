"""Do the parts of the case fit together?

What no single value can show: names nobody defined, a range upside down, a want that nothing serves. Everything is
reported in one go; what was left out as unreadable is not complained about twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from upperhand.casefile import numbers
from upperhand.casefile.names import Names, package_terms, term_of, unknown_feature, unknown_issue, unknown_want
from upperhand.casefile.nodes import Node, line_at
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.parts import Place
from upperhand.casefile.schema import AlternativeIn, CaseIn, IssueIn, PositionIn
from upperhand.casefile.spelling import closest, name_of, shorten
from upperhand.errors import Problem

MOST_STEPS = 1_000_000


@dataclass
class Book:
    """Where complaints about one file go. ``left_out`` are the places that could not be read."""

    root: Node
    file: str
    left_out: frozenset[Place] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    misspelt: set[str] = field(default_factory=set)  # the wants that a name nobody knows was meant for

    def add(
        self,
        place: Place,
        what: str,
        fix: str,
        *,
        of_key: bool = False,
        severity: Literal["error", "warning"] = "error",
    ) -> None:
        """One complaint, with the line of ``place``."""
        self.problems.append(Problem(self.file, line_at(self.root, place, of_key=of_key), what, fix, severity))

    def wrong(self, place: Place, error: WrongError, *, of_key: bool = False) -> None:
        """One complaint from a sentence that was made elsewhere."""
        self.add(place, error.what, error.fix, of_key=of_key)

    def is_whole(self, *place: str | int) -> bool:
        """Whether nothing at or below ``place``, and nothing it hangs from, was left out."""
        return not any(p[: len(place)] == place or place[: len(p)] == p for p in self.left_out)

    def lists(self, key: str) -> bool:
        """Whether the names under a top-level key are known, whatever stands behind each of them."""
        return (key,) not in self.left_out

    def settles(self, name: str, issue: IssueIn) -> bool:
        """Whether it is known how an issue is settled."""
        whole = all(self.is_whole("issues", name, key) for key in ("options", "from", "to"))
        return whole and (issue.options is not None or None not in (issue.low, issue.high))


def check_case(parts: CaseIn, book: Book) -> None:
    """Every complaint about how the parts fit, added to ``book``."""
    names = Names.of(parts)
    _check_something_to_settle(parts, book)
    _check_parties(parts, book)
    for name, issue in parts.issues.items():
        _check_issue(name, issue, names, book)
    _check_prices(parts, book)
    _check_clashes(names, book)
    _check_reference(parts, names, book)
    for side, position in (("mine", parts.mine), ("theirs", parts.theirs)):
        _check_position(side, position, names, book)
    _check_features(parts, names, book)
    _check_possibilities(parts, names, book)
    _check_twice(((f.name, (*f.place, "name")) for f in parts.future), "future", book)
    _check_unserved(parts, book)


def check_wants(wanted: Iterable[tuple[Place, str]], names: Names, book: Book, *, possible: bool = True) -> None:
    """Complain of every want that nobody defined. ``possible``: a possibility's want will do."""
    if not book.lists("wants"):
        return
    for place, name in wanted:
        if name not in names.wants and not (possible and name in names.possible):
            book.wrong(place, unknown_want(name, names), of_key=True)
            book.misspelt |= {near for near in [closest(name, names.wants)] if near is not None}


def _check_something_to_settle(parts: CaseIn, book: Book) -> None:
    if not parts.issues and not parts.features and book.is_whole("issues") and book.is_whole("features"):
        book.add(
            (),
            "There is nothing to settle: the case has no issue and no feature.",
            "Add one under 'issues' or 'features'.",
        )


def _check_parties(parts: CaseIn, book: Book) -> None:
    if not (book.is_whole("me") and book.is_whole("them")):
        return
    if parts.me.name.casefold() == parts.them.name.casefold():
        what = f"You and the other side have the same name, '{shorten(parts.me.name)}'."
        book.add(("them", "name"), what, "Give each their own name, for evidence says who spoke.", severity="warning")


def _check_issue(name: str, issue: IssueIn, names: Names, book: Book) -> None:
    place = issue.place or ("issues", name)
    ends = [issue.low, issue.high]
    if all(book.is_whole(*place, key) for key in ("options", "from", "to", "step")):
        if issue.options is not None and (ends != [None, None] or issue.step is not None):
            book.add(place, f"'{shorten(name)}' has options and a range.", "Keep 'options', or 'from' and 'to'.")
        elif issue.options is None and None in ends:
            missing = "options, or from and to" if ends == [None, None] else ("to" if issue.low is not None else "from")
            book.add(
                place,
                f"'{shorten(name)}' cannot be settled: {missing} is missing.",
                "Write options: [a, b], or from, to and step.",
            )
        elif issue.options is not None and not issue.options:
            book.add((*place, "options"), f"'{shorten(name)}' has no options.", "Write options: [a, b].")
        elif issue.options is not None and issue.is_price:
            book.add(
                (*place, "is_price"),
                "A price is a number, not a choice of options.",
                "Write from, to and step instead of options.",
            )
    if issue.low is not None and issue.high is not None:
        _check_range(place, issue, issue.low, issue.high, book)
    _check_twice(((o, (*place, "options", i)) for i, o in enumerate(issue.options or [])), "option", book)
    check_wants(((((*place, "serves", want)), want) for want in issue.serves), names, book)
    _check_issue_serves(place, name, issue, book)


def _check_range(place: Place, issue: IssueIn, low: float, high: float, book: Book) -> None:
    if low > high:
        book.add(
            (*place, "from"),
            f"The range is upside down: from {low:g} to {high:g}.",
            f"Write from: {high:g}, to: {low:g}.",
        )
    elif low == high:
        book.add((*place, "to"), f"The range has no width: from {low:g} to {high:g}.", "Write two different ends.")
    elif issue.step is not None and issue.step > (high - low) * (1 + 1e-9):
        book.add((*place, "step"), f"The step {issue.step:g} is wider than the range.", "Write a smaller step.")
    elif issue.step is not None and (high - low) / issue.step > MOST_STEPS:
        book.add((*place, "step"), "The range has more than a million steps.", "Write a larger step.")


def _check_issue_serves(place: Place, name: str, issue: IssueIn, book: Book) -> None:
    if not book.settles(name, issue):
        return
    for want, how in issue.serves.items():
        here = (*place, "serves", want)
        if isinstance(how, str) and issue.options is not None:
            fix = f"Write a degree for each option: {{{issue.options[0] if issue.options else 'a'}: 1}}."
            book.add(here, f"'{shorten(name)}' has named options, which neither rise nor fall.", fix)
        elif isinstance(how, dict) and issue.options is None:
            book.add(here, f"'{shorten(name)}' is settled by a number.", "Write rising or falling instead of degrees.")
        elif isinstance(how, dict):
            _check_options(here, name, issue, how, book)


def _check_options(place: Place, name: str, issue: IssueIn, labels: Iterable[str], book: Book) -> None:
    if not book.settles(name, issue):
        return
    seen: dict[str | float, str] = {}
    for label in labels:
        try:
            meant = term_of(name, issue, label)
        except WrongError as wrong:
            book.wrong((*place, label), wrong, of_key=True)
            continue
        _check_doubt((*place, label), label if issue.options is None else "", book, of_key=True)
        if meant in seen:
            book.add(
                (*place, label),
                f"'{shorten(label)}' and '{shorten(seen[meant])}' mean the same option.",
                "Keep one.",
                of_key=True,
            )
        seen[meant] = label


def _check_doubt(place: Place, label: object, book: Book, *, of_key: bool = False) -> None:
    """Warn of a number that settles an issue and can be read in two ways."""
    for _, what, fix in numbers.doubts(label):
        book.add(place, what, fix, of_key=of_key, severity="warning")


def _check_prices(parts: CaseIn, book: Book) -> None:
    prices = [(name, issue) for name, issue in parts.issues.items() if issue.is_price]
    for name, issue in prices[1:]:
        first = prices[0][0]
        what = f"'{shorten(name)}' is a second price; '{shorten(first)}' is one already."
        book.add((*issue.place, "is_price"), what, "Leave is_price: true at one of them.")
    both = parts.theirs.worth is not None and (parts.mine.worth is not None or parts.mine.cost is not None)
    if len(prices) == 1 and both and prices[0][1].better_for_me is None and book.is_whole("issues", prices[0][0]):
        what = f"It is not said which way the price '{shorten(prices[0][0])}' is better for me."
        book.add(prices[0][1].place, what, "Add better_for_me: higher if I am paid, lower if I pay.")
    if len(prices) == 1:
        _check_direction(prices[0][1], parts, book)


def _check_direction(price: IssueIn, parts: CaseIn, book: Book) -> None:
    """Warn where the numbers are those of a buyer and the price is said to be better higher, or the mirror of it."""
    mine, theirs = parts.mine, parts.theirs
    buying = mine.worth is not None and mine.cost is None and theirs.cost is not None and theirs.worth is None
    selling = mine.cost is not None and mine.worth is None and theirs.worth is not None and theirs.cost is None
    if price.better_for_me == "higher" and buying:
        said, like, other = "you are paid", "a buyer: worth for you, cost for them", "lower"
    elif price.better_for_me == "lower" and selling:
        said, like, other = "you pay", "a seller: cost for you, worth for them", "higher"
    else:
        return
    what = f"better_for_me says that {said}, but the numbers look like those of {like}."
    fix = f"Write better_for_me: {other}, or exchange worth and cost."
    book.add((*price.place, "better_for_me"), what, fix, severity="warning")


def _check_clashes(names: Names, book: Book) -> None:
    for feature in names.features:
        if feature in names.issues:
            book.add(
                ("features", feature),
                f"'{shorten(feature)}' is an issue and a feature.",
                "Give one of them another name.",
                of_key=True,
            )


def _check_reference(parts: CaseIn, names: Names, book: Book) -> None:
    reference = parts.reference
    if reference is None:
        return
    for i, feature in enumerate(reference.features):
        if feature not in names.features and book.lists("features"):
            book.wrong(("reference", "features", i), unknown_feature(feature, names))
    extra = {name_of(k): v for k, v in (reference.model_extra or {}).items()}
    check_package(extra, ("reference",), names, book)
    for key, meaning in package_terms(extra, names):
        issue = names.issues.get(key)
        if issue is None or not isinstance(meaning, float) or issue.low is None or issue.high is None:
            continue
        if not min(issue.low, issue.high) <= meaning <= max(issue.low, issue.high):
            what = f"The reference {shorten(key)} {meaning:g} lies outside {issue.low:g} to {issue.high:g}."
            book.add(("reference", key), what, "Widen the range under 'issues', or correct the reference.")


def check_package(terms: dict[str, object], place: Place, names: Names, book: Book) -> None:
    """Complain of every issue, option or feature a package names that the case does not know."""
    for key, meaning in package_terms(terms, names):
        if isinstance(meaning, float):
            _check_doubt((*place, key), terms.get(key), book)
        if not isinstance(meaning, WrongError):
            continue
        if key in names.issues:
            if book.settles(key, names.issues[key]):
                book.wrong((*place, key), meaning)
        elif key in names.features or (book.lists("issues") and book.lists("features")):
            book.wrong((*place, key), meaning, of_key=key not in names.features)


def _check_position(side: str, position: PositionIn, names: Names, book: Book) -> None:
    for name, options in position.issues.items():
        here = (side, "issues", name)
        if name in names.issues:
            _check_options(here, name, names.issues[name], options, book)
        elif book.lists("issues"):
            book.wrong(here, unknown_issue(name, names), of_key=True)
    _check_twice(((a.name, (*a.place, "name")) for a in position.alternatives), "alternative", book)
    for alternative in position.alternatives:
        _check_alternative(alternative, names, book)


def _check_alternative(alternative: AlternativeIn, names: Names, book: Book) -> None:
    check_wants((((*alternative.place, "serves", want), want) for want in alternative.serves), names, book)


def _check_features(parts: CaseIn, names: Names, book: Book) -> None:
    for name, feature in parts.features.items():
        place = feature.place or ("features", name)
        check_wants((((*place, "serves", want), want) for want in feature.serves), names, book)
        if feature.derivative is None:
            continue
        here = (*place, "derivative")
        if feature.derivative == name:
            book.add(
                here, f"'{shorten(name)}' is its own derivative.", "Name the affordable feature that follows from it."
            )
        elif feature.derivative not in names.features and book.lists("features"):
            book.wrong(here, unknown_feature(feature.derivative, names))


def _check_possibilities(parts: CaseIn, names: Names, book: Book) -> None:
    _check_twice(((p.want, (*p.place, "want")) for p in parts.possibilities), "possibility", book)
    for possibility in parts.possibilities:
        for name, options in possibility.serves.items():
            here = (*possibility.place, "serves", name)
            issue = names.issues.get(name)
            if issue is not None:
                _check_options(here, name, issue, options, book)
            elif book.lists("issues"):
                book.wrong(here, unknown_issue(name, names), of_key=True)


def _check_twice(named: Iterable[tuple[str, Place]], kind: str, book: Book) -> None:
    seen: dict[str, int] = {}
    for name, place in named:
        if name in seen:
            here = line_at(book.root, place)
            what = f"The {kind} '{shorten(name)}' stands twice: on line {seen[name]} and on line {here}."
            book.add(place, what, "Give each its own name.")
        seen.setdefault(name, line_at(book.root, place))


def _check_unserved(parts: CaseIn, book: Book) -> None:
    if any(
        p[0] in ("issues", "features", "possibilities") and (len(p) < 3 or "serves" in p) for p in book.left_out if p
    ):
        return
    served = {p.want for p in parts.possibilities}
    served |= {want for issue in parts.issues.values() for want in issue.serves}
    served |= {want for feature in parts.features.values() for want in feature.serves}
    fix = "Say which issue, feature or possibility does, under its 'serves', or find one that could."
    for want in parts.wants:
        if want not in served and want not in book.misspelt:
            book.add(("wants", want), f"Nothing here serves '{shorten(want)}'.", fix, of_key=True, severity="warning")
