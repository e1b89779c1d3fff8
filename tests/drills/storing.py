"""A process that stores a file in the folder that it is given: `python -m tests.drills.storing <folder> <bytes>`."""

import sys

import django
from django.conf import settings


def main(folder: str, size: int) -> None:
    """Say that it begins, store so many bytes as an upload is stored, and say that it is done."""
    from django.core.files.uploadedfile import SimpleUploadedFile

    from editorial.base.files import store

    settings.MEDIA_ROOT = folder
    settings.ATTACHMENT_MAX_BYTES = size
    upload = SimpleUploadedFile("large.txt", b"An agreement.\n" * (size // 14))
    print("begins", flush=True)  # noqa: T201
    store.keep_upload(upload)
    print("done", flush=True)  # noqa: T201


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1], int(sys.argv[2]))
