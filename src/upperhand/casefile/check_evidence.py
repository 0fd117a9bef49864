"""Does each piece of evidence fit the case, and does its source say what it quotes?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from upperhand.casefile.check import Book, check_package, check_wants
from upperhand.casefile.names import Names, term_of, unknown_part
from upperhand.casefile.nodes import line_at
from upperhand.casefile.numbers import WrongError
from upperhand.casefile.parts import Place
from upperhand.casefile.schema_evidence import (
    ComparisonClaim,
    DenialClaim,
    DwellClaim,
    FeedbackClaim,
    InformantClaim,
    MenuChoiceClaim,
    OfferClaim,
    PurchaseClaim,
    RankingClaim,
    RatingClaim,
    ResponseClaim,
    RevisitClaim,
    Seen,
    StatementClaim,
)
from upperhand.casefile.spelling import listing, name_of, shorten

PLAIN_TEXT = frozenset((".md", ".txt", ".vtt", ".srt", ".csv", ".tsv", ".json", ".log", ".text"))
LARGEST_SOURCE = 20_000_000


def check_evidence(item: Seen, names: Names, book: Book) -> None:
    """Complain of every want, issue or option a piece of evidence names that the case does not know."""
    claim, place = item, item.place
    if isinstance(item, InformantClaim):
        inner = item.claim
        _check_claim(inner, (*place, "claim"), names, book)
    else:
        _check_claim(claim, place, names, book)
    if item.source is None:
        book.add(
            place,
            "This evidence does not say where it comes from.",
            "Add 'source:', the file in evidence/ or the person.",
            severity="warning",
        )


def check_dates(pieces: Iterable[tuple[Seen, Book]], as_of: date | None) -> None:
    """Warn, once, of the evidence from after the case's own day."""
    late = [(item, book) for item, book in pieces if as_of and item.when and item.when > as_of]
    if not late:
        return
    first, book = late[0]
    what = f"This was observed on {first.when}, after the case's own day {as_of}."
    if len(late) > 1:
        named = [f"{item.id or _where(item, one)} ({item.when})" for item, one in late]
        what = f"{len(late)} pieces are from after the case's own day {as_of}: {listing(named)}."
    book.add((*first.place, "when"), what, "Correct the date, or move 'as_of' on.", severity="warning")


def _where(item: Seen, book: Book) -> str:
    return f"{book.file}:{line_at(book.root, item.place)}"


def check_quote(item: Seen, folder: Path, texts: dict[str, str | None], book: Book) -> None:
    """Warn where a plain-text source in ``evidence/`` does not hold the quote word for word. ``texts`` is a cache."""
    if not item.quote.strip() or item.source is None:
        return
    if item.source not in texts:
        texts[item.source] = source_text(folder / "evidence", item.source)
    text = texts[item.source]
    if text is None or item.quote in text:
        return
    if " ".join(item.quote.split()) in " ".join(text.split()):
        what, fix = "breaks its lines elsewhere than", "Copy it from the file as it stands there."
    else:
        what, fix = "does not stand in", "Copy the words exactly, or leave the quote out."
    sentence = f"The quote '{shorten(item.quote, 40)}' {what} evidence/{shorten(item.source, 40)}."
    book.add((*item.place, "quote"), sentence, fix, severity="warning")


def source_text(evidence: Path, source: str) -> str | None:
    """The text of a plain-text source inside ``evidence``; ``None`` where it is no such file."""
    name = Path(source)
    if name.suffix.lower() not in PLAIN_TEXT or name.is_absolute() or "\0" in source:
        return None
    try:
        path = (evidence / name).resolve()
        if not path.is_relative_to(evidence.resolve()) or not path.is_file() or path.stat().st_size > LARGEST_SOURCE:
            return None
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except (OSError, RuntimeError):
        return None


def _check_claim(claim: Any, place: Place, names: Names, book: Book) -> None:
    match claim:
        case StatementClaim() | DenialClaim() | RatingClaim():
            check_wants([((*place, "want"), claim.want)], names, book, possible=False)
            if isinstance(claim, RatingClaim) and claim.score > claim.out_of:
                what = f"A score of {claim.score:g} out of {claim.out_of:g} is more than there is."
                book.add((*place, "score"), what, "Correct 'score' or 'out_of'.")
        case ComparisonClaim():
            _check_comparison(claim, place, names, book)
        case DwellClaim():
            _check_by_want(place, {"seconds": claim.seconds, "complexity": claim.complexity}, names, book)
        case RevisitClaim():
            _check_by_want(place, {"counts": claim.counts, "size": claim.size}, names, book)
        case PurchaseClaim():
            _check_by_want(place, {"serves": claim.serves}, names, book)
        case OfferClaim() | ResponseClaim():
            check_package(claim.package, (*place, "package"), names, book)
        case MenuChoiceClaim():
            _check_menu(claim, place, names, book)
        case RankingClaim():
            _check_ranking(claim, place, names, book)
        case FeedbackClaim():
            _check_feedback(claim, place, names, book)


