"""What the edit form's templates ask for: the rows of a part, and fields as text where they may only be read."""

from datetime import UTC, date, datetime
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.admin.form.entry import fields_of
from editorial.base import languages
from editorial.base.dates.safe import in_zone
from editorial.richtext import field
from editorial.richtext.field import RichTextField

register = template.Library()


@register.filter
def language_name_of(code: str) -> str:
    """A language's name in the reader's language."""
    return languages.name(code)


@register.simple_tag
def part_rows(form: Any, inline: Any) -> list[list[Any]]:
    """A part's bound fields: for each content field one for each language, or one."""
    return [fields_of(form, name) for name in inline.names]


@register.simple_tag
def part_title(form: Any, inline: Any) -> str:
    """The first short text of a stored part, in the reader's language if possible; else what it refers to."""
    reader = (get_language() or "")[:2]
    for name in inline.names:
        value = form.before.get(name)
        if isinstance(value, dict):
            if not isinstance(inline.model._meta.get_field(name), RichTextField):
                return str(value.get(reader) or next((text for text in value.values() if text), ""))
        elif value and name in form.fields and hasattr(form.fields[name], "label_of"):
            return str(form.fields[name].label_of(str(value)))
        elif value and name in form.fields and hasattr(form.fields[name], "choices"):
            return str(dict(form.fields[name].choices).get(str(value), ""))
    return ""


@register.simple_tag
def value_as_text(bound: Any) -> SafeString:
    """A field's value as text; rich text as it looks."""
    value = bound.initial if bound.field.disabled else bound.value()
    model_field = getattr(bound.field, "model_field", None)
    if isinstance(model_field, RichTextField):
        return mark_safe(field.clean(value or "") or _nothing())  # noqa: S308  # cleaned just now
    if isinstance(value, bool):
        return escape(_("Yes") if value else _("No"))
    if isinstance(value, datetime):
        moment = _("%(moment)s UTC")
        return escape(moment % {"moment": date_format(in_zone(value, UTC), "DATETIME_FORMAT")})
    if isinstance(value, date):
        return escape(date_format(value))
    if value and hasattr(bound.field, "label_of"):
        return escape(bound.field.label_of(str(value)))
    choices = getattr(bound.field, "choices", None)
    if choices is not None:
        chosen = {str(item) for item in value} if isinstance(value, list | tuple) else {str(value or "")}
        value = ", ".join(str(label) for key, label in choices if str(key) in chosen and str(key))
    return escape(value) if value not in (None, "") else _nothing()


def _nothing() -> SafeString:
    return mark_safe('<span class="text-none">—</span>')  # no input
