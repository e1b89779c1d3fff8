"""The PDF of an annual report."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import common
from editorial.models import Edition


class ReportFile(models.Model):
    """A report's edition in one language as a PDF, made once and kept under the SHA-256 of its bytes.

    `source` is the SHA-256 of what the file was made from (see `cooperation.pdf.store`): an edition whose live period
    was moved before it began, or whose urgent publication was confirmed, has another source and so another file. What
    the public was given stays on record.
    """

    edition = models.ForeignKey(
        Edition, on_delete=models.PROTECT, related_name="report_files", verbose_name=_("edition")
    )
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES)
    source = models.CharField(max_length=64)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField(_("size"))
    made_at = models.DateTimeField(_("made at"))

    class Meta:
        verbose_name = _("report as PDF")
        verbose_name_plural = _("reports as PDF")
        ordering = ["-made_at", "-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["edition", "language", "source"], name="cooperation_reportfile_once"),
            models.CheckConstraint(condition=models.Q(size__gt=0), name="cooperation_reportfile_not_empty"),
        ]
        triggers = common.append_only()

    def __str__(self) -> str:
        return f"{self.edition_id} {self.language}"
