"""Which turns name which wants, and what stands around the names?

A mention is a turn and a want it names. What is learnt of it are the words around the masked name, how much of it is
spoken of and for whom, and the order in which wants come up; never the name.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from upperhand.reader.encoder import Text
from upperhand.reader.names import WORD, Name, clauses, mark, masked, named, token, tokens

GRAMS, TRAITS = 1 << 17, 1 << 12
SIZE = GRAMS + TRAITS
"""Places of hashed word-grams, then of hashed traits."""
LATEST, MOST = 4, 3
"""Turns of theirs from the fifth on count alike, and so do three wants or more."""
_MINE = frozenset("i me my mine myself i'll i'd i'm i've we us our ours we'll we'd we're we've".split())
_YOURS = frozenset("you your yours yourself you'll you'd you're you've u".split())
_MUCH = frozenset("0 1 2 3 4 5 6 7 8 9 # all more extra most some any least less both none no".split())
_REACH = 4
"""Words before a name among which its quantity is looked for."""


@dataclass(frozen=True)
class Mention:
    """Text number ``at`` names want ``want``, or answers a turn which did.

    ``context`` and ``text`` are its own with names masked. ``features`` are places in [0, SIZE), one for each time the
    feature holds; none where only the turn before names the want.
    """

    at: int
    want: int
    context: str
    text: str
    features: tuple[int, ...]


@dataclass(frozen=True)
class _Naming:
    """A word in a clause where the name of a want begins: whose the want is said to be, and how much of it."""

    want: int
    place: int
    whose: str
    much: str


def mentions(texts: Sequence[Text], names: Sequence[Name]) -> list[Mention]:
    """Every want that each of the texts names, or that the turn it answers does.

    Texts stand in their order in the talk; a long turn may be several of them. Whether a clause asks is not seen here.
    """
    out: list[Mention] = []
    before: set[int] = set()
    for at, (context, text) in enumerate(texts):
        parts = [(part, named(tokens(part), names)) for part in clauses(text)]
        said = frozenset[int]().union(*(hit for _, hit in parts))
        asked = frozenset[int]().union(*(named(tokens(part), names) for part in clauses(context)))
        features: dict[int, list[int]] = {want: [] for want in sorted(said | asked)}
        namings = [_namings(part, hit, names) for part, hit in parts]
        first = _first((number, n) for number, some in enumerate(namings) for n in some)
        for (part, hit), some in zip(parts, namings, strict=True):
            for want in hit:
                features[want] += _grams(part, names[want], [names[k] for k in hit if k != want])
                features[want] += map(_trait, _traits(some, want))
                features[want].append(_trait(f"turn {min(at, LATEST)} {min(len(hit), MOST)}"))
                features[want].append(_trait(f"came {_rank(first, want)}"))
                seen = "again" if want in before else "new"
                features[want].append(_trait(f"seen {seen} {min(len(before - {want}), MOST - 1)}"))
            before |= hit
        for want, found in features.items():
            others = [names[k] for k in sorted(said | asked) if k != want]
            hidden = [masked(words, names[want], others) for words in (context, text)]
            out.append(Mention(at, want, hidden[0], hidden[1], tuple(found)))
    return out


def _trait(words: str) -> int:
    return GRAMS + zlib.crc32(words.encode()) % TRAITS


def _first(namings: Iterable[tuple[int, _Naming]]) -> dict[int, tuple[int, int]]:
    """Where each want is first named: clause and word."""
    out: dict[int, tuple[int, int]] = {}
    for clause, naming in namings:
        out.setdefault(naming.want, (clause, naming.place))
    return out


def _rank(first: Mapping[int, tuple[int, int]], want: int) -> str:
    """How many wants are named before it, of how many; wants that share a word share a rank."""
    before = sum(place < first[want] for place in first.values()) if want in first else len(first)
    return f"{min(before, MOST - 1)} of {min(len(first), MOST)}"


def _namings(clause: str, hit: frozenset[int], names: Sequence[Name]) -> list[_Naming]:
    """Where a clause names each of the wants it names."""
    out: list[_Naming] = []
    whose, words, last = "-", WORD.findall(clause), list[int]()
    for place, word in enumerate(words):
        lower = word.lower()
        whose = "mine" if lower in _MINE else "yours" if lower in _YOURS else whose
        here = [k for k in hit if mark(word, names[k], ())]
        for k in here:
            if k not in last:
                out.append(_Naming(k, place, whose, _much(words, place, [names[j] for j in hit])))
        last = here
    return out


def _much(words: Sequence[str], place: int, names: Sequence[Name]) -> str:
    for word in reversed(words[max(place - _REACH, 0) : place]):
        if any(mark(word, name, ()) for name in names):
            return "-"
        if token(word) in _MUCH:
            return token(word)
    return "-"


def _traits(namings: Sequence[_Naming], want: int) -> Iterator[str]:
    """How much of the want, whose, and whether more than of the others; its place among the wants of the clause."""
    yield f"place {_rank(_first((0, n) for n in namings), want)}"
    for own in namings:
        if own.want == want:
            yield f"much {own.whose} {own.much}"
            yield f"whose {own.whose}"
            for other in namings:
                if other.want != want and other.whose == own.whose and own.much.isdigit() and other.much.isdigit():
                    yield f"beside {own.whose} {(own.much > other.much) - (own.much < other.much)}"


def _grams(clause: str, want: Name, others: Sequence[Name]) -> Iterator[int]:
    """Hashed 1- to 4-grams of a clause, its start and end marked, with the want as W and the others as O."""
    words = ["^"]
    for word in WORD.findall(clause):
        kind = (token(word), "W", "O")[mark(word, want, others)]
        if kind not in ("W", "O") or words[-1] != kind:
            words.append(kind)
    words.append("$")
    for n in (1, 2, 3, 4):
        for i in range(len(words) - n + 1):
            yield zlib.crc32(" ".join(words[i : i + n]).encode()) % GRAMS
