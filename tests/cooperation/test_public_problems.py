"""“Report a problem on this page”, as a visitor meets it:
on every page, in every language, without script or cookie."""

from datetime import datetime
from typing import Any
from urllib.parse import quote

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from editorial.models import Problem, Quota
from editorial.visitors import problems
from tests.builders import revised
from tests.cooperation.letters import FORM, OWN, send
from tests.cooperation.site import body, days, get, mechanism, page, report, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db

FORMS = {"en": "/en/report-a-problem/", "fr": "/fr/signaler-un-probleme/", "es": "/es/informar-de-un-problema/"}
THANKS = {"en": "thank-you", "fr": "merci", "es": "gracias"}
GOOD = {"page": "/en/pages/border-en/", "reasons": ["link", "wrong"], "text": "It is broken.", "website": ""}


@pytest.mark.parametrize(
    "address",
    [
        "/en/", "/fr/", "/es/", "/en/pages/", "/es/paginas/?theme=x", "/fr/rapports-annuels/", "/en/pages/border-en/",
        "/fr/pages/border-fr/", "/es/paginas/border-es/", "/en/mechanisms/partnership-en/", "/en/nothing/at/all/",
        "/en/annual-reports/report-2021-en/", "/nothing/",
    ],
)  # fmt: skip
def test_the_form_is_on_every_page_and_the_same_for_everybody(
    client: Client, people: People, now: datetime, address: str
) -> None:
    page(people, now), mechanism(people, now), report(people, now)
    response = get(client, address, accept_language="en")
    language = response["Content-Language"]
    text = body(response)
    assert f'action="{FORMS[language]}"' in text
    assert f'name="page" value="{address.partition("?")[0]}"' in text
    assert text.count('name="reasons"') == 6
    assert "csrfmiddlewaretoken" not in text
    assert text.count("<script") == text.count('<script type="application/ld+json">')  # a block of data, never run
    assert not response.cookies
    known = Client(headers={"User-Agent": "Other"})
    known.force_login(people.author)
    assert known.get(address, headers={"accept-language": "en"}).content == response.content


def test_the_past_and_previews_have_no_form(client: Client, people: People, now: datetime) -> None:
    page(people, now - days(3))
    assert "report-problem" not in body(get(client, f"/en/pages/border-en/?at={(now - days(1)).date()}"))


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_report_is_taken_and_thanked_for_in_the_readers_language(
    client: Client, people: People, now: datetime, language: str
) -> None:
    edition = page(people, now - days(1))
    segment = "paginas" if language == "es" else "pages"
    path = f"/{language}/{segment}/border-{language}/"
    response = send(client, FORMS[language], {**GOOD, "page": path})
    assert response.status_code == 303
    assert response["Location"] == f"{FORMS[language]}{THANKS[language]}/?page={quote(path, safe='')}"
    row = Problem.objects.get()
    assert (row.document_id, row.edition_id, row.address) == (edition.document_id, edition.pk, path)
    assert (row.language, row.reasons, row.text) == (language, ["link", "wrong"], "It is broken.")
    thanks = get(client, response["Location"])
    assert f'<html lang="{language}"' in body(thanks)
    assert f'href="{path}"' in body(thanks)
    assert thanks["X-Robots-Tag"] == "noindex"
    # Loading the thanks again sends nothing again.
    get(client, response["Location"])
    assert Problem.objects.get().count == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "phone numbers, personal or tax numbers"),
        ("fr", "numéros de téléphone, numéros d’identité ou d’impôt"),
        ("es", "números de teléfono, claves de identidad o fiscales"),
    ],
)
def test_the_thanks_tell_what_was_taken_out(
    client: Client, people: People, now: datetime, language: str, words: str
) -> None:
    page(people, now - days(1))
    response = send(client, FORMS[language], {**GOOD, "text": "I am 046 454 286, call 613-555-0123."})
    assert Problem.objects.get().text == "I am [#…], call [☎…]."
    assert words in body(get(client, response["Location"]))
    assert words not in body(get(client, response["Location"].partition("?")[0]))
    assert (
        "<script"
        not in body(get(client, response["Location"].partition("?")[0] + "?taken=<script>x")).partition("<main")[2]
    )


