"""Meetings as a calendar (iCalendar, RFC 5545)."""

from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import F, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from cooperation import public_kind
from cooperation.data import documents, urls_for
from cooperation.data.answers import with_validators
from cooperation.lists.rows import last_modified
from cooperation.models import Meeting
from cooperation.views.request import page_request
from cooperation.views.request.decorators import public
from cooperation.views.request.page_request import NotFound, PageRequest
from editorial.base.dates.bounds import FIRST_DAY, LAST_DAY
from editorial.base.dates.safe import day_after, in_zone
from editorial.base.languages import column
from editorial.base.prepared_queries import DOCUMENT, MOMENT, Compiled
from editorial.content.name_queries import words_held
from editorial.models import Edition
from editorial.models.querysets import Begins

#: Meetings of a calendar, the latest; programs that show calendars choke on more.
MOST = 1_000
#: Days around the meetings for which zones are described, though not beyond what exists here: each year of it costs.
_YEAR = 366
MEDIA_TYPE = "text/calendar; charset=utf-8"


@cache
def _meetings(code: str, of: str) -> Compiled:
    def build() -> Any:
        live = Meeting.objects.live(MOMENT).in_language(code).filter(starts_on__isnull=False)
        if of:
            live = live.filter(**{f"{of}_id": DOCUMENT})
        first = Edition.objects.begun(MOMENT).filter(document_id=OuterRef("document_id")).order_by("live_during")
        return (
            live.order_by("-starts_on", "-pk")
            .annotate(
                uuid=F("document__uuid"),
                title_=F(column("title", code)),
                slug_=F(column("slug", code)),
                summary_=F(column("summary", code)),
                city_=F(column("city", code)),
                host_=words_held("country", "host_country__code", code),
                since=Begins("live_during"),
                modified=last_modified(PageRequest(code, MOMENT, MOMENT)),
                created=Subquery(first.annotate(begins=Begins("live_during")).values("begins")[:1]),
            )
            .values(
                "uuid", "number", "title_", "slug_", "summary_", "city_", "host_", "format", "since", "created",
                "modified", "starts_on", "starts_at", "ends_on", "ends_at", "time_zone",
            )[:MOST]
        )  # fmt: skip

    return Compiled(build)


@public
def meetings(request: HttpRequest, language: str) -> HttpResponse:
    """All meetings, at /<language>/meetings.ics."""
    asked = page_request.page_request(request, language)
    rows = _meetings(language, "").rows(moment=asked.moment)
    return _answer(request, asked, rows, public_kind.get_kind("meeting").plural, "meetings")


@public
def meetings_of(request: HttpRequest, language: str, segment: str, slug: str) -> HttpResponse:
    """The meetings of a mechanism, or one meeting, at /<language>/<segment>/<slug>/meetings.ics."""
    asked = page_request.page_request(request, language)
    kind = public_kind.kind_by_segment(language, segment)
    field = {"mechanism": "mechanism", "meeting": "document"}.get(kind.key) if kind else None
    if kind is None or field is None:
        raise NotFound
    found = documents.at_address(request, kind, slug, asked, lambda there: urls_for.meetings_of(asked, kind.key, there))
    if isinstance(found, HttpResponse):
        return found
    rows = _meetings(language, field).rows(moment=asked.moment, document=found.document_id)
    return _answer(request, asked, rows, found.title, found.slug)


def _answer(
    request: HttpRequest, asked: PageRequest, rows: list[dict[str, Any]], title: str, name: str
) -> HttpResponse:
    # 2 MB that a process which never serves a calendar need not spend.
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Entente//Meetings//" + asked.language.upper())
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", title, parameters={"language": asked.language})
    calendar.add("x-wr-calname", title)
    base = urls_for.site_base(request)
    for row in rows:
        calendar.add_component(_event(row, asked, base))
    calendar.add_missing_timezones(first_date=_first(rows), last_date=_last(rows))
    response = HttpResponse(calendar.to_ical(), content_type=MEDIA_TYPE)
    response["Content-Disposition"] = f'inline; filename="{name}.ics"'
    modified = max((row["since"] for row in rows), default=None)
    return with_validators(request, response, asked, modified=modified)


def _first(rows: list[dict[str, Any]]) -> date:
    return day_after(max(FIRST_DAY, min((row["starts_on"] for row in rows), default=FIRST_DAY)), -_YEAR)


def _last(rows: list[dict[str, Any]]) -> date:
    return day_after(min(LAST_DAY, max((row["ends_on"] or row["starts_on"] for row in rows), default=FIRST_DAY)), _YEAR)


def _event(row: dict[str, Any], asked: PageRequest, base: str) -> Any:
    """One meeting. Its SEQUENCE is the number of the edition, so that a calendar takes a later one for the newer; all
    its dates come from live periods, so that the same question has the same answer, byte for byte."""
    from icalendar import Event

    event = Event()
    event.add("uid", f"urn:uuid:{row['uuid']}")
    event.add("dtstamp", in_zone(row["since"], UTC))
    event.add("created", in_zone(row["created"], UTC))
    event.add("last-modified", in_zone(row["since"], UTC))
    event.add("sequence", row["number"] - 1)
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    event.add("summary", row["title_"], parameters={"language": asked.language})
    if row["summary_"]:
        event.add("description", row["summary_"], parameters={"language": asked.language})
    event.add("url", base + asked.page("meeting", row["slug_"]))
    if where := _place(row):
        event.add("location", where, parameters={"language": asked.language})
    for name, value in _period(row).items():
        event.add(name, value)
    return event


def _place(row: dict[str, Any]) -> str:
    there = ", ".join(filter(None, (row["city_"], row["host_"])))
    return there or (_("Online") if row["format"] == Meeting.Format.VIRTUAL else "")


def _period(row: dict[str, Any]) -> dict[str, date | datetime]:
    """First and last: times in the meeting's own zone; whole days where no time is known (RFC 5545 § 3.6.1: DTEND is
    the day after). A meeting of which only the beginning is known to the hour has no end."""
    first, last = row["starts_on"], row["ends_on"] or row["starts_on"]
    if not (row["starts_at"] and row["time_zone"]):
        return {"dtstart": first, "dtend": day_after(max(first, last))}
    zone = ZoneInfo(row["time_zone"])
    begins = datetime.combine(first, row["starts_at"], tzinfo=zone)
    ends = datetime.combine(last, row["ends_at"] or time.max.replace(microsecond=0), tzinfo=zone)
    known = row["ends_at"] is not None or last > first
    return {"dtstart": begins, **({"dtend": ends} if known and ends > begins else {})}
