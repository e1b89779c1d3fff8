"""A working group of a mechanism, and its members."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.models.references import to_country, to_document, to_organization
from editorial.base.dates.bounds import check_year
from editorial.base.dates.partial import PartialDateField
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_kind, dates_of_part
from editorial.models import Edition, Part
from editorial.richtext.field import RichTextField


class WorkingGroup(Edition):
    """A group that meets under a mechanism, what it is to do, and the years in which it was active."""

    mechanism = to_document("mechanism", _("mechanism"))
    active_from = models.PositiveSmallIntegerField(
        _("active from"), null=True, blank=True, validators=[check_year], help_text=_("A year.")
    )
    active_to = models.PositiveSmallIntegerField(
        _("active to"), null=True, blank=True, validators=[check_year], help_text=_("A year.")
    )
    predecessor = to_document("working_group", _("predecessor"))
    mandate = RichTextField(_("mandate"), blank=True)

    class Meta:
        verbose_name = _("working group")
        verbose_name_plural = _("working groups")
        triggers = [*kind_of_content(), dates_of_kind("active_from", "active_to")]
        indexes = [models.Index(fields=["active_from", "active_to"], name="cooperation_workinggroup_years")]


class Member(Part):
    """A seat in a working group: the office that holds it, and the person only where that is public."""

    class Role(models.TextChoices):
        """What the seat is for."""

        CO_CHAIR = "co_chair", _("Co-chair")
        CHAIR = "chair", _("Chair")
        MEMBER = "member", _("Member")
        SECRETARY = "secretary", _("Secretary")
        OBSERVER = "observer", _("Observer")

    class Sector(models.TextChoices):
        """Whom the member comes from."""

        PUBLIC = "public", _("Public sector")
        PRIVATE = "private", _("Private sector")
        ACADEMIC = "academic", _("Academia")

    class Level(models.TextChoices):
        """Of a public member: the level of government."""

        FEDERAL = "federal", _("Federal")
        PROVINCIAL = "provincial", _("Provincial")
        STATE = "state", pgettext_lazy("level of government", "State")
        MUNICIPAL = "municipal", _("Municipal")

    role = models.CharField(
        pgettext_lazy("in a group or programme", "role"), max_length=20, choices=Role.choices, default=Role.MEMBER
    )
    name = LineField(_("name"), max_length=120, blank=True, help_text=_("Of a person; only where it is public."))
    title = LineField(
        pgettext_lazy("of a person", "title"), max_length=200, blank=True, help_text=_("The office held.")
    )
    organization = to_organization()
    country = to_country()
    sector = models.CharField(_("sector"), max_length=20, blank=True, choices=Sector.choices)
    level = models.CharField(_("level of government"), max_length=20, blank=True, choices=Level.choices)
    since = PartialDateField(_("from"))
    until = PartialDateField(_("until"))

    class Meta(Part.Meta):
        verbose_name = _("member")
        verbose_name_plural = _("members")
        triggers = [*Part.Meta.triggers, dates_of_part("since", "until")]
        indexes = [models.Index(fields=["sector"], name="cooperation_member_sector")]

    def __str__(self) -> str:
        return self.name or self.title or super().__str__()
