"""Helpers for tests that work in the admin as a person would: by address, as somebody."""

from typing import Any

from django.test import Client
from django.urls import reverse

from editorial.models import Edition, User
from tests.browserless import fields_of


def at(edition: Edition, screen: str, *args: Any) -> str:
    """The address of a screen of a note."""
    return reverse(f"admin:toy_note_{screen}", args=(edition.pk, *args))


def to(edition: Edition, verb: str) -> str:
    """The address of a transition of a note."""
    return at(edition, "transition", verb)


def as_(user: User) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(user)
    return client


def opened(client: Client, url: str) -> dict[str, Any]:
    """What a browser holds that opened the admin's form of a row at this address; it says what it was opened on."""
    model = url.strip("/").split("/")[-3]
    return fields_of(client.get(url), f"{model}_form")


def post(user: User, edition: Edition, verb: str, **values: Any) -> Any:
    """Do `verb` as this person, from a form opened on the edition as it is in the database."""
    now = Edition.objects.get(pk=edition.pk)
    data = {"version": now.version, **({"digest": now.digest} if verb == "sign_off" else {}), **values}
    return as_(user).post(to(edition, verb), data)


def state(edition: Edition) -> str:
    """The state in the database."""
    return str(Edition.objects.values_list("state", flat=True).get(pk=edition.pk))
