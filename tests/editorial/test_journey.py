"""An edition's whole way, on the toy subject."""

from datetime import datetime, timedelta

import pytest

from editorial.models import Address, Edition, Event
from editorial.states import Standing, State, Verb
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People


def test_from_draft_to_withdrawal(people: People, now: datetime) -> None:
    builders.joint("note", people)
    draft = builders.make_note(people, now, slug="journey")
    reviewed = transitions.submit(draft, by=people.author, now=now)
    half = transitions.sign_off(reviewed, by=people.reviewer_ca, now=now, digest=reviewed.digest)
    assert half.state == State.IN_REVIEW
    sent_back = transitions.request_changes(half, by=people.reviewer_mx, now=now, reason="The date is missing.")
    assert sent_back.state == State.CHANGES_REQUESTED
    again = transitions.recall(sent_back, by=people.author, now=now)
    with drafts.edit(again, by=people.author, now=now) as row:
        row.day = now.date()
        row.save()
    approved = builders.approve(again, people, now)
    assert approved.state == State.APPROVED
    assert approved.signed_digest == approved.digest
    at = now + timedelta(days=1)
    scheduled = transitions.schedule(approved, by=people.publisher, now=now, at=at)
    assert scheduled.standing(now) == Standing.SCHEDULED
    assert scheduled.standing(at) == Standing.LIVE
    assert not Edition.objects.live(at - timedelta(microseconds=1)).exists()
    assert Edition.objects.live(at).get() == scheduled
    later = at + timedelta(days=1)
    second = builders.revised(
        scheduled, people, later, slug_fr="nouveau", **{f"motto_{code}": "New" for code in ("en", "fr", "es")}
    )
    assert Edition.objects.live(at).get() == scheduled
    assert Edition.objects.live(later).get() == second
    gone = transitions.withdraw(
        second, by=people.publisher, now=later + timedelta(hours=1), explanation=builders.texts("Why")
    )
    assert gone.standing(later + timedelta(hours=2)) == Standing.WITHDRAWN
    assert builders.fresh(scheduled).standing(later) == Standing.SUPERSEDED
    assert set(Address.objects.filter(language="fr").values_list("path", flat=True)) == {
        "notes-fr/journey-fr",
        "notes-fr/nouveau",
    }
    verbs = list(Event.objects.filter(edition=draft).values_list("verb", flat=True))
    assert verbs == [
        Verb.CREATE, Verb.ATTEST, Verb.ATTEST, Verb.SUBMIT, Verb.SIGN_OFF, Verb.REQUEST_CHANGES, Verb.RECALL,
        Verb.SAVE, Verb.SUBMIT, Verb.SIGN_OFF, Verb.SIGN_OFF, Verb.SCHEDULE,
    ]  # fmt: skip
    assert list(audit.verify()) == []


def test_a_contributor_may_not_sign(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    reviewed = transitions.submit(draft, by=people.author, now=now)
    people.author.groups.add(*people.reviewer_ca.groups.all())
    author = type(people.author).objects.get(pk=people.author.pk)
    with pytest.raises(NotAllowed) as refused:
        transitions.sign_off(reviewed, by=author, now=now, digest=reviewed.digest)
    assert [reason.code for reason in refused.value.reasons] == ["four_eyes"]
