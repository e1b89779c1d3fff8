"""The chain of events under many writers, crashes and steps that are undone."""

import signal
from datetime import datetime

import pytest
from django.db import connection, transaction

from editorial.models import Address, Edition, Event, Job
from editorial.states import State
from editorial.workflow import audit, drafts, transitions
from tests import builders
from tests.editorial import stages
from tests.faults import processes
from tests.faults.race import race
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)

WRITERS, LINES = 8, 10


def test_many_writers(people: People, now: datetime) -> None:
    editions = [builders.make_note(people, now, slug=f"note-{number}") for number in range(WRITERS)]
    before = Event.objects.count()

    def write(edition: Edition) -> None:
        for number in range(LINES):
            with drafts.edit(edition, by=people.author, now=now) as row:
                row.title_fr = f"Titre {number}"
                row.save()

    won, lost = race(*(lambda e=edition: write(e) for edition in editions))
    assert (len(won), lost) == (WRITERS, [])
    assert Event.objects.count() == before + WRITERS * LINES
    assert list(audit.verify()) == []
    numbers = list(Event.objects.order_by("id").values_list("id", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


def test_writers_that_give_up_leave_no_gap(people: People, now: datetime) -> None:
    editions = [builders.make_note(people, now, slug=f"note-{number}") for number in range(4)]
    before = Event.objects.count()

    def write(number: int) -> None:
        for _attempt in range(5):
            with transaction.atomic():
                transitions.submit(editions[number], by=people.author, now=now)
                transaction.set_rollback(number % 2 == 0)
            if number % 2:
                transitions.recall(editions[number], by=people.author, now=now)

    race(*(lambda n=number: write(n) for number in range(4)))
    assert Event.objects.count() == before + 2 * 5 * 2
    assert list(audit.verify()) == []


def test_a_process_that_dies_before_its_commit_leaves_nothing(people: People, now: datetime) -> None:
    approved = stages.at_stage(State.APPROVED, people, now, slug="border")
    before = Edition.objects.filter(pk=approved.pk).values().get(), Event.objects.count()
    process = processes.start("publish_and_wait", connection.settings_dict["NAME"], approved.pk, people.publisher.pk)
    try:
        assert processes.heard(process)["state"] == State.PUBLISHED
    finally:
        process.send_signal(signal.SIGKILL)
        processes.close(process)
    # Whoever comes next waits until the database has noticed, and finds everything as it was.
    published = transitions.publish(approved, by=people.publisher, now=now)
    assert published.version == before[0]["version"] + 1
    assert Event.objects.count() == before[1] + 1
    assert Address.objects.count() == 3
    assert list(audit.verify()) == []


def test_nothing_is_left_to_do_of_what_was_undone(people: People, now: datetime) -> None:
    """What follows from a step is done by jobs, which are written with the step and vanish with it."""
    approved = stages.at_stage(State.APPROVED, people, now)
    before = Job.objects.count()
    with transaction.atomic():
        transitions.publish(approved, by=people.publisher, now=now)
        assert Job.objects.count() > before
        transaction.set_rollback(True)
    assert Job.objects.count() == before
    transitions.publish(builders.fresh(approved), by=people.publisher, now=now)
    assert Job.objects.count() > before
