"""A programme: who carries it out, with whom, when, and its projects."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.models.references import to_country, to_document, to_organization
from editorial.base.dates import partial
from editorial.base.dates.partial import PartialDateField
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_kind, dates_of_part
from editorial.models import Edition, Part
from editorial.richtext.field import RichTextField


class Programme(Edition):
    """Work with a budget and a period, often under another programme. Its status follows from its period."""

    class Status(models.TextChoices):
        """How a programme stands on a day."""

        PLANNED = "planned", _("Planned")
        RUNNING = "running", _("Running")
        ENDED = "ended", _("Ended")

    acronym = LineField(_("acronym"), max_length=30, blank=True)
    starts_on = PartialDateField(_("starts"))
    ends_on = PartialDateField(_("ends"))
    parent = to_document("programme", _("parent programme"))

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        triggers = [*kind_of_content(), dates_of_kind("starts_on", "ends_on")]
        indexes = [models.Index(fields=["starts_on", "ends_on"], name="cooperation_programme_period")]


def status(starts_on: str | None, ends_on: str | None, today: date) -> Programme.Status | None:
    """How a programme of this period stands on a day; none where neither end is known.

    A period known to the month or the year begins with its first day and ends with its last.
    """
    if starts_on and partial.earliest(starts_on) > today:
        return Programme.Status.PLANNED
    if ends_on and partial.latest(ends_on) < today:
        return Programme.Status.ENDED
    return Programme.Status.RUNNING if starts_on or ends_on else None


class ProgrammePartner(Part):
    """An organization that carries out a programme, pays for it or takes part in it."""

    class Role(models.TextChoices):
        """What the organization does."""

        IMPLEMENTER = "implementer", _("Implementer")
        PARTNER = "partner", _("Partner")
        FUNDER = "funder", _("Funder")

    role = models.CharField(
        pgettext_lazy("in a group or programme", "role"), max_length=20, choices=Role.choices, default=Role.PARTNER
    )
    organization = to_organization(required=True)

    class Meta(Part.Meta):
        verbose_name = _("partner")
        verbose_name_plural = _("implementers and partners")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "role", "organization"], name="cooperation_partner_once"),
        ]

    def __str__(self) -> str:
        return str(self.organization)


class Project(Part):
    """An initiative or project of a programme."""

    title = LineField(_("title"), max_length=200)
    description = RichTextField(_("description"), blank=True)
    country = to_country()
    since = PartialDateField(_("from"))
    until = PartialDateField(_("until"))

    class Meta(Part.Meta):
        verbose_name = _("project")
        verbose_name_plural = _("initiatives and projects")
        triggers = [*Part.Meta.triggers, dates_of_part("since", "until")]

    def __str__(self) -> str:
        return self.title or super().__str__()
