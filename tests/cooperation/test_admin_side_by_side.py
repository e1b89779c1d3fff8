"""Two people at the form of one row: nobody overwrites what somebody else saved without having seen it."""

import json
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from cooperation.models import Country, Theme
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
def theme() -> Theme:
    return Theme.objects.create(code="water", name_en="Water", name_fr="Eau", name_es="Agua")


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


def test_an_untouched_row_is_saved_at_once(one: Client, theme: Theme) -> None:
    assert one.post(change(theme), {**opened(one, change(theme)), "name_fr": "L’eau"}).status_code == 302
    theme.refresh_from_db()
    assert (theme.name_en, theme.name_fr) == ("Water", "L’eau")


def test_what_the_other_changed_alone_is_taken_and_shown(one: Client, people: People, theme: Theme) -> None:
    mine = opened(one, change(theme))
    other = as_(people.superuser)
    other.post(change(theme), {**opened(other, change(theme)), "name_es": "El agua"})
    response = one.post(change(theme), {**mine, "name_fr": "L’eau"})
    assert response.status_code == 409
    text = response.content.decode()
    assert "Somebody else saved this while you had it open" in text
    assert "<title>Error: " in text
    [conflict] = form_of(response, "theme_form").find_class("conflict")
    assert not conflict.find_class("choice")
    mine_alone, theirs = [each.text_content() for each in conflict.iter("details")]
    assert "L’eau" in mine_alone
    assert "El agua" in theirs
    theme.refresh_from_db()
    assert (theme.name_fr, theme.name_es) == ("Eau", "El agua"), "nothing is saved before it was looked at"
    again = fields_of(response, "theme_form")
    assert (again["name_fr"], again["name_es"]) == ("L’eau", "El agua")
    assert one.post(change(theme), again).status_code == 302
    theme.refresh_from_db()
    assert (theme.name_en, theme.name_fr, theme.name_es) == ("Water", "L’eau", "El agua")


@pytest.mark.parametrize(
    ("chosen", "stands"), [("mine", "L’eau"), ("theirs", "Les eaux <du> pays"), ("both", "L’eau"), ("forged", "L’eau")]
)
def test_what_both_changed_is_decided(one: Client, people: People, theme: Theme, chosen: str, stands: str) -> None:
    mine = opened(one, change(theme))
    other = as_(people.superuser)
    other.post(change(theme), {**opened(other, change(theme)), "name_fr": "Les eaux <du> pays"})
    response = one.post(change(theme), {**mine, "name_fr": "L’eau"})
    assert choices(response, "theme_form") == {"choice-name_fr": "Les eaux <du> pays"}
    again = fields_of(response, "theme_form")
    assert (again["name_fr"], again["choice-name_fr"]) == ("L’eau", "mine")
    assert one.post(change(theme), {**again, "choice-name_fr": chosen}).status_code == 302
    theme.refresh_from_db()
    assert theme.name_fr == stands


def test_what_was_decided_is_kept_when_somebody_saves_a_third_time(one: Client, theme: Theme) -> None:
    mine = {**opened(one, change(theme)), "name_fr": "L’eau"}
    Theme.objects.filter(pk=theme.pk).update(name_fr="Eaux")
    again = {**fields_of(one.post(change(theme), mine), "theme_form"), "choice-name_fr": "theirs"}
    Theme.objects.filter(pk=theme.pk).update(name_es="El agua")
    third = fields_of(one.post(change(theme), again), "theme_form")
    assert (third["name_fr"], third["name_es"]) == ("Eaux", "El agua")
    assert "choice-name_fr" not in third
    assert one.post(change(theme), third).status_code == 302
    theme.refresh_from_db()
    assert (theme.name_fr, theme.name_es) == ("Eaux", "El agua")


def test_a_third_change_is_told_again(one: Client, people: People, theme: Theme) -> None:
    mine = {**opened(one, change(theme)), "name_fr": "L’eau"}
    Theme.objects.filter(pk=theme.pk).update(name_fr="Eaux")
    again = fields_of(one.post(change(theme), mine), "theme_form")
    Theme.objects.filter(pk=theme.pk).update(name_fr="")
    response = one.post(change(theme), again)
    assert choices(response, "theme_form") == {"choice-name_fr": ""}
    assert one.post(change(theme), fields_of(response, "theme_form")).status_code == 302


def test_the_same_change_by_both_is_no_difference(one: Client, theme: Theme) -> None:
    mine = {**opened(one, change(theme)), "name_fr": "L’eau"}
    Theme.objects.filter(pk=theme.pk).update(name_fr="L’eau")
    assert one.post(change(theme), mine).status_code == 302


@pytest.mark.parametrize(
    "remembered",
    [
        None,
        "",
        "[]",
        "{",
        '"x"',
        json.dumps({"name_fr": "Eau"}),
        "\x00",
        "[" * 100_000,
        '{"name_fr": {"name_fr": [1]}}',
    ],
)
def test_a_form_that_does_not_say_what_it_was_opened_on_overwrites_nothing(
    one: Client, theme: Theme, remembered: str | None
) -> None:
    forged = {"code": "water", "name_en": "Water", "name_fr": "Forged", "name_es": "Agua"}
    if remembered is not None:
        forged["opened_on"] = remembered
    response = one.post(change(theme), forged)
    assert response.status_code == 409
    assert choices(response, "theme_form") == {"choice-name_fr": "Eau"}
    theme.refresh_from_db()
    assert theme.name_fr == "Eau"


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


def test_it_is_said_in_the_readers_language(people: People, theme: Theme) -> None:
    User.objects.filter(pk=people.superuser.pk).update(language="fr")
    client = as_(User.objects.get(pk=people.superuser.pk))
    mine = {**opened(client, change(theme)), "name_fr": "L’eau"}
    Theme.objects.filter(pk=theme.pk).update(name_fr="Eaux")
    text = client.post(change(theme), mine).content.decode()
    assert "Quelqu’un d’autre" in text
    assert "Somebody else" not in text


def test_a_new_row_remembers_nothing(one: Client) -> None:
    url = reverse("admin:cooperation_country_add")
    assert "opened_on" not in one.get(url).content.decode()
    data = {"code": "CA", "name_en": "Canada", "name_fr": "Canada", "name_es": "Canadá"}
    assert one.post(url, data).status_code == 302
    assert Country.objects.get().name_es == "Canadá"
