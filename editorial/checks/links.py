"""The links of all content: where each stands, what is behind it, and which of the live ones are broken.

Links to documents of this site are judged by the database, at any moment. Addresses outside are looked at by a job, one
host at a time: a failing one every day, any other once a week.
"""

import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce, Lower

from editorial.base import clock
from editorial.checks import link_fetch
from editorial.checks.advice.addresses import Target, Where, parse
from editorial.checks.advice.reading import Reading
from editorial.content import canonical
from editorial.models import Edition, LinkCheck, LinkOutcome, LinkUse
from editorial.models.link import FAILS_TO_BE_BROKEN
from editorial.models.querysets import Ends
from editorial.states import OPEN, State

#: How long a result holds, for an address that fails and for any other.
_FAILING_HOLDS, _HOLDS = timedelta(days=1), timedelta(days=7)
#: Seconds between two requests to one host.
_POLITE = 1.0
_FAILING = (LinkOutcome.FAILED, LinkOutcome.MISSING, LinkOutcome.REFUSED)

PresenceState = Callable[[str], tuple[LinkOutcome, int | None]]


def gather(edition: Edition, value: canonical.Content, *, now: datetime) -> list[LinkUse]:
    """Take down the links of an edition as its content has them now; those that are known already stay."""
    wanted = {_what(use): use for use in _uses(edition, Reading(value, now))}
    with transaction.atomic():
        there = {_what(use): use for use in LinkUse.objects.filter(edition_id=edition.pk).select_related("outside")}
        LinkUse.objects.filter(pk__in=[use.pk for what, use in there.items() if what not in wanted]).delete()
        fresh = [use for what, use in wanted.items() if what not in there]
        _join_checks([use for use in fresh if not use.target_path])
        LinkUse.objects.bulk_create(fresh)
    return [*fresh, *(use for what, use in there.items() if what in wanted)]


def _what(use: LinkUse) -> tuple[str, ...]:
    return use.path, use.language, use.url, use.text, use.target_language, use.target_path


def _uses(edition: Edition, reading: Reading) -> Iterator[LinkUse]:
    named: list[tuple[str, str, str, str, Target]] = [
        (text.path, text.language, anchor.href, " ".join(anchor.text.split()), target)
        for text, anchor, target in reading.links
    ]
    named += [(path, "", address, "", parse(address)) for path, address in reading.addresses]
    for path, language, href, text, target in named:
        use = LinkUse(edition_id=edition.pk, path=path, language=language, url=target.url or href, text=text[:200])
        if target.where == Where.DOCUMENT:
            use.target_language, use.target_path = target.language, target.path[:200]
            yield use
        elif target.where == Where.OUTSIDE:
            yield use


def _join_checks(uses: list[LinkUse]) -> None:
    """Give every link outside the row of its address, made where it is new."""
    if not uses:
        return
    rows = {use.url: LinkCheck(url_hash=LinkCheck.hash_of(use.url), url=use.url, host=_host(use.url)) for use in uses}
    LinkCheck.objects.bulk_create(rows.values(), ignore_conflicts=True)
    known = {row.url: row for row in LinkCheck.objects.filter(url_hash__in=[row.url_hash for row in rows.values()])}
    for use in uses:
        use.outside = known[use.url]


def _host(url: str) -> str:
    return url.split("//", 1)[-1].split("/", 1)[0].rsplit("@", 1)[-1].lower()[:255]


def gather_all(*, now: datetime) -> int:
    """Take down the links of all that is public, planned or being worked on, and forget the rest; how many editions."""
    current = Edition.objects.filter(
        Q(state__in=OPEN)
        | Q(state=State.PUBLISHED, live_during__upper_inf=True)
        | Q(state=State.PUBLISHED, live_during__endswith__gt=now)
    )
    count = 0
    for pk in list(current.order_by("pk").values_list("pk", flat=True)):
        edition = Edition.objects.select_related("document").filter(pk=pk).first()
        if edition is not None:
            gather(edition, canonical.content_of(edition), now=now)
            count += 1
    LinkUse.objects.exclude(edition__in=current).delete()
    LinkCheck.objects.filter(~Exists(LinkUse.objects.filter(outside=OuterRef("pk")))).delete()
    return count


def due(*, now: datetime) -> QuerySet[LinkCheck]:
    """The addresses outside whose turn it is: new ones first, then those that were looked at longest ago."""
    stale = Q(checked_at__lt=now - _HOLDS) | Q(outcome__in=_FAILING, checked_at__lt=now - _FAILING_HOLDS)
    return LinkCheck.objects.filter(Q(checked_at__isnull=True) | stale).order_by(
        F("checked_at").asc(nulls_first=True), "pk"
    )


def check(
    rows: QuerySet[LinkCheck],
    *,
    limit: int,
    look: PresenceState = link_fetch.look_up,
    pause: Callable[[float], None] = time.sleep,
    clock: Callable[[], datetime] = clock.now,
) -> int:
    """Look at the first `limit` of these addresses and take down what was found; how many.

    Hosts take turns, so that none is asked twice within a second. Nothing is asked where LINK_CHECKS is off.
    """
    if not settings.LINK_CHECKS:
        return 0
    asked: dict[str, datetime] = {}
    chosen = list(rows[:limit])
    for row in _in_turns(chosen):
        last = asked.get(row.host)
        if last is not None and (since := (clock() - last).total_seconds()) < _POLITE:
            pause(_POLITE - since)
        outcome, status = look(row.url)
        asked[row.host] = now = clock()
        row.note(outcome, status, now=now)
        row.save(update_fields=["outcome", "status", "checked_at", "fails", "failing_since"])
    return len(chosen)


def _in_turns(rows: list[LinkCheck]) -> Iterator[LinkCheck]:
    hosts: dict[str, list[LinkCheck]] = {}
    for row in rows:
        hosts.setdefault(row.host, []).append(row)
    while hosts:
        for host in list(hosts):
            yield hosts[host].pop(0)
            if not hosts[host]:
                del hosts[host]


_BROKEN_OUTSIDE = Q(outside__outcome__in=(LinkOutcome.MISSING, LinkOutcome.REFUSED)) | Q(
    outside__outcome=LinkOutcome.FAILED, outside__fails__gte=FAILS_TO_BE_BROKEN
)


def broken_live(limit: int | None = None, *, now: datetime) -> list[Any]:
    """Links of live editions behind which readers find nothing, longest broken first; one statement.

    Each is a `LinkUse` with its `edition` (and that one's document) and, for an address outside, its `outside`; `since`
    tells when it broke, as far as that is known.
    """
    found = broken(now).select_related("edition__document", "outside")
    return list(found.order_by(F("since").asc(nulls_last=True), "edition_id", "pk")[:limit])


def count_broken_live(*, now: datetime) -> int:
    """How many links of live editions are broken."""
    return broken(now).count()


def broken(now: datetime) -> QuerySet[Any]:
    """Links of live editions behind which readers find nothing, with `since`; it can be compiled once."""
    behind = Edition.objects.filter(
        document__addresses__language=OuterRef("target_language"),
        document__addresses__path__lower=Lower(OuterRef("target_path")),
    )
    ended = behind.filter(state=State.PUBLISHED).order_by("-live_during").annotate(end=Ends("live_during"))
    inside = ~Q(target_path="") & ~Exists(behind.live(now))
    return (
        LinkUse.objects.filter(edition__in=Edition.objects.live(now).order_by().values("pk"))
        .filter(inside | _BROKEN_OUTSIDE)
        .annotate(since=Coalesce(F("outside__failing_since"), Subquery(ended.values("end")[:1])))
    )
