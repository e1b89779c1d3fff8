"""docs/new-kind.md, followed to the letter in a copy of the project."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests import databases

ROOT = Path(__file__).resolve().parents[2]
_BLOCK = re.compile(r"^```\w+ file=(\S+)(?: after=\"([^\"]+)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("config", "cooperation", "editorial", "static", "templates", "tests")


def blocks() -> list[tuple[str, str, str]]:
    """The blocks of the page in their order: file, the line after which it goes (or nothing), text."""
    return _BLOCK.findall((ROOT / "docs" / "new-kind.md").read_text())


def follow(root: Path) -> None:
    """Do in `root` what the page says."""
    for name, after, text in blocks():
        file = root / name
        if not file.exists():
            assert not after, f"{name}: there is no such file"
            file.write_text(text)
        elif after:
            before = file.read_text()
            lines = [line for line in before.splitlines() if after in line]
            assert len(lines) == 1, f"{name}: “{after}” stands in {len(lines)} lines"
            file.write_text(before.replace(lines[0] + "\n", f"{lines[0]}\n{text}", 1))
        else:
            file.write_text(f"{file.read_text()}\n\n{text}")


def test_every_block_of_the_page_names_its_file() -> None:
    page = (ROOT / "docs" / "new-kind.md").read_text()
    assert len(blocks()) == len(re.findall(r"^```\w", page, re.MULTILINE)) == 11


def test_a_kind_that_was_added_by_the_page_goes_all_the_way(tmp_path: Path, settings: object) -> None:
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "*.woff2"))
    shutil.copy(ROOT / "manage.py", tmp_path)
    follow(tmp_path)
    environment = {
        **os.environ,
        "DATA_DIR": str(getattr(settings, "DATA_DIR")),  # noqa: B009  # the settings are typed as an object here
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "PYTHONPATH": str(tmp_path),
    }
    with databases.copies_of_migrated() as migrated:
        for command in (
            ["manage.py", "makemigrations", "cooperation"],
            ["-m", "tests.cooperation.notice_journey", migrated],
        ):
            done = subprocess.run(
                [sys.executable, *command], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=300
            )
            assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.endswith("A notice went all the way.\n")
