"""Files that cannot be read: every one is refused with its name, the reason and what to do, and quickly."""

import contextlib
import struct
import zipfile
from io import BytesIO
from typing import Any

import pytest
from django.core.files.base import ContentFile

from editorial.importing import outline, reading, taking
from editorial.richtext import tree
from tests.archives import strangely_packed
from tests.degenerate import dearer
from tests.editorial.test_importing_formats import LONG
from tests.word import docx, p

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    + b"\x00" * 40
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 1000


def packed(**members: bytes) -> bytes:
    """A zip archive."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), value)
    return made.getvalue()


def encrypted(data: bytes) -> bytes:
    """The archive with the flag of encryption on every member, as a program that knows passwords writes it."""
    found = bytearray(data)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = found.find(signature)
        while place >= 0:
            flags = struct.unpack_from("<H", found, place + offset)[0]
            struct.pack_into("<H", found, place + offset, flags | 1)
            place = found.find(signature, place + 4)
    return bytes(found)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><w:document '
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p>'
    "</w:body></w:document>"
)
OUTSIDE = ENTITIES.replace('<!ENTITY a "ha">', '<!ENTITY a SYSTEM "file:///etc/hostname">')
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DEEP = f"<w:document {W}><w:body>{'<w:tbl>' * 500}{'</w:tbl>' * 500}</w:body></w:document>"
MANY = f"<w:document {W}><w:body>{'<w:p/>' * 80_000}</w:body></w:document>"
BOMB = f"<w:document {W}><w:body>{' ' * (taking.MOST_UNPACKED // 4)}</w:body></w:document>"

BAD = {
    "empty.docx": (b"", "is empty"),
    "pdf.docx": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "is a PDF"),
    "old.doc": (OLE, "older Office format"),
    "old.docx": (OLE, "older Office format"),
    "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 100, "protected by a password"),
    "locked-zip.docx": (encrypted(docx(p("x"))), "protected by a password"),
    "picture.docx": (PNG, "is a picture"),
    "picture.txt": (PNG, "is a picture"),
    "rich.rtf": (b"{\\rtf1\\ansi text}", "is an RTF file"),
    "sheet.xlsx": (packed(xl__workbook_xml=b"<x/>"), "is not a text of Word"),
    "text.odt": (packed(mimetype=b"application/vnd.oasis.opendocument.text"), "is not a text of Word"),
    "many.zip": (packed(a_txt=b"text"), "is a package of files"),
    "strange.docx": (strangely_packed(docx(p("x"))), "is damaged"),
    "cut.docx": (docx(p("x"))[:-60], "is damaged"),
    "no-xml.docx": (docx(p("x"), parts={"word/document.xml": b"<w:document"}), "is damaged"),
    "not-word.docx": (docx(parts={"word/document.xml": b"<other/>"}), "is damaged"),
    "entities.docx": (docx(parts={"word/document.xml": ENTITIES.encode()}), "is damaged"),
    "utf16-entities.docx": (
        docx(parts={"word/document.xml": ENTITIES.replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")}),
        "is damaged",
    ),
    "outside.docx": (docx(parts={"word/document.xml": OUTSIDE.encode()}), "is damaged"),
    "styles.docx": (docx(p("x"), parts={"word/styles.xml": ENTITIES.encode()}), "is damaged"),
    "deep.docx": (docx(parts={"word/document.xml": DEEP.encode()}), "holds more than can be read"),
    "many.docx": (docx(parts={"word/document.xml": MANY.encode()}), "holds more than can be read"),
    "bomb.docx": (docx(parts={"word/document.xml": BOMB.encode()}), "unpacks to more than can be read"),
    "wordless.docx": (docx(p("")), "there is no text in it"),
    "frames.html": (
        b"<html><frameset cols='1,2'><frame src='a.html'><frame src='b.html'></frameset></html>", "only a frame",
    ),
    "wordless.html": (b"<html><body><img src='text.png'></body></html>", "there is no text in it"),
    "script.html": (b"<html><body><script>document.write('x')</script></body></html>", "there is no text in it"),
    "blank.txt": (b" \n\n \t", "holds no text that can be read"),
    "noise.txt": (bytes(range(256)) * 20, "holds no text that can be read"),
    "nul.txt": (b"text\x00\x00\x00\x00\x00 and text", "holds no text that can be read"),
    "cut16.txt": (b"\xff\xfea", "holds no text that can be read"),
    "large.txt": (b"a word " * (taking.MOST_TEXT_BYTES // 7 + 1), "at most"),
    "lines.txt": (b"a\tb\n" * 20_001, "holds more than can be read"),
    "elements.html": (b"<html>" + b"<i>x</i>" * 70_000, "holds more than can be read"),
}  # fmt: skip


def read(data: bytes, name: str) -> Any:
    """What becomes of it."""
    file: Any = ContentFile(data, name=name)
    return reading.read(file, language="en")


@pytest.mark.parametrize("name", BAD)
def test_it_is_refused_by_name_with_a_reason_and_advice(name: str) -> None:
    data, reason = BAD[name]
    with pytest.raises(taking.Refused) as refused:
        read(data, name)
    said = str(refused.value)
    assert said.startswith(f"“{name}” was not taken over: ")
    assert reason in said
    advice = (
        "Choose",
        "choose",
        "Divide",
        "divide",
        "Take",
        "Open",
        "Save",
        "Copy",
        "Unpack",
        "Ask",
        "have the text typed",
    )
    assert any(word in said for word in advice), said


def test_a_package_that_unpacks_to_too_much() -> None:
    many = {f"word__media__{n}_png": b"\x00" * (taking.MOST_UNPACKED // 10) for n in range(11)}
    with pytest.raises(taking.Refused, match="unpacks to more than can be read"):
        read(packed(word__document_xml=b"<x/>", **many), "bomb.docx")


def test_a_file_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "MOST_BYTES", 1000)
    with pytest.raises(taking.Refused, match="at most 1000"):
        read(docx(p("x"), parts={"word/media/a.png": bytes(range(256)) * 20}), "large.docx")


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("<div>", 5_000), ("<b><i><u>", 3_000), ("<table><tr><td>", 2_000), ("<ul><li>", 5_000), ("<p><b>", 10_000),
        ("<a href=x>", 10_000), ("<!--", 20_000), (f"<h1>{LONG}", 3_000), ("<br>", 20_000), ("<", 10_000),
        ("<blockquote>", 3_000), ("&lt;", 200_000), ("<dl><dt>a<dd>b", 3_000),
    ],
    ids=lambda value: str(value)[:12],
)  # fmt: skip
def test_strange_html_is_read_or_refused_and_costs_no_more_than_it_grows(unit: str, times: int) -> None:
    def read_or_refuse(html: str) -> None:
        with contextlib.suppress(taking.Refused):
            outline.outline_of(read(html.encode(), "strange.html"))

    read_or_refuse(f"<html>{unit * times}{LONG}")
    assert not dearer(read_or_refuse, lambda length, run: f"<html>{unit * (length // len(unit))}<p>{LONG}{run}", 1_500)


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("a ", 300_000), ("Heading\n\n", 20_000), ("• item\n", 50_000), ("x", 500_000), ("a\tb\n", 50_000),
        ("> ", 100_000), ("http://a", 60_000), ("a@", 100_000), ("date ", 100_000), ("Ã©", 800_000), ("a > ", 50_000),
        ("A" * 50 + ". ", 10_000),
    ],
    ids=lambda value: str(value)[:8],
)  # fmt: skip
def test_strange_text_is_read_or_refused_and_costs_no_more_than_it_grows(unit: str, times: int) -> None:
    def read_or_refuse(text: str) -> None:
        with contextlib.suppress(taking.Refused):
            outline.outline_of(read(text.encode(), "strange.txt"))

    read_or_refuse(unit * times)
    assert not dearer(read_or_refuse, lambda length, run: f"{unit * (length // len(unit))} {run}", 4_000)


def test_a_name_is_only_a_name() -> None:
    found = read(f"<html><h1>Title</h1><p>{LONG}".encode(), "C:\\secret\\..\\page.docx")
    assert (found.name, found.format) == ("page.docx", "html")
    assert found.report.findings["type_differs"].examples == ["html"]


def test_parsing_stops_at_a_number_of_elements() -> None:
    with pytest.raises(tree.TooMuch):
        tree.parse("<i>x</i>" * (tree.MOST_ELEMENTS + 1))


def test_what_word_writes_about_looks_does_not_make_a_text_too_large() -> None:
    looks = (
        '<w:rFonts w:ascii="Arial"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="fr-CA"/>'
        '<w:color w:val="000000"/>'
    )
    run = f'<w:r w:rsidR="00AB12CD"><w:rPr>{looks}</w:rPr><w:t xml:space="preserve">word </w:t></w:r>'
    spelling = '<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>'
    paragraphs = [f'<w:p w:rsidR="00AB12CD"><w:pPr><w:jc w:val="both"/></w:pPr>{run}{spelling}{run}</w:p>'] * 3_000
    found = read(docx(*paragraphs), "long.docx")
    assert found.blocks[0].text == "word word"
    assert len(found.blocks) == 3_000
