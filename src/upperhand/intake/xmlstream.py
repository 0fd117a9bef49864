"""What does an XML part say, piece by piece, without trusting it?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol
from xml.parsers import expat

from upperhand.intake.findings import Findings

_DEEPEST = 1_000
_MOST = 3_000_000
_STEP = 1 << 16


class Listener(Protocol):
    """Hears of every start, end and text of an element; names come without their namespace."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def text(self, words: str) -> None:
        """Words within the innermost element."""


class _RefusedError(Exception):
    """The XML does what no document needs."""


def listen(data: bytes, listener: Listener, findings: Findings, part: str, enough: Callable[[], bool]) -> None:
    """Tell the listener what the XML holds, up to the first damage, which is reported with its place.

    Document types and entities are refused, and so is nesting beyond any document's. ``enough``: stop here.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    depth = count = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if count > _MOST:
            raise _RefusedError(f"has over {_MOST:,} elements")
        if depth > _DEEPEST:
            raise _RefusedError(f"is nested over {_DEEPEST:,} deep")
        listener.start(_bare(name), {_bare(key): value for key, value in attributes.items()})

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1
        listener.end(_bare(name))

    def refuse(*_: object) -> None:
        raise _RefusedError("declares a document type or entities")

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = listener.text
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    try:
        for at in range(0, len(data), _STEP):
            if enough():
                return
            parser.Parse(data[at : at + _STEP], False)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        what = f"The part '{part}' is damaged (line {error.lineno}); what stands before was read."
        findings.warn(None, what, "Open the file in its program and save it again.")
    except (ValueError, LookupError) as error:
        findings.warn(None, f"The part '{part}' cannot be decoded ({error}).", "Save the file again.")
    except _RefusedError as error:
        findings.fail(None, f"The part '{part}' {error}; the rest is not read.", "Save it again from its program.")


def _bare(name: str) -> str:
    return name.rpartition(":")[2]
