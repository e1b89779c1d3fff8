"""An annual report: the message, what each working group did and set out to do, and the years around it."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db.models import F, OuterRef, Q, Subquery
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cooperation.charts.bars import bars
from cooperation.charts.statuses import statuses
from cooperation.models import AnnualReport, Objective, ReportFile
from cooperation.tracker import address
from cooperation.views import objectives
from cooperation.views.kinds import figures_over_years
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.queries import Row, linked
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact
from cooperation.views.request.page_request import PageRequest
from editorial.base import languages
from editorial.base.languages import column
from editorial.base.prepared_queries import EDITION, MOMENT, NUMBER, Compiled, any_uuid
from editorial.models import Edition


@cache
def _neighbours(code: str) -> Compiled:
    def build() -> Any:
        # Two editions at most, and no document's rows are counted twice: the nearest year on either side.
        def nearest(condition: Q, order: str) -> Any:
            live = AnnualReport.objects.live(MOMENT).filter(condition, any_uuid(F("mechanism__uuid")))
            return linked(live, code, "year").order_by(order, "pk")[:1]

        return nearest(Q(year__lt=NUMBER), "-year").union(nearest(Q(year__gt=NUMBER), "year"), all=True)

    return Compiled(build)


def neighbours(mechanism: str, year: int, visit: PageRequest) -> list[Row]:
    """The live reports of the same mechanism that come just before and just after a year."""
    return _neighbours(visit.language).rows(uuids=[mechanism], number=year, moment=visit.moment)


@cache
def _latest(code: str, most: int) -> Compiled:
    def build() -> Any:
        rows = linked(AnnualReport.objects.live(MOMENT), code, "pk", "year")
        return rows.order_by(F("year").desc(nulls_last=True), "-pk")[:most]

    return Compiled(build)


def latest(visit: PageRequest, most: int) -> list[Row]:
    """The annual reports of the latest years, with the primary key of each edition."""
    return _latest(visit.language, most).rows(moment=visit.moment)


def page_context(shown: Rendition) -> KindContext:
    """The report's message, its chapters with their objectives, and the reports of the years around it."""
    year, mechanism = shown.fields["year"], shown.link(shown.fields["mechanism"])
    chapters, counts = _chapters(shown), _counts(shown)
    message = shown.prose(shown.fields["message"])
    paper = _paper(shown)
    figure_lines = figures_over_years.lines(shown)
    return KindContext(
        context={
            "report": {"year": year or ""},
            "message": message,
            "chapters": chapters,
            "objectives_year": year + 1 if year else None,
            "objective_counts": counts,
            "glance": _by_group(shown, chapters),
            "tracker_url": address.all_of_them(shown.visit, {"year": str(year)}) if year else None,
            "figure_lines": figure_lines,
            **_around(shown),
        },
        facts=[
            *fact(_("Mechanism"), [mechanism]),
            *fact(_("Year"), [{"text": str(year)}] if year else []),
            *fact(_("To print"), [{"text": file["short"], "url": file["url"]} for file in paper]),
        ],
        files=paper,
        before=[("message", _("Message"), message), ("glance", _("The objectives at a glance"), counts)],
        after=[(chapter["anchor"], chapter["group_name"], True) for chapter in chapters],
        last=[("figures-years", _("Figures over the years"), figure_lines)],
    )


@cache
def _paper_size(code: str) -> Compiled:
    def build() -> Any:
        made = ReportFile.objects.filter(edition_id=EDITION, language=code)
        return made.order_by("-made_at", "-id").values("size")[:1]

    return Compiled(build)


def _paper(shown: Rendition) -> list[dict[str, Any]]:
    """The whole report as a file; its size is known once it was made, and a preview makes it each time."""
    visit, slug = shown.visit, shown.text_of(shown.fields["slug"])
    if not (slug or visit.preview):
        return []
    made = None if visit.preview else _paper_size(visit.language).first(edition=shown.edition.pk)
    size = filesizeformat(made["size"]) if made else ""
    return [
        {
            "title": _("The whole report, to read offline or print"),
            # The preview's PDF stands below the preview's own page.
            "url": f"pdf/{shown.preview_query}" if visit.preview else shown.addresses.pdf,
            "short": f"PDF ({size})" if size else "PDF",
            "format": "PDF",
            "size": size,
            "language_code": visit.language,
            "language_name": languages.name(visit.language),
        }
    ]


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The report's year and the name of its mechanism."""
    mechanisms = Edition.objects.begun(asked.moment).in_language(asked.language)
    named = mechanisms.filter(document_id=OuterRef("mechanism_id")).order_by("-live_during")
    return {"year": F("year"), "mechanism_name": Subquery(named.values(column("title", asked.language))[:1])}


def _around(shown: Rendition) -> dict[str, Any]:
    year, mechanism = shown.fields["year"], shown.fields["mechanism"]
    if not (year and mechanism):
        return {}
    return {
        "previous" if row["year"] < year else "next": {
            "year": row["year"],
            "url": shown.visit.page("annual_report", row["slug_"]),
        }
        for row in neighbours(mechanism, year, shown.visit)
    }


def _chapters(shown: Rendition) -> list[dict[str, Any]]:
    results = {row["group"]: row["results"] for row in shown.parts("chapter")}
    rows = shown.parts("objective")
    continued = objectives.continued((row["continues"] for row in rows), shown.visit)
    labels = objectives.labels()
    by_group: dict[str, list[dict[str, Any]]] = {group: [] for group in results}
    for row in rows:
        if text := shown.text_of(row["text"]):
            earlier = continued.get(str(row["continues"]))
            by_group.setdefault(row["group"], []).append(
                objectives.objective_context(row, text, earlier, labels, shown.visit)
            )
    found = []
    for group, said in by_group.items():
        link = shown.link(group) or {"text": _("Working group"), "slug": "", "url": None}
        heading = objectives.chapter_anchor(link["slug"]) if link["slug"] else link["text"]
        ended, ahead = objectives.split_by_standing(said)
        found.append(
            {
                "anchor": shown.anchor(heading, "chapter"),
                "group_name": link["text"],
                "group_url": link["url"],
                "results": shown.prose(results.get(group), below=3),
                "objectives": said,
                "ended": ended,
                "ahead": ahead,
            }
        )
    return found


def _by_group(shown: Rendition, chapters: list[dict[str, Any]]) -> dict[str, Any] | None:
    """A bar for each chapter with objectives; none where there is only one, which the counts say already."""
    rows = [
        (chapter["group_name"], f"#{chapter['anchor']}", Counter(one["status"] for one in chapter["objectives"]))
        for chapter in chapters
        if chapter["objectives"]
    ]
    if len(rows) < 2:
        return None
    return bars("chart-glance", _("The objectives of each working group"), statuses(), rows)


def _counts(shown: Rendition) -> list[dict[str, Any]]:
    statuses = [row["status"] for row in shown.parts("objective")]
    return [
        {"status": status.value, "status_label": status.label, "count": statuses.count(status.value)}
        for status in Objective.Status
        if status.value in statuses
    ]
