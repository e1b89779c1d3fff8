"""Advice that somebody decided not to follow."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.guards import common
from editorial.models.document import Document


class CheckWaiver(models.Model):
    """Why a piece of advice is not followed, by whom and since when; it holds for one document and one text.

    `check_name`, `path`, `language` and `digest` are those of the finding (`content_checks.registry.Finding`): when the
    text changes, the advice is given anew. It is carried to later editions by the lasting key of the part in its path.
    What was waived stays on record; taking a waiver back fills in its end.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="waivers", verbose_name=_("document"))
    check_name = models.CharField(_("check"), max_length=60)
    path = models.CharField(max_length=120)
    language = models.CharField(_("language"), max_length=7, blank=True)
    digest = models.CharField(max_length=64)
    excerpt = models.TextField(_("excerpt"))
    reason = models.TextField(_("reason"))
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="waivers", verbose_name=_("by")
    )
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        verbose_name = _("waiver")
        verbose_name_plural = _("waivers")
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document", "check_name", "path", "language", "digest"],
                condition=Q(ended_at__isnull=True),
                name="editorial_checkwaiver_once",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="editorial_checkwaiver_reason"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by__isnull=True)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="editorial_checkwaiver_ended_by_somebody",
            ),
        ]
        triggers = [
            common.Guard(
                name="waiver_stays",
                when=pgtrigger.Before,
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.ended_at IS NOT NULL OR "
                    + common.distinct(
                        "id",
                        "document_id",
                        "check_name",
                        "path",
                        "language",
                        "digest",
                        "excerpt",
                        "reason",
                        "at",
                        "by_id",
                    )
                ),
                func=common.refuse("a waiver can be ended once, never changed"),
            ),
            common.Guard(
                name="waiver_on_record",
                when=pgtrigger.Before,
                operation=pgtrigger.Delete,
                func=common.refuse("a waiver stays on record"),
            ),
            common.no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.check_name} {self.path}"

    @property
    def identity(self) -> tuple[str, str, str, str]:
        """What the waived finding is known by (see `Finding.identity`)."""
        return self.check_name, self.path, self.language, self.digest
