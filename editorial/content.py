"""Canonical content: everything that an edition says, in one shape, straight from the database.

The shape is what is digested, signed, stored as a snapshot, compared, restored, copied and shown to the public::

    {"kind": "page",
     "fields": {"title": {"en": "…", "fr": "…", "es": "…"}, "minor": false, "parent": "<document uuid>", …},
     "parts": {"section": [{"key": "<uuid>", "heading": {"en": …}, "body": {"en": …}}, …], …}}

Dates are ISO 8601, decimals are strings, references to documents are their uuids and references to other tables
their codes; parts come in their order. One SQL statement reads it, whatever the number of parts; the statement is
compiled once per kind.
"""

import hashlib
import json
import uuid
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection, models
from django.db.models import F, OuterRef
from django.db.models.functions import Cast, JSONObject

from editorial import kinds, languages
from editorial.kinds import Kind
from editorial.models import Document, Edition, Part

Content = dict[str, Any]

#: Fields of `Edition` that are content; a kind's own fields all are.
EDITION_FIELDS = ("title", "slug", "summary", "change_note", "minor", "source_language", "excepted_languages")
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


def _expression(model: type[models.Model], name: str) -> Any:
    if name in translated(model):
        return JSONObject(**{code: F(languages.column(name, code)) for code in languages.codes()})
    field = model._meta.get_field(name)
    if isinstance(field, models.ForeignKey):
        return F(f"{name}__{natural_key(field.related_model)}")
    if isinstance(field, models.DecimalField):
        return Cast(name, models.TextField())
    return F(name)


def _object(model: type[models.Model], extra: Sequence[str] = ()) -> JSONObject:
    return JSONObject(**{name: _expression(model, name) for name in (*extra, *own_fields(model))})


@cache
def _statement(key: str) -> tuple[str, tuple[Any, ...]]:
    """SQL and parameters of the content of one edition; the parameter that is -1 stands for its primary key."""
    kind = kinds.get(key)
    parts = {
        part_name(part): ArraySubquery(
            part._default_manager.filter(edition=OuterRef("pk"))
            .order_by("position", "id")
            .annotate(json=_object(part, extra=("key",)))
            .values("json")
        )
        for part in kind.parts
    }
    columns = {"fields": _object(kind.model), **{f"part_{name}": rows for name, rows in parts.items()}}
    query = kind.model._default_manager.filter(pk=-1).order_by().annotate(**columns).values(*columns)
    sql, params = query.query.sql_with_params()
    return sql, tuple(params)


def load(kind: Kind, pk: int) -> Content:
    """The content of the edition `pk` as the database has it now. Raises `Edition.DoesNotExist`."""
    sql, params = _statement(kind.key)
    with connection.cursor() as cursor:
        cursor.execute(sql, [pk if value == -1 else value for value in params])
        row = cursor.fetchone()
        # By name: modeltranslation does not keep the order in which columns were asked for.
        names = [column.name for column in cursor.description]
    if row is None:
        raise Edition.DoesNotExist(f"There is no edition {pk} of kind {kind.key}.")
    found = {name: _plain(value) for name, value in zip(names, row, strict=True)}
    parts = {part_name(part): found[f"part_{part_name(part)}"] for part in kind.parts}
    return {"kind": kind.key, "fields": found["fields"], "parts": parts}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return json.loads(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def of(edition: Edition) -> Content:
    """The content of `edition` as the database has it now."""
    return load(kinds.get(edition.document.kind), edition.pk)


def canonical(value: Any) -> str:
    """`value` as canonical JSON: sorted keys, no white space, UTF-8 as it is."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON of `content`, in hexadecimal (FIPS 180-4)."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


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
    """SHA-256 of all that `content` says in one language; empty texts do not count."""
    return digest({path: text for path, text in prose(content, language).items() if text})


def write(edition: Edition, content: Mapping[str, Any]) -> None:
    """Make the rows of a draft say exactly what `content` says; parts keep their key, and their row where it is there.

    The caller holds the lock and records the change (`editorial.drafts`). `edition` is a row of its kind's model.
    References to rows that are gone become empty.
    """
    kind = kinds.get(content["kind"])
    _assign(edition, content["fields"])
    edition.save()
    for part in kind.parts:
        rows = content["parts"].get(part_name(part), [])
        wanted = [str(row["key"]) for row in rows]
        manager = part._default_manager.filter(edition_id=edition.pk)
        manager.exclude(key__in=wanted).delete()
        there = {str(row.key): row for row in manager}
        fresh = []
        for position, values in enumerate(rows):
            row = there.get(str(values["key"]))
            instance = row if row is not None else part(edition_id=edition.pk, key=uuid.UUID(str(values["key"])))
            instance.position = position
            _assign(instance, {name: value for name, value in values.items() if name != "key"})
            if row is None:
                fresh.append(instance)
            else:
                instance.save()
        part._default_manager.bulk_create(fresh)


def _assign(instance: models.Model, values: Mapping[str, Any]) -> None:
    model = type(instance)
    known = set(own_fields(model))
    for name, value in values.items():
        if name not in known:
            continue  # a field that this kind no longer has
        if name in translated(model):
            for code in languages.codes():
                setattr(instance, languages.column(name, code), value.get(code, ""))
            continue
        field = model._meta.get_field(name)
        if isinstance(field, models.ForeignKey):
            target = field.related_model
            found = value and target._default_manager.filter(**{natural_key(target): value}).first()
            setattr(instance, name, found or None)
        else:
            setattr(instance, name, field.to_python(value))  # type: ignore[union-attr]  # a column, not a relation
