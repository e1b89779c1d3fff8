"""What of a change is substantive: more than the correction of a text.

Visitors are told of every change but minor ones, so a change that says something new cannot pass as minor without a
reason. What counts is decided from the two contents, never from what the author calls it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.translation import gettext as _

from editorial.base.text import LineField
from editorial.comparison import diff, text_corrections
from editorial.comparison.diff import CHANGED, Change
from editorial.content import kinds
from editorial.content.canonical import Content, part_name
from editorial.richtext.field import RichTextField

#: What an edition says about its change, which is not part of the change.
ABOUT = frozenset({"change_note", "minor"})


def substantive_changes(before: Content, after: Content) -> list[Change]:
    """All that differs between two contents of one kind and is no mere correction; empty for a minor change.

    Parts that came, went or moved, references, dates, numbers, choices, files, addresses and languages are substantive;
    texts are where they say something else (`editorial.comparison.text_corrections`). What it refers to may bear
    another name since: that is no change of this text.
    """
    return [
        change
        for change in diff.compare(before, after)
        if change.path not in ABOUT
        and not change.path.startswith(f"{diff.NAMES}/")
        and not (change.kind == CHANGED and _corrected(change, before, after))
    ]


def places_named(found: Iterable[Change]) -> list[str]:
    """Where the changes are, in the reader's words, each place once, such as “Section “Borders”: text (French)”."""
    names = []
    for change in found:
        name = change.label
        if change.part:
            name = _("%(part)s: %(field)s") % {"part": change.part, "field": name[:1].lower() + name[1:]}
        if change.language:
            name = _("%(place)s (%(language)s)") % {"place": name, "language": change.language_name}
        names.append(name)
    return list(dict.fromkeys(names))


def _corrected(change: Change, before: Content, after: Content) -> bool:
    name = change.path.rsplit("/", 1)[-1]
    field = _field(after["kind"], change.path, name)
    if not isinstance(field, (LineField, RichTextField)):
        return False
    old, new = (_value(content, change.path, change.language) for content in (before, after))
    return text_corrections.corrected(old, new, rich=isinstance(field, RichTextField))


def _field(kind: str, path: str, name: str) -> Any:
    model: type[models.Model] = kinds.get_kind(kind).model
    if "/" in path:
        part = path.split("/", 1)[0]
        model = next(each for each in kinds.get_kind(kind).parts if part_name(each) == part)
    try:
        return model._meta.get_field(name)
    except FieldDoesNotExist:  # a field that this kind no longer has
        return None


def _value(content: Content, path: str, language: str) -> str:
    row: Mapping[str, Any] = content["fields"]
    name = path
    if "/" in path:
        part, key, name = path.split("/")
        row = next((each for each in content["parts"].get(part, []) if str(each["key"]) == key), {})
    value = row.get(name)
    if language:
        value = (value or {}).get(language)
    return str(value or "")
