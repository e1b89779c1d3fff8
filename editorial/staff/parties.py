"""Parties: their names, their clocks and the countries that they speak for, changed on record."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import available_timezones

from django.db import IntegrityError, transaction
from django.db.models import F, Value
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from editorial.base import languages
from editorial.models import Act, Edition, Party, SignOff, User
from editorial.staff import admin_log
from editorial.workflow import bound_parties
from editorial.workflow.rules.permissions import NotAllowed, Reason

_COUNTRY = re.compile(r"[A-Z]{2}")


@transaction.atomic
def save_party(party: Party, *, values: Mapping[str, Any], by: User, now: datetime) -> list[str]:
    """Make a party (a new row) or change one; returns what that does to texts under way. Raises NotAllowed."""
    if not (by.is_active and by.has_perm(f"editorial.{'change' if party.pk else 'add'}_party")):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])
    if values.get("time_zone", "UTC") not in available_timezones():
        raise NotAllowed([Reason("time_zone", _("There is no such time zone."))])
    held = Party.objects.select_for_update().filter(pk=party.pk).first() if party.pk else None
    row = held or party
    before = _facts(row) if held else {}
    if held is not None and values.get("code", held.code) != held.code:
        _require_not_bound(
            held, _("Texts name this party by its code, or it signed them: the code stays. Party: %(party)s.")
        )
    for name, value in values.items():
        if name in columns():
            setattr(row, name, value)
    row.speaks_for = _countries(row)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as refusal:
        if "another party speaks for this country" in str(refusal):
            raise NotAllowed([Reason("speaks_for", _taken(row))]) from refusal
        raise
    after = _facts(row)
    if before == after:
        return []
    changed = {name: [before.get(name, ""), after[name]] for name in after if before.get(name, "") != after[name]}
    admin_log.write(
        Act.PARTY_CHANGED if held else Act.PARTY_ADDED,
        by=by,
        now=now,
        detail={"party": row.code, "changed": changed},
    )
    return _effects() if "speaks_for" in changed else []


@transaction.atomic
def remove_party(party: Party, *, by: User, now: datetime) -> None:
    """Take away a party that nobody acts for and that neither rules nor texts name. Raises NotAllowed and
    ProtectedError.
    """
    if not (by.is_active and by.has_perm("editorial.delete_party")):
        raise NotAllowed([Reason("permission", _("Your roles do not include this step."))])
    held = Party.objects.select_for_update().filter(pk=party.pk).first()
    if held is not None:
        _require_not_bound(
            held,
            _(
                "Texts name this party, or it signed them: it stays on record. If it no longer takes part, take the "
                "countries away that it speaks for. Party: %(party)s."
            ),
        )
        changed = {name: [value, ""] for name, value in _facts(held).items()}
        admin_log.write(Act.PARTY_REMOVED, by=by, now=now, detail={"party": held.code, "changed": changed})
        held.delete()


def columns() -> tuple[str, ...]:
    """The columns of a party that administrators set."""
    return ("code", *(languages.column("name", code) for code in languages.codes()), "speaks_for", "time_zone")


def _facts(party: Party) -> dict[str, Any]:
    values = {name: getattr(party, name) or "" for name in columns()}
    return {**values, "speaks_for": ", ".join(party.speaks_for)}


def _countries(party: Party) -> list[str]:
    """The countries that it is to speak for: each once, in capitals, in order. Raises NotAllowed."""
    wanted = sorted({code.strip().upper() for code in party.speaks_for if code.strip()})
    if any(not _COUNTRY.fullmatch(code) for code in wanted):
        message = _("Name each country by its code of two letters, such as CA, and put a comma between them.")
        raise NotAllowed([Reason("speaks_for", message)])
    others = Party.objects.exclude(pk=party.pk).filter(speaks_for__overlap=wanted) if wanted else Party.objects.none()
    if others.exists():
        raise NotAllowed([Reason("speaks_for", _taken(party, wanted))])
    return wanted


def _taken(party: Party, wanted: Iterable[str] | None = None) -> str:
    """Which of the countries another party speaks for, and what to do."""
    codes = set(party.speaks_for if wanted is None else wanted)
    others = Party.objects.exclude(pk=party.pk).filter(speaks_for__overlap=sorted(codes))
    named = ", ".join(f"{code} ({other})" for other in others for code in sorted(codes & set(other.speaks_for)))
    return _("Another party speaks for: %(countries)s. Take the country away from that party first.") % {
        "countries": named
    }


def _require_not_bound(party: Party, message: str) -> None:
    bound = Edition.objects.filter(bound_parties.Binds(F("bound_parties"), Value(party.code)))
    if bound.exists() or SignOff.objects.filter(party=party).exists():
        raise NotAllowed([Reason("binds", message % {"party": party})])


def _effects() -> list[str]:
    count = bound_parties.bound_otherwise_now().count()
    if not count:
        return []
    return [
        ngettext(
            "One text under way was submitted before this change and binds others than it would now. It is listed "
            "under Problems, to be recalled.",
            "%(count)s texts under way were submitted before this change and bind others than they would now. They "
            "are listed under Problems, to be recalled.",
            count,
        )
        % {"count": count}
    ]
