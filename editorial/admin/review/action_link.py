"""The way to the review screen from the action bar."""

from django.http import HttpRequest
from django.utils.translation import pgettext

from editorial.admin import addresses
from editorial.admin.panels import Link, link
from editorial.models import Edition


@link(order=10)
def review(request: HttpRequest, edition: Edition) -> Link | None:
    """Everybody who may read an edition may read what changed in it."""
    return Link(pgettext("screen", "Review"), addresses.screen_url(edition, "review"))
