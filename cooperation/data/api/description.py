"""The document that describes the API (OpenAPI 3.1, https://spec.openapis.org/oas/v3.1.0)."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from http import HTTPStatus
from typing import Any

from django.utils import translation

from cooperation import public_kind
from cooperation.data import urls_for
from cooperation.data.api import parameters, problems, schemas
from cooperation.data.api.schemas import Shape
from cooperation.public_kind import PublicKind

_ABOUT = (
    "Everything that is public on this site, in English, French and Spanish, as JSON. Read only, no key needed. "
    "Any question can be asked of the past with `at`. Answers carry a strong ETag: send it back in If-None-Match."
)
_ID: Shape = {"in": "path", "name": "id", "schema": {"type": "string", "format": "uuid"}, "required": True}


@cache
def as_json() -> str:
    """The document, made once a process. It is for programmers, and in English alone."""
    with translation.override("en"):
        paths = {
            "/": _operation("begin", "Where to begin", "Links"),
            "/kinds": _operation("listKinds", "Kinds of documents", "Kinds", parameters.of_kinds(), refusals=(422,)),
        }
        for kind in public_kind.all_kinds():
            paths |= _of_kind(kind)
        whole = {
            "openapi": "3.1.0",
            "info": {"title": "Entente", "version": "1", "description": _ABOUT},
            "paths": {urls_for.API + path: {"get": operation} for path, operation in paths.items()},
            "components": {"schemas": schemas.components()},
        }
        return json.dumps(whole, ensure_ascii=False)


def _of_kind(kind: PublicKind) -> dict[str, Shape]:
    name, path, tags = kind.model.__name__, f"/documents/{kind.key}", {"tags": [kind.key]}
    many = _operation(f"list{name}", kind.plural, f"{name}List", parameters.of_list(kind), refusals=(422,))
    one = _operation(
        f"get{name}", kind.name, f"{name}Document", parameters.of_document(), refusals=(404, 410, 422), path=[_ID]
    )
    return {path: many | tags, f"{path}/{{id}}": one | tags}


def _operation(
    key: str,
    summary: str,
    shape: str,
    query: Sequence[Shape] = (),
    *,
    refusals: Iterable[int] = (),
    path: Sequence[Shape] = (),
) -> Shape:
    return {
        "operationId": key,
        "summary": summary,
        "parameters": [*path, *query],
        "responses": {
            "200": _response("As asked.", "application/json", shape),
            "304": {"description": "Not changed since the answer with the ETag in If-None-Match."},
            **{str(code): _response(HTTPStatus(code).phrase, problems.MEDIA_TYPE, "Problem") for code in refusals},
        },
    }


def _response(description: str, media_type: str, shape: str) -> dict[str, Any]:
    return {"description": description, "content": {media_type: {"schema": schemas.ref(shape)}}}
