"""What does a rule between issues say, and which caps on conditions does it make?

`A only if B or C` is: at most 2 of (A, not B, not C). Every form comes down to that one: at most so many of some
conditions hold. The forms stand in docs/how-to/rules.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from upperhand.casefile.numbers import WrongError
from upperhand.casefile.rule_conditions import conditions, turned
from upperhand.casefile.rule_scan import Known, Sentence
from upperhand.casefile.spelling import shorten
from upperhand.model.case import Condition, Rule

All = tuple[Condition, ...]
"""Conditions that hold together."""

Any = tuple[All, ...]
"""One of these, or more of them."""

Cap = tuple[All, int]
"""At most so many of the conditions hold."""

Caps = tuple[Cap, ...]
Read = tuple[Caps, int]
"""What a sentence makes, and where it ends."""

MOST_CAPS = 64
"""A sentence that would make more caps than this is to be split."""

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
MOST = ("at most", "no more than", "not more than", "up to", "maximum", "max", "only")
LEAST = ("at least", "no fewer than", "no less than", "not fewer than", "not less than", "minimum", "min")
EXACT = ("exactly", "just", "precisely")
OF = ("of:", "of the following:", "of these:", "of", ":")
NONE = ("none of:", "none of", "neither")
EVERY = ("all of:", "all of")
NOT_EVERY = ("not all of:", "not all of", "not all:")
SOME = ("any of:", "any of", "one or more of:", "one or more of")
APART = ("not together:", "not together", "never together:", "never together", "mutually exclusive:")
TOGETHER = ("only together:", "only together", "all or none of:", "all or none of", "together or not at all:")
ITEM = (",", ", and", ", or", ";", "and", "or", "nor", "/")
WITH = ("with", "together with", "along with")
AND = (*WITH, "and", "&", "+", "and with", "and also", ", and")
OR = ("or", ", or", "or with")
WITHOUT = ("without",)
EITHER = ("either", "both", "a package with", "packages with")
NEVER = ("never", "never:", "not both", "no package with", "no packages with")
NO = ("no", "not")
ALWAYS = ("always", "always:", "must have", "")
IF = ("if", "when", "whenever", "where")
THEN = ("then", ", then", ",", ":", "->", "=>", "→", "⇒")
ONLY_IF = ("only if", "only when", "only with", "only together with", "only where", "requires", "needs", "implies",
           "means", "->", "=>", "→", "⇒", "only")  # fmt: skip
SAME = ("if and only if", "exactly if", "exactly when", "iff", "<->", "<=>", "↔", "⇔")
UNLESS = ("unless", "except if", "except when")
CLASH = ("not with", "not together with", "never with", "never together with", "excludes", "rules out",
         "cannot go with", "does not go with")  # fmt: skip
APART_AFTER = ("not together", "never together", "exclude each other", "are mutually exclusive", "cannot go together")
TOGETHER_AFTER = ("only together", "together or not at all", "all or none")
FORMS = (
    "Write, for example, 'not together: A, B', 'A only if B', 'A if B', 'never A with B' or 'at most 2 of: A, B, C'."
)


def read_rule(text: str, known: Known) -> tuple[Rule, ...]:
    """The rules that a sentence makes; WrongError says what cannot be understood."""
    said = Sentence.of(text, known)
    if not said.text:
        raise WrongError("A rule is missing here.", FORMS)
    for form in (_counted, _if_then, _never, _joined, _always, _listed):
        for caps, end in form(said, 0):
            if said.is_end(end):
                return tuple(Rule(members, at_most, text) for members, at_most in caps)
            left = shorten(said.text[said.skipped(end) :], 40)
            said.wrong(end, f"'{left}' cannot be understood here.", FORMS)
    raise said.failed[1] if said.failed is not None else WrongError("This rule cannot be understood.", FORMS)


def rules_of(sentences: Iterable[str], known: Known) -> tuple[Rule, ...]:
    """The rules of sentences that were checked; one that stands twice counts once."""
    return tuple(rule for text in dict.fromkeys(sentences) for rule in read_rule(text, known))


def _counted(said: Sentence, at: int) -> Iterator[Read]:
    """`at most 2 of: A, B, C`, `not together: A, B` and their like."""
    for words, kind in _NUMBERED:
        for start in said.words(at, words):
            for number, after in _number(said, start):
                for items in said.words(after, OF):
                    yield from ((_of_list(kind, number, listed), end) for listed, end in _list(said, items))
    for words, kind in _WHOLE:
        for start in said.words(at, words):
            yield from ((_of_list(kind, 0, listed), end) for listed, end in _list(said, start))


Kinds = tuple[tuple[tuple[str, ...], str], ...]
_NUMBERED: Kinds = ((MOST, "most"), (LEAST, "least"), (EXACT, "exact"))
_WHOLE: Kinds = (
    (NONE, "none"), (EVERY, "every"), (NOT_EVERY, "not every"), (SOME, "some"), (APART, "apart"), (TOGETHER, "as one"),
)  # fmt: skip
_AFTER: Kinds = ((APART_AFTER, "apart"), (TOGETHER_AFTER, "as one"))


def _listed(said: Sentence, at: int) -> Iterator[Read]:
    """`A and B not together`, `A, B and C only together`."""
    for listed, after in _list(said, at):
        for words, kind in _AFTER:
            for end in said.words(after, words):
                yield _of_list(kind, 0, listed), end


def _number(said: Sentence, at: int) -> Iterator[tuple[int, int]]:
    for number, word in enumerate(NUMBERS):
        for end in said.words(at, (word, str(number))):
            yield number, end


def _of_list(kind: str, number: int, listed: All) -> Caps:
    count = len(listed)
    if kind == "as one":
        return tuple(((one, turned(other)), 1) for one, other in zip(listed, (*listed[1:], listed[0]), strict=True))
    least = {"least": number, "exact": number, "every": count, "some": 1}
    most = {"most": number, "exact": number, "none": 0, "not every": count - 1, "apart": 1}
    caps: list[Cap] = [(listed, most[kind])] if kind in most else []
    if kind in least:
        caps.append((tuple(turned(one) for one in listed), count - least[kind]))
    return tuple(caps)


def _if_then(said: Sentence, at: int) -> Iterator[Read]:
    """`if A then B`."""
    for start in said.words(at, IF):
        for given, after in _any(said, start):
            for then in said.words(after, THEN):
                for wanted, end in _any(said, then):
                    yield _implied(given, wanted), end


def _never(said: Sentence, at: int) -> Iterator[Read]:
    """`never A with B`, `no A without B`."""
    for start in said.words(at, NEVER):
        for barred, end in _any(said, start):
            yield tuple(_not_all(one) for one in barred), end
    for start in said.words(at, NO):
        for together, end in _all(said, start, WITH):
            if len(together) > 1:
                yield (_not_all(together),), end


def _joined(said: Sentence, at: int) -> Iterator[Read]:
    """`A only if B`, `A if B`, `A unless B`, `A not with B`."""
    for left, after in _any(said, at):
        for words, caps in _JOINTS:
            for start in said.words(after, words):
                for right, end in _any(said, start):
                    yield caps(left, right), end


def _always(said: Sentence, at: int) -> Iterator[Read]:
    """Conditions that hold in every package: `price at most 2000`, `no roof renewal`."""
    for start in said.words(at, ALWAYS):
        for wanted, end in _any(said, start):
            mixed = len({one.negated for together in wanted for one in together}) > 1
            if mixed and next(said.words(start, NO), None) is not None:
                said.wrong(end, "A 'no' or 'not' before several things can be meant in two ways.", "Write two rules.")
                continue
            yield _one_of(wanted), end


def _list(said: Sentence, at: int, before: str | None = None) -> Iterator[tuple[All, int]]:
    for one, after in conditions(said, at, before):
        for start in said.words(after, ITEM):
            for rest, end in _list(said, start, one.issue):
                if one not in rest:
                    yield (one, *rest), end
                else:
                    said.wrong(end, "Something stands twice in this list.", "Name it once.")
        yield (one,), after


def _any(said: Sentence, at: int, before: str | None = None) -> Iterator[tuple[Any, int]]:
    for start in (*said.words(at, EITHER), at):
        for together, after in _all(said, start, AND, before):
            for following in said.words(after, OR):
                for rest, end in _any(said, following, together[-1].issue):
                    yield (together, *rest), end
            yield (together,), after


def _all(said: Sentence, at: int, joints: tuple[str, ...], before: str | None = None) -> Iterator[tuple[All, int]]:
    for one, after in conditions(said, at, before):
        for start in said.words(after, joints):
            for rest, end in _all(said, start, joints, one.issue):
                yield (one, *rest), end
        if next(said.words(after, WITHOUT), None) is not None:
            for rest, end in _all(said, after, joints, one.issue):
                yield (one, *rest), end
        yield (one,), after


def _not_all(together: All) -> Cap:
    members = tuple(dict.fromkeys(together))
    return members, len(members) - 1


def _one_of(wanted: Any) -> Caps:
    """One of the alternatives holds: of every choice of one condition from each, not all are missing."""
    _check_size(math.prod(len(together) for together in wanted))
    return tuple(_not_all(tuple(turned(one) for one in choice)) for choice in product(*wanted))


def _implied(given: Any, wanted: Any) -> Caps:
    _check_size(len(given) * math.prod(len(together) for together in wanted))
    missing = [tuple(turned(one) for one in choice) for choice in product(*wanted)]
    return tuple(_not_all((*together, *lack)) for together in given for lack in missing)


def _implied_back(wanted: Any, given: Any) -> Caps:
    return _implied(given, wanted)


def _same(left: Any, right: Any) -> Caps:
    return (*_implied(left, right), *_implied(right, left))


def _unless(wanted: Any, excused: Any) -> Caps:
    return _one_of((*wanted, *excused))


def _clash(left: Any, right: Any) -> Caps:
    return tuple(_not_all((*one, *other)) for one in left for other in right)


_JOINTS: tuple[tuple[tuple[str, ...], Callable[[Any, Any], Caps]], ...] = (
    (SAME, _same), (ONLY_IF, _implied), (IF, _implied_back), (UNLESS, _unless), (CLASH, _clash),
)  # fmt: skip


def _check_size(caps: int) -> None:
    if caps > MOST_CAPS:
        raise WrongError("This rule joins too much by 'and' and 'or'.", "Say it in several rules.")
