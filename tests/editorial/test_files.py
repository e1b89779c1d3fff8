"""Files are stored whole or not at all, on whatever storage; what is not whole is believed by nobody and given to
nobody.
"""

import errno
import hashlib
import logging
import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from editorial.base.files import storage, store
from tests.storages import BreakingStorage, FullDisk, LossyStorage, RenamingStorage

DATA = b"An agreement in three languages.\n" * 50_000
SHA256 = hashlib.sha256(DATA).hexdigest()
SIZE = len(DATA)
NAME = store.stored_name(SHA256)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def upload(data: bytes = DATA) -> SimpleUploadedFile:
    return SimpleUploadedFile("a.txt", data)


def everything(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_site_stores_whole_files() -> None:
    assert isinstance(default_storage, storage.WholeFileStorage)


def test_a_file_is_stored_once(media: Path) -> None:
    kept = store.keep_upload(upload())
    (path,) = everything(media)
    assert path == media / NAME
    assert path.read_bytes() == DATA
    assert path.stat().st_mode & 0o777 == 0o644
    before = path.stat()
    assert store.keep_upload(upload()) == kept
    assert path.stat().st_ino == before.st_ino, "stored anew"
    assert store.is_stored(SHA256, SIZE)


@pytest.mark.parametrize(
    "found",
    [DATA[:-1], DATA[: SIZE // 2], b"", DATA + b"x", b"X" + DATA[1:]],
    ids=["cut by one", "cut by half", "empty", "too long", "other bytes"],
)
@pytest.mark.parametrize("made", [False, True])
def test_what_is_there_is_believed_only_if_it_is_whole(media: Path, found: bytes, *, made: bool) -> None:
    """B3: a part of a file under its digest was taken for the file for ever after."""
    path = media / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(found)
    if made:
        store.keep_bytes(DATA)
    else:
        store.keep_upload(upload())
    assert path.read_bytes() == DATA
    assert everything(media) == [path]


@pytest.fixture
def small_files() -> Iterator[Callable[[int], None]]:
    """The kernel ends every file of this process at some bytes, as a full disk does; a call with -1 makes room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def limit(size: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (before[0] if size < 0 else size, before[1]))

    yield limit
    resource.setrlimit(resource.RLIMIT_FSIZE, before)
    signal.signal(signal.SIGXFSZ, handler)


def test_a_write_that_ends_midway_leaves_nothing_and_can_be_done_again(
    media: Path, small_files: Callable[[int], None]
) -> None:
    small_files(SIZE // 2)
    for _try in range(2):
        with pytest.raises(store.NotStored):
            store.keep_upload(upload())
        with pytest.raises(store.NotStored):
            store.keep_bytes(DATA)
        assert everything(media) == []
    small_files(-1)
    store.keep_upload(upload())
    assert (media / NAME).read_bytes() == DATA


def test_a_whole_file_survives_a_write_that_fails(media: Path, small_files: Callable[[int], None]) -> None:
    """Whoever reads a file that others are about to replace has the old one or the new one."""
    store.keep_upload(upload())
    with default_storage.open(NAME) as reader:
        start = reader.read(10)
        small_files(10)
        with pytest.raises(OSError, match="too large"):
            default_storage.save(NAME, ContentFile(DATA))
        small_files(-1)
        assert start + reader.read() == DATA
        reader.seek(0)
        default_storage.save(NAME, ContentFile(b"other"))
        assert reader.read() == DATA
    assert (media / NAME).read_bytes() == b"other"


if os.geteuid() == 0:

    def test_a_disk_that_is_really_full(settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        """Only root may mount a disk of 1.2 MB; `small_files` above is for everybody."""
        settings.MEDIA_ROOT = tmp_path / "disk"
        settings.MEDIA_ROOT.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=1200k", "tmpfs", str(settings.MEDIA_ROOT)]
        subprocess.run(mount, check=True)
        try:
            for _try in range(2):
                with pytest.raises(store.NotStored, match="disk is full"):
                    store.keep_upload(upload())
                assert everything(settings.MEDIA_ROOT) == []
            assert "could not be stored" in caplog.text
            subprocess.run([*mount[:4], "remount,size=8m", str(settings.MEDIA_ROOT)], check=True)
            store.keep_upload(upload())
            assert (settings.MEDIA_ROOT / NAME).read_bytes() == DATA
        finally:
            subprocess.run(["umount", str(settings.MEDIA_ROOT)], check=True)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EDQUOT, "disk is full"),
        (errno.EROFS, "may not write"),
        (errno.EACCES, "may not write"),
        (errno.EPERM, "may not write"),
        (errno.EIO, "disk failed"),
    ],
)
def test_it_is_said_why_and_logged(number: int, words: str, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR), pytest.raises(store.NotStored, match=words) as refused:
        store.store_once(SHA256, SIZE, ContentFile(DATA), storage=FullDisk(number))
    assert "Nothing was saved" in str(refused.value)
    assert "administrator" in str(refused.value)
    assert len(caplog.records) == 1


def whole(place: RenamingStorage) -> bool:
    with place.open(NAME) as file:
        return bool(file.read() == DATA)


def test_a_storage_that_renames_keeps_one_whole_file() -> None:
    place = RenamingStorage()
    for _time in range(2):
        store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    assert place.saved == [NAME]
    assert whole(place)


@pytest.mark.parametrize("found", [DATA[:-1], b"", b"X" + DATA[1:]])
def test_a_storage_that_renames_replaces_what_is_not_whole(found: bytes) -> None:
    place = RenamingStorage()
    place.save(NAME, ContentFile(found))
    store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    assert whole(place)
    assert place.listdir(NAME.rsplit("/", 1)[0])[1] == [SHA256], "the copy under another name stayed"


@pytest.mark.parametrize("error", [OSError(errno.ENOSPC, "full"), ConnectionError("gone"), LookupError("of a cloud")])
def test_a_storage_that_fails_midway_leaves_nothing(error: Exception) -> None:
    place = BreakingStorage(error)
    with pytest.raises(store.NotStored):
        store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    assert not place.exists(NAME)
    place.error = None
    store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    assert whole(place)


def test_a_storage_that_fails_does_not_lose_what_is_whole() -> None:
    place = BreakingStorage()
    store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    place.error = OSError("broken")
    store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    assert whole(place)


def test_a_storage_that_loses_bytes_is_found_out() -> None:
    place = LossyStorage()
    with pytest.raises(store.NotStored):
        store.store_once(SHA256, SIZE, ContentFile(DATA), storage=place)
    assert not place.exists(NAME)


def test_uploads_of_the_same_bytes_at_once_and_a_reader(media: Path) -> None:
    """Whatever a reader finds under the digest, at any moment, is the file."""
    path = media / NAME
    path.parent.mkdir(parents=True)
    path.write_bytes(DATA[:100])
    start, over = threading.Barrier(5), threading.Event()
    problems: list[str] = []
    seen: list[int] = []

    def send() -> None:
        start.wait()
        for _time in range(5):
            try:
                store.keep_upload(upload())
            except Exception as error:
                problems.append(repr(error))

    def read() -> None:
        start.wait()
        while not over.is_set():
            try:
                with store.opened(SHA256, SIZE) as file:
                    if file.read() != DATA:
                        problems.append("a wrong file")
                seen.append(1)
            except store.NotWhole:
                if seen:
                    problems.append("it went away")

    senders = [threading.Thread(target=send) for _each in range(4)]
    reader = threading.Thread(target=read)
    for thread in (*senders, reader):
        thread.start()
    for thread in senders:
        thread.join()
    over.set()
    reader.join()
    assert problems == []
    assert everything(media) == [path]
    with store.opened(SHA256, SIZE) as file:
        assert file.read() == DATA


def test_what_killed_processes_left_goes_with_a_later_write(media: Path) -> None:
    incoming = media / ".incoming"
    incoming.mkdir()
    old, young = incoming / "old", incoming / "young"
    for path in (old, young):
        path.write_bytes(b"part")
    past = time.time() - storage.LEFT_OVER - 1
    os.utime(old, (past, past))
    store.keep_bytes(b"something")
    assert not old.exists()
    assert young.exists(), "somebody may be writing it"


@pytest.mark.parametrize("found", [DATA[:-1], DATA + b"x", b"", None])
def test_what_is_not_as_long_as_recorded_is_not_opened(
    media: Path, found: bytes | None, caplog: pytest.LogCaptureFixture
) -> None:
    if found is not None:
        (media / NAME).parent.mkdir(parents=True)
        (media / NAME).write_bytes(found)
    with caplog.at_level(logging.ERROR), pytest.raises(store.NotWhole):
        store.opened(SHA256, SIZE)
    assert SHA256 in caplog.text
    assert not store.is_stored(SHA256, SIZE)
