"""Does a turn name a want, and which word-grams stand around it?

The want itself is masked, the others are masked differently, numbers too, so that nothing about a particular thing can
be learnt from them. A clause counts for the wants it names.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from functools import lru_cache

SIZE = 1 << 17
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


def grams(text: str, names: Sequence[Name]) -> list[list[int]]:
    """For each want the hashed 1- to 4-grams of the clauses that name it, with this want as W and others as O."""
    out: list[list[int]] = [[] for _ in names]
    for part in _CLAUSE.split(text):
        words = tokens(part or "")
        for k in named(words, names):
            out[k] += _around(words, k, names)
    return out


def _around(words: Sequence[str], want: int, names: Sequence[Name]) -> list[int]:
    seen = ["^"]
    for word in words:
        of = next((k for k, name in enumerate(names) if _met({stem(word)}, name)), None)
        mark = word if of is None else "W" if of == want else "O"
        if mark not in ("W", "O") or seen[-1] != mark:
            seen.append(mark)
    seen.append("$")
    parts = (" ".join(seen[i : i + n]) for n in (1, 2, 3, 4) for i in range(len(seen) - n + 1))
    return [zlib.crc32(part.encode()) % SIZE for part in parts]
