"""What somebody typed and has not saved."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Cast, Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _

from editorial.models.edition import Edition

#: Largest content that is kept unsaved, in characters of canonical JSON; the longest report of the demo has 150,000.
MOST_KEPT = 4_000_000


class Autosave(models.Model):
    """One person's unsaved work on one edition, in the shape of content; theirs alone, and never part of the record.

    It is no version of the edition: it enters neither its digest nor the chain of events, so nobody becomes a
    contributor by typing. `based_on` is the digest of the text on which it was begun, `version` the edition's version
    then. Unlike a snapshot it can be taken away, and is, as soon as its words are saved or thrown away.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    tab = models.UUIDField()
    version = models.PositiveIntegerField()
    based_on = models.CharField(max_length=64)
    content = models.JSONField()
    at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("unsaved work")
        verbose_name_plural = _("unsaved work")
        ordering = ["-at", "id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["edition", "by"], name="editorial_autosave_one_a_person"),
            models.CheckConstraint(
                # jsonb is spelled with a space after every comma and colon.
                condition=LessThanOrEqual(Length(Cast("content", models.TextField())), 2 * MOST_KEPT),
                name="editorial_autosave_bounded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.by_id} {self.edition_id}"
