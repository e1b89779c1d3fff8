"""Which parties must sign, in which stage; and what voids a signature."""

from datetime import datetime

import pytest

from cooperation.models import Statement
from editorial.models import Decision, Edition, SignOff, SignOffRule, User
from editorial.states import State, Verb
from editorial.workflow import drafts, signatures, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.people import People, person


def under_review(people: People, now: datetime) -> Edition:
    return transitions.submit(builders.make_note(people, now), by=people.author, now=now)


def sign(edition: Edition, by: User, now: datetime) -> Edition:
    """Sign what the edition says now."""
    edition = builders.fresh(edition)
    return transitions.sign_off(edition, by=by, now=now, digest=edition.digest)


def codes(verb: Verb, edition: Edition, by: User, now: datetime) -> list[str]:
    return [reason.code for reason in permissions.problems(verb, Attempt(builders.fresh(edition), by, now))]


def test_without_a_rule_any_party_will_do(people: People, now: datetime) -> None:
    for reviewer, slug in ((people.reviewer_ca, "one"), (people.reviewer_mx, "two")):
        draft = builders.make_note(people, now, slug=slug)
        approved = sign(transitions.submit(draft, by=people.author, now=now), reviewer, now)
        assert (approved.state, approved.approved_by, approved.approved_at) == (State.APPROVED, reviewer, now)
        assert approved.signed_digest == approved.digest


def test_every_party_in_any_order(people: People, now: datetime) -> None:
    builders.joint("note", people)
    for order in ((people.reviewer_ca, people.reviewer_mx), (people.reviewer_mx, people.reviewer_ca)):
        draft = builders.make_note(people, now, slug=order[0].username)
        half = sign(transitions.submit(draft, by=people.author, now=now), order[0], now)
        assert half.state == State.IN_REVIEW
        assert (half.approved_by, half.signed_digest) == (None, "")
        assert codes(Verb.PUBLISH, half, people.publisher, now) == ["state"]
        assert [str(need.party.code) for need in Attempt(half, order[1], now).outstanding] == [order[1].party.code]
        assert sign(half, order[1], now).state == State.APPROVED


def test_stages_come_one_after_the_other(people: People, now: datetime) -> None:
    builders.joint("note", people, stages=(2, 1))
    edition = under_review(people, now)
    with pytest.raises(NotAllowed) as refusal:
        sign(edition, people.reviewer_ca, now)
    assert [reason.code for reason in refusal.value.reasons] == ["stage"]
    assert "Government of Mexico" in str(refusal.value)
    sign(edition, people.reviewer_mx, now)
    assert sign(edition, people.reviewer_ca, now).state == State.APPROVED


def test_a_party_signs_once(people: People, now: datetime) -> None:
    builders.joint("note", people)
    colleague = person("colleague", "Reviewer", party=people.ca)
    edition = under_review(people, now)
    sign(edition, people.reviewer_ca, now)
    assert codes(Verb.SIGN_OFF, edition, people.reviewer_ca, now) == ["signed"]
    assert codes(Verb.SIGN_OFF, edition, colleague, now) == ["signed"]
    assert SignOff.objects.filter(edition=edition).count() == 1


def test_a_party_that_is_not_asked(people: People, now: datetime) -> None:
    SignOffRule.objects.create(kind="note", party=people.mx)
    edition = under_review(people, now)
    assert codes(Verb.SIGN_OFF, edition, people.reviewer_ca, now) == ["party"]
    assert sign(edition, people.reviewer_mx, now).state == State.APPROVED


def test_a_reviewer_without_a_party(people: People, now: datetime) -> None:
    stray = person("stray", "Reviewer")
    edition = under_review(people, now)
    assert codes(Verb.SIGN_OFF, edition, stray, now) == ["party"]
    assert codes(Verb.REQUEST_CHANGES, edition, stray, now) == ["party"]


def test_rules_are_per_kind(people: People, now: datetime) -> None:
    builders.joint("page", people)
    assert [need.party for need in signatures.RuleBook.for_kind("page").needed()] == [people.ca, people.mx]
    assert [need.party for need in signatures.RuleBook.for_kind("note").needed()] == [None]
    assert sign(under_review(people, now), people.reviewer_ca, now).state == State.APPROVED


def test_one_party_first_then_any(people: People, now: datetime) -> None:
    """Mexico signs first; then any party will do, and Mexico's own signature counts for that already."""
    SignOffRule.objects.create(kind="note", party=people.mx, stage=1)
    SignOffRule.objects.create(kind="note", stage=2)
    edition = under_review(people, now)
    assert codes(Verb.SIGN_OFF, edition, people.reviewer_ca, now) == ["stage"]
    assert sign(edition, people.reviewer_mx, now).state == State.APPROVED


def test_a_new_round_needs_new_signatures(people: People, now: datetime) -> None:
    builders.joint("note", people)
    edition = under_review(people, now)
    sign(edition, people.reviewer_ca, now)
    sent_back = transitions.request_changes(edition, by=people.reviewer_mx, now=now, reason="A date is missing.")
    again = transitions.submit(transitions.recall(sent_back, by=people.author, now=now), by=people.author, now=now)
    assert (again.round, again.digest) == (2, edition.digest)
    assert signatures.signatures(again) == []
    assert sign(again, people.reviewer_mx, now).state == State.IN_REVIEW
    assert sign(again, people.reviewer_ca, now).state == State.APPROVED
    decisions = SignOff.objects.filter(edition=edition).order_by("id").values_list("round", "party__code", "decision")
    assert list(decisions) == [
        (1, "CA", "signed"),
        (1, "MX", "changes_requested"),
        (2, "MX", "signed"),
        (2, "CA", "signed"),
    ]


