"""A public address, allotted for good."""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from editorial.guards import common
from editorial.models.document import Document

# `…__lower=`, by which addresses and slugs are compared, as the indexes hold them.
models.CharField.register_lookup(Lower)


class Address(models.Model):
    """(language, path) allotted to a document. Rows are only ever added: an old address redirects for good.

    `path` is the kind's segment and the slug in that language, such as "rapports-annuels/rapport-2021". Two that differ
    in capital letters only are one address. Where two documents had such a pair before that was so, the later one
    `is_exact`: it is found under its own spelling only, and its document's next edition must take another.
    """

    language = models.CharField(_("language"), max_length=7)
    path = models.CharField(_("path"), max_length=200)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="addresses")
    is_exact = models.BooleanField(default=False, db_default=False, editable=False)

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        ordering = ["language", "path"]
        constraints = [
            models.UniqueConstraint(fields=["language", "path"], name="editorial_address_never_reused"),
            models.UniqueConstraint(
                "language", Lower("path"), condition=models.Q(is_exact=False), name="editorial_address_in_any_case"
            ),
        ]
        indexes = [models.Index("language", Lower("path"), name="editorial_address_lower")]
        triggers = common.append_only()

    def __str__(self) -> str:
        return f"/{self.language}/{self.path}/"
