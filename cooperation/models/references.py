"""References that several kinds have: to documents of a kind, to countries and to organizations."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from cooperation.models.place import Country, Organization
from editorial.models import Document


def to_document(kind: str, label: Any, *, required: bool = False) -> "models.ForeignKey[Document | None]":
    """A reference to a document of a kind, never to an edition; drafts may leave it open unless it is `required`."""
    return models.ForeignKey(
        Document,
        on_delete=models.PROTECT,
        null=not required,
        blank=not required,
        related_name="+",
        limit_choices_to={"kind": kind},
        verbose_name=label,
    )


def to_organization(label: Any = None, *, required: bool = False) -> "models.ForeignKey[Organization | None]":
    """A reference to an organization."""
    return models.ForeignKey(
        Organization,
        on_delete=models.PROTECT,
        null=not required,
        blank=not required,
        related_name="+",
        verbose_name=label or _("organization"),
    )


def to_country(label: Any = None, *, required: bool = False) -> "models.ForeignKey[Country | None]":
    """A reference to a country."""
    return models.ForeignKey(
        Country,
        on_delete=models.PROTECT,
        null=not required,
        blank=not required,
        related_name="+",
        verbose_name=label or _("country"),
    )
