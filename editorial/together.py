"""Editions that go public at one instant: what the rules and the transitions know of a release."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Phase(models.TextChoices):
    """How far a release is. Scheduled and public follow from `public_at` and the clock, as with editions."""

    ASSEMBLING = "assembling", _("Being assembled")
    FROZEN = "frozen", _("Frozen")
    PUBLISHED = "published", _("Published")
    DISSOLVED = "dissolved", _("Dissolved")


@dataclass(frozen=True)
class Together:
    """A release on whose behalf something is done to one of its editions.

    `documents` are the uuids of all its documents: what refers to one of them refers to something that will be public.
    """

    release: int
    title: str
    documents: frozenset[str] = field(default_factory=frozenset)

    @property
    def detail(self) -> Mapping[str, Any]:
        """What the events of the editions say of it."""
        return {"release": self.release, "release_title": self.title}


@dataclass(frozen=True)
class Held:
    """The release that an edition is in, as far as it holds the edition."""

    release: int
    title: str
    phase: Phase
    public_at: datetime | None
