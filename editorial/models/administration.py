"""One line of the record of administration."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import clock, staff


class Act(models.TextChoices):
    """What administrators do about people and rules."""

    ADDED = "added", _("Account made")
    CHANGED = "changed", _("Account changed")
    HANDED_OVER = "handed_over", _("Work handed over")
    RULE_ADDED = "rule_added", _("Sign-off rule added")
    RULE_CHANGED = "rule_changed", _("Sign-off rule changed")
    RULE_REMOVED = "rule_removed", _("Sign-off rule removed")
    PARTY_ADDED = "party_added", _("Party added")
    PARTY_CHANGED = "party_changed", _("Party changed")
    PARTY_REMOVED = "party_removed", _("Party removed")
    ROLE_ADDED = "role_added", _("Role added")
    ROLE_CHANGED = "role_changed", _("Role changed")
    ROLE_REMOVED = "role_removed", _("Role removed")
    RENAME_PROPOSED = "rename_proposed", _("Change of name proposed")
    RENAMED = "renamed", _("Change of name confirmed")
    RENAME_DROPPED = "rename_dropped", _("Change of name dropped")


class AdministrationEvent(models.Model):
    """Who gave which role to whom, changed which rule, handed over whose work, and when.

    Append-only, and chained by hashes like the events of editions. `detail` is canonical JSON kept as text, so that the
    hash covers exactly what is stored. `person` is whom it is about, if anybody.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="administered", verbose_name=_("by")
    )
    by_name = models.CharField(max_length=300)
    verb = models.CharField(_("what"), max_length=30, choices=Act.choices)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="administration",
        verbose_name=_("person"),
    )
    person_name = models.CharField(max_length=300, blank=True)
    detail = models.TextField(default="{}")
    previous_hash = models.CharField(max_length=64, unique=True, editable=False)
    hash = models.CharField(max_length=64, unique=True, editable=False)
    #: The transaction that wrote the line, given by the database (see `editorial.guards.staff`).
    transaction_id = models.BigIntegerField(null=True, editable=False, db_index=True)

    class Meta:
        verbose_name = _("act of administration")
        verbose_name_plural = _("acts of administration")
        ordering = ["-id"]
        default_permissions = ("view",)
        triggers = [clock.happens_now("at"), *staff.staff_chain()]

    def __str__(self) -> str:
        return f"{self.pk} {self.verb} {self.person_name}"

    @property
    def data(self) -> dict[str, Any]:
        """`detail` as Python values."""
        loaded: dict[str, Any] = json.loads(self.detail)
        return loaded
