"""The names of one row: what it was, is and will be called; proposing a change, confirming and dropping it."""

from datetime import datetime
from functools import partial
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from editorial.admin.base import person
from editorial.admin.names.forms import EndForm, RenameForm
from editorial.base import clock, languages
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import names as content_names
from editorial.models import ReferenceRow, Rename, User
from editorial.staff import renaming

_CONFLICT = 409


def urls(site: AdminSite) -> list[URLPattern]:
    """The address of this screen, for the site."""
    return [path("names/<int:pk>/", site.admin_view(partial(names_view, site)), name="names")]


def names_view(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """The history of a row's names, and what may be done about them."""
    by = person(request)
    if not renaming.may_rename(by):
        raise PermissionDenied
    row, now = get_object_or_404(ReferenceRow, pk=pk), clock.now()
    table = row.key.partition(":")[0]
    model = content_names.reference_tables()[table]
    periods = renaming.history(row)
    present = next((each for each in periods if now in each.during), None)
    labels = _labels(table, now)
    forms = {
        "rename": RenameForm(_posted(request, "rename"), prefix="rename", row=row, present=present),
        "end": EndForm(_posted(request, "end"), prefix="end", row=row, labels=labels),
    }
    refused: list[Reason] = []
    if request.method == "POST":
        try:
            said = _act(request, row, forms, by=by, now=now)
        except NotAllowed as problem:
            refused = list(problem.reasons)
        else:
            if said:
                messages.success(request, said)
                return HttpResponseRedirect(request.path)
        chosen = forms.get(request.POST.get("do", ""))
        if chosen is not None and refused:
            chosen.refuse(refused)
            refused = []
    act = renaming.under_way(row, now)
    context = {
        **site.each_context(request),
        "title": _("Names of %(name)s") % {"name": labels.get(row.key, row.key)},
        "row": row,
        "reasons": refused,
        "periods": [_period(each, labels) for each in periods],
        "names": [*_by_language(act.names)] if act else [],
        "act": act,
        "is_waiting": bool(act and act.is_waiting),
        "is_own": bool(act and act.proposed_by_id == by.pk),
        "then_see": labels.get(act.then_see.key, act.then_see.key) if act and act.then_see else "",
        "has_ended": present is None,
        "forms": forms,
        "table_label": model._meta.verbose_name_plural,
        "table_url": reverse(f"admin:{model._meta.app_label}_{table}_changelist", current_app=site.name),
        "form": next((form for form in forms.values() if form.errors), None),
    }
    request.current_app = site.name
    status = _CONFLICT if refused or context["form"] else 200
    return TemplateResponse(request, "editorial/admin/names/row.html", context, status=status)


def _posted(request: HttpRequest, what: str) -> Any:
    return request.POST if request.method == "POST" and request.POST.get("do") == what else None


def _act(request: HttpRequest, row: ReferenceRow, forms: dict[str, Any], *, by: User, now: datetime) -> str:
    """Do what was asked for; what to say of it, nothing where a form has faults. Raises NotAllowed."""
    what = request.POST.get("do", "")
    if what in forms:
        form = forms[what]
        if not form.is_valid():
            return ""
        renaming.propose(
            row,
            names=form.names() if what == "rename" else {},
            then_see=form.cleaned_data.get("then_see"),
            at=form.cleaned_data["at"],
            reason=form.cleaned_data["reason"],
            by=by,
            now=now,
        )
        return _("The change was proposed. It counts once a second person has confirmed it.")
    act = row.renames.filter(pk=_number(request.POST.get("act"))).first()
    if act is None:
        raise NotAllowed([Reason("gone", _("Somebody confirmed or dropped this change already."))])
    if what == "confirm":
        act = renaming.confirm(act, by=by, now=now)
        return _("The change was confirmed.")
    renaming.drop(act, by=by, now=now)
    return _("The change was dropped.")


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() and len(value) < 12 else 0


def _labels(table: str, now: datetime) -> dict[str, str]:
    """What all rows of a table are called now, in the reader's language, by key."""
    keys = ReferenceRow.objects.filter(key__startswith=f"{table}:").values_list("key", flat=True)
    code = (get_language() or "")[:2]
    return {key: name.get(code) or key for key, name in content_names.names_at(keys, now).items()}


def _by_language(names: Any) -> list[tuple[str, str, str]]:
    """(code, language, names of all fields) of names by field and language."""
    return [
        (code, languages.name(code), ", ".join(filter(None, (values.get(code, "") for values in names.values()))))
        for code in languages.codes()
    ]


def _period(period: Any, labels: dict[str, str]) -> dict[str, Any]:
    act: Rename | None = period.rename
    return {
        "begins": period.during.lower,
        "ends": period.during.upper,
        "names": _by_language(period.names),
        "act": act,
        "then_see": labels.get(period.then_see.key, period.then_see.key) if period.then_see else "",
    }
