"""Rules of signature, parties, roles and accounts change with a line of the record of administration, or not at all.

Everything here is done as the site's own role of PostgreSQL, by raw SQL and through the engine.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.test import Client
from django.urls import reverse

from editorial.admin.conflicts.short_forms import OPENED
from editorial.models import Act, AdministrationEvent, Party, SignOffRule, User
from editorial.staff import accounts, admin_log, offboarding, parties, roles, signing_rules
from tests import builders
from tests.attacks import at_commit, refused, sql
from tests.people import People


@pytest.fixture
def cast(people: People) -> People:
    """People and a rule for both parties, made by the owner."""
    builders.joint("note", people)
    Party.objects.create(code="XX", name_en="Unneeded")
    return people


@pytest.fixture
def site(cast: People, site_role: None) -> People:
    """The same, and from now on this is the site."""
    return cast


def unrecorded(message: str, statement: str, *params: Any) -> None:
    with refused(message):
        assert sql(statement, *params) > 0, "the statement touches nothing"
        at_commit()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM editorial_signoffrule",
        "UPDATE editorial_signoffrule SET stage = stage + 1",
        "UPDATE editorial_signoffrule SET kind = 'nothing'",
        "UPDATE editorial_signoffrule SET party_id = NULL"
        " WHERE party_id = (SELECT min(party_id) FROM editorial_signoffrule)",
        "UPDATE editorial_signoffrule SET party_id = NULL, every_bound_party = true"
        " WHERE id = (SELECT min(id) FROM editorial_signoffrule)",
        "INSERT INTO editorial_signoffrule (kind, stage, every_bound_party) VALUES ('page', 1, false)",
    ],
)
def test_rules_of_signature(statement: str, site: People) -> None:
    unrecorded("a rule of signature changes with a line", statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE editorial_party SET name_fr = 'Autre'",
        "UPDATE editorial_party SET code = 'ZZ' WHERE code = 'XX'",
        "UPDATE editorial_party SET time_zone = 'Asia/Tokyo'",
        "UPDATE editorial_party SET speaks_for = '{FR}' WHERE code = 'XX'",
        "INSERT INTO editorial_party (code, name, time_zone, speaks_for) VALUES ('YY', 'Y', 'UTC', '{}')",
        "DELETE FROM editorial_party WHERE code = 'XX'",
    ],
)
def test_parties(statement: str, site: People) -> None:
    unrecorded("a party changes with a line", statement)


@pytest.mark.parametrize(
    "change",
    [
        "is_superuser = true", "is_active = false", "password = 'x'", "email = 'me@example.org'", "username = 'other'",
        "party_id = (SELECT id FROM editorial_party WHERE code = 'MX')", "is_staff = false", "last_name = 'Other'",
    ],
)  # fmt: skip
def test_accounts(change: str, site: People) -> None:
    unrecorded("an account changes with a line", f"UPDATE editorial_user SET {change} WHERE id = %s", site.author.pk)


def test_new_and_deleted_accounts(site: People) -> None:
    columns = (
        "password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined, language"
    )
    unrecorded(
        "an account changes with a line",
        f"INSERT INTO editorial_user ({columns}) VALUES ('x', true, 'new', '', '', '', true, true, now(), '')",
    )
    unrecorded("deactivated, never deleted", "DELETE FROM editorial_user WHERE id = %s", site.outsider.pk)


def test_who_has_which_role(site: People) -> None:
    held = "(SELECT id FROM auth_group WHERE name = 'Publisher')"
    for statement in (
        f"INSERT INTO editorial_user_groups (user_id, group_id) VALUES (%s, {held})",
        "DELETE FROM editorial_user_groups WHERE user_id = %s",
        f"UPDATE editorial_user_groups SET group_id = {held} WHERE user_id = %s",
        "INSERT INTO editorial_user_user_permissions (user_id, permission_id)"
        " SELECT %s, id FROM auth_permission WHERE codename = 'publish_edition'",
    ):
        unrecorded("what somebody may do changes with a line", statement, site.author.pk)
    # Nor may a role pass to somebody whom no line is about.
    admin_log.write(
        Act.CHANGED, by=site.administrator, now=datetime.now().astimezone(), person=site.author,
        detail={"changed": {"roles": [[], []]}}
    )  # fmt: skip
    unrecorded(
        "what somebody may do changes with a line", "UPDATE editorial_user_groups SET user_id = %s WHERE user_id = %s",
        site.outsider.pk, site.author.pk,
    )  # fmt: skip


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM auth_group_permissions",
        "INSERT INTO auth_group_permissions (group_id, permission_id) SELECT g.id, p.id"
        " FROM auth_group g, auth_permission p WHERE g.name = 'Author' AND p.codename = 'publish_edition'",
        "UPDATE auth_group SET name = 'Editor' WHERE name = 'Author'",
        "INSERT INTO auth_group (name) VALUES ('Editor')",
    ],
)
def test_what_a_role_may_do(statement: str, site: People) -> None:
    unrecorded("a role changes with a line", statement)


def test_a_line_of_another_transaction_or_about_something_else_does_not_do(site: People, now: datetime) -> None:
    [rule, _other] = SignOffRule.objects.order_by("pk")
    about = {"kind": "note", "party": "CA", "stage": 1, "every_bound_party": False}
    for other in ({"kind": "page"}, {"stage": 2}, {"every_bound_party": True}):
        detail = {**about, **other}
        with refused("a rule of signature changes"):
            admin_log.write(Act.RULE_REMOVED, by=site.administrator, now=now, detail=detail)
            sql("DELETE FROM editorial_signoffrule WHERE id = %s", rule.pk)
            at_commit()
    with refused("a rule of signature changes"):
        admin_log.write(Act.RULE_REMOVED, by=site.administrator, now=now, detail=about)
        sql("DELETE FROM editorial_signoffrule")
        at_commit()


def test_last_logins_and_languages_need_no_line(site: People, now: datetime) -> None:
    sql("UPDATE editorial_user SET last_login = %s, language = 'fr' WHERE id = %s", now, site.author.pk)
    at_commit()


def act_on_rules(people: People, now: datetime) -> None:
    by = people.administrator
    rule = SignOffRule()
    signing_rules.save_rule(rule, kind="page", party=people.ca, stage=1, by=by, now=now)
    signing_rules.save_rule(rule, kind="page", party=people.mx, stage=2, by=by, now=now)
    signing_rules.save_rule(rule, kind="page", party=people.mx, stage=2, by=by, now=now)
    signing_rules.save_rule(rule, kind="note", party=None, every_bound_party=True, stage=2, by=by, now=now)
    signing_rules.remove(rule, by=by, now=now)


def act_on_parties(people: People, now: datetime) -> None:
    by = people.administrator
    new = Party()
    parties.save_party(new, values={"code": "EU", "name_en": "Union", "time_zone": "UTC"}, by=by, now=now)
    held = Party.objects.get(code="EU")
    parties.save_party(held, values={"code": "UE", "name_fr": "Union", "name_es": ""}, by=by, now=now)
    parties.save_party(held, values={"speaks_for": ["FR", "de"]}, by=by, now=now)
    parties.remove_party(Party.objects.get(code="UE"), by=by, now=now)


def act_on_accounts(people: People, now: datetime) -> None:
    by = people.administrator
    made = User(username="new")
    made.set_password("a long and new password")
    accounts.save(made, by=by, now=now, values={"first_name": "New"}, roles=Group.objects.filter(name="Author"))
    changed = {"email": "new@example.org", "party": people.ca, "language": "fr"}
    accounts.save(made, by=by, now=now, values=changed, roles=Group.objects.filter(name="Reviewer"))
    accounts.save(made, by=by, now=now, values={"is_active": False}, roles=Group.objects.none())


def act_on_leaving(people: People, now: datetime) -> None:
    offboarding.hand_over(
        people.author,
        documents_to=people.second_author,
        reviews_to=people.reviewer_ca,
        by=people.administrator,
        now=now,
    )


def act_on_roles(people: People, now: datetime) -> None:
    by = people.superuser
    role = Group()
    some = Permission.objects.filter(codename__in=("view_edition", "publish_edition"))
    roles.save_role(role, name="Clerk", permissions=list(some), by=by, now=now)
    people.outsider.refresh_from_db()
    accounts.save(people.outsider, by=by, now=now, roles=[role])
    roles.save_role(role, name="Clerks", permissions=list(some[:1]), by=by, now=now)
    roles.remove_role(role, by=by, now=now)


@pytest.mark.parametrize(
    "act", [act_on_rules, act_on_parties, act_on_accounts, act_on_leaving, act_on_roles], ids=lambda act: act.__name__
)
def test_what_administrators_do_is_recorded_and_so_allowed(
    act: Callable[[People, datetime], None], site: People, now: datetime
) -> None:
    before = AdministrationEvent.objects.count()
    with transaction.atomic():
        act(site, now)
        at_commit()
    assert AdministrationEvent.objects.count() > before
    assert list(admin_log.verify()) == []


def test_the_screens_of_administrators(client: Client, site: People, now: datetime) -> None:
    client.force_login(site.superuser)
    role = Group.objects.get(name="Author")
    opened = (
        client.get(reverse("admin:auth_group_change", args=[role.pk])).context["adminform"].form.fields[OPENED].initial
    )
    sent = {"name": "Writer", "permissions": [str(one.pk) for one in role.permissions.all()[:1]], OPENED: opened}
    assert client.post(reverse("admin:auth_group_change", args=[role.pk]), sent).status_code == 302
    assert client.post(reverse("admin:auth_group_delete", args=[role.pk]), {"post": "yes"}).status_code == 302
    party = Party.objects.get(code="XX")
    assert client.post(reverse("admin:editorial_party_delete", args=[party.pk]), {"post": "yes"}).status_code == 302
    assert not Party.objects.filter(code="XX").exists()
    at_commit()
    verbs = list(AdministrationEvent.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == [Act.ROLE_CHANGED, Act.ROLE_REMOVED, Act.PARTY_REMOVED]
    page = client.get(reverse("admin:editorial_administrationevent_changelist"))
    for words in ("Role changed", "Author → Writer", "May no longer", "Role removed", "Party removed"):
        assert words in page.content.decode()


def test_ones_own_password(client: Client, site: People) -> None:
    client.force_login(site.author)
    sent = {
        "old_password": "author",
        "new_password1": "a long and new password",
        "new_password2": "a long and new password",
    }
    assert client.post(reverse("admin:password_change"), sent).status_code == 302
    at_commit()
    line = AdministrationEvent.objects.get()
    assert (line.by, line.person, line.data) == (
        site.author,
        site.author,
        {"changed": {"password": ["", ""]}, "self": True},
    )
    wrong = {**sent, "old_password": "wrong"}
    assert client.post(reverse("admin:password_change"), wrong).status_code == 200
    assert AdministrationEvent.objects.count() == 1


def test_logging_in_writes_no_password(site: People, settings: Any) -> None:
    """Django would hash a password anew that was hashed by older rules: a change of an account that nobody made."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.PBKDF2PasswordHasher", *settings.PASSWORD_HASHERS]
    before = site.author.password
    assert site.author.check_password("author")
    site.author.refresh_from_db()
    assert site.author.password == before
