"""Releases on the calendar."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F
from django.db.models.functions import Coalesce

from editorial.models import Release
from editorial.states import Phase


@dataclass(frozen=True)
class Planned:
    """A release on the calendar: when, what it is called for staff, how far it is, and how many editions it has.

    `certain` tells a publication that is scheduled (or has taken place) from one that is only hoped for.
    """

    pk: int
    title: str
    at: datetime
    phase: Phase
    editions: int
    certain: bool


def planned(begin: datetime, end: datetime) -> Iterable[Planned]:
    """All releases that appear, or should, from `begin` until before `end`; in order of time. One query."""
    rows = (
        Release.objects.exclude(phase=Phase.DISSOLVED)
        .annotate(at=Coalesce(F("public_at"), F("planned_for")), editions=Count("items"))
        .filter(at__gte=begin, at__lt=end)
        .order_by("at", "pk")
        .values("pk", "title", "at", "phase", "public_at", "editions")
    )
    return [
        Planned(
            pk=row["pk"], title=row["title"], at=row["at"], phase=Phase(row["phase"]), editions=row["editions"],
            certain=row["public_at"] is not None,
        )
        for row in rows
    ]  # fmt: skip
