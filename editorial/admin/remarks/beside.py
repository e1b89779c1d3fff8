"""Remarks beside the screens of an edition, and the ways to them and to the preview links in its action bar."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from editorial.admin import addresses, edition_facts
from editorial.admin.base import person
from editorial.admin.panels import Link, Screen, aside, link
from editorial.admin.remarks import panel
from editorial.collaboration.remarks import permissions
from editorial.models import Edition
from editorial.previews import links


@aside(
    Screen.FORM, Screen.REVIEW, Screen.TRANSLATE, template="editorial/admin/remarks/_aside.html", order=20,
    scripts=("editorial/remarks.js",),
)  # fmt: skip
def remarks(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """The threads, with the forms to open, answer and settle them."""
    if permissions.against_remarking(person(request)):
        return None
    return panel.context(request, edition, back=request.path)


@aside(Screen.HISTORY, template="editorial/admin/remarks/_count.html", order=20)
def open_remarks_link(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """How many remarks are open, and the way to them."""
    if permissions.against_remarking(person(request)):
        return None
    found = edition_facts.edition_facts(request, edition)
    return {"open": found.remarks, "must_fix": found.must_fix, "url": addresses.screen_url(edition, "remarks")}


@link(order=20)
def to_remarks(request: HttpRequest, edition: Edition) -> Link | None:
    """The page of the remarks, with how many are open."""
    if permissions.against_remarking(person(request)):
        return None
    return Link(
        _("Remarks"), addresses.screen_url(edition, "remarks"), edition_facts.edition_facts(request, edition).remarks
    )


@link(order=30)
def to_links(request: HttpRequest, edition: Edition) -> Link | None:
    """The page of the preview links, with how many open the edition now."""
    if links.against_sharing(edition, by=person(request)):
        return None
    return Link(
        _("Preview links"), addresses.screen_url(edition, "links"), edition_facts.edition_facts(request, edition).links
    )
