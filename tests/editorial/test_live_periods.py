"""Plans follow one another: nothing is published into or before another plan; and when anything changes next."""

from datetime import datetime, timedelta

import pytest

from editorial.models import Edition, Event, Withdrawal
from editorial.states import Verb
from editorial.workflow import transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.live_periods import next_boundary
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People

TICK = timedelta(microseconds=1)
DAY = timedelta(days=1)
WHY = builders.texts("Why")


def live(moment: datetime) -> list[Edition]:
    return list(Edition.objects.live(moment).order_by("pk"))


def codes(refusal: pytest.ExceptionInfo[NotAllowed]) -> list[str]:
    return [reason.code for reason in refusal.value.reasons]


def plan(people: People, now: datetime) -> tuple[Edition, Edition, Edition]:
    """Live since yesterday, its successor scheduled for the day after tomorrow, and the one after that approved."""
    first = stages.live(people, now - DAY)
    second = transitions.schedule(stages.revision(first, people, now), by=people.publisher, now=now, at=now + 2 * DAY)
    return first, second, stages.revision(second, people, now)


def refuses_urgently(edition: Edition, code: str, people: People, now: datetime) -> Edition:
    """Urgency does not change the line of time either. The edition is approved again afterwards."""
    draft = transitions.recall(edition, by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish_urgently(draft, by=people.publisher, now=now, reason="Flood")
    assert codes(refusal) == [code]
    return builders.approve(draft, people, now)


def test_not_into_a_scheduled_one(people: People, now: datetime) -> None:
    first, second, third = plan(people, now)
    for publish in (
        lambda: transitions.publish(third, by=people.publisher, now=now),
        lambda: transitions.schedule(third, by=people.publisher, now=now, at=now + DAY),
        lambda: transitions.schedule(third, by=people.publisher, now=now, at=now + 2 * DAY),
    ):
        with pytest.raises(NotAllowed) as refusal:
            publish()
        assert codes(refusal) == ["scheduled"]
    assert str(second.number) in str(refusal.value)
    assert live(now) == [first]
    third = refuses_urgently(third, "scheduled", people, now)
    published = transitions.publish(third, by=people.publisher, now=now + 2 * DAY + TICK)
    assert [live(now + 2 * DAY), live(now + 2 * DAY + TICK)] == [[second], [published]]


def test_behind_a_scheduled_one(people: People, now: datetime) -> None:
    first, second, third = plan(people, now)
    scheduled = transitions.schedule(third, by=people.publisher, now=now, at=now + 3 * DAY)
    assert [live(now), live(now + 2 * DAY), live(now + 3 * DAY)] == [[first], [second], [scheduled]]
    # What stood between two others is taken out, and the one before it goes on until the one behind.
    transitions.unschedule(second, by=people.publisher, now=now)
    assert [live(now + 2 * DAY), live(now + 3 * DAY)] == [[first], [scheduled]]
    transitions.unschedule(scheduled, by=people.publisher, now=now)
    assert live(now + 9 * DAY) == [first]


@pytest.mark.parametrize("how", ["publish", "schedule", "publish_urgently"])
def test_a_planned_end_gives_way_to_a_new_edition(how: str, people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY)
    transitions.withdraw(first, by=people.publisher, now=now, at=now + 2 * DAY, explanation=WHY)
    second = stages.revision(first, people, now)
    if how == "publish_urgently":
        second = transitions.recall(second, by=people.author, now=now)
    given = {"publish": {}, "schedule": {"at": now + DAY}, "publish_urgently": {"reason": "Flood"}}[how]
    getattr(transitions, how)(second, by=people.publisher, now=now, **given)
    assert live(now + 3 * DAY) == [second]
    assert not Withdrawal.objects.exists()
    event = Event.objects.filter(edition=second).latest("pk")
    assert event.data["withdrawal_dropped"] == (now + 2 * DAY).isoformat()


def test_a_planned_end_before_it_stays(people: People, now: datetime) -> None:
    first = stages.live(people, now - DAY)
    transitions.withdraw(first, by=people.publisher, now=now, at=now + 2 * DAY, explanation=WHY)
    scheduled = transitions.schedule(
        stages.revision(first, people, now), by=people.publisher, now=now, at=now + 3 * DAY
    )
    assert [live(now + 2 * DAY), live(now + 3 * DAY)] == [[], [scheduled]]
    assert Withdrawal.objects.get().edition_id == first.pk


def test_reasons_say_when(people: People, now: datetime) -> None:
    _first, second, third = plan(people, now)
    (reason,) = permissions.problems(Verb.PUBLISH, Attempt(third, people.publisher, now))
    assert str(second.live_during.lower.year) in reason.message
    assert "UTC" in reason.message


def test_what_it_refers_to_must_be_public_then(people: People, now: datetime) -> None:
    at = now + DAY
    about = stages.scheduled(people, now, at, slug="about")
    draft = builders.make_note(people, now, slug="note", fields={"about": str(about.document.uuid)})
    approved = builders.approve(draft, people, now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(approved, by=people.publisher, now=now)
    assert codes(refusal) == ["reference"]
    assert "About" in str(refusal.value)
    with pytest.raises(NotAllowed):
        transitions.schedule(approved, by=people.publisher, now=now, at=at - TICK)
    transitions.schedule(approved, by=people.publisher, now=now, at=at)


def test_the_next_boundary(people: People, now: datetime) -> None:
    assert next_boundary(now) is None
    stages.live(people, now - DAY, slug="one")
    assert next_boundary(now) is None
    assert next_boundary(now - 2 * DAY) == now - DAY
    assert next_boundary(now - DAY) is None
    approved = builders.approve(builders.make_note(people, now, slug="two"), people, now)
    begin, end = now + DAY, now + 2 * DAY
    transitions.schedule(approved, by=people.publisher, now=now, at=begin, until=end, explanation=WHY)
    stages.scheduled(people, now, now + 3 * DAY, slug="three")
    moments, moment = [], now
    while (following := next_boundary(moment)) is not None:
        moments.append(following)
        moment = following
    assert moments == [begin, end, now + 3 * DAY]


def test_nothing_changes_between_boundaries(people: People, now: datetime) -> None:
    """What a cache may rely on."""
    plan(people, now)
    boundary = next_boundary(now)
    assert boundary is not None
    assert live(now) == live(now + (boundary - now) / 2) == live(boundary - TICK) != live(boundary)
