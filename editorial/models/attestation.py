"""Somebody's word that a text is the translation of this very source text."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import common


class Attestation(models.Model):
    """For one language of one edition: the digest of the source text that it was translated from.

    `still_valid` tells that the translator read the new source and changed nothing. Only the latest word per
    language counts; earlier ones remain in the events.
    """

    edition = models.ForeignKey("editorial.Edition", on_delete=models.CASCADE, related_name="attestations")
    language = models.CharField(_("language"), max_length=7)
    source_digest = models.CharField(max_length=64)
    still_valid = models.BooleanField(_("still valid"), default=False)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="attestations")

    class Meta:
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")
        ordering = ["edition", "language"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "language"], name="editorial_attestation_one_per_language"),
        ]
        triggers = common.content_of_draft("edition_id")

    def __str__(self) -> str:
        return f"{self.language} ← {self.source_digest[:12]}"
