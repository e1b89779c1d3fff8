"""Where a finding is: in words, and as a field of the edit form."""

from collections.abc import Mapping
from typing import Any

from editorial import diff, kinds, languages
from editorial.content import part_name
from editorial.content_checks.registry import Spot


def label(content: Mapping[str, Any], path: str) -> str:
    """A path in the reader's words, such as “Section “Borders”: text”."""
    if "/" not in path:
        for part in kinds.get(content["kind"]).parts:
            if part_name(part) == path:
                name = str(part._meta.verbose_name_plural)
                return name[:1].upper() + name[1:]
    return diff.labels_of(dict(content), [path])[0]


def field_id(content: Mapping[str, Any], spot: Spot) -> str:
    """The `id` of the label of a spot's field on the edit form (see `editorial.admin.inlines` for its prefixes)."""
    pieces = spot.path.split("/")
    column = languages.column(pieces[-1], spot.language) if spot.language else pieces[-1]
    if len(pieces) == 1:
        is_part = pieces[0] in content["parts"]
        return f"part-{pieces[0]}" if is_part else f"id_{column}_label"
    part, key, _name = pieces
    rows = content["parts"].get(part, [])
    place = next((index for index, row in enumerate(rows) if str(row["key"]) == key), 0)
    return f"id_{part}-{place}-{column}_label"
