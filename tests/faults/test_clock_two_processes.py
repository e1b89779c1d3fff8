"""The real clock and two processes: what one schedules appears and goes for the other at its exact second.

No job runs: the process that scheduled has ended before the edition goes live.
"""

from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection

from tests import builders
from tests.faults import processes
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)

#: How far from the exact second the change may be seen.
NEAR = timedelta(milliseconds=150)
#: A measurement during which the machine stood still measures the machine; it is taken anew.
ATTEMPTS = 3


def measure(people: People, now: datetime, slug: str) -> dict[str, Any]:
    """Schedule in one process and watch in another; the boundaries and all answers in their order."""
    approved = builders.approve(builders.make_note(people, now, slug=slug), people, now)
    database = connection.settings_dict["NAME"]
    watcher = processes.start("watch", database, approved.document_id)
    try:
        assert processes.heard(watcher) == {"ready": False}
        scheduler = processes.start("schedule", database, approved.pk, people.publisher.pk)
        planned = {name: datetime.fromisoformat(at) for name, at in processes.heard(scheduler).items()}
        assert processes.close(scheduler) == 0
        assert datetime.now(tz=planned["begin"].tzinfo) < planned["begin"], "nobody is left who could do anything"
        answers = [(datetime.fromisoformat(at), there) for at, there in processes.heard(watcher)["answers"]]
    finally:
        watcher.kill()
        processes.close(watcher)
    return {**planned, "answers": answers}


def test_it_appears_and_goes_at_its_exact_second(people: People, now: datetime) -> None:
    for attempt in range(ATTEMPTS):
        found = measure(people, now, f"clock-{attempt}")
        begin, end, answers = found["begin"], found["end"], found["answers"]
        wrong = [moment for moment, there in answers if there != (begin <= moment < end)]
        assert wrong == []
        assert (begin.microsecond, end.microsecond) == (0, 0)
        moments = [moment for moment, _there in answers]
        appeared = min(moment for moment in moments if moment >= begin)
        gone = min(moment for moment in moments if moment >= end)
        late = max(appeared - begin, gone - end)
        if late <= NEAR:
            return
        pauses = [later - earlier for earlier, later in pairwise(moments)]
        assert max(pauses) >= late, "the watcher asked in time and was told too late"
    pytest.fail("The machine was too busy to measure anything.")
