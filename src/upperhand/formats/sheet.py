"""What does a scoring sheet say: issue, option, my points, their points?

Two shapes are read. Long: a header row names a column for the issue and one for the option, and each further row scores
one option. Blocks: the issue stands on a row of its own (with or without column titles), its options below it.
A row for no deal holds what each side has without agreement. Points are whole values, weight included, unless columns
of weights say otherwise.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from upperhand.formats.assemble import report_sum
from upperhand.formats.cells import Row, Sheet
from upperhand.formats.complaints import Complaints, shown_name
from upperhand.formats.points import split
from upperhand.formats.said import SaidIssue, SaidProfile, SaidScenario

ISSUE_WORDS = ("issue", "issues", "topic", "item", "term", "terms", "clause", "subject", "point")
OPTION_WORDS = ("option", "options", "outcome", "level", "position", "alternative", "value", "choice", "possibility")
NO_DEAL_WORDS = ("no deal", "no-deal", "nodeal", "no agreement", "walk away", "walk-away", "walkaway", "reservation",
                 "reservation value", "reservation points", "batna", "no-deal value", "no deal value")  # fmt: skip
DISCOUNT_WORDS = ("discount", "discount factor")
_TOTALS = ("total", "totals", "sum", "maximum", "max")
_ME = ("my", "mine", "me", "us", "our", "ours", "we", "i")
_THEM = ("their", "theirs", "them", "they", "other side", "the other side", "other party", "counterpart")
_SCORES = ("points", "score", "scores", "utility", "worth", "value")
_RAW = "points of "
_WEIGHT = re.compile(r"(?:(?P<before>.*\S)\s+)?weights?(?:\s*(?:of|for)?\s+(?P<behind>.*\S))?", re.IGNORECASE)


def party_of(header: str) -> str:
    """The party whose points a column holds: `my points` is `me`, `Dana points` is `Dana`, `Ortiz` is `Ortiz`."""
    if header.lower().startswith(_RAW):
        return header[len(_RAW) :]
    words = header.split(" ")
    core = " ".join(words[:-1]) if len(words) > 1 and words[-1].lower() in _SCORES else header
    if core.lower() in _ME:
        return "me"
    return "them" if core.lower() in _THEM else core


def header_of(party: str) -> str:
    """A column title that `party_of` reads back as that party."""
    plainly = {"me": "my points", "them": "their points"}.get(party, f"{party} points")
    return plainly if party_of(plainly) == party and not _is_weight(plainly) else f"{_RAW}{party}"


def read_sheet(sheet: Sheet, name: str, file: str, complaints: Complaints) -> SaidScenario:
    """The issues and profiles of a sheet; ``name`` is that of the scenario."""
    header = next((i for i, row in enumerate(sheet.rows[:20]) if _is_header(row)), None)
    reading = _Reading(sheet, file, complaints)
    if header is None:
        reading.blocks()
    else:
        reading.long(header)
    issues = list(reading.issues.values())
    profiles = [reading.profiles[c] for c in sorted(reading.profiles)]
    for profile in profiles:
        if not profile.weights:
            _split_points(profile)
    if not complaints.failed and not (issues and profiles):
        what = "No issue with an option and its points was found."
        complaints.fail(file, None, what, "Write columns 'issue', 'option', 'my points', 'their points'.")
    return SaidScenario(name, issues, profiles)


def _is_header(row: Row) -> bool:
    words = {cell.lower() for cell in row.cells}
    return bool(words.intersection(ISSUE_WORDS)) and bool(words.intersection(OPTION_WORDS)) and len(row.cells) > 2


def _is_weight(header: str) -> bool:
    return _WEIGHT.fullmatch(header) is not None and not header.lower().startswith(_RAW)


@dataclass
class _Reading:
    """Holds what was found so far: the issues, a profile for each column of points, weights by column."""

    sheet: Sheet
    file: str
    complaints: Complaints
    issues: dict[str, SaidIssue] = field(default_factory=dict)
    profiles: dict[int, SaidProfile] = field(default_factory=dict)
    weights: dict[int, dict[str, float]] = field(default_factory=dict)

    def long(self, header: int) -> None:
        """Read a sheet whose header names the issue's and the option's column."""
        rows, titles = self.sheet.rows[header + 1 :], self.sheet.rows[header]
        lowered = [cell.lower() for cell in titles.cells]
        issue_at = next(i for i, word in enumerate(lowered) if word in ISSUE_WORDS)
        option_at = next(i for i, word in enumerate(lowered) if word in OPTION_WORDS and i != issue_at)
        for column, title in enumerate(titles.cells):
            if column in (issue_at, option_at) or not title:
                continue
            if _is_weight(title):
                self.weights[column] = {}
            elif (
                party_of(title) == "me"
                or (party_of(title) == "them" and any(r.cell(column) for r in rows))
                or (title.lower() not in _TOTALS and any(self.sheet.number(r.cell(column)) is not None for r in rows))
            ):
                # A column headed as mine or theirs is one even where nothing in it can be read: the sides never shift.
                self.profiles[column] = SaidProfile(party_of(title), self.file, titles.line)
        issue = ""
        for row in rows:
            issue = row.cell(issue_at) or issue
            option = row.cell(option_at)
            if option:
                self._option(issue, option, row)
            elif row.cell(issue_at) and not self._special(row.cell(issue_at), row) and self._scored(row):
                what = f"This row of '{shown_name(issue)}' scores no option."
                self.complaints.fail(self.file, row.line, what, "Name the option.")
        self._weigh(titles)

    def blocks(self) -> None:
        """Read a sheet in which each issue heads a block of its own."""
        rows = [row for row in self.sheet.rows if not row.is_blank]
        issue = ""
        for at, row in enumerate(rows):
            first, numbers = row.cell(0), [self.sheet.number(c) is not None for c in row.cells[1:]]
            if any(numbers):
                if self._special(first, row):
                    issue = ""
                elif not issue:
                    what = f"'{shown_name(first)}' stands below no issue."
                    self.complaints.fail(
                        self.file, row.line, what, "Write the issue's name on a row above its options."
                    )
                else:
                    self._columns(row)
                    self._option(issue, first, row)
            else:
                labels = any(row.cells[1:])
                if labels and not self.issues:
                    self._labels(row)
                following = rows[at + 1] if at + 1 < len(rows) else None
                title = following is not None and any(self.sheet.number(c) is not None for c in following.cells[1:])
                if first and (title or self.issues):
                    issue = first
                    self._issue(issue, row)

    def _labels(self, row: Row) -> None:
        for column, title in enumerate(row.cells):
            if column and title:
                self.profiles[column] = SaidProfile(party_of(title), self.file, row.line)

    def _columns(self, row: Row) -> None:
        """Columns of points that have no title: the first is mine, the second theirs."""
        for column, cell in enumerate(row.cells):
            if column and column not in self.profiles and self.sheet.number(cell) is not None:
                name = {1: "me", 2: "them"}.get(column, f"party {column}")
                self.profiles[column] = SaidProfile(name, self.file, row.line)

    def _issue(self, name: str, row: Row) -> SaidIssue:
        if name not in self.issues:
            self.issues[name] = SaidIssue(name, self.file, row.line)
        return self.issues[name]

    def _option(self, issue: str, option: str, row: Row) -> None:
        if not issue:
            what = f"The option '{shown_name(option)}' belongs to no issue."
            self.complaints.fail(self.file, row.line, what, "Write the issue before it.")
            return
        self._issue(issue, row).options.append((option, row.line))
        for column, profile in self.profiles.items():
            value = self._points(row, column, f"'{shown_name(option)}' of '{shown_name(issue)}'")
            profile.say(issue, option, value, row.line)
        for column, weights in self.weights.items():
            weight = self.sheet.number(row.cell(column))
            if weight is None and not row.cell(column):
                continue
            if weight is None or weight < 0 or weights.get(issue, weight) != weight:
                what = f"'{shown_name(row.cell(column))}' is no weight of '{shown_name(issue)}', or not its only one."
                self.complaints.fail(self.file, row.line, what, "Write one weight of 0 or more for each issue.")
            else:
                weights[issue] = weight

    def _points(self, row: Row, column: int, whose: str) -> float:
        cell = row.cell(column)
        value = self.sheet.number(cell)
        if value is not None:
            return value
        return self.complaints.number(
            cell, (self.file, row.line), f"The value to '{shown_name(self.profiles[column].name)}' of {whose}"
        )

    def _scored(self, row: Row) -> bool:
        return any(self.sheet.number(row.cell(column)) is not None for column in self.profiles)

    def _special(self, word: str, row: Row) -> bool:
        """Whether a row is not about an option: no deal, a discount, or a total, which is left out."""
        key = word.lower().rstrip(":").strip()
        if key in NO_DEAL_WORDS or key in DISCOUNT_WORDS:
            for column, profile in self.profiles.items():
                if row.cell(column):
                    value = self._points(row, column, f"'{word}'")
                    if key in NO_DEAL_WORDS:
                        profile.reservation = value
                    elif 0 < value <= 1:
                        profile.discount = None if value == 1 else value
                    else:
                        self.complaints.fail(self.file, row.line, f"The discount is {value:g}.", "Write 0.9, say.")
            return True
        return key in _TOTALS

    def _weigh(self, titles: Row) -> None:
        """Weights by their columns; where there are none, points are whole values and every weight is 1."""
        for profile in self.profiles.values():
            column = self._weight_column(profile.name, titles)
            if column is None:
                continue
            profile.weights = dict(self.weights[column])
            if abs(sum(profile.weights.values()) - 100) > 1e-6:
                report_sum(profile, self.complaints)

    def _weight_column(self, party: str, titles: Row) -> int | None:
        for column in self.weights:
            match = _WEIGHT.fullmatch(titles.cell(column))
            whose = (match["before"] or match["behind"]) if match is not None else None
            if whose is None or party_of(whose) == party:
                return column
        return None


def _split_points(profile: SaidProfile) -> None:
    """Weights and evaluations of a sheet without weights, whose points are whole values."""
    for issue, table in profile.evaluations.items():
        profile.weights[issue], profile.evaluations[issue] = split(table)
