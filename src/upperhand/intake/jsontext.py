"""What does a JSON text hold, on which line does each of its texts stand, and what is left of a broken one?"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Any

from upperhand.intake.findings import Findings

# a text that is never closed is one token too, or looking for its end again and again would take quadratic time
_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*+)(?:(")|\\?\Z)|([\[{])|([\]}])|([,:])|[^\s"\[\]{},:]++', re.DOTALL)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*+)(?:(")(\s*+:)?|\\?\Z)', re.DOTALL)
_DEEPEST = 200
_LONGEST_NUMBER = 400
_MOST_REPAIRS = 3
NOTHING = object()


def parsed(text: str, findings: Findings) -> Any:
    """The data of a JSON text; of a broken one what stands before the break, with a complaint. `NOTHING`: not JSON."""
    try:
        return _loads(text)
    except RecursionError:
        findings.fail(None, "The JSON is nested too deeply to be a conversation.", "Export it again.")
        return NOTHING
    except json.JSONDecodeError as error:
        broken = error
    for _ in range(_MOST_REPAIRS):
        kept = _closed(text, broken.pos)
        if kept is None:
            break
        try:
            data = _loads(kept)
        except RecursionError:
            break
        except json.JSONDecodeError as error:
            if error.pos >= broken.pos:
                break
            broken = error
            continue
        findings.warn(broken.lineno, f"The JSON breaks off or is damaged here ({broken.msg}).",
                      "Export it again; what stands before was read.")  # fmt: skip
        return data
    findings.fail(broken.lineno, f"The JSON cannot be read ({broken.msg}).", "Export it again.")
    return NOTHING


def parsed_line(line: str) -> Any:
    """The data of one line of JSON; `NOTHING` where it is not whole."""
    try:
        return _loads(line)
    except (json.JSONDecodeError, RecursionError):
        return NOTHING


def _loads(text: str) -> Any:
    return json.loads(text, strict=False, parse_int=_whole, parse_float=_number)


def _whole(text: str) -> int | float:
    return int(text) if len(text) <= _LONGEST_NUMBER else float("inf")


def _number(text: str) -> float:
    return float(text[:_LONGEST_NUMBER])


def _closed(text: str, until: int) -> str | None:
    """The text up to the last whole value before ``until``, with its brackets closed; ``None`` where there is none."""
    stack: list[str] = []
    safe: tuple[int, tuple[str, ...]] | None = None
    key = False
    for token in _TOKEN.finditer(text, 0, until):
        if token[3]:
            stack.append("}" if token[3] == "{" else "]")
            if len(stack) > _DEEPEST:
                return None
            key = token[3] == "{"
        elif token[4]:
            if not stack or stack.pop() != token[4]:
                break
            safe = (token.end(), tuple(stack))
        elif token[5]:
            key = token[5] == "," and bool(stack) and stack[-1] == "}"
        elif not key and stack and token[2]:
            safe = (token.end(), tuple(stack))
        # a bare number may have lost digits, so only texts and closed brackets are safe ends
    if safe is None:
        return None
    return text[: safe[0]] + "".join(reversed(safe[1]))


class Places:
    """Finds the line on which a text of the JSON stands, searching forwards from the one found before."""

    def __init__(self, text: str) -> None:
        self._text, self._at, self._line, self._counted = text, 0, 1, 0
        self._where: dict[str, list[int]] = {}
        for start, value in _texts(text):
            self._where.setdefault(value, []).append(start)

    def line_of(self, value: str) -> int | None:
        """The line where the next text with this value starts; ``None`` where there is none further down."""
        where = self._where.get(value, [])
        index = bisect_left(where, self._at)
        if index == len(where):
            return None
        self._at = where[index] + 1
        self._line += self._text.count("\n", self._counted, where[index])
        self._counted = where[index]
        return self._line


def _texts(text: str) -> Iterator[tuple[int, str]]:
    """Every text that is a value, not a key, with its position."""
    for token in _TEXT.finditer(text):
        if token[2] and not token[3]:
            value = parsed_line(f'"{token[1]}"') if "\\" in token[1] else token[1]
            if isinstance(value, str):
                yield token.start(), value
