"""Which paragraphs does a web page show to whoever reads it?"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from datetime import date

from upperhand.intake.findings import Findings
from upperhand.intake.paper import Kept, Paper, Span
from upperhand.intake.quoting import owners
from upperhand.intake.source import normal
from upperhand.model.day import day_meant
from upperhand.model.document import Part

_DEEPEST = 5_000
_MOST_TAGS = 300_000
# each attempt ends at the next '<' at the latest, so that damaged pages take linear time; the standard library's
# parser looks through the whole rest of the page for every tag that is never closed
_TAG = re.compile(
    r"""<(/?)([A-Za-z][A-Za-z0-9:-]{0,40})((?:[^<>"']|"[^"<]*"|'[^'<]*')*+)>|<(/?)([A-Za-z]\w{0,40})([^<>]*)>"""
)
_ATTRIBUTE = re.compile(r"""([A-Za-z-]{1,40})(?:\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
_RAW = frozenset("script style noscript template textarea svg math iframe object select".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_IMPLIED = frozenset("p li td th tr dd dt option thead tbody tfoot".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 head header hr html legend li main nav ol p pre section summary table tbody td "
    "tfoot th thead title tr ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 title".split())


@dataclass(frozen=True)
class Block:
    """One paragraph, heading or table row, how deeply it is quoted, and the line of the page where it starts."""

    text: str
    part: Part
    depth: int
    line: int


@dataclass
class Page:
    """What a page says, and who says so where it tells."""

    blocks: list[Block] = field(default_factory=list)
    author: str | None = None
    when: date | None = None


def put_page(text: str, paper: Paper, findings: Findings, kept: Kept) -> None:
    """Put a page on paper, each block on its line of the file where lines allow."""
    page = page_of(text, findings)
    owner = Kept(page.author or kept.author, page.when or kept.when, kept.name)
    base = 0 if paper.size == 0 else paper.line
    whose = owners([block.text.replace("\n", " ") for block in page.blocks], top=False)
    for block, told in zip(page.blocks, whose, strict=True):
        paper.down_to(base + block.line)
        part: Part = "quoted" if block.depth or told.quoted else block.part
        spans = [Span(0, len(block.text), part, told.author, told.when)]
        paper.put_block(block.text, spans, owner)


def as_mail(page: Page) -> str:
    """A page as the plain text of a mail: quoted blocks behind `> `."""
    told = []
    for block in page.blocks:
        mark = "> " * block.depth
        told.append("\n".join(mark + line for line in block.text.split("\n")))
    return "\n\n".join(told)


def page_of(text: str, findings: Findings) -> Page:
    """The blocks of a page in order."""
    reader = _Reader(findings)
    at, tags = 0, 0
    while at < len(text):
        begin = text.find("<", at)
        if begin < 0 or reader.full:
            break
        tags += 1
        if tags > _MOST_TAGS:
            what = f"The page has over {_MOST_TAGS:,} tags; what follows is left out."
            findings.warn(reader.line_at(text, begin), what, "Save only the part that matters.")
            at = len(text)
            break
        reader.words(text, at, begin)
        at = _next(text, begin, reader)
    if not reader.full and at < len(text):
        reader.words(text, at, len(text))
    reader.close(text)
    return reader.page


def _next(text: str, begin: int, reader: _Reader) -> int:
    """Deal with what starts at a '<'; where to go on."""
    if text.startswith("<!--", begin):
        return _after(text, "-->", begin + 4, reader, "comment")
    if text.startswith(("<!", "<?"), begin):
        return _after(text, ">", begin + 2, reader, "declaration")
    tag = _TAG.match(text, begin)
    if tag is None:
        reader.words(text, begin, begin + 1)
        return begin + 1
    closing, name, attributes = tag[1] or tag[4], (tag[2] or tag[5]).lower(), tag[3] or tag[6] or ""
    if not closing and name in _RAW and not attributes.rstrip().endswith("/"):
        end = re.compile(rf"</{name}\b", re.IGNORECASE).search(text, tag.end())
        if end is None:
            reader.unclosed(text, begin, name)
            return len(text)
        return _after(text, ">", end.end(), reader, name)
    if closing:
        reader.closes(name)
    else:
        reader.opens(name, _attributes(attributes) if attributes else {}, text, begin)
    return tag.end()


def _after(text: str, mark: str, start: int, reader: _Reader, what: str) -> int:
    end = text.find(mark, start)
    if end >= 0:
        return end + len(mark)
    reader.unclosed(text, start, what)
    return len(text)


def _attributes(text: str) -> dict[str, str]:
    return {m[1].lower(): html.unescape((m[2] or "").strip("\"'")) for m in _ATTRIBUTE.finditer(text[:4_000])}


@dataclass
class _Reader:
    """Builds blocks while the tags go by."""

    findings: Findings
    page: Page = field(default_factory=Page)
    held: list[str] = field(default_factory=list)
    line: int | None = None
    cells: list[list[str]] | None = None
    row_line: int = 1
    part: Part = "body"
    quoted: int = 0
    exact: int = 0
    hidden: tuple[str, int] | None = None
    hidden_line: int = 1
    depth: int = 0
    counted: int = 0
    lines: int = 1
    size: int = 0
    full: bool = False
    told_depth: bool = False

    def words(self, text: str, start: int, end: int) -> None:
        """Words that the page shows."""
        if self.hidden is not None or start == end:
            return
        words = html.unescape(text[start:end])
        if self.line is None and words.strip():
            lead = len(text[start:end]) - len(text[start:end].lstrip())
            self.line = self.line_at(text, start + lead)
        self.held.append(words if self.exact else " ".join(f"|{words}|".split())[1:-1])
        self.size += len(words)
        self.full = self.size > 3_000_000

    def line_at(self, text: str, at: int) -> int:
        """The line of a place, which never lies before the place asked for last."""
        if at > self.counted:
            self.lines += text.count("\n", self.counted, at)
            self.counted = at
        return self.lines

    def opens(self, name: str, attributes: dict[str, str], text: str, at: int) -> None:
        """A tag opens."""
        if name not in _VOID and name not in _IMPLIED:
            self._deeper(text, at)
        if self.hidden is not None:
            if name == self.hidden[0]:
                self.hidden = (name, self.hidden[1] + 1)
            return
        if name in _BLOCKS:
            self.flush()
        if name == "br":
            self.held.append("\n")
        elif name == "meta":
            self._meta(attributes)
        if _hides(attributes) and name not in _VOID:
            self.hidden, self.hidden_line = (name, 1), self.line_at(text, at)
        else:
            self._structure(name, text, at)

    def _structure(self, name: str, text: str, at: int) -> None:
        if name in _HEADINGS:
            self.part = "heading"
        elif name == "blockquote":
            self.quoted += 1
        elif name == "pre":
            self.exact += 1
        elif name in ("tr", "table"):
            self.end_row()
            self.cells, self.row_line = ([], self.line_at(text, at)) if name == "tr" else (None, 1)
        elif name in ("td", "th") and self.cells is not None:
            self.cells.append([])

    def closes(self, name: str) -> None:
        """A tag closes."""
        if name not in _VOID and name not in _IMPLIED:
            self.depth = max(0, self.depth - 1)
        if self.hidden is not None:
            if name == self.hidden[0]:
                self.hidden = (name, self.hidden[1] - 1) if self.hidden[1] > 1 else None
            return
        if name in _BLOCKS:
            self.flush()
        if name in _HEADINGS:
            self.part = "body"
        elif name == "blockquote":
            self.quoted = max(0, self.quoted - 1)
        elif name == "pre":
            self.exact = max(0, self.exact - 1)
        elif name in ("tr", "table"):
            self.end_row()

    def flush(self) -> None:
        """Put the words held so far down as a block, or into the table's cell."""
        text = "".join(self.held)
        if not self.exact:
            text = "\n".join(" ".join(line.split()) for line in text.split("\n"))
        text = normal(text).strip()
        held_line, self.held, self.line = self.line, [], None
        if not text:
            return
        if self.cells:
            self.cells[-1].append(" ".join(text.split()))
        else:
            self.page.blocks.append(Block(text, self.part, self.quoted, held_line or self.lines))

    def end_row(self) -> None:
        """Put a table's row down; one with a single cell is layout and becomes paragraphs."""
        self.flush()
        cells, self.cells = [" ".join(cell) for cell in self.cells or ()], None
        if sum(map(bool, cells)) > 1:
            self.page.blocks.append(Block(" | ".join(cells), "table", self.quoted, self.row_line))
        else:
            self.page.blocks += [Block(cell, "body", self.quoted, self.row_line) for cell in cells if cell]

    def unclosed(self, text: str, at: int, what: str) -> None:
        """Something goes on to the end of the page."""
        fix = "Save the page again; what follows is not shown by a browser either."
        self.findings.warn(self.line_at(text, at), f"A {what} is opened and never closed.", fix)

    def close(self, text: str) -> None:
        """The page ends."""
        if self.hidden is not None:
            what = f"What follows a hidden <{self.hidden[0]}> is left out, because it is never closed."
            self.findings.warn(self.hidden_line, what, "Save the page again.")
        self.end_row()

    def _deeper(self, text: str, at: int) -> None:
        self.depth += 1
        if self.depth > _DEEPEST and not self.told_depth:
            self.told_depth = True
            what = f"The page is nested over {_DEEPEST:,} deep here."
            self.findings.warn(self.line_at(text, at), what, "Its words were read, but check them against the page.")

    def _meta(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("name") or attributes.get("property") or "").lower()
        if name in ("author", "article:author", "dc.creator") and attributes.get("content", "").strip():
            self.page.author = normal(attributes["content"]).strip()
        elif name in ("date", "article:published_time", "dc.date"):
            self.page.when = day_meant(attributes.get("content", "")[:10])


def _hides(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or _HIDING.search(attributes.get("style", "")) is not None
