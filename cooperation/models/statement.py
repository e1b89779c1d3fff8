"""What the parties say to the public: releases, joint statements, speeches, backgrounders."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cooperation.models.references import to_country, to_document, to_organization
from editorial.base.dates.bounds import check_day, check_instant
from editorial.base.text import LineField
from editorial.guards.common import kind_of_content
from editorial.guards.dates import dates_of_kind
from editorial.models import Edition, Part


class Statement(Edition):
    """A text with a dateline, and a moment before which it may not go public where one is agreed."""

    class Type(models.TextChoices):
        """What sort of text it is."""

        RELEASE = "release", _("News release")
        JOINT_STATEMENT = "joint_statement", _("Joint statement")
        SPEECH = "speech", _("Speech")
        BACKGROUNDER = "backgrounder", _("Backgrounder")

    type = models.CharField(_("type"), max_length=20, blank=True, choices=Type.choices)
    place = LineField(
        _("place"), max_length=120, blank=True, help_text=_("The place in the dateline, such as “Ottawa”.")
    )
    dated_on = models.DateField(
        _("date"), null=True, blank=True, validators=[check_day], help_text=_("The date in the dateline.")
    )
    source = LineField(_("source"), max_length=200, blank=True, help_text=_("Who issued it."))
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    meeting = to_document("meeting", _("meeting"))
    embargo_until = models.DateTimeField(
        _("embargo"),
        null=True,
        blank=True,
        validators=[check_instant],
        help_text=_("The moment before which it may not go public."),
    )

    class Meta:
        verbose_name = _("statement")
        verbose_name_plural = _("statements")
        triggers = [*kind_of_content(), dates_of_kind("dated_on", "embargo_until")]
        indexes = [models.Index(fields=["dated_on"], name="cooperation_statement_dated")]


class Signatory(Part):
    """Who stands behind a statement: a government or an organization, and the office that signs for it."""

    country = to_country()
    organization = to_organization()
    name = LineField(_("name"), max_length=120, blank=True, help_text=_("Of a person; only where it is public."))
    title = LineField(
        pgettext_lazy("of a person", "title"), max_length=200, blank=True, help_text=_("The office held.")
    )

    class Meta(Part.Meta):
        verbose_name = _("signatory")
        verbose_name_plural = _("signatories")

    def __str__(self) -> str:
        return self.name or self.title or super().__str__()


class Contact(Part):
    """A public desk that answers questions; never a person's own address."""

    desk = LineField(_("desk"), max_length=200, help_text=_("Such as “Media Relations Office”."))
    organization = to_organization()
    email = models.EmailField(_("e-mail address"), blank=True, help_text=_("Of the desk, not of a person."))
    phone = LineField(_("telephone"), max_length=40, blank=True)

    class Meta(Part.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.desk or super().__str__()


class Quote(Part):
    """Words of somebody, as they may be quoted."""

    speaker = LineField(_("speaker"), max_length=120, blank=True)
    title = LineField(
        pgettext_lazy("of a person", "title"), max_length=200, blank=True, help_text=_("The office held.")
    )
    text = LineField(_("words"), max_length=2000)

    class Meta(Part.Meta):
        verbose_name = _("quote")
        verbose_name_plural = _("quotes")

    def __str__(self) -> str:
        return self.speaker or super().__str__()
