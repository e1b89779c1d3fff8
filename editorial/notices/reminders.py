"""Reminders: of work that was given with a day, and of pages that are to be read again; each once."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import transaction

from editorial.models import Assignment, Edition, Notice, NoticeType, User
from editorial.notices import delivery_time
from editorial.notices.notify import having, send_notices
from editorial.states import OPEN

_WEEK = 7


def stage(day: date, today: date, steps: Sequence[int]) -> int | None:
    """The reminder of `day` that is due today, as days from it: the last of `steps`, or of the weeks after, that came.

    None while the first is still to come. So a worker that slept through a day reminds on the next.
    """
    passed = (today - day).days
    come = [each for each in steps if each <= passed]
    if passed >= _WEEK:
        come.append(passed - passed % _WEEK)
    return max(come, default=None)


def remind(*, now: datetime) -> int:
    """Remind everybody whose morning has come of what is due; returns how many were told."""
    return _of_work(now) + _of_reading(now)


def _of_work(now: datetime) -> int:
    steps = settings.REMIND_OF_WORK
    soon = now.date() - timedelta(days=min(steps, default=0) - 1)
    given = Assignment.objects.in_force().filter(edition__state__in=OPEN, due_on__lte=soon, person__is_active=True)
    wanted = {}
    for one in given.select_related("person__party", "edition__document"):
        zone = one.person.party.time_zone if one.person.party else None
        step = stage(one.due_on, delivery_time.latest(now, zone).date(), steps)
        if step is not None:
            wanted[f"work/{one.pk}/{one.due_on.isoformat()}/{step}"] = one
    told = 0
    for cause in _new(wanted):
        one = wanted[cause]
        detail = {
            "due": one.due_on.isoformat(),
            "task": one.task,
            **({"languages": [one.language]} if one.language else {}),
        }
        with transaction.atomic():
            told += send_notices(
                NoticeType.REMINDER, to=[one.person], by=None, now=now, about=one.edition, cause=cause, detail=detail
            )
    return told


def _of_reading(now: datetime) -> int:
    """The owner is reminded; where the owner works here no longer, those who can name another."""
    steps = settings.REMIND_OF_REVIEW_BY
    soon = now.date() - timedelta(days=min(steps, default=0) - 1)
    live = Edition.objects.live(now).filter(document__review_by__lte=soon)
    wanted = {}
    for edition in live.select_related("document__owner__party"):
        owner = edition.document.owner
        day = edition.document.review_by
        step = stage(day, delivery_time.latest(now, owner.party.time_zone if owner.party else None).date(), steps)
        if step is not None:
            wanted[f"review-by/{edition.document_id}/{day.isoformat()}/{step}"] = edition
    told = 0
    for cause in _new(wanted):
        edition = wanted[cause]
        owner = edition.document.owner
        to: list[User] = [owner] if owner.is_active else list(having("change_document"))
        with transaction.atomic():
            told += send_notices(
                NoticeType.REVIEW_BY, to=to, by=None, now=now, about=edition, cause=cause,
                detail={"due": edition.document.review_by.isoformat()},
            )  # fmt: skip
    return told


def _new(causes: Iterable[str]) -> list[str]:
    """Those of the causes of which nobody was told yet."""
    wanted = list(causes)
    known = set(Notice.objects.filter(cause__in=wanted).values_list("cause", flat=True)) if wanted else set()
    return [each for each in wanted if each not in known]
