"""A change of a name: proposed by one person, confirmed by a second."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_instant
from editorial.guards import clock, names
from editorial.guards.dates import dates_in_bounds
from editorial.models.reference_row import ReferenceRow


def _person(related_name: str) -> "models.ForeignKey[models.Model | None]":
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name=related_name
    )


class Rename(models.Model):
    """New names of a row in all languages at once, from an instant on; or that it ends, with no names.

    Without `at` it takes effect when it is confirmed, and so does one that is confirmed after `at`. `names` are as in
    `NamePeriod`; empty where the body ends, and `then_see` says what to look at instead.
    """

    row = models.ForeignKey(ReferenceRow, on_delete=models.PROTECT, related_name="renames")
    names = models.JSONField(default=dict)
    then_see = models.ForeignKey(ReferenceRow, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(_("from"), null=True, blank=True, validators=[check_instant])
    reason = models.CharField(_("reason"), max_length=500)
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="renames_proposed")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = _person("renames_confirmed")
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_by = _person("renames_dropped")

    class Meta:
        verbose_name = _("change of name")
        verbose_name_plural = _("changes of names")
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["row"],
                condition=Q(confirmed_at__isnull=True, dropped_at__isnull=True),
                name="editorial_rename_one_waiting",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("proposed_by")),
                name="editorial_rename_confirmed_by_a_second",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{what}_at__isnull": True, f"{what}_by__isnull": True})
                    | Q(**{f"{what}_at__isnull": False, f"{what}_by__isnull": False}),
                    name=f"editorial_rename_{what}_at_by",
                )
                for what in ("confirmed", "dropped")
            ),
        ]
        triggers = [clock.happens_now("proposed_at"), dates_in_bounds("at"), *names.rename_guards()]

    def __str__(self) -> str:
        return f"{self.row_id} {self.proposed_at:%Y-%m-%d %H:%M}"

    @property
    def is_waiting(self) -> bool:
        """Whether it waits for a second person."""
        return self.confirmed_at is None and self.dropped_at is None

    def takes_effect(self, now: datetime) -> datetime:
        """The instant from which it counts if it is confirmed at `now`."""
        return max(self.at or now, now)
