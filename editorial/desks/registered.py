"""What other features put on the desks: releases on the calendar, broken links among the problems."""

from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from editorial.checks import links
from editorial.desks.planned import as_plan, plans
from editorial.desks.problems import problems_source
from editorial.desks.query import Ask
from editorial.models import ReleaseItem
from editorial.states import Phase


@plans("release", label=pgettext_lazy("calendar", "Release planned"))
def releases(ask: Ask) -> list[QuerySet[Any]]:
    """Editions of releases that are hoped to appear then; once the release is scheduled, they are publications."""
    hoped = ReleaseItem.objects.filter(
        release__phase__in=[Phase.ASSEMBLING, Phase.FROZEN], release__planned_for__gt=ask.moment
    )
    return [as_plan(hoped, edition="edition_id", at=F("release__planned_for"))]


@problems_source(
    "links",
    name=_("Broken links"),
    label=ngettext_lazy("%(count)s broken link", "%(count)s broken links", "count"),
    order=50,
    edition="edition_id",
    words="url",
    screen="editorial_linkuse_changelist",
)
def broken_links(ask: Ask) -> QuerySet[Any] | None:
    """Links of live pages that lead nowhere, for those who can mend them."""
    return links.broken(ask.moment) if "write_edition" in ask.may else None
