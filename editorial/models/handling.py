"""What staff did with what visitors said."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.guards import common
from editorial.models.comment import Comment
from editorial.models.discussion import Discussion
from editorial.models.problem import Problem

_EXACTLY_ONE = (
    Q(problem__isnull=False, comment__isnull=True, discussion__isnull=True)
    | Q(problem__isnull=True, comment__isnull=False, discussion__isnull=True)
    | Q(problem__isnull=True, comment__isnull=True, discussion__isnull=False)
)


class Handling(models.Model):
    """One step with one report, one comment or one page's switch: who, when, from what to what, and why. Append-only.

    It stands beside the chain of events, which tells of editions: a report on an unknown address belongs to none.
    """

    problem = models.ForeignKey(Problem, on_delete=models.PROTECT, null=True, related_name="handlings")
    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, null=True, related_name="handlings")
    discussion = models.ForeignKey(Discussion, on_delete=models.PROTECT, null=True, related_name="handlings")
    from_status = models.CharField(max_length=40, blank=True)
    to_status = models.CharField(max_length=40)
    reason = models.CharField(max_length=12, blank=True)
    note = models.TextField(_("note"), blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("by"))
    by_name = models.CharField(max_length=300)

    class Meta:
        verbose_name = _("step")
        verbose_name_plural = _("steps")
        ordering = ["id"]
        default_permissions = ()
        constraints = [models.CheckConstraint(condition=_EXACTLY_ONE, name="editorial_handling_of_one_thing")]
        triggers = common.append_only()

    def __str__(self) -> str:
        return f"{self.pk} {self.to_status}"
