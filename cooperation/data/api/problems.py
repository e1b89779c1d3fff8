"""Errors of the API as “problem details” (RFC 9457)."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils import translation
from django.utils.translation import gettext as _

from cooperation.data.answers import open_to_all
from cooperation.views.page.page_frame import with_headers
from cooperation.views.request.page_request import PageRequest
from editorial.base import clock, languages

MEDIA_TYPE = "application/problem+json"
View = Callable[..., HttpResponseBase]


class ProblemError(Exception):
    """Why a question to the API has no answer.

    :param detail: what is wrong and what to do, in the language asked for.
    :param more: further members of the problem.
    """

    def __init__(self, status: int, detail: str, **more: Any) -> None:
        super().__init__(detail)
        self.status, self.detail, self.more = status, detail, more


def answer(status: int, detail: str, **more: Any) -> HttpResponse:
    """The problem as a response. Its type is “about:blank”, so that the status says what sort of problem it is."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    return JsonResponse(told, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


def refusals_as_problems(view: View) -> View:
    """A public view whose refusals are problems too, for programs of any site. They are in the language asked for, in
    English where that is none of ours."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        wanted = request.GET.get("language", "")
        code = wanted if wanted in languages.codes() else "en"
        with translation.override(code):
            response = _answered_or_refused(view, request, *args, **kwargs)
        if response.status_code >= 400:
            now = clock.now()
            with_headers(response, PageRequest(code, now, now))
        if response.status_code == 503:
            response["Cache-Control"] = "no-store"
        return open_to_all(response)

    return answer


def _answered_or_refused(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
    try:
        response = view(request, *args, **kwargs)
    except ProblemError as problem:
        return answer(problem.status, problem.detail, **problem.more)
    except Http404 as reason:
        return answer(404, str(reason) or _("There is nothing here."))
    if response.status_code == 405:
        response = answer(405, _("This API is read only: ask with GET or HEAD."))
        response["Allow"] = "GET, HEAD"
    elif response.status_code == 503:
        after = response["Retry-After"]
        response = answer(503, _("This answer takes too long to make just now. Ask for less of it, or again later."))
        response["Retry-After"] = after
    return response
