"""`?at=`: every public page as it stood at a past moment."""

import re
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client

from cooperation.views.request import page_request
from editorial.content import kinds
from editorial.workflow import transitions
from tests.builders import approve, make_page, publish, revised
from tests.cooperation.site import body, days, get, group, mechanism, page, report, withdraw, words
from tests.people import People

NOW = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "moment"),
    [
        ("2022-03-01", datetime(2022, 3, 1, 23, 59, 59, 999999, tzinfo=UTC)),
        ("2026-05-04", NOW),  # today is not over
        ("2022-03-01T15:00", datetime(2022, 3, 1, 15, tzinfo=UTC)),
        ("2022-03-01T15:00:30Z", datetime(2022, 3, 1, 15, 0, 30, tzinfo=UTC)),
        ("2022-03-01T15:00:30.25Z", datetime(2022, 3, 1, 15, 0, 30, 250000, tzinfo=UTC)),
        ("2022-03-01T15:00:00-05:00", datetime(2022, 3, 1, 20, tzinfo=UTC)),
        ("2022-03-01T15:00:00+05:30", datetime(2022, 3, 1, 9, 30, tzinfo=UTC)),
        ("2026-05-04T12:00:00Z", NOW),
    ],
)
def test_a_date_means_its_end_and_an_instant_itself_in_utc(at: str, moment: datetime) -> None:
    assert page_request.parse(at, now=NOW) == moment


