"""A form for a new document that is sent twice, one after the other or at once, makes one draft."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from cooperation.models import Page
from editorial.models import Document, Event
from tests.browserless import fields_of
from tests.editorial.desk import as_
from tests.people import People

ADD = "admin:cooperation_page_add"
pytestmark = pytest.mark.django_db


def filled_in(client: Client) -> dict[str, Any]:
    """The form as it is sent, with a title."""
    return {**fields_of(client.get(reverse(ADD))), "title_en": "Begun", "summary_en": "Words", "_continue": "1"}


def test_the_second_sending_leads_to_what_the_first_made(people: People) -> None:
    client = as_(people.author)
    data = filled_in(client)
    first, second = (client.post(reverse(ADD), data) for _each in range(2))
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.headers["Location"] == second.headers["Location"]
    assert "The form was sent twice" in client.get(second.headers["Location"]).content.decode()
    assert (Page.objects.count(), Document.objects.count()) == (1, 1)
    assert [event.verb for event in Event.objects.all()] == ["create"]


@pytest.mark.django_db(transaction=True)
def test_many_at_once_make_one(people: People) -> None:
    """Each in a session and with a connection of its own,
    as from a window with a button that was pressed three times."""
    client = as_(people.author)
    data, ready = filled_in(client), Barrier(3)
    clients = [as_(people.author) for _each in range(3)]

    def send(sender: Client) -> tuple[int, str]:
        try:
            ready.wait(timeout=60)
            response = sender.post(reverse(ADD), data)
            return response.status_code, response.headers.get("Location", "")
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=3) as pool:
        answers = list(pool.map(send, clients))
    assert (Page.objects.count(), Document.objects.count()) == (1, 1)
    change = reverse("admin:cooperation_page_change", args=(Page.objects.get().pk,))
    assert answers == [(302, change)] * 3


@pytest.mark.parametrize("key", [None, "", "x", "0" * 31])
def test_a_form_without_its_name_is_shown_again_and_loses_nothing(people: People, key: str | None) -> None:
    client = as_(people.author)
    data = filled_in(client)
    del data["creation_key"]
    response = client.post(reverse(ADD), data if key is None else {**data, "creation_key": key})
    assert response.status_code == 409
    assert not Page.objects.exists()
    again = fields_of(response)
    assert (again["title_en"], again["summary_en"]) == ("Begun", "Words")
    assert client.post(reverse(ADD), {**again, "_continue": "1"}).status_code == 302
    assert Page.objects.count() == 1


def test_a_form_that_was_refused_keeps_its_name(people: People) -> None:
    client = as_(people.author)
    data = filled_in(client)
    response = client.post(reverse(ADD), {**data, "title_en": "x" * 201})
    assert fields_of(response)["creation_key"] == data["creation_key"]


def test_the_name_of_somebody_elses_form_opens_nothing(people: People) -> None:
    theirs = filled_in(as_(people.author))
    as_(people.author).post(reverse(ADD), theirs)
    client = as_(people.second_author)
    response = client.post(reverse(ADD), {**filled_in(client), "creation_key": theirs["creation_key"]})
    assert response.status_code == 409
    again = fields_of(response)
    assert again["creation_key"] != theirs["creation_key"]
    assert client.post(reverse(ADD), {**again, "slug_en": "mine", "_continue": "1"}).status_code == 302
    assert Page.objects.count() == 2


def test_two_forms_make_two_drafts(people: People) -> None:
    client = as_(people.author)
    for title in ("First", "Second"):
        assert client.post(reverse(ADD), {**filled_in(client), "title_en": title}).status_code == 302
    assert Page.objects.count() == 2


def test_the_database_holds_it(people: People) -> None:
    key = uuid4()
    Document.objects.create(kind="page", owner=people.author, creation_key=key)
    with pytest.raises(IntegrityError, match="creation_key"), transaction.atomic():
        Document.objects.create(kind="page", owner=people.author, creation_key=key)
