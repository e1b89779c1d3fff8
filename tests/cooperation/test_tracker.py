"""Said and done: the objectives of all live reports, narrowed, counted, and each followed from year to year."""

from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import lxml.html
import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cooperation.tracker import history
from cooperation.views.request.page_request import PageRequest
from editorial.workflow import drafts
from tests.builders import make, publish, texts, theme
from tests.cooperation.site import body, days, get, group, mechanism, objective, report, uuid, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db

MOST = 8


@pytest.fixture
def site(people: People, now: datetime) -> dict[str, Any]:
    """Three reports: what 2019 promised is continued in 2020 and done in 2021;
    a second promise is not heard of again."""
    theme("energy")
    begun = now - days(10)
    cmp = mechanism(people, begun)
    energy = group(people, begun, "energy", of=cmp)
    mining = group(people, begun, "mining", of=cmp)
    first = objective(energy, "Cut methane")
    silent = objective(mining, "Map the ore", "under_way")
    second = objective(energy, "Cut methane", "under_way", continues=first["key"])
    third = objective(energy, "Cut methane by half", "done", continues=second["key"])
    new = objective(energy, "Plant trees")
    reports = [
        report(people, now - days(9), 2019, of=cmp, parts={"objective": [first, silent]}),
        report(people, now - days(6), 2020, of=cmp, parts={"objective": [second]}),
        report(people, now - days(3), 2021, of=cmp, parts={"objective": [third, new]}),
    ]
    return {
        "cmp": cmp, "energy": energy, "mining": mining, "reports": reports, "first": first["key"],
        "second": second["key"], "third": third["key"], "silent": silent["key"], "new": new["key"],
    }  # fmt: skip


def listed(client: Client, language: str = "en", **params: str) -> list[str]:
    """Texts of the objectives that the tracker lists."""
    segment = {"en": "objectives", "fr": "objectifs", "es": "objetivos"}[language]
    response = get(client, f"/{language}/{segment}/?{urlencode(params)}")
    assert response.status_code == 200
    page = lxml.html.fromstring(response.content.decode())
    return [link.text_content() for link in page.xpath("//ul[contains(@class, 'tracked')]//h3/a")]


def test_each_chain_stands_once_as_its_last_report_says(client: Client, site: dict[str, Any]) -> None:
    assert listed(client) == ["Cut methane by half en", "Plant trees en", "Map the ore en"]
    assert listed(client, "fr") == ["Cut methane by half fr", "Plant trees fr", "Map the ore fr"]
    page = body(get(client, "/en/objectives/"))
    assert "No word of it in 2021" in page


@pytest.mark.parametrize(
    ("params", "expected"),
    [
        ({"status": "done"}, ["Cut methane by half en"]),
        ({"status": "open"}, ["Plant trees en", "Map the ore en"]),
        ({"year": "2020"}, ["Cut methane en"]),
        ({"year": "2020", "status": "done"}, []),
        ({"year": "2019"}, ["Cut methane en", "Map the ore en"]),
        ({"q": "METHANE"}, ["Cut methane by half en"]),
        ({"q": "meth half"}, ["Cut methane by half en"]),
        ({"q": "mining"}, ["Map the ore en"]),
        ({"q": "no such word"}, []),
        ({"year": "1850"}, []),
        ({"sort": "junk", "page": "99"}, ["Cut methane by half en", "Plant trees en", "Map the ore en"]),
    ],
)
def test_filters(client: Client, site: dict[str, Any], params: dict[str, str], expected: list[str]) -> None:
    assert listed(client, **params) == expected


def test_by_group_and_by_the_subject_of_the_group(
    client: Client, people: People, now: datetime, site: dict[str, Any]
) -> None:
    assert listed(client, group=uuid(site["mining"])) == ["Map the ore en"]
    tagged = make("working_group", people, now, slug="tagged", parts={"themetag": [{"theme": "energy"}]})
    live = publish(tagged, people, now)
    report(people, now, 2018, parts={"objective": [objective(live, "About energy")]})
    assert listed(client, theme="energy") == ["About energy en"]