@pytest.mark.parametrize(
    "at",
    [
        "", "yesterday", "2022", "2022-03", "2022-13-01", "2022-02-30", "0000-01-01", "2022-3-1", "20220301",
        "01/03/2022", "2022-W09-2", "2022-03-01T", "2022-03-01T25:00", "2022-03-01 15:00", "2022-03-01T15:00+99:00",
        "0001-01-01T00:00+05:00", "٢٠٢٢-٠٣-٠١", "2022-03-01\x00", "2022-03-01' OR 1=1", "now",
        "2026-05-05", "2026-05-04T12:00:01Z", "2026-05-04T08:00-05:00", "9999-12-31",
    ],
)  # fmt: skip
def test_no_other_date_is_understood_and_the_future_is_not_told(at: str) -> None:
    with pytest.raises(page_request.NotFound):
        page_request.parse(at, now=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/", "/fr/", "/fr/pages/", "/fr/rapports-annuels/", "/fr/pages/border-fr/"])
def test_an_unknown_date_is_not_found_and_says_so(client: Client, people: People, now: datetime, path: str) -> None:
    page(people, now - days(5))
    malformed = get(client, f"{path}?at=2022-99-01", accept_language="fr")
    assert malformed.status_code == 404
    cannot = "The address asks for a date that cannot be read. Write it as 2022-03-01 or 2022-03-01T15:00Z."
    assert words("fr", cannot) in body(malformed)
    assert '<html lang="fr"' in body(malformed)
    future = get(client, f"{path}?at=2999-01-01", accept_language="fr")
    assert future.status_code == 404
    ahead = "The address asks for a date in the future. Only the present and the past can be shown."
    assert words("fr", ahead) in body(future)
    assert get(client, path + "?at=%00", accept_language="fr").status_code == 404


@pytest.mark.django_db
def test_a_plus_in_an_address_counts_as_one(client: Client) -> None:
    assert get(client, "/en/?at=2022-03-01T15:00:00+05:30").status_code == 200


@pytest.mark.django_db
def test_a_page_is_shown_as_it_stood(client: Client, people: People, now: datetime) -> None:
    revised(page(people, now - days(9)), people, now - days(3), summary_en="What it says today", minor=False)
    present = get(client, "/en/pages/border-en/")
    assert "What it says today" in body(present)
    assert "noindex" not in body(present)
    assert "X-Robots-Tag" not in present
    assert "A page from the past" not in body(present)

    at = (now - days(5)).isoformat()
    past = get(client, f"/en/pages/border-en/?at={quote(at)}")
    assert "What it says today" not in body(past)
    assert "Summary en" in body(past)
    assert "A page from the past" in body(past)
    assert 'href="/en/pages/border-en/">See the page as it is now' in body(past)
    assert '<meta name="robots" content="noindex">' in body(past)
    assert past["X-Robots-Tag"] == "noindex"
    assert 'rel="canonical"' not in body(past)
    assert get(client, f"/en/pages/border-en/?at={(now - days(10)).date()}").status_code == 404


@pytest.mark.django_db
def test_a_day_shows_what_it_brought(client: Client, people: People, now: datetime) -> None:
    noon = (now - days(4)).replace(hour=12, minute=0)
    page(people, noon)
    assert get(client, f"/en/pages/border-en/?at={noon.date()}").status_code == 200
    assert get(client, f"/en/pages/border-en/?at={noon.date() - timedelta(days=1)}").status_code == 404


@pytest.mark.django_db
def test_a_live_period_begins_with_its_first_instant_and_ends_before_its_last(
    client: Client, people: People, now: datetime
) -> None:
    start, end = now - days(4), now - days(2)
    withdraw(page(people, start), people, end)
    tick = timedelta(microseconds=1)
    for moment, status in ((start - tick, 404), (start, 200), (end - tick, 200), (end, 410)):
        assert get(client, f"/en/pages/border-en/?at={page_request.instant(moment)}").status_code == status, moment


@pytest.mark.django_db
def test_a_withdrawn_page_can_be_read_as_it_stood(client: Client, people: People, now: datetime) -> None:
    withdraw(page(people, now - days(9)), people, now - days(3))
    past = get(client, f"/en/pages/border-en/?at={(now - days(5)).date()}")
    assert past.status_code == 200
    assert "It is no longer public." in body(past)


@pytest.mark.django_db
def test_lists_and_the_home_page_answer_for_the_past(client: Client, people: People, now: datetime) -> None:
    withdraw(page(people, now - days(9), slug="early"), people, now - days(3))
    page(people, now - days(2), slug="late")
    for path in ("/en/", "/en/pages/"):
        at = (now - days(5)).date()
        past, present = body(get(client, f"{path}?at={at}")), body(get(client, path))
        assert "Early en" in past
        assert "Late en" not in past
        assert "A page from the past" in past
        assert f'href="{path}">See the page as it is now' in past
        assert "Early en" not in present
        assert "Late en" in present


@pytest.mark.django_db
def test_every_link_stays_in_the_past(client: Client, people: People, now: datetime) -> None:
    past = now - days(9)
    cmp = mechanism(people, past)
    energy = group(people, past, of=cmp)
    parent = page(people, past, slug="parent")
    linked = {
        code: f'<p><a href="/{code}/{segment}/parent-{code}/#part">See</a> <a href="https://example.org/">out</a></p>'
        for code, segment in kinds.get_kind("page").segments.items()
    }
    publish(
        make_page(
            people, past, slug="child", fields={"parent": str(parent.document.uuid)},
            parts={"section": [{"heading": dict.fromkeys(linked, "H"), "body": linked}]},
        ),
        people, past,
    )  # fmt: skip
    report(people, past, of=cmp, groups=[energy])
    at = (now - days(5)).date().isoformat()
    for path in (
        "/en/", "/en/pages/", "/en/annual-reports/", "/en/working-groups/", "/en/mechanisms/", "/en/pages/child-en/",
        "/en/pages/parent-en/", "/en/annual-reports/report-2021-en/", "/en/working-groups/energy-en/",
        "/en/mechanisms/partnership-en/",
    ):  # fmt: skip
        response = get(client, f"{path}?at={at}")
        assert response.status_code == 200, path
        links = [link for link in re.findall(r'<a\b[^>]*?href="([^"]+)"', body(response)) if link.startswith("/")]
        # The page about data has no past: it tells how to ask for one.
        present = [link for link in links if "at=" not in link and link != "/en/data/"]
        assert present == [path], path  # only the way back to the present
        assert len(links) > 10
    child = body(get(client, f"/en/pages/child-en/?at={at}"))
    assert f'href="/en/pages/parent-en/?at={at}#part"' in child
    assert 'href="https://example.org/"' in child
    assert 'href="/en/pages/parent-en/#part"' in body(get(client, "/en/pages/child-en/"))


@pytest.mark.django_db
def test_the_change_history_leads_to_each_edition_and_ends_at_the_moment(
    client: Client, people: People, now: datetime
) -> None:
    second = revised(page(people, now - days(9)), people, now - days(6), summary_en="Second", change_note_en="Redone.",
                     slug_en="frontier")  # fmt: skip
    revised(second, people, now - days(3), summary_en="Third", change_note_en="Again.")
    present = body(get(client, "/en/pages/frontier/"))
    links = re.findall(r'href="([^"]+)">Read edition (\d)', present)
    assert [number for _link, number in links] == ["2", "1"]
    assert "Redone." in present
    assert "Again." in present
    assert "You are reading this edition." in present
    for link, number in links:
        shown = get(client, link)
        assert shown.status_code == 200, link  # each edition at the address it then had
        assert {"1": "Summary en", "2": "Second"}[number] in body(shown)
    past = body(get(client, f"/en/pages/frontier/?at={(now - days(5)).date()}"))
    assert "Again." not in past
    assert "Redone." in past


@pytest.mark.django_db
def test_a_confirmation_that_came_later_does_not_change_the_past(client: Client, people: People, now: datetime) -> None:
    urgent = transitions.publish_urgently(
        make_page(people, now - days(9), slug="border"),
        by=people.publisher,
        now=now - days(9),
        reason="Roads are closed.",
    )
    assert "Published urgently." in body(get(client, "/en/pages/border-en/"))
    assert "Roads are closed." not in body(get(client, "/en/pages/border-en/"))
    transitions.confirm(urgent, by=people.reviewer_ca, now=now - days(3))
    assert "Published urgently." not in body(get(client, "/en/pages/border-en/"))
    assert "Published urgently." in body(get(client, f"/en/pages/border-en/?at={(now - days(5)).date()}"))


@pytest.mark.django_db
def test_today_shows_nothing_that_is_still_to_come(client: Client, people: People, now: datetime) -> None:
    morning = datetime(2030, 1, 1, 9, tzinfo=UTC)
    edition = approve(make_page(people, now, slug="border"), people, now)
    transitions.schedule(edition, by=people.publisher, now=now, at=morning + timedelta(hours=2))
    with time_machine.travel(morning, tick=False):
        assert get(client, "/en/pages/border-en/?at=2030-01-01").status_code == 404
    with time_machine.travel(morning + timedelta(hours=2), tick=False):
        assert get(client, "/en/pages/border-en/?at=2030-01-01").status_code == 200
