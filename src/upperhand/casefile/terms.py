"""Which package does a line such as `price = 1800, start = tomorrow, with seal` name?

Read by the names of the case, the longest first, so that a name may hold commas, equals signs or any script. Capitals,
and a dash, underscore or space for one another, do not count.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from upperhand.casefile import numbers
from upperhand.casefile.fields import FLAGS
from upperhand.casefile.names import value_of
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.spelling import did_you_mean, listing, shorten
from upperhand.errors import Problem
from upperhand.model.case import Case, Issue
from upperhand.model.package import Package

_BETWEEN = re.compile(r"(?:[\s,;，、；+&]|and(?![^\W_]))+", re.IGNORECASE)
_IS = re.compile(r"\s*(?:=|:|：|＝)\s*")
_WITH = re.compile(r"(with|including|plus|without|excluding|minus|no)\s+")
_LEFT_OUT = frozenset(("without", "excluding", "minus", "no"))
# up to the next separator; a comma before three digits parts thousands
_CHUNK = re.compile(r"(?:[^,;，、；\n]|,(?=\d{3}(?!\d)))*")
_CURRENCY = re.compile(r"^[€$£¥₹]\s*|\s*[€$£¥₹]$")
_TRAILING = re.compile(r"\s+(?:and|&|\+)\s*$", re.IGNORECASE)
_DASHES = frozenset("-_\u2010\u2011\u2012\u2013\u2014")


@dataclass(frozen=True)
class Named:
    """What a line names: a package, and the features it says are not part of it."""

    package: Package
    without: frozenset[str] = frozenset()


class Folded:
    """A text as it is compared, and where each of its signs stands in the text as it was written."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        signs: list[str] = []
        self._places: list[int] = []
        for place, sign in enumerate(self.text):
            for folded in " " if sign.isspace() or sign in _DASHES else sign.casefold():
                if folded != " " or (signs and signs[-1] != " "):
                    signs.append(folded)
                    self._places.append(place)
        self.folded = "".join(signs)

    def written(self, start: int, stop: int | None = None) -> str:
        """The text as it was written, from and to places of the folded one."""
        end = len(self.text) if stop is None or stop >= len(self._places) else self._places[stop]
        return self.text[self._places[start] : end] if start < len(self._places) else ""

    def folded_place(self, start: int, length: int) -> int:
        """The place in the folded text that lies ``length`` written signs beyond ``start``."""
        target = self._places[start] + length if start < len(self._places) else len(self.text)
        at = start
        while at < len(self._places) and self._places[at] < target:
            at += 1
        return at

    def match(self, at: int, names: Iterable[str]) -> tuple[str, int] | None:
        """The longest of the names that stands whole at ``at``, and where it ends."""
        found: tuple[str, int] | None = None
        for name in names:
            key = folded(name)
            end = at + len(key)
            if not key or not self.folded.startswith(key, at) or (found is not None and end < found[1]):
                continue
            inside = key[-1].isalnum() and self.folded[end : end + 1].isalnum()
            exact = found is not None and end == found[1] and self.written(at, end) != name
            if not inside and not exact:
                found = name, end
        return found


def folded(name: str) -> str:
    """A name as it is compared here."""
    return Folded(name).folded.strip()


def parse_terms(text: str, case: Case, where: str = "terms") -> tuple[Package, list[Problem]]:
    """The package that a line names, and what is wrong with it; ``where`` stands for the file in a complaint.

    What is not named is left open. A number off its step is kept, with a warning; what has an error is left out.
    """
    named, problems = read_terms(text, case, where)
    return named.package, problems


def read_terms(text: str, case: Case, where: str = "terms") -> tuple[Named, list[Problem]]:
    """As `parse_terms`, with the features that the line takes out ("without seal")."""
    reader = _Reader(Folded(text), case, where)
    reader.run()
    return Named(Package(reader.terms, frozenset(reader.features)), frozenset(reader.without)), reader.problems


