"""Django's PostgreSQL backend with three things more.

- A server older than PostgreSQL 16 is refused in words, by Django's own check of versions.
- A connection that the database has closed is noticed before it is used, without a statement: Django asks at the begin
  of each request whether a connection may be kept, `editorial.base.jobs` before each job.
- A connection is closed when its thread ends. Django leaves that to the garbage collector, which never runs when idle.
"""

import select
import threading
from contextlib import suppress
from typing import Any

from django.db.backends.postgresql import base, features

from config.postgresql import OLDEST


class DatabaseFeatures(features.DatabaseFeatures):
    """What the server must be able to do."""

    minimum_database_version = (OLDEST,)


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection of a thread to PostgreSQL (Django calls it a wrapper)."""

    features_class = DatabaseFeatures

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Connect, and have the connection closed when this thread ends."""
        connection = super().get_new_connection(conn_params)
        _close_with_thread(self.alias, connection)
        return connection

    def close_if_unusable_or_obsolete(self) -> None:
        """Close the connection if it is too old, has failed, or was closed by the database meanwhile."""
        super().close_if_unusable_or_obsolete()
        if self.connection is not None and not self.in_atomic_block and not is_open(self.connection):
            self.close()


def is_open(connection: Any) -> bool:
    """Whether an idle connection is still open at the other end, as far as can be known without asking.

    Only a database that closes it speaks unasked, so there is nothing to read on the socket of an open one.
    """
    if connection.closed:
        return False
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN)
    return not waiting.poll(0)


class _Ending:
    """Closes a connection when it is forgotten, which is when its thread ends or has another connection."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection

    def __del__(self) -> None:
        with suppress(Exception):  # Python itself may be ending
            self.connection.close()


_of_thread = threading.local()


def _close_with_thread(alias: str, connection: Any) -> None:
    vars(_of_thread)[alias] = _Ending(connection)
