"""The end of a live period without a successor."""

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_instant
from editorial.guards import clock, common, withdrawals
from editorial.guards.dates import dates_in_bounds
from editorial.models.document import Document


class Withdrawal(models.Model):
    """Why an edition is (or will be) no longer public, in words for the public, and perhaps where to go instead.

    `at` equals the end of the edition's live period. `needs_confirmation` says that the kind asks for a second person
    (`Kind.withdrawal_confirmed`): it stands meanwhile, and the public is told that it is not confirmed.
    """

    edition = models.OneToOneField("editorial.Edition", on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField(_("at"), validators=[check_instant])
    explanation = models.TextField(_("explanation"), help_text=_("Shown to the public in the place of the page."))
    redirect_to = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("see instead")
    )
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="withdrawals")
    needs_confirmation = models.BooleanField(default=False, editable=False)
    confirmed_at = models.DateTimeField(null=True, blank=True, editable=False)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="withdrawals_confirmed",
    )

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["at"]
        indexes = [
            models.Index(fields=["at"], name="editorial_withdrawal_at"),
            # For the desks: what a second person has yet to confirm.
            models.Index(
                fields=["edition"],
                condition=Q(needs_confirmation=True, confirmed_at__isnull=True),
                name="editorial_withdrawal_waiting",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False),
                name="editorial_withdrawal_confirmed_at_by",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("decided_by")),
                name="editorial_withdrawal_confirmed_by_a_second",
            ),
        ]
        triggers = [
            dates_in_bounds("at"),
            clock.happens_now("decided_at"),
            clock.takes_effect_from_now_on("at"),
            *withdrawals.withdrawal_guards(),
            common.no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.at:%Y-%m-%d %H:%M}"

    @property
    def awaits_confirmation(self) -> bool:
        """Decided by one person and not yet confirmed by a second, where the kind asks for that."""
        return self.needs_confirmation and self.confirmed_at is None

    def awaited_confirmation(self, moment: datetime) -> bool:
        """The same as it was at `moment`, for pages of the past."""
        return self.needs_confirmation and (self.confirmed_at is None or self.confirmed_at > moment)
