"""What does a mail say: its writer's own words, the letters it quotes, its attachments?"""

from __future__ import annotations

import email
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from email import policy
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from upperhand.intake.findings import Findings, shown
from upperhand.intake.paper import Kept, Paper
from upperhand.intake.prose import spans_of
from upperhand.intake.quoting import day_in, person
from upperhand.intake.source import kept as kept_text
from upperhand.intake.source import normal, plain
from upperhand.intake.webpage import as_mail, page_of

_MOST_LINES = 1_000_000
_MOST_BOUNDARIES = 300
_DEEPEST = 20
_LONGEST_HEAD = 2_000
_SEARCHED = 20_000
_HEAD = re.compile(rb"(?:(?:From |>From )[^\n]{0,200}\r?\n)?[!-9;-~]{1,70}:[ \t]?[^\n]{0,2000}\r?\n")
_KNOWN = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to|x-[!-9;-~]{1,40}):",
    re.IGNORECASE | re.MULTILINE,
)
_SUFFIXES = {
    "text/plain": ".txt", "text/html": ".html", "text/csv": ".csv", "text/markdown": ".md", "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx", "message/rfc822": ".eml",
}  # fmt: skip
# what the standard library lets through on damaged mails
_BROKEN = (MessageError, ValueError, KeyError, IndexError, TypeError, AttributeError, LookupError, AssertionError,
           OverflowError, RecursionError)  # fmt: skip


@dataclass(frozen=True)
class _Parts:
    """The parts of a mail: what is shown as its text, and what hangs on it."""

    bodies: list[Message]
    attached: list[Message]


def looks_like_mail(data: bytes) -> bool:
    """Whether some bytes start with the head of a mail."""
    top = data[:20_000].partition(b"\n\n" if b"\r\n\r\n" not in data[:20_000] else b"\r\n\r\n")[0] + b"\n"
    if _HEAD.match(top) is None:
        return False
    return len({found.lower() for found in _KNOWN.findall(top)}) >= 3 and b"from:" in top.lower()


def put_mail(data: bytes, paper: Paper, findings: Findings, kept: Kept, attach: Callable[[bytes, str], None]) -> None:
    """Put a mail on paper: its subject, its words, and through ``attach`` (bytes, name) what hangs on it."""
    if data.count(b"\n") > _MOST_LINES or data.lower().count(b"boundary=") > _MOST_BOUNDARIES:
        findings.warn(None, "The mail has too many lines or parts; only its beginning is read.", "Export it again.")
        data = _cut(data)
    try:
        message = email.message_from_bytes(data, policy=policy.compat32)
        parts = _parts(message)
    except _BROKEN:
        findings.fail(None, "The mail is too damaged, or nested too deeply, to be read.", "Export it again.")
        return
    sender, day = _sender(message), _day(message)
    owner = Kept(sender, day, kept.name)
    before = len(paper.passages)
    lines = _Lines(data, paper)
    subject = _head(message, "Subject")
    if subject:
        lines.down_to(subject)
        paper.put(subject, "heading", owner)
    for body in parts.bodies:
        text = _text(body, findings)
        if text.strip():
            text = kept_text(text.strip("\n").rstrip(), findings)
            lines.down_to(next(line for line in text.split("\n") if line.strip()))
            paper.put_block(text, spans_of(text, top=False), owner, gap=2)
    if len(paper.passages) == before and not parts.attached:
        findings.fail(None, "The mail holds no words.", "Export it again, with its text.")
    _tell_damage(message, findings)
    for part in parts.attached:
        _attach(part, findings, attach)


def _cut(data: bytes) -> bytes:
    kept = b"\n".join(data.split(b"\n", _MOST_LINES)[:_MOST_LINES])
    return b"boundary=".join(re.split(rb"boundary=", kept, flags=re.IGNORECASE)[:_MOST_BOUNDARIES])


class _Lines:
    """Finds the line of the file on which a text of the mail stands, where it stands there plainly."""

    def __init__(self, data: bytes, paper: Paper) -> None:
        self._paper, self._base = paper, 0 if paper.size == 0 else paper.line
        self._lines = [line.strip() for line in plain(data[:2_000_000]).split("\n", _SEARCHED)[:_SEARCHED]]
        self._at = 0

    def down_to(self, text: str) -> None:
        """Go down to the line that holds this text, so that it has the same number here and in the file."""
        wanted = text.strip()
        for index in range(self._at, len(self._lines)):
            line = self._lines[index]
            if line == wanted or (self._at == 0 and line.lower().startswith("subject:") and wanted in line):
                self._at = index + 1
                self._paper.down_to(self._base + index + 1)
                return


def _parts(message: Message) -> _Parts:
    parts = _Parts([], [])
    _sort(message, parts, 0)
    return parts


