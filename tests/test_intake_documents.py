"""Does every document format give the same passages: words, lines, authors and parts?"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from email.message import EmailMessage
from pathlib import Path

import pytest

from upperhand.errors import Problem, WorldError
from upperhand.intake.documents import document_from_bytes, read_document
from upperhand.model.document import Document, Passage

TITLE = "Roof of 12 Mill Lane"
SENTENCES = (
    "The gutters leak onto the ground floor.",
    "We need it dry before the 14th: no later.",
    "Dach & Rinne kosten <zusammen> 1,500 €.",
    "屋根は金曜日までに直してください。",
    "السعر مهم: ليس أكثر من ألف",
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CORE = (
    '<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:creator>Mr. Ortiz</dc:creator>'
    "<dcterms:modified>2026-05-02T10:00:00Z</dcterms:modified></cp:coreProperties>"
)


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of some parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def paragraph(text: str, style: str = "") -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    middle = len(text) // 2
    runs = "".join(f'<w:r><w:t xml:space="preserve">{escaped(t)}</w:t></w:r>' for t in (text[:middle], text[middle:]))
    return f"<w:p>{look}{runs}</w:p>"


def docx(*body: str, **more: str | bytes) -> bytes:
    """A Word document; further parts by name, with `__` for the stroke."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{"".join(body)}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document,
                   **{name.replace("__", "/") + ".xml": part for name, part in more.items()}})  # fmt: skip


def xlsx(rows: list[list[str | int]]) -> bytes:
    """A workbook of one sheet: texts shared, one of them inline, numbers as numbers."""
    shared: list[str] = []
    told = []
    for number, row in enumerate(rows, 1):
        cells = []
        for index, cell in enumerate(row):
            place = f"{chr(65 + index)}{number}"
            if isinstance(cell, int):
                cells.append(f'<c r="{place}"><v>{cell}</v></c>')
            elif index == 1:
                cells.append(f'<c r="{place}" t="inlineStr"><is><t>{escaped(cell)}</t></is></c>')
            elif cell:
                cells.append(f'<c r="{place}" t="s"><v>{len(shared)}</v></c>')
                shared.append(f"<si><t>{escaped(cell)}</t></si>")
        told.append(f'<row r="{number}">{"".join(cells)}</row>')
    return zipped({
        "xl/workbook.xml": '<workbook><sheets><sheet name="Quotes"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{''.join(told)}</sheetData></worksheet>",
        "xl/sharedStrings.xml": f"<sst>{''.join(shared)}</sst>",
    })  # fmt: skip


def quote(sentence: str) -> list[str | int]:
    """A row that holds a sentence."""
    return [sentence, "x", 5]


