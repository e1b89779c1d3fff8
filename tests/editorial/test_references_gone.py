"""A text that refers to what was withdrawn or given up takes nobody's time: it is refused before review and at each
signature.
"""

from datetime import datetime, timedelta
from typing import Any

import pytest

from editorial.models import Edition
from editorial.states import State
from editorial.workflow import transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def referring(about: Edition, people: People, now: datetime, slug: str = "child") -> Any:
    return builders.make_note(people, now, slug=slug, fields={"about": str(about.document.uuid)})


def withdrawn(people: People, now: datetime) -> Edition:
    live = stages.live(people, now - 2 * HOUR, slug="parent")
    return withdraw(live, people, now - HOUR)


def withdraw(edition: Edition, people: People, now: datetime, **given: Any) -> Edition:
    return transitions.withdraw(edition, by=people.publisher, now=now, explanation=builders.texts("Why"), **given)


def refuses(step: Any) -> None:
    with pytest.raises(NotAllowed) as refusal:
        step()
    assert [reason.code for reason in refusal.value.reasons] == ["reference_gone"]
    assert "Parent" in str(refusal.value)


def test_a_text_about_a_withdrawn_page_is_not_submitted(people: People, now: datetime) -> None:
    draft = referring(withdrawn(people, now), people, now)
    refuses(lambda: transitions.submit(draft, by=people.author, now=now))
    assert builders.fresh(draft).state == State.DRAFT


def test_nor_one_about_a_document_that_was_given_up(people: People, now: datetime) -> None:
    draft = referring(stages.at_stage(State.DISCARDED, people, now, slug="parent"), people, now)
    refuses(lambda: transitions.submit(draft, by=people.author, now=now))


def test_each_signature_is_refused_from_then_on(people: People, now: datetime) -> None:
    builders.joint("note", people)
    parent = stages.live(people, now - HOUR, slug="parent")
    child = transitions.submit(referring(parent, people, now), by=people.author, now=now)
    child = transitions.sign_off(child, by=people.reviewer_ca, now=now, digest=child.digest)
    withdraw(parent, people, now)
    refuses(lambda: transitions.sign_off(child, by=people.reviewer_mx, now=now, digest=child.digest))
    # The reviewer can send it back, and the author can take it back.
    back = transitions.request_changes(child, by=people.reviewer_mx, now=now, reason="The parent is gone.")
    assert transitions.recall(back, by=people.author, now=now).state == State.DRAFT


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW, State.CHANGES_REQUESTED, State.APPROVED])
def test_what_is_being_worked_on_may_yet_become_public(state: State, people: People, now: datetime) -> None:
    parent = stages.at_stage(state, people, now, slug="parent")
    assert transitions.submit(referring(parent, people, now), by=people.author, now=now).state == State.IN_REVIEW


def test_a_withdrawn_page_that_is_to_come_back_is_no_obstacle(people: People, now: datetime) -> None:
    """So that both can go public in one release."""
    parent = withdrawn(people, now)
    draft = referring(parent, people, now)
    refuses(lambda: transitions.submit(draft, by=people.author, now=now))
    revision = transitions.revise(parent, by=people.author, now=now)
    child = transitions.submit(draft, by=people.author, now=now)
    transitions.discard(revision, by=people.author, now=now)
    refuses(lambda: transitions.sign_off(child, by=people.reviewer_ca, now=now, digest=child.digest))


def test_a_planned_end_or_beginning_is_no_obstacle(people: People, now: datetime) -> None:
    parent = stages.live(people, now - HOUR, slug="parent")
    withdraw(parent, people, now, at=now + HOUR)
    coming = stages.scheduled(people, now, now + HOUR, slug="coming")
    for about in (parent, coming):
        draft = referring(about, people, now, slug=f"about-{about.pk}")
        assert transitions.submit(draft, by=people.author, now=now).state == State.IN_REVIEW
    late = referring(parent, people, now, slug="late")
    refuses(lambda: transitions.submit(late, by=people.author, now=now + HOUR))
