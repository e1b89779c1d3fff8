"""A session ends for good when its account is deactivated, however that was done."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.urls import reverse

from editorial.models import User
from editorial.staff import accounts, offboarding
from tests.attacks import sql
from tests.editorial.desk import as_
from tests.people import People

pytestmark = pytest.mark.django_db


def is_let_in(client: Client) -> bool:
    """Whether the desk opens, without logging in again."""
    return client.get(reverse("admin:index")).status_code == 200


def through_the_account(people: People, now: datetime) -> None:
    """As an administrator unticks the box."""
    accounts.save(people.author, by=people.superuser, now=now, values={"is_active": False})


def by_hand_over(people: People, now: datetime) -> None:
    """As an administrator hands the work over."""
    offboarding.hand_over(
        people.author, documents_to=people.second_author, reviews_to=people.publisher, by=people.superuser, now=now
    )


def by_update(people: People, now: datetime) -> None:
    """As a script would."""
    User.objects.filter(pk=people.author.pk).update(is_active=False)


def by_raw_sql(people: People, now: datetime) -> None:
    """As whoever sits at the database would."""
    sql("UPDATE editorial_user SET is_active = false WHERE id = %s", people.author.pk)


@pytest.mark.parametrize("deactivate", [through_the_account, by_hand_over, by_update, by_raw_sql])
def test_no_session_lives_through_a_deactivation(
    people: People, now: datetime, deactivate: Callable[[People, datetime], None]
) -> None:
    before = as_(people.author)
    assert is_let_in(before)
    deactivate(people, now)
    assert not is_let_in(before)
    User.objects.filter(pk=people.author.pk).update(is_active=True)
    assert not is_let_in(before)
    assert is_let_in(as_(User.objects.get(pk=people.author.pk)))


def test_a_session_that_slept_through_both_does_not_wake_up(people: People) -> None:
    before = as_(people.author)
    by_update(people, datetime.min)
    User.objects.filter(pk=people.author.pk).update(is_active=True)
    assert not is_let_in(before)


def test_sessions_of_others_and_other_changes_end_none(people: People, now: datetime) -> None:
    theirs, others = as_(people.author), as_(people.second_author)
    accounts.save(people.author, by=people.superuser, now=now, values={"first_name": "Ada", "email": "ada@example.org"})
    assert is_let_in(theirs)
    by_update(people, now)
    assert is_let_in(others)


def test_the_count_is_the_databases_own(people: People) -> None:
    """Neither somebody who sets it back nor a form that holds an old row brings a session back to life."""
    stale = User.objects.get(pk=people.author.pk)
    before = as_(people.author)
    by_update(people, datetime.min)
    User.objects.filter(pk=stale.pk).update(is_active=True, session_epoch=0)
    stale.save()
    assert User.objects.get(pk=stale.pk).session_epoch == 1
    assert not is_let_in(before)
    sql("UPDATE editorial_user SET session_epoch = 0 WHERE id = %s", stale.pk)
    assert User.objects.get(pk=stale.pk).session_epoch == 1


def test_ones_own_new_password_keeps_ones_own_session_and_ends_the_others(people: People) -> None:
    here, elsewhere = as_(people.author), as_(people.author)
    secret = "otra-Clave-8-larga"
    data = {"old_password": "author", "new_password1": secret, "new_password2": secret}
    assert here.post(reverse("admin:password_change"), data).status_code == 302
    assert is_let_in(here)
    assert not is_let_in(elsewhere)
