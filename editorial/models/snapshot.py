"""The canonical content of an edition at one save."""

from django.db import models
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from editorial.base.text_limits import MOST_EDITION
from editorial.guards import common


class Snapshot(models.Model):
    """Content stored once under its digest, so that no overwritten text is ever lost.

    `content` is exactly what was digested; `digest` is the SHA-256 of its canonical JSON, in hexadecimal. It is read by
    `editorial.content.kept`.
    """

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.JSONField()
    stored_at = models.DateTimeField()

    class Meta:
        verbose_name = _("snapshot")
        verbose_name_plural = _("snapshots")
        ordering = ["stored_at", "digest"]
        triggers = common.append_only()
        constraints = [
            models.CheckConstraint(
                # jsonb is spelled with a space after every comma and colon.
                condition=LessThanOrEqual(Length(Cast("content", models.TextField())), 2 * MOST_EDITION),
                name="editorial_snapshot_bounded",
            ),
        ]

    def __str__(self) -> str:
        return self.digest[:12]
