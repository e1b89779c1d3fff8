"""What an edition's own screens say of its release, and of a change that passes as minor."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.admin.base import person
from editorial.admin.panels import Link, Screen, aside, link
from editorial.base import clock
from editorial.models import Edition, ReleaseItem
from editorial.states import OPEN, State
from editorial.workflow.rules import changes


def item_of(edition: Edition) -> ReleaseItem | None:
    """The edition's place in a release, if it is in one; no query where the edition was read with it."""
    try:
        found: ReleaseItem = edition.release_item
    except ObjectDoesNotExist:
        return None
    return found


@link(order=60)
def release(request: HttpRequest, edition: Edition) -> Link | None:
    """The way to the edition's release, or into one."""
    item = item_of(edition)
    if item is not None:
        return Link(_("Its release"), reverse("admin:editorial_release_change", args=(item.release_id,)))
    by = person(request)
    if edition.state in OPEN and (by.has_perm("editorial.write_edition") or by.has_perm("editorial.publish_edition")):
        return Link(_("Add to a release"), reverse("admin:editorial_release_join", args=(edition.pk,)))
    return None


@aside(Screen.FORM, Screen.REVIEW, Screen.HISTORY, template="editorial/admin/releases/_aside.html", order=30)
def part_of(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """Which release the edition is part of, how far that is and when it is due."""
    item = item_of(edition)
    if item is None:
        return None
    return {
        "release": item.release,
        "scheduled": item.release.is_scheduled(clock.now()),
        "url": reverse("admin:editorial_release_change", args=(item.release_id,)),
    }


@aside(Screen.FORM, Screen.REVIEW, template="editorial/admin/_minor_aside.html", order=10)
def minor(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """To reviewers: that the edition passes as minor although it says something new, and why."""
    if not edition.minor or edition.state not in (State.IN_REVIEW, State.APPROVED):
        return None
    reason = changes.minor_reason(edition)
    return {"reason": reason} if reason else None
