"""Querysets of editions by moment: which are public when. Every public query starts from `.live(moment)`."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Func

from editorial.states import OPEN, State


class Begins(Func):
    """The instant at which a live period begins."""

    function = "lower"
    output_field = models.DateTimeField()


class Ends(Func):
    """The instant at which a live period ends; null while no end is known."""

    function = "upper"
    output_field = models.DateTimeField()


class EditionQuerySet(models.QuerySet[Any]):
    """Questions about editions, readable as sentences."""

    def live(self, moment: datetime) -> Self:
        """Editions that are (were, will be) public at `moment`, an aware datetime: at most one per document."""
        return self.filter(state=State.PUBLISHED, live_during__contains=moment)

    def in_language(self, language: str) -> Self:
        """Editions that are public in `language`: all but those published with an exception for it."""
        return self.exclude(excepted_languages__contains=[language])

    def begun(self, moment: datetime) -> Self:
        """Editions that became public at or before `moment`, whatever became of them later."""
        return self.filter(state=State.PUBLISHED, live_during__startswith__lte=moment)

    def scheduled(self, moment: datetime) -> Self:
        """Published editions whose live period begins after `moment`."""
        return self.filter(state=State.PUBLISHED, live_during__startswith__gt=moment)

    def open(self) -> Self:
        """Editions that are being worked on."""
        return self.filter(state__in=OPEN)


class EditionManager(models.Manager.from_queryset(EditionQuerySet)):  # type: ignore[misc]  # a class made at run time
    """The manager of editions and of every kind of content."""


class SearchQuerySet(models.QuerySet[Any]):
    """Questions about what the search looks into."""

    def live(self, moment: datetime) -> Self:
        """What is (was, will be) public at `moment`, an aware datetime."""
        return self.filter(models.Q(ends__isnull=True) | models.Q(ends__gt=moment), begins__lte=moment)


class SearchManager(models.Manager.from_queryset(SearchQuerySet)):  # type: ignore[misc]  # a class made at run time
    """The manager of search entries."""
