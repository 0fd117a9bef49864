"""Which scenario lies in these files, and what is wrong with them?"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from upperhand.errors import Problem
from upperhand.formats import genius, geniusweb, negmas, negolog
from upperhand.formats.assemble import fitted
from upperhand.formats.cells import Sheet
from upperhand.formats.complaints import Complaints, Unreadable
from upperhand.formats.disk import LARGEST, LARGEST_SUM, MOST_FILES, files_of
from upperhand.formats.nodeal import apply_no_deal
from upperhand.formats.recognise import NO_DEAL_FILE, Piece, read_piece
from upperhand.formats.said import SaidProfile, SaidScenario, in_words
from upperhand.formats.sheet import read_sheet
from upperhand.formats.tree import Node
from upperhand.formats.xmltree import Element
from upperhand.model.scenario import Scenario

Meaning = Literal["own", "negmas"]

_GIVE = "Give a folder with a domain and its profiles, or a scoring sheet."


def read_scenario(path: Path | str, *, meaning: Meaning = "own") -> tuple[Scenario | None, list[Problem]]:
    """The scenario in a folder or a file, and every problem; ``None`` where one of them stands in the way.

    The format is recognised by content: GENIUS XML, GeniusWeb JSON, NegMAS YAML or JSON, NegoLog JSON, CSV, XLSX.
    ``meaning`` says how GENIUS XML is understood: as GENIUS does (`own`), or as NegMAS does (`negmas`: evaluations
    and weights as they stand in the file). Raises WorldError where the disk refuses.
    """
    place = Path(path)
    complaints = Complaints()
    said = _said(_pieces(place, complaints), place, complaints, meaning)
    scenario = None if said is None else fitted(said, complaints)
    return (None if complaints.failed else scenario), complaints.all()


def _pieces(place: Path, complaints: Complaints) -> list[Piece]:
    """The files that belong to a scenario, read."""
    paths = files_of(place)
    if len(paths) > MOST_FILES:
        what = f"The folder holds {len(paths):,} files; more than {MOST_FILES} are no one scenario."
        complaints.fail(place.name, None, what, "Give the folder of a single scenario.")
        return []
    if sum(size for path in paths if (size := path.stat().st_size) <= LARGEST) > LARGEST_SUM:
        what = f"The files of the folder are over {LARGEST_SUM:,} bytes together and are not read."
        complaints.fail(place.name, None, what, "Give the folder of a single scenario.")
        return []
    pieces = [piece for piece in (read_piece(path, complaints) for path in paths) if piece is not None]
    for piece in pieces:
        if piece.part == "other" and not _is_known_extra(piece):
            what = "The file is no domain and no profile that is known here, and is left out."
            complaints.warn(piece.file, None, what, "Nothing to do if it is not meant to be one.")
    if not any(piece.format for piece in pieces) and not complaints.failed:
        what = "There is no scenario here." if place.is_dir() else "The file is no scenario."
        complaints.fail(place.name, None, what, _GIVE)
    return [piece for piece in pieces if piece.format is not None]


def _is_known_extra(piece: Piece) -> bool:
    """Whether a file is one that NegoLog puts beside its profiles."""
    return isinstance(piece.content, Node) and "NumberOfBids" in piece.content.keys


def _said(pieces: list[Piece], place: Path, complaints: Complaints, meaning: Meaning) -> SaidScenario | None:
    extra = [p for p in pieces if p.file == NO_DEAL_FILE and len(pieces) > 1]
    kept = [p for p in pieces if p not in extra]
    formats = sorted({piece.format for piece in kept if piece.format is not None})
    if len(formats) > 1:
        what = f"The folder holds files of several formats: {in_words(formats)}."
        complaints.fail(place.name, None, what, "Keep those of one format.")
        return None
    domains = [piece for piece in kept if piece.part == "domain"]
    if len(domains) > 1:
        what = f"The folder holds {len(domains)} domains: {in_words(d.file for d in domains)}."
        complaints.fail(place.name, None, what, "Keep one, with the profiles that belong to it.")
        return None
    if not formats:
        return None
    readers = {"genius": _genius, "geniusweb": _geniusweb, "negmas": _negmas, "negolog": _negolog, "sheet": _sheet}
    name = place.resolve().name if place.is_dir() else place.stem
    said = readers[formats[0]](_Files(name, domains, [p for p in kept if p not in domains], meaning), complaints)
    for piece in extra:
        if isinstance(piece.content, Sheet):
            apply_no_deal(piece.content, piece.file, said.profiles, complaints)
    return said


class _Files:
    """The files of one format. ``name`` is that of the folder, for a scenario whose files give none."""

    def __init__(self, name: str, domains: list[Piece], profiles: list[Piece], meaning: Meaning) -> None:
        self.name, self.profiles, self.meaning = name, profiles, meaning
        self.domain = domains[0] if domains else None


def _genius(files: _Files, complaints: Complaints) -> SaidScenario:
    domain = genius.GeniusDomain(None, [])
    source = files.domain or (files.profiles[0] if files.profiles else None)
    if source is not None and isinstance(source.content, Element):
        read = genius.read_domain if source is files.domain else genius.issues_of_profile
        try:
            domain = read(source.content, source.file, complaints)
        except Unreadable as broken:
            complaints.take(source.file, broken)
    profiles: list[SaidProfile] = []
    for piece in files.profiles:
        if not isinstance(piece.content, Element):
            continue
        file, raw = (piece.file, piece.stem), files.meaning == "negmas"
        try:
            profiles.append(genius.read_profile(piece.content, file, domain.issues, complaints, raw=raw))
        except Unreadable as broken:
            complaints.take(piece.file, broken)
    return SaidScenario(domain.name or files.name, domain.issues, profiles)


def _geniusweb(files: _Files, complaints: Complaints) -> SaidScenario:
    domain = files.domain.content if files.domain is not None and isinstance(files.domain.content, Node) else None
    name = None if domain is None else domain.said("name")
    file = "" if files.domain is None else files.domain.file
    issues = [] if domain is None else geniusweb.read_domain(domain, file, complaints)
    profiles: list[SaidProfile] = []
    for piece in files.profiles:
        root = piece.content
        inner = root.map(geniusweb.LINEAR) if isinstance(root, Node) else None
        own = None if inner is None else inner.map("domain")
        if own is not None:
            mine = geniusweb.read_domain(own, piece.file, complaints)
            geniusweb.same_issues(mine, issues, complaints)
            issues, name = issues or mine, name or own.said("name")
        try:
            if isinstance(root, Node):
                profiles.append(geniusweb.read_profile(root, (piece.file, piece.stem), issues, complaints))
        except Unreadable as broken:
            complaints.take(piece.file, broken)
    return SaidScenario(name or files.name, issues, profiles)


def _negmas(files: _Files, complaints: Complaints) -> SaidScenario:
    if files.domain is None or not isinstance(files.domain.content, Node):
        what = "A NegMAS profile does not name its issues; the domain beside it does, and is missing."
        complaints.fail(files.profiles[0].file, None, what, "Give the folder with the domain and its profiles.")
        return SaidScenario(files.name, [], [])
    domain = files.domain.content
    issues = negmas.read_domain(domain, files.domain.file, complaints)
    profiles: list[SaidProfile] = []
    for piece in files.profiles:
        try:
            if isinstance(piece.content, Node):
                profiles.append(negmas.read_profile(piece.content, (piece.file, piece.stem), issues, complaints))
        except Unreadable as broken:
            complaints.take(piece.file, broken)
    return SaidScenario(domain.said("name") or files.name, issues, profiles)


def _negolog(files: _Files, complaints: Complaints) -> SaidScenario:
    said = SaidScenario(files.name, [], [])
    for piece in files.profiles:
        if isinstance(piece.content, Node):
            said.issues = said.issues or negolog.issues_of(piece.content, piece.file, complaints)
            said.name = piece.content.said(negolog.DOMAIN) or said.name
            said.profiles.append(negolog.read_profile(piece.content, (piece.file, piece.stem), complaints))
    return said


def _sheet(files: _Files, complaints: Complaints) -> SaidScenario:
    if len(files.profiles) > 1:
        what = f"The folder holds {len(files.profiles)} sheets: {in_words(p.file for p in files.profiles)}."
        complaints.fail(files.name, None, what, "Give the one that is meant.")
    piece = files.profiles[0]
    if not isinstance(piece.content, Sheet):
        return SaidScenario(files.name, [], [])
    return read_sheet(piece.content, piece.stem, piece.file, complaints)
