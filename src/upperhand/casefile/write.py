"""How does a new state of a file get onto the disk without ever leaving half of it there?"""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from upperhand.casefile.disk import BOM, digest_of
from upperhand.casefile.edit import edited
from upperhand.casefile.read import Opened
from upperhand.errors import WorldError

_STALE_S = 3600.0


def save(opened: Opened, text: str) -> str:
    """Put ``text`` in place of the case file that was opened; returns the new digest.

    Text that did not change leaves the file untouched to the byte. Raises WorldError where the file on disk is no
    longer the one that was read, or cannot be written.
    """
    path = Path(os.path.realpath(opened.path))
    with locked(path.parent):
        data = _bytes_of(path)
        if digest_of(data) != opened.digest:
            raise WorldError(
                f"{opened.path} has changed on disk since it was read.", "Read it again, then repeat the change."
            )
        if text == opened.text:
            return opened.digest
        new = (BOM if data.startswith(BOM) else b"") + text.encode("utf-8")
        replace_file(path, new)
    return digest_of(new)


def save_changes(opened: Opened, changes: Sequence[str]) -> str:
    """Write ``KEY=VALUE`` changes into the case file, keeping everything else as it stands; returns the new digest."""
    return save(opened, edited(opened.text, changes))


def replace_file(path: Path, data: bytes) -> None:
    """Put ``data`` in place of ``path`` in one step: whoever reads sees the old state or the new one, never a part.

    The new state is on the disk before the old one goes. A file's mode stays; a new file is made as the folder's owner
    makes any. Raises WorldError.
    """
    real = Path(os.path.realpath(path))
    try:
        _remove_stale(real)
        mode = stat.S_IMODE(real.stat().st_mode) if real.exists() else 0o666 & ~_umask()
        handle, name = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".part", dir=real.parent)
        part = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            part.chmod(mode)
            part.replace(real)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        sync_folder(real.parent)
    except OSError as error:
        raise WorldError(
            f"{path} cannot be written: {error.strerror}.", "The file is as it was; check the disk and its permissions."
        ) from error


def sync_folder(folder: Path) -> None:
    """Make the folder's own entries last, where the system can."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One writer at a time in a folder, where the system can."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise WorldError(
            f"{folder} cannot be opened: {error.strerror}.", "Check the path and its permissions."
        ) from error
    try:
        # a folder on a network may know no locks; the digest still guards it
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror}.", "Check that it is still there.") from error


def _remove_stale(path: Path) -> None:
    """Remove parts that a program stopped in the middle left behind, an hour older than the folder's last change."""
    newest = path.parent.stat().st_mtime
    for part in path.parent.glob(f".{path.name}.*.part"):
        if newest - part.stat().st_mtime > _STALE_S:
            part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
