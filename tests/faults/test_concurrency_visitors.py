"""Visitors and staff at the very same moment: nothing is counted wrong, and who comes second is told."""

from datetime import datetime, timedelta

import pytest

from editorial.models import Comment, Handling, Problem, Quota, QuotaKey
from editorial.visitors import comments, limits, problems
from tests.editorial import stages
from tests.faults.race import race
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)


def report(now: datetime) -> Problem:
    return problems.receive(problems.About("/en/x/"), language="en", reasons=["link"], text="Broken.", now=now)


def test_the_same_report_four_times_at_once_is_one_of_four(now: datetime, transactional_db: None) -> None:
    won, lost = race(*(lambda: report(now) for _ in range(4)))
    assert lost == []
    assert len({row.pk for row in won}) == 1
    assert Problem.objects.get().count == 4


def test_of_two_who_handle_a_report_one_is_told(people: People, now: datetime) -> None:
    row = report(now)
    won, _lost = race(
        lambda: problems.handle({row.pk: 1}, status="fixed", note="", by=people.author, now=now),
        lambda: problems.handle({row.pk: 1}, status="set_aside", note="No.", by=people.publisher, now=now),
    )
    assert sorted((len(outcome.done), len(outcome.refused)) for outcome in won) == [(0, 1), (1, 0)]
    assert Handling.objects.count() == 1
    [told] = [outcome.refused[0] for outcome in won if outcome.refused]
    assert Handling.objects.get().by_name in str(told)


def test_of_two_who_decide_about_a_comment_one_is_told(people: People, now: datetime) -> None:
    note = stages.live(people, now - timedelta(days=1))
    comments.switch(note.document_id, is_on=True, closes_at=now + timedelta(days=1), by=people.publisher, now=now)

    def say() -> Comment | None:
        return comments.receive(note.document_id, note.pk, language="en", name="", text="Hello", now=now)

    said, _lost = race(say, say)
    assert sorted(row is None for row in said) == [False, True]
    row = Comment.objects.get()
    won, _lost = race(
        lambda: comments.decide({row.pk: 1}, status="approved", by=people.publisher, now=now),
        lambda: comments.decide({row.pk: 1}, status="refused", reason="abuse", by=people.administrator, now=now),
    )
    assert sorted((len(outcome.done), len(outcome.refused)) for outcome in won) == [(0, 1), (1, 0)]
    assert Handling.objects.filter(comment=row).count() == 1


def test_senders_are_counted_right_and_the_day_has_one_key(now: datetime, transactional_db: None) -> None:
    def send() -> bool:
        claims = [limits.sender("203.0.113.7"), limits.RateLimitKey("page", "x")]
        return limits.exceeded(claims, now=now, limits={"sender": 3, "page": 100})

    over, lost = race(*(send for _ in range(5)))
    assert lost == []
    assert sorted(over) == [False, False, False, True, True]
    assert QuotaKey.objects.count() == 1
    assert sorted(Quota.objects.values_list("count", flat=True)) == [3, 5]
