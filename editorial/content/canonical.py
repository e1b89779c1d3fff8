"""Canonical content: everything that an edition says, in one shape, straight from the database.

The shape is what is digested, signed, stored as a snapshot, compared, restored, copied and shown to the public::

    {"kind": "page",
     "fields": {"title": {"en": "…", "fr": "…", "es": "…"}, "minor": false, "parent": "<document uuid>", …},
     "parts": {"section": [{"key": "<uuid>", "heading": {"en": …}, "body": {"en": …}}, …], …},
     "names": {"organization:<code>": {"en": …, "fr": …, "es": …}, "document:<uuid>": {"en": …}, …},
     "bound_parties": {"CA": "CA", "MX": "MX", "US": ""},
     "all_must_sign": true}

`names` are the words shown for what fields and parts refer to, as they stood when the edition was last saved or
submitted. `bound_parties` says whom the text binds, frozen at submission: by the code of each country, the code of the
party that spoke for it here, empty where none did; `all_must_sign` that it goes public only with the signatures of all
these parties. Nobody types any of these.
Dates are ISO 8601, decimals are strings, references to documents are their uuids and references to other tables
their codes; parts come in their order. One SQL statement reads it, whatever the number of parts; the statement is
compiled once per kind.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models
from django.db.models import F, OuterRef
from django.db.models.functions import Cast, JSONObject

from editorial.base import languages
from editorial.content import kinds
from editorial.content.kinds import Kind
from editorial.models import Document, Edition, Part

Content = dict[str, Any]

#: Fields of `Edition` that are content; a kind's own fields all are.
EDITION_FIELDS = ("title", "slug", "summary", "change_note", "minor", "source_language", "excepted_languages")
#: Columns of `Edition` that are content which follows from the rest and from other tables, with what is in them at
#: first.
FROZEN: Mapping[str, Any] = {"names": {}, "bound_parties": {}, "all_must_sign": False}
#: Texts about an edition rather than of it: a translation may leave them out, and a new one makes none outdated.
OPTIONAL = frozenset({"change_note"})
_PART_BOOKKEEPING = {"id", "edition", "key", "position"}


@cache
def own_fields(model: type[models.Model]) -> tuple[str, ...]:
    """Names of the content fields of a kind's model or a part model; a translated field is named once."""
    if issubclass(model, Edition):
        names = [f.name for f in model._meta.local_concrete_fields if f.name != "edition_ptr"]
        base = list(EDITION_FIELDS)
    else:
        names = [f.name for f in model._meta.concrete_fields if f.name not in _PART_BOOKKEEPING]
        base = []
    suffixed = {
        languages.column(name, code) for name in languages.translated_fields(model) for code in languages.codes()
    }
    return tuple(base + [name for name in names if name not in suffixed])


@cache
def translated(model: type[models.Model]) -> frozenset[str]:
    """Names of the model's translated content fields."""
    return frozenset(languages.translated_fields(model))


@cache
def part_name(model: type[Part]) -> str:
    """The key of a part model in `content["parts"]`, such as "section"."""
    return str(model._meta.model_name)


def natural_key(model: type[models.Model]) -> str:
    """The field by which content names a row of `model`: a document's uuid, else the code of a reference table."""
    return "uuid" if issubclass(model, Document) else "code"


def _expression(model: type[models.Model], name: str, codes: Sequence[str]) -> Any:
    if name in translated(model):
        return JSONObject(**{code: F(languages.column(name, code)) for code in codes})
    field = model._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        return F(f"{name}__{natural_key(field.related_model)}")
    if isinstance(field, models.DecimalField):
        return Cast(name, models.TextField())
    return F(name)


def _object(model: type[models.Model], language: str, extra: Sequence[str] = ()) -> JSONObject:
    def codes(name: str) -> list[str]:
        return [language] if language and name not in _IN_ALL else languages.codes()

    return JSONObject(**{name: _expression(model, name, codes(name)) for name in (*extra, *own_fields(model))})


#: Texts that a page in one language needs in the others too: it links to itself there.
_IN_ALL = frozenset({"title", "slug"})

#: Stands for the primary key in the statement below; 2**53 - 111, which no table reaches.
_KEY = 9_007_199_254_740_881


