"""Office packages that somebody sent (Office Open XML, ISO/IEC 29500; OpenDocument 1.3): what they are and contain.

A part is what its content type, its relationships and its first bytes say, whatever its name. Refused is what runs on
the reader's machine (macros, embedded objects, controls) and what is fetched from elsewhere when the file is opened.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO
from xml.parsers import expat

from django.utils.translation import gettext as _

from editorial.base.files import media_types
from editorial.base.files.archives import Archive, Fault, Unreadable
from editorial.base.refusal import Refused

#: The most files in a package, and the most that it may unpack to, in bytes, with the packages in it.
MOST_MEMBERS = 5_000
MOST_BYTES = 200 * 1024 * 1024
#: A chart brings its sheet along as a package in the package; that sheet brings none.
_DEEPEST = 1
#: The largest part that is read whole: one that says what others are, in bytes; and the largest package in a package.
_MOST_TABLE = 2 * 1024 * 1024
_MOST_NESTED = 20 * 1024 * 1024
#: The largest text of an OpenDocument file in which scripts are looked for, in bytes.
_MOST_TEXT = 40 * 1024 * 1024

_TYPES = "[content_types].xml"
_RELATIONS = ".rels"
#: Content types of the main parts that a file may have (ISO/IEC 29500-1, 11.3 and 12.3); the last only inside another.
_MAIN = {
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml": "pptx",
}
#: What the content type of a part, or the last word of a relationship's type, must not hold, in small letters.
_MACROS = ("macro", "vba")
_OBJECTS = ("activex", "oleobject", "afchunk")
_CONTROLS = ("control",)
_ELSEWHERE = ("externallink",)

#: A file of the machine itself; with a second slash it would be one of another machine.
_OWN_DISK = re.compile(r"file:///[A-Za-z]:[\\/](?![\\/])", re.IGNORECASE)

_MANIFEST = "meta-inf/manifest.xml"
_ODF_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:script:1.0}"
_ODF_MACROS = ("basic-library", "script", "python", "java", "vba")


@dataclass
class _Package:
    """What is asked of a package, and what was found out so far."""

    archive: Archive
    depth: int
    #: Names as they stand in the archive, by those names in lower case: packages ignore case (ISO/IEC 29500-2, 6.2).
    names: dict[str, str] = field(default_factory=dict)


def check(source: IO[bytes], ending: str) -> None:
    """Read all of a package once and raise Refused unless it is what `ending` ("docx" …) says and no more.

    :param source: a binary file that can seek; it is at an unknown place afterwards.
    """
    source.seek(0)
    head = source.read(media_types.HEAD)
    found = media_types.by_signature(head)
    if found == media_types.OLE:
        raise Refused(_old_or_locked(source))
    if found != media_types.ZIP:
        raise Refused(_differs(ending))
    try:
        with Archive(source, most_members=MOST_MEMBERS, most_bytes=MOST_BYTES) as archive:
            if _look(archive, depth=0) != ending:
                raise Refused(_differs(ending))
    except Unreadable as error:
        raise Refused(str(error)) from error
    except expat.ExpatError as error:
        raise Refused(str(Unreadable(Fault.DAMAGED))) from error


def _differs(ending: str) -> str:
    return _("What is in this file is not what its name says (.%(ending)s).") % {"ending": ending}


def _old_or_locked(source: IO[bytes]) -> str:
    """The words for a compound file: Office keeps a text under a password so ([MS-OFFCRYPTO] 2.3.4.4)."""
    source.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in source.read(_MOST_NESTED):
        return str(Unreadable(Fault.LOCKED))
    return _("The file is of an older Office format. Save it in the present one (.docx, .xlsx) and choose that file.")


def _look(archive: Archive, *, depth: int) -> str:
    """The ending of what a package is, after all of it was read; "" for none of ours. Raises Refused, Unreadable."""
    package = _Package(archive, depth)
    for name in archive.names:
        if "\\" in name or name.startswith("/") or ".." in name.split("/"):
            raise Unreadable(Fault.DAMAGED, f"a path: {name}")
    if archive.repeated():
        raise Unreadable(Fault.DAMAGED, f"there twice: {archive.repeated()}")
    package.names = {name.lower(): name for name in archive.names}
    if _TYPES in package.names:
        found = _office_open_xml(package)
    elif "mimetype" in package.names:
        found = _open_document(package)
    else:
        return ""
    for name in archive.names:
        _look_at_member(package, name)
    return found


def _look_at_member(package: _Package, name: str) -> None:
    """Unpack a member to its end, and refuse what its first bytes give away."""
    pieces = package.archive.chunks(name)
    first = next(pieces, b"")
    found = media_types.by_signature(first[: media_types.HEAD])
    if found == media_types.OLE:
        raise Refused(_objects())
    if found != media_types.ZIP:
        for _piece in pieces:
            pass
        return
    nested = bytearray(first)
    for piece in pieces:
        nested += piece
        if len(nested) > _MOST_NESTED:
            raise Unreadable(Fault.TOO_MUCH, name)
    if package.depth >= _DEEPEST:
        raise Refused(_objects())
    with Archive(BytesIO(nested), most_members=MOST_MEMBERS, most_bytes=package.archive.left) as inner:
        if not _look(inner, depth=package.depth + 1):
            raise Refused(_objects())
        package.archive.left = inner.left


def _office_open_xml(package: _Package) -> str:
    types = _types(package)
    main = ""
    for small, name in package.names.items():
        content_type = types(small)
        _refuse(content_type.rsplit("/", 1)[-1], controls=False)
        if not small.endswith(_RELATIONS):
            continue
        for relation in _elements(package, name, "Relationship"):
            what = relation.get("Type", "").rstrip("/").rsplit("/", 1)[-1].lower()
            _refuse(what, controls=True)
            if relation.get("TargetMode", "").lower() == "external" and not _may_be_outside(what, relation):
                raise Refused(_elsewhere())
            if small == "_rels/.rels" and what == "officedocument":
                main = types(relation.get("Target", "").lstrip("/").lower())
    return _MAIN.get(main, "")


def _may_be_outside(what: str, relation: Mapping[str, str]) -> bool:
    """Whether a relationship may lead out of the package: a link, or the template on the author's own disk."""
    on_own_disk = _OWN_DISK.match(relation.get("Target", "")) is not None
    return what == "hyperlink" or (what == "attachedtemplate" and on_own_disk)


