"""A working group: what it is, and what became of its objectives, year by year."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from cooperation.models import AnnualReport, Chapter, Objective
from cooperation.views import objectives
from cooperation.views.compiled import DOCUMENT, MOMENT, Compiled
from cooperation.views.own import Own
from cooperation.views.queries import MOST, Row, linked
from cooperation.views.rendition import Rendition, fact
from cooperation.views.visit import Visit
from editorial.languages import column


@cache
def _in_reports(code: str) -> Compiled:
    def build() -> Any:
        promised = Objective.objects.filter(edition=OuterRef("pk"), group_id=DOCUMENT).order_by("position", "id")
        said = JSONObject(key="key", text=column("text", code), status="status", continues="continues")
        chapters = Chapter.objects.filter(edition=OuterRef("pk"), group_id=DOCUMENT)
        live = AnnualReport.objects.live(MOMENT).filter(Exists(chapters) | Exists(promised))
        return linked(
            live, code, "year", objectives_=ArraySubquery(promised.annotate(said=said).values("said"))
        ).order_by(F("year").desc(nulls_last=True), "-pk")[:MOST]

    return Compiled(build)


def in_reports(group: int, visit: Visit) -> list[Row]:
    """The live annual reports in which a working group has a chapter or objectives, newest first, with these."""
    rows = _in_reports(visit.language).rows(document=group, moment=visit.moment)
    for row in rows:
        row["objectives_"] = [json.loads(item) if isinstance(item, str) else item for item in row["objectives_"]]
    return rows


def _reports(shown: Rendition) -> list[dict[str, Any]]:
    visit = shown.visit
    rows = in_reports(shown.edition.document_id, visit)
    held = {
        said["key"]: {"key": said["key"], "year": row["year"], "slug_": row["slug_"]}
        for row in rows
        for said in row["objectives_"]
    }
    # What this group continues is nearly always one of its own objectives, which are all here.
    elsewhere = {said["continues"] for row in rows for said in row["objectives_"]} - {None, *held}
    held |= objectives.continued(elsewhere, visit)
    anchor, labels = objectives.chapter_anchor(shown.said(shown.fields["slug"])), objectives.labels()
    return [
        {
            "year": row["year"],
            "title": row["title_"],
            "url": visit.page("annual_report", row["slug_"], anchor),
            "objectives": [
                objectives.shown(said, said["text"], held.get(said["continues"]), labels, visit)
                for said in row["objectives_"]
                if said["text"]
            ],
        }
        for row in rows
    ]


def own(shown: Rendition) -> Own:
    """The group's mechanism, its years, and its place in the annual reports."""
    fields = shown.fields
    mechanism, reports = shown.link(fields["mechanism"]), _reports(shown)
    start, end = fields["active_from"], fields["active_to"]
    return Own(
        context={"group": {"active_from": start, "active_to": end}, "reports": reports},
        facts=[
            *fact(_("Mechanism"), [mechanism]),
            *fact(_("Active from"), [{"text": str(start)}] if start else []),
            *fact(_("Active until"), [{"text": str(end)}] if end else []),
        ],
        after=[("reports", _("Said and done, year by year"), reports)],
    )


def row(asked: Visit) -> Mapping[str, Any]:
    """The year in which the group ended its work."""
    return {"active_to": F("active_to")}
