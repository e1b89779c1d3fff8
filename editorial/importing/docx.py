"""A .docx (ISO/IEC 29500) into blocks, by mammoth.

mammoth trusts what it reads and holds every element of it in memory, and most of what Word writes is about looks. So
mammoth gets a new package: the few parts that hold the text, streamed through beforehand and freed of what says
nothing, without pictures, and refused where Word would never have written it so.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from django.utils.translation import gettext as _

from editorial.base import text
from editorial.base.files import archives
from editorial.importing import markup, taking
from editorial.importing.blocks import Reading
from editorial.importing.taking import Refused, Sent
from editorial.richtext.tree import TooMuch

#: Largest of the parts that are read, in bytes as unpacked; the most elements that may stream by, and that may be kept.
_MOST_PART = 40 * 1024 * 1024
_MOST_ELEMENTS = 1_000_000
_MOST_KEPT = 30_000
_DEEPEST = 60
_TEXT = re.compile(
    r"word/(?:document|footnotes|endnotes|styles|numbering)\d*\.xml|\[Content_Types\]\.xml|(?:word/)?_rels/.+\.rels"
)
_LOOKED_AT = re.compile(r"word/comments\d*\.xml|docProps/core\.xml")
#: Local names of elements that are about looks, proofing or printing: none changes what mammoth makes of a text.
_LOOKS = frozenset(
    [
        "adjustRightInd",
        "autoSpaceDE",
        "autoSpaceDN",
        "bCs",
        "bdr",
        "bookmarkEnd",
        "cnfStyle",
        "color",
        "contextualSpacing",
        "docDefaults",
        "effectExtent",
        "extLst",
        "iCs",
        "ind",
        "jc",
        "keepLines",
        "keepNext",
        "kern",
        "lang",
        "lastRenderedPageBreak",
        "latentStyles",
        "noProof",
        "pBdr",
        "pPrChange",
        "position",
        "proofErr",
        "rFonts",
        "rPrChange",
        "sectPr",
        "sectPrChange",
        "shd",
        "snapToGrid",
        "spacing",
        "spPr",
        "suppressAutoHyphens",
        "sz",
        "szCs",
        "tabs",
        "tblBorders",
        "tblCellMar",
        "tblGrid",
        "tblLook",
        "tblPrChange",
        "tblW",
        "tcBorders",
        "tcMar",
        "tcW",
        "textAlignment",
        "trHeight",
        "vAlign",
        "w",
        "webHidden",
        "widowControl",
    ]
)
_OWN_LOOKS = ("w:rsid", "w14:", "wp14:", "w15:")
#: Word's own names of styles, which it keeps in English whatever its language.
_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='toc 1'] => p.toc:fresh
p[style-name='toc 2'] => p.toc:fresh
p[style-name='toc 3'] => p.toc:fresh
p[style-name='TOC Heading'] => p.toc:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='caption'] => p:fresh
"""
#: Local names of elements that mammoth passes over, and what to call them in the report.
_COUNTED = {"del": "deleted", "oMath": "equations", "chart": "drawings", "relIds": "drawings", "comment": "comments"}


def read(reading: Reading, sent: Sent) -> None:
    """Add the blocks of the document to `reading`. Raises Refused."""
    # Heavy, and needed here only.
    import mammoth
    from mammoth import html as elements

    source: Any = sent.file
    look = _Look()
    slim = _slim(source, look, sent.name)
    for code, count in look.counts.items():
        reading.report.add(code, count=count)
    reading.title = text.clean_line(look.title)

    def no_image(image: Any) -> list[Any]:
        return [elements.element("img", {"alt": str(image.alt_text or ""), "src": ""})]

    try:
        # The map of styles that a document may bring along is not asked: it comes from anybody.
        made = mammoth.convert_to_html(
            slim,
            convert_image=no_image,
            style_map=_STYLES,
            include_embedded_style_map=False,
            ignore_empty_paragraphs=False,
        )
        markup.read_body(reading, _notes_apart(str(made.value)))
    except TooMuch as error:
        raise _too_much(sent.name) from error
    except (*taking.BROKEN, expat.ExpatError) as error:
        raise taking.broken(sent.name) from error


class _Look:
    """Streams parts by, counts what is going to be dropped, and writes again what says something."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.title = ""
        self._elements = self._kept = 0

    def through(self, data: Iterable[bytes]) -> bytes:
        """A part with what says nothing left out. Raises ExpatError for what is no sound XML, and TooMuch."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        self._depth = self._without = 0
        self._in_title = False
        self._written: list[str] = []
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        for chunk in data:
            parser.Parse(chunk)
        parser.Parse(b"", True)
        return "".join(self._written).encode()

    def _doctype(self, *_args: Any) -> None:
        # Entities that unfold into gigabytes, or that fetch a file, need a document type; Word writes none.
        raise expat.ExpatError("a document type declaration")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        local = name.rsplit(":", 1)[-1]
        if self._without or local in _LOOKS:
            self._without += 1
        else:
            self._kept += 1
            said = (f" {key}={quoteattr(value)}" for key, value in attributes.items() if not key.startswith(_OWN_LOOKS))
            self._written.append(f"<{name}{''.join(said)}>")
        if self._elements > _MOST_ELEMENTS or self._kept > _MOST_KEPT or self._depth > _DEEPEST:
            raise TooMuch
        if local in _COUNTED and not self._without:
            code = _COUNTED[local]
            self.counts[code] = self.counts.get(code, 0) + 1
        self._in_title = name == "dc:title"

    def _end(self, name: str) -> None:
        self._depth -= 1
        self._in_title = False
        if self._without:
            self._without -= 1
        else:
            self._written.append(f"</{name}>")

    def _words(self, words: str) -> None:
        if self._in_title:
            self.title += words
        if not self._without:
            self._written.append(escape(words))


def _slim(source: BinaryIO, look: _Look, name: str) -> BytesIO:
    """A package of nothing but the text, for mammoth. Raises Refused."""
    made = BytesIO()
    try:
        with taking.opened(source) as archive, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
            for part in archive.names:
                if not _TEXT.fullmatch(part) and not _LOOKED_AT.fullmatch(part):
                    continue
                written = look.through(_bounded(archive.chunks(part)))
                if _TEXT.fullmatch(part):
                    package.writestr(part, written)
            names = archive.names
    except TooMuch as error:
        raise _too_much(name) from error
    except archives.Unreadable as error:
        raise taking.unreadable(name, error) from error
    except (*taking.BROKEN, expat.ExpatError) as error:
        raise taking.broken(name) from error
    _count(
        look,
        "page_edges",
        names,
        lambda part: part.startswith(("word/header", "word/footer")) and part.endswith(".xml"),
    )
    _count(look, "macros", names, lambda part: "vbaproject" in part.lower())
    made.seek(0)
    return made


def _bounded(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces of a part. Raises TooMuch for one that is larger than any text."""
    left = _MOST_PART
    for chunk in chunks:
        left -= len(chunk)
        if left < 0:
            raise TooMuch
        yield chunk


def _count(look: _Look, code: str, names: list[str], wanted: Callable[[str], bool]) -> None:
    look.counts[code] = sum(wanted(name) for name in names)


def _too_much(name: str) -> Refused:
    return taking.refusal(name, _("it holds more than can be read at once. Divide it into several files."))


def _notes_apart(html: str) -> str:
    """mammoth puts the notes into a list at the end, without a word that they are notes."""
    for mark in ('<ol><li id="footnote-', '<ol><li id="endnote-'):
        place = html.rfind(mark)
        if place >= 0:
            return f'{html[:place]}<div class="footnotes">{html[place:]}</div>'
    return html
