"""Files of editions: taken in by what they are, not by what they are called, and kept under the SHA-256 of their bytes.

A file is kept whole or not at all, on whatever storage: what is there under a digest is believed only if its size and
its bytes agree, and what is not whole is never given to anybody.
"""

import codecs
import errno
import hashlib
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from typing import IO, Any

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage, default_storage
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from editorial.base.files import filenames, media_types, packages
from editorial.base.files.storage import WholeFileStorage
from editorial.base.refusal import Refused as Refused

logger = logging.getLogger(__name__)

#: How often storing is tried where somebody else stores the same bytes at the same moment.
_TRIES = 3
_CHUNK = 64 * 1024


class NotStored(Refused):
    """Raised for a sound file that could not be stored; nothing of it is left. Its text is for the sender."""


class NotWhole(Exception):
    """Raised for a stored file that is gone, or not as long as what was recorded; it was logged as an error."""


@dataclass(frozen=True)
class Kept:
    """A file that was taken in. `size` is in bytes; `file` is the name under which it is offered."""

    file: str
    sha256: str
    size: int
    media_type: str


def stored_name(sha256: str) -> str:
    """The name in the storage of the file with this digest (hexadecimal)."""
    return f"attachments/{sha256[:2]}/{sha256}"


def offered_name(row: Mapping[str, Any]) -> str:
    """The name under which the file of an attachment's row, in the shape of content, is linked and saved.

    It is the name of the row; names that are older than the rule for names are repaired.
    """
    return filenames.repaired(row["file"], row["media_type"])


def keep_upload(upload: "File[bytes]") -> Kept:
    """Check a file that was sent, store it once under its digest, and say what it is. Raises Refused, NotStored."""
    name = filenames.sent(upload.name or "")
    size = upload.size or 0
    if not size:
        raise Refused(_("The file is empty."))
    if size > settings.ATTACHMENT_MAX_BYTES:
        raise Refused(
            _("The file has %(size)s; at most %(limit)s can be attached.")
            % {"size": filesizeformat(size), "limit": filesizeformat(settings.ATTACHMENT_MAX_BYTES)}
        )
    if len(name) > filenames.MOST:
        raise Refused(_("The file's name is longer than %(limit)s characters. Shorten it.") % {"limit": filenames.MOST})
    with storing():
        media_type = _recognise(upload, name)
        digest = hashlib.sha256()
        for chunk in upload.chunks():
            digest.update(chunk)
    kept = Kept(filenames.repaired(name, media_type), digest.hexdigest(), size, media_type)
    store_once(kept.sha256, size, upload)
    return kept


def keep_bytes(content: bytes) -> str:
    """Store a file that the house made, once under the SHA-256 of its bytes, which is returned. Raises NotStored."""
    sha256 = hashlib.sha256(content).hexdigest()
    store_once(sha256, len(content), ContentFile(content))
    return sha256


def store_once(sha256: str, size: int, content: "File[bytes]", *, storage: Storage = default_storage) -> None:
    """Have `content` in a storage under its digest, whole. Raises NotStored, and leaves nothing that is not whole.

    :param sha256: of `content`, in hexadecimal; `size` is in bytes.
    :param storage: of any sort; it may write in pieces, give another name than was asked for, or fail with any error.
    """
    name = stored_name(sha256)
    with storing(Exception):
        for _try in range(_TRIES):
            if _is_whole(storage, name, sha256, size):
                return
            _write(storage, name, sha256, size, content)
        if not _is_whole(storage, name, sha256, size):
            raise OSError(errno.EIO, "what was written is not what is read back", name)


def is_stored(sha256: str, size: int) -> bool:
    """Whether the storage has a file of this digest that is as long as it should be."""
    try:
        opened(sha256, size).close()
    except NotWhole:
        return False
    return True


def opened(sha256: str, size: int) -> "File[bytes]":
    """A stored file, at its beginning. Raises NotWhole for one that is gone, or whose size (bytes) or digest is
    another.

    Its bytes are compared with the digest when this process first opens it, and again once it was changed.
    """
    name = stored_name(sha256)
    try:
        file: File[bytes] = default_storage.open(name)
        changed = default_storage.get_modified_time(name)
    except OSError as error:
        logger.error("The stored file %s cannot be read: %s", name, error)
        raise NotWhole(name) from error
    # Of the file that is open, not of what has its name by now.
    found = file.seek(0, os.SEEK_END)
    file.seek(0)
    if found != size:
        file.close()
        logger.error("The stored file %s has %s bytes and should have %s: it is not served.", name, found, size)
        raise NotWhole(name)
    if _COMPARED.get(name) != changed:
        digest = _sha256(file)
        file.seek(0)
        if digest != sha256:
            file.close()
            logger.error("The stored file %s has the digest %s: it is not served.", name, digest)
            raise NotWhole(name)
        _remember_compared(name, changed)
    return file


