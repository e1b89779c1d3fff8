"""A machine whose clock is off."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ServerClock(models.Model):
    """A machine that serves the site or does its work, while its clock is off by more than a second.

    The site tells the time by the clock of the database (`editorial.base.clock`); logs, sessions and certificates go by
    the machine's own.
    """

    host = models.CharField(_("machine"), max_length=255, unique=True)
    seconds = models.FloatField(_("seconds behind the database"))
    #: It says so again before then, unless it was put right.
    until = models.DateTimeField(editable=False)

    class Meta:
        verbose_name = _("clock that is off")
        verbose_name_plural = _("clocks that are off")
        ordering = ["host"]
        default_permissions = ("view",)

    def __str__(self) -> str:
        return self.host
