"""Where a finding is: in words, and as a field of the edit form."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.checks.advice.registry import Spot
from editorial.comparison import diff
from editorial.content import kinds
from editorial.content.canonical import part_name
from editorial.content.kinds import Kind
from editorial.content.wording import Words


def labels(content: Mapping[str, Any], paths: Iterable[str], words: Words | None = None) -> dict[str, str]:
    """Paths in the reader's words, such as “Section “Borders”: text”; a statement for each table that names parts.

    :param words: those of `content`, where the caller has them.
    """
    wanted = list(dict.fromkeys(paths))
    whole = {part_name(part): str(part._meta.verbose_name_plural) for part in kinds.get_kind(content["kind"]).parts}
    single = [path for path in wanted if path not in whole]
    found = dict(zip(single, diff.labels_of(dict(content), single, words), strict=True))
    return {path: found.get(path) or whole[path][:1].upper() + whole[path][1:] for path in wanted}


def field_label(kind: Kind, path: str) -> str:
    """A path in the reader's words without the part's own name, such as “Section: text”, for which nothing is read."""
    part_key, _slash, rest = path.partition("/")
    owner = next((part for part in kind.parts if rest and part_name(part) == part_key), None)
    name = rest.partition("/")[2] or path
    label = str(getattr((owner or kind.model)._meta.get_field(name), "verbose_name", name))
    if owner is None:
        return label[:1].upper() + label[1:]
    part = str(owner._meta.verbose_name)
    return _("%(part)s: %(field)s") % {"part": part[:1].upper() + part[1:], "field": label}


def field_id(content: Mapping[str, Any], spot: Spot) -> str:
    """The `id` of the label of a field on the edit form (see `editorial.admin.form.inlines` for its prefixes)."""
    pieces = spot.path.split("/")
    column = languages.column(pieces[-1], spot.language) if spot.language else pieces[-1]
    if len(pieces) == 1:
        is_part = pieces[0] in content["parts"]
        return f"part-{pieces[0]}" if is_part else f"id_{column}_label"
    part, key, _name = pieces
    rows = content["parts"].get(part, [])
    place = next((index for index, row in enumerate(rows) if str(row["key"]) == key), 0)
    return f"id_{part}-{place}-{column}_label"
