"""Parties: their names and clocks, changed on record."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django.db import transaction
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.models import Act, Party, User
from editorial.staff import admin_log
from editorial.workflow.rules.permissions import NotAllowed, Reason


@transaction.atomic
def save_party(party: Party, *, values: Mapping[str, Any], by: User, now: datetime) -> None:
    """Make a party (a new row) or change one. Raises NotAllowed."""
    if not (by.is_active and by.has_perm(f"editorial.{'change' if party.pk else 'add'}_party")):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])
    if values.get("time_zone", "UTC") not in available_timezones():
        raise NotAllowed([Reason("time_zone", _("There is no such time zone."))])
    held = Party.objects.select_for_update().filter(pk=party.pk).first() if party.pk else None
    row = held or party
    before = _facts(row) if held else {}
    for name, value in values.items():
        if name in columns():
            setattr(row, name, value)
    row.save()
    after = _facts(row)
    if before != after:
        changed = {name: [before.get(name, ""), after[name]] for name in after if before.get(name, "") != after[name]}
        admin_log.write(
            Act.PARTY_CHANGED if held else Act.PARTY_ADDED,
            by=by,
            now=now,
            detail={"party": row.code, "changed": changed},
        )


@transaction.atomic
def remove_party(party: Party, *, by: User, now: datetime) -> None:
    """Take away a party that nobody acts for and no rule names. Raises NotAllowed and ProtectedError."""
    if not (by.is_active and by.has_perm("editorial.delete_party")):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])
    held = Party.objects.select_for_update().filter(pk=party.pk).first()
    if held is not None:
        changed = {name: [value, ""] for name, value in _facts(held).items()}
        admin_log.write(Act.PARTY_REMOVED, by=by, now=now, detail={"party": held.code, "changed": changed})
        held.delete()


def columns() -> tuple[str, ...]:
    """The columns of a party that administrators set."""
    return ("code", *(languages.column("name", code) for code in languages.codes()), "time_zone")


def _facts(party: Party) -> dict[str, Any]:
    return {name: getattr(party, name) or "" for name in columns()}
