"""Days and moments that follow from the content of a kind, for its declaration (`cooperation.kinds`)."""

from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Any

from editorial.base.dates.safe import day_after, read_day, read_instant


def end_of_embargo(content: Mapping[str, Any]) -> datetime | None:
    """The moment before which a statement may not go public (see `Kind.not_before`)."""
    found = content["fields"]["embargo_until"]
    return read_instant(found) if found else None


def day_of_record(*names: str) -> Callable[[Mapping[str, Any]], date | None]:
    """For a record of its time: the day after the first of these fields that is filled in.

    See `Kind.speaks_on`.
    """

    def day(content: Mapping[str, Any]) -> date | None:
        found = next((content["fields"].get(name) for name in names if content["fields"].get(name)), None)
        spoken = read_day(found) if found else None
        return day_after(spoken) if spoken else None

    return day


def end_of_year(content: Mapping[str, Any]) -> date | None:
    """A report speaks as of the end of its year, whenever it appears (see `Kind.speaks_on`)."""
    year = content["fields"]["year"]
    return date(year, 12, 31) if year and MINYEAR <= year <= MAXYEAR else None
