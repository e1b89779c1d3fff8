"""A lasting frame of cooperation, such as a partnership."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.guards import kind_of_content
from editorial.models import Edition
from editorial.text import LineField


class Mechanism(Edition):
    """A partnership, dialogue or forum under which groups work and reports appear."""

    # Named, because the default reverse name would clash with the field `mechanism` of other kinds.
    edition_ptr = models.OneToOneField(
        Edition, on_delete=models.CASCADE, parent_link=True, primary_key=True, related_name="as_mechanism"
    )
    acronym = LineField(_("acronym"), max_length=30, blank=True)
    launched = LineField(
        _("launched"), max_length=60, blank=True, help_text=_("As precisely as it is known, such as “October 2004”.")
    )
    launched_on = models.DateField(
        _("launched on"), null=True, blank=True, help_text=_("Where the exact day is known.")
    )

    class Meta:
        verbose_name = _("mechanism")
        verbose_name_plural = _("mechanisms")
        triggers = kind_of_content()
