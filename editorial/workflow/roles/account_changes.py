"""What a line about an account says, in the active language: which values it had and has."""

from collections.abc import Mapping
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from editorial.base import languages
from editorial.content import kinds
from editorial.models import Act, AdministrationEvent
from editorial.workflow.roles import groups


def account_changes(changed: Mapping[str, Any]) -> list[tuple[str, str]]:
    """(what, how it changed) of an account, from pairs [before, after] by name (see `accounts.facts`)."""
    found = []
    for name, (before, after) in changed.items():
        match name:
            case "roles":
                found += [(_("Role given"), groups.role_label(each)) for each in after if each not in (before or ())]
                found += [(_("Role taken away"), groups.role_label(each)) for each in before if each not in after]
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
        "speaks_for": capfirst(_("speaks for")),
    }.get(name, name)


def _value(name: str, before: str, after: str) -> str:
    shown = [languages.name(each) if name == "language" and each else each or "—" for each in (before, after)]
    return _("%(before)s → %(after)s") % {"before": shown[0], "after": shown[1]} if before else shown[1]


def line_details(line: AdministrationEvent) -> list[tuple[str, str]]:
    """What a line of the record of administration says beside who, whom and when, as (what, value) pairs."""
    data = line.data
    match line.verb:
        case Act.ADDED:
            made = {name: ["" if name != "roles" else [], value] for name, value in data["made"].items() if value}
            return account_changes(
                {name: pair for name, pair in made.items() if name not in ("is_superuser",) or pair[1]}
            )
        case Act.CHANGED if data.get("self"):
            return [(_("Password"), _("changed by its owner"))]
        case Act.CHANGED:
            return account_changes(data["changed"])
        case Act.HANDED_OVER:
            return _handed_over(data)
        case Act.RULE_CHANGED:
            return [(_("Before"), _rule(data["before"])), (_("After"), _rule(data["after"]))]
        case Act.RULE_ADDED | Act.RULE_REMOVED:
            return [(_("Rule"), _rule(data))]
        case Act.ROLE_ADDED | Act.ROLE_CHANGED | Act.ROLE_REMOVED:
            return [(_("Role"), groups.role_label(data["role"])), *_role(data["changed"])]
        case _other:
            return [(_("Party"), data["party"]), *account_changes(data["changed"])]


def _role(changed: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = []
    for name, (before, after) in changed.items():
        if name == "name":
            found.append((_("Name"), _value(name, before, after)))
            continue
        given, taken = [each for each in after if each not in before], [each for each in before if each not in after]
        if name == "people":
            found.append((_("Taken away from"), ", ".join(taken) or "—"))
        else:
            found += [
                (label, ", ".join(some)) for label, some in ((_("May now"), given), (_("May no longer"), taken)) if some
            ]
    return found


def _handed_over(data: Mapping[str, Any]) -> list[tuple[str, str]]:
    found = [(_("Documents, drafts and translations to"), data["documents_to"]), (_("Reviews to"), data["reviews_to"])]
    for label, lines in data["work"].items():
        left = sum(each["to"] is None for each in lines)
        text = str(len(lines) - left)
        found.append((label, _("%(count)s; left over: %(left)s") % {"count": text, "left": left} if left else text))
    if data["reason"]:
        found.append((_("Reason"), data["reason"]))
    return found


def _rule(data: Mapping[str, Any]) -> str:
    return _("%(kind)s: stage %(stage)s, %(party)s") % {
        "kind": dict(kinds.signing_keys()).get(data["kind"], data["kind"]),
        "stage": data["stage"],
        "party": _("every party that the text binds")
        if data.get("every_bound_party")
        else data["party"] or _("any party"),
    }
