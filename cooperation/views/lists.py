"""The list of each kind: what is public at the moment in the visitor's language, ten a page."""

from typing import Any

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from cooperation import publishing
from cooperation.publishing import PublicKind
from cooperation.views import visit
from cooperation.views.frame import crumbs, frame, respond
from cooperation.views.public import public
from cooperation.views.visit import NotFound, Visit
from editorial import languages
from editorial.languages import column
from editorial.models import Edition
from editorial.timeline import Begins

PER_PAGE = 10
_OWN = "own_"


def _modified(asked: Visit) -> Coalesce:
    """The start of the document's newest edition by the moment that was no minor correction, else of its first."""
    begun = Edition.objects.begun(asked.moment).filter(document_id=OuterRef("document_id"))
    since = begun.annotate(since=Begins("live_during")).values("since")
    return Coalesce(
        Subquery(since.filter(minor=False).order_by("-live_during")[:1]), Subquery(since.order_by("live_during")[:1])
    )


def _rows(found: QuerySet[Any], kind: PublicKind, asked: Visit) -> QuerySet[Any]:
    """What each row says; the kind's own columns are told apart from the model's fields by a prefix."""
    code = asked.language
    own = {f"{_OWN}{name}": expression for name, expression in kind.row(asked).items()}
    return found.annotate(
        title_=F(column("title", code)),
        slug_=F(column("slug", code)),
        summary_=F(column("summary", code)),
        modified=_modified(asked),
        **own,
    ).values("title_", "slug_", "summary_", "modified", "excepted_languages", *own)


@public
def listing(request: HttpRequest, language: str, segment: str) -> HttpResponse:
    """The list at /<language>/<segment>/, at the moment asked for.

    Parameters that are not the filter's own are ignored; a page that is no number is the first, one beyond the last
    is the last.
    """
    asked = visit.of(request, language)
    kind = publishing.by_segment(language, segment)
    if kind is None:
        raise NotFound
    live = kind.model._default_manager.live(asked.moment).in_language(language)
    narrowed = kind.filters(request.GET, live.order_by(*kind.sorts[0].order(language)), asked=asked)
    results = Paginator(_rows(narrowed.qs, kind, asked), PER_PAGE).get_page(request.GET.get("page"))
    results.object_list = [_shown(row, kind.key, asked) for row in results.object_list]
    params = narrowed.chosen
    here = params if results.number == 1 else {**params, "page": str(results.number)}
    present = asked.at_present()
    context = {
        **frame(
            request,
            asked,
            addresses={code: asked.in_language(code).list_of(kind.key, here) for code in languages.codes()},
            section=kind.key,
            canonical=present.list_of(kind.key, here),
            current_url=present.list_of(kind.key, params) if asked.is_past else None,
        ),
        "breadcrumbs": crumbs(asked, kind.key),
        "results": results,
        "pager": _pager(results, kind.key, params, asked),
        "list_label": kind.plural,
        "list_description": kind.description,
        "filter": narrowed if kind.filters.choices_of else None,
        "is_filtered": bool(params),
        "clear_url": asked.list_of(kind.key),
    }
    with translation.override(language):
        context.update(kind.beside(asked))
    return respond(request, kind.list_templates, context, asked)


def _shown(row: dict[str, Any], kind: str, asked: Visit) -> dict[str, Any]:
    return {
        **{name.removeprefix(_OWN): value for name, value in row.items()},
        "title": row["title_"],
        "summary": row["summary_"] or "",
        "url": asked.page(kind, row["slug_"]),
        "languages": [{"code": code, "name": languages.name(code)} for code in row["excepted_languages"]],
    }


def _pager(results: PageOfList[Any], kind: str, params: dict[str, str], asked: Visit) -> dict[str, Any]:
    def url(number: int) -> str:
        return asked.list_of(kind, params if number == 1 else {**params, "page": str(number)})

    numbers = results.paginator.get_elided_page_range(results.number, on_each_side=1, on_ends=1)
    return {
        "previous_url": url(results.previous_page_number()) if results.has_previous() else None,
        "next_url": url(results.next_page_number()) if results.has_next() else None,
        "pages": [
            {"number": number, "url": url(number), "current": number == results.number}
            if isinstance(number, int)
            else {"number": None, "url": None, "current": False}
            for number in numbers
        ],
    }
