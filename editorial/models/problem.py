"""What a visitor reports about a page."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import MD5, Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from editorial.guards import visitors
from editorial.models.document import Document

#: Code points that any text of a visitor may take in the database: far more than forms let through, marks included.
MOST_STORED = 6000


class ProblemReason(models.TextChoices):
    """What may be wrong with a page; a visitor ticks any number of these."""

    LINK = "link", _("A link, a picture or a file does not work")
    SPELLING = "spelling", _("There is a spelling mistake")
    MISSING = "missing", _("Information is missing")
    WRONG = "wrong", _("Information is outdated or wrong")
    SEARCH = "search", _("I cannot find what I am looking for")
    OTHER = "other", _("Something else")


class ProblemStatus(models.TextChoices):
    """What the staff made of a report."""

    NEW = "new", _("New")
    SEEN = "seen", _("Looked at")
    FIXED = "fixed", _("Fixed")
    SET_ASIDE = "set_aside", _("Set aside")


class Problem(models.Model):
    """One report, and how often it came: the same words about the same page count up until somebody looks at them.

    Nothing in the row tells who reported it. `reported_on` is a day and no instant, since an instant could be matched
    with the access log of a server; what names a person is taken out before the row is written (`visitors.redaction`).

    `document` and `edition` (the one that was live then) are null for lists, the home page and unknown addresses.
    """

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, related_name="problems", verbose_name=_("document")
    )
    edition = models.ForeignKey(
        "editorial.Edition", on_delete=models.PROTECT, null=True, related_name="problems", verbose_name=_("edition")
    )
    address = models.CharField(_("address"), max_length=200)
    language = models.CharField(_("language"), max_length=7)
    reasons = ArrayField(models.CharField(max_length=12, choices=ProblemReason.choices), verbose_name=_("reasons"))
    text = models.TextField(_("text"), blank=True)
    reported_on = models.DateField(_("reported on"))
    count = models.PositiveIntegerField(_("times reported"), default=1)
    status = models.CharField(_("state"), max_length=12, choices=ProblemStatus.choices, default=ProblemStatus.NEW)
    version = models.PositiveIntegerField(default=1)
    handled_at = models.DateTimeField(_("handled at"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("handled by")
    )
    erased_on = models.DateField(_("text erased on"), null=True)

    class Meta:
        verbose_name = _("report of a problem")
        verbose_name_plural = _("reports of problems")
        ordering = ["-id"]
        default_permissions = ()
        permissions = [("triage_problem", "Can look after what visitors report")]
        indexes = [models.Index(fields=["status", "document"], name="editorial_problem_desk")]
        constraints = [
            models.CheckConstraint(
                condition=Q(reasons__contained_by=ProblemReason.values) & Q(reasons__len__gt=0),
                name="editorial_problem_reasons",
            ),
            models.CheckConstraint(condition=Q(status__in=ProblemStatus.values), name="editorial_problem_status"),
            models.CheckConstraint(
                condition=Q(status=ProblemStatus.NEW, handled_at__isnull=True, handled_by__isnull=True)
                | (~Q(status=ProblemStatus.NEW) & Q(handled_at__isnull=False, handled_by__isnull=False)),
                name="editorial_problem_handled_by_somebody",
            ),
            models.CheckConstraint(
                condition=Q(edition__isnull=True) | Q(document__isnull=False), name="editorial_problem_edition_of"
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), MOST_STORED), name="editorial_problem_length"
            ),
            models.CheckConstraint(
                condition=Q(erased_on__isnull=True) | (Q(text="") & ~Q(status=ProblemStatus.NEW)),
                name="editorial_problem_erased",
            ),
            models.CheckConstraint(condition=Q(count__gte=1), name="editorial_problem_count"),
            models.UniqueConstraint(
                F("address"),
                F("language"),
                F("reasons"),
                MD5("text"),
                condition=Q(status=ProblemStatus.NEW),
                name="editorial_problem_folded",
            ),
        ]
        triggers = visitors.word_guards("address", "language", "reasons", "reported_on", "document_id", "edition_id")

    def __str__(self) -> str:
        return f"{self.pk} {self.address}"
