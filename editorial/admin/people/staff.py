"""The screens about people beside their accounts: handing work over, gaps, the record of administration."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from editorial.admin import addresses
from editorial.admin.base import ReadOnlyAdmin, person
from editorial.admin.labels import moment
from editorial.base import clock
from editorial.models import Act, AdministrationEvent, User
from editorial.notices.notify import having
from editorial.staff import coverage_gaps, offboarding
from editorial.workflow.roles import account_changes
from editorial.workflow.rules.permissions import NotAllowed, Reason

_CONFLICT = 409


def urls(site: AdminSite) -> list[URLPattern]:
    """The addresses of these screens, for the site."""

    def wrap(view: Any) -> Any:
        return site.admin_view(partial(view, site))

    return [
        path("people/gaps/", wrap(gaps_view), name="staff_gaps"),
        path("people/<int:pk>/hand-over/", wrap(hand_over_view), name="staff_hand_over"),
    ]


def _admit(request: HttpRequest) -> None:
    if not person(request).has_perm("editorial.change_user"):
        raise PermissionDenied


class HandOverForm(forms.Form):
    """Who takes over, and why."""

    documents_to = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Documents, drafts and translations go to"),
        help_text=gettext_lazy("Also what they watched. Somebody who writes can take over everything here."),
    )
    reviews_to = forms.ModelChoiceField(
        User.objects.none(),
        label=gettext_lazy("Reviews and publications go to"),
        help_text=gettext_lazy("A review can only go to a reviewer of the same party who did not change the text."),
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=500,
        help_text=gettext_lazy("Goes on record, and to those who take over."),
    )

    def __init__(self, *args: Any, leaving: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        staying = having("view_edition").exclude(pk=leaving.pk).select_related("party")
        for name in ("documents_to", "reviews_to"):
            field: Any = self.fields[name]
            field.queryset = staying
            field.label_from_instance = _named


def _named(user: User) -> str:
    return f"{user} ({user.party.code})" if user.party else str(user)


def hand_over_view(site: AdminSite, request: HttpRequest, pk: int) -> HttpResponse:
    """Choose who takes over, look at what would come of it, do it, and read what came of it."""
    _admit(request)
    found = User.objects.select_related("party").filter(pk=pk).first()
    if found is None:
        raise Http404(_("There is no such person."))
    form = HandOverForm(request.POST or None, leaving=found)
    report, refused, done = None, list[Reason](), False
    if request.method == "POST" and form.is_valid():
        done = "do" in request.POST
        try:
            report = offboarding.hand_over(
                found,
                documents_to=form.cleaned_data["documents_to"],
                reviews_to=form.cleaned_data["reviews_to"],
                reason=form.cleaned_data["reason"],
                by=person(request),
                now=clock.now(),
                only_look=not done,
            )
        except NotAllowed as problem:
            refused, done = list(problem.reasons), False
    if report and done:
        count = report.handed
        text = ngettext(
            "One piece of work of %(person)s was handed over, and the account is no longer active.",
            "%(count)s pieces of work of %(person)s were handed over, and the account is no longer active.",
            count,
        )
        messages.success(request, text % {"count": count, "person": found})
    context = {
        "title": _("Hand over the work of %(person)s") % {"person": found},
        "leaver": found,
        "form": form,
        "report": report,
        "work": _linked(report, site) if report else [],
        "done": done,
        "reasons": refused,
        "person_url": reverse("admin:editorial_user_change", args=(pk,), current_app=site.name),
    }
    return _screen(site, request, "hand_over", context, status=_CONFLICT if refused else 200)


def _linked(report: offboarding.Handover, site: AdminSite) -> list[tuple[str, list[dict[str, Any]]]]:
    return [
        (
            label,
            [
                {
                    "what": each.what,
                    "to": each.to,
                    "reasons": each.reasons,
                    "url": addresses.screen_url(each.edition, "change", site=site.name) if each.edition else "",
                }
                for each in outcomes
            ],
        )
        for label, outcomes in report.report
    ]


def gaps_view(site: AdminSite, request: HttpRequest) -> HttpResponse:
    """What nobody can do as things are."""
    _admit(request)
    rows = []
    for gap in coverage_gaps.all_gaps():
        url = addresses.screen_url(gap.edition, "change", site=site.name) if gap.edition else ""
        if gap.person:
            url = reverse("admin:staff_hand_over", args=(gap.person.pk,), current_app=site.name)
        rows.append({"gap": gap, "url": url})
    return _screen(site, request, "gaps", {"title": _("What nobody can do"), "rows": rows})


def _screen(
    site: AdminSite, request: HttpRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    request.current_app = site.name
    template = f"editorial/admin/staff/{name}.html"
    return TemplateResponse(request, template, {**site.each_context(request), **context}, status=status)


class ActFilter(admin.SimpleListFilter):
    """Lines by what was done."""

    title = gettext_lazy("what was done")
    parameter_name = "verb"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(Act.choices)

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(verb=self.value()) if self.value() in Act.values else queryset


@admin.register(AdministrationEvent)
class RecordAdmin(ReadOnlyAdmin):
    """The record of administration: who gave what to whom, changed which rule, and when. Nobody edits it."""

    list_display = ("when", "who", "what", "whom", "details")
    list_display_links = None
    list_filter = (ActFilter,)
    search_fields = ("by_name", "person_name")
    ordering = ("-id",)
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Django's list under the record's own name."""
        title = capfirst(_("record of administration"))
        return super().changelist_view(request, {"title": title, **(extra_context or {})})

    @admin.display(description=gettext_lazy("at"), ordering="id")
    def when(self, line: AdministrationEvent) -> SafeString:
        """The instant on all clocks."""
        return moment(line.at)

    @admin.display(description=gettext_lazy("by"))
    def who(self, line: AdministrationEvent) -> str:
        """Who did it, under the name they had then."""
        return line.by_name

    @admin.display(description=gettext_lazy("what"))
    def what(self, line: AdministrationEvent) -> str:
        """What was done, in words."""
        return str(line.get_verb_display())

    @admin.display(description=gettext_lazy("person"))
    def whom(self, line: AdministrationEvent) -> str:
        """Whom it is about."""
        return line.person_name or "—"

    @admin.display(description=gettext_lazy("in particular"))
    def details(self, line: AdministrationEvent) -> SafeString:
        """The values before and after."""
        return details_of(line)


def details_of(line: AdministrationEvent) -> SafeString:
    """What a line says in particular, as a list."""
    items = format_html_join("", '<li><span class="quiet">{}</span> {}</li>', account_changes.line_details(line))
    return format_html('<ul class="record-details">{}</ul>', items) if items else SafeString("—")
