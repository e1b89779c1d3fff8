"""Widgets of the edit form."""

from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _


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
    """A select that is written out directly: a template for each of hundreds of options would be slow."""

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        chosen = "" if value is None else str(value)
        flat = forms.utils.flatatt({**self.build_attrs(self.attrs, attrs), "name": name})
        options = format_html_join(
            "",
            '<option value="{}"{}>{}</option>',
            ((key, SafeString(" selected") if str(key) == chosen else "", label) for key, label in self.choices),
        )
        return format_html("<select{}>{}</select>", flat, options)


class DocumentChooser(forms.Widget):
    """A document, found by typing: a select that holds only what is chosen, and a box to look for another.

    With the script (static/editorial/chooser.js) the two become one combobox. Without it, the box takes the exact title
    or a public address, which is looked up when the form is saved.
    """

    #: What stands before a text that is yet to be looked up.
    WORDS = "?"

    def __init__(self, *, url: str, kind: str | None, title: Callable[[str], str]) -> None:
        super().__init__()
        self.url, self.kind, self.title = url, kind, title

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:
        """What was chosen; or, after a question mark, what was typed to look for."""
        words = str(data.get(f"{name}-find") or "").strip()
        return self.WORDS + words if words else str(data.get(name) or "")

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return name not in data and f"{name}-find" not in data

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        text = "" if value is None else str(value)
        words = text.removeprefix(self.WORDS) if text.startswith(self.WORDS) else ""
        uuid = "" if words else text
        built = self.build_attrs(self.attrs, attrs)
        chosen = format_html('<option value="{}" selected>{}</option>', uuid, self.title(uuid)) if uuid else ""
        return format_html(
            '<span class="chooser" data-chooser data-url="{}" data-none="{}">'
            '<select{}><option value="">—</option>{}</select>'
            '<input type="search" class="chooser-words" name="{}-find" value="{}" autocomplete="off" spellcheck="false"'
            ' aria-label="{}" placeholder="{}"{}></span>',
            f"{self.url}?kind={self.kind or ''}",
            _("Nothing was found. Type other words of the title."),
            forms.utils.flatatt({**built, "name": name}),
            chosen,
            name,
            words,
            _("Find another by its title"),
            _("Find by title or address"),
            SafeString(" disabled") if built.get("disabled") else "",
        )


class TagBoxes(forms.CheckboxSelectMultiple):
    """Checkboxes side by side, written out directly."""

    use_fieldset = True

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
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
