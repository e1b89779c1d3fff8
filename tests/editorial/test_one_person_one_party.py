"""One person cannot sign for two governments, not even after changing sides."""

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from editorial.models import SignOff
from editorial.states import Verb
from editorial.workflow import transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People


def test_a_reviewer_who_changed_sides_may_not_sign_again(people: People, now: datetime) -> None:
    builders.joint("note", people)
    edition = transitions.submit(builders.make_note(people, now), by=people.author, now=now)
    edition = transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    turncoat = people.reviewer_ca
    turncoat.party = people.mx
    turncoat.save()
    with pytest.raises(NotAllowed) as refused:
        transitions.sign_off(edition, by=turncoat, now=now, digest=edition.digest)
    assert [reason.code for reason in refused.value.reasons] == ["signed"]
    columns = "edition_id, round, digest, party_id, decision, remark, at, by_id"
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO editorial_signoff ({columns})"
            " SELECT edition_id, round, digest, %s, decision, remark, at, by_id FROM editorial_signoff",
            [people.mx.pk],
        )
    assert SignOff.objects.count() == 1


def test_scheduling_is_offered_before_a_time_is_chosen(people: People, now: datetime) -> None:
    """What a page refers to may itself be scheduled; only the chosen time can tell whether it is public by then."""
    first = builders.approve(builders.make_note(people, now, slug="first"), people, now)
    first = transitions.schedule(first, by=people.publisher, now=now, at=now + timedelta(hours=1))
    second = builders.make_note(people, now, slug="second", fields={"about": str(first.document.uuid)})
    second = builders.approve(second, people, now)
    assert permissions.problems(Verb.SCHEDULE, Attempt(second, people.publisher, now)) == []
    with pytest.raises(NotAllowed) as refused:
        transitions.schedule(second, by=people.publisher, now=now, at=now + timedelta(minutes=30))
    assert [reason.code for reason in refused.value.reasons] == ["reference"]
    transitions.schedule(second, by=people.publisher, now=now, at=now + timedelta(hours=2))


def test_a_withdrawal_cannot_point_to_itself(people: People, now: datetime) -> None:
    live = builders.publish(builders.make_note(people, now), people, now)
    with pytest.raises(NotAllowed) as refused:
        transitions.withdraw(
            live,
            by=people.publisher,
            now=now + timedelta(hours=1),
            explanation=builders.texts("Why"),
            redirect_to=live.document,
        )
    assert [reason.code for reason in refused.value.reasons] == ["redirect"]


def test_withdrawing_what_is_not_yet_public_gives_one_reason(people: People, now: datetime) -> None:
    edition = builders.approve(builders.make_note(people, now), people, now)
    edition = transitions.schedule(edition, by=people.publisher, now=now, at=now + timedelta(hours=1))
    assert [r.code for r in permissions.problems(Verb.WITHDRAW, Attempt(edition, people.publisher, now))] == [
        "not_live"
    ]
