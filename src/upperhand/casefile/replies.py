"""What was offered, and what did they reply?

An offer is noted in the journal. A reply becomes evidence in the case file, where the beliefs read it and where it can
be forgotten; the journal keeps only which piece that was, and none of their words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from upperhand.casefile.answers import REPLY, Shown, read_answer
from upperhand.casefile.edit import with_item
from upperhand.casefile.express_evidence import evidence_data, kind_of, tidy
from upperhand.casefile.journal import Clock, Entry, append, now, read_journal
from upperhand.casefile.read import Opened, read_case, read_text
from upperhand.casefile.write import save
from upperhand.errors import CallError, InputError, Problem
from upperhand.model.case import Case
from upperhand.model.evidence import Evidence, Observed
from upperhand.model.note import RawNote
from upperhand.model.package import Package

SURE = 0.8
"""How sure the user is of having understood a reply, where nothing else is said."""


@dataclass(frozen=True)
class Recorded:
    """What a reply was taken for: the pieces of evidence it became, and a sentence that says them back.

    ``evidence`` is empty where nothing was noted; then ``problems`` say why. Warnings stand there as well.
    """

    evidence: tuple[Evidence, ...]
    said: str
    problems: tuple[Problem, ...] = ()


def record_offer(folder: Path, packages: Sequence[Package], clock: Clock = now) -> Entry:
    """Note in the journal that these packages were offered, in this order. Raises CallError where there are none,
    WorldError where the disk refuses."""
    if not packages:
        raise CallError("There is no package to note as offered.", "Name at least one.")
    return append(_home(folder), "offered", {"packages": [_plain(package) for package in packages]}, clock)


def record_reply(
    folder: Path,
    text: str,
    when: date,
    *,
    notes: Sequence[RawNote] = (),
    clock: Clock = now,
    confidence: float = SURE,
) -> Recorded:
    """Read a reply beside what was offered last, add it to the case's evidence, and note it in the journal.

    ``notes`` are those of the evidence folder, so that no id is given twice. Nothing is written where the reply cannot
    be meant. Raises InputError where the case cannot be read, WorldError where the disk refuses or the case file has
    changed meanwhile.
    """
    opened = read_case(folder, notes=notes)
    if opened.case is None:
        raise InputError(opened.problems)
    entries, problems = read_journal(opened.folder)
    answer = read_answer(text, opened.case, last_shown(entries, opened.case))
    warnings = (*problems, *answer.problems)
    if not answer.claims:
        return Recorded((), "Nothing was noted.", warnings)
    pieces = _pieces(opened.case, answer.claims, (when, confidence), entries)
    written = opened.text
    for piece in pieces:
        written = with_item(written, "evidence", evidence_data(piece))
    broken = _broken(opened, written, notes)
    if broken:
        return Recorded((), "Nothing was noted.", (*warnings, *broken))
    save(opened, written)
    kinds = [piece.kind for piece in pieces]
    append(opened.folder, "replied", {"evidence": [piece.id for piece in pieces], "kinds": kinds}, clock)
    names = ", ".join(piece.id for piece in pieces)
    return Recorded(pieces, f"Noted as {names}: {'; '.join(answer.said)}.", warnings)


def last_shown(entries: Sequence[Entry], case: Case) -> Shown | None:
    """What the journal says was offered last, and the single package offered before that; ``None``: nothing was."""
    offered = [entry for entry in entries if entry.kind == "offered"]
    found = [(entry.at, packages) for entry in offered if (packages := _packages(entry.data, case))]
    if not found:
        return None
    before = found[-2][1] if len(found) > 1 and len(found[-2][1]) == 1 else (None,)
    return Shown(found[-1][1], found[-1][0], before[0])


def _home(folder: Path) -> Path:
    return folder if folder.is_dir() else folder.parent


def _plain(package: Package) -> dict[str, Any]:
    terms = {name: term if isinstance(term, str) else tidy(float(term)) for name, term in package.terms.items()}
    return {"terms": terms, "features": sorted(package.features)}


def _packages(data: Mapping[str, Any], case: Case) -> tuple[Package, ...]:
    """The packages of an entry, as the case would read them; none where it holds no such thing."""
    listed = data.get("packages")
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        return ()
    ranges = {issue.name for issue in case.issues if issue.is_range}
    return tuple(_package(one, ranges) for one in listed)


def _package(data: Mapping[str, Any], ranges: set[str]) -> Package:
    terms, features = data.get("terms"), data.get("features")
    settled: dict[str, str | float] = {}
    for name, term in (terms if isinstance(terms, dict) else {}).items():
        is_number = isinstance(term, int | float) and not isinstance(term, bool)
        settled[name] = float(term) if is_number and name in ranges else str(term)
    return Package(settled, frozenset(map(str, features if isinstance(features, list) else ())))


def _pieces(
    case: Case, claims: Sequence[Observed], told: tuple[date, float], entries: Sequence[Entry]
) -> tuple[Evidence, ...]:
    """The claims as evidence of theirs, with ids that were never given before.

    All that is replied to one offer is one occasion: the same reply noted twice counts once.
    """
    when, confidence = told
    offered = [entry.at for entry in entries if entry.kind == "offered"]
    origin = f"offer {offered[-1]}" if offered else f"reply {when.isoformat()}"
    first = _next_number(case, entries)
    return tuple(
        Evidence(
            id=f"{REPLY}-{first + i}",
            kind=kind_of(claim),
            claim=claim,
            source=case.them.name,
            origin=origin,
            when=when,
            who=case.them.name,
            confidence=confidence,
        )
        for i, claim in enumerate(claims)
    )


def _next_number(case: Case, entries: Sequence[Entry]) -> int:
    """One more than the highest number given to a reply, those that were forgotten included."""
    named = [evidence.id for evidence in case.evidence]
    for entry in entries:
        its = entry.data.get("evidence") if entry.kind == "replied" else None
        named += [one for one in its if isinstance(one, str)] if isinstance(its, list) else []
    numbers = (name.removeprefix(f"{REPLY}-") for name in named if name.startswith(f"{REPLY}-"))
    return max((int(n) for n in numbers if n.isascii() and n.isdigit() and len(n) < 10), default=0) + 1


def _broken(opened: Opened, written: str, notes: Sequence[RawNote]) -> list[Problem]:
    """What would be wrong with the case once the reply stands in it."""
    after = read_text(written, folder=opened.folder, notes=notes)
    if after.case is not None:
        return []
    return [Problem(REPLY, None, p.what, p.fix) for p in after.problems if p.severity == "error"]
