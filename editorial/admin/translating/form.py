"""The texts of one language as a form: a field for each unit, as on the edit form."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import slugify
from django.utils.translation import gettext as _

from editorial.admin.conflicts.content import OnForm
from editorial.admin.form import fields
from editorial.admin.form.as_sent import Sent, as_sent
from editorial.admin.form.cleaning import removals
from editorial.admin.form.fields import Choices, Scope
from editorial.base import languages
from editorial.checks import requirements
from editorial.comparison.merging import Clash
from editorial.content import kinds
from editorial.models import Edition
from editorial.translating.units import SLUG, Unit


def name_of(path: str, language: str) -> str:
    """The name of a unit's field: that of the edit form for the edition's own texts, the path for those of parts."""
    return languages.column(path.replace("/", "--"), language)


class TranslationForm(forms.Form):
    """The targets of `units`; only fields that were sent are read, so that a filtered screen changes what it shows.

    :param typed: what to show instead of a unit's target, by path.
    """

    fields: dict[str, Any]

    def __init__(
        self,
        data: Any = None,
        *,
        units: Sequence[Unit],
        language: str,
        edition: Edition,
        typed: Mapping[str, str] | None = None,
    ) -> None:
        self.units = {name_of(unit.path, language): unit for unit in units}
        self.language, self.edition = language, edition
        self.removed: list[str] = []
        initial = {name: (typed or {}).get(unit.path, unit.target) for name, unit in self.units.items()}
        super().__init__(data, initial=initial, use_required_attribute=False)
        made: dict[Any, Any] = {}
        scope = Scope(frozenset({language}), False)
        for name, unit in self.units.items():
            field = unit.field
            if field not in made:
                several = fields.make(field.model, [field.name], scope=scope, choices=Choices())
                made[field] = several[languages.column(field.name, language)]
            # Shared by all rows of one sort: a field does not know its name, and nothing changes it.
            self.fields[name] = made[field]

    def sent(self) -> dict[str, str]:
        """What was sent, as it was typed, by path."""
        return {unit.path: self.data.get(name, "") for name, unit in self.units.items() if name in self.data}

    def as_sent(self, name: str) -> Sent | None:
        """What a browser would send of a field as it is shown; none where there is no such field."""
        return as_sent(self.fields[name], name, self[name].value()) if name in self.fields else None

    def on_form(self, clash: Clash) -> OnForm | None:
        """Where the text that two people changed is typed; none where it is not on this form."""
        name = name_of(clash.path, self.language)
        return OnForm(name, self[name]) if clash.language == self.language and name in self.fields else None

    def unknown(self) -> dict[str, str]:
        """Texts that were sent for parts that are not there, by path."""
        ending = languages.column("", self.language)
        return {
            name.removesuffix(ending).replace("--", "/"): str(value)
            for name, value in self.data.items()
            if "--" in name and name.endswith(ending) and name not in self.units
        }

    def clean(self) -> dict[str, Any]:
        """Every text as the model keeps it: over-long ones refused at their field, unseen characters taken out."""
        super().clean()
        for name, value in list(self.cleaned_data.items()):
            if name not in self.data:
                del self.cleaned_data[name]
                continue
            try:
                self.cleaned_data[name] = fields.cleaned(self.fields[name], value)
            except ValidationError as error:
                if name not in self.errors:
                    self.add_error(name, error)
                continue
            if name in self.changed_data:
                self.removed += removals(self[name], value)
        self._suggest_slug()
        self._require_free_slug()
        return self.cleaned_data

    def texts(self) -> dict[str, str]:
        """What was typed and says something else than is stored, clean, by path."""
        return {
            self.units[name].path: value
            for name, value in self.cleaned_data.items()
            if (value or "") != self.units[name].target
        }

    def _suggest_slug(self) -> None:
        """An empty address is made from the title, as the edit form does."""
        slug, title = name_of(SLUG, self.language), name_of("title", self.language)
        words = self.cleaned_data.get(title)
        if slug in self.cleaned_data and not self.cleaned_data[slug] and words:
            limit = self.units[slug].limit or 0
            self.cleaned_data[slug] = slugify(words)[:limit].strip("-")

    def _require_free_slug(self) -> None:
        name = name_of(SLUG, self.language)
        slug = self.cleaned_data.get(name)
        if not slug or slug == self.units[name].target:
            return
        kind = kinds.get_kind(self.edition.document.kind)
        holder = requirements.slug_holder(kind.key, self.language, slug, besides=self.edition.document_id)
        if holder:
            message = _("The address “%(path)s” (%(language)s) belongs to “%(title)s”. Choose another slug.")
            path = kind.path(self.language, slug)
            values = {"path": path, "language": languages.name(self.language), "title": holder}
            self.add_error(name, message % values)
