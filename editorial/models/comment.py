"""What a visitor says under a page, for everybody to read once a moderator has approved it."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.guards import visitors
from editorial.models.document import Document
from editorial.models.problem import MOST_STORED


class CommentStatus(models.TextChoices):
    """What the moderators decided."""

    WAITING = "waiting", _("Waiting")
    APPROVED = "approved", pgettext_lazy("comment", "Approved")
    REFUSED = "refused", _("Refused")
    DELETED = "deleted", _("Deleted")


class Refusal(models.TextChoices):
    """Why a comment is not shown: the short list that moderators choose from."""

    OFF_TOPIC = "off_topic", _("It is not about this page")
    ABUSE = "abuse", _("It insults, threatens or discriminates")
    PERSONAL = "personal", _("It tells something personal about somebody")
    ADVERT = "advert", _("It advertises something")
    REPEATED = "repeated", _("It says the same as another comment")
    UNLAWFUL = "unlawful", _("It may break the law")
    REQUEST = "request", _("Its author asks for it")


class Comment(models.Model):
    """One comment in the language of the page under which it stands. Plain text; the name is the visitor's choice.

    Nothing in the row tells who wrote it but the name that was given. Moderators decide about the words, they never
    change them: the database lets a text be erased and nothing else. A deleted comment stays as a fact without words.
    """

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="comments", verbose_name=_("document")
    )
    edition = models.ForeignKey(
        "editorial.Edition", on_delete=models.PROTECT, related_name="comments", verbose_name=_("edition")
    )
    language = models.CharField(_("language"), max_length=7)
    name = models.CharField(_("name"), max_length=180, blank=True)
    text = models.TextField(_("text"), blank=True)
    written_on = models.DateField(_("written on"))
    status = models.CharField(_("state"), max_length=12, choices=CommentStatus.choices, default=CommentStatus.WAITING)
    version = models.PositiveIntegerField(default=1)
    reason = models.CharField(_("reason"), max_length=12, choices=Refusal.choices, blank=True)
    decided_at = models.DateTimeField(_("decided at"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("decided by")
    )
    erased_on = models.DateField(_("text erased on"), null=True)

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["-id"]
        default_permissions = ()
        permissions = [("moderate_comment", "Can decide which comments are shown")]
        indexes = [
            models.Index(
                fields=["document", "language", "-id"],
                condition=Q(status=CommentStatus.APPROVED),
                name="editorial_comment_shown",
            ),
            models.Index(fields=["status", "-id"], name="editorial_comment_desk"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=CommentStatus.values), name="editorial_comment_status"),
            models.CheckConstraint(condition=Q(reason__in=["", *Refusal.values]), name="editorial_comment_reason"),
            models.CheckConstraint(
                condition=Q(status__in=[CommentStatus.WAITING, CommentStatus.APPROVED], reason="")
                | (Q(status__in=[CommentStatus.REFUSED, CommentStatus.DELETED]) & ~Q(reason="")),
                name="editorial_comment_no_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(status=CommentStatus.WAITING, decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(status=CommentStatus.WAITING) & Q(decided_at__isnull=False, decided_by__isnull=False)),
                name="editorial_comment_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=(Q(erased_on__isnull=True) & ~Q(text="") & ~Q(status=CommentStatus.DELETED))
                | Q(
                    erased_on__isnull=False,
                    text="",
                    name="",
                    status__in=[CommentStatus.REFUSED, CommentStatus.DELETED],
                ),
                name="editorial_comment_erased",
            ),
            models.CheckConstraint(
                condition=LessThanOrEqual(Length("text"), MOST_STORED), name="editorial_comment_length"
            ),
        ]
        triggers = visitors.word_guards(
            "name", "language", "written_on", "document_id", "edition_id", erasable=("name",)
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.document_id} {self.language}"
