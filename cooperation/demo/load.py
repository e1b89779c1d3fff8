"""Making the demo: tables, people, and every document's story, in one transaction."""

from dataclasses import dataclass
from datetime import datetime

from cooperation.demo import (
    desks,
    documents,
    glossary,
    people,
    reference,
    releases,
    remarks,
    stories,
    visitors,
)
from cooperation.demo.diary import Diary
from cooperation.demo.writing import Office
from editorial.guards.past import past_allowed
from editorial.models import Document


class NotEmpty(Exception):
    """Raised where there is content already: what the demo publishes could never be taken out again."""


@dataclass(frozen=True)
class Outcome:
    """What a load did: `made` is false where the demo was there already."""

    made: bool
    documents: int


@past_allowed()
def load(*, now: datetime, password: str) -> Outcome:
    """Make the demo as it stands at `now`; where it is there already, change nothing.

    A crash leaves nothing behind. Raises NotEmpty, and ContentError for a data file that cannot be understood.
    """
    if people.exist():
        return Outcome(made=False, documents=Document.objects.count())
    if Document.objects.exists():
        raise NotEmpty("There is other content in this database.")
    found = documents.read_all()
    reference.make()
    office = Office(people.make(password))
    diary = Diary()
    stories.plan(office, diary, found, now=now)
    desks.plan(office, diary, now)
    remarks.plan(office, diary, now)
    releases.plan(office, diary, found, now=now)
    diary.tell(until=now)
    visitors.write(office, now=now)
    desks.notify(office, now=now)
    glossary.make(office.people, now=now)
    return Outcome(made=True, documents=len(office.documents))
