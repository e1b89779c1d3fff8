"""The site's database with the demo, made once: every worker of a test run gets a copy of its own.

As a program it makes it, so that `make test` can do so beside other work.
"""

import fcntl
import hashlib
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from tests.browser.site import ROOT, manage

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


def server_and_folder() -> tuple[str, Path]:
    """The URL of the server in which the site's databases are made,
    and the folder for the files of the demo to copy."""
    from config.settings import DATA_DIR, env

    url = env.str("DATABASE_URL", default="")
    if not url:
        from config.database import embedded_url

        url = embedded_url(DATA_DIR / "postgresql")
    return url, DATA_DIR / "demo-to-copy"


@contextmanager
def copy(name: str, files: Path) -> Iterator[str]:
    """A database called `name` with the demo; yields its URL and drops it at the end.

    :param files: an empty folder that becomes the site's DATA_DIR.
    """
    url, kept = server_and_folder()
    ready(url, kept)
    shutil.copytree(kept / "data", files, dirs_exist_ok=True)
    with _administering(url) as connection:
        _drop(connection, name)
        copied = sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(sql.Identifier(name), sql.Identifier(NAME))
        with _alone(kept):  # PostgreSQL copies a database that nobody uses, another worker's copy included
            connection.execute(copied)
        # What a test types need not outlive a power cut, and nobody waits for the disk.
        connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(name)))
        try:
            yield _beside(url, name)
        finally:
            _drop(connection, name)


def ready(url: str, kept: Path) -> None:
    """Make the demo to copy, unless it is there and neither old nor of other sources."""
    with _alone(kept), _administering(url) as connection:
        sources = _fingerprint()
        made = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME]
        ).fetchone()
        fingerprint, _space, at = ((made and made[0]) or "").partition(" ")
        if fingerprint == sources and time.time() - float(at) < KEPT and (kept / "data").is_dir():
            return
        _drop(connection, NAME)
        shutil.rmtree(kept / "data", ignore_errors=True)
        (kept / "data").mkdir()
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))
        connection.execute(sql.SQL("ALTER DATABASE {} SET synchronous_commit = off").format(sql.Identifier(NAME)))
        for command in (["migrate", "--verbosity", "0"], ["demo"]):
            manage(command, _beside(url, NAME), DATA_DIR=str(kept / "data"))
        comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
        connection.execute(comment.format(sql.Identifier(NAME), sql.Literal(f"{sources} {time.time():.0f}")))


@contextmanager
def _alone(kept: Path) -> Iterator[None]:
    kept.mkdir(parents=True, exist_ok=True)
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _administering(url: str) -> psycopg.Connection:
    return psycopg.connect(url, autocommit=True)


def _drop(connection: psycopg.Connection, name: str) -> None:
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def _fingerprint() -> str:
    found = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()


def _beside(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return re.sub(r"(://[^/]*)/[^/?]*", rf"\1/{name}", url)


if __name__ == "__main__":
    ready(*server_and_folder())
