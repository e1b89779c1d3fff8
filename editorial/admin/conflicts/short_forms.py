"""Two people at the form of one row: who saves second is told what the first one changed, and loses nothing.

Editions have versions and a screen to put two texts together (`editorial.admin.conflicts.choices`). A country, a rule or an account
has a short form and no version: the form itself remembers what it was opened on, and compares when it comes back.
"""

import json
from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from editorial.admin.base import ModelAdmin
from editorial.admin.conflicts import base
from editorial.admin.form import as_sent
from editorial.workflow.rules.permissions import NotAllowed

#: The hidden box in which a form remembers what it was opened on.
OPENED = "opened_on"
Sent = Mapping[str, list[str]]


class SideBySideForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A form of a row that exists: refused once where the row is another than the one that it was opened on.

    What only the other person changed is then shown in its field; what both changed keeps what was typed, with the
    other's value beside it. Sent again, the form is saved as it then stands.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.theirs: list[str] = []
        self.both: dict[str, Any] = {}
        if self.instance.pk is None:
            return
        present = {name: self._shown(name) for name, field in self.fields.items() if not field.disabled}
        remembered = json.dumps(present, ensure_ascii=False, sort_keys=True)
        self.fields[OPENED] = forms.CharField(required=False, widget=forms.HiddenInput, initial=remembered)
        if self.is_bound:
            self._meet(present, remembered)

    def clean(self) -> Any:
        """Says what somebody else saved meanwhile."""
        cleaned = super().clean() or self.cleaned_data
        if self.theirs or self.both:
            self.add_error(
                None,
                _(
                    "Somebody else saved this while you had it open, so nothing was saved yet. What they changed is "
                    "marked below; look at it, and save again."
                ),
            )
        for name in self.theirs:
            self.add_error(name, _("Changed by somebody else meanwhile: this is what they saved."))
        for name, value in self.both.items():
            said = self._in_words(name, value)
            told = _("Somebody else saved “%(value)s” here meanwhile. Your own is still in the field.")
            emptied = _("Somebody else emptied this meanwhile. Your own is still in the field.")
            self.add_error(name, told % {"value": said} if said else emptied)
        return cleaned

    def _meet(self, present: Mapping[str, Sent], remembered: str) -> None:
        opened, data = self._opened(), self._copy()
        typed = {name: {key: _plain(data.getlist(key)) for key in now} for name, now in present.items()}
        differing = {name: now for name, now in present.items() if now != typed[name]}
        found = base.sort(
            theirs={name: now for name, now in differing.items() if now != opened.get(name)},
            mine={name: typed[name] for name in differing if typed[name] != opened.get(name)},
        )
        self.both = {name: self._present(name) for name in found.both}
        self.theirs = list(found.theirs)
        for name in self.theirs:
            as_sent.put_as_sent(data, self.fields[name], self.add_prefix(name), self._present(name))
        if self.theirs or self.both:
            data[self.add_prefix(OPENED)] = remembered
            self.data = data

    def _opened(self) -> dict[str, Any]:
        try:
            found = json.loads(self.data.get(self.add_prefix(OPENED), ""))
        except (ValueError, RecursionError):  # forged, perhaps a hundred thousand brackets deep
            return {}
        return found if isinstance(found, dict) else {}

    def _copy(self) -> QueryDict:
        data = QueryDict(mutable=True)
        for name in self.data:
            data.setlist(name, self.data.getlist(name))  # type: ignore[attr-defined]  # forms of the admin get a QueryDict
        return data

    def _present(self, name: str) -> Any:
        return self.fields[name].prepare_value(self.get_initial_for_field(self.fields[name], name))

    def _shown(self, name: str) -> dict[str, list[str]]:
        found = as_sent.as_sent(self.fields[name], self.add_prefix(name), self._present(name))
        return {key: _plain(items) for key, items in found.items()}

    def _in_words(self, name: str, value: Any) -> str:
        if isinstance(value, bool):
            return _("yes") if value else _("no")
        field, items = self.fields[name], value if isinstance(value, list | tuple) else [value]
        items = [item for item in items if item not in (None, "")]
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
            key = field.to_field_name or "pk"
            return ", ".join(map(str, field.queryset.filter(**{f"{key}__in": items})))
        labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
        return ", ".join(labels.get(str(item), str(item)) for item in items)


def _plain(items: list[str]) -> list[str]:
    """The same whatever the order of ticks, and however lines end."""
    return sorted(item.replace("\r\n", "\n") for item in items)


class SideBySide(ModelAdmin):
    """A mixin for the admin of such rows: its form is a `SideBySideForm`, over a row that is held until it is saved."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form; what the engine refused in the last moment is said in words."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NotAllowed as problem:
            for reason in problem.reasons:
                messages.error(request, str(reason))
            return HttpResponseRedirect(request.get_full_path())

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form of the admin, which remembers what it was opened on."""
        made = super().get_form(request, obj, change=change, **kwargs)
        return type(made.__name__, (SideBySideForm, made), {})

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The row; where it is to be written, nobody else can until it is."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        model: Any = type(found)
        model._base_manager.select_for_update(no_key=True, of=("self",)).filter(pk=found.pk).first()
        return super().get_object(request, object_id, from_field)
