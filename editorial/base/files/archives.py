"""Zip archives that somebody sent, read without trust: the one place of the house that unpacks.

An archive may say anything of itself, so nothing is bounded by what it declares: every byte that comes out is counted,
and reading stops at a limit. Only what Office and translation tools write is read, members stored or deflated (ISO/IEC
29500-2, annex B; OpenDocument 1.3 part 2); `zipfile` gives no bound on what other methods unpack at a time.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from typing import IO

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: Bytes unpacked at a time.
CHUNK = 64 * 1024
#: No member unpacks to more than this many times its packed size, beyond the first `_FREE` bytes. Deflate reaches 1032;
#: sheets and texts of real life stay below 100.
_RATIO = 200
_FREE = 1024 * 1024  # bytes
#: The largest table of contents that is read, in bytes for each member that there may be; and the most that is read of
#: the file at a time in any case: the end with a comment, where `zipfile` looks for the table.
_TABLE = 256
_END = 128 * 1024
_LOCAL_HEADER = 30  # bytes before the name of a member (APPNOTE 4.3.7)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
#: What `zipfile` raises for archives that are not what they say.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
    LookupError,
    OverflowError,
)


class Fault(Enum):
    """Why an archive cannot be read; the value says it to a person."""

    DAMAGED = _("The file is damaged. Open it in the program that made it, save it anew and choose that file.")
    LOCKED = _("The file is protected by a password. Take the password off, save the file and choose it again.")
    TOO_MUCH = _(
        "The file unpacks to more than can be read. Make its pictures smaller or divide it into several files."
    )


class Unreadable(Exception):
    """Raised for an archive that cannot be read; `fault` is why, `detail` is for the log. Its text is for a person."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        words: str | Promise = fault.value
        super().__init__(words)
        self.fault = fault
        self.detail = detail

    def __str__(self) -> str:
        return str(self.fault.value)


class Archive:
    """An archive whose cost is bounded. Use it as a context manager; every method raises `Unreadable`.

    :param source: a binary file that can seek; it stays open.
    :param most_members: the most files in it.
    :param most_bytes: the most that may be unpacked of it, all members together.
    """

    def __init__(self, source: IO[bytes], *, most_members: int, most_bytes: int) -> None:
        #: Bytes that may still be unpacked.
        self.left = most_bytes
        try:
            self._zip = zipfile.ZipFile(_Source(source, max(_END, most_members * _TABLE)))
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED, repr(error)) from error
        self.members = [member for member in self._zip.infolist() if not member.is_dir()]
        self.names = [member.filename for member in self.members]
        try:
            self._check(most_members)
        except Unreadable:
            self._zip.close()
            raise

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()

    def chunks(self, member: "str | zipfile.ZipInfo") -> Iterator[bytes]:
        """The unpacked bytes of a member, piece by piece, up to the limit; its checksum is compared at the end.

        Raises KeyError for a name that is not there.
        """
        info = self._zip.getinfo(member) if isinstance(member, str) else member
        count = 0
        try:
            with self._zip.open(info) as opened:
                for chunk in iter(lambda: opened.read(CHUNK), b""):
                    count += len(chunk)
                    self.left -= len(chunk)
                    if self.left < 0 or count > info.compress_size * _RATIO + _FREE:
                        raise Unreadable(Fault.TOO_MUCH, f"{info.filename} unpacks to more than {count} bytes")
                    yield chunk
        except _BROKEN as error:
            raise Unreadable(Fault.DAMAGED, f"{info.filename}: {error!r}") from error

    def read(self, member: "str | zipfile.ZipInfo", *, most: int) -> bytes:
        """All of a member of at most `most` bytes. Raises KeyError for a name that is not there."""
        found = bytearray()
        for chunk in self.chunks(member):
            found += chunk
            if len(found) > most:
                raise Unreadable(Fault.TOO_MUCH, f"{member} is larger than {most} bytes")
        return bytes(found)

    def repeated(self) -> list[str]:
        """The names that stand there more than once; systems that do not tell case take "A" and "a" for one."""
        seen: set[str] = set()
        found = set()
        for name in self.names:
            if name.casefold() in seen:
                found.add(name)
            seen.add(name.casefold())
        return sorted(found)

    def _check(self, most_members: int) -> None:
        every = self._zip.infolist()
        if len(every) > most_members or sum(member.file_size for member in every) > self.left:
            raise Unreadable(Fault.TOO_MUCH, f"{len(every)} members")
        for member in every:
            if member.flag_bits & 0x1:
                raise Unreadable(Fault.LOCKED, member.filename)
            if member.compress_type not in _METHODS:
                raise Unreadable(Fault.DAMAGED, f"{member.filename}: compression {member.compress_type}")
            if "\x00" in member.orig_filename:
                raise Unreadable(Fault.DAMAGED, "a name with NUL")
        every.sort(key=lambda member: member.header_offset)
        for member, following in pairwise(every):
            # The same bytes as many members are a bomb that no sum of packed sizes shows.
            if member.header_offset + _LOCAL_HEADER + member.compress_size > following.header_offset:
                raise Unreadable(Fault.DAMAGED, f"{member.filename} and {following.filename} overlap")


class _Source:
    """A file of which nobody takes more than a table of contents at a time, whatever the archive says of its length."""

    def __init__(self, file: IO[bytes], most: int) -> None:
        self._file, self._most = file, most
        self.seek, self.tell = file.seek, file.tell

    def read(self, size: int = -1) -> bytes:
        found = self._file.read(self._most + 1 if size < 0 else min(size, self._most + 1))
        if len(found) > self._most:
            raise zipfile.BadZipFile("a table of contents beyond all measure")
        return found

    def seekable(self) -> bool:
        return True

    def close(self) -> None:
        """The file is closed by whoever opened it."""
