"""A reviewer's decision, and the rules that say whose decisions are needed."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from editorial.guards import clock, remarks, review, staff
from editorial.models.party import Party


class Decision(models.TextChoices):
    """What a reviewer may decide."""

    SIGNED = "signed", _("Signed off")
    CHANGES_REQUESTED = "changes_requested", _("Changes requested")


class SignOff(models.Model):
    """One reviewer's decision, for one party, on the exact content (digest) of one edition in one round of review.

    Each submission opens a new round; decisions of earlier rounds stay on record and no longer count.
    """

    edition = models.ForeignKey("editorial.Edition", on_delete=models.PROTECT, related_name="signoffs")
    round = models.PositiveIntegerField(_("round"))
    digest = models.CharField(max_length=64)
    party = models.ForeignKey(Party, on_delete=models.PROTECT, related_name="signoffs", verbose_name=_("party"))
    decision = models.CharField(_("decision"), max_length=20, choices=Decision.choices)
    remark = models.TextField(_("remark"), blank=True)
    at = models.DateTimeField(_("at"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="signoffs")

    class Meta:
        verbose_name = _("sign-off")
        verbose_name_plural = _("sign-offs")
        ordering = ["edition", "at"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "round", "party"],
                condition=Q(decision=Decision.SIGNED),
                name="editorial_signoff_once_per_party",
            ),
            models.UniqueConstraint(
                fields=["edition", "round", "by"],
                condition=Q(decision=Decision.SIGNED),
                name="editorial_signoff_once_per_person",
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.SIGNED) | ~Q(remark=""), name="editorial_signoff_changes_have_a_reason"
            ),
        ]
        triggers = [clock.happens_now("at"), *remarks.signing_guards(), *review.sign_off_guards()]

    def __str__(self) -> str:
        return f"{self.party}: {self.get_decision_display()}"


class SignOffRule(models.Model):
    """For a kind of content: a party that must sign, and in which stage (equal stage: in parallel).

    It asks for one party, for every party that the text binds (`every_bound_party`), or, with neither, for any one
    party. A kind without rules needs one sign-off of any party, and so does a text that binds nobody where rules ask
    for nothing else. A rule can be about one type within a kind (`kinds.signing_key`); it adds to those of the kind.
    """

    kind = models.CharField(_("kind"), max_length=40)
    party = models.ForeignKey(
        Party,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        verbose_name=_("party"),
        help_text=_("Empty: any one party."),
    )
    every_bound_party = models.BooleanField(
        _("every party that the text binds"),
        default=False,
        help_text=_("Whoever the text names as acting, promising or signing. Choose no party above then."),
    )
    stage = models.PositiveSmallIntegerField(_("stage"), default=1)

    class Meta:
        verbose_name = _("sign-off rule")
        verbose_name_plural = _("sign-off rules")
        ordering = ["kind", "stage", "party"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "party", "every_bound_party"], name="editorial_signoffrule_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=Q(party__isnull=True) | Q(every_bound_party=False),
                name="editorial_signoffrule_asks_one_thing",
            ),
            models.CheckConstraint(condition=Q(stage__gte=1), name="editorial_signoffrule_stage"),
        ]
        triggers = staff.rules_on_record()

    def __str__(self) -> str:
        return f"{self.kind} {self.stage}: {'**' if self.every_bound_party else self.party or '*'}"

    @property
    def asks_for(self) -> str:
        """Whose signature it asks for, in words."""
        if self.every_bound_party:
            return gettext("every party that the text binds")
        return str(self.party) if self.party else gettext("any party")
