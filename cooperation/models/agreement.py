"""An agreement: its parties and the history of its status."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.models.references import to_document, to_organization
from editorial.base.dates import partial
from editorial.base.dates.partial import PartialDateField
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_part
from editorial.models import Edition, Part


class Agreement(Edition):
    """A text that parties agreed on. Where it stands at a moment follows from the steps of its status."""

    class Type(models.TextChoices):
        """What sort of text it is."""

        MOU = "mou", _("Memorandum of understanding")
        DECLARATION = "declaration", _("Declaration")
        ARRANGEMENT = "arrangement", _("Arrangement")
        TREATY = "treaty", _("Treaty")

    type = models.CharField(_("type"), max_length=20, blank=True, choices=Type.choices)
    binding = models.BooleanField(_("legally binding"), null=True, blank=True)
    mechanism = to_document("mechanism", _("mechanism"))
    supersedes = to_document("agreement", _("supersedes"))

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        triggers = kind_of_content()


class AgreementParty(Part):
    """An agency that is a party to an agreement."""

    organization = to_organization(required=True)
    signed_by = LineField(
        _("signed by"),
        max_length=200,
        blank=True,
        help_text=_("The office that signed, with its article, such as “the Minister”."),
    )

    class Meta(Part.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "organization"], name="cooperation_agreementparty_once"),
        ]

    def __str__(self) -> str:
        return str(self.organization)


class StatusStep(Part):
    """A step on the way of an agreement: when it is (or was) expected, and when it was taken."""

    class Status(models.TextChoices):
        """Where an agreement stands once the step is taken."""

        NEGOTIATING = "negotiating", _("Under negotiation")
        SIGNED = "signed", _("Signed")
        IN_FORCE = "in_force", _("In force")
        AMENDED = "amended", _("Amended")
        ENDED = "ended", _("Ended")

    status = models.CharField(_("status"), max_length=20, choices=Status.choices)
    expected_on = PartialDateField(_("expected on"))
    actual_on = PartialDateField(_("actual date"))
    note = LineField(_("note"), max_length=300, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("status step")
        verbose_name_plural = _("status history")
        triggers = [*Part.Meta.triggers, dates_of_part("expected_on", "actual_on")]
        indexes = [models.Index(fields=["edition", "actual_on"], name="cooperation_statusstep_actual")]

    def __str__(self) -> str:
        return str(self.get_status_display())


@dataclass(frozen=True)
class Standing:
    """Where an agreement stands on a day: the step taken last, and the steps that are overdue (rows of content)."""

    step: Mapping[str, Any] | None
    overdue: tuple[Mapping[str, Any], ...]

    @property
    def status(self) -> str:
        """The status of the step taken last; empty before the first."""
        return self.step["status"] if self.step else ""


def standing(steps: Iterable[Mapping[str, Any]], today: date) -> Standing:
    """Where an agreement with these steps stands on a day.

    The step with the latest actual date by that day counts, of equal dates the last in order. A step is overdue when
    the last day that its expected date may mean has passed and it has not been taken.

    :param steps: `statusstep` rows of content, in their order.
    """
    rows = list(steps)
    taken = [row for row in rows if row["actual_on"] and partial.earliest(row["actual_on"]) <= today]
    last = max(enumerate(taken), key=lambda pair: (pair[1]["actual_on"], pair[0]), default=(0, None))[1]
    return Standing(last, tuple(row for row in rows if is_overdue(row, today)))


def is_overdue(step: Mapping[str, Any], today: date) -> bool:
    """Whether a step should have been taken by `today`, by its expected date, and was not."""
    taken = step["actual_on"] and partial.earliest(step["actual_on"]) <= today
    return bool(step["expected_on"]) and not taken and partial.latest(step["expected_on"]) < today
