"""Where public pages are, and what is there when they are not."""

from datetime import datetime

import pytest
import time_machine
from django.test import Client

from editorial.models import Address
from editorial.workflow import drafts, transitions
from tests.builders import approve, attest_all, make, make_page, publish, revised
from tests.cooperation.site import EXPLANATION, body, days, get, page, withdraw, words
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("wish", "home"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.5", "/fr/"),
        ("es-MX", "/es/"),
        ("de, es;q=0.4", "/es/"),
        ("de", "/en/"),
        ("", "/en/"),
        ("*;q=broken,,,", "/en/"),
    ],
)
def test_the_bare_address_leads_to_the_language_that_the_browser_asks_for(client: Client, wish: str, home: str) -> None:
    response = get(client, "/", accept_language=wish)
    assert (response.status_code, response["Location"]) == (302, home)
    assert "Accept-Language" in response["Vary"]


def test_the_bare_address_keeps_the_moment(client: Client) -> None:
    assert get(client, "/?at=2022-03-01")["Location"] == "/en/?at=2022-03-01"


def test_a_page_is_at_its_address_in_every_language(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    for language, path in {"en": "pages/border-en", "fr": "pages/border-fr", "es": "paginas/border-es"}.items():
        response = get(client, f"/{language}/{path}/")
        assert response.status_code == 200
        assert f'<html lang="{language}"' in body(response)
        assert response["Content-Language"] == language
        assert f"Border {language}" in body(response)
        assert f"Section body {language}" in body(response)


@pytest.mark.parametrize(
    "path",
    [
        "/en/pages/border-fr/",  # another language's slug
        "/en/paginas/border-es/",  # another language's segment
        "/en/mechanisms/border-en/",  # another kind
        "/en/pages/nothing/",
        "/en/nothing/border-en/",
        "/en/nothing/",
        "/xx/pages/border-en/",
        "/xx/",
        "/en/pages/border-en/more/",
    ],
)
def test_unknown_addresses_are_not_found(client: Client, people: People, now: datetime, path: str) -> None:
    page(people, now)
    assert get(client, path).status_code == 404


def test_not_found_is_said_in_the_language_of_the_address_or_the_best_guess(client: Client) -> None:
    assert '<html lang="fr"' in body(get(client, "/fr/pages/rien/", accept_language="es"))
    guessed = get(client, "/nothing/at/all/", accept_language="es")
    assert '<html lang="es"' in body(guessed)
    assert guessed["Content-Language"] == "es"
    assert "Accept-Language" in guessed["Vary"]
    assert 'href="/fr/"' in body(guessed)  # the language switch leads home


@pytest.mark.parametrize(
    "path",
    [
        "/en/pages/%00/", "/en/pages/a%00b/", "/%00/", "/en/%00/", "/en/pages/%ff%fe/", "/en/pages/%E2%80%AE/",
        "/en/pages/" + "a" * 3000 + "/", "/en/pages/é/", "/en/pages/%F0%9F%8D%81/", "/files/%00/%00",
        "/en/pages/../../etc/", "/en/pages/a'b/", "/en/pages/%25s/", "/files/" + "0" * 64 + "/%00",
        "/files/" + "0" * 64 + "/%F0%9F%8D%81.pdf",
    ],
)  # fmt: skip
def test_odd_addresses_are_not_found(client: Client, path: str) -> None:
    assert get(client, path).status_code == 404


def test_head_is_answered_and_nothing_else_is_accepted(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    strict = Client(enforce_csrf_checks=True)
    for path in ("/", "/en/", "/en/pages/", "/en/pages/border-en/"):
        head = client.head(path)
        assert head.status_code in (200, 302)
        assert head.content == b""
        for method in ("post", "put", "patch", "delete"):
            assert getattr(strict, method)(path).status_code == 405, (method, path)


def test_a_draft_is_nowhere(client: Client, people: People, now: datetime) -> None:
    draft = make_page(people, now, slug="secret")
    assert get(client, "/en/pages/secret-en/").status_code == 404
    approve(draft, people, now)
    assert get(client, "/en/pages/secret-en/").status_code == 404


def test_the_old_address_leads_to_the_present_one_for_good(client: Client, people: People, now: datetime) -> None:
    first = page(people, now - days(9))
    revised(first, people, now - days(5), slug_en="frontier")
    moved = get(client, "/en/pages/border-en/")
    assert (moved.status_code, moved["Location"]) == (301, "/en/pages/frontier/")
    assert moved["Cache-Control"] == "no-cache"  # the page may move back
    assert get(client, "/en/pages/frontier/").status_code == 200
    assert get(client, "/fr/pages/border-fr/").status_code == 200
    # Before it moved it was where it was, and nowhere else.
    then = (now - days(7)).date().isoformat()
    assert get(client, f"/en/pages/border-en/?at={then}").status_code == 200
    assert get(client, f"/en/pages/frontier/?at={then}").status_code == 404
    at = (now - days(1)).date().isoformat()
    assert get(client, f"/en/pages/border-en/?at={at}")["Location"] == f"/en/pages/frontier/?at={at}"


def test_the_address_of_a_scheduled_edition_is_not_given_away(client: Client, people: People, now: datetime) -> None:
    live = page(people, now - days(2))
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.slug_en = "secret-plan"
        row.save()
    attest_all(draft, people, now)
    transitions.schedule(approve(draft, people, now), by=people.publisher, now=now, at=now + days(1))
    assert Address.objects.filter(path="pages/secret-plan").exists()
    hidden = get(client, "/en/pages/secret-plan/")
    assert hidden.status_code == 404
    assert "border" not in body(hidden)
    assert get(client, "/en/pages/border-en/").status_code == 200
    with time_machine.travel(now + days(1), tick=False):
        assert get(client, "/en/pages/secret-plan/").status_code == 200
        assert get(client, "/en/pages/border-en/")["Location"] == "/en/pages/secret-plan/"


def test_a_first_edition_that_is_scheduled_is_nowhere_until_its_second(
    client: Client, people: People, now: datetime
) -> None:
    edition = approve(make_page(people, now, slug="soon"), people, now)
    transitions.schedule(
        edition, by=people.publisher, now=now, at=now + days(1), until=now + days(2), explanation=EXPLANATION
    )
    for moment, status in ((1 - 1e-5, 404), (1, 200), (2 - 1e-5, 200), (2, 410)):
        with time_machine.travel(now + days(moment), tick=False):
            assert get(client, "/en/pages/soon-en/").status_code == status, moment


def test_a_withdrawn_page_says_why_in_each_language(client: Client, people: People, now: datetime) -> None:
    withdraw(page(people, now - days(9)), people, now - days(3))
    for language, path in {"en": "pages/border-en", "fr": "pages/border-fr", "es": "paginas/border-es"}.items():
        response = get(client, f"/{language}/{path}/")
        assert response.status_code == 410
        assert EXPLANATION[language] in body(response)
        assert (now - days(3)).date().isoformat() in body(response)
        assert f'<html lang="{language}"' in body(response)
        assert "Section body" not in body(response)
    past = [part.split('"')[0] for part in body(response).split('href="') if "at=" in part.split('"')[0]]
    assert get(client, past[-1]).status_code == 200  # as it last stood


def test_a_withdrawn_page_names_another_only_while_that_is_public(
    client: Client, people: People, now: datetime
) -> None:
    other = page(people, now - days(9), slug="instead")
    withdraw(page(people, now - days(9)), people, now - days(3), redirect_to=other.document)
    assert 'href="/fr/pages/instead-fr/"' in body(get(client, "/fr/pages/border-fr/"))
    withdraw(other, people, now - days(1))
    assert "instead" not in body(get(client, "/fr/pages/border-fr/"))


def test_a_withdrawn_page_can_come_back(client: Client, people: People, now: datetime) -> None:
    first = withdraw(page(people, now - days(9)), people, now - days(5))
    revised(first, people, now - days(1))
    assert get(client, "/en/pages/border-en/").status_code == 200
    at = (now - days(3)).date().isoformat()
    assert get(client, f"/en/pages/border-en/?at={at}").status_code == 410


def test_an_old_address_of_a_withdrawn_page_is_gone_too(client: Client, people: People, now: datetime) -> None:
    second = revised(page(people, now - days(9)), people, now - days(6), slug_en="frontier")
    withdraw(second, people, now - days(3))
    assert get(client, "/en/pages/border-en/").status_code == 410
    assert EXPLANATION["en"] in body(get(client, "/en/pages/border-en/"))


def test_a_language_to_follow_has_a_page_that_names_the_others(client: Client, people: People, now: datetime) -> None:
    draft = make_page(people, now, slug="urgent-news", attest=False)
    drafts.grant_exception(draft, "es", by=people.publisher, now=now, reason="Spanish follows on Monday.")
    drafts.attest(draft, "fr", by=people.translator_fr, now=now)
    publish(draft, people, now)
    response = get(client, "/es/paginas/urgent-news-es/")
    assert response.status_code == 404
    assert '<html lang="es"' in body(response)
    assert words("es", "This page is not in this language yet") in body(response)
    assert 'href="/fr/pages/urgent-news-fr/"' in body(response)
    assert "Urgent news es" not in body(response)  # its text is not public
    english = body(get(client, "/en/pages/urgent-news-en/"))
    assert "The text is still to come in: Spanish." in english
    assert 'hreflang="es" href' not in english
    assert 'rel="alternate" hreflang="fr"' in english


@pytest.mark.parametrize("slug", ["otra", "border-es"])
def test_a_language_that_fell_behind_has_such_a_page_at_its_old_address(
    client: Client, people: People, now: datetime, slug: str
) -> None:
    first = page(people, now - days(5))
    draft = transitions.revise(first, by=people.author, now=now - days(2))
    with drafts.edit(draft, by=people.author, now=now - days(2)) as row:
        row.summary_en, row.slug_es = "Another summary", slug
        row.save()
    drafts.grant_exception(draft, "es", by=people.publisher, now=now - days(2), reason="It follows.")
    drafts.attest(draft, "fr", by=people.translator_fr, now=now - days(2))
    publish(draft, people, now - days(2), loss_confirmed=True)
    response = get(client, "/es/paginas/border-es/")
    assert response.status_code == 404
    assert 'href="/en/pages/border-en/"' in body(response)
    assert "Border es" in body(response), "it was public"
    assert "Another summary" not in body(response)


def test_every_kind_has_its_address(client: Client, people: People, now: datetime) -> None:
    for kind, path in {
        "mechanism": "/fr/mecanismes/thing-fr/",
        "working_group": "/es/grupos-de-trabajo/thing-es/",
        "annual_report": "/fr/rapports-annuels/thing-fr/",
    }.items():
        publish(make(kind, people, now, slug="thing"), people, now)
        assert get(client, path).status_code == 200, path


def test_a_missing_slash_is_added(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    response = get(client, "/en/pages/border-en?at=2020-01-01")
    assert (response.status_code, response["Location"]) == (301, "/en/pages/border-en/?at=2020-01-01")


def test_a_foreign_host_is_refused_with_a_page(client: Client) -> None:
    response = get(client, "/fr/", host="evil.example")
    assert response.status_code == 400
    assert words("fr", "This request could not be understood") in body(response)
    assert "evil.example" not in body(response)
