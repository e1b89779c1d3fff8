"""Logging in and out: nobody guesses, nobody keeps anybody else out, and nobody is sent elsewhere."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from editorial.models import User
from editorial.visitors import limits
from editorial.web import login_limits
from editorial.web.login import COOKIE
from editorial.web.redirects import safe_target
from tests.people import People

PASSWORD = "a long pass phrase of somebody"
HOME, OFFICE, ELSEWHERE = "198.51.100.1", "203.0.113.7", "192.0.2.77"


@pytest.fixture
def publisher(people: People) -> User:
    people.publisher.set_password(PASSWORD)
    people.publisher.save()
    return people.publisher


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test crosses the end of an hour."""
    moment = datetime.fromisoformat("2031-05-05T12:20:30+00:00")
    monkeypatch.setattr("editorial.web.login.clock.now", lambda: moment)


def log_in(who: str, password: str, address: str, client: Client | None = None, **more: Any) -> HttpResponse:
    response: HttpResponse = (client or Client()).post(
        reverse("admin:login"), {"username": who, "password": password}, REMOTE_ADDR=address, **more
    )
    return response


def log_out(client: Client) -> None:
    """As a person does it: the browser keeps its other cookies."""
    client.post(reverse("admin:logout"))


def guess(who: str, address: str, times: int, client: Client | None = None) -> int:
    """The status of the last of so many wrong tries."""
    return [log_in(who, f"wrong {n}", address, client).status_code for n in range(times)][-1]


@pytest.mark.django_db
def test_guessing_ends_and_locks_nobody_out_elsewhere(publisher: User) -> None:
    name = publisher.get_username()
    assert guess(name, ELSEWHERE, 8) == 200
    assert log_in(name, PASSWORD, ELSEWHERE).status_code == 429
    assert log_in(name, PASSWORD, HOME).status_code == 302


@pytest.mark.django_db
def test_behind_a_proxy_the_client_counts_and_a_forged_header_does_not_help(publisher: User, settings: Any) -> None:
    settings.TRUSTED_PROXIES = 1
    name = publisher.get_username()
    for number in range(8):
        forged = {"X-Forwarded-For": f"10.0.0.{number}, {ELSEWHERE}"}
        assert log_in(name, "wrong", "127.0.0.1", headers=forged).status_code == 200
    again = {"X-Forwarded-For": f"{HOME}, {ELSEWHERE}"}
    assert log_in(name, PASSWORD, "127.0.0.1", headers=again).status_code == 429
    assert log_in(name, PASSWORD, "127.0.0.1", headers={"X-Forwarded-For": HOME}).status_code == 302


@pytest.mark.django_db
def test_one_household_of_ipv6_is_one_guesser(publisher: User) -> None:
    name = publisher.get_username()
    for number in range(8):
        assert log_in(name, "wrong", f"2001:db8:1:2::{number + 1:x}").status_code == 200
    assert log_in(name, PASSWORD, "2001:db8:1:2:ffff::1").status_code == 429
    assert log_in(name, PASSWORD, "2001:db8:1:3::1").status_code == 302


@pytest.mark.django_db
def test_a_colleague_in_the_same_office_keeps_nobody_out_of_their_own_browser(publisher: User) -> None:
    name, mine = publisher.get_username(), Client()
    assert log_in(name, PASSWORD, OFFICE, mine).status_code == 302
    log_out(mine)
    assert guess(name, OFFICE, 9) == 429
    assert log_in(name, PASSWORD, OFFICE, mine).status_code == 302
    assert log_in(name, PASSWORD, OFFICE).status_code == 429


@pytest.mark.django_db
def test_a_known_browser_is_no_way_to_guess(publisher: User, people: People) -> None:
    name, mine = publisher.get_username(), Client()
    log_in(name, PASSWORD, HOME, mine)
    log_out(mine)
    assert guess(name, HOME, 8, mine) == 200
    assert log_in(name, PASSWORD, ELSEWHERE, mine).status_code == 429
    # What it is known for is one account: for others it counts like any browser of its network.
    author = people.author.get_username()
    assert guess(author, HOME, 8, mine) == 200
    assert guess(author, HOME, 1) == 429


@pytest.mark.django_db
@pytest.mark.parametrize("forged", ["", "x", "a:b:c", "WyJ4IiwieSJd:1abc:sig"])
def test_a_forged_cookie_says_nothing(publisher: User, forged: str) -> None:
    name, client = publisher.get_username(), Client()
    client.cookies[COOKIE] = forged
    assert guess(name, OFFICE, 9, client) == 429
    assert log_in(name, PASSWORD, OFFICE).status_code == 429


@pytest.mark.django_db
def test_many_networks_get_fewer_tries_and_shut_no_account(publisher: User, settings: Any) -> None:
    settings.LOGIN_LIMITS = {**settings.LOGIN_LIMITS, "account": 10}
    name, mine = publisher.get_username(), Client()
    log_in(name, PASSWORD, OFFICE, mine)
    log_out(mine)
    for number in range(10):
        guess(name, f"192.0.2.{number}", 1)
    assert guess(name, "192.0.2.200", 2) == 200
    assert log_in(name, PASSWORD, "192.0.2.200").status_code == 429
    # Whoever knows the password gets in, from a place that nobody has seen as from a known browser.
    assert log_in(name, PASSWORD, HOME).status_code == 302
    assert guess(name, OFFICE, 4, mine) == 200
    assert log_in(name, PASSWORD, OFFICE, mine).status_code == 302


