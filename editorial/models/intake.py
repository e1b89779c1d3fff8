"""Files that were read and are not yet a draft."""

from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.edition import Edition


class Intake(models.Model):
    """What was read from the files that one person is about to make a draft of, between two screens.

    It lies here and not in the session, which is read with every request of that person, and not in hidden fields,
    which could come back changed. The files themselves are not kept. `readings` maps language codes to
    `editorial.importing.blocks.Reading` in plain values; it is emptied when the draft is made, and the row goes after a
    day (`editorial.importing.draft_creation`).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    kind = models.CharField(max_length=50)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    #: The draft that gets more languages; none for a new document.
    into = models.ForeignKey(Edition, on_delete=models.CASCADE, null=True, related_name="+")
    source_language = models.CharField(max_length=7, choices=settings.LANGUAGES)
    readings = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)
    #: The draft that was made of it, so that a button pressed twice leads to the same one.
    made = models.ForeignKey(Edition, on_delete=models.CASCADE, null=True, related_name="+")

    class Meta:
        verbose_name = _("files being imported")
        verbose_name_plural = _("files being imported")
        ordering = ["-at", "id"]
        default_permissions = ()

    def __str__(self) -> str:
        names: list[Any] = [reading["name"] for reading in self.readings.values()]
        return ", ".join(map(str, names)) or str(self.pk)
