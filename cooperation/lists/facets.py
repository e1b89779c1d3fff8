"""The filters of public lists: each says which editions a chosen value leaves, and which edition has which value.

A facet is a filter of django-filter. Its values stand in addresses: codes, years, uuids, never names.

Statements are compiled once, with a stand-in for the moment (see `cooperation.lists.statements`). So a facet uses
`asked.moment` in expressions only, and never looks at it.
"""

# ruff: noqa: S608  # statements are put together of names of tables and columns; values are parameters
import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import django_filters
from django.db import models
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, ExtractYear, Left
from django.db.models.lookups import Exact, GreaterThanOrEqual
from django.utils.functional import Promise

from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.sort_keys import folded_words
from editorial.content.name_queries import name_as_of
from editorial.content.names import reference_tables, table_name
from editorial.models import Document, Edition, Part

Text = str | Promise
#: Statement and parameters.
Sql = tuple[str, tuple[Any, ...]]

_CODE = re.compile(r"[\w.-]{1,60}")
_YEAR = re.compile(r"[0-9]{4}")


@dataclass(frozen=True)
class Counted:
    """Where the values of a facet come from: `source` joins `found` to what holds them, `value` is one."""

    value: str
    source: str = "found"


class Narrowing(django_filters.CharFilter, ABC):
    """A filter of a public list, of whatever sort.

    :param label: what the reader chooses by.
    """

    @abstractmethod
    def understood(self, raw: str) -> Any | None:
        """The value that a parameter of the address means; None for what cannot be one, which leaves an empty list."""

    @abstractmethod
    def condition(self, value: Any, asked: PageRequest) -> Any:
        """Which editions a value leaves: a condition on a queryset of the kind."""

    def filter(self, qs: QuerySet[Any], value: Any) -> QuerySet[Any]:
        return qs.filter(self.condition(value, self.parent.asked))


class Facet(Narrowing):
    """Narrows by a field of the kind itself: choices, or a reference to a country, theme, organization or document.

    :param field: the name of the field.
    :param label: what it is called; `every` is the choice that narrows nothing, such as “All themes”.
    """

    def __init__(self, field: str, *, label: Text, every: Text) -> None:
        super().__init__(field_name=field, label=label)
        self.every = every

    @property
    def field_of_model(self) -> Any:
        """The field that holds the values."""
        return self.model._meta.get_field(self.field_name)

    @property
    def target(self) -> Any:
        """The model that the field refers to; none for a field that holds the value itself."""
        return self.field_of_model.related_model

    def understood(self, raw: str) -> Any | None:
        """A uuid of a document, else a code."""
        if self.target is Document:
            try:
                return UUID(raw)
            except ValueError:
                return None
        return raw if _CODE.fullmatch(raw) else None

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """The field holds the value."""
        return Q(**{self._path(): value})

    def _path(self) -> str:
        key = {None: "", Document: "__uuid"}.get(self.target, "__code")
        return f"{self.field_name}{key}"

    def carried(self, asked: PageRequest) -> Mapping[str, Any]:
        """Expressions by name that every row of `found` brings along."""
        return {"value": F(self.field_of_model.attname)}

    def counted(self, prefix: str) -> Counted:
        """Where the values come from; the columns of `carried` are in `found`, under their names after `prefix`."""
        return Counted(f"found.{prefix}value")

    def named(self, grouped: str, asked: PageRequest) -> Sql:
        """The statement that turns groups of (ref, places) into (value in the address, label or NULL, places)."""
        if self.target is None:
            return f"SELECT ref::text, NULL::text, places FROM ({grouped}) g", ()
        if self.target is Document:
            live = Edition.objects.live(asked.moment).in_language(asked.language).order_by()
            titles = live.annotate(ref_=F("document_id"), title_=F(column("title", asked.language)))
            sql, params = titles.values("ref_", "title_").query.sql_with_params()
            return (
                f"SELECT d.uuid::text, t.title_, places FROM ({grouped}) g"
                f" JOIN editorial_document d ON d.id = g.ref LEFT JOIN ({sql}) t ON t.ref_ = g.ref",
                tuple(params),
            )
        name: Any = F(column("name", asked.language))
        if (table := table_name(self.target)) in reference_tables():
            name = name_as_of(table, "code", asked.language, asked.moment)
        rows = self.target._default_manager.order_by().annotate(ref_=F("pk"), code_=F("code"), name_=name)
        sql, params = rows.values("ref_", "code_", "name_").query.sql_with_params()
        return (
            f"SELECT r.code_, r.name_, places FROM ({grouped}) g JOIN ({sql}) r ON r.ref_ = g.ref",
            tuple(params),
        )

    def is_offered(self, label: str | None) -> bool:
        """Whether a value with this label is a choice: a document not public in the language has no title here."""
        return self.target is not Document or bool(label)

    def label_of(self, value: str, label: str | None) -> str:
        """What a value is called in the active language."""
        return label or str(dict(self.field_of_model.choices or ()).get(value, value))

    def place(self, value: str, label: str) -> Any:
        """By what the choices are sorted: their place among the field's choices, else their names."""
        order = [str(choice) for choice, _label in self.field_of_model.choices or ()]
        return (order.index(value) if value in order else len(order), folded_words(label), value)