@dataclass
class _Reader:
    """Walks over one line."""

    line: Folded
    case: Case
    where: str
    terms: dict[str, str | float] = field(default_factory=dict)
    features: set[str] = field(default_factory=set)
    without: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def _issues(self) -> dict[str, Issue]:
        return {issue.name: issue for issue in self.case.issues}

    @property
    def _feature_names(self) -> list[str]:
        return [feature.name for feature in self.case.features]

    def run(self) -> None:
        """Read the whole line."""
        at = 0
        text = self.line.folded
        while at < len(text):
            at = self._one(at)
            gap = _BETWEEN.match(text, at)
            at = gap.end() if gap is not None else at
        if not self.terms and not self.features and not self.without and not self.problems:
            self._wrong("No term is named.", f"Write, for example, {example(self.case)}.")

    def _one(self, at: int) -> int:
        """Read what stands at ``at``; returns where it ends, always further on."""
        known = self.line.match(at, [*self._issues, *self._feature_names])
        if known is not None:
            name, end = known
            return self._term(self._issues[name], end) if name in self._issues else self._feature(name, end)
        keyword = _WITH.match(self.line.folded, at)
        if keyword is not None:
            known = self.line.match(keyword.end(), self._feature_names)
            if known is not None:
                self._take(known[0], keyword[1] not in _LEFT_OUT)
                return known[1]
            return self._unknown_feature(keyword.end())
        gap = _BETWEEN.match(self.line.folded, at)
        if gap is not None:
            return gap.end()
        option = self.line.match(at, self._telling_options())
        if option is not None:
            owner = next(issue for issue in self.case.issues if option[0] in issue.options)
            self._settle(owner.name, option[0])
            return option[1]
        return self._unknown(at)

    def _telling_options(self) -> list[str]:
        """Options that only one issue has: they need no issue before them."""
        every = [option for issue in self.case.issues for option in issue.options]
        return [option for option in every if every.count(option) == 1]

    def _term(self, issue: Issue, at: int) -> int:
        sign = _IS.match(self.line.folded, at)
        at = sign.end() if sign is not None else at + (self.line.folded[at : at + 1] == " ")
        option = self.line.match(at, issue.options)
        if option is not None:
            self._settle(issue.name, option[0])
            return option[1]
        chunk, end = self._chunk(at)
        if not chunk:
            what = f"It is not said what '{shorten(issue.name, 40)}' should be."
            self._wrong(what, f"Write {issue.name}={_first(issue)}.")
        elif issue.is_range:
            self._number(issue, chunk)
        else:
            same = _same_option(issue.options, chunk)
            if same is not None:
                self._settle(issue.name, same)
            else:
                what = f"'{shorten(chunk, 40)}' is not an option of '{shorten(issue.name, 40)}'."
                self._wrong(what, meant(chunk, issue.options, f"Its options: {listing(issue.options)}."))
        return end

    def _chunk(self, at: int) -> tuple[str, int]:
        """What is written from ``at`` to the next separator or the next name of the case, and where that ends."""
        written = self.line.written(at)
        found = _CHUNK.match(written)
        end = self.line.folded_place(at, found.end() if found is not None else 0)
        names = [*self._issues, *self._feature_names]
        for place in range(at + 1, end):
            after_space = self.line.folded[place - 1] == " "
            if after_space and (self.line.match(place, names) or _WITH.match(self.line.folded, place)):
                end = place
                break
        return _TRAILING.sub("", self.line.written(at, end)).strip(), end

    def _number(self, issue: Issue, chunk: str) -> None:
        bare = _CURRENCY.sub("", chunk)
        unit = self.case.unit.casefold()
        if bare.casefold().endswith(unit) and bare[: len(bare) - len(unit)].strip():
            bare = bare[: len(bare) - len(unit)].strip()
        try:
            value = numbers.amount(bare)
        except WrongError as wrong:
            self._wrong(f"'{shorten(issue.name, 40)}' is settled by a number. {wrong.what}", wrong.fix)
            return
        for _, what, fix in numbers.doubts(bare):
            self._wrong(what, fix, error=False)
        if self._inside(issue, value):
            self._settle(issue.name, value)

    def _inside(self, issue: Issue, value: float) -> bool:
        """Whether a number lies in the range of its issue; a warning where it is off the steps."""
        low, high, step = issue.low, issue.high, issue.step
        name = shorten(issue.name, 40)
        if low is None or high is None:
            return True
        if not low - 1e-9 <= value <= high + 1e-9:
            what = f"{value:.15g} lies outside {low:.15g} to {high:.15g}, the range of '{name}'."
            self._wrong(what, "Name a number in the range, or widen it under 'issues'.")
            return False
        if step is not None and step > 0:
            steps = (value - low) / step
            if abs(steps - round(steps)) > 1e-6:
                near = [low + step * math.floor(steps), low + step * math.ceil(steps)]
                fix = "Near it: " + " and ".join(f"{n:.15g}" for n in near if n <= high + 1e-9) + "."
                what = f"{value:.15g} is no step of '{name}', which goes by {step:.15g} from {low:.15g}."
                self._wrong(what, fix, error=False)
        return True

    def _feature(self, name: str, at: int) -> int:
        sign = _IS.match(self.line.folded, at)
        if sign is None:
            self._take(name, True)
            return at
        chunk, end = self._chunk(sign.end())
        flag = FLAGS.get(chunk.lower())
        if flag is None:
            self._wrong(
                f"'{shorten(name, 40)}' is a feature: it is in or it is not.", f"Write {name}=yes or {name}=no."
            )
        else:
            self._take(name, flag)
        return end

    def _take(self, name: str, included: bool) -> None:
        if name in self.features | self.without:
            self._wrong(f"'{shorten(name, 40)}' is named twice.", "Name it once.")
        else:
            (self.features if included else self.without).add(name)

    def _settle(self, name: str, term: str | float) -> None:
        if name in self.terms:
            self._wrong(f"'{shorten(name, 40)}' is named twice.", "Name it once.")
        else:
            self.terms[name] = term

    def _unknown(self, at: int) -> int:
        chunk, end = self._chunk(at)
        sign = _IS.search(chunk)
        name = chunk[: sign.start()].strip() if sign is not None else chunk
        known = [*self._issues, *self._feature_names]
        what = f"'{shorten(name or chunk, 40)}' is neither an issue nor a feature of this case."
        self._wrong(what, meant(name, known, f"Known: {listing(known)}."))
        return max(end, at + 1)

    def _unknown_feature(self, at: int) -> int:
        chunk, end = self._chunk(at)
        names = self._feature_names
        otherwise = f"Known: {listing(names)}." if names else "It has none."
        self._wrong(f"'{shorten(chunk, 40)}' is not a feature of this case.", meant(chunk, names, otherwise))
        return max(end, at + 1)

    def _wrong(self, what: str, fix: str, *, error: bool = True) -> None:
        self.problems.append(Problem(self.where, None, what, fix, "error" if error else "warning"))


def meant(name: str, known: Sequence[str], otherwise: str) -> str:
    """A sentence that offers the closest known name, or the only one that holds the words; else ``otherwise``."""
    holding = [one for one in known if folded(name) and folded(name) in folded(one)]
    return f"Did you mean '{holding[0]}'?" if len(holding) == 1 else did_you_mean(name, known, otherwise)


def example(case: Case) -> str:
    """A line that this case could be given, for a complaint."""
    parts = [f"{issue.name}={_first(issue)}" for issue in case.issues[:2]]
    parts += [f"with {feature.name}" for feature in case.features[: max(0, 2 - len(parts))]]
    return ", ".join(parts)


def _first(issue: Issue) -> str:
    return issue.options[0] if issue.options else f"{issue.low or 0.0:.15g}"


def _same_option(options: Sequence[str], chunk: str) -> str | None:
    """The one option that is the same number, or the same yes or no, however it is written."""
    wanted = value_of(chunk.strip())
    same = [option for option in options if wanted is not None and value_of(option.strip()) == wanted]
    return same[0] if len(same) == 1 else None
