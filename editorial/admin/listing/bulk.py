"""Work on many editions at once, from a kind's list: what is asked first, and a report on each of them."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from editorial import bulk
from editorial.admin.base import ModelAdmin, person
from editorial.admin.listing.bulk_forms import FORMS, BulkForm
from editorial.base.reasons import NotAllowed, Reason
from editorial.content import kinds
from editorial.exports import editions as exports_editions
from editorial.models import BulkRun, BulkWork, Edition
from editorial.web import streaming
from editorial.workflow import assignment

_CONFLICT = 409
_DO: dict[BulkWork, Callable[..., bulk.Outcome]] = {
    BulkWork.ASSIGN: bulk.assign,
    BulkWork.SET_REVIEW_BY: bulk.set_review_by,
    BulkWork.REMIND: bulk.remind,
}


class BulkMixin(ModelAdmin):
    """The actions of a kind's list. Whoever may read editions sees them; the engine decides about each edition."""

    actions = ("assign_all", "set_review_by_all", "remind_all", "export_table", "export_whole")

    def bulk_urls(self) -> list[URLPattern]:
        """The addresses, named `<app>_<model>_bulk` and `_bulk_report`."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_bulk"
        return [
            path("bulk/report/<uuid:key>/", self.admin_site.admin_view(self.bulk_report_view), name=f"{name}_report"),
            path("bulk/<slug:word>/", self.admin_site.admin_view(self.bulk_view), name=name),
        ]

    @admin.action(description=gettext_lazy("Assign…"), permissions=["view"])
    def assign_all(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Ask to whom."""
        return self._ask_from_list(request, BulkWork.ASSIGN, queryset)

    @admin.action(description=gettext_lazy("Set review-by date…"), permissions=["view"])
    def set_review_by_all(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Ask by when."""
        return self._ask_from_list(request, BulkWork.SET_REVIEW_BY, queryset)

    @admin.action(description=gettext_lazy("Send reminders…"), permissions=["view"])
    def remind_all(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """Ask with which words."""
        return self._ask_from_list(request, BulkWork.REMIND, queryset)

    @admin.action(description=gettext_lazy("Export the list (CSV)"), permissions=["view"])
    def export_table(self, request: HttpRequest, queryset: Any) -> HttpResponse:
        """The rows of the list as a file for spreadsheets."""
        keys = list(queryset.values_list("pk", flat=True)[: exports_editions.MOST_ROWS])
        lines = exports_editions.as_csv(keys, now=timezone.now(), language=get_language() or "en")
        return self._file(lines, "csv", "text/csv; charset=utf-8; header=present")

    @admin.action(description=gettext_lazy("Export content and history (JSON)"), permissions=["view"])
    def export_whole(self, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        """The editions whole, with what happened to them."""
        keys = list(queryset.values_list("pk", flat=True)[: bulk.LIMIT + 1])
        try:
            bulk.require_few(keys)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
            return None
        return self._file(exports_editions.as_json(keys, now=timezone.now()), "json", "application/json")

    def bulk_view(self, request: HttpRequest, word: str) -> HttpResponse:
        """Ask (GET ?items=1&items=2), or do it and go on to the report (POST)."""
        if word not in BulkWork.values:
            raise Http404
        if not self.has_view_permission(request):
            raise PermissionDenied
        work, keys = BulkWork(word), _keys(request)
        if request.method != "POST":
            return self._ask(request, work, keys)
        editions = self._editions(keys)
        form = FORMS[work](request.POST, editions=editions)
        key = _uuid(request.POST.get("run", ""))
        if not form.is_valid() or key is None:
            return self._ask(request, work, keys, form=form)
        by, now = person(request), timezone.now()
        try:
            bulk.require_few(keys)
            run = bulk.begin(key, work=work, kind=kinds.kind_of_model(self.model).key, said=form.said(), by=by, now=now)
        except bulk.DoneAlready as done:
            return HttpResponseRedirect(self._report_url(done.run))
        except NotAllowed as refusal:
            return self._ask(request, work, keys, form=form, reasons=refusal.reasons)
        bulk.end(run, _DO[work](keys, by=by, now=now, **form.given()))
        return HttpResponseRedirect(self._report_url(run))

    def bulk_report_view(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """What came of each edition: the refused ones first, with the reasons."""
        run = BulkRun.objects.filter(pk=key, by=person(request)).first()
        if run is None or not self.has_view_permission(request):
            raise Http404(_("There is no such report; reports are kept for a day."))
        rows = Edition.objects.select_related("document").in_bulk(list(run.reasons))
        items = [(rows.get(each), reasons) for each, reasons in run.reasons.items()]
        refused = [item for item in items if item[1]]
        context = {
            **self._context(request, str(run.get_work_display())),
            "run": run,
            "is_whole": run.outcome is not None,
            "refused": refused,
            "done": [edition for edition, reasons in items if not reasons],
            "again_url": self._bulk_url(BulkWork(run.work), [edition.pk for edition, _why in refused if edition]),
        }
        return TemplateResponse(request, "editorial/admin/bulk/report.html", context)

    def _ask_from_list(self, request: HttpRequest, work: BulkWork, queryset: Any) -> HttpResponse | None:
        keys = list(queryset.values_list("pk", flat=True)[: bulk.LIMIT + 1])
        try:
            bulk.require_few(keys)
        except NotAllowed as refusal:
            messages.warning(request, str(refusal))
            return None
        return self._ask(request, work, keys)

    def _ask(
        self,
        request: HttpRequest,
        work: BulkWork,
        keys: Sequence[int],
        *,
        form: BulkForm | None = None,
        reasons: Sequence[Reason] = (),
    ) -> HttpResponse:
        editions = self._editions(keys)
        asked = assignment.assignees(editions)
        context = {
            **self._context(request, str(work.label)),
            "work": work,
            "form": form or FORMS[work](editions=editions),
            "items": [(edition, asked.get(edition.pk, [])) for edition in editions],
            # A form that was refused keeps its identity: nothing was done under it.
            "run": _uuid(request.POST.get("run", "")) if form else uuid4(),
            "action_url": self._bulk_url(work),
            "reasons": reasons,
            "now": timezone.now(),
        }
        if context["run"] is None:
            context["run"] = uuid4()
        status = _CONFLICT if reasons else 200
        return TemplateResponse(request, "editorial/admin/bulk/ask.html", context, status=status)

    def _editions(self, keys: Sequence[int]) -> list[Any]:
        """The editions of this kind among the keys, in their order; others and vanished ones are left out."""
        kind = kinds.kind_of_model(self.model).key
        found = Edition.objects.filter(document__kind=kind).select_related("document", "changed_by")
        rows = found.in_bulk(list(keys)[: bulk.LIMIT])
        return [rows[key] for key in keys if key in rows]

    def _context(self, request: HttpRequest, title: str) -> dict[str, Any]:
        request.current_app = self.admin_site.name
        return {
            **self.admin_site.each_context(request),
            "title": capfirst(title),
            "opts": self.opts,
            "list_url": reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"),
        }

    def _bulk_url(self, work: BulkWork, keys: Sequence[int] = ()) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_bulk"
        url = reverse(name, args=(work.value,), current_app=self.admin_site.name)
        return f"{url}?{'&'.join(f'items={key}' for key in keys)}" if keys else url

    def _report_url(self, run: BulkRun) -> str:
        name = f"admin:{self.opts.app_label}_{self.opts.model_name}_bulk_report"
        return reverse(name, args=(run.pk,), current_app=self.admin_site.name)

    def _file(self, lines: Any, suffix: str, content_type: str) -> HttpResponse:
        response: Any = streaming.whole(lines, content_type=content_type)
        name = f"{self.opts.model_name}-{timezone.now():%Y-%m-%d}.{suffix}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "no-store"
        sent: HttpResponse = response
        return sent


def _keys(request: HttpRequest) -> list[int]:
    """The editions that are named, without junk and repetition; one more than may be done at once, at most."""
    given = request.POST if request.method == "POST" else request.GET
    found = [int(value) for value in given.getlist("items") if value.isascii() and value.isdigit() and len(value) < 12]
    return list(dict.fromkeys(found))[: bulk.LIMIT + 1]


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
