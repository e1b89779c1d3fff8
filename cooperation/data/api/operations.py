"""The operations of the API, and the document that describes them (OpenAPI 3.1)."""

import json
from datetime import date, datetime, time
from functools import cache
from http import HTTPStatus
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Query, Schema
from ninja.errors import ValidationError
from pydantic import Field, create_model

from cooperation import public_kind
from cooperation.data import columns, documents, urls_for
from cooperation.data.answers import with_validators
from cooperation.data.api import problems, schemas, shapes
from cooperation.data.api.problems import ProblemError
from cooperation.lists.choice import Choice
from cooperation.public_kind import PublicKind
from cooperation.views.page import live_page
from cooperation.views.page.rendition import Rendition
from cooperation.views.request import page_request
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base import languages

#: Ten thousand times what the secretariat will ever publish; further pages are not worth asking the database for.
MOST_PAGES = 1_000_000
_ABOUT = (
    "Everything that is public on this site, in English, French and Spanish, as JSON. Read only, no key needed. "
    "Any question can be asked of the past with `at`. Answers carry a strong ETag: send it back in If-None-Match."
)


class InLanguage(Schema):
    """Parameters of every operation."""

    language: Literal["en", "fr", "es"] = Field(default="en", description="The language of the answer.")


class AtMoment(InLanguage):
    """Parameters of what changes with time."""

    at: str = Field(
        default="", max_length=40, description="A past date or instant (ISO 8601): the answer as it was then."
    )


def build() -> NinjaAPI:
    """The API with an operation for every kind; made once a process, when it is first asked."""
    with translation.override("en"):
        api = NinjaAPI(title="Entente", version="1", description=_ABOUT, openapi_url=None, docs_url=None)
        api.get("/", summary="Where to begin", operation_id="begin")(_links)
        api.get("/kinds", summary="Kinds of documents", operation_id="listKinds")(_kinds)
        for kind in public_kind.all_kinds():
            _add(api, kind)
        api.exception_handler(ValidationError)(_invalid)
        api.exception_handler(ProblemError)(
            lambda request, problem: problems.answer(problem.status, problem.detail, **problem.more)
        )
        api.get("/openapi.json", include_in_schema=False)(lambda request: _openapi(request, _described(api)))
    return api


def _add(api: NinjaAPI, kind: PublicKind) -> None:
    """The list and the document of one kind. Their parameters and answers are the kind's own, and described as such."""
    filters: dict[str, Any] = {
        name: (str, Field(default="", max_length=200, description=str(one.label or name)))
        for name, one in kind.filters.base_filters.items()
        if name != "at"
    }
    sorts = tuple(sort.key for sort in kind.sorts)
    asked = create_model(
        f"{kind.model.__name__}Query",
        __base__=AtMoment,
        page=(int, Field(default=1, ge=1, le=MOST_PAGES)),
        page_size=(int, Field(default=20, ge=1, le=100)),
        sort=(
            Literal[sorts],
            Field(default=sorts[0], description=", ".join(f"{s.key}: {s.label}" for s in kind.sorts)),
        ),  # type: ignore[valid-type]
        **filters,
    )

    def many(request: HttpRequest, params: Any) -> Any:
        return _list(request, kind, params)

    def one(request: HttpRequest, id: UUID, params: Any) -> Any:
        return _document(request, kind, id, params)

    many.__annotations__["params"] = Annotated[asked, Query(...)]
    one.__annotations__["params"] = Annotated[AtMoment, Query(...)]
    name = kind.model.__name__
    api.get(
        f"/documents/{kind.key}",
        summary=kind.plural,
        operation_id=f"list{name}",
        tags=[kind.key],
    )(many)
    api.get(
        f"/documents/{kind.key}/{{uuid:id}}",
        summary=kind.name,
        operation_id=f"get{name}",
        tags=[kind.key],
    )(one)


def _asked(request: HttpRequest, params: Any) -> PageRequest:
    """The moment and the language asked for. A parameter that there is not is most likely one misspelt, and without it
    the answer would be to another question."""
    unknown = sorted(set(request.GET) - set(type(params).model_fields))
    if unknown:
        detail = _("There is no parameter of this name here.")
        errors = [{"parameter": name[:60], "detail": detail} for name in unknown[:10]]
        raise ProblemError(422, _misunderstood(errors), errors=errors)
    try:
        return page_request.page_request(request, params.language)
    except NotFound as reason:
        raise ProblemError(422, str(reason), errors=[{"parameter": "at", "detail": str(reason)}]) from None


def _json(request: HttpRequest, told: Any, asked: PageRequest, **modified: Any) -> HttpResponse:
    body = json.dumps(told, ensure_ascii=False, separators=(",", ":"), default=_plain)
    return with_validators(request, HttpResponse(body, content_type="application/json"), asked, **modified)


def _plain(value: Any) -> str:
    """What JSON has no words for, as text: instants in UTC, other dates and times in ISO 8601, and uuids."""
    if isinstance(value, datetime):
        return page_request.instant(value)
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _links(request: HttpRequest) -> HttpResponse:
    asked, base = page_request.page_request(request, "en").at_present(), urls_for.site_base(request)
    told = {
        "kinds": f"{base}{urls_for.API}/kinds",
        "openapi": f"{base}{urls_for.API}/openapi.json",
        "documentation": base + urls_for.data_page(asked),
    }
    return _json(request, told, asked)


