"""A titled stretch of text."""

from django.utils.translation import gettext_lazy as _

from editorial.base.text import LineField
from editorial.models.part import Part
from editorial.richtext.field import RichTextField


class Section(Part):
    """A heading (h2 on the page) and the text below it; any kind of content may have sections."""

    heading = LineField(_("heading"), max_length=200, blank=True)
    body = RichTextField(_("text"), blank=True)

    class Meta(Part.Meta):
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def __str__(self) -> str:
        return self.heading or super().__str__()
