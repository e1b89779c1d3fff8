"""A government or body whose sign-off counts."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.text import LineField
from editorial.guards import staff


class Party(models.Model):
    """A government (or body) that publishes with the others; reviewers act for exactly one.

    It speaks for countries: a text that names one of them as acting, promising or signing binds it (see
    `editorial.workflow.bound_parties`).
    """

    code = models.SlugField(_("code"), max_length=20, unique=True, help_text=_("Short and lasting, such as CA."))
    name = LineField(_("name"), max_length=120)
    time_zone = models.CharField(_("time zone"), max_length=60, default="UTC", help_text=_("Such as America/Toronto."))
    speaks_for = ArrayField(
        models.CharField(max_length=2),
        verbose_name=_("speaks for"),
        default=list,
        blank=True,
        help_text=_(
            "The countries whose government it is: their codes of two letters (ISO 3166-1), separated by commas. A "
            "country has one party at most."
        ),
    )

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ["code"]
        triggers = [*staff.parties_on_record(), *staff.party_guards()]

    def __str__(self) -> str:
        return self.name or self.code