#: Files that this process found to be whole, with the time of their last change.
_COMPARED: dict[str, datetime] = {}
_MOST_COMPARED = 10_000


def _remember_compared(name: str, changed: datetime) -> None:
    if len(_COMPARED) >= _MOST_COMPARED:
        _COMPARED.clear()
    _COMPARED[name] = changed


def _sha256(file: "File[bytes]") -> str:
    digest = hashlib.sha256()
    for chunk in iter(lambda: file.read(_CHUNK), b""):
        digest.update(chunk)
    return digest.hexdigest()


def stored_digest(sha256: str) -> str:
    """The digest of the bytes that the storage has now under a digest, read anew; empty where it has none."""
    try:
        with default_storage.open(stored_name(sha256)) as file:
            return _sha256(file)
    except OSError:
        return ""


@contextmanager
def storing(errors: type[Exception] = OSError) -> Iterator[None]:
    """What a disk raises becomes NotStored, with words for whoever waits, and is logged with its trace.

    :param errors: what may be raised; a storage that is no disk has errors of its own.
    """
    try:
        yield
    except Refused:
        raise
    except errors as error:
        logger.exception("A file could not be stored.")
        raise NotStored(_why_not(error)) from error


def _why_not(error: Exception) -> str:
    number = error.errno if isinstance(error, OSError) else None
    if number in (errno.ENOSPC, errno.EDQUOT):
        return _(
            "The file could not be stored: the server's disk is full. Nothing was saved. "
            "Tell an administrator, then try again."
        )
    if number in (errno.EROFS, errno.EACCES, errno.EPERM):
        return _(
            "The file could not be stored: the server may not write to its disk. Nothing was saved. "
            "Tell an administrator, then try again."
        )
    return _(
        "The file could not be stored: the server's disk failed. Nothing was saved. "
        "Try again; if it happens again, tell an administrator."
    )


def _write(storage: Storage, name: str, sha256: str, size: int, content: "File[bytes]") -> None:
    """Write `content` under `name`, in place of what is not whole there."""
    saved = _save(storage, name, sha256, size, content)
    if saved == name:
        return
    # This storage overwrites nothing: what is broken makes way once it is known that there is room for the whole.
    try:
        if _is_whole(storage, saved, sha256, size) and not _is_whole(storage, name, sha256, size):
            storage.delete(name)
            again = _save(storage, name, sha256, size, content)
            if again != name:
                storage.delete(again)
    finally:
        storage.delete(saved)


def _save(storage: Storage, name: str, sha256: str, size: int, content: "File[bytes]") -> str:
    """Save, and take away again what is not whole. The name under which it is, as `Storage.save` gives it."""
    content.seek(0)
    try:
        saved = storage.save(name, content)
    except BaseException:
        if not isinstance(storage, WholeFileStorage):
            with suppress(Exception):
                if not _is_whole(storage, name, sha256, size):
                    storage.delete(name)
        raise
    if not _is_whole(storage, saved, sha256, size):
        storage.delete(saved)
    return saved


def _is_whole(storage: Storage, name: str, sha256: str, size: int) -> bool:
    """Whether the storage has exactly these bytes under a name."""
    if not storage.exists(name) or storage.size(name) != size:
        return False
    with storage.open(name) as file:
        return (_sha256(file), file.tell()) == (sha256, size)


def _recognise(upload: "File[bytes]", name: str) -> str:
    """The media type of what the bytes are, which must be what the name says. Raises Refused."""
    ending = name.rsplit(".", 1)[-1].lower() if "." in name else ""
    wanted = media_types.ACCEPTED.get(ending)
    if wanted is None:
        raise Refused(
            _("Files of this type cannot be attached. Accepted: %(types)s.") % {"types": media_types.accepted()}
        )
    upload.seek(0)
    if ending in ("docx", "xlsx", "odt", "ods"):
        # Django's wrapper is no binary file; what it wraps is.
        source: IO[bytes] | Any = upload.file or upload
        packages.check(source, ending)
    elif not (_is_text(upload) if ending in ("txt", "csv") else _begins_as(upload, wanted)):
        raise Refused(_("What is in this file is not what its name says (.%(ending)s).") % {"ending": ending})
    return wanted


def _begins_as(upload: "File[bytes]", media_type: str) -> bool:
    return media_types.by_signature(upload.read(media_types.HEAD)) == media_type


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
