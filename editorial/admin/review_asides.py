"""The way to the review screen from the action bar, and the publication requirements beside its text."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import pgettext

from editorial import checks_content, content
from editorial.admin import addresses
from editorial.admin.asides import Link, Screen, aside, link
from editorial.kinds import CheckedEdition
from editorial.models import Edition


@link(order=10)
def review(request: HttpRequest, edition: Edition) -> Link | None:
    """Everybody who may read an edition may read what changed in it."""
    return Link(pgettext("screen", "Review"), addresses.of(edition, "review"))


@aside(Screen.REVIEW, template="editorial/admin/review/_checks.html", order=10)
def checks(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    """What the edition lacks for publication."""
    return {"issues": checks_content.issues(CheckedEdition(edition, content.of(edition)))}
