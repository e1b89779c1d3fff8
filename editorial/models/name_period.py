"""What a country, theme or organization is called, from when until when."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from editorial.guards import names
from editorial.guards.dates import dates_in_bounds
from editorial.models.reference_row import ReferenceRow


class NamePeriod(models.Model):
    """The names of a row in all languages during one period; periods of one row never overlap.

    `names` is by field and language: ``{"name": {"en": …, "fr": …, "es": …}, "acronym": {…}}``. The first period has no
    beginning. `rename` is the act by which it began; `then_see` names what to look at after its end, where it ended
    without a new name.
    """

    row = models.ForeignKey(ReferenceRow, on_delete=models.PROTECT, related_name="periods")
    names = models.JSONField()
    during = DateTimeRangeField(_("period"))
    rename = models.OneToOneField(
        "editorial.Rename", on_delete=models.PROTECT, null=True, blank=True, related_name="period"
    )
    then_see = models.ForeignKey(ReferenceRow, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("period of a name")
        verbose_name_plural = _("periods of names")
        ordering = ["row", "during"]
        default_permissions = ()
        constraints = [
            ExclusionConstraint(
                name="editorial_nameperiod_once",
                expressions=[
                    (Func(F("row_id"), F("row_id"), Value("[]"), function="int8range"), "&&"),
                    ("during", "&&"),
                ],
            ),
            models.CheckConstraint(
                condition=Q(during__isempty=False) & (Q(during__lower_inf=True) | Q(during__lower_inc=True)),
                name="editorial_nameperiod_sound",
            ),
            models.CheckConstraint(
                condition=Q(rename__isnull=False, during__lower_inf=False)
                | Q(rename__isnull=True, during__lower_inf=True),
                name="editorial_nameperiod_begins_by_a_rename",
            ),
        ]
        triggers = [*names.period_guards(), dates_in_bounds("during")]

    def __str__(self) -> str:
        return f"{self.row_id} {self.during}"
