"""What do the rows of a table (csv, xlsx) say, each with its headers?"""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from upperhand.intake.archive import Archive
from upperhand.intake.findings import Findings, shown
from upperhand.intake.paper import Kept, Paper
from upperhand.intake.xmlstream import listen

_WIDEST = 1_000
_LONGEST_CELL = 200_000
_DELIMITERS = ",;\t|"
_LETTERS = re.compile(r"[A-Z]{1,3}")
_SHEET = re.compile(r"xl/worksheets/[^/]{1,100}\.xml")
_STRINGS, _BOOK = "xl/sharedStrings.xml", "xl/workbook.xml"


def put_csv(text: str, paper: Paper, findings: Findings, kept: Kept) -> None:
    """Put a csv table on paper, each row on its own line of the file as far as rows stay on one line."""
    csv.field_size_limit(_LONGEST_CELL)
    first, base = paper.size == 0, paper.line
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), _dialect(text))
    table = _Table(paper, kept)
    while True:
        at = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            findings.warn(at, f"The row cannot be read ({error}).", "Check the quotation marks.")
            continue
        if reader.line_num - at > 200:
            findings.warn(at, f"One cell goes over {reader.line_num - at} lines.", "Check the quotation marks.")
        table.row(row, at + (0 if first else base))


def _dialect(text: str) -> type[csv.Dialect]:
    """The dialect with the delimiter that the first lines use most evenly."""
    lines = [line for line in text[:20_000].split("\n")[:20] if line.strip()]
    head = lines[0] if lines else ""
    fewest = {mark: min((line.count(mark) for line in lines[:5]), default=0) for mark in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda mark: (fewest[mark], head.count(mark)))

    class Found(csv.excel):
        """Excel's rules with that delimiter."""

        delimiter = best

    return Found


@dataclass
class _Table:
    """Puts rows on paper; the first one with words names the columns."""

    paper: Paper
    kept: Kept
    headers: list[str] | None = None

    def row(self, cells: Sequence[str], line: int | None = None) -> None:
        """One row."""
        words = [" ".join(cell.split()) for cell in cells[:_WIDEST]]
        if not any(words) or self.paper.full:
            return
        if line is not None:
            self.paper.down_to(line)
        if self.headers is None:
            self.headers = words
            self.paper.put("; ".join(word for word in words if word), "heading", self.kept)
            return
        names = [*self.headers, *[""] * (len(words) - len(self.headers))]
        told = [f"{name}: {word}" if name else word for name, word in zip(names, words, strict=False) if word]
        self.paper.put("; ".join(told), "table", self.kept)


def put_workbook(archive: Archive, paper: Paper, findings: Findings, kept: Kept) -> None:
    """Put the sheets of a workbook on paper, one after the other."""
    strings = _Strings()
    data = archive.read(_STRINGS)
    if data is not None:
        listen(data, strings, findings, _STRINGS, lambda: strings.size > 4_000_000)
    sheets = sorted((n for n in archive.names if _SHEET.fullmatch(n)), key=_number)
    if not sheets:
        findings.fail(None, "The file has no readable sheet.", "Open it in its program and save it again as xlsx.")
    names = _Names()
    book = archive.read(_BOOK)
    if book is not None:
        listen(book, names, Findings(""), _BOOK, lambda: False)
    for number, sheet in enumerate(sheets):
        data = archive.read(sheet) if not paper.full else None
        if data is None:
            continue
        if len(sheets) > 1 and number < len(names.found):
            paper.put(names.found[number], "heading", kept)
        rows = _Rows(_Table(paper, kept), strings.found)
        listen(data, rows, findings, sheet, lambda: paper.full)
        rows.close()
        if rows.lost:
            what = f"{rows.lost} cells of '{shown(sheet)}' point to a text that is not there."
            findings.warn(None, what, "Open the file in its program and save it again.")


def _number(name: str) -> tuple[int, str]:
    digits = re.search(r"(\d{1,6})\.xml$", name)
    return (int(digits[1]) if digits else 0, name)


@dataclass
class _Names:
    """The names of the sheets, in the workbook's order."""

    found: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a sheet's name."""
        if name == "sheet" and len(self.found) < _WIDEST:
            self.found.append(attributes.get("name", ""))

    def end(self, name: str) -> None:
        """Nothing to close."""

    def text(self, words: str) -> None:
        """Names stand in attributes."""


@dataclass
class _Strings:
    """The texts that cells share, by their number."""

    found: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    size: int = 0
    reading: bool = False
    phonetic: bool = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A text or a piece of one begins."""
        if name == "rPh":
            self.phonetic = True
        self.reading = name == "t" and not self.phonetic

    def end(self, name: str) -> None:
        """A text or a piece of one ends."""
        self.reading = False
        if name == "rPh":
            self.phonetic = False
        elif name == "si":
            self.found.append("".join(self.words))
            self.words = []

    def text(self, words: str) -> None:
        """A piece of text."""
        if self.reading:
            self.words.append(words)
            self.size += len(words)


@dataclass
class _Rows:
    """Reads the rows of one sheet: shared and inline texts, numbers as they stand, truth values."""

    table: _Table
    strings: Sequence[str]
    cells: list[str] = field(default_factory=list)
    column: int = 0
    kind: str = ""
    words: list[str] = field(default_factory=list)
    reading: bool = False
    lost: int = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A row, a cell or its value begins."""
        if name == "row":
            self.cells, self.column = [], 0
        elif name == "c":
            self.kind, self.words = attributes.get("t", "n"), []
            self.column = column_of(attributes.get("r", ""), self.column)
        self.reading = name in ("v", "t")

    def end(self, name: str) -> None:
        """A row, a cell or its value ends."""
        self.reading = False
        if name == "c":
            self._cell()
        elif name == "row":
            self.close()

    def text(self, words: str) -> None:
        """A piece of a value."""
        if self.reading:
            self.words.append(words)

    def close(self) -> None:
        """Put the row down."""
        cells, self.cells, self.column = self.cells, [], 0
        if any(cells):
            self.table.row(cells)

    def _cell(self) -> None:
        value = "".join(self.words)
        self.words = []
        if self.kind == "s":
            known = value.isascii() and value.isdigit() and len(value) < 10 and int(value) < len(self.strings)
            self.lost += not known
            value = self.strings[int(value)] if known else ""
        elif self.kind == "b":
            value = {"1": "yes", "0": "no"}.get(value, value)
        if self.column < _WIDEST and value:
            self.cells += [""] * (self.column + 1 - len(self.cells))
            self.cells[self.column] = value
        self.column += 1


def column_of(place: str, following: int) -> int:
    """The column of `AB12`, counted from 0; without a place the one that follows."""
    letters = _LETTERS.match(place)
    if letters is None:
        return following
    number = 0
    for letter in letters[0]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
