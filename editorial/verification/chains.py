"""The two chained records, walked from their first lines."""

from typing import Any

from editorial.staff import admin_log
from editorial.verification.difference import Batch, Difference
from editorial.workflow import audit

#: Faults that are named; a record of which more is wrong was rewritten as a whole.
_MOST = 100


def check_events(after: Any, limit: int, *, head: str = "") -> Batch:
    """The record of editions, as one step, since each line vouches for the one before it.

    :param head: a head that was kept elsewhere (see `audit.verify`).
    """
    return _walked("event", audit.verify(head=head))


def check_administration(after: Any, limit: int, *, head: str = "") -> Batch:
    """The same of the record of administration."""
    return _walked("administration", admin_log.verify(head=head))


def _walked(code: str, faults: Any) -> Batch:
    found = [
        Difference(f"{code}_{fault.what}", None, {"line": fault.line})
        for fault, _number in zip(faults, range(_MOST), strict=False)
    ]
    return Batch(None, 1, found)
