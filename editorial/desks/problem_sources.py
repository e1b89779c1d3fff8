"""The engine's own sorts of problems; other features add theirs where they are defined (`editorial.desks.problems`)."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from editorial.content import kinds, stale_facts
from editorial.desks.problems import problems_source
from editorial.desks.query import Ask
from editorial.desks.questions import contributions, writings
from editorial.models import Comment, CommentStatus, Edition, Job, Problem, ProblemStatus, Withdrawal


@problems_source(
    "unconfirmed",
    name=_("Urgent publications not yet confirmed"),
    label=ngettext_lazy(
        "%(count)s urgent publication awaits a second person",
        "%(count)s urgent publications await a second person",
        "count",
    ),
    order=10,
    edition="pk",
)  # fmt: skip
def unconfirmed(ask: Ask) -> QuerySet[Any] | None:
    """Public without signatures: for those who could confirm it, for publishers and for administrators."""
    if not ask.may & {"sign_off_edition", "publish_edition", "change_document"}:
        return None
    found: QuerySet[Any] = Edition.objects.live(ask.moment).filter(urgent_at__isnull=False, confirmed_at__isnull=True)
    if ask.may & {"publish_edition", "change_document"}:
        return found
    return found.filter(~Exists(writings(ask))).exclude(urgent_by=ask.person)


@problems_source(
    "unconfirmed_withdrawals",
    name=_("Withdrawals not yet confirmed"),
    label=ngettext_lazy(
        "%(count)s withdrawal awaits a second person", "%(count)s withdrawals await a second person", "count"
    ),
    order=15,
    edition="edition_id",
)
def unconfirmed_withdrawals(ask: Ask) -> QuerySet[Any] | None:
    """Withdrawn by one person: for publishers and administrators, until the document is public again if it ever is."""
    if not ask.may & {"publish_edition", "change_document"}:
        return None
    again = Edition.objects.begun(ask.moment).filter(
        document=OuterRef("edition__document"), live_during__startswith__gte=OuterRef("at")
    )
    return Withdrawal.objects.filter(~Exists(again), needs_confirmation=True, confirmed_at__isnull=True)


@problems_source(
    "jobs",
    name=_("Background work that was given up"),
    label=ngettext_lazy("%(count)s job was given up", "%(count)s jobs were given up", "count"),
    order=20,
    words="task_name",
    screen="editorial_job_changelist",
    query="status=failed",
)
def given_up(ask: Ask) -> QuerySet[Any] | None:
    """For those who can have it run again."""
    return Job.objects.filter(status="failed") if "view_job" in ask.may else None


@problems_source(
    "facts",
    name=_("Facts out of date"),
    label=ngettext_lazy("%(count)s page holds facts out of date", "%(count)s pages hold facts out of date", "count"),
    order=30,
    edition="pk",
)
def facts(ask: Ask) -> QuerySet[Any] | None:
    """Live pages with figures past their day, steps overdue and whatever else ages."""
    if not _writes_or_keeps(ask):
        return None
    rules = {rule.key: rule for kind in kinds.all_kinds() for rule in stale_facts.ageing_of_kind(kind)}
    either = Q()
    for rule in rules.values():
        either |= Q(pk__in=rule.aged(ask.today).order_by().values("edition_id"))
    return _answered_for(Edition.objects.live(ask.moment).filter(either), ask)


@problems_source(
    "review_by",
    name=_("Pages past their review-by date"),
    label=ngettext_lazy(
        "%(count)s page is past its review-by date", "%(count)s pages are past their review-by date", "count"
    ),
    order=40,
    edition="pk",
)
def past_review(ask: Ask) -> QuerySet[Any] | None:
    """Live pages that somebody should have read again by now."""
    if not _writes_or_keeps(ask):
        return None
    today = TruncDate(Value(ask.moment))
    return _answered_for(Edition.objects.live(ask.moment).filter(document__review_by__lt=today), ask)


@problems_source(
    "reports",
    name=_("Reports of problems"),
    label=ngettext_lazy(
        "%(count)s report of a problem not yet read", "%(count)s reports of problems not yet read", "count"
    ),
    order=60,
    words="address",
    screen="editorial_problem_changelist",
    query="status=new",
)  # fmt: skip
def reports(ask: Ask) -> QuerySet[Any] | None:
    """What visitors reported and nobody has looked at."""
    return Problem.objects.filter(status=ProblemStatus.NEW) if "triage_problem" in ask.may else None


@problems_source(
    "comments",
    name=_("Comments to decide on"),
    label=ngettext_lazy("%(count)s comment to decide on", "%(count)s comments to decide on", "count"),
    order=70,
    words="name",
    screen="editorial_comment_changelist",
    query="status=waiting",
)
def comments(ask: Ask) -> QuerySet[Any] | None:
    """What visitors said and nobody has decided on."""
    return Comment.objects.filter(status=CommentStatus.WAITING) if "moderate_comment" in ask.may else None


def _writes_or_keeps(ask: Ask) -> bool:
    return ask.keeps or "write_edition" in ask.may


def _answered_for(editions: QuerySet[Any], ask: Ask) -> QuerySet[Any]:
    """Everybody's for administrators; for an author, those of documents they own and those that they wrote."""
    if ask.keeps:
        return editions
    return editions.filter(
        Q(document__owner=ask.person)
        | Q(created_by=ask.person)
        | Q(changed_by=ask.person)
        | Q(Exists(contributions(ask)))
    )
