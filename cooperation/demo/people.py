"""Who works in the demo: a person for every role, of both parties."""

from dataclasses import dataclass

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from editorial import people as roles
from editorial.models import Party, User

#: The password of everybody in the demo, for a developer's own machine; printed when the demo is made.
PASSWORD = "entente-demo-2026"


@dataclass(frozen=True)
class Person:
    """One row of the cast. The last name tells the role: these people are nobody in particular."""

    username: str
    first_name: str
    last_name: str
    group: str
    party: str
    language: str


CAST = (
    Person("author.ca", "Alex Martin", "(author, Canada)", "Author", "CA", "en"),
    Person("author.mx", "Andrea Luna", "(author, Mexico)", "Author", "MX", "es"),
    Person("translator.en", "Robin Clarke", "(translator, English)", roles.translator("en"), "", "en"),
    Person("translator.fr", "Camille Roy", "(translator, French)", roles.translator("fr"), "", "fr"),
    Person("translator.es", "Guadalupe Ríos", "(translator, Spanish)", roles.translator("es"), "", "es"),
    Person("reviewer.ca", "Dominique Gagnon", "(reviewer, Canada)", "Reviewer", "CA", "fr"),
    Person("reviewer2.ca", "Jordan Lee", "(second reviewer, Canada)", "Reviewer", "CA", "en"),
    Person("reviewer.mx", "Rosario Vega", "(reviewer, Mexico)", "Reviewer", "MX", "es"),
    Person("reviewer2.mx", "Ariel Soto", "(second reviewer, Mexico)", "Reviewer", "MX", "es"),
    Person("publisher", "Kim Bélanger", "(publisher)", "Publisher", "", "en"),
    Person("administrator", "Cruz Ortega", "(administrator)", "Administrator", "", "fr"),
)


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


def make(password: str) -> People:
    """Everybody in the cast, in the groups of their roles, able to log in with `password`."""
    roles.make_roles()
    parties = {party.code: party for party in Party.objects.all()}
    groups = {group.name: group for group in Group.objects.all()}
    encoded = make_password(password)  # slow on purpose, so once: whoever knows one password here knows them all
    users = {}
    for person in CAST:
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
        user.groups.add(groups[person.group])
        users[person.username] = user
    return People(users)
