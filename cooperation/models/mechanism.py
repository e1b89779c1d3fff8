"""A lasting frame of cooperation, such as a partnership."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.models.references import to_country, to_organization
from editorial.base.dates.partial import PartialDateField
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_kind
from editorial.models import Edition, Part


class Mechanism(Edition):
    """A partnership, dialogue or forum under which groups work, meetings are held and reports appear."""

    class Type(models.TextChoices):
        """What sort of frame it is."""

        PARTNERSHIP = "partnership", _("Partnership")
        DIALOGUE = "dialogue", _("Dialogue")
        FORUM = "forum", _("Forum")
        INITIATIVE = "initiative", _("Initiative")
        TREATY_BODY = "treaty_body", _("Treaty body")

    class Level(models.TextChoices):
        """How many governments take part."""

        BILATERAL = "bilateral", _("Bilateral")
        TRILATERAL = "trilateral", _("Trilateral")
        MULTILATERAL = "multilateral", _("Multilateral")

    class Status(models.TextChoices):
        """Whether it is at work."""

        ACTIVE = "active", _("Active")
        DORMANT = "dormant", _("Dormant")
        ENDED = "ended", _("Ended")

    # Named, because the default reverse name would clash with the field `mechanism` of other kinds.
    edition_ptr = models.OneToOneField(
        Edition, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="as_mechanism"
    )
    type = models.CharField(_("type"), max_length=20, blank=True, choices=Type.choices)
    level = models.CharField(_("level"), max_length=20, blank=True, choices=Level.choices)
    acronym = LineField(_("acronym"), max_length=30, blank=True)
    launched_on = PartialDateField(_("launched on"))
    launched = LineField(
        _("launched, in words"),
        max_length=60,
        blank=True,
        help_text=_("Only where no date says it, such as “in the autumn of 2004”."),
    )
    launched_at = LineField(_("place of launch"), max_length=120, blank=True, help_text=_("The place."))
    cadence = LineField(_("cadence"), max_length=120, blank=True, help_text=_("How often it meets."))
    hosting = LineField(
        _("who hosts"), max_length=200, blank=True, help_text=_("Such as “Canada and Mexico by turns”.")
    )
    status = models.CharField(_("status"), max_length=20, blank=True, choices=Status.choices)
    relaunched_on = PartialDateField(_("relaunched on"))

    class Meta:
        verbose_name = _("mechanism")
        verbose_name_plural = _("mechanisms")
        triggers = [*kind_of_content(), dates_of_kind("launched_on", "relaunched_on")]
        indexes = [models.Index(fields=["level", "status"], name="cooperation_mechanism_level")]


class MechanismParty(Part):
    """A country whose government is a party to a mechanism."""

    country = to_country(required=True)

    class Meta(Part.Meta):
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "country"], name="cooperation_mechanismparty_once"),
        ]

    def __str__(self) -> str:
        return str(self.country)


class CoordinatingBody(Part):
    """An organization that keeps a mechanism running."""

    organization = to_organization(required=True)
    role = LineField(
        pgettext_lazy("in a group or programme", "role"),
        max_length=120,
        blank=True,
        help_text=_("Such as “secretariat”."),
    )

    class Meta(Part.Meta):
        verbose_name = _("coordinating body")
        verbose_name_plural = _("coordinating bodies")

    def __str__(self) -> str:
        return str(self.organization)
