"""Reference tables that every kind of content names: countries, themes, organizations."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.text import LineField
from editorial.guards.names import named_by


class Country(models.Model):
    """A country, by its ISO 3166-1 alpha-2 code."""

    code = models.CharField(_("code"), max_length=2, unique=True, help_text=_("ISO 3166-1, two letters."))
    name = LineField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["code"]
        triggers = named_by("country", "name")

    def __str__(self) -> str:
        return self.name or self.code


class Theme(models.Model):
    """A subject by which visitors find content."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = LineField(_("name"), max_length=80)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["code"]
        triggers = named_by("theme", "name")

    def __str__(self) -> str:
        return self.name or self.code


class Organization(models.Model):
    """A ministry, agency or body that takes part in the cooperation."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = LineField(_("name"), max_length=160)
    acronym = LineField(_("acronym"), max_length=30, blank=True)
    country = models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("country"),
        related_name="organizations",
    )

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["code"]
        triggers = named_by("organization", "name", "acronym")

    def __str__(self) -> str:
        return self.name or self.code
