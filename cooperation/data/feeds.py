"""Atom feeds: of the site, a kind, a theme, and the changes of one document; in each language, at any moment."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import atom, documents, urls_for
from cooperation.data.answers import with_validators
from cooperation.lists.rows import last_modified
from cooperation.lists.tags import tags
from cooperation.models import Theme, ThemeTag
from cooperation.views.page import public_signatures, queries, references
from cooperation.views.page.public_signatures import PublicSignatures
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.base.prepared_queries import KIND, MOMENT, SLUG, Compiled
from editorial.models import Edition
from editorial.models.querysets import Begins

#: Entries of a feed. A reader who looks in once a month misses nothing that way.
MOST = 30
#: Editions that are looked through for them: minor corrections begin a live period too, but are no news.
_CANDIDATES = 4 * MOST
#: The date of a feed that never had an entry, which Atom wants; it must not change from one question to the next.
_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


@cache
def _latest(code: str, about: str) -> Compiled:
    def build() -> Any:
        live = Edition.objects.live(MOMENT).in_language(code)
        if about == "kind":
            live = live.filter(document__kind=KIND)
        elif about == "theme":
            live = live.filter(pk__in=ThemeTag.objects.filter(theme__code=SLUG).values("edition_id"))
        begun = Edition.objects.begun(MOMENT).filter(document_id=OuterRef("document_id")).order_by("live_during")
        slugs = [column("slug", each) for each in languages.codes()]
        return (
            live.order_by(Begins("live_during").desc(), "-pk")
            .annotate(
                uuid=F("document__uuid"),
                kind=F("document__kind"),
                title_=F(column("title", code)),
                summary_=F(column("summary", code)),
                published=Subquery(begun.annotate(begins=Begins("live_during")).values("begins")[:1]),
                modified=last_modified(PageRequest(code, MOMENT, MOMENT)),
                terms=tags("theme", code),
                **public_signatures.signature_columns(code),
            )
            .values(
                "uuid",
                "kind",
                "title_",
                "summary_",
                "published",
                "modified",
                "terms",
                "excepted_languages",
                *slugs,
                *public_signatures.COLUMNS,
            )[:_CANDIDATES]
        )

    return Compiled(build)


@cache
def _editions(code: str) -> Compiled:
    """As `queries.editions`, with who signed each."""

    def build() -> Any:
        told = queries.editions(code).build().annotate(**public_signatures.signature_columns(code))
        return told.values("number", "excepted_languages", "since", "note_", "slug_", *public_signatures.COLUMNS)

    return Compiled(build)


@public
def of_site(request: HttpRequest, language: str) -> HttpResponse:
    """What was published and revised last, of every kind, at /<language>/feed.atom."""
    asked = page_request.page_request(request, language)
    return _latest_of(
        request,
        asked,
        rows=_latest(language, "").rows(moment=asked.moment),
        title=_("Entente: what is new"),
        subtitle=_("Everything that Canada and Mexico publish here together, the latest first."),
        url=urls_for.site_feed(asked),
        page=asked.home(),
    )


@public
def of_kind(request: HttpRequest, language: str, segment: str) -> HttpResponse:
    """What was published and revised last of a kind, at /<language>/<segment>/feed.atom."""
    asked = page_request.page_request(request, language)
    kind = public_kind.kind_by_segment(language, segment)
    if kind is None:
        raise NotFound
    return _latest_of(
        request,
        asked,
        rows=_latest(language, "kind").rows(moment=asked.moment, kind=kind.key),
        title=_("Entente: %(list)s") % {"list": kind.plural},
        subtitle=str(kind.description),
        url=urls_for.kind_feed(asked, kind.key),
        page=asked.list_of(kind.key),
    )


@public
def of_theme(request: HttpRequest, language: str, code: str) -> HttpResponse:
    """What was published and revised last about a theme, of every kind, at /<language>/themes/<code>.atom."""
    asked = page_request.page_request(request, language)
    if not Theme.objects.filter(code=code).exists():
        raise NotFound
    name = references.names([f"theme:{code}"], asked).get(("theme", code))
    return _latest_of(
        request,
        asked,
        rows=_latest(language, "theme").rows(moment=asked.moment, slug=code),
        title=_("Entente: %(list)s") % {"list": name or code},
        subtitle=_("What was published and revised about this subject, the latest first."),
        url=urls_for.theme_feed(asked, code),
        page=asked.list_of("page", {"theme": code}),
    )


def _latest_of(
    request: HttpRequest,
    asked: PageRequest,
    *,
    rows: list[dict[str, Any]],
    title: str,
    subtitle: str,
    url: str,
    page: str,
) -> HttpResponse:
    base = urls_for.site_base(request)
    newest = sorted(rows, key=lambda row: (row["modified"], str(row["uuid"])), reverse=True)[:MOST]
    return _answer(request, asked, [_entry(row, asked, base) for row in newest], title, subtitle, url, page)


def _entry(row: Mapping[str, Any], asked: PageRequest, base: str) -> atom.Entry:
    def there(code: str) -> str:
        return base + asked.in_language(code).page(row["kind"], row[column("slug", code)])

    others = [code for code in languages.codes() if code not in {asked.language, *row["excepted_languages"]}]
    kind = public_kind.get_kind(row["kind"])
    # Django asks psycopg for text where a column is jsonb; a compiled statement gives it as it comes.
    terms = [json.loads(term) for term in row["terms"]]
    return atom.Entry(
        id=atom.urn(row["uuid"], asked.language),
        title=row["title_"],
        url=there(asked.language),
        updated=row["modified"],
        published=row["published"],
        summary=row["summary_"] or "",
        **_signed(row, asked),
        terms=[(kind.key, kind.name), *((term["code"], term["name"] or term["code"]) for term in terms)],
        alternates=[(code, there(code)) for code in others if row[column("slug", code)]],
    )


def _signed(row: Mapping[str, Any], asked: PageRequest) -> dict[str, Any]:
    """What an entry says of the signatures of its edition."""
    found = PublicSignatures.from_row(row, asked.moment)
    return {"authors": [each.name for each in found.signed], "signatures": found.plain}


@public
def changes(request: HttpRequest, language: str, segment: str, slug: str) -> HttpResponse:
    """The public history of one document, an entry an edition, at /<language>/<segment>/<slug>/changes.atom."""
    asked = page_request.page_request(request, language)
    kind = public_kind.kind_by_segment(language, segment)
    if kind is None:
        raise NotFound
    found = documents.at_address(
        request, kind, slug, asked, lambda there: urls_for.changes_feed(asked, kind.key, there)
    )
    if isinstance(found, HttpResponse):
        return found
    base = urls_for.site_base(request)
    entries = [
        atom.Entry(
            id=atom.urn(found.uuid, language, row["number"]),
            title=_("Edition %(number)s of “%(title)s”") % {"number": row["number"], "title": found.title},
            url=base + asked.at_instant(row["since"]).page(kind.key, row["slug_"]),
            updated=row["since"],
            published=row["since"],
            summary=row["note_"] or (_("First published.") if row["number"] == 1 else _("Revised.")),
            **_signed(row, asked),
        )
        for row in _editions(language).rows(document=found.document_id, moment=asked.moment)
        if row["slug_"] and language not in row["excepted_languages"]
    ]
    title = _("Changes of “%(title)s”") % {"title": found.title}
    url = urls_for.changes_feed(asked, kind.key, found.slug)
    return _answer(request, asked, entries, title, found.summary, url, asked.page(kind.key, found.slug))


def _answer(
    request: HttpRequest, asked: PageRequest, entries: list[atom.Entry], title: str, subtitle: str, url: str, page: str
) -> HttpResponse:
    base = urls_for.site_base(request)
    feed = atom.Feed(
        id=atom.urn_of_address(url),
        title=title,
        subtitle=subtitle,
        author=_("Entente"),
        language=asked.language,
        url=base + url,
        page=base + page,
        began=_NEVER,
        entries=entries,
    )
    modified = max((entry.updated for entry in entries), default=None)
    return with_validators(
        request, HttpResponse(atom.feed_xml(feed), content_type=atom.MEDIA_TYPE), asked, modified=modified
    )
