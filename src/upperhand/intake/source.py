"""Which bytes does a file hold, and which text do they spell?"""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from upperhand.errors import WorldError
from upperhand.intake.findings import Findings

LARGEST = 20_000_000
MOST_TEXT = 2_000_000
MOST_LINES = 100_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
)  # fmt: skip
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_FRONT = re.compile(r"\A---[ \t]*\n(?:[\w ]{1,40}:[^\n]{0,400}\n){1,30}---[ \t]*\n")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_FOREIGN = (
    (b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip archive"), (b"\x89PNG", "a picture"), (b"\xff\xd8\xff", "a photo"),
    (b"GIF8", "a picture"), (b"\x1f\x8b", "a gzip archive"), (b"ID3", "a sound file"), (b"OggS", "a sound file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"), (b"\x1aE\xdf\xa3", "a film"),
)  # fmt: skip


def load(path: Path, findings: Findings) -> bytes | None:
    """A file's bytes; ``None`` (and a complaint) where it is too large. Raises WorldError where the disk refuses."""
    try:
        if path.is_dir():
            raise WorldError(f"{path} is a folder.", "Name a file in it.")
        if not path.is_file():
            raise WorldError(f"{path} is not there, or is no plain file.", "Check the path.")
        size = path.stat().st_size
        if size > LARGEST:
            what = f"The file has {size:,} bytes; files over {LARGEST:,} bytes are not read."
            findings.fail(None, what, "Split it, or export only the words.")
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not valid"
        raise WorldError(f"{path} cannot be read: {reason}.", "Check its name and its permissions.") from error
    if len(data) > LARGEST:
        findings.fail(None, f"The file grew beyond {LARGEST:,} bytes.", "Split it, or export only the words.")
        return None
    return data


def name_of(path: Path | str) -> str:
    """The name a file goes by in sources and complaints."""
    return Path(path).name or str(path)


def text_of(data: bytes, findings: Findings, declared: str | None = None) -> str | None:
    """The text that bytes spell, NFC and with ``\\n`` line ends; ``None`` (and a complaint) where they spell none.

    UTF-8, or UTF-16 and UTF-32 with their mark; else the ``declared`` encoding; else cp1252, with a warning.
    """
    if not data.strip():
        findings.fail(None, "The file is empty.", "Check that it was saved or exported completely.")
        return None
    for head, kind in _FOREIGN:
        if data.startswith(head):
            findings.fail(None, f"The file is {kind}, not text.", "Give it the ending it had, or export it as text.")
            return None
    text = normal(_decoded(data, findings, declared))
    if len(_CONTROL.findall(text)) > max(8, len(text) // 50):
        findings.fail(None, "The file holds no readable text.", "Save it as UTF-8 text, or give it its own ending.")
        return None
    text = _CONTROL.sub(" ", text)
    if not text.strip():
        findings.fail(None, "The file is empty.", "Check that it was saved or exported completely.")
        return None
    return text


def kept(text: str, findings: Findings) -> str:
    """The text up to the largest size and number of lines that are kept, with a warning where it is cut."""
    if len(text) > MOST_TEXT:
        what = f"The text has {len(text):,} characters; what follows character {MOST_TEXT:,} is left out."
        findings.warn(text.count("\n", 0, MOST_TEXT) + 1, what, "Split the file.")
        text = text[:MOST_TEXT]
    if text.count("\n") > MOST_LINES:
        what = f"The text has {text.count(chr(10)):,} lines; what follows line {MOST_LINES:,} is left out."
        findings.warn(MOST_LINES + 1, what, "Split the file.")
        text = "\n".join(text.split("\n", MOST_LINES)[:MOST_LINES])
    return text


def normal(text: str) -> str:
    """Unicode NFC, ``\\n`` line ends, half characters replaced, and front matter (``key: value`` lines between
    two lines ``---`` at the top) blanked, because it is about the text and not of it. Lines keep their numbers."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _FRONT.sub(lambda found: "\n" * found[0].count("\n"), text, count=1)
    return unicodedata.normalize("NFC", _SURROGATE.sub("\ufffd", text))


def plain(data: bytes, declared: str | None = None) -> str:
    """The text of bytes whose damage is of no interest."""
    return normal(_decoded(data, Findings(""), declared))


def _decoded(data: bytes, findings: Findings, declared: str | None) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _replaced(data[len(mark) :], encoding, findings)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, byte = data.count(b"\n", 0, error.start) + 1, error.start
    wide = _wide(data)
    if wide is not None:
        findings.warn(None, "The file is UTF-16 without its mark.", "Save it as UTF-8.")
        return data.decode(wide, "replace")
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad <= sum(1 for c in text if ord(c) > 127) - bad or (bad == 1 and byte >= len(data) - 3):
        what = f"The UTF-8 text is damaged at {bad} place{'s' * (bad > 1)}, first at byte {byte}."
        findings.warn(line, what, "Save it again as UTF-8; the damaged letters are shown as \ufffd.")
        return text
    if declared is not None and (told := _by_name(data, declared)) is not None:
        return told
    findings.warn(line, f"The file is not UTF-8 (byte {byte}); it is read as Windows-1252.", "Save it as UTF-8.")
    return data.decode("cp1252", "replace")


def _replaced(data: bytes, encoding: str, findings: Findings) -> str:
    text = data.decode(encoding, "replace")
    if "\ufffd" in text and "\ufffd" not in data.decode(encoding, "ignore"):
        line = text.count("\n", 0, text.index("\ufffd")) + 1
        findings.warn(line, "Some letters of the file are damaged.", "Save it again as UTF-8.")
    return text


def _wide(data: bytes) -> str | None:
    """UTF-16 of mostly Latin text without its mark: every other byte is zero."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 4:
        return None
    if sample[1::2].count(0) > half * 0.6:
        return "utf-16-le"
    return "utf-16-be" if sample[0::2].count(0) > half * 0.6 else None


def _by_name(data: bytes, declared: str) -> str | None:
    try:
        return codecs.lookup(declared).decode(data, "replace")[0] if _is_text(declared) else None
    except (LookupError, ValueError):
        return None


def _is_text(encoding: str) -> bool:
    """Whether the name is that of a character set; other codecs (zip, hex) would do something else."""
    try:
        return bool(getattr(codecs.lookup(encoding), "_is_text_encoding", False))
    except (LookupError, ValueError):
        return False
