"""A form with a large file is read although the folder for uploads is full."""

from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from django.test import RequestFactory

from editorial.base.files import store
from editorial.base.files.uploads import FailedUpload
from editorial.importing import taking

LARGE = b"x" * (3 * 1024 * 1024)


def sent() -> Any:
    """A request with a text, a file that is too large for memory, and another text."""
    data = {"before": "typed", "file": SimpleUploadedFile("a.txt", LARGE), "after": "typed too"}
    return RequestFactory().post("/", data)


def test_a_large_file_arrives() -> None:
    request = sent()
    upload = request.FILES["file"]
    assert isinstance(upload, TemporaryUploadedFile)
    assert upload.read() == LARGE
    request.close()


@pytest.mark.parametrize("way", ["no folder", "no room"])
def test_what_was_typed_arrives_without_the_file(
    settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    if way == "no folder":
        settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path / "gone")
    else:
        # Every write to this device fails as on a full disk (null(4)).
        monkeypatch.setattr(
            "django.core.files.uploadedfile.tempfile.NamedTemporaryFile",
            lambda **_given: open("/dev/full", "wb"),  # noqa: SIM115
        )
    request = sent()
    assert request.POST.dict() == {"before": "typed", "after": "typed too"}
    upload = request.FILES["file"]
    assert isinstance(upload, FailedUpload)
    assert (upload.name, upload.size) == ("a.txt", len(LARGE))
    with pytest.raises(store.NotStored, match="Nothing was saved"):
        store.keep_upload(upload)
    with pytest.raises(taking.Refused, match="Nothing was saved"):
        taking.take(upload)
    request.close()
