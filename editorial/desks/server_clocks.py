"""Machines whose clocks are off, among the problems of whoever keeps the site."""

import logging
import socket
import time
from datetime import datetime, timedelta
from typing import Any

from django.db import DatabaseError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from editorial.base import clock
from editorial.base.jobs import periodic
from editorial.desks.problems import problems_source
from editorial.desks.query import Ask
from editorial.models import ServerClock

#: A machine says so again after so many seconds.
AGAIN = 60.0
#: One that has said nothing for so long was put right.
FORGOTTEN = timedelta(minutes=15)

logger = logging.getLogger(__name__)
_said: list[float] = []


def note(*, ahead: timedelta | None, now: datetime) -> None:
    """Tell the desks that this machine's clock is off, if it is and was not told of just now.

    :param ahead: how far the database's clock is ahead of this machine's, as far as is known.
    """
    if ahead is None or abs(ahead) <= clock.TOLERATED or (_said and time.monotonic() - _said[0] < AGAIN):
        return
    _said[:] = [time.monotonic()]
    seconds, host = ahead.total_seconds(), socket.gethostname()
    logger.warning("The clock of this machine (%s) is %+.1f s from that of the database.", host, -seconds)
    try:
        ServerClock.objects.update_or_create(host=host, defaults={"seconds": seconds, "until": now + FORGOTTEN})
    except DatabaseError:  # a standby takes no words; the line in the log has to do
        logger.warning("The desks could not be told of this clock.", exc_info=True)


@periodic("editorial.server_clock", cron="*/5 * * * *")
def note_of_worker(now: datetime) -> None:
    """The same for the machine of a worker."""
    note(ahead=clock.ahead(), now=now)


@problems_source(
    "server_clocks",
    name=_("Clocks that are off"),
    label=ngettext_lazy(
        "The clock of %(count)s machine is off by more than a second",
        "The clocks of %(count)s machines are off by more than a second",
        "count",
    ),
    order=17,
    words="host",
    screen="editorial_serverclock_changelist",
)
def server_clocks(ask: Ask) -> QuerySet[Any] | None:
    """Machines that said so in the last quarter of an hour, for administrators."""
    if "change_user" not in ask.may:
        return None
    return ServerClock.objects.filter(until__gt=ask.moment)
