"""A way for people without an account to read one text before it is public."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.lookups import Regex
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_instant
from editorial.guards import remarks
from editorial.guards.dates import dates_in_bounds


class PreviewLink(models.Model):
    """An expiring, revocable link to one snapshot of one edition, in some languages.

    Only the SHA-256 of its token (32 random bytes) is kept, in hexadecimal: whoever reads the database can open
    nothing. `once` is the form on which it was made, so that the same form sent again makes no second link.
    """

    edition = models.ForeignKey("editorial.Edition", on_delete=models.PROTECT, related_name="preview_links")
    digest = models.CharField(max_length=64)
    languages = ArrayField(models.CharField(max_length=7))
    token_hash = models.CharField(max_length=64, unique=True)
    once = models.UUIDField(unique=True)
    label = models.CharField(_("for whom"), max_length=120)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="preview_links_made")
    expires_at = models.DateTimeField(_("until"), validators=[check_instant])
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="preview_links_revoked"
    )
    opened_count = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("preview link")
        verbose_name_plural = _("preview links")
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=True, revoked_by__isnull=True)
                | Q(revoked_at__isnull=False, revoked_by__isnull=False),
                name="editorial_previewlink_revoked_at_by",
            ),
            models.CheckConstraint(condition=Q(expires_at__gt=F("made_at")), name="editorial_previewlink_lasts"),
            models.CheckConstraint(
                condition=Q(opened_count=0, opened_at__isnull=True) | Q(opened_count__gt=0, opened_at__isnull=False),
                name="editorial_previewlink_opened",
            ),
            models.CheckConstraint(
                condition=Regex(F("token_hash"), Value("^[0-9a-f]{64}$")), name="editorial_previewlink_token_hashed"
            ),
        ]
        triggers = [*remarks.link_guards(), dates_in_bounds("expires_at")]

    def __str__(self) -> str:
        return self.label


class GuestAgreement(models.Model):
    """Somebody who holds a preview link says that they agree with the text; a word, never a party's signature.

    `name` is what they typed; nobody vouches for it.
    """

    link = models.ForeignKey(PreviewLink, on_delete=models.PROTECT, related_name="agreements")
    digest = models.CharField(max_length=64)
    language = models.CharField(max_length=7)
    name = models.CharField(_("name"), max_length=120)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("agreement by preview link")
        verbose_name_plural = _("agreements by preview link")
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["link", "name"], name="editorial_guestagreement_once"),
            models.CheckConstraint(condition=~Q(name=""), name="editorial_guestagreement_named"),
        ]
        triggers = remarks.agreement_guards()

    def __str__(self) -> str:
        return self.name
