"""A meeting: when on its own clocks, where, how; its sessions, participants, outcomes, documents and statements."""

from collections.abc import Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F
from django.utils.translation import gettext as _

from cooperation.charts.scale import number_text as number
from cooperation.models import Meeting, MeetingSession
from cooperation.views.kinds import related
from cooperation.views.page.kind_context import KindContext
from cooperation.views.page.rendition import Rendition
from cooperation.views.page.wording import fact, label, texts
from cooperation.views.request.page_request import PageRequest
from editorial.base.dates.safe import read_day
from editorial.base.languages import column
from editorial.content.name_queries import words_held


def page_context(shown: Rendition) -> KindContext:
    """The meeting's day and place, who took part, and what came of it."""
    fields, visit = shown.fields, shown.visit
    sessions = [_session(row, shown) for row in shown.parts("meetingsession")]
    participants = [
        {
            "name": shown.name("organization", row["organization"]) or shown.text_of(row["delegation"]),
            "delegation": shown.text_of(row["delegation"]) if row["organization"] else "",
            "number": row["number"],
        }
        for row in shown.parts("participant")
    ]
    outcomes = shown.prose(fields["outcomes"])
    links = [shown.link(row["document"]) for row in shown.parts("relateddocument")]
    documents = [link for link in links if link]
    rows = related.related_to("meeting", shown.edition.document_id, visit).get("statement", [])
    statements = [related.link(row, visit) for row in rows]
    mechanism = shown.link(fields["mechanism"])
    return KindContext(
        context={
            "meeting": {
                "when": _when(fields),
                "place": ", ".join(filter(None, (shown.text_of(fields["city"]), _host(shown)))),
                "format": label(Meeting.Format, fields["format"]),
                "format_key": fields["format"],
            },
            "sessions": sessions,
            "participants": participants,
            "total": _total(participants),
            "outcomes": outcomes,
            "documents": documents,
            "statements": statements,
        },
        facts=[
            *fact(_("Mechanism"), [mechanism]),
            *fact(_("Meeting number"), texts(str(fields["ordinal"] or ""))),
            *fact(_("Host"), texts(_host(shown))),
        ],
        before=[
            ("sessions", _("Sessions"), sessions),
            ("participants", _("Who took part"), participants),
            ("outcomes", _("Outcomes"), outcomes),
        ],
        after=[("statements", _("Statements"), statements), ("documents", _("Related documents"), documents)],
    )


def _host(shown: Rendition) -> str:
    return shown.name("country", shown.fields["host_country"])


def _total(participants: list[dict[str, Any]]) -> str:
    """How many people took part, where every participant says so."""
    numbers = [row["number"] for row in participants]
    return number(sum(numbers)) if numbers and all(numbers) and len(numbers) > 1 else ""


def _session(row: Mapping[str, Any], shown: Rendition) -> dict[str, Any]:
    group, title = shown.link(row["group"]), shown.text_of(row["title"])
    sort = label(MeetingSession.Type, row["type"])
    # A session without a title of its own is called after its group, or after its sort.
    named = {"text": title or sort, "url": None} if title or not group else group
    return {"type": sort if named["text"] != sort else "", "title": named, "group": group if title else None}


def _when(fields: Mapping[str, Any]) -> dict[str, Any] | None:
    """The days, the times and the zone they are read in, with its offset from UTC on the first day."""
    first = read_day(fields["starts_on"] or "")
    if first is None:
        return None
    last = read_day(fields["ends_on"] or "") or first
    begins, ends = (time.fromisoformat(fields[name]) if fields[name] else None for name in ("starts_at", "ends_at"))
    zone = fields["time_zone"] if begins or ends else ""
    return {
        "first": first,
        "last": last if last != first else None,
        "begins": begins,
        "ends": ends,
        "zone": zone,
        "city": zone.rpartition("/")[2].replace("_", " "),
        "offset": _offset(datetime.combine(first, begins or time(12), tzinfo=ZoneInfo(zone))) if zone else "",
        "datetime": datetime.combine(first, begins, tzinfo=ZoneInfo(zone)).isoformat() if zone and begins else "",
    }


def _offset(moment: datetime) -> str:
    """The offset from UTC as people write it, such as “UTC−6” or “UTC+5:30”."""
    text = moment.strftime("%z")
    hours, minutes = int(text[1:3]), text[3:5]
    if not hours and minutes == "00":
        return "UTC"
    return f"UTC{'−' if text[0] == '-' else '+'}{hours}" + (f":{minutes}" if minutes != "00" else "")


def row_columns(asked: PageRequest) -> Mapping[str, Any]:
    """The meeting's first day, place and format."""
    return {
        "starts_on": F("starts_on"),
        "city": F(column("city", asked.language)),
        "host": words_held("country", "host_country__code", asked.language),
    }
