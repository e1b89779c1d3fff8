"""A session's person comes with all that they may do, as Django would have it, in one statement."""

from typing import Any

import pytest
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from editorial.models import User
from editorial.web.backends import StaffBackend
from tests.people import People

pytestmark = pytest.mark.django_db

WHO = ["author", "translator_fr", "reviewer_ca", "publisher", "administrator", "superuser", "outsider"]


@pytest.mark.parametrize("who", WHO)
def test_permissions_are_those_that_django_reads(people: People, who: str) -> None:
    person: Any = getattr(people, who)
    person.user_permissions.add(Permission.objects.get(codename="view_note"))
    django: Any = User.objects.get(pk=person.pk)
    expected = ModelBackend().get_all_permissions(django)
    found: Any = StaffBackend().get_user(person.pk)
    assert found == person
    assert found.get_all_permissions() == expected
    assert found.has_perm("toy.view_note")


def test_one_statement(people: People) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = StaffBackend().get_user(people.author.pk)
        assert found is not None
        assert found.has_perm("editorial.write_edition")
        assert not found.has_perm("editorial.publish_edition")
    assert len(asked) == 1


def test_who_is_gone_or_deactivated_is_nobody(people: People) -> None:
    User.objects.filter(pk=people.author.pk).update(is_active=False)
    assert StaffBackend().get_user(people.author.pk) is None
    assert StaffBackend().get_user(0) is None


def test_a_permission_taken_away_is_gone_at_the_next_request(people: People) -> None:
    people.author.groups.clear()
    found = StaffBackend().get_user(people.author.pk)
    assert found is not None
    assert found.get_all_permissions() == set()
