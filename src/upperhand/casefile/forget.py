"""How is a source or a person erased, as if nothing had ever been learnt from them?"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from upperhand.casefile.edit import without_items
from upperhand.casefile.journal import Clock, append, now
from upperhand.casefile.mentions import held_instead, mentions
from upperhand.casefile.nodes import Listing, piece_at, plain
from upperhand.casefile.read import Opened, read_case
from upperhand.casefile.spelling import name_of
from upperhand.casefile.write import replace_file, save
from upperhand.errors import CallError, InputError, WorldError
from upperhand.model.note import RawNote


@dataclass(frozen=True)
class Whom:
    """Whose evidence goes: a source, a person, or both."""

    source: str | None
    person: str | None

    def covers(self, fields: Mapping[str, Any]) -> bool:
        """Whether a piece of evidence comes from them: by its source, by who said it, or by the informant's name."""
        sources = [fields.get("source")]
        people = [fields.get("who"), fields.get("name"), fields.get("source")]
        return _is_among(self.source, sources) or _is_among(self.person, people)


@dataclass(frozen=True)
class Forgotten:
    """How many pieces went, from which files, and where the name still stands (`file:line`).

    ``hint``, where nothing went, says which source or person was probably meant.
    """

    erased: int
    files: tuple[str, ...]
    remaining: tuple[str, ...] = ()
    hint: str = ""


def forget(
    path: Path,
    *,
    source: str | None = None,
    person: str | None = None,
    notes: Sequence[RawNote] = (),
    clock: Clock = now,
) -> Forgotten:
    """Erase all evidence of a source or a person from the case file, from the tagged lines of ``notes``, and the
    file of that name in ``evidence/`` if it is a talk or document that is read as it stands.

    A line of a note goes as a whole, with the line it quotes. The
    journal gains a line that says so without repeating what is gone. Raises CallError where nobody is named, InputError
    where the case file cannot be read, WorldError where the disk refuses.
    """
    if not (source or "").strip() and not (person or "").strip():
        raise CallError("Say what to forget.", "Name a source or a person.")
    whom = Whom(source, person)
    opened = read_case(path)
    if opened.tree is None:
        raise InputError(opened.problems)
    gone = _items_of(opened, whom)
    text = without_items(opened.text, ("evidence",), gone)
    doomed = [note for note in notes if whom.covers({"source": note.file, **note.fields})]
    changed = [(opened.folder / "evidence" / file, lines) for file, lines in _lines_of(doomed).items()]
    rewritten = [(note, _without_lines(note, lines, whom)) for note, lines in sorted(changed)]
    for note, data in rewritten:
        # without its tags the rest of a note would be read as it stands, and speak on
        kept = [n for n in notes if n.file == note.name and n not in doomed]
        if not kept and _is_among(source, [note.name]):
            _erase(note)
        else:
            replace_file(note, data)
    if gone:
        save(opened, text)
    whole = _file_of(opened.folder / "evidence", source, {note.file for note in notes})
    if whole is not None:
        _erase(whole)
    files = ([opened.path.name] if gone else []) + [f"evidence/{note.name}" for note, _ in rewritten]
    files += [f"evidence/{whole.name}"] if whole is not None else []
    erased = len(gone) + len(doomed) + (whole is not None)
    if erased:
        by = "source" if source else "person"
        append(opened.folder, "forgotten", {"by": by, "pieces": erased, "files": len(files)}, clock)
    remaining = mentions(opened.folder, opened.path.name, text if gone else opened.text, (source, person))
    hint = "" if erased else held_instead(source, person, _pieces(opened, notes))
    return Forgotten(erased, tuple(files), remaining, hint)


def _file_of(folder: Path, source: str | None, noted: set[str]) -> Path | None:
    """The file in ``evidence/`` that is the source itself, unless it is a note, whose other lines stay."""
    try:
        files = [p for p in folder.iterdir() if p.is_file() and p.name not in noted]
    except OSError:
        return None
    return next((p for p in sorted(files) if _is_among(source, [p.name])), None)


def _erase(path: Path) -> None:
    try:
        path.unlink()
    except OSError as error:
        raise WorldError(f"{path} could not be erased: {error.strerror}.", "Erase it by hand.") from error


def _pieces(opened: Opened, notes: Sequence[RawNote]) -> list[Mapping[str, Any]]:
    """The fields of every piece of evidence that is held."""
    items = None if opened.tree is None else piece_at(opened.tree, ("evidence",))
    written = [plain(item) for item in items.items] if isinstance(items, Listing) else []
    return [p for p in written if isinstance(p, dict)] + [{"source": note.file, **note.fields} for note in notes]


def _items_of(opened: Opened, whom: Whom) -> list[int]:
    """The positions of their evidence in the case file."""
    items = None if opened.tree is None else piece_at(opened.tree, ("evidence",))
    if not isinstance(items, Listing):
        return []
    pieces = ((i, plain(item)) for i, item in enumerate(items.items))
    return [i for i, piece in pieces if isinstance(piece, dict) and whom.covers(piece)]


def _lines_of(notes: Sequence[RawNote]) -> dict[str, set[int]]:
    """Which lines go, by note: those of the tags, and those they quote."""
    lines: dict[str, set[int]] = defaultdict(set)
    for note in notes:
        lines[note.file].add(note.line)
        quoted = str(note.fields.get("line", ""))
        if note.fields.get("source") == note.file and quoted.isascii() and quoted.isdigit():
            lines[note.file].add(int(quoted))
    return lines


def _without_lines(path: Path, gone: set[int], whom: Whom) -> bytes:
    """A note without some lines, and without defaults at its top that name them."""
    try:
        lines = path.read_bytes().split(b"\n")
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror}.", "Check that it is still there.") from error
    top = range(0)
    if lines[0].lstrip(b"\xef\xbb\xbf").rstrip() == b"---":
        top = range(1, next((i for i, line in enumerate(lines) if i and line.rstrip() == b"---"), 1))
    kept = [line for i, line in enumerate(lines) if i + 1 not in gone and not (i in top and _names(line, whom))]
    return b"\n".join(kept)


def _names(line: bytes, whom: Whom) -> bool:
    match = re.match(r"\s*(who|source)\s*:\s*[\"']?(.*?)[\"']?\s*$", line.decode("utf-8", errors="replace"))
    return match is not None and whom.covers({match[1]: match[2]})


def _is_among(wanted: str | None, names: Sequence[Any]) -> bool:
    if wanted is None or not name_of(wanted):
        return False
    return any(isinstance(name, str) and name_of(name).casefold() == name_of(wanted).casefold() for name in names)