@pytest.mark.parametrize("signed", [1, 2])
def test_recalling_voids(signed: int, people: People, now: datetime) -> None:
    builders.joint("note", people)
    edition = under_review(people, now)
    for reviewer in (people.reviewer_ca, people.reviewer_mx)[:signed]:
        sign(edition, reviewer, now)
    draft = transitions.recall(edition, by=people.author, now=now)
    assert (draft.state, draft.signed_digest, draft.approved_at, draft.approved_by) == (State.DRAFT, "", None, None)
    again = transitions.submit(draft, by=people.author, now=now)
    assert len(Attempt(again, people.author, now).outstanding) == 2


def test_requesting_changes_of_what_was_approved_voids(people: People, now: datetime) -> None:
    approved = sign(under_review(people, now), people.reviewer_ca, now)
    sent_back = transitions.request_changes(approved, by=people.reviewer_mx, now=now, reason="Wait.")
    assert (sent_back.state, sent_back.signed_digest, sent_back.approved_by) == (State.CHANGES_REQUESTED, "", None)
    given = SignOff.objects.get(edition=sent_back, decision=Decision.CHANGES_REQUESTED)
    assert (given.party, given.by, given.remark, given.digest) == (
        people.mx, people.reviewer_mx, "Wait.", approved.digest,
    )  # fmt: skip


def test_a_changed_text_needs_new_signatures(people: People, now: datetime) -> None:
    approved = sign(under_review(people, now), people.reviewer_ca, now)
    draft = transitions.recall(approved, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Other"
        row.save()
    builders.attest_all(draft, people, now)
    again = transitions.submit(draft, by=people.author, now=now)
    assert again.digest != approved.digest
    assert signatures.signatures(again) == []


def test_a_rule_that_comes_during_review(people: People, now: datetime) -> None:
    edition = under_review(people, now)
    builders.joint("note", people)
    assert sign(edition, people.reviewer_ca, now).state == State.IN_REVIEW
    assert sign(edition, people.reviewer_mx, now).state == State.APPROVED


def test_a_rule_that_comes_after_approval(people: People, now: datetime) -> None:
    """Not published without it; taken back and reviewed anew."""
    approved = sign(under_review(people, now), people.reviewer_ca, now)
    builders.joint("note", people)
    with pytest.raises(NotAllowed) as refusal:
        transitions.publish(approved, by=people.publisher, now=now)
    assert [reason.code for reason in refusal.value.reasons] == ["signatures"]
    assert "Government of Mexico" in str(refusal.value)
    again = transitions.submit(transitions.recall(approved, by=people.author, now=now), by=people.author, now=now)
    sign(again, people.reviewer_ca, now)
    sign(again, people.reviewer_mx, now)
    transitions.publish(again, by=people.publisher, now=now)


def test_a_rule_that_comes_after_scheduling(people: People, now: datetime, later: datetime) -> None:
    """What was signed by all whom the rules named goes on; unscheduling it works, publishing it anew does not."""
    approved = sign(under_review(people, now), people.reviewer_ca, now)
    scheduled = transitions.schedule(approved, by=people.publisher, now=now, at=later)
    builders.joint("note", people)
    back = transitions.unschedule(scheduled, by=people.publisher, now=now)
    assert back.state == State.APPROVED
    assert codes(Verb.PUBLISH, back, people.publisher, now) == ["signatures"]


def test_a_rule_that_goes_during_review(people: People, now: datetime) -> None:
    """Nobody is asked any more who could sign: the author recalls, and the next round asks for one signature."""
    builders.joint("note", people)
    edition = under_review(people, now)
    sign(edition, people.reviewer_ca, now)
    SignOffRule.objects.filter(party=people.mx).delete()
    assert codes(Verb.SIGN_OFF, edition, people.reviewer_mx, now) == ["party"]
    again = transitions.submit(transitions.recall(edition, by=people.author, now=now), by=people.author, now=now)
    assert sign(again, people.reviewer_ca, now).state == State.APPROVED


def test_a_reviewer_who_changed_sides(people: People, now: datetime) -> None:
    """A signature stays with the party for which it was given, and nobody signs for two."""
    builders.joint("note", people)
    edition = under_review(people, now)
    sign(edition, people.reviewer_ca, now)
    people.reviewer_ca.party = people.mx
    people.reviewer_ca.save()
    assert codes(Verb.SIGN_OFF, edition, people.reviewer_ca, now) == ["signed"]
    approved = sign(edition, people.reviewer_mx, now)
    assert approved.state == State.APPROVED
    assert {given.party.code for given in signatures.signatures(approved)} == {"CA", "MX"}


def test_a_rule_about_one_type_holds_for_that_type_alone() -> None:
    twice = signatures.Requirement(None, 2)
    rules = signatures.RuleBook("statement", (("statement:joint_statement", twice),))
    assert rules.needed_for(Statement(type="joint_statement")) == [twice]
    assert rules.needed_for(Statement(type="speech")) == [signatures.Requirement(None, 1)]
