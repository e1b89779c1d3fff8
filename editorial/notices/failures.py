"""Work in the background that was given up: administrators are told, once for each time."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse

from editorial.base.jobs import UPKEEP
from editorial.models import Job, Notice, NoticeType
from editorial.notices import jobs
from editorial.notices.notify import having, send_notices


def tell_of_failed(*, now: datetime) -> int:
    """Tell administrators of every job that was given up and that they were not told of; returns how many were told."""
    given_up = {
        f"job/{job.pk}/{job.attempts}": job
        for job in Job.objects.filter(status="failed").exclude(queue_name=UPKEEP).order_by("pk")
    }
    known = set(Notice.objects.filter(sort=NoticeType.JOB_FAILED, cause__in=given_up).values_list("cause", flat=True))
    told = 0
    for cause, job in given_up.items():
        if cause not in known:
            with transaction.atomic():
                told += send_notices(
                    NoticeType.JOB_FAILED, to=having("view_job", superusers=True), by=None, now=now, cause=cause,
                    detail={"job": job.task_name, "path": _path(job.pk)}, by_mail=job.task_name != jobs.send.name,
                )  # fmt: skip
    return told


def _path(job: int) -> str:
    return reverse("admin:editorial_job_change", args=(job,))
