"""Moments: what is public when. Periods are half-open, follow one another, and answer for any past moment."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.models import Edition, Event, Withdrawal
from editorial.states import Standing, State
from editorial.workflow import transitions
from editorial.workflow.live_periods import live_edition
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People

TICK = timedelta(microseconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
WHY = builders.texts("Why")


def live(moment: datetime) -> list[Edition]:
    return list(Edition.objects.live(moment).order_by("pk"))


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def fresh(edition: Edition) -> Edition:
    return builders.fresh(edition)


def test_publishing_now(people: People, now: datetime) -> None:
    edition = stages.live(people, now)
    assert (edition.live_during.lower, edition.live_during.upper, edition.live_during.bounds) == (now, None, "[)")
    assert live(now - TICK) == []
    assert live(now) == [edition]
    assert live(now + 10_000 * DAY) == [edition]
    assert (edition.published_at, edition.published_by) == (now, people.publisher)


def test_scheduling(people: People, now: datetime) -> None:
    at = now + DAY
    edition = stages.scheduled(people, now, at)
    assert edition.state == State.PUBLISHED
    assert edition.published_at == now
    assert (edition.standing(now), edition.standing(at - TICK), edition.standing(at)) == (
        Standing.SCHEDULED, Standing.SCHEDULED, Standing.LIVE,
    )  # fmt: skip
    assert live(at - TICK) == []
    assert live(at) == [edition]
    assert list(Edition.objects.scheduled(now)) == [edition]
    assert list(Edition.objects.scheduled(at)) == []
    assert list(Edition.objects.begun(at - TICK)) == []
    assert list(Edition.objects.begun(at)) == [edition]
    event = Event.objects.last()
    assert event is not None
    assert event.data == {"begin": at.isoformat()}


def test_scheduling_with_an_end(people: People, now: datetime) -> None:
    begin, end = now + DAY, now + 2 * DAY
    approved = builders.approve(builders.make_note(people, now), people, now)
    edition = transitions.schedule(approved, by=people.publisher, now=now, at=begin, until=end, explanation=WHY)
    assert live(begin) == live(end - TICK) == [edition]
    assert live(begin - TICK) == live(end) == []
    assert fresh(edition).standing(end) == Standing.WITHDRAWN
    withdrawal = Withdrawal.objects.get(edition=edition)
    assert (withdrawal.at, withdrawal.decided_at, withdrawal.decided_by) == (end, now, people.publisher)
    assert withdrawal.explanation_es == "Why es"
    assert Event.objects.last().data == {"begin": begin.isoformat(), "end": end.isoformat()}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"at": timedelta(0)}, ["past"]),
        ({"at": -DAY}, ["past"]),
        ({"at": DAY, "until": DAY}, ["order"]),
        ({"at": DAY, "until": HOUR}, ["order"]),
        ({"at": DAY, "until": 2 * DAY, "explanation": {"en": "Why", "fr": " "}}, ["explanation"]),
        ({"at": DAY, "until": 2 * DAY, "explanation": None}, ["explanation"]),
    ],
)
def test_what_cannot_be_scheduled(given: dict[str, Any], expected: list[str], people: People, now: datetime) -> None:
    approved = builders.approve(builders.make_note(people, now), people, now)
    values = {"explanation": WHY, **{k: now + v if isinstance(v, timedelta) else v for k, v in given.items()}}
    with pytest.raises(NotAllowed) as refusal:
        transitions.schedule(approved, by=people.publisher, now=now, **values)
    assert codes(refusal) == expected
    assert fresh(approved).state == State.APPROVED


def test_a_successor_takes_over_at_the_very_instant(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY)
    at = now + DAY
    second = transitions.schedule(stages.revision(first, people, now), by=people.publisher, now=now, at=at)
    assert live(now) == live(at - TICK) == [first]
    assert live(at) == [second]
    assert fresh(first).standing(at - TICK) == Standing.LIVE
    assert fresh(first).standing(at) == Standing.SUPERSEDED
    third = builders.revised(second, people, at + DAY, day=now.date())
    assert [live(moment) for moment in (now, at, at + DAY - TICK, at + DAY)] == [[first], [second], [second], [third]]


def test_past_moments_answer_for_good(people: People, now: datetime) -> None:
    begin = now - 10 * DAY
    first = stages.live(people, begin)
    second = builders.revised(first, people, begin + DAY, day=begin.date())
    transitions.withdraw(second, by=people.publisher, now=begin + 2 * DAY, explanation=WHY)
    third = builders.revised(second, people, begin + 4 * DAY, day=now.date())
    expected = {
        begin - TICK: None, begin: first, begin + DAY - TICK: first, begin + DAY: second,
        begin + 2 * DAY - TICK: second, begin + 2 * DAY: None, begin + 4 * DAY - TICK: None,
        begin + 4 * DAY: third, now: third,
    }  # fmt: skip
    for moment, edition in expected.items():
        assert live_edition(first.document, moment) == edition, moment
    other = stages.live(people, begin + DAY, slug="other")
    assert live(begin + DAY) == [second, other]


def test_unscheduling_a_first_publication(people: People, now: datetime) -> None:
    at = now + DAY
    edition = stages.scheduled(people, now, at)
    back = transitions.unschedule(edition, by=people.publisher, now=now + HOUR)
    assert (back.state, back.live_during, back.published_at, back.published_by) == (State.APPROVED, None, None, None)
    assert back.signed_digest == back.digest
    assert live(at) == []
    assert Event.objects.last().data == {"begin": at.isoformat()}  # type: ignore[union-attr]
    again = transitions.schedule(fresh(back), by=people.publisher, now=now + HOUR, at=at)
    assert live(at) == [again]


def test_unscheduling_reopens_the_predecessor(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY)
    second = transitions.schedule(stages.revision(first, people, now), by=people.publisher, now=now, at=now + DAY)
    assert fresh(first).live_during.upper == now + DAY
    transitions.unschedule(second, by=people.publisher, now=now)
    assert fresh(first).live_during.upper is None
    assert live(now + 2 * DAY) == [first]


def test_unscheduling_leaves_a_withdrawn_predecessor_withdrawn(people: People, now: datetime) -> None:
    """It ended for its own reason, even if the successor was to begin at that very instant."""
    first = stages.live(people, now - DAY)
    transitions.withdraw(first, by=people.publisher, now=now, at=now + DAY, explanation=WHY)
    revision = stages.revision(first, people, now)
    second = transitions.schedule(revision, by=people.publisher, now=now, at=now + DAY)
    transitions.unschedule(second, by=people.publisher, now=now)
    assert fresh(first).live_during.upper == now + DAY


def test_unscheduling_an_end_that_was_scheduled_with_the_beginning(people: People, now: datetime) -> None:
    begin, end = now + DAY, now + 2 * DAY
    approved = builders.approve(builders.make_note(people, now), people, now)
    edition = transitions.schedule(approved, by=people.publisher, now=now, at=begin, until=end, explanation=WHY)
    during = transitions.unschedule(edition, by=people.publisher, now=begin + HOUR)
    assert during.state == State.PUBLISHED
    assert (during.live_during.lower, during.live_during.upper) == (begin, None)
    assert not Withdrawal.objects.exists()
    assert Event.objects.last().data == {"end": end.isoformat()}  # type: ignore[union-attr]


def test_unscheduling_before_the_beginning_takes_back_both(people: People, now: datetime) -> None:
    approved = builders.approve(builders.make_note(people, now), people, now)
    edition = transitions.schedule(
        approved, by=people.publisher, now=now, at=now + DAY, until=now + 2 * DAY, explanation=WHY
    )
    assert transitions.unschedule(edition, by=people.publisher, now=now).state == State.APPROVED
    assert not Withdrawal.objects.exists()


def test_what_cannot_be_unscheduled(people: People, now: datetime) -> None:
    at = now + DAY
    edition = stages.scheduled(people, now, at)
    with pytest.raises(NotAllowed) as refusal:
        transitions.unschedule(edition, by=people.publisher, now=at)
    assert codes(refusal) == ["nothing_planned"]


def test_what_others_plan_is_not_taken_back_with_it(people: People, now: datetime) -> None:
    """The end of the first is the beginning of its successor, though another document is to be withdrawn."""
    first = stages.live(people, now - DAY)
    successor = stages.revision(first, people, now)
    transitions.schedule(successor, by=people.publisher, now=now, at=now + DAY)
    other = stages.live(people, now - DAY, slug="other")
    transitions.withdraw(other, by=people.publisher, now=now, at=now + DAY, explanation=WHY)
    with pytest.raises(NotAllowed) as refusal:
        transitions.unschedule(first, by=people.publisher, now=now)
    assert codes(refusal) == ["nothing_planned"]


@pytest.mark.parametrize("what", ["beginning", "end", "succession"])
def test_a_moment_that_comes_while_somebody_unschedules(what: str, people: People, now: datetime) -> None:
    """Their clock was read before it, the database's own clock is past it: the record of time stays as it is."""
    begun = now - HOUR
    if what == "end":
        edition = stages.live(people, begun - DAY)
        transitions.withdraw(edition, by=people.publisher, now=begun - HOUR, at=begun, explanation=WHY)
    elif what == "beginning":
        edition = stages.scheduled(people, begun - HOUR, begun)
    else:
        first = stages.live(people, begun - DAY)
        revision = stages.revision(first, people, begun - HOUR)
        edition = transitions.schedule(revision, by=people.publisher, now=begun - HOUR, at=begun)
    before = list(Edition.objects.order_by("pk").values())
    with pytest.raises(NotAllowed) as refusal:
        transitions.unschedule(edition, by=people.publisher, now=begun - TICK)
    assert codes(refusal) == ["past"]
    assert list(Edition.objects.order_by("pk").values()) == before
    assert Withdrawal.objects.count() == (what == "end")


