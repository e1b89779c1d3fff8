"""A cooperation page."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards.common import kind_of_content
from editorial.models import Document, Edition


class Page(Edition):
    """A page on a field of cooperation: its themes and countries, perhaps a page above it, and sections."""

    parent = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "page"},
        verbose_name=_("parent page"),
    )

    class Meta:
        verbose_name = _("page")
        verbose_name_plural = _("pages")
        triggers = kind_of_content()
