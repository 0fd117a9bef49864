"""The one door: open a case, run the stages, hand back results.

Whatever the faces can do, ``import upperhand`` can. Results are frozen and have ``.to_dict()``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from upperhand.errors import CallError, InputError, Problem, UpperhandError, WorldError
from upperhand.model.case import Case
from upperhand.model.document import Document
from upperhand.model.move import Brief
from upperhand.model.reports import ForgetReport, LeverageReport, OpenCase, WantsReport
from upperhand.model.talk import Talk

if TYPE_CHECKING:
    from upperhand.leverage.reading import Views
    from upperhand.reader.evidence import Listened

__all__ = [
    "CallError",
    "Case",
    "ForgetReport",
    "InputError",
    "LeverageReport",
    "OpenCase",
    "Problem",
    "UpperhandError",
    "WantsReport",
    "WorldError",
    "brief",
    "check",
    "examples",
    "forget",
    "leverage",
    "new_case",
    "open_case",
    "read_document",
    "read_talk",
    "schema",
    "wants",
]

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

    folder = _folder(path)
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


def _folder(path: CasePath) -> Path:
    """The case folder, also where its ``case.yaml`` was named."""
    return Path(path).parent if Path(path).name == "case.yaml" else Path(path)


def _views(case: Case) -> tuple[Views, tuple[Problem, ...]]:
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


def brief(opened: OpenCase | CasePath) -> Brief:
    """The one-page brief of a case: leverage, likely terms, wants, moves, what was left out on purpose."""
    from upperhand.brief.compose import compose

    opened = _opened(opened)
    views, more = _views(opened.case)
    return compose(opened.case, views, opened.case.title, (*opened.problems, *more))


def leverage(opened: OpenCase | CasePath, what_if: Sequence[str] = ()) -> LeverageReport:
    """The leverage reading of a case; ``what_if`` are ``KEY=VALUE`` changes, evaluated on the same draws."""
    opened = _opened(opened)
    before = _report(opened)
    if not what_if:
        return before
    changed = _report(open_case(opened.folder, (*opened.changes, *what_if)))
    return LeverageReport(
        changed.title, changed.leverage, changed.predicted_terms, tuple(what_if), before, changed.problems
    )


def _report(opened: OpenCase) -> LeverageReport:
    from upperhand.leverage.reading import read

    views, more = _views(opened.case)
    reading, terms, _ = read(opened.case, views, opened.case.title)
    return LeverageReport(opened.case.title, reading, terms, problems=(*opened.problems, *more))


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


Source = Talk | Document | CasePath


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
        return _wants_of_case(_opened(source))
    if about is None or not about.strip() or not wants or isinstance(source, OpenCase):
        own = isinstance(source, OpenCase)
        what = "A case has its own wants." if own else "A talk or document is read for somebody's wants."
        raise CallError(what, 'Say about="NAME" and wants=[...]; or give a case alone.')
    several = [source] if isinstance(source, Talk | Document | str | PathLike) else list(source)
    return _wants_of_sources(several, about, _named(wants))


def _wants_of_case(opened: OpenCase) -> WantsReport:
    from upperhand.beliefs.wanted import report_of_case

    views, more = _views(opened.case)
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

    folder = _folder(path)
    notes, _ = read_folder(folder / "evidence")
    gone = erase(folder, source=source, person=person, notes=notes)
    return ForgetReport(gone.erased, gone.files, gone.remaining, gone.hint)


def only_case(paths: Sequence[Path]) -> OpenCase:
    """The one case among ``paths``, opened. CallError where there are several, or one that is a talk or document."""
    from upperhand.casefile.disk import is_other_file

    if len(paths) != 1 or is_other_file(paths[0]):
        raise CallError("Talks and documents are read for somebody's wants.", "Add --about NAME --wants A,B,C.")
    return open_case(paths[0])


def spare_the_case(case: Path, target: Path | None) -> None:
    """Refuse, by CallError, to write a page over the user's own case or among the evidence, where it would be read."""
    from upperhand.casefile.disk import is_part_of

    if target is not None and is_part_of(case, target):
        raise CallError(f"{target} belongs to the case itself.", "Write the page to another file.")


def schema() -> str:
    """The JSON Schema of ``case.yaml``, as text, for editors."""
    from upperhand.casefile.new import schema_text

    return schema_text()


def _opened(case: OpenCase | CasePath) -> OpenCase:
    return case if isinstance(case, OpenCase) else open_case(case)
