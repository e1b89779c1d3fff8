"""Who has a screen of an edition open."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Presence(models.Model):
    """One window in which a person has a screen of an edition open. No record: it is forgotten as soon as it is silent.

    `tab` is the window's own token, made when the screen was opened. `beating` tells that the window says by itself
    that it is still open; without scripts nothing but the opening is known. The table is unlogged: what a crash of the
    database takes with it, the windows tell anew within seconds.
    """

    tab = models.UUIDField(primary_key=True)
    edition = models.ForeignKey("editorial.Edition", on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    screen = models.CharField(max_length=12)
    language = models.CharField(max_length=7, blank=True)
    editing = models.BooleanField(default=False)
    beating = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("open window")
        verbose_name_plural = _("open windows")
        ordering = ["opened_at", "tab"]
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.by_id} {self.screen} {self.edition_id}"