def _sort(part: Message, parts: _Parts, deep: int) -> None:
    """Sort a part and all in it into what is shown and what hangs on it."""
    kind = part.get_content_type()
    if kind == "message/rfc822" and deep:
        parts.attached.append(part)
    elif part.is_multipart() and deep <= _DEEPEST:
        inner = [p for p in part.get_payload() if isinstance(p, Message)]
        if kind == "multipart/alternative":
            best = _best(inner)
            inner = [p for p in inner if p is best or not _is_text(p)]
        for child in inner:
            _sort(child, parts, deep + 1)
    elif _is_text(part):
        parts.bodies.append(part)
    elif part.get_filename() or not kind.startswith(("image/", "multipart/")):
        parts.attached.append(part)


def _best(choices: list[Message]) -> Message | None:
    """Of several forms of the same text the plain one, if it says anything; else the page."""
    for kind in ("text/plain", "text/html"):
        for part in choices:
            if part.get_content_type() == kind and _is_text(part) and _bytes(part).strip():
                return part
    # an alternative may be a page with its pictures
    return next((part for part in choices if not _is_text(part)), choices[0] if choices else None)


def _is_text(part: Message) -> bool:
    hangs = part.get_content_disposition() == "attachment" or part.get_filename() is not None
    return part.get_content_type() in ("text/plain", "text/html") and not hangs and not part.is_multipart()


def _bytes(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _text(part: Message, findings: Findings) -> str:
    """The words of a text part; a page as text with its quotes marked."""
    try:
        data, charset = _bytes(part), part.get_content_charset()
        text = _in_charset(data, charset)
    except _BROKEN:
        findings.warn(None, "A part of the mail cannot be decoded.", "Export it again.")
        return ""
    if part.get_content_type() == "text/html":
        return as_mail(page_of(text, findings))
    return text


def _in_charset(data: bytes, charset: str | None) -> str:
    if charset not in (None, "us-ascii", "ascii", "utf-8"):
        try:
            text = data.decode(charset)
        except (LookupError, ValueError):
            text = None
        if isinstance(text, str):
            return normal(text)
    return plain(data)


def _head(message: Message, name: str) -> str:
    """A head line in plain text; empty where there is none."""
    try:
        raw = str(message.get(name, ""))[:_LONGEST_HEAD]
        pieces = [
            piece if isinstance(piece, str) else _in_charset(piece, charset) for piece, charset in decode_header(raw)
        ]
    except (HeaderParseError, *_BROKEN):
        return ""
    return " ".join(normal("".join(pieces)).split())


def _sender(message: Message) -> str | None:
    return person(_head(message, "From"))


def _day(message: Message) -> date | None:
    told = _head(message, "Date")
    try:
        return parsedate_to_datetime(told).date()
    except _BROKEN:
        return day_in(told)


def _tell_damage(message: Message, findings: Findings) -> None:
    """What the parser found wrong, in words that help."""
    told = {type(defect).__name__ for part in _walk(message) for defect in part.defects}
    if told & {"CloseBoundaryNotFoundDefect", "StartBoundaryNotFoundDefect", "NoBoundaryInMultipartDefect"}:
        findings.warn(None, "The mail breaks off, or its parts are not marked as they should be.", "Export it again.")
    if any(name.startswith("InvalidBase64") for name in told):
        findings.warn(None, "A part of the mail is damaged (its base64 does not end well).", "Export it again.")


def _walk(message: Message) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        yield part
        if part.is_multipart():
            waiting += [p for p in part.get_payload() if isinstance(p, Message)]


def _attach(part: Message, findings: Findings, attach: Callable[[bytes, str], None]) -> None:
    try:
        kind = part.get_content_type()
        name = _file_name(part, kind)
        if kind == "message/rfc822":
            inner = part.get_payload()
            data = inner[0].as_bytes() if isinstance(inner, list) and inner and isinstance(inner[0], Message) else b""
        else:
            data = _bytes(part)
    except _BROKEN:
        findings.warn(None, "An attachment of the mail is damaged.", "Save the attachment as a file of its own.")
        return
    if not data:
        findings.warn(None, f"The attachment '{shown(name)}' is empty.", "Save the attachment as a file of its own.")
        return
    attach(data, name)


def _file_name(part: Message, kind: str) -> str:
    """The attachment's name; one that tells its kind where the mail gives none."""
    told = part.get_filename()
    name = " ".join(normal("".join(_pieces(told))).split()) if told else ""
    name = name.replace("/", "_").replace("\\", "_")[:200]
    if "." not in name[-6:]:
        name = (name or "attachment") + _SUFFIXES.get(kind, "")
    return name


def _pieces(text: str) -> Iterator[str]:
    for piece, charset in decode_header(text[:_LONGEST_HEAD]):
        yield piece if isinstance(piece, str) else _in_charset(piece, charset)
