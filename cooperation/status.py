"""Where an agreement stands at a moment, in SQL; `models.agreement.standing` says the same of one agreement's content."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, Subquery

from cooperation.days import begun, over
from cooperation.models import StatusStep


def status_at(moment: datetime) -> Subquery:
    """The status of the step that an agreement took last by the moment."""
    steps = StatusStep.objects.filter(begun("actual_on", moment), edition=OuterRef("pk"))
    return Subquery(steps.order_by("-actual_on", "-position", "-id").values("status")[:1])


def overdue_at(moment: datetime) -> Exists:
    """Whether an agreement has a step that was expected before the moment and not taken by then."""
    steps = StatusStep.objects.filter(over("expected_on", moment), edition=OuterRef("pk"))
    return Exists(steps.filter(Q(actual_on__isnull=True) | ~begun("actual_on", moment)))
