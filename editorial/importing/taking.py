"""Files that somebody sends: what they are by their bytes, or why they cannot be read and what to do about it."""

import hashlib
import re
from dataclasses import dataclass
from typing import BinaryIO
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile

from django.core.files.base import File
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from editorial.base.files import archives, filenames, media_types, store
from editorial.importing import encoding

#: Largest file in bytes: a text with pictures (they are never unpacked), and a text alone, which is held in memory.
MOST_BYTES = 20 * 1024 * 1024
MOST_TEXT_BYTES = 2 * 1024 * 1024
#: The most that a package may unpack to, in bytes, and the most files in it.
MOST_UNPACKED = 200 * 1024 * 1024
MOST_MEMBERS = 5_000
_NAME_LENGTH = 150  # characters
_HEAD = 8192  # bytes; enough to tell a text from what is none
#: The stream in which Office keeps a text under a password ([MS-OFFCRYPTO]).
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
#: Where the text is; SharePoint numbers it.
_WORD = re.compile(r"word/document\d*\.xml")


class Refused(Exception):
    """Raised for a file that cannot become a draft; its text names the file, the reason, and what to do."""


@dataclass
class Sent:
    """A file that can be read. `format` is "docx", "html" or "text"; a text is decoded already, a docx still packed."""

    name: str
    sha256: str
    format: str
    text: encoding.Decoded | None = None
    file: BinaryIO | None = None


def take(upload: "File[bytes]") -> Sent:
    """Recognise a file by its bytes; its name is only what people know it by. Raises Refused."""
    name = filenames.sent(upload.name or "")[-_NAME_LENGTH:] or _("file without a name")
    size = upload.size or 0
    if not size:
        raise refusal(name, _("it is empty. Choose the file that holds the text."))
    if size > MOST_BYTES:
        raise _too_large(name, size, MOST_BYTES)
    digest = hashlib.sha256()
    try:
        with store.storing():
            for chunk in upload.chunks():
                digest.update(chunk)
    except store.NotStored as error:
        raise Refused(str(error)) from error
    upload.seek(0)
    head = upload.read(_HEAD)
    upload.seek(0)
    sent = Sent(name, digest.hexdigest(), "text")
    if media_types.by_signature(head) == media_types.ZIP:
        sent.file = _word(upload, name)
        sent.format = "docx"
        return sent
    _refuse_foreign(upload, head, name)
    if size > MOST_TEXT_BYTES:
        raise _too_large(name, size, MOST_TEXT_BYTES)
    try:
        sent.text = encoding.decode(upload.read())
    except encoding.NoText as error:
        raise refusal(
            name, _("it holds no text that can be read. Save the text as .docx, .html or .txt and choose that file.")
        ) from error
    sent.format = "html" if encoding.looks_like_html(sent.text.text, name) else "text"
    return sent


def refusal(name: str, reason: str) -> Refused:
    """A refusal that names the file; `reason` goes on with the sentence and says what to do."""
    return Refused(_("“%(name)s” was not taken over: %(reason)s") % {"name": name, "reason": reason})


def _too_large(name: str, size: int, limit: int) -> Refused:
    return refusal(
        name,
        _("it has %(size)s, and at most %(limit)s can be read. Take out pictures, or divide it into several files.")
        % {"size": filesizeformat(size), "limit": filesizeformat(limit)},
    )


def _word(upload: "File[bytes]", name: str) -> BinaryIO:
    """The file as a package that is a text of Word (ISO/IEC 29500). Raises Refused."""
    source: BinaryIO = upload.file or upload  # type: ignore[assignment]  # Django's wrapper is not typed as a binary file
    try:
        with opened(source) as archive:
            names = set(archive.names)
    except archives.Unreadable as error:
        raise unreadable(name, error) from error
    if not any(_WORD.fullmatch(entry) for entry in names):
        if "mimetype" in names or any(entry.startswith(("xl/", "ppt/")) for entry in names):
            raise refusal(name, _("it is not a text of Word. Open it, save it as .docx and choose that file."))
        raise refusal(name, _("it is a package of files, not a text. Unpack it and choose the files in it one by one."))
    source.seek(0)
    return source


def opened(source: BinaryIO) -> archives.Archive:
    """A package as an archive, within what is read of one. Raises `archives.Unreadable`."""
    return archives.Archive(source, most_members=MOST_MEMBERS, most_bytes=MOST_UNPACKED)


def unreadable(name: str, error: archives.Unreadable) -> Refused:
    """For a package that cannot be read."""
    if error.fault is archives.Fault.LOCKED:
        return locked(name)
    if error.fault is archives.Fault.DAMAGED:
        return broken(name)
    return refusal(
        name,
        _("it unpacks to more than can be read. Copy the text into a new document without pictures and save that."),
    )


def broken(name: str) -> Refused:
    """For a file that is damaged."""
    return refusal(name, _("it is damaged. Open it in the program that made it, save it anew and choose that file."))


def locked(name: str) -> Refused:
    """For a file under a password."""
    return refusal(name, _("it is protected by a password. Take the password off, save it and choose that file."))


def _refuse_foreign(upload: "File[bytes]", head: bytes, name: str) -> None:
    """Raise Refused for what is neither a package nor a text, with the advice that fits it."""
    if media_types.by_signature(head) == media_types.OLE:
        protected = any(_ENCRYPTED in chunk for chunk in upload.chunks())
        upload.seek(0)
        if protected:
            raise locked(name)
        raise refusal(name, _("it is of an older Office format. Open it, save it as .docx and choose that file."))
    if head.startswith(b"%PDF"):
        raise refusal(
            name,
            _("it is a PDF, which has pages but no paragraphs. Ask for the .docx, or save its text as .txt."),
        )
    if head.startswith(b"{\\rtf"):
        raise refusal(name, _("it is an RTF file. Open it, save it as .docx and choose that file."))
    if _media_type(head).startswith(_FOREIGN):
        raise refusal(
            name, _("it is a picture, a recording or a program, not a text. Choose a .docx, .html or .txt file.")
        )


_FOREIGN = (
    "image/",
    "audio/",
    "video/",
    "font/",
    "application/x-executable",
    "application/x-dosexec",
    "application/gzip",
)


def _media_type(head: bytes) -> str:
    """What the first bytes may be; a text by any encoding is not asked, since letters resemble many signatures."""
    if head.startswith(encoding.MARKS) or (b"\x00" not in head and not _is_binary(head)):
        return ""
    return media_types.by_signature(head)


def _is_binary(head: bytes) -> bool:
    return sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 20


#: What making HTML of a package of strange parts may raise beside our own refusals; parts nested without end are a
#: RuntimeError.
BROKEN = (BadZipFile, KeyError, ValueError, OSError, EOFError, RuntimeError, ParseError, AttributeError, IndexError,
          TypeError)  # fmt: skip
