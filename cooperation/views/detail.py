"""The page of one document: found by its address, or, when it is not there, what became of it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import metadata_context
from cooperation.public_kind import PublicKind
from cooperation.views.page import live_page, queries
from cooperation.views.page.comment_block import comments_shown
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.page_frame import crumbs, frame, respond
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact
from cooperation.views.request import page_request as visits
from cooperation.views.request.decorators import public
from cooperation.views.request.page_addresses import PageAddresses
from cooperation.views.request.page_request import NotFound, PageRequest
from cooperation.views.request.unavailable import became_of, not_in_language
from editorial.base import languages
from editorial.content.kinds import Kind, PreviewFrame


@public
def detail(request: HttpRequest, language: str, segment: str, slug: str) -> HttpResponse:
    """The page at /<language>/<segment>/<slug>/, at the moment asked for."""
    asked = visits.page_request(request, language)
    kind = public_kind.kind_by_segment(language, segment.lower())
    if kind is None:
        raise NotFound
    edition = live_page.find_live_page(kind, slug, asked)
    if edition is None or language in edition.excepted_languages or segment != kind.segments[language]:
        return elsewhere(request, kind, slug, asked)
    shown = Rendition(
        kind, edition, edition.content, asked, edition.editions, edition.called,
        along=edition.along, signatures=edition.signatures,
    )  # fmt: skip
    return _page(request, kind, shown, comments_shown(edition, asked))


def render(
    request: HttpRequest,
    *,
    edition: Any,
    content: Mapping[str, Any],
    language: str,
    moment: datetime,
    preview: bool = False,
    around: PreviewFrame | None = None,
) -> HttpResponse:
    """The public page of an edition with this content, in `language`, at `moment` (see `Kind.render`).

    A preview shows what there is of a draft, says that it is one, and is not kept; `around` is for guests.
    """
    query = request.META.get("QUERY_STRING", "") if preview else ""
    visit = PageRequest(language, moment, moment, preview=preview)
    kind = public_kind.get_kind(content["kind"])
    shown = Rendition(kind, edition, content, visit, preview_query=f"?{query}" if query else "")
    return _page(request, kind, shown, around=around)


def _page(
    request: HttpRequest,
    kind: PublicKind,
    shown: Rendition,
    comments: Mapping[str, Any] | None = None,
    *,
    around: PreviewFrame | None = None,
) -> HttpResponse:
    asked = shown.visit
    with translation.override(asked.language):
        own = kind.own(shown)
        head = shown.head
        context = {
            **frame(
                request,
                asked,
                addresses=_addresses(request, shown, around),
                available=None if asked.preview else shown.available,
                section=kind.key,
                canonical="" if asked.preview else shown.addresses.canonical,
                current_url=shown.address_now if asked.is_past else None,
            ),
            "breadcrumbs": crumbs(asked, kind.key, *own.trail, (head["title"], None)),
            "edition": head,
            "other_names": shown.other_names,
            "sections": shown.sections,
            "figures": shown.figures,
            "attachments": [*own.files, *shown.attachments],
            "modified": shown.modified,
            "names_now": shown.called_otherwise,
            "signatures": shown.signatures,
            "history": shown.history,
            "notices": shown.notices,
            "kind_label": kind.name,
            "facts": _facts(shown, own),
            "toc": _toc(shown, own, comments),
            "comments": comments,
            **own.context,
        }
        context |= metadata_context.beside_document(request, shown, context)
        if around is not None:
            context |= {"notices": {**shown.notices, "guest": around.notice}, "report_form": around.foot}
    return respond(kind.page_templates, context, asked)


def _facts(shown: Rendition, own: KindContext) -> list[Mapping[str, Any]]:
    """What the kind says of itself, then what every kind is about."""
    return [
        *own.facts,
        *fact(_("Subjects"), shown.tags("theme", linked=True)),
        *fact(_("Countries"), shown.tags("country", linked=True)),
    ]


def _toc(shown: Rendition, own: KindContext, comments: Mapping[str, Any] | None) -> list[dict[str, str]]:
    """The entries of “on this page”, in the order of the blocks of `document_detail.html`."""
    return shown.toc(
        [
            *own.before,
            *shown.headings(),
            *own.after,
            ("figures", _("In figures"), shown.figures),
            *own.last,
            ("attachments", _("Files"), own.files or shown.attachments),
            ("history", _("Change history"), shown.history),
            ("comments", _("Comments"), comments is not None),
        ]
    )


def _addresses(request: HttpRequest, shown: Rendition, around: PreviewFrame | None) -> Mapping[str, str | None]:
    if around is not None:
        return around.addresses
    return _preview_addresses(request, shown.visit) if shown.visit.preview else shown.addresses.in_languages


def _preview_addresses(request: HttpRequest, asked: PageRequest) -> dict[str, str | None]:
    """The same preview in the other languages, where its address ends in the language."""
    base, _slash, last = request.path.rstrip("/").rpartition("/")
    if last != asked.language:
        return {}
    query = request.META.get("QUERY_STRING", "")
    return {code: f"{base}/{code}/" + (f"?{query}" if query else "") for code in languages.codes()}


def elsewhere(request: HttpRequest, kind: Kind, slug: str, asked: PageRequest, *, paper: bool = False) -> HttpResponse:
    """Nothing is public at this address at the moment: say what became of what was there.

    Only what has been public by the moment is told of; the address of a scheduled edition is not given away.

    :param paper: whether the page as PDF was asked for.
    """
    document = queries.ever_there(kind, slug, asked)
    if document is None:
        to_follow = queries.live_excepted(kind, slug, asked)
        if to_follow is None:
            raise NotFound
        return not_in_language(request, kind, to_follow, asked)

    def present(slug: str) -> str:
        page = PageAddresses(kind, asked, {asked.language: slug})
        return page.pdf if paper else page.at_moment

    return became_of(request, kind, document, asked, present)
