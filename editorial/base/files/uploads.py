"""Files on their way in, before anything is known of them."""

import errno
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import TemporaryFileUploadHandler


class FailedUpload(UploadedFile):  # type: ignore[type-arg]  # generic only in the stubs
    """A file for which the server had no room: it has a name and a size, and reading it raises `error`."""

    def __init__(self, error: OSError | None, **told: Any) -> None:
        self.error = error or OSError(errno.EIO, "the file was not received")
        super().__init__(**told)

    def read(self, *_size: int) -> bytes:
        """Raises the OSError that kept the file from being received."""
        raise self.error

    def seek(self, *_place: int) -> int:
        """Raises the OSError that kept the file from being received."""
        raise self.error

    def chunks(self, chunk_size: int | None = None) -> Any:
        """Raises the OSError that kept the file from being received."""
        raise self.error

    def close(self) -> None:
        """There is nothing to close."""


class WholeUploadHandler(TemporaryFileUploadHandler):
    """Django's handler for large files; where their folder is full, the file is a `FailedUpload`.

    Else a full disk would answer 500 before any form is asked, and everything typed beside the file would be lost.
    """

    file: Any
    error: OSError | None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a temporary file."""
        self.error = None
        self.file = None
        try:
            super().new_file(*args, **kwargs)
        except OSError as error:
            self._give_up(error)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Write a piece; once one failed, the rest is read and dropped."""
        if self.error is None:
            try:
                self.file.write(raw_data)
            except OSError as error:
                self._give_up(error)

    def file_complete(self, file_size: int) -> Any:
        """The file, or what is left to say of it."""
        try:
            if self.error is None:
                self.file.flush()
                return super().file_complete(file_size)
        except OSError as error:
            self._give_up(error)
        return FailedUpload(
            self.error, file=None, name=self.file_name, size=file_size, content_type=self.content_type,
            charset=self.charset, content_type_extra=self.content_type_extra,
        )  # fmt: skip

    def upload_interrupted(self) -> None:
        """The connection broke: the temporary file goes."""
        if self.file is not None:
            super().upload_interrupted()

    def _give_up(self, error: OSError) -> None:
        self.error = error
        opened: IO[bytes] | None = self.file
        self.file = None
        if opened is not None:
            try:
                opened.close()
            except OSError:
                # Closing writes what is in the buffer, for which there is no room either; the file goes all the same.
                return
