"""The desk of comments: what waits for a moderator, what was decided, and all of it to take away."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from editorial.admin.base import is_key, person
from editorial.admin.desk.filters import Options, choose
from editorial.admin.visitors.desk import VisitorDesk, choice, editions_of, language_filter, paged, ticked
from editorial.base import clock, languages
from editorial.models import Comment, CommentStatus, Refusal
from editorial.visitors import comments, export
from editorial.workflow.rules.permissions import NotAllowed

#: What the three buttons of the desk do.
_DECISIONS = {
    "approve": CommentStatus.APPROVED,
    "refuse": CommentStatus.REFUSED,
    "delete": CommentStatus.DELETED,
}
_ANY = "any"


@admin.register(Comment)
class CommentDesk(VisitorDesk):
    """Comments, those that wait first; moderators approve, refuse or delete them, many at a time."""

    permission = "moderate_comment"
    problems = "comments"
    unread = CommentStatus.WAITING

    def get_urls(self) -> list[URLPattern]:
        """The exports, beside Django's own."""
        view = self.admin_site.admin_view(self.export_view)
        return [path("export.<str:form>", view, name="editorial_comment_export"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The comments (GET), and what is decided about those that were ticked (POST)."""
        self.admit(request)
        refused: list[Any] = []
        if request.method == "POST":
            try:
                outcome = comments.decide(
                    ticked(request),
                    status=_DECISIONS.get(request.POST.get("decision", ""), CommentStatus.WAITING),
                    reason=request.POST.get("reason", ""),
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
        page = paged(rows.select_related("decided_by", "edition").prefetch_related("handlings"), request)
        known = editions_of({row.document_id for row in page}, site=self.admin_site.name)
        query = urlencode({name: value for name, value in chosen.items() if value})
        context = {
            "page": page,
            "page_range": page.paginator.get_elided_page_range(page.number),
            "query": query,
            "kept": {"document": chosen["document"]} if chosen["document"] else {},
            "rows": [{"comment": row, **known.get(row.document_id, {})} for row in page],
            "filters": _filters(chosen),
            "is_filtered": True,
            "refusals": Refusal.choices,
            "ticked": set(ticked(request)) if refused else set(),
            "note": request.POST.get("note", "") if refused else "",
            "chosen_reason": request.POST.get("reason", "") if refused else "",
            "exports": [(form.upper(), f"{self.address()}export.{form}?{query}") for form in ("csv", "json")],
            **(extra_context or {}),
        }
        return self.screen(request, "editorial/admin/visitors/comments.html", context, refused=refused)

    def export_view(self, request: HttpRequest, form: str) -> HttpResponse:
        """The comments that the desk shows, all of them, as a file."""
        self.admit(request)
        rows, _chosen = _narrowed(request)
        found = rows.select_related("document", "edition")
        if form == "json":
            response = HttpResponse(export.as_json(found), content_type="application/json")
        else:
            response = HttpResponse(export.as_csv(found), content_type="text/csv; charset=utf-8")
        name = "json" if form == "json" else "csv"
        response["Content-Disposition"] = f'attachment; filename="comments.{name}"'
        return response


def _narrowed(request: HttpRequest) -> tuple[Any, dict[str, str]]:
    document = request.GET.get("document", "")
    chosen = {
        "status": choice(request, "status", (_ANY, *CommentStatus.values), CommentStatus.WAITING.value),
        "language": choice(request, "language", languages.codes()),
        "document": document if is_key(document) else "",
    }
    rows = Comment.objects.order_by("-id")
    if chosen["status"] in CommentStatus.values:
        rows = rows.filter(status=chosen["status"])
    if chosen["language"]:
        rows = rows.filter(language=chosen["language"])
    if chosen["document"]:
        rows = rows.filter(document=int(chosen["document"]))
    return rows, chosen


def _filters(chosen: dict[str, str]) -> list[dict[str, Any]]:
    states: Options = [*CommentStatus.choices, (_ANY, pgettext("filter: any state", "Any"))]
    return [choose("status", _("State"), states, chosen["status"]), language_filter(chosen["language"])]
