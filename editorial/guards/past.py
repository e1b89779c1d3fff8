"""Writing what was: for the demo, measurements and tests, which play months of work in a moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

from editorial.guards import clock_functions


def let_every_instant_be_now() -> None:
    """Let every instant count as now from here on; only the owner of the function can."""
    _replace("editorial_present", clock_functions.ANY_INSTANT)


def put_right() -> None:
    """Make the functions of the clock what they should be."""
    for name in clock_functions.FUNCTIONS:
        _replace(name)


@contextmanager
def past_allowed() -> Iterator[None]:
    """Let what happens inside be dated as it likes: one transaction, so that nobody else ever sees another clock.

    Should the process die, everything is as before. Raises ProgrammingError for the site's own role, which does not own
    the function.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT prosrc FROM pg_catalog.pg_proc WHERE oid = 'public.editorial_present()'::regprocedure"
            )
            [before] = cursor.fetchone()
        let_every_instant_be_now()
        yield
        _replace("editorial_present", before.strip())


def _replace(name: str, body: str = "") -> None:
    with connection.cursor() as cursor:
        cursor.execute(clock_functions.definition(name, body))
