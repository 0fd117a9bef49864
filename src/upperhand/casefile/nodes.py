"""Where does each piece of the file stand?

A tree of what is written, every piece with its place. Scalars stay the text the user wrote; what they mean is decided
by the key they stand under.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from upperhand.casefile.spelling import name_of


class Word(str):
    """A scalar as the user wrote it. ``quoted``: it stood in quotes or in a block, so `null` is a word there."""

    __slots__ = ("quoted",)
    quoted: bool

    def __new__(cls, text: str, quoted: bool = False) -> Word:
        """The text, with the way it was written."""
        word = super().__new__(cls, text)
        word.quoted = quoted
        return word

    @property
    def is_nothing(self) -> bool:
        """Whether it stands for no value at all: nothing, `~` or `null`."""
        return not self.quoted and self in ("", "~", "null", "Null", "NULL")


@dataclass(slots=True)
class Node:
    """A piece of the file: ``line`` is 1-based, ``start`` and ``end`` are character offsets.

    ``weight`` counts the nodes below and itself, aliases written out; ``height`` the levels.
    """

    line: int
    start: int
    end: int
    weight: int = field(default=1, kw_only=True)
    height: int = field(default=1, kw_only=True)


@dataclass(slots=True)
class Scalar(Node):
    """A single value."""

    word: Word


@dataclass(slots=True)
class Listing(Node):
    """A list. ``flow``: written in brackets."""

    items: list[Node]
    flow: bool


@dataclass(slots=True)
class Mapping(Node):
    """Keys with their values, in order; a key stands once. ``flow``: written in braces."""

    pairs: list[tuple[Scalar, Node]]
    flow: bool
    order: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)

    def find(self, key: str) -> tuple[Scalar, Node] | None:
        """The pair under ``key``, if any. To be asked once the mapping is complete."""
        if len(self.order) != len(self.pairs):
            self.order = {name_of(k.word): i for i, (k, _) in enumerate(self.pairs)}
        position = self.order.get(name_of(key))
        return None if position is None else self.pairs[position]


def line_at(root: Node, place: Iterable[str | int], *, of_key: bool = False) -> int:
    """The line of the piece at ``place``; where the path leaves the tree, the line of the last piece on it.

    A mapping or list under a key counts as standing where its key stands. ``of_key``: the line of the key in any case.
    """
    line, key_line, node = root.line, root.line, root
    for segment in place:
        if isinstance(node, Mapping):
            pair = node.find(str(segment))
            if pair is None:
                break
            key_line, node = pair[0].line, pair[1]
            written_here = isinstance(node, Scalar) and node.start > pair[0].start
            line = node.line if written_here else key_line
        elif isinstance(node, Listing) and isinstance(segment, int) and 0 <= segment < len(node.items):
            node = node.items[segment]
            line = key_line = node.line
        else:
            break
    return key_line if of_key else line


def piece_at(root: Node, place: Iterable[str | int]) -> Node | None:
    """The piece at exactly ``place``; ``None`` where there is none."""
    node = root
    for segment in place:
        if isinstance(node, Mapping):
            pair = node.find(str(segment))
            if pair is None:
                return None
            node = pair[1]
        elif isinstance(node, Listing) and isinstance(segment, int) and 0 <= segment < len(node.items):
            node = node.items[segment]
        else:
            return None
    return node


def plain(node: Node) -> Any:
    """The tree as dicts, lists and Words; keys are names, an empty value is ``None``."""
    if isinstance(node, Mapping):
        return {name_of(key.word): plain(value) for key, value in node.pairs}
    if isinstance(node, Listing):
        return [plain(item) for item in node.items]
    return node.word if isinstance(node, Scalar) and not node.word.is_nothing else None


def node_of(value: object, line: int) -> Node:
    """Plain data as a tree that stands on one line, as a note's tag does."""
    if isinstance(value, dict):
        pairs = [(Scalar(line, -1, -1, Word(str(key))), node_of(part, line)) for key, part in value.items()]
        return Mapping(line, 0, 0, pairs, flow=True)
    if isinstance(value, list | tuple):
        return Listing(line, 0, 0, [node_of(part, line) for part in value], flow=True)
    return Scalar(line, 0, 0, Word("" if value is None else str(value)))
