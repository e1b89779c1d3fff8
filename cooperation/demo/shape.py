"""From the demo's data files to the engine's shape of content, with keys that are the same on every machine."""

import uuid
from collections.abc import Iterable, Mapping
from typing import Any

from cooperation.demo.citations import cited
from editorial import content, languages
from editorial.content import Content
from editorial.kinds import Kind

#: Of all keys of the demo; made once, by `uuid.uuid4()`.
NAMESPACE = uuid.UUID("5b3c9c0e-6f0e-4a53-9c55-2a0d5f3c7a11")

#: Lists in a data file that have a name of their own: the parts they become, and the field of a list of bare codes.
#: All other parts are listed under their own names.
_PARTS = {
    "themes": ("themetag", "theme"),
    "countries": ("countrytag", "country"),
    "sections": ("section", None),
    "chapters": ("chapter", None),
    "objectives": ("objective", None),
    "figures": ("figure", None),
    "parties": ("mechanismparty", "country"),
    "related": ("relateddocument", "document"),
}
#: Fields that name another document of the demo by its handle.
_REFERENCES = ("parent", "mechanism", "group", "predecessor", "supersedes", "meeting", "document")


def key(handle: str) -> str:
    """The lasting key of a part, from a handle that is unique in the demo."""
    return str(uuid.uuid5(NAMESPACE, handle))


def shaped(kind: Kind, data: Mapping[str, Any], uuids: Mapping[str, str]) -> Content:
    """The content that a data file describes.

    :param uuids: uuids of the documents made so far, by handle.
    """
    fields = _fields(kind.model, data, uuids)
    parts = {}
    listed = {part: (name, code_field) for name, (part, code_field) in _PARTS.items()}
    for model in kind.parts:
        part = content.part_name(model)
        name, code_field = listed.get(part, (part, None))
        if name in data:
            rows = [{code_field: row} if code_field else row for row in data[name]]
            parts[part] = [
                {
                    "key": key(row.get("key") or f"{kind.key}/{data['key']}/{part}/{number}"),
                    **_fields(model, row, uuids),
                }
                for number, row in enumerate(rows)
            ]
    return {"kind": kind.key, "fields": fields, "parts": parts}


def _fields(model: Any, data: Mapping[str, Any], uuids: Mapping[str, str]) -> dict[str, Any]:
    translated = content.translated(model)
    found: dict[str, Any] = {}
    for name in content.own_fields(model):
        value = data.get(name)
        if name in translated:
            found[name] = _texts(name, value)
        elif name in _REFERENCES:
            found[name] = uuids[value] if value else None
        elif name == "continues":
            found[name] = key(value) if value else None
        elif name in data:
            found[name] = value
    return found


def _texts(name: str, value: Any) -> dict[str, str]:
    if isinstance(value, str):
        if name == "source":
            return cited(value)
        value = dict.fromkeys(languages.codes(), value)
    return {code: (value or {}).get(code) or "" for code in languages.codes()}


def merged(before: Content | None, after: Content, codes: Iterable[str], *, shared: bool = True) -> Content:
    """`after` as far as the languages `codes` go; every other text as it was `before` (or empty).

    :param shared: whether what all languages share comes from `after` too; if not, only texts do.
    """
    codes = set(codes)
    earlier = before or {"fields": {}, "parts": {}}

    def row(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name, value in new.items():
            if isinstance(value, dict):
                was = old.get(name) or {}
                values[name] = {code: (value if code in codes else was).get(code, "") for code in languages.codes()}
            else:
                values[name] = value if shared else old.get(name)
        return values

    parts = {}
    for name, rows in after["parts"].items():
        old_rows = {str(item["key"]): item for item in earlier["parts"].get(name, [])}
        parts[name] = [row(old_rows.get(str(item["key"]), {}), item) for item in rows]
    return {"kind": after["kind"], "fields": row(earlier["fields"], after["fields"]), "parts": parts}


def written(value: Content) -> list[str]:
    """The languages in which `value` has a title."""
    return [code for code in languages.codes() if value["fields"]["title"].get(code)]
