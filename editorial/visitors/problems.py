"""Reports of problems: taking one in, looking after it, erasing its words in the end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from editorial.base import text as plain
from editorial.models import Problem, ProblemReason, ProblemStatus, User
from editorial.visitors import steps
from editorial.visitors.redaction import redact
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Characters of a report, as people count.
MOST = 300
#: Code points of an address that are kept.
ADDRESS = 200


@dataclass(frozen=True)
class About:
    """What a report is about: an address, and the document and its live edition where there is one."""

    address: str
    document_id: int | None = None
    edition_id: int | None = None


def receive(
    about: About, *, language: str, reasons: Collection[str], text: str, now: datetime, attempts: int = 3
) -> Problem:
    """Store a report, without what could name its sender; the same one once more only counts up.

    Raises ValueError for reasons that are not in the list: the form has checked them.
    """
    given = [reason.value for reason in ProblemReason if reason in reasons]
    if not given or len(given) != len(set(reasons)):
        raise ValueError(f"Unknown reasons: {sorted(reasons)}")
    values = {
        # An unknown address may hold anything, somebody's e-mail address too.
        "address": redact(plain.clean_line(about.address[: 5 * ADDRESS]))[:ADDRESS],
        "language": language,
        "reasons": given,
        "text": redact(plain.clean(text).strip()),
    }
    for _attempt in range(attempts):
        same = Problem.objects.filter(**values, status=ProblemStatus.NEW)
        if same.update(count=F("count") + 1):
            return Problem.objects.filter(**values).order_by("-id")[0]
        try:
            with transaction.atomic():
                return Problem.objects.create(
                    **values,
                    document_id=about.document_id,
                    edition_id=about.edition_id,
                    reported_on=now.astimezone(UTC).date(),
                )
        except IntegrityError as error:
            # Somebody reported the very same at the very same moment: count up after all.
            last = error
    raise last


@transaction.atomic
def handle(seen: Mapping[int, int], *, status: str, note: str, by: User, now: datetime) -> steps.Outcome:
    """Put reports into a state, each with a line in its record.

    :param seen: the version at which this person saw each report, by primary key: one that somebody else handled
        meanwhile is left as it is, and told about.
    :param status: any `ProblemStatus` but new.
    Raises NotAllowed without the permission, without reports, and where setting aside is not explained.
    """
    steps.require("triage_problem", by)
    wanted = ProblemStatus(status)
    if wanted == ProblemStatus.NEW:
        raise NotAllowed([Reason("state", _("A report that was looked at cannot be new again."))])
    if wanted == ProblemStatus.SET_ASIDE and not note.strip():
        raise NotAllowed([Reason("note", _("Say in the note why you set it aside."))])
    if not seen:
        raise NotAllowed([Reason("none", _("Tick the reports that you mean."))])
    rows, refused = steps.locked(Problem, seen)
    for row in rows:
        before, row.status = row.status, wanted.value
        row.handled_at, row.handled_by, row.version = now, by, row.version + 1
        row.save(update_fields=["status", "handled_at", "handled_by", "version"])
        steps.record(row, before=before, after=wanted.value, by=by, now=now, note=note)
    return steps.Outcome(rows, refused)


def expire(*, now: datetime, days: int) -> int:
    """Erase the words of reports handled `days` ago or longer, and return how many. The count of reports stays."""
    due = Problem.objects.filter(handled_at__lte=now - timedelta(days=days), erased_on__isnull=True).exclude(
        status=ProblemStatus.NEW
    )
    return due.update(text="", erased_on=now.astimezone(UTC).date())
