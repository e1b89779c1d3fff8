"""Which days and instants exist here: the one place that forms, rules, addresses and database guards ask.

A day is one of which something is told (a meeting, a signature, a date of a text): it lies from `FIRST_DAY` to
`LAST_DAY`. An instant that people choose is a plan (a publication, its end, an embargo): it lies no more than
`YEARS_BACK` before and `YEARS_AHEAD` after the present. What a clock wrote needs no bounds.

Whatever was stored before is read by `editorial.base.dates.safe` and `editorial.base.dates.database`, and refused only
when it is written again.
"""

from datetime import UTC, date, datetime

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

FIRST_DAY = date(1800, 1, 1)
LAST_DAY = date(2200, 12, 31)
#: The same as instants: what a column of instants holds at the most, whatever the present is.
FIRST_INSTANT = datetime(1800, 1, 1, tzinfo=UTC)
LAST_INSTANT = datetime(2200, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
#: How far from the present a plan may lie.
YEARS_BACK, YEARS_AHEAD = 200, 20


def problem_of_day(day: date) -> str:
    """What is wrong with a day of which something is told, in the reader's language; empty where nothing is."""
    return "" if FIRST_DAY <= day <= LAST_DAY else _between(FIRST_DAY, LAST_DAY)


def problem_of_planned_day(day: date, *, now: datetime) -> str:
    """What is wrong with a day by which something is to be done; empty where nothing is. It may have passed."""
    first, last = (end.date() for end in _span(now))
    return "" if first <= day <= last else _between(first, last)


def problem_of_plan(instant: datetime, *, now: datetime) -> str:
    """What is wrong with an instant (aware) that somebody plans at `now`; empty where nothing is."""
    first, last = _span(now)
    return "" if first <= instant <= last else _between(first.date(), last.date())


def check_day(day: date) -> None:
    """Raise ValidationError for a day that does not exist here. A validator of form and model fields."""
    _raise(problem_of_day(day))


def check_year(year: int) -> None:
    """Raise ValidationError for a year that does not exist here. A validator of form and model fields."""
    if not FIRST_DAY.year <= year <= LAST_DAY.year:
        _raise(_("Give a year from %(first)s to %(last)s.") % {"first": FIRST_DAY.year, "last": LAST_DAY.year})


def check_instant(instant: datetime) -> None:
    """Raise ValidationError for an instant that no column here may hold. A validator of model fields."""
    if not FIRST_INSTANT <= instant <= LAST_INSTANT:
        _raise(_between(FIRST_DAY, LAST_DAY))


def check_plan(instant: datetime, *, now: datetime) -> None:
    """Raise ValidationError for an instant that nobody may plan at `now`."""
    _raise(problem_of_plan(instant, now=now))


def _span(now: datetime) -> tuple[datetime, datetime]:
    return _in_years(now, -YEARS_BACK), _in_years(now, YEARS_AHEAD)


def _in_years(moment: datetime, years: int) -> datetime:
    try:
        return moment.replace(year=moment.year + years)
    except ValueError:  # the 29th of February, in a year that has none
        return moment.replace(year=moment.year + years, day=28)


def _between(first: date, last: date) -> str:
    return _("Give a date from %(first)s to %(last)s.") % {
        "first": date_format(first, "DATE_FORMAT"),
        "last": date_format(last, "DATE_FORMAT"),
    }


def _raise(problem: str) -> None:
    if problem:
        raise ValidationError(problem, code="date_bounds")
