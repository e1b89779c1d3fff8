"""Two people at the form of one row: nobody overwrites what somebody else saved without having seen it."""

import json
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cooperation.models import Country
from editorial.models import AdministrationEvent, GlossaryTerm, Party, SignOffRule, User
from tests.browserless import fields_of, form_of
from tests.editorial.desk import as_, opened
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def one(people: People) -> Client:
    """A browser of somebody who may change everything."""
    return as_(people.superuser)


@pytest.fixture
def term(people: People, now: datetime) -> GlossaryTerm:
    return GlossaryTerm.objects.create(
        term_en="Water", term_fr="Eau", term_es="Agua", changed_by=people.author, changed_at=now
    )


def change(row: Any) -> str:
    """The address of a row's form."""
    return reverse(f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=(row.pk,))


def choices(response: Any, form_id: str) -> dict[str, str]:
    """What the other person saved of each field that both changed, by the name of the choice."""
    found = {}
    for choice in form_of(response, form_id).find_class("choice"):
        theirs = choice.find_class("choice-side")[0].find_class("diff-text")[0]
        for hidden in [*theirs.findall(".//del"), *theirs.find_class("visually-hidden")]:
            hidden.drop_tree()
        found[choice.get("id") or ""] = " ".join(theirs.text_content().split())
    return found


def test_an_untouched_row_is_saved_at_once(one: Client, term: GlossaryTerm) -> None:
    assert one.post(change(term), {**opened(one, change(term)), "term_fr": "L’eau"}).status_code == 302
    term.refresh_from_db()
    assert (term.term_en, term.term_fr) == ("Water", "L’eau")


def test_what_the_other_changed_alone_is_taken_and_shown(one: Client, people: People, term: GlossaryTerm) -> None:
    mine = opened(one, change(term))
    other = as_(people.superuser)
    other.post(change(term), {**opened(other, change(term)), "term_es": "El agua"})
    response = one.post(change(term), {**mine, "term_fr": "L’eau"})
    assert response.status_code == 409
    text = response.content.decode()
    assert "Somebody else saved this while you had it open" in text
    assert "<title>Error: " in text
    [conflict] = form_of(response, "glossaryterm_form").find_class("conflict")
    assert not conflict.find_class("choice")
    mine_alone, theirs = [each.text_content() for each in conflict.iter("details")]
    assert "L’eau" in mine_alone
    assert "El agua" in theirs
    term.refresh_from_db()
    assert (term.term_fr, term.term_es) == ("Eau", "El agua"), "nothing is saved before it was looked at"
    again = fields_of(response, "glossaryterm_form")
    assert (again["term_fr"], again["term_es"]) == ("L’eau", "El agua")
    assert one.post(change(term), again).status_code == 302
    term.refresh_from_db()
    assert (term.term_en, term.term_fr, term.term_es) == ("Water", "L’eau", "El agua")


@pytest.mark.parametrize(
    ("chosen", "stands"), [("mine", "L’eau"), ("theirs", "Les eaux <du> pays"), ("both", "L’eau"), ("forged", "L’eau")]
)
def test_what_both_changed_is_decided(
    one: Client, people: People, term: GlossaryTerm, chosen: str, stands: str
) -> None:
    mine = opened(one, change(term))
    other = as_(people.superuser)
    other.post(change(term), {**opened(other, change(term)), "term_fr": "Les eaux <du> pays"})
    response = one.post(change(term), {**mine, "term_fr": "L’eau"})
    assert choices(response, "glossaryterm_form") == {"choice-term_fr": "Les eaux <du> pays"}
    again = fields_of(response, "glossaryterm_form")
    assert (again["term_fr"], again["choice-term_fr"]) == ("L’eau", "mine")
    assert one.post(change(term), {**again, "choice-term_fr": chosen}).status_code == 302
    term.refresh_from_db()
    assert term.term_fr == stands


def test_what_was_decided_is_kept_when_somebody_saves_a_third_time(one: Client, term: GlossaryTerm) -> None:
    mine = {**opened(one, change(term)), "term_fr": "L’eau"}
    GlossaryTerm.objects.filter(pk=term.pk).update(term_fr="Eaux")
    again = {**fields_of(one.post(change(term), mine), "glossaryterm_form"), "choice-term_fr": "theirs"}
    GlossaryTerm.objects.filter(pk=term.pk).update(term_es="El agua")
    third = fields_of(one.post(change(term), again), "glossaryterm_form")
    assert (third["term_fr"], third["term_es"]) == ("Eaux", "El agua")
    assert "choice-term_fr" not in third
    assert one.post(change(term), third).status_code == 302
    term.refresh_from_db()
    assert (term.term_fr, term.term_es) == ("Eaux", "El agua")


