"""Roles: what each may do, changed on record. Only superusers change them."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.models import Act, User
from editorial.staff import admin_log
from editorial.workflow.rules.permissions import NotAllowed, Reason


@transaction.atomic
def save_role(role: Group, *, name: str, permissions: Collection[Permission], by: User, now: datetime) -> None:
    """Make a role (a new row) or change one: its name and all that it may do. Raises NotAllowed."""
    _require_superuser(by)
    held = Group.objects.select_for_update().filter(pk=role.pk).first() if role.pk else None
    row = held or role
    before = _facts(row) if held else {"name": "", "permissions": []}
    row.name = name
    row.save()
    row.permissions.set(permissions)
    role.pk = row.pk
    after = _facts(row)
    if before != after:
        changed = {key: [before[key], after[key]] for key in after if before[key] != after[key]}
        act = Act.ROLE_CHANGED if held else Act.ROLE_ADDED
        admin_log.write(act, by=by, now=now, detail={"role": name, "id": row.pk, "changed": changed})


@transaction.atomic
def remove_role(role: Group, *, by: User, now: datetime) -> None:
    """Take a role away, from all who have it too. Raises NotAllowed."""
    _require_superuser(by)
    held = Group.objects.select_for_update().filter(pk=role.pk).first()
    if held is None:
        return
    people = [str(each) for each in User.objects.filter(groups=held).order_by("pk")]
    changed = {"permissions": [_facts(held)["permissions"], []], "people": [people, []]}
    detail = {"role": held.name, "id": held.pk, "changed": changed}
    admin_log.write(Act.ROLE_REMOVED, by=by, now=now, detail=detail)
    held.delete()


def _require_superuser(by: User) -> None:
    if not (by.is_active and by.is_superuser):
        raise NotAllowed([Reason("superuser", _("Only a superuser may change what a role may do."))])


def _facts(role: Group) -> dict[str, Any]:
    named = role.permissions.order_by("content_type__app_label", "codename")
    return {
        "name": role.name,
        "permissions": [f"{one.content_type.app_label}.{one.codename}" for one in named.select_related("content_type")],
    }
