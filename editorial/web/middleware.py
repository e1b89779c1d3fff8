"""Which language a response is in, and whether the machine that gives it knows what time it is."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from editorial.base import clock, languages
from editorial.desks import server_clocks


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


class ServerClockMiddleware:
    """Have the desks told where this machine's clock is off; costs nothing where it is right."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        ahead = clock.known()
        if ahead is not None and abs(ahead) > clock.TOLERATED:
            server_clocks.note(ahead=ahead, now=timezone.now() + ahead)
        return response
