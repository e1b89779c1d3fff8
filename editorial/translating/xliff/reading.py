"""XLIFF as it comes back: parsed without trust, and nothing but ids and texts taken from it."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from editorial.base.files import archives
from editorial.translating.xliff import inline
from editorial.translating.xliff.writing import NAMESPACE

#: The largest document and the largest sum of documents in a package, in bytes; the most documents in one.
MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 10 * 1024 * 1024
MOST_MEMBERS = 200
#: With folders, and with the shadows that macOS packs beside every file.
_MOST_ENTRIES = 1_000
#: Elements are not nested deeper than this by any tool: rich text holds at most 50 levels.
_DEEPEST = 80
_MOST_ELEMENTS = 200_000
_ZIP = b"PK\x03\x04"


class Unreadable(Exception):
    """Raised for a file that is no XLIFF that can be read; its text says why and what to do."""


@dataclass
class SentUnit:
    """One text that came back: its id, its source as it stands in the file, its target (none if there is none).

    `altered` names inline codes that we never write; the nodes are empty then.
    """

    id: str
    source: inline.Nodes = field(default_factory=list)
    target: inline.Nodes | None = None
    progress: str = ""
    altered: tuple[str, ...] = ()


@dataclass
class SentFile:
    """One `file` element: what it says that it is, and its units. `name` is that of the file on the sender's disk."""

    name: str
    original: str
    source_language: str
    target_language: str
    units: list[SentUnit]


class _Guarded(ET.TreeBuilder):
    """Builds a tree, but none from a document with a DTD (so no entities), too deep or with too many elements."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = self.count = 0

    def doctype(self, *_given: Any) -> None:
        """A document type declaration: the beginning of every attack with entities."""
        raise Unreadable(_("It holds a document type declaration (DTD), which is refused. Export it without one."))

    def start(self, tag: Any, attrs: Any, /) -> ET.Element:
        self.depth += 1
        self.count += 1
        if self.depth > _DEEPEST or self.count > _MOST_ELEMENTS:
            raise Unreadable(_("It is nested too deeply or has too many elements to be read."))
        return super().start(tag, attrs)

    def end(self, tag: Any, /) -> ET.Element:
        self.depth -= 1
        return super().end(tag)


def unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """The XLIFF documents in what was sent: itself, or those in a zip. Raises Unreadable."""
    if not data.startswith(_ZIP):
        if len(data) > MOST_BYTES:
            raise Unreadable(_("It is too large: at most %(most)s MB are read.") % {"most": MOST_BYTES // 1024**2})
        yield name, data
        return
    if len(data) > MOST_UNPACKED:
        raise Unreadable(_("It is too large: at most %(most)s MB are read.") % {"most": MOST_UNPACKED // 1024**2})
    try:
        with archives.Archive(io.BytesIO(data), most_members=_MOST_ENTRIES, most_bytes=MOST_UNPACKED) as packed:
            members = [each for each in packed.members if not each.filename.startswith("__MACOSX")]
            if len(members) > MOST_MEMBERS:
                raise Unreadable(_("The package holds too many files: at most %(most)s.") % {"most": MOST_MEMBERS})
            for member in members:
                yield member.filename.rsplit("/", 1)[-1], packed.read(member, most=MOST_BYTES)
    except archives.Unreadable as error:
        if error.fault is archives.Fault.TOO_MUCH:
            raise Unreadable(
                _("The package unpacks to more than can be read. Send its files in several packages.")
            ) from error
        raise Unreadable(_("The package is damaged or has a password. Pack the files again.")) from error


def read(name: str, data: bytes) -> list[SentFile]:
    """The `file` elements of one XLIFF 1.2 document. Raises Unreadable."""
    parser = ET.XMLParser(target=_Guarded())  # noqa: S314  # no DTD, no entities, bounded (see _Guarded)
    try:
        parser.feed(data)
        root = parser.close()
    except (ET.ParseError, LookupError, ValueError, UnicodeError) as error:
        raise Unreadable(_("It is not well-formed XML: %(error)s.") % {"error": error}) from error
    if root.tag != f"{{{NAMESPACE}}}xliff" or root.get("version") != "1.2":
        raise Unreadable(_("It is no XLIFF 1.2. Have the translation tool save the format in which it got the file."))
    return [_file(name, each) for each in root.iter(f"{{{NAMESPACE}}}file")]


def _file(name: str, element: ET.Element) -> SentFile:
    return SentFile(
        name,
        element.get("original", ""),
        element.get("source-language", ""),
        element.get("target-language", ""),
        [_unit(each) for each in element.iter(f"{{{NAMESPACE}}}trans-unit")],
    )


def _unit(element: ET.Element) -> SentUnit:
    unit = SentUnit(element.get("id", ""))
    source, target = (element.find(f"{{{NAMESPACE}}}{name}") for name in ("source", "target"))
    try:
        unit.source = inline.from_xml(source, NAMESPACE) if source is not None else []
        if target is not None:
            unit.progress = target.get("state", "")
            unit.target = inline.from_xml(target, NAMESPACE)
    except inline.Altered as error:
        unit.altered = tuple(error.ids)
    return unit
