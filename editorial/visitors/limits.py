"""How much one sender may send, and everybody together about one page, without knowing who anybody is.

A sender is counted under a keyed hash (HMAC-SHA-256) of the network address, cut to the part that one household or
office holds (all of IPv4, the first 64 bits of IPv6). The key is made of two halves: one from `SECRET_KEY`, which is
not in the database, and 32 random bytes for each day (UTC), which are nowhere else. So

- whoever steals the database alone can try all addresses and still learn none;
- at the end of the day its random half is deleted, and from then on not even we could tell whose count it was;
- nothing links a count to what was sent: reports and comments hold no bucket.

The counts themselves live in the database, since several processes serve one site, and go with their day's key. The
thresholds are `VISITOR_LIMITS` (an hour each): generous for a sender, since a whole office may share one address, and
a ceiling for a page, since addresses are cheap for those who mean harm. No third party is asked anything.
"""

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.db import connection
from django.db.models import F

from editorial.base.network.client_address import network
from editorial.models import Quota, QuotaKey

_COUNT = """
INSERT INTO editorial_quota (bucket, hour, count) VALUES (%s, %s, 1)
ON CONFLICT ON CONSTRAINT editorial_quota_once DO UPDATE SET count = editorial_quota.count + 1
RETURNING count
"""


@dataclass(frozen=True)
class RateLimitKey:
    """One thing that is counted: of what sort it is ("sender", "page", "site", …), and its name within the sort."""

    sort: str
    name: str


def sender(address: str) -> RateLimitKey:
    """Who sends, by network address; addresses that are none are one sender together."""
    return RateLimitKey("sender", network(address) or "unknown")


def exceeded(claims: Iterable[RateLimitKey], *, now: datetime, limits: Mapping[str, int] | None = None) -> bool:
    """Count one more of each claim, in their order, up to the first that is over its limit for the hour of `now`.

    The sender comes first: whoever is over their own limit no longer counts against the page's, and cannot use that up.

    :param limits: by the sort of the claim; `VISITOR_LIMITS` without it.
    :returns: whether one was over its limit.
    """
    allowed = settings.VISITOR_LIMITS if limits is None else limits
    key = _key(now)
    for claim in claims:
        with connection.cursor() as cursor:
            cursor.execute(_COUNT, [_bucket(key, claim), _hour(now)])
            if cursor.fetchone()[0] > allowed[claim.sort]:
                return True
    return False


def reached(claims: Iterable[RateLimitKey], *, now: datetime, limits: Mapping[str, int] | None = None) -> bool:
    """Whether one of the claims has used up its limit for the hour of `now`; nothing is counted.

    :param limits: as for `exceeded`.
    """
    allowed = settings.VISITOR_LIMITS if limits is None else limits
    key = _key(now)
    return any(
        Quota.objects.filter(bucket=_bucket(key, claim), hour=_hour(now), count__gte=allowed[claim.sort]).exists()
        for claim in claims
    )


def give_back(claims: Iterable[RateLimitKey], *, now: datetime) -> None:
    """Count one less of each claim, for something that turned out not to count.

    :param now: the moment that was given to `exceeded`.
    """
    key = _key(now)
    buckets = [_bucket(key, claim) for claim in claims]
    Quota.objects.filter(bucket__in=buckets, hour=_hour(now), count__gt=0).update(count=F("count") - 1)


def seconds_left(now: datetime) -> int:
    """Seconds until the hour of `now` is over and counting begins again."""
    return 3600 - (now.minute * 60 + now.second)


def forget(*, now: datetime) -> None:
    """Delete the keys and counts of earlier days."""
    day = now.astimezone(UTC).date()
    QuotaKey.objects.filter(day__lt=day).delete()
    midnight = datetime(day.year, day.month, day.day, tzinfo=UTC)
    Quota.objects.filter(hour__lt=midnight).delete()


def _hour(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(minute=0, second=0, microsecond=0)


def _bucket(key: bytes, claim: RateLimitKey) -> str:
    return hmac.new(key, f"{claim.sort}\0{claim.name}".encode(), hashlib.sha256).hexdigest()


def _key(now: datetime) -> bytes:
    day = now.astimezone(UTC).date()
    row = QuotaKey.objects.filter(day=day).first()
    if row is None:
        forget(now=now)
        # Two processes may meet here; whichever key was written first is the key of the day.
        QuotaKey.objects.bulk_create([QuotaKey(day=day, secret=secrets.token_bytes(32))], ignore_conflicts=True)
        row = QuotaKey.objects.get(day=day)
    return hmac.new(settings.SECRET_KEY.encode(), bytes(row.secret), hashlib.sha256).digest()
