"""The one door: open a case, run the stages, hand back results.

Whatever the faces can do, ``import upperhand`` can. Results are frozen and have ``.to_dict()``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from upperhand.errors import CallError, InputError, Problem, UpperhandError, WorldError
from upperhand.model.case import Case
from upperhand.model.move import Brief, EvidenceRef
from upperhand.model.reading import Leverage, PredictedTerms
from upperhand.model.result import Result

if TYPE_CHECKING:
    from upperhand.leverage.reading import Views
    from upperhand.model.belief import Belief

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
    "schema",
    "wants",
]

CasePath = str | PathLike[str]


@dataclass(frozen=True)
class OpenCase:
    """A case read from its folder. ``problems`` are warnings; ``changes`` the what-ifs it was read with."""

    folder: Path
    case: Case
    problems: tuple[Problem, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeverageReport(Result):
    """The reading and the predicted terms; with what-ifs, ``before`` is the same without them."""

    title: str
    leverage: Leverage
    predicted_terms: PredictedTerms
    what_if: tuple[str, ...] = ()
    before: LeverageReport | None = None
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1

    @property
    def value(self) -> float | None:
        """The headline leverage; ``None`` where it is unknown (``leverage.reason`` says why)."""
        return self.leverage.value


@dataclass(frozen=True)
class WantsReport(Result):
    """What they want: ``wants`` by name with weight, 80 % range, chance of being first, and the evidence."""

    about: str
    wants: dict[str, dict[str, Any]]
    order: tuple[str, ...]
    order_probability: float | None
    belief: Belief = field(repr=False)
    unlisted: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    schema_version: int = 1


@dataclass(frozen=True)
class ForgetReport(Result):
    """How many pieces of evidence were erased, from which files, and where the name still stands (`file:line`).

    ``hint``, where nothing was found, says which source or person was probably meant.
    """

    erased: int
    files: tuple[str, ...]
    remaining: tuple[str, ...] = ()
    hint: str = ""
    schema_version: int = 1


def open_case(path: CasePath, changes: Sequence[str] = ()) -> OpenCase:
    """Read a case folder (or its ``case.yaml``) with its notes.

    ``changes`` are what-ifs, ``KEY=VALUE`` with the path of the key (``future.0.credible=10%``). Raises InputError with
    every problem, CallError for a change that does not fit, WorldError where a file cannot be read.
    """
    read, problems = _read(path, changes)
    if read is None:
        raise InputError(problems)
    folder, case = read
    return OpenCase(folder, case, tuple(problems), tuple(changes))


def check(path: CasePath) -> tuple[Problem, ...]:
    """Every problem of a case folder, errors and warnings, in the order of the file."""
    return tuple(_read(path, ())[1])


def _read(path: CasePath, changes: Sequence[str]) -> tuple[tuple[Path, Case] | None, list[Problem]]:
    from upperhand.casefile.read import read_case
    from upperhand.intake.notes import read_folder, unread

    folder = _folder(path)
    notes, complaints = read_folder(folder / "evidence")
    opened = read_case(folder, changes=tuple(changes), notes=tuple(notes))
    problems = [*opened.problems, *complaints]
    problems += unread(folder / "evidence", {e.source for e in opened.case.evidence} if opened.case else ())
    if opened.case is None or any(p.severity == "error" for p in problems):
        return None, problems
    return (opened.folder, opened.case), problems


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


def wants(opened: OpenCase | CasePath) -> WantsReport:
    """What they want, from all evidence in the case, with the lines behind every weight."""
    from upperhand.beliefs.trace import because

    opened = _opened(opened)
    views, more = _views(opened.case)
    belief = views.all
    rows = {
        name: {
            "weight": belief.mean[k],
            "low": belief.low[k],
            "high": belief.high[k],
            "top_probability": belief.top_probability[k],
            "evidence": [_line(opened.case, ref) for ref in because(belief, name, limit=50)],
        }
        for k, name in enumerate(belief.wants)
    }
    return WantsReport(
        opened.case.them.name,
        rows,
        belief.order,
        belief.order_probability,
        belief,
        problems=(*opened.problems, *more),
    )


def _line(case: Case, ref: EvidenceRef) -> dict[str, Any]:
    from upperhand.model.evidence import Denial, Statement

    claims = [e.claim for e in case.evidence if e.quote == ref.quote and e.source == ref.source and e.line == ref.line]
    stated = [c.polarity for c in claims if isinstance(c, Statement)]
    lower = "does_not_need" if any(isinstance(c, Denial) for c in claims) else "unsure"
    polarity = stated[0] if stated else "needs" if (ref.shift or 0.0) > 0 else lower
    return {**ref.to_dict(), "polarity": polarity}


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


def schema() -> str:
    """The JSON Schema of ``case.yaml``, as text, for editors."""
    from upperhand.casefile.new import schema_text

    return schema_text()


def _opened(case: OpenCase | CasePath) -> OpenCase:
    return case if isinstance(case, OpenCase) else open_case(case)
