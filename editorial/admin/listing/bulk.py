"""Work on many editions at once, from a kind's list: what is asked first, and a report on each of them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID, uuid4

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from editorial import bulk
from editorial.admin.base import person
from editorial.admin.kind_admin import KindAdmin
from editorial.admin.listing.bulk_forms import FORMS, BulkForm
from editorial.admin.screen import EditionScreen
from editorial.base import clock
from editorial.base.reasons import NotAllowed, Reason
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


class BulkPage(EditionScreen):
    """What the question and the report have in common."""

    def bulk_url(self, work: BulkWork, keys: Sequence[int] = ()) -> str:
        """Where a work on these editions is asked about."""
        url = self._url("bulk", work.value)
        return f"{url}?{'&'.join(f'items={key}' for key in keys)}" if keys else url

    def report_url(self, run: BulkRun) -> str:
        """Where a report stands."""
        return self._url("bulk_report", run.pk)

    def bulk_page(
        self, request: HttpRequest, name: str, title: str, context: Mapping[str, Any], *, status: int = 200
    ) -> HttpResponse:
        """A page: `name` is the last part of its template's name."""
        shared = {"title": capfirst(title), "list_url": reverse(f"admin:{self.url_name(self.admin, 'changelist')}")}
        return self.page(request, f"editorial/admin/bulk/{name}.html", {**shared, **context}, status=status)

    def _url(self, name: str, arg: Any) -> str:
        site = self.admin.admin_site.name
        return reverse(f"admin:{self.url_name(self.admin, name)}", args=(arg,), current_app=site)


class BulkScreen(BulkPage):
    """One work on many editions: `get` asks (?items=1&items=2), `post` does it and leads to the report."""

    paths = {"bulk": "bulk/<slug:word>/"}

    def get(self, request: HttpRequest, word: str) -> HttpResponse:
        """Ask."""
        return self.ask(request, self._work(request, word), _keys(request.GET))

    def post(self, request: HttpRequest, word: str) -> HttpResponse:
        """Do it, once; ask again where the form is unsound, or (409) where the rules refuse the whole."""
        work, keys = self._work(request, word), _keys(request.POST)
        form = FORMS[work](request.POST, editions=self._editions(keys))
        key = _uuid(request.POST.get("run", ""))
        if not form.is_valid() or key is None:
            return self.ask(request, work, keys, form=form)
        by, now = person(request), clock.now()
        try:
            bulk.require_few(keys)
            run = bulk.begin(key, work=work, kind=self.admin.kind.key, said=form.in_words(), by=by, now=now)
        except bulk.DoneAlready as done:
            return HttpResponseRedirect(self.report_url(done.run))
        except NotAllowed as refusal:
            return self.ask(request, work, keys, form=form, reasons=refusal.reasons)
        bulk.end(run, _DO[work](keys, by=by, now=now, **form.given()))
        return HttpResponseRedirect(self.report_url(run))

    def ask(
        self,
        request: HttpRequest,
        work: BulkWork,
        keys: Sequence[int],
        *,
        form: BulkForm | None = None,
        reasons: Sequence[Reason] = (),
    ) -> HttpResponse:
        """The page that asks; also what the list's actions answer.

        :param form: the form as it was sent and not carried out.
        :param reasons: why it was refused.
        """
        editions = self._editions(keys)
        asked = assignment.assignees(editions)
        # A form that was refused keeps its identity: nothing was done under it.
        run = _uuid(request.POST.get("run", "")) if form else None
        context = {
            "work": work,
            "form": form or FORMS[work](editions=editions),
            "items": [(edition, asked.get(edition.pk, [])) for edition in editions],
            "run": run or uuid4(),
            "action_url": self.bulk_url(work),
            "reasons": reasons,
            "now": clock.now(),
        }
        return self.bulk_page(request, "ask", str(work.label), context, status=_CONFLICT if reasons else 200)

    def _work(self, request: HttpRequest, word: str) -> BulkWork:
        if word not in BulkWork.values:
            raise Http404
        if not self.admin.has_view_permission(request):
            raise PermissionDenied
        return BulkWork(word)

    def _editions(self, keys: Sequence[int]) -> list[Any]:
        """The editions of this kind among the keys, in their order; others and vanished ones are left out."""
        found = Edition.objects.filter(document__kind=self.admin.kind.key).select_related("document", "changed_by")
        rows = found.in_bulk(list(keys)[: bulk.LIMIT])
        return [rows[key] for key in keys if key in rows]


