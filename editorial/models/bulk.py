"""One piece of work done to many editions, with what came of each."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class BulkWork(models.TextChoices):
    """What can be done to many editions at once."""

    ASSIGN = "assign", pgettext_lazy("verb", "Assign")
    SET_REVIEW_BY = "set_review_by", pgettext_lazy("verb", "Set review-by date")
    REMIND = "remind", pgettext_lazy("verb", "Send reminders")


class BulkRun(models.Model):
    """One run over many editions, kept so that its report can be read again, and so that it is not done twice.

    The form carries the identity of the run that it will be: sent twice, it leads to the report of the first. `outcome`
    maps primary keys of editions to the reasons against each (an empty list: done), in the language of whoever ran it;
    it is null until the run has come to its end. Who did what to which edition is in the events; a run goes after a
    day.
    """

    id = models.UUIDField(primary_key=True, editable=False)
    work = models.CharField(max_length=20, choices=BulkWork.choices)
    kind = models.CharField(max_length=40)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)
    said = models.TextField(blank=True)
    outcome = models.JSONField(null=True)

    class Meta:
        verbose_name = _("bulk work")
        verbose_name_plural = _("bulk work")
        ordering = ["-at", "id"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.work} {self.pk}"

    @property
    def reasons(self) -> dict[int, list[str]]:
        """The outcome by primary key; empty until the run has come to its end."""
        found: Any = self.outcome or {}
        return {int(key): value for key, value in found.items()}
