"""What the filter set of every kind is made of (django-filter): free text, the kind's own facets, and who signed."""

from collections.abc import Mapping, Sequence
from typing import Any

import django_filters
from django.contrib.postgres.aggregates import StringAgg
from django.db.models import F, OuterRef, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from cooperation.lists.facets import Facet, Narrowing
from cooperation.lists.signed_by import SignedByFacet
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.base.sort_keys import HasWords, Words, folded_words, prefixes
from editorial.models import Edition, Part

#: Characters of free text at most; the rest is not looked at.
MOST_CHARACTERS = 170
#: Words of free text at most: the longest say most.
MOST_WORDS = 12

Name = str | tuple[type[Part], str]


class TextNarrowing(Narrowing):
    """Free text: every word must begin a word of the title, the summary or another name."""

    def understood(self, raw: str) -> Any | None:
        """The words as a query; None for a text without any."""
        longest = sorted(folded_words(raw), key=len, reverse=True)[:MOST_WORDS]
        return prefixes(" ".join(longest)) or None

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """See the class."""
        said = [column("title", asked.language), column("summary", asked.language)]
        if not self.parent.names:
            # Of all kinds alike, since there the index is.
            live = Edition.objects.live(asked.moment).order_by()
            return Q(pk__in=live.filter(HasWords(Words(*said), value)).values("pk"))
        return HasWords(Words(*said, *(self._name(name) for name in self.parent.names)), value)

    def _name(self, name: Name) -> Any:
        """All that one sort of name says, in whatever language: people look for the abbreviation that they know."""
        if isinstance(name, str):
            return _in_all(self.model, name)
        part, field = name
        of_edition = part._default_manager.filter(edition=OuterRef("pk")).order_by().values("edition")
        joined = StringAgg(_in_all(part, field), Value(" "))
        return Subquery(of_edition.annotate(names_=joined).values("names_"))


def _in_all(model: Any, field: str) -> Any:
    if field not in languages.translated_fields(model):
        return Cast(F(field), TextField())
    said = [Coalesce(F(column(field, code)), Value("")) for code in languages.codes()]
    spaced = [item for each in said for item in (each, Value(" "))]
    return Concat(*spaced, output_field=TextField())


class PublicFilter(django_filters.FilterSet):
    """The filter set of a kind: subclass it and declare facets, in the order in which they stand in addresses.

    `names` are what documents are called beside their titles, fields of the kind, or a part and its field.
    """

    names: Sequence[Name] = ()

    q = TextNarrowing(label=_("Words"))
    signed_by = SignedByFacet(label=_("Signed by"), every=_("All governments"))

    def __init__(self, data: Mapping[str, str] | None, queryset: QuerySet[Any], *, asked: PageRequest) -> None:
        super().__init__(data, queryset)
        self.asked = asked

    @classmethod
    def get_filters(cls) -> dict[str, Any]:
        """Those of every kind around the kind's own: the words first, the governments that signed last."""
        found: dict[str, Any] = super().get_filters()
        return {**{name: each for name, each in found.items() if name != "signed_by"}, "signed_by": found["signed_by"]}

    @property
    def facets(self) -> dict[str, Facet]:
        """The facets by name."""
        return {name: found for name, found in self.filters.items() if isinstance(found, Facet)}

    @property
    def chosen(self) -> dict[str, str]:
        """The parameters of this filter set that the address names, in their own order; all others are ignored."""
        given = {name: clean(str(self.data.get(name) or "")) for name in self.filters}
        return {name: value for name, value in given.items() if value}

    @property
    def values(self) -> dict[str, Any]:
        """What the chosen parameters mean; None for what cannot be understood."""
        return {name: self.filters[name].understood(raw) for name, raw in self.chosen.items()}

    @property
    def qs(self) -> QuerySet[Any]:
        """What is left of the list. A value that cannot be understood leaves nothing."""
        return self.narrowed(self.values)

    def narrowed(self, values: Mapping[str, Any]) -> QuerySet[Any]:
        """The list narrowed by values, or by what stands in for them."""
        queryset: QuerySet[Any] = self.queryset
        for name, value in values.items():
            if value is None:
                return queryset.none()
            queryset = self.filters[name].filter(queryset, value)
        return queryset


def clean(raw: str) -> str:
    """A parameter as it can be worked with: spaces joined, control characters and broken text replaced, cut."""
    whole = raw[: MOST_CHARACTERS * 4].encode("utf-8", "replace").decode()
    shown = "".join(char if char.isprintable() or char.isspace() else "\ufffd" for char in whole)
    return " ".join(shown.split())[:MOST_CHARACTERS].strip()