@cache
def _statement(key: str, language: str = "") -> str:
    """SQL of the content of one edition, complete but for its primary key, for which `_KEY` stands.

    The names of all fields are parameters to Django; bound once here, not at every reading.
    """
    kind = kinds.get_kind(key)
    parts = {
        part_name(part): ArraySubquery(
            part._default_manager.filter(edition=OuterRef("pk"))
            .order_by("position", "id")
            .annotate(json=_object(part, language, extra=("key",)))
            .values("json")
        )
        for part in kind.parts
    }
    columns = {
        "fields": _object(kind.model, language),
        **{f"part_{name}": rows for name, rows in parts.items()},
        **{f"frozen_{name}": F(name) for name in FROZEN},
    }
    query = kind.model._default_manager.filter(pk=_KEY).order_by().annotate(**columns).values(*columns)
    connection.ensure_connection()
    sql, params = query.query.sql_with_params()
    return str(connection.ops.compose_sql(sql, params))  # type: ignore[attr-defined]  # of PostgreSQL only


def content_sql(kind: Kind, key: str, *, language: str = "") -> str:
    """SQL that reads the content of one edition, to be run as it is or as part of another statement.

    `from_row` makes content of the one row that it returns.

    :param key: SQL of the edition's primary key, never anything that a person typed.
    :param language: leave out what the content says in other languages, but for title and slug. Such content can be
        shown; it is not what was signed, and has another digest.
    """
    return _statement(kind.key, language).replace(str(_KEY), key)


def load(kind: Kind, pk: int) -> Content:
    """The content of the edition `pk` as the database has it now. Raises `Edition.DoesNotExist`."""
    with connection.cursor() as cursor:
        cursor.execute(content_sql(kind, str(int(pk))))
        row = cursor.fetchone()
        # By name: modeltranslation does not keep the order in which columns were asked for.
        names = [column.name for column in cursor.description]
    if row is None:
        raise Edition.DoesNotExist(f"There is no edition {pk} of kind {kind.key}.")
    return from_row(kind, {name: plain(value) for name, value in zip(names, row, strict=True)})


def from_row(kind: Kind, row: Mapping[str, Any]) -> Content:
    """Content from the columns of `statement`, with their JSON read."""
    parts = {part_name(part): row[f"part_{part_name(part)}"] for part in kind.parts}
    return {"kind": kind.key, "fields": row["fields"], "parts": parts, **{n: row[f"frozen_{n}"] for n in FROZEN}}


def plain(value: Any) -> Any:
    """A column of JSON as Python values, whether the driver has read it already or not."""
    if isinstance(value, str):
        return json.loads(value)
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def content_of(edition: Edition) -> Content:
    """The content of `edition` as the database has it now."""
    return load(kinds.get_kind(edition.document.kind), edition.pk)


def canonical(value: Any) -> str:
    """`value` as canonical JSON: sorted keys, no white space, UTF-8 as it is."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def prose(content: Mapping[str, Any], language: str) -> dict[str, str]:
    """All translated texts of `content` in one language, by path such as "part/<key>/heading"; slugs are none.

    Paths name parts by key, not by place, so that moving a section does not make its translation outdated.
    """
    found: dict[str, str] = {}
    for name, value in content["fields"].items():
        if isinstance(value, dict) and name not in ("slug",):
            found[name] = value.get(language) or ""
    for part, rows in content["parts"].items():
        for row in rows:
            for name, value in row.items():
                if isinstance(value, dict):
                    found[f"{part}/{row['key']}/{name}"] = value.get(language) or ""
    return found


def language_digest(content: Mapping[str, Any], language: str) -> str:
    """SHA-256 of all that `content` says in one language; empty texts and notes about the edition do not count."""
    said = {path: text for path, text in prose(content, language).items() if text and path not in OPTIONAL}
    return hashlib.sha256(canonical(said).encode()).hexdigest()


def referenced(content: Mapping[str, Any], model: type[models.Model]) -> set[str]:
    """The natural keys of all rows of `model` that `content` refers to, in its fields and its parts."""
    kind = kinds.get_kind(content["kind"])
    tables = [(kind.model, [content["fields"]]), *((p, content["parts"].get(part_name(p), [])) for p in kind.parts)]
    return {
        str(row[name])
        for owner, rows in tables
        for name, target in references(owner)
        if target is model
        for row in rows
        if row.get(name)
    }


@cache
def references(model: type[models.Model]) -> tuple[tuple[str, type[models.Model]], ...]:
    """The content fields by which a kind's model or a part model refers to other rows, each with the model of those."""
    fields = [(name, model._meta.get_field(name)) for name in own_fields(model) if name not in translated(model)]
    return tuple((name, field.related_model) for name, field in fields if isinstance(field, models.ForeignKey))