def pdf(
    *pages: str, compress: bool = True, info: str = "/Author (Mr. Ortiz) /CreationDate (D:20260502100000Z)"
) -> bytes:
    """A PDF of text pages, Latin letters only, one line of text a line."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               f"<< {info} >>".encode()]  # fmt: skip
    kids = []
    for page in pages:
        shown = page.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").split("\n")
        drawn = "BT /F1 11 Tf 14 TL 50 780 Td " + " ".join(f"({line}) Tj T*" for line in shown) + " ET"
        stream = drawn.encode("cp1252")
        packed = zlib.compress(stream) if compress else stream
        filters = "/Filter /FlateDecode " if compress else ""
        objects.append(f"<< {filters}/Length {len(packed)} >>\nstream\n".encode() + packed + b"\nendstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>".encode()
    out, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{tail}".encode()


def mail(text: str, **heads: str) -> EmailMessage:
    message = EmailMessage()
    told = {"From": "Mr. Ortiz <ortiz@house.example>", "To": "dana@roofs.example", "Subject": TITLE,
            "Date": "Sat, 02 May 2026 10:00:00 +0000", **heads}  # fmt: skip
    for name, value in told.items():
        message[name] = value
    message.set_content(text)
    return message


@dataclass(frozen=True)
class Format:
    """One format: how the title and the sentences are written in it, and what it tells."""

    name: str
    file: str
    write: Callable[[], bytes]
    sentences: tuple[str, ...] = SENTENCES
    own_lines: bool = False
    author: str | None = None
    when: date | None = None


PLAIN = "\n\n".join((TITLE, *SENTENCES)) + "\n"
MARKDOWN = f"# {TITLE}\n\n" + "\n".join(f"- {s}" for s in SENTENCES[:2]) + "\n\n" + "\n\n".join(SENTENCES[2:]) + "\n"
PAGE = (
    f"<!DOCTYPE html>\n<html><head><title>{TITLE}</title><style>p {{}}</style><script>if (a<b) leak()</script></head>\n"
    "<body><!-- no -->\n" + "\n".join(f"<p>{escaped(s)}</p>" for s in SENTENCES) + "\n</body></html>\n"
)
LATIN = SENTENCES[:3]
FORMATS = (
    Format("text", "a.txt", PLAIN.encode, own_lines=True),
    Format("text utf-16", "a.txt", lambda: PLAIN.encode("utf-16"), own_lines=True),
    Format("text dos", "a.txt", lambda: b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(), own_lines=True),
    Format("markdown", "a.md", MARKDOWN.encode, own_lines=True),
    Format("html", "a.html", PAGE.encode, own_lines=True),
    Format("html by content", "a.txt", PAGE.encode, own_lines=True),
    Format(
        "docx",
        "a.docx",
        lambda: docx(paragraph(TITLE, "Heading1"), *map(paragraph, SENTENCES), docProps__core=CORE),
        author="Mr. Ortiz",
        when=date(2026, 5, 2),
    ),
    Format("docx by content", "a.bin", lambda: docx(paragraph(TITLE, "Title"), *map(paragraph, SENTENCES))),
    Format(
        "pdf", "a.pdf", lambda: pdf("\n".join((TITLE + ".", *LATIN))), LATIN, author="Mr. Ortiz", when=date(2026, 5, 2)
    ),
    Format(
        "pdf plain",
        "a.pdf",
        lambda: pdf(TITLE, *LATIN, compress=False),
        LATIN,
        author="Mr. Ortiz",
        when=date(2026, 5, 2),
    ),
    Format("mail", "a.eml", lambda: mail("\n\n".join(SENTENCES)).as_bytes(), author="Mr. Ortiz", when=date(2026, 5, 2)),
    Format(
        "mail latin",
        "a.eml",
        lambda: mail("\n\n".join(SENTENCES[:2])).as_bytes(),
        SENTENCES[:2],
        True,
        "Mr. Ortiz",
        date(2026, 5, 2),
    ),
    Format("csv", "a.csv", lambda: (TITLE + ",More\n" + "".join(f'"{s}",x\n' for s in SENTENCES)).encode()),
    Format("xlsx", "a.xlsx", lambda: xlsx([[TITLE, "More"], *map(quote, SENTENCES)])),
)
each_format = pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])


def read(data: bytes, name: str) -> tuple[Document, tuple[Problem, ...]]:
    document, problems = document_from_bytes(data, name)
    whole(document)
    return document, problems


def whole(document: Document) -> None:
    """Passages are in order, disjoint, on their lines, and hold every letter of the text that is not markup."""
    at, line, outside = 0, 1, list[str]()
    for passage in document.passages:
        assert at <= passage.start < passage.end <= len(document.text)
        line += document.text.count("\n", at, passage.start)
        assert passage.line == line
        assert document.words(passage) == document.words(passage).strip()
        outside.append(document.text[at : passage.start])
        line += document.text.count("\n", passage.start, passage.end)
        at = passage.end
    left = "".join(outside) + document.text[at:]
    assert not document.passages or not any(c.isalpha() for c in left.replace("```", "")), left


def passage_with(document: Document, words: str) -> Passage:
    return next(p for p in document.passages if words in document.words(p))


@each_format
def test_every_format_gives_the_same_sentences(form: Format, tmp_path: Path) -> None:
    path = tmp_path / form.file
    path.write_bytes(form.write())
    document, problems = read_document(path)
    whole(document)
    assert problems == () and document.source == form.file
    for sentence in form.sentences:
        passage = passage_with(document, sentence)
        assert (passage.author, passage.when) == (form.author, form.when)
        assert passage.part == ("table" if form.file in ("a.csv", "a.xlsx") else "body") and passage.name is None
        if form.own_lines:
            raw = form.write()
            text = raw.decode("utf-16") if raw.startswith(b"\xff\xfe") else raw.decode("utf-8-sig")
            line = text.replace("\r\n", "\n").split("\n")[passage.line - 1]
            assert sentence in line or escaped(sentence) in line
    assert document == document_from_bytes(form.write(), form.file)[0]
    assert document.to_dict()["passages"][0]["line"] >= 1


@each_format
def test_headings_are_told_from_words(form: Format) -> None:
    document, _ = read(form.write(), form.file)
    if form.name not in ("text", "text utf-16", "text dos", "pdf", "pdf plain"):
        assert passage_with(document, TITLE).part == "heading"


@each_format
def test_a_file_cut_anywhere_gives_what_is_left_or_says_so(form: Format) -> None:
    data = form.write()
    for cut in range(0, len(data), max(1, len(data) // 60)):
        document, problems = read(data[:cut], form.file)
        assert document.passages or any(p.severity == "error" for p in problems)
        assert all(p.what and p.fix and p.file == form.file and "\n" not in p.what for p in problems)
        if form.file[-4:] in ("docx", "xlsx") and cut:
            assert problems


def test_a_cut_word_file_still_gives_its_first_paragraphs() -> None:
    data = docx(*(paragraph(f"Paragraph {i} says that {i * 7919 % 1009} tiles are loose.") for i in range(400)))
    document, problems = read(data[: len(data) // 2], "a.docx")
    assert len(document.passages) > 50 and "Paragraph 0" in document.text
    assert all(p.severity == "warning" for p in problems) and len(problems) == 2
    assert "word/document.xml" in problems[1].what


MAIL = """Dear Dana,

