"""Documents that name a document: one query for all kinds of them that a page lists."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Coalesce

from cooperation.lists.status import status_at
from cooperation.models import Agreement, Meeting, MeetingSession, Programme, Statement, WorkingGroup
from cooperation.views.page.queries import MOST, Row, linked
from cooperation.views.page.wording import day
from cooperation.views.request.page_request import PageRequest
from editorial.base.prepared_queries import DOCUMENT, MOMENT, Compiled


def _rows(live: Any, code: str, kind: str, when: str, status: Any = None) -> Any:
    text = CharField()
    named = {
        "kind_": Value(kind, output_field=text),
        "when_": Coalesce(Cast(F(when), text), Value(""), output_field=text),
        "status_": Value("", output_field=text) if status is None else Coalesce(status, Value(""), output_field=text),
    }
    return linked(live, code, **named).order_by()


def _meetings(code: str) -> Any:
    return _rows(Meeting.objects.live(MOMENT).filter(mechanism_id=DOCUMENT), code, "meeting", "starts_on")


def _agreements(code: str) -> Any:
    live = Agreement.objects.live(MOMENT).filter(mechanism_id=DOCUMENT)
    return _rows(live, code, "agreement", "number", status_at(MOMENT))


def _successors(code: str) -> Any:
    return _rows(
        WorkingGroup.objects.live(MOMENT).filter(predecessor_id=DOCUMENT), code, "working_group", "active_from"
    )


def _sittings(code: str) -> Any:
    sessions = MeetingSession.objects.filter(group_id=DOCUMENT).values("edition_id")
    return _rows(Meeting.objects.live(MOMENT).filter(pk__in=sessions), code, "meeting", "starts_on")


def _statements(code: str) -> Any:
    return _rows(Statement.objects.live(MOMENT).filter(meeting_id=DOCUMENT), code, "statement", "dated_on")


def _supersedes(code: str) -> Any:
    return _rows(Agreement.objects.live(MOMENT).filter(supersedes_id=DOCUMENT), code, "agreement", "number")


def _under(code: str) -> Any:
    return _rows(Programme.objects.live(MOMENT).filter(parent_id=DOCUMENT), code, "programme", "starts_on")


#: By the kind of a document: what its page lists of the documents that name it.
_ASKED = {
    "mechanism": (_meetings, _agreements),
    "working_group": (_successors, _sittings),
    "meeting": (_statements,),
    "agreement": (_supersedes,),
    "programme": (_under,),
}


@cache
def _related(kind: str, code: str) -> Compiled:
    def build() -> Any:
        first, *others = (make(code) for make in _ASKED[kind])
        both = first.union(*others, all=True) if others else first
        return both.order_by("kind_", "-when_", "title_")[: 2 * MOST]

    return Compiled(build)


def related_to(kind: str, document: int, visit: PageRequest) -> dict[str, list[Row]]:
    """What names a document (by primary key) of a kind, by the kind of what names it, the latest first."""
    found: dict[str, list[Row]] = {}
    for row in _related(kind, visit.language).rows(document=document, moment=visit.moment):
        found.setdefault(row["kind_"], []).append(row)
    return found


def link(row: Mapping[str, Any], visit: PageRequest, *, dated: bool = True) -> dict[str, Any]:
    """A row as `_links.html` names its parts; the date stands over it."""
    return {
        "label": day(row["when_"]) if dated else "",
        "title": row["title_"],
        "url": visit.page(row["kind_"], row["slug_"]),
        "summary": row["summary_"] or "",
    }
