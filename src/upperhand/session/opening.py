"""How is a case folder opened, and what does its evidence say?"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from upperhand.errors import InputError, Problem
from upperhand.model.case import Case
from upperhand.model.reports import OpenCase

if TYPE_CHECKING:
    from upperhand.leverage.reading import Views
    from upperhand.reader.evidence import Listened


CasePath = str | PathLike[str]


def open_case(path: CasePath, changes: Sequence[str] = ()) -> OpenCase:
    """Read a case folder (or its ``case.yaml``) with its notes.

    ``changes`` are what-ifs, ``KEY=VALUE`` with the path of the key (``future.0.credible=10%``). Raises InputError with
    every problem, CallError for a change that does not fit, WorldError where a file cannot be read.
    """
    read, problems = _read(path, changes)
    if read is None:
        raise InputError(problems)
    folder, case, heard = read
    found = tuple(evidence for one in heard for evidence in (*one.evidence, *one.splits))
    return OpenCase(folder, replace(case, evidence=(*case.evidence, *found)), tuple(problems), tuple(changes), heard)


def check(path: CasePath) -> tuple[Problem, ...]:
    """Every problem of a case folder, errors and warnings, in the order of the file."""
    return tuple(_read(path, ())[1])


def _read(
    path: CasePath, changes: Sequence[str]
) -> tuple[tuple[Path, Case, tuple[Listened, ...]] | None, list[Problem]]:
    """A case, and what is heard in its evidence folder; ``None`` where a problem stands in the way."""
    from upperhand.casefile.read import read_case
    from upperhand.intake.notes import read_folder

    folder = folder_of(path)
    notes, complaints = read_folder(folder / "evidence")
    opened = read_case(folder, changes=tuple(changes), notes=tuple(notes))
    problems = [*opened.problems, *complaints]
    if opened.case is None or any(p.severity == "error" for p in problems):
        return None, problems
    heard, unheard = _listen(opened.case, opened.folder, {note.file for note in notes})
    return (opened.folder, opened.case, heard), [*problems, *unheard]


def _listen(case: Case, folder: Path, tagged: Collection[str]) -> tuple[tuple[Listened, ...], list[Problem]]:
    """What is heard in the talks and documents of a case's evidence folder, and what kept some from being read.

    Notes with tags (``tagged``) are the user's own reading and stay as they are; so does every sentence that evidence
    quotes.
    """
    from upperhand.intake.sources import read_evidence

    sources, problems = read_evidence(folder / "evidence", tagged)
    if not sources:
        return (), problems
    from upperhand.reader.evidence import listen
    from upperhand.reader.hear import Listener

    listener = Listener()
    about, wants = case.them.name, {want.name: want.says for want in case.wants}
    quotes = [e.quote for e in case.evidence]
    heard = tuple(listen(listener, s, about, wants, quotes, case.me.name) for s in sources)
    return heard, [*problems, *(p for one in heard for p in one.problems)]


def folder_of(path: CasePath) -> Path:
    """The case folder, also where its ``case.yaml`` was named."""
    return Path(path).parent if Path(path).name == "case.yaml" else Path(path)


def as_opened(case: OpenCase | CasePath) -> OpenCase:
    """The case, opened where it was named by its folder."""
    return case if isinstance(case, OpenCase) else open_case(case)


def believed(case: Case) -> tuple[Views, tuple[Problem, ...]]:
    """What is believed of their wants, from all evidence and from what each side can see of it; and what of the
    evidence could not be weighed."""
    from upperhand.beliefs.posterior import infer
    from upperhand.leverage.answers import surplus_in_ranges
    from upperhand.leverage.layers import seen_by
    from upperhand.leverage.reading import Views

    surplus = surplus_in_ranges(case)
    full, problems = infer(case, case.title, surplus=surplus)
    seen = [seen_by(case, "me")[0], seen_by(case, "them")[0]]
    mine, theirs = (
        None if len(s.evidence) == len(case.evidence) else infer(s, case.title, surplus=surplus)[0] for s in seen
    )
    return Views(full, mine, theirs), tuple(problems)
