"""What a line about an account says, in the active language: which values it had and has."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from editorial import languages, people


def changes(changed: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(what, how it changed) of an account, from pairs [before, after] by name (see `accounts.facts`)."""
    found = []
    for name, (before, after) in changed.items():
        match name:
            case "roles":
                found += [(_("Role given"), people.role_label(each)) for each in after if each not in (before or ())]
                found += [(_("Role taken away"), people.role_label(each)) for each in before if each not in after]
            case "password":
                found.append((_("Password"), _("set by somebody else")))
            case "is_active":
                found.append((_("Account"), _("active") if after else _("not active")))
            case "is_superuser":
                if after or before:
                    found.append((_("Superuser"), _("yes") if after else _("no longer")))
            case _other:
                found.append((_label(name), _value(name, before, after)))
    return found


def _label(name: str) -> str:
    return {
        "username": _("Username"),
        "first_name": _("First name"),
        "last_name": _("Last name"),
        "email": _("E-mail address"),
        "language": _("Language"),
        "party": _("Party"),
    }.get(name, name)


def _value(name: str, before: str, after: str) -> str:
    shown = [languages.name(each) if name == "language" and each else each or "—" for each in (before, after)]
    return _("%(before)s → %(after)s") % {"before": shown[0], "after": shown[1]} if before else shown[1]
