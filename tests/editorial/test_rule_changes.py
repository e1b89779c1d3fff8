"""When a rule of signature goes or changes, what lacks no signature any more is approved: it would wait for nobody."""

from datetime import datetime

import pytest

from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition, Event, SignOffRule
from editorial.notices import audience
from editorial.staff import coverage_gaps, signing_rules
from editorial.states import State, Verb
from editorial.workflow import audit, transitions
from tests import builders
from tests.people import People

pytestmark = pytest.mark.django_db


def half_signed(people: People, now: datetime, slug: str = "half") -> Edition:
    """A note that Canada has signed, and that waits for Mexico in the second stage."""
    if not SignOffRule.objects.exists():
        builders.joint("note", people, stages=(1, 2))
    note = transitions.submit(builders.make_note(people, now, slug=slug), by=people.author, now=now)
    return transitions.sign_off(note, by=people.reviewer_ca, now=now, digest=note.digest)


def rule_of_mexico() -> SignOffRule:
    return SignOffRule.objects.get(stage=2)


def test_what_waited_for_the_second_stage_is_approved(people: People, now: datetime) -> None:
    note = half_signed(people, now)
    untouched = transitions.submit(builders.make_note(people, now, slug="new"), by=people.author, now=now)
    signing_rules.remove(rule_of_mexico(), by=people.administrator, now=now)
    moved = builders.fresh(note)
    assert (moved.state, moved.approved_by, moved.signed_digest) == (State.APPROVED, people.reviewer_ca, note.digest)
    assert builders.fresh(untouched).state == State.IN_REVIEW
    event = Event.objects.latest("id")
    assert (event.verb, event.by, event.to_state) == (Verb.COMPLETE_REVIEW, people.administrator, State.APPROVED)
    told = {pk for telling in audience.audience_of(event) for pk in telling.to}
    assert {people.publisher.pk, people.author.pk} <= told
    assert list(coverage_gaps.all_gaps()) == []
    assert list(audit.verify()) == []
    assert transitions.publish(moved, by=people.publisher, now=now).state == State.PUBLISHED


def test_the_same_when_a_rule_names_another_party(people: People, now: datetime) -> None:
    note = half_signed(people, now)
    rule = SignOffRule.objects.get(stage=1)
    signing_rules.remove(rule, by=people.administrator, now=now)
    assert builders.fresh(note).state == State.IN_REVIEW  # Mexico is still asked
    signing_rules.save_rule(rule_of_mexico(), kind="note", party=people.ca, stage=1, by=people.administrator, now=now)
    assert builders.fresh(note).state == State.APPROVED


def test_what_nobody_signed_stays_in_review(people: People, now: datetime) -> None:
    """Without any rule one signature is asked for."""
    builders.joint("note", people)
    note = transitions.submit(builders.make_note(people, now), by=people.author, now=now)
    for rule in SignOffRule.objects.all():
        signing_rules.remove(rule, by=people.administrator, now=now)
    assert builders.fresh(note).state == State.IN_REVIEW
    assert transitions.sign_off(note, by=people.reviewer_mx, now=now, digest=note.digest).state == State.APPROVED


def test_what_must_be_fixed_first_is_not_approved(people: People, now: datetime) -> None:
    note = half_signed(people, now)
    threads.open_thread(
        builders.fresh(note), by=people.reviewer_mx, now=now, text="Wrong day.", where=Where(), must_fix=True
    )
    signing_rules.remove(rule_of_mexico(), by=people.administrator, now=now)
    assert builders.fresh(note).state == State.IN_REVIEW
    assert [gap.code for gap in coverage_gaps.all_gaps()] == ["signed_but_in_review"]
