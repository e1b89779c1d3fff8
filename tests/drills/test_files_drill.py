"""Processes that are killed while they store a file leave the whole of it, or nothing that anybody takes for it."""

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from editorial.base.files import storage, store
from tests.browser.site import ROOT

SIZE = 14 * 4_000_000  # bytes; long enough to be killed in the middle
KILLS = 10
DATA = b"An agreement.\n" * (SIZE // 14)
SHA256 = hashlib.sha256(DATA).hexdigest()


def start_storing(folder: Path) -> "subprocess.Popen[str]":
    """A process that is about to store the file."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.drills.storing", str(folder), str(SIZE)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stdout.readline() == "begins\n"
    return process


def ended(process: "subprocess.Popen[str]") -> None:
    """Let go of what is left of a process."""
    assert process.stdout is not None
    process.stdout.close()
    process.wait(60)


def _written(folder: Path, before: set[str]) -> int:
    """Bytes of the file that is being written: of what was not there `before`."""
    try:
        return sum(each.stat().st_size for each in (folder / ".incoming").iterdir() if each.name not in before)
    except FileNotFoundError:
        return 0  # it was moved to its place meanwhile


def test_killed_while_storing(settings: Any, tmp_path: Path, record_result: Callable[[str, str], None]) -> None:
    settings.MEDIA_ROOT = tmp_path
    settings.ATTACHMENT_MAX_BYTES = SIZE
    path = tmp_path / store.stored_name(SHA256)
    began = time.monotonic()
    ended(start_storing(tmp_path))
    assert path.read_bytes() == DATA
    for number in range(KILLS):
        path.unlink(missing_ok=True)
        before = {each.name for each in (tmp_path / ".incoming").iterdir()}
        process = start_storing(tmp_path)
        while process.poll() is None and _written(tmp_path, before) < SIZE * number / KILLS:
            time.sleep(0.001)
        process.send_signal(signal.SIGKILL)
        ended(process)
        assert not path.exists() or path.read_bytes() == DATA, f"kill {number} left a part under the digest"
        assert store.is_stored(SHA256, SIZE) == path.exists()
    left = list((tmp_path / ".incoming").iterdir())
    assert left, "no kill came while a file was written"
    past = time.time() - storage.LEFT_OVER - 1
    for each in left:
        os.utime(each, (past, past))
    path.unlink(missing_ok=True)
    store.keep_upload(SimpleUploadedFile("large.txt", DATA))
    assert path.read_bytes() == DATA
    assert list((tmp_path / ".incoming").iterdir()) == [], "what killed processes left is still there"
    record_result(
        "Processes killed while they store a file of 56 MB",
        f"{KILLS} kills, {len(left)} of them while bytes were written: never a part under the digest; "
        f"the next upload is whole, and what was left is gone ({time.monotonic() - began:.0f} s)",
    )
