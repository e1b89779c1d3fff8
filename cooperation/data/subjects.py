"""What a document of each kind is, in the words of schema.org.

A kind that is not named here is a web page like any other.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from cooperation.models import Meeting
from cooperation.views.page.rendition import Rendition
from editorial.base.dates.safe import read_day

#: Types that are works: the page itself is one. What is no work (a meeting, a body) is what the page is about.
WORKS = frozenset({"Article", "Report", "Legislation", "CreativeWork"})

Described = tuple[str, Mapping[str, Any]]


def schema_type(kind: str, shown: Rendition) -> Described:
    """The type of schema.org, empty for none but a page, and properties beside those of every page."""
    describe = _DESCRIBED.get(kind)
    return describe(shown) if describe else ("", {})


def _article(shown: Rendition) -> Described:
    return "Article", {}


def _report(shown: Rendition) -> Described:
    year = shown.fields["year"]
    return "Report", {"temporalCoverage": str(year)} if year else {}


def _agreement(shown: Rendition) -> Described:
    return "Legislation" if shown.fields["binding"] else "CreativeWork", {}


def _body(shown: Rendition) -> Described:
    names = [shown.text_of(row["name"]) for row in shown.parts("othername")]
    acronym = shown.text_of(shown.fields.get("acronym"))
    others = [name for name in (acronym, *names) if name]
    return "GovernmentOrganization", {"alternateName": others} if others else {}


def _programme(shown: Rendition) -> Described:
    return "Project", {}


_MODES = {
    Meeting.Format.IN_PERSON: "https://schema.org/OfflineEventAttendanceMode",
    Meeting.Format.VIRTUAL: "https://schema.org/OnlineEventAttendanceMode",
    Meeting.Format.HYBRID: "https://schema.org/MixedEventAttendanceMode",
}


def _meeting(shown: Rendition) -> Described:
    fields = shown.fields
    told: dict[str, Any] = {
        name: _when(fields[day], fields[clock], fields["time_zone"])
        for name, day, clock in (("startDate", "starts_on", "starts_at"), ("endDate", "ends_on", "ends_at"))
        if fields[day]
    }
    place = [shown.text_of(fields["city"]), shown.name("country", fields["host_country"])]
    if any(place):
        told["location"] = {"@type": "Place", "name": ", ".join(filter(None, place))}
    if fields["format"] in _MODES:
        told["eventAttendanceMode"] = _MODES[fields["format"]]
    return "Event", {**told, "eventStatus": "https://schema.org/EventScheduled"}


def _when(day: str, clock: str | None, zone: str) -> str:
    found = read_day(day)
    if not (clock and zone and found):
        return day
    return datetime.combine(found, time.fromisoformat(clock), tzinfo=ZoneInfo(zone)).isoformat()


_DESCRIBED: Mapping[str, Callable[[Rendition], Described]] = {
    "page": _article,
    "statement": _article,
    "annual_report": _report,
    "agreement": _agreement,
    "mechanism": _body,
    "working_group": _body,
    "programme": _programme,
    "meeting": _meeting,
}
