"""Reading dates that PostgreSQL can hold and Python cannot: no row may keep a screen from being shown.

psycopg raises DataError for the year 10000, for years before Christ and for ±infinity. Here they are read as the ends
of `editorial.base.dates.safe`. What Python can hold is read as it always was.
"""

from datetime import date, datetime
from typing import Any

from django.db.backends.postgresql.psycopg_any import BaseTzLoader
from django.db.backends.signals import connection_created
from psycopg import DataError
from psycopg.types.datetime import DateLoader

from editorial.base.dates.safe import EARLIEST, LATEST, read_day, read_instant


class SafeDateLoader(DateLoader):
    """Reads a column of days."""

    def load(self, data: Any) -> date:
        """The day; the first or last of all for one beyond."""
        try:
            return super().load(data)
        except DataError:
            found = read_day(bytes(data).decode())
            if found is None:
                raise
            return found


class SafeInstantLoader(BaseTzLoader):
    """Reads a column of instants, and each end of a range of them."""

    def load(self, data: Any) -> datetime:
        """The instant, aware; `EARLIEST` or `LATEST` for one beyond."""
        try:
            loaded: datetime = super().load(data)
            return loaded
        except DataError:
            found = read_instant(bytes(data).decode())
            if found not in (EARLIEST, LATEST):
                raise
            return found


def prepare(*, connection: Any, **_kwargs: Any) -> None:
    """Have a new connection read with these loaders. A receiver of `connection_created`."""

    class Loader(SafeInstantLoader):
        timezone = connection.timezone  # by which Django sees that it need not register its own

    connection.connection.adapters.register_loader("timestamptz", Loader)
    connection.connection.adapters.register_loader("date", SafeDateLoader)


def connect() -> None:
    """Prepare every connection that is opened from now on."""
    connection_created.connect(prepare, dispatch_uid="editorial.database_dates")
