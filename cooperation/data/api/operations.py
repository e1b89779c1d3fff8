"""The operations of the API: what each address answers."""

import json
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import columns, documents, urls_for
from cooperation.data.answers import with_validators
from cooperation.data.api import description, parameters, shapes
from cooperation.data.api.problems import ProblemError, View, refusals_as_problems
from cooperation.lists.choice import Choice
from cooperation.public_kind import PublicKind
from cooperation.views.page import live_page
from cooperation.views.page.rendition import Rendition
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages


def _operation(view: View) -> View:
    """A view of the API: read only, and its refusals are problems."""
    return refusals_as_problems(public(view))


@_operation
def unknown_address(request: HttpRequest) -> HttpResponse:
    """Whatever is no address of the API."""
    raise _no_such_address()


def _no_such_address() -> ProblemError:
    return ProblemError(404, _("There is no such address in this API; /api/v1/openapi.json lists them all."))


def _kind(key: str) -> PublicKind:
    try:
        return public_kind.get_kind(key)
    except KeyError:
        raise _no_such_address() from None


def _json(request: HttpRequest, told: Any, asked: PageRequest, *, modified: datetime | None = None) -> HttpResponse:
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return with_validators(request, HttpResponse(body, content_type="application/json"), asked, modified=modified)


def _plain(value: Any) -> str:
    """What JSON has no words for, as text: instants in UTC, other dates and times in ISO 8601, and uuids."""
    if isinstance(value, datetime):
        return page_request.instant(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


@_operation
def begin(request: HttpRequest) -> HttpResponse:
    """Where to begin."""
    asked, base = page_request.page_request(request, "en").at_present(), urls_for.site_base(request)
    told = {
        "kinds": f"{base}{urls_for.API}/kinds",
        "openapi": f"{base}{urls_for.API}/openapi.json",
        "documentation": base + urls_for.data_page(asked),
    }
    return _json(request, told, asked)


@_operation
def openapi(request: HttpRequest) -> HttpResponse:
    """The document that describes the API."""
    response = HttpResponse(description.as_json(), content_type="application/json")
    return with_validators(request, response, page_request.page_request(request, "en"))


@_operation
def list_kinds(request: HttpRequest) -> HttpResponse:
    """Every kind with its filters and orders, and where its documents are."""
    (asked, _given), base = parameters.read(request, parameters.of_kinds()), urls_for.site_base(request)
    told = [
        {
            "key": kind.key,
            "name": kind.name,
            "plural": kind.plural,
            "description": str(kind.description),
            "filters": [{"name": name, "label": str(label)} for name, label in parameters.filters(kind).items()],
            "sorts": [{"name": sort.key, "label": str(sort.label)} for sort in kind.sorts],
            "url": base + asked.list_of(kind.key),
            "api_url": base + urls_for.api_list(kind.key, {"language": asked.language}),
            "csv_url": base + urls_for.table(asked, kind.key),
            "feed_url": base + urls_for.kind_feed(asked, kind.key),
        }
        for kind in public_kind.all_kinds()
    ]
    return _json(request, {"language": asked.language, "kinds": told}, asked)


@_operation
def list_documents(request: HttpRequest, key: str) -> HttpResponse:
    """A page of the list of a kind, narrowed and sorted as its page on the site can be."""
    kind = _kind(key)
    asked, given = parameters.read(request, parameters.of_list(kind))
    base, number, size = urls_for.site_base(request), int(given["page"]), int(given["page_size"])
    defaults = {each["name"]: parameters.default(each) for each in parameters.narrowing(kind)}
    narrowed = {name: given[name] for name in defaults if given[name] != defaults[name]}
    choice = Choice.from_params(kind, narrowed, asked)
    total, start = choice.count, (number - 1) * size
    keys = choice.keys(start, size) if start < total else []
    rows = columns.rows(columns.of_keys(kind, keys, choice.sort, asked), kind, asked) if keys else ()
    pages = max(1, -(-total // size))

    def page(number: int) -> str | None:
        if not 1 <= number <= pages:
            return None
        own = {"language": asked.language, **narrowed, "page": str(number), "page_size": str(size)}
        return base + urls_for.api_list(kind.key, {**own, **({"at": asked.at} if asked.at else {})})

    told = {
        "kind": kind.key,
        "language": asked.language,
        "total": total,
        "page": number,
        "page_size": size,
        "pages": pages,
        "next": page(number + 1),
        "previous": page(min(number - 1, pages)),
        "items": [shapes.row_shape(row, kind, asked, base) for row in rows],
    }
    return _json(request, told, asked)


@_operation
def show_document(request: HttpRequest, key: str, uuid: UUID) -> HttpResponse:
    """All that a document says in one language."""
    kind = _kind(key)
    (asked, _given), base = parameters.read(request, parameters.of_document()), urls_for.site_base(request)
    live = documents.live(kind, uuid, asked)
    if live is None:
        raise _ended(kind, uuid, asked)
    slugs = {code: live[languages.column("slug", code)] for code in languages.codes()}
    if asked.language in live["excepted_languages"]:
        there = shapes.versions(kind, uuid, slugs, live, asked, base)
        raise ProblemError(404, _("This document is not in this language yet."), languages=there)
    edition = live_page.find_live_page(kind, slugs[asked.language], asked)
    if edition is None or edition.number != live["number"]:
        # It was replaced or withdrawn between the two questions; a program that asks again is told the whole truth.
        raise ProblemError(404, _("This document has just changed. Please ask again."))
    shown = Rendition(
        kind, edition, edition.content, asked, edition.editions, edition.called, signatures=edition.signatures
    )
    since = next(row["since"] for row in edition.editions if row["number"] == edition.number)
    told = {
        "id": uuid,
        "kind": kind.key,
        "language": asked.language,
        "title": shown.text_of(shown.fields["title"]),
        "summary": shown.text_of(shown.fields["summary"]),
        "url": base + asked.page(kind.key, slugs[asked.language]),
        "api_url": base + urls_for.api_document(asked, kind.key, uuid),
        "edition": edition.number,
        "since": since,
        "modified": shown.modified,
        "languages": shapes.versions(kind, uuid, slugs, live, asked, base),
        "languages_to_follow": live["excepted_languages"],
        "themes": _tags(shown, "theme"),
        "countries": _tags(shown, "country"),
        "signatures": shapes.signatures(edition.signatures),
        "digest": live["digest"],
        "source_language": live["source_language"],
        "fields": shapes.fields_shape(shown, kind.model, shown.fields, base),
        "parts": shapes.parts(shown, kind, base),
        "files": shapes.files(shown, base),
        "editions": shapes.editions(shown, edition.editions, base),
    }
    return _json(request, told, asked, modified=since)


def _tags(shown: Rendition, name: str) -> list[dict[str, str]]:
    return [{"code": row[name], "name": shown.name(name, row[name])} for row in shown.parts(f"{name}tag") if row[name]]


def _ended(kind: PublicKind, uuid: UUID, asked: PageRequest) -> ProblemError:
    """Nothing of the document is public at the moment: whether it was, and why it no longer is."""
    edition = documents.last(kind, uuid, asked)
    if edition is None:
        return ProblemError(404, _("There is no such document."))
    withdrawal = getattr(edition, "withdrawal", None)
    explanation = languages.value(withdrawal, "explanation", asked.language) if withdrawal else ""
    detail = _("This document was withdrawn. The parameter at shows it as it stood before.")
    return ProblemError(410, detail, withdrawn=edition.live_during.upper.isoformat(), explanation=explanation)
