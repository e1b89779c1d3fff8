"""What people are told, how they want to be told it, and what they watch."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.models.document import Document


class NoticeType(models.TextChoices):
    """What a notice is about; each person says for each sort how they want to be told."""

    TO_REVIEW = "to_review", _("A text waits for my signature")
    CHANGES_REQUESTED = "changes_requested", _("Changes were requested")
    SIGNED = "signed", _("A text of mine was signed or approved")
    TO_PUBLISH = "to_publish", _("A text is approved and can be published")
    TO_CONFIRM = "to_confirm", _("An urgent publication or a withdrawal waits for confirmation")
    TO_TRANSLATE = "to_translate", _("A source text changed and a translation is outdated")
    ASSIGNED = "assigned", _("Work was given to me")
    MENTIONED = "mentioned", _("Somebody mentioned me in a remark")
    REMARK = "remark", _("Somebody made or answered a remark on a text of mine")
    RELEASE = "release", _("A release that I have a part in moved on")
    PUBLISHED = "published", _("A text was published, urgently or as usual")
    SCHEDULED = "scheduled", _("A publication was scheduled or unscheduled")
    WITHDRAWN = "withdrawn", _("A text was withdrawn or discarded")
    REMINDER = "reminder", _("Reminders of work that is due")
    REVIEW_BY = "review_by", _("A page of mine is to be read again")
    HANDED_OVER = "handed_over", _("Work was handed over to me")
    ROLES = "roles", _("Roles were changed")
    JOB_FAILED = "job_failed", _("Work in the background failed")


class Cadence(models.TextChoices):
    """How somebody wants to be told."""

    AT_ONCE = "at_once", _("By e-mail at once")
    DAILY = "daily", _("By e-mail once a day")
    HERE = "here", _("Only here")
    OFF = "off", _("Not at all")


class Notice(models.Model):
    """One person is told one thing, once: what happened, to which edition, by whom.

    `cause` names what it comes from, such as "event/123", so that nobody is told the same twice however often it is
    asked for. `mail` is the e-mail that is (or was) due, none when empty; `mailed_at` says that it went out. `detail`
    holds what the words are made of when it is read, in the reader's language (see `editorial.notices`).
    """

    class Mail(models.TextChoices):
        """How a notice is sent, decided when it was made; a later change of mind is written through."""

        AT_ONCE = Cadence.AT_ONCE.value, Cadence.AT_ONCE.label
        DAILY = Cadence.DAILY.value, Cadence.DAILY.label

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices", verbose_name=_("person")
    )
    sort = models.CharField(_("sort"), max_length=20, choices=NoticeType.choices)
    cause = models.CharField(max_length=80)
    edition = models.ForeignKey("editorial.Edition", on_delete=models.CASCADE, null=True, related_name="notices")
    document = models.ForeignKey(Document, on_delete=models.PROTECT, null=True, related_name="notices")
    event = models.ForeignKey("editorial.Event", on_delete=models.PROTECT, null=True, related_name="notices")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="notices_caused")
    detail = models.JSONField(default=dict)
    at = models.DateTimeField(_("at"))
    mail = models.CharField(max_length=10, choices=Mail.choices, blank=True)
    seen_at = models.DateTimeField(_("read at"), null=True)
    mailed_at = models.DateTimeField(_("mailed at"), null=True)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        ordering = ["-id"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["person", "sort", "cause"], name="editorial_notice_once"),
            models.CheckConstraint(condition=~Q(cause=""), name="editorial_notice_has_a_cause"),
            models.CheckConstraint(
                condition=Q(mailed_at__isnull=True) | ~Q(mail=""), name="editorial_notice_mailed_as_wished"
            ),
        ]
        indexes = [
            models.Index(fields=["person"], condition=Q(seen_at__isnull=True), name="editorial_notice_unread"),
            models.Index(fields=["person", "-id"], name="editorial_notice_of_person"),
            models.Index(fields=["cause"], condition=Q(mailed_at__isnull=True), name="editorial_notice_to_mail"),
            models.Index(
                fields=["at"],
                condition=Q(mail=Cadence.DAILY, mailed_at__isnull=True, seen_at__isnull=True),
                name="editorial_notice_digest",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sort} → {self.person_id}"


class NoticePreference(models.Model):
    """How one person wants to be told of one sort; without a row, the sort's default holds."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_preferences")
    sort = models.CharField(_("sort"), max_length=20, choices=NoticeType.choices)
    cadence = models.CharField(_("how"), max_length=10, choices=Cadence.choices)

    class Meta:
        verbose_name = pgettext_lazy("notices", "preference")
        verbose_name_plural = pgettext_lazy("notices", "preferences")
        ordering = ["person", "sort"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["person", "sort"], name="editorial_noticepreference_once")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.sort}: {self.cadence}"


class Watch(models.Model):
    """Somebody wants to be told what becomes of a document."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="watches")
    document = models.ForeignKey(Document, on_delete=models.CASCADE, related_name="watches")
    since = models.DateTimeField(_("since"))

    class Meta:
        verbose_name = _("watched document")
        verbose_name_plural = _("watched documents")
        ordering = ["person", "document"]
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["document", "person"], name="editorial_watch_once")]

    def __str__(self) -> str:
        return f"{self.person_id} ◉ {self.document_id}"
