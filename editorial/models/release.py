"""Several editions that appear together."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from editorial.base.dates.bounds import check_instant
from editorial.base.text import LineField
from editorial.guards import releases
from editorial.guards.dates import dates_in_bounds
from editorial.models.edition import Edition
from editorial.states import Phase


def _moment() -> Any:
    return models.DateTimeField(null=True, blank=True, editable=False)


def _person(related_name: str, *, required: bool = False) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=not required, blank=not required, editable=False,
        related_name=related_name,
    )  # fmt: skip


class Release(models.Model):
    """Editions that go public at one instant, in one transaction, or not at all.

    `title` and `note` are for staff alone and so in one language. `planned_for` is what is hoped for; `public_at` is
    the instant at which all of it becomes (or became) public, once it is published or scheduled. `held` keeps the
    editions (primary keys) that were in a release when it was dissolved.
    """

    title = LineField(_("working title"), max_length=200, help_text=_("For staff only; the public never sees it."))
    note = models.TextField(_("note"), blank=True, help_text=_("What it is about and what it waits for."))
    planned_for = models.DateTimeField(_("planned for"), null=True, blank=True, validators=[check_instant])
    phase = models.CharField(_("state"), max_length=20, choices=Phase.choices, default=Phase.ASSEMBLING, editable=False)
    public_at = models.DateTimeField(null=True, blank=True, editable=False, validators=[check_instant])
    version = models.PositiveIntegerField(default=1, editable=False)
    held = ArrayField(models.BigIntegerField(), default=list, editable=False)

    made_at = models.DateTimeField(editable=False)
    made_by = _person("releases_made", required=True)
    frozen_at = _moment()
    frozen_by = _person("releases_frozen")
    published_at = _moment()
    published_by = _person("releases_published")
    dissolved_at = _moment()
    dissolved_by = _person("releases_dissolved")

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        ordering = ["-id"]
        default_permissions = ()
        indexes = [
            models.Index(fields=["planned_for"], name="editorial_release_planned"),
            models.Index(fields=["public_at"], name="editorial_release_public"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(phase__in=Phase.values), name="editorial_release_phase_known"),
            models.CheckConstraint(
                condition=Q(phase=Phase.PUBLISHED, public_at__isnull=False, published_by__isnull=False)
                | (~Q(phase=Phase.PUBLISHED) & Q(public_at__isnull=True)),
                name="editorial_release_published_is_timed",
            ),
            models.CheckConstraint(
                condition=~Q(phase__in=[Phase.FROZEN, Phase.PUBLISHED]) | Q(frozen_by__isnull=False),
                name="editorial_release_frozen_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(phase=Phase.DISSOLVED) | Q(dissolved_by__isnull=False),
                name="editorial_release_dissolved_by_somebody",
            ),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{what}_at__isnull": True, f"{what}_by__isnull": True})
                    | Q(**{f"{what}_at__isnull": False, f"{what}_by__isnull": False}),
                    name=f"editorial_release_{what}_at_by",
                )
                for what in ("frozen", "published", "dissolved")
            ),
        ]
        triggers = [*releases.release_guards(), dates_in_bounds("planned_for", "public_at")]

    def __str__(self) -> str:
        return str(self.title)

    def is_scheduled(self, moment: datetime) -> bool:
        """Whether it is to become public after `moment`."""
        return self.public_at is not None and self.public_at > moment

    @property
    def due(self) -> datetime | None:
        """When it becomes public as things stand: for certain, else as planned."""
        return self.public_at or self.planned_for


class ReleaseItem(models.Model):
    """An edition's place in a release; an edition is in one release at most, and never leaves one that went public."""

    release = models.ForeignKey(Release, on_delete=models.PROTECT, related_name="items")
    edition = models.OneToOneField(Edition, on_delete=models.PROTECT, related_name="release_item")
    position = models.PositiveIntegerField(default=0)
    added_at = models.DateTimeField()
    added_by = _person("release_items_added", required=True)

    class Meta:
        verbose_name = _("item of a release")
        verbose_name_plural = _("items of releases")
        ordering = ["release", "position", "id"]
        default_permissions = ()
        triggers = releases.item_guards()

    def __str__(self) -> str:
        return f"{self.release_id}/{self.position}"
