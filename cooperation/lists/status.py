"""The status of an agreement at a moment, in SQL; `models.agreement.standing` says the same of one's content."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.utils.translation import ngettext_lazy

from cooperation.lists.days import has_begun, over
from cooperation.models import StatusStep
from cooperation.models.agreement import is_overdue
from editorial.content.kinds import Ageing


def status_at(moment: datetime) -> Subquery:
    """The status of the step that an agreement took last by the moment."""
    steps = StatusStep.objects.filter(has_begun("actual_on", moment), edition=OuterRef("pk"))
    return Subquery(steps.order_by("-actual_on", "-position", "-id").values("status")[:1])


def overdue_at(moment: datetime) -> Exists:
    """Whether an agreement has a step that was expected before the moment and not taken by then."""
    return Exists(overdue_steps(moment).filter(edition=OuterRef("pk")))


def overdue_steps(moment: datetime) -> QuerySet[StatusStep]:
    """The steps, of all editions, that were expected before the moment and not taken by then."""
    late = StatusStep.objects.filter(over("expected_on", moment))
    return late.filter(Q(actual_on__isnull=True) | ~has_begun("actual_on", moment))


OVERDUE_STEPS = Ageing(
    key="statusstep",
    label=ngettext_lazy("%(count)s step overdue", "%(count)s steps overdue", "count"),
    is_aged=is_overdue,
    aged=overdue_steps,
)
