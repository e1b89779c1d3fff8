"""What each row of a kind's list says, as a machine wants it: its own columns, by their names in the model.

The columns follow from the model, so a new kind has them without a line of code. Rich text is too long for a table and
is left to the document itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from cooperation.lists.rows import last_modified, sort_of
from cooperation.lists.tags import tags
from cooperation.public_kind import PublicKind
from cooperation.views.page import public_signatures
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.content import canonical
from editorial.content.name_queries import title_held, words_held
from editorial.content.names import table_name
from editorial.models import Document, Edition
from editorial.models.querysets import Begins
from editorial.richtext.field import RichTextField

#: Columns of every kind that a row has under these names.
COMMON = (
    "pk",
    "document_id",
    "uuid",
    "number",
    "title_",
    "summary_",
    "since",
    "modified",
    "excepted_languages",
    "themes",
    "countries",
    *public_signatures.COLUMNS,
)
_PREFIX = "own_"


@dataclass(frozen=True)
class Column:
    """A field of a kind's model as a column of its list."""

    name: str
    field: "models.Field[Any, Any]"
    is_translated: bool

    @property
    def label(self) -> str:
        """What the column is called, in the active language."""
        return str(self.field.verbose_name)

    @property
    def target(self) -> type[models.Model] | None:
        """The model that the field refers to."""
        return self.field.related_model if isinstance(self.field, models.ForeignKey) else None

    @property
    def has_choices(self) -> bool:
        """Whether the values are codes with names."""
        return bool(self.field.choices)

    def expression(self, asked: PageRequest) -> Any:
        """The value in SQL: text in the visitor's language; of a reference, an object of its key and its name."""
        if self.is_translated:
            return F(column(self.name, asked.language))
        if self.target is Document:
            named = Edition.objects.live(asked.moment).in_language(asked.language)
            named = named.filter(document_id=OuterRef(f"{self.name}_id")).order_by()
            slug = Subquery(named.values(column("slug", asked.language))[:1])
            return JSONObject(
                id=F(f"{self.name}__uuid"),
                kind=F(f"{self.name}__kind"),
                title=title_held(self.name, asked.language, live=named),
                slug=slug,
            )
        if self.target is not None:
            name = words_held(table_name(self.target), f"{self.name}__code", asked.language)
            return JSONObject(code=F(f"{self.name}__code"), name=name)
        return F(self.name)


@cache
def columns_of(model: type[models.Model]) -> tuple[Column, ...]:
    """The columns of a kind's own fields, in the order of the model."""
    translated = canonical.translated(model)
    found = []
    for name in canonical.own_fields(model):
        if name in canonical.EDITION_FIELDS:
            continue
        field = model._meta.get_field(name)
        if not isinstance(field, RichTextField):
            found.append(Column(name, field, name in translated))  # type: ignore[arg-type]  # a column, not a relation
    return tuple(found)


def chosen(kind: PublicKind, params: Mapping[str, str], asked: PageRequest) -> QuerySet[Any]:
    """What the public list shows for these parameters, in its order: the same filters, the same sorts."""
    live = kind.model.objects.live(asked.moment).in_language(asked.language)
    sort = sort_of(kind, params)
    narrowed: QuerySet[Any] = kind.filters(params, live.order_by(), asked=asked).qs
    return narrowed.order_by(*sort.order(asked.language))


def of_keys(kind: PublicKind, keys: Sequence[int], sort: str, asked: PageRequest) -> QuerySet[Any]:
    """Those of the list whose primary keys are given, in one of its orders."""
    live = kind.model.objects.live(asked.moment).in_language(asked.language)
    return live.filter(pk__in=keys).order_by(*sort_of(kind, {"sort": sort}).order(asked.language))  # type: ignore[no-any-return]


def rows(queryset: QuerySet[Any], kind: PublicKind, asked: PageRequest) -> QuerySet[Any]:
    """`queryset` with the columns of every kind and the kind's own, all in one statement."""
    code = asked.language
    own = {f"{_PREFIX}{each.name}": each.expression(asked) for each in columns_of(kind.model)}
    slugs = [column("slug", each) for each in languages.codes()]
    found: QuerySet[Any] = queryset.annotate(
        uuid=F("document__uuid"),
        title_=F(column("title", code)),
        summary_=F(column("summary", code)),
        since=Begins("live_during"),
        modified=last_modified(asked),
        themes=tags("theme", code),
        countries=tags("country", code),
        **public_signatures.signature_columns(code),
        **own,
    ).values(*COMMON, *slugs, *own)
    return found


def own_columns(row: Mapping[str, Any]) -> dict[str, Any]:
    """The kind's own columns of a row, by name."""
    return {name.removeprefix(_PREFIX): value for name, value in row.items() if name.startswith(_PREFIX)}
