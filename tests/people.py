"""One person of every role, of both parties."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import Group

from editorial.models import Party, User
from editorial.workflow.roles import groups as roles


@dataclass(frozen=True)
class People:
    """The people whom tests let act. `outsider` has no role at all."""

    ca: Party
    mx: Party
    author: User
    second_author: User
    translator_en: User
    translator_fr: User
    translator_es: User
    reviewer_ca: User
    reviewer_mx: User
    publisher: User
    administrator: User
    superuser: User
    outsider: User


def person(username: str, *groups: str, party: Party | None = None, **values: Any) -> User:
    """A member of staff in the named groups; the password is the username."""
    user = User.objects.create_user(username, password=username, is_staff=True, party=party, **values)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def party(code: str, en: str, fr: str, es: str) -> Party:
    """The party of a code, which is that of the country it speaks for; made where it is missing."""
    values = {"name_en": en, "name_fr": fr, "name_es": es, "speaks_for": [code]}
    return Party.objects.get_or_create(code=code, defaults=values)[0]


def make_people() -> People:
    """Both parties and everybody in them; their passwords are their usernames, as `person` gives them."""
    if Group.objects.filter(name__in=roles.ROLES).count() < len(roles.ROLES):  # a test that empties tables came before
        roles.make_roles()
    ca = party("CA", "Government of Canada", "Gouvernement du Canada", "Gobierno de Canadá")
    mx = party("MX", "Government of Mexico", "Gouvernement du Mexique", "Gobierno de México")
    cast = {
        "author": ("Author", ca),
        "second_author": ("Author", mx),
        "translator_en": ("Translator (en)", None),
        "translator_fr": ("Translator (fr)", None),
        "translator_es": ("Translator (es)", None),
        "reviewer_ca": ("Reviewer", ca),
        "reviewer_mx": ("Reviewer", mx),
        "publisher": ("Publisher", None),
        "administrator": ("Administrator", None),
        "superuser": ("", None),
        "outsider": ("", None),
    }
    made = {
        name: User(username=name.replace("_", "-"), is_staff=True, is_superuser=name == "superuser", party=of)
        for name, (_group, of) in cast.items()
    }
    for user in made.values():
        user.set_password(user.username)
    User.objects.bulk_create(made.values())
    groups = dict(Group.objects.values_list("name", "pk"))
    held = User.groups.through
    held.objects.bulk_create(
        held(user_id=made[name].pk, group_id=groups[group]) for name, (group, _of) in cast.items() if group
    )
    return People(ca=ca, mx=mx, **made)
