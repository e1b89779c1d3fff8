"""The filter set of each kind's list (django-filter)."""

from django.utils.translation import gettext_lazy as _

from cooperation.lists.facets import Facet, PartFacet, SpanFacet, YearFacet
from cooperation.lists.filterset import PublicFilter
from cooperation.models import CountryTag, ThemeTag


def themes() -> PartFacet:
    """By what content is about."""
    return PartFacet(ThemeTag, "theme", label=_("Subject"), every=_("All subjects"))


def countries() -> PartFacet:
    """By the countries that content is about."""
    return PartFacet(CountryTag, "country", label=_("Country"), every=_("All countries"))


def mechanisms(field: str = "mechanism") -> Facet:
    """By the mechanism that content belongs to."""
    return Facet(field, label=_("Mechanism"), every=_("All mechanisms"))


class PageFilter(PublicFilter):
    """Cooperation pages by theme and country."""

    theme = themes()
    country = countries()


class ReportFilter(PublicFilter):
    """Annual reports by year and mechanism."""

    year = YearFacet("year", label=_("Year"), every=_("All years"))
    mechanism = mechanisms()


class GroupFilter(PublicFilter):
    """Working groups by the years in which they were active, by theme and by mechanism."""

    year = SpanFacet("active_from", "active_to", label=_("Active in"), every=_("Any year"))
    theme = themes()
    mechanism = mechanisms()


class MechanismFilter(PublicFilter):
    """Mechanisms by country and theme; their abbreviations are found in every language."""

    names = ("acronym",)

    country = countries()
    theme = themes()
