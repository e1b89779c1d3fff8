"""The server of the tests' databases, and the migrated one of which they are copies.

To migrate an empty database takes half a minute, to copy a migrated one a second.
"""

import fcntl
import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

ROOT = Path(__file__).resolve().parent.parent
#: The migrated database to copy. A test run migrates its copy too, which does nothing but what is newer.
MIGRATED = "entente_migrated_to_copy"
#: What migrations are made of. Whatever else they import only says what they do not write.
_SOURCES = ("*/migrations/*.py", "tests/toy/migrations/*.py", "editorial/guards/**/*.py", "requirements.txt")


def url_and_folder() -> tuple[str, Path]:
    """The URL of the server in which databases are made, and the folder for the files of this checkout."""
    from config.settings import DATA_DIR, env

    url = env.str("DATABASE_URL", default="")
    if not url:
        from config.database import embedded_url

        url = embedded_url(DATA_DIR / "postgresql")
    return url, DATA_DIR


@contextmanager
def copies_of_migrated() -> Iterator[str]:
    """The name of a migrated database, which nobody else copies meanwhile: PostgreSQL refuses two at once."""
    url, folder = url_and_folder()
    with alone(folder / "migrated.lock"), administering(url) as connection:
        made_of = fingerprint(_SOURCES)
        if comment(connection, MIGRATED) != made_of:
            drop(connection, MIGRATED)
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(MIGRATED)))
            environment = {
                "LOCAL": "1",
                "DATABASE_URL": beside(url, MIGRATED),
                "DJANGO_SETTINGS_MODULE": "tests.settings",
            }
            command = [sys.executable, "manage.py", "migrate", "--verbosity", "0"]
            subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=True)
            set_comment(connection, MIGRATED, made_of)
        yield MIGRATED


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Nobody else is here who asks for the lock at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def administering(url: str) -> psycopg.Connection:
    """A connection in which databases are made and dropped."""
    return psycopg.connect(url, autocommit=True)


def drop(connection: psycopg.Connection, name: str) -> None:
    """Drop a database, whoever still uses it."""
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def comment(connection: psycopg.Connection, name: str) -> str:
    """What a database says about itself; empty where it does not exist or says nothing."""
    found = connection.execute(
        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
    ).fetchone()
    return (found and found[0]) or ""


def set_comment(connection: psycopg.Connection, name: str, text: str) -> None:
    """Have a database say something about itself: last, so that one that is half made says nothing."""
    connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(text)))


def fingerprint(patterns: tuple[str, ...]) -> str:
    """A digest of the files of this checkout that match, names and bytes."""
    found = hashlib.sha256()
    for pattern in patterns:
        for path in sorted(ROOT.glob(pattern)):
            if path.is_file():
                found.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return found.hexdigest()


def beside(url: str, name: str) -> str:
    """The URL of another database of the same server."""
    return re.sub(r"(://[^/]*)/[^/?]*", rf"\1/{name}", url)
