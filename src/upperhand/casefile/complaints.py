"""What is wrong with the values of this file, in sentences with line numbers?

Everything is found in one go: unknown keys are gathered while reading, wrong values are reported and left out, and what
remains is read again so that the checks across the file can still run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from upperhand.casefile.fields import WRONG
from upperhand.casefile.nodes import Listing, Mapping, Node, Scalar, line_at, piece_at
from upperhand.casefile.parts import Part, Place, Reading, every_part
from upperhand.casefile.schema import CaseIn
from upperhand.casefile.schema_evidence import KINDS, EvidenceIn, Seen
from upperhand.casefile.spelling import closest, did_you_mean, listing, name_of, shorten
from upperhand.errors import Problem

T = TypeVar("T")
MOST_ROUNDS = 12
NAMED = ("wants", "issues", "features")
STAND_INS: dict[str, Any] = {"upperhand": "1", "title": "?", "me": {"name": "?"}, "them": {"name": "?"}}
# what stands in for a required value that could not be read, so that the rest of its part is still checked
SUBSTITUTES = {"reliability": "1", "score": "0", "out_of": "1", "exposure": "1", "margin": "0", "answer": "accept"}
_EVIDENCE: TypeAdapter[Any] = TypeAdapter(EvidenceIn)


@dataclass(frozen=True)
class Validated:
    """The file's parts as far as they can be read, what is wrong, and the places that were left out.

    ``parts`` is ``None`` where nothing at all can be used.
    """

    parts: Any
    problems: tuple[Problem, ...]
    left_out: frozenset[Place] = frozenset()


def validate_case(root: Node, file: str) -> Validated:
    """The whole file; ``parts`` is a CaseIn."""
    if not isinstance(root, Mapping):
        what = (
            "The file is a list, not a case." if isinstance(root, Listing) else "The file is a single text, not a case."
        )
        return Validated(None, (Problem(file, root.line, what, "Start with 'upperhand: 1' and 'title: ...'."),))
    return _Validation(root, file, STAND_INS).run(CaseIn.model_validate)


def validate_evidence(root: Node, file: str) -> Validated:
    """One piece of evidence on its own, as a note has it; ``parts`` is one of the evidence models."""
    found = _Validation(root, file, {}).run(_EVIDENCE.validate_python)
    sound = all(p.severity == "warning" for p in found.problems)
    return found if sound else Validated(None, found.problems, found.left_out)


@dataclass
class _Validation:
    """Holds what is known about one tree while it is read in rounds."""

    root: Node
    file: str
    stand_ins: dict[str, Any]
    left_out: set[Place] = field(default_factory=set)
    respelt: dict[tuple[Place, str], str] = field(default_factory=dict)
    retrying: bool = False

    def run(self, model: Callable[..., Any]) -> Validated:
        """Rounds of reading; only the first one's complaints are genuine, later ones follow from what was left out."""
        problems: list[Problem] = []
        for turn in range(MOST_ROUNDS):
            reading, parts, details = Reading(), None, list[ErrorDetails]()
            try:
                parts = model(self._plain(self.root, (), reading), context=reading)
            except ValidationError as error:
                details = error.errors(include_url=False)
            if turn == 0:
                problems = self._unknown_keys(reading) + [self._complaint(d) for d in details]
                problems += [self._doubtful(*doubt) for doubt in reading.doubts]
            if not details:
                return Validated(parts, tuple(dict.fromkeys(problems)), frozenset(self.left_out))
            self.left_out |= {self._to_leave(detail) for detail in details}
            self.retrying = True
            if () in self.left_out:
                break
        return Validated(None, tuple(dict.fromkeys(problems)), frozenset(self.left_out))

    def _plain(self, node: Node, place: Place, reading: Reading) -> Any:
        if isinstance(node, Listing):
            items = ((i, item) for i, item in enumerate(node.items) if (*place, i) not in self.left_out)
            return self._placed([self._plain(item, (*place, i), reading) for i, item in items], place, reading)
        if not isinstance(node, Mapping):
            if not isinstance(node, Scalar) or node.word.is_nothing:
                return None
            return self._placed(node.word, place, reading)
        data: dict[str, Any] = {}
        for key, value in node.pairs:
            name = name_of(key.word)
            here = (*place, name)
            if here not in self.left_out:
                data[name] = self._plain(value, here, reading)
            elif len(here) == 2 and here[0] in NAMED:
                data[name] = {}
            elif name in SUBSTITUTES:
                data[name] = SUBSTITUTES[name]
        if not place and self.retrying:
            data = {**{k: v for k, v in self.stand_ins.items() if k not in data}, **data}
        return self._placed(data, place, reading)

    def _placed(self, data: T, place: Place, reading: Reading) -> T:
        reading.places[id(data)] = place
        reading.kept.append(data)
        return data

    def _unknown_keys(self, reading: Reading) -> list[Problem]:
        problems = []
        for place, key, known, meant in reading.unknown:
            if meant is None:
                self.left_out.add((*place, key))
            else:
                self.respelt[place, meant] = key
            fix = self._key_fix(place, key, known)
            line = line_at(self.root, (*place, key), of_key=True)
            where = f" under '{shorten(str(place[-1]), 30)}'" if place and isinstance(place[-1], str) else ""
            problems.append(Problem(self.file, line, f"'{shorten(key, 40)}' is not a key{where}.", fix))
        return problems

    def _doubtful(self, place: Place, what: str, fix: str) -> Problem:
        name = next((str(s) for s in reversed(place) if isinstance(s, str)), "the file")
        return Problem(self.file, line_at(self.root, place), f"{shorten(name, 40)}: {what}", fix, "warning")

    def _key_fix(self, place: Place, key: str, known: tuple[str, ...]) -> str:
        node = piece_at(self.root, place)
        if isinstance(node, Mapping) and node.flow and key.isdigit():
            before = next((v for (_, v), (k, _) in pairwise(node.pairs) if name_of(k.word) == key), None)
            first = str(before.word) if isinstance(before, Scalar) else ""
            if not first.isdigit():
                return "In braces a comma starts the next key: write numbers without separators, 2200 for 2,200."
            plain = f"{first}{key}" if len(key) == 3 and first.strip("0") else f"{first}.{key}"
            return f"In braces a comma starts the next key: write {plain} for {first},{key}."
        return did_you_mean(key, known, f"Known here: {listing(known, 20)}.")

    def _actual(self, loc: Place) -> tuple[Place, tuple[str | int, ...]]:
        """The place in the tree a location of the models stands for, and the segments that are not in the tree."""
        place: Place = ()
        for i, segment in enumerate(loc):
            if isinstance(segment, str) and segment.startswith(("<", "[key]")):
                continue
            written = self.respelt.get((place, str(segment)), segment)
            if isinstance(segment, int):
                written = self._index(place, segment)
            if piece_at(self.root, (*place, written)) is None:
                return place, tuple(s for s in loc[i:] if not str(s).startswith("<"))
            place = (*place, written)
        return place, ()

    def _index(self, place: Place, index: int) -> int:
        """The position in the file of the ``index``-th item that was not left out."""
        items = piece_at(self.root, place)
        if not isinstance(items, Listing):
            return index
        kept = [i for i in range(len(items.items)) if (*place, i) not in self.left_out]
        return kept[index] if index < len(kept) else index

    def _to_leave(self, detail: ErrorDetails) -> Place:
        place, missing = self._actual(detail["loc"])
        if missing and not place:
            return (missing[0],)
        while place and place in self.left_out:
            place = place[:-1]
        return place

    def _complaint(self, detail: ErrorDetails) -> Problem:
        place, missing = self._actual(detail["loc"])
        kind, context = detail["type"], detail.get("ctx", {})
        name = next((str(s) for s in reversed(place) if isinstance(s, str)), "the file")
        item = bool(place) and isinstance(place[-1], int)
        line = line_at(self.root, place)
        if kind == WRONG:
            line = line_at(self.root, (*place, *context["within"]))
            what, fix = f"{shorten(name, 40)}: {context['what']}", str(context["fix"])
        elif kind == "missing":
            what, fix = (
                f"'{missing[-1] if missing else name}' is missing{_under(place)}.",
                _example(str((missing or ("",))[-1])),
            )
        elif kind == "union_tag_not_found":
            what, fix = self._no_kind(piece_at(self.root, place))
        elif kind == "union_tag_invalid":
            tag = str(context.get("tag", "")).strip("<>")
            what, fix = (
                f"'{shorten(tag, 30)}' is not a kind of evidence.",
                did_you_mean(tag, KINDS, f"Known: {', '.join(KINDS)}."),
            )
        else:
            shown = f"An item of '{shorten(name, 40)}'" if item else f"'{shorten(name, 40)}'"
            what, fix = _shape(kind, shown, piece_at(self.root, place), context)
        return Problem(self.file, line, what, fix)

    def _no_kind(self, node: Node | None) -> tuple[str, str]:
        if not isinstance(node, Mapping):
            return "Evidence has keys of its own.", "Write {kind: statement, want: ..., quote: ..., source: ...}."
        near = closest("kind", (n for n in (name_of(k.word) for k, _ in node.pairs) if n not in Seen.written_keys()))
        hint = (
            f"Is '{near}' meant to be 'kind'?" if near is not None else f"Write 'kind:' with one of {', '.join(KINDS)}."
        )
        return "This evidence does not say its kind.", hint


