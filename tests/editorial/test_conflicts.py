"""Somebody else saved meanwhile: one mechanism and one template for every form of the admin."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.http import QueryDict
from django.urls import reverse

from editorial.admin.conflicts import decisions
from editorial.content import canonical
from editorial.models import GlossaryTerm
from editorial.workflow import drafts
from tests import builders
from tests.browserless import fields_of, form_of
from tests.editorial.desk import as_, at, opened
from tests.people import People


def note(people: People, now: datetime) -> Any:
    items = [{"text": builders.texts(word), "amount": "1.00"} for word in ("One", "Two")]
    return builders.make_note(people, now, parts={"section": [builders.section()], "item": items})


def in_edit_form(people: People, now: datetime) -> Any:
    draft, client = note(people, now), as_(people.author)
    mine = {**fields_of(client.get(at(draft, "change"))), "title_fr": "Le mien"}
    with drafts.edit(draft, by=people.second_author, now=now) as row:
        row.title_fr = "Le leur"
        row.save()
    return client.post(at(draft, "change"), mine), "edition-form", "title_fr"


def in_translation(people: People, now: datetime) -> Any:
    draft, client = note(people, now), as_(people.translator_fr)
    mine = {**fields_of(client.get(at(draft, "translate", "fr"))), "title_fr": "Le mien"}
    with drafts.edit(draft, by=people.second_author, now=now) as row:
        row.title_fr = "Le leur"
        row.save()
    return client.post(at(draft, "translate", "fr"), mine), "edition-form", "title_fr"


def in_short_form(people: People, now: datetime) -> Any:
    term = GlossaryTerm.objects.create(term_en="treaty", term_fr="traité", changed_by=people.author, changed_at=now)
    url, client = reverse("admin:editorial_glossaryterm_change", args=(term.pk,)), as_(people.superuser)
    mine = {**opened(client, url), "term_fr": "Le mien"}
    GlossaryTerm.objects.filter(pk=term.pk).update(term_fr="Le leur")
    return client.post(url, mine), "glossaryterm_form", "term_fr"


@pytest.mark.parametrize("conflict_in", [in_edit_form, in_translation, in_short_form])
def test_every_form_shows_the_same_conflict(people: People, now: datetime, conflict_in: Any) -> None:
    response, form_id, name = conflict_in(people, now)
    assert response.status_code == 409
    used = {template.name for template in response.templates}
    assert {"editorial/admin/_conflict.html", "editorial/admin/_conflict_choice.html"} <= used
    [conflict] = form_of(response, form_id).find_class("conflict")
    [choice] = conflict.find_class("choice")
    assert choice.get("id") == f"choice-{name}"
    theirs, mine = [side.text_content() for side in choice.find_class("choice-side")]
    assert "Le leur" in theirs
    assert "Le mien" in mine
    ways = [way.get("value") for way in choice.iter("input") if way.get("type") == "radio"]
    assert ways[:2] == ["theirs", "mine"]
    assert len(form_of(response, form_id).xpath(f"//*[@name='{name}']")) == 1, "it is typed in one place"


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        ("choice-title=mine&title=Mine&both-title=Both", "title=Mine"),
        ("choice-title=theirs&title=Mine&both-title=Both&title-find=th", "title=Theirs"),
        ("choice-title=both&title=Mine&both-title=Both", "title=Both"),
        ("choice-title=both&title=Mine", "title=Mine"),
        ("choice-title=forged&title=Mine", "title=Mine"),
        ("choice-nothing=theirs&title=Mine", "title=Mine"),
        ("choice-tags=theirs&tags=a&tags=b", "tags=c&tags=d"),
        ("title=Mine&bothersome=1", "title=Mine&bothersome=1"),
    ],
)
def test_what_was_chosen_takes_the_place_of_what_was_typed(sent: str, expected: str) -> None:
    data = QueryDict(sent, mutable=True)
    theirs = {"title": {"title": ["Theirs"]}, "tags": {"tags": ["c", "d"]}}
    decisions.decide_values(data, theirs.get)
    assert data == QueryDict(expected)


@pytest.mark.parametrize("forged", ["x", "-1", "999999999999", ""])
def test_a_choice_of_orders_in_a_torn_form_breaks_nothing(people: People, now: datetime, forged: str) -> None:
    draft, client = note(people, now), as_(people.author)
    sent = fields_of(client.get(at(draft, "change")))
    before = canonical.content_of(draft)
    torn = {**sent, "choice-item": "theirs", "choice-item-7-text_en": "theirs", "item-TOTAL_FORMS": forged}
    response = client.post(at(draft, "change"), torn)
    assert response.status_code in (200, 302, 409)
    rows = set(re.findall(r'name="(item-\d+-key)"', response.content.decode()))
    assert rows <= torn.keys(), "a row that was not sent costs nothing"
    assert canonical.content_of(draft)["fields"] == before["fields"]
