"""What does one tag in a note say?

A tag is a pair of braces at the end of a line: `{needs: dry walls}`, or the fields of a piece of evidence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import AliasEvent

LONGEST, DEEPEST = 4000, 8
ABOUT_A_WANT: Mapping[str, dict[str, str]] = {
    "needs": {"kind": "statement", "polarity": "needs"},
    "can_do_without": {"kind": "statement", "polarity": "does_not_need"},
    "unsure": {"kind": "statement", "polarity": "unsure"},
    "denies": {"kind": "denial"},
    "rates": {"kind": "rating"},
}
ABOUT_A_PACKAGE: Mapping[str, dict[str, str]] = {
    "offers": {"kind": "offer"},
    "accepts": {"kind": "response", "answer": "accept"},
    "rejects": {"kind": "response", "answer": "reject"},
}
SHORTHANDS = (*ABOUT_A_WANT, "prefers", *ABOUT_A_PACKAGE)
# the fields of evidence, as the case file has them
FIELDS = (
    "kind", "want", "polarity", "over", "score", "out_of", "seconds", "complexity", "counts", "size", "category",
    "count", "exposure", "serves", "package", "cost_to_them", "shown", "chosen", "answer", "name", "claim", "id",
    "quote", "source", "line", "when", "who", "origin", "confidence", "reliability", "visible_to",
)  # fmt: skip
_SLIP = re.compile(
    r"\{\s*(" + "|".join(w.replace("_", "[ _-]") for w in SHORTHANDS) + r")(\s+|:(?=[^\s\[{\"'}]))([^{}:]+)\}",
    re.IGNORECASE,
)
_STARTS = re.compile(r"\{\s*([A-Za-z][\w -]*?)\s*:(?=[\s\[{\"'}]|$)")


@dataclass(frozen=True)
class BrokenTag(Exception):
    """A tag that cannot be used: why, and how to mend it. ``sure``: it was certainly meant as a tag."""

    what: str
    fix: str
    sure: bool = True


def split_line(line: str) -> tuple[str, list[str]]:
    """The text of a line and the tags at its end. Raises BrokenTag where a tag is open or stands elsewhere."""
    rest, tags = line.rstrip(), list[str]()
    while rest.endswith("}"):
        start = _opening(rest)
        if start is None or not _STARTS.match(rest, start):
            break
        tags.insert(0, rest[start:])
        rest = rest[:start].rstrip()
    for found in _STARTS.finditer(rest):
        if _key(found[1]) in SHORTHANDS or found[1] == "kind":
            if _closes(rest, found.start()):
                raise BrokenTag("A tag stands in the middle of the line.", "Put it at the end of the line.")
            raise BrokenTag(f"The tag '{{{found[1]}: ...' is not closed.", "End it with '}' on the same line.")
    return rest, tags


def slip_in(line: str) -> tuple[int, int, BrokenTag] | None:
    """Where a line holds braces that were meant as a tag but have no `: `, from and to, and what to write."""
    found = _SLIP.search(line)
    if found is None:
        return None
    word, about = found[1], " ".join(found[3].split())
    missing = "the space after its colon" if ":" in found[2] else "its colon"
    value = "{price: 1200}" if _key(word) in ABOUT_A_PACKAGE else about
    value = "[dry walls, low price]" if _key(word) == "prefers" else value
    what = f"'{found[0][:60]}' lacks {missing}, so it is not read as a tag."
    return found.start(), found.end(), BrokenTag(what, f"Write {{{word}: {value}}}.", sure=False)


def read_tag(tag: str) -> list[dict[str, Any]]:
    """The pieces of evidence one tag stands for, as fields. Raises BrokenTag."""
    data = _parsed(tag)
    fields = {(_key(key) if _key(key) in SHORTHANDS else key): value for key, value in data.items()}
    short = [key for key in fields if key in SHORTHANDS]
    first = next(iter(fields))
    if not short and first not in FIELDS:
        near = get_close_matches(_key(first), (*SHORTHANDS, *FIELDS), n=1, cutoff=0.7)
        fix = f"Did you mean '{near[0]}'?" if near else f"A tag starts with one of {', '.join(SHORTHANDS)}, or kind."
        raise BrokenTag(f"'{first[:40]}' is not known in a tag.", fix, sure=bool(near))
    if len(short) > 1 or (short and "kind" in fields):
        both = " and ".join((*short, "kind")[:2])
        raise BrokenTag(f"This tag says two things: {both}.", "Write one tag for each.")
    if not short:
        return [fields]
    return _spelt_out(short[0], fields.pop(short[0]), fields)


def _spelt_out(short: str, about: Any, more: dict[str, Any]) -> list[dict[str, Any]]:
    if short in ABOUT_A_PACKAGE:
        return [{**ABOUT_A_PACKAGE[short], "package": about, **more}]
    if short == "prefers":
        if not isinstance(about, list) or len(about) < 2:
            raise BrokenTag("'prefers' names the wants in order.", "Write {prefers: [dry walls, low price]}.")
        return [{"kind": "comparison", "over": list(pair), **more} for pair in pairwise(about)]
    wants = about if isinstance(about, list) else [about]
    if not wants or not all(isinstance(want, str) and want.strip() for want in wants):
        raise BrokenTag(f"'{short}' names no want.", f"Write {{{short}: dry walls}}.")
    return [{**ABOUT_A_WANT[short], "want": want, **more} for want in wants]


def plain_yaml(text: str) -> Any:
    """Texts, lists and mappings, every scalar as it is written. Raises BrokenTag with a sentence."""
    if len(text) > LONGEST or _depth(text) > DEEPEST:
        raise BrokenTag("This is too long or too deeply nested to be read.", "Put it under 'evidence' in case.yaml.")
    try:
        if any(
            isinstance(e, AliasEvent) or getattr(e, "tag", None)
            for e in YAML(typ="base", pure=True, plug_ins=[]).parse(text)
        ):
            raise BrokenTag("Aliases ('*') and YAML tags ('!') are not read here.", "Put the text in quotes.")
        return YAML(typ="base", pure=True, plug_ins=[]).load(text)
    except YAMLError as error:
        hint = "Check the braces, commas and colons; put a text with ': ' or ', ' in quotes."
        raise BrokenTag("The tag cannot be read.", hint) from error


def _parsed(tag: str) -> dict[str, Any]:
    data = plain_yaml(tag)
    if not isinstance(data, dict) or not data or not all(isinstance(key, str) and key for key in data):
        raise BrokenTag("The tag cannot be read.", "Write {needs: dry walls}, for example.")
    return data


def _key(word: str) -> str:
    return word.strip().lower().replace(" ", "_").replace("-", "_")


def _opening(text: str) -> int | None:
    """Where the brace opens that the last character closes."""
    depth = 0
    for index in range(len(text) - 1, -1, -1):
        depth += {"}": 1, "{": -1}.get(text[index], 0)
        if depth == 0:
            return index
    return None


def _closes(text: str, start: int) -> bool:
    depth = 0
    for character in text[start:]:
        depth += {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return True
    return False


def _depth(text: str) -> int:
    depth = deepest = 0
    for character in text:
        depth += 1 if character in "[{" else -1 if character in "]}" else 0
        deepest = max(deepest, depth)
    return deepest
