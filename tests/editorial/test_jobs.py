"""Background jobs: asked for with the transition, done once each, tried again, given up on record."""

import ast
import json
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from asgiref.sync import async_to_sync
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django import app

from editorial.base import clock, jobs
from editorial.content import kinds
from editorial.models import Edition, Job
from editorial.states import State
from editorial.workflow import transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests.builders import approve, make_note, publish
from tests.editorial.desk import as_
from tests.editorial.stages import scheduled
from tests.jobs import make_due, waiting, work_off
from tests.people import People

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[2]


class Work:
    """Work that tells what it was given and fails as often as it is told to."""

    def __init__(self) -> None:
        self.given: list[int] = []
        self.failures = 0

    def __call__(self, *, edition: int) -> None:
        self.given.append(edition)
        if self.failures:
            self.failures -= 1
            raise RuntimeError("the printer is on fire")


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Iterator[Work]:
    """Work that is asked for after the publication of every note."""
    found = Work()
    job = jobs.Job("tests.work", found, label="work for a test")
    note = kinds.get_kind("note")
    monkeypatch.setitem(kinds._KINDS, "note", kinds.Kind(**{**vars(note), "after_publication": (job,)}))
    yield found
    del app.tasks["tests.work"], jobs.Job.labels["tests.work"]


def test_a_publication_asks_for_what_its_kind_wants(people: People, now: datetime, work: Work) -> None:
    note = publish(make_note(people, now), people, now)
    assert [(job.task_name, job.args, job.lock) for job in waiting()] == [
        ("tests.work", {"edition": note.pk}, f"tests.work/{note.pk}")
    ]
    assert [job.status for job in work_off()] == ["succeeded"]
    assert work.given == [note.pk]
    assert (waiting(), work_off()) == ([], [])


def test_a_scheduled_publication_asks_at_once_and_an_urgent_one_again_when_confirmed(
    people: People, now: datetime, later: datetime, work: Work
) -> None:
    note = scheduled(people, now, later)
    assert [job.args["edition"] for job in waiting()] == [note.pk]
    urgent = make_note(people, now, slug="urgent")
    urgent = transitions.publish_urgently(urgent, by=people.publisher, now=now, reason="A flood")
    transitions.confirm(urgent, by=people.reviewer_ca, now=now)
    assert [job.args["edition"] for job in waiting()] == [note.pk, urgent.pk, urgent.pk]


def test_no_other_step_asks_for_anything(people: People, now: datetime, later: datetime, work: Work) -> None:
    live = publish(make_note(people, now), people, now)
    work_off()
    draft = transitions.revise(live, by=people.author, now=now)
    approve(draft, people, now)
    transitions.withdraw(live, by=people.publisher, now=later, explanation=dict.fromkeys(("en", "fr", "es"), "Gone"))
    assert waiting() == []


def test_a_kind_that_wants_nothing_costs_only_its_notices(people: People, now: datetime) -> None:
    note = approve(make_note(people, now), people, now)
    with CaptureQueriesContext(connection) as asked:
        transitions.publish(note, by=people.publisher, now=now)
    (only,) = [query["sql"] for query in asked if "procrastinate" in query["sql"]]
    assert "editorial.tell_of_event" in only


def test_asking_takes_one_statement_beside_that_for_the_notices(people: People, now: datetime, work: Work) -> None:
    note = approve(make_note(people, now), people, now)
    with CaptureQueriesContext(connection) as asked:
        transitions.publish(note, by=people.publisher, now=now)
    assert len([query for query in asked if "procrastinate" in query["sql"]]) == 2


def test_a_publication_that_is_undone_asks_for_nothing(people: People, now: datetime, work: Work) -> None:
    note = approve(make_note(people, now), people, now)
    with transaction.atomic():
        transitions.publish(note, by=people.publisher, now=now)
        assert len(waiting()) == 1
        transaction.set_rollback(True)
    with pytest.raises(NotAllowed):
        transitions.publish(note, by=people.author, now=now)
    assert waiting() == []


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_can_be_asked_for() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        jobs.Job("tests.alone", lambda: None, label="alone").defer(key="1")
    del app.tasks["tests.alone"], jobs.Job.labels["tests.alone"]
    assert waiting() == []


def test_a_job_that_fails_is_tried_again_and_in_the_end_given_up(people: People, now: datetime, work: Work) -> None:
    work.failures = jobs.ATTEMPTS + 1
    publish(make_note(people, now), people, now)
    for attempt in range(1, jobs.ATTEMPTS + 1):
        (job,) = work_off()
        assert (job.status, job.attempts) == ("todo", attempt)
        assert job.scheduled_at is not None
        assert work_off() == [], "it waits before it is tried again"
        make_due()
    (job,) = work_off()
    assert job.status == "failed"
    assert len(work.given) == jobs.ATTEMPTS + 1


def test_a_job_that_fails_once_is_done_the_second_time(people: People, now: datetime, work: Work) -> None:
    work.failures = 1
    publish(make_note(people, now), people, now)
    assert [job.status for job in work_off()] == ["todo"]
    make_due()
    assert [job.status for job in work_off()] == ["succeeded"]


