"""Links of content, and what was found at the addresses outside."""

import hashlib
from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

#: An address that failed so often in a row is called broken, unless its server says outright that nothing is there.
FAILS_TO_BE_BROKEN = 2


class LinkOutcome(models.TextChoices):
    """What was found at an address outside."""

    UNSEEN = "unseen", _("Not looked at yet")
    FOUND = "found", _("Found")
    MISSING = "missing", _("The server says that nothing is there")
    FAILED = "failed", _("No answer, or an error")
    UNSURE = "unsure", _("The server does not let programs look")
    REFUSED = "refused", _("An address that a server must not be asked for")


class LinkCheck(models.Model):
    """An address outside this site, and what was found there when it was last looked at.

    `status` is the HTTP status (RFC 9110) of the last answer, null without one; `fails` counts the failures in a row,
    the first of which was at `failing_since`. `url_hash` is the SHA-256 of the address, since addresses can be long.
    """

    url_hash = models.CharField(max_length=64, unique=True)
    url = models.TextField(_("address"))
    host = models.CharField(max_length=255)
    outcome = models.CharField(_("found"), max_length=10, choices=LinkOutcome.choices, default=LinkOutcome.UNSEEN)
    status = models.PositiveSmallIntegerField(_("HTTP status"), null=True)
    checked_at = models.DateTimeField(_("looked at"), null=True)
    fails = models.PositiveIntegerField(_("failures in a row"), default=0)
    failing_since = models.DateTimeField(_("failing since"), null=True)

    class Meta:
        verbose_name = _("address outside")
        verbose_name_plural = _("addresses outside")
        ordering = ["id"]
        default_permissions = ()
        indexes = [models.Index(fields=["checked_at"], name="editorial_linkcheck_due")]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=LinkOutcome.values), name="editorial_linkcheck_outcome"),
            models.CheckConstraint(
                condition=Q(outcome=LinkOutcome.UNSEEN, checked_at__isnull=True)
                | (~Q(outcome=LinkOutcome.UNSEEN) & Q(checked_at__isnull=False)),
                name="editorial_linkcheck_seen",
            ),
            models.CheckConstraint(
                condition=Q(fails=0, failing_since__isnull=True) | Q(fails__gt=0, failing_since__isnull=False),
                name="editorial_linkcheck_failing",
            ),
        ]

    def __str__(self) -> str:
        return self.url

    @staticmethod
    def hash_of(url: str) -> str:
        """SHA-256 of an address, in hexadecimal."""
        return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()

    @property
    def is_broken(self) -> bool:
        """Whether readers who follow it find nothing: a single failure may be the server's bad day."""
        return self.outcome in (LinkOutcome.MISSING, LinkOutcome.REFUSED) or (
            self.outcome == LinkOutcome.FAILED and self.fails >= FAILS_TO_BE_BROKEN
        )

    def note(self, outcome: LinkOutcome, status: int | None, *, now: datetime) -> None:
        """Take down what was found at `now`."""
        failed = outcome in (LinkOutcome.MISSING, LinkOutcome.FAILED, LinkOutcome.REFUSED)
        self.outcome, self.status, self.checked_at = outcome, status, now
        self.fails = self.fails + 1 if failed else 0
        self.failing_since = (self.failing_since or now) if failed else None


class LinkUse(models.Model):
    """A link in the content of an edition: `path` and `language` say where (see `content.prose`), `text` is what it
    says.

    One that leads outside names its row in `outside`; one to a document of this site names that document's address by
    `target_language` and `target_path`. Made from content by jobs (`editorial.checks.links`), and of no weight of its
    own.
    """

    edition = models.ForeignKey("editorial.Edition", on_delete=models.CASCADE, related_name="links")
    path = models.CharField(max_length=120)
    language = models.CharField(max_length=7, blank=True)
    url = models.TextField(_("address"))
    text = models.CharField(max_length=200, blank=True)
    outside = models.ForeignKey(LinkCheck, on_delete=models.CASCADE, null=True, related_name="uses")
    target_language = models.CharField(max_length=7, blank=True)
    target_path = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("broken links")  # what the desk lists of them
        ordering = ["id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["target_language", "target_path"], name="editorial_linkuse_target"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(outside__isnull=False, target_path="") | (Q(outside__isnull=True) & ~Q(target_path="")),
                name="editorial_linkuse_one_target",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id} → {self.url}"