def _under(place: Place) -> str:
    name = next((str(s) for s in reversed(place) if isinstance(s, str)), None)
    return "" if name is None else f" under '{shorten(name, 30)}'"


def _shape(kind: str, shown: str, node: Node | None, context: dict[str, Any]) -> tuple[str, str]:
    """A value of the wrong shape: words for each kind of mismatch."""
    if kind in ("model_type", "dict_type", "model_attributes_type"):
        found = "a list" if isinstance(node, Listing) else "a single text"
        return f"{shown} needs keys of its own, not {found}.", "Write it as {key: value}, or with keys indented below."
    if kind == "list_type":
        found = "a mapping" if isinstance(node, Mapping) else "a single text"
        return f"{shown} is a list, not {found}.", "Start each item with '- ', or write [a, b]."
    if kind in ("too_short", "too_long"):
        needed = context.get("min_length", context.get("max_length"))
        count = context.get("actual_length") or 0
        bound = "at least" if kind == "too_short" else "at most"
        return f"{shown} has {count} {'entry' if count == 1 else 'entries'}.", f"It takes {bound} {needed}."
    return f"{shown} cannot be read as it stands.", "See docs/reference/case-file.md for how it is written."


def _examples(model: type[BaseModel]) -> dict[str, str]:
    found = {}
    for name, info in model.model_fields.items():
        for example in info.examples or []:
            found[info.alias or name] = str(example)
    return found


EXAMPLES = {key: example for part in every_part(Part) for key, example in _examples(part).items()}


def _example(key: str) -> str:
    return f"Write '{EXAMPLES[key]}', for example." if key in EXAMPLES else f"Write '{key}: ...'."
