"""A file that belongs to an edition."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.models.part import Part
from editorial.text import LineField


class Attachment(Part):
    """A file under the SHA-256 of its bytes: the same file is stored once, and a signed one cannot be swapped.

    `size` is in bytes. `language` is the language the file is in; empty means that it is for every language.
    """

    title = LineField(_("title"), max_length=200)
    file = models.CharField(_("file name"), max_length=150, help_text=_("The name under which it is offered."))
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False)
    media_type = models.CharField(_("media type"), max_length=100, editable=False)
    language = models.CharField(_("language"), max_length=7, blank=True, choices=settings.LANGUAGES)

    class Meta(Part.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")

    def __str__(self) -> str:
        return self.title or self.file
