"""The way into the API: one view that makes it at the first question."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cooperation.data.answers import open_to_all
from cooperation.data.api import problems
from cooperation.views.page.page_frame import with_headers
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages


@cache
def _addresses() -> URLResolver:
    from cooperation.data.api.operations import build

    return URLResolver(RegexPattern(""), build().urls[0])


View = Callable[..., HttpResponse]


def in_json(view: View) -> View:
    """A public view whose refusals are problems too, for programs of any site. They are in the language asked for, in
    English where that is none of ours."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wanted = request.GET.get("language", "")
        code = wanted if wanted in languages.codes() else "en"
        with translation.override(code):
            response = view(request, *args, **kwargs)
            if response.status_code == 405:
                response = problems.answer(405, _("This API is read only: ask with GET or HEAD."))
                response["Allow"] = "GET, HEAD"
        if response.status_code >= 400:
            now = timezone.now()
            with_headers(response, PageRequest(code, now, now))
        return open_to_all(response)

    return answer


@in_json
@public
def api(request: HttpRequest, rest: str = "") -> HttpResponse:
    """Everything under /api/v1/."""
    try:
        found = _addresses().resolve(rest)
    except Resolver404:
        return problems.answer(404, _("There is no such address in this API; /api/v1/openapi.json lists them all."))
    # The server leaves out the body of an answer to HEAD; all else is as for GET (RFC 9110 § 9.3.2).
    asked, request.method = request.method, "GET"
    try:
        response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    except Http404 as reason:
        response = problems.answer(404, str(reason) or _("There is nothing here."))
    finally:
        request.method = asked
    return response
