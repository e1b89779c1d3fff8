"""Reckoning with dates and instants that may stand at the end of what Python can hold.

Columns and records hold whatever was written before `editorial.base.dates.bounds` was asked: 31 December 9999, the year
10000, years before Christ. Convert, add and read them with these functions, which end where Python's calendar ends.
"""

import re
from datetime import UTC, date, datetime, timedelta, tzinfo

#: What is shown for what Python cannot hold; every zone of the world (UTC−12 to UTC+14) can show both.
EARLIEST = datetime(1, 1, 2, tzinfo=UTC)
LATEST = datetime(9999, 12, 31, tzinfo=UTC)

_BEFORE_CHRIST = " BC"
_BEYOND = re.compile(r"infinity|[0-9]{5,6}-[0-9]{2}-[0-9]{2}(?:[T ].*)?")


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """An aware instant on the clocks of a zone; `EARLIEST` or `LATEST` where Python's calendar ends before that."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return (EARLIEST if moment.year < LATEST.year else LATEST).astimezone(zone)


def day_after(day: date, days: int = 1) -> date:
    """The day that many days later, or (negative) earlier; the last or first of all where that is beyond."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.min if days < 0 else date.max


def read_instant(text: str) -> datetime | None:
    """An instant as PostgreSQL or Python wrote it (ISO 8601), in UTC; none for what is no instant.

    Without an offset it is read as UTC. What Python cannot hold is `EARLIEST` or `LATEST`.
    """
    end = _end(text)
    if end is not None:
        return end
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else in_zone(found, UTC)


def read_day(text: str) -> date | None:
    """A day as PostgreSQL or Python wrote it (ISO 8601); none for what is no day.

    What Python cannot hold is the first or the last day of all.
    """
    end = _end(text)
    if end is not None:
        return date.min if end == EARLIEST else date.max
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def is_beyond_python(text: str) -> bool:
    """Whether PostgreSQL's `text` is a day or an instant that Python cannot hold."""
    return _end(text) is not None


def _end(text: str) -> datetime | None:
    """The end of Python's calendar at which PostgreSQL's `text` lies beyond it; none where it does not."""
    if text.endswith(_BEFORE_CHRIST) or text == "-infinity":
        return EARLIEST
    return LATEST if _BEYOND.fullmatch(text) else None
