"""How are case folders made, spared, and cleared of what is to be forgotten?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from upperhand.errors import CallError
from upperhand.model.reports import ForgetReport
from upperhand.session.opening import CasePath, folder_of


def new_case(folder: CasePath, like: str | None = None) -> Path:
    """Make a case folder to start from, blank or like a shipped example.

    CallError for an unknown name or a folder that is not empty.
    """
    from upperhand.casefile.new import new_case as make

    return make(Path(folder), like)


def examples() -> tuple[str, ...]:
    """Names of the shipped examples."""
    from upperhand.casefile.new import examples as names

    return tuple(names())


def forget(path: CasePath, source: str | None = None, person: str | None = None) -> ForgetReport:
    """Erase all evidence of a source or a person, as if never seen, and note in the journal that it was."""
    from upperhand.casefile.forget import forget as erase
    from upperhand.intake.notes import read_folder

    folder = folder_of(path)
    notes, _ = read_folder(folder / "evidence")
    gone = erase(folder, source=source, person=person, notes=notes)
    return ForgetReport(gone.erased, gone.files, gone.remaining, gone.hint)


def only_case(paths: Sequence[Path]) -> Path:
    """The one case among ``paths``. CallError where there are several, or one that is a talk or document."""
    from upperhand.casefile.disk import is_other_file

    if len(paths) != 1 or is_other_file(paths[0]):
        raise CallError("Talks and documents are read for somebody's wants.", "Add --about NAME --wants A,B,C.")
    return paths[0]


def spare_the_case(case: Path, target: Path | None) -> None:
    """Refuse, by CallError, to write a page over the user's own case or among the evidence, where it would be read."""
    from upperhand.casefile.disk import is_part_of

    if target is not None and is_part_of(case, target):
        raise CallError(f"{target} belongs to the case itself.", "Write the page to another file.")


def schema() -> str:
    """The JSON Schema of ``case.yaml``, as text, for editors."""
    from upperhand.casefile.new import schema_text

    return schema_text()