def _check_comparison(claim: ComparisonClaim, place: Place, names: Names, book: Book) -> None:
    check_wants((((*place, "over", i), want) for i, want in enumerate(claim.over)), names, book, possible=False)
    if claim.over[0] == claim.over[1]:
        book.add((*place, "over"), f"'{shorten(claim.over[0])}' is compared with itself.", "Name two wants.")


def _check_by_want(place: Place, tables: Mapping[str, Mapping[str, Any]], names: Names, book: Book) -> None:
    for key, table in tables.items():
        check_wants((((*place, key, want), want) for want in table), names, book, possible=False)


def _check_menu(claim: MenuChoiceClaim, place: Place, names: Names, book: Book) -> None:
    for i, terms in enumerate(claim.shown):
        check_package(terms, (*place, "shown", i), names, book)
    if isinstance(claim.chosen, int):
        if claim.chosen > len(claim.shown):
            what = f"Number {claim.chosen} was chosen, but {len(claim.shown)} packages were shown."
            book.add((*place, "chosen"), what, "Count from 1.")
    elif chosen_index(claim, names) is None:
        fix = "Write its number, counted from 1, or one of the packages as it was shown."
        book.add((*place, "chosen"), "The chosen package is not among those shown.", fix)


def _check_ranking(claim: RankingClaim, place: Place, names: Names, book: Book) -> None:
    for i, terms in enumerate(claim.shown):
        check_package(terms, (*place, "shown", i), names, book)
    named = [number for group in ranked(claim) for number in group]
    for number in dict.fromkeys(named):
        if number > len(claim.shown):
            what = f"Number {number} is ranked, but {len(claim.shown)} packages were shown."
            book.add((*place, "order"), what, "Count from 1.")
        elif named.count(number) > 1:
            book.add((*place, "order"), f"Number {number} is ranked twice.", "Name each package once.")
    if not all(ranked(claim)):
        book.add((*place, "order"), "An empty group stands in the order.", "Leave the empty brackets out.")


def ranked(claim: RankingClaim) -> list[list[int]]:
    """The order as groups of positions from 1, best first."""
    return [group if isinstance(group, list) else [group] for group in claim.order]


def _check_feedback(claim: FeedbackClaim, place: Place, names: Names, book: Book) -> None:
    check_package(claim.package, (*place, "package"), names, book)
    check_package(claim.than or {}, (*place, "than"), names, book)
    if not claim.better_on and not claim.worse_on and book.is_whole(*place):
        fix = "Name issues or features under 'better_on' or 'worse_on'."
        book.add(place, "This feedback says neither what is better nor what is worse.", fix)
    for key, parts in (("better_on", claim.better_on), ("worse_on", claim.worse_on)):
        for i, name in enumerate(parts):
            here = (*place, key, i)
            if name in names.issues and name not in claim.package:
                what = f"The package does not say what '{shorten(name)}' is, so it cannot be better or worse on it."
                book.add(here, what, f"Add '{shorten(name)}' to the package, or leave it out here.")
            elif name not in names.issues and name not in names.features and book.lists("issues"):
                book.wrong(here, unknown_part(name, names))
            elif key == "worse_on" and name in claim.better_on:
                book.add(here, f"'{shorten(name)}' is called better and worse.", "Keep one of the two.")


def chosen_index(claim: MenuChoiceClaim, names: Names) -> int | None:
    """The position of the chosen package, from 0; ``None`` where it is none of those shown."""
    if isinstance(claim.chosen, int):
        return claim.chosen - 1
    wanted = _meaning(claim.chosen, names)
    return next((i for i, shown in enumerate(claim.shown) if _meaning(shown, names) == wanted), None)


def _meaning(terms: Mapping[str, Any], names: Names) -> dict[str, Any]:
    """A package in a form that compares equal where it means the same."""
    meaning: dict[str, Any] = {}
    for key, label in terms.items():
        try:
            meaning[key] = term_of(key, names.issues[key], label) if key in names.issues else str(label).lower()
        except WrongError:
            meaning[key] = name_of(str(label))
    return meaning
