"""How does a change get into the user's own text without touching anything else?

Only the characters of the changed value move; comments, order, indentation and quotes stay. Whatever is written is read
back first: where the text would come to say anything but what was asked, the change is refused.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Mapping_
from typing import Any

from upperhand.casefile.change import Target, apply_changes, locate, split_change, value_node
from upperhand.casefile.nodes import Listing, Mapping, Node, Scalar, Word, piece_at
from upperhand.casefile.scan import scan
from upperhand.casefile.spelling import shorten
from upperhand.errors import CallError, InputError


def edited(text: str, changes: Sequence[str]) -> str:
    """The text with every ``KEY=VALUE`` written into it. Raises CallError for a path or value that does not fit,
    InputError where the text itself cannot be read."""
    for change in changes:
        root = _readable(text)
        key, value = split_change(change)
        target, wanted = locate(root, key), apply_changes(root, [change])
        text = _first_that_says(wanted, _candidates(text, root, target, value), key)
    return text


def without_items(text: str, place: Sequence[str | int], gone: Sequence[int]) -> str:
    """The text without the items at the positions ``gone`` of the list at ``place``. Raises as `edited`."""
    for index in sorted(set(gone), reverse=True):
        root = _readable(text)
        items = piece_at(root, place)
        if not isinstance(items, Listing) or index >= len(items.items):
            raise CallError(f"There is no item {index} at {'.'.join(map(str, place))}.")
        rest = _without_item(text, items, index)
        if _said(scan(rest).root, ()) != _said(root, tuple(place), index):
            line = items.items[index].line
            raise CallError(f"The item on line {line} cannot be taken out on its own.", "Delete it by hand.")
        text = rest
    return text


def with_item(text: str, key: str, item: Mapping_[str, Any]) -> str:
    """The text with one more item, on a line of its own where it can be, at the end of the list under a top-level key.

    ``item`` is plain data. Raises as `edited`.
    """
    root = _readable(text)
    if not isinstance(root, Mapping):
        raise CallError("The file holds no keys.", "Start it with 'upperhand new DIR'.")
    pair, written = root.find(key), in_line(item)
    here = None if pair is None else pair[1]
    if isinstance(here, Mapping) or (isinstance(here, Scalar) and not here.word.is_nothing):
        raise CallError(f"'{key}' is no list, so nothing can be added to it.", "Write it as a list.")
    old = here.items if isinstance(here, Listing) else []
    longer = Listing(root.line, 0, 0, [*old, value_node(written, root.line)], flow=True)
    pairs = [(k, longer if v is here and pair is not None and k is pair[0] else v) for k, v in root.pairs]
    if pair is None:
        pairs.append((Scalar(root.line, -1, -1, Word(key)), longer))
    wanted = Mapping(root.line, root.start, root.end, pairs, root.flow)
    return _first_that_says(wanted, _with_item(text, root, key, written), key)


def in_line(value: Any) -> str:
    """Plain data as it stands on one line: words without quotes where they are read back the same."""
    if isinstance(value, Mapping_):
        return "{" + ", ".join(f"{_key(str(k))}: {in_line(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(in_line(v) for v in value) + "]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:.15g}"
    word = str(value)
    plain = scan(f"{{a: {word}}}")
    if not plain.problems and isinstance(plain.root, Mapping) and len(plain.root.pairs) == 1:
        read = plain.root.pairs[0][1]
        if isinstance(read, Scalar) and read.word == word and not read.word.quoted and not read.word.is_nothing:
            return word
    return json.dumps(word, ensure_ascii=False)


def _with_item(text: str, root: Mapping, key: str, written: str) -> Iterator[str]:
    """Ways to add an item, the plainest first."""
    newline = "\r\n" if "\r\n" in text else "\n"
    pair = root.find(key)
    if pair is None:
        if not root.flow:
            gap = "" if text.endswith("\n") else newline
            yield f"{text}{gap}{key}:{newline}  - {written}{newline}"
        yield from _added(text, root, _key(key), f"[{written}]")
        return
    name, items = pair
    if not isinstance(items, Listing):
        indent = " " * (name.start - (text.rfind("\n", 0, name.start) + 1))
        yield _after_line(text, max(name.end - 1, 0), f"{indent}  - {written}", newline)
        yield _replaced(text, items, f"[{written}]")
    elif not items.items:
        yield f"{text[: items.start + 1]}{written}{text[items.start + 1 :]}"
    elif items.flow:
        end = _end(items.items[-1])
        yield f"{text[:end]}, {written}{text[end:]}"
    else:
        last = items.items[-1]
        dash = text.rfind("-", 0, last.start)
        indent = text[text.rfind("\n", 0, dash) + 1 : dash]
        yield _after_line(text, max(_end(last) - 1, last.start), f"{indent}- {written}", newline)


def _after_line(text: str, place: int, line: str, newline: str) -> str:
    """The text with one more line after the one that holds ``place``."""
    stop = text.find("\n", place)
    if stop < 0:
        return f"{text}{newline}{line}{newline}"
    return f"{text[: stop + 1]}{line}{newline}{text[stop + 1 :]}"


def _readable(text: str) -> Node:
    scanned = scan(text)
    if scanned.root is None or scanned.problems:
        raise InputError(scanned.problems)
    return scanned.root


def _first_that_says(wanted: Node, candidates: Iterator[str], key: str) -> str:
    said = _said(wanted, ())
    for candidate in candidates:
        scanned = scan(candidate)
        if not scanned.problems and scanned.root is not None and _said(scanned.root, ()) == said:
            return candidate
    raise CallError(f"'{shorten(key)}' cannot be written into the file as it stands.", "Change it by hand.")


def _candidates(text: str, root: Node, target: Target, value: str) -> Iterator[str]:
    """Ways to write the change, the plainest first."""
    here = piece_at(root, target.place)
    if here is None:
        return
    for written in _spellings(value):
        if not target.added:
            yield _replaced(text, here, written)
            continue
        inner = written
        for name in reversed(target.added[1:]):
            inner = f"{{{_key(name)}: {inner}}}"
        yield from _added(text, here, _key(target.added[0]), inner)


def _spellings(value: str) -> Iterator[str]:
    yield value
    node = value_node(value, 1)
    if isinstance(node, Scalar):
        yield json.dumps(str(node.word), ensure_ascii=False)


def _key(name: str) -> str:
    plain = scan(f"{{{name}: 1}}").root
    if isinstance(plain, Mapping) and len(plain.pairs) == 1 and plain.pairs[0][0].word == name:
        return name
    return json.dumps(name, ensure_ascii=False)


def _replaced(text: str, node: Node, written: str) -> str:
    end = _end(node)
    space = " " if node.start == end and node.start > 0 and not text[node.start - 1].isspace() and written else ""
    return text[: node.start] + space + written + text[end:]


def _added(text: str, node: Node, key: str, written: str) -> Iterator[str]:
    if isinstance(node, Scalar):
        yield _replaced(text, node, f"{{{key}: {written}}}")
    elif isinstance(node, Mapping) and node.flow:
        close = node.end - 1
        inside = text[:close].rstrip()
        comma = "" if inside.endswith(("{", ",")) else ","
        space = "" if inside.endswith("{") else " "
        yield f"{inside}{comma}{space}{key}: {written}{text[len(inside) :]}"
    elif isinstance(node, Mapping) and node.pairs:
        first = node.pairs[0][0].start
        indent = " " * (first - (text.rfind("\n", 0, first) + 1))
        stop = text.find("\n", _end(node))
        stop = len(text) if stop < 0 else stop
        newline = "\r\n" if text[:stop].endswith("\r") else "\n"
        stop -= 1 if newline == "\r\n" else 0
        yield f"{text[:stop]}{newline}{indent}{key}: {written}{text[stop:]}"


def _end(node: Node) -> int:
    """Where the last written character of a piece ends; a block's own end lies after the comments that follow it."""
    if isinstance(node, Mapping) and not node.flow and node.pairs:
        key, value = node.pairs[-1]
        return max(_end(value), key.end)
    if isinstance(node, Listing) and not node.flow and node.items:
        return _end(node.items[-1])
    return node.end


