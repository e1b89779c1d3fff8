"""Who is to do what with an edition, and by when."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.base.dates.bounds import check_day
from editorial.guards import review
from editorial.guards.dates import dates_in_bounds
from editorial.models.edition import Edition
from editorial.models.party import Party
from editorial.models.signoff import Decision, SignOff
from editorial.states import State


class Task(models.TextChoices):
    """What somebody can be asked to do; the state of the edition says which of these are open."""

    WRITE = "write", pgettext_lazy("task", "Write")
    TRANSLATE = "translate", pgettext_lazy("task", "Translate")
    REVIEW = "review", pgettext_lazy("task", "Review")
    PUBLISH = "publish", pgettext_lazy("task", "Publish")


class AssignmentQuerySet(models.QuerySet[Any]):
    """Questions about assignments, readable as sentences."""

    def in_force(self) -> Self:
        """Those whose edition is still as it was when the work was given, and whose party has not signed since.

        Nothing has to be written when an edition moves on: the assignment ends by itself.
        """
        signed = SignOff.objects.filter(
            edition=OuterRef("edition"), round=OuterRef("round"), party=OuterRef("party"), decision=Decision.SIGNED
        )
        return self.filter(~Exists(signed), state=F("edition__state"), round=F("edition__round"))


class Assignment(models.Model):
    """One task of one edition, given to one person: to write it, to translate one language, to sign for one party…

    It holds for the state and the round of review in which it was given. The record of who gave what to whom and took
    it back is in the events; a row here is only ever the newest word on a task.
    """

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="assignments")
    task = models.CharField(_("task"), max_length=10, choices=Task.choices)
    language = models.CharField(_("language"), max_length=7, blank=True, choices=settings.LANGUAGES)
    party = models.ForeignKey(
        Party, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("party")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments", verbose_name=_("person")
    )
    due_on = models.DateField(_("due on"), null=True, blank=True, validators=[check_day])
    reason = models.TextField(_("reason"), blank=True)
    state = models.CharField(max_length=20, choices=State.choices)
    round = models.PositiveIntegerField()
    assigned_at = models.DateTimeField(_("assigned at"))
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("assigned by")
    )

    objects = models.Manager.from_queryset(AssignmentQuerySet)()

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        ordering = [F("due_on").asc(nulls_last=True), "assigned_at", "id"]
        default_permissions = ()
        indexes = [models.Index(fields=["person", "state"], name="editorial_assignment_person")]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "task", "language", "party"],
                name="editorial_assignment_once",
                nulls_distinct=False,
            ),
            models.CheckConstraint(
                condition=(Q(task=Task.TRANSLATE) & ~Q(language="")) | (~Q(task=Task.TRANSLATE) & Q(language="")),
                name="editorial_assignment_language",
            ),
            models.CheckConstraint(
                condition=Q(task=Task.REVIEW, party__isnull=False) | (~Q(task=Task.REVIEW) & Q(party__isnull=True)),
                name="editorial_assignment_party",
            ),
            models.CheckConstraint(
                condition=Q(task=Task.WRITE, state__in=[State.DRAFT, State.CHANGES_REQUESTED])
                | Q(task=Task.TRANSLATE, state=State.DRAFT)
                | Q(task=Task.REVIEW, state=State.IN_REVIEW)
                | Q(task=Task.PUBLISH, state=State.APPROVED),
                name="editorial_assignment_task_of_state",
            ),
        ]
        triggers = [*review.assignment_guards(), dates_in_bounds("due_on")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_task_display()}"