def test_a_job_that_waited_too_long_acts_at_a_new_instant_when_it_is_tried_again(
    people: People, now: datetime, work: Work, monkeypatch: pytest.MonkeyPatch, right_clock: None
) -> None:
    """An act of a job is refused as any other is; the job asks for the time each time it is run."""
    draft = make_note(people, now, slug="to-discard")
    monkeypatch.setattr(
        Work, "__call__", lambda _self, **_given: transitions.discard(draft, by=people.author, now=clock.now())
    )
    publish(make_note(people, now), people, now)
    with monkeypatch.context() as late:
        late.setattr(clock, "ahead", lambda: -timedelta(minutes=2))
        assert [job.status for job in work_off()] == ["todo"]
    assert Edition.objects.get(pk=draft.pk).state == State.DRAFT
    make_due()
    assert [job.status for job in work_off()] == ["succeeded"]
    assert Edition.objects.get(pk=draft.pk).state == State.DISCARDED


def test_every_module_asks_for_jobs_through_the_house() -> None:
    """Nobody but editorial.jobs (and its admin) speaks to the library."""
    speaking = {
        str(path.relative_to(ROOT))
        for folder in ("editorial", "cooperation", "config")
        for path in (ROOT / folder).rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("procrastinate"))
        or (isinstance(node, ast.Import) and any(alias.name.startswith("procrastinate") for alias in node.names))
    }
    assert speaking == {"editorial/base/jobs.py", "editorial/admin/jobs.py", "editorial/models/job.py"}


# The list of jobs in the admin


def test_only_administrators_see_the_jobs(people: People, now: datetime, work: Work) -> None:
    publish(make_note(people, now), people, now)
    address = "/admin/editorial/job/"
    for nobody in (people.author, people.publisher, people.reviewer_ca, people.translator_fr):
        assert as_(nobody).get(address).status_code == 403
    for somebody in (people.administrator, people.superuser):
        shown = as_(somebody).get(address)
        assert shown.status_code == 200
        assert "work for a test" in shown.content.decode()
    assert as_(people.superuser).get("/admin/procrastinate/procrastinatejob/").status_code == 404


def test_a_job_tells_its_story_and_cannot_be_edited(people: People, now: datetime, work: Work) -> None:
    note = publish(make_note(people, now), people, now)
    (job,) = work_off()
    client = as_(people.administrator)
    page = client.get(f"/admin/editorial/job/{job.pk}/change/").content.decode()
    for word in (f"edition {note.pk}", "asked for", "begun", "done"):
        assert word in page
    assert 'style="' not in page
    assert client.post(f"/admin/editorial/job/{job.pk}/change/", {}).status_code == 403
    assert client.get("/admin/editorial/job/add/").status_code == 403
    assert client.get(f"/admin/editorial/job/{job.pk}/delete/").status_code == 403


def test_the_list_of_jobs_asks_the_same_whatever_its_length(people: People, now: datetime, work: Work) -> None:
    counts = []
    for more in (1, 5):
        for number in range(more):
            publish(make_note(people, now, slug=f"note-{more}-{number}"), people, now)
        client = as_(people.administrator)
        with CaptureQueriesContext(connection) as asked:
            assert client.get("/admin/editorial/job/").status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 12


def test_an_administrator_runs_again_what_was_given_up(people: People, now: datetime, work: Work) -> None:
    work.failures = jobs.ATTEMPTS + 1
    publish(make_note(people, now), people, now)
    while waiting():
        work_off()
        make_due()
    job = Job.objects.get(task_name="tests.work")
    chosen = {"action": "run_again", "_selected_action": [job.pk]}
    assert as_(people.administrator).post("/admin/editorial/job/", chosen).status_code == 302
    make_due()
    assert [found.status for found in work_off()] == ["succeeded"]
    assert as_(people.author).post("/admin/editorial/job/", chosen).status_code == 403


@pytest.mark.parametrize("status", ["", "?status=failed", "?status=nonsense", "?q=x", "?o=5.-3"])
def test_the_list_of_jobs_bears_any_question(people: People, status: str) -> None:
    assert as_(people.administrator).get(f"/admin/editorial/job/{status}").status_code in (200, 302)


def test_what_is_given_to_a_job_is_plain_json(people: People, now: datetime, work: Work) -> None:
    publish(make_note(people, now), people, now)
    (job,) = waiting()
    assert json.loads(json.dumps(job.args)) == job.args


@pytest.mark.django_db(transaction=True)
def test_the_queue_keeps_itself_in_order(now: datetime) -> None:
    """A dead worker's job is freed; what was done long ago is forgotten, what was given up is kept."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_workers (last_heartbeat) VALUES (now() - interval '1 hour') RETURNING id"
        )
        (dead,) = cursor.fetchone()
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, args, status, worker_id) VALUES"
            " ('default', 'tests.stalled', '{}', 'doing', %s), ('default', 'tests.old', '{}', 'succeeded', NULL),"
            " ('default', 'tests.given_up', '{}', 'failed', NULL), ('upkeep', 'tests.upkeep', '{}', 'succeeded', NULL)",
            [dead],
        )
        cursor.execute(
            "INSERT INTO procrastinate_events (job_id, type, at) SELECT id, 'succeeded', now() - interval '31 days'"
            " FROM procrastinate_jobs WHERE status IN ('succeeded', 'failed')"
        )
    context = SimpleNamespace(app=app)
    async_to_sync(jobs.retry_stalled.func)(context, 0)
    async_to_sync(jobs.forget_done.func)(context, 0)
    assert sorted(Job.objects.values_list("task_name", "status")) == [
        ("tests.given_up", "failed"),
        ("tests.stalled", "todo"),
    ]
