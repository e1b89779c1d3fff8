"""Form fields made from the content fields of a model: one for each language of a translated field."""

import copy
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.admin.form import document_chooser
from editorial.admin.form.widgets import DateInput, DocumentChooser, ReferenceSelect, TimeInput
from editorial.admin.workflow.transition_fields import MomentField
from editorial.base import clock, languages
from editorial.base.dates.partial import PartialDateField
from editorial.base.dates.safe import in_zone, read_instant
from editorial.content.canonical import natural_key, translated
from editorial.models import Document, User
from editorial.richtext.field import RichTextField
from editorial.workflow.rules import permissions

#: Lines longer than this many characters are typed in a box of several lines.
_LONG_LINE = 255
Choice = tuple[str, str]


@dataclass(frozen=True)
class Scope:
    """What one person may change on a form: texts in these languages, and perhaps what all languages share."""

    languages: frozenset[str]
    shared: bool

    @classmethod
    def for_user(cls, user: User) -> "Scope":
        """The scope that the engine's rules give to this person."""
        return cls(frozenset(permissions.writable_languages(user)), permissions.may_write(user))

    @classmethod
    def read_only(cls) -> "Scope":
        """For reading only."""
        return cls(frozenset(), False)

    def __bool__(self) -> bool:
        return bool(self.languages) or self.shared


class Choices:
    """What the form's references can point at, named in the reader's language; each list is read once, when needed.

    :param documents: uuids of the documents that the form may have to name, since documents are never listed whole.
    """

    def __init__(self, documents: Iterable[str] = ()) -> None:
        self._wanted = set(documents)
        self._tables: dict[type[models.Model], list[Choice]] = {}

    def table(self, model: type[models.Model]) -> list[Choice]:
        """All rows of a reference table, by name."""
        if model not in self._tables:
            key = natural_key(model)
            found = [(str(getattr(row, key)), str(row)) for row in model._default_manager.all()]
            self._tables[model] = sorted(found, key=lambda choice: choice[1].casefold())
        return self._tables[model]

    @cached_property
    def _documents(self) -> dict[str, document_chooser.Chosen]:
        return document_chooser.documents_by_uuid(self._wanted, now=clock.now())

    def document(self, uuid: str) -> document_chooser.Chosen | None:
        """One of the documents that the form names."""
        return self._documents.get(uuid)


def _kind_wanted(field: Any) -> str | None:
    """The kind to which a reference to documents is limited; none where any will do."""
    found: str | None = (field.get_limit_choices_to() or {}).get("kind")
    return found


class ReferenceField(forms.ChoiceField):
    """A reference by what content calls it (a uuid or a code); copies of the field share one list of choices."""

    widget = ReferenceSelect
    #: What is stored, and so needs no list to be known as sound.
    stored: frozenset[str] = frozenset()

    def __init__(self, *, source: Callable[[], Sequence[Choice]], **kwargs: Any) -> None:
        self._source = source
        super().__init__(choices=self._listed, **kwargs)

    def _listed(self) -> list[Choice]:
        return [("", "—"), *self._source()]

    def __deepcopy__(self, memo: dict[int, Any]) -> "ReferenceField":
        copied = copy.copy(self)
        copied.widget = copy.copy(self.widget)
        copied.widget.attrs = dict(self.widget.attrs)
        copied.error_messages = self.error_messages
        copied.validators = self.validators[:]
        return copied

    def valid_value(self, value: Any) -> bool:
        return str(value) in self.stored or any(str(value) == key for key, _label in self._source())


class DocumentField(forms.CharField):
    """A reference to a document by its uuid; what is typed instead is looked up (see `DocumentChooser`)."""

    #: What is stored, and so needs no look-up to be known as sound.
    stored: frozenset[str] = frozenset()

    def __init__(self, *, choices: Choices, kind: str | None, **kwargs: Any) -> None:
        self.known, self.kind = choices, kind
        url = reverse("admin:editorial_document_choose")
        super().__init__(widget=DocumentChooser(url=url, kind=kind, title=self.label_of), **kwargs)

    def label_of(self, uuid: str) -> str:
        """The title of a document that the form names."""
        found = self.known.document(uuid)
        return found.title if found else uuid

    def clean(self, value: Any) -> str:
        """The uuid. Raises ValidationError where there is no such document, or more than one of that title."""
        text = str(super().clean(value))
        if text.startswith(DocumentChooser.WORDS):
            found = document_chooser.by_words(text.removeprefix(DocumentChooser.WORDS), kind=self.kind)
            if found is None:
                raise ValidationError(
                    _("No document of this kind has exactly this title or address. Type a part of it and choose one.")
                )
            return found
        document = self.known.document(text) if text else None
        sound = not text or text in self.stored or (document is not None and self.kind in (None, document.kind))
        if not sound:
            raise ValidationError(_("This document cannot be chosen here. Find another by its title."))
        return text

    def __deepcopy__(self, memo: dict[int, Any]) -> "DocumentField":
        copied = copy.copy(self)
        copied.widget = copy.copy(self.widget)
        copied.widget.attrs = dict(self.widget.attrs)
        copied.error_messages = self.error_messages
        copied.validators = self.validators[:]
        return copied


