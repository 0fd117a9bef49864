"""Which pieces of evidence stand in the notes?

A note is a text a person can read aloud, with a tag at the end of a line that matters:

    ## 2026-05-02, call with Mr. Ortiz
    "if it rains again I lose the ground floor" {needs: dry walls}

Text without tags is left alone. What the tags mean for the case is checked where the case is read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal

from upperhand.errors import Problem, WorldError
from upperhand.intake.tags import BrokenTag, plain_yaml, read_tag, slip_in, split_line
from upperhand.model.day import day_meant, looks_like_a_day
from upperhand.model.note import RawNote

SUFFIXES = frozenset((".md", ".txt"))
LARGEST = 2_000_000
DEFAULTS = ("who", "when", "origin", "source", "confidence", "reliability", "visible_to")
_QUOTES = re.compile(r'"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|»([^«]+)«|「([^」]+)」|『([^』]+)』')
_LEAD = re.compile(r"\s*(?:(?:[-*+>]|\d+[.)])\s+|>|#+\s+)*")
_DATED = re.compile(r"#{1,6}\s+(\d{4}-\d{2}-\d{2})\b[,:]?\s*(.*)")
_HEADING = re.compile(r"#{1,6}\s+(.*)")
FENCE = re.compile(r"\s*(```|~~~)")


def read_folder(folder: Path) -> tuple[list[RawNote], list[Problem]]:
    """Every tagged line of the notes (`*.md`, `*.txt`) in ``folder``, in the order of the file names.

    A folder that is not there holds no notes. Raises WorldError where the disk refuses.
    """
    notes: list[RawNote] = []
    problems: list[Problem] = []
    try:
        files = sorted(p for p in folder.iterdir() if p.suffix.lower() in SUFFIXES and p.is_file())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return notes, problems
    except OSError as error:
        raise WorldError(f"{folder} cannot be read: {error.strerror}.", "Check its permissions.") from error
    for path in files:
        found, wrong = read_file(path)
        notes += found
        problems += wrong
    return notes, problems


def read_file(path: Path) -> tuple[list[RawNote], list[Problem]]:
    """The tagged lines of one note. A file that is no UTF-8 text is passed over with a warning."""
    shown = f"evidence/{path.name}"
    try:
        size = path.stat().st_size
        if size > LARGEST:
            what = f"The file has {size:,} bytes, so its tags are not read."
            return [], [Problem(shown, None, what, "Split it, or put the tagged lines into a note.", "warning")]
        data = path.read_bytes()
    except OSError as error:
        raise WorldError(f"{path} cannot be read: {error.strerror}.", "Check its permissions.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = f"The file is not UTF-8 (byte {error.start}), so its tags are not read."
        return [], [Problem(shown, line, what, "Save it as UTF-8.", "warning")]
    return read_note(text, path.name)


def read_note(text: str, file: str) -> tuple[list[RawNote], list[Problem]]:
    """The tagged lines of a note's text; ``file`` is its name inside ``evidence/``."""
    reader = _Reader(file, text.replace("\r\n", "\n").split("\n"))
    reader.run()
    return reader.notes, reader.problems


