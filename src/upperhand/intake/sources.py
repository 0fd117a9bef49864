"""Which talks and documents lie at a path, or in a case's evidence folder?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from upperhand.errors import Problem
from upperhand.intake.documents import read_document
from upperhand.intake.kinds import kind_of
from upperhand.intake.notes import FENCE
from upperhand.intake.transcripts import read_talk, read_talks
from upperhand.model.document import Document
from upperhand.model.talk import Talk

Source = Talk | Document


def read_sources(path: Path) -> tuple[list[Source], list[Problem]]:
    """What one file holds: a talk, several talks in one file, or a document. Raises WorldError.

    Notes in the package's own markup are read as a document too: here nobody asks for their tags.
    """
    if kind_of(path) == "talk":
        talks, problems = read_talks(path)
        return list(talks), list(problems)
    document, found = read_document(path)
    return [document] if document.passages else [], list(found)


def _unfenced(document: Document) -> Document:
    """A page of notes without what stands between fences: examples are shown there, and nobody has said them."""
    fenced, inside = set(), False
    for number, line in enumerate(document.text.splitlines(), 1):
        is_fence = FENCE.match(line) is not None
        if inside or is_fence:
            fenced.add(number)
        inside = inside != is_fence
    return replace(document, passages=tuple(p for p in document.passages if p.line not in fenced))


def read_evidence(folder: Path, tagged: Collection[str]) -> tuple[list[Source], list[Problem]]:
    """Every file in ``folder`` except those in ``tagged``, which the user has weighed by hand.

    Problems are warnings there, because the case stands without the file.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    try:
        paths = sorted(p for p in folder.iterdir() if p.is_file() and not p.name.startswith("."))
    except OSError:
        return sources, problems
    for path in paths:
        if path.name in tagged:
            continue
        if kind_of(path) == "talk":
            talk, found = read_talk(path)
            sources += [talk] if talk.turns else []
        else:
            document, found = read_document(path)
            document = _unfenced(document) if path.suffix.lower() == ".md" else document
            sources += [document] if document.passages else []
        problems += [Problem(f"evidence/{path.name}", p.line, p.what, p.fix, "warning") for p in found]
    return sources, problems
