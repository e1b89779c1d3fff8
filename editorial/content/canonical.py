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

from editorial.base import languages
from editorial.base.dates.safe import is_beyond_python
from editorial.base.reasons import NotAllowed
from editorial.content import dates, kinds
from editorial.content.kinds import Kind
from editorial.models import Document, Edition, Part

Content = dict[str, Any]

#: Fields of `Edition` that are content; a kind's own fields all are.
EDITION_FIELDS = ("title", "slug", "summary", "change_note", "minor", "source_language", "excepted_languages")
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
    columns = {"fields": _object(kind.model, language), **{f"part_{name}": rows for name, rows in parts.items()}}
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
    return from_row(kind, {name: _plain(value) for name, value in zip(names, row, strict=True)})


def from_row(kind: Kind, row: Mapping[str, Any]) -> Content:
    """Content from the columns of `statement`, with their JSON read."""
    parts = {part_name(part): row[f"part_{part_name(part)}"] for part in kind.parts}
    return {"kind": kind.key, "fields": row["fields"], "parts": parts}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return json.loads(value)
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value


def content_of(edition: Edition) -> Content:
    """The content of `edition` as the database has it now."""
    return load(kinds.get_kind(edition.document.kind), edition.pk)


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
    """SHA-256 of all that `content` says in one language; empty texts and notes about the edition do not count."""
    return digest({path: text for path, text in prose(content, language).items() if text and path not in OPTIONAL})


def write(edition: Edition, content: Mapping[str, Any], *, before: Mapping[str, Any] | None = None) -> None:
    """Make the rows of a draft say exactly what `content` says; parts keep their key, and their row where it is there.

    The caller holds the lock and records the change (`editorial.workflow.drafts`). `edition` is a row of its kind's model.
    References to rows that are gone become empty. Only what differs is written, and the number of statements does not
    grow with the number of parts.

    :param before: what the rows say now, where the caller has just read it.
    Raises NotAllowed for days and years beyond the bounds that no edition of the document gives (see `content_dates`).
    """
    kind = kinds.get_kind(content["kind"])
    if before is None:
        before = {"fields": {}, "parts": {}} if edition.pk is None else load(kind, edition.pk)
    changed = _differing(before, content)
    _require_dates_that_exist(edition, {"kind": kind.key, **changed})
    targets = _targets(kind, changed)
    _assign(edition, changed["fields"], targets)
    edition.save()
    for part in kind.parts:
        name = part_name(part)
        if name in changed["parts"]:
            _write_parts(part, edition.pk, before["parts"].get(name, []), changed["parts"][name], targets)


def _require_dates_that_exist(edition: Edition, changed: Mapping[str, Any]) -> None:
    strange = dates.beyond(changed)
    if strange:
        for other in (
            Edition.objects.filter(document_id=edition.document_id).exclude(digest="").select_related("document")
        ):
            strange -= dates.beyond(content_of(other))
    if strange:
        raise NotAllowed(dates.reasons(strange))


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The fields and the lists of parts that `after` has otherwise than `before`."""
    fields, parts = before["fields"], before["parts"]
    return {
        "fields": {n: v for n, v in after["fields"].items() if n not in fields or fields[n] != v},
        "parts": {n: rows for n, rows in after["parts"].items() if rows != parts.get(n, [])},
    }


def _write_parts(
    part: type[Part],
    edition_id: int,
    before: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    targets: "_Targets",
) -> None:
    """Take away, in one statement, the rows that go; write, in another, those that are new or differ."""
    rows = [part.fit(row) for row in rows]
    old = {str(row["key"]): row for row in before}
    keys = {str(row["key"]) for row in rows}
    # A row that refers to something else is made anew: two rows may swap what they refer to, and a unique constraint
    # would stop them halfway.
    names = [name for name, _target in references(part)]
    turned = [str(r["key"]) for r in rows if any(r.get(n) != old.get(str(r["key"]), r).get(n) for n in names)]
    going = [*(key for key in old if key not in keys), *turned]
    if going:
        part._default_manager.filter(edition_id=edition_id, key__in=going).delete()
    same_places = not going and [str(row["key"]) for row in rows] == list(old)
    instances = []
    for position, values in enumerate(rows):
        if same_places and old[str(values["key"])] == values:
            continue
        instance = part(edition_id=edition_id, key=uuid.UUID(str(values["key"])), position=position)
        _assign(instance, values, targets)
        instances.append(instance)
    if not instances:
        return
    said = {name for values in rows for name in values} & set(own_fields(part))
    columns = [column for name in sorted(said) for column in _columns(part, name)]
    part._default_manager.bulk_create(
        instances,
        update_conflicts=True,
        unique_fields=["edition", "key"],
        update_fields=columns if same_places else ["position", *columns],
    )


@cache
def _columns(model: type[models.Model], name: str) -> tuple[str, ...]:
    if name not in translated(model):
        return (name,)
    return (name, *(languages.column(name, code) for code in languages.codes()))


#: Rows that content refers to, by their model and natural key.
_Targets = dict[type[models.Model], dict[str, models.Model]]


def _targets(kind: Kind, content: Mapping[str, Any]) -> _Targets:
    """Every row that `content` refers to, read with one statement per table."""
    wanted: dict[type[models.Model], set[str]] = {}
    tables = [(kind.model, [content["fields"]]), *((p, content["parts"].get(part_name(p), [])) for p in kind.parts)]
    for model, rows in tables:
        for name, target in references(model):
            wanted.setdefault(target, set()).update(str(row[name]) for row in rows if row.get(name))
    found: _Targets = {}
    for target, keys in wanted.items():
        natural = natural_key(target)
        rows_there = target._default_manager.filter(**{f"{natural}__in": keys}) if keys else ()
        found[target] = {str(getattr(row, natural)): row for row in rows_there}
    return found


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


def _assign(instance: models.Model, values: Mapping[str, Any], targets: _Targets) -> None:
    model = type(instance)
    targets_of = dict(references(model))
    for name in own_fields(model):
        if name not in values:
            continue
        value = values[name]
        if name in translated(model):
            for code in languages.codes():
                setattr(instance, languages.column(name, code), value.get(code, ""))
        elif name in targets_of:
            setattr(instance, name, targets[targets_of[name]].get(str(value)))
        else:
            setattr(instance, name, _held(model._meta.get_field(name), value))


def _held(field: Any, value: Any) -> Any:
    """A value as Python holds it; a stored date that Python cannot hold is left out, to be given anew."""
    if isinstance(field, models.DateField) and isinstance(value, str) and is_beyond_python(value):
        return None
    return field.to_python(value)