def test_withdrawing_now(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    other = stages.live(people, now - DAY, slug="other")
    gone = transitions.withdraw(edition, by=people.publisher, now=now, explanation=WHY, redirect_to=other.document)
    assert live(now - TICK) == [edition, other]
    assert live(now) == [other]
    assert gone.standing(now) == Standing.WITHDRAWN
    assert gone.withdrawal.redirect_to == other.document
    with pytest.raises(NotAllowed) as refusal:
        transitions.withdraw(edition, by=people.publisher, now=now, explanation=WHY)
    assert codes(refusal) == ["not_live"]


def test_withdrawing_at_a_moment_and_taking_that_back(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    at = now + DAY
    ending = transitions.withdraw(edition, by=people.publisher, now=now, at=at, explanation=WHY)
    assert ending.standing(now) == Standing.LIVE
    assert live(at - TICK) == [edition]
    assert live(at) == []
    with pytest.raises(NotAllowed) as refusal:
        transitions.withdraw(edition, by=people.publisher, now=now, explanation=WHY)
    assert codes(refusal) == ["ends_already"]
    transitions.unschedule(edition, by=people.publisher, now=now)
    assert live(at) == [edition]
    transitions.withdraw(edition, by=people.publisher, now=now, explanation=WHY)
    assert live(now) == []


@pytest.mark.parametrize(
    ("at", "explanation", "expected"),
    [
        (-HOUR, WHY, "past"),
        (None, {}, "explanation"),
        (None, {"en": "Why", "fr": "\u200b", "es": "Por qué"}, "explanation"),
    ],
)
def test_what_cannot_be_withdrawn(
    at: timedelta | None, explanation: dict[str, str], expected: str, people: People, now: datetime
) -> None:
    edition = stages.live(people, now - DAY)
    moment = now + at if at else None
    with pytest.raises(NotAllowed) as refusal:
        transitions.withdraw(edition, by=people.publisher, now=now, at=moment, explanation=explanation)
    assert codes(refusal) == [expected]


def test_withdrawing_at_the_instant_of_publication(people: People, now: datetime) -> None:
    """There would be no moment at which it was public."""
    edition = stages.live(people, now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.withdraw(edition, by=people.publisher, now=now, explanation=WHY)
    assert codes(refusal) == ["order"]
    transitions.withdraw(edition, by=people.publisher, now=now + TICK, explanation=WHY)
    assert live(now) == [edition]


def test_withdrawn_content_comes_back_by_a_revision(people: People, now: datetime) -> None:
    edition = stages.live(people, now - DAY)
    transitions.withdraw(edition, by=people.publisher, now=now - HOUR, explanation=WHY)
    back = transitions.publish(stages.revision(fresh(edition), people, now), by=people.publisher, now=now)
    assert live(now - TICK) == []
    assert live(now) == [back]
