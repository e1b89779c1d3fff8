"""Making the demo: tables, people, and every document's story, in one transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from cooperation.demo import desks, glossary, history, notices, people, releases, remarks, stories, tables, visitors
from cooperation.demo.content.drafts import DRAFTS
from cooperation.demo.diary import Diary
from editorial.models import Document, User


class NotEmpty(Exception):
    """Raised where there is content already: what the demo publishes could never be taken out again."""


@dataclass(frozen=True)
class Outcome:
    """What a load did: `made` is false where the demo was there already."""

    made: bool
    documents: int


def is_there() -> bool:
    """Whether the demo was loaded into this database."""
    return User.objects.filter(username=people.CAST[0].username).exists()


@transaction.atomic
def load(*, now: datetime, password: str) -> Outcome:
    """Make the demo as it stands at `now`; where it is there already, change nothing.

    A crash leaves nothing behind. Raises NotEmpty.
    """
    if is_there():
        return Outcome(made=False, documents=Document.objects.count())
    if Document.objects.exists():
        raise NotEmpty("There is other content in this database.")
    tables.make()
    office = stories.Office(people.make(password))
    diary = Diary()
    _plan(office, diary, now)
    diary.tell(until=now)
    visitors.speak(office, now=now)
    notices.tell(office, now=now)
    glossary.make(office.people, now=now)
    return Outcome(made=True, documents=len(office.documents))


def _plan(office: stories.Office, diary: Diary, now: datetime) -> None:
    revised = dict(zip(history.REVISED_REPORTS, (now - timedelta(days=9), now - timedelta(days=7)), strict=True))
    published = history.published(now)
    for item in published:
        if item.key in revised:
            diary.add(stories.revision_in_review(office, item, revised[item.key]))
        elif item.key in history.REWORDED:
            diary.add(stories.reworded(office, item, now - timedelta(days=2)))
        else:
            diary.add(stories.published(office, item))
    tomorrow = (now + timedelta(days=1)).replace(hour=14, minute=0, second=0, microsecond=0)
    for data in DRAFTS:
        diary.add(stories.by_stage(office, data, now=now, tomorrow=tomorrow))
    desks.plan(office, diary, now)
    diary.add(remarks.talk(office, now))
    releases.plan(office, diary, published, now=now)
