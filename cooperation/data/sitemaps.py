"""What search engines may read: sitemaps (sitemaps.org 0.9) with each page's languages, and robots.txt (RFC 9309)."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, F, Max, Q
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from cooperation import public_kind
from cooperation.data import urls_for
from cooperation.data.answers import with_validators
from cooperation.data.atom import attribute, instant, text
from cooperation.views.page.page_frame import homes
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.models import Edition
from editorial.models.querysets import Begins

#: Pages of a file. The protocol allows 50,000 in 50 MB; so many take 7 MB at most, and half a second.
PER_FILE = 10_000
#: Files that an index may name.
MOST_FILES = 50_000
_XML = "application/xml; charset=utf-8"
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def _present(request: HttpRequest, language: str = "en") -> PageRequest:
    return page_request.page_request(request, language).at_present()


@public
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """All sitemaps: for each language as many as its pages need, at /sitemap.xml."""
    asked, base = _present(request), urls_for.site_base(request)
    live = Edition.objects.live(asked.moment).order_by()
    counted = live.aggregate(
        latest=Max(Begins("live_during")),
        **{code: Count("pk", filter=~Q(excepted_languages__contains=[code])) for code in languages.codes()},
    )
    latest = f"<lastmod>{instant(counted['latest'])}</lastmod>" if counted["latest"] else ""
    lines = [
        f"<sitemap><loc>{text(base + reverse('sitemap', args=(code, number)))}</loc>{latest}</sitemap>\n"
        for code in languages.codes()
        for number in range(1, max(1, -(-counted[code] // PER_FILE)) + 1)
    ]
    body = f"{_HEAD}<sitemapindex {_NAMESPACE}>\n{''.join(lines)}</sitemapindex>\n"
    return _answer(request, body, asked, counted["latest"])


@public
def sitemap(request: HttpRequest, language: str, number: int) -> HttpResponse:
    """Pages of one language, each with where it is in the others, at /sitemap-<language>-<number>.xml."""
    asked, base = _present(request, language), urls_for.site_base(request)
    live = Edition.objects.live(asked.moment).in_language(language).order_by("pk")
    rows = live.annotate(since=Begins("live_during"), kind=F("document__kind")).values_list(
        "kind", "since", "excepted_languages", *(column("slug", code) for code in languages.codes())
    )
    first = (number - 1) * PER_FILE
    found = list(rows[first : first + PER_FILE]) if 1 <= number <= MOST_FILES else []
    if not found and number != 1:
        raise NotFound
    lines = [*(_fixed(asked, base) if number == 1 else ()), *_pages(found, asked, base)]
    body = f'{_HEAD}<urlset {_NAMESPACE} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n{"".join(lines)}</urlset>\n'
    return _answer(request, body, asked, max((row[1] for row in found), default=None))


def _fixed(asked: PageRequest, base: str) -> Iterator[str]:
    """The home page, the lists, and the page about data."""
    yield _url(homes(asked), asked, base)
    for kind in public_kind.all_kinds():
        yield _url({code: asked.in_language(code).list_of(kind.key) for code in languages.codes()}, asked, base)
    yield _url({code: urls_for.data_page(asked.in_language(code)) for code in languages.codes()}, asked, base)


def _pages(rows: list[Any], asked: PageRequest, base: str) -> Iterator[str]:
    segments = {kind.key: kind.segments for kind in public_kind.all_kinds()}
    for kind, since, excepted, *slugs in rows:
        there = {
            code: f"/{code}/{segments[kind][code]}/{slug}/"
            for code, slug in zip(languages.codes(), slugs, strict=True)
            if slug and code not in excepted
        }
        yield _url(there, asked, base, since)


def _url(there: Any, asked: PageRequest, base: str, since: datetime | None = None) -> str:
    """One page: every language's address is named in each of them, its own as well (Google's rule for alternates)."""
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{code}" href={attribute(base + path)}/>' for code, path in there.items()
    )
    modified = f"<lastmod>{instant(since)}</lastmod>" if since else ""
    return f"<url><loc>{text(base + there[asked.language])}</loc>{modified}{alternates}</url>\n"


@public
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may not ask for: desks, search, and addresses that only narrow, page or date what is elsewhere."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /*?at=",
        "Disallow: /*&at=",
        *(f"Disallow: /{code}/{segment}/" for code, segment in page_request.SEARCH.items()),
        "",
        f"Sitemap: {urls_for.site_base(request)}{reverse('sitemaps')}",
        "",
    ]
    response = HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
    return with_validators(request, response, _present(request))


def _answer(request: HttpRequest, body: str, asked: PageRequest, modified: datetime | None) -> HttpResponse:
    return with_validators(request, HttpResponse(body, content_type=_XML), asked, modified=modified)
