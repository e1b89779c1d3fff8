"""One person of every role, of both parties."""

from dataclasses import dataclass

from django.contrib.auth.models import Group

from editorial import people as roles
from editorial.models import Party, User


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


def person(username: str, *groups: str, party: Party | None = None, **values: object) -> User:
    """A member of staff in the named groups; the password is the username."""
    user = User.objects.create_user(username, password=username, is_staff=True, party=party, **values)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_people() -> People:
    """Both parties and everybody in them."""
    roles.make_roles()
    ca, _ = Party.objects.get_or_create(
        code="CA",
        defaults={
            "name_en": "Government of Canada",
            "name_fr": "Gouvernement du Canada",
            "name_es": "Gobierno de Canadá",
        },
    )
    mx, _ = Party.objects.get_or_create(
        code="MX",
        defaults={
            "name_en": "Government of Mexico",
            "name_fr": "Gouvernement du Mexique",
            "name_es": "Gobierno de México",
        },
    )
    return People(
        ca=ca,
        mx=mx,
        author=person("author", "Author", party=ca),
        second_author=person("second-author", "Author", party=mx),
        translator_en=person("translator-en", "Translator (en)"),
        translator_fr=person("translator-fr", "Translator (fr)"),
        translator_es=person("translator-es", "Translator (es)"),
        reviewer_ca=person("reviewer-ca", "Reviewer", party=ca),
        reviewer_mx=person("reviewer-mx", "Reviewer", party=mx),
        publisher=person("publisher", "Publisher"),
        administrator=person("administrator", "Administrator"),
        superuser=person("superuser", is_superuser=True),
        outsider=person("outsider"),
    )
