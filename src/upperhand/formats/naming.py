"""Under which file names are the parties of a scenario written, so that their order and names come back?"""

from __future__ import annotations

import re
from collections.abc import Sequence

_UNSAFE = re.compile(r"[^\w .()\-]")
_LONGEST = 60
_TAKEN = {"con", "prn", "aux", "nul", *(f"{word}{n}" for word in ("com", "lpt") for n in range(10))}


def stem_of(name: str) -> str:
    """A name as the stem of a file on any system."""
    stem = _UNSAFE.sub("-", name)[:_LONGEST].strip(" .-_")
    return f"{stem or 'party'}-" if not stem or stem.lower().split(".")[0] in _TAKEN else stem


def stems_of(names: Sequence[str], suffix: str) -> list[str]:
    """A stem for each name, all different, in an order that sorting the file names keeps."""
    stems: list[str] = []
    for name in names:
        stem, count = stem_of(name), 2
        while stem.lower() in {s.lower() for s in stems}:
            stem, count = f"{stem_of(name)} {count}", count + 1
        stems.append(stem)
    if sorted(f"{stem}{suffix}" for stem in stems) == [f"{stem}{suffix}" for stem in stems]:
        return stems
    width = len(str(len(stems)))
    return [f"{i:0{width}d} {stem}" for i, stem in enumerate(stems, 1)]
