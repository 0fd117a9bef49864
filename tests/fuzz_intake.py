"""Can any damage to a transcript or a document make reading it fail?

`python -m tests.fuzz_intake --cases 20000 --seed 1` spoils files of every format by flipped bits, cuts, splices,
repeats, foreign tags, huge numbers and wrong encodings, reads each as a talk and as a document, and asks that nothing
is raised, that reading ends, that what comes back is sound, and that nothing readable is always said.
"""

from __future__ import annotations

import io
import json
import math
import random
import re
import signal
import sys
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests import test_intake_documents as documents
from tests import test_intake_transcripts as transcripts
from tests.fuzz_read import search
from upperhand.errors import Problem
from upperhand.intake.documents import read_document
from upperhand.intake.kinds import kind_of
from upperhand.intake.transcripts import read_talks
from upperhand.model.document import Document
from upperhand.model.talk import Talk

MOST_SECONDS = 10
NASTY = (
    "\0", "\ufeff", "\u2028", "\x85", "\x1b", "\x0b", "e\u0301", "💶", "\u202e", '"', "'", "<", ">", "&",
    "&#xD800;", "&#0;", "&amp;", "<v ", "<v>", "</v>", "-->", "00:00:01.000 --> ", "99999999:99", "1e999",
    "-1", "NaN", "Infinity", "9" * 400, "null", "true", "{", "}", "[", "]", ",", ":", "：", "\\", '\\ud83d',
    "\\u0000", "[" * 300, '{"a":' * 300, "<div>" * 300, "> ", ">>> ", "\n", "\n\n", "\r", "\t", " " * 300,
    "-- \n", "On Mon, Bob wrote:\n", "From: x\nTo: y\n", "Name: ", "WEBVTT\n\n", "NOTE\n", "STYLE\n", "<!--",
    "<![CDATA[", "<!DOCTYPE x [<!ENTITY a 'b'>]>", "<script>", "<table><tr><td>", "<p hidden>", "```\n",
    "| a | b |\n", "# ", "--b\n", "boundary=", "Content-Transfer-Encoding: base64\n", "charset=utf-7",
    "=?utf-8?b?####?=", " 0 R", "endobj", "stream\n", "/Kids [2 0 R]", "<< /Length 99999999 >>", "(((((",
    "<eos>", "YOU: ",
)  # fmt: skip
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "shift_jis", "utf-7", "utf-8-sig", "cp037")
_TOKEN = re.compile(rb"\d+|\w+|[^\w\s]")


@cache
def samples() -> tuple[tuple[str, bytes], ...]:
    """A whole file of every format, by name."""
    talks = [(form.file, form.write(transcripts.TALK).encode("utf-8")) for form in transcripts.FORMATS]
    deal = b"<dialogue> YOU: i want hats <eos> THEM: ok <eos> YOU: <selection> </dialogue>\n" * 3
    message = documents.mail(documents.MAIL)
    message.add_alternative("<p>Dear <b>Dana</b></p><blockquote>quoted</blockquote>", subtype="html")
    attached = ((documents.docx(documents.paragraph("Words.")), "a.docx"), (b"a,b\n1,2\n", "b.csv"), (b"text", "c.txt"))
    for data, name in attached:
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    message.add_attachment(documents.mail("inner"))
    return (
        *talks, ("a.txt", deal), ("a.eml", message.as_bytes()), ("a.eml", documents.mail(documents.MAIL).as_bytes()),
        ("a.pdf", documents.pdf("One page.\nTwo lines.", "Another page.", compress=False)),
        *((form.file, form.write()) for form in documents.FORMATS),
    )  # fmt: skip


def spoilt(data: bytes, rng: random.Random) -> bytes:
    """One damaged file."""
    if data.startswith(b"PK\x03\x04") and rng.random() < 0.6:
        return _spoilt_zip(data, rng)
    if rng.random() < 0.06:
        return data.decode("utf-8", "replace").encode(rng.choice(ENCODINGS), "replace")
    for _ in range(rng.choice((1, 1, 2, 3, 8, 30))):
        data = rng.choice((_bits, _cut, _splice, _repeat, _insert, _token, _insert, _lines))(data, rng)
    return data[:3_000_000]


