"""What was asked, answered, offered, replied and forgotten, in the order it happened?

`journal.jsonl` only ever grows: one line, one write. A line that was torn by a crash is left where it is, reported, and
the next entry starts on a line of its own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from upperhand.casefile.write import locked
from upperhand.errors import CallError, Problem, WorldError

JOURNAL = "journal.jsonl"
Kind = Literal["asked", "answered", "offered", "replied", "forgotten"]
KINDS: tuple[str, ...] = get_args(Kind)
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Entry:
    """One line: when (UTC, ISO 8601), which kind, and what."""

    at: str
    kind: str
    data: Mapping[str, Any] = field(default_factory=dict)


def now() -> datetime:
    """The clock on the wall, in UTC."""
    return datetime.now(UTC)


def append(folder: Path, kind: Kind, data: Mapping[str, Any], clock: Clock = now) -> Entry:
    """Add one line and wait until it is on the disk.

    ``data`` is plain data. Raises CallError for a kind nobody knows or data that cannot be written as JSON, WorldError
    where the disk refuses.
    """
    if kind not in KINDS:
        raise CallError(f"'{kind}' is no kind of journal entry.", f"Known: {', '.join(KINDS)}.")
    if not {"at", "kind"}.isdisjoint(data):
        raise CallError("'at' and 'kind' are the journal's own.", "Choose other names.")
    entry = Entry(clock().isoformat(timespec="seconds"), kind, dict(data))
    try:
        line = json.dumps({"at": entry.at, "kind": kind, **entry.data}, ensure_ascii=False, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise CallError(
            f"This entry cannot be written down: {error}.", "Use plain texts and finite numbers."
        ) from error
    path = folder / JOURNAL
    try:
        with locked(folder):
            _write_line(path, line.encode("utf-8", errors="replace") + b"\n")
    except OSError as error:
        raise WorldError(
            f"{path} cannot be written: {error.strerror}.", "Check the disk and its permissions."
        ) from error
    return entry


def _write_line(path: Path, line: bytes) -> None:
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o666)
    try:
        size = os.fstat(handle).st_size
        torn = size > 0 and _last_byte(handle, size) != b"\n"
        whole = b"\n" + line if torn else line
        if os.write(handle, whole) != len(whole):
            raise WorldError(f"{path} could not take the whole line.", "Make room on the disk.")
        os.fsync(handle)
    finally:
        os.close(handle)


def _last_byte(handle: int, size: int) -> bytes:
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


def read_journal(folder: Path) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """Every whole entry, and a warning for each line that is none. A missing journal is an empty one."""
    path = folder / JOURNAL
    try:
        lines = path.read_bytes().split(b"\n")
    except (FileNotFoundError, NotADirectoryError):
        return (), ()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    entries: list[Entry] = []
    problems: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        entry = _entry(line)
        if entry is not None:
            entries.append(entry)
            continue
        what = "The last line is torn." if number == len(lines) else "This line is no journal entry."
        problems.append(Problem(JOURNAL, number, what, "It is left out; the rest is read.", "warning"))
    return tuple(entries), tuple(problems)


def _entry(line: bytes) -> Entry | None:
    try:
        data = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(data, dict):
        return None
    at, kind = data.pop("at", None), data.pop("kind", None)
    if not isinstance(at, str) or kind not in KINDS:
        return None
    return Entry(at, kind, data)
