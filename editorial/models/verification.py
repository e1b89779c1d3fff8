"""What the last verifications of the whole site found."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.edition import Edition


class VerificationRun(models.Model):
    """One walk through everything that is, was or will be public.

    `position` says where it goes on: the name of the check and what it looked at last. `counts` holds how many things
    each check has looked at.
    """

    started_at = models.DateTimeField(_("started"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    position = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("verification")
        verbose_name_plural = _("verifications")
        ordering = ["-id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.started_at:%Y-%m-%d %H:%M}"


class VerificationDifference(models.Model):
    """One difference that a verification found: its code and what its sentence is filled with
    (`editorial.verification`).
    """

    run = models.ForeignKey(VerificationRun, on_delete=models.CASCADE, related_name="differences")
    code = models.CharField(max_length=40)
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, null=True, related_name="+")
    values = models.JSONField(default=dict)

    class Meta:
        verbose_name = _("difference")
        verbose_name_plural = _("differences")
        ordering = ["run", "id"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return f"{self.code} {self.edition_id or ''}"
