"""What is planned can always be stopped or moved, by a publisher alone, in one step with one line of the record."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.models import Edition, Event, Withdrawal
from editorial.states import State, Verb
from editorial.verification import live_periods
from editorial.workflow import transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import refused, sql
from tests.editorial import stages
from tests.editorial.desk import as_, post, to
from tests.people import People

DAY = timedelta(days=1)


def periods(edition: Edition) -> list[tuple[datetime, datetime | None]]:
    found = Edition.objects.filter(document=edition.document_id, live_during__isnull=False).order_by("live_during")
    return [(row.live_during.lower, row.live_during.upper) for row in found]


def agrees_with_the_record(edition: Edition) -> bool:
    return live_periods.check(None, 50).differences == []


@pytest.fixture
def line(people: People, now: datetime) -> tuple[Edition, Edition, Edition]:
    """Live since yesterday; its successor in two days; and the one after that in four."""
    first = stages.live(people, now - DAY)
    second = stages.revision(first, people, now)
    second = transitions.schedule(second, by=people.publisher, now=now, at=now + 2 * DAY)
    third = stages.revision(second, people, now)
    return first, second, transitions.schedule(third, by=people.publisher, now=now, at=now + 4 * DAY)


@pytest.mark.parametrize("days", [1, 3])
def test_moved_in_one_step(days: int, line: tuple[Edition, ...], people: People, now: datetime) -> None:
    first, second, _third = line
    lines = Event.objects.count()
    moved = transitions.reschedule(second, by=people.publisher, now=now, at=now + days * DAY)
    assert periods(first) == [
        (now - DAY, now + days * DAY), (now + days * DAY, now + 4 * DAY), (now + 4 * DAY, None),
    ]  # fmt: skip
    event = Event.objects.latest("pk")
    assert (event.verb, Event.objects.count()) == (Verb.RESCHEDULE, lines + 1)
    assert event.data == {"before": (now + 2 * DAY).isoformat(), "begin": (now + days * DAY).isoformat()}
    assert moved.state == State.PUBLISHED
    assert agrees_with_the_record(first)


@pytest.mark.parametrize(
    ("days", "code"), [(-1, "past"), (-3, "past"), (4, "scheduled"), (5, "scheduled"), (9999, "date_bounds")]
)
def test_moved_where_it_cannot_be(
    days: int, code: str, line: tuple[Edition, ...], people: People, now: datetime
) -> None:
    before = periods(line[0])
    with pytest.raises(NotAllowed) as refusal:
        transitions.reschedule(line[1], by=people.publisher, now=now, at=now + days * DAY)
    assert code in {reason.code for reason in refusal.value.reasons}
    assert periods(line[0]) == before


def test_what_has_an_end_stays_before_it(people: People, now: datetime) -> None:
    approved = builders.approve(builders.make_note(people, now), people, now)
    why = builders.texts("Why")
    planned = transitions.schedule(
        approved, by=people.publisher, now=now, at=now + DAY, until=now + 3 * DAY, explanation=why
    )
    with pytest.raises(NotAllowed):
        transitions.reschedule(planned, by=people.publisher, now=now, at=now + 3 * DAY)
    transitions.reschedule(planned, by=people.publisher, now=now, at=now + 2 * DAY)
    assert periods(planned) == [(now + 2 * DAY, now + 3 * DAY)]
    assert Withdrawal.objects.get().at == now + 3 * DAY
    assert agrees_with_the_record(planned)


def test_what_is_public_is_not_moved(line: tuple[Edition, ...], people: People, now: datetime) -> None:
    found = permissions.problems(Verb.RESCHEDULE, Attempt(line[0], people.publisher, now, at=now + DAY))
    assert [reason.code for reason in found] == ["not_scheduled"]


@pytest.mark.parametrize("open_as", ["draft", "in_review", "changes_requested", "approved"])
def test_what_is_planned_is_stopped_though_a_later_edition_is_being_worked_on(
    open_as: str, people: People, now: datetime
) -> None:
    """It is given up for the later one, which began with its text."""
    first = stages.live(people, now - DAY)
    second = stages.revision(first, people, now)
    second = transitions.schedule(second, by=people.publisher, now=now, at=now + 2 * DAY)
    third = transitions.revise(second, by=people.author, now=now)
    if open_as != "draft":
        third = transitions.submit(
            builders.note_change(third, people, now), by=people.author, now=now, reason="Agreed."
        )
    if open_as == "changes_requested":
        third = transitions.request_changes(third, by=people.reviewer_ca, now=now, reason="A date is missing.")
    if open_as == "approved":
        third = transitions.sign_off(third, by=people.reviewer_ca, now=now, digest=third.digest)
    assert builders.fresh(third).state == open_as
    stopped = transitions.unschedule(second, by=people.publisher, now=now)
    row = builders.fresh(stopped)
    assert (row.state, row.live_during, row.discarded_by_id) == (State.DISCARDED, None, people.publisher.pk)
    assert list(Edition.objects.live(now + 9 * DAY)) == [first]
    assert builders.fresh(third).state == open_as
    assert agrees_with_the_record(first)


def test_without_a_later_one_it_is_approved_again(people: People, now: datetime) -> None:
    planned = stages.scheduled(people, now, now + DAY)
    assert transitions.unschedule(planned, by=people.publisher, now=now).state == State.APPROVED


def test_a_publication_that_has_begun_is_not_given_up_by_the_database(people: People, now: datetime) -> None:
    live = stages.live(people, now - DAY)
    with refused("keeps its beginning"):
        sql(
            "UPDATE editorial_edition SET state = 'discarded', live_during = NULL, discarded_at = changed_at,"
            " discarded_by_id = changed_by_id WHERE id = %s",
            live.pk,
        )


def refusals(edition: Edition, by: Any, now: datetime, **given: Any) -> dict[Verb, set[str]]:
    verbs = (Verb.PUBLISH, Verb.SCHEDULE, Verb.UNSCHEDULE, Verb.RESCHEDULE, Verb.WITHDRAW, Verb.REVISE)
    found = {}
    for verb in verbs:
        attempt = Attempt(edition, by, now, **given)
        found[verb] = {reason.code for reason in permissions.problems(verb, attempt)}
    return found


def test_every_refusal_has_a_way_out(people: People, now: datetime) -> None:
    """Live, scheduled twice behind it, and the next one approved: step by step, each by a publisher, the last is
    public.
    """
    first = stages.live(people, now - DAY)
    second = stages.revision(first, people, now)
    second = transitions.schedule(second, by=people.publisher, now=now, at=now + 2 * DAY)
    third = stages.revision(second, people, now)
    assert refusals(third, people.publisher, now)[Verb.PUBLISH] == {"scheduled"}
    assert refusals(first, people.publisher, now)[Verb.WITHDRAW] == {"ends_already"}
    [reason] = permissions.problems(Verb.PUBLISH, Attempt(third, people.publisher, now))
    assert f"Edition {second.number}" in reason.message
    [reason] = permissions.problems(Verb.WITHDRAW, Attempt(builders.fresh(first), people.publisher, now))
    assert f"Unschedule edition {second.number}" in reason.message
    transitions.unschedule(builders.fresh(second), by=people.publisher, now=now)
    assert (
        refusals(builders.fresh(first), people.publisher, now, explanation=builders.texts("Why"))[Verb.WITHDRAW]
        == set()
    )
    transitions.publish(third, by=people.publisher, now=now)
    assert list(Edition.objects.live(now)) == [third]


def test_the_screens(people: People, now: datetime, client: Any) -> None:
    planned = stages.scheduled(people, now, now + 2 * DAY)
    client.force_login(people.publisher)
    address = f"/admin/toy/note/{planned.pk}/reschedule/"
    page = client.get(address).content.decode()
    assert "It becomes public at the moment that you choose, and no longer at:" in page
    at = now + 5 * DAY
    sent = {"version": planned.version, "at_date": at.date().isoformat(), "at_time": "10:00", "at_zone": "UTC"}
    response = client.post(address, sent)
    assert response.status_code == 302, response.content.decode()[:3000]
    assert periods(planned) == [(at.replace(hour=10, minute=0, second=0), None)]


def test_the_page_lets_a_successor_be_scheduled_behind_what_is_scheduled(people: People, now: datetime) -> None:
    """While no moment is chosen nothing stands against it;
    one before the other edition is refused with what was typed."""
    first = stages.live(people, now - DAY)
    second = transitions.schedule(stages.revision(first, people, now), by=people.publisher, now=now, at=now + 2 * DAY)
    third = stages.revision(second, people, now)
    page = as_(people.publisher).get(to(third, "schedule")).content.decode()
    assert 'name="at_date"' in page
    assert "Choose a later moment" not in page
    early = now + DAY
    typed = {"at_date": f"{early:%Y-%m-%d}", "at_time": "10:00", "at_zone": "UTC"}
    answer = post(people.publisher, third, "schedule", **typed)
    assert answer.status_code == 409
    assert "Choose a later moment" in answer.content.decode()
    assert typed["at_date"] in answer.content.decode()
    later = {**typed, "at_date": f"{now + 3 * DAY:%Y-%m-%d}"}
    assert post(people.publisher, third, "schedule", **later).status_code == 302
