"""The database holds the public record of time: live periods follow one another, and what has been stays."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import DataError, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from editorial.models import Edition, Withdrawal
from editorial.states import State
from editorial.workflow import transitions
from tests import builders
from tests.attacks import refused, sql
from tests.editorial import stages
from tests.people import People

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def period(begin: datetime | None, end: datetime | None = None, bounds: str = "[)") -> DateTimeTZRange:
    return DateTimeTZRange(begin, end, bounds)


def set_period(edition: Edition, value: Any, **values: Any) -> None:
    Edition.objects.filter(pk=edition.pk).update(live_during=value, **values)


def test_live_periods_of_a_document_do_not_overlap(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY)
    second = stages.revision(first, people, now)
    published = {"state": State.PUBLISHED, "published_at": now, "published_by": people.publisher}
    for overlapping in (period(now), period(now - DAY), period(now - 9 * DAY), period(now + DAY, now + 2 * DAY)):
        with refused("editorial_edition_live_once"):
            set_period(second, overlapping, **published)
        with refused("editorial_edition_live_once"):
            sql(
                "UPDATE editorial_edition SET state = 'published', published_at = now(), published_by_id = %s,"
                " live_during = tstzrange(%s, %s, '[)') WHERE id = %s",
                people.publisher.pk, overlapping.lower, overlapping.upper, second.pk,
            )  # fmt: skip
    scheduled = transitions.schedule(second, by=people.publisher, now=now, at=now + DAY)
    with refused("editorial_edition_live_once"):
        set_period(scheduled, period(now + DAY - timedelta(microseconds=1)))
    with refused("editorial_edition_live_once"):
        set_period(first, period(now - DAY, now + DAY + timedelta(microseconds=1)))


def test_periods_that_touch_do_not_overlap(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY)
    second = transitions.publish(stages.revision(first, people, now), by=people.publisher, now=now)
    assert builders.fresh(first).live_during == period(now - DAY, now)
    assert builders.fresh(second).live_during == period(now)


def test_other_documents_may_be_live_at_the_same_time(people: People, now: datetime) -> None:
    stages.live(people, now, slug="one")
    stages.live(people, now, slug="two")
    assert Edition.objects.live(now).count() == 2


@pytest.mark.parametrize("state", [state for state in State if state != State.PUBLISHED])
def test_only_a_published_edition_has_a_live_period(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    with refused("editorial_edition_published_is_timed"):
        set_period(edition, period(now))
    with refused("editorial_edition_published_is_timed"):
        sql("UPDATE editorial_edition SET live_during = tstzrange(now(), NULL) WHERE id = %s", edition.pk)


def test_a_published_edition_has_a_live_period(people: People, now: datetime) -> None:
    approved = stages.at_stage(State.APPROVED, people, now)
    with refused("editorial_edition_published_is_timed"):
        Edition.objects.filter(pk=approved.pk).update(
            state=State.PUBLISHED, published_at=now, published_by=people.publisher
        )
    scheduled = stages.scheduled(people, now, now + DAY, slug="planned")
    with refused("editorial_edition_published_is_timed"):
        set_period(scheduled, None)


@pytest.mark.parametrize("bounds", ["()", "(]", "empty", "no beginning"])
def test_a_live_period_is_half_open_with_a_beginning(bounds: str, people: People, now: datetime) -> None:
    scheduled = stages.scheduled(people, now, now + DAY)
    values = {
        "()": period(now + DAY, now + 2 * DAY, "()"),
        "(]": period(now + DAY, now + 2 * DAY, "(]"),
        "empty": DateTimeTZRange(empty=True),
        "no beginning": period(None, now + DAY),
    }
    with refused("editorial_edition_live_period_sound"):
        set_period(scheduled, values[bounds])


def test_a_period_does_not_end_before_it_begins(people: People, now: datetime) -> None:
    scheduled = stages.scheduled(people, now, now + DAY)
    with pytest.raises(DataError), transaction.atomic():
        set_period(scheduled, period(now + DAY, now))


def test_what_has_begun_keeps_its_beginning(people: People, now: datetime) -> None:
    edition = stages.live(people, now - HOUR)
    for value in (period(now - 2 * HOUR), period(now), period(now + DAY)):
        with refused("has begun keeps its beginning"):
            set_period(edition, value)
    with refused("has begun keeps its beginning"):
        sql(
            "UPDATE editorial_edition SET live_during = NULL, state = 'approved', published_at = NULL,"
            " published_by_id = NULL WHERE id = %s",
            edition.pk,
        )


def test_what_has_ended_keeps_its_end(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    transitions.withdraw(edition, by=people.publisher, now=now - HOUR, explanation=builders.texts("Why"))
    for value in (period(now - DAY), period(now - DAY, now + DAY), period(now - DAY, now - 2 * HOUR)):
        with refused("has ended keeps its end"):
            set_period(edition, value)
    with refused("has ended keeps its end"):
        sql("UPDATE editorial_edition SET live_during = tstzrange(lower(live_during), NULL) WHERE id = %s", edition.pk)


def test_what_is_planned_may_change(people: People, now: datetime) -> None:
    """The guard keeps the past, not the future."""
    edition = stages.scheduled(people, now, now + DAY)
    set_period(edition, period(now + 2 * DAY, now + 3 * DAY))
    set_period(edition, period(now + DAY))


def test_a_withdrawal_in_effect_stays(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    transitions.withdraw(edition, by=people.publisher, now=now - HOUR, explanation=builders.texts("Why"))
    there = Withdrawal.objects.filter(edition=edition)
    for attempt in (
        lambda: there.update(explanation_en="Other"),
        lambda: there.update(redirect_to=edition.document),
        lambda: there.update(at=now + DAY),
        there.delete,
        lambda: sql("UPDATE editorial_withdrawal SET explanation_fr = '' WHERE edition_id = %s", edition.pk),
        lambda: sql("DELETE FROM editorial_withdrawal WHERE edition_id = %s", edition.pk),
    ):
        with refused("withdrawal that has taken effect stays on record"):
            attempt()


def test_a_planned_withdrawal_can_be_taken_back(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    transitions.withdraw(edition, by=people.publisher, now=now, at=now + DAY, explanation=builders.texts("Why"))
    assert Withdrawal.objects.filter(edition=edition).delete()[0] == 1


def test_an_edition_is_withdrawn_once(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    transitions.withdraw(edition, by=people.publisher, now=now - HOUR, explanation=builders.texts("Why"))
    with refused("editorial_withdrawal_edition_id"):
        Withdrawal.objects.create(edition=edition, at=now, decided_at=now, decided_by=people.publisher)