@pytest.mark.parametrize("name", ["q", "group", "year", "theme", "status", "page", "sort"])
def test_junk_leaves_an_empty_list_and_a_way_out(client: Client, site: dict[str, Any], name: str) -> None:
    for junk in ("'", "\x00", "%", "x" * 100_000, "-1", "٢٠٢٠", "<script>", "é", "null"):
        response = get(client, f"/en/objectives/?{urlencode({name: junk})}")
        assert response.status_code == 200, (name, junk[:20])
        assert b"<script>" not in response.content


def test_counts_say_what_each_choice_would_leave(client: Client, site: dict[str, Any]) -> None:
    page = lxml.html.fromstring(get(client, "/en/objectives/").content.decode())
    options = {option.text for option in page.iter("option")}
    assert {"Energy en (2)", "Mining en (1)", "2021 (2)", "2020 (1)", "2019 (2)", "Done (1)"} <= options
    assert "Planned or under way (2)" in options
    for option in page.iter("option"):
        if option.get("value"):
            name, count = option.getparent().get("name"), int(option.text.rpartition("(")[2].rstrip(")"))
            assert len(listed(client, **{name: option.get("value")})) == count


def test_one_chain_has_one_address_which_all_its_steps_lead_to(client: Client, site: dict[str, Any]) -> None:
    address = f"/en/objectives/{site['first']}/"
    page = body(get(client, address))
    for text in (
        "Promised in the report for 2019",
        "Continued in the report for 2020",
        "Done, says the report for 2021",
        "In the same words.",
        "Cut methane by half en",
        "Energy en",
    ):
        assert text in page
    assert page.index("2019") < page.rindex("Done, says")
    for key in ("second", "third"):
        assert get(client, f"/en/objectives/{site[key]}/")["Location"] == address
    assert get(client, f"/fr/objectifs/{site['first']}/").status_code == 200
    assert get(client, f"/fr/objectives/{site['first']}/").status_code == 404
    assert get(client, f"/en/objectives/{uuid4()}/").status_code == 404


def test_the_past_knows_nothing_of_what_came_later(client: Client, now: datetime, site: dict[str, Any]) -> None:
    at = (now - days(5)).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert listed(client, at=at) == ["Cut methane en", "Map the ore en"]
    page = body(get(client, f"/en/objectives/{site['first']}/?at={at}"))
    assert "Continued in the report for 2020" in page
    assert "2021" not in page.split("From report to report")[1].split("site-footer")[0]
    assert get(client, f"/en/objectives/{site['new']}/?at={at}").status_code == 404
    assert listed(client, at="2001-01-01") == []


def test_drafts_and_withdrawn_reports_are_never_told_of(
    client: Client, people: People, now: datetime, site: dict[str, Any]
) -> None:
    secret = objective(site["energy"], "Secret", continues=site["third"])
    fields = {"year": 2022, "mechanism": uuid(site["cmp"])}
    make("annual_report", people, now, slug="draft", fields=fields, parts={"objective": [secret]})
    assert "Secret" not in body(get(client, "/en/objectives/"))
    assert "Secret" not in body(get(client, f"/en/objectives/{site['first']}/"))
    assert get(client, f"/en/objectives/{secret['key']}/").status_code == 404
    withdraw(site["reports"][2], people, now)
    assert listed(client) == ["Cut methane en", "Map the ore en"]


def test_a_language_that_is_to_follow_is_not_shown(
    client: Client, people: People, now: datetime, site: dict[str, Any]
) -> None:
    fields = {"year": 2022, "mechanism": uuid(site["cmp"])}
    parts = {"objective": [objective(site["energy"], "English and French")]}
    draft = make("annual_report", people, now, slug="late", fields=fields, parts=parts)
    drafts.grant_exception(draft, "es", by=people.administrator, now=now, reason="Later")
    publish(draft, people, now)
    assert "English and French fr" in listed(client, "fr")
    assert "English and French es" not in listed(client, "es")


