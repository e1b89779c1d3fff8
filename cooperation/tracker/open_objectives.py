"""What a new report has to answer: the open objectives of the last report before it, and how they are taken over.

They are those that the mechanism's last live report of an earlier year left planned or under way. Nothing here stops a
report that leaves one unanswered: parties may have to publish before a group has said how it stands, and an answer that
is forced is a guess. The edit form counts them, and the public tracker says plainly which report said nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.db import transaction

from cooperation.models import AnnualReport, Objective
from editorial.base import languages
from editorial.base.languages import column
from editorial.content import canonical, writing
from editorial.models import User
from editorial.workflow import drafts


@dataclass(frozen=True)
class Earlier:
    """The open objectives of the report for a year, in their order, in the shape of content."""

    year: int
    rows: Sequence[Mapping[str, Any]]

    def unanswered(self, objectives: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """Those that none of a report's objectives continues."""
        answered = {str(row["continues"]) for row in objectives if row["continues"]}
        return [row for row in self.rows if row["key"] not in answered]


def before(mechanism: str | None, year: int | None, *, now: datetime) -> Earlier | None:
    """What the last report before a year left open; none where no earlier report of the mechanism is public.

    :param mechanism: the uuid of its document.
    One or two questions.
    """
    if not (mechanism and year):
        return None
    reports = AnnualReport.objects.live(now).filter(mechanism__uuid=mechanism, year__lt=year)
    last = reports.order_by("-year", "-pk").values("pk", "year").first()
    if last is None:
        return None
    texts = {code: column("text", code) for code in languages.codes()}
    found = Objective.objects.filter(edition_id=last["pk"], status__in=Objective.OPEN).order_by("position", "id")
    rows = [
        {
            "key": str(row["key"]),
            "group": str(row["group__uuid"]),
            "text": {code: row[name] or "" for code, name in texts.items()},
        }
        for row in found.values("key", "group__uuid", *texts.values())
    ]
    return Earlier(last["year"], rows)


def unanswered_by(value: canonical.Content, *, now: datetime) -> tuple[int, int] | None:
    """(year, how many) of the open objectives that a report with this content does not answer, or None."""
    earlier = before(value["fields"]["mechanism"], value["fields"]["year"], now=now)
    if earlier is None:
        return None
    left = earlier.unanswered(value["parts"]["objective"])
    return (earlier.year, len(left)) if left else None


@transaction.atomic
def take_over(edition_id: int, *, by: User, now: datetime, version: int | None = None) -> tuple[int, int] | None:
    """Add to a draft every open objective that it does not answer yet, in all languages, its status to be chosen.

    Returns (year, how many), or None. Raises NotAllowed, Stale and `Edition.DoesNotExist`.
    """
    session = drafts.begin(edition_id, by=by, now=now, version=version)
    found = session.read()
    earlier = before(found["fields"]["mechanism"], found["fields"]["year"], now=now)
    left = earlier.unanswered(found["parts"]["objective"]) if earlier else []
    if earlier is None or not left:
        return None
    added = [
        {"key": str(uuid4()), "group": row["group"], "text": row["text"], "status": "", "continues": row["key"]}
        for row in left
    ]
    parts = {**found["parts"], "objective": [*found["parts"]["objective"], *added]}
    writing.write(session.edition, {**found, "parts": parts}, before=found)
    session.commit()
    return earlier.year, len(left)
