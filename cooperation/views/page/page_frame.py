"""What every public page has around it: navigation, languages, canonical address, headers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.template import loader
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data.urls_for import data_page
from cooperation.tracker import address
from cooperation.views.page.problem_form import action, foot
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages

_Response = TypeVar("_Response", bound=HttpResponseBase)

#: The section of the tracker of objectives, which is no kind.
TRACKER = "objectives"
#: Stands for the instant where it makes no difference.
_ANY = datetime.max.replace(tzinfo=UTC)


def frame(
    request: HttpRequest,
    visit: PageRequest,
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
    :param section: the kind in whose list the page stands, or `TRACKER`.
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
        "nav": navigation(visit, section, is_list=bool(section) and canonical == _list_of(section, visit.at_present())),
        "search_box": {"url": visit.at_present().search(), "at": visit.at},
        "base_url": "" if shown or not canonical else f"{request.scheme}://{request.get_host()}",
        "canonical_url": canonical,
        "is_past": visit.is_past,
        "moment": visit.moment,
        "current_url": current_url,
        # Nobody can mend the past, and a preview is talked over among staff.
        "report_form": "" if shown else foot(visit.language, request.path),
    }


def navigation(visit: PageRequest, section: str, *, is_list: bool) -> Mapping[str, SafeString]:
    """The primary navigation for the header and for the footer, and the footer's services, as HTML.

    :param section: the kind in whose list the page stands or `TRACKER`, empty for none.
    :param is_list: whether the page is that list.
    """
    if visit.at:
        return _navigation.__wrapped__(visit, section, is_list)
    # At present it is the same on every page of a section, whatever the instant.
    return _navigation(replace(visit, moment=_ANY, now=_ANY, preview=False), section, is_list)


@lru_cache(maxsize=128)
def _navigation(visit: PageRequest, section: str, is_list: bool) -> Mapping[str, SafeString]:
    with translation.override(visit.language):
        items = [
            {
                "label": kind.plural,
                "url": visit.list_of(kind.key),
                "current": ("page" if is_list else "true") if kind.key == section else "",
            }
            for kind in public_kind.all_kinds()
            if kind.in_navigation
        ]
        after = next(
            (place for place, item in enumerate(items) if item["url"] == visit.list_of("annual_report")), len(items)
        )
        current = ("page" if is_list else "true") if section == TRACKER else ""
        items.insert(after + 1, {"label": _("Said and done"), "url": address.all_of_them(visit), "current": current})
        places = {"header": items, "footer": items, "service": _service(visit)}
        return {
            place: loader.render_to_string("cooperation/_nav.html", {"items": shown, "place": place})
            for place, shown in places.items()
        }


def _service(visit: PageRequest) -> list[dict[str, Any]]:
    """Where the footer leads beside the lists: what the site offers as a whole."""
    found = [{"label": _("Search everything"), "url": visit.search()}]
    if not visit.at:  # nobody can mend the past
        found.append({"label": _("Report a problem"), "url": action(visit.language)})
    found.append({"label": _("Data and feeds"), "url": data_page(visit.at_present())})
    return found


def _list_of(section: str, visit: PageRequest) -> str:
    return address.all_of_them(visit) if section == TRACKER else visit.list_of(section)


def crumbs(visit: PageRequest, kind: str, *trail: tuple[str, str | None]) -> list[dict[str, Any]]:
    """Breadcrumbs: the home page, the list of a kind, then `trail` of (label, address), the page itself last."""
    first = [
        (str(_("Home")), visit.home()),
        (public_kind.get_kind(kind).plural, visit.list_of(kind) if trail else None),
    ]
    # A label may be `ForeignText`, which a copy by str() would lose.
    return [{"label": label, "url": url} for label, url in [*first, *trail]]


def homes(visit: PageRequest) -> dict[str, str | None]:
    """The home page in every language."""
    return {code: visit.in_language(code).home() for code in languages.codes()}


def respond(
    template: str | Sequence[str], context: Mapping[str, Any], visit: PageRequest, *, status: int = 200
) -> HttpResponse:
    """The page, by the first of the templates that there is.

    A browser may keep it, but has to ask again each time: it can be withdrawn.
    """
    with translation.override(visit.language):
        # Without the request: a public page shows nothing of who asks, and its context processors cost time.
        page = loader.render_to_string(template, dict(context))
    return with_headers(HttpResponse(page, status=status), visit)


def with_headers(response: _Response, visit: PageRequest) -> _Response:
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
