"""How many queries a transition needs from the request to the answer, and two people at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from editorial.models import Edition, Event, SignOff, User
from editorial.states import State
from editorial.workflow import transitions
from tests.builders import approve, fresh, joint, make_note, note_change, publish, section
from tests.editorial.desk import as_, post, state, to
from tests.people import People, make_people

#: What a step may cost, everything counted: session, person, permissions, savepoints, messages.
BUDGET = 25


def note_of(people: People, now: datetime, sections: int, slug: str) -> Any:
    """A note with so many sections and items."""
    parts = {"section": [section(f"S{n}") for n in range(sections)]}
    return make_note(people, now, slug=slug, parts=parts)


def cost(user: User, edition: Edition, verb: str, limit: Any, **values: Any) -> int:
    """How many queries one POST of `verb` took; at most the budget."""
    now = fresh(edition)
    client = as_(user)
    data = {"version": now.version, "digest": now.digest, **values}
    with limit(BUDGET) as captured:
        assert client.post(to(edition, verb), data).status_code == 302
    return len(captured)


def test_steps_stay_within_their_budget_whatever_the_size(
    people: People, now: datetime, django_assert_max_num_queries: Any
) -> None:
    joint("note", people)
    limit = django_assert_max_num_queries
    costs = []
    for size, slug in ((1, "small"), (12, "large")):
        live = publish(note_of(people, now, size, slug), people, now)
        draft = note_change(transitions.revise(live, by=people.author, now=now), people, now)
        spent = {"submit": cost(people.author, draft, "submit", limit)}
        spent["sign_off"] = cost(people.reviewer_ca, draft, "sign_off", limit)
        spent["last sign_off"] = cost(people.reviewer_mx, draft, "sign_off", limit)
        spent["publish"] = cost(people.publisher, draft, "publish", limit)
        costs.append(spent)
        for number in range(3):
            make_note(people, now, slug=f"{slug}-other-{number}")
    assert costs[0] == costs[1]


def test_other_steps_stay_within_the_budget_too(
    people: People, now: datetime, django_assert_max_num_queries: Any
) -> None:
    limit = django_assert_max_num_queries
    note = approve(make_note(people, now), people, now)
    begin = {"at_date": "2031-01-01", "at_time": "09:00", "at_zone": "UTC", "until_zone": "UTC"}
    cost(people.publisher, note, "schedule", limit, **begin)
    cost(people.publisher, note, "unschedule", limit)
    cost(people.author, note, "recall", limit)
    cost(people.publisher, note, "publish_urgently", limit, reason="A flood")
    cost(people.reviewer_ca, note, "confirm", limit)
    told = {f"explanation_{code}": "Gone" for code in ("en", "fr", "es")}
    cost(people.publisher, note, "withdraw", limit, **told)


def test_a_second_click_is_told_what_the_first_did(people: People, now: datetime) -> None:
    note = approve(make_note(people, now), people, now)
    opened = {"version": fresh(note).version}
    assert as_(people.publisher).post(to(note, "publish"), opened).status_code == 302
    again = as_(people.publisher).post(to(note, "publish"), opened)
    assert again.status_code == 409
    assert "publisher" in str(again.context["reasons"][0])
    assert Event.objects.filter(edition=note, verb="publish").count() == 1


def together(*calls: Any) -> list[Any]:
    """Run the calls at the same moment, each on its own connection to the database."""
    start = Barrier(len(calls))

    def run(call: Any) -> Any:
        start.wait()
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


@pytest.mark.django_db(transaction=True)
def test_of_two_who_publish_at_once_one_succeeds(now: datetime) -> None:
    people = make_people()
    note = approve(make_note(people, now), people, now)
    second = User.objects.create_user("publisher-2", password="publisher-2", is_staff=True)
    second.groups.set(people.publisher.groups.all())
    answers = together(*(lambda user=user: post(user, note, "publish") for user in (people.publisher, second)))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert state(note) == State.PUBLISHED
    assert Event.objects.filter(edition=note, verb="publish").count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_two_of_one_party_who_sign_at_once_one_succeeds(now: datetime) -> None:
    people = make_people()
    joint("note", people)
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    second = User.objects.create_user("reviewer-ca-2", password="r", is_staff=True, party=people.ca)
    second.groups.set(people.reviewer_ca.groups.all())
    answers = together(*(lambda user=user: post(user, note, "sign_off") for user in (people.reviewer_ca, second)))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    assert SignOff.objects.filter(edition=note).count() == 1
