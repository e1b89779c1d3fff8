"""The home page: what is new, what is coming, what was promised."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.cooperation import register
from tests.cooperation.site import body, days, get, group, mechanism, objective, report
from tests.people import People

pytestmark = pytest.mark.django_db


def meeting(
    people: People, now: datetime, slug: str, first: datetime, *, lasts: int = 1, at: datetime | None = None
) -> None:
    """A live meeting of some days, published four days ago unless another moment is given."""
    when = {"starts_on": first.date().isoformat(), "ends_on": (first + timedelta(days=lasts - 1)).date().isoformat()}
    register.live("meeting", people, at or now - days(4), slug=slug, fields=when)


def diary(client: Client, address: str = "/en/") -> str:
    """What the home page says of meetings."""
    page = body(get(client, address))
    return page.split('class="diary"')[1].split("</ol>")[0] if 'class="diary"' in page else ""


def test_the_next_meetings_are_announced_the_soonest_first_and_those_of_today_with_them(
    client: Client, people: People, now: datetime
) -> None:
    for slug, first, lasts in (("far", 30, 1), ("near", 3, 1), ("over", -9, 2), ("on", -2, 4)):
        meeting(people, now, slug, now + days(first), lasts=lasts)
    shown = diary(client)
    assert shown.index("On en") < shown.index("Near en") < shown.index("Far en")
    assert "Over en" not in shown
    assert "Coming up" in body(get(client, "/en/"))


def test_without_any_to_come_the_latest_meetings_stand_there(client: Client, people: People, now: datetime) -> None:
    assert diary(client) == ""
    for slug, first in (("older", -20), ("newer", -9)):
        meeting(people, now, slug, now + days(first))
    shown = diary(client)
    assert shown.index("Newer en") < shown.index("Older en")
    assert "Coming up" not in body(get(client, "/en/"))


def test_what_was_coming_is_asked_of_the_moment(client: Client, people: People, now: datetime) -> None:
    meeting(people, now, "past", now - days(2), at=now - days(9))
    past = (now - days(5)).date()
    assert "Coming up" in body(get(client, f"/en/?at={past}"))
    assert "Past en" in diary(client, f"/en/?at={past}")


def test_the_latest_report_says_what_was_promised_and_how_it_stands(
    client: Client, people: People, now: datetime
) -> None:
    energy = group(people, now - days(9), of=mechanism(people, now - days(9)))
    report(people, now - days(8), 2019, groups=[energy], parts={"objective": [objective(energy, "Old", "planned")]})
    said = [("A", "done"), ("B", "planned"), ("C", "under_way"), ("D", "planned"), ("E", "dropped")]
    rows = [objective(energy, word, status) for word, status in said]
    report(people, now - days(7), 2020, groups=[energy], parts={"objective": rows})
    home = body(get(client, "/en/"))
    counts = home.split('class="counts"')[1].split("</dl>")[0]
    for status, number in (("planned", 2), ("under_way", 1), ("done", 1), ("dropped", 1)):
        assert f"<dd>{number}</dd>" in counts.split(f'class="status-{status}"')[1].split("</div>")[0]
    still_open = home.split('class="objectives"')[1].split("</ul>")[0]
    assert still_open.index("C en") < still_open.index("B en") < still_open.index("D en")
    assert "A en" not in still_open
    assert "Old en" not in home


def test_an_empty_site_has_a_home_page_too(client: Client, db: None) -> None:
    response = get(client, "/en/")
    assert response.status_code == 200
    assert "Nothing has been published yet." in body(response)
    with CaptureQueriesContext(connection) as asked:
        get(client, "/en/")
    assert len(asked) <= 8
