"""The lasting identity of a piece of content."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_day
from editorial.guards import common
from editorial.guards.dates import dates_in_bounds


class Document(models.Model):
    """What stays the same while editions come and go. Other content refers to documents, never to editions."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=40, editable=False)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="documents",
        verbose_name=_("owner"),
        help_text=_("Who answers for this document."),
    )
    #: Names the form by which it was made, so that a form that is sent twice makes one document.
    creation_key = models.UUIDField(null=True, unique=True, editable=False)
    review_by = models.DateField(
        _("review by"),
        null=True,
        blank=True,
        validators=[check_day],
        help_text=_("The day by which somebody should read it again."),
    )

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["id"]
        triggers = [*common.document_guards(), dates_in_bounds("review_by")]
        indexes = [
            models.Index(fields=["kind"], name="editorial_document_kind"),
            models.Index(
                fields=["review_by"], condition=models.Q(review_by__isnull=False), name="editorial_document_review_by"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"