def _without_item(text: str, items: Listing, index: int) -> str:
    item = items.items[index]
    start, end = item.start, _end(item)
    if not items.flow:
        dash = text.rfind("-", 0, start)
        start = text.rfind("\n", 0, dash) + 1
        stop = text.find("\n", max(end - 1, item.start))
        return text[:start] + (text[stop + 1 :] if stop >= 0 else "")
    if index + 1 < len(items.items):
        return text[:start] + text[items.items[index + 1].start :]
    if index > 0:
        return text[: _end(items.items[index - 1])] + text[end:]
    return text[:start] + text[end:]


def _said(node: Node | None, place: tuple[str | int, ...], gone: int | None = None) -> object:
    """What a tree says, in a form that compares; without item ``gone`` of the list at ``place``."""
    if isinstance(node, Mapping):
        pairs = []
        for key, value in node.pairs:
            on_the_way = bool(place) and place[0] == key.word
            pairs.append((str(key.word), _said(value, place[1:] if on_the_way else (), gone if on_the_way else None)))
        return ("mapping", tuple(pairs))
    if isinstance(node, Listing):
        kept = [_said(v, (), None) for i, v in enumerate(node.items) if place or i != gone]
        return ("list", tuple(kept)) if kept else ("nothing",)
    if isinstance(node, Scalar) and isinstance(node.word, Word) and not node.word.is_nothing:
        return ("word", str(node.word))
    return ("nothing",)
