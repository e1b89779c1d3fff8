"""A public address, allotted for good."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import common
from editorial.models.document import Document


class Address(models.Model):
    """(language, path) allotted to a document. Rows are only ever added: an old address redirects for good.

    `path` is the kind's segment and the slug in that language, such as "rapports-annuels/rapport-2021".
    """

    language = models.CharField(_("language"), max_length=7)
    path = models.CharField(_("path"), max_length=200)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="addresses")

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["language", "path"]
        constraints = [
            models.UniqueConstraint(fields=["language", "path"], name="editorial_address_never_reused"),
        ]
        triggers = common.append_only()

    def __str__(self) -> str:
        return f"/{self.language}/{self.path}/"
