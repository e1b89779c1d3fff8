"""A meeting: when and where, who took part, what came of it."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.models.references import to_country, to_document, to_organization
from editorial.base.dates.bounds import check_day
from editorial.base.dates.safe import day_after
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_kind
from editorial.models import Document, Edition, Part
from editorial.richtext.field import RichTextField


def known_zone(name: str) -> None:
    """Raise ValidationError unless `name` is a zone of the IANA time zone database."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # no such key, or one that is no key at all
        raise ValidationError(
            _("There is no time zone “%(name)s”. Write one such as America/Mexico_City or Europe/Paris."),
            params={"name": name},
        ) from None


class Meeting(Edition):
    """A meeting of a mechanism or of its groups.

    Days and times are those of the clocks at `time_zone`, so that a change of daylight saving rules moves nothing; a
    meeting of which only the days are known has no times.
    """

    class Format(models.TextChoices):
        """How people came together."""

        IN_PERSON = "in_person", _("In person")
        VIRTUAL = "virtual", _("Virtual")
        HYBRID = "hybrid", _("Hybrid")

    # Named, because the default reverse name would clash with the field `meeting` of statements.
    edition_ptr = models.OneToOneField(
        Edition, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="as_meeting"
    )
    mechanism = to_document("mechanism", _("mechanism"))
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"), null=True, blank=True, help_text=_("17 for the seventeenth meeting.")
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True, validators=[check_day])
    starts_at = models.TimeField(_("start time"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True, validators=[check_day])
    ends_at = models.TimeField(_("ends at"), null=True, blank=True)
    time_zone = models.CharField(
        _("time zone"),
        max_length=60,
        blank=True,
        validators=[known_zone],
        help_text=_("Of the times above, by its IANA name, such as America/Mexico_City."),
    )
    host_country = to_country(_("host country"))
    city = LineField(_("city"), max_length=120, blank=True)
    format = models.CharField(_("format"), max_length=20, blank=True, choices=Format.choices)
    outcomes = RichTextField(_("outcomes"), blank=True)

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        triggers = [*kind_of_content(), dates_of_kind("starts_on", "ends_on")]
        indexes = [
            models.Index(fields=["starts_on"], name="cooperation_meeting_starts"),
            models.Index(fields=["format"], name="cooperation_meeting_format"),
        ]

    def begins(self) -> datetime | None:
        """The instant at which it begins, aware, in its own zone; midnight where only the day is known."""
        return _instant(self.starts_on, self.starts_at or time.min, self.time_zone)

    def ends(self) -> datetime | None:
        """The instant at which it ends, aware; where only the day is known, the midnight that ends that day."""
        day = self.ends_on or self.starts_on
        if day is not None and self.ends_at is None:
            return _instant(day_after(day), time.min, self.time_zone)
        return _instant(day, self.ends_at, self.time_zone)


def _instant(day: object, clock: object, zone: str) -> datetime | None:
    if day is None or clock is None:
        return None
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone or "UTC"))  # type: ignore[arg-type]  # columns


class MeetingSession(Part):
    """A part of a meeting: a plenary, or the sitting of a group."""

    class Type(models.TextChoices):
        """What sort of session it is."""

        PLENARY = "plenary", _("Plenary")
        GROUP = "group", _("Group session")
        BILATERAL = "bilateral", _("Bilateral talks")
        SIDE_EVENT = "side_event", _("Side event")

    type = models.CharField(_("type"), max_length=20, choices=Type.choices, default=Type.PLENARY)
    title = LineField(_("title"), max_length=200, blank=True)
    group = to_document("working_group", _("working group"))

    class Meta(Part.Meta):
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        return self.title or super().__str__()


class Participant(Part):
    """Who took part: an organization or a delegation, and how many people."""

    organization = to_organization()
    delegation = LineField(
        _("delegation"), max_length=200, blank=True, help_text=_("Where it is no organization of the list.")
    )
    number = models.PositiveIntegerField(_("number of people"), null=True, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("participant")
        verbose_name_plural = _("participants")

    def __str__(self) -> str:
        return self.delegation or super().__str__()


class RelatedDocument(Part):
    """Another document that belongs with this one."""

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="+", verbose_name=_("document"))

    class Meta(Part.Meta):
        verbose_name = _("related document")
        verbose_name_plural = _("related documents")
        constraints = [
            *Part.Meta.constraints,
            models.UniqueConstraint(fields=["edition", "document"], name="cooperation_relateddocument_once"),
        ]
