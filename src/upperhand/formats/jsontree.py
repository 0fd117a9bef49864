"""Which values does a JSON text hold, on which lines, and where does it break?"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from typing import Literal

from upperhand.formats.complaints import Unreadable
from upperhand.formats.tree import Builder, Node

_SPACE = re.compile(r"[ \t\r\n]*+")
_TOKEN = re.compile(
    r'"(?P<text>(?:[^"\\]|\\.)*+)"|(?P<number>-?\d[\d.eE+-]*+|-?Infinity|NaN)|(?P<word>true|false|null)|(?P<sign>[{}\[\],:])',
    re.DOTALL,
)
_AGAIN = "Export the file again, or mend this line."
Next = Literal["value", "value or end", "key", "key or end", "colon", "comma or end"]


def json_tree(text: str) -> Builder:
    """The tree of a whole JSON text. Raises Unreadable, with the line, where it is no JSON."""
    return _Reading(text).run()


class _Reading:
    """Holds where in the text the reading is, and what may come next."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.breaks = [end.start() for end in re.finditer("\n", text)]
        self.tree = Builder()
        self.next: Next = "value"

    def line(self, at: int) -> int:
        return bisect_right(self.breaks, at - 1) + 1

    def run(self) -> Builder:
        at = self._past_space(0)
        while at < len(self.text):
            token = _TOKEN.match(self.text, at)
            if token is None:
                raise self._broken(at, "This is no JSON")
            if self.tree.root is not None:
                raise self._broken(at, "Text follows after the end of the JSON")
            self._take(token, at)
            at = self._past_space(token.end())
        if self.tree.root is None:
            raise self._broken(max(len(self.text) - 1, 0), "The JSON breaks off")
        return self.tree

    def _past_space(self, at: int) -> int:
        space = _SPACE.match(self.text, at)
        return space.end() if space is not None else at

    def _take(self, token: re.Match[str], at: int) -> None:
        sign, line = token["sign"], self.line(at)
        if sign in (",", ":"):
            self._separate(sign, at)
        elif sign in ("}", "]"):
            self._close(sign, at)
        elif self.next in ("key", "key or end"):
            if token["text"] is None:
                raise self._broken(at, "A key in quotes belongs here")
            self.tree.put(Node(line, "text", self._decoded(token["text"], at)))
            self.next = "colon"
        elif self.next in ("value", "value or end"):
            self._value(token, at, line)
        else:
            raise self._broken(at, "A comma or a bracket is missing here")

    def _value(self, token: re.Match[str], at: int, line: int) -> None:
        sign = token["sign"]
        if sign is not None:
            self.tree.begin(Node(line, "map" if sign == "{" else "list"))
            self.next = "key or end" if sign == "{" else "value or end"
            return
        if token["text"] is not None:
            self.tree.put(Node(line, "text", self._decoded(token["text"], at)))
        elif token["number"] is not None:
            self.tree.put(Node(line, "number", token["number"]))
        else:
            self.tree.put(Node(line, "nothing" if token["word"] == "null" else "flag", token["word"]))
        self.next = "comma or end"

    def _separate(self, sign: str, at: int) -> None:
        if sign == ":" and self.next == "colon":
            self.next = "value"
        elif sign == "," and self.next == "comma or end" and self.tree.open:
            self.next = "key" if self.tree.open[-1].node.kind == "map" else "value"
        else:
            raise self._broken(at, f"A '{sign}' cannot stand here")

    def _close(self, sign: str, at: int) -> None:
        kind = self.tree.open[-1].node.kind if self.tree.open else None
        if kind != ("map" if sign == "}" else "list") or self.next in ("value", "key", "colon"):
            raise self._broken(at, f"A '{sign}' cannot stand here")
        self.tree.end()
        self.next = "comma or end"

    def _decoded(self, raw: str, at: int) -> str:
        if "\\" not in raw:
            return raw
        try:
            return str(json.loads(f'"{raw}"', strict=False))
        except json.JSONDecodeError as error:
            raise self._broken(at, "A backslash in this text is not understood") from error

    def _broken(self, at: int, what: str) -> Unreadable:
        return Unreadable(self.line(at), f"{what}.", _AGAIN)
