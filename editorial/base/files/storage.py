"""The local disk as storage: a file is there whole, or it is not there at all."""

import logging
import os
import time
import uuid
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.files.base import File
from django.core.files.storage import FileSystemStorage

logger = logging.getLogger(__name__)

#: Where files are written before they are moved to their place: on the same file system, so that moving is one step.
_INCOMING = ".incoming"
#: Seconds after which what still lies there belongs to a process that was killed; nobody writes a file for so long.
LEFT_OVER = 60 * 60
#: How many of those are looked at with each write.
_AT_ONCE = 100


def write_whole(target: Path, chunks: "Iterable[Any]", *, temporary: Path, mode: int | None = None) -> None:
    """Write a file so that it is whole when it appears, replacing what had its name. Raises OSError.

    :param chunks: bytes, or texts that are written as UTF-8.
    :param temporary: where it is written, on the file system of `target`; the file must not be there.
    :param mode: the permissions that it gets; those of the process if none.
    """
    try:
        with temporary.open("xb") as file:
            for chunk in chunks:
                file.write(chunk.encode() if isinstance(chunk, str) else chunk)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync(target.parent)


class WholeFileStorage(FileSystemStorage):
    """Files that appear under their name in one step, once they are on the disk, and replace what had the name.

    A full disk, a lost connection or a killed process leaves nothing under the name, and a reader sees the old file or
    the new one, never a part (POSIX.1-2017, `rename`). Whoever reads the old one at that moment goes on reading it.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "allow_overwrite": True})

    def _save(self, name: str, content: "File[Any]") -> str:
        target = Path(self.path(name))
        incoming = Path(self.path(_INCOMING))
        self._make_folder(incoming)
        self._make_folder(target.parent)
        self._remove_left_over(incoming)
        write_whole(target, content.chunks(), temporary=incoming / uuid.uuid4().hex, mode=self.file_permissions_mode)
        return name

    def _make_folder(self, folder: Path) -> None:
        """Make a folder and those above it, and have the disk keep them."""
        if folder.is_dir():
            return
        self._make_folder(folder.parent)
        with suppress(FileExistsError):
            folder.mkdir()
            if self.directory_permissions_mode is not None:
                folder.chmod(self.directory_permissions_mode)
        _sync(folder.parent)

    def _remove_left_over(self, incoming: Path) -> None:
        """Take away what killed processes left, some with each write."""
        limit = time.time() - LEFT_OVER
        with os.scandir(incoming) as entries:
            for entry in islice(entries, _AT_ONCE):
                try:
                    if entry.stat(follow_symlinks=False).st_mtime < limit:
                        Path(entry.path).unlink(missing_ok=True)
                        logger.warning("Removed a file that was never finished: %s", entry.path)
                except OSError as error:
                    logger.warning("A file that was never finished could not be removed: %s", error)


def _sync(folder: Path) -> None:
    """Have the disk keep the names in a folder (`fsync` of the directory)."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
