"""The views that take something from visitors: the only ones of the public site that answer POST."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

View = Callable[..., HttpResponseBase]

_FORM = "application/x-www-form-urlencoded"


def letterbox(view: View) -> View:
    """A view that shows a form (GET, HEAD) and takes it in (POST); it answers 405 to anything else.

    Why without Django's CSRF token: the token needs a cookie, and the form stands at the foot of pages that are cached
    once for everybody; neither may hold anything of one visitor. The token protects what a site lets a person do
    whom it knows by a cookie. Here nobody is known: no session is read, and a report that a foreign site makes a
    browser send is one that its author could as well send by themselves. What remains is that a foreign page
    could use many people's browsers to pass the rate limit by; for that the view asks `is_from_here`.

    Only forms as browsers send them are read: what comes as multipart could hold files of any size, and text/plain
    comes from no form of ours.
    """

    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method == "POST" and request.content_type != _FORM:
            raise BadRequest("A form is sent as application/x-www-form-urlencoded.")
        response = view(request, *args, **kwargs)
        response["X-Robots-Tag"] = "noindex"
        if request.method == "POST":
            response["Cache-Control"] = "private, no-store"
        return response

    return answer


def is_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that one of our own pages sent the form.

    `Sec-Fetch-Site`, which no page can forge, decides where the browser sends it (all since 2023); else `Origin`, else
    the origin of `Referer`. A request that names none of them comes from no browser of the last ten years.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site == "same-origin"
    named = request.headers.get("Origin") or request.headers.get("Referer") or ""
    try:
        parts = urlsplit(named)
    except ValueError:
        return False
    origin = f"{parts.scheme}://{parts.netloc}"
    return origin in {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
