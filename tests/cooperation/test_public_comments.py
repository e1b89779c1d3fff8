"""Comments as visitors meet them: off by default, moderated, plain, closed in time."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cooperation.views.page.comment_block import LATEST
from editorial.models import Comment, Edition
from editorial.visitors import comments
from tests.cooperation.letters import send
from tests.cooperation.site import body, days, get, page, uuid, withdraw
from tests.people import People

pytestmark = pytest.mark.django_db

PAGE = {"en": "/en/pages/border-en/", "fr": "/fr/pages/border-fr/", "es": "/es/paginas/border-es/"}
SEGMENT = {"en": "comments", "fr": "commentaires", "es": "comentarios"}


@pytest.fixture
def border(people: People, now: datetime) -> Edition:
    """A live page under which visitors may comment."""
    edition = page(people, now - days(5))
    comments.switch(edition.document_id, is_on=True, closes_at=now + days(5), by=people.publisher, now=now - days(4))
    return edition


def form(edition: Edition, language: str = "en") -> str:
    """The page of the comments."""
    return f"/{language}/{SEGMENT[language]}/{uuid(edition)}/"


def approve(people: People, now: datetime) -> None:
    """Approve whatever waits."""
    seen = dict(Comment.objects.filter(status="waiting").values_list("pk", "version"))
    comments.decide(seen, status="approved", by=people.publisher, now=now)


def test_pages_have_no_comments_unless_somebody_says_so(client: Client, people: People, now: datetime) -> None:
    edition = page(people, now)
    assert 'id="comments"' not in body(get(client, PAGE["en"]))
    assert get(client, form(edition)).status_code == 404
    assert send(client, form(edition), {"text": "Hello"}).status_code == 404


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_a_comment_appears_once_approved_and_at_once(
    client: Client, people: People, now: datetime, border: Edition, language: str
) -> None:
    response = send(client, form(border, language), {"text": "Très bien, ¿no?\r\n\r\nOui.", "name": "Élodie"})
    assert response.status_code == 303
    assert not response.cookies
    thanks = get(client, response["Location"])
    assert thanks.status_code == 200
    assert PAGE[language] in body(thanks)
    assert "Très bien" not in body(get(client, PAGE[language]))
    assert "Très bien" not in body(get(client, form(border, language)))
    approve(people, now)
    for address in (PAGE[language], form(border, language)):
        shown = body(get(client, address))
        assert "<p>Très bien, ¿no?</p>" in shown
        assert "Élodie" in shown
    other = "fr" if language == "en" else "en"
    assert "Très bien" not in body(get(client, PAGE[other]))


def test_whoever_gives_no_name_is_a_visitor(client: Client, people: People, now: datetime, border: Edition) -> None:
    send(client, form(border), {"text": "Hello"})
    approve(people, now)
    assert "A visitor" in body(get(client, PAGE["en"]))


def test_nothing_in_a_comment_is_more_than_text(client: Client, people: People, now: datetime, border: Edition) -> None:
    said = '<a href="https://x.example">x</a> https://x.example <script>alert(1)</script> [b]x[/b]'
    assert send(client, form(border), {"text": said, "name": "<b>N</b>"}).status_code == 303
    approve(people, now)
    content = get(client, PAGE["en"]).content.decode()
    assert 'href="https://x.example' not in content
    assert "<script>alert" not in content
    assert "<b>" not in content
    assert "&lt;script&gt;" in content


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\u202e", "\u2066", "\u200b", "\ufeff"])
@pytest.mark.parametrize("field", ["text", "name"])
def test_unseen_characters_are_refused_and_the_cleaned_text_can_be_sent(
    client: Client, border: Edition, sign: str, field: str
) -> None:
    response = send(client, form(border), {"text": "Hello", "name": "N", field: f"He{sign}llo"})
    assert response.status_code == 422
    assert "invisible" in body(response)
    assert sign not in body(response)
    assert "Hello" in body(response)
    assert not Comment.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": ""}, "empty"),
        ({"text": " \n "}, "empty"),
        ({"name": "N"}, "empty"),
        ({"text": "x" * 1501}, "1501"),
        ({"text": "x" * 100_000}, "100000"),
        ({"text": "Hello", "name": "n" * 61}, "61"),
        ({"text": "caf\ufffd"}, "damaged"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(
    client: Client, border: Edition, fields: dict[str, str], said: str
) -> None:
    response = send(client, form(border), fields)
    assert response.status_code == 422
    assert said in body(response).replace("\u202f", "").replace(",", "")
    for value in fields.values():
        assert value.strip() in body(response)
    assert not Comment.objects.exists()


def test_after_the_end_comments_stay_and_none_is_taken(
    client: Client, people: People, now: datetime, border: Edition
) -> None:
    send(client, form(border), {"text": "In time."})
    approve(people, now)
    comments.switch(border.document_id, is_on=True, closes_at=now + days(5), by=people.publisher, now=now)
    from editorial.models import Discussion

    Discussion.objects.update(closes_at=now - days(1))
    shown = body(get(client, PAGE["en"]))
    assert "In time." in shown
    assert "Comments closed on" in shown
    assert "Write a comment" not in shown
    late = send(client, form(border), {"text": "Too late, but written with care."})
    assert late.status_code == 409
    assert "written with care" in body(late)
    Discussion.objects.update(is_on=False)
    assert "In time." not in body(get(client, PAGE["en"]))


def test_the_past_and_withdrawn_pages_show_none(client: Client, people: People, now: datetime, border: Edition) -> None:
    send(client, form(border), {"text": "Hello there"})
    approve(people, now)
    assert 'id="comments"' not in body(get(client, f"{PAGE['en']}?at={(now - days(2)).date()}"))
    withdraw(border, people, now)
    assert get(client, PAGE["en"]).status_code == 410
    assert get(client, form(border)).status_code == 404


def test_the_same_protections_as_for_reports(client: Client, border: Edition, settings: Any) -> None:
    assert send(client, form(border), {"text": "Hello"}, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert send(client, form(border), {"text": "Hello"}, headers={}).status_code == 403
    assert send(client, form(border), {"text": "Hello", "website": "x"}).status_code == 303
    assert not Comment.objects.exists()
    settings.VISITOR_LIMITS = {"sender": 2, "page": 100, "site": 100}
    assert send(client, form(border), {"text": "One"}).status_code == 303
    assert send(client, form(border), {"text": "Two"}).status_code == 429
    assert Comment.objects.count() == 1
    for method in ("PUT", "DELETE"):
        assert client.generic(method, form(border)).status_code == 405


@pytest.mark.parametrize("word", ["page=2", "page=x", "page=-1", "page=999999999999999999999", "page=%00"])
def test_odd_pages_are_some_page(client: Client, border: Edition, word: str) -> None:
    assert get(client, f"{form(border)}?{word}").status_code == 200


def test_unknown_documents_and_languages(client: Client, border: Edition) -> None:
    for address in ("/en/comments/x/", "/en/comments/00000000-0000-4000-8000-000000000000/",
                    form(border).replace("/en/", "/fr/"), f"/en/commentaires/{uuid(border)}/"):  # fmt: skip
        assert get(client, address).status_code == 404


def test_one_query_where_comments_are_on_and_none_elsewhere(
    client: Client, people: People, now: datetime, border: Edition
) -> None:
    page(people, now, slug="other")

    def asked(address: str) -> list[str]:
        get(client, address)
        with CaptureQueriesContext(connection) as captured:
            assert get(client, address).status_code == 200
        return [query["sql"] for query in captured.captured_queries]

    off, on = asked("/en/pages/other-en/"), asked(PAGE["en"])
    assert len(on) == len(off) + 1
    assert len(on) <= 8
    assert not [sql for sql in off if 'FROM "editorial_comment"' in sql]
    for number in range(LATEST + 5):
        row = comments.receive(border.document_id, border.pk, language="en", name="", text=f"No. {number}.", now=now)
        assert row is not None
    approve(people, now)
    assert len(asked(PAGE["en"])) == len(on)
    shown = body(get(client, PAGE["en"]))
    assert f"No. {LATEST + 4}." in shown
    assert "No. 4." not in shown
    assert f"Read all {LATEST + 5} comments" in shown
    assert "No. 4." in body(get(client, form(border)))
