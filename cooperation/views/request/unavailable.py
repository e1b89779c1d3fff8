"""Pages in the place of a page: withdrawn, not in this language yet, unknown, refused, not to be had now."""

import logging
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone, translation
from django.views.defaults import server_error

from cooperation.views.page import queries, references
from cooperation.views.page.page_frame import crumbs, frame, homes, respond, vary_on_guess, with_headers
from cooperation.views.request.page_addresses import PageAddresses
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages, statement_timeout
from editorial.base.languages import column
from editorial.content.kinds import Kind
from editorial.models import Edition
from editorial.web.middleware import language_of_path
from editorial.workflow.dated_now import TookTooLong

logger = logging.getLogger(__name__)


def became_of(
    request: HttpRequest, kind: Kind, document: int, asked: PageRequest, address: Callable[[str], str]
) -> HttpResponse:
    """What became of a document that was public by the moment, but is not at the address asked for.

    :param document: its primary key.
    :param address: where the same is to be had under another slug: an earlier address leads to the present one.
    """
    edition = queries.last_edition(document, asked.moment)
    ends = edition.live_during.upper
    if ends is not None and ends <= asked.moment:
        return withdrawn(request, kind, edition, asked)
    if asked.language not in edition.public_languages():
        return not_in_language(request, kind, vars(edition), asked)
    present = languages.value(edition, "slug", asked.language)
    return with_headers(HttpResponsePermanentRedirect(address(present)), asked)


def withdrawn(request: HttpRequest, kind: Kind, edition: Edition, asked: PageRequest) -> HttpResponse:
    """410: why the page is no longer there, since when, and where to go instead."""
    code = asked.language
    ends = edition.live_during.upper
    last = edition if code in edition.public_languages() else queries.last_in_language(edition.document_id, asked)
    title, last_text = _last_text(last, kind, asked)
    slug = languages.value(last, "slug", code) if last is not None else ""
    page = PageAddresses(kind, asked, _slugs(vars(edition)))
    withdrawal = getattr(edition, "withdrawal", None)
    replacement = None
    if withdrawal is not None and withdrawal.redirect_to is not None:
        replacement = _replacement(withdrawal.redirect_to.uuid, asked)
    context = {
        **frame(
            request,
            asked,
            addresses={code: url or asked.in_language(code).home() for code, url in page.in_languages.items()},
            section=kind.key,
        ),
        "breadcrumbs": crumbs(asked, kind.key, (title, None)) if title else crumbs(asked, kind.key),
        "title": title,
        "withdrawal": {
            "explanation": languages.value(withdrawal, "explanation", code) if withdrawal else "",
            "date": ends,
            "replacement": replacement,
        },
        "notices": {"withdrawal_unconfirmed": withdrawal is not None and withdrawal.awaited_confirmation(asked.moment)},
        "past_url": last_text,
        # Nothing is here now either, unless a later edition brought it back; the present address knows.
        "current_url": page.at_present(slug) if asked.is_past else None,
    }
    return respond("cooperation/gone.html", context, asked, status=410)


def _last_text(last: Edition | None, kind: Kind, asked: PageRequest) -> tuple[str, str | None]:
    """Title and address of an edition that is over, as it last stood in the visitor's language."""
    if last is None or last.live_during.upper is None:
        return "", None
    instant = last.live_during.upper - timedelta(microseconds=1)
    page = PageAddresses(kind, asked, _slugs(vars(last)))
    return languages.value(last, "title", asked.language), page.at_instant(instant, page.slugs.get(asked.language))


def _replacement(uuid: Any, asked: PageRequest) -> dict[str, Any] | None:
    """The document named in the place of a withdrawn one, if it can be read in this language at the moment."""
    row = references.titles([uuid], asked).get(str(uuid))
    if row is None or not row["live"] or asked.language in row["excepted_languages"]:
        return None
    slug = row[column("slug", asked.language)]
    return {"title": row[column("title", asked.language)], "url": asked.page(row["kind"], slug)}


def _slugs(edition: Mapping[str, Any]) -> dict[str, str]:
    """The slugs of an edition, by the languages in which it can be read."""
    readable = [code for code in languages.codes() if code not in edition["excepted_languages"]]
    return {code: edition[column("slug", code)] for code in readable if edition[column("slug", code)]}