@dataclass
class _Reader:
    """Holds what counts for the lines below while one note is read downwards."""

    file: str
    lines: list[str]
    notes: list[RawNote] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    defaults: dict[str, Any] = field(default_factory=dict)

    def run(self) -> None:
        """Read every line."""
        fenced = False
        for index in range(self._front_matter(), len(self.lines)):
            line = self.lines[index]
            if FENCE.match(line):
                fenced = not fenced
            elif not fenced and not self._dated_heading(line, index):
                self._line(line, index)

    def _front_matter(self) -> int:
        """Take the defaults at the top; the index of the first line after them."""
        if self.lines[0].rstrip() != "---":
            return 0
        end = next((i for i, line in enumerate(self.lines[1:], 1) if line.rstrip() == "---"), None)
        if end is None:
            if len(self.lines) > 1 and re.match(r"\w+:", self.lines[1]):
                self._complain(0, BrokenTag("The lines at the top are not closed.", "End them with a line '---'."))
            return 1
        try:
            data = plain_yaml("\n".join(self.lines[1:end]))
        except BrokenTag as broken:
            what = "The lines at the top cannot be read."
            self._complain(1, BrokenTag(what, broken.fix))
            return end + 1
        if isinstance(data, dict):
            for key, value in data.items():
                self._default(str(key), value)
        elif data:
            self._complain(1, BrokenTag("The lines at the top are no defaults.", "Write 'who: Mr. Ortiz'."))
        return end + 1

    def _default(self, key: str, value: Any) -> None:
        if key in DEFAULTS:
            self.defaults[key] = value
            return
        index = next((i for i, line in enumerate(self.lines) if line.lstrip().startswith(key)), 1)
        near = get_close_matches(key, DEFAULTS, n=1, cutoff=0.6)
        fix = f"Did you mean '{near[0]}'?" if near else f"Known there: {', '.join(DEFAULTS)}."
        self._complain(index, BrokenTag(f"'{key[:40]}' is no default for a note.", fix, sure=bool(near)))

    def _dated_heading(self, line: str, index: int) -> bool:
        """A heading that starts with a day: that day, and that occasion, hold for the lines below."""
        match = _DATED.match(line)
        if match is None or line.rstrip().endswith("}"):
            self._doubtful_heading(line, index, match)
            return False
        try:
            date.fromisoformat(match[1])
        except ValueError:
            self._complain(index, BrokenTag(f"There is no day {match[1]}.", "Correct the heading."))
            return True
        self.defaults["when"] = match[1]
        self.defaults["origin"] = line.lstrip("#").strip()
        return True

    def _doubtful_heading(self, line: str, index: int, dated: re.Match[str] | None) -> None:
        heading = _HEADING.match(line)
        if dated is not None or heading is None or not looks_like_a_day(heading[1]):
            return
        meant = day_meant(heading[1]) or "it as year-month-day, such as 2026-05-03,"
        fix = f"Write {meant} so that its lines are dated."
        self._complain(index, BrokenTag("This heading looks like a day but is not read as one.", fix, sure=False))

    def _line(self, line: str, index: int) -> None:
        slip = slip_in(line)
        if slip is not None:
            start, end, broken = slip
            self._complain(index, broken)
            line = line[:start].rstrip() if not line[end:].strip() else line
        try:
            before, tags = split_line(line)
            pieces = [piece for tag in tags for piece in read_tag(tag)]
        except BrokenTag as broken:
            self._complain(index, broken)
            return
        if not pieces:
            return
        at = index if before.strip() else self._line_above(index)
        quote = _quote(before if at == index else split_text(self.lines[at]))
        for number, piece in enumerate(pieces, 1):
            fields = {**self.defaults, **piece}
            if "source" not in fields:
                fields |= {"source": self.file, "line": str(piece.get("line", at + 1))}
            fields.setdefault("quote", quote)
            if number > 1 and piece.get("id") == pieces[0].get("id") and isinstance(piece.get("id"), str):
                fields["id"] = f"{piece['id']}-{number}"
            self.notes.append(RawNote(self.file, index + 1, fields))

    def _line_above(self, index: int) -> int:
        """The nearest line above that holds text: a tag on a line of its own belongs to it."""
        above = range(index - 1, -1, -1)
        return next((i for i in above if split_text(self.lines[i]).strip()), index)

    def _complain(self, index: int, broken: BrokenTag) -> None:
        severity: Literal["error", "warning"] = "error" if broken.sure else "warning"
        self.problems.append(Problem(f"evidence/{self.file}", index + 1, broken.what, broken.fix, severity))


def split_text(line: str) -> str:
    """The text of a line without its tags, however broken they are."""
    try:
        return split_line(line)[0]
    except BrokenTag:
        return line


def _quote(text: str) -> str:
    """The quoted words nearest to the tag, else the line without its list mark; always an exact part of the line."""
    quoted = [group for match in _QUOTES.finditer(text) for group in match.groups() if group]
    if quoted:
        return quoted[-1].strip()
    lead = _LEAD.match(text)
    return text[lead.end() if lead else 0 :].strip()
