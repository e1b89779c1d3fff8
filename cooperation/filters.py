"""The filters over public lists (django-filter). What they cannot understand leads to an empty list, never to an error."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from cooperation.views import choices
from cooperation.views.visit import Visit


class PublicFilter(django_filters.FilterSet):
    """A filter whose choices are what live content offers at the moment; each choice names one value in the address.

    Subclasses set `choices_of`: per filter, what makes its choices.
    """

    choices_of: dict[str, Any] = {}

    at = django_filters.CharFilter(widget=forms.HiddenInput, method="stay_in_the_past")

    def __init__(self, data: Any, queryset: QuerySet[Any], *, asked: Visit) -> None:
        super().__init__(data, queryset)
        for name, make in self.choices_of.items():
            self.filters[name].extra["choices"] = make(asked)
        if not asked.is_past:
            del self.filters["at"]

    def stay_in_the_past(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """The moment is part of the question from the start; here it only travels on with the form."""
        return queryset

    @property
    def chosen(self) -> dict[str, str]:
        """The parameters of this filter that the address names, in their own order; all others are ignored."""
        given = {name: self.data.get(name, "") for name in self.choices_of}
        return {name: value for name, value in given.items() if value}

    @property
    def qs(self) -> QuerySet[Any]:
        """What is left of the list. A value that is none of the choices leaves nothing."""
        return super().qs if self.form.is_valid() else self.queryset.none()


class ReportFilter(PublicFilter):
    """Annual reports by year and mechanism."""

    choices_of = {"year": choices.year_choices, "mechanism": choices.mechanism_choices}

    year = django_filters.ChoiceFilter(label=_("Year"), empty_label=_("All years"))
    mechanism = django_filters.ChoiceFilter(
        field_name="mechanism__uuid", label=_("Mechanism"), empty_label=_("All mechanisms")
    )


class PageFilter(PublicFilter):
    """Cooperation pages by theme and country."""

    choices_of = {"theme": choices.theme_choices, "country": choices.country_choices}

    theme = django_filters.ChoiceFilter(
        field_name="themetags__theme__code", label=_("Subject"), empty_label=_("All subjects")
    )
    country = django_filters.ChoiceFilter(
        field_name="countrytags__country__code", label=_("Country"), empty_label=_("All countries")
    )
