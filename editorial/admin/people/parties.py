"""Parties and the rules of signature: whose word each kind of content needs, in which order."""

from typing import Any
from zoneinfo import available_timezones

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from editorial.admin.base import person
from editorial.admin.conflicts.short_forms import ConflictAwareAdmin
from editorial.base import clock, languages
from editorial.content import kinds
from editorial.models import Party, SignOffRule
from editorial.staff import parties, signing_rules


class PartyForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A party; its clock is one of those that exist."""

    time_zone = forms.ChoiceField(
        label=_("time zone"), help_text=_("Daily letters come at seven in the morning there.")
    )

    class Meta:
        model = Party
        fields = parties.columns()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = [(name, name.replace("_", " ")) for name in sorted(available_timezones())]  # type: ignore[attr-defined]


@admin.register(Party)
class PartyAdmin(ConflictAwareAdmin):
    """The governments and bodies whose signatures count."""

    list_display = ("code", "name", "speaks_for", "time_zone")
    fields = parties.columns()
    search_fields = ("code", *(languages.column("name", code) for code in languages.codes()))
    form = PartyForm
    actions = None

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the engine, which records it."""
        told_of = parties.save_party(obj, values=form.cleaned_data, by=person(request), now=clock.now())
        for text in told_of:
            messages.warning(request, text)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Through the engine, as `save_model`."""
        parties.remove_party(obj, by=person(request), now=clock.now())


class RuleForm(forms.ModelForm):  # type: ignore[type-arg]  # generic only in the stubs
    """A rule for one of the kinds that are registered."""

    kind = forms.ChoiceField(label=_("kind"))

    class Meta:
        model = SignOffRule
        fields = ("kind", "party", "every_bound_party", "stage")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = kinds.signing_keys()  # type: ignore[attr-defined]


@admin.register(SignOffRule)
class RuleAdmin(ConflictAwareAdmin):
    """Whose signatures each kind of content needs, and in which order."""

    form = RuleForm
    ordering = ("kind", "stage")
    delete_confirmation_template = "editorial/admin/staff/delete_rule.html"
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """All kinds with the parties and stages that each needs, and what that comes to."""
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        request.current_app = self.admin_site.name
        context = {
            **self.admin_site.each_context(request),
            "title": capfirst(str(self.opts.verbose_name_plural)),
            "opts": self.opts,
            "rows": signing_rules.table(),
            "may_add": self.has_add_permission(request),
            "may_change": self.has_change_permission(request),
        }
        return TemplateResponse(request, "editorial/admin/staff/rules.html", {**context, **(extra_context or {})})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        """A rule is begun from the kind that it is about."""
        return {"kind": request.GET.get("kind", ""), "stage": 1}

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Through the engine, which records it and says what it does to work under way."""
        given = {name: form.cleaned_data[name] for name in ("kind", "party", "every_bound_party", "stage")}
        row = SignOffRule(pk=obj.pk)
        told_of = signing_rules.save_rule(row, **given, by=person(request), now=clock.now())
        obj.pk = row.pk
        warnings = [] if given["every_bound_party"] else signing_rules.warnings(given["party"])
        self._say(request, [*told_of, *warnings])

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Through the engine, as `save_model`."""
        self._say(request, signing_rules.remove(obj, by=person(request), now=clock.now()))

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's question, with what the removal does to work under way."""
        rule = self.get_object(request, object_id)
        shown = {"effects": signing_rules.effects(rule.kind, without=rule)} if rule else {}
        return super().delete_view(request, object_id, {**shown, **(extra_context or {})})

    def _say(self, request: HttpRequest, told_of: list[str]) -> None:
        for text in told_of:
            messages.warning(request, text)
