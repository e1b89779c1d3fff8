"""One numbered version of a document, in all languages at once."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, DateTimeRangeField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Lower
from django.db.models.lookups import Exact
from django.utils.translation import gettext_lazy as _

from editorial.base import languages
from editorial.base.sort_keys import Folded, Words
from editorial.base.text import LineField
from editorial.guards import clock, editions, releases, search
from editorial.guards.dates import dates_in_bounds
from editorial.models.document import Document
from editorial.models.querysets import Begins, EditionManager
from editorial.states import OPEN, Standing, State


def _person(related_name: str, *, required: bool = False) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=not required,
        blank=not required,
        editable=False,
        related_name=related_name,
    )


def _moment(*, required: bool = False) -> Any:
    return models.DateTimeField(null=not required, blank=not required, editable=False)


def _at_with_by(what: str) -> models.CheckConstraint:
    at, by = f"{what}_at", f"{what}_by"
    return models.CheckConstraint(
        condition=Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
        | Q(**{f"{at}__isnull": False, f"{by}__isnull": False}),
        name=f"editorial_edition_{what}_at_by",
    )


def _moved_by(what: str, states: tuple[State, ...]) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=~Q(state__in=states) | Q(**{f"{what}_by__isnull": False}),
        name=f"editorial_edition_{what}_by_somebody",
    )


class Edition(models.Model):
    """The concrete parent of every kind of content; a kind is a multi-table child with its own fields and parts.

    What it says (`title` … `all_must_sign`, the child's fields, the parts) is content: it enters the digest and
    changes only in a draft. The rest tells of its way through review and time. States move in
    `editorial.workflow.transitions` only.
    """

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="editions", editable=False)
    number = models.PositiveIntegerField(_("edition"), editable=False)

    title = LineField(_("title"), max_length=200, blank=True)
    slug = models.SlugField(
        _("slug"), max_length=100, blank=True, db_index=False, help_text=_("The last part of the public address.")
    )
    summary = LineField(
        _("summary"), max_length=500, blank=True, help_text=_("One or two sentences for lists and search.")
    )
    change_note = LineField(
        _("change note"), max_length=500, blank=True, help_text=_("What changed, for the public change history.")
    )
    minor = models.BooleanField(
        _("minor change"), default=False, help_text=_("A correction that leaves the date modified as it was.")
    )
    source_language = models.CharField(
        _("source language"),
        max_length=7,
        choices=settings.LANGUAGES,
        help_text=_("The language in which this edition is written; the others are translated from it."),
    )
    excepted_languages = ArrayField(
        models.CharField(max_length=7),
        default=list,
        blank=True,
        editable=False,
        verbose_name=_("languages to follow"),
    )

    #: The words shown for what it refers to, whom its text binds, and whether all of them have to sign: content that
    #: nobody types (see `editorial.content.canonical`).
    names = models.JSONField(default=dict, editable=False)
    bound_parties = models.JSONField(default=dict, editable=False)
    all_must_sign = models.BooleanField(default=False, editable=False)

    digest = models.CharField(max_length=64, blank=True, editable=False)
    #: By which version of the algorithm `digest` was made (see `editorial.content.digests`).
    digest_version = models.PositiveSmallIntegerField(default=2, editable=False)
    language_status = models.JSONField(default=dict, editable=False)
    based_on = models.ForeignKey("self", on_delete=models.PROTECT, null=True, editable=False, related_name="revisions")

    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)
    round = models.PositiveIntegerField(default=0, editable=False)
    signed_digest = models.CharField(max_length=64, blank=True, editable=False)
    live_during = DateTimeRangeField(_("live period"), null=True, editable=False)
    urgent_reason = models.TextField(_("reason for urgency"), blank=True, editable=False)

    created_at = _moment(required=True)
    created_by = _person("editions_created", required=True)
    changed_at = _moment(required=True)
    changed_by = _person("editions_changed", required=True)
    submitted_at = _moment()
    submitted_by = _person("editions_submitted")
    approved_at = _moment()
    approved_by = _person("editions_approved")
    published_at = _moment()
    published_by = _person("editions_published")
    urgent_at = _moment()
    urgent_by = _person("editions_published_urgently")
    confirmed_at = _moment()
    confirmed_by = _person("editions_confirmed")
    discarded_at = _moment()
    discarded_by = _person("editions_discarded")

    objects = EditionManager()

    #: The version that somebody had on the screen when they decided; none where nobody looked (see
    #: `locking.lock_as_seen`).
    seen_version: int | None = None

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-id"]
        default_permissions = ("view",)
        permissions = [
            ("write_edition", "Can create, edit, submit, recall, revise and discard editions"),
            ("sign_off_edition", "Can sign off editions and request changes"),
            ("publish_edition", "Can publish, schedule and withdraw editions"),
            ("publish_urgently_edition", "Can publish an edition before it is signed off"),
            ("grant_exception_edition", "Can let an edition be published before a language is ready"),
            ("assign_edition", "Can give the work on an edition to somebody"),
            *((f"translate_{code}", f"Can translate into {code}") for code, _name in settings.LANGUAGES),
        ]
        indexes = [
            models.Index(
                Begins("live_during").desc(),
                F("id").desc(),
                condition=Q(state=State.PUBLISHED),
                name="editorial_edition_begins",
            ),
            # For the desks: what a second person has yet to confirm.
            models.Index(
                fields=["id"],
                condition=Q(urgent_at__isnull=False, confirmed_at__isnull=True),
                name="editorial_edition_unconfirmed",
            ),
            # For public lists: what is live, without reading the texts; the texts in their order; the words in them.
            models.Index(
                fields=["id"],
                include=["live_during", "excepted_languages"],
                condition=Q(state=State.PUBLISHED),
                name="editorial_edition_public",
            ),
            *(
                models.Index(
                    Folded(languages.column("title", code)),
                    "id",
                    condition=Q(state=State.PUBLISHED),
                    name=f"editorial_edition_title_{code}",
                )
                for code, _name in settings.LANGUAGES
            ),
            *(
                GinIndex(
                    Words(languages.column("title", code), languages.column("summary", code)),
                    condition=Q(state=State.PUBLISHED),
                    name=f"editorial_edition_words_{code}",
                )
                for code, _name in settings.LANGUAGES
            ),
            *(
                models.Index(Lower(languages.column("slug", code)), name=f"editorial_edition_slug_{code}")
                for code, _name in settings.LANGUAGES
            ),
        ]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="editorial_edition_number"),
            models.CheckConstraint(
                condition=Exact(
                    Func(F("bound_parties"), function="jsonb_typeof", output_field=models.TextField()), Value("object")
                ),
                name="editorial_edition_bound_by_country",
            ),
            models.UniqueConstraint(
                fields=["document"], condition=Q(state__in=OPEN), name="editorial_edition_one_open"
            ),
            ExclusionConstraint(
                name="editorial_edition_live_once",
                expressions=[
                    (
                        Func(F("document_id"), F("document_id"), Value("[]"), function="int8range"),
                        "&&",
                    ),
                    ("live_during", "&&"),
                ],
                condition=Q(live_during__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(state=State.PUBLISHED, live_during__isnull=False)
                | (~Q(state=State.PUBLISHED) & Q(live_during__isnull=True)),
                name="editorial_edition_published_is_timed",
            ),
            models.CheckConstraint(
                condition=Q(live_during__isnull=True)
                | Q(live_during__isempty=False, live_during__lower_inf=False, live_during__lower_inc=True),
                name="editorial_edition_live_period_sound",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.APPROVED, State.PUBLISHED])
                | (Q(signed_digest=F("digest")) & ~Q(digest=""))
                | Q(state=State.PUBLISHED, urgent_at__isnull=False),
                name="editorial_edition_shown_is_signed",
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="editorial_edition_state_known"),
            *map(
                _moved_by,
                ("submitted", "approved", "published", "discarded"),
                (
                    (State.IN_REVIEW, State.CHANGES_REQUESTED, State.APPROVED),
                    (State.APPROVED,),
                    (State.PUBLISHED,),
                    (State.DISCARDED,),
                ),
            ),
            *map(_at_with_by, ("created", "changed", "submitted", "approved", "published")),
            *map(_at_with_by, ("urgent", "confirmed", "discarded")),
            models.CheckConstraint(
                condition=Q(urgent_at__isnull=True) | ~Q(urgent_reason=""),
                name="editorial_edition_urgency_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("urgent_by")),
                name="editorial_edition_confirmed_by_a_second",
            ),
        ]
        triggers = [
            *editions.edition_guards(),
            *clock.edition_guards(),
            *releases.edition_guards(),
            search.search_in_step(),
            dates_in_bounds("live_during"),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.document_id}/{self.number}"

    def public_languages(self) -> list[str]:
        """The languages in which it is public while it is live: those in which it has an address and no exception."""
        return [
            code
            for code in languages.codes()
            if code not in self.excepted_languages and languages.value(self, "slug", code)
        ]

    def standing(self, moment: datetime) -> Standing | None:
        """How this edition stands in time at `moment`; none unless it is published."""
        if self.live_during is None:
            return None
        if self.live_during.lower > moment:
            return Standing.SCHEDULED
        if self.live_during.upper is None or self.live_during.upper > moment:
            return Standing.LIVE
        return Standing.WITHDRAWN if hasattr(self, "withdrawal") else Standing.SUPERSEDED

    @property
    def awaits_confirmation(self) -> bool:
        """Published urgently and not yet confirmed by a second person."""
        return self.urgent_at is not None and self.confirmed_at is None

    @property
    def withdrawal_awaits_confirmation(self) -> bool:
        """Withdrawn, now or from a moment to come, and not yet confirmed by a second person, where that is asked."""
        if self.live_during is None or self.live_during.upper is None:
            return False
        withdrawal = getattr(self, "withdrawal", None)
        return withdrawal is not None and withdrawal.awaits_confirmation

    @property
    def awaits_second_person(self) -> bool:
        """Whether one person alone decided something about it that a second has yet to confirm."""
        return self.awaits_confirmation or self.withdrawal_awaits_confirmation
