"""Does a turn name a want, and which word-grams stand around it?

The want itself is masked, the others are masked differently, numbers too, so that nothing about a particular thing can
be learnt from them. A clause counts for the wants it names.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

SIZE = 1 << 17
WANT, OTHER = "apples", "pears"
"""What a want and the others are called where their names must not matter: plain things, so that the encoder reads a
plain sentence."""
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")
_CLAUSE = re.compile(
    r"[.!?;\n]+(?=\s|$)|,\s+(?=but |and |or |so |while |as |since |because |if |i |you |we )", re.IGNORECASE
)
_ENDINGS = ("ies", "es", "s")
_NUMBERS = frozenset("one two three four five six seven eight nine ten".split())
_SMALL = frozenset("the a an of to for in on at by and or with no not my our your their his her its more less".split())
Name = frozenset[str]


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers as '#', question and exclamation marks."""
    found = (w.lower() for w in _WORD.findall(text.replace("’", "'")))
    return ["#" if w.isdigit() or w in _NUMBERS else w for w in found]


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without a plural ending."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def name_of(want: str) -> Name:
    """The stems that make up a want's name, its description and small words left out."""
    return frozenset(stem(w) for w in tokens(want.split(":")[0]) if w not in _SMALL and w not in "#?!")


def named(clause: Sequence[str], names: Sequence[Name]) -> frozenset[int]:
    """Which wants a clause names: with all the words of a name of one or two, with two of a longer one; or, for a name
    joined from parts ("firewood"), with the part it ends in."""
    said = {stem(w) for w in clause}
    return frozenset(k for k, name in enumerate(names) if name and len(name & _met(said, name)) >= min(len(name), 2))


def _met(said: set[str], name: Name) -> set[str]:
    return {part for part in name if part in said or any(len(w) >= 4 and part.endswith(w) for w in said)}


@dataclass(frozen=True)
class Naming:
    """A clause that names want ``want``, and ``others`` more.

    ``masked`` is its text with the want as WANT and the others as OTHER; ``grams`` are hashed 1- to 4-grams with them
    as W and O.
    """

    want: int
    others: int
    masked: str
    grams: tuple[int, ...]


def namings(text: str, names: Sequence[Name]) -> list[Naming]:
    """Every clause of a text for every want it names."""
    out = []
    for part in _CLAUSE.split(text):
        plain = [w.lower() for w in _WORD.findall((part or "").replace("’", "'"))]
        words = tokens(part or "")
        of = [next((k for k, name in enumerate(names) if _met({stem(w)}, name)), None) for w in words]
        hit = named(words, names)
        for want in hit:
            masked = _merged(plain, of, want, (WANT, OTHER))
            seen = ["^", *_merged(words, of, want, ("W", "O")), "$"]
            parts = (" ".join(seen[i : i + n]) for n in (1, 2, 3, 4) for i in range(len(seen) - n + 1))
            ids = tuple(zlib.crc32(gram.encode()) % SIZE for gram in parts)
            out.append(Naming(want, len(hit) - 1, " ".join(masked), ids))
    return out


def _merged(words: Sequence[str], of: Sequence[int | None], want: int, marks: tuple[str, str]) -> list[str]:
    """The words with this want as the first mark and others as the second; a name of several words is one mark."""
    out: list[str] = []
    for word, k in zip(words, of, strict=True):
        mark = word if k is None else marks[0] if k == want else marks[1]
        if k is None or not out or out[-1] != mark:
            out.append(mark)
    return out
