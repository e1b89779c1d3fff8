"""Content of every kind with its digest, as `digests_of_kinds.json` keeps it: what nothing may change any more.

`python -m tests.upgrade.kinds_content` adds kinds that the file lacks. What it holds already it never touches: a digest
that was given is signed for good.
"""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("digests_of_kinds.json")
_UUID = "00000000-0000-4000-8000-000000000001"


def stored() -> dict[str, dict[str, Any]]:
    """By kind: its content when the file was written, "spare" and "full", each with its digest."""
    found: dict[str, dict[str, Any]] = json.loads(FILE.read_text())
    return found


def spare(kind: Any) -> dict[str, Any]:
    """A text that uses nothing of its kind but what every text has; all the rest stands there at its default."""
    from editorial.content import digests

    fields = {"title": {"en": "Title"}, "slug": {"en": "title"}, "source_language": "en"}
    return digests.completed({"kind": kind.key, "fields": fields, "parts": {}})


def full(kind: Any) -> dict[str, Any]:
    """A text that says something in every field, with a row of every part."""
    from editorial.content import canonical

    parts = {canonical.part_name(part): [{"key": _UUID, **_said(part)}] for part in kind.parts}
    return {"kind": kind.key, "fields": _said(kind.model), "parts": parts}


def _said(model: Any) -> dict[str, Any]:
    from editorial.base import languages
    from editorial.content import canonical

    texts = canonical.translated(model)
    return {
        name: {code: f"{name} {code}" for code in languages.codes()}
        if name in texts
        else _value(model._meta.get_field(name))
        for name in canonical.own_fields(model)
    }


def _value(field: Any) -> Any:
    """Something that is not the field's default, in the shape of content."""
    from django.db import models

    if field.choices:
        return next(value for value, _label in field.flatchoices if value not in ("", field.default))
    if isinstance(field, models.ForeignKey):
        return _UUID
    if isinstance(field, models.BooleanField):
        return not field.default
    if isinstance(field, models.DecimalField):
        return "1.50"
    if isinstance(field, models.DateTimeField):
        return "2021-03-01T12:00:00+00:00"
    if isinstance(field, models.DateField):
        return "2021-03-01"
    if isinstance(field, models.IntegerField):
        return 7
    if isinstance(field, models.UUIDField):
        return _UUID
    return {"ArrayField": ["es"], "JSONField": {"key": "value"}}.get(type(field).__name__, field.name)


def _with_digest(content: Mapping[str, Any]) -> dict[str, Any]:
    from editorial.content import digests

    return {"digest": digests.digest(content), "content": content}


def main() -> None:
    """Add what is missing."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    from editorial.content import kinds

    found = stored() if FILE.exists() else {}
    for kind in kinds.all_kinds():
        found.setdefault(kind.key, {"spare": _with_digest(spare(kind)), "full": _with_digest(full(kind))})
    FILE.write_text(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
