"""Which rows does a spreadsheet hold (CSV or XLSX), and what does a cell say?"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass

from upperhand.errors import CallError
from upperhand.formats.complaints import Complaints, Unreadable, number_of, shown_name
from upperhand.formats.ranges import plain
from upperhand.formats.xmltree import Element, xml_tree
from upperhand.intake.archive import Archive, open_archive
from upperhand.intake.findings import Findings
from upperhand.intake.sheets import column_of

MOST_ROWS = 200_000
MOST_COLUMNS = 200
_DELIMITERS = ",;\t|"
_LETTERS = re.compile(r"[A-Z]{1,3}")
_SHEET = re.compile(r"xl/worksheets/[^/]{1,100}\.xml")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
_DECIMAL_COMMA = re.compile(r"[+-]?(\d{1,3}(\.\d{3})+|\d+)(,\d+)?", re.ASCII)
_WHOLE_WORKBOOK = "Open the file in its program and save it again as xlsx."


@dataclass(frozen=True)
class Row:
    """One row: its line (in a workbook its number) and its cells, trimmed."""

    line: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """The cell of a column, counted from 0; empty beyond the last."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing stands in the row."""
        return not any(self.cells)


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet. ``comma``: a comma parts decimals, as where columns are parted by semicolons."""

    rows: tuple[Row, ...]
    comma: bool = False

    def number(self, cell: str) -> float | None:
        """The number that a cell spells, also with thousands, a decimal comma or a percent sign; ``None``: none."""
        bare = cell.strip()
        if bare.endswith("%"):
            share = self.number(bare[:-1])
            return None if share is None else share / 100
        if self.comma and _DECIMAL_COMMA.fullmatch(bare) and "," in bare:
            bare = bare.replace(".", "").replace(",", ".")
        elif _THOUSANDS.fullmatch(bare):
            bare = bare.replace(",", "")
        return number_of(bare)


def trimmed(cell: str) -> str:
    """A cell without the space around it; what stands in double quotes within the cell stays as it is."""
    bare = " ".join(cell.split()) if "\n" not in cell else cell.strip()
    quoted = cell.strip()
    return quoted[1:-1] if len(quoted) > 2 and quoted[0] == quoted[-1] == '"' else bare


def guarded(name: str) -> str:
    """A name as a cell that `trimmed` gives back unchanged, and that no program takes for a formula.

    Raises CallError for a zero byte.
    """
    if "\0" in name:
        raise CallError(f"'{shown_name(name)}' holds a zero byte, which no sheet can.", "Rename it.")
    formula = name[:1] in "=+-@" and number_of(name) is None
    return f'"{name}"' if trimmed(name) != name or formula else name


def csv_sheet(text: str) -> Sheet:
    """The rows of a CSV text, each with the line it starts on. Raises Unreadable where a row cannot be read."""
    csv.field_size_limit(200_000)
    delimiter = _delimiter(text)
    rows: list[Row] = []
    reader = csv.reader((f"{line}\n" for line in text.split("\n")), delimiter=delimiter)
    while True:
        at = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return Sheet(tuple(rows), delimiter == ";")
        except csv.Error as error:
            raise Unreadable(at, f"The row cannot be read ({error}).", "Check the quotation marks.") from error
        rows.append(Row(at, tuple(trimmed(cell) for cell in cells[:MOST_COLUMNS])))
        _limit(rows)


def _limit(rows: list[Row]) -> None:
    if len(rows) > MOST_ROWS:
        raise Unreadable(rows[-1].line, f"The sheet has over {MOST_ROWS:,} rows.", "No scoring sheet needs as many.")


def _delimiter(text: str) -> str:
    """The sign that the first lines use most evenly."""
    lines = [line for line in text[:20_000].split("\n")[:30] if line.strip()]
    used = {mark: sum(mark in line for line in lines) for mark in _DELIMITERS}
    return max(_DELIMITERS, key=lambda mark: (used[mark], sum(line.count(mark) for line in lines)))


def workbook_sheet(data: bytes, file: str, complaints: Complaints) -> Sheet:
    """The rows of the first sheet of a workbook that holds any. Raises Unreadable where there is none."""
    findings = Findings(file)
    archive = open_archive(data, findings)
    if archive is None or archive.file is None:
        raise Unreadable(None, "The file is no whole xlsx.", _WHOLE_WORKBOOK)
    strings = _shared(archive)
    names = sorted((n for n in archive.names if _SHEET.fullmatch(n)), key=lambda n: (len(n), n))
    filled = [rows for rows in (_rows(_part(archive, name), strings) for name in names) if rows]
    for problem in findings.found:
        complaints.fail(file, None, problem.what, problem.fix)
    if not filled:
        raise Unreadable(None, "The workbook has no sheet with anything on it.", _WHOLE_WORKBOOK)
    if len(filled) > 1:
        what = f"The workbook has {len(filled)} filled sheets; only the first is read."
        complaints.warn(file, None, what, "Put the scores on the first sheet.")
    return Sheet(tuple(filled[0]))


def _part(archive: Archive, name: str) -> Element | None:
    data = archive.read(name)
    return None if data is None else xml_tree(data)


def _shared(archive: Archive) -> list[str]:
    """The texts that cells share, by their number."""
    part = _part(archive, "xl/sharedStrings.xml")
    return [] if part is None else [_words(item) for item in part.all("si")]


def _words(holder: Element) -> str:
    """The text of a cell or a shared string, without the phonetic hints."""
    pieces = [t.text for t in holder.all("t")]
    pieces += [t.text for run in holder.all("r") for t in run.all("t")]
    return "".join(pieces)


def _rows(part: Element | None, strings: list[str]) -> list[Row]:
    data = None if part is None else part.first("sheetData")
    rows: list[Row] = []
    for count, element in enumerate(() if data is None else data.all("row"), 1):
        number = element.attributes.get("r", "")
        line = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else count
        cells: list[str] = []
        for cell in element.all("c"):
            column = column_of(cell.attributes.get("r", ""), len(cells))
            if column < MOST_COLUMNS:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = trimmed(_value(cell, strings))
        rows.append(Row(line, tuple(cells)))
        _limit(rows)
    while rows and rows[-1].is_blank:
        rows.pop()
    return rows


def _value(cell: Element, strings: list[str]) -> str:
    kind, holder = cell.attributes.get("t", "n"), cell.first("v")
    if kind == "inlineStr":
        inline = cell.first("is")
        return "" if inline is None else _words(inline)
    text = "" if holder is None else holder.text
    if kind == "s":
        known = text.isascii() and text.isdigit() and len(text) < 10 and int(text) < len(strings)
        return strings[int(text)] if known else ""
    if kind == "n":
        value = number_of(text)
        return text if value is None else plain(value)
    return text