we need it dry before the 14th.

On Fri, 1 May 2026 at 10:12 AM, Dana Smith <dana@roofs.example> wrote:
> I could come in two weeks.
> Is that fine?
>
> On Thu, 30 Apr 2026 Mr. Ortiz wrote:
>> The gutters leak.

That is too late.

--\x20
Mr. Ortiz
House 12
"""


def parts_of(document: Document) -> list[tuple[str, str | None, str]]:
    return [(p.part, p.author, document.words(p).split("\n")[0]) for p in document.passages]


def test_quoted_replies_are_told_from_own_words() -> None:
    document, problems = read(mail(MAIL).as_bytes(), "a.eml")
    assert problems == ()
    assert parts_of(document) == [
        ("heading", "Mr. Ortiz", TITLE), ("body", "Mr. Ortiz", "Dear Dana,"),
        ("body", "Mr. Ortiz", "we need it dry before the 14th."),
        ("quoted", "Dana Smith", "On Fri, 1 May 2026 at 10:12 AM, Dana Smith <dana@roofs.example> wrote:"),
        ("quoted", "Dana Smith", "I could come in two weeks."),
        ("quoted", "Mr. Ortiz", "On Thu, 30 Apr 2026 Mr. Ortiz wrote:"), ("quoted", "Mr. Ortiz", "The gutters leak."),
        ("body", "Mr. Ortiz", "That is too late."), ("signature", "Mr. Ortiz", "-- "),
    ]  # fmt: skip
    days = [p.when for p in document.passages]
    assert days[4] == date(2026, 5, 1) and days[6] == date(2026, 4, 30) and days[7] == date(2026, 5, 2)


@pytest.mark.parametrize(
    ("head", "author"),
    [
        (
            "-----Original Message-----\nFrom: Dana Smith [mailto:d@r.example]\nSent: Friday, 1 May 2026\nTo: x\n",
            "Dana Smith",
        ),
        (
            "_______________________\nFrom: Dana Smith <d@r.example>\nSent: Friday, May 1, 2026 10:12 AM\nTo: x\n",
            "Dana Smith",
        ),
        ("Von: Dana Smith\nGesendet: Freitag, 1. Mai 2026 10:12\nAn: x\nBetreff: y\n", "Dana Smith"),
        (
            "---------- Forwarded message ---------\nFrom: Dana Smith <d@r.example>\nDate: May 1, 2026\nTo: <x@y>\n",
            "Dana Smith",
        ),
        ("Am 01.05.2026 um 10:12 schrieb Dana Smith:", "Dana Smith"),
        ("Le 1 mai 2026 à 10:12, Dana Smith <d@r.example> a écrit :", "Dana Smith"),
        ("On Friday, 1 May 2026, Dana Smith\n<d@r.example> wrote:", "Dana Smith"),
        ("On 2026-05-01 10:12, d@r.example wrote:", "d@r.example"),
    ],
)
def test_what_stands_below_a_letters_head_is_that_letter(head: str, author: str) -> None:
    document, _ = read(mail(f"Too late.\n\n{head}\n\nI come in two weeks.\n\nIs it fine?\n").as_bytes(), "a.eml")
    told = [
        (p.part, p.author) for p in document.passages if document.words(p) in ("I come in two weeks.", "Is it fine?")
    ]
    assert told == [("quoted", author)] * 2
    own = passage_with(document, "Too late.")
    assert (own.part, own.author) == ("body", "Mr. Ortiz")


def test_a_letter_saved_as_text_keeps_its_author() -> None:
    text = (
        "From: Mr. Ortiz\nSent: 2 May 2026\nTo: Dana\n\nWe need it dry.\n\nFrom: Dana\nSent: 1 May 2026\n\nTwo weeks.\n"
    )
    document, problems = read(text.encode(), "a.md")
    assert problems == ()
    assert parts_of(document)[1:] == [
        ("body", "Mr. Ortiz", "We need it dry."),
        ("quoted", "Dana", "From: Dana"),
        ("quoted", "Dana", "Two weeks."),
    ]


def test_quotes_in_a_mail_that_is_a_page() -> None:
    message = mail("x")
    page = (
        "<div>Too late.<br>Really.</div><div class=gmail_quote>On Fri, 1 May 2026, Dana Smith wrote:"
        "<blockquote><p>I come in two weeks.</p></blockquote></div><p>Bye</p>"
    )
    message.set_content(page, subtype="html")
    document, problems = read(message.as_bytes(), "a.eml")
    assert problems == ()
    assert parts_of(document)[1:] == [
        ("body", "Mr. Ortiz", "Too late."), ("quoted", "Dana Smith", "On Fri, 1 May 2026, Dana Smith wrote:"),
        ("quoted", "Dana Smith", "I come in two weeks."), ("body", "Mr. Ortiz", "Bye"),
    ]  # fmt: skip


def test_of_two_forms_of_a_mail_the_plain_one_is_read() -> None:
    message = mail("We need it dry.")
    message.add_alternative("<p>We need it <b>dry</b>.</p>", subtype="html")
    document, _ = read(message.as_bytes(), "a.eml")
    assert document.text.count("dry") == 1
    bare = mail("")
    bare.add_alternative("<p>We need it <b>dry</b>.</p>", subtype="html")
    assert "We need it dry." in read(bare.as_bytes(), "a.eml")[0].text


def test_attachments_are_read_under_their_names() -> None:
    message = mail("See below.")
    inner = mail("The inner mail.", Subject="Inner", From="Dana <d@r.example>")
    for data, name in (
        (docx(paragraph("From the report."), docProps__core=CORE), "report.docx"),
        (pdf("From the sheet."), "sheet.pdf"),
        (b"item,price\nseal,60\n", "r\u00e9.csv"),
        (b"\x89PNG", "roof.png"),
        (b"", "none.txt"),
        (docx()[:40], "bad.docx"),
    ):
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    message.add_attachment(inner)
    document, problems = read(message.as_bytes(), "a.eml")
    told = {p.name: (p.part, p.author, document.words(p)) for p in document.passages if p.name}
    assert told == {
        "report.docx": ("attachment", "Mr. Ortiz", "From the report."),
        "sheet.pdf": ("attachment", "Mr. Ortiz", "From the sheet."),
        "ré.csv": ("attachment", None, "item: seal; price: 60"),
        "attachment.eml": ("attachment", "Dana", "The inner mail."),
    }
    assert [(p.file, p.severity) for p in problems] == [
        ("a.eml", "warning"), ("a.eml/roof.png", "warning"), ("a.eml/bad.docx", "warning"),
    ] or {p.file for p in problems} == {"a.eml", "a.eml/roof.png", "a.eml/bad.docx"}  # fmt: skip


@pytest.mark.parametrize(
    ("sender", "author"),
    [
        ("H. Grunwald", "H. Grunwald"),
        ('"Ortiz, Ana" <a@x.example>', "Ortiz, Ana"), ("Ortiz, Ana <a@x.example>", "Ortiz, Ana"),
        ("a@x.example", "a@x.example"), ("<a@x.example>", "a@x.example"), ("a@x.example (Ana)", "Ana"),
    ],
)  # fmt: skip
def test_senders_are_named_as_the_mail_names_them(sender: str, author: str) -> None:
    document, _ = read(f"From: {sender}\nTo: x\nSubject: y\n\nWords.\n".encode(), "a.eml")
    assert {p.author for p in document.passages} == {author}


def test_heads_in_other_letters() -> None:
    data = (
        b"From: =?utf-8?b?0JjQstCw0L0=?= <i@x.example>\nSubject: =?iso-8859-1?q?D=E4cher?=\nDate: 1 May 2026\n"
        b'Content-Type: text/plain; charset="windows-1251"\nContent-Transfer-Encoding: 8bit\n\n'
    ) + "Крыша течёт.\n".encode("cp1251")
    document, problems = read(data, "a.eml")
    assert problems == () and parts_of(document) == [("heading", "Иван", "Dächer"), ("body", "Иван", "Крыша течёт.")]
    assert document.passages[1].when == date(2026, 5, 1)


def test_markdown_is_told_apart() -> None:
    text = (
        "Title\n=====\n\n* one\n* two\n  goes on\n\n2) three\n\n| want | why |\n|:--|--:|\n| dry | rain |\n\n"
        "> said by them\n> and more\n\n```\ncode - here\n\n# no heading\n```\nLast.\n"
    )
    document, _ = read(text.encode(), "a.md")
    assert [(p.part, document.words(p)) for p in document.passages] == [
        ("heading", "Title"), ("body", "one"), ("body", "two\n  goes on"), ("body", "three"), ("table", "want | why"),
        ("table", "dry | rain"), ("quoted", "said by them\n> and more"), ("body", "code - here\n\n# no heading"),
        ("body", "Last."),
    ]  # fmt: skip


def test_blank_lines_of_a_fence_are_no_passage() -> None:
    document, problems = read(b"One.\n```\n\n\n```\nTwo.\n```\n\n\n  code\n\n", "a.md")
    assert [document.words(p) for p in document.passages] == ["One.", "Two.", "code"] and problems == ()


def test_a_page_shows_what_a_reader_sees() -> None:
    text = (
        "<meta name='author' content='J. Roe'><h2>Terms</h2><div hidden><p>secret</p></div>"
        "<p style='display: none'>x</p>"
        "<ul><li>one<li>two</ul><table><tr><th>Item<th>Price<tr><td>Seal<td>60</table>"
        "<table><tr><td>Layout only</td></tr>"
        "</table><pre>a\n  b</pre>1 &lt; 2 &amp; 3 < 4<br>new <b>line</b><blockquote>They said</blockquote>"
    )
    document, problems = read(text.encode(), "a.html")
    assert problems == ()
    assert [(p.part, document.words(p)) for p in document.passages] == [
        ("heading", "Terms"), ("body", "one"), ("body", "two"), ("table", "Item | Price"), ("table", "Seal | 60"),
        ("body", "Layout only"), ("body", "a\n  b"), ("body", "1 < 2 & 3 < 4\nnew line"), ("quoted", "They said"),
    ]  # fmt: skip
    assert {p.author for p in document.passages} == {"J. Roe", None}


def test_a_page_in_its_own_encoding() -> None:
    data = '<html><meta charset="windows-1251"><p>Крыша течёт.</p>'.encode("cp1251")
    document, problems = read(data, "a.html")
    assert "Крыша течёт." in document.text and problems == ()


def test_word_tables_comments_and_deletions() -> None:
    cell = "<w:tc>{}</w:tc>".format
    table = f"<w:tbl><w:tr>{cell(paragraph('Seal'))}{cell(paragraph('60') + paragraph('EUR'))}</w:tr></w:tbl>"
    deleted = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>kept</w:t><w:tab/><w:t>x</w:t></w:r></w:p>"
    )
    comment = f'<w:comment w:author="Dana" w:date="2026-05-03T00:00:00Z">{paragraph("Too dear?")}</w:comment>'
    comments = f"<w:comments {W}>{comment}</w:comments>"
    data = docx(paragraph("Offer", "Heading2"), table, deleted, word__comments=comments, docProps__core=CORE)
    document, problems = read(data, "a.docx")
    assert problems == ()
    assert [(p.part, p.author, document.words(p)) for p in document.passages] == [
        ("heading", "Mr. Ortiz", "Offer"), ("table", "Mr. Ortiz", "Seal | 60 EUR"), ("body", "Mr. Ortiz", "kept\tx"),
        ("body", "Dana", "Too dear?"),
    ]  # fmt: skip
    assert document.passages[-1].when == date(2026, 5, 3)


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_rows_name_their_columns_and_keep_their_lines(mark: str) -> None:
    text = f'want{mark}says\n\ndry walls{mark}"stop the{mark}\nwater"\nlow price{mark}"so ""cheap"""{mark}left over\n'
    document, problems = read(text.encode(), "a.csv")
    assert problems == ()
    assert [(p.line, document.words(p)) for p in document.passages] == [
        (1, "want; says"), (3, f"want: dry walls; says: stop the{mark.strip()} water"),
        (5, 'want: low price; says: so "cheap"; left over'),
    ]  # fmt: skip


