"""The list of each kind: what is public at the moment in the visitor's language, ten a page."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse

from cooperation import filters
from cooperation.models import AnnualReport, Mechanism, Page, ThemeTag, WorkingGroup
from cooperation.views import visit
from cooperation.views.frame import crumbs, frame, respond
from cooperation.views.public import public
from cooperation.views.queries import Folded
from cooperation.views.visit import NotFound, Visit
from editorial import kinds, languages
from editorial.languages import column
from editorial.models import Edition
from editorial.timeline import Begins

PER_PAGE = 10


def _modified(asked: Visit) -> Coalesce:
    """The start of the document's newest edition by the moment that was no minor correction, else of its first."""
    begun = Edition.objects.begun(asked.moment).filter(document_id=OuterRef("document_id"))
    since = begun.annotate(since=Begins("live_during")).values("since")
    return Coalesce(
        Subquery(since.filter(minor=False).order_by("-live_during")[:1]), Subquery(since.order_by("live_during")[:1])
    )


def _rows(live: QuerySet[Any], asked: Visit, *more: str, **named: Any) -> QuerySet[Any]:
    code = asked.language
    return live.annotate(
        title_=F(column("title", code)),
        slug_=F(column("slug", code)),
        summary_=F(column("summary", code)),
        modified=_modified(asked),
        **named,
    ).values("title_", "slug_", "summary_", "modified", "excepted_languages", *more, *named)


def _reports(asked: Visit) -> QuerySet[Any]:
    return (
        AnnualReport.objects.live(asked.moment)
        .in_language(asked.language)
        .order_by(F("year").desc(nulls_last=True), Folded(column("title", asked.language)), "pk")
    )


def _report_rows(found: QuerySet[Any], asked: Visit) -> QuerySet[Any]:
    mechanisms = Edition.objects.begun(asked.moment).in_language(asked.language)
    named = mechanisms.filter(document_id=OuterRef("mechanism_id")).order_by("-live_during")
    return _rows(found, asked, "year", mechanism_name=Subquery(named.values(column("title", asked.language))[:1]))


def _by_title(model: Any) -> Callable[[Visit], QuerySet[Any]]:
    def queryset(asked: Visit) -> QuerySet[Any]:
        live = model._default_manager.live(asked.moment)
        return live.in_language(asked.language).order_by(Folded(column("title", asked.language)), "pk")

    return queryset


def _page_rows(found: QuerySet[Any], asked: Visit) -> QuerySet[Any]:
    tags = ThemeTag.objects.filter(edition=OuterRef("pk")).order_by("position", "id")
    return _rows(found, asked, themes=ArraySubquery(tags.values(f"theme__{column('name', asked.language)}")))


def _group_rows(found: QuerySet[Any], asked: Visit) -> QuerySet[Any]:
    return _rows(found, asked, "active_to")


@dataclass(frozen=True)
class List:
    """How the list of one kind is made: what is in it, how it is narrowed, what each row says, how it looks."""

    template: str
    queryset: Callable[[Visit], QuerySet[Any]]
    rows: Callable[[QuerySet[Any], Visit], QuerySet[Any]]
    filter: type[filters.PublicFilter] = filters.NoFilter


LISTS = {
    "page": List("cooperation/page_list.html", _by_title(Page), _page_rows, filters.PageFilter),
    "annual_report": List("cooperation/annualreport_list.html", _reports, _report_rows, filters.ReportFilter),
    "working_group": List("cooperation/workinggroup_list.html", _by_title(WorkingGroup), _group_rows),
    "mechanism": List("cooperation/mechanism_list.html", _by_title(Mechanism), _rows),
}


@public
def listing(request: HttpRequest, language: str, segment: str) -> HttpResponse:
    """The list at /<language>/<segment>/, at the moment asked for.

    Parameters that are not the filter's own are ignored; a page that is no number is the first, one beyond the last
    is the last.
    """
    asked = visit.of(request, language)
    kind = kinds.by_segment(language, segment)
    if kind is None or kind.key not in LISTS:
        raise NotFound
    made = LISTS[kind.key]
    narrowed = made.filter(request.GET, made.queryset(asked), asked=asked)
    results = Paginator(made.rows(narrowed.qs, asked), PER_PAGE).get_page(request.GET.get("page"))
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
        "filter": narrowed if made.filter is not filters.NoFilter else None,
        "is_filtered": bool(params),
        "clear_url": asked.list_of(kind.key),
    }
    return respond(request, made.template, context, asked)


def _shown(row: dict[str, Any], kind: str, asked: Visit) -> dict[str, Any]:
    return {
        **row,
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
