"""The menu of the desks, on every staff page: what this person can look at, and how much waits there."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from editorial.admin.base import person
from editorial.base import clock
from editorial.desks import counts
from editorial.desks.query import Ask


@dataclass(frozen=True)
class Entry:
    """One desk in the menu; without a count where counting says nothing."""

    label: str | Promise
    url: str
    count: int | None
    is_here: bool
    is_alarming: bool = False


def ask_of(request: HttpRequest) -> Ask:
    """Whose desk it is, read once a request."""
    found: Any = request
    if not hasattr(found, "desk_ask"):
        found.desk_ask = Ask.for_person(person(request), clock.now())
    asked: Ask = found.desk_ask
    return asked


def counts_of(request: HttpRequest) -> counts.Counts:
    """How much waits for the reader, counted once a request."""
    found: Any = request
    if not hasattr(found, "desk_counts"):
        found.desk_counts = counts.desk_counts(ask_of(request))
    counted: counts.Counts = found.desk_counts
    return counted


def entries(request: HttpRequest) -> list[Entry]:
    """The menu for this person; empty for whoever has no business with content."""
    if not person(request).is_active or not person(request).has_perm("editorial.view_edition"):
        return []
    ask, counted = ask_of(request), counts_of(request)
    wanted: list[tuple[str | Promise, str, int | None, bool]] = [(_("My desk"), "index", None, False)]
    if "sign_off_edition" in ask.may:
        wanted.append((_("To review"), "desk_review", counted.review, False))
    if ask.codes:
        wanted.append((_("To translate"), "desk_translate", counted.translate, False))
    if "publish_edition" in ask.may:
        wanted.append((_("To publish"), "desk_publish", counted.publish, False))
    wanted.append((pgettext_lazy("desk", "Scheduled"), "desk_scheduled", counted.planned, False))
    if counted.problems:
        wanted.append((_("Problems"), "desk_problems", counted.problem, True))
    site = getattr(request, "current_app", None) or "admin"
    found = []
    for label, name, count, is_alarming in wanted:
        url = reverse(f"admin:{name}", current_app=site)
        found.append(Entry(label, url, count, request.path == url, is_alarming and bool(count)))
    return found
