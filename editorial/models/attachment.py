"""A file that belongs to an edition."""

from collections.abc import Mapping
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.files import filenames
from editorial.base.text import LineField
from editorial.models.part import Part


class Attachment(Part):
    """A file under the SHA-256 of its bytes: the same file is stored once, and a signed one cannot be swapped.

    `size` is in bytes. `language` is the language the file is in; empty means that it is for every language.
    """

    title = LineField(_("title"), max_length=200)
    file = LineField(_("file name"), max_length=filenames.MOST, help_text=_("The name under which it is offered."))
    sha256 = models.CharField(max_length=64, editable=False)
    size = models.PositiveBigIntegerField(_("size"), editable=False)
    media_type = models.CharField(_("media type"), max_length=100, editable=False)
    language = models.CharField(_("language"), max_length=7, blank=True, choices=settings.LANGUAGES)

    class Meta(Part.Meta):
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints: ClassVar = [
            *Part.Meta.constraints,
            # Not asked of rows that are older than the rule (see migration 0020).
            models.CheckConstraint(condition=filenames.condition(), name="editorial_attachment_file_name"),
        ]

    def __str__(self) -> str:
        return str(self.title or self.file)

    @classmethod
    def fit(cls, values: Mapping[str, Any]) -> Mapping[str, Any]:
        """The name of a file as it may be stored today; an older text may give it another."""
        if "file" not in values or "media_type" not in values:
            return values
        return {**values, "file": filenames.repaired(values["file"], values["media_type"])}
