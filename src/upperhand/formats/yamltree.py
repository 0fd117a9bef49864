"""Which values does a YAML text hold, on which lines? Tags, endless aliases and other traps are refused."""

from __future__ import annotations

import re
from bisect import bisect_left
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

from upperhand.formats.complaints import Unreadable
from upperhand.formats.tree import MOST_DEPTH, TOO_DEEP, Builder, Kind, Node

MOST_EXPANDED = 100_000
_NUMBER = re.compile(r"[+-]?(\d[\d_]*(\.\d*)?|\.\d+)([eE][+-]?\d+)?|[+-]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", re.ASCII)
_NOTHING = ("", "~", "null", "Null", "NULL")
_FLAGS = ("true", "True", "TRUE", "false", "False", "FALSE")
_CORE = frozenset(f"tag:yaml.org,2002:{t}" for t in ("str", "int", "float", "bool", "null", "map", "seq")) | {"!"}
_PLAIN = "Write plain names and numbers; put texts with signs in them in quotes."


def yaml_tree(text: str) -> Builder:
    """The tree of one YAML document. Raises Unreadable, with the line, where it cannot be read."""
    reading = _Reading(text)
    try:
        for event in YAML(typ="safe", pure=True, plug_ins=[]).parse(text):
            reading.take(event)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else reading.line_of(mark.index)
        said = " ".join(str(error.problem or "it is damaged").split())
        raise Unreadable(line, f"The YAML cannot be read here ({said}).", _PLAIN) from error
    except ReaderError as error:
        raise Unreadable(
            reading.line_of(error.position), "A character here does not belong in a text file.", "Save it as UTF-8."
        ) from error
    except (YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(None, "The text cannot be read as YAML.", _PLAIN) from error
    return reading.tree


class _Reading:
    """Turns events into a tree; no recursion, so depth is ours to limit."""

    def __init__(self, text: str) -> None:
        self.tree = Builder()
        self.breaks = [end.start() for end in re.finditer("\n", text)]
        self.anchors: dict[str, Node] = {}
        self.sizes: dict[int, tuple[int, int]] = {}
        self.expanded = 0
        self.documents = 0

    def line_of(self, index: int) -> int:
        """The 1-based line of a character offset."""
        return bisect_left(self.breaks, index) + 1

    def take(self, event: Any) -> None:
        """One event of the parser."""
        line = self.line_of(event.start_mark.index)
        if isinstance(event, AliasEvent):
            self.tree.put(self._alias(str(event.anchor), line))
        elif isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent):
            self._begin(event, line)
        elif isinstance(event, SequenceEndEvent | MappingEndEvent):
            self.tree.end()
        elif isinstance(event, DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise Unreadable(line, "A second document starts here.", "One file holds one: remove the '---'.")

    def _begin(self, event: Any, line: int) -> None:
        if event.tag is not None and str(event.tag) not in _CORE:
            raise Unreadable(line, f"The tag '{str(event.tag)[:40]}' is not read here.", "Write the plain value.")
        node = Node(line, *_scalar(event)) if isinstance(event, ScalarEvent) else Node(line, _nested(event))
        if event.anchor is not None:
            self.anchors[str(event.anchor)] = node
        if not isinstance(event, ScalarEvent):
            self.tree.begin(node)
            return
        if self.tree.waits_for_key() and node.text == "<<" and event.style is None:
            raise Unreadable(line, "Merge keys ('<<') are not read here.", "Write the lines out.")
        self.tree.put(node)

    def _alias(self, name: str, line: int) -> Node:
        node = self.anchors.get(name)
        if node is None:
            raise Unreadable(line, f"'*{name[:30]}' repeats something that is not named above.", "Write it out.")
        if any(node is parent.node for parent in self.tree.open):
            raise Unreadable(line, f"'*{name[:30]}' contains itself.", "Write it out.")
        size, depth = self._extent(node)
        self.expanded += size
        if self.expanded > MOST_EXPANDED:
            raise Unreadable(line, "The aliases of this file expand to more than any scenario holds.", "Write it out.")
        if len(self.tree.open) + depth > MOST_DEPTH:
            raise Unreadable(line, TOO_DEEP, "Write it out.")
        return node

    def _extent(self, node: Node) -> tuple[int, int]:
        """How many values a named node stands for, and how deep it is; each node is measured once."""
        if id(node) not in self.sizes:
            parts = [self._extent(part) for part in (*node.items, *node.keys.values())]
            self.sizes[id(node)] = 1 + sum(p[0] for p in parts), 1 + max((p[1] for p in parts), default=0)
        return self.sizes[id(node)]


def _nested(event: Any) -> Kind:
    return "list" if isinstance(event, SequenceStartEvent) else "map"


def _scalar(event: Any) -> tuple[Kind, str]:
    """What a plain word is: a number, a yes or no, nothing, or a text; in quotes it is a text."""
    text = str(event.value)
    if event.style is not None:
        return "text", text
    if text in _NOTHING:
        return "nothing", text
    if _NUMBER.fullmatch(text):
        return "number", text.replace("_", "")
    return ("flag", text.lower()) if text in _FLAGS else ("text", text)
