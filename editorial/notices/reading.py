"""A person's own notices: how many are unread, which there are, and that they were read."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from editorial.base.prepared_queries import PERSON, Compiled
from editorial.models import Notice, User

#: The bell counts no further: ninety-nine or a thousand make no difference to anybody.
MOST = 99


def unread_of(person: int) -> QuerySet[Any]:
    """What the person with this primary key has not read, as far as the bell counts."""
    return Notice.objects.filter(person_id=person, seen_at__isnull=True).order_by().values("pk")[: MOST + 1]


_UNREAD = Compiled(lambda: unread_of(PERSON))


def unread(person: User) -> int:
    """How many notices this person has not read, at most `MOST` + 1; one statement, on an index of unread ones."""
    return len(_UNREAD.rows(person=person.pk))


def notices_of(person: User, *, unread: bool = False) -> QuerySet[Any]:
    """This person's notices, the newest first, with all that their words need."""
    rows = Notice.objects.filter(person=person).select_related(
        "by", "event", "edition__document", "edition__withdrawal"
    )
    return rows.filter(seen_at__isnull=True) if unread else rows


def mark_read(person: User, *, now: datetime, notices: Iterable[int] | None = None) -> int:
    """Mark some of this person's notices (by primary key) as read, or all; returns how many were unread until now."""
    rows = Notice.objects.filter(person=person, seen_at__isnull=True, at__lte=now)
    if notices is not None:
        rows = rows.filter(pk__in=list(notices))
    return rows.update(seen_at=now)
