"""The rows of a list, whole or a few at a time, as pages, feeds, the API and CSV show them."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from cooperation import public_kind
from cooperation.lists.sorting import Sort
from cooperation.public_kind import PublicKind
from cooperation.views.page import public_signatures
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.models import Edition
from editorial.models.querysets import Begins

_OWN = "own_"
_AT_ONCE = 500


def find_rows(kind_key: str, params: Mapping[str, str], asked: PageRequest) -> "Rows":
    """What the list of a kind holds for these parameters, narrowed and sorted like the page of that address, unpaged.

    :param params: of the address, such as `request.GET`; unknown ones are ignored, senseless ones leave nothing.
    :param asked: the language and the moment.
    """
    kind = public_kind.get_kind(kind_key)
    queryset = filter_set(kind, params, asked).qs
    sort = sort_of(kind, params)
    return Rows(with_row_values(queryset.order_by(*sort.order(asked.language)), kind, asked), kind, asked)


def filter_set(kind: PublicKind, params: Mapping[str, str], asked: PageRequest) -> Any:
    """The filter set of a kind over what is live at the moment in the language."""
    live = kind.model.objects.live(asked.moment).in_language(asked.language).order_by()
    return kind.filters(params, live, asked=asked)


def sort_of(kind: PublicKind, params: Mapping[str, str]) -> Sort:
    """The order that the address names, else the kind's first."""
    wanted = params.get("sort")
    return next((sort for sort in kind.sorts if sort.key == wanted), kind.sorts[0])


def with_row_values(queryset: QuerySet[Any], kind: PublicKind, asked: PageRequest) -> QuerySet[Any]:
    """What each row says; the kind's own columns are told apart from the model's fields by a prefix."""
    code = asked.language
    own = {f"{_OWN}{name}": expression for name, expression in kind.row(asked).items()}
    found: QuerySet[Any] = queryset.annotate(
        title_=F(column("title", code)),
        slug_=F(column("slug", code)),
        summary_=F(column("summary", code)),
        modified=last_modified(asked),
        **public_signatures.signature_columns(code),
        **own,
    ).values("title_", "slug_", "summary_", "modified", "excepted_languages", *public_signatures.COLUMNS, *own)
    return found


def last_modified(asked: PageRequest) -> Coalesce:
    """The start of the document's newest edition by the moment that was no minor correction, else of its first."""
    begun = Edition.objects.begun(asked.moment).filter(document_id=OuterRef("document_id"))
    since = begun.annotate(since=Begins("live_during")).values("since")
    return Coalesce(
        Subquery(since.filter(minor=False).order_by("-live_during")[:1]), Subquery(since.order_by("live_during")[:1])
    )


def row_context(row: Mapping[str, Any], kind: PublicKind, asked: PageRequest) -> dict[str, Any]:
    """A row as templates name its parts: title, summary, url, modified, languages (yet to come), signatures, and the
    kind's own.
    """
    return {
        **{name.removeprefix(_OWN): value for name, value in row.items() if name.startswith(_OWN)},
        "title": row["title_"],
        "summary": row["summary_"] or "",
        "url": asked.page(kind.key, row["slug_"]),
        "modified": row["modified"],
        "signatures": PublicSignatures.from_row(row, asked.moment),
        "languages": [{"code": code, "name": languages.name(code)} for code in row["excepted_languages"]],
    }


class Rows:
    """The rows of `found`: they can be counted, sliced, and read one after another without all being held at once."""

    def __init__(self, queryset: QuerySet[Any], kind: PublicKind, asked: PageRequest) -> None:
        self.queryset, self.kind, self.asked = queryset, kind, asked

    def __len__(self) -> int:
        return self.queryset.count()

    def __getitem__(self, wanted: slice) -> list[dict[str, Any]]:
        return [row_context(row, self.kind, self.asked) for row in self.queryset[wanted]]

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for row in self.queryset.iterator(chunk_size=_AT_ONCE):
            yield row_context(row, self.kind, self.asked)
