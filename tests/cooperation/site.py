"""Content for tests of the public site, and short ways to ask for its pages."""

from datetime import datetime, timedelta
from html import unescape
from typing import Any, cast
from uuid import uuid4

from django.http import HttpResponse
from django.test import Client
from django.utils import translation
from django.utils.translation import gettext

from editorial.models import Document, Edition
from editorial.workflow import transitions
from tests.builders import make, publish, section, texts
from tests.people import People

EXPLANATION = {"en": "It was wrong.", "fr": "C’était inexact.", "es": "Era incorrecto."}


def page(people: People, now: datetime, slug: str = "border", **values: Any) -> Edition:
    """A live cooperation page, at /en/pages/<slug>-en/ and so on."""
    return publish(make("page", people, now, slug=slug, **values), people, now)


def mechanism(people: People, now: datetime, slug: str = "partnership", **fields: Any) -> Edition:
    """A live mechanism."""
    fields = {"acronym": texts("CMP"), "launched": texts("October 2004"), **fields}
    return publish(make("mechanism", people, now, slug=slug, fields=fields), people, now)


def group(people: People, now: datetime, slug: str = "energy", *, of: Edition | None = None, **fields: Any) -> Edition:
    """A live working group, of a mechanism where one is given."""
    given = {**({"mechanism": uuid(of)} if of else {}), **fields}
    return publish(make("working_group", people, now, slug=slug, fields=given), people, now)


def report(
    people: People,
    now: datetime,
    year: int = 2021,
    *,
    slug: str = "",
    of: Edition | None = None,
    groups: list[Edition] | None = None,
    parts: dict[str, list[dict[str, Any]]] | None = None,
) -> Edition:
    """A live annual report, with a chapter for each of the groups."""
    fields = {"year": year, "message": {c: f"<p>Message {c}</p>" for c in ("en", "fr", "es")}}
    if of:
        fields["mechanism"] = uuid(of)
    given = {
        "section": [section("Profile")],
        "chapter": [chapter(each) for each in groups or []],
        **(parts or {}),
    }
    draft = make("annual_report", people, now, slug=slug or f"report-{year}", fields=fields, parts=given)
    return publish(draft, people, now)


def chapter(of: Edition, word: str = "Results") -> dict[str, Any]:
    """A chapter of a group, with a heading of its own."""
    return {"group": uuid(of), "results": {c: f"<h3>Heading {c}</h3><p>{word} {c}</p>" for c in ("en", "fr", "es")}}


def objective(of: Edition, word: str, status: str = "planned", **values: Any) -> dict[str, Any]:
    """An objective of a group."""
    return {"key": str(uuid4()), "group": uuid(of), "text": texts(word), "status": status, **values}


def figure(word: str = "Projects", **values: Any) -> dict[str, Any]:
    """A figure, of which only the label and what is given is set."""
    return {
        "label": texts(word), "value": None, "wording": texts(""), "unit": texts(""), "source": texts(""),
        "as_of": None, "valid_until": None, **values,
    }  # fmt: skip


def uuid(edition: Edition) -> str:
    """How content refers to the edition's document."""
    return str(Document.objects.get(pk=edition.document_id).uuid)


def withdraw(edition: Edition, people: People, now: datetime, **values: Any) -> Edition:
    """End the page, with an explanation in every language."""
    return transitions.withdraw(edition, by=people.publisher, now=now, explanation=EXPLANATION, **values)


def get(client: Client, address: str, **headers: str) -> HttpResponse:
    """Ask for an address; every response but an error of the server's is an answer."""
    return cast(HttpResponse, client.get(address, headers=headers))


def body(response: HttpResponse) -> str:
    """What a page says, entities resolved."""
    return unescape(response.content.decode())


def words(language: str, text: str, **values: object) -> str:
    """What the site says for an English text in a language; its own translation, whatever that is."""
    with translation.override(language):
        return gettext(text) % values if values else gettext(text)


def days(number: float) -> timedelta:
    """A number of days."""
    return timedelta(days=number)