def test_circles_and_branches_come_to_an_end(
    client: Client, people: People, now: datetime, site: dict[str, Any]
) -> None:
    one, two = str(uuid4()), str(uuid4())
    circle = [
        {**objective(site["energy"], "Round", continues=two), "key": one},
        {**objective(site["energy"], "About", continues=one), "key": two},
    ]
    report(people, now, 2023, parts={"objective": [circle[0]]})
    report(people, now, 2024, parts={"objective": [circle[1]]})
    branches = [objective(site["energy"], word, continues=site["new"]) for word in ("Left", "Right")]
    itself = str(uuid4())
    report(people, now, 2025, parts={"objective": [
        *branches, {**objective(site["energy"], "Itself", continues=itself), "key": itself},
    ]})  # fmt: skip
    shown = listed(client)
    assert {"About en", "Left en", "Right en", "Itself en"} <= set(shown)
    assert "Round en" not in shown
    visit = PageRequest("en", now, now)
    assert [row["year"] for row in history.chain(UUID(two), visit)] == [2023, 2024]
    assert [row["text"] for row in history.chain(UUID(site["new"]), visit)] == ["Plant trees en", "Left en", "Right en"]
    assert len(history.chain(UUID(itself), visit)) == 1


def test_ten_a_page(client: Client, people: People, now: datetime, site: dict[str, Any]) -> None:
    many = [objective(site["energy"], f"Number {n:02}") for n in range(23)]
    report(people, now, 2022, parts={"objective": many})
    pages = [listed(client, q="number", page=str(n)) for n in (1, 2, 3)]
    assert [len(page) for page in pages] == [10, 10, 3]
    assert len({text for page in pages for text in page}) == 23
    assert listed(client, q="number", page="77") == pages[2]
    assert "?q=number&page=2" in body(get(client, "/en/objectives/?q=number"))


def test_questions_do_not_grow_with_the_objectives(client: Client, people: People, now: datetime) -> None:
    asked = []
    for size in (2, 12):
        point = transaction.savepoint()
        begun = now - days(2)
        groups = [group(people, begun, f"g{n}") for n in range(size)]
        rows = [objective(one, "Do") for one in groups]
        report(people, begun, 2020, parts={"objective": rows})
        next_ = [objective(one, "Go on", continues=row["key"]) for one, row in zip(groups, rows, strict=True)]
        report(people, begun, 2021, parts={"objective": next_})
        found = []
        for path in (
            "/en/objectives/",
            "/en/objectives/?year=2021&q=go&status=planned",
            f"/en/objectives/{rows[0]['key']}/",
        ):
            assert get(client, path).status_code == 200
            with CaptureQueriesContext(connection) as questions:
                assert get(client, path).status_code == 200
            found.append(len(questions))
        asked.append(found)
        transaction.savepoint_rollback(point)
    assert asked[0] == asked[1]
    assert max(asked[1]) <= MOST


def test_it_is_found_from_reports_groups_home_and_navigation(client: Client, site: dict[str, Any]) -> None:
    assert 'href="/en/objectives/?year=2021"' in body(get(client, "/en/annual-reports/report-2021-en/"))
    assert f'href="/en/objectives/?group={uuid(site["energy"])}"' in body(get(client, "/en/working-groups/energy-en/"))
    home = body(get(client, "/es/"))
    assert home.count('href="/es/objetivos/"') == 3
    assert 'aria-current="page"' in body(get(client, "/en/objectives/")).split("<main")[0]


def test_texts_are_never_markup(client: Client, people: People, now: datetime, site: dict[str, Any]) -> None:
    rude = {**objective(site["energy"], "x"), "text": texts("<b onclick=1>&amp;")}
    report(people, now, 2022, parts={"objective": [rude]})
    for path in ("/en/objectives/", f"/en/objectives/{rude['key']}/"):
        assert b"<b onclick" not in get(client, path).content
