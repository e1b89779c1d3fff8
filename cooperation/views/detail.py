"""The page of one document: found by its address, or, when it is not there, what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation.views import pages, queries, visit
from cooperation.views.absent import gone, not_in_language
from cooperation.views.commented import comments_shown
from cooperation.views.frame import crumbs, frame, respond, with_headers
from cooperation.views.public import public
from cooperation.views.rendition import Rendition
from cooperation.views.visit import NotFound, Visit
from editorial import content as content_module
from editorial import kinds, languages
from editorial.kinds import Kind


@dataclass(frozen=True)
class Shown:
    """What a page needs of an edition's row beside its content."""

    pk: int
    document_id: int
    number: int
    urgent_at: datetime | None
    confirmed_at: datetime | None


@public
def detail(request: HttpRequest, language: str, segment: str, slug: str) -> HttpResponse:
    """The page at /<language>/<segment>/<slug>/, at the moment asked for."""
    asked = visit.of(request, language)
    kind = kinds.by_segment(language, segment)
    if kind is None or kind.key not in pages.PAGES:
        raise NotFound
    found = queries.find(kind, slug, asked)
    if found is None or language in found["excepted_languages"]:
        return _elsewhere(request, kind, slug, asked)
    edition = Shown(found["pk"], found["document_id"], found["number"], found["urgent_at"], found["confirmed_at"])
    said = comments_shown(found, asked)
    return _page(request, edition, content_module.load(kind, edition.pk), asked, said)


def render(
    request: HttpRequest,
    *,
    edition: Any,
    content: Mapping[str, Any],
    language: str,
    moment: datetime,
    preview: bool = False,
) -> HttpResponse:
    """The public page of an edition with this content, in `language`, at `moment` (see `Kind.render`).

    A preview shows what there is of a draft, says that it is one, and is kept by nobody.
    """
    return _page(request, edition, content, Visit(language, moment, moment, preview=preview))


def _page(
    request: HttpRequest,
    edition: Any,
    content: Mapping[str, Any],
    asked: Visit,
    comments: Mapping[str, Any] | None = None,
) -> HttpResponse:
    template, context_of = pages.PAGES[content["kind"]]
    shown = Rendition(edition, content, asked)
    with translation.override(asked.language):
        own = context_of(shown)
        head = shown.head
        if comments is not None:
            own["toc"].append({"anchor": "comments", "label": _("Comments")})
        context = {
            **frame(
                request,
                asked,
                addresses=_preview_addresses(request, asked) if asked.preview else shown.addresses,
                available=None if asked.preview else shown.available,
                section=content["kind"],
                canonical="" if asked.preview else shown.canonical,
                current_url=shown.address_now if asked.is_past else None,
            ),
            "breadcrumbs": crumbs(asked, content["kind"], *own.pop("trail"), (head["title"], None)),
            "edition": head,
            "sections": shown.sections,
            "figures": shown.figures,
            "attachments": shown.attachments,
            "modified": shown.modified,
            "history": shown.history,
            "notices": shown.notices,
            "comments": comments,
            **own,
        }
    return respond(request, template, context, asked)


def _preview_addresses(request: HttpRequest, asked: Visit) -> dict[str, str | None]:
    """The same preview in the other languages, where its address ends in the language."""
    base, _slash, last = request.path.rstrip("/").rpartition("/")
    if last != asked.language:
        return {}
    query = request.META.get("QUERY_STRING", "")
    return {code: f"{base}/{code}/" + (f"?{query}" if query else "") for code in languages.codes()}


def _elsewhere(request: HttpRequest, kind: Kind, slug: str, asked: Visit) -> HttpResponse:
    """Nothing is public at this address at the moment: say what became of what was there.

    Only what has been public by the moment is told of; the address of a scheduled edition is not given away.
    """
    document = queries.ever_there(kind, slug, asked)
    if document is None:
        to_follow = queries.live_excepted(kind, slug, asked)
        if to_follow is None:
            raise NotFound
        return not_in_language(request, kind, to_follow, asked)
    edition = queries.last_edition(document, asked.moment)
    ends = edition.live_during.upper
    if ends is not None and ends <= asked.moment:
        return gone(request, kind, edition, asked)
    if asked.language in edition.excepted_languages:
        return not_in_language(request, kind, vars(edition), asked)
    present = languages.value(edition, "slug", asked.language)
    return with_headers(HttpResponsePermanentRedirect(asked.page(kind.key, present)), asked)
