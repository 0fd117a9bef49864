"""What does this folder say, and what is wrong with it?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from upperhand.casefile.build import build_case
from upperhand.casefile.build_evidence import Found, build_evidence
from upperhand.casefile.change import apply_changes
from upperhand.casefile.check import Book, check_case
from upperhand.casefile.check_evidence import check_dates, check_evidence, check_quote
from upperhand.casefile.check_rules import check_rules
from upperhand.casefile.complaints import Validated, validate_case, validate_evidence
from upperhand.casefile.disk import OnDisk, load
from upperhand.casefile.names import Names
from upperhand.casefile.nodes import Node, line_at, node_of
from upperhand.casefile.scan import Scanned, scan
from upperhand.casefile.schema import CaseIn
from upperhand.casefile.schema_evidence import Seen
from upperhand.casefile.spelling import shorten
from upperhand.errors import CallError, Problem
from upperhand.model.case import Case
from upperhand.model.evidence import Evidence
from upperhand.model.note import RawNote


@dataclass(frozen=True)
class Opened:
    """A case folder as read. ``case`` is ``None`` exactly where a problem of severity error stands in ``problems``.

    ``text`` is the file's text without a byte-order mark (empty where it could not be read), ``tree`` what is written
    there with every change applied (``None``: nothing readable), ``path`` the case file, ``digest`` tells whether it
    changed on disk since.
    """

    folder: Path
    text: str
    tree: Node | None
    case: Case | None
    problems: tuple[Problem, ...]
    path: Path = Path("case.yaml")
    digest: str = field(default="", repr=False)


def read_case(folder: Path, *, changes: Sequence[str] = (), notes: Sequence[RawNote] = ()) -> Opened:
    """Open a case: its folder, or the case file itself.

    ``changes`` are ``KEY=VALUE`` what-ifs that stay in memory. ``notes`` is tagged evidence from ``evidence/``. Every
    problem is returned, none raised. Raises CallError for a change that fits nowhere, WorldError for a failing disk.
    """
    found = load(Path(folder))
    if found.text is None:
        return _opened(found, None, None, found.problems)
    return _read(found, found.text, changes, notes)


def read_text(text: str, *, folder: Path = Path(), notes: Sequence[RawNote] = ()) -> Opened:
    """The same for a text at hand, as an editor has it before saving."""
    return _read(OnDisk(folder, folder / "case.yaml", text, "", ()), text, (), notes)


def _read(found: OnDisk, text: str, changes: Sequence[str], notes: Sequence[RawNote]) -> Opened:
    file = found.path.name
    scanned = scan(text, file)
    root = scanned.root
    if root is None:
        empty = Problem(file, None, "The file holds nothing but comments.", "Start it with 'upperhand new DIR'.")
        return _opened(found, None, None, scanned.problems or (empty,))
    case, problems = _examined(found, root, scanned, notes)
    if changes:
        changed = apply_changes(root, changes)
        before, root = {p.what for p in problems}, changed
        case, problems = _examined(found, root, scanned, notes)
        broken = [p for p in problems if p.severity == "error" and p.what not in before]
        if broken:
            said = ", ".join(shorten(change) for change in changes)
            raise CallError(f"'{said}' does not fit. {broken[0].what}", broken[0].fix)
    return _opened(found, root, case, problems)


def _examined(
    found: OnDisk, root: Node, scanned: Scanned, notes: Sequence[RawNote]
) -> tuple[Case | None, list[Problem]]:
    file = found.path.name
    valid = validate_case(root, file)
    if not isinstance(valid.parts, CaseIn) or not scanned.whole:
        kept = [p for p in valid.problems if scanned.whole or "is missing." not in p.what]
        return None, [*scanned.problems, *kept]
    case, problems = _Assembly(found.folder, file, root, valid).run(valid.parts, notes)
    problems = [*scanned.problems, *valid.problems, *problems]
    return (None if any(p.severity == "error" for p in problems) else case), problems


def _opened(found: OnDisk, root: Node | None, case: Case | None, problems: Sequence[Problem]) -> Opened:
    in_order = sorted(dict.fromkeys(problems), key=lambda p: (p.file != found.path.name, p.file, p.line or 0))
    return Opened(found.folder, found.text or "", root, case, tuple(in_order), found.path, found.digest)


@dataclass(frozen=True)
class _Assembly:
    """Holds one file's tree while its checked parts are put together with the notes."""

    folder: Path
    file: str
    root: Node
    valid: Validated

    def run(self, parts: CaseIn, notes: Sequence[RawNote]) -> tuple[Case | None, list[Problem]]:
        book = Book(self.root, self.file, self.valid.left_out)
        names = Names.of(parts)
        check_case(parts, book)
        check_rules(parts, names, book)
        pieces = [(Found(item, _path_of(item)), book) for item in parts.evidence]
        problems: list[Problem] = []
        for note in notes:
            valid, note_book = self._from_note(note)
            problems += valid.problems
            if valid.parts is not None:
                pieces.append((Found(valid.parts, f"evidence/{note.file}:{note.line}"), note_book))
        self._check_pieces(pieces, parts, names)
        problems += book.problems
        for other in {id(b): b for _, b in pieces if b is not book}.values():
            problems += other.problems
        if any(p.severity == "error" for p in (*problems, *self.valid.problems)):
            return None, problems
        drafts = [line_at(self.root, ("drafts", i)) for i in range(len(parts.drafts))]
        evidence: tuple[Evidence, ...] = build_evidence((piece for piece, _ in pieces), names)
        return build_case(parts, evidence, drafts), problems

    def _from_note(self, note: RawNote) -> tuple[Validated, Book]:
        node = node_of({"source": note.file, **note.fields}, note.line)
        file = f"evidence/{note.file}"
        return validate_evidence(node, file), Book(node, file, self.valid.left_out)

    def _check_pieces(self, pieces: Sequence[tuple[Found, Book]], parts: CaseIn, names: Names) -> None:
        texts: dict[str, str | None] = {}
        ids: dict[str, str] = {}
        for piece, book in pieces:
            item: Seen = piece.item
            check_evidence(item, names, book)
            check_quote(item, self.folder, texts, book)
            if item.id is not None and item.id in ids:
                what = f"The id '{item.id}' stands twice; it is taken at {ids[item.id]}."
                book.add((*item.place, "id"), what, "Give each piece its own id, or none.")
            elif item.id is not None:
                ids[item.id] = f"{book.file}:{line_at(book.root, item.place)}"
        check_dates([(piece.item, book) for piece, book in pieces], parts.as_of)


def _path_of(item: Seen) -> str:
    return ".".join(map(str, item.place))
