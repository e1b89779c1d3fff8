"""The form that takes files to import, one place for each language."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.importing import reading, taking
from editorial.importing.blocks import Reading
from editorial.models import Intake

#: What the file dialog offers first; what a file is, its bytes decide.
_ACCEPT = ".docx,.html,.htm,.txt"


class FilesForm(forms.Form):
    """A file in each language, those that were read already, and which language is the source.

    `readings` holds, after validation, everything that is sound: a file that is not does not lose the others. `said`
    are the errors that the same form gave before, for showing it once more without reading the files again.
    """

    def __init__(self, *args: Any, intake: Intake, said: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if said is not None:
            self._errors = said
        self.intake = intake
        self.readings: dict[str, Reading] = {}
        for code in languages.codes():
            self.fields[f"file_{code}"] = forms.FileField(
                required=False,
                allow_empty_file=True,
                label=languages.name(code),
                label_suffix="",
                widget=forms.FileInput(attrs={"accept": _ACCEPT}),
            )
            if code in intake.readings:
                self.fields[f"drop_{code}"] = forms.BooleanField(required=False, label=_("Do without this file"))
        if intake.into is None:
            self.fields["source_language"] = forms.ChoiceField(
                choices=[(code, languages.name(code)) for code in languages.codes()],
                label=_("Source language"),
                label_suffix="",
                initial=intake.source_language,
                help_text=_("The language in which the text was written; of a single file, its own is taken."),
            )

    def rows(self) -> list[dict[str, Any]]:
        """What the template shows for each language: the field, and the file that was read already."""
        return [
            {
                "code": code,
                "field": self[f"file_{code}"],
                "kept": self.intake.readings.get(code, {}).get("name", ""),
                "drop": self[f"drop_{code}"] if f"drop_{code}" in self.fields else None,
            }
            for code in languages.codes()
        ]

    @property
    def source_language_field(self) -> Any:
        """The bound field, where the source is a choice."""
        return self["source_language"] if "source_language" in self.fields else None

    @property
    def source_language(self) -> str:
        """The source language that was chosen, or that follows from a single file."""
        if self.intake.into is not None:
            return str(self.intake.into.source_language)
        if len(self.readings) == 1:
            return next(iter(self.readings))
        return str(self.cleaned_data.get("source_language") or self.intake.source_language)

    def clean(self) -> dict[str, Any]:
        """Read every file; what is wrong with one is said at its place."""
        cleaned = super().clean() or self.cleaned_data
        for code in languages.codes():
            name = f"file_{code}"
            upload = cleaned.get(name)
            # `drop` counts for the file that was kept, not for a new one chosen in its place.
            if code in self.intake.readings and not cleaned.get(f"drop_{code}"):
                self.readings[code] = Reading.from_json(self.intake.readings[code])
            if upload is None:
                continue
            try:
                self.readings[code] = reading.read(upload, language=code)
            except taking.Refused as refused:
                self.add_error(name, str(refused))
        self._require_some()
        return cleaned

    def _require_some(self) -> None:
        if self.errors:
            return
        if not self.readings:
            self.add_error(None, _("Choose a file in at least one language."))
        elif self.source_language not in self.readings and self.intake.into is None:
            self.add_error(
                "source_language",
                _(
                    "There is no file in this language. Choose one, "
                    "or choose the language of another file as the source."
                ),
            )


def kept_places(ticked: Iterable[str], readings: Mapping[str, Reading]) -> dict[str, set[int]]:
    """Per language, the places of blocks that were ticked ("fr-12"); anything else is passed over."""
    found: dict[str, set[int]] = {}
    for value in ticked:
        code, _dash, place = value.partition("-")
        if code in readings and place.isascii() and place.isdigit() and len(place) < 7:
            found.setdefault(code, set()).add(int(place))
    return found
