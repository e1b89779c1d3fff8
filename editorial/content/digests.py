"""The digest of content: what is signed. Every edition says by which version of the algorithm its digest was made.

Version 1 was SHA-256 of the canonical JSON of the whole content, so that a new field changed the digest of every text.
Version 2 leaves out what is empty or at its default: a text that does not use a new field or part keeps its digest.
What was digested is kept as it was (`editorial.content.kept`); texts with digests of version 1 are compared with that.
See docs/adr/0036.
"""

import hashlib
from collections.abc import Mapping
from copy import copy
from functools import cache
from typing import Any

from django.db import models

from editorial.base import languages
from editorial.content import kinds
from editorial.content.canonical import FROZEN, Content, canonical, own_fields, part_name, translated

#: By which version digests are made today.
VERSION = 2
#: Decides who must sign, and the database reads it from what is kept: it is not left out at its default either.
_ALWAYS = frozenset({"type"})


def digest(content: Mapping[str, Any]) -> str:
    """The digest of content: SHA-256 (FIPS 180-4) of the canonical JSON of what is essential in it, in hexadecimal."""
    return digest_of_kept(essential(content))


def digest_of_kept(content: Mapping[str, Any]) -> str:
    """The digest of what a snapshot holds, which is exactly what was digested, by either version."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def essential(content: Mapping[str, Any]) -> Content:
    """`content` without what is empty or at its default: texts, rows of parts, fields left alone."""
    kind = kinds.get_kind(content["kind"])
    models_of_parts = {part_name(part): part for part in kind.parts}
    parts = {
        name: [_essential(row, _defaults(models_of_parts[name]) if name in models_of_parts else {}) for row in rows]
        for name, rows in content["parts"].items()
        if rows
    }
    frozen = {name: content[name] for name in FROZEN if content.get(name)}
    return {"kind": kind.key, "fields": _essential(content["fields"], _defaults(kind.model)), "parts": parts, **frozen}


def completed(content: Mapping[str, Any]) -> Content:
    """What was kept earlier, in the shape that content has today: fields that it does not name are at their default.

    Fields and parts that the kind no longer has are left out.
    """
    kind = kinds.get_kind(content["kind"])
    parts = {
        part_name(part): [
            {"key": row["key"], **_completed(row, part)} for row in content["parts"].get(part_name(part), [])
        ]
        for part in kind.parts
    }
    frozen = {name: content.get(name, copy(default)) for name, default in FROZEN.items()}
    return {"kind": kind.key, "fields": _completed(content["fields"], kind.model), "parts": parts, **frozen}


@cache
def _defaults(model: type[models.Model]) -> dict[str, Any]:
    """What each content field of a model says in the shape of content where nobody has set it; {} for a text in
    languages.
    """
    found: dict[str, Any] = {}
    for name in own_fields(model):
        field: Any = model._meta.get_field(name)
        if name in translated(model):
            found[name] = {}
        elif callable(default := field.default) and default is not models.NOT_PROVIDED:
            found[name] = default() if default in (list, dict, str, bool) else None
        elif default is not models.NOT_PROVIDED:
            found[name] = default
        elif isinstance(field, models.CharField | models.TextField) and not field.null:
            found[name] = ""
        else:
            found[name] = None
    return found


def _essential(row: Mapping[str, Any], defaults: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for name, value in row.items():
        if isinstance(value, dict):
            value = {code: text for code, text in value.items() if text}
        if name in defaults and _same(value, defaults[name]) and not (name in _ALWAYS and value):
            continue
        found[name] = value
    return found


def _same(value: Any, default: Any) -> bool:
    """Whether they are the same in JSON: 0 is not false."""
    return type(value) is type(default) and bool(value == default)


def _completed(row: Mapping[str, Any], model: type[models.Model]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, default in _defaults(model).items():
        if name in translated(model):
            said = row.get(name) or {}
            found[name] = {code: said.get(code) or "" for code in languages.codes()}
        else:
            value = row.get(name, default)
            found[name] = list(value) if isinstance(value, list) else value
    return found
