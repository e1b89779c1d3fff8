"""Who answers for a document: set by who may, on record, told to the new owner, and refused with the reason."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from editorial.models import Document, Edition, Notice, NoticeType, User
from editorial.notices import texts
from editorial.staff import offboarding
from editorial.states import State, Verb
from editorial.workflow import assignment, audit, event_words, ownership
from editorial.workflow.roles.groups import administer
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.browserless import fields_of
from tests.editorial import stages
from tests.editorial.desk import as_, opened
from tests.jobs import work_off
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(people: People) -> User:
    """An administrator, who keeps documents and accounts."""
    names = ("user", "document")
    administer(Permission.objects.filter(content_type__app_label="editorial", content_type__model__in=names))
    return User.objects.get(pk=people.administrator.pk)


def form_of(edition: Edition) -> str:
    """The address of the form of the edition's document."""
    return reverse("admin:editorial_document_change", args=(edition.document_id,))


def codes(edition: Edition, owner: User, by: User, now: datetime) -> list[str]:
    """Why it is refused; nothing is written then."""
    with pytest.raises(NotAllowed) as refused:
        ownership.set_owner(edition, owner=owner, by=by, now=now)
    assert not edition.events.filter(verb=Verb.SET_OWNER).exists()
    return [reason.code for reason in refused.value.reasons]


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.PUBLISHED])
def test_it_is_on_record_once_and_moves_nothing(people: People, keeper: User, now: datetime, state: State) -> None:
    edition = builders.fresh(stages.at_stage(state, people, now))
    before = edition.document.owner
    assert ownership.set_owner(edition, owner=people.publisher, by=keeper, now=now, reason="Moves abroad")
    assert not ownership.set_owner(edition, owner=people.publisher, by=keeper, now=now)
    kept = builders.fresh(edition)
    assert (kept.version, kept.digest, kept.state) == (edition.version, edition.digest, state)
    assert Document.objects.get(pk=edition.document_id).owner == people.publisher
    (line,) = edition.events.filter(verb=Verb.SET_OWNER)
    assert (line.by, line.reason, line.data["from"], line.data["to"]) == (
        keeper, "Moves abroad", before.pk, people.publisher.pk,
    )  # fmt: skip
    assert list(audit.verify()) == []


def test_the_new_owner_is_told_and_nobody_else(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    work_off()
    ownership.set_owner(edition, owner=people.publisher, by=keeper, now=now)
    work_off()
    (notice,) = Notice.objects.filter(event__verb=Verb.SET_OWNER)
    assert (notice.person, notice.sort) == (people.publisher, NoticeType.ASSIGNED)
    assert texts.notice_text(notice).subject == "administrator made you responsible for “Draft en”"


def test_the_timeline_says_from_whom_to_whom(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    ownership.set_owner(edition, owner=people.publisher, by=keeper, now=now)
    (note,) = ownership.in_words(edition.events.get(verb=Verb.SET_OWNER))
    assert note == event_words.Note("publisher answers for the document, after author.")


def test_who_may_and_who_can(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    assert codes(edition, people.publisher, people.author, now) == ["permission"]
    assert codes(edition, people.publisher, people.publisher, now) == ["permission"]
    User.objects.filter(pk=people.publisher.pk).update(is_active=False)
    assert codes(edition, people.publisher, keeper, now) == ["owner"], "the account as it is now, not as it was opened"


def test_the_form_says_at_the_field_what_is_wrong(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    client, url = as_(keeper), form_of(edition)
    User.objects.filter(pk=people.publisher.pk).update(is_active=False)
    given = {"owner": people.publisher.pk, "review_by": "2001-01-01"}
    response = client.post(url, {**opened(client, url), **given})
    errors = response.context["adminform"].form.errors
    assert sorted(errors) == ["owner", "review_by"], "all at once, each at its field"
    response = client.post(url, {**opened(client, url), "review_by": "2001-01-01"})
    assert list(response.context["adminform"].form.errors) == ["review_by"]
    assert fields_of(response, "document_form")["review_by"] == "2001-01-01"
    assert not edition.events.filter(verb__in=(Verb.SET_OWNER, Verb.SET_REVIEW_BY)).exists()


def test_a_day_that_passed_may_stand_while_the_owner_changes(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.PUBLISHED, people, now)
    long_ago = now - timedelta(days=900)
    assignment.set_review_by(edition, review_by=(long_ago + timedelta(days=9)).date(), by=keeper, now=long_ago)
    client, url = as_(keeper), form_of(edition)
    answer = client.post(url, {**opened(client, url), "owner": people.publisher.pk})
    assert answer.status_code == 302
    assert Document.objects.get(pk=edition.document_id).owner == people.publisher


def test_the_day_can_be_set_though_who_answers_is_gone(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    User.objects.filter(pk=builders.fresh(edition).document.owner_id).update(is_active=False)
    client, url = as_(keeper), form_of(edition)
    day = (now + timedelta(days=30)).date()
    answer = client.post(url, {**opened(client, url), "review_by": day.isoformat()})
    assert answer.status_code == 302
    assert Document.objects.get(pk=edition.document_id).review_by == day


def test_the_form_overwrites_nobody(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    client, url = as_(keeper), form_of(edition)
    mine: dict[str, Any] = {**opened(client, url), "owner": people.publisher.pk}
    ownership.set_owner(edition, owner=people.second_author, by=keeper, now=now)
    response = client.post(url, mine)
    assert response.status_code == 409
    assert "second-author" in response.content.decode()
    assert Document.objects.get(pk=edition.document_id).owner == people.second_author


def test_whoever_leaves_leaves_their_documents_on_record(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    owner = builders.fresh(edition).document.owner
    offboarding.hand_over(
        person=owner, documents_to=people.second_author, reviews_to=people.reviewer_ca, by=keeper, now=now,
        reason="Retires",
    )  # fmt: skip
    (line,) = edition.events.filter(verb=Verb.SET_OWNER)
    assert (line.data["to"], line.data["handed_over"], line.reason) == (people.second_author.pk, True, "Retires")
    work_off()
    assert not Notice.objects.filter(event=line).exists(), "told once, of it all"
    assert Notice.objects.filter(sort=NoticeType.HANDED_OVER, person=people.second_author).exists()
