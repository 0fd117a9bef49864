"""What is written in a JSON or YAML text: which values, under which keys, on which lines?"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from upperhand.formats.complaints import Unreadable, number_of
from upperhand.formats.ranges import plain

MOST_DEPTH = 40
MOST_NODES = 500_000
TOO_DEEP = f"The text is nested over {MOST_DEPTH} deep, which no scenario is."

Kind = Literal["map", "list", "text", "number", "flag", "nothing"]


@dataclass(slots=True)
class Node:
    """One value of a text. ``text`` is what stands there for all but lists and maps; ``line`` counts from 1.

    A number keeps its digits in ``text``; JSON's NaN and Infinity are numbers too, so that they can be complained of.
    """

    line: int
    kind: Kind
    text: str = ""
    items: list[Node] = field(default_factory=list)
    keys: dict[str, Node] = field(default_factory=dict)

    @property
    def option(self) -> str:
        """The value as the name of an option: a number in its shortest form."""
        value = number_of(self.text) if self.kind == "number" else None
        return self.text if value is None else plain(value)

    @property
    def digits(self) -> str:
        """The number that stands here, in quotes or not, as text; empty: something else does."""
        return self.text if self.kind in ("number", "text") else ""

    def get(self, key: str) -> Node | None:
        """What stands under a key; ``None`` where nothing does."""
        node = self.keys.get(key)
        return None if node is None or node.kind == "nothing" else node

    def map(self, key: str) -> Node | None:
        """The map under a key; ``None`` where something else stands there."""
        node = self.get(key)
        return node if node is not None and node.kind == "map" else None

    def list(self, key: str) -> Node | None:
        """The list under a key; ``None`` where something else stands there."""
        node = self.get(key)
        return node if node is not None and node.kind == "list" else None

    def digits_of(self, key: str) -> str:
        """The number under a key, as text; empty: there is none."""
        node = self.get(key)
        return "" if node is None else node.digits

    def said(self, key: str) -> str | None:
        """The text or number under a key, as text; ``None`` where something else stands there."""
        node = self.get(key)
        return node.text if node is not None and node.kind in ("text", "number", "flag") else None


@dataclass(slots=True)
class _Open:
    """A list or map whose end has not come, and the key that waits for its value."""

    node: Node
    key: str | None = None
    key_line: int = 0


class Builder:
    """Puts a tree together from what a parser meets, without recursion; refuses what no scenario needs."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.open: list[_Open] = []
        self.twice: list[tuple[str, int, int]] = []
        self.count = 0

    def begin(self, node: Node) -> None:
        """A list or a map begins."""
        if len(self.open) >= MOST_DEPTH:
            raise Unreadable(node.line, TOO_DEEP, "Check the brackets.")
        self._admit(node)
        self.open.append(_Open(node))

    def end(self) -> None:
        """The innermost list or map ends."""
        self._settle(self.open.pop().node)

    def put(self, node: Node) -> None:
        """A single value, or a value met before."""
        self._admit(node)
        if self.waits_for_key():
            self.open[-1].key, self.open[-1].key_line = node.option, node.line
        else:
            self._settle(node)

    def waits_for_key(self) -> bool:
        """Whether the next value is the key of a map."""
        return bool(self.open) and self.open[-1].node.kind == "map" and self.open[-1].key is None

    def _settle(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        top = self.open[-1]
        if top.node.kind == "list":
            top.node.items.append(node)
            return
        key, top.key = top.key or "", None
        if key in top.node.keys:
            self.twice.append((key, top.node.keys[key].line, top.key_line))
        else:
            top.node.keys[key] = node

    def _admit(self, node: Node) -> None:
        self.count += 1
        if node.kind in ("map", "list") and self.waits_for_key():
            raise Unreadable(node.line, "A list or a map stands where a key belongs.", "Write 'key: value'.")
        if self.count > MOST_NODES:
            raise Unreadable(node.line, f"The text holds over {MOST_NODES:,} values.", "No scenario needs as many.")
