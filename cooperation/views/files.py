"""Files that belong to public pages."""

from django.http import FileResponse, HttpRequest, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils import translation

from cooperation.views.page import queries
from cooperation.views.page.page_frame import with_headers
from cooperation.views.request import page_request, unavailable
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound
from editorial.base.files import store


@public
def file(request: HttpRequest, sha256: str, name: str) -> HttpResponseBase:
    """The bytes with this SHA-256, under this name, while an edition that is live at the moment offers them.

    They are for saving, never for display inside the site, and browsers ask again each time: a file goes with its page.
    """
    asked = page_request.page_request(request, translation.get_language() or "en")
    found = queries.file_offered(sha256, name, asked.moment) if "\x00" not in name else None
    if found is None:
        raise NotFound
    tag = f'"{sha256}"'
    response: HttpResponseBase
    if tag in request.headers.get("If-None-Match", "").replace(" ", "").split(","):
        response = HttpResponseNotModified()
    else:
        try:
            opened = store.opened(sha256, found["size"])
        except store.NotWhole:
            return unavailable.file_not_whole(request, asked)
        # Texts are taken in as UTF-8 only (editorial.base.files).
        charset = "; charset=utf-8" if found["media_type"].startswith("text/") else ""
        response = FileResponse(
            opened, as_attachment=True, filename=store.offered_name(found), content_type=found["media_type"] + charset
        )
    response = with_headers(response, asked)
    del response["Content-Language"]
    response["ETag"] = tag
    response["X-Content-Type-Options"] = "nosniff"
    return response