@pytest.mark.django_db
def test_one_password_tried_on_everybody_ends(people: People, settings: Any) -> None:
    settings.LOGIN_LIMITS = {**settings.LOGIN_LIMITS, "network": 5}
    statuses = [log_in(f"person{number}", "Summer 2031", ELSEWHERE).status_code for number in range(6)]
    assert statuses == [200] * 5 + [429]
    assert log_in("person9", "Summer 2031", HOME).status_code == 200


@pytest.mark.django_db
def test_logging_in_uses_nothing_up(publisher: User) -> None:
    for _time in range(12):
        assert log_in(publisher.get_username(), PASSWORD, OFFICE).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_the_answer_says_when_to_try_again_and_keeps_the_name(publisher: User, language: str) -> None:
    words = {"en": "40 minutes", "fr": "40\u00a0minutes", "es": "40 minutos"}[language]
    client = Client()
    client.cookies["django_language"] = language
    guess(publisher.get_username(), OFFICE, 8)
    response = log_in(publisher.get_username(), PASSWORD, OFFICE, client)
    page = response.content.decode()
    assert response.status_code == 429
    assert response["Retry-After"] == "2370"
    assert words in page.replace("&nbsp;", "\u00a0")
    assert f'value="{publisher.get_username()}"' in page


@pytest.mark.django_db
def test_the_answers_do_not_tell_whether_an_account_exists(publisher: User) -> None:
    known, unknown = publisher.get_username(), "nobody.known"
    pages = {}
    for name in (known, unknown):
        seen = []
        for number in range(10):
            response = log_in(name, f"wrong {number}", OFFICE)
            said = response.content.decode().replace(name, "NAME")
            seen.append((response.status_code, response.headers.get("Retry-After"), said.partition("<form")[0]))
        pages[name] = seen
    # The page differs by the token of its forms alone, which stands in none of these parts.
    assert pages[known] == pages[unknown]


@pytest.mark.django_db
def test_the_log_names_the_address_and_nobody(publisher: User, caplog: pytest.LogCaptureFixture) -> None:
    guess(publisher.get_username(), ELSEWHERE, 9)
    said = [record.getMessage() for record in caplog.records if record.name == "editorial.web.login"]
    assert said == [f"A login from {ELSEWHERE} failed."] * 8 + [
        f"A login from {ELSEWHERE} was refused: too many attempts."
    ]
    assert publisher.get_username() not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_many_tries_at_once_are_counted_like_many_in_a_row(now: datetime) -> None:
    def attempt(_number: int) -> bool:
        try:
            return login_limits.begin("ana", address=OFFICE, cookie="", now=now).is_allowed
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(attempt, range(24))) == 8


@pytest.mark.django_db
def test_a_try_given_back_is_given_back_once(now: datetime) -> None:
    claim = limits.RateLimitKey("login", "x")
    limits.exceeded([claim], now=now, limits={"login": 1})
    for _time in range(3):
        limits.give_back([claim], now=now)
    assert not limits.exceeded([claim], now=now, limits={"login": 1})
    assert limits.exceeded([claim], now=now, limits={"login": 1})


EVIL = [
    "//evil.example", "/\\evil.example", "\\\\evil.example", "///evil.example", "https:evil.example",
    "https:/evil.example",
    "https://evil.example/", "http:\\\\evil.example", "java\tscript:alert(1)", "javascript:alert(1)",
    "/\t/evil.example",
    "/\n/evil.example", " //evil.example", "data:text/html,x", "evil.example", "admin/",
    "https://testserver@evil.example/", "?x", "",
    "/en/\r\nSet-Cookie: a=b",
]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize("target", EVIL)
def test_a_refused_next_leads_to_the_desk(publisher: User, target: str) -> None:
    desk = reverse("admin:index")
    for way in ({"data": {"next": target}, "query": {}}, {"data": {}, "query": {"next": target}}):
        client = Client()
        fields = {"username": publisher.get_username(), "password": PASSWORD, **way["data"]}
        response = client.post(reverse("admin:login", query=way["query"]), fields)
        assert (response.status_code, response["Location"]) == (302, desk)
        response = client.post(reverse("admin:language"), {"language": "en", "next": target})
        assert (response.status_code, response["Location"]) == (302, desk)
        response = client.post(reverse("admin:notices_read"), {"all": "1", "next": target})
        assert response["Location"] == reverse("admin:notices")
        response = client.post(reverse("admin:logout", query=way["query"]), way["data"])
        assert (response.status_code, response["Location"]) == (302, desk)
    assert Client().get(desk).status_code == 302


@pytest.mark.django_db
def test_a_good_next_is_followed_and_none_leads_to_the_desk(publisher: User, rf: Any) -> None:
    fields = {"username": publisher.get_username(), "password": PASSWORD}
    assert Client().post(reverse("admin:login"), fields)["Location"] == reverse("admin:index")
    for target in ("/admin/notices/?show=all", "http://testserver/en/", "/en/pages/frontière/"):
        response = Client().post(reverse("admin:login"), {**fields, "next": target})
        assert response["Location"] == target.replace("è", "%C3%A8")
        assert safe_target(rf.get("/"), target, otherwise="/x/") == target
    client = Client()
    client.force_login(publisher)
    with translation.override("en"):
        assert client.post(reverse("admin:logout")).status_code == 200
