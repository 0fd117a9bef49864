"""Does a clause name a want, and how does a turn read with the names masked?

The want itself is masked, the others are masked differently, so that nothing about a particular thing can be learnt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from upperhand.reader.weights import load_pieces

WANT, OTHER = "apples", "pears"
"""What a want and the others are called where their names must not matter: plain things, so that the encoder reads a
plain sentence."""
WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[?!]")
_CLAUSE = re.compile(
    r"[.!?;]+(?=\s|$)|\n+|,\s+(?=but |and |or |so |while |as |since |because |if |i |you |we )", re.IGNORECASE
)
_PLURAL = re.compile(r"(?P<y>..)ies$|(?P<es>..(?:ss|x|zz|ch|sh))es$|(?P<s>..[^su])s$")
_NUMBERS = {word: str(n) for n, word in enumerate("zero one two three four five six seven eight nine".split())}
_SMALL = frozenset("the a an of to for in on at by and or with no not my our your their his her its more less".split())
JOINED = 4
"""Letters that each part of a joined word has at least."""
Name = frozenset[str]


def tokens(text: str) -> list[str]:
    """Lower-case words, numbers below ten as a digit, larger ones as '#', question and exclamation marks."""
    return [token(word) for word in WORD.findall(text.replace("’", "'"))]


def token(word: str) -> str:
    """One word as `tokens` has it."""
    word = word.lower()
    return _NUMBERS.get(word, word if not word.isdigit() or len(word) == 1 else "#")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without a plural ending."""
    found = _PLURAL.search(word)
    if found is None:
        return word
    return word[: found.end(found.lastgroup or 0)] + ("y" if found.lastgroup == "y" else "")


def name_of(want: str) -> Name:
    """The stems that make up a want's name, its description and small words left out."""
    return frozenset(stem(w) for w in tokens(want.split(":")[0]) if w not in _SMALL and w[0] not in "#?!")


def named(clause: Sequence[str], names: Sequence[Name]) -> frozenset[int]:
    """Which wants a clause names: with all the words of a name of one or two, with two of a longer one; or, for a name
    joined from parts ("firewood"), with the part it ends in."""
    said = {stem(w) for w in clause}
    return frozenset(k for k, name in enumerate(names) if name and len(name & _met(said, name)) >= min(len(name), 2))


def _met(said: set[str], name: Name) -> set[str]:
    return {part for part in name if part in said or any(_ends(part, word) for word in said)}


@lru_cache(maxsize=50_000)
def _ends(part: str, word: str) -> bool:
    """Whether ``part`` is joined from another word and ``word``, both of four letters or more: fire and wood."""
    rest = len(part) - len(word)
    return len(word) >= JOINED and rest >= JOINED and part.endswith(word) and part[:rest] in load_pieces().place


def clauses(text: str) -> list[str]:
    """The clauses of a text that hold anything."""
    return [part for part in _CLAUSE.split(text.replace("’", "'")) if part]


def mark(word: str, want: Name, others: Sequence[Name]) -> int:
    """1 where the word belongs to the want's name, 2 where to another's, else 0."""
    one = {stem(token(word))}
    return 1 if _met(one, want) else 2 if any(_met(one, name) for name in others) else 0


def masked(text: str, want: Name, others: Sequence[Name]) -> str:
    """The text with the want as WANT, the others as OTHER and all else as it was; a name of several words is one
    mark."""
    text = text.replace("’", "'")
    out, last, before = "", 0, 0
    for found in WORD.finditer(text):
        between, kind = text[last : found.start()], mark(found[0], want, others)
        last = found.end()
        if kind and kind == before and not between.strip():
            continue
        out += between + (found[0], WANT, OTHER)[kind]
        before = kind
    return out + text[last:]
