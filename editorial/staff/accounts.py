"""Accounts: who is given which role and party, by whom; recorded, and told to those who keep the house."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.models import Act, AdministrationEvent, NoticeType, User
from editorial.notices import send_notices
from editorial.notices.notify import having
from editorial.staff import admin_log
from editorial.workflow.rules.permissions import NotAllowed, Reason

#: The columns of an account that are set by administrators.
COLUMNS = ("username", "first_name", "last_name", "email", "language", "party", "is_active", "is_superuser")
#: Changes of these change what somebody may do, or who can act in their name: more than one person hears of it.
GRAVE = ("email", "party", "is_active", "is_superuser", "roles", "password")


def facts(person: User) -> dict[str, Any]:
    """An account as it is recorded: plain JSON, with the party's code and the names of the roles."""
    found = {name: getattr(person, name) for name in COLUMNS if name != "party"}
    return {
        **found,
        "party": person.party.code if person.party else "",
        "roles": sorted(person.groups.values_list("name", flat=True)),
    }


def problems(
    *, by: User, person: User | None, values: Mapping[str, Any], roles: Collection[Group] | None
) -> Iterable[Reason]:
    """Why `by` may not give this account these values and roles; none means that they may.

    :param person: the account as it is; none for a new one.
    :param roles: all roles that it is to have; none to leave them.
    """
    if not by.is_active or not by.has_perm("editorial.change_user" if person else "editorial.add_user"):
        yield Reason("permission", _("Your roles do not include this step."))
        return
    if not by.is_superuser and ((person is not None and person.is_superuser) or values.get("is_superuser")):
        yield Reason("superuser", _("Only a superuser may change a superuser, or make one."))
    if person is None or person.pk != by.pk:
        return
    if values.get("is_active") is False:
        yield Reason("self", _("You cannot deactivate your own account; another administrator can."))
    if by.is_superuser:
        return
    if roles is not None and {role.pk for role in roles} != set(person.groups.values_list("pk", flat=True)):
        yield Reason("self", _("Nobody gives roles to themselves or takes them away: ask another administrator."))
    if "party" in values and values["party"] != person.party:
        yield Reason("self", _("Nobody chooses their own party: ask another administrator."))


@transaction.atomic
def save(
    person: User,
    *,
    by: User,
    now: datetime,
    values: Mapping[str, Any] | None = None,
    roles: Collection[Group] | None = None,
) -> AdministrationEvent | None:
    """Make an account, or change it; returns the line of the record, none where nothing changed.

    :param person: an account that exists, or a new row with its password set.
    :param values: what to put into which of `COLUMNS`; :param roles: all roles that it is to have, none to leave them.

    Whoever has an account works here: there are no public accounts. Raises NotAllowed.
    """
    values = {name: value for name, value in (values or {}).items() if name in COLUMNS}
    held = User.objects.select_for_update(of=("self",)).select_related("party").get(pk=person.pk) if person.pk else None
    found = list(problems(by=by, person=held, values=values, roles=roles))
    if found:
        raise NotAllowed(found)
    before = facts(held) if held else {}
    row = held or person
    for name, value in values.items():
        setattr(row, name, value)
    row.is_staff = True
    row.save()
    if roles is not None:
        row.groups.set(roles)
    after = facts(row)
    person.pk = row.pk
    if not before:
        return _written(Act.ADDED, row, by, now, {"made": after}, set(GRAVE))
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    return _written(Act.CHANGED, row, by, now, {"changed": changed}, set(changed)) if changed else None


def password_set(person: User, *, by: User, now: datetime) -> AdministrationEvent:
    """Record that `by` set somebody's password: until its owner changes it, two people can act under that name."""
    return _written(Act.CHANGED, person, by, now, {"changed": {"password": ["", ""]}}, {"password"})


def password_changed(person: User, *, now: datetime) -> AdministrationEvent:
    """Record that somebody changed their own password; nobody need be told."""
    return admin_log.write(
        Act.CHANGED, by=person, now=now, person=person, detail={"changed": {"password": ["", ""]}, "self": True}
    )


def _written(
    act: Act, person: User, by: User, now: datetime, detail: Mapping[str, Any], touched: set[str]
) -> AdministrationEvent:
    line = admin_log.write(act, by=by, now=now, person=person, detail=detail)
    if touched & set(GRAVE):
        keepers = set(having("change_user", superusers=True).values_list("pk", flat=True))
        told = detail.get("changed") or {name: ["", value] for name, value in detail["made"].items()}
        send_notices(
            NoticeType.ROLES, to=keepers | {person.pk}, by=by, now=now, cause=f"administration/{line.pk}",
            detail={"what": str(person), "account": {name: told[name] for name in GRAVE if name in told}},
        )  # fmt: skip
    return line
