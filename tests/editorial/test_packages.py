"""Office packages: what they carry is told by content type, relationship and bytes, never by a name."""

import io
from typing import Any

import pytest

from editorial.base.files import packages
from editorial.base.refusal import Refused
from tests.archives import office, open_document, packed, relations

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
VBA = "application/vnd.ms-office.vbaProject"
SHEET = office("xlsx")
RELS = "word/_rels/document.xml.rels"


def named(part: str, content_type: str, *, ending: str = "docx", value: Any = b"bytes") -> bytes:
    """A package with one part more."""
    return office(ending, types={part: content_type}, parts={part: value})


def related(what: str, target: str = "stuff.bin", mode: str = "") -> bytes:
    """A text with one relationship more."""
    return office("docx", parts={RELS: relations((what, target, mode)), "word/stuff.bin": b"bytes"})


def nested(inner: bytes) -> bytes:
    """A text with a package in it."""
    return office("docx", parts={"word/embeddings/sheet1.xlsx": inner})


SOUND = {
    "word": ("docx", office("docx")),
    "excel": ("xlsx", SHEET),
    "text": ("odt", open_document("odt")),
    "sheet": ("ods", open_document("ods")),
    "a chart with its sheet": ("docx", nested(SHEET)),
    "a link": ("docx", related("hyperlink", "https://example.org/", "External")),
    "the author's own template": (
        "docx",
        related("attachedTemplate", "file:///C:\\Users\\ana\\Letter.dotx", "External"),
    ),
    "a picture inside": ("docx", related("image")),
    "printer settings": ("xlsx", office("xlsx", parts={"xl/printerSettings/printerSettings1.bin": bytes(40)})),
    "main part by ending": (
        "docx",
        office(
            "docx",
            parts={
                "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="XML" ContentType="application/vnd.openxmlformats-officedocument.'
                'wordprocessingml.document.main+xml; charset=utf-8"/></Types>'
            },
        ),
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_offices_write_is_taken(name: str) -> None:
    ending, data = SOUND[name]
    packages.check(io.BytesIO(data), ending)


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "macros by their usual name": ("docx", named("word/vbaProject.bin", VBA), "macros"),
    "macros by another name": ("docx", named("word/stuff.bin", VBA), "macros"),
    "macros in other letters": ("docx", named("word/stuff.bin", VBA.upper()), "macros"),
    "macros by bytes alone": ("docx", office("docx", parts={"word/media/image1.png": OLE}), "embedded"),
    "macros by relationship": ("docx", related("vbaProject"), "macros"),
    "a sheet of macros": (
        "xlsx",
        named("xl/s.xml", "application/vnd.ms-excel.macrosheet+xml", ending="xlsx"),
        "macros",
    ),
    "a text for macros": (
        "docx",
        named("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        "macros",
    ),
    "an object": ("docx", related("oleObject"), "embedded"),
    "a control": ("docx", related("control"), "embedded"),
    "activex": ("docx", named("word/a.xml", "application/vnd.ms-office.activeX+xml"), "embedded"),
    "another format in it": ("docx", related("aFChunk"), "embedded"),
    "a template": ("docx", related("attachedTemplate", "https://example.org/a.dotm", "External"), "from elsewhere"),
    "a template of another machine": (
        "docx",
        related("attachedTemplate", r"file:///\\server\a.dotm", "External"),
        "from elsewhere",
    ),
    "a template that looks like one on a disk": (
        "docx",
        related("attachedTemplate", "file:///c:/\\server\\a.dotm", "External"),
        "from elsewhere",
    ),
    "a picture from elsewhere": ("docx", related("image", "file://server/a.png", "external"), "from elsewhere"),
    "other sheets": (
        "xlsx",
        named(
            "xl/e.xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
            ending="xlsx",
        ),
        "from elsewhere",
    ),
    "macros in a chart's sheet": ("docx", nested(named("xl/a.bin", VBA, ending="xlsx")), "macros"),
    "a package in a package in it": (
        "docx",
        nested(office("xlsx", parts={"xl/embeddings/a.xlsx": SHEET})),
        "embedded",
    ),
    "an archive in it": ("docx", nested(packed({"tool.exe": b"MZ"})), "embedded"),
    "an archive in a text": ("odt", open_document(parts={"Pictures/a.png": packed({"a": "b"})}), "embedded"),
    "the same name twice": ("docx", office("docx", parts={"WORD/DOCUMENT.XML": "<other/>"}), "damaged"),
    "a path backwards": ("docx", office("docx", parts={"word\\vbaProject.bin": b"x"}), "damaged"),
    "a path upwards": ("docx", office("docx", parts={"../../a": b"x"}), "damaged"),
    "entities": (
        "docx",
        office("docx", parts={"[Content_Types].xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "damaged",
    ),
    "no xml": ("docx", office("docx", parts={"_rels/.rels": "no xml"}), "damaged"),
    "a sheet as text": ("docx", SHEET, "not what its name says"),
    "a text as sheet": ("ods", open_document("odt"), "not what its name says"),
    "no types": ("docx", packed({"word/document.xml": "<w/>"}), "not what its name says"),
    "not the main part": (
        "docx",
        office("docx", parts={"_rels/.rels": relations(("officeDocument", "word/other.xml", ""))}),
        "not what its name says",
    ),
    "a page before it": ("docx", b"<html></html>" + office("docx"), "not what its name says"),
    "basic": ("odt", open_document(parts={"Basic/Standard/a.xml": "<a/>"}), "macros"),
    "python": ("odt", open_document(parts={"Scripts/python/a.py": "a"}), "macros"),
    "basic by media type": (
        "odt",
        open_document(
            manifest='<manifest:file-entry manifest:full-path="x" '
            'manifest:media-type="application/vnd.sun.star.basic-library"/>'
        ),
        "macros",
    ),
    "a macro of the reader's machine": (
        "odt",
        open_document(content='<script:event-listener script:language="ooo:script"/>'),
        "macros",
    ),
    "an object in a text": (
        "odt",
        open_document(
            manifest='<manifest:file-entry manifest:full-path="o" '
            'manifest:media-type="application/vnd.sun.star.oleobject"/>'
        ),
        "embedded",
    ),
    "a text under a password": (
        "odt",
        open_document(
            manifest='<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
            "<manifest:encryption-data/></manifest:file-entry>"
        ),
        "password",
    ),
    "word under a password": ("docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
    "old word": ("docx", OLE, "older Office format"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_runs_or_is_not_what_it_says_is_refused_in_its_own_words(name: str) -> None:
    ending, data, words = REFUSED[name]
    with pytest.raises(Refused, match=words):
        packages.check(io.BytesIO(data), ending)
