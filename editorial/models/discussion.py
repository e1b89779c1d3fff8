"""Whether visitors may comment on a document."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_instant
from editorial.guards.dates import dates_in_bounds
from editorial.models.document import Document


class Discussion(models.Model):
    """The switch of one document's comments. Without a row, as is usual, nobody may comment and nothing is shown.

    It is no content of an edition: it is neither signed nor translated, and takes effect at once. New comments are
    taken before `closes_at`; approved ones are shown for as long as it is on.
    """

    document = models.OneToOneField(
        Document, on_delete=models.PROTECT, related_name="discussion", verbose_name=_("document")
    )
    #: What staff call the page; set where its title has been read.
    label = ""

    is_on = models.BooleanField(
        _("comments are shown"),
        default=True,
        help_text=_("Off: the page shows no comments and takes none. Nothing is lost: on again, they are back."),
    )
    closes_at = models.DateTimeField(_("closes at"), validators=[check_instant])
    changed_at = models.DateTimeField(_("last change"), editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("by")
    )

    class Meta:
        verbose_name = _("page with comments")
        verbose_name_plural = _("pages with comments")
        ordering = ["-closes_at", "id"]
        default_permissions = ()
        triggers = [dates_in_bounds("closes_at")]
        permissions = [("open_discussion", "Can let visitors comment on a page")]

    def __str__(self) -> str:
        return self.label or f"{self.document_id} {self.closes_at:%Y-%m-%d}"
