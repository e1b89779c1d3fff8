"""Two people at the form of one row: who saves second is told what the first one changed, and loses nothing.

A country, a rule or an account has a short form and no version: the form itself remembers what it was opened on, and
compares when it comes back. Editions have both (`editorial.admin.conflicts.content`).
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils.translation import gettext as _

from editorial.admin.base import ModelAdmin
from editorial.admin.conflicts import decisions
from editorial.admin.conflicts.conflict import Choice, Conflict
from editorial.admin.form import as_sent
from editorial.admin.form.as_sent import Sent
from editorial.base.reasons import NotAllowed, Reason
from editorial.comparison.diff import CHANGED, Change

#: The hidden box in which a form remembers what it was opened on.
OPENED = "opened_on"


class ConflictAwareForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A form of a row that exists: not valid where the row is another than the one that it was opened on.

    What only the other person changed is then shown in its field; what both changed keeps what was typed, and
    `conflict` asks whose is to stand. Sent again, the form is saved as it was decided.
    """

    conflict: Conflict | None = None
    #: Why the engine refused what was sent, a moment ago.
    refused: Sequence[Reason] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk is None:
            return
        present = {name: self._as_sent(name) for name, field in self.fields.items() if not field.disabled}
        remembered = json.dumps(present, ensure_ascii=False, sort_keys=True)
        self.fields[OPENED] = forms.CharField(required=False, widget=forms.HiddenInput, initial=remembered)
        if self.is_bound:
            self._compare(present, remembered)

    def is_valid(self) -> bool:
        """Whether it can be saved: all is sound, and nobody else saved since it was opened."""
        return super().is_valid() and self.conflict is None

    def clean(self) -> Any:
        """What the engine refused is not sent to it a second time with the same page."""
        cleaned = super().clean()
        for reason in self.refused:
            self.add_error(None, str(reason))
        return cleaned

    def _compare(self, present: Mapping[str, Sent], remembered: str) -> None:
        opened, data = self._opened(), QueryDict(mutable=True)
        sent: Any = self.data  # forms of the admin get a QueryDict
        for name in sent:
            data.setlist(name, sent.getlist(name))
        decisions.decide_values(data, {self.add_prefix(name): sent for name, sent in opened.items()}.get)
        typed = {name: {key: _plain(data.getlist(key)) for key in sent} for name, sent in present.items()}
        differing = [name for name in present if present[name] != typed[name]]
        theirs = [name for name in differing if present[name] != opened.get(name)]
        mine = [name for name in differing if typed[name] != opened.get(name)]
        both = [name for name in mine if name in theirs]
        if theirs:
            data[self.add_prefix(OPENED)] = remembered
            self.conflict = Conflict(
                pk=self.instance.pk,
                both=[self._choice(name, opened.get(name, {}), present[name], typed[name]) for name in both],
                theirs=[self._change(n, opened.get(n, {}), present[n]) for n in theirs if n not in both],
                mine=[self._change(name, opened.get(name, {}), typed[name]) for name in mine if name not in both],
            )
        for name in theirs:
            if name not in both:
                as_sent.put(data, self.add_prefix(name), present[name])
        self.data = data

    def _opened(self) -> dict[str, Sent]:
        """What the form was opened on, as far as it says so in the form that we gave it."""
        try:
            found = json.loads(self.data.get(self.add_prefix(OPENED), ""))
        except (ValueError, RecursionError):  # forged, perhaps a hundred thousand brackets deep
            return {}
        return {name: sent for name, sent in found.items() if _is_sent(sent)} if isinstance(found, dict) else {}

    def _as_sent(self, name: str) -> Sent:
        field = self.fields[name]
        value = field.prepare_value(self.get_initial_for_field(field, name))
        return {key: _plain(items) for key, items in as_sent.as_sent(field, self.add_prefix(name), value).items()}

    def _choice(self, name: str, opened: Sent, theirs: Sent, mine: Sent) -> Choice:
        return Choice(
            target=self.add_prefix(name), label=str(self[name].label),
            theirs=self._change(name, opened, theirs), mine=self._change(name, opened, mine),
        )  # fmt: skip

    def _change(self, name: str, before: Sent, after: Sent) -> Change:
        return Change(
            path=name, label=str(self[name].label), part="", language="", kind=CHANGED,
            before=self._in_words(name, before), after=self._in_words(name, after),
        )  # fmt: skip

    def _in_words(self, name: str, sent: Sent) -> str:
        """What was sent of a field as people read it; as it was sent where it names nothing that there is."""
        field = self.fields[name]
        items = [item for each in sent.values() for item in each if item]
        if isinstance(field, forms.BooleanField):
            return _("yes") if items else _("no")
        if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
            try:
                rows = list(field.queryset.filter(**{f"{field.to_field_name or 'pk'}__in": items}))
            except (TypeError, ValueError, ValidationError):
                return ", ".join(items)
            return ", ".join(map(str, rows))
        labels = {str(key): str(label) for key, label in getattr(field, "choices", ())}
        return ", ".join(labels.get(item, item) for item in items)


def _plain(items: Iterable[str]) -> list[str]:
    """The same whatever the order of ticks, and however lines end."""
    return sorted(item.replace("\r\n", "\n") for item in items)


def _is_sent(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(items, list) and all(isinstance(item, str) for item in items) for items in value.values()
    )


class ConflictAwareAdmin(ModelAdmin):
    """A mixin for the admin of such rows: its form is a `ConflictAwareForm`, whose row is held until it is saved."""

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """The form; where the engine refused in the last moment, once more with all that was typed, and why."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except NotAllowed as problem:
            request.refused = problem.reasons  # type: ignore[attr-defined]  # for the form, see `get_form`
            return super().changeform_view(request, object_id, form_url, extra_context)

    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The page that asks; where the engine refused in the last moment, once more, and why."""
        try:
            return super().delete_view(request, object_id, extra_context)
        except NotAllowed as problem:
            for reason in problem.reasons:
                messages.error(request, str(reason))
            return HttpResponseRedirect(request.get_full_path())

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:
        """The form of the admin, which remembers what it was opened on."""
        made = super().get_form(request, obj, change=change, **kwargs)
        return type(made.__name__, (ConflictAwareForm, made), {"refused": getattr(request, "refused", ())})

    def get_object(self, request: HttpRequest, object_id: str, from_field: str | None = None) -> Any:
        """The row; where it is to be written, nobody else can until it is."""
        found = super().get_object(request, object_id, from_field)
        if found is None or request.method != "POST" or not connection.in_atomic_block:
            return found
        model: Any = type(found)
        model._base_manager.select_for_update(no_key=True, of=("self",)).filter(pk=found.pk).first()
        return super().get_object(request, object_id, from_field)

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page; 409 where somebody else saved meanwhile, or the engine refused (RFC 9110)."""
        response = super().render_change_form(request, context, *args, **kwargs)
        form = context["adminform"].form
        if isinstance(form, ConflictAwareForm) and (form.conflict is not None or form.refused):
            response.status_code = HTTPStatus.CONFLICT
        return response
