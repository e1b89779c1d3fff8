"""Where the public pages of the site in the browser are: asked without a browser, which has other things to do."""

import urllib.error
import urllib.request
from collections.abc import Iterator

from cooperation import public_kind
from cooperation.views.request.page_request import SEARCH
from tests.crawl import Answer, crawl


def ask(site: str, address: str) -> Answer:
    """What the site at `site` answers at a path."""
    try:
        response = urllib.request.urlopen(site + address, timeout=20)
    except urllib.error.HTTPError as refusal:
        response = refusal
    with response:
        media_type = response.headers.get("Content-Type", "")
        text = response.read().decode() if media_type.startswith("text/html") else ""
        return Answer(address, response.status, media_type, text)


def everything(site: str, language: str) -> list[str]:
    """A page of every sort in a language, found by following links; and the pages to which no link leads."""
    found = [answer.address for answer in crawl(lambda path: ask(site, path), language, plain=1, parameters=1)]
    return [*found, *nowhere(language)]


def nowhere(language: str) -> Iterator[str]:
    """Pages that say that there is nothing, or that something is wrong."""
    lists = {kind.key: f"/{language}/{kind.segments[language]}/" for kind in public_kind.all_kinds()}
    yield f"{lists['page']}no-such-page/"
    yield f"{lists['annual_report']}?year=1900"
    yield f"{lists['page']}?q=zzzz&country=CA"
    search = f"/{language}/{SEARCH[language]}/"
    yield from (f"{search}?q={words}" for words in ("bordre", "-border", "canada+mexico", "x" * 200))