def _types(package: _Package) -> Callable[[str], str]:
    """Tells the content type of a part by its name in small letters (ISO/IEC 29500-2, 7.2.3)."""
    by_ending: dict[str, str] = {}
    by_name: dict[str, str] = {}
    table = package.names[_TYPES]
    for each in _elements(package, table, "Default"):
        by_ending[each.get("Extension", "").lower()] = each.get("ContentType", "")
    for each in _elements(package, table, "Override"):
        by_name[each.get("PartName", "").lstrip("/").lower()] = each.get("ContentType", "")

    def found(name: str) -> str:
        content_type = by_name.get(name) or by_ending.get(name.rsplit(".", 1)[-1], "")
        return content_type.split(";", 1)[0].strip().lower()

    return found


def _refuse(what: str, *, controls: bool) -> None:
    """Raise Refused for a content type, or for the type of a relationship (`controls`), of what must not be there."""
    if any(word in what for word in _MACROS):
        raise Refused(_macros())
    if any(word in what for word in _OBJECTS) or (controls and what in _CONTROLS):
        raise Refused(_objects())
    if any(word in what for word in _ELSEWHERE):
        raise Refused(_elsewhere())


def _open_document(package: _Package) -> str:
    media_type = package.archive.read(package.names["mimetype"], most=200).decode("ascii", "replace").strip()
    if any(small.startswith(("basic/", "scripts/")) for small in package.names):
        # LibreOffice finds them by these names alone.
        raise Refused(_macros())
    if _MANIFEST in package.names:
        for each in _elements(package, package.names[_MANIFEST], "file-entry", "encryption-data"):
            if "media-type" not in each and "full-path" not in each:
                raise Unreadable(Fault.LOCKED, "encryption-data")
            kind = each.get("media-type", "").lower()
            if any(word in kind for word in _ODF_MACROS):
                raise Refused(_macros())
            if "oleobject" in kind:
                raise Refused(_objects())
    for small, name in package.names.items():
        if small.rsplit("/", 1)[-1] in ("content.xml", "styles.xml"):
            _refuse_scripts(package, name)
    return {media_types.ACCEPTED[ending]: ending for ending in ("odt", "ods")}.get(media_type, "")


def _refuse_scripts(package: _Package, name: str) -> None:
    """Raise Refused for a text that runs a macro, its own or one that the reader's machine has."""

    def start(tag: str, _attributes: Mapping[str, str]) -> None:
        if tag.startswith(_ODF_TEXT):
            raise Refused(_macros())

    _parse(package, name, start, most=_MOST_TEXT)


def _elements(package: _Package, name: str, *wanted: str) -> list[dict[str, str]]:
    """The attributes, by their local names, of all elements of these local names in a part."""
    found: list[dict[str, str]] = []

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        if tag.rsplit("}", 1)[-1] in wanted:
            found.append({key.rsplit("}", 1)[-1]: value for key, value in attributes.items()})

    _parse(package, name, start, most=_MOST_TABLE)
    return found


def _parse(package: _Package, name: str, start: Callable[[str, Mapping[str, str]], None], *, most: int) -> None:
    """Stream a part by. Raises ExpatError for what is no XML, or has a document type (so entities)."""
    parser = expat.ParserCreate(namespace_separator="}")

    def doctype(*_given: object) -> None:
        raise expat.ExpatError("a document type declaration")

    def element(tag: str, attributes: dict[str, str]) -> None:
        start("{" + tag if "}" in tag else tag, attributes)

    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = element
    left = most
    for chunk in package.archive.chunks(name):
        left -= len(chunk)
        if left < 0:
            raise Unreadable(Fault.TOO_MUCH, name)
        parser.Parse(chunk)
    parser.Parse(b"", True)


def _macros() -> str:
    return _(
        "The file holds macros, which could run on readers' computers. Save it without macros and choose that file."
    )


def _objects() -> str:
    return _(
        "The file holds embedded files, objects or controls, which could run on readers' computers. "
        "Put pictures in their place, save the file and choose it again."
    )


def _elsewhere() -> str:
    return _(
        "The file loads something from elsewhere when it is opened, such as a template, a picture or another sheet. "
        "Put it into the file or remove the link, save the file and choose it again."
    )
