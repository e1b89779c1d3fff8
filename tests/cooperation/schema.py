"""A check of JSON against JSON Schema, as far as OpenAPI documents of this house use it (JSON Schema 2020-12)."""

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID

_TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}  # fmt: skip
_FORMATS: dict[str, Any] = {
    "uuid": UUID, "date": date.fromisoformat, "date-time": datetime.fromisoformat,
    "time": lambda text: re.fullmatch(r"\d\d:\d\d:\d\d.*", text) or text.index("not a time"),
}  # fmt: skip
_UNDERSTOOD = {
    "type", "properties", "required", "items", "anyOf", "allOf", "$ref", "format", "enum", "const", "title",
    "description", "default", "maximum", "minimum", "maxLength",
}  # fmt: skip


def problems(value: Any, schema: dict[str, Any], whole: dict[str, Any], at: str = "$") -> list[str]:
    """Where `value` is not what the schema says, and how; nothing that the schema does not name is let pass."""
    assert set(schema) <= _UNDERSTOOD, f"this checker knows nothing of {set(schema) - _UNDERSTOOD}"
    if "$ref" in schema:
        target: Any = whole
        for step in schema["$ref"].removeprefix("#/").split("/"):
            target = target[step]
        return problems(value, target, whole, at)
    if "anyOf" in schema:
        tried = [problems(value, one, whole, at) for one in schema["anyOf"]]
        return [] if any(not found for found in tried) else tried[0]
    found: list[str] = []
    for one in schema.get("allOf", ()):
        found += problems(value, one, whole, at)
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (kind in ("integer", "number") and isinstance(value, bool))):
        return [f"{at} is no {kind}: {value!r}"]
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at} is none of {schema['enum']}")
    if schema.get("format") in _FORMATS:
        try:
            _FORMATS[schema["format"]](value)
        except ValueError:
            found.append(f"{at} is no {schema['format']}: {value!r}")
    if isinstance(value, dict) and "properties" in schema:
        found += [f"{at}.{name} is missing" for name in schema.get("required", ()) if name not in value]
        found += [f"{at}.{name} is not described" for name in value if name not in schema["properties"]]
        for name, one in schema["properties"].items():
            if name in value:
                found += problems(value[name], one, whole, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for place, item in enumerate(value):
            found += problems(item, schema["items"], whole, f"{at}[{place}]")
    return found
