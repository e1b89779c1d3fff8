"""Two workers at the same letters: each is sent once; a worker that dies between sending and marking repeats one."""

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from editorial.models import Cadence, Notice, NoticeType, User
from editorial.notices import audience, digest, emails, preferences, send_notices
from editorial.staff import offboarding
from editorial.workflow import transitions
from tests.builders import make_note
from tests.faults.race import race
from tests.people import People, person

pytestmark = pytest.mark.django_db(transaction=True)


class Slow(BaseEmailBackend):
    """A mail server that takes its time, so that two workers meet."""

    sent: list[tuple[str, str]] = []  # emptied by the fixture
    both = threading.Event()
    dies = False

    def send_messages(self, messages: Any) -> int:
        Slow.both.wait(0.05)
        for message in messages:
            Slow.sent.append((message.to[0], message.extra_headers["Message-ID"]))
            if Slow.dies:
                Slow.dies = False
                raise KeyboardInterrupt  # the process ends right after the server took the letter
        return len(messages)


@pytest.fixture
def sent(settings: Any) -> list[tuple[str, str]]:
    """(address, Message-ID) of every letter that the server took."""
    settings.EMAIL_BACKEND = f"{__name__}.Slow"
    Slow.sent, Slow.dies = [], False
    return Slow.sent


def notify_readers(people: People, now: datetime, count: int, cadence: Cadence) -> None:
    """So many people are told one thing, as they want it."""
    note = make_note(people, now)
    readers = [person(f"reader-{number}", "Author", email=f"{number}@example.org") for number in range(count)]
    for reader in readers:
        preferences.choose(reader, {NoticeType.MENTIONED: cadence})
    with transaction.atomic():
        send_notices(NoticeType.MENTIONED, about=note, to=readers, by=None, now=now, cause="remark/1")


def test_two_workers_send_every_letter_once(people: People, now: datetime, sent: list[tuple[str, str]]) -> None:
    notify_readers(people, now, 12, Cadence.AT_ONCE)
    won, lost = race(*[lambda: emails.send_at_once("remark/1", now=now)] * 2)
    assert lost == []
    assert sum(won) == 12
    assert len({address for address, _id in sent}) == len(sent) == 12
    assert not Notice.objects.filter(mailed_at=None).exists()


def test_two_workers_send_every_daily_letter_once(people: People, now: datetime, sent: list[tuple[str, str]]) -> None:
    notify_readers(people, now, 8, Cadence.DAILY)
    won, lost = race(*[lambda: digest.send_due(now=now + timedelta(days=2))] * 2)
    assert lost == []
    assert sum(won) == len(sent) == 8


def test_a_worker_that_dies_after_sending_repeats_that_letter_alone_under_the_same_name(
    people: People, now: datetime, sent: list[tuple[str, str]]
) -> None:
    notify_readers(people, now, 3, Cadence.AT_ONCE)
    Slow.dies = True
    with pytest.raises(KeyboardInterrupt):
        emails.send_at_once("remark/1", now=now)
    assert len(sent) == 1
    emails.send_at_once("remark/1", now=now)
    assert len(sent) == 4
    assert sent[0] == sent[1], "the same Message-ID, by which it is known as the same letter"
    assert len(set(sent)) == 3


def test_two_workers_at_one_event_tell_everybody_once(people: People, now: datetime) -> None:
    transitions.submit(make_note(people, now), by=people.author, now=now)
    from editorial.models import Event

    event = Event.objects.select_related("edition__document", "by").get(verb="submit")

    def work() -> int:
        with transaction.atomic():
            return audience.notify_audience(event)

    _won, lost = race(work, work)
    assert lost == []
    assert sorted(Notice.objects.values_list("person__username", flat=True)) == ["reviewer-ca", "reviewer-mx"]


def test_two_administrators_hand_over_the_same_work(people: People, now: datetime) -> None:
    """Whoever comes second finds nothing left to hand over; nobody's work is lost or given twice."""
    from django.contrib.auth.models import Permission

    from editorial.models import AdministrationEvent, Document
    from editorial.workflow.roles.groups import administer

    administer(Permission.objects.filter(codename="change_user"))
    make_note(people, now)
    second, third = person("second-administrator", "Administrator"), person("third-author", "Author")

    def hand(by: User, taker: User) -> int:
        done = offboarding.hand_over(
            people.author, documents_to=taker, reviews_to=taker, by=User.objects.get(pk=by.pk), now=now
        )
        return done.handed

    won, lost = race(lambda: hand(people.administrator, people.second_author), lambda: hand(second, third))
    assert lost == []
    assert sorted(won) == [0, 2]
    assert AdministrationEvent.objects.count() == 2
    assert not Document.objects.filter(owner=people.author).exists()
