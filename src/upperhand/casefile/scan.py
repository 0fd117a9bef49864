"""What is written in this text?

YAML 1.2 events become a tree of nodes (nodes.py). What could hurt is refused with a sentence: endless aliases, foreign
tags, merge keys, deep nesting, a second document. A block that cannot be read is reported and passed over, so that
the complaints about the rest come in the same run.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from upperhand.casefile.nodes import Listing, Mapping, Node, Scalar, Word
from upperhand.casefile.spelling import name_of, shorten
from upperhand.casefile.syntax import Refused, refusal_of, without_block
from upperhand.errors import Problem

MOST_DEPTH = 40
MOST_EXPANDED = 100_000
MOST_PASSED_OVER = 8
TOO_DEEP = f"Nested deeper than {MOST_DEPTH} levels."
CORE_TAGS = frozenset(f"tag:yaml.org,2002:{t}" for t in ("str", "int", "float", "bool", "null", "map", "seq")) | {"!"}


@dataclass(frozen=True)
class Scanned:
    """The tree of a text (``None``: nothing readable), with what is wrong with its writing.

    ``whole`` is false where something was passed over.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    whole: bool


def scan(text: str, file: str = "case.yaml") -> Scanned:
    """The tree of ``text``; at most eight unreadable blocks are passed over."""
    problems: list[Problem] = []
    rest = text
    for _ in range(MOST_PASSED_OVER):
        composer = _Composer(rest, file)
        try:
            root = composer.compose()
        except Refused as refusal:
            problems.append(Problem(file, composer.line_of(refusal.at), refusal.what, refusal.fix))
            shorter = without_block(rest, refusal.at) if refusal.local else None
            if shorter is None:
                break
            rest = shorter
        else:
            problems.extend(composer.problems)
            return Scanned(root, tuple(problems), rest is text)
    return Scanned(None, tuple(problems), False)


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not come: its last key, and the keys it has."""

    node: Listing | Mapping
    key: Scalar | None = None
    seen: dict[str, int] = field(default_factory=dict)


class _Composer:
    """Holds what is open while the events of one text come in; no recursion, so depth is ours to limit."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.problems: list[Problem] = []
        self.breaks = [i for i, c in enumerate(text) if c == "\n"]
        self.open: list[_Open] = []
        self.anchors: dict[str, Node] = {}
        self.root: Node | None = None
        self.expanded = 0
        self.documents = 0

    def line_of(self, index: int) -> int:
        """The 1-based line of a character offset."""
        return bisect_left(self.breaks, index) + 1

    def compose(self) -> Node | None:
        """Read every event; raises Refused where the text cannot be read on."""
        try:
            for event in YAML(typ="safe", pure=True, plug_ins=[]).parse(self.text):
                self._take(event)
        except MarkedYAMLError as error:
            raise refusal_of(error, self.text) from error
        except ReaderError as error:
            code = error.character if isinstance(error.character, int) else ord(error.character[:1] or "\0")
            what = f"The character U+{code:04X} does not belong in a text file."
            raise Refused(error.position, what, "Save the file as plain UTF-8 text without it.") from error
        except YAMLError as error:
            what = "The text cannot be read as YAML."
            raise Refused(0, what, "Start again from 'upperhand new'.", local=False) from error
        return self.root

    def _take(self, event: Any) -> None:
        at = event.start_mark.index
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            self._begin(event)
        elif isinstance(event, AliasEvent):
            self._place(self._alias(str(event.anchor), at), at)
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            node = self.open.pop().node
            node.end = event.end_mark.index
            self._place(node, node.start)
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise Refused(
                    at, "A second document starts here.", "One file holds one case: remove the '---'.", local=False
                )

    def _begin(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if event.tag is not None and str(event.tag) not in CORE_TAGS:
            what = f"The tag '{shorten(str(event.tag), 40)}' is not read here."
            self._complain(start, what, "Remove the tag and write the plain value.")
        node: Node
        if isinstance(event, ScalarEvent):
            node = Scalar(self.line_of(start), start, end, Word(event.value, event.style is not None))
        elif isinstance(event, SequenceStartEvent):
            node = Listing(self.line_of(start), start, end, [], bool(event.flow_style))
        else:
            node = Mapping(self.line_of(start), start, end, [], bool(event.flow_style))
        if event.anchor is not None:
            self.anchors[str(event.anchor)] = node
        if isinstance(node, Listing | Mapping):
            if len(self.open) >= MOST_DEPTH:
                raise Refused(start, TOO_DEEP, "A case needs about six: check the brackets.")
            self.open.append(_Open(node))
        else:
            self._place(node, start)

    def _alias(self, name: str, at: int) -> Node:
        node, shown = self.anchors.get(name), f"'*{shorten(name, 30)}'"
        if node is None:
            raise Refused(at, f"{shown} repeats something that is not named above.", "Write the value out.")
        if any(node is parent.node for parent in self.open):
            raise Refused(at, f"{shown} contains itself.", "Write the value out.")
        self.expanded += node.weight
        if self.expanded > MOST_EXPANDED:
            what = "The aliases of this file expand to more than anybody could read."
            raise Refused(at, what, "Write the values out.", local=False)
        if len(self.open) + node.height > MOST_DEPTH:
            raise Refused(at, TOO_DEEP, "Write the values out.")
        return node

    def _place(self, node: Node, at: int) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        top.node.weight += node.weight
        top.node.height = max(top.node.height, node.height + 1)
        if isinstance(top.node, Listing):
            top.node.items.append(node)
        elif top.key is None:
            top.key = self._as_key(node, at)
        else:
            key, top.key = top.key, None
            if self._is_good_key(key, top.seen):
                top.node.pairs.append((key, node))

    def _as_key(self, node: Node, at: int) -> Scalar:
        line = self.line_of(at)
        if isinstance(node, Scalar):
            return Scalar(line, at, node.end, node.word)
        self._complain(at, "A key must be one word or phrase, not a list or a mapping.", "Write 'key: value'.")
        return Scalar(line, at, node.end, Word("", quoted=True))

    def _is_good_key(self, key: Scalar, seen: dict[str, int]) -> bool:
        name = name_of(key.word)
        if not name:
            if not key.word.quoted:
                self._complain(key.start, "A value stands here without a key.", "Write 'key: value'.")
            return False
        if key.word == "<<" and not key.word.quoted:
            self._complain(key.start, "Merge keys ('<<') are not read here.", "Write the lines out.")
            return False
        if name in seen:
            what = f"'{shorten(name, 40)}' stands twice: on line {seen[name]} and on line {key.line}."
            self._complain(key.start, what, "Keep one of the two.")
            return False
        seen[name] = key.line
        return True

    def _complain(self, at: int, what: str, fix: str) -> None:
        self.problems.append(Problem(self.file, self.line_of(at), what, fix))