def _openapi(request: HttpRequest, described: str) -> HttpResponse:
    return with_validators(
        request, HttpResponse(described, content_type="application/json"), page_request.page_request(request, "en")
    )


def _kinds(request: HttpRequest, params: Annotated[InLanguage, Query(...)]) -> HttpResponse:
    """Every kind with its filters and orders, and where its documents are."""
    asked, base = _asked(request, params), urls_for.site_base(request)
    code = params.language
    told = [
        {
            "key": kind.key,
            "name": kind.name,
            "plural": kind.plural,
            "description": str(kind.description),
            "filters": [
                {"name": name, "label": str(one.label or name)}
                for name, one in kind.filters.base_filters.items()
                if name != "at"
            ],
            "sorts": [{"name": sort.key, "label": str(sort.label)} for sort in kind.sorts],
            "url": base + asked.list_of(kind.key),
            "api_url": base + urls_for.api_list(kind.key, {"language": code}),
            "csv_url": base + urls_for.table(asked, kind.key),
            "feed_url": base + urls_for.kind_feed(asked, kind.key),
        }
        for kind in public_kind.all_kinds()
    ]
    return _json(request, {"language": code, "kinds": told}, asked)


def _list(request: HttpRequest, kind: PublicKind, params: Any) -> HttpResponse:
    asked, base = _asked(request, params), urls_for.site_base(request)
    given = params.model_dump(exclude_defaults=True, exclude={"language", "at", "page", "page_size"})
    choice = Choice.of(kind, given, asked)
    total, start = choice.count, (params.page - 1) * params.page_size
    keys = choice.keys(start, params.page_size) if start < total else []
    rows = columns.rows(columns.of_keys(kind, keys, choice.sort, asked), kind, asked) if keys else ()
    pages = max(1, -(-total // params.page_size))

    def page(number: int) -> str | None:
        if not 1 <= number <= pages:
            return None
        own = {"language": params.language, **given, "page": str(number), "page_size": str(params.page_size)}
        return base + urls_for.api_list(kind.key, {**own, **({"at": asked.at} if asked.at else {})})

    told = {
        "kind": kind.key,
        "language": params.language,
        "total": total,
        "page": params.page,
        "page_size": params.page_size,
        "pages": pages,
        "next": page(params.page + 1),
        "previous": page(params.page - 1) if params.page <= pages else page(pages),
        "items": [shapes.row_shape(row, kind, asked, base) for row in rows],
    }
    return _json(request, told, asked)


def _document(request: HttpRequest, kind: PublicKind, uuid: UUID, params: Any) -> HttpResponse:
    asked, base = _asked(request, params), urls_for.site_base(request)
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
    shown = Rendition(edition, edition.content, asked, edition.editions, edition.names)
    since = next(row["since"] for row in edition.editions if row["number"] == edition.number)
    told = {
        "id": uuid,
        "kind": kind.key,
        "language": asked.language,
        "title": shown.said(shown.fields["title"]),
        "summary": shown.said(shown.fields["summary"]),
        "url": base + asked.page(kind.key, slugs[asked.language]),
        "api_url": base + urls_for.api_document(asked, kind.key, uuid),
        "edition": edition.number,
        "since": since,
        "modified": shown.modified,
        "languages": shapes.versions(kind, uuid, slugs, live, asked, base),
        "languages_to_follow": live["excepted_languages"],
        "themes": _tags(shown, "theme"),
        "countries": _tags(shown, "country"),
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


def _invalid(request: HttpRequest, refused: ValidationError) -> HttpResponse:
    """422 with every parameter that is wrong, and what each may be, in the language asked for where there is one."""
    wanted = request.GET.get("language", "")
    with translation.override(wanted if wanted in languages.codes() else translation.get_language()):
        errors = [{"parameter": str(error["loc"][-1]), "detail": problems.sentence(error)} for error in refused.errors]
        return problems.answer(422, _misunderstood(errors), errors=errors)


def _misunderstood(errors: list[dict[str, str]]) -> str:
    names = ", ".join(sorted({error["parameter"] for error in errors}))
    return _("These parameters cannot be understood: %(names)s.") % {"names": names}


@cache
def _described(api: NinjaAPI) -> str:
    """The OpenAPI document: the operations as ninja describes them, and the shapes of their answers. It is for
    programmers, and in English alone."""
    with translation.override("en"):
        described = json.loads(json.dumps(api.get_openapi_schema(path_prefix=f"{urls_for.API}/"), default=str))
        described["components"] = {"schemas": schemas.components()}
    answers = {"begin": ("Links", ()), "listKinds": ("Kinds", (422,))}
    for kind in public_kind.all_kinds():
        name = kind.model.__name__
        answers |= {f"list{name}": (f"{name}List", (422,)), f"get{name}": (f"{name}Document", (404, 410, 422))}
    for operations in described["paths"].values():
        for operation in operations.values():
            shape, refusals = answers[operation["operationId"]]
            operation["responses"] = {
                "200": _response("As asked.", "application/json", shape),
                "304": {"description": "Not changed since the answer with the ETag in If-None-Match."},
                **{str(code): _response(HTTPStatus(code).phrase, problems.MEDIA_TYPE, "Problem") for code in refusals},
            }
    return json.dumps(described, ensure_ascii=False)


def _response(description: str, media_type: str, shape: str) -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": schemas.ref(shape)}}}
