"""Which words, names and numbers stand at a place of a rule's sentence?

Names of a case may hold any sign, `only if` and commas included. So nothing is cut at signs: at every place the names
that the case knows are tried, the longest first, and whatever reads the whole sentence is what was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from upperhand.casefile import numbers
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.schema import IssueIn
from upperhand.casefile.spelling import did_you_mean, listing, name_of, shorten

MOST_STEPS = 20_000
"""A sentence that takes more attempts than this to read is given up."""

_NUMBER = re.compile(r"[€$£¥₹]?[+-]?\d+(?:[.,'’_]\d+)*%?")
_QUOTES = "\"'“”„‘’«»"
_PHRASE = re.compile(
    r"(?:^|\s)(?:only|if|unless|when|or|and|with|without|at|is|not|no|requires|needs|then|together|of)\b|[,;:=<>≤≥≠!()\[\]]|$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Known:
    """What a rule may speak of: the case's issues, features and unit."""

    issues: Mapping[str, IssueIn]
    features: tuple[str, ...]
    unit: str = "points"

    def issues_with(self, option: str) -> list[str]:
        """The issues that have such an option."""
        return [name for name, issue in self.issues.items() if option in (issue.options or ())]


@dataclass
class Sentence:
    """One sentence while it is read. ``failed`` is the complaint about the furthest place that was reached."""

    text: str
    known: Known
    failed: tuple[int, WrongError] | None = None
    steps: int = 0
    ends: re.Pattern[str] = field(default=re.compile(r"[\s.;!]*"), repr=False)

    @classmethod
    def of(cls, text: str, known: Known) -> Sentence:
        """The sentence in composed Unicode, every space a single one."""
        return cls(" ".join(name_of(text).split()), known)

    def is_end(self, at: int) -> bool:
        """Whether nothing but a full stop is left."""
        return self.ends.fullmatch(self.text, at) is not None

    def step(self) -> None:
        """Count an attempt; WrongError where there were too many."""
        self.steps += 1
        if self.steps > MOST_STEPS:
            raise WrongError("This rule is too tangled to be read.", "Say it in several rules.")

    def skipped(self, at: int) -> int:
        """The next place that is no space."""
        while at < len(self.text) and self.text[at] == " ":
            at += 1
        return at

    def wrong(self, at: int, what: str, fix: str) -> None:
        """Note a complaint about a place; the first one about the furthest place stands."""
        if self.failed is None or at > self.failed[0]:
            self.failed = at, WrongError(what, fix)

    def words(self, at: int, phrases: tuple[str, ...]) -> Iterator[int]:
        """Where each of the phrases that stand here ends, the longest first."""
        self.step()
        at = self.skipped(at)
        found = (pattern.match(self.text, at) for pattern in _patterns(phrases))
        yield from sorted({match.end() for match in found if match is not None}, reverse=True)

    def names(self, at: int, names: Iterable[str]) -> Iterator[tuple[str, int]]:
        """The names that stand here, bare or in quotes, each with where it ends: the longest and best written first."""
        self.step()
        at = self.skipped(at)
        quoted = at < len(self.text) and self.text[at] in _QUOTES
        found = []
        for name in names:
            for start in (at, at + 1) if quoted else (at,):
                match = _pattern(name).match(self.text, start)
                if match is None:
                    continue
                closed = match.end() < len(self.text) and self.text[match.end()] in _QUOTES
                end = match.end() + (1 if start > at and closed else 0)
                found.append((-(match.end() - start), match[0] != name, name, end))
        for _, _, name, end in sorted(found):
            yield name, end

    def number(self, at: int, issue: str) -> tuple[float, int] | None:
        """The number here, with a unit or without, and where it ends; what is wrong with it is noted."""
        at = self.skipped(at)
        match = _NUMBER.match(self.text, at)
        if match is None:
            self.wrong(at, f"A number is missing for '{shorten(issue, 40)}'.", self.like(issue))
            return None
        try:
            value = numbers.amount(match[0].replace("’", "'"))
        except WrongError as wrong:
            self.wrong(match.end(), f"'{shorten(issue, 40)}': {wrong.what}", wrong.fix)
            return None
        part = self.known.issues[issue]
        if part.low is not None and part.high is not None and not _between(value, part.low, part.high):
            what = f"{value:g} lies outside the range of '{shorten(issue, 40)}', {part.low:g} to {part.high:g}."
            self.wrong(match.end(), what, "Correct the number, or widen the range under 'issues'.")
            return None
        return value, next(self.words(match.end(), (self.known.unit, "€", "$", "£")), match.end())

    def like(self, name: str) -> str:
        """How something could be said of an issue."""
        issue = self.known.issues[name]
        if issue.options is None:
            return f"Write {shorten(name, 40)} at most {100 if issue.high is None else issue.high:g}, for example."
        return f"Write {shorten(name, 40)} = {shorten(issue.options[0], 40) if issue.options else '...'}, for example."

    def phrase(self, at: int) -> tuple[str, int]:
        """The words from here to the next sign or joining word, and where they end."""
        at = self.skipped(at)
        end = _PHRASE.search(self.text, max(at - 1, 0))
        last = max(end.start(), at) if end else len(self.text)
        return self.text[at:last].strip(" ."), last

    def unknown(self, at: int) -> None:
        """Note that what stands here is nothing the case knows."""
        at = self.skipped(at)
        said = self.phrase(at)[0] or self.text[at:]
        parts = [*self.known.issues, *self.known.features]
        if not said:
            self.wrong(at, "The rule breaks off.", "Name an issue with its option, or a feature.")
            return
        options = [option for issue in self.known.issues.values() for option in issue.options or ()]
        fix = did_you_mean(said, [*parts, *options], f"Known: {listing(parts)}.")
        self.wrong(at, f"'{shorten(said, 40)}' is neither an issue, an option nor a feature of this case.", fix)


def _between(value: float, one: float, other: float) -> bool:
    return min(one, other) <= value <= max(one, other)


@lru_cache(maxsize=512)
def _patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(_pattern(phrase) for phrase in phrases)


@lru_cache(maxsize=4096)
def _pattern(name: str) -> re.Pattern[str]:
    """A name or phrase as whole words, whatever its case."""
    body = r" ".join(re.escape(word) for word in name.split())
    before = r"(?<!\w)" if name[:1].isalnum() else ""
    after = r"(?!\w)" if name[-1:].isalnum() else ""
    return re.compile(before + body + after, re.IGNORECASE)
