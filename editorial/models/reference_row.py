"""A country, theme or organization as content names it: by a key that outlives its names."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import names


class ReferenceRow(models.Model):
    """A row of one of the subject's reference tables, by its table and code, such as "organization:dnd".

    It is made by the database with the row itself (`editorial.guards.names`) and stays, as its names do.
    """

    key = models.CharField(_("key"), max_length=80, unique=True)

    class Meta:
        verbose_name = _("name")
        verbose_name_plural = _("names")
        ordering = ["key"]
        default_permissions = ("view",)
        permissions = [("rename_referencerow", "Can propose and confirm changes of names")]
        triggers = names.row_guards()

    def __str__(self) -> str:
        return self.key


def reference_key(table: str, code: str) -> str:
    """What content and periods of names call a row.

    :param table: the name of its model, such as "organization"; "document" for documents.
    :param code: its code; of a document its uuid.
    """
    return f"{table}:{code}"
