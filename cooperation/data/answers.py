"""How data is answered: to anybody's program, checked again each time, and not sent again where nothing changed."""

import hashlib
from datetime import datetime
from typing import TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.utils.http import http_date, parse_etags

from cooperation.views.page.page_frame import with_headers
from cooperation.views.request.page_request import PageRequest

_Response = TypeVar("_Response", bound=HttpResponseBase)

_KEPT = ("ETag", "Last-Modified", "Cache-Control", "Content-Language", "Vary", "X-Robots-Tag")


def with_validators(
    request: HttpRequest, response: HttpResponse, visit: PageRequest, *, modified: datetime | None = None
) -> HttpResponse:
    """`response` with its validators, or 304 where the caller has this very body.

    The ETag is strong (RFC 9110 § 8.8.1: it changes with any byte), so it is a digest of the body: what is said of a
    document also depends on the titles of others and on the names of themes, which an edition's own digest does not
    cover. For the same reason `If-Modified-Since` alone never leads to 304: a withdrawal makes a list older, not newer.
    """
    response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    if modified is not None:
        response["Last-Modified"] = http_date(modified.timestamp())
    response = open_to_all(with_headers(response, visit))
    wanted = [tag.removeprefix("W/") for tag in parse_etags(request.headers.get("If-None-Match", ""))]
    if response.status_code == 200 and (response["ETag"] in wanted or wanted == ["*"]):
        unchanged = HttpResponseNotModified()
        for name in _KEPT:
            if name in response:
                unchanged[name] = response[name]
        return open_to_all(unchanged)
    return response


def open_to_all(response: _Response) -> _Response:
    """Let pages of any site read the answer (Fetch standard, CORS): it is public, and no cookie changes it."""
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Last-Modified, Content-Disposition"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
