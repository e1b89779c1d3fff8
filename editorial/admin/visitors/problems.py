"""The desk of reports: page by page, what visitors found wrong, and what became of it."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Case, Count, F, Max, Q, Sum, Value, When
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.admin.base import is_key, person
from editorial.admin.desk.filters import choose
from editorial.admin.visitors.desk import (
    VisitorDesk,
    choice,
    editions_of,
    language_filter,
    paged,
    ticked,
    unknown_document,
)
from editorial.base import clock, languages
from editorial.models import Problem, ProblemReason, ProblemStatus
from editorial.visitors import problems
from editorial.workflow.rules.permissions import NotAllowed

#: Pages of the site on one screen of the desk.
_PAGES = 25


@admin.register(Problem)
class ProblemDesk(VisitorDesk):
    """Reports by page, the pages with new ones first; on a page's own screen they are handled, many at a time."""

    permission = "triage_problem"
    problems = "reports"
    unread = ProblemStatus.NEW

    def get_urls(self) -> list[URLPattern]:
        """The reports about one page, beside Django's own."""
        view = self.admin_site.admin_view(self.page_view)
        return [path("page/", view, name="editorial_problem_page"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The pages about which something was reported."""
        self.admit(request)
        rows, chosen = _narrowed(request)
        where = Case(When(document__isnull=True, then=F("address")), default=Value(""))
        pages = (
            rows.order_by()
            .annotate(where=where)
            .values("document_id", "where")
            .annotate(
                new=Count("pk", filter=Q(status=ProblemStatus.NEW)),
                reports=Count("pk"),
                times=Sum("count"),
                last=Max("reported_on"),
                codes=ArrayAgg("language", distinct=True),
            )
            .order_by("-new", "-last", "document_id", "where")
        )
        page = paged(pages, request, _PAGES)
        known = editions_of([row["document_id"] for row in page if row["document_id"]], site=self.admin_site.name)
        for row in page:
            about = {"document": row["document_id"]} if row["document_id"] else {"address": row["where"]}
            row["url"] = f"{self.address('page')}?{urlencode({**about, **_set(chosen)})}"
            row.update(known.get(row["document_id"], {}))
        context = {
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "query": urlencode(_set(chosen)),
            "filters": _filters(chosen),
            "is_filtered": any(chosen.values()),
        }
        return self.screen(request, "editorial/admin/visitors/problems.html", {**context, **(extra_context or {})})

    def page_view(self, request: HttpRequest) -> HttpResponse:
        """The reports about one page (GET), and what becomes of those that were ticked (POST)."""
        self.admit(request)
        document, named = request.GET.get("document", ""), request.GET.get("address", "")
        if is_key(document):
            about = Q(document=int(document))
        else:
            about = Q(document__isnull=True, address=named.replace("\x00", ""))
        if not Problem.objects.filter(about).exists():
            raise Http404(unknown_document())
        refused: list[Any] = []
        if request.method == "POST":
            try:
                outcome = problems.handle(
                    ticked(request),
                    status=_status(request),
                    note=request.POST.get("note", ""),
                    by=person(request),
                    now=clock.now(),
                )
            except NotAllowed as problem:
                refused = problem.reasons
            else:
                self.tell(request, outcome)
                return HttpResponseRedirect(request.get_full_path())
        rows, chosen = _narrowed(request)
        page = paged(rows.filter(about).select_related("handled_by", "edition").prefetch_related("handlings"), request)
        known = editions_of([int(document)] if document.isdigit() else [], site=self.admin_site.name)
        kept = {key: value for key, value in request.GET.items() if key in ("document", "address")}
        context = {
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "query": urlencode({**kept, **_set(chosen)}),
            "kept": kept,
            "filters": _filters(chosen),
            "is_filtered": any(chosen.values()),
            "clear_url": f"?{urlencode(kept)}",
            "where": named,
            **next(iter(known.values()), {}),
            "statuses": [each for each in ProblemStatus if each != ProblemStatus.NEW],
            "troubles": dict(ProblemReason.choices),
            "ticked": set(ticked(request)) if refused else set(),
            "note": request.POST.get("note", "") if refused else "",
            "chosen_status": request.POST.get("status", "") if refused else ProblemStatus.SEEN,
        }
        return self.screen(request, "editorial/admin/visitors/problem_page.html", context, refused=refused)


def _status(request: HttpRequest) -> str:
    wanted = request.POST.get("status", "")
    # A forged state is refused in the engine's own words, as an impossible one.
    return wanted if wanted in ProblemStatus.values else ProblemStatus.NEW


def _narrowed(request: HttpRequest) -> tuple[Any, dict[str, str]]:
    chosen = {
        "status": choice(request, "status", ProblemStatus.values),
        "reason": choice(request, "reason", ProblemReason.values),
        "language": choice(request, "language", languages.codes()),
    }
    rows = Problem.objects.order_by("-id")
    if chosen["status"]:
        rows = rows.filter(status=chosen["status"])
    if chosen["reason"]:
        rows = rows.filter(reasons__contains=[chosen["reason"]])
    if chosen["language"]:
        rows = rows.filter(language=chosen["language"])
    return rows, chosen


def _set(chosen: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in chosen.items() if value}


def _filters(chosen: dict[str, str]) -> list[dict[str, Any]]:
    any_status, any_reason = pgettext("filter: any state", "Any"), pgettext("filter: any reason", "Any")
    return [
        choose("status", _("State"), ProblemStatus.choices, chosen["status"], any_=any_status),
        choose("reason", _("Reason"), ProblemReason.choices, chosen["reason"], any_=any_reason),
        language_filter(chosen["language"]),
    ]
