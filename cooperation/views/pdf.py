"""Public pages as files for printing."""

import logging
import re
import unicodedata
from urllib.parse import quote

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase

from cooperation.pdf import store
from cooperation.views.detail import elsewhere
from cooperation.views.page import queries
from cooperation.views.page.page_frame import frame, respond, with_headers
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages
from editorial.base.files import store as files_store
from editorial.content import kinds
from editorial.content.kinds import Kind, NotMade

logger = logging.getLogger(__name__)

#: What no system takes in the name of a file, and runs of white space.
_UNFIT = re.compile(r'[\\/:*?"<>|\s]+')


@public
def paper(request: HttpRequest, language: str, segment: str, slug: str) -> HttpResponseBase:
    """The page at /<language>/<segment>/<slug>/ as PDF, while the page is public at the moment asked for.

    Like the page, it may be kept by a browser but has to be asked for again each time.
    """
    asked = page_request.page_request(request, language)
    kind = kinds.by_segment(language, segment.lower())
    if kind is None or kind.paper is None:
        raise NotFound
    found = queries.find(kind, slug, asked)
    edition = queries.with_document(found["pk"], asked.moment) if found else None
    if edition is None or language in edition.excepted_languages or segment != kind.segments[language]:
        return elsewhere(request, kind, slug, asked, paper=True)
    try:
        made = store.file_of(edition, language, moment=asked.moment, now=asked.now)
    except NotMade as fault:
        logger.error("The PDF of edition %s in %s could not be made: %s", edition.pk, language, fault)
        return _not_now(request, kind, slug, asked)
    tag = f'"{made.sha256}"'
    response: HttpResponseBase
    if tag in request.headers.get("If-None-Match", "").replace(" ", "").removeprefix("W/").split(","):
        response = HttpResponseNotModified()
    else:
        try:
            opened = files_store.opened(made.sha256, made.size)
        except files_store.NotWhole:
            return _not_now(request, kind, slug, asked)
        response = FileResponse(opened, content_type="application/pdf")
        response["Content-Disposition"] = disposition(languages.value(edition, "title", language), slug)
    response["ETag"] = tag
    # The policy of our pages would bind the page that a browser builds around a PDF to show it.
    response._csp_exempt = True  # type: ignore[union-attr]  # how django-csp is told
    # Search engines show the page itself (RFC 6596).
    page = request.build_absolute_uri(asked.at_present().page(kind.key, slug))
    response["Link"] = f'<{page}>; rel="canonical"'
    return with_headers(response, asked)


def disposition(title: str, slug: str) -> str:
    """The Content-Disposition (RFC 6266) of a PDF: shown in the browser, saved under the title or the slug."""
    name = _UNFIT.sub(" ", unicodedata.normalize("NFC", title)).strip(" .")[:120].rstrip()
    return f"inline; filename=\"{slug}.pdf\"; filename*=UTF-8''{quote(f'{name or slug}.pdf', safe='')}"


def _not_now(request: HttpRequest, kind: Kind, slug: str, asked: PageRequest) -> HttpResponse:
    """503: the file cannot be made at present; the page can be read."""
    context = {
        **frame(
            request,
            asked,
            addresses={code: asked.in_language(code).home() for code in languages.codes()},
            section=kind.key,
        ),
        "breadcrumbs": [],
        "page_url": asked.page(kind.key, slug),
    }
    response = respond("cooperation/not_made.html", context, asked, status=503)
    response["Retry-After"] = "300"
    return response
