"""Attempts that the rules refuse are kept for administrators, bounded in number and age; what is done leaves none."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from editorial.models import Edition, Event, RefusedAttempt, User
from editorial.releases import steps
from editorial.releases.rules import NotTogether
from editorial.states import TRANSITIONS, Verb
from editorial.workflow import refusals, transitions
from editorial.workflow.rules.permissions import NotAllowed, Reason
from tests.builders import approve, fresh, make_note
from tests.editorial.desk import as_, at, post, to
from tests.people import People

pytestmark = pytest.mark.django_db


def recorded_attempts() -> list[tuple[str, str, int, str]]:
    """What is kept, oldest first: who, what, how often, why."""
    rows = RefusedAttempt.objects.order_by("id").values_list("person__username", "verb", "count", "codes")
    return [(name, verb, count, codes) for name, verb, count, codes in rows]


def test_a_refused_attempt_says_who_tried_what_and_why(people: People, now: datetime) -> None:
    note = make_note(people, now)
    lines = Event.objects.count()
    with pytest.raises(NotAllowed):
        transitions.publish(note, by=people.author, now=now)
    attempt = RefusedAttempt.objects.get()
    assert (attempt.person, attempt.edition_id, attempt.verb) == (people.author, note.pk, Verb.PUBLISH)
    assert attempt.codes == "state permission"
    assert "To do this it must be" in attempt.reasons
    assert attempt.first_at == attempt.last_at == now
    assert Event.objects.count() == lines


def test_every_transition_keeps_its_refusals(people: People, now: datetime) -> None:
    """An outsider may do none of them, whatever the state."""
    note = make_note(people, now)
    given = {
        Verb.REQUEST_CHANGES: {"reason": "no"},
        Verb.SIGN_OFF: {"digest": note.digest},
        Verb.SCHEDULE: {"at": now + timedelta(days=1)},
        Verb.RESCHEDULE: {"at": now + timedelta(days=1)},
        Verb.WITHDRAW: {"explanation": {}},
        Verb.PUBLISH_URGENTLY: {"reason": "now"},
    }
    for verb in TRANSITIONS:
        with pytest.raises(NotAllowed):
            getattr(transitions, verb.value)(note, by=people.outsider, now=now, **given.get(verb, {}))
    assert {verb for _name, verb, _count, _codes in recorded_attempts()} == {verb.value for verb in TRANSITIONS}


def test_what_is_allowed_leaves_nothing(people: People, now: datetime) -> None:
    approve(make_note(people, now), people, now)
    assert recorded_attempts() == []


def test_by_post_and_only_by_post(people: People, now: datetime) -> None:
    """A page that asks whether something could be done is no attempt."""
    note = make_note(people, now)
    assert as_(people.author).get(to(note, "recall")).status_code == 200
    assert as_(people.author).get(to(note, "publish")).status_code == 200
    assert recorded_attempts() == []
    assert post(people.author, note, "publish").status_code == 409
    assert recorded_attempts() == [("author", "publish", 1, "state permission")]


def test_a_crafted_and_replayed_post_is_counted(people: People, now: datetime) -> None:
    note = make_note(people, now)
    client = as_(people.author)
    for _each in range(3):
        assert client.post(to(note, "submit"), {"version": 999}).status_code == 409
    assert recorded_attempts() == [("author", "submit", 3, "moved")]


def test_the_same_again_later_is_told_again(people: People, now: datetime) -> None:
    note = make_note(people, now)
    for moment in (now, now + timedelta(minutes=59), now + timedelta(hours=2, minutes=1)):
        with pytest.raises(NotAllowed):
            transitions.publish(note, by=people.author, now=moment)
    assert [count for *_rest, count, _codes in recorded_attempts()] == [2, 1]


def test_a_language_exception_refused_is_kept(people: People, now: datetime) -> None:
    note = make_note(people, now)
    assert post(people.author, note, "grant_exception", language="fr", reason="later").status_code == 409
    assert recorded_attempts() == [("author", "grant_exception", 1, "permission")]


def test_a_release_that_is_refused_is_kept_for_its_editions(people: People, now: datetime) -> None:
    ready = approve(make_note(people, now), people, now)
    draft = make_note(people, now, slug="second")
    release = steps.create(title="Both", by=people.publisher, now=now)
    for edition in (ready, draft):
        steps.add(release, fresh(edition), by=people.publisher, now=now)
    with pytest.raises(NotTogether):
        steps.freeze(release, by=people.publisher, now=now)
    assert [(each.edition_id, each.verb) for each in RefusedAttempt.objects.all()] == [(draft.pk, Verb.FREEZE)]
    with pytest.raises(NotAllowed):
        steps.publish(release, by=people.author, now=now)
    tried = RefusedAttempt.objects.filter(verb=Verb.PUBLISH).values_list("edition_id", "person__username")
    assert set(tried) == {(ready.pk, "author"), (draft.pk, "author")}


def attempts(person: User, edition: Edition, count: int, *, now: datetime) -> None:
    """Refuse so many different attempts."""
    for number in range(count):
        refusals.keep(edition, Verb.PUBLISH, reasons=[Reason(f"code{number}", "No.")], by=person, now=now)


def test_each_person_has_room_for_so_many(people: People, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "MOST_OF_A_PERSON", 4)
    note = make_note(people, now)
    attempts(people.author, note, 2, now=now)
    attempts(people.outsider, note, 9, now=now)
    assert [codes for name, *_rest, codes in recorded_attempts() if name == "author"] == ["code0", "code1"]
    assert [codes for name, *_rest, codes in recorded_attempts() if name == "outsider"] == [
        "code5",
        "code6",
        "code7",
        "code8",
    ]


def test_there_is_room_for_five_hundred(people: People, now: datetime) -> None:
    note = make_note(people, now)
    RefusedAttempt.objects.bulk_create(
        RefusedAttempt(
            person=people.author, edition_id=note.pk, verb=Verb.PUBLISH, codes=f"code{number}", reasons="No.",
            first_at=now, last_at=now,
        )
        for number in range(500)
    )  # fmt: skip
    refusals.keep(note, Verb.PUBLISH, reasons=[Reason("last", "No.")], by=people.author, now=now)
    kept = [codes for *_rest, codes in recorded_attempts()]
    assert (len(kept), kept[0], kept[-1]) == (500, "code1", "last")


def test_endless_reasons_are_cut(people: People, now: datetime) -> None:
    note = make_note(people, now)
    refusals.keep(
        note, Verb.SUBMIT, reasons=[Reason(f"c{n}", "x" * 1000) for n in range(500)], by=people.author, now=now
    )
    attempt = RefusedAttempt.objects.get()
    assert len(attempt.reasons) == 4000
    assert len(attempt.codes) == 500


def test_they_are_forgotten_in_time(people: People, now: datetime) -> None:
    note = make_note(people, now)
    attempts(people.author, note, 1, now=now - timedelta(days=181))
    attempts(people.outsider, note, 1, now=now - timedelta(days=179))
    refusals.forget_old(now)
    assert [name for name, *_rest in recorded_attempts()] == ["outsider"]


def test_administrators_see_them_and_nobody_else(people: People, now: datetime) -> None:
    note = make_note(people, now)
    with pytest.raises(NotAllowed):
        transitions.publish(note, by=people.author, now=now)
    screen = reverse("admin:editorial_refusedattempt_changelist")
    said = as_(people.administrator).get(screen).content.decode()
    assert "<h1>Refused attempts</h1>" in said
    assert "?verb=publish" in said
    assert "?verb=withdraw" not in said, "what nobody tried cannot be chosen"
    assert at(note, "history") not in as_(people.administrator).get(screen, {"verb": "withdraw"}).content.decode()
    assert "Publish now" in said
    assert at(note, "history") in said
    assert "To do this it must be" in said
    for person in (people.author, people.publisher, people.reviewer_ca, people.outsider):
        assert as_(person).get(screen).status_code == 403
