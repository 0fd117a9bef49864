"""What can be referred to in this case, and which option does a label mean?"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from upperhand.casefile import numbers
from upperhand.casefile.fields import FLAGS
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.schema import CaseIn, IssueIn
from upperhand.casefile.spelling import did_you_mean, listing, name_of, shorten
from upperhand.model.package import Package


@dataclass(frozen=True)
class Names:
    """The names a case defines. ``possible`` are wants that only a possibility brings."""

    wants: tuple[str, ...]
    possible: tuple[str, ...]
    issues: Mapping[str, IssueIn]
    features: tuple[str, ...]

    @classmethod
    def of(cls, parts: CaseIn) -> Names:
        """The names of a whole case."""
        possible = tuple(p.want for p in parts.possibilities if p.want not in parts.wants)
        return cls(tuple(parts.wants), possible, parts.issues, tuple(parts.features))


def option_named(issue: IssueIn, label: str) -> str | None:
    """The option a label means: the same text, or else the same number or the same yes/no; ``None``: none of them."""
    options, name = issue.options or [], name_of(label)
    if name in options:
        return name
    value = value_of(name)
    same = [o for o in options if value is not None and value_of(o) == value]
    return same[0] if len(same) == 1 else None


def term_of(name: str, issue: IssueIn, label: Any) -> str | float:
    """What a label settles the issue at: an option, or a number for a range; WrongError where it is neither."""
    if not isinstance(label, str):
        raise WrongError(f"'{shorten(name, 40)}' needs one option.", "Write one of its options.")
    if issue.options is None:
        try:
            return numbers.amount(label)
        except WrongError as wrong:
            raise WrongError(f"'{shorten(name, 40)}' is settled by a number. {wrong.what}", wrong.fix) from wrong
    option = option_named(issue, label)
    if option is None:
        what = f"'{shorten(label, 40)}' is not an option of '{shorten(name, 40)}'."
        raise WrongError(what, did_you_mean(label, issue.options, f"Its options: {listing(issue.options)}."))
    return option


def package_terms(terms: Mapping[str, Any], names: Names) -> Iterator[tuple[str, str | float | bool | WrongError]]:
    """Each key of a package with what it means: a term, whether a feature is in, or what is wrong with it."""
    for key, label in terms.items():
        if key in names.issues:
            try:
                yield key, term_of(key, names.issues[key], label)
            except WrongError as wrong:
                yield key, wrong
        elif key == "features" and not isinstance(label, str):
            for feature in map(name_of, label):
                yield feature, True if feature in names.features else unknown_feature(feature, names)
        elif key in names.features:
            flag = FLAGS.get(label.strip().lower()) if isinstance(label, str) else None
            wrong_flag = WrongError(f"'{shorten(key, 40)}' is a feature: it is in or it is not.", "Write yes or no.")
            yield key, flag if flag is not None else wrong_flag
        else:
            yield key, unknown_part(key, names)


def package_of(terms: Mapping[str, Any], names: Names) -> Package:
    """The package that checked terms stand for."""
    settled: dict[str, str | float] = {}
    features: set[str] = set()
    for key, meaning in package_terms(terms, names):
        if isinstance(meaning, bool):
            features |= {key} if meaning else set()
        elif not isinstance(meaning, WrongError):
            settled[key] = meaning
    return Package(settled, frozenset(features))


def unknown_part(name: str, names: Names) -> WrongError:
    """The complaint about a part of a package that nobody defined."""
    known = [*names.issues, *names.features]
    what = f"'{shorten(name, 40)}' is neither an issue nor a feature of this case."
    return WrongError(what, did_you_mean(name, known, f"Known: {listing(known)}." if known else "Add it to 'issues'."))


def unknown_feature(name: str, names: Names) -> WrongError:
    """The complaint about a feature nobody brings."""
    fix = did_you_mean(name, names.features, f"Add it to 'features'; known: {listing(names.features) or 'none'}.")
    return WrongError(f"'{shorten(name, 40)}' is not a feature of this case.", fix)


def unknown_want(name: str, names: Names) -> WrongError:
    """The complaint about a want nobody has."""
    known = [*names.wants, *names.possible]
    fix = did_you_mean(name, known, f"Add it to 'wants'; known: {listing(known) or 'none'}.")
    if name in names.possible:
        fix = "So far it is only a possibility: add it to 'wants' as well."
    return WrongError(f"'{shorten(name, 40)}' is not one of their wants.", fix)


def unknown_issue(name: str, names: Names) -> WrongError:
    """The complaint about an issue that is not on the table."""
    fix = did_you_mean(name, names.issues, f"Add it to 'issues'; known: {listing(names.issues) or 'none'}.")
    return WrongError(f"'{shorten(name, 40)}' is not an issue of this case.", fix)


def value_of(label: str) -> tuple[str, float] | None:
    """A yes or no, or a number, however it is written."""
    flag = FLAGS.get(label.lower())
    if flag is not None:
        return "flag", float(flag)
    try:
        value = float(label)
    except ValueError:
        return None
    return ("number", value) if math.isfinite(value) else None
