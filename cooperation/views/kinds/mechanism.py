"""A mechanism: what it is, its working groups, meetings, agreements and reports."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from cooperation.models import AnnualReport, Mechanism, StatusStep, WorkingGroup
from cooperation.views.kinds import related
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.queries import MOST, Row, as_link, linked
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import day, fact, label, texts
from cooperation.views.request.page_request import PageRequest
from editorial.base.languages import column
from editorial.base.prepared_queries import DOCUMENT, MOMENT, Compiled
from editorial.base.sort_keys import Folded


@cache
def _groups(code: str) -> Compiled:
    def build() -> Any:
        live = WorkingGroup.objects.live(MOMENT).filter(mechanism_id=DOCUMENT)
        return linked(live, code, "active_to").order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def group_links(mechanism: int, visit: PageRequest) -> list[dict[str, Any]]:
    """The live working groups of a mechanism (a document's primary key), by name, as links."""
    return [
        {
            "name": row["title_"],
            "url": visit.page("working_group", row["slug_"]),
            "summary": row["summary_"] or "",
            "active_to": row["active_to"],
        }
        for row in _groups(visit.language).rows(document=mechanism, moment=visit.moment)
    ]


@cache
def _reports(code: str) -> Compiled:
    def build() -> Any:
        live = AnnualReport.objects.live(MOMENT).filter(mechanism_id=DOCUMENT)
        return linked(live, code, "year").order_by(F("year").desc(nulls_last=True), "-pk")[:MOST]

    return Compiled(build)


def reports(mechanism: int, visit: PageRequest) -> list[Row]:
    """The live annual reports of a mechanism, newest first."""
    return _reports(visit.language).rows(document=mechanism, moment=visit.moment)


@cache
def _first(code: str) -> Compiled:
    def build() -> Any:
        named: dict[str, Any] = {f"{name}_": F(column(name, code)) for name in ("acronym", "launched")}
        named["launched_on_"] = F("launched_on")
        return linked(Mechanism.objects.live(MOMENT), code, "document_id", **named).order_by("document_id")[:1]

    return Compiled(build)


def first(visit: PageRequest) -> Row | None:
    """The mechanism that has been on the site for longest: the one that the home page introduces."""
    return _first(visit.language).first(moment=visit.moment)


def page_context(shown: Rendition) -> KindContext:
    """What sort of frame it is, who keeps it, and its groups, meetings, agreements and reports."""
    fields, visit = shown.fields, shown.visit
    acronym, document = shown.text_of(fields["acronym"]), shown.edition.document_id
    groups, named = group_links(document, visit), related.related_to("mechanism", document, visit)
    meetings = [related.link(row, visit) for row in named.get("meeting", [])]
    agreements = [
        {**related.link(row, visit, dated=False), "label": label(StatusStep.Status, row["status_"])}
        for row in named.get("agreement", [])
    ]
    years = [
        {"label": row["year"] and str(row["year"]), **as_link(row, "annual_report", visit)}
        for row in reports(document, visit)
    ]
    return KindContext(
        context={
            "mechanism": {"acronym": acronym, "status": fields["status"]},
            "groups": groups,
            "meetings": meetings,
            "agreements": agreements,
            "reports": years,
        },
        facts=[
            *fact(_("Abbreviation"), texts(acronym)),
            *fact(_("Type"), texts(label(Mechanism.Type, fields["type"]))),
            *fact(_("Level"), texts(label(Mechanism.Level, fields["level"]))),
            *fact(_("Status"), texts(label(Mechanism.Status, fields["status"]))),
            *fact(_("Parties"), texts(*(shown.name("country", r["country"]) for r in shown.parts("mechanismparty")))),
            *fact(_("Launched"), texts(launched(shown))),
            *fact(_("Relaunched"), texts(day(fields["relaunched_on"]))),
            *fact(_("Meets"), texts(shown.text_of(fields["cadence"]))),
            *fact(_("Hosts"), texts(shown.text_of(fields["hosting"]))),
            *fact(_("Coordinated by"), texts(*(_body(r, shown) for r in shown.parts("coordinatingbody")))),
        ],
        after=[
            ("groups", _("Working groups"), groups),
            ("meetings", _("Meetings"), meetings),
            ("agreements", _("Agreements"), agreements),
            ("reports", _("Annual reports"), years),
        ],
    )


def launched(shown: Rendition) -> str:
    """When and where the mechanism was launched: by its date, as precise as it is known, or in words."""
    when = day(shown.fields["launched_on"]) or shown.text_of(shown.fields["launched"])
    return ", ".join(filter(None, (when, shown.text_of(shown.fields["launched_at"]))))


def _body(row: Mapping[str, Any], shown: Rendition) -> str:
    name, role = shown.name("organization", row["organization"]), shown.text_of(row["role"])
    return _("%(name)s (%(role)s)") % {"name": name, "role": role} if role else name


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The mechanism's abbreviation, level and status."""
    return {"acronym": F(column("acronym", asked.language)), "level": F("level"), "status": F("status")}
