"""Making the rows of a draft say what a content says."""

import uuid
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.db import models

from editorial.base import languages
from editorial.base.dates.safe import is_beyond_python
from editorial.base.reasons import NotAllowed
from editorial.content import dates, kinds
from editorial.content.canonical import content_of, load, natural_key, own_fields, part_name, references, translated
from editorial.content.kinds import Kind
from editorial.models import Edition, Part


def write(edition: Edition, content: Mapping[str, Any], *, before: Mapping[str, Any] | None = None) -> None:
    """Make the rows of a draft say exactly what `content` says; parts keep their key, and their row where it is there.

    The caller holds the lock and records the change (`editorial.workflow.drafts`). `edition` is a row of its kind's
    model. References to rows that are gone become empty. Only what differs is written, and the number of statements
    does not grow with the number of parts.

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
