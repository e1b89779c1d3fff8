"""Where everything is that can be taken away. A slug holds no dot, so no page can ever stand at one of these."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest

from cooperation.views.request.page_request import PageRequest
from editorial.content import kinds

#: The page that explains it all, by language.
DATA_PAGE = {"en": "data", "fr": "donnees", "es": "datos"}
API = "/api/v1"


def site_base(request: HttpRequest) -> str:
    """Scheme and host of this site, such as ``https://example.org``."""
    return f"{request.scheme}://{request.get_host()}"


def data_page(visit: PageRequest) -> str:
    """The page “Data and feeds”."""
    return visit.address(f"/{visit.language}/{DATA_PAGE[visit.language]}/")


def table(visit: PageRequest, kind: str, params: Mapping[str, str] | None = None) -> str:
    """The list of a kind as CSV, narrowed and sorted by the parameters of the list."""
    return visit.address(f"{_list(visit, kind)}list.csv", params)


def site_feed(visit: PageRequest) -> str:
    """What was published and revised last, of every kind."""
    return visit.address(f"/{visit.language}/feed.atom")


def kind_feed(visit: PageRequest, kind: str) -> str:
    """What was published and revised last of a kind."""
    return visit.address(f"{_list(visit, kind)}feed.atom")


def theme_feed(visit: PageRequest, code: str) -> str:
    """What was published and revised last about a theme."""
    return visit.address(f"/{visit.language}/themes/{code}.atom")


def changes_feed(visit: PageRequest, kind: str, slug: str) -> str:
    """The public change history of one document."""
    return visit.address(f"{_list(visit, kind)}{slug}/changes.atom")


def meetings(visit: PageRequest) -> str:
    """The calendar of all meetings."""
    return visit.address(f"/{visit.language}/meetings.ics")


def meetings_of(visit: PageRequest, kind: str, slug: str) -> str:
    """The calendar of a mechanism's meetings, or of one meeting."""
    return visit.address(f"{_list(visit, kind)}{slug}/meetings.ics")


def api_list(kind: str, params: Mapping[str, str]) -> str:
    """The documents of a kind as JSON."""
    return f"{API}/documents/{kind}?{urlencode(params)}"


def api_document(visit: PageRequest, kind: str, uuid: object, language: str = "") -> str:
    """One document as JSON, in the visitor's language or another."""
    return visit.address(f"{API}/documents/{kind}/{uuid}", {"language": language or visit.language})


def _list(visit: PageRequest, kind: str) -> str:
    return f"/{visit.language}/{kinds.get_kind(kind).segments[visit.language]}/"
