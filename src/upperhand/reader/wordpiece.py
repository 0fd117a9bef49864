"""Which word pieces does a text consist of, for the encoder?

The uncased BERT scheme: split at white space and punctuation, lower case, accents off, then the longest piece of the
vocabulary first (Wu et al. 2016, arXiv 1609.08144; Devlin et al. 2019, arXiv 1810.04805).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

PAD, UNKNOWN, START, END, MARK = 0, 100, 101, 102, 103
LONGEST_WORD = 60


class WordPiece:
    """Holds the vocabulary and remembers the words it has split."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self.place = {piece: i for i, piece in enumerate(vocabulary)}
        self._pieces = lru_cache(maxsize=50_000)(self._split)

    def ids(self, text: str, most: int) -> list[int]:
        """The ids of the first ``most`` pieces of ``text``, without start and end marks."""
        out: list[int] = []
        for word in words(text):
            out.extend(self._pieces(word))
            if len(out) >= most:
                return out[:most]
        return out

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (UNKNOWN,)
        pieces: list[int] = []
        at = 0
        while at < len(word):
            for end in range(len(word), at, -1):
                found = self.place.get(("##" if at else "") + word[at:end])
                if found is not None:
                    pieces.append(found)
                    at = end
                    break
            else:
                return (UNKNOWN,)
        return tuple(pieces)


def words(text: str) -> list[str]:
    """Lower-case words and single punctuation marks of ``text``, accents removed."""
    out: list[str] = []
    word: list[str] = []
    for char in unicodedata.normalize("NFD", text.lower()):
        category = unicodedata.category(char)
        if category == "Mn" or char == "\ufffd" or (category[0] == "C" and not char.isspace()):
            continue
        if char.isspace():
            _close(word, out)
        elif _stands_alone(char, category):
            _close(word, out)
            out.append(char)
        else:
            word.append(char)
    _close(word, out)
    return out


def _close(word: list[str], out: list[str]) -> None:
    if word:
        out.append("".join(word))
        word.clear()


def _stands_alone(char: str, category: str) -> bool:
    return category[0] == "P" or char in "$+<=>^`|~" or "\u4e00" <= char <= "\u9fff"
