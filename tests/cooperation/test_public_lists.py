"""Public lists: what is in them, how they are narrowed, and how far they go."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from editorial.workflow import drafts, transitions
from tests.builders import approve, make_page, publish, revised, theme
from tests.cooperation.site import EXPLANATION, body, days, get, group, mechanism, page, report, uuid, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db


def titles(response: Any) -> list[str]:
    """What the rows of a list are called, in their order."""
    main = body(response).split("<main")[1].split("</main>")[0]
    return re.findall(r"<h[23]><a [^>]*>([^<]+)</a></h[23]>", main)


@pytest.mark.parametrize(
    "path",
    [
        "/en/pages/", "/fr/pages/", "/es/paginas/", "/en/annual-reports/", "/fr/rapports-annuels/",
        "/es/informes-anuales/", "/en/working-groups/", "/fr/groupes-de-travail/", "/es/grupos-de-trabajo/",
        "/en/mechanisms/", "/fr/mecanismes/", "/es/mecanismos/", "/en/", "/fr/", "/es/",
    ],
)  # fmt: skip
def test_an_empty_site_has_all_its_lists(client: Client, path: str) -> None:
    response = get(client, path)
    assert response.status_code == 200
    assert "publi" in body(response)


def test_only_what_is_live_in_the_language_is_listed(client: Client, people: People, now: datetime) -> None:
    page(people, now, slug="live")
    make_page(people, now, slug="draft")
    withdraw(page(people, now - days(2), slug="withdrawn"), people, now)
    soon = approve(make_page(people, now, slug="soon"), people, now)
    transitions.schedule(soon, by=people.publisher, now=now, at=now + days(1))
    excepted = make_page(people, now, slug="excepted", attest=False)
    drafts.grant_exception(excepted, "es", by=people.publisher, now=now, reason="Later.")
    drafts.attest(excepted, "fr", by=people.translator_fr, now=now)
    publish(excepted, people, now)
    assert titles(get(client, "/en/pages/")) == ["Excepted en", "Live en"]
    assert titles(get(client, "/es/paginas/")) == ["Live es"]
    home = body(get(client, "/es/"))
    assert "Live es" in home
    assert "Excepted" not in home


def test_pages_are_sorted_by_title_without_regard_to_accents_and_case(
    client: Client, people: People, now: datetime
) -> None:
    for number, title in enumerate(["Zone", "Énergie", "eau", "Forêts", "Ébauche"]):
        words = {"en": "T", "es": "T", "fr": title}
        page(people, now, slug=f"p{number}", fields={"title": words})
    assert titles(get(client, "/fr/pages/")) == ["eau", "Ébauche", "Énergie", "Forêts", "Zone"]


def test_reports_are_sorted_by_year_and_narrowed_by_year_and_mechanism(
    client: Client, people: People, now: datetime
) -> None:
    one, two = mechanism(people, now, "one"), mechanism(people, now, "two")
    report(people, now, 2020, of=one)
    report(people, now, 2021, of=one)
    report(people, now, 2021, slug="other-2021", of=two)
    response = get(client, "/en/annual-reports/")
    assert titles(response) == ["Other 2021 en", "Report 2021 en", "Report 2020 en"]
    assert "One en" in body(response)  # the mechanism's name
    assert titles(get(client, "/en/annual-reports/?year=2020")) == ["Report 2020 en"]
    assert titles(get(client, f"/en/annual-reports/?mechanism={uuid(two)}")) == ["Other 2021 en"]
    narrowed = get(client, f"/en/annual-reports/?year=2021&mechanism={uuid(one)}")
    assert titles(narrowed) == ["Report 2021 en"]
    assert f'value="{uuid(one)}" selected' in body(narrowed)
    assert 'class="clear" href="/en/annual-reports/"' in body(narrowed)


def test_pages_are_narrowed_by_theme_and_country(client: Client, people: People, now: datetime) -> None:
    theme("security")
    theme("energy")
    page(people, now, slug="one", parts={"themetag": [{"theme": "security"}, {"theme": "energy"}]})
    page(people, now, slug="two", parts={"themetag": [{"theme": "energy"}]})
    assert titles(get(client, "/en/pages/?theme=security")) == ["One en"]
    assert titles(get(client, "/en/pages/?theme=energy")) == ["One en", "Two en"]
    assert "Security en · Energy en" in body(get(client, "/en/pages/"))


@pytest.mark.parametrize(
    "query",
    [
        "year=1066", "year=abc", "year=%00", "year=2021'--", "mechanism=no-uuid", "mechanism=%F0%9F%8D%81",
        "year=99999999999999999999", "year=-1", "mechanism=00000000-0000-0000-0000-000000000000",
    ],
)  # fmt: skip
def test_what_a_filter_does_not_know_leaves_a_clear_empty_list(
    client: Client, people: People, now: datetime, query: str
) -> None:
    report(people, now, 2021)
    response = get(client, f"/en/annual-reports/?{query}")
    assert response.status_code == 200
    assert titles(response) == []
    assert "No report matches this choice" in body(response)
    assert "Show all reports" in body(response)


@pytest.mark.parametrize(
    "query", ["utm_source=x", "year=", "page=abc", "page=-3", "page=0", "page=%00", "page=999", "q[]=1", "%00=1"]
)
def test_other_junk_is_ignored(client: Client, people: People, now: datetime, query: str) -> None:
    report(people, now, 2021)
    response = get(client, f"/en/annual-reports/?{query}")
    assert titles(response) == ["Report 2021 en"]
    assert "utm_source" not in body(response)


def test_a_list_goes_on_after_ten_and_every_page_of_it_can_be_shared(
    client: Client, people: People, now: datetime
) -> None:
    theme("security")
    for number in range(12):
        page(people, now, slug=f"p{number:02}", parts={"themetag": [{"theme": "security"}]})
    first, second = get(client, "/en/pages/?theme=security"), get(client, "/en/pages/?page=2&theme=security")
    assert len(titles(first)) == 10
    assert [*titles(first), *titles(second)] == [f"P{number:02} en" for number in range(12)]
    assert 'href="/en/pages/?theme=security&page=2"' in body(first)
    assert "12 pages" in body(first)
    assert 'rel="prev"' in body(second)
    assert 'rel="next"' not in body(second)
    # The switch leads to the same list, narrowed alike, in the other language's address.
    assert 'href="/es/paginas/?theme=security&page=2"' in body(second)
    assert 'rel="canonical" href="http://testserver/en/pages/?theme=security&page=2"' in body(second)


def test_the_filter_takes_the_moment_along(client: Client, people: People, now: datetime) -> None:
    report(people, now - days(5), 2021)
    at = (now - days(2)).date().isoformat()
    response = get(client, f"/en/annual-reports/?year=2021&at={at}")
    assert titles(response) == ["Report 2021 en"]
    assert f'type="hidden" name="at" value="{at}"' in body(response)
    assert f'class="clear" href="/en/annual-reports/?at={at}"' in body(response)
    assert 'name="at"' not in body(get(client, "/en/annual-reports/"))
    # A year that had no report then is no choice.
    early = get(client, f"/en/annual-reports/?at={(now - days(8)).date()}")
    assert "2021</option>" not in body(early)


def test_the_date_modified_is_that_of_the_last_change_that_was_not_minor(
    client: Client, people: People, now: datetime
) -> None:
    first = page(people, now - days(9))
    second = revised(first, people, now - days(6), summary_en="Changed")
    revised(second, people, now - days(2), summary_en="Typo mended", minor=True)
    listed = body(get(client, "/en/pages/")).split("Date modified")[1]
    assert (now - days(6)).date().isoformat() in listed
    assert (now - days(2)).date().isoformat() not in listed
    shown = body(get(client, "/en/pages/border-en/")).split("Date modified")[1].split("</dl>")[0]
    assert (now - days(6)).date().isoformat() in shown
    assert (now - days(2)).date().isoformat() not in shown


def test_home_shows_the_latest_the_reports_the_subjects_and_the_partnership(
    client: Client, people: People, now: datetime
) -> None:
    theme("security")
    cmp = mechanism(people, now - days(20))
    group(people, now - days(20), of=cmp)
    group(people, now - days(20), "ended", of=cmp, active_to=2017)
    for number in range(6):
        page(people, now - days(10 - number), slug=f"p{number}", parts={"themetag": [{"theme": "security"}]})
    for year in (2018, 2019, 2020, 2021):
        report(people, now - days(15), year, of=cmp)
    home = body(get(client, "/en/"))
    latest = home.split('class="latest"')[1].split("</ol>")[0]
    assert re.findall(r">(P\d) en<", latest) == ["P5", "P4", "P3", "P2", "P1"]
    reports = home.split('class="years"')[1].split("</ol>")[0]
    assert re.findall(r"Report (\d+) en", reports) == ["2021", "2020", "2019"]
    assert 'href="/en/search/?theme=security"' in home
    assert "Partnership en" in home
    assert "October 2004 en" in home
    assert 'href="/en/working-groups/energy-en/"' in home
    assert "ended" not in home


def test_a_withdrawn_document_leaves_every_list_at_once(client: Client, people: People, now: datetime) -> None:
    cmp = mechanism(people, now - days(9))
    edition = report(people, now - days(5), of=cmp)
    paths = ("/en/", "/en/annual-reports/", "/en/mechanisms/partnership-en/")
    assert all("Report 2021 en" in body(get(client, path)) for path in paths)
    transitions.withdraw(edition, by=people.publisher, now=now, explanation=EXPLANATION)
    assert not any("Report 2021 en" in body(get(client, path)) for path in paths)
    assert all(get(client, path)["Cache-Control"] == "no-cache" for path in paths)
