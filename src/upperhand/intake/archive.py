"""What lies in a zip archive (docx, xlsx), as far as it is safe to unpack?"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

from upperhand.intake.findings import Findings, shown

MOST_MEMBERS = 2_000
LARGEST_MEMBER = 50_000_000
LARGEST_SUM = 200_000_000
STEEPEST = 200
# below this size even an extreme ratio does no harm
_SMALL = 100_000
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, KeyError, NotImplementedError,
    RuntimeError, OverflowError,
)  # fmt: skip
_HEAD = b"PK\x03\x04"


@dataclass
class Archive:
    """The members of an archive that may be unpacked, by name; unpacked one at a time when asked for."""

    findings: Findings
    file: zipfile.ZipFile | None
    rescued: dict[str, bytes]
    unpacked: int = 0

    @property
    def names(self) -> list[str]:
        """The names of all members, in order."""
        return list(dict.fromkeys(self.file.namelist())) if self.file is not None else list(self.rescued)

    def read(self, name: str) -> bytes | None:
        """A member's bytes; ``None`` where there is none, or it is broken or a bomb (with a complaint)."""
        if self.file is None:
            return self.rescued.get(name)
        if name not in self.file.NameToInfo:
            return None
        info = self.file.getinfo(name)
        if self._refused(info):
            return None
        self.unpacked += info.file_size
        try:
            with self.file.open(info) as member:
                data = member.read(LARGEST_MEMBER + 1)
        except _BROKEN:
            self.findings.warn(None, f"The part '{shown(name)}' is damaged.", "Save the file again.")
            return self._rest_of(info) or None
        return data[:LARGEST_MEMBER]

    def _refused(self, info: zipfile.ZipInfo) -> bool:
        size, packed, name = info.file_size, max(info.compress_size, 1), shown(info.filename)
        if size > LARGEST_MEMBER or self.unpacked + size > LARGEST_SUM:
            self.findings.fail(None, f"The part '{name}' would unpack to {size:,} bytes and is not read.",
                               "Split the document.")  # fmt: skip
        elif size > _SMALL and size / packed > STEEPEST:
            self.findings.fail(None, f"The part '{name}' would grow {size // packed:,} times and is not read.",
                               "Save the file again from the program it came from.")  # fmt: skip
        elif info.flag_bits & 1 or info.compress_type not in _PLAIN:
            self.findings.fail(None, f"The part '{name}' is encrypted or packed in an unknown way.",
                               "Save it without a password.")  # fmt: skip
        else:
            return False
        return True

    def _rest_of(self, info: zipfile.ZipInfo) -> bytes:
        """What can be unpacked of a damaged member."""
        if self.file is None or self.file.fp is None or info.header_offset < 0:
            return b""
        self.file.fp.seek(info.header_offset)
        return _member_at(self.file.fp.read(min(info.compress_size, LARGEST_MEMBER) + 70_000), 0)[1]


def open_archive(data: bytes, findings: Findings) -> Archive | None:
    """The archive in some bytes; of a cut one the members that are still there. ``None``: nothing to read."""
    try:
        file = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN:
        rescued = _rescued(data)
        if not rescued:
            findings.fail(None, "The file is no readable docx or xlsx.", "Open it in its program and save it again.")
            return None
        findings.warn(None, "The file is damaged or cut off; what is still there was read.", "Get a whole copy.")
        return Archive(findings, None, rescued)
    if len(file.infolist()) > MOST_MEMBERS:
        what = f"The file has {len(file.infolist()):,} parts; more than {MOST_MEMBERS:,} are not read."
        findings.fail(None, what, "Save it again from the program it came from.")
        return None
    return Archive(findings, file, {})


def _rescued(data: bytes) -> dict[str, bytes]:
    """The members whose own heads are still there, where the list at the end of the archive is not."""
    found: dict[str, bytes] = {}
    at = data.find(_HEAD)
    total = 0
    for _ in range(MOST_MEMBERS):
        if at < 0 or total > LARGEST_MEMBER:
            break
        name, content = _member_at(data[at : at + 20_000_000], 0)
        if name and content:
            found.setdefault(name, content)
            total += len(content)
        at = data.find(_HEAD, at + 4)
    return found


def _member_at(data: bytes, at: int) -> tuple[str, bytes]:
    """Name and content of the member whose head stands at a place; as much of it as can be unpacked."""
    if len(data) < at + 30 or data[at : at + 4] != _HEAD:
        return "", b""
    flags, method, packed, names, extra = struct.unpack_from("<6xHH8xL4xHH", data, at)
    start = at + 30 + names + extra
    name = data[at + 30 : at + 30 + names].decode("utf-8", "replace")
    body = data[start : start + packed] if packed and packed < len(data) else data[start:]
    if flags & 1 or method not in _PLAIN:
        return "", b""
    if method == zipfile.ZIP_STORED:
        return name, body[:LARGEST_MEMBER]
    return name, _inflated(body)


def _inflated(body: bytes) -> bytes:
    """What can be unpacked, in small steps so that the part before a break is kept, and never as a bomb."""
    unpack = zlib.decompressobj(-15)
    kept, size = list[bytes](), 0
    most = min(LARGEST_MEMBER, max(_SMALL, len(body) * STEEPEST))
    for at in range(0, len(body), 256):
        try:
            piece = unpack.decompress(body[at : at + 256], max(most - size, 1))
        except zlib.error:
            break
        kept.append(piece)
        size += len(piece)
        if unpack.eof or size >= most:
            break
    return b"".join(kept)
