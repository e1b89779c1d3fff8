"""A fact that ages."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_day
from editorial.base.text import LineField
from editorial.guards.dates import dates_of_part
from editorial.models.part import Part


class Figure(Part):
    """A fact that ages: a number or a dated statement, with the day it was true and the day until which it holds."""

    label = LineField(_("label"), max_length=200, help_text=_("What is counted or stated, such as “Projects”."))
    value = models.DecimalField(_("value"), max_digits=18, decimal_places=4, null=True, blank=True)
    wording = LineField(
        _("wording"),
        max_length=120,
        blank=True,
        help_text=_("Instead of a value where it is not a bare number, such as “more than 20%”."),
    )
    unit = LineField(_("unit"), max_length=60, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True, validators=[check_day])
    valid_until = models.DateField(_("valid until"), null=True, blank=True, validators=[check_day])
    source = LineField(
        _("source"), max_length=300, blank=True, help_text=_("Where this comes from. Shown to the public.")
    )

    class Meta(Part.Meta):
        verbose_name = _("figure")
        verbose_name_plural = _("figures")
        triggers = [*Part.Meta.triggers, dates_of_part("as_of", "valid_until")]
        indexes = [
            models.Index(
                fields=["valid_until"],
                condition=models.Q(valid_until__isnull=False),
                name="editorial_figure_valid_until",
            )
        ]

    def __str__(self) -> str:
        return self.label or super().__str__()
