"""A text that need not be public, as the public would see it; for staff and for whoever holds a preview link."""

from collections.abc import Mapping
from typing import Any, TypeVar

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _

from editorial.base.files import store
from editorial.content.kinds import Kind

ResponseT = TypeVar("ResponseT", bound=HttpResponseBase)


def page(request: HttpRequest, kind: Kind, *, language: str, **shown: Any) -> HttpResponse:
    """The public page of a text, as `Kind.render` makes it. Raises Http404 where the kind has no public page."""
    if kind.render is None:
        raise Http404(_("This kind of content has no public page."))
    with translation.override(language):
        response = kind.render(request, language=language, preview=True, **shown)
        render: Any = getattr(response, "render", None)
        if render is not None:
            # A template response would be rendered later, in the language of the reader.
            response = render()
    return kept_by_nobody(response, language)


def file(value: Mapping[str, Any], language: str, sha256: str, name: str) -> HttpResponseBase:
    """A file that belongs to a text, for saving. Raises Http404 for one that this text does not have."""
    rows = value["parts"].get("attachment", ())
    found = next(
        (row for row in rows if row["sha256"] == sha256 and name in (row["file"], store.offered_name(row))), None
    )
    if found is None:
        raise Http404(_("This text has no such file."))
    try:
        opened = store.opened(sha256, found["size"])
    except store.NotWhole as error:
        raise Http404(_("This file is damaged or lost on the server. Tell an administrator.")) from error
    response = FileResponse(
        opened, as_attachment=True, filename=store.offered_name(found), content_type=found["media_type"]
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return kept_by_nobody(response, language)


def kept_by_nobody(response: ResponseT, language: str) -> ResponseT:
    """Say that no cache keeps it and no search engine lists it."""
    add_never_cache_headers(response)
    response.headers["Content-Language"] = language
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    return response
