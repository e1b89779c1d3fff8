"""What the last verification found, among the problems on the desk (`editorial.desks.problems`)."""

from typing import Any

from django.db.models import QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from editorial.desks.problems import problems_source
from editorial.desks.query import Ask
from editorial.models import VerificationDifference, VerificationRun

#: Who is told: those who can take a page down, and those who run the site.
CONCERNED = frozenset({"publish_edition", "change_user"})


@problems_source(
    "verification",
    name=_("Differences from what was signed"),
    label=ngettext_lazy(
        "%(count)s difference from what was signed", "%(count)s differences from what was signed", "count"
    ),
    order=5,
    edition="edition_id",
    words="code",
    screen="editorial_verificationdifference_changelist",
)
def differing(ask: Ask) -> QuerySet[Any] | None:
    """What the last verification that was finished found."""
    return last_differences() if ask.may & CONCERNED else None


def last_differences() -> QuerySet[Any]:
    """The differences of the last verification that was finished, as they were found."""
    last = VerificationRun.objects.filter(finished_at__isnull=False).order_by("-id").values("pk")[:1]
    return VerificationDifference.objects.filter(run=Subquery(last)).order_by("pk")
