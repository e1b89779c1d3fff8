"""Atom feeds, calendars and sitemaps."""

from datetime import UTC, date, datetime
from typing import Any

import icalendar
import lxml.etree
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cooperation import public_kind
from cooperation.data import atom, sitemaps
from editorial.workflow import drafts, transitions
from tests.builders import approve, make, make_page, publish, revised, theme
from tests.cooperation.site import body, days, get, mechanism, page, report, uuid, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db

A = "{http://www.w3.org/2005/Atom}"
S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
X = "{http://www.w3.org/1999/xhtml}"


def feed(client: Client, address: str) -> Any:
    """A feed, after a check of what RFC 4287 demands of one."""
    response = get(client, address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = lxml.etree.fromstring(response.content)
    assert root.tag == f"{A}feed"
    for element in (root, *root.iter(f"{A}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(A + name)) == 1, name
        assert element.find(f"{A}id").text.startswith("urn:uuid:")
        datetime.fromisoformat(element.find(f"{A}updated").text)
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in element.findall(f"{A}link")]
        assert len(links) == len(set(links))
        assert all(link.get("href").startswith("http://testserver/") for link in element.findall(f"{A}link"))
    assert root.find(f"{A}author/{A}name").text
    assert root.find(f"{A}link[@rel='self']").get("href").startswith("http://testserver" + address.split("?")[0])
    ids = [each.text for each in root.iter(f"{A}id")]
    assert len(ids) == len(set(ids))
    return root


def titles(root: Any) -> list[str]:
    """Of the entries."""
    return [each.find(f"{A}title").text for each in root.iter(f"{A}entry")]


def test_the_feeds_of_site_kind_and_theme(client: Client, people: People, now: datetime) -> None:
    theme("security")
    page(people, now - days(3), slug="a", parts={"themetag": [{"theme": "security"}]})
    report(people, now - days(2))
    page(people, now - days(1), slug="b")
    assert titles(feed(client, "/fr/feed.atom")) == ["B fr", "Report 2021 fr", "A fr"]
    assert titles(feed(client, "/es/paginas/feed.atom")) == ["B es", "A es"]
    assert titles(feed(client, "/en/themes/security.atom")) == ["A en"]
    assert titles(feed(client, f"/en/feed.atom?at={(now - days(2.5)).isoformat()}")) == ["A en"]
    for kind in public_kind.all_kinds():
        for code in ("en", "fr", "es"):
            feed(client, f"/{code}/{kind.segments[code]}/feed.atom")
    for path in ("/fr/rien/feed.atom", "/fr/themes/rien.atom", "/de/feed.atom", "/fr/feed.atom?at=2999-01-01"):
        assert get(client, path).status_code == 404
    assert client.post("/fr/feed.atom").status_code == 405


def test_an_entry_keeps_its_identity_and_moves_up_with_what_matters(
    client: Client, people: People, now: datetime
) -> None:
    first = page(people, now - days(9), slug="a")
    page(people, now - days(5), slug="b")
    before = {each.find(f"{A}title").text: each for each in feed(client, "/en/feed.atom").iter(f"{A}entry")}
    second = revised(first, people, now - days(3), minor=True, title_en="Corrected")
    assert titles(feed(client, "/en/feed.atom")) == ["B en", "Corrected"]
    revised(second, people, now - days(1), title_en="Rewritten", slug_en="elsewhere")
    newest, _older = feed(client, "/en/feed.atom").iter(f"{A}entry")
    assert newest.find(f"{A}title").text == "Rewritten"
    assert newest.find(f"{A}id").text == before["A en"].find(f"{A}id").text
    assert datetime.fromisoformat(newest.find(f"{A}updated").text) == now - days(1)
    assert datetime.fromisoformat(newest.find(f"{A}published").text) == now - days(9)
    assert newest.find(f"{A}link[@hreflang='en']").get("href") == "http://testserver/en/pages/elsewhere/"


def test_feeds_know_the_second_and_no_other_language(
    client: Client, people: People, now: datetime, time_machine: Any
) -> None:
    draft = make_page(people, now, slug="coming", attest=False)
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    drafts.grant_exception(draft, "es", by=people.publisher, now=now, reason="Later.")
    transitions.schedule(approve(draft, people, now), by=people.publisher, now=now, at=now + days(1))
    time_machine.move_to(now + days(1) - days(1 / 86400), tick=False)
    empty = get(client, "/fr/feed.atom")
    assert titles(feed(client, "/fr/feed.atom")) == []
    assert get(client, "/fr/feed.atom").content == empty.content
    time_machine.move_to(now + days(1), tick=False)
    assert titles(feed(client, "/fr/feed.atom")) == ["Coming fr"]
    assert titles(feed(client, "/es/feed.atom")) == []
    links = [link.get("hreflang") for link in feed(client, "/fr/feed.atom").iter(f"{A}link")]
    assert "es" not in links


def test_what_is_withdrawn_goes_and_nothing_is_sent_twice(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now - days(2))
    first = get(client, "/en/feed.atom")
    assert first["Last-Modified"]
    again = get(client, "/en/feed.atom", **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    withdraw(edition, people, now)
    after = get(
        client, "/en/feed.atom", **{"If-None-Match": first["ETag"], "If-Modified-Since": first["Last-Modified"]}
    )
    assert after.status_code == 200
    assert titles(feed(client, "/en/feed.atom")) == []
    assert get(client, "/en/pages/border-en/changes.atom").status_code == 410


def test_the_changes_of_one_document(client: Client, people: People, now: datetime) -> None:
    first = page(people, now - days(9))
    revised(first, people, now - days(3), change_note_fr="Plus <clair> & net", slug_fr="frontiere")
    root = feed(client, "/fr/pages/frontiere/changes.atom")
    newest, oldest = root.iter(f"{A}entry")
    assert newest.find(f"{A}summary").text.splitlines()[0] == "Plus <clair> & net"
    assert [name.text for name in newest.iter(f"{A}name")] == ["Gouvernement du Canada"]
    assert "at=" in newest.find(f"{A}link").get("href")
    assert get(client, oldest.find(f"{A}link").get("href")).status_code == 200
    moved = get(client, "/fr/pages/border-fr/changes.atom")
    assert (moved.status_code, moved["Location"]) == (301, "/fr/pages/frontiere/changes.atom")
    assert get(client, "/fr/pages/rien/changes.atom").status_code == 404
    shown = body(get(client, "/fr/pages/frontiere/"))
    assert (
        '<link rel="alternate" type="application/atom+xml" href="http://testserver/fr/pages/frontiere/changes.atom">'
        in shown
    )
    assert '<a href="/fr/pages/frontiere/changes.atom" type="application/atom+xml">Suivre les modifications' in shown
    then = body(get(client, oldest.find(f"{A}link").get("href")))
    assert "Suivre les modifications" not in then, "what is past does not change"


def test_a_feed_asks_once_however_much_there_is(client: Client, people: People, now: datetime) -> None:
    for n in range(3):
        page(people, now, slug=f"p{n}")
        get(client, "/en/feed.atom")
        with CaptureQueriesContext(connection) as asked:
            get(client, "/en/feed.atom")
        assert len(asked) == 1


def test_no_character_breaks_a_feed() -> None:
    text = "a\x00b\x0bc<d>&\"'\ud800\ufffe"
    entry = atom.Entry("urn:x", text, "http://x/?a&b", datetime.now(UTC))
    made = atom.feed_xml(atom.Feed("urn:y", text, "", "z", "en", "http://x", "http://x", datetime.now(UTC), [entry]))
    assert lxml.etree.fromstring(made.encode()).find(f"{A}title").text == "abc<d>&\"'"


# Calendars

TIMED = {
    "starts_on": "2022-03-01", "starts_at": "09:00:00", "ends_on": "2022-03-02", "ends_at": "17:30:00",
    "time_zone": "America/Mexico_City", "city": {c: f"City, {c}; x" for c in ("en", "fr", "es")}, "format": "hybrid",
}  # fmt: skip


def meeting(people: People, now: datetime, slug: str, **fields: Any) -> Any:
    """A live meeting."""
    return publish(make("meeting", people, now, slug=slug, fields=fields), people, now)


def events(client: Client, address: str) -> tuple[Any, list[Any]]:
    """A calendar and its events, after a check of what RFC 5545 demands of them."""
    response = get(client, address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert all(len(line) <= 75 for line in response.content.split(b"\r\n"))
    calendar: Any = icalendar.Calendar.from_ical(response.content)
    assert calendar["version"] == "2.0"
    assert calendar["prodid"]
    found = list(calendar.walk("VEVENT"))
    for event in found:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL", "STATUS", "SEQUENCE"} <= set(event)
        zone = event["DTSTART"].params.get("TZID")
        if zone:
            assert zone in {each["TZID"] for each in calendar.walk("VTIMEZONE")}
    return calendar, found


def test_meetings_stand_in_their_own_zone_or_on_their_days(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now - days(9))
    timed = meeting(people, now - days(8), "timed", mechanism=uuid(cmp), **TIMED)
    meeting(people, now - days(8), "days", starts_on="2021-11-25", ends_on="2021-11-26")
    _calendar, found = events(client, "/fr/meetings.ics")
    assert [str(event["SUMMARY"]) for event in found] == ["Timed fr", "Days fr"]
    one, other = found
    assert one.decoded("DTSTART") == datetime.fromisoformat("2022-03-01T09:00:00-06:00")
    assert one.decoded("DTEND") == datetime.fromisoformat("2022-03-02T17:30:00-06:00")
    assert one["DTSTART"].params["TZID"] == "America/Mexico_City"
    assert (str(one["UID"]), one["SEQUENCE"]) == (f"urn:uuid:{uuid(timed)}", 0)
    assert str(one["LOCATION"]) == "City, fr; x"
    assert str(one["URL"]) == "http://testserver/fr/reunions/timed-fr/"
    assert (other.decoded("DTSTART"), other.decoded("DTEND")) == (date(2021, 11, 25), date(2021, 11, 27))
    _calendar, of_mechanism = events(client, "/en/mechanisms/partnership-en/meetings.ics")
    assert [str(event["SUMMARY"]) for event in of_mechanism] == ["Timed en"]
    _calendar, alone = events(client, "/en/meetings/days-en/meetings.ics")
    assert [str(event["SUMMARY"]) for event in alone] == ["Days en"]
    assert get(client, "/en/pages/x/meetings.ics").status_code == 404
    assert get(client, "/en/meetings/nothing/meetings.ics").status_code == 404


def test_a_later_edition_counts_up_and_a_withdrawn_meeting_goes(client: Client, people: People, now: datetime) -> None:
    first = meeting(people, now - days(8), "timed", **TIMED)
    before = get(client, "/en/meetings.ics")
    assert get(client, "/en/meetings.ics", **{"If-None-Match": before["ETag"]}).status_code == 304
    second = revised(first, people, now - days(4), title_en="Moved")
    _calendar, (event,) = events(client, "/en/meetings.ics")
    assert (event["SEQUENCE"], str(event["UID"]), str(event["SUMMARY"])) == (1, f"urn:uuid:{uuid(first)}", "Moved")
    assert event.decoded("LAST-MODIFIED") == now - days(4)
    _calendar, (past,) = events(client, f"/en/meetings.ics?at={(now - days(6)).date()}")
    assert str(past["SUMMARY"]) == "Timed en"
    withdraw(second, people, now)
    assert events(client, "/en/meetings.ics")[1] == []
    assert get(client, "/en/meetings/timed-en/meetings.ics").status_code == 410


def test_a_calendar_asks_few_questions(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now)
    for n in range(3):
        meeting(people, now, f"m{n}", mechanism=uuid(cmp), **TIMED)
        for path, most in (("/en/meetings.ics", 1), ("/en/mechanisms/partnership-en/meetings.ics", 2)):
            get(client, path)
            with CaptureQueriesContext(connection) as asked:
                get(client, path)
            assert len(asked) == most


# Sitemaps


def test_the_sitemaps_name_every_public_page_in_each_language(client: Client, people: People, now: datetime) -> None:
    page(people, now - days(3))
    draft = make_page(people, now, slug="half", attest=False)
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    drafts.grant_exception(draft, "es", by=people.publisher, now=now, reason="Later.")
    publish(draft, people, now - days(1))
    withdraw(page(people, now - days(3), slug="gone"), people, now)
    make_page(people, now, slug="draft")
    index = lxml.etree.fromstring(get(client, "/sitemap.xml").content)
    files = [each.text for each in index.iter(f"{S}loc")]
    assert files == [f"http://testserver/sitemap-{code}-1.xml" for code in ("en", "fr", "es")]
    found = {}
    for address in files:
        root = lxml.etree.fromstring(get(client, address).content)
        for url in root.iter(f"{S}url"):
            links = {each.get("hreflang"): each.get("href") for each in url.iter(f"{X}link")}
            assert url.find(f"{S}loc").text in links.values()
            found[url.find(f"{S}loc").text] = (links, url.findtext(f"{S}lastmod"))
    for address in found:
        assert get(client, address).status_code == 200, address
    assert not any("gone" in address or "draft" in address for address in found)
    links, modified = found["http://testserver/fr/pages/half-fr/"]
    assert set(links) == {"en", "fr"}
    assert datetime.fromisoformat(str(modified)) == now - days(1)
    assert "http://testserver/es/paginas/half-es/" not in found
    assert "http://testserver/es/paginas/border-es/" in found


def test_long_sitemaps_are_cut(client: Client, people: People, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "PER_FILE", 2)
    for n in range(5):
        page(people, now, slug=f"p{n}")
    index = lxml.etree.fromstring(get(client, "/sitemap.xml").content)
    assert len(list(index.iter(f"{S}loc"))) == 9
    pages = [
        url.text
        for n in (1, 2, 3)
        for url in lxml.etree.fromstring(get(client, f"/sitemap-en-{n}.xml").content).iter(f"{S}loc")
        if "/pages/p" in url.text
    ]
    assert len(pages) == len(set(pages)) == 5
    for number in ("0", "4", "99999999999999999999"):
        assert get(client, f"/sitemap-en-{number}.xml").status_code == 404
    assert get(client, "/sitemap-de-1.xml").status_code == 404


def test_robots_are_told_where_to_stay_out(client: Client, db: None) -> None:
    told = get(client, "/robots.txt")
    assert told["Content-Type"] == "text/plain; charset=utf-8"
    lines = told.content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert {"Disallow: /en/search/", "Disallow: /fr/recherche/", "Disallow: /es/busqueda/"} <= set(lines)
    assert "Sitemap: http://testserver/sitemap.xml" in lines
