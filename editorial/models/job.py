"""Work that waits for a worker, as the admin shows it."""

from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django.models import ProcrastinateJob


class Job(ProcrastinateJob):
    """A row of the queue under the house's name for it; `editorial.base.jobs` makes them, nobody edits them."""

    class Meta:
        proxy = True
        verbose_name = _("job")
        verbose_name_plural = _("jobs")
        ordering = ["-id"]
        default_permissions = ("view", "change")
