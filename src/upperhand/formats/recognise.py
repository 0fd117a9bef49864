"""Which format is a file of, and what is it there: a domain, a profile, a sheet?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from upperhand.formats import genius, negmas, negolog
from upperhand.formats.cells import Sheet, csv_sheet, workbook_sheet
from upperhand.formats.complaints import Complaints, Unreadable, shown_name
from upperhand.formats.disk import data_of, text_of
from upperhand.formats.jsontree import json_tree
from upperhand.formats.tree import Builder, Node
from upperhand.formats.xmltree import Element, xml_tree
from upperhand.formats.yamltree import yaml_tree

Format = Literal["genius", "geniusweb", "negmas", "negolog", "sheet"]
Part = Literal["domain", "profile", "sheet", "other"]
NO_DEAL_FILE = "no-deal.csv"
"""Stands beside GeniusWeb profiles and keeps what their format has no place for."""

_YAML_STARTS = ("issues:", "values:", "weights:", "type:", "name:", "ufun:", "discount:", "---", "%YAML")


@dataclass(frozen=True)
class Piece:
    """A file that has been read: its name and stem, what it is, and what it holds."""

    file: str
    stem: str
    format: Format | None
    part: Part
    content: Element | Node | Sheet


def piece_of(path: Path, data: bytes, complaints: Complaints) -> Piece:
    """What a file is. Raises Unreadable where it cannot be read."""
    head = data[:200].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")
    if not head:
        raise Unreadable(None, "The file is empty.", "Export it again, or take it away.")
    if data.startswith(b"PK\x03\x04"):
        return _piece(path, "sheet", "sheet", workbook_sheet(data, path.name, complaints))
    if head.startswith(b"<"):
        root = xml_tree(data)
        return _piece(path, *_xml_kind(root), root)
    suffix = path.suffix.lower()
    text = text_of(data)
    if head.startswith((b"{", b"[")) and suffix not in (".csv", ".tsv", ".yml", ".yaml"):
        return _tree_piece(path, json_tree(text), complaints)
    by_content = suffix not in (".csv", ".tsv") and text.lstrip().startswith(_YAML_STARTS)
    is_yaml = suffix in (".yml", ".yaml") or by_content
    if is_yaml or suffix not in (".xml", ".json"):
        _warn_of_open_end(path.name, text, complaints)
    if is_yaml:
        return _tree_piece(path, yaml_tree(text), complaints)
    if suffix in (".xml", ".json"):
        json_tree(text)
        raise Unreadable(1, f"The file is no {suffix[1:].upper()}.", "Export it again.")
    return _piece(path, "sheet", "sheet", csv_sheet(text))


def read_piece(path: Path, complaints: Complaints) -> Piece | None:
    """What a file is; ``None`` and a complaint where it cannot be read. Raises WorldError where the disk refuses."""
    try:
        return piece_of(path, data_of(path), complaints)
    except Unreadable as broken:
        complaints.take(path.name, broken)
        return None


def _warn_of_open_end(file: str, text: str, complaints: Complaints) -> None:
    """A cut YAML or CSV file is often a whole one that says something else: 0.25 has become 0.2."""
    if not text.endswith("\n"):
        what = "The last line has no end, as in a file that was cut off."
        complaints.warn(file, text.count("\n") + 1, what, "Check that nothing is missing.")


def _piece(path: Path, form: Format | None, part: Part, content: Element | Node | Sheet) -> Piece:
    return Piece(path.name, path.stem, form, part, content)


def _tree_piece(path: Path, tree: Builder, complaints: Complaints) -> Piece:
    root = tree.root if tree.root is not None else Node(1, "nothing")
    form, part = _tree_kind(root)
    if form is not None:
        for key, first, again in tree.twice:
            what = f"'{shown_name(key)}' stands twice: on line {first} and on line {again}."
            complaints.fail(path.name, again, what, "Keep one.")
    return _piece(path, form, part, root)


def _xml_kind(root: Element) -> tuple[Format | None, Part]:
    kinds: Mapping[str, Part] = {genius.DOMAIN: "domain", genius.PROFILE: "profile"}
    return ("genius", kinds[root.name]) if root.name in kinds else (None, "other")


def _tree_kind(root: Node) -> tuple[Format | None, Part]:
    """Told by the keys that only one format has."""
    keys = root.keys
    kind = negmas.kind_of(root) if root.kind == "map" else ""
    if "issuesValues" in keys:
        return "geniusweb", "domain"
    if len(keys) == 1 and next(iter(keys)).endswith(("UtilitySpace", "Ordering", "Profile")):
        return "geniusweb", "profile"
    if root.map(negolog.ISSUES) is not None and root.map(negolog.WEIGHTS) is not None:
        return "negolog", "profile"
    if "issues" in keys and (kind.endswith("OutcomeSpace") or root.list("issues") is not None):
        return "negmas", "domain"
    if kind.endswith(("Function", "UFun", "Fun")) or {"weights", "values"} <= keys.keys():
        return "negmas", "profile"
    return None, "other"
