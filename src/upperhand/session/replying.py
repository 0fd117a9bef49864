"""What was put on the table, and what did they say to it?"""

from __future__ import annotations

from datetime import date

from upperhand.errors import CallError, InputError
from upperhand.model.package import Package
from upperhand.model.reports import OfferedReport, OpenCase, ReplyReport
from upperhand.session.offering import offers, terms_of
from upperhand.session.opening import CasePath, as_opened, folder_of


def offered(opened: OpenCase | CasePath, terms: str | None = None, *, menu: int = 0) -> OfferedReport:
    """Note in the journal what was put on the table: a package in words, or the menu of so many packages that `offers`
    makes. Replies refer to it. Raises CallError for terms the case does not know, or where there is no menu."""
    from upperhand.casefile.replies import record_offer

    opened = as_opened(opened)
    if (terms is None) == (menu == 0):
        raise CallError("Say what was offered: terms, or a menu.", "For example 'price = 1800', or --menu 3.")
    packages = [terms_of(terms, opened.case)] if terms is not None else _menu(opened, menu)
    record_offer(opened.folder, packages)
    plain = tuple({"package": dict(p.terms), "features": sorted(p.features)} for p in packages)
    what = "one package" if len(packages) == 1 else f"a menu of {len(packages)} packages"
    return OfferedReport(f"Noted that {what} was offered. Note what they say with: upperhand reply", plain)


def _menu(opened: OpenCase, size: int) -> list[Package]:
    shown = offers(opened, menu=size)
    if not shown.menu:
        why = next((note for note in shown.notes if note.startswith("no menu")), shown.reason or "no menu")
        raise CallError(f"There is no menu to offer: {why}.", "Offer one package, in words.")
    return [Package(item.offer.package, frozenset(item.offer.features)) for item in shown.menu]


def reply(case: CasePath, text: str, when: date | None = None) -> ReplyReport:
    """Note what they said to the last offer: it becomes evidence in the case file, and the beliefs follow.

    ``text`` is "chose B", "ranked B A C", "accepted", "rejected", "counter: price = 1700" or "better on price, worse on
    start"; ``when`` the day of it (default: today). Raises InputError, with every problem, where the reply cannot be
    meant; then nothing is written.
    """
    from upperhand.casefile.journal import now
    from upperhand.casefile.replies import record_reply
    from upperhand.intake.notes import read_folder

    folder = folder_of(case)
    notes, _ = read_folder(folder / "evidence")
    noted = record_reply(folder, text, when or now().date(), notes=notes)
    if not noted.evidence:
        raise InputError(noted.problems)
    return ReplyReport(
        noted.said,
        tuple(piece.id for piece in noted.evidence),
        tuple(piece.kind for piece in noted.evidence),
        noted.problems,
    )
