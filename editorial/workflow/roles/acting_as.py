"""In what capacity somebody acts: the roles that they hold, and the party that they act for, at that moment."""

from typing import TYPE_CHECKING, Any

from editorial.base import languages

if TYPE_CHECKING:
    from editorial.models import User

#: A permission that only one role of the engine carries (see `editorial.workflow.roles.groups`), and a word for that
#: role.
_BY_PERMISSION = {
    "editorial.write_edition": "author",
    "editorial.sign_off_edition": "reviewer",
    "editorial.publish_edition": "publisher",
}


def roles_and_party(user: "User | None") -> dict[str, Any]:
    """For the record: ``{"roles": ["author", "translate_fr"], "party": 2}``; what there is none of is left out.

    Read from the permissions, which the rules have asked for before, so that it costs no query. `party` is its primary
    key. Whoever may do everything is a "superuser".
    """
    if user is None:
        return {}
    if user.is_superuser:
        roles = ["superuser"]
    else:
        held = user.get_all_permissions()
        roles = [role for permission, role in _BY_PERMISSION.items() if permission in held]
        roles += [f"translate_{code}" for code in languages.codes() if f"editorial.translate_{code}" in held]
    found: dict[str, Any] = {}
    if roles:
        found["roles"] = roles
    if user.party_id is not None:
        found["party"] = user.party_id
    return found


def role_of(permission: str) -> str:
    """The word for the role that carries a permission; empty where several do."""
    return _BY_PERMISSION.get(permission, "")
