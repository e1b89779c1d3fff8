"""Zip archives, sound ones and such as are not what they say."""

import io
import struct
import zipfile
from collections.abc import Mapping


def strangely_packed(archive: bytes) -> bytes:
    """The archive, saying of all its members that they are compressed by a method which nobody knows."""
    found = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        place = found.find(signature)
        while place >= 0:
            found[place + offset : place + offset + 2] = b"\x62\x00"
            place = found.find(signature, place + 4)
    return bytes(found)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A deflated archive of these members."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in members.items():
            archive.writestr(name, value)
    return made.getvalue()


def lying(archive: bytes, *, size: int) -> bytes:
    """The archive, whose table of contents says of every member that it unpacks to `size` bytes."""
    found = bytearray(archive)
    place = found.find(b"PK\x01\x02")
    while place >= 0:
        struct.pack_into("<I", found, place + 24, size)
        place = found.find(b"PK\x01\x02", place + 4)
    return bytes(found)


def overlapping(archive: bytes, *, times: int) -> bytes:
    """An archive of one member, whose table of contents names the same bytes so many times."""
    table, end = archive.find(b"PK\x01\x02"), archive.find(b"PK\x05\x06")
    tail = bytearray(archive[end:])
    struct.pack_into("<HHI", tail, 8, times, times, (end - table) * times)
    return archive[:table] + archive[table:end] * times + bytes(tail)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = {
    "docx": ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"),
}


def relations(*rows: tuple[str, str, str]) -> str:
    """A part of relationships: the last word of the type, the target, and the mode ("External" or nothing)."""
    made = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{what}" Target="{target}"'
        f"{f' TargetMode={mode!r}' if mode else ''}/>"
        for number, (what, target, mode) in enumerate(rows)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{made}</Relationships>'


def office(ending: str, *, types: Mapping[str, str] | None = None, **given: Mapping[str, str | bytes]) -> bytes:
    """The least package that Word or Excel opens.

    :param types: content types by the name of the part; they are added to those of the package, or take their place.
    :param given: `parts`, which are added or take the place of others.
    """
    main, content_type = _MAIN[ending]
    overrides = {f"/{main}": content_type, **{f"/{name}": value for name, value in (types or {}).items()}}
    table = "".join(f'<Override PartName="{name}" ContentType="{value}"/>' for name, value in overrides.items())
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{table}</Types>',
        "_rels/.rels": relations(("officeDocument", main, "")),
        main: "<text/>",
    }
    return packed({**parts, **given.get("parts", {})})


def open_document(
    ending: str = "odt", *, manifest: str = "", content: str = "", **given: Mapping[str, str | bytes]
) -> bytes:
    """The least OpenDocument file; `manifest` are entries, `content` is inside the text's root, `parts` are added."""
    media_type = {"odt": "text", "ods": "spreadsheet"}[ending]
    office_ns = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    script_ns = "urn:oasis:names:tc:opendocument:xmlns:script:1.0"
    parts: dict[str, str | bytes] = {
        "mimetype": f"application/vnd.oasis.opendocument.{media_type}",
        "META-INF/manifest.xml": "<manifest:manifest "
        'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="Configurations2/" '
        f'manifest:media-type="application/vnd.sun.star.ui.configuration"/>{manifest}</manifest:manifest>',
        "content.xml": f'<office:document-content xmlns:office="{office_ns}" xmlns:script="{script_ns}">'
        f"<office:scripts/>{content}</office:document-content>",
    }
    return packed({**parts, **given.get("parts", {})})
