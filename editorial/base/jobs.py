"""Work that is done after a transaction by a worker: the one place where the house says how jobs are made.

A job is a function that is named once and asked for later::

    @job("subject.make_file", label=_("file for printing"))
    def make_file(*, edition: int) -> None: ...

    make_file.defer(key=str(edition.pk), edition=edition.pk)

It is asked for in the very transaction that makes it necessary: if that is undone, so is the job; once it is done, the
job is there. PostgreSQL keeps the queue (procrastinate); `python -m config.worker` works it off. Modules named
`jobs` are found in every app.

- Jobs with the same name and key never run at the same time, and run in the order in which they were asked for. A job
  looks first whether its work is done already, so that asking twice, or running twice, does it once.
- A job that fails is tried again after 4 s, 16 s, 64 s … and given up after `ATTEMPTS`; it then stays on the list of
  jobs in the admin, from which an administrator can run it again. Failures are logged with their trace.
- A job whose worker died is taken up again; one that was done is forgotten after `KEPT_HOURS`.
- No page may depend on a job: what a visitor asks for before it was made is made on the spot.
"""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, ClassVar

from django.db import connections, transaction
from django.utils.functional import Promise
from procrastinate import JobContext, RetryStrategy, builtin_tasks
from procrastinate.contrib.django import app

from editorial.base import clock

logger = logging.getLogger(__name__)

#: How often a job is tried again before it is given up; the last time more than an hour after the first.
ATTEMPTS = 6
#: A job is tried again after this many seconds to the power of the number of tries.
BACKOFF = 4
#: How long a job that was done stays on the list, in hours.
KEPT_HOURS = 30 * 24
#: The queue's own upkeep runs under this name of a queue; nobody needs to see that it was done.
UPKEEP = "upkeep"
_UPKEEP_KEPT_HOURS = 24
#: A worker that has not been heard of for so many seconds is dead, and its jobs are free.
SILENT_SECONDS = 60


class Job:
    """A kind of work. Calling it does the work at once; `defer` asks a worker for it."""

    #: What every kind of work is called in the admin, by the name under which the queue knows it.
    labels: ClassVar[dict[str, str | Promise]] = {}

    def __init__(self, name: str, work: Callable[..., None], *, label: str | Promise) -> None:
        self.name = name
        self.labels[name] = label
        self.work = work
        self._task = app.task(name=name, retry=RetryStrategy(max_attempts=ATTEMPTS, exponential_wait=BACKOFF))(
            _with_open_connection(work)
        )

    def __call__(self, **arguments: Any) -> None:
        """Do the work now, in this process."""
        self.work(**arguments)

    def defer(self, *, key: str, at: datetime | None = None, **arguments: Any) -> None:
        """Ask for the work once the present transaction is committed (see `defer`)."""
        defer(self.name, key=key, at=at, **arguments)

    def __repr__(self) -> str:
        return f"<Job {self.name}>"


def _with_open_connection(work: Callable[..., None]) -> Callable[..., None]:
    """Have a worker do the work on a connection that the database has not closed since the last job: there are no
    requests here, for which Django would see to that."""

    @wraps(work)
    def do(*args: Any, **kwargs: Any) -> None:
        _close_lost_connections()
        try:
            work(*args, **kwargs)
        finally:
            _close_lost_connections()

    return do


def _close_lost_connections() -> None:
    for connection in connections.all(initialized_only=True):
        # Whoever calls a job in a transaction of theirs goes on with its connection.
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()


def defer(name: str, *, key: str, at: datetime | None = None, **arguments: Any) -> None:
    """Ask for a kind of work by its name, once the present transaction is committed; takes one statement.

    For callers that stand below the module which does the work, and so cannot import it.

    :param key: what the work is about; two jobs of one name and key run one after the other.
    :param at: the instant (aware datetime) before which it is not begun, if any.
    :param arguments: what the function is called with; plain JSON values such as primary keys.

    Raises TransactionManagementError outside a transaction.
    """
    if transaction.get_autocommit():
        raise transaction.TransactionManagementError("A job is asked for in the transaction that makes it necessary.")
    app.configure_task(name, lock=f"{name}/{key}", schedule_at=at).defer(**arguments)


def job(name: str, *, label: str | Promise) -> Callable[[Callable[..., None]], Job]:
    """Make a function a kind of work.

    :param name: by which the queue knows it, such as "cooperation.report_pdf"; it must outlive renamed functions.
    :param label: what the work is called in the admin, a lazy translation.
    """
    return lambda work: Job(name, work, label=label)


def periodic(name: str, *, cron: str) -> Callable[[Callable[[datetime], None]], Callable[[datetime], None]]:
    """Have a worker call a function again and again, with the present (aware datetime); never twice at a time.

    :param name: by which the queue knows it, such as "editorial.digests".
    :param cron: when, in UTC, in five fields.

    One that fails is logged and called again at its next time: it looks itself for what is left to do.
    """

    def register(work: Callable[[datetime], None]) -> Callable[[datetime], None]:
        def run(timestamp: int) -> None:
            work(clock.now())

        task = app.task(name=name, queue=UPKEEP, queueing_lock=name, lock=name)(_with_open_connection(run))
        app.periodic(cron=cron)(task)
        return work

    return register


@app.periodic(cron="*/5 * * * *")
@app.task(name="editorial.retry_stalled", pass_context=True, queue=UPKEEP, queueing_lock="editorial.retry_stalled")
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """Free the jobs of workers that died."""
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=SILENT_SECONDS):
        logger.warning("The worker of job %s died; it is run again.", stalled.id)
        await manager.retry_job(stalled)


@app.periodic(cron="17 4 * * *")
@app.task(name="editorial.forget_done", pass_context=True, queue=UPKEEP, queueing_lock="editorial.forget_done")
async def forget_done(context: JobContext, timestamp: int) -> None:
    """Forget jobs that were done long ago; those that were given up stay."""
    await builtin_tasks.remove_old_jobs(context, max_hours=KEPT_HOURS)
    await builtin_tasks.remove_old_jobs(context, max_hours=_UPKEEP_KEPT_HOURS, queue=UPKEEP, remove_failed=True)
