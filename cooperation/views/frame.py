"""What every public page has around it: navigation, languages, canonical address, headers."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template import loader
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext_lazy as _

from cooperation.views.visit import Visit
from editorial import languages

#: The kinds that have a list of their own in the navigation, and what it is called there.
LISTS = {
    "page": _("Cooperation pages"),
    "annual_report": _("Annual reports"),
    "working_group": _("Working groups"),
    "mechanism": _("Mechanisms"),
}


def frame(
    request: HttpRequest,
    visit: Visit,
    *,
    addresses: Mapping[str, str | None],
    available: frozenset[str] | None = None,
    section: str = "",
    canonical: str = "",
    current_url: str | None = None,
) -> dict[str, Any]:
    """The context of `base.html`.

    :param addresses: per language code, this page in that language; none where there is no such address.
    :param available: the languages in which the page can be read; none where that is all of them.
    :param section: the kind in whose list the page stands.
    :param canonical: the path of the page itself; a page of the past or a preview has none.
    :param current_url: for a page of the past, the same page as it is now.
    """
    shown = visit.is_past or visit.preview
    return {
        "language": visit.language,
        "home_url": visit.home(),
        "site_languages": [
            {
                "code": code,
                "name": languages.autonym(code),
                "url": addresses.get(code),
                "current": code == visit.language,
                "available": available is None or code in available,
            }
            for code in languages.codes()
        ],
        "nav": [
            {"label": str(label), "url": visit.list_of(kind), "current": kind == section}
            for kind, label in LISTS.items()
        ],
        "search_box": {"url": visit.at_present().search(), "at": visit.at},
        "base_url": "" if shown or not canonical else f"{request.scheme}://{request.get_host()}",
        "canonical_url": canonical,
        "is_past": visit.is_past,
        "moment": visit.moment,
        "current_url": current_url,
    }


def crumbs(visit: Visit, kind: str, *trail: tuple[str, str | None]) -> list[dict[str, Any]]:
    """Breadcrumbs: the home page, the list of a kind, then `trail` of (label, address), the page itself last."""
    first = [(str(_("Home")), visit.home()), (str(LISTS[kind]), visit.list_of(kind) if trail else None)]
    return [{"label": str(label), "url": url} for label, url in [*first, *trail]]


def homes(visit: Visit) -> dict[str, str | None]:
    """The home page in every language."""
    return {code: visit.in_language(code).home() for code in languages.codes()}


def respond(
    request: HttpRequest, template: str, context: Mapping[str, Any], visit: Visit, *, status: int = 200
) -> HttpResponse:
    """The page. It may be kept by a browser, but has to be asked for again each time: it can be withdrawn."""
    with translation.override(visit.language):
        # Without the request: a public page shows nothing of who asks, and its context processors cost time.
        page = loader.render_to_string(template, dict(context))
    return with_headers(HttpResponse(page, status=status), visit)


def with_headers(response: HttpResponse, visit: Visit) -> HttpResponse:
    """Add the headers of every public answer."""
    response["Content-Language"] = visit.language
    response["Cache-Control"] = "private, no-store" if visit.preview else "no-cache"
    if visit.preview or visit.is_past:
        response["X-Robots-Tag"] = "noindex"
    return response


def vary_on_guess(response: HttpResponse) -> HttpResponse:
    """Tell caches that the language was guessed from the browser's wish and a cookie."""
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
