"""Files of editions: taken in by what they are, not by what they are called, and kept under the SHA-256 of their bytes."""

import codecs
import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from editorial import magic, text

#: What may be attached: the ending of the name, and the media type (IANA) under which it is offered.
ACCEPTED = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
    "txt": "text/plain",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "webp": "image/webp",
}
#: The member of an Office Open XML package (ISO/IEC 29500) that makes it a text or a sheet.
_OFFICE_MAIN = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
_HEAD = 8192  # bytes; enough for every signature
_NAME_LENGTH = 150  # characters, as `Attachment.file` holds


class Refused(Exception):
    """Raised for a file that may not be attached; its text says why, for the person who sent it."""


@dataclass(frozen=True)
class Kept:
    """A file that was taken in. `size` is in bytes; `file` is the name under which it is offered."""

    file: str
    sha256: str
    size: int
    media_type: str


def stored_name(sha256: str) -> str:
    """The name in the default storage of the file with this digest (hexadecimal)."""
    return f"attachments/{sha256[:2]}/{sha256}"


def keep(upload: "File[bytes]") -> Kept:
    """Check a file that somebody sent, store it once under its digest, and say what it is. Raises Refused."""
    name = text.clean_line((upload.name or "").replace("\\", "/").rsplit("/", 1)[-1])
    size = upload.size or 0
    if not size:
        raise Refused(_("The file is empty."))
    if size > settings.ATTACHMENT_MAX_BYTES:
        raise Refused(
            _("The file has %(size)s; at most %(limit)s can be attached.")
            % {"size": filesizeformat(size), "limit": filesizeformat(settings.ATTACHMENT_MAX_BYTES)}
        )
    if len(name) > _NAME_LENGTH:
        raise Refused(_("The file's name is longer than %(limit)s characters. Shorten it.") % {"limit": _NAME_LENGTH})
    media_type = _recognise(upload, name)
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    kept = Kept(name, digest.hexdigest(), size, media_type)
    where = stored_name(kept.sha256)
    if not default_storage.exists(where):
        upload.seek(0)
        default_storage.save(where, upload)
    return kept


def keep_made(content: bytes) -> str:
    """Store a file that the house made itself, once under the SHA-256 of its bytes, which is returned."""
    sha256 = hashlib.sha256(content).hexdigest()
    where = stored_name(sha256)
    if not default_storage.exists(where):
        default_storage.save(where, ContentFile(content))
    return sha256


def accepted() -> str:
    """The accepted endings as one phrase, for help texts."""
    return ", ".join(ending for ending in ACCEPTED if ending != "jpeg")


def _recognise(upload: "File[bytes]", name: str) -> str:
    """The media type of what the bytes are, which must be what the name says. Raises Refused."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    wanted = ACCEPTED.get(ending)
    if wanted is None:
        raise Refused(_("Files of this type cannot be attached. Accepted: %(types)s.") % {"types": accepted()})
    if not _is(upload, ending, wanted):
        raise Refused(_("What is in this file is not what its name says (.%(ending)s).") % {"ending": ending})
    return wanted


def _is(upload: "File[bytes]", ending: str, media_type: str) -> bool:
    upload.seek(0)
    if ending in ("txt", "csv"):
        return _is_text(upload)
    if ending in ("docx", "xlsx", "odt", "ods"):
        return _is_package(upload, ending, media_type)
    return media_type in magic.media_types(upload.read(_HEAD))


def _is_text(upload: "File[bytes]") -> bool:
    """UTF-8 without control characters; a browser is never asked to guess (`nosniff`), so markup in it is only text."""
    try:
        return all("\x00" not in piece for piece in _decoded(upload))
    except UnicodeDecodeError:
        return False


def _decoded(upload: "File[bytes]") -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8")()
    for chunk in upload.chunks():
        yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)


def _is_package(upload: "File[bytes]", ending: str, media_type: str) -> bool:
    """A zip archive that is what it says by its own table of contents, and that carries no macros."""
    source: BinaryIO = upload.file or upload  # type: ignore[assignment]  # Django's wrapper is not typed as a binary file
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
            if any("vbaproject" in name.lower() or name.startswith(("Basic/", "Scripts/")) for name in names):
                return False
            if ending in _OFFICE_MAIN:
                return "[Content_Types].xml" in names and _OFFICE_MAIN[ending] in names
            if "mimetype" not in names or archive.getinfo("mimetype").file_size > len(media_type) + 2:
                return False
            return archive.read("mimetype").decode("ascii", "replace").strip() == media_type
    except (zipfile.BadZipFile, RuntimeError):
        return False
