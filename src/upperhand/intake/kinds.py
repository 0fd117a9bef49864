"""Is a file a conversation, a document, or notes in the package's own markup?"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Literal

from upperhand.errors import WorldError
from upperhand.intake.labels import head_of, speakers_among
from upperhand.intake.notes import read_note
from upperhand.intake.source import plain

FileKind = Literal["talk", "document", "note"]
_TALKS = frozenset((".vtt", ".srt", ".json", ".jsonl", ".ndjson"))
_TEXTS = frozenset((".txt", ".md", ".text", ".markdown"))
_ENOUGH = 500_000
_FEWEST_TURNS, _FEWEST_SPEAKERS = 3, 2


def kind_of(path: Path | str) -> FileKind:
    """What a file is, by its ending and, for plain texts, by what its lines look like. Raises WorldError."""
    place = Path(path)
    suffix = place.suffix.lower()
    try:
        if place.is_dir():
            return "talk"
        if suffix in _TALKS:
            return "talk"
        if suffix not in _TEXTS:
            return "document"
        with place.open("rb") as file:
            text = plain(file.read(_ENOUGH))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise WorldError(f"{place} cannot be read: {reason}.", "Check its name and its permissions.") from error
    if read_note(text, place.name)[0]:
        return "note"
    return "talk" if is_spoken(text) else "document"


def is_spoken(text: str) -> bool:
    """Whether at least three turns of two speakers cover over half of a text's lines that are not blank."""
    lines = text.split("\n")
    heads = [head_of(line) for line in lines]
    chosen = speakers_among(lines, heads)
    named = [(lines[index], head) for index, head in enumerate(heads) if head is not None and index in chosen]
    count = Counter(head.name for _, head in named)
    if len(named) < _FEWEST_TURNS or len(count) < _FEWEST_SPEAKERS:
        return False
    # where hardly any label comes back the text is a form: `Site: ...`, `Budget: ...`
    if sum(turns for turns in count.values() if turns > 1) * 2 < len(named):
        return False
    full = sum(1 for line in lines if line.strip())
    # a name on a line of its own covers the words below it
    apart = sum(not line[head.at :].strip() for line, head in named)
    return (len(named) + apart) * 2 > full
