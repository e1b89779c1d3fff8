"""The list of each kind: what is public at the moment in the visitor's language, ten a page."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from cooperation import public_kind
from cooperation.data import metadata_context
from cooperation.lists.choice import Choice
from cooperation.lists.rows import find_rows
from cooperation.views.page.page_frame import crumbs, frame, respond
from cooperation.views.page.pager import pager
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound
from editorial.base import languages

__all__ = ["PER_PAGE", "find_rows", "listing"]

PER_PAGE = 10


@public
def listing(request: HttpRequest, language: str, segment: str) -> HttpResponse:
    """The list at /<language>/<segment>/, at the moment asked for.

    Parameters that the list does not know are ignored, and so is an order that there is not; a page that is no number
    is the first, one beyond the last is the last. A filter that makes no sense leaves an empty list that says so.
    """
    asked = page_request.page_request(request, language)
    kind = public_kind.kind_by_segment(language, segment)
    if kind is None:
        raise NotFound
    choice = Choice.from_params(kind, request.GET, asked)
    results: Page[Any] = Paginator(range(choice.count), PER_PAGE).get_page(request.GET.get("page"))
    results.object_list = choice.page((results.number - 1) * PER_PAGE, PER_PAGE)
    here, present = choice.params(results.number), asked.at_present()
    context = {
        **frame(
            request,
            asked,
            addresses={code: asked.in_language(code).list_of(kind.key, here) for code in languages.codes()},
            section=kind.key,
            canonical=present.list_of(kind.key, here),
            current_url=present.list_of(kind.key, choice.params()) if asked.is_past else None,
        ),
        "breadcrumbs": crumbs(asked, kind.key),
        "list_label": kind.plural,
        "list_description": kind.description,
        "results": results,
        "pager": pager(results, choice.url),
        "choice": choice,
        "is_filtered": bool(choice.chosen),
        "clear_url": choice.everything,
    }
    with translation.override(language):
        context.update(kind.beside(asked))
    context |= metadata_context.beside_list(kind, choice.params(), asked, context)
    return respond(kind.list_templates, context, asked)
