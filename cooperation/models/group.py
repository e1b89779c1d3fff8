"""A working group of a mechanism."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import kind_of_content
from editorial.models import Document, Edition


class WorkingGroup(Edition):
    """A group that meets under a mechanism, and the years in which it was active."""

    mechanism = models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"kind": "mechanism"},
        verbose_name=_("mechanism"),
    )
    active_from = models.PositiveSmallIntegerField(_("active from"), null=True, blank=True, help_text=_("A year."))
    active_to = models.PositiveSmallIntegerField(_("active to"), null=True, blank=True, help_text=_("A year."))

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        triggers = kind_of_content()
