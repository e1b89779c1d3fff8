"""What a body was called earlier, or is called elsewhere."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_year
from editorial.base.text import LineField
from editorial.guards.dates import dates_of_part
from editorial.models import Part


class OtherName(Part):
    """A name under which people may look for this: an earlier one, an abbreviation, the name in another country.

    It is content like the rest, so that the page shows it and search finds it.
    """

    name = LineField(_("name"), max_length=200)
    note = LineField(
        _("note"), max_length=200, blank=True, help_text=_("Where or why it is called so, such as “in Mexico”.")
    )
    from_year = models.PositiveSmallIntegerField(_("from year"), null=True, blank=True, validators=[check_year])
    to_year = models.PositiveSmallIntegerField(_("to year"), null=True, blank=True, validators=[check_year])

    class Meta(Part.Meta):
        verbose_name = _("other name")
        verbose_name_plural = _("other names")
        triggers = [*Part.Meta.triggers, dates_of_part("from_year", "to_year")]

    def __str__(self) -> str:
        return self.name or super().__str__()
