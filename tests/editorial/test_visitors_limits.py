"""The rate limit: how often somebody may send, counted without knowing who anybody is."""

from datetime import UTC, datetime, timedelta

import pytest

from editorial.models import Quota, QuotaKey
from editorial.visitors.limits import RateLimitKey, exceeded, forget, seconds_left, sender

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 5, 4, 12, 10, 30, tzinfo=UTC)
LIMITS = {"sender": 3, "page": 5, "site": 1000}


def send(address: str, *, now: datetime = NOON, page: str = "a") -> bool:
    """Whether one more from this address about this page is too much."""
    return exceeded([sender(address), RateLimitKey("page", page), RateLimitKey("site", "")], now=now, limits=LIMITS)


def test_a_sender_may_send_so_much_an_hour() -> None:
    assert [send("203.0.113.7", page=str(n)) for n in range(4)] == [False, False, False, True]
    assert send("203.0.113.8") is False
    assert send("203.0.113.7", now=NOON + timedelta(hours=1)) is False
    assert seconds_left(NOON) == 49 * 60 + 30


def test_a_page_takes_so_much_an_hour_from_all_together() -> None:
    assert [send(f"203.0.113.{n}") for n in range(6)] == [False] * 5 + [True]
    assert send("203.0.113.99", page="b") is False


def test_one_sender_cannot_use_up_a_page_for_the_others() -> None:
    for _attempt in range(20):
        send("203.0.113.7")
    assert send("203.0.113.8") is False


def test_a_household_is_one_sender() -> None:
    assert sender("2001:db8:1:2::1") == sender("2001:db8:1:2:ffff::9")
    assert sender("2001:db8:1:2::1") != sender("2001:db8:1:3::1")
    assert sender("::ffff:203.0.113.7") == sender("203.0.113.7")
    assert sender("nonsense") == sender("") == sender("999.1.1.1")


def test_no_address_is_stored_and_no_hash_that_the_database_alone_could_undo(settings: object) -> None:
    send("203.0.113.7")
    [key] = QuotaKey.objects.all()
    stored = " ".join(f"{row.bucket} {row.hour} {row.count}" for row in Quota.objects.all())
    assert "203.0.113.7" not in stored
    before = set(Quota.objects.values_list("bucket", flat=True))
    # With another SECRET_KEY, the very same row of the key table makes other buckets.
    settings.SECRET_KEY = "another secret of another site"  # type: ignore[attr-defined]
    send("203.0.113.7")
    assert not before & set(Quota.objects.exclude(bucket__in=before).values_list("bucket", flat=True))
    assert Quota.objects.count() == 2 * len(before)
    assert QuotaKey.objects.get() == key


def test_every_day_has_a_key_of_its_own_and_the_old_one_is_gone_for_good() -> None:
    send("203.0.113.7")
    [before] = QuotaKey.objects.all()
    buckets = set(Quota.objects.values_list("bucket", flat=True))
    tomorrow = NOON + timedelta(days=1)
    send("203.0.113.7", now=tomorrow)
    [after] = QuotaKey.objects.all()
    assert (after.day, bytes(after.secret)) != (before.day, bytes(before.secret))
    assert after.day == tomorrow.date()
    assert not buckets & set(Quota.objects.values_list("bucket", flat=True))
    forget(now=tomorrow + timedelta(days=1))
    assert not QuotaKey.objects.exists()
    assert not Quota.objects.exists()
