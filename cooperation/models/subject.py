"""What a piece of content is about: themes and countries, as parts, so that they are signed with the rest."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.models.place import Country, Theme
from editorial.models import Part


class ThemeTag(Part):
    """One theme of an edition."""

    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, verbose_name=_("theme"), related_name="tags")

    class Meta(Part.Meta):
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "theme"], name="cooperation_themetag_once"),
        ]

    def __str__(self) -> str:
        return str(self.theme)


class CountryTag(Part):
    """One country that an edition is about."""

    country = models.ForeignKey(Country, on_delete=models.PROTECT, verbose_name=_("country"), related_name="tags")

    class Meta(Part.Meta):
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "country"], name="cooperation_countrytag_once"),
        ]

    def __str__(self) -> str:
        return str(self.country)
