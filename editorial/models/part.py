"""Child rows of an edition."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import common


class Part(models.Model):
    """A child row of an edition: section, chapter, figure… It is content: signed, copied and guarded with it.

    `key` stays the same from edition to edition, so that a moved part is known as moved and another year's
    report can point at it.
    """

    edition = models.ForeignKey("editorial.Edition", on_delete=models.CASCADE, related_name="%(class)ss")
    key = models.UUIDField(default=uuid.uuid4, editable=False)
    position = models.PositiveIntegerField(_("position"), default=0)

    class Meta:
        abstract = True
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "key"], name="%(app_label)s_%(class)s_key"),
        ]
        triggers = common.content_of_draft("edition_id")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.position}"

    @classmethod
    def fit(cls, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The values of a row, in the shape of content, as they may be stored: texts of the record may be older than a
        rule.
        """
        return values
