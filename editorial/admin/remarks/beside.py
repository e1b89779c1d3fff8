"""Remarks beside the screens of an edition, and the ways to them and to the preview links in its action bar."""

from typing import Any, NamedTuple

from django.db.models import F, Func, QuerySet, Subquery
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial import previewlinks
from editorial.admin import addresses
from editorial.admin.asides import Link, Screen, aside, link
from editorial.admin.base import person
from editorial.admin.remarks import panel
from editorial.models import Edition, PreviewLink
from editorial.remarks import who
from editorial.remarks.listing import belonging, open_count


@aside(
    Screen.FORM, Screen.REVIEW, Screen.TRANSLATE, template="editorial/admin/remarks/_aside.html", order=20,
    scripts=("editorial/remarks.js",),
)  # fmt: skip
def remarks(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """The threads, with the forms to open, answer and settle them."""
    if who.against_remarking(person(request)):
        return None
    return panel.context(request, edition, back=request.path)


@aside(Screen.HISTORY, template="editorial/admin/remarks/_count.html", order=20)
def counted(request: HttpRequest, edition: Edition) -> dict[str, Any] | None:
    """How many remarks are open, and the way to them."""
    if who.against_remarking(person(request)):
        return None
    every, must_fix = open_count(edition)
    return {"open": every, "must_fix": must_fix, "url": addresses.of(edition, "remarks")}


@link(order=20)
def to_remarks(request: HttpRequest, edition: Edition) -> Link | None:
    """The page of the remarks, with how many are open."""
    if who.against_remarking(person(request)):
        return None
    return Link(_("Remarks"), addresses.of(edition, "remarks"), _counts(request, edition).remarks)


@link(order=30)
def to_links(request: HttpRequest, edition: Edition) -> Link | None:
    """The page of the preview links, with how many open the edition now."""
    if previewlinks.against_sharing(edition, by=person(request)):
        return None
    return Link(_("Preview links"), addresses.of(edition, "links"), _counts(request, edition).links)


class Counts(NamedTuple):
    """Open remarks, and links that open."""

    remarks: int
    links: int


def _counts(request: HttpRequest, edition: Edition) -> Counts:
    """Both, by one statement a request."""
    kept: dict[int, Counts] = request.__dict__.setdefault("_remark_counts", {})
    if edition.pk not in kept:
        valid = PreviewLink.objects.filter(edition=edition.pk, revoked_at__isnull=True, expires_at__gt=timezone.now())
        counted = Edition.objects.filter(pk=edition.pk).order_by()
        counted = counted.annotate(
            open_remarks=_number(belonging(edition).filter(resolved_at__isnull=True)), open_links=_number(valid)
        )
        row = counted.values("open_remarks", "open_links").get()
        kept[edition.pk] = Counts(row["open_remarks"], row["open_links"])
    return kept[edition.pk]


def _number(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by().annotate(number=Func(F("pk"), function="COUNT")).values("number"))
