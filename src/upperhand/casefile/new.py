"""From what can a case be started?"""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from upperhand.casefile.disk import CASE_FILE
from upperhand.casefile.express import case_text
from upperhand.casefile.spelling import did_you_mean, listing, shorten
from upperhand.casefile.write import replace_file
from upperhand.errors import CallError, WorldError
from upperhand.model.case import Case

BLANK = "blank"


def examples() -> tuple[str, ...]:
    """The names of the shipped examples, the blank one first."""
    shipped = files("upperhand").joinpath("examples")
    if not shipped.is_dir():
        return ()
    names = sorted(e.name for e in shipped.iterdir() if e.is_dir() and e.joinpath(CASE_FILE).is_file())
    return tuple(sorted(names, key=lambda name: name != BLANK))


def new_case(folder: Path, like: str | None = None) -> Path:
    """Make a case folder from a shipped example (missing: the blank one); returns the folder.

    Raises CallError for an unknown name or a folder that is not empty, WorldError where the disk refuses.
    """
    name, known = like or BLANK, examples()
    if name not in known:
        raise CallError(
            f"There is no example '{shorten(name)}'.", did_you_mean(name, known, f"There is {listing(known)}.")
        )
    return _made(folder, lambda: _copy(files("upperhand").joinpath("examples", name), folder))


def case_folder(folder: Path, case: Case) -> Path:
    """Make a case folder that holds this case; returns the folder. Raises as `new_case`."""

    def write() -> None:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(folder / CASE_FILE, case_text(case).encode("utf-8"))

    return _made(folder, write)


def _made(folder: Path, fill: Callable[[], None]) -> Path:
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise CallError(f"{folder} is there already and not empty.", "Choose a new folder.")
        fill()
    except (OSError, ValueError) as error:
        raise WorldError(f"{folder} cannot be made: {error}.", "Check the path and its permissions.") from error
    return folder


def schema_text() -> str:
    """The published JSON Schema of the case file."""
    return files("upperhand.casefile").joinpath("case.schema.json").read_text(encoding="utf-8")


def _copy(source: Traversable, target: Path) -> None:
    target.mkdir(parents=True, exist_ok=True)
    for entry in source.iterdir():
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir():
            _copy(entry, target / entry.name)
        else:
            replace_file(target / entry.name, entry.read_bytes())
