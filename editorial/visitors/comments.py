"""Comments: taking one in, deciding about it, deleting it with a trace."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import text as plain
from editorial.base.dates.bounds import problem_of_plan
from editorial.base.dates.safe import in_zone
from editorial.models import Comment, CommentStatus, Discussion, Refusal, User
from editorial.visitors import steps
from editorial.visitors.redaction import redact
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: Characters of a comment and of the name under it, as people count.
MOST = 1500
MOST_NAME = 60


def is_open(discussion: Discussion | None, *, now: datetime) -> bool:
    """Whether visitors may write under the page at `now`."""
    return discussion is not None and discussion.is_on and now < discussion.closes_at


@transaction.atomic
def receive(document_id: int, edition_id: int, *, language: str, name: str, text: str, now: datetime) -> Comment | None:
    """Keep a comment until a moderator decides; the same words once more are not kept twice.

    Raises NotAllowed where the page takes no comments at `now`. Answers none for a duplicate.
    """
    switch = Discussion.objects.select_for_update().filter(document=document_id).first()
    if not is_open(switch, now=now):
        raise NotAllowed([Reason("closed", _("This page takes no comments any more."))])
    words = redact(plain.clean(text).strip())
    # Under the lock on the switch nobody else is writing under this page.
    if Comment.objects.filter(document=document_id, language=language, text=words).exists():
        return None
    return Comment.objects.create(
        document_id=document_id,
        edition_id=edition_id,
        language=language,
        name=redact(plain.clean_line(name)),
        text=words,
        written_on=now.astimezone(UTC).date(),
    )


@transaction.atomic
def decide(
    seen: Mapping[int, int], *, status: str, by: User, now: datetime, reason: str = "", note: str = ""
) -> steps.Outcome:
    """Approve, refuse or delete comments, each with a line in its record.

    :param seen: the version at which this person saw each comment, by primary key.
    :param reason: a `Refusal`, for refusing and deleting.
    Raises NotAllowed without the permission, without comments or without the reason that a refusal needs.
    """
    steps.require("moderate_comment", by)
    wanted = CommentStatus(status)
    if wanted == CommentStatus.WAITING:
        raise NotAllowed([Reason("state", _("This comment has been decided on already. Decide otherwise instead."))])
    if wanted == CommentStatus.APPROVED:
        reason = ""
    elif reason not in Refusal.values:
        raise NotAllowed([Reason("reason", _("Choose the reason why the comment is not to be shown."))])
    if not seen:
        raise NotAllowed([Reason("none", _("Tick the comments that you mean."))])
    rows, refused = steps.locked(Comment, seen)
    done = []
    for row in rows:
        if row.erased_on is not None:
            message = _("Number %(number)s has no text any more: nothing can be decided about it.")
            refused.append(Reason("erased", message % {"number": row.pk}))
            continue
        before, row.status, row.reason = row.status, wanted.value, reason
        row.decided_at, row.decided_by, row.version = now, by, row.version + 1
        if wanted == CommentStatus.DELETED:
            row.text, row.name, row.erased_on = "", "", now.astimezone(UTC).date()
        row.save()
        steps.record(row, before=before, after=wanted.value, by=by, now=now, reason=reason, note=note)
        done.append(row)
    return steps.Outcome(done, refused)


def switch_problems(row: Discussion | None, *, is_on: bool, closes_at: datetime, now: datetime) -> list[Reason]:
    """What stands against setting a switch so: it may stay on past its end, but not be given an end in the past."""
    same_end = row is not None and Discussion.objects.filter(pk=row.pk, closes_at=closes_at).exists()
    if is_on and closes_at <= now and not same_end:
        return [Reason("closed", _("Choose a closing time in the future."))]
    if not same_end and (problem := problem_of_plan(closes_at, now=now)):
        return [Reason("date_bounds", problem)]
    return []


@transaction.atomic
def switch(document_id: int, *, is_on: bool, closes_at: datetime, by: User, now: datetime) -> Discussion:
    """Let visitors comment on a document until `closes_at`, or end it; see `Discussion`.

    Raises NotAllowed without the permission, and for opening until a time that has passed.
    """
    steps.require("open_discussion", by)
    row = Discussion.objects.select_for_update().filter(document=document_id).first()
    if reasons := switch_problems(row, is_on=is_on, closes_at=closes_at, now=now):
        raise NotAllowed(reasons)
    before = _state_of(row) if row is not None else ""
    if row is None:
        row = Discussion(document_id=document_id)
    row.is_on, row.closes_at, row.changed_at, row.changed_by = is_on, closes_at, now, by
    row.save()
    steps.record(row, before=before, after=_state_of(row), by=by, now=now)
    return row


def _state_of(row: Discussion) -> str:
    return f"{'on' if row.is_on else 'off'} {in_zone(row.closes_at, UTC):%Y-%m-%dT%H:%MZ}"


def expire(*, now: datetime, days: int) -> int:
    """Erase the words of comments that were refused `days` ago or longer; how many there were."""
    due = Comment.objects.filter(
        status=CommentStatus.REFUSED, decided_at__lte=now - timedelta(days=days), erased_on__isnull=True
    )
    return due.update(text="", name="", erased_on=now.astimezone(UTC).date())
