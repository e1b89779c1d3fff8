"""A mechanism: its names, its working groups and its reports."""

from functools import cache
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from cooperation.models import AnnualReport, Mechanism, WorkingGroup
from cooperation.views.compiled import DOCUMENT, MOMENT, Compiled
from cooperation.views.own import Own
from cooperation.views.queries import MOST, Row, as_link, linked
from cooperation.views.rendition import Rendition, fact
from cooperation.views.visit import Visit
from editorial.folding import Folded
from editorial.languages import column


@cache
def _groups(code: str) -> Compiled:
    def build() -> Any:
        live = WorkingGroup.objects.live(MOMENT).filter(mechanism_id=DOCUMENT)
        return linked(live, code, "active_to").order_by(Folded(column("title", code)), "pk")[:MOST]

    return Compiled(build)


def group_links(mechanism: int, visit: Visit) -> list[dict[str, Any]]:
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


def reports(mechanism: int, visit: Visit) -> list[Row]:
    """The live annual reports of a mechanism, newest first."""
    return _reports(visit.language).rows(document=mechanism, moment=visit.moment)


@cache
def _first(code: str) -> Compiled:
    def build() -> Any:
        named = {f"{name}_": F(column(name, code)) for name in ("acronym", "launched")}
        return linked(Mechanism.objects.live(MOMENT), code, "document_id", **named).order_by("document_id")[:1]

    return Compiled(build)


def first(visit: Visit) -> Row | None:
    """The mechanism that has been on the site for longest: the one that the home page introduces."""
    return _first(visit.language).first(moment=visit.moment)


def own(shown: Rendition) -> Own:
    """The mechanism's abbreviation and beginning, its groups and its reports."""
    fields, visit = shown.fields, shown.visit
    acronym, launched = shown.said(fields["acronym"]), shown.said(fields["launched"])
    groups = group_links(shown.edition.document_id, visit)
    years = [
        {"label": row["year"] and str(row["year"]), **as_link(row, "annual_report", visit)}
        for row in reports(shown.edition.document_id, visit)
    ]
    return Own(
        context={"mechanism": {"acronym": acronym}, "groups": groups, "reports": years},
        facts=[
            *fact(_("Abbreviation"), [{"text": acronym}] if acronym else []),
            *fact(_("Launched"), [{"text": launched}] if launched else []),
        ],
        after=[("groups", _("Working groups"), groups), ("reports", _("Annual reports"), years)],
    )
