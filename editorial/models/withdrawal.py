"""The end of a live period without a successor."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_instant
from editorial.guards import clock, common
from editorial.guards.dates import dates_in_bounds
from editorial.models.document import Document


class Withdrawal(models.Model):
    """Why an edition is (or will be) no longer public, in words for the public, and perhaps where to go instead.

    `at` equals the end of the edition's live period.
    """

    edition = models.OneToOneField("editorial.Edition", on_delete=models.PROTECT, related_name="withdrawal")
    at = models.DateTimeField(_("at"), validators=[check_instant])
    explanation = models.TextField(_("explanation"), help_text=_("Shown to the public in the place of the page."))
    redirect_to = models.ForeignKey(
        Document, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("see instead")
    )
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="withdrawals")

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ["at"]
        indexes = [models.Index(fields=["at"], name="editorial_withdrawal_at")]
        triggers = [
            dates_in_bounds("at"),
            clock.takes_effect_from_now_on("at"),
            common.Guard(
                name="record_of_time",
                when=pgtrigger.Before,
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Condition("OLD.at <= public.editorial_now()"),
                func=common.refuse("a withdrawal that has taken effect stays on record"),
            ),
            common.see_instead(),
            common.no_truncate(),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} {self.at:%Y-%m-%d %H:%M}"