def test_a_third_change_is_told_again(one: Client, people: People, term: GlossaryTerm) -> None:
    mine = {**opened(one, change(term)), "term_fr": "L’eau"}
    GlossaryTerm.objects.filter(pk=term.pk).update(term_fr="Eaux")
    again = fields_of(one.post(change(term), mine), "glossaryterm_form")
    GlossaryTerm.objects.filter(pk=term.pk).update(term_fr="")
    response = one.post(change(term), again)
    assert choices(response, "glossaryterm_form") == {"choice-term_fr": ""}
    assert one.post(change(term), fields_of(response, "glossaryterm_form")).status_code == 302


def test_the_same_change_by_both_is_no_difference(one: Client, term: GlossaryTerm) -> None:
    mine = {**opened(one, change(term)), "term_fr": "L’eau"}
    GlossaryTerm.objects.filter(pk=term.pk).update(term_fr="L’eau")
    assert one.post(change(term), mine).status_code == 302


@pytest.mark.parametrize(
    "remembered",
    [
        None,
        "",
        "[]",
        "{",
        '"x"',
        json.dumps({"term_fr": "Eau"}),
        "\x00",
        "[" * 100_000,
        '{"term_fr": {"term_fr": [1]}}',
    ],
)
def test_a_form_that_does_not_say_what_it_was_opened_on_overwrites_nothing(
    one: Client, term: GlossaryTerm, remembered: str | None
) -> None:
    forged = {**opened(one, change(term)), "term_fr": "Forged"}
    del forged["opened_on"]
    if remembered is not None:
        forged["opened_on"] = remembered
    response = one.post(change(term), forged)
    assert response.status_code == 409
    assert choices(response, "glossaryterm_form") == {"choice-term_fr": "Eau"}
    term.refresh_from_db()
    assert term.term_fr == "Eau"


def test_lines_and_empty_boxes_are_no_difference(one: Client, people: People, now: datetime) -> None:
    term = GlossaryTerm.objects.create(
        term_en="working group", forbidden_en="team\ncrew", note="", changed_by=people.author, changed_at=now
    )
    mine = opened(one, change(term))
    mine["forbidden_en"] = "team\r\ncrew"
    assert one.post(change(term), {**mine, "term_fr": "groupe de travail"}).status_code == 302


def test_an_account_shows_the_roles_that_somebody_else_gave(one: Client, people: People) -> None:
    mine = opened(one, change(people.author))
    people.author.groups.add(Group.objects.get(name="Publisher"))
    response = one.post(change(people.author), {**mine, "first_name": "Ana"})
    [conflict] = form_of(response, "user_form").find_class("conflict")
    assert "Publisher" in [*conflict.iter("details")][-1].text_content()
    again = fields_of(response, "user_form")
    assert one.post(change(people.author), again).status_code == 302
    author = User.objects.get(pk=people.author.pk)
    assert author.first_name == "Ana"
    assert {group.name for group in author.groups.all()} == {"Author", "Publisher"}


def test_a_rule_and_a_party_name_what_somebody_else_chose(one: Client, people: People) -> None:
    rule = SignOffRule.objects.create(kind="page", party=people.ca, stage=1)
    mine = opened(one, change(rule))
    SignOffRule.objects.filter(pk=rule.pk).update(party=people.mx)
    response = one.post(change(rule), {**mine, "party": ""})
    assert choices(response, "signoffrule_form") == {"choice-party": "Government of Mexico"}
    rule.refresh_from_db()
    assert rule.party == people.mx
    mine = opened(one, change(people.ca))
    Party.objects.filter(pk=people.ca.pk).update(time_zone="America/Vancouver")
    response = one.post(change(people.ca), {**mine, "time_zone": "America/Toronto"})
    assert choices(response, "party_form") == {"choice-time_zone": "America/Vancouver"}
    assert not AdministrationEvent.objects.exists(), "what was refused is on no record"


def test_it_is_said_in_the_readers_language(people: People, term: GlossaryTerm) -> None:
    User.objects.filter(pk=people.superuser.pk).update(language="fr")
    client = as_(User.objects.get(pk=people.superuser.pk))
    mine = {**opened(client, change(term)), "term_fr": "L’eau"}
    GlossaryTerm.objects.filter(pk=term.pk).update(term_fr="Eaux")
    text = client.post(change(term), mine).content.decode()
    assert "Quelqu’un d’autre" in text
    assert "Somebody else" not in text


def test_a_new_row_remembers_nothing(one: Client) -> None:
    url = reverse("admin:cooperation_country_add")
    assert "opened_on" not in one.get(url).content.decode()
    data = {"code": "CA", "name_en": "Canada", "name_fr": "Canada", "name_es": "Canadá"}
    assert one.post(url, data).status_code == 302
    assert Country.objects.get().name_es == "Canadá"
