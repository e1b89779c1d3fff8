"""The roles that the engine makes: what each may do, what an upgrade adds, and what is left as somebody set it."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management.sql import emit_post_migrate_signal

from editorial.workflow.roles import groups

pytestmark = pytest.mark.django_db

_TRANSLATOR = {"view_edition", "add_glossaryterm", "change_glossaryterm"}
#: Who may do what, written down a second time: nobody changes the one by mistake.
MAY = {
    "Author": {"view_edition", "write_edition", "assign_edition", "triage_problem"},
    "Translator (en)": _TRANSLATOR | {"translate_en"},
    "Translator (fr)": _TRANSLATOR | {"translate_fr"},
    "Translator (es)": _TRANSLATOR | {"translate_es"},
    "Reviewer": {"view_edition", "sign_off_edition", "assign_edition"},
    "Publisher": {
        "view_edition", "publish_edition", "publish_urgently_edition", "grant_exception_edition", "assign_edition",
        "triage_problem", "moderate_comment", "open_discussion", "rename_referencerow",
    },
    "Administrator": {
        "view_edition", "grant_exception_edition", "assign_edition", "triage_problem", "moderate_comment",
        "rename_referencerow",
    },
}  # fmt: skip
#: What administrators keep, as (app, table); all four permissions of Django on each.
KEPT = {
    *(("editorial", table) for table in (
        "user", "party", "signoffrule", "document", "job", "administrationevent", "glossaryterm", "serverclock",
        "refusedattempt",
    )),
    ("auth", "group"),
    *(("cooperation", table) for table in ("country", "theme", "organization")),
}  # fmt: skip


def may(role: str) -> set[str]:
    return set(Group.objects.get(name=role).permissions.values_list("codename", flat=True))


def take(role: str, codename: str) -> None:
    Group.objects.get(name=role).permissions.remove(Permission.objects.get(codename=codename))


def after_migrate() -> None:
    emit_post_migrate_signal(verbosity=0, interactive=False, db="default")


def test_every_role_is_made_with_what_it_may_do() -> None:
    Group.objects.all().delete()
    groups.make_roles()
    assert {group.name: may(group.name) for group in Group.objects.all()} == MAY


def test_what_was_given_or_taken_by_hand_stays_so() -> None:
    take("Author", "triage_problem")
    Group.objects.get(name="Reviewer").permissions.add(Permission.objects.get(codename="triage_problem"))
    after_migrate()
    assert "triage_problem" not in may("Author")
    assert "triage_problem" in may("Reviewer")


def test_roles_that_exist_get_what_an_upgrade_brings() -> None:
    take("Author", "assign_edition")
    take("Author", "triage_problem")
    groups.make_roles(new={"triage_problem", "publish_edition"})
    assert may("Author") == MAY["Author"] - {"assign_edition"}


def test_a_permission_that_comes_with_the_upgrade_is_given_after_it() -> None:
    Permission.objects.get(codename="triage_problem").delete()
    groups.make_roles()
    assert may("Author") == MAY["Author"] - {"triage_problem"}
    after_migrate()
    assert may("Author") == MAY["Author"]


def test_administrators_keep_people_rules_and_reference_tables() -> None:
    Group.objects.all().delete()
    after_migrate()
    permissions = Group.objects.get(name="Administrator").permissions.exclude(codename__in=MAY["Administrator"])
    kept = permissions.values_list("content_type__app_label", "content_type__model")
    assert {(app, model) for app, model in kept if app != "toy"} == KEPT