def test_sheets_have_their_names_where_there_are_several() -> None:
    sheet = "<worksheet><sheetData><row><c t='inlineStr'><is><t>{0}</t></is></c></row></sheetData></worksheet>".format
    names = '<workbook><sheets><sheet name="One"/><sheet name="Two"/></sheets></workbook>'
    data = zipped({"xl/workbook.xml": names, **{f"xl/worksheets/sheet{i}.xml": sheet(f"t{i}") for i in (1, 2)}})
    document, _ = read(data, "a.xlsx")
    assert document.text == "One\nt1\nTwo\nt2"


def test_a_scanned_pdf_says_so_and_a_bare_page_is_named() -> None:
    document, problems = read(pdf(""), "a.pdf")
    assert document.passages == () and "no text" in problems[0].what and problems[0].severity == "error"
    document, problems = read(pdf("Words here.", "", "More words."), "a.pdf")
    assert len(document.passages) == 2 and [p.what for p in problems] == ["There is no text on page 2."]


def test_a_locked_pdf_says_so() -> None:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf("Secret words.")))
    writer.encrypt("key", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    document, problems = read(out.getvalue(), "a.pdf")
    assert (
        document.passages == () and "password" in problems[0].what + problems[0].fix and problems[0].severity == "error"
    )


def test_only_so_many_pages_are_read() -> None:
    document, problems = read(pdf(*(f"Page {i}." for i in range(505))), "a.pdf")
    assert "Page 499." in document.text and "Page 500." not in document.text
    assert [p.severity for p in problems] == ["warning"] and "505 pages" in problems[0].what


def test_paragraphs_of_a_pdf_page() -> None:
    long = "This line runs to the right margin of the page and then goes on below"
    document, _ = read(pdf(f"{long}\nwhere it ends.\n{long}\nand ends too.\n- a point\n- another point"), "a.pdf")
    assert [document.words(p) for p in document.passages] == [
        f"{long}\nwhere it ends.", f"{long}\nand ends too.", "a point", "another point",
    ]  # fmt: skip


DOCTYPE = f'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><w:document {W}><w:p><w:t>&b;</w:t></w:p></w:document>'


def bomb(size: int, name: str = "word/document.xml") -> bytes:
    return zipped({name: b"<w:t>" + b" " * size})


@pytest.mark.parametrize(
    ("data", "name", "word"),
    [
        (b"", "a.txt", "empty"),
        (b"  \n", "a.md", "empty"),
        (b"", "a.pdf", "empty"),
        (b"", "a.docx", "empty"),
        (b"", "a.eml", "empty"),
        (b"%PDF-1.4\nrubbish", "a.pdf", "damaged"),
        (b"PK\x03\x04rubbish", "a.docx", "readable"),
        (b"rubbish", "a.xlsx", "readable"),
        (zipped({"a.txt": "x"}), "a.zip", "without a document"),
        (zipped({"word/x.xml": "x"}), "a.docx", "document part"),
        (zipped({"xl/x.xml": "x"}), "a.xlsx", "sheet"),
        (bomb(60_000_000), "a.docx", "60,000,005 bytes"),
        (bomb(10_000_000), "a.docx", "times"),
        (zipped({"word/document.xml": DOCTYPE}), "a.docx", "document type"),
        (zipped({f"word/{i}": "" for i in range(2001)}), "a.docx", "2,001 parts"),
        (docx("<w:p>" * 3000), "a.docx", "deep"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.docx", "old"),
        (b"{\\rtf1 hi}", "a.txt", "RTF"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 99, "a.txt", "picture"),
        (bytes(range(256)) * 20, "a.txt", "readable text"),
        (b"<html><script>x</script></html>", "a.html", "Nothing"),
        (b"Subject:\n\n", "a.eml", "no words"),
        (docx(), "a.docx", "Nothing"),
    ],
)
def test_nothing_readable_is_an_error_never_silence(data: bytes, name: str, word: str) -> None:
    document, problems = read(data, name)
    assert document.passages == ()
    assert any(p.severity == "error" for p in problems) and word in " ".join(p.what for p in problems)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    document, problems = read_document(path)
    assert document.passages == () and "200,000,000 bytes" in problems[0].what and problems[0].severity == "error"


def test_a_deeply_nested_page_is_read_all_the_same() -> None:
    document, problems = read(b"<div>" * 100_000 + b"deep words" + b"</div>" * 100_000, "a.html")
    assert document.text.strip() == "deep words"
    assert [p.severity for p in problems] == ["warning"] and "5,000 deep" in problems[0].what


@pytest.mark.parametrize(
    "piece",
    [
        "<a b='",
        '<p "',
        "<!--",
        "<![CDATA[",
        "<",
        "</",
        "&",
        "<script>",
        "<table><tr><td>",
        "<p hidden>",
        "> ",
        "- ",
        "On Mon x wrote:\n",
        "|-",
        "From: a\n",
        "a:",
        '"',
        ',"',
    ],
)
@pytest.mark.parametrize("name", ["a.html", "a.md", "a.csv", "a.eml"])
def test_repeated_markup_takes_no_long_time(piece: str, name: str) -> None:
    document, problems = read((piece * 60_000).encode(), name)
    assert document.passages or any(p.severity == "error" for p in problems)


def test_only_so_much_text_is_kept() -> None:
    document, problems = read(b"A line of words, and of more words still.\n\n" * 48_000, "a.txt")
    assert len(document.text) == 2_000_000 and [p.severity for p in problems] == ["warning"]
    assert problems[0].line is not None and problems[0].line > 80_000
    assert "100,000 lines" not in problems[0].what
    document, problems = read(b"Short.\n\n" * 150_000, "a.txt")
    assert document.text.count("\n") < 100_000 and "line 100,000" in problems[0].what
    rows = b"want,says\n" + b"dry walls,it must not rain in\n" * 90_000
    assert len(read(rows, "a.csv")[0].text) <= 2_000_000


def test_text_from_right_to_left_keeps_its_order() -> None:
    text = "\u202bالسعر مهم\u202c, he said: 'لا'.\n\nשלום, אנחנו צריכים קירות יבשים.\n"
    document, problems = read(text.encode(), "a.txt")
    assert problems == () and document.text == text and len(document.passages) == 2


def test_what_the_disk_refuses_is_raised(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path, Path("a\0b")):
        with pytest.raises(WorldError):
            read_document(path)