def not_in_language(request: HttpRequest, kind: Kind, edition: Mapping[str, Any], asked: PageRequest) -> HttpResponse:
    """404: the page is public, but its translation into this language is still to come; where it can be read.

    Where an earlier edition was public in this language, it says what that was, until when, and leads to that text.

    :param edition: the columns of the live edition by name.
    """
    last = queries.last_in_language(edition["document_id"], asked)
    title, last_text = _last_text(last, kind, asked)
    page = PageAddresses(kind, asked, _slugs(edition))
    there = {code: url for code, url in page.in_languages.items() if url}
    context = {
        **frame(request, asked, addresses=there, available=frozenset(there), section=kind.key),
        "breadcrumbs": crumbs(asked, kind.key, (title, None)) if title else crumbs(asked, kind.key),
        "title": title,
        "until": last.live_during.upper if last_text and last is not None else None,
        "past_url": last_text,
        "language_name": languages.autonym(asked.language),
        "alternatives": [
            {"code": code, "name": languages.autonym(code), "title": edition[column("title", code)], "url": url}
            for code, url in there.items()
        ],
    }
    return respond("cooperation/not_in_language.html", context, asked, status=404)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, in the language of the address or, where it names none, the reader's best guess."""
    message = str(exception) if isinstance(exception, NotFound) else ""
    return _plain(request, "404.html", 404, {"problem": message})


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return _plain(request, "403.html", 403, {})


def not_understood(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400. It may come of a host name that is not ours, so nothing here asks for the host."""
    return _plain(request, "400.html", 400, {})


def too_slow(request: HttpRequest) -> HttpResponse:
    """503: the database took too long; what to try instead."""
    response = _plain(request, "503.html", 503, {"clear_url": request.path})
    response["Retry-After"] = "30"
    response["Cache-Control"] = "no-store"
    return response


def file_not_whole(request: HttpRequest, asked: PageRequest) -> HttpResponse:
    """503: the stored file is gone or not as long as what was signed; nobody keeps this answer."""
    context = frame(request, asked, addresses=homes(asked))
    response = respond("cooperation/file_not_whole.html", context, asked, status=503)
    response["Retry-After"] = "3600"
    response["Cache-Control"] = "no-store"
    return response


def failed(request: HttpRequest) -> HttpResponse:
    """What a request gets that an exception ended: 503 where that was the database's doing, else Django's own 500."""
    problem = sys.exc_info()[1]
    if statement_timeout.is_away(problem):
        return away(request, problem)
    if isinstance(problem, OperationalError) and statement_timeout.was_too_slow(problem):
        return too_slow(request)
    if isinstance(problem, TookTooLong):
        return too_late(request)
    return server_error(request)


def too_late(request: HttpRequest) -> HttpResponse:
    """503: an act waited so long that its instant was over, on a screen that does not say so itself."""
    response = _plain(request, "too_late.html", 503, {})
    response["Retry-After"] = "5"
    response["Cache-Control"] = "no-store"
    return response


def away(request: HttpRequest, problem: BaseException | None) -> HttpResponse:
    """503: the database does not answer; what became of a form, and when to come back. Logged in one line."""
    context = {"again_url": request.get_full_path() if request.method in ("GET", "HEAD") else ""}
    response = _plain(request, "away.html", 503, context)
    response["Retry-After"] = "15"
    response["Cache-Control"] = "no-store"
    logger.error("503 %s %s: %s", request.method, request.path, " ".join(str(problem).split()))
    response._has_been_logged = True  # type: ignore[attr-defined]  # Django would add the trace
    return response


def _plain(request: HttpRequest, template: str, status: int, context: Mapping[str, Any]) -> HttpResponse:
    named = language_of_path(request.path_info)
    # Asked anew: the answer may come from before the middleware that activates a language.
    code = named or translation.get_language_from_request(request)
    # By this machine's clock: such a page is shown while the database is away, and nothing on it depends on the time.
    now = timezone.now()
    asked = PageRequest(code, now, now)
    response = respond(template, {**frame(request, asked, addresses=homes(asked)), **context}, asked, status=status)
    return response if named else vary_on_guess(response)
