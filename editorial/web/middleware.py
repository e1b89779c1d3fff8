"""Which language a response is in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from editorial.base import languages


def language_of_path(path: str) -> str | None:
    """The language that a public address names in its first segment; none for addresses of staff."""
    first = path.lstrip("/").split("/", 1)[0]
    return first if first in languages.codes() else None


class LanguageMiddleware:
    """Activate the language of the address; where it names none, that of the person, else the browser's.

    A cookie set by the language switch of the login page counts before the browser's wish.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of_path(request.path_info)
        if language is None:
            language = self._of_person(request) or translation.get_language_from_request(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response

    def _of_person(self, request: HttpRequest) -> str | None:
        if settings.SESSION_COOKIE_NAME not in request.COOKIES:
            return None
        return getattr(request.user, "language", "") or None
