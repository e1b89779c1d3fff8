"""What time it is: by the clock of the database, which is the one clock of publication, whichever server asks.

How far this machine's clock is off is measured on each connection to the database, by one short statement, and again
after `RENEWED_AFTER` seconds or when this machine's clock was set meanwhile. In between, telling the time costs no
statement.
"""

import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from django.db import connection
from django.utils import timezone
from psycopg.pq import TransactionStatus

#: Seconds until the difference of the clocks is measured anew.
RENEWED_AFTER = 10.0
#: The clock of this machine was set when it moved by so many seconds more or less than time that only grows.
SET_BY = 0.05
#: A difference that whoever keeps the machine should hear of.
TOLERATED = timedelta(seconds=1)


@dataclass(frozen=True)
class Measured:
    """How far the database's clock is ahead of this machine's, and when that was found, by its two clocks."""

    ahead: timedelta
    wall: float
    steady: float

    @property
    def is_good(self) -> bool:
        """Whether it need not be measured again yet."""
        steady = time.monotonic() - self.steady
        return steady < RENEWED_AFTER and abs(time.time() - self.wall - steady) < SET_BY


#: The last measurement on each open connection.
_measured: "WeakKeyDictionary[Any, Measured]" = WeakKeyDictionary()


def now() -> datetime:
    """The present instant by the database's clock, never ahead of it. Raises OperationalError while the database is
    away.
    """
    return timezone.now() + ahead()


def ahead() -> timedelta:
    """How far the database's clock is ahead of this machine's; negative where it is behind."""
    connection.ensure_connection()
    raw = connection.connection
    known = _measured.get(raw)
    if known is not None and known.is_good:
        return known.ahead
    if raw.info.transaction_status == TransactionStatus.INERROR:
        # Nothing can be asked until the transaction is rolled back.
        return known.ahead if known else timedelta(0)
    with connection.wrap_database_errors:
        there = raw.execute("SELECT public.editorial_now()").fetchone()[0]
    # What it took to come here is left out: so this clock is behind the database's by that, and never ahead of it.
    _measured[raw] = found = Measured(there - timezone.now(), time.time(), time.monotonic())
    return found.ahead


def known() -> timedelta | None:
    """What `ahead` found last on this thread's connection; none where nobody asked. Costs nothing."""
    found = _measured.get(connection.connection) if connection.connection is not None else None
    return found.ahead if found else None