def _spoilt_zip(data: bytes, rng: random.Random) -> bytes:
    """The archive with one of its parts damaged, dropped or swapped."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(list(parts))
    match rng.randrange(4):
        case 0:
            del parts[name]
        case 1:
            parts[name] = parts[rng.choice(list(parts))]
        case _:
            parts[name] = spoilt(parts[name], rng)
    return documents.zipped(parts)


def _bits(data: bytes, rng: random.Random) -> bytes:
    new = bytearray(data)
    for _ in range(rng.choice((1, 1, 4, 40)) if new else 0):
        new[rng.randrange(len(new))] ^= 1 << rng.randrange(8)
    return bytes(new)


def _cut(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return rng.choice((data[:at], data[at:], data[:at] + data[at + rng.randint(1, 60) :]))


def _splice(data: bytes, rng: random.Random) -> bytes:
    other = rng.choice(samples())[1]
    start, at = rng.randrange(len(other) + 1), rng.randrange(len(data) + 1)
    return data[:at] + other[start : start + rng.randint(1, 400)] + data[at:]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    start = rng.randrange(len(data) + 1)
    piece = data[start : start + rng.choice((1, 2, 5, 30, 300))]
    # few are long, or a short run would take long too
    times = 30_000 if rng.random() < 0.06 and len(piece) < 31 else rng.choice((2, 10, 300))
    return data[:start] + piece * times + data[start + len(piece) :]


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + rng.choice(NASTY).encode("utf-8", "replace") * rng.choice((1, 1, 1, 1, 3, 200)) + data[at:]


def _token(data: bytes, rng: random.Random) -> bytes:
    """Put something else in the place of a number, a word or a mark."""
    tokens = list(_TOKEN.finditer(data[:200_000]))
    if not tokens:
        return data
    one, other = rng.choice(tokens), rng.choice(tokens)
    new = rng.choice((other[0], b"", one[0] * 2, b"-" + one[0], b"9" * rng.choice((5, 20, 5000)), b"0", b"1e308",
                      rng.choice(NASTY).encode("utf-8", "replace")))  # fmt: skip
    return data[: one.start()] + new + data[one.end() :]


def _lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.split(b"\n")
    at, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(4):
        case 0:
            del lines[at]
        case 1:
            lines.insert(at, lines[other])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case _:
            lines[at] = b"  " + lines[at]
    return b"\n".join(lines)


def complaint_about(data: bytes, file: str) -> str | None:
    """What is wrong with how a damaged file was read; ``None``: nothing."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / file
        path.write_bytes(data)
        kind_of(path)
        talks, heard = read_talks(path)
        document, seen = read_document(path)
        if path.read_bytes() != data or len(list(Path(name).iterdir())) != 1:
            return "reading wrote into the folder"
    if not talks and not any(p.severity == "error" for p in heard):
        return "no talk, and no error"
    if not document.passages and not any(p.severity == "error" for p in seen):
        return "no passage, and no error"
    faults = [_unclear(problem, file) for problem in (*heard, *seen)]
    return next((f for f in (*faults, *map(_unsound_talk, talks), _unsound(document)) if f), None)


def _unclear(problem: Problem, file: str) -> str | None:
    told = f"{problem.what} {problem.fix}"
    if not problem.what or not problem.fix or "\n" in told or len(told) > 700 or not told.isprintable():
        return f"a complaint nobody can act on: {problem!r}"
    if re.search(r"pypdf|expat|Traceback|codec|Error\b", told) or not problem.file.startswith(file):
        return f"a complaint in the program's own words, or about another file: {problem!r}"
    return f"a line that is not there: {problem!r}" if problem.line is not None and problem.line < 1 else None


def _unsound_talk(talk: Talk) -> str | None:
    if not talk.turns or talk.speakers != tuple(dict.fromkeys(turn.speaker for turn in talk.turns)):
        return "a talk without turns, or with other speakers than those who speak"
    json.dumps(talk.to_dict(), allow_nan=False, ensure_ascii=False).encode("utf-8")
    for turn in talk.turns:
        times = [time for time in (turn.start, turn.end) if time is not None]
        if not turn.speaker.strip() or not all(isinstance(time, float) and math.isfinite(time) for time in times):
            return f"a turn without a speaker, or at no time: {turn!r}"
        if len(times) == 2 and times[1] < times[0]:
            return f"a turn that ends before it starts: {turn!r}"
        if not unicodedata.is_normalized("NFC", turn.text) or turn.text != turn.text.strip():
            return f"a text that is not as it should be: {turn!r}"
        if turn.line is not None and turn.line < 1:
            return f"a line that is not there: {turn!r}"
    return None


def _unsound(document: Document) -> str | None:
    json.dumps(document.to_dict(), allow_nan=False, ensure_ascii=False).encode("utf-8")
    if not unicodedata.is_normalized("NFC", document.text) or "\r" in document.text:
        return "a text that is not normal"
    at, line = 0, 1
    for passage in document.passages:
        if not at <= passage.start < passage.end <= len(document.text):
            return f"passages out of order: {passage!r}"
        line += document.text.count("\n", at, passage.start)
        if passage.line != line or not document.text[passage.start : passage.end].strip():
            return f"a passage on another line, or of nothing: {passage!r}"
        line += document.text.count("\n", passage.start, passage.end)
        at = passage.end
    return None


@contextmanager
def time_limit() -> Iterator[None]:
    """Reading that does not come to an end is a failure too. Only computing counts: a busy computer is no failure."""

    def too_long(number: int, frame: object) -> None:
        raise TimeoutError("reading does not come to an end")

    if sys.platform == "win32":
        yield
        return
    signal.signal(signal.SIGPROF, too_long)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def case(number: int, seed: int) -> tuple[str, bytes]:
    """The damaged file of that number."""
    rng = random.Random(f"{seed}:{number}")
    file, data = rng.choice(samples())
    # a file may also have another one's ending
    if rng.random() < 0.05:
        file = rng.choice(samples())[0]
    return file, spoilt(data, rng)


def run(first: int, count: int, seed: int) -> tuple[Counter[str], list[str]]:
    """Read ``count`` damaged files; how many were read, and every failure with the number that repeats it."""
    tally: Counter[str] = Counter()
    failures: list[str] = []
    for number in range(first, first + count):
        file, data = case(number, seed)
        try:
            with time_limit():
                complaint = complaint_about(data, file)
        except Exception as error:  # noqa: BLE001 (that nothing is raised is what is tested)
            complaint = f"{type(error).__name__}: {error}"
        tally["failed" if complaint else "read"] += 1
        if complaint:
            failures.append(f"case {number} ({file}, {len(data)} bytes): {complaint[:600]}")
    return tally, failures


def main(arguments: list[str]) -> int:
    """Run the number of cases asked for on every core; 0 where none failed."""
    return search(run, arguments, "python -m tests.fuzz_intake", "damaged files")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
