"""Who works in the demo: a person for every role, of both parties (`content/people.toml`)."""

from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from cooperation.demo.files import rows
from editorial.base import languages
from editorial.models import Party, User
from editorial.workflow.roles import groups as roles

#: The password of everybody in the demo, for a developer's own machine; printed when the demo is made.
PASSWORD = "entente-demo-2026"


@dataclass(frozen=True)
class Person:
    """One of the cast: who they are, what they do and for whom, the language they read, what they watch."""

    username: str
    first_name: str
    last_name: str
    role: str
    party: str
    language: str
    watches: tuple[str, ...]
    has_read_notices: bool


@cache
def read_cast() -> tuple[Person, ...]:
    """Everybody, in the order of the file. Raises ContentError."""
    cast = []
    for username, row in rows("people"):
        person = Person(
            username,
            row.require("first_name", str),
            row.require("last_name", str),
            row.choice("role", roles.ROLES),
            row.get("party", str, ""),
            row.choice("language", languages.codes()),
            tuple(row.get("watches", list, [])),
            row.get("has_read_notices", bool, False),
        )
        row.finish()
        cast.append(person)
    return tuple(cast)


class People:
    """The cast by what they do, for the stories."""

    def __init__(self, users: dict[str, User]) -> None:
        self.users = users
        self.publisher = users["publisher"]

    def author(self, source_language: str) -> User:
        """Who writes in this language: Mexico's author in Spanish, Canada's in English and French."""
        return self.users["author.mx" if source_language == "es" else "author.ca"]

    def translator(self, language: str) -> User:
        """Who translates into this language."""
        return self.users[f"translator.{language}"]

    def reviewer(self, party: str, *, second: bool = False) -> User:
        """Who reads for this party, by its code."""
        return self.users[f"reviewer{'2' if second else ''}.{party.lower()}"]


def exist() -> bool:
    """Whether the demo's people are in this database."""
    return User.objects.filter(username=read_cast()[0].username).exists()


def make(password: str) -> People:
    """Everybody in the cast, in the groups of their roles, able to log in with `password`."""
    roles.make_roles()
    parties = {party.code: party for party in Party.objects.all()}
    groups = {group.name: group for group in Group.objects.all()}
    encoded = make_password(password)  # slow on purpose, so once: whoever knows one password here knows them all
    users = {}
    for person in read_cast():
        user = User.objects.create(
            username=person.username,
            first_name=person.first_name,
            last_name=person.last_name,
            email=f"{person.username}@example.org",
            password=encoded,
            is_staff=True,
            party=parties.get(person.party),
            language=person.language,
        )
        user.groups.add(groups[person.role])
        users[person.username] = user
    return People(users)
