"""What if this number were another?

`future.0.credible=10%`: keys by dots, list items by position (from 0), or by their name or id. The change stays in
memory; write.py uses the same paths for changes that are kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from upperhand.casefile.known import keys_at, may_be_added
from upperhand.casefile.nodes import Listing, Mapping, Node, Scalar, Word, piece_at
from upperhand.casefile.parts import Place
from upperhand.casefile.scan import scan
from upperhand.casefile.spelling import did_you_mean, listing, name_of, shorten
from upperhand.errors import CallError


@dataclass(frozen=True)
class Target:
    """Where a change goes: the ``place`` that exists, and the keys to be added below it."""

    place: Place
    added: tuple[str, ...] = ()


def split_change(change: str) -> tuple[str, str]:
    """Path and value of ``KEY=VALUE``; CallError where it has no such form."""
    key, sign, value = change.partition("=")
    if not sign or not key.strip():
        raise CallError(f"'{shorten(change)}' is not KEY=VALUE.", "Write, for example, theirs.worth=4000.")
    return key.strip(), value.strip()


def value_node(value: str, line: int) -> Node:
    """A value as it would stand in the file, at ``line``; CallError where it cannot be read.

    Lists and mappings need their brackets: `Now: then` is a text.
    """
    scanned = scan(value, "value")
    if scanned.problems:
        first = scanned.problems[0]
        raise CallError(f"The value '{shorten(value)}' cannot be read. {first.what}", first.fix)
    root = scanned.root
    if isinstance(root, Listing | Mapping) and not root.flow:
        return Scalar(line, 0, 0, Word(value, quoted=True))
    return Scalar(line, 0, 0, Word("")) if root is None else _moved(root, line)


def apply_changes(root: Node, changes: Sequence[str]) -> Node:
    """The tree with every ``KEY=VALUE`` in place; the tree given stays as it is. Raises CallError."""
    for change in changes:
        key, value = split_change(change)
        target = locate(root, key)
        here = piece_at(root, target.place)
        node = value_node(value, here.line if here is not None else 1)
        for name in reversed(target.added):
            node = Mapping(node.line, 0, 0, [(Scalar(node.line, -1, -1, Word(name)), node)], flow=True)
        root = _put(root, target.place, node, add=bool(target.added))
    return root


def locate(root: Node, key: str) -> Target:
    """Where a dotted path leads; CallError names the segment that leads nowhere, and what is there."""
    segments = key.split(".")
    place: Place = ()
    node = root
    while segments:
        if isinstance(node, Listing):
            index, used = _item(node, segments, place)
            place, node, segments = (*place, index), node.items[index], segments[used:]
            continue
        if isinstance(node, Mapping):
            found = _pair(node, segments)
            if found is not None:
                name, node, used = found
                place, segments = (*place, name), segments[used:]
                continue
        elif not (isinstance(node, Scalar) and node.word.is_nothing):
            raise CallError(
                f"Nothing stands below {_said(place)}, so '{shorten(segments[0])}' leads nowhere.",
                "End the path there.",
            )
        return _to_add(root, place, segments, node)
    return Target(place)


def _as_an_issue(root: Node, place: Place, name: str) -> str | None:
    """A hint where an issue of the case is named alone: what can be changed is the term it is compared with."""
    if place or piece_at(root, ("issues", name)) is None:
        return None
    missing = " It needs a 'basis' as well." if piece_at(root, ("reference",)) is None else ""
    return f"Did you mean reference.{name}?{missing}"


def _to_add(root: Node, place: Place, segments: list[str], node: Node) -> Target:
    added: tuple[str, ...] = ()
    for i, segment in enumerate(segments):
        name = name_of(segment)
        here = (*place, *added)
        if not may_be_added(here, name):
            rest = name_of(".".join(segments[i:]))
            if may_be_added(here, rest) and not keys_at(here):
                return Target(place, (*added, rest))
            there = [k.word for k, _ in node.pairs] if isinstance(node, Mapping) and not added else []
            known = [*there, *(k for k in keys_at(here) if k not in there)]
            hint = _as_an_issue(root, here, name) or did_you_mean(
                segment, known, f"There is {listing(known, 20)}." if known else "Nothing can stand there."
            )
            raise CallError(f"'{shorten(segment)}' is not in {_said(here)}.", hint)
        added = (*added, name)
    return Target(place, added)


def _pair(node: Mapping, segments: list[str]) -> tuple[str, Node, int] | None:
    """The pair whose key takes the most segments, for keys may hold dots themselves."""
    for used in range(len(segments), 0, -1):
        pair = node.find(".".join(segments[:used]))
        if pair is not None:
            return name_of(pair[0].word), pair[1], used
    return None


def _item(node: Listing, segments: list[str], place: Place) -> tuple[int, int]:
    """Position of a list item, by name or id, else by position; and how many segments that took."""
    names = [_names(item) for item in node.items]
    for used in range(len(segments), 0, -1):
        wanted = name_of(".".join(segments[:used]))
        for index, called in enumerate(names):
            if wanted in called:
                return index, used
    first = segments[0].strip()
    if first.isascii() and first.isdigit() and len(first) < 9:
        if int(first) < len(node.items):
            return int(first), 1
        count = len(node.items)
        raise CallError(
            f"{_said(place)} has no item {first}: it has {count}.", f"Count from 0 to {count - 1}." if count else ""
        )
    known = [name for called in names for name in called]
    hint = did_you_mean(
        first, known, f"There is {listing(known)}." if known else f"Count its {len(node.items)} items from 0."
    )
    raise CallError(f"'{shorten(first)}' is not in {_said(place)}.", hint)


def _names(item: Node) -> list[str]:
    if not isinstance(item, Mapping):
        return []
    pairs = (item.find(key) for key in ("name", "id", "want"))
    return [name_of(pair[1].word) for pair in pairs if pair is not None and isinstance(pair[1], Scalar)]


def _said(place: Place) -> str:
    return f"'{shorten('.'.join(map(str, place)))}'" if place else "the case"


def _put(node: Node, place: Place, value: Node, *, add: bool) -> Node:
    """A copy of the tree along ``place`` with ``value`` there; ``add``: its pairs join the mapping that is there."""
    if not place:
        if not (add and isinstance(value, Mapping)):
            return value
        pairs = node.pairs if isinstance(node, Mapping) else []
        flow = node.flow if isinstance(node, Mapping) else True
        return Mapping(node.line, node.start, node.end, [*pairs, *value.pairs], flow)
    first, rest = place[0], place[1:]
    if isinstance(node, Mapping):
        pairs = [(k, _put(v, rest, value, add=add) if name_of(k.word) == first else v) for k, v in node.pairs]
        return replace(node, pairs=pairs)
    if isinstance(node, Listing):
        return replace(
            node, items=[_put(v, rest, value, add=add) if i == first else v for i, v in enumerate(node.items)]
        )
    return value


def _moved(node: Node, line: int) -> Node:
    """The same piece as if it stood on ``line``."""
    if isinstance(node, Mapping):
        pairs = [(replace(k, line=line, start=-1), _moved(v, line)) for k, v in node.pairs]
        return replace(node, line=line, start=0, end=0, pairs=pairs)
    if isinstance(node, Listing):
        return replace(node, line=line, start=0, end=0, items=[_moved(v, line) for v in node.items])
    return replace(node, line=line, start=0, end=0)
