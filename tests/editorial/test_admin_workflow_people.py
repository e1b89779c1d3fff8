"""People, roles and parties in the admin; who may appoint whom; and the language of the desks."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from editorial.models import Document, SignOffRule, User
from editorial.states import Verb
from tests.builders import make_note
from tests.editorial.desk import as_, at, opened
from tests.people import People


def change(user: User) -> str:
    """The address of somebody's account."""
    return reverse("admin:editorial_user_change", args=(user.pk,))


@pytest.fixture
def keeper(people: People) -> User:
    """The administrator, with the tables of the role."""
    from django.contrib.auth.models import Permission

    from editorial.workflow.roles.groups import administer

    names = ("user", "party", "signoffrule", "group", "document")
    administer(
        Permission.objects.filter(content_type__app_label__in=("editorial", "auth"), content_type__model__in=names)
    )
    return people.administrator


def test_an_administrator_appoints_people_but_gives_no_bare_rights(people: People, keeper: User) -> None:
    page = as_(keeper).get(change(people.author))
    assert set(page.context["adminform"].form.fields) == {
        "password", "username", "first_name", "last_name", "email", "language", "party", "groups", "is_active",
        "opened_on",
    }  # fmt: skip
    reviewer = Group.objects.get(name="Reviewer")
    data = {
        "username": "author", "first_name": "Ana", "last_name": "Autora", "email": "", "language": "es",
        "party": people.mx.pk, "groups": [reviewer.pk], "is_active": "on",
        "is_superuser": "on", "user_permissions": ["1"],
    }  # fmt: skip
    was = opened(as_(keeper), change(people.author))
    assert as_(keeper).post(change(people.author), {**was, **data}).status_code == 302
    author = User.objects.get(pk=people.author.pk)
    assert author.party == people.mx
    assert author.language == "es"
    assert list(author.groups.all()) == [reviewer]
    assert not author.is_superuser
    assert not author.user_permissions.exists()
    assert author.is_staff


def test_an_administrator_cannot_become_superuser_by_a_detour(people: People, keeper: User) -> None:
    client = as_(keeper)
    data = {"username": "superuser", "is_active": "on", "password1": "a-Long-9-pass", "password2": "a-Long-9-pass"}
    assert client.post(change(people.superuser), data).status_code == 403
    password = reverse("admin:auth_user_password_change", args=(people.superuser.pk,))
    assert client.post(password, data).status_code == 403
    role = reverse("admin:auth_group_change", args=(Group.objects.get(name="Administrator").pk,))
    assert client.post(role, {"name": "Administrator", "permissions": ["1", "2"]}).status_code == 403
    assert "permissions" not in client.get(role).content.decode()


def test_a_superuser_may(people: People) -> None:
    page = as_(people.superuser).get(change(people.author))
    assert "is_superuser" in page.context["adminform"].form.fields
    assert "user_permissions" not in page.context["adminform"].form.fields


def test_a_new_person_works_here(people: People, keeper: User) -> None:
    data = {
        "username": "nueva", "first_name": "N", "last_name": "U", "email": "n@example.org", "language": "es",
        "party": people.mx.pk, "groups": [Group.objects.get(name="Author").pk], "usable_password": "true",
        "password1": "una-Clave-9-larga", "password2": "una-Clave-9-larga",
    }  # fmt: skip
    response = as_(keeper).post(reverse("admin:editorial_user_add"), data)
    assert response.status_code == 302
    assert User.objects.get(username="nueva").is_staff
    login = {"username": "nueva", "password": "una-Clave-9-larga", "next": reverse("admin:index")}
    assert Client().post(reverse("admin:login"), login).status_code == 302


@pytest.mark.parametrize("who", ["author", "reviewer_ca", "publisher", "translator_fr"])
def test_nobody_else_keeps_people_and_rules(people: People, who: str) -> None:
    client = as_(getattr(people, who))
    for name in ("user", "party", "signoffrule"):
        assert client.get(reverse(f"admin:editorial_{name}_changelist")).status_code == 403
        assert client.get(reverse(f"admin:editorial_{name}_add")).status_code == 403
    assert client.get(reverse("admin:auth_group_changelist")).status_code == 403


def test_every_list_of_an_administrator_opens(people: People, keeper: User, now: datetime) -> None:
    make_note(people, now)
    SignOffRule.objects.create(kind="note", party=people.ca)
    for name in ("editorial_user", "editorial_party", "editorial_signoffrule", "auth_group", "editorial_document"):
        assert as_(keeper).get(reverse(f"admin:{name}_changelist")).status_code == 200


def test_a_rule_names_a_kind_that_exists(people: People, keeper: User) -> None:
    add = reverse("admin:editorial_signoffrule_add")
    assert as_(keeper).post(add, {"kind": "poem", "party": people.ca.pk, "stage": 1}).status_code == 200
    assert as_(keeper).post(add, {"kind": "note", "party": people.ca.pk, "stage": 1}).status_code == 302
    assert SignOffRule.objects.get().kind == "note"


def test_an_administrator_says_who_answers_for_a_document(people: People, keeper: User, now: datetime) -> None:
    note = make_note(people, now)
    url = reverse("admin:editorial_document_change", args=(note.document_id,))
    assert "Subject en" in as_(keeper).get(url).content.decode()
    was = opened(as_(keeper), url)
    as_(keeper).post(url, {**was, "owner": people.publisher.pk, "review_by": "2030-01-31"})
    document = Document.objects.get(pk=note.document_id)
    assert document.owner == people.publisher
    assert document.review_by.isoformat() == "2030-01-31"
    lines = note.events.filter(verb__in=(Verb.SET_OWNER, Verb.SET_REVIEW_BY)).order_by("id")
    assert [(line.verb, line.by) for line in lines] == [(Verb.SET_OWNER, keeper), (Verb.SET_REVIEW_BY, keeper)]
    assert "publisher answers for the document, after author" in as_(keeper).get(at(note, "history")).content.decode()
    assert as_(people.author).post(url, {"owner": people.author.pk}).status_code == 403


def switch(client: Client, code: str, **values: Any) -> Any:
    """Press a button of the language switch."""
    return client.post(reverse("admin:language"), {"language": code, **values})


def test_the_language_of_the_desks_is_kept_with_the_account(people: People) -> None:
    client = as_(people.author)
    response = switch(client, "fr", next="/admin/toy/note/?q=a")
    assert response.status_code == 302
    assert response.url == "/admin/toy/note/?q=a"
    assert User.objects.get(pk=people.author.pk).language == "fr"
    assert client.get(reverse("admin:index"))["Content-Language"] == "fr"


def test_the_language_switch_works_before_login(db: None) -> None:
    client = Client()
    response = switch(client, "es", next="https://elsewhere.example/")
    assert response.url == reverse("admin:index")
    page = client.get(reverse("admin:login"))
    assert page["Content-Language"] == "es"
    assert '<html lang="es"' in page.content.decode()
    assert client.get(reverse("admin:language")).status_code == 405
    switch(client, "xx")
    assert client.get(reverse("admin:login"))["Content-Language"] == "es"
    strict = Client(enforce_csrf_checks=True)
    assert switch(strict, "fr").status_code == 403
