"""How does a scenario get into another tool's files?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, get_args

from upperhand.errors import CallError
from upperhand.formats.complaints import shown_name
from upperhand.formats.disk import put_file, put_folder
from upperhand.formats.genius_write import genius_files
from upperhand.formats.geniusweb_write import geniusweb_files
from upperhand.formats.negmas_write import negmas_files
from upperhand.formats.negolog_write import negolog_files
from upperhand.formats.sheet_write import csv_bytes, xlsx_bytes
from upperhand.model.scenario import Scenario

Written = Literal["genius", "geniusweb", "negmas", "negolog", "csv", "xlsx"]
FORMATS: tuple[str, ...] = get_args(Written)

_FOLDERS: Mapping[str, Callable[[Scenario], dict[str, bytes]]] = {
    "genius": genius_files,
    "geniusweb": geniusweb_files,
    "negmas": negmas_files,
    "negolog": negolog_files,
}
_FILES: Mapping[str, Callable[[Scenario], bytes]] = {"csv": csv_bytes, "xlsx": xlsx_bytes}


def write_scenario(scenario: Scenario, format: str, path: Path | str) -> list[Path]:
    """Write a scenario: a new folder (genius, geniusweb, negmas, negolog) or a new file (csv, xlsx); returns the files.

    Nothing is overwritten, and nothing is left half written. Raises CallError for an unknown format, for a path where
    something is already, and for what the format cannot hold; WorldError where the disk refuses.
    """
    place = Path(path)
    if format in _FOLDERS:
        return put_folder(place, _FOLDERS[format](scenario))
    if format in _FILES:
        return put_file(place, _FILES[format](scenario))
    raise CallError(f"'{shown_name(format)}' is not a format that is written.", f"There is {', '.join(FORMATS)}.")
