"""Parts that only name a row of a reference table (themes, countries), written as checkboxes on the main form."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db import models

from editorial.admin.form.fields import Choices, Scope
from editorial.admin.form.widgets import TagBoxes
from editorial.content.canonical import own_fields, part_name
from editorial.models import Document, Part


def reference(part: type[Part]) -> Any:
    """The foreign key of a part that holds nothing else; none for any other part."""
    names = own_fields(part)
    field = part._meta.get_field(names[0]) if len(names) == 1 else None
    if isinstance(field, models.ForeignKey) and not issubclass(field.related_model, Document):
        return field
    return None


class TagsField(forms.MultipleChoiceField):
    """Which rows of a reference table an edition names."""

    widget = TagBoxes
    #: What is stored, and so needs no list to be known as sound.
    stored: frozenset[str] = frozenset()

    def __init__(self, part: type[Part], *, scope: Scope, choices: Choices) -> None:
        self.part = part
        self.reference = reference(part)
        table = self.reference.related_model
        super().__init__(
            choices=lambda: choices.table(table),
            required=False,
            label=str(part._meta.verbose_name_plural)[:1].upper() + str(part._meta.verbose_name_plural)[1:],
            disabled=not scope.shared,
        )

    def chosen(self, rows: Sequence[Mapping[str, Any]]) -> list[str]:
        """The codes that these rows of content name."""
        return [str(row[self.reference.name]) for row in rows]

    def valid_value(self, value: Any) -> bool:
        return str(value) in self.stored or super().valid_value(value)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether other rows are ticked than before; their order does not count."""
        return not self.disabled and set(initial or ()) != set(data or ())

    def rows(self, before: Sequence[Mapping[str, Any]], codes: Sequence[str]) -> list[dict[str, Any]]:
        """Rows of content that name `codes`: those that stay keep their key and their place, new ones come last."""
        name = self.reference.name
        kept = [dict(row) for row in before if str(row[name]) in codes]
        there = set(self.chosen(kept))
        return kept + [{"key": str(uuid.uuid4()), name: code} for code in codes if code not in there]


def fields(parts: Sequence[type[Part]], *, scope: Scope, choices: Choices) -> dict[str, TagsField]:
    """A field for every part that is a tag, under the part's name, such as "themetag"."""
    return {
        part_name(part): TagsField(part, scope=scope, choices=choices) for part in parts if reference(part) is not None
    }
