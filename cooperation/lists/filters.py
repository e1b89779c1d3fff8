"""The filter set of each kind's list (django-filter)."""

from typing import Any

from django.db.models import Case, CharField, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Left
from django.utils.translation import gettext_lazy as _

from cooperation.lists.days import has_begun, over
from cooperation.lists.facets import ComputedFacet, Facet, PartFacet, SpanFacet, YearFacet
from cooperation.lists.filterset import PublicFilter
from cooperation.lists.status import status_at
from cooperation.models import (
    AgreementParty,
    CountryTag,
    Member,
    OtherName,
    Programme,
    StatusStep,
    ThemeTag,
)
from cooperation.views.request.page_request import PageRequest


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
    """Working groups by the years in which they were active, by theme, sector of their members and mechanism."""

    names = ((OtherName, "name"),)

    year = SpanFacet("active_from", "active_to", label=_("Active in"), every=_("Any year"))
    theme = themes()
    sector = PartFacet(Member, "sector", label=_("Members from"), every=_("All sectors"))
    mechanism = mechanisms()


class MechanismFilter(PublicFilter):
    """Mechanisms by level, country, theme and status; their other names are found in every language."""

    names = ("acronym", (OtherName, "name"))

    level = Facet("level", label=_("Level"), every=_("All levels"))
    country = countries()
    theme = themes()
    status = Facet("status", label=_("Status"), every=_("Any status"))


class MeetingFilter(PublicFilter):
    """Meetings by year, host country, format and mechanism."""

    year = YearFacet("starts_on", label=_("Year"), every=_("All years"))
    host = Facet("host_country", label=_("Host"), every=_("All hosts"))
    format = Facet("format", label=_("Format"), every=_("All formats"))
    mechanism = mechanisms()


class StepYear(ComputedFacet):
    """By the year in which an agreement was signed, or else took its first step."""

    def __init__(self) -> None:
        super().__init__(_year_signed, (), label=_("Year"), every=_("All years"))

    def place(self, value: str, label: str) -> Any:
        """The latest year first."""
        return -int(value)


def _year_signed(asked: PageRequest) -> Any:
    steps = StatusStep.objects.filter(has_begun("actual_on", asked.moment), edition=OuterRef("pk"))
    signed_first = Case(When(status=StatusStep.Status.SIGNED, then=0), default=1)
    first = steps.order_by(signed_first, "actual_on", "position").values("actual_on")[:1]
    return Left(Subquery(first, output_field=CharField()), 4)


def _status(asked: PageRequest) -> Any:
    return status_at(asked.moment)


class AgreementFilter(PublicFilter):
    """Agreements by their status at the moment, year of signature, theme and agency."""

    names = ((OtherName, "name"),)

    status = ComputedFacet(_status, StatusStep.Status.choices, label=_("Status"), every=_("Any status"))
    year = StepYear()
    theme = themes()
    agency = PartFacet(AgreementParty, "organization", label=_("Agency"), every=_("All agencies"))


def _standing(asked: PageRequest) -> Any:
    """The same as `models.programme.status`."""
    return Case(
        When(Q(starts_on__isnull=False) & ~has_begun("starts_on", asked.moment), then=Value(Programme.Status.PLANNED)),
        When(over("ends_on", asked.moment), then=Value(Programme.Status.ENDED)),
        When(Q(starts_on__isnull=False) | Q(ends_on__isnull=False), then=Value(Programme.Status.RUNNING)),
        output_field=CharField(),
    )


class ProgrammeFilter(PublicFilter):
    """Programmes by theme, country and status at the moment; their other names are found in every language."""

    names = ("acronym", (OtherName, "name"))

    theme = themes()
    country = countries()
    status = ComputedFacet(_standing, Programme.Status.choices, label=_("Status"), every=_("Any status"))


class StatementFilter(PublicFilter):
    """Statements by type, year, theme and country."""

    type = Facet("type", label=_("Type"), every=_("All types"))
    year = YearFacet("dated_on", label=_("Year"), every=_("All years"))
    theme = themes()
    country = countries()
