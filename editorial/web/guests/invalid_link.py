"""The page for an address that opens nothing: what to do, in every language, since nobody knows who reads it."""

from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.base.network.client_address import client_address
from editorial.previews.links import (
    DiscardedText,
    ExpiredLink,
    InvalidLink,
    RevokedLink,
    UnknownLink,
    WithdrawnText,
)
from editorial.visitors import limits


def _claims(request: HttpRequest) -> list[limits.RateLimitKey]:
    # The same network, but counted apart from what it sends.
    return [limits.RateLimitKey("guess", limits.sender(client_address(request)).name)]


def _limits() -> dict[str, int]:
    return {"guess": settings.PREVIEW_GUESSES}


def is_guessing(request: HttpRequest, *, now: datetime) -> bool:
    """Whether too many addresses that open nothing were asked for from this network in this hour."""
    return limits.reached(_claims(request), now=now, limits=_limits())


def page(request: HttpRequest, reason: InvalidLink, *, now: datetime) -> HttpResponse:
    """404 for a token that nobody made; 410 for one that did open something, which its holder may know.

    Only the former counts as guessing.
    """
    if isinstance(reason, UnknownLink):
        limits.exceeded(_claims(request), now=now, limits=_limits())
    return _answer(type(reason), 404 if isinstance(reason, UnknownLink) else 410)


def nothing() -> HttpResponse:
    """404 for something that an open link does not have, such as a file of another text; no guess."""
    return _answer(UnknownLink, 404)


def too_many(request: HttpRequest, *, now: datetime) -> HttpResponse:
    """429: wait."""
    response = _answer(None, 429)
    response["Retry-After"] = str(limits.seconds_left(now))
    return response


def _words(reason: type[InvalidLink] | None) -> tuple[str, str]:
    if reason is ExpiredLink:
        return _("This preview link has expired"), _("Ask the person who sent it to you for a new one.")
    if reason is RevokedLink:
        return (
            _("This preview link was revoked"),
            _("The person who sent it to you, or a colleague, has closed it. Ask them for a new one."),
        )
    if reason is DiscardedText:
        return (
            _("The draft behind this preview link was given up"),
            _("It will not be published. Ask the person who sent it to you whether there is another text."),
        )
    if reason is WithdrawnText:
        return (
            _("The page behind this preview link was withdrawn"),
            _(
                "It was public and is no longer. Its public address says why. Questions go to the person who "
                "sent it to you."
            ),
        )
    if reason is None:
        return (
            _("Too many addresses were tried"),
            _("Please wait an hour. If you were sent a link, open it then exactly as you received it."),
        )
    return (
        _("This preview link opens nothing"),
        _("Check that you copied all of it. If it does not help, ask the person who sent it to you for a new one."),
    )


def _answer(reason: type[InvalidLink] | None, status: int) -> HttpResponse:
    sections = []
    for code in languages.codes():
        with translation.override(code):
            title, advice = _words(reason)
            sections.append(
                {
                    "code": code,
                    "title": title,
                    "advice": advice,
                    "home": _("Home page"),
                    "word": capfirst(_("preview link")),
                }
            )
    html = render_to_string("editorial/guests/shut.html", {"status": status, "sections": sections})
    response = HttpResponse(html, status=status)
    response["Content-Language"] = ", ".join(languages.codes())
    return response
