"""How is a scenario written as a scoring sheet: issue, option, and what it is worth to each side?

Points are whole values: weight times evaluation. The last rows hold what each side has without a deal, and discounts.
"""

from __future__ import annotations

import csv
import io
import zipfile

from upperhand.errors import CallError
from upperhand.formats.cells import guarded
from upperhand.formats.complaints import shown_name
from upperhand.formats.genius_write import escaped
from upperhand.formats.listing import listed
from upperhand.formats.points import rounded
from upperhand.formats.ranges import plain
from upperhand.formats.sheet import header_of
from upperhand.model.scenario import Scenario

PROGRAM = "A sheet"
Cell = str | float | None
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_TOP = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Scores" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
}


def csv_bytes(scenario: Scenario) -> bytes:
    """The sheet as CSV in UTF-8, columns parted by commas. Raises CallError for a range that cannot be listed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in _rows(scenario):
        writer.writerow(["" if cell is None else cell if isinstance(cell, str) else plain(cell) for cell in row])
    return _encoded(out.getvalue())


def xlsx_bytes(scenario: Scenario) -> bytes:
    """The sheet as an xlsx workbook with one sheet. Raises CallError for a range that cannot be listed."""
    rows = []
    for number, row in enumerate(_rows(scenario), 1):
        cells = "".join(_cell(f"{_letters(column)}{number}", cell) for column, cell in enumerate(row))
        rows.append(f'<row r="{number}">{cells}</row>')
    widths = '<cols><col min="1" max="2" width="28" customWidth="1"/></cols>'
    sheet = f'<worksheet xmlns="{_MAIN}">{widths}<sheetData>{"".join(rows)}</sheetData></worksheet>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in {**_PARTS, "xl/worksheets/sheet1.xml": sheet}.items():
            # a fixed day, so that the same scenario gives the same bytes
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), _encoded(_TOP + part), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _rows(scenario: Scenario) -> list[list[Cell]]:
    profiles = scenario.profiles
    rows: list[list[Cell]] = [["Issue", "Option", *(guarded(header_of(p.name)) for p in profiles)]]
    for issue in scenario.issues:
        for option in listed(issue, PROGRAM):
            worths = [rounded(p.weights[issue.name] * p.evaluation(issue.name, option)) for p in profiles]
            rows.append([guarded(issue.name), guarded(option), *worths])
    if any(p.reservation is not None for p in profiles):
        rows.append(["No deal", None, *(p.reservation for p in profiles)])
    if any(p.discount is not None for p in profiles):
        rows.append(["Discount", None, *(p.discount for p in profiles)])
    return rows


def _cell(place: str, cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escaped(cell)}</t></is></c>'
    return f'<c r="{place}"><v>{plain(cell)}</v></c>'


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        what = f"'{shown_name(text[error.start - 20 : error.start + 20])}' holds half a character."
        raise CallError(what, "Rename it.") from error
