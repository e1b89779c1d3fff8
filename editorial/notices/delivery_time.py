"""When somebody's day begins: letters that nobody waits for come then, not at night."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings

#: When the day begins on people's own clocks.
MORNING = time(7)


def zone(name: str | None) -> ZoneInfo:
    """A time zone by its IANA name; the site's own where there is none, or none of that name."""
    try:
        return ZoneInfo(name or settings.TIME_ZONE)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(settings.TIME_ZONE)


def latest(now: datetime, name: str | None) -> datetime:
    """The last morning (aware datetime) that has come by `now` in a time zone."""
    local = now.astimezone(zone(name))
    begun = datetime.combine(local.date(), MORNING, tzinfo=local.tzinfo)
    return begun if begun <= local else datetime.combine(local.date() - timedelta(days=1), MORNING, tzinfo=local.tzinfo)
