"""What staff, and guests by a preview link, say to each other about a text: threads of remarks."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.guards import remarks
from editorial.models.document import Document
from editorial.models.preview_link import PreviewLink

#: Characters of one remark, and of the passage that it quotes.
MOST = 4000
MOST_QUOTED = 500
MOST_NAME = 120


class Remark(models.Model):
    """The head of a thread: what it is about, and whether it is settled. What was said is in its entries.

    A thread belongs to the document and stays in sight until it is resolved, whichever edition is being worked on;
    `edition` and `digest` name the text that it was opened on. `path` is that of `content.prose` ("title",
    "section/<key>/body"), that of a part ("section/<key>"), or empty for the whole edition; `place` is what the place
    was called then, by interface language, since a part can be gone tomorrow. `language` is empty for all languages.
    `quotation` is a passage of plain text, found again in the present text by its words.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="remarks")
    edition = models.ForeignKey("editorial.Edition", on_delete=models.PROTECT, related_name="remarks")
    digest = models.CharField(max_length=64)
    path = models.CharField(max_length=150, blank=True)
    place = models.JSONField(default=dict)
    language = models.CharField(_("language"), max_length=7, blank=True)
    quotation = models.TextField(_("passage"), blank=True)
    must_fix = models.BooleanField(_("must be fixed"), default=False)
    link = models.ForeignKey(PreviewLink, on_delete=models.PROTECT, null=True, related_name="remarks")
    opened_at = models.DateTimeField()
    opened_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="remarks_opened"
    )
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="remarks_resolved"
    )

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["id"]
        default_permissions = ()
        indexes = [
            models.Index(
                fields=["document", "must_fix"],
                condition=Q(resolved_at__isnull=True),
                name="editorial_remark_open",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="editorial_remark_resolved_at_by",
            ),
            models.CheckConstraint(
                condition=Q(opened_by__isnull=False, link__isnull=True)
                | Q(opened_by__isnull=True, link__isnull=False, must_fix=False),
                name="editorial_remark_of_staff_or_guest",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("quotation"), MOST_QUOTED), name="editorial_remark_quotation"
            ),
        ]
        triggers = remarks.thread_guards()

    def __str__(self) -> str:
        return f"{self.pk} {self.document_id} {self.path}"

    @property
    def is_open(self) -> bool:
        """Whether it is not settled yet."""
        return self.resolved_at is None


class EntryKind(models.TextChoices):
    """What an entry does to its thread."""

    SAID = "said", pgettext_lazy("remark", "Said")
    RESOLVED = "resolved", pgettext_lazy("remark", "Resolved")
    REOPENED = "reopened", pgettext_lazy("remark", "Reopened")


class RemarkEntry(models.Model):
    """One post of a thread: something said, or that it was resolved or reopened (then with words or without).

    Plain text. Nobody changes or deletes an entry. One by a guest has the name that they typed and the link that they
    held. `edition` is the one that was worked on at the time.
    """

    remark = models.ForeignKey(Remark, on_delete=models.PROTECT, related_name="entries")
    edition = models.ForeignKey("editorial.Edition", on_delete=models.PROTECT, related_name="remark_entries")
    kind = models.CharField(max_length=10, choices=EntryKind.choices, default=EntryKind.SAID)
    text = models.TextField(_("remark"), blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="remark_entries")
    guest_name = models.CharField(max_length=MOST_NAME, blank=True)
    link = models.ForeignKey(PreviewLink, on_delete=models.PROTECT, null=True, related_name="entries")

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["id"]
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False, link__isnull=True, guest_name="")
                | (Q(by__isnull=True, link__isnull=False, kind=EntryKind.SAID) & ~Q(guest_name="")),
                name="editorial_remarkentry_of_staff_or_guest",
            ),
            models.CheckConstraint(
                condition=~Q(kind=EntryKind.SAID) | ~Q(text=""), name="editorial_remarkentry_says_something"
            ),
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="editorial_remarkentry_kind"),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), MOST), name="editorial_remarkentry_length"
            ),
        ]
        triggers = remarks.entry_guards()

    def __str__(self) -> str:
        return f"{self.remark_id} {self.kind} {self.author}"

    @property
    def author(self) -> str:
        """Whose entry it is; see `is_guest`."""
        return str(self.by) if self.by is not None else self.guest_name

    @property
    def drawn_in(self) -> list[str]:
        """The usernames of those whom it mentions but does not name: they were chosen beside it."""
        names = (mention.person.username for mention in self.mentions.all())
        return [name for name in names if f"@{name.lower()}" not in self.text.lower()]

    @property
    def is_guest(self) -> bool:
        """Whether it came by a preview link, from somebody whom nobody vouches for."""
        return self.by_id is None


class Mention(models.Model):
    """Somebody whose attention an entry draws."""

    entry = models.ForeignKey(RemarkEntry, on_delete=models.PROTECT, related_name="mentions")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mentions")

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ["id"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["entry", "person"], name="editorial_mention_once")]
        triggers = remarks.mention_guards()

    def __str__(self) -> str:
        return f"{self.entry_id} @{self.person_id}"
