"""Storages that are no disk of ours: what a cloud, or a fault, may do."""

import errno
from typing import Any

from django.core.files.base import ContentFile, File
from django.core.files.storage import InMemoryStorage
from django.utils.deconstruct import deconstructible


@deconstructible
class RenamingStorage(InMemoryStorage):
    """Overwrites nothing: a name that is taken becomes another, as Django's own storages do it."""

    saved: list[str]

    def __init__(self) -> None:
        super().__init__()
        self.saved = []

    def _save(self, name: str, content: "File[Any]") -> str:
        self.saved.append(name)
        return str(super()._save(name, content))  # type: ignore[misc]  # the stubs leave out what Django documents


@deconstructible
class BreakingStorage(RenamingStorage):
    """Fails with `error` after `room` bytes, and leaves under the name what it wrote so far."""

    def __init__(self, error: Exception | None = None, room: int = 3) -> None:
        super().__init__()
        self.error = error
        self.room = room

    def _save(self, name: str, content: "File[Any]") -> str:
        if self.error is None:
            return super()._save(name, content)
        super()._save(name, ContentFile(content.read()[: self.room]))
        raise self.error


@deconstructible
class LossyStorage(RenamingStorage):
    """Says that all is well, and loses the end of every file."""

    def _save(self, name: str, content: "File[Any]") -> str:
        return super()._save(name, ContentFile(content.read()[:-1]))


@deconstructible
class FullDisk(InMemoryStorage):
    """Has no room: `ENOSPC`, as the disk says it, or another number."""

    def __init__(self, number: int = errno.ENOSPC) -> None:
        super().__init__()
        self.number = number

    def _save(self, name: str, content: "File[Any]") -> str:
        raise OSError(self.number, "no room")
