"""Annual reports in the admin: chapters and objectives by working group."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from cooperation.admin.names import OTHER_NAMES
from cooperation.admin.shared import CHANGE, TEXTS
from cooperation.models import AnnualReport, Chapter, Objective
from editorial import languages
from editorial.admin.attachments import ATTACHMENTS
from editorial.admin.edition import EditionAdmin
from editorial.admin.inlines import FIGURES, SECTIONS, PartInline
from editorial.states import State


def earlier_objectives(report: AnnualReport | None) -> list[tuple[str, str]]:
    """The objectives of other reports, newest year first: (key, its year and text in the reader's language); one query."""
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


CHAPTERS = PartInline(Chapter, ("group", "results"))
OBJECTIVES = PartInline(Objective, ("group", "text", "status", "continues"), choices={"continues": earlier_objectives})


@admin.register(AnnualReport)
class AnnualReportAdmin(EditionAdmin):
    """An annual report: its year and message, a chapter for each working group, and what the groups promise."""

    groups = (
        TEXTS,
        (_("The report"), ("mechanism", "year", "message", "themetag", "countrytag")),
        CHANGE,
    )
    parts = (SECTIONS, CHAPTERS, OBJECTIVES, OTHER_NAMES, FIGURES, ATTACHMENTS)
