"""Which files of a scenario lie there, are they small enough, and how does a new one get onto the disk whole?"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path

from upperhand.errors import CallError, WorldError
from upperhand.formats.complaints import Unreadable

LARGEST = 20_000_000
LARGEST_YAML = 1_000_000
LARGEST_SUM = 50_000_000
MOST_FILES = 500
_READ = (".xml", ".json", ".yml", ".yaml", ".csv", ".tsv", ".xlsx", ".xlsm")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def files_of(path: Path) -> list[Path]:
    """The file that a path means, or the files of a folder that may belong to a scenario, in the order of their names.

    Hidden files and those whose names start with `_` are passed over, and so are folders within. Raises WorldError.
    """
    try:
        if path.is_file():
            return [path]
        if not path.is_dir():
            raise WorldError(f"{path} is not there, or is neither a file nor a folder.", "Check the path.")
        inside = sorted(path.iterdir(), key=lambda entry: entry.name)
        return [e for e in inside if e.suffix.lower() in _READ and e.name[0] not in "._" and e.is_file()]
    except (OSError, ValueError) as error:
        raise WorldError(f"{path} cannot be read: {_reason(error)}.", "Check its name and its permissions.") from error


def data_of(path: Path) -> bytes:
    """A file's bytes. Raises Unreadable, without reading, where it is too large; WorldError where the disk refuses."""
    try:
        size = path.stat().st_size
        limit = LARGEST_YAML if path.suffix.lower() in (".yml", ".yaml") else LARGEST
        if size > limit:
            what = f"The file has {size:,} bytes; such files are read up to {limit:,} bytes."
            raise Unreadable(None, what, "No scenario needs as many: check that it is the right file.")
        with path.open("rb") as file:
            return file.read(limit)
    except (OSError, ValueError) as error:
        raise WorldError(f"{path} cannot be read: {_reason(error)}.", "Check its name and its permissions.") from error


def text_of(data: bytes) -> str:
    """The text that bytes spell. Raises Unreadable, with the line, where they spell none."""
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    try:
        text = data[len(bom) :].decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"The text is not {encoding.upper()}: a byte on line {line} belongs to no character."
        raise Unreadable(line, what, "Save it as UTF-8.") from error
    if "\0" in text:
        raise Unreadable(None, "The file is no text: it holds zero bytes.", "Save it as UTF-8.")
    return text if "\n" in text else text.replace("\r", "\n")


def put_file(path: Path, data: bytes) -> list[Path]:
    """Write one new file; whoever looks sees all of it or nothing. Raises CallError where something is there."""
    _placed(path, lambda draft: draft.write_bytes(data))
    return [path]


def put_folder(path: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write a new folder of files, or fill an empty one; whoever looks sees all of it or nothing.

    Raises CallError where something is there already, WorldError where the disk refuses.
    """

    def fill(draft: Path) -> None:
        draft.mkdir()
        for name, data in files.items():
            (draft / name).write_bytes(data)

    _placed(path, fill)
    return [path / name for name in files]


def _placed(path: Path, write: Callable[[Path], object]) -> None:
    """Let something be written beside its place and put it there in one step."""
    try:
        if os.path.lexists(path) and not (path.is_dir() and not any(path.iterdir())):
            raise CallError(f"{path} is there already.", "Name a new place; nothing is overwritten.")
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=".draft-", dir=path.parent))
        try:
            draft = beside / "draft"
            write(draft)
            if path.is_dir():
                path.rmdir()
            draft.rename(path)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except (OSError, ValueError) as error:
        raise WorldError(
            f"{path} cannot be written: {_reason(error)}.", "Check the path and its permissions."
        ) from error


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or "its name is not valid"
