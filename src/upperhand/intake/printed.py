"""What does a PDF say, page by page?"""

from __future__ import annotations

import io
import logging
import re
import struct
import zlib
from collections.abc import Iterator
from datetime import date
from statistics import quantiles
from typing import TYPE_CHECKING

from upperhand.intake.findings import Findings
from upperhand.intake.paper import Kept, Paper
from upperhand.intake.prose import spans_of
from upperhand.intake.source import normal

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MOST_PAGES = 500
_LARGEST_PAGE = 2_000_000
_LARGEST_SUM = 12_000_000
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_ENDS = re.compile(r"[.!?:…。！？][\"'”’)\]]{0,3}$")
_STARTS = re.compile(r"\s*(?:[-•–▪●◦*]|\(?\d{1,3}[.)])\s")
# what pypdf lets through on damaged files, besides its own errors
_BROKEN = (
    ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, ArithmeticError, RecursionError,
    NotImplementedError, EOFError, OSError, RuntimeError, StopIteration, MemoryError, struct.error, zlib.error,
)  # fmt: skip


def put_pdf(data: bytes, paper: Paper, findings: Findings, kept: Kept) -> None:
    """Put the pages of a PDF on paper; pages that cannot be read, or hold no text, are named."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    # its remarks on damaged files would go to the terminal
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    fix = "Open it in a PDF viewer and save or print it to a new PDF."
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            findings.fail(None, "The PDF is protected by a password.", "Save it without a password.")
            return
        count = len(reader.pages)
    except (PyPdfError, *_BROKEN) as error:
        told = "The PDF is encrypted." if "crypt" in str(error).lower() else "The PDF is damaged and cannot be read."
        findings.fail(None, told, "Save it without a password." if "encrypted" in told else fix)
        return
    owner = _owner(reader, kept)
    before = len(paper.passages)
    if count > MOST_PAGES:
        findings.warn(None, f"The PDF has {count:,} pages; only the first {MOST_PAGES} are read.", "Split it.")
    budget, bare = _LARGEST_SUM, list[int]()
    for number in range(1, min(count, MOST_PAGES) + 1):
        if paper.full:
            break
        try:
            page = reader.pages[number - 1]
            size = _size(page)
            if size > _LARGEST_PAGE or size > budget:
                findings.warn(None, f"Page {number} is too large to be read ({size:,} bytes).", "Split the PDF.")
                continue
            budget -= size
            text = _tidy(page.extract_text())
        except (PyPdfError, *_BROKEN):
            findings.warn(None, f"Page {number} of the PDF is damaged and was left out.", fix)
            continue
        if text:
            paper.put_block(text, spans_of(text, top=number == 1), owner, gap=2)
        else:
            bare.append(number)
    _tell_bare(findings, bare, count, nothing=len(paper.passages) == before)


def _tell_bare(findings: Findings, bare: list[int], count: int, *, nothing: bool) -> None:
    fix = "If it is a scan, run text recognition on it and save it again."
    if nothing:
        findings.fail(None, f"The PDF holds no text on its {count} page{'s' * (count != 1)}.", fix)
    elif bare:
        some = ", ".join(map(str, bare[:10])) + ("" if len(bare) <= 10 else f" and {len(bare) - 10} more")
        findings.warn(None, f"There is no text on page {some}.", fix)


def _size(page: PageObject) -> int:
    contents = page.get_contents()
    return 0 if contents is None else len(contents.get_data())


def _owner(reader: PdfReader, kept: Kept) -> Kept:
    """The author and the day that the PDF's description gives."""
    from pypdf.errors import PyPdfError

    author, when = kept.author, kept.when
    try:
        told = reader.metadata
        if told is not None:
            author = normal(told.author or "").strip() or author
            when = _day(told.modification_date or told.creation_date) or when
    except (PyPdfError, *_BROKEN):
        # damage to the description costs nobody's words
        pass
    return Kept(author, when, kept.name)


def _day(moment: object) -> date | None:
    return date(moment.year, moment.month, moment.day) if isinstance(moment, date) else None


def _tidy(text: str) -> str:
    """A page's text with a blank line between paragraphs."""
    plain = normal(_CONTROL.sub(" ", text).translate(_LIGATURES)).strip("\n ")
    return "\n".join(_apart(plain.split("\n"))).strip()


def _apart(lines: list[str]) -> Iterator[str]:
    """The lines with a blank one where a paragraph ends: it ends well before the margin, or a list goes on."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    margin = quantiles(lengths, n=10)[-1] if len(lengths) > 1 else 0.0
    before = ""
    for line in lines:
        said = before.rstrip()
        # no line that goes on below is much shorter than the others
        over = len(said) < 0.6 * margin or (len(said) < 0.8 * margin and _ENDS.search(said[-8:]))
        if said and line.strip() and (over or _STARTS.match(line)):
            yield ""
        yield line.rstrip()
        before = line
