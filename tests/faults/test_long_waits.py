"""Somebody waits for a lock longer than the present lasts: told in words, nothing changes, the next try succeeds.

The minute of the database's guards is made a moment here, so that the wait need not be one of a minute.
"""

import time
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from django.db import transaction

from editorial.guards import clock_functions, past
from editorial.models import Event
from editorial.states import State
from editorial.workflow.locking import lock
from tests import builders
from tests.attacks import rows, sql
from tests.browserless import fields_of
from tests.editorial import stages
from tests.editorial.desk import as_, at, to
from tests.faults.race import PATIENCE, Runner
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)

WORDS = "This took too long, so nothing was changed. Try again."
#: In seconds: how long ago an instant may be in this file, and how much longer somebody holds the lock.
MOMENT, HELD = 0.2, 0.4


@pytest.fixture(autouse=True)
def clock_of_tests(transactional_db: None) -> Iterator[None]:
    """Whatever a test did to it, the clock is as other tests expect it."""
    yield
    past.let_every_instant_be_now()


def shorten_the_present() -> None:
    """Let what is older than a moment be no longer now, as the owner of the database's clock."""
    body = f"SELECT pg_catalog.tstzrange(public.editorial_now() - interval '{MOMENT} seconds', NULL, '[]')"
    sql(clock_functions.definition("editorial_present", body))


def sent_while_locked(edition: Any, runner: Runner) -> Any:
    """What the view answers that is asked while somebody else holds the edition, until it has waited too long."""
    with transaction.atomic():
        lock(edition.pk)
        runner.start()
        deadline = time.monotonic() + PATIENCE
        while not rows("SELECT 1 FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"):
            assert runner.is_alive(), f"it did not wait: {runner.error!r}"
            assert time.monotonic() < deadline
            time.sleep(0.01)
        time.sleep(HELD)  # the view knew its instant before it began to wait
    runner.finish()
    assert runner.error is None
    return runner.result


@pytest.mark.parametrize("door", ["discard", "save"])
def test_whoever_waited_too_long_for_a_lock_tries_again(door: str, people: People, now: datetime) -> None:
    draft, client = stages.at_stage(State.DRAFT, people, now), as_(people.author)
    if door == "discard":
        url, data = to(draft, "discard"), {"version": draft.version, "reason": "I typed this"}
    else:
        url = at(draft, "change")
        data = {**fields_of(client.get(url)), "title_en": "I typed this"}
    events = Event.objects.count()
    shorten_the_present()
    response = sent_while_locked(draft, Runner(lambda: client.post(url, data)))
    assert response.status_code == 409
    page = response.content.decode()
    assert WORDS in page
    assert "I typed this" in page
    assert (builders.fresh(draft).version, Event.objects.count()) == (draft.version, events)
    past.let_every_instant_be_now()
    assert client.post(url, data).status_code == 302
    assert Event.objects.count() == events + 1
