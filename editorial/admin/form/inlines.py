"""Parts on the edit form: rows that can be added, moved and removed, each a card with its texts in every language."""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from editorial.admin.form import fields
from editorial.admin.form.cleaning import removals
from editorial.admin.form.fields import Choices, Scope
from editorial.base import languages
from editorial.content.canonical import own_fields, part_name, translated
from editorial.models import Figure, Part, Section

if TYPE_CHECKING:
    # The stubs leave out what a formset's subclass may override.
    FormSet: Any = forms.BaseFormSet
else:
    FormSet = forms.BaseFormSet


class RowForm(forms.Form):
    """A form over one row of content: an edition's own fields, or one part. What it does not show stays as it is.

    `row()` is the content that was typed; a field that nobody touched keeps exactly what was stored.
    """

    model: type[models.Model]

    fields: dict[str, Any]

    def __init__(
        self, data: Any = None, files: Any = None, *, before: Mapping[str, Any] | None = None,
        initial: Mapping[str, Any] | None = None, **kwargs: Any,
    ) -> None:  # fmt: skip
        self.before: Mapping[str, Any] = before or {}
        self.removed: list[str] = []
        stored = {**fields.initial(self.base_fields, self.before), **(initial or {})}
        super().__init__(data, files, initial=stored, **kwargs)
        for name, made in self.fields.items():
            if hasattr(made, "stored"):
                value = self.initial.get(name) or ()
                made.stored = frozenset(value if isinstance(value, list) else [str(value)] if value else ())

    def clean(self) -> dict[str, Any]:
        """Every text as the model keeps it: over-long ones refused at their field, unseen characters taken out."""
        super().clean()
        for name, value in list(self.cleaned_data.items()):
            made = self.fields[name]
            if not hasattr(made, "model_field") or made.disabled:
                continue
            try:
                self.cleaned_data[name] = fields.cleaned(made, value)
            except ValidationError as error:
                if name not in self.errors:
                    self.add_error(name, error)
                continue
            if name in self.changed_data and isinstance(value, str):
                self.removed += removals(self[name], value)
        return self.cleaned_data

    def row(self) -> dict[str, Any]:
        """The row in the shape of content; what was typed where it did not pass, too."""
        row = {name: self._blank(name) for name in own_fields(self.model)}
        row.update({name: dict(value) if isinstance(value, dict) else value for name, value in self.before.items()})
        changed = set(self.changed_data)
        for name, made in self.fields.items():
            if not hasattr(made, "model_field") or (name not in changed and made.base_name in self.before):
                continue
            value = self.cleaned_data.get(name) if name in self.cleaned_data else self._raw(name)
            if made.content_language:
                row[made.base_name][made.content_language] = value or ""
            else:
                row[made.base_name] = value
        return row

    def _raw(self, name: str) -> Any:
        return self[name].value()

    def _blank(self, name: str) -> Any:
        if name in translated(self.model):
            return dict.fromkeys(languages.codes(), "")
        default = self.model._meta.get_field(name).get_default()  # type: ignore[union-attr]  # a column
        return default if isinstance(default, bool | int | str | list) or default is None else str(default)


class PartForm(RowForm):
    """One part. `key` is its lasting identity, empty for a new one; a new row that says nothing is no row."""

    key = forms.UUIDField(required=False, widget=forms.HiddenInput)
    scope: Scope
    #: Keys of the rows that are saved.
    stored: frozenset[str] = frozenset()

    def row(self) -> dict[str, Any]:
        """A new row gets its key."""
        key = self.before.get("key") or self.cleaned_data.get("key") or uuid.uuid4()
        return {"key": str(key), **{name: value for name, value in super().row().items() if name != "key"}}

    @property
    def says_nothing(self) -> bool:
        """Whether this is a new row in which nothing was typed."""
        return not self.before and not self.has_changed()

    def has_changed(self) -> bool:
        """Whether anything was typed; that a row has a place is nothing."""
        return any(name not in ("key", "ORDER", "DELETE") for name in self.changed_data)


