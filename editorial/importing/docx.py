"""A .docx (ISO/IEC 29500) into blocks, by mammoth; looked through beforehand, since mammoth trusts what it reads."""

import zipfile
from typing import Any, BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext as _

from editorial import text
from editorial.importing import dom, markup, taking
from editorial.importing.blocks import Reading
from editorial.importing.taking import Refused, Sent

#: Largest of the parts that are read, in bytes, and the most elements in one: mammoth holds every one of them in memory.
_MOST_PART = 8 * 1024 * 1024
_MOST_ELEMENTS = 60_000
_DEEPEST = 60
_READ = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml", "word/comments.xml", "word/styles.xml",
         "word/numbering.xml", "[Content_Types].xml", "_rels/.rels", "docProps/core.xml")  # fmt: skip
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
    look = _look(source, sent.name)
    for code, count in look.counts.items():
        reading.report.add(code, count=count)
    reading.title = text.clean_line(look.title)
    source.seek(0)

    def no_image(image: Any) -> list[Any]:
        return [elements.element("img", {"alt": str(image.alt_text or ""), "src": ""})]

    try:
        # The map of styles that a document may bring along is not asked: it comes from anybody.
        made = mammoth.convert_to_html(
            source,
            convert_image=no_image,
            style_map=_STYLES,
            include_embedded_style_map=False,
            ignore_empty_paragraphs=False,
        )
        markup.read_body(reading, _notes_apart(str(made.value)))
    except dom.TooMuch as error:
        raise _too_much(sent.name) from error
    except (*taking.BROKEN, expat.ExpatError) as error:
        raise taking.broken(sent.name) from error


class _Look:
    """What is counted in a part as it streams by; raises `_Unwelcome` for what Word never writes."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.title = ""
        self._in_title = False

    def through(self, data: bytes) -> None:
        parser = expat.ParserCreate()
        self._elements = self._depth = 0
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.Parse(data, True)

    def _doctype(self, *_args: Any) -> None:
        # Entities that unfold into gigabytes, or that fetch a file, need a document type; Word writes none.
        raise expat.ExpatError("a document type declaration")

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._elements += 1
        self._depth += 1
        if self._elements > _MOST_ELEMENTS or self._depth > _DEEPEST:
            raise dom.TooMuch
        local = name.rsplit(":", 1)[-1]
        if local in _COUNTED:
            code = _COUNTED[local]
            self.counts[code] = self.counts.get(code, 0) + 1
        self._in_title = name == "dc:title"

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._in_title = False

    def _words(self, words: str) -> None:
        if self._in_title:
            self.title += words


def _look(source: BinaryIO, name: str) -> _Look:
    """Stream through every part that is going to be read. Raises Refused."""
    look = _Look()
    try:
        with zipfile.ZipFile(source) as archive:
            members = {member.filename: member for member in archive.infolist()}
            for part in sorted(members):
                if part in _READ or part.endswith(".rels"):
                    if members[part].file_size > _MOST_PART:
                        raise dom.TooMuch
                    look.through(archive.read(part))
    except dom.TooMuch as error:
        raise _too_much(name) from error
    except (*taking.BROKEN, expat.ExpatError) as error:
        raise taking.broken(name) from error
    edges = sum(part.startswith(("word/header", "word/footer")) and part.endswith(".xml") for part in members)
    look.counts["page_edges"] = edges
    look.counts["macros"] = sum("vbaproject" in part.lower() for part in members)
    return look


def _too_much(name: str) -> Refused:
    return taking.refusal(name, _("it holds more than can be read at once. Divide it into several files."))


def _notes_apart(html: str) -> str:
    """mammoth puts the notes into a list at the end, without a word that they are notes."""
    for mark in ('<ol><li id="footnote-', '<ol><li id="endnote-'):
        place = html.rfind(mark)
        if place >= 0:
            return f'{html[:place]}<div class="footnotes">{html[place:]}</div>'
    return html
