"""What happens now is dated now: whoever waited too long between the two is told so in words, and may try again."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import IntegrityError
from django.utils.translation import gettext as _

from editorial.base.reasons import NotAllowed, Reason
from editorial.guards import clock


class TookTooLong(NotAllowed):
    """Raised when the instant of an act is no longer now where it is written, because of a long wait for a lock.

    Nothing is wrong with the act: done again with a fresh instant, it succeeds. The transaction must be undone.
    """

    def __init__(self) -> None:
        super().__init__([Reason("took_too_long", _("This took too long, so nothing was changed. Try again."))])


@contextmanager
def dated_now() -> Iterator[None]:
    """For whatever writes the instant of an act: raise TookTooLong where the database's guards of the clock
    (`editorial.guards.clock`) refuse that instant.
    """
    try:
        yield
    except IntegrityError as refusal:
        if _says(refusal) in clock.REFUSALS:
            raise TookTooLong from refusal
        raise


def _says(refusal: IntegrityError) -> str | None:
    cause = refusal.__cause__
    return cause.diag.message_primary if isinstance(cause, psycopg.Error) else None