def test_no_cookie_is_set_and_no_session_is_made(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    for response in (send(client, FORMS["en"], GOOD), get(client, FORMS["en"]), send(client, FORMS["en"], {})):
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")
    assert not client.cookies


def test_the_form_of_a_page_works_as_it_stands(client: Client, people: People, now: datetime) -> None:
    """What a browser without scripts sends of the form at the foot of a page."""
    page(people, now)
    from lxml import html

    tree = html.fromstring(get(client, "/en/pages/border-en/").content)
    [form] = [each for each in tree.forms if each.get("action") == FORMS["en"]]
    assert form.method == "POST"
    form.inputs["reasons"].value = {"spelling"}
    form.inputs["text"].value = "Teh"
    assert send(client, form.action, form.form_values()).status_code == 303
    assert Problem.objects.get().reasons == ["spelling"]


def test_what_is_missing_is_said_and_nothing_typed_is_lost(client: Client) -> None:
    long = "é" * 301
    response = send(client, FORMS["fr"], {"page": "/fr/", "text": long})
    assert response.status_code == 422
    assert long in body(response)
    assert 'value="/fr/"' in body(response)
    assert "301" in body(response)
    assert "300" in body(response)
    assert "no-store" in response["Cache-Control"]
    assert not Problem.objects.exists()
    ticked = send(client, FORMS["en"], {"reasons": ["link", "other"], "text": long})
    assert body(ticked).count(" checked") == 2


@pytest.mark.parametrize(
    "text", ["x" * 300, "👩‍👩‍👧‍👦" * 300, "e\u0301" * 300, ("x" * 149 + "\r\n") * 2, " " * 10_000 + "x"]
)
def test_three_hundred_characters_as_people_count_fit(client: Client, text: str) -> None:
    assert send(client, FORMS["en"], {**GOOD, "text": text}).status_code == 303


@pytest.mark.parametrize("text", ["x" * 301, "x" * 100_000, "a" + "\u0301" * 100_000, "é" * 300 + "x"])
def test_more_do_not(client: Client, text: str) -> None:
    response = send(client, FORMS["en"], {**GOOD, "text": text})
    assert response.status_code == 422
    assert not Problem.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"reasons": "nonsense"}, {"reasons": ["link", "nonsense"]}, {"reasons": ""}, {"reasons": "x" * 100_000},
        {"reasons": "link\x00x"}, {},
    ],
)  # fmt: skip
def test_forged_reasons_are_refused(client: Client, fields: dict[str, Any]) -> None:
    assert send(client, FORMS["en"], {"page": "/en/", "text": "", **fields}).status_code == 422
    assert not Problem.objects.exists()


def test_characters_that_nobody_sees_are_left_out(client: Client) -> None:
    assert send(client, FORMS["en"], {**GOOD, "text": "a\x00b\u202ec\ufeff"}).status_code == 303
    assert Problem.objects.get().text == "abc"


def test_damaged_characters_are_told_about(client: Client) -> None:
    response = client.post(FORMS["en"], b"reasons=link&page=%2Fen%2F&text=caf%E9", content_type=FORM, headers=OWN)
    assert response.status_code == 422
    assert "damaged" in body(response)


@pytest.mark.parametrize(
    ("sent", "content_type"),
    [
        (b"reasons=link", f"{FORM}; charset=utf-16"),
        (b"reasons=link", "text/plain"),
        (b"{}", "application/json"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"a=1&" * 20_000, FORM),
        (b"text=" + b"x" * 11_000_000, FORM),
        (b"\xff\xfe\x00=%00", ""),
    ],
)
def test_what_is_no_form_is_not_read(client: Client, sent: bytes, content_type: str) -> None:
    response = client.generic("POST", FORMS["en"], sent, content_type, headers=OWN)
    assert response.status_code in (400, 413, 422)
    assert not Problem.objects.exists()


@pytest.mark.parametrize("named", ["", "x", "//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\x00",
                                   "/xx/", "/en/pages/nothing/", "/en/pages/border-fr/", "/" + "y" * 5000, "/en/%2e/",
                                   "/en/pages/border-en/extra/", "/admin/"])  # fmt: skip
def test_unknown_addresses_may_be_reported_and_lead_nowhere(
    client: Client, people: People, now: datetime, named: str
) -> None:
    page(people, now)
    response = send(client, FORMS["en"], {**GOOD, "page": named})
    assert response.status_code == 303
    row = Problem.objects.get()
    assert row.document_id is None
    assert len(row.address) <= problems.ADDRESS
    thanks = body(get(client, response["Location"]))
    assert "evil.example" not in thanks
    assert "javascript:" not in thanks
    shown = get(client, f"{FORMS['en']}?page={quote(named)}")
    assert shown.status_code == 200
    assert 'href="javascript' not in body(shown)
    assert 'href="https://evil' not in body(shown)


def test_an_address_is_escaped_wherever_it_is_shown(client: Client) -> None:
    attack = '/en/"><img src=x onerror=alert(1)>/'
    for response in (
        get(client, quote(attack)),
        get(client, f"{FORMS['en']}?page={quote(attack)}"),
        send(client, FORMS["en"], {"page": attack, "text": attack}),
    ):
        assert b"<img" not in response.content


def test_a_withdrawn_page_is_known_without_an_edition(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now - days(3))
    withdraw(edition, people, now - days(1))
    assert send(client, FORMS["en"], GOOD).status_code == 303
    row = Problem.objects.get()
    assert (row.document_id, row.edition_id) == (edition.document_id, None)


def test_the_edition_is_the_one_that_is_live(client: Client, people: People, now: datetime) -> None:
    second = revised(page(people, now - days(3)), people, now - days(1), title_en="Border again")
    send(client, FORMS["en"], GOOD)
    assert Problem.objects.get().edition_id == second.pk


