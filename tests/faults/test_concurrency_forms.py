"""The short forms of single rows, sent at the very same moment: one is saved, the others are told, nothing is lost."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import AdministrationEvent, Document, Party, User
from editorial.states import Verb
from editorial.workflow import audit, transitions
from tests import builders
from tests.editorial.desk import as_, opened
from tests.faults.race import race
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 3


def sender(client: Client, url: str, data: dict[str, Any]) -> Any:
    """What sends a form; the answer's status: 302 where it was saved."""
    return lambda: client.post(url, data).status_code


def test_one_party_two_administrators(people: People) -> None:
    url = reverse("admin:editorial_party_change", args=(people.ca.pk,))
    one, other = as_(people.superuser), as_(people.superuser)
    for number in range(TIMES):
        first = {**opened(one, url), "name_fr": f"Canada {number}"}
        second = {**opened(other, url), "name_fr": f"Le Canada {number}"}
        statuses, lost = race(sender(one, url, first), sender(other, url, second))
        assert (sorted(statuses), lost) == ([302, 409], [])
        assert Party.objects.get(pk=people.ca.pk).name_fr in (first["name_fr"], second["name_fr"])
    assert AdministrationEvent.objects.count() == TIMES, "what was refused is on no record"


def test_one_account_and_two_of_its_fields(people: People) -> None:
    """Different fields: nobody's change takes the other's away, whoever comes first."""
    url = reverse("admin:editorial_user_change", args=(people.author.pk,))
    one, other = as_(people.superuser), as_(people.superuser)
    first = {**opened(one, url), "first_name": "Ana"}
    second = {**opened(other, url), "last_name": "Autora"}
    statuses, lost = race(sender(one, url, first), sender(other, url, second))
    assert (sorted(statuses), lost) == ([302, 409], [])
    author = User.objects.get(pk=people.author.pk)
    assert (author.first_name, author.last_name) in (("Ana", ""), ("", "Autora"))


def test_an_owner_is_set_while_the_edition_moves_on(people: People, now: datetime) -> None:
    """The form holds the document, as every step does, so neither waits for the other for ever."""
    for number in range(TIMES):
        note = builders.fresh(builders.make_note(people, now, slug=f"n{number}"))
        url = reverse("admin:editorial_document_change", args=(note.document_id,))
        client = as_(people.superuser)
        data = {**opened(client, url), "owner": people.publisher.pk}

        def submit(edition: Any = note) -> int:
            transitions.submit(edition, by=people.author, now=now)
            return 0

        done, lost = race(sender(client, url, data), submit)
        assert (sorted(done), lost) == ([0, 302], [])
        assert Document.objects.get(pk=note.document_id).owner == people.publisher
        assert note.events.filter(verb__in=(Verb.SET_OWNER, Verb.SUBMIT)).count() == 2
    assert list(audit.verify()) == []
