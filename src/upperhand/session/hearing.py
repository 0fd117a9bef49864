"""What do talks, documents and cases say that they want?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from upperhand.errors import CallError, InputError, Problem
from upperhand.model.document import Document
from upperhand.model.reports import OpenCase, WantsReport
from upperhand.model.talk import Talk
from upperhand.session.opening import CasePath, as_opened, believed

Source = Talk | Document | CasePath


def read_talk(path: CasePath) -> Talk:
    """The talk in a transcript file. Raises InputError where nothing could be read, WorldError where the file cannot
    be."""
    from upperhand.intake.transcripts import read_talk as read

    talk, problems = read(Path(path))
    if not talk.turns:
        raise InputError(problems)
    return talk


def read_document(path: CasePath) -> Document:
    """The document in a file. Raises InputError where nothing could be read, WorldError where the file cannot be."""
    from upperhand.intake.documents import read_document as read

    document, problems = read(Path(path))
    if not document.passages:
        raise InputError(problems)
    return document


def wants(
    source: OpenCase | Source | Sequence[Source],
    about: str | None = None,
    wants: Sequence[str] | Mapping[str, str] | None = None,
) -> WantsReport:
    """What they want, with the lines behind every weight.

    ``source`` is a case (or its folder), which brings its own counterpart and wants; or a talk, a document, a file that
    holds one, or a list of them, with ``about`` (whose wants) and ``wants`` (names, or name: description). A list is
    taken
    as one body of evidence. Raises CallError where ``about`` or ``wants`` is missing, InputError where nothing can
    be read.
    """
    if about is None and wants is None and isinstance(source, OpenCase | str | PathLike):
        return _wants_of_case(as_opened(source))
    if about is None or not about.strip() or not wants or isinstance(source, OpenCase):
        own = isinstance(source, OpenCase)
        what = "A case has its own wants." if own else "A talk or document is read for somebody's wants."
        raise CallError(what, 'Say about="NAME" and wants=[...]; or give a case alone.')
    several = [source] if isinstance(source, Talk | Document | str | PathLike) else list(source)
    return _wants_of_sources(several, about, _named(wants))


def _wants_of_case(opened: OpenCase) -> WantsReport:
    from upperhand.beliefs.wanted import report_of_case

    views, more = believed(opened.case)
    return report_of_case(opened.case, views.all, opened.heard, (*opened.problems, *more))


def _named(wants: Sequence[str] | Mapping[str, str]) -> dict[str, str]:
    """Wants by name with their description; CallError where there are not two of them."""
    given = wants.items() if isinstance(wants, Mapping) else ((want, "") for want in wants)
    named = {_whole(name).strip(): _whole(says or "").strip() for name, says in given if str(name).strip()}
    if isinstance(wants, str) or len(named) < 2:
        raise CallError(
            "Name at least two different wants: a weight says what comes before what.", "For example A,B,C."
        )
    return named


def _whole(text: str) -> str:
    """The text with halves of code units, which no file or draw can hold, replaced."""
    return str(text).encode("utf-8", "replace").decode("utf-8")


def _wants_of_sources(sources: Sequence[Source], about: str, named: dict[str, str]) -> WantsReport:
    from upperhand.beliefs.wanted import report_of_sources
    from upperhand.reader.evidence import listen
    from upperhand.reader.hear import Listener

    read: list[Talk | Document] = []
    problems: list[Problem] = []
    for source in sources:
        found, wrong = _read_source(source)
        read += found
        problems += wrong
    if not sources:
        raise CallError("There is nothing to read.", "Name a talk, a document or a file.")
    if not read:
        raise InputError(problems)
    listener = Listener()
    heard = [listen(listener, source, about, named) for source in read]
    return report_of_sources(about, named, heard, problems, read[0].source if len(read) == 1 else None)


def _read_source(source: Source) -> tuple[Sequence[Talk | Document], list[Problem]]:
    from upperhand.intake.sources import read_sources

    return ([source], []) if isinstance(source, Talk | Document) else read_sources(Path(source))


def wants_each(
    paths: Sequence[CasePath], about: str, wants: Sequence[str] | Mapping[str, str]
) -> Iterator[WantsReport]:
    """One report for each talk or document in the files ``paths``, in order; a file that cannot be read gives a report
    with no wants and its problems. Raises CallError for a call that names nobody or fewer than two wants."""
    if not about.strip():
        raise CallError("A talk or document is read for somebody's wants.", "Say whose: --about NAME.")
    named = _named(wants)
    for path in paths:
        read, problems = _read_source(path)
        if not read:
            yield _nothing_read(about, str(path), problems)
        for number, source in enumerate(read):
            report = _wants_of_sources([source], about, named)
            yield replace(report, problems=(*(problems if not number else ()), *report.problems))


def _nothing_read(about: str, path: str, problems: Sequence[Problem]) -> WantsReport:
    from upperhand.beliefs.wanted import report_of_sources

    return report_of_sources(about, {}, [], problems, path)


def read_wants(path: CasePath) -> dict[str, str]:
    """Wants and their descriptions from a JSON file. Raises InputError where it holds something else."""
    from upperhand.intake.wanted import read_wants as read

    wants, problems = read(Path(path))
    if problems:
        raise InputError(problems)
    return wants