def make(model: type[models.Model], names: Sequence[str], *, scope: Scope, choices: Choices) -> dict[str, forms.Field]:
    """Form fields for the content fields `names` of `model`; those beyond the scope are disabled.

    Each carries `model_field`, `base_name` and `content_language` (empty for what all languages share).
    """
    found: dict[str, forms.Field] = {}
    for name in names:
        field = model._meta.get_field(name)
        if name in translated(model):
            for code in languages.codes():
                made = _one(field, choices)
                made.required = False  # a draft may be incomplete; parity says what is missing
                made.disabled = code not in scope.languages
                made.widget.attrs["lang"] = code
                found[languages.column(name, code)] = _with_origin(made, field, name, code)
        else:
            made = _one(field, choices)
            made.disabled = not scope.shared
            made.required = made.required and scope.shared
            found[name] = _with_origin(made, field, name, "")
    return found


def _with_origin(made: Any, field: Any, name: str, code: str) -> forms.Field:
    made.model_field, made.base_name, made.content_language = field, name, code
    # A browser would cut a pasted text at `maxlength` without a word; the server refuses it and keeps it on the form.
    limit = made.widget.attrs.pop("maxlength", None)
    if limit and code:
        made.widget.attrs["data-limit"] = limit
    return made  # type: ignore[no-any-return]


def _one(field: Any, choices: Choices) -> forms.Field:
    if isinstance(field, models.ForeignKey) and issubclass(field.related_model, Document):
        return DocumentField(
            choices=choices,
            kind=_kind_wanted(field),
            required=not field.blank,
            label=_capital(field.verbose_name),
            help_text=field.help_text,
        )
    if isinstance(field, models.ForeignKey):
        return ReferenceField(
            source=lambda: choices.table(field.related_model),
            required=not field.blank,
            label=_capital(field.verbose_name),
            help_text=field.help_text,
        )
    given: dict[str, Any] = {}
    if isinstance(field, models.DateTimeField):
        return MomentField(required=not field.blank, label=_capital(field.verbose_name), help_text=str(field.help_text))
    if isinstance(field, models.DateField):
        given.update(widget=DateInput, input_formats=["%Y-%m-%d"])
    elif isinstance(field, models.TimeField):
        given.update(widget=TimeInput, input_formats=["%H:%M", "%H:%M:%S"])
    elif isinstance(field, PartialDateField):
        pass
    elif isinstance(field, models.URLField):
        given.update(assume_scheme="https")
    elif (getattr(field, "max_length", None) or 0) > _LONG_LINE and not field.choices:
        given["widget"] = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})
    elif isinstance(field, models.CharField) and not field.choices:
        given["widget"] = forms.TextInput(attrs={"class": "vTextField"})
    made = field.formfield(**given)
    if isinstance(field, RichTextField):
        made.widget.preset = "when_shown"  # see DJANGO_PROSE_EDITOR_PRESETS
    if isinstance(made, forms.DecimalField):
        made.widget.attrs["step"] = "any"
    return made  # type: ignore[no-any-return]


def _capital(text: Any) -> str:
    return str(text)[:1].upper() + str(text)[1:]


def initial(fields: Mapping[str, Any], row: Mapping[str, Any]) -> dict[str, Any]:
    """What the form shows for a row of content."""
    found: dict[str, Any] = {}
    for key, field in fields.items():
        if not hasattr(field, "model_field"):
            continue
        if field.base_name not in row:
            default = field.model_field.get_default()
            found[key] = "" if default is None else default
        elif field.content_language:
            found[key] = row[field.base_name].get(field.content_language) or ""
        else:
            found[key] = _as_shown(field.model_field, row[field.base_name])
    return found


def _as_shown(field: Any, value: Any) -> Any:
    if value is None or isinstance(field, models.ForeignKey | models.UUIDField):
        return value
    if isinstance(field, models.DateTimeField) and isinstance(value, str):
        value = read_instant(value) or value
    try:
        value = field.to_python(value)
    except (ValidationError, TypeError, ValueError):
        return value  # what was typed and did not pass, shown again as it was typed
    if isinstance(value, Decimal):
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return value


def cleaned(field: Any, value: Any) -> Any:
    """What was typed, as the model keeps it, in the shape of content. Raises ValidationError."""
    model_field = field.model_field
    if isinstance(model_field, models.ForeignKey):
        return value or None
    if value in (None, ""):
        return None if model_field.null or not isinstance(model_field, models.CharField | models.TextField) else ""
    try:
        value = model_field.clean(value, None)
    except ValidationError as error:
        # The form's own validators have spoken already where they say the same.
        raise ValidationError(error.messages) from error
    if isinstance(value, datetime):
        return in_zone(value, UTC).isoformat()
    return value if isinstance(value, bool | int | str) else str(value)


def chosen(made: Any, source: Callable[[], Sequence[Choice]]) -> forms.Field:
    """The field as a choice from a list, for a column that is no foreign key; what is stored stays a choice."""
    picked = ReferenceField(source=source, required=False, label=made.label, help_text=made.help_text)
    picked.disabled = made.disabled
    return _with_origin(picked, made.model_field, made.base_name, made.content_language)
