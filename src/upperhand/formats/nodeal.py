"""What does `no-deal.csv` add to GeniusWeb profiles: no-deal values, discounts, and the scale the values had?"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from upperhand.formats.cells import Sheet, guarded
from upperhand.formats.complaints import Complaints, shown_name
from upperhand.formats.genius import discount_of, scale_of
from upperhand.formats.said import SaidProfile

HEADER = ("profile", "no deal", "discount", "scale")


def no_deal_text(rows: Sequence[tuple[str, float | None, float | None, float]]) -> str:
    """The file: a row for each profile with its no-deal value, discount factor and scale."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    for name, *numbers in rows:
        writer.writerow([guarded(name), *("" if n is None else repr(n) for n in numbers)])
    return out.getvalue()


def apply_no_deal(sheet: Sheet, file: str, profiles: list[SaidProfile], complaints: Complaints) -> None:
    """Put what the file says into the profiles it names."""
    titles = [cell.lower() for cell in sheet.rows[0].cells] if sheet.rows else []
    if titles[: len(HEADER)] != list(HEADER):
        what = f"The first row is not '{','.join(HEADER)}'."
        complaints.fail(file, 1, what, "Correct it, or take the file away.")
        return
    known = {profile.name: profile for profile in profiles}
    for row in sheet.rows[1:]:
        if row.is_blank:
            continue
        profile = known.get(row.cell(0))
        if profile is None:
            what = f"There is no profile '{shown_name(row.cell(0))}'."
            complaints.fail(file, row.line, what, "Spell both alike, or remove the row.")
            continue
        numbers = [
            complaints.number(cell, (file, row.line), f"The {title}") if cell else None
            for title, cell in zip(HEADER[1:3], (row.cell(1), row.cell(2)), strict=True)
        ]
        scale = scale_of(row.cell(3), (file, row.line), complaints) if row.cell(3) else 1.0
        profile.discount = discount_of(numbers[1], (file, row.line), complaints)
        profile.weights = {issue: weight * scale for issue, weight in profile.weights.items()}
        if numbers[0] is not None:
            profile.reservation = numbers[0]
        elif profile.reservation is not None:
            profile.reservation *= scale
