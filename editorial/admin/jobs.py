"""Background work in the admin: what waits, what was done, what was given up and can be run again."""

import json
from typing import Any

from django.contrib import admin, messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob

from editorial.admin.base import ReadOnlyAdmin
from editorial.base import clock, jobs
from editorial.models import Job

#: What the library's states and events are called here.
STATUSES = {
    "todo": pgettext_lazy("a job", "waiting"),
    "doing": pgettext_lazy("a job", "being done"),
    "succeeded": pgettext_lazy("a job", "done"),
    "failed": pgettext_lazy("a job", "given up"),
    "cancelled": pgettext_lazy("a job", "cancelled"),
    "aborted": pgettext_lazy("a job", "stopped"),
}
EVENTS = {
    "deferred": pgettext_lazy("a job was", "asked for"),
    "started": pgettext_lazy("a job was", "begun"),
    "deferred_for_retry": pgettext_lazy("a job was", "put off after a failure"),
    "failed": pgettext_lazy("a job was", "given up"),
    "succeeded": pgettext_lazy("a job was", "done"),
    "cancelled": pgettext_lazy("a job was", "cancelled"),
    "abort_requested": pgettext_lazy("a job was", "asked to stop"),
    "aborted": pgettext_lazy("a job was", "stopped"),
    "scheduled": pgettext_lazy("a job was", "planned"),
}


class StatusFilter(admin.SimpleListFilter):
    """Jobs by how they stand."""

    title = _("status")
    parameter_name = "status"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(STATUSES.items())

    def queryset(self, request: HttpRequest, queryset: QuerySet[Job]) -> QuerySet[Job]:
        return queryset.filter(status=self.value()) if self.value() in STATUSES else queryset


admin.site.unregister(ProcrastinateJob)


@admin.register(Job)
class JobAdmin(ReadOnlyAdmin):
    """The queue, for administrators. Jobs are made by what happens to content; here they can only be run again."""

    list_display = ("named", "about", "standing", "attempts", "last_at")
    list_filter = (StatusFilter,)
    list_per_page = 50
    fields = ("named", "about", "standing", "attempts", "scheduled_at", "story")
    readonly_fields = fields
    actions = ("run_again",)
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Job]:
        """Every job that something asked for, with the time of its last event; the queue's own upkeep is left out."""
        last = ProcrastinateEvent.objects.filter(job=OuterRef("pk")).order_by("-id").values("at")[:1]
        found: QuerySet[Job] = (
            super().get_queryset(request).exclude(queue_name=jobs.UPKEEP).annotate(last=Subquery(last))
        )
        return found

    def has_run_permission(self, request: HttpRequest) -> bool:
        """Whoever may change jobs may have one run again."""
        return bool(request.user.has_perm("editorial.change_job"))

    @admin.display(description=_("what"), ordering="task_name")
    def named(self, job: Job) -> str:
        """What this kind of work is called; its name in the queue where the code has forgotten it."""
        return str(jobs.Job.labels.get(job.task_name, job.task_name))

    @admin.display(description=_("details"))
    def about(self, job: Job) -> str:
        """What the function is called with."""
        return ", ".join(f"{name} {json.dumps(value, ensure_ascii=False)}" for name, value in job.args.items())

    @admin.display(description=_("status"), ordering="status")
    def standing(self, job: Job) -> str:
        """How the job stands."""
        return str(STATUSES.get(job.status, job.status))

    @admin.display(description=_("last event"), ordering="last")
    def last_at(self, job: Any) -> Any:
        """When something last happened to it."""
        return job.last

    @admin.display(description=_("events"))
    def story(self, job: Job) -> str:
        """Everything that happened to it, oldest first."""
        events = ProcrastinateEvent.objects.filter(job=job).order_by("id")
        lines = ((f"{event.at:%Y-%m-%d %H:%M:%S} UTC", EVENTS.get(event.type, event.type)) for event in events)
        return format_html_join("", "<div>{} · {}</div>", lines)

    @admin.action(description=_("Run again what was given up"), permissions=["run"])
    def run_again(self, request: HttpRequest, queryset: QuerySet[Job]) -> None:
        """Put the chosen jobs that were given up back into the queue."""
        given_up = list(queryset.filter(status="failed"))
        for job in given_up:
            app.job_manager.retry_job_by_id(job.pk, clock.now(), job.priority, job.queue_name, job.lock)
        told = ngettext("%(count)s job waits to be run again.", "%(count)s jobs wait to be run again.", len(given_up))
        self.message_user(request, told % {"count": len(given_up)}, messages.SUCCESS if given_up else messages.WARNING)