class PartFormSet(FormSet):
    """All parts of one sort, matched with what is stored by their keys, never by their place."""

    inline: "PartInline"
    scope: Scope

    def __init__(self, data: Any = None, sent: Any = None, *, rows: Sequence[Mapping[str, Any]]) -> None:
        self.rows = list(rows)
        self._by_key = {str(row["key"]): row for row in self.rows}
        super().__init__(data, sent, prefix=self.inline.name)

    def initial_form_count(self) -> int:
        """As many as there are rows, or as the browser says it was given."""
        return super().initial_form_count() if self.is_bound else len(self.rows)

    def _construct_form(self, i: int, **kwargs: Any) -> Any:
        before: Mapping[str, Any] | None = None
        if self.is_bound:
            before = self._by_key.pop(self.data.get(f"{self.prefix}-{i}-key", ""), None)
            kwargs["empty_permitted"] = before is None
            kwargs["use_required_attribute"] = False
        elif i < len(self.rows):
            before = self.rows[i]
        form = super()._construct_form(i, before=before, **kwargs)
        if before is not None:
            form.initial["key"] = str(before["key"])
        return form

    @cached_property
    def forms(self) -> list[Any]:
        """One for every row that was sent, however many the browser says there are; which were not is known then."""
        places: Sequence[int] = range(self.total_form_count())
        if self.is_bound:
            sent = {name.removeprefix(f"{self.prefix}-").partition("-")[0] for name in (*self.data, *self.files)}
            places = [place for place in places if str(place) in sent]
        return [self._construct_form(i, **self.get_form_kwargs(i)) for i in places]

    def add_fields(self, form: Any, index: int | None) -> None:
        """A place and a way out, for whoever may order rows and remove them."""
        super().add_fields(form, index)
        for name in ("ORDER", "DELETE"):
            if name in form.fields:
                form.fields[name].widget.attrs["class"] = f"part-{name.lower()}"
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Remove")
        if "ORDER" in form.fields:
            form.fields["ORDER"].label = _("Position")

    def full_clean(self) -> None:
        """The fields that no two rows may share are looked at here rather than in the database."""
        super().full_clean()
        if not self.is_bound:
            return
        for names in self.inline.unique:
            seen: dict[Any, Any] = {}
            for form in self._standing():
                value = tuple(form.row().get(name) for name in names)
                if value in seen and None not in value:
                    form.add_error(names[-1], _("Another row has this already."))
                seen[value] = form

    def typed(self) -> list[dict[str, Any]]:
        """The rows as they should be: as they were sent, and those that were not sent after their neighbours."""
        standing = self._standing()
        if self.can_order:
            standing = sorted(standing, key=_place)
        found = [form.row() for form in standing]
        removed = {str(form.before["key"]) for form in self.forms if form.before and self._should_delete_form(form)}
        there = {row["key"] for row in found}
        for index, row in enumerate(self.rows):
            if str(row["key"]) in there or str(row["key"]) in removed:
                continue
            earlier = [str(each["key"]) for each in self.rows[:index]]
            place = max((n for n, each in enumerate(found, 1) if each["key"] in earlier), default=0)
            found.insert(place, dict(row))
            there.add(str(row["key"]))
        return found

    def _standing(self) -> list[Any]:
        seen: set[str] = set()
        standing = []
        for form in self.forms:
            if form.says_nothing or (self.can_delete and self._should_delete_form(form)):
                continue
            key = (
                str(form.before.get("key") or form.cleaned_data.get("key") or "")
                if hasattr(form, "cleaned_data")
                else ""
            )
            if key and key in seen:
                continue  # sent twice
            seen.add(key)
            standing.append(form)
        return standing


def _place(form: Any) -> float:
    place = form.cleaned_data.get("ORDER") if hasattr(form, "cleaned_data") else None
    return float("inf") if place is None else float(place)


@dataclass(frozen=True)
class PartInline:
    """How one sort of part stands on the form.

    :param names: the content fields in the order in which they are typed; `form` may add others.
    :param choices: for fields that are no foreign keys but are chosen from a list: (choices for what, its name).
    """

    model: type[Part]
    names: tuple[str, ...]
    form: type[PartForm] = PartForm
    choices: Mapping[str, Callable[[Any], Sequence[fields.Choice]]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """The parts' name in content, and the prefix of their fields."""
        return part_name(self.model)

    @property
    def title(self) -> str:
        """What the rows are called together."""
        plural = str(self.model._meta.verbose_name_plural)
        return plural[:1].upper() + plural[1:]

    @property
    def one(self) -> str:
        """What one row is called."""
        name = str(self.model._meta.verbose_name)
        return name[:1].upper() + name[1:]

    @property
    def add_label(self) -> str:
        """The words on the button that adds a row."""
        return _("Add: %(part)s") % {"part": self.model._meta.verbose_name}

    @property
    def unique(self) -> list[tuple[str, ...]]:
        """Names of fields that no two rows of one edition may share, beside the key."""
        found = []
        for constraint in self.model._meta.constraints:
            if isinstance(constraint, models.UniqueConstraint):
                names = tuple(name for name in constraint.fields if name != "edition")
                if "edition" in constraint.fields and names != ("key",):
                    found.append(names)
        return found

    def formset(
        self, rows: Sequence[Mapping[str, Any]], *, scope: Scope, choices: Choices, edition: Any,
        stored: frozenset[str] = frozenset(), data: QueryDict | None = None, sent: Any = None, extra: int = 0,
    ) -> PartFormSet:  # fmt: skip
        """The rows as forms, of what the edition says (`rows`) or of what was sent.

        :param stored: keys of the rows that are saved.
        """
        made = fields.make(self.model, self.names, scope=scope, choices=choices)
        for name, source in self.choices.items():
            made[name] = fields.chosen(made[name], _once(source, edition))
        form = type(
            f"{self.model.__name__}Form", (self.form,), {**made, "model": self.model, "scope": scope, "stored": stored}
        )
        base = type(f"{self.model.__name__}FormSet", (PartFormSet,), {"inline": self, "scope": scope})
        factory: Any = forms.formset_factory(
            form, formset=base, extra=extra if scope.shared else 0, can_order=scope.shared, can_delete=scope.shared
        )
        found: PartFormSet = factory(data, sent, rows=rows)
        return found


def _once(source: Callable[[Any], Sequence[fields.Choice]], edition: Any) -> Callable[[], Sequence[fields.Choice]]:
    read: list[Sequence[fields.Choice]] = []

    def listed() -> Sequence[fields.Choice]:
        if not read:
            read.append(source(edition))
        return read[0]

    return listed


SECTIONS = PartInline(Section, ("heading", "body"))
FIGURES = PartInline(Figure, ("label", "value", "wording", "unit", "as_of", "valid_until", "source"))
