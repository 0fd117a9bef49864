"""What does a document say, passage by passage, and who wrote each?"""

from __future__ import annotations

from pathlib import Path, PurePath

from upperhand.errors import Problem
from upperhand.intake.archive import open_archive
from upperhand.intake.findings import Findings, shown
from upperhand.intake.mail import looks_like_mail, put_mail
from upperhand.intake.paper import NOBODY, Kept, Paper
from upperhand.intake.printed import put_pdf
from upperhand.intake.prose import spans_of
from upperhand.intake.sheets import put_csv, put_workbook
from upperhand.intake.source import kept as kept_text
from upperhand.intake.source import load, text_of
from upperhand.intake.webpage import put_page
from upperhand.intake.wordfile import put_word
from upperhand.model.document import Document

SUFFIXES = frozenset((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx", ".eml", ".csv",
                      ".tsv", ".xlsx", ".docm", ".xlsm", ".log", ".rst"))  # fmt: skip
_PAGES = (".html", ".htm", ".xhtml")
_ZIPPED = (".docx", ".xlsx", ".docm", ".xlsm")
_DEEPEST_MAIL = 3
_PAGE_STARTS = ("<!doctype html", "<html", "<head", "<body")


def read_document(path: Path | str) -> tuple[Document, tuple[Problem, ...]]:
    """A document and what is wrong with it; one without passages comes with an error.

    Raises WorldError where the file cannot be opened.
    """
    place = Path(path)
    findings = Findings(place.name)
    data = load(place, findings)
    if data is None:
        return Document(place.name, "", ()), findings.all()
    return _read(data, place.name, findings)


def document_from_bytes(data: bytes, name: str) -> tuple[Document, tuple[Problem, ...]]:
    """A document from its bytes, as `read_document`; its name tells the kind where the content does not."""
    return _read(data, name, Findings(PurePath(name).name or name))


def _read(data: bytes, name: str, findings: Findings) -> tuple[Document, tuple[Problem, ...]]:
    paper = Paper(findings)
    _put(data, name, paper, findings, NOBODY)
    if not paper.passages and not any(problem.severity == "error" for problem in findings.found):
        findings.fail(None, "Nothing in this file could be read.", "Open it in its program and save it again.")
    return paper.document(PurePath(name).name or name), findings.all()


def _put(data: bytes, name: str, paper: Paper, findings: Findings, kept: Kept, mails: int = 0) -> None:
    """Put whatever the bytes are on paper."""
    suffix = PurePath(name).suffix.lower()
    if b"%PDF-" in data[:1024] or (suffix == ".pdf" and data):
        put_pdf(data, paper, findings, kept)
    elif data.startswith(b"PK\x03\x04") or (suffix in _ZIPPED and data and not data.startswith(b"\xd0\xcf\x11\xe0")):
        _put_zipped(data, paper, findings, kept)
    elif data.startswith(b"\xd0\xcf\x11\xe0"):
        what = "The file is an old or an encrypted Office file."
        findings.fail(None, what, "Save it as docx or xlsx, without a password.")
    elif data.lstrip()[:5] == b"{\\rtf":
        findings.fail(None, "The file is RTF, which is not read.", "Save it as docx or as text.")
    elif data.strip() and (suffix == ".eml" or (suffix not in _PAGES and looks_like_mail(data))):

        def attach(inner: bytes, called: str) -> None:
            _hang((inner, called), paper, findings, kept, mails + 1)

        put_mail(data, paper, findings, kept, attach)
    else:
        _put_text(data, suffix, paper, findings, kept)


def _put_zipped(data: bytes, paper: Paper, findings: Findings, kept: Kept) -> None:
    archive = open_archive(data, findings)
    if archive is None:
        return
    names = archive.names
    if any(name.startswith("xl/") for name in names):
        put_workbook(archive, paper, findings, kept)
    elif any(name.startswith("word/") for name in names):
        put_word(archive, paper, findings, kept)
    else:
        findings.fail(
            None, "The file is a zip archive without a document in it.", "Unpack it and name the files in it."
        )


def _put_text(data: bytes, suffix: str, paper: Paper, findings: Findings, kept: Kept) -> None:
    text = text_of(data, findings, _charset(data))
    if text is None:
        return
    if suffix in _PAGES or text.lstrip()[:20].lower().startswith(_PAGE_STARTS):
        put_page(text, paper, findings, kept)
    elif suffix in (".csv", ".tsv"):
        put_csv(kept_text(text, findings), paper, findings, kept)
    else:
        text = kept_text(text, findings)
        paper.put_block(text, spans_of(text, markdown=suffix in (".md", ".markdown")), kept)


def _charset(data: bytes) -> str | None:
    """The character set that a page declares in its first lines."""
    head = data[:2048].lower()
    at = head.find(b"charset=")
    if at < 0 or b"<" not in head:
        return None
    told = head[at + 8 : at + 48].lstrip(b"\"' ")
    return told[: len(told) - len(told.lstrip(b"abcdefghijklmnopqrstuvwxyz0123456789-_:"))].decode("ascii")


def _hang(attachment: tuple[bytes, str], paper: Paper, findings: Findings, kept: Kept, mails: int) -> None:
    """Read an attachment (bytes, name) into the same document, under its own name."""
    data, name = attachment
    inner = Findings(f"{findings.file}/{shown(name)}")
    suffix = PurePath(name).suffix.lower()
    called = name if kept.name is None else f"{kept.name}/{name}"
    if suffix not in SUFFIXES:
        inner.warn(None, "An attachment of this kind is not read.", "Put what matters from it into a note.")
    elif mails > _DEEPEST_MAIL:
        inner.warn(None, "Mails attached to attached mails are not read this deep.", "Save it as a file of its own.")
    elif not paper.full:
        _put(data, name, paper, inner, Kept(None, None, called), mails)
    for problem in inner.all():
        # the mail itself was read, so what is wrong with an attachment stops nothing
        findings.found.append(Problem(problem.file, problem.line, problem.what, problem.fix, "warning"))
