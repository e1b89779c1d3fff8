"""An attempt at a step of the workflow that the rules refused."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.edition import Edition
from editorial.states import Verb


class RefusedAttempt(models.Model):
    """Who tried to do what to which edition, and what they were told; the same again within an hour is only counted.

    It changed nothing, so it stands beside the audit chain, and is forgotten in time (`editorial.workflow.refusals`).
    """

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="refused_attempts", verbose_name=_("person")
    )
    edition = models.ForeignKey(
        Edition, on_delete=models.CASCADE, related_name="refused_attempts", verbose_name=_("edition")
    )
    verb = models.CharField(_("what was tried"), max_length=30, choices=Verb.choices)
    codes = models.CharField(max_length=500, editable=False)
    reasons = models.TextField(_("reasons"), help_text=_("In the words in which the person was told."))
    first_at = models.DateTimeField(_("first at"))
    last_at = models.DateTimeField(_("last at"), db_index=True)
    count = models.PositiveIntegerField(_("times"), default=1)

    class Meta:
        verbose_name = _("refused attempt")
        verbose_name_plural = _("refused attempts")
        ordering = ["-last_at", "-id"]
        default_permissions = ("view",)
        indexes = [models.Index(fields=["person", "id"], name="editorial_refused_of_person")]

    def __str__(self) -> str:
        return f"{self.verb} {self.edition_id}"
