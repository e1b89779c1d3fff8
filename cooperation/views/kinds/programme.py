"""A programme: who carries it out, its period, its projects, and the programmes above and under it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F
from django.utils.translation import gettext as _

from cooperation.models import ProgrammePartner
from cooperation.models.programme import status
from cooperation.views.kinds import related
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact, period, texts
from cooperation.views.request.page_request import PageRequest


def page_context(shown: Rendition) -> KindContext:
    """The programme's standing, its organizations by role, its projects, and its place among programmes."""
    fields, visit = shown.fields, shown.visit
    standing = status(fields["starts_on"], fields["ends_on"], shown.today)
    projects = [
        {
            "title": shown.text_of(row["title"]),
            "description": shown.prose(row["description"], below=3),
            "country": shown.name("country", row["country"]),
            "period": period(row["since"], row["until"]),
        }
        for row in shown.parts("project")
        if shown.text_of(row["title"])
    ]
    rows = related.related_to("programme", shown.edition.document_id, visit).get("programme", [])
    under = [related.link(row, visit, dated=False) for row in rows]
    parent = shown.link(fields["parent"])
    acronym = shown.text_of(fields["acronym"])
    return KindContext(
        context={
            "programme": {
                "acronym": acronym,
                "status": standing.value if standing else "",
                "status_label": str(standing.label) if standing else "",
                "period": period(fields["starts_on"], fields["ends_on"]),
            },
            "projects": projects,
            "programmes": under,
        },
        facts=[
            *fact(_("Abbreviation"), texts(acronym)),
            *fact(_("Period"), texts(period(fields["starts_on"], fields["ends_on"]))),
            *fact(_("Implementers"), _organizations(shown, ProgrammePartner.Role.IMPLEMENTER)),
            *fact(_("Partners"), _organizations(shown, ProgrammePartner.Role.PARTNER)),
            *fact(_("Funders"), _organizations(shown, ProgrammePartner.Role.FUNDER)),
            *fact(_("Part of"), [parent]),
        ],
        after=[
            ("projects", _("Initiatives and projects"), projects),
            ("programmes", _("Programmes under this one"), under),
        ],
        trail=[(parent["text"], parent["url"])] if parent else [],
    )


def _organizations(shown: Rendition, role: str) -> list[dict[str, Any]]:
    rows = [row for row in shown.parts("programmepartner") if row["role"] == role]
    return texts(*(shown.name("organization", row["organization"]) for row in rows))


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The programme's period; its status follows from it."""
    return {"starts_on": F("starts_on"), "ends_on": F("ends_on")}
