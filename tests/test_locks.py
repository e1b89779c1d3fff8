"""The locks are complete for themselves: they are installed without resolving, on any day, by the pip that Python
brings.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def check(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the check on the locks in `folder`."""
    pairs = ["requirements.in=requirements.txt", "requirements-dev.in=requirements-dev.txt"]
    command = [sys.executable, str(ROOT / ".ci" / "check_locks.py"), *pairs]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the four files, to be spoilt."""
    for path in ROOT.glob("requirements*"):
        (tmp_path / path.name).write_text(path.read_text())
    return tmp_path


def without(lock: str, name: str) -> str:
    """The lock without the entry of a library."""
    return re.sub(rf"(?m)^{name}==(?:.*\\\n)*.*\n(?:    #.*\n)*", "", lock)


def test_the_locks_are_complete() -> None:
    assert check(ROOT).returncode == 0, check(ROOT).stderr


@pytest.mark.parametrize(
    ("lock", "name"),
    [
        ("requirements-dev.txt", "coverage"),  # asked for with an extra by pytest-cov
        ("requirements.txt", "psycopg-pool"),  # asked for by an extra of psycopg
        ("requirements.txt", "argon2-cffi-bindings"),  # two steps down
        ("requirements.txt", "django"),
    ],
)
def test_what_a_lock_forgets_is_named(folder: Path, lock: str, name: str) -> None:
    spoilt = without((folder / lock).read_text(), name)
    assert spoilt != (folder / lock).read_text()
    (folder / lock).write_text(spoilt)
    found = check(folder)
    assert found.returncode == 1
    assert re.search(rf"{lock}: {name}\b.* is not pinned", found.stderr, re.IGNORECASE), found.stderr


def test_another_version_a_missing_hash_and_a_pin_for_nothing_are_named(folder: Path) -> None:
    lock = folder / "requirements.txt"
    text = without(lock.read_text(), "whitenoise")
    lock.write_text(text + "whitenoise==6.0.0\nleft-over==1.0 --hash=sha256:00\n")
    found = check(folder).stderr
    assert "whitenoise has no hash" in found
    assert "whitenoise is pinned to 6.0.0, but" in found
    assert "nothing needs left-over" in found


def test_a_version_that_a_library_refuses_is_named(folder: Path) -> None:
    lock = folder / "requirements.txt"
    lock.write_text(re.sub(r"(?m)^django==\S+", "django==4.2.0", lock.read_text()))
    assert "django is pinned to 4.2.0, but must be" in check(folder).stderr


def test_the_locks_are_installed_without_resolving() -> None:
    """The Makefile and the page for operators install with `--no-deps` and with hashes."""
    for path in (ROOT / "Makefile", ROOT / "docs" / "deploy.md"):
        lines = [line for line in path.read_text().splitlines() if "pip install" in line]
        assert lines
        assert all("--no-deps" in line and "--require-hashes" in line for line in lines), path
