"""Widgets of the edit form."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class DateInput(forms.DateInput):
    """The browser's own calendar; it sends and takes ISO 8601 whatever the language."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own clock, to the minute."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%H:%M")


class ReferenceSelect(forms.Select):
    """A select that is written out directly: a template for each of hundreds of options, in every row, would be slow."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """See the base class."""
        chosen = "" if value is None else str(value)
        flat = forms.utils.flatatt({**self.build_attrs(self.attrs, attrs), "name": name})
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SafeString(" selected") if str(key) == chosen else "", label) for key, label in self.choices),
        )
        return format_html("<select{}>{}</select>", flat, options)


class TagBoxes(forms.CheckboxSelectMultiple):
    """Checkboxes side by side, written out directly."""

    use_fieldset = True

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        """See the base class."""
        chosen = {str(item) for item in value or ()}
        base = (attrs or {}).get("id", f"id_{name}")
        disabled = SafeString(" disabled") if (attrs or {}).get("disabled") else ""
        boxes: Iterable[tuple[Any, ...]] = (
            (base, number, name, key, SafeString(" checked") if str(key) in chosen else "", disabled, label)
            for number, (key, label) in enumerate(self.choices)
        )
        return format_html(
            '<div class="tag-boxes" id="{}">{}</div>',
            base,
            format_html_join(
                "",
                '<label for="{0}_{1}"><input type="checkbox" name="{2}" value="{3}" id="{0}_{1}"{4}{5}> {6}</label>',
                boxes,
            ),
        )
