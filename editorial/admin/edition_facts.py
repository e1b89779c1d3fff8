"""What the pieces beside the screens of an edition want to know of it, by one statement a request."""

from typing import Any, NamedTuple

from django.db.models import Exists, F, Func, QuerySet, Subquery
from django.http import HttpRequest

from editorial.admin.base import person
from editorial.base import clock
from editorial.collaboration.remarks.listing import belonging
from editorial.models import Edition, GuestAgreement, PreviewLink, Watch
from editorial.previews import links as previews_links


class EditionCounts(NamedTuple):
    """Open remarks, and those of them that must be fixed; preview links that open now, and what guests agreed to by any
    link; whether the person watches the document."""

    remarks: int
    must_fix: int
    links: int
    agreements: int
    is_watched: bool


def edition_facts(request: HttpRequest, edition: Edition) -> EditionCounts:
    """What there is beside an edition for the person who asks."""
    kept: dict[int, EditionCounts] = request.__dict__.setdefault("_at_hand", {})
    if edition.pk not in kept:
        now = clock.now()
        links = PreviewLink.objects.filter(edition=edition.pk, revoked_at__isnull=True, expires_at__gt=now)
        if previews_links.what_ended(edition, now=now) is not None:
            links = links.none()
        remarks = belonging(edition).filter(resolved_at__isnull=True)
        row = (
            Edition.objects.filter(pk=edition.pk)
            .order_by()
            .annotate(
                remarks_=_number(remarks),
                must_fix_=_number(remarks.filter(must_fix=True)),
                links_=_number(links),
                agreements_=_number(GuestAgreement.objects.filter(link__edition=edition.pk)),
                is_watched_=Exists(Watch.objects.filter(document=edition.document_id, person=person(request))),
            )
            .values_list("remarks_", "must_fix_", "links_", "agreements_", "is_watched_")
            .get()
        )
        kept[edition.pk] = EditionCounts(*row)
    return kept[edition.pk]


def _number(rows: QuerySet[Any]) -> Subquery:
    return Subquery(rows.order_by().annotate(number=Func(F("pk"), function="COUNT")).values("number"))
