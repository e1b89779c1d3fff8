"""Ways around the engine, for tests that prove there is none: raw SQL, and an owner who switches triggers off."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction


def sql(statement: str, *params: Any) -> int:
    """Run one statement past Django and tell how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params or None)
        return int(cursor.rowcount)


def rows(statement: str, *params: Any) -> Sequence[tuple[Any, ...]]:
    """What one query past Django answers."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params or None)
        found: Sequence[tuple[Any, ...]] = cursor.fetchall()
        return found


@contextmanager
def refused(message: str) -> Iterator[None]:
    """The database must refuse what happens inside, with words that match `message`;
    the test's data stays as it was."""
    with pytest.raises(IntegrityError, match=message), transaction.atomic():
        yield


@contextmanager
def triggers_off() -> Iterator[None]:
    """What the owner of the tables could do: change rows with every trigger switched off."""
    sql("SET session_replication_role = replica")
    try:
        yield
    finally:
        sql("SET session_replication_role = DEFAULT")


#: The roles of tests; rolled back with the test that made them.
OWNER, SITE = "entente_test_owner", "entente_test_site"


@contextmanager
def as_role(name: str) -> Iterator[None]:
    """Be another role of PostgreSQL for a while."""
    sql(f"SET ROLE {name}")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            sql("RESET ROLE")


def at_commit() -> None:
    """Let the guards that look when a transaction ends look now."""
    sql("SET CONSTRAINTS ALL IMMEDIATE")
    sql("SET CONSTRAINTS ALL DEFERRED")
