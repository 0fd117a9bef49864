"""Where does a name still stand in the folder, and which names does it hold?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from upperhand.casefile.check_evidence import PLAIN_TEXT, source_text
from upperhand.casefile.spelling import closest, listing, name_of


def mentions(folder: Path, case_file: str, text: str, names: Iterable[str | None]) -> tuple[str, ...]:
    """`file:line` of every line that holds one of ``names`` as whole words, whatever their case.

    Looks through ``text``, the case file's own, and through every plain text in ``evidence/``.
    """
    wanted = [name_of(name) for name in names if name is not None and name_of(name)]
    if not wanted:
        return ()
    pattern = re.compile("|".join(rf"(?<!\w){_spaced(name)}(?!\w)" for name in wanted), re.IGNORECASE)
    found = _lines(case_file, text, pattern)
    for file in _texts(folder / "evidence"):
        found += _lines(f"evidence/{file}", source_text(folder / "evidence", file) or "", pattern)
    return tuple(found)


def held_instead(source: str | None, person: str | None, pieces: Iterable[Mapping[str, Any]]) -> str:
    """A sentence with the source or person that was probably meant, out of those that ``pieces`` of evidence name."""
    sources: dict[str, None] = {}
    people: dict[str, None] = {}
    for piece in pieces:
        sources |= _told(piece, "source")
        people |= _told(piece, "who", "name")
    kinds = (("source", sources), ("person", people)) if source else (("person", people), ("source", sources))
    wanted = source or person or ""
    for kind, held in kinds:
        near = closest(wanted, held)
        if near is not None:
            return f"Did you mean the {kind} '{near}'?"
    said = [f"{word}: {listing(held)}" for word, held in (("sources", sources), ("people", people)) if held]
    return f"Held are {'; '.join(said)}." if said else "No evidence is held at all."


def _told(piece: Mapping[str, Any], *keys: str) -> dict[str, None]:
    return {name_of(piece[key]): None for key in keys if isinstance(piece.get(key), str) and name_of(piece[key])}


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _lines(file: str, text: str, pattern: re.Pattern[str]) -> list[str]:
    return [f"{file}:{i}" for i, line in enumerate(text.split("\n"), 1) if pattern.search(name_of(line))]


def _texts(evidence: Path) -> list[str]:
    try:
        return sorted(p.name for p in evidence.iterdir() if p.suffix.lower() in PLAIN_TEXT)
    except OSError:
        return []
