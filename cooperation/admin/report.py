"""Annual reports in the admin: chapters and objectives by working group."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.admin.tracked import ObjectivesScreen
from cooperation.models import AnnualReport, Chapter, Objective
from cooperation.tracker import open_objectives
from editorial.admin.base import person
from editorial.admin.edition import EditionAdmin
from editorial.admin.form.attachments import ATTACHMENTS
from editorial.admin.form.edit import FormScreen
from editorial.admin.form.inlines import FIGURES, SECTIONS, PartInline
from editorial.admin.form.state import FormState
from editorial.admin.screen import instead_of
from editorial.base import clock, languages
from editorial.states import State


def earlier_objectives(report: AnnualReport | None) -> list[tuple[str, str]]:
    """The objectives of other reports, newest year first: (key, year and text in the reader's language); one query."""
    newest = AnnualReport.objects.filter(document_id=OuterRef("document_id")).exclude(state=State.DISCARDED)
    reports = AnnualReport.objects.filter(pk=Subquery(newest.order_by("-number").values("pk")[:1]))
    if report is not None:
        reports = reports.exclude(document_id=report.document_id)
        if report.year is not None:
            reports = reports.filter(year__lt=report.year)
    columns = [languages.column("text", code) for code in languages.codes()]
    rows = Objective.objects.filter(edition__in=reports.values("pk")).values(
        "key", "edition__annualreport__year", *columns
    )
    reader = languages.column("text", (get_language() or "")[:2])
    found = []
    for row in rows.order_by("-edition__annualreport__year", "position"):
        text = row.get(reader) or next((row[column] for column in columns if row[column]), "")
        found.append((str(row["key"]), f"{row['edition__annualreport__year'] or '—'} · {text}"))
    return found


#: The name of the button that takes over what the last report left open.
TAKE_OVER = "_take_over"
CHAPTERS = PartInline(Chapter, ("group", "results"))
OBJECTIVES = PartInline(Objective, ("group", "text", "status", "continues"), choices={"continues": earlier_objectives})


class ReportFormScreen(FormScreen):
    """The form of a report, with a button that takes over what the last one left open."""

    def extra_context(self, request: HttpRequest, edition: Any, state: FormState) -> dict[str, Any]:
        """The button, where there is something to take over."""
        return {"offer": _offer(edition, state)}

    def saved(self, request: HttpRequest, entry: Any, row: Any, changed: bool, refused: Any) -> HttpResponse:
        """Take it over, where that button was pressed."""
        if TAKE_OVER not in request.POST:
            return super().saved(request, entry, row, changed, refused)
        # What was typed is saved already, in this transaction, so nothing is lost by the button.
        taken = open_objectives.take_over(row.pk, by=person(request), now=clock.now())
        if taken is None:
            messages.info(request, gettext("There is no open objective left to take over."))
        else:
            text = ngettext(
                "%(count)s objective of %(year)s was taken over. Choose how it stands now.",
                "%(count)s objectives of %(year)s were taken over. Choose how each stands now.",
                taken[1],
            )
            messages.success(request, text % {"count": taken[1], "year": taken[0]})
        return super().saved(request, entry, row, changed or taken is not None, refused)

    def after(self, request: HttpRequest, row: Any) -> HttpResponse:
        """On to the objectives, where some were taken over."""
        if TAKE_OVER not in request.POST:
            return super().after(request, row)
        return HttpResponseRedirect(f"{self.kind_address('change', row.pk)}#part-objective")


@admin.register(AnnualReport)
class AnnualReportAdmin(EditionAdmin):
    """An annual report: its year and message, a chapter for each working group, and what the groups promise."""

    groups = (
        TEXTS,
        (_("The report"), ("mechanism", "year", "message", "themetag", "countrytag")),
        CHANGE,
    )
    parts = (SECTIONS, CHAPTERS, OBJECTIVES, OTHER_NAMES, FIGURES, ATTACHMENTS)
    change_list_template = "admin/cooperation/annualreport/change_list.html"
    # The tracker of objectives for staff stands before the pages of single reports.
    screens = (ObjectivesScreen, *instead_of(EditionAdmin.screens, FormScreen, ReportFormScreen))


def _offer(report: Any, state: FormState) -> dict[str, Any] | None:
    """The button that takes over what the last report left open; none where this draft answers it all."""
    if report is None or not state.entry.scope.shared:
        return None
    left = open_objectives.unanswered_by(state.entry.content, now=clock.now())
    if left is None:
        return None
    year, count = left
    text = ngettext(
        "%(count)s objective that the report for %(year)s left open is not answered here yet.",
        "%(count)s objectives that the report for %(year)s left open are not answered here yet.",
        count,
    )
    return {
        "part": "objective",
        "name": TAKE_OVER,
        "text": text % {"count": count, "year": year},
        "label": gettext("Take over the open objectives of %(year)s") % {"year": year},
        "help": gettext(
            "What you have typed is saved first. Their texts come in every language; their status is yours to choose."
        ),
    }
