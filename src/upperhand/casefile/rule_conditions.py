"""What does one condition of a rule say: `start = tomorrow`, `price at most 1800`, `five-year seal`, `no cleaning`?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from upperhand.casefile.names import option_named
from upperhand.casefile.rule_scan import Sentence
from upperhand.casefile.schema import IssueIn
from upperhand.casefile.spelling import did_you_mean, listing, shorten
from upperhand.model.case import Condition

Read = tuple[Condition, int]
"""A condition, and where it ends."""

WITHOUT = ("without", "no")
NOT = ("not",)
WITH = ("with", "including", "include", "includes", "we include", "there is")
IS = ("=", "==", "is", ":", "is at", "at", "is set to", "must be", "be", "will be")
IS_NOT = ("!=", "≠", "<>", "is not", "not", "isn't", "isn’t", "other than", "is other than", "must not be")
ANY_OF = ("one of", "any of", "in", "among")
AT_MOST = tuple(
    f"{start}{word}"
    for start in ("", "is ", "must be ")
    for word in ("at most", "no more than", "not more than", "not above", "not over", "up to", "<=", "≤", "=<", "max")
)
AT_LEAST = tuple(
    f"{start}{word}"
    for start in ("", "is ", "must be ")
    for word in ("at least", "no less than", "not less than", "not below", "not under", ">=", "≥", "=>", "min", "from")
)
BELOW = tuple(f"{start}{word}" for start in ("", "is ") for word in ("below", "under", "less than", "lower than", "<"))
ABOVE = tuple(f"{start}{word}" for start in ("", "is ") for word in ("above", "over", "more than", "higher than", ">"))
BETWEEN = ("between", "is between")
TO = ("to", "..", "...", "–", "—", "-", "and", "until")
INCLUDED = ("is included", "included", "is in", "= yes", ": yes", "is yes", "= true", "is part of it")
LEFT_OUT = ("is not included", "not included", "is excluded", "excluded", "is left out", "left out", "= no", ": no",
            "is no", "= false", "is out", "is not in")  # fmt: skip
OPEN, CLOSE = ("(", "["), (")", "]")
OR = ("or", ",", ", or", "/")


def conditions(said: Sentence, at: int, before: str | None = None) -> Iterator[Read]:
    """Every way to read a condition here, the most likely first. ``before`` is the issue spoken of just now: of it an
    option or a comparison alone will do."""
    found = False
    for ends, negated in ((WITHOUT, True), (NOT, True), (WITH, False)):
        for end in said.words(at, ends):
            for condition, last in _things(said, end, before):
                found = True
                yield (turned(condition) if negated else condition), last
    for read in _things(said, at, before):
        found = True
        yield read
    if not found:
        said.unknown(at)


def turned(condition: Condition) -> Condition:
    """The opposite."""
    return replace(condition, negated=not condition.negated)


def _things(said: Sentence, at: int, before: str | None) -> Iterator[Read]:
    known = said.known
    options = dict.fromkeys(option for issue in known.issues.values() for option in issue.options or ())
    for name, end in said.names(at, dict.fromkeys([*known.features, *known.issues, *options])):
        if name in known.features:
            yield from _feature(said, name, end)
        if name in known.issues:
            yield from _settled(said, name, end)
        if name in options:
            yield from _option_alone(said, name, end, before)
    if before is not None:
        yield from _compared(said, before, at)


def _feature(said: Sentence, name: str, at: int) -> Iterator[Read]:
    for end in said.words(at, LEFT_OUT):
        yield Condition(feature=name, negated=True), end
    for end in said.words(at, INCLUDED):
        yield Condition(feature=name), end
    yield Condition(feature=name), at


def _option_alone(said: Sentence, option: str, at: int, before: str | None) -> Iterator[Read]:
    """An option without its issue: that of the issue before, or of the only issue that has it."""
    having = said.known.issues_with(option)
    if before in having:
        having = [before] if before is not None else []
    if len(having) == 1:
        yield Condition(having[0], (option,)), at
    else:
        first = having[0]
        what = f"'{shorten(option, 40)}' is an option of {listing(having)}."
        said.wrong(at, what, f"Say of which: {shorten(first, 40)} = {shorten(option, 40)}.")


def _settled(said: Sentence, name: str, at: int) -> Iterator[Read]:
    """An issue and what is said of it."""
    issue = said.known.issues[name]
    found = False
    for read in _compared(said, name, at):
        found = True
        yield read
    for negated, signs in ((True, IS_NOT), (False, IS), (False, ("",))):
        for end in said.words(at, signs):
            reads = _range(said, name, end) if issue.options is None else _options(said, name, issue, end)
            for condition, last in reads:
                found = True
                yield (turned(condition) if negated else condition), last
    if not found:
        said.wrong(at, f"It is not said what '{shorten(name, 40)}' should be.", said.like(name))


def _compared(said: Sentence, name: str, at: int) -> Iterator[Read]:
    """`at most 1800`, `between 1000 and 2000`: of a range, or of options that are all numbers."""
    for negated, signs, side in (
        (False, AT_MOST, "high"),
        (False, AT_LEAST, "low"),
        (True, BELOW, "low"),
        (True, ABOVE, "high"),
    ):
        for end in said.words(at, signs):
            found = said.number(end, name)
            if found is not None:
                low, high = (found[0], None) if side == "low" else (None, found[0])
                yield from _within(said, name, (low, high), found[1], negated=negated)
    for end in said.words(at, BETWEEN):
        yield from _range(said, name, end)


def _range(said: Sentence, name: str, at: int) -> Iterator[Read]:
    """`1000 to 2000`, or one number alone."""
    low = said.number(at, name)
    if low is None:
        return
    for end in said.words(low[1], TO):
        high = said.number(end, name)
        if high is not None and high[0] < low[0]:
            what = f"The range {low[0]:g} to {high[0]:g} is upside down."
            said.wrong(high[1], what, f"Write {high[0]:g} to {low[0]:g}.")
        elif high is not None:
            yield from _within(said, name, (low[0], high[0]), high[1])
    yield from _within(said, name, (low[0], low[0]), low[1])


def _within(
    said: Sentence, name: str, ends: tuple[float | None, float | None], at: int, *, negated: bool = False
) -> Iterator[Read]:
    """The condition that a number lies within ``ends``; options that are numbers are counted out."""
    issue = said.known.issues[name]
    if issue.options is None:
        yield Condition(name, low=ends[0], high=ends[1], negated=negated), at
        return
    try:
        values = {option: float(option) for option in issue.options}
    except ValueError:
        what = f"'{shorten(name, 40)}' has named options, which are not compared by number."
        said.wrong(at, what, said.like(name))
        return
    low, high = ends
    inside = (o for o, v in values.items() if (low is None or v >= low) and (high is None or v <= high))
    yield Condition(name, tuple(inside), negated=negated), at


def _options(said: Sentence, name: str, issue: IssueIn, at: int) -> Iterator[Read]:
    """One option of an issue, or several: `(a, b)`, `one of a, b`."""
    several = [end for first in [*said.words(at, ANY_OF), at] for end in said.words(first, OPEN)]
    for start in several:
        yield from _several(said, name, issue, start)
    found = bool(several)
    for option, end in said.names(at, issue.options or ()):
        found = True
        yield Condition(name, (option,)), end
    if found:
        return
    label, end = said.phrase(at)
    meant = option_named(issue, label)
    if meant is not None:
        yield Condition(name, (meant,)), end
    elif label:
        what = f"'{shorten(label, 40)}' is not an option of '{shorten(name, 40)}'."
        options = issue.options or []
        said.wrong(at, what, did_you_mean(label, options, f"Its options: {listing(options)}."))


def _several(said: Sentence, name: str, issue: IssueIn, at: int) -> Iterator[Read]:
    chosen: list[str] = []
    while True:
        one = next(said.names(at, issue.options or ()), None)
        if one is None:
            label, _ = said.phrase(at)
            options = issue.options or []
            what = f"'{shorten(label, 40)}' is not an option of '{shorten(name, 40)}'."
            said.wrong(at, what, did_you_mean(label, options, f"Its options: {listing(options)}."))
            return
        chosen.append(one[0])
        closed = next(said.words(one[1], CLOSE), None)
        if closed is not None:
            yield Condition(name, tuple(dict.fromkeys(chosen))), closed
            return
        following = next(said.words(one[1], OR), None)
        if following is None:
            said.wrong(one[1], "A bracket is not closed.", "Write ')' after the last option.")
            return
        at = following
