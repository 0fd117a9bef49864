"""What lies on the disk, and can it be a case file at all?"""

from __future__ import annotations

import errno
import hashlib
import stat
from dataclasses import dataclass
from pathlib import Path

from upperhand.casefile.spelling import shorten
from upperhand.errors import Problem, WorldError

CASE_FILE = "case.yaml"
LARGEST = 2_000_000
BOM = b"\xef\xbb\xbf"
_START = "Start one with 'upperhand new DIR'."


@dataclass(frozen=True)
class OnDisk:
    """A case file as it lies there. ``text`` is ``None`` where it cannot be one, and ``problems`` say why."""

    folder: Path
    path: Path
    text: str | None
    digest: str
    problems: tuple[Problem, ...]


def find_case(given: Path) -> Path:
    """The case file a path means: the file itself, or the one in the folder."""
    try:
        return given / CASE_FILE if given.is_dir() else given
    except (OSError, ValueError):
        return given


def digest_of(data: bytes) -> str:
    """What tells two states of a file apart."""
    return hashlib.sha256(data).hexdigest()


def load(given: Path) -> OnDisk:
    """Read a case file, or say what is there instead. Raises WorldError where the disk refuses."""
    path = find_case(given)
    is_folder = path != given
    folder = path.parent

    def refused(what: str, fix: str, line: int | None = None) -> OnDisk:
        return OnDisk(folder, path, None, "", (Problem(shorten(path.name) or str(path), line, what, fix),))

    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return refused("This is not a file.", "Name the case's folder or its case.yaml.")
        if status.st_size > LARGEST:
            return refused(
                f"The file has {status.st_size:,} bytes; a case has at most {LARGEST:,}.",
                "Put long texts into evidence/.",
            )
        data = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        if is_folder:
            return refused(f"The folder {given} has no case.yaml.", _START)
        return refused(f"There is no {given}.", f"Check the path. {_START}")
    except ValueError:
        return refused("This path has a character no file can have.", "Check the path.")
    except OSError as error:
        if error.errno in (errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL):
            return refused(f"No file can be at {shorten(str(given), 80)}: {error.strerror}.", "Check the path.")
        raise WorldError(f"{path} cannot be read: {error.strerror}.", "Check the path and its permissions.") from error
    if not data.strip():
        return refused("The file is empty.", _START)
    return _decoded(folder, path, data)


def _decoded(folder: Path, path: Path, data: bytes) -> OnDisk:
    problem: Problem | None = None
    text: str | None = None
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        problem = Problem(path.name, 1, "The file is UTF-16, not UTF-8.", "Save it as UTF-8.")
    elif b"\0" in data:
        at = data.index(b"\0")
        line = data.count(b"\n", 0, at) + 1
        problem = Problem(path.name, line, f"This is no text file: byte {at} is 0.", "Name the case.yaml itself.")
    else:
        try:
            text = data.removeprefix(BOM).decode("utf-8")
        except UnicodeDecodeError as error:
            at = error.start + (len(BOM) if data.startswith(BOM) else 0)
            line = data.count(b"\n", 0, at) + 1
            what = f"The file is not UTF-8: byte {at} is 0x{data[at]:02x}."
            problem = Problem(path.name, line, what, "Save it as UTF-8.")
    return OnDisk(folder, path, text, digest_of(data), (problem,) if problem is not None else ())


def is_other_file(path: Path) -> bool:
    """Whether a path is a file that cannot be a case file."""
    return path.is_file() and path.suffix not in (".yaml", ".yml")


def is_part_of(case: Path, target: Path) -> bool:
    """Whether ``target`` is a case's own file, or lies among its evidence, where it would be read as such."""
    goal, folder = target.resolve(), (case if case.is_dir() else case.parent).resolve()
    return goal in (folder / "case.yaml", folder / "journal.jsonl") or folder / "evidence" in goal.parents
