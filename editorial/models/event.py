"""One line of the audit chain."""

import json
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import clock, common
from editorial.models.document import Document
from editorial.states import SHOWING, State, Verb


class Event(models.Model):
    """Who did what to which edition, when and why. Append-only; each line carries the hash of the one before it.

    The database numbers and hashes the lines (`editorial.guards.common.chain`); `editorial.workflow.audit` verifies
    them. `detail` is canonical JSON kept as text, so that the hash covers exactly what is stored.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="events", verbose_name=_("by")
    )
    by_name = models.CharField(max_length=300)
    verb = models.CharField(_("verb"), max_length=30, choices=Verb.choices)
    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="events")
    edition = models.ForeignKey("editorial.Edition", on_delete=models.PROTECT, related_name="events")
    digest = models.CharField(max_length=64)
    from_state = models.CharField(max_length=20, choices=State.choices, blank=True)
    to_state = models.CharField(max_length=20, choices=State.choices)
    reason = models.TextField(_("reason"), blank=True)
    detail = models.TextField(default="{}")
    previous_hash = models.CharField(max_length=64, unique=True, editable=False)
    hash = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["edition", "verb", "by"], name="editorial_event_contributors"),
            # The last of them says whether anything public has changed (see `editorial.models.querysets`).
            models.Index(fields=["id"], condition=models.Q(verb__in=SHOWING), name="editorial_event_showing"),
        ]
        triggers = [clock.happens_now("at"), common.chain(), *common.append_only()]

    def __str__(self) -> str:
        return f"{self.pk} {self.verb} {self.edition_id}"

    #: Keys of `detail` that every line, or every line of a save, has beside what its verb says.
    CAPACITY = "as"
    CHANGED = "changed"

    @property
    def data(self) -> dict[str, Any]:
        """What the verb says in `detail`, as Python values."""
        return {name: value for name, value in self._all.items() if name not in (self.CAPACITY, self.CHANGED)}

    @property
    def capacity(self) -> dict[str, Any]:
        """In what capacity the person acted (see `editorial.workflow.roles.acting_as`); empty where that was not
        recorded.
        """
        found: dict[str, Any] = self._all.get(self.CAPACITY, {})
        return found

    @property
    def changed(self) -> dict[str, Any]:
        """What a save changed (see `editorial.workflow.drafts`); empty for other verbs, and where that was not
        recorded.
        """
        found: dict[str, Any] = self._all.get(self.CHANGED, {})
        return found

    @property
    def _all(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads(self.detail)
        return loaded
