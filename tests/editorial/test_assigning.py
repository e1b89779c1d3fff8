"""Work is given to somebody who can do it, ends by itself, and disturbs nobody who has a form open."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission

from editorial.models import Assignment, Edition, Task, User
from editorial.states import State, Verb
from editorial.workflow import assignment, audit, drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.attacks import refused, sql
from tests.editorial import stages
from tests.people import People, person

pytestmark = pytest.mark.django_db


def give(edition: Edition, to: User | None, by: User, now: datetime, **values: Any) -> list[Assignment]:
    return assignment.assign(edition, to=to, by=by, now=now, **{"due": None, **values})


def why_not(edition: Edition, to: User | None, by: User, now: datetime, **values: Any) -> list[str]:
    with pytest.raises(NotAllowed) as refusal:
        give(edition, to, by, now, **values)
    return [reason.code for reason in refusal.value.reasons]


def tasks_of(who: User) -> list[tuple[str, str]]:
    return [(one.task, one.language) for one in assignment.assigned_to(who)]


def test_a_draft_goes_to_writers_and_translators(people: People, now: datetime) -> None:
    """Each gets what they can do; the others are refused with the reason."""
    draft = stages.at_stage(State.DRAFT, people, now)
    give(draft, people.second_author, people.author, now, due=now.date(), reason="You know the numbers.")
    give(draft, people.translator_fr, people.author, now)
    assert tasks_of(people.second_author) == [(Task.WRITE, "")]
    assert tasks_of(people.translator_fr) == [(Task.TRANSLATE, "fr")]
    assert why_not(draft, people.translator_en, people.author, now) == ["language"]
    assert why_not(draft, people.reviewer_ca, people.author, now) == ["permission"]
    assert why_not(draft, people.outsider, people.author, now) == ["permission"]


def test_a_review_goes_to_those_who_may_sign(people: People, now: datetime) -> None:
    """A party that is asked, a person who changed nothing."""
    builders.joint("note", people, stages=(1, 2))
    draft = stages.at_stage(State.DRAFT, people, now)
    both = person("both", "Author", "Reviewer", party=people.ca)
    with drafts.edit(draft, by=both, now=now) as row:
        row.minor = True
        row.save()
    builders.attest_all(draft, people, now)
    reviewed = transitions.submit(draft, by=people.author, now=now)
    stray = person("stray", "Reviewer")
    assert why_not(reviewed, both, people.author, now) == ["four_eyes"]
    assert why_not(reviewed, stray, people.author, now) == ["party"]
    assert why_not(reviewed, people.author, people.author, now) == ["permission"]
    give(reviewed, people.reviewer_ca, people.author, now)
    give(reviewed, people.reviewer_mx, people.author, now)  # a later stage may be asked beforehand
    assert tasks_of(people.reviewer_ca) == tasks_of(people.reviewer_mx) == [(Task.REVIEW, "")]
    transitions.sign_off(reviewed, by=people.reviewer_ca, now=now, digest=reviewed.digest)
    assert tasks_of(people.reviewer_ca) == []
    assert tasks_of(people.reviewer_mx) == [(Task.REVIEW, "")]
    assert why_not(reviewed, people.reviewer_ca, people.author, now) == ["signed"]


def test_what_is_approved_goes_to_a_publisher(people: People, now: datetime) -> None:
    """And to nobody else."""
    approved = stages.at_stage(State.APPROVED, people, now)
    give(approved, people.publisher, people.author, now)
    assert tasks_of(people.publisher) == [(Task.PUBLISH, "")]
    assert why_not(approved, people.reviewer_ca, people.author, now) == ["permission"]


def test_whoever_wrote_it_is_not_asked_to_publish_it(people: People, now: datetime) -> None:
    approved = stages.at_stage(State.APPROVED, people, now)
    people.author.groups.add(Group.objects.get(name="Publisher"))
    assert why_not(approved, people.author, people.publisher, now) == ["four_eyes"]


@pytest.mark.parametrize("state", [State.PUBLISHED, State.DISCARDED])
def test_nothing_closed_is_assigned(people: People, now: datetime, state: State) -> None:
    """There is nothing to do about it."""
    assert why_not(stages.at_stage(state, people, now), people.author, people.author, now) == ["state"]


def test_it_ends_when_the_edition_moves_on(people: People, now: datetime) -> None:
    """And does not come back with the next draft."""
    draft = stages.at_stage(State.DRAFT, people, now)
    give(draft, people.second_author, people.author, now)
    transitions.submit(draft, by=people.author, now=now)
    assert tasks_of(people.second_author) == []
    transitions.recall(draft, by=people.author, now=now)
    assert tasks_of(people.second_author) == []
    give(draft, people.author, people.author, now)
    assert tasks_of(people.author) == [(Task.WRITE, "")]


def test_the_next_person_takes_the_place_of_the_last(people: People, now: datetime) -> None:
    """One person a task; the event names both."""
    draft = stages.at_stage(State.DRAFT, people, now)
    give(draft, people.author, people.author, now)
    give(draft, people.second_author, people.author, now, due=now.date(), reason="Holidays")
    assert tasks_of(people.author) == []
    assert tasks_of(people.second_author) == [(Task.WRITE, "")]
    event = draft.events.order_by("-id").first()
    assert event is not None
    assert (event.verb, event.reason) == (Verb.ASSIGN, "Holidays")
    assert event.data["to"] == people.second_author.pk
    assert event.data["from"] == [people.author.pk]
    assert event.data["due"] == now.date().isoformat()
    assert list(audit.verify()) == []


def test_work_given_again_to_the_same_person_is_taken_from_nobody(people: People, now: datetime) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    give(draft, people.author, people.author, now)
    give(draft, people.author, people.author, now, due=now.date())
    event = draft.events.order_by("-id").first()
    assert event is not None
    assert event.data["from"] == []


def test_each_task_has_its_person(people: People, now: datetime) -> None:
    """Whoever is to publish is not put in the place of whoever was to write."""
    draft = stages.at_stage(State.DRAFT, people, now)
    give(draft, people.author, people.author, now)
    approved = builders.approve(draft, people, now)
    assert [one.task for one in give(approved, people.publisher, people.author, now)] == [Task.PUBLISH]
    kept = Assignment.objects.filter(edition=draft).values_list("task", "person__username")
    assert set(kept) == {(Task.WRITE, "author"), (Task.PUBLISH, "publisher")}


@pytest.mark.parametrize(("hour", "passed"), [(11, False), (12, True)])
def test_a_day_has_passed_when_it_has_in_the_most_western_office(
    hour: int, passed: bool, people: People, now: datetime
) -> None:
    draft = stages.at_stage(State.DRAFT, people, now)
    today = now.replace(hour=hour, minute=30)
    found = assignment.problems(
        draft, to=people.author, due=today.date() - timedelta(days=1), by=people.author, now=today
    )
    assert [reason.code for reason in found] == (["past"] if passed else [])


def test_open_forms_stay_valid(people: People, now: datetime) -> None:
    """Neither version nor digest moves, and giving work makes nobody a contributor."""
    draft = stages.at_stage(State.DRAFT, people, now)
    version, digest = draft.version, draft.digest
    give(draft, people.second_author, people.author, now)
    assignment.set_review_by(draft, review_by=now.date(), by=people.author, now=now)
    kept = builders.fresh(draft)
    assert (kept.version, kept.digest, kept.state) == (version, digest, State.DRAFT)
    with drafts.edit(draft, by=people.second_author, now=now, version=version) as row:
        row.title_en = "New"
        row.save()


def test_who_may_give_work(people: People, now: datetime) -> None:
    """Whoever has the permission; the others may take work themselves, and hand back their own."""
    draft = stages.at_stage(State.DRAFT, people, now)
    for by in (people.author, people.reviewer_ca, people.publisher, people.administrator, people.superuser):
        give(draft, people.second_author, by, now)
    assert why_not(draft, people.second_author, people.translator_fr, now) == ["permission"]
    assert why_not(draft, None, people.translator_fr, now) == ["permission"]
    give(draft, people.translator_fr, people.translator_fr, now)
    assert assignment.unassign(draft, person=people.translator_fr, by=people.translator_fr, now=now) == 1
    assert assignment.unassign(draft, person=people.translator_fr, by=people.translator_fr, now=now) == 0
    assert tasks_of(people.second_author) == [(Task.WRITE, "")]
    give(draft, None, people.author, now)
    assert tasks_of(people.second_author) == []


def test_bad_values_are_refused(people: People, now: datetime) -> None:
    """A day that has passed everywhere; an account that was closed while the form was open."""
    draft = stages.at_stage(State.DRAFT, people, now)
    past = (now - timedelta(days=2)).date()
    assert why_not(draft, people.author, people.author, now, due=past) == ["past"]
    User.objects.filter(pk=people.second_author.pk).update(is_active=False)
    assert why_not(draft, people.second_author, people.author, now) == ["inactive"]
    User.objects.filter(pk=people.author.pk).update(is_active=False)
    gone = User.objects.get(pk=people.author.pk)
    assert why_not(draft, people.administrator, gone, now) == ["inactive"]
    with pytest.raises(NotAllowed):
        assignment.set_review_by(draft, review_by=past, by=people.administrator, now=now)
    with pytest.raises(NotAllowed):
        assignment.set_review_by(draft, review_by=None, by=people.reviewer_ca, now=now)


def test_candidates_are_those_who_would_not_be_refused(
    people: People, now: datetime, django_assert_max_num_queries: Any
) -> None:
    """The chooser offers whom the engine takes, at the same price for two people as for twenty."""
    for number in range(20):
        person(f"more-{number}", "Author", "Reviewer", party=people.ca)
    people.outsider.user_permissions.add(Permission.objects.get(codename="publish_edition"))
    for state in (State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED, State.APPROVED):
        edition = builders.fresh(stages.at_stage(state, people, now))
        by = User.objects.get(pk=people.author.pk)
        with django_assert_max_num_queries(9):
            found = assignment.candidates(edition, by=by, now=now)
        able = [who for who in User.objects.all() if not assignment.problems(edition, to=who, by=by, now=now)]
        assert {who.pk for who in found} == {who.pk for who in able}
        assert found
    draft = stages.at_stage(State.DRAFT, people, now, slug="other")
    assert assignment.candidates(draft, by=people.translator_fr, now=now) == [people.translator_fr]
    assert assignment.candidates(draft, by=people.outsider, now=now) == []


def test_whom_many_editions_were_given_to(people: People, now: datetime, django_assert_num_queries: Any) -> None:
    """One query for a whole list."""
    editions = [stages.at_stage(State.DRAFT, people, now, slug=f"n{number}") for number in range(3)]
    for edition in editions[:2]:
        give(edition, people.translator_es, people.author, now)
    with django_assert_num_queries(1):
        found = assignment.assignees(editions)
    assert {pk: [one.person for one in rows] for pk, rows in found.items()} == {
        edition.pk: [people.translator_es] for edition in editions[:2]
    }


def test_setting_the_review_date_is_recorded(people: People, now: datetime) -> None:
    """Once, with what it was before; for a published edition too."""
    edition = stages.at_stage(State.PUBLISHED, people, now)
    day = (now + timedelta(days=90)).date()
    assert assignment.set_review_by(edition, review_by=day, by=people.administrator, now=now, reason="Yearly")
    assert not assignment.set_review_by(edition, review_by=day, by=people.administrator, now=now)
    edition.document.refresh_from_db()
    assert edition.document.review_by == day
    events = edition.events.filter(verb=Verb.SET_REVIEW_BY)
    assert [(event.reason, event.data) for event in events] == [
        ("Yearly", {"before": "", "review_by": day.isoformat()})
    ]


def test_the_database_refuses_what_the_engine_would(people: People, now: datetime) -> None:
    """Raw SQL and `update()` alike."""
    reviewed = stages.at_stage(State.IN_REVIEW, people, now)
    given = give(reviewed, people.reviewer_ca, people.author, now)[0]
    rows = Assignment.objects.filter(pk=given.pk)
    with refused("acts for that party"):
        rows.update(person=people.reviewer_mx)
    with refused("neither review nor publish"):
        rows.update(person=people.author)
    with refused("present state and round"):
        rows.update(round=7)
    with refused("editorial_assignment_party"):
        sql("UPDATE editorial_assignment SET party_id = NULL WHERE id = %s", given.pk)
    with refused("editorial_assignment_language"):
        rows.update(language="fr")
    with refused("editorial_assignment_task_of_state"):
        sql("UPDATE editorial_assignment SET task = 'publish', party_id = NULL WHERE id = %s", given.pk)
    User.objects.filter(pk=people.reviewer_ca.pk).update(is_active=False)
    with refused("active"):
        rows.update(due_on=now.date())
    transitions.recall(reviewed, by=people.author, now=now)
    with refused("present state and round"):
        rows.update(due_on=now.date())
