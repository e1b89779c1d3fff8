"""A working group: what it is, and what became of its objectives, year by year."""

import json
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cooperation.charts.columns import columns
from cooperation.charts.statuses import statuses
from cooperation.models import AnnualReport, Chapter, Member, Objective
from cooperation.tracker import address
from cooperation.views import objectives
from cooperation.views.kinds import related
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.queries import MOST, Row, linked
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact, label, period, texts
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates import partial
from editorial.base.languages import column
from editorial.base.prepared_queries import DOCUMENT, MOMENT, Compiled


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


def in_reports(group: int, visit: PageRequest) -> list[Row]:
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
    anchor, labels = objectives.chapter_anchor(shown.text_of(shown.fields["slug"])), objectives.labels()
    return [
        {
            "year": row["year"],
            "title": row["title_"],
            "url": visit.page("annual_report", row["slug_"], anchor),
            "objectives": [
                objectives.objective_context(said, said["text"], held.get(said["continues"]), labels, visit)
                for said in row["objectives_"]
                if said["text"]
            ],
        }
        for row in rows
    ]


def _by_year(reports: list[dict[str, Any]]) -> dict[str, Any] | None:
    """How the group's objectives stood, report by report; none where only one report states any."""
    counts: dict[int, Counter[str]] = {}
    for report in reports:
        if report["year"] and report["objectives"]:
            counts.setdefault(report["year"], Counter()).update(one["status"] for one in report["objectives"])
    if len(counts) < 2:
        return None
    return columns("chart-objectives", _("How the objectives stood, report by report"), statuses(), counts)


def _tracker_url(shown: Rendition) -> str | None:
    """The group's objectives in the tracker, which knows a group by its document's uuid."""
    uuid = getattr(shown.edition, "uuid", None)
    return address.all_of_them(shown.visit, {"group": str(uuid)}) if uuid else None


def page_context(shown: Rendition) -> KindContext:
    """The group's mechanism, mandate and years, who sits in it, its meetings, and its place in the annual reports."""
    fields, visit = shown.fields, shown.visit
    mechanism, reports = shown.link(fields["mechanism"]), _reports(shown)
    start, end = fields["active_from"], fields["active_to"]
    mandate, members = shown.prose(fields["mandate"]), _members(shown)
    named = related.related_to("working_group", shown.edition.document_id, visit)
    meetings = [related.link(row, visit) for row in named.get("meeting", [])]
    successors = [
        {"text": row["title_"], "url": visit.page("working_group", row["slug_"])}
        for row in named.get("working_group", [])
    ]
    return KindContext(
        context={
            "group": {"active_from": start, "active_to": end},
            "mandate": mandate,
            "members": members,
            "meetings": meetings,
            "reports": reports,
            "objectives_chart": _by_year(reports),
            "tracker_url": _tracker_url(shown) if any(report["objectives"] for report in reports) else None,
        },
        facts=[
            *fact(_("Mechanism"), [mechanism]),
            *fact(_("Active from"), texts(str(start or ""))),
            *fact(_("Active until"), texts(str(end or ""))),
            *fact(_("Predecessor"), [shown.link(fields["predecessor"])]),
            *fact(_("Successor"), successors),
        ],
        before=[("mandate", _("Mandate"), mandate)],
        after=[
            ("members", _("Members"), members),
            ("meetings", _("Meetings"), meetings),
            ("reports", _("Commitments and results by year"), reports),
        ],
    )


def _members(shown: Rendition) -> list[dict[str, Any]]:
    """The seats by role, in the order of the roles; those that ended by the moment last, marked."""
    headings = {
        Member.Role.CO_CHAIR: _("Co-chairs"),
        Member.Role.CHAIR: pgettext("heading over those who chair a group", "Chair"),
        Member.Role.MEMBER: pgettext("heading over the members of a group that have no other role", "Members"),
        Member.Role.SECRETARY: _("Secretariat"),
        Member.Role.OBSERVER: _("Observers"),
    }
    found: list[dict[str, Any]] = []
    for role in Member.Role:
        rows = [_member(row, shown) for row in shown.parts("member") if row["role"] == role]
        if rows:
            found.append({"role": headings[role], "members": sorted(rows, key=lambda one: bool(one["is_former"]))})
    return found


def _member(row: Mapping[str, Any], shown: Rendition) -> dict[str, Any]:
    title, organization = shown.text_of(row["title"]), shown.name("organization", row["organization"])
    lines = [line for line in (row["name"], title, organization) if line]
    more = (
        shown.name("country", row["country"]),
        label(Member.Sector, row["sector"]),
        label(Member.Level, row["level"]),
        period(row["since"], row["until"]),
    )
    return {
        "name": lines[0] if lines else "",
        "lines": lines[1:],
        "facts": [text for text in more if text],
        "is_former": row["until"] and partial.latest(row["until"]) < shown.today,
    }


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The year in which the group ended its work."""
    return {"active_to": F("active_to")}
