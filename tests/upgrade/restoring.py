"""The database that `make_dump.py` wrote, in a database of its own."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
from django.db import connection
from psycopg import sql

#: A database of commit 4004cf5 with content at every stage.
DUMP = Path(__file__).parent / "4004cf5.sql.gz"
#: The file that its attachments name by digest.
ATTACHED = Path(__file__).parent / "attached.pdf"


@contextmanager
def restored(name: str) -> Iterator[str]:
    """Restore the dump into a new database called `name`, which is dropped at the end; yields the name."""
    with _connect("postgres") as server:
        identifier = sql.Identifier(name)
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier)
        server.execute(drop)
        server.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(identifier))
        try:
            with _connect(name) as empty:
                empty.execute(gzip.decompress(DUMP.read_bytes()))
            yield name
        finally:
            server.execute(drop)


def _connect(name: str) -> "psycopg.Connection[tuple[object, ...]]":
    """A connection of its own to another database of the server that the tests use."""
    given = connection.get_connection_params()
    address: dict[str, Any] = {key: given[key] for key in ("host", "port", "user", "password") if key in given}
    return psycopg.connect(dbname=name, autocommit=True, **address)
