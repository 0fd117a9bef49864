"""What does a reply such as `chose B`, `ranked B A C` or `better on price, not on start` say?

It is read beside the packages that were offered last, A, B, C or 1, 2, 3 in the order in which they were shown, and by
the names of the case.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from upperhand.casefile.remarks import signed_parts
from upperhand.casefile.spelling import shorten
from upperhand.casefile.terms import example, folded, parse_terms
from upperhand.errors import Problem
from upperhand.model.case import Case
from upperhand.model.evidence import Feedback, MenuChoice, Observed, Offer, Ranking, Response
from upperhand.model.package import Package

REPLY = "reply"
_SUBJECT = r"^(?:they\s+|he\s+|she\s+)?(?:have\s+|has\s+)?"
_CHOSE = re.compile(_SUBJECT + r"(?:chose|choose|chooses|chosen|picked|picks|pick|took|takes|take)\b\s*:?\s*", re.I)
_RANKED = re.compile(_SUBJECT + r"(?:ranked|ranks|rank|ranking|order)\b\s*:?\s*", re.I)
_ACCEPTED = re.compile(_SUBJECT + r"(?:accepted|accepts|accept|agreed|agrees|yes)\b(?:\s+to\b)?\s*[:,;]?\s*", re.I)
_REJECTED = re.compile(
    _SUBJECT
    + r"(?:rejected|rejects|reject|refused|refuses|declined|declines|none(?:\s+of\s+(?:them|these|those))?|no)\b"
    r"\s*[:,;]?\s*",
    re.I,
)
_COUNTER = re.compile(_SUBJECT + r"(?:counter(?:[\s-]?offer(?:ed|s)?|ed|s)?|offered|offers|offer)\b\s*[:,;]?\s*", re.I)
_LABEL = re.compile(
    r"(?:(?:package|option|offer|number)\s+|#\s*)?([A-Za-z]\d?|\d{1,3})(?=$|\s*[:;,.)]|\s+(?:is|was)\b)", re.I
)
_FEEDBACK = re.compile(r"\b(?:better|worse|closer|nearer|further|not|good|bad)(?:\s+\w+)?\s+(?:on|about)\b", re.I)
_THAN = re.compile(
    r"\bthan\s+(?:(?:package|option|offer|number)\s+)?(before|the\s+last(?:\s+one)?|[A-Za-z]\d?|\d{1,3})\b", re.I
)
_ORDER = re.compile(r"\s*(?:>|,|;|\bthen\b|\bbefore\b)\s*|\s+", re.I)
HOW = "Write chose B, ranked B A C, accepted, rejected, 'counter: {example}' or 'better on {part}'."


@dataclass(frozen=True)
class Shown:
    """What was offered last, in order; ``before`` is the one package offered before that, ``at`` when it was."""

    packages: tuple[Package, ...]
    at: str = ""
    before: Package | None = None

    @property
    def labels(self) -> list[str]:
        """A, B, C, ... for each of them."""
        return [chr(ord("A") + i) if i < 26 else str(i + 1) for i in range(len(self.packages))]


@dataclass(frozen=True)
class Answer:
    """What a reply claims, each with a sentence that says it back, and what is wrong with it."""

    claims: tuple[Observed, ...]
    said: tuple[str, ...]
    problems: tuple[Problem, ...] = ()


def read_answer(text: str, case: Case, shown: Shown | None) -> Answer:
    """The claims of a reply; none where it cannot be meant, and then ``problems`` say why."""
    reader = _Answer(case, shown)
    reader.read(" ".join(text.split()).strip().rstrip(".!"))
    if any(p.severity == "error" for p in reader.problems):
        return Answer((), (), tuple(reader.problems))
    return Answer(tuple(reader.claims), tuple(reader.said), tuple(reader.problems))


@dataclass
class _Answer:
    """Reads one reply."""

    case: Case
    shown: Shown | None
    claims: list[Observed] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def _packages(self) -> tuple[Package, ...]:
        return self.shown.packages if self.shown is not None else ()

    def read(self, text: str) -> None:
        """Read the whole reply by how it starts."""
        for start, read in (
            (_COUNTER, self._counter),
            (_CHOSE, self._choice),
            (_RANKED, self._ranking),
            (_ACCEPTED, self._yes),
        ):
            found = start.match(text)
            if found is not None:
                read(text[found.end() :].strip())
                return
        no = _REJECTED.match(text)
        if no is not None:
            self._no(text[no.end() :].strip())
        elif _FEEDBACK.search(text):
            self._feedback(text)
        elif ">" in text:
            self._ranking(text)
        elif text and _LABEL.fullmatch(text):
            self._choice(text)
        else:
            part = self._parts[0] if self._parts else "price"
            what = f"'{shorten(text)}' is no reply that can be read." if text else "The reply is empty."
            self._wrong(what, HOW.format(example=example(self.case), part=part))

    @property
    def _parts(self) -> list[str]:
        return [issue.name for issue in self.case.issues] + [feature.name for feature in self.case.features]

    # --- what each form says

    def _counter(self, rest: str) -> None:
        package, problems = parse_terms(rest, self.case, REPLY)
        self.problems += problems
        self._note(Offer(package), "they put forward a package of their own")

    def _choice(self, rest: str) -> None:
        if not self._is_menu("choose from"):
            return
        index = self._which(rest)
        if index is not None:
            self._note(MenuChoice(self._packages, index), f"they chose {self._label(index)} of {len(self._packages)}")

    def _yes(self, rest: str) -> None:
        label, rest = self._cut(rest)
        index = self._which(label) if label else self._only(rest)
        if index is None:
            return
        if index < 0:
            package = self._named(rest)
            self._note(Response(package, True), "they accepted a package you named")
            return
        if len(self._packages) > 1:
            self._note(MenuChoice(self._packages, index), f"they chose {self._label(index)} of {len(self._packages)}")
        self._note(Response(self._packages[index], True), f"they accepted {self._label(index)}")
        self._more(label, rest, index)

    def _no(self, rest: str) -> None:
        label, rest = self._cut(rest)
        if not label and not _is_terms(rest) and len(self._packages) > 1:
            for i, package in enumerate(self._packages):
                self._note(Response(package, False), f"they rejected {self._label(i)}")
            if rest:
                self._feedback(rest)
            return
        index = self._which(label) if label else self._only(rest)
        if index is None:
            return
        if index < 0:
            self._note(Response(self._named(rest), False), "they rejected a package you named")
            return
        self._note(Response(self._packages[index], False), f"they rejected {self._label(index)}")
        self._more(label, rest, index)

    def _more(self, label: str, rest: str, index: int) -> None:
        """What a yes or no goes on to say of the package."""
        if rest and (label or not _is_terms(rest)):
            self._feedback(f"{self._label(index)}: {rest}" if len(self._packages) > 1 else rest)

    def _ranking(self, rest: str) -> None:
        if not self._is_menu("rank"):
            return
        groups: list[tuple[int, ...]] = []
        for part in _ORDER.split(re.sub(r"\s*=\s*", "=", rest.strip().rstrip(".,;"))):
            if not part:
                continue
            indices = [self._index(label) for label in part.split("=") if label]
            if None in indices:
                return
            groups.append(tuple(sorted(i for i in indices if i is not None)))
        named = [i for group in groups for i in group]
        twice = next((i for i in named if named.count(i) > 1), None)
        if twice is not None:
            self._wrong(f"{self._label(twice)} is ranked twice.", "Name each package once, the best first.")
        elif not groups or len(groups[0]) == len(self._packages):
            self._wrong("It is not said which comes before which.", "Name the best first: ranked B A C.")
        else:
            order = " before ".join(" and ".join(map(self._label, group)) for group in groups)
            self._note(Ranking(self._packages, tuple(groups)), f"they put {order}")

    def _feedback(self, text: str) -> None:
        than, text = self._than(text)
        label, text = self._cut(text)
        index = self._index(label or ("A" if self._packages else ""))
        if index is None:
            return
        if not label and len(self._packages) > 1:
            self._wrong("It is not said which package this is about.", f"Start with its letter: 'B: {shorten(text)}'.")
            return
        better, worse, wrong = signed_parts(text, self._parts)
        if wrong is not None:
            self._wrong(*wrong)
            return
        package = self._packages[index]
        for name in (*better, *worse):
            if name not in package.terms and any(issue.name == name for issue in self.case.issues):
                what = f"The package offered does not say what '{shorten(name, 40)}' is."
                self._wrong(what, "Leave it out, or offer a package that names it.")
        both = next((name for name in better if name in worse), None)
        if both is not None:
            self._wrong(f"'{shorten(both, 40)}' is called better and worse.", "Keep one of the two.")
        elif better or worse:
            said = [f"better on {', '.join(better)}"] * bool(better) + [f"worse on {', '.join(worse)}"] * bool(worse)
            known = than if than is not None else self._before(package, (*better, *worse))
            claim = Feedback(package, tuple(better), tuple(worse), known)
            self._note(claim, f"they find {self._label(index)} {' and '.join(said)}")
        else:
            self._wrong("It is not said what is better or worse.", f"Write 'better on {self._parts[0]}'.")

    # --- which package is meant

    def _than(self, text: str) -> tuple[Package | None, str]:
        """The package of "than A" or "than before", and the text without it."""
        found = _THAN.search(text)
        if found is None:
            return None, text
        rest = f"{text[: found.start()]} {text[found.end() :]}"
        if len(found[1]) > 3:
            return (self.shown.before if self.shown is not None else None), rest
        index = self._index(found[1])
        return (None if index is None else self._packages[index]), rest

    def _before(self, package: Package, names: Sequence[str]) -> Package | None:
        """The package offered before, where it differs in a part that is named."""
        before = self.shown.before if self.shown is not None else None
        if before is None:
            return None
        features = package.features ^ before.features
        differs = any(before.terms.get(n, package.terms.get(n)) != package.terms.get(n) or n in features for n in names)
        return before if differs else None

    def _cut(self, text: str) -> tuple[str, str]:
        """A letter or number at the start of a text, and the rest."""
        found = _LABEL.match(text)
        if found is None:
            return "", text
        return found[1], re.sub(r"^\s*(?:[:;,.)]\s*|(?:is|was)\b\s*)", "", text[found.end() :])

    def _which(self, text: str) -> int | None:
        """The package that a letter, a number or its terms mean."""
        label = _LABEL.fullmatch(text.strip().rstrip(":;,.)"))
        if label is not None or not text:
            return self._index(label[1] if label is not None else "")
        package = self._named(text)
        if any(p.severity == "error" for p in self.problems):
            return None
        same = [i for i, one in enumerate(self._packages) if _holds(one, package)]
        if len(same) == 1:
            return same[0]
        what = "None of the packages offered holds these terms." if not same else "Several packages hold these terms."
        self._wrong(what, f"Name its letter: {', '.join(self.shown.labels if self.shown else [])}.")
        return None

    def _only(self, rest: str) -> int | None:
        """The one package that was offered; -1 where the reply names another by its terms."""
        if _is_terms(rest):
            package = self._named(rest)
            if any(p.severity == "error" for p in self.problems):
                return None
            same = [i for i, one in enumerate(self._packages) if _holds(one, package)]
            return same[0] if len(same) == 1 else -1
        if len(self._packages) == 1:
            return 0
        if not self._packages:
            fix = f"Name the package: 'rejected: {example(self.case)}'."
            self._wrong("Nothing was offered yet, so it is not known what this replies to.", fix)
        else:
            self._wrong(f"{len(self._packages)} packages were offered.", "Say which: 'accepted B'.")
        return None

    def _index(self, label: str) -> int | None:
        labels = self.shown.labels if self.shown is not None else []
        wanted = label.strip().upper()
        if wanted in labels:
            return labels.index(wanted)
        if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(labels):
            return int(wanted) - 1
        if not labels:
            self._wrong(
                "Nothing was offered yet, so it is not known what this replies to.",
                "Note your offer first, with upperhand offered.",
            )
        else:
            what = f"There is no package {shorten(label, 20)}." if wanted else "It is not said which package."
            self._wrong(what, f"Offered were {', '.join(labels)}.")
        return None

    def _is_menu(self, verb: str) -> bool:
        if len(self._packages) > 1:
            return True
        if self._packages:
            self._wrong(f"Only one package was offered, so there was nothing to {verb}.", "Write accepted or rejected.")
        else:
            self._wrong(
                f"Nothing was offered yet, so there was nothing to {verb}.",
                "Note your offer first, with upperhand offered.",
            )
        return False

    def _named(self, text: str) -> Package:
        package, problems = parse_terms(text, self.case, REPLY)
        self.problems += [p for p in problems if p not in self.problems]
        return package

    def _label(self, index: int) -> str:
        return self.shown.labels[index] if self.shown is not None and len(self._packages) > 1 else "your offer"

    def _note(self, claim: Observed, said: str) -> None:
        self.claims.append(claim)
        self.said.append(said)

    def _wrong(self, what: str, fix: str) -> None:
        self.problems.append(Problem(REPLY, None, what, fix))


def _is_terms(text: str) -> bool:
    """Whether the rest of a yes or no names a package rather than going on about the one offered."""
    return bool(folded(text)) and not _FEEDBACK.search(text)


def _holds(package: Package, part: Package) -> bool:
    """Whether a package holds all terms and features of a part."""
    terms = all(package.terms.get(name) == term for name, term in part.terms.items())
    return terms and part.features <= package.features
