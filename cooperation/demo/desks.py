"""Who was asked to do what, which pages are to be read again, who watches what: no desk is empty, no bell silent."""

from datetime import datetime, timedelta

from cooperation.demo.diary import Diary, Story
from cooperation.demo.files import CONTENT, Table, read
from cooperation.demo.people import read_cast
from cooperation.demo.writing import Office
from editorial.models import Event
from editorial.notices import jobs, reading, reminders, watching
from editorial.states import State
from editorial.workflow import assignment

_DAY = timedelta(days=1)


def plan(office: Office, diary: Diary, now: datetime) -> None:
    """Have people asked to do what documents need, and set days on which pages are to be read again."""
    table = read(CONTENT / "desks.toml")
    for row in table.tables("assignments"):
        diary.add(_assign(office, row, now))
    for place, row in enumerate(table.tables("reviews")):
        diary.add(_set_review(office, row, now - 90 * _DAY + place * timedelta(hours=1), now))
    table.finish()


def _assign(office: Office, row: Table, now: datetime) -> Story:
    """Somebody is asked, two days ago, to do what a document's newest edition needs."""
    people = office.people.users
    by, to = people[row.choice("by", people)], people[row.choice("to", people)]
    document, reason = row.require("document", str), row.text("reason")
    due = (now + row.require("due_in_days", int) * _DAY).date()
    row.finish()
    moment = yield now - 2 * _DAY + timedelta(hours=8)
    edition = office.newest(document)
    if edition.state in (State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED):
        assignment.assign(edition, to=to, due=due, by=by, now=moment, reason=reason)


def _set_review(office: Office, row: Table, at: datetime, now: datetime) -> Story:
    document = row.require("document", str)
    day = (now + row.require("due_in_days", int) * _DAY).date()
    row.finish()
    moment = yield at
    edition = office.newest(document)
    assignment.set_review_by(edition, review_by=day, by=edition.document.owner, now=moment, reason="")


def notify(office: Office, *, now: datetime) -> None:
    """Do what a worker would have done about the steps of the last days, and remind of what is due."""
    people = office.people.users
    cast = read_cast()
    for person in cast:
        for handle in person.watches:
            watching.watch(office.documents[handle], by=people[person.username], now=now)
    for pk in Event.objects.filter(at__gt=now - jobs.NEWS).order_by("pk").values_list("pk", flat=True):
        jobs.tell_of_event(event=pk)
    reminders.remind(now=now)
    for person in cast:
        if person.has_read_notices:
            reading.mark_read(people[person.username], now=now)
