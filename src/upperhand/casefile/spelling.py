"""Which name did they mean?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def name_of(text: str) -> str:
    """A name or label as it is compared everywhere: composed Unicode, no space around it."""
    return unicodedata.normalize("NFC", text).strip()


def closest(name: str, known: Iterable[str], likeness: float = 0.6) -> str | None:
    """The known name most like ``name``; ``None`` where nothing is like it. Case and ``-``/``_``/space do not count.

    ``likeness`` in [0, 1] is how like it has to be.
    """
    folded: dict[str, str] = {}
    for candidate in known:
        folded.setdefault(_fold(candidate), candidate)
    hits = get_close_matches(_fold(name)[:200], folded, n=1, cutoff=likeness)
    return folded[hits[0]] if hits else None


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A sentence that offers the closest known name, or says ``otherwise``."""
    names = list(known)
    hit = closest(name, names)
    return f"Did you mean '{hit}'?" if hit is not None else otherwise


def listing(names: Iterable[str], most: int = 12) -> str:
    """Names in one phrase; a long list is cut short."""
    shown = [shorten(n, 40) for n in names]
    more = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {more} more" if more > 0 else "")


def shorten(text: str, most: int = 60) -> str:
    """A text fit for a one-line message."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def _fold(name: str) -> str:
    return name_of(name).casefold().replace("_", " ").replace("-", " ")
