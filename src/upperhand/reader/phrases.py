"""Which short phrases does a turn consist of? Hashed word-grams, for the acts that have set wordings."""

from __future__ import annotations

import zlib

from upperhand.reader.names import tokens

SIZE = 1 << 16
_LENGTH, _LONGEST = 4, 6
"""Turns count by length in steps of four words, all from the seventh step on alike."""


def phrases(text: str) -> list[int]:
    """Places in [0, SIZE) of the different 1- to 3-grams of a text, its start and end marked; and of its length."""
    words = ["^", *tokens(text), "$"]
    grams = {" ".join(words[i : i + n]) for n in (1, 2, 3) for i in range(len(words) - n + 1)}
    grams.add(f"length {min((len(words) - 2) // _LENGTH, _LONGEST)}")
    return sorted({zlib.crc32(gram.encode()) % SIZE for gram in grams})
