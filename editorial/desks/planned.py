"""What is to come at a known moment: publications, withdrawals, ends of embargoes; and a month of it as a calendar.

A feature whose own plans belong in the calendar adds a sort of plan where it is defined::

    @plans("release", label=_("Release"), edition="edition_id", at=F("release__at"))
    def releases(ask: Ask) -> QuerySet: ...
"""

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from editorial.base.dates.safe import day_after, in_zone
from editorial.base.prepared_queries import as_declared
from editorial.content import kinds
from editorial.desks.query import Ask
from editorial.models import Document, Edition, Event, Withdrawal
from editorial.models.querysets import Begins
from editorial.states import CONTRIBUTING

Rows = Callable[[Ask], Sequence["QuerySet[Any]"]]


@dataclass(frozen=True)
class Plan:
    """A sort of plan. `rows` gives querysets of (edition: primary key, at: aware datetime), through `as_plan`."""

    what: str
    label: str | Promise
    rows: Rows


@dataclass(frozen=True)
class Planned:
    """One thing that will happen to an edition at a moment."""

    what: str
    label: str | Promise
    edition: Any
    at: datetime


_PLANS: dict[str, Plan] = {}


def plans(what: str, *, label: str | Promise) -> Callable[[Rows], Rows]:
    """Add a sort of plan to the calendar; `what` also names its mark in the style sheet."""

    def register(rows: Rows) -> Rows:
        _PLANS[what] = Plan(what, label, rows)
        return rows

    return register


def as_plan(rows: QuerySet[Any], *, edition: str, at: Any) -> QuerySet[Any]:
    """Rows as (edition, at), whatever their own columns are called."""
    found: QuerySet[Any] = rows.order_by().annotate(
        plan_edition=ExpressionWrapper(F(edition), output_field=BigIntegerField()),
        plan_at=ExpressionWrapper(at, output_field=DateTimeField()),
    )
    return found


@plans("publication", label=pgettext_lazy("calendar", "Goes public"))
def _publications(ask: Ask) -> list[QuerySet[Any]]:
    return [as_plan(Edition.objects.scheduled(ask.moment), edition="pk", at=Begins("live_during"))]


@plans("withdrawal", label=pgettext_lazy("calendar", "Is withdrawn"))
def _withdrawals(ask: Ask) -> list[QuerySet[Any]]:
    return [as_plan(Withdrawal.objects.filter(at__gt=ask.moment), edition="edition_id", at=F("at"))]


@plans("embargo", label=pgettext_lazy("calendar", "Embargo ends"))
def _embargoes(ask: Ask) -> list[QuerySet[Any]]:
    return [
        as_plan(
            kind.model.objects.open().filter(**{f"{kind.embargo}__gt": ask.moment}),
            edition="pk",
            at=F(kind.embargo),
        )
        for kind in kinds.all_kinds()
        if kind.embargo
    ]  # fmt: skip


def rows(
    ask: Ask, *, begin: datetime | None = None, end: datetime | None = None, editions: QuerySet[Any] | None = None
) -> QuerySet[Any]:
    """(plan_edition, plan_at, plan_what) of everything to come, from all sorts of plans in one statement.

    :param begin: only from then on. :param end: only before then. :param editions: only what concerns these.
    """
    parts: list[QuerySet[Any]] = []
    for plan in _PLANS.values():
        for found in plan.rows(ask):
            if begin is not None:
                found = found.filter(plan_at__gte=begin)
            if end is not None:
                found = found.filter(plan_at__lt=end)
            if editions is not None:
                found = found.filter(plan_edition__in=editions.order_by().values("pk"))
            parts.append(
                as_declared(found)
                .annotate(plan_what=Value(plan.what, output_field=CharField()))
                .values_list("plan_edition", "plan_at", "plan_what")
            )
    return parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0]


def of_mine(ask: Ask) -> QuerySet[Any]:
    """Editions whose plans concern this person: all for publishers and administrators, else what they wrote or own."""
    if ask.may & {"publish_edition", "change_document"}:
        return Edition.objects.all()
    wrote = Event.objects.filter(edition=OuterRef("pk"), by=ask.person, verb__in=CONTRIBUTING).order_by()
    owned = Document.objects.filter(owner=ask.person).order_by().values("pk")
    return Edition.objects.filter(Q(Exists(wrote)) | Q(created_by=ask.person) | Q(document__in=owned))


def resolved(found: Sequence[tuple[int, datetime, str]], editions: dict[int, Any]) -> list[Planned]:
    """The rows with their editions, by time; what a moment ago was there and is no more is left out."""
    return sorted(
        (
            Planned(what, _PLANS[what].label, editions[edition], at)
            for edition, at, what in found
            if edition in editions
        ),
        key=lambda each: (each.at, each.edition.pk),
    )


def labels() -> list[tuple[str, str | Promise]]:
    """Every sort of plan: (what, label)."""
    return [(plan.what, plan.label) for plan in _PLANS.values()]


def zone() -> ZoneInfo:
    """The zone whose days the calendar shows: the first of those in which staff read every moment."""
    return ZoneInfo(settings.DESK_TIME_ZONES[0][1])


@dataclass(frozen=True)
class Month:
    """One month of the calendar: from its first instant to its last, and its weeks as days."""

    first: date
    weeks: list[list[date]]

    @classmethod
    def build(cls, year: int, month: int, *, first_weekday: int) -> "Month":
        """A month as a wall calendar shows it, in whole weeks. `first_weekday`: 0 for Sunday, as Django counts."""
        days = calendar.Calendar((first_weekday - 1) % 7).itermonthdays3(year, month)
        # The calendar of Python begins and ends within a week.
        there = [date(*day) if MINYEAR <= day[0] <= MAXYEAR else None for day in days]
        weeks = [[day for day in there[start : start + 7] if day] for start in range(0, len(there), 7)]
        return cls(date(year, month, 1), weeks)

    @property
    def next(self) -> date:
        """The first day of the month after."""
        return day_after(self.first, 31).replace(day=1)

    @property
    def previous(self) -> date:
        """The first day of the month before."""
        return day_after(self.first, -1).replace(day=1)

    @property
    def begin(self) -> datetime:
        """The first instant that the calendar shows."""
        return _midnight(self.weeks[0][0])

    @property
    def end(self) -> datetime:
        """The first instant that it no longer shows."""
        return _midnight(day_after(self.weeks[-1][-1]))

    def reaches(self, moment: datetime) -> bool:
        """Whether the calendar shows what comes at `moment`, or is the last of all calendars."""
        return moment < self.end or self.next == self.first

    def laid_out(self, entries: Sequence[Planned]) -> list[list[tuple[date, list[Planned]]]]:
        """The weeks with what happens on each of their days."""
        local = [(in_zone(entry.at, zone()).date(), entry) for entry in entries]
        return [[(day, [entry for at, entry in local if at == day]) for day in week] for week in self.weeks]


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=zone())
