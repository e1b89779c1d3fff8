"""Background jobs in tests: the real queue in the real tables, worked off in this process when a test says so."""

import json
from typing import Any

from asgiref.sync import async_to_sync
from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.jobs import Status

from editorial.models import Job

#: What nearly every step asks for; tests of other work are not about it.
NOTICES = ("editorial.tell_of_event", "editorial.tell_of_source", "editorial.send_notices")


def waiting(name: str = "") -> list[Job]:
    """The jobs that wait, in the order in which they were asked for; those of one name, or all but those of notices."""
    rows = Job.objects.filter(status="todo").order_by("id")
    return list(rows.filter(task_name=name) if name else rows.exclude(task_name__in=NOTICES))


def work_off() -> list[Job]:
    """Do what a worker would do, until nothing is due: fetch, run, record. Returns the jobs, but those of notices, as
    they are now.

    A job that fails is put off or given up as the house says (`editorial.base.jobs`).
    """
    manager = app.job_manager
    worker = async_to_sync(manager.register_worker)()
    done = []
    while (job := async_to_sync(manager.fetch_job)(queues=None, worker_id=worker)) is not None:
        done.append(job.id)
        task = app.tasks[job.task_name]
        try:
            # Django's connection hands JSON on as text; a worker has a connection of its own.
            task(**json.loads(str(job.task_kwargs)))
        except Exception as fault:
            again = task.get_retry_exception(fault, job)
            if again is not None:
                async_to_sync(manager.retry_job)(job, retry_at=again.retry_decision.retry_at)
            else:
                _finish(job, Status.FAILED)
        else:
            _finish(job, Status.SUCCEEDED)
    return list(Job.objects.filter(pk__in=done).exclude(task_name__in=NOTICES).order_by("id"))


def make_due() -> None:
    """Let jobs that were put off be due now."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


def give_up(name: str = "") -> None:
    """Let jobs that wait, of one name where it is given, have failed for good."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE procrastinate_jobs SET status = 'failed', attempts = 6"
            " WHERE status = 'todo' AND (task_name = %s OR %s = '')",
            [name, name],
        )


def _finish(job: Any, status: Status) -> None:
    async_to_sync(app.job_manager.finish_job)(job, status, delete_job=False)
