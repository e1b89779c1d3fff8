"""The site's database with the demo, made once: every worker of a test run gets a copy of its own.

As a program it makes it, so that `make test` can do so beside other work.
"""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from psycopg import sql

from tests import databases
from tests.browser.site import manage
from tests.databases import administering, alone, beside, comment, drop, fingerprint, set_comment

#: The database to copy.
NAME = "entente_demo_to_copy"
#: Seconds. The demo tells of days to come and of work that is overdue: it is not kept for long.
KEPT = 3600
#: What the demo is made of.
_SOURCES = (
    "config/**/*.py",
    "cooperation/**/*.py",
    "cooperation/demo/content/**/*.toml",
    "editorial/**/*.py",
    "templates/**/*",
    "locale/**/*.po",
    "requirements.txt",
)


def url_and_folder() -> tuple[str, Path]:
    """The URL of the server of the site's databases, and the folder for the files of the demo to copy."""
    url, folder = databases.url_and_folder()
    return url, folder / "demo-to-copy"


@contextmanager
def copy(name: str, files: Path) -> Iterator[str]:
    """A database called `name` with the demo; yields its URL and drops it at the end.

    :param files: an empty folder that becomes the site's DATA_DIR.
    """
    url, kept = url_and_folder()
    ready(url, kept)
    shutil.copytree(kept / "data", files, dirs_exist_ok=True)
    with administering(url) as connection:
        drop(connection, name)
        copied = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(NAME))
        with alone(kept / "lock"):  # PostgreSQL copies a database that nobody uses, another worker's copy included
            connection.execute(copied)
        # What a test types need not outlive a power cut, and nobody waits for the disk.
        connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
        try:
            yield beside(url, name)
        finally:
            drop(connection, name)


def ready(url: str, kept: Path) -> None:
    """Make the demo to copy, unless it is there and neither old nor of other sources."""
    with alone(kept / "lock"), administering(url) as connection:
        sources = fingerprint(_SOURCES)
        made_of, _space, at = comment(connection, NAME).partition(" ")
        if made_of == sources and time.time() - float(at) < KEPT and (kept / "data").is_dir():
            return
        drop(connection, NAME)
        shutil.rmtree(kept / "data", ignore_errors=True)
        (kept / "data").mkdir()
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(NAME)))
        for command in (["migrate", "--verbosity", "0"], ["demo"]):
            manage(command, beside(url, NAME), DATA_DIR=str(kept / "data"))
        set_comment(connection, NAME, f"{sources} {time.time():.0f}")


if __name__ == "__main__":
    ready(*url_and_folder())