def test_what_was_never_public_is_not_told_of(client: Client, people: People, now: datetime) -> None:
    from tests.builders import make_page

    make_page(people, now, slug="secret")
    send(client, FORMS["en"], {**GOOD, "page": "/en/pages/secret-en/"})
    assert Problem.objects.get().document_id is None
    assert "Secret" not in body(get(client, FORMS["en"] + "?page=/en/pages/secret-en/"))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "none"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"}, 403),
        ({"Origin": "http://testserver"}, 303),
        ({"Origin": "https://testserver"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "http://testserver.evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Referer": "http://testserver/en/pages/"}, 303),
        ({"Referer": "http://evil.example/?http://testserver/"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_forms_are_taken(client: Client, headers: dict[str, str], status: int) -> None:
    response = send(client, FORMS["en"], {**GOOD, "text": "Typed with care."}, headers=headers)
    assert response.status_code == status
    assert Problem.objects.exists() == (status == 303)
    if status == 403:
        assert "Typed with care." in body(response)


def test_other_methods_are_refused(client: Client) -> None:
    for method in ("PUT", "PATCH", "DELETE", "OPTIONS"):
        assert client.generic(method, FORMS["en"]).status_code == 405
    assert client.post(f"{FORMS['en']}thank-you/").status_code == 405
    assert get(client, "/en/signaler-un-probleme/").status_code == 404


def test_a_program_that_takes_the_bait_is_thanked_and_forgotten(client: Client) -> None:
    response = send(client, FORMS["en"], {**GOOD, "website": "https://spam.example"})
    assert response.status_code == 303
    assert not Problem.objects.exists()


def test_too_much_of_one_sender_is_refused_for_an_hour_and_nothing_is_lost(client: Client, settings: Any) -> None:
    settings.VISITOR_LIMITS = {"sender": 2, "page": 100, "site": 100}
    with time_machine.travel("2026-05-04T12:00:00Z", tick=False) as clock:
        for number in range(2):
            assert send(client, FORMS["en"], {**GOOD, "text": f"No. {number}"}).status_code == 303
        refused = send(client, FORMS["en"], {**GOOD, "text": "The third."})
        assert refused.status_code == 429
        assert refused["Retry-After"] == "3600"
        assert "The third." in body(refused)
        assert send(client, FORMS["en"], GOOD, REMOTE_ADDR="203.0.113.9").status_code == 303
        clock.shift(3600)
        assert send(client, FORMS["en"], GOOD).status_code == 303


def test_too_much_about_one_page_is_refused_whoever_sends(client: Client, settings: Any) -> None:
    settings.VISITOR_LIMITS = {"sender": 100, "page": 2, "site": 100}
    for number in range(3):
        # Addresses that lead nowhere are counted as one: they cost nothing to think of.
        fields = {**GOOD, "page": f"/en/nowhere/{number}/"}
        status = send(client, FORMS["en"], fields, REMOTE_ADDR=f"203.0.113.{number}").status_code
        assert status == (303 if number < 2 else 429)
    assert send(client, FORMS["en"], {**GOOD, "page": "/en/"}).status_code == 303


def test_behind_our_proxy_the_sender_is_whom_the_proxy_names(client: Client, settings: Any) -> None:
    settings.VISITOR_LIMITS = {"sender": 1, "page": 100, "site": 100}
    settings.TRUSTED_PROXIES = 1
    forged = [{**OWN, "X-Forwarded-For": f"198.51.100.{n}, 203.0.113.7"} for n in range(2)]
    assert [send(client, FORMS["en"], GOOD, headers=headers).status_code for headers in forged] == [303, 429]
    settings.TRUSTED_PROXIES = 0
    bare = [{**OWN, "X-Forwarded-For": f"198.51.100.{n}"} for n in range(2)]
    assert [send(client, FORMS["en"], GOOD, headers=headers).status_code for headers in bare] == [303, 429]


def test_no_row_anywhere_holds_the_sender(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    headers = {**OWN, "User-Agent": "Telltale/9", "Referer": "http://testserver/en/?secret"}
    send(client, FORMS["en"], GOOD, headers=headers, REMOTE_ADDR="203.0.113.77")
    stored = " ".join(str(row) for model in (Problem, Quota) for row in model.objects.values())
    for told in ("203.0.113.77", "Telltale", "secret"):
        assert told not in stored


def test_pages_cost_no_query_more_and_a_report_few(client: Client, people: People, now: datetime) -> None:
    page(people, now)
    send(client, FORMS["en"], GOOD)
    get(client, "/en/pages/border-en/")
    with CaptureQueriesContext(connection) as asked:
        get(client, "/en/pages/border-en/")
    assert not [query for query in asked.captured_queries if "problem" in query["sql"]]
    with CaptureQueriesContext(connection) as asked:
        send(client, FORMS["en"], {**GOOD, "text": "Something else."})
    assert len(asked) <= 9, [query["sql"][:120] for query in asked.captured_queries]


def test_the_form_has_a_page_of_its_own(client: Client) -> None:
    response = get(client, FORMS["es"] + "?page=/es/")
    assert response.status_code == 200
    assert body(response).count('name="page" value="/es/"') == 1
    assert response["X-Robots-Tag"] == "noindex"