class PartFacet(Facet):
    """Narrows by a field of a part: a theme, an agency that is a party, the sector of a member.

    An edition counts once for each value, however many of its parts have it.
    """

    def __init__(self, part: type[Part], field: str, *, label: Text, every: Text) -> None:
        super().__init__(field, label=label, every=every)
        self.part = part

    @property
    def field_of_model(self) -> Any:
        return self.part._meta.get_field(self.field_name)

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """One of the parts has the value."""
        return Q(pk__in=self.part._default_manager.filter(**{self._path(): value}).order_by().values("edition_id"))

    def carried(self, asked: PageRequest) -> Mapping[str, Any]:
        """Nothing: the parts have it."""
        return {}

    def counted(self, prefix: str) -> Counted:
        table, name = f'"{self.part._meta.db_table}"', f'"{self.field_of_model.column}"'
        if not self._once:
            table = f"(SELECT DISTINCT edition_id, {name} FROM {table})"
        return Counted(f"part.{name}", f"found JOIN {table} part ON part.edition_id = found.pk_")

    @property
    def _once(self) -> bool:
        """Whether the database sees to it that no edition has a value twice."""
        return any(
            isinstance(constraint, models.UniqueConstraint) and set(constraint.fields) == {"edition", self.field_name}
            for constraint in self.part._meta.constraints
        )


class YearFacet(Facet):
    """Narrows by the year of a field: a number, a date, or a date of which only the year or month may be known."""

    @property
    def _is_text(self) -> bool:
        return isinstance(self.field_of_model, models.CharField)

    @property
    def _year(self) -> Any:
        if isinstance(self.field_of_model, models.DateField):
            return ExtractYear(self.field_name)
        return Left(self.field_name, 4) if self._is_text else F(self.field_name)

    def understood(self, raw: str) -> Any | None:
        """Four digits."""
        if not _YEAR.fullmatch(raw):
            return None
        return raw if self._is_text else int(raw)

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """The field lies in the year."""
        return Exact(self._year, value)

    def carried(self, asked: PageRequest) -> Mapping[str, Any]:
        return {"value": self._year}

    def place(self, value: str, label: str) -> Any:
        """The latest year first."""
        return -int(value)


class SpanFacet(YearFacet):
    """Narrows by a year that lies in the span of two fields of years; a span without end lasts to the moment."""

    def __init__(self, start: str, end: str, *, label: Text, every: Text) -> None:
        super().__init__(start, label=label, every=every)
        self.end = end

    def _until(self, asked: PageRequest) -> Any:
        return Coalesce(F(self.end), ExtractYear(Value(asked.moment)), output_field=models.IntegerField())

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """The year is in the span."""
        return Q(**{f"{self.field_name}__lte": value}) & Q(GreaterThanOrEqual(self._until(asked), value))

    def carried(self, asked: PageRequest) -> Mapping[str, Any]:
        return {"from": F(self.field_name), "until": self._until(asked)}

    def counted(self, prefix: str) -> Counted:
        """Every year of the span."""
        years = f"generate_series(found.{prefix}from::int, found.{prefix}until::int)"
        return Counted("year.value", f"found CROSS JOIN LATERAL {years} AS year(value)")


class ComputedFacet(Facet):
    """Narrows by a value that the database works out, such as the status of an agreement at the moment.

    :param make: for a visit, the expression; it may name `asked.moment`, as a parameter only.
    :param choices: what its values are called (`TextChoices.choices`).
    """

    def __init__(self, make: Callable[[PageRequest], Any], choices: Any, *, label: Text, every: Text) -> None:
        super().__init__("pk", label=label, every=every)
        self.make, self.choices = make, choices

    @property
    def field_of_model(self) -> Any:
        """A field that is in no table: it only has choices."""
        return models.CharField(choices=self.choices)

    @property
    def target(self) -> Any:
        return None

    def condition(self, value: Any, asked: PageRequest) -> Any:
        """The expression has the value."""
        return Exact(self.make(asked), value)

    def carried(self, asked: PageRequest) -> Mapping[str, Any]:
        return {"value": self.make(asked)}
