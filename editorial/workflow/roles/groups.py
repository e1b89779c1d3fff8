"""Roles: Django groups with the engine's permissions. There is no second permission system."""

from collections.abc import Collection, Iterable
from typing import Any

from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db.models.signals import post_migrate
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

#: The group of each role and the permissions of the engine that it carries.
ROLES: dict[str, tuple[str, ...]] = {
    "Author": ("view_edition", "write_edition", "assign_edition", "triage_problem"),
    **{
        f"Translator ({code})": ("view_edition", f"translate_{code}", "add_glossaryterm", "change_glossaryterm")
        for code, _name in settings.LANGUAGES
    },
    "Reviewer": ("view_edition", "sign_off_edition", "assign_edition"),
    "Publisher": (
        "view_edition",
        "publish_edition",
        "publish_urgently_edition",
        "grant_exception_edition",
        "assign_edition",
        "triage_problem",
        "moderate_comment",
        "open_discussion",
        "rename_referencerow",
    ),
    "Administrator": (
        "view_edition",
        "grant_exception_edition",
        "assign_edition",
        "triage_problem",
        "moderate_comment",
        "rename_referencerow",
    ),
}
#: Tables that an Administrator keeps in the admin: people and rules here, every reference table of the subject.
_ADMINISTERED = {
    "user",
    "party",
    "signoffrule",
    "group",
    "document",
    "job",
    "administrationevent",
    "glossaryterm",
    "serverclock",
    "refusedattempt",
}


def translator(language: str) -> str:
    """The name of the group that translates into `language`."""
    return f"Translator ({language})"


#: What the roles are called on the screen; a group that somebody made by hand is called as they called it.
_LABELS = {
    "Author": pgettext_lazy("role", "Author"),
    "Reviewer": pgettext_lazy("role", "Reviewer"),
    "Publisher": pgettext_lazy("role", "Publisher"),
    "Administrator": pgettext_lazy("role", "Administrator"),
}


def role_label(name: str) -> str:
    """What the group `name` is called in the reader's language."""
    for code, language in settings.LANGUAGES:
        if name == translator(code):
            return _("Translator into %(language)s") % {"language": language}
    return str(_LABELS.get(name, name))


def make_roles(*, new: Collection[str] = ()) -> None:
    """Make the groups that are missing and give them their permissions; what was given or taken by hand stays so.

    :param new: codenames of permissions that came into being just now, by an upgrade: roles that exist get those too.
    """
    from django.contrib.auth.models import Group, Permission

    wanted = {codename for names in ROLES.values() for codename in names}
    known = {
        permission.codename: permission
        for permission in Permission.objects.filter(content_type__app_label="editorial", codename__in=wanted)
    }
    for name, codenames in ROLES.items():
        group, made = Group.objects.get_or_create(name=name)
        given = [codename for codename in codenames if codename in known and (made or codename in new)]
        group.permissions.add(*(known[codename] for codename in given))


def administer(permissions: Iterable[Any]) -> None:
    """Give the Administrator role the given permissions."""
    from django.contrib.auth.models import Group

    Group.objects.get(name="Administrator").permissions.add(*permissions)


def _after_migrate(sender: Any, **kwargs: Any) -> None:
    from django.contrib.auth.models import Permission

    before = set(Permission.objects.values_list("codename", flat=True))
    create_permissions(sender, verbosity=0)
    if sender.label == "editorial":
        make_roles(new=set(Permission.objects.values_list("codename", flat=True)) - before)
    from django.contrib.auth.models import Group

    if not Group.objects.filter(name="Administrator").exists():
        return
    tables = reference_tables(sender)
    if tables:
        administer(Permission.objects.filter(content_type__app_label=sender.label, content_type__model__in=tables))


def reference_tables(app: Any) -> set[str]:
    """Model names of `app` that an Administrator keeps: no editions, no parts, no records."""
    from editorial.models import Edition, Part

    if app.label in ("editorial", "auth"):
        return {model._meta.model_name for model in app.get_models()} & _ADMINISTERED
    if not any(issubclass(model, (Edition, Part)) for model in app.get_models()):
        return set()
    return {m._meta.model_name for m in app.get_models() if not issubclass(m, (Edition, Part))}


def connect() -> None:
    """Make roles after every `migrate`, once each app's permissions exist."""
    post_migrate.connect(_after_migrate, dispatch_uid="editorial.people")