class BulkReportScreen(BulkPage):
    """What came of each edition."""

    paths = {"bulk_report": "bulk/report/<uuid:key>/"}

    def get(self, request: HttpRequest, key: UUID) -> HttpResponse:
        """The report, for whoever did the work: the refused editions first, with the reasons."""
        run = BulkRun.objects.filter(pk=key, by=person(request)).first()
        if run is None or not self.admin.has_view_permission(request):
            raise Http404(_("There is no such report; reports are kept for a day."))
        rows = Edition.objects.select_related("document").in_bulk(list(run.reasons))
        items = [(rows.get(each), reasons) for each, reasons in run.reasons.items()]
        refused = [item for item in items if item[1]]
        context = {
            "run": run,
            "is_whole": run.outcome is not None,
            "refused": refused,
            "done": [edition for edition, reasons in items if not reasons],
            "again_url": self.bulk_url(BulkWork(run.work), [edition.pk for edition, _why in refused if edition]),
        }
        return self.bulk_page(request, "report", str(run.get_work_display()), context)


# The actions of a kind's list. Whoever may read editions sees them; the engine decides about each edition.


@admin.action(description=gettext_lazy("Assign…"), permissions=["view"])
def assign_all(modeladmin: KindAdmin, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Ask to whom."""
    return _ask_from_list(modeladmin, request, BulkWork.ASSIGN, queryset)


@admin.action(description=gettext_lazy("Set review-by date…"), permissions=["view"])
def set_review_by_all(modeladmin: KindAdmin, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Ask by when."""
    return _ask_from_list(modeladmin, request, BulkWork.SET_REVIEW_BY, queryset)


@admin.action(description=gettext_lazy("Send reminders…"), permissions=["view"])
def remind_all(modeladmin: KindAdmin, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """Ask with which words."""
    return _ask_from_list(modeladmin, request, BulkWork.REMIND, queryset)


@admin.action(description=gettext_lazy("Export the list (CSV)"), permissions=["view"])
def export_table(modeladmin: KindAdmin, request: HttpRequest, queryset: Any) -> HttpResponse:
    """The rows of the list as a file for spreadsheets."""
    keys = list(queryset.values_list("pk", flat=True)[: exports_editions.MOST_ROWS])
    lines = exports_editions.as_csv(keys, now=clock.now(), language=get_language() or "en")
    return _file(modeladmin, lines, "csv", "text/csv; charset=utf-8; header=present")


@admin.action(description=gettext_lazy("Export content and history (JSON)"), permissions=["view"])
def export_whole(modeladmin: KindAdmin, request: HttpRequest, queryset: Any) -> HttpResponse | None:
    """The editions whole, with what happened to them."""
    keys = _few(request, queryset)
    if keys is None:
        return None
    return _file(modeladmin, exports_editions.as_json(keys, now=clock.now()), "json", "application/json")


#: In the order of the list's menu.
ACTIONS = (assign_all, set_review_by_all, remind_all, export_table, export_whole)


def _ask_from_list(admin: KindAdmin, request: HttpRequest, work: BulkWork, queryset: Any) -> HttpResponse | None:
    keys = _few(request, queryset)
    return BulkScreen(admin=admin).ask(request, work, keys) if keys is not None else None


def _few(request: HttpRequest, queryset: Any) -> list[int] | None:
    """The editions that were chosen in the list; none, and a message, where they are too many for one work."""
    keys = list(queryset.values_list("pk", flat=True)[: bulk.LIMIT + 1])
    try:
        bulk.require_few(keys)
    except NotAllowed as refusal:
        messages.warning(request, str(refusal))
        return None
    return keys


def _file(admin: KindAdmin, lines: Any, suffix: str, content_type: str) -> HttpResponse:
    response: Any = streaming.whole(lines, content_type=content_type)
    name = f"{admin.opts.model_name}-{clock.now():%Y-%m-%d}.{suffix}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    sent: HttpResponse = response
    return sent


def _keys(given: QueryDict) -> list[int]:
    """The editions that are named, without junk and repetition; one more than may be done at once, at most."""
    found = [int(value) for value in given.getlist("items") if value.isascii() and value.isdigit() and len(value) < 12]
    return list(dict.fromkeys(found))[: bulk.LIMIT + 1]


def _uuid(value: str) -> UUID | None:
    try:
        return UUID(value)
    except ValueError:
        return None
