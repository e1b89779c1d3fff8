"""The database holds the signatures: who signs what, and that nothing is approved or public without them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange

from editorial.models import Decision, Edition, SignOff, SignOffRule, User
from editorial.states import State
from editorial.workflow import drafts, transitions
from tests import builders
from tests.attacks import refused, sql
from tests.editorial import stages
from tests.people import People


def decision(edition: Edition, people: People, now: datetime, **values: Any) -> SignOff:
    """A sound sign-off by the Canadian reviewer that was not saved."""
    sound: dict[str, Any] = {
        "edition": edition, "round": edition.round, "digest": edition.digest, "party": people.ca,
        "decision": Decision.SIGNED, "at": now, "by": people.reviewer_ca,
    }  # fmt: skip
    return SignOff(**{**sound, **values})


def refuse_every_way(sign_off: SignOff, message: str) -> None:
    """Nor `save`, nor `bulk_create`, nor raw SQL brings this sign-off in."""
    with refused(message):
        sign_off.save(force_insert=True)
    with refused(message):
        SignOff.objects.bulk_create([sign_off])
    with refused(message):
        sql(
            "INSERT INTO editorial_signoff (edition_id, round, digest, party_id, decision, remark, at, by_id)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s)",
            sign_off.edition_id, sign_off.round, sign_off.digest, sign_off.party_id, sign_off.decision,
            sign_off.remark, sign_off.at, sign_off.by_id,
        )  # fmt: skip


def test_a_sound_one_is_taken(people: People, now: datetime) -> None:
    """So that what follows is refused for its own reason."""
    decision(stages.at_stage(State.IN_REVIEW, people, now), people, now).save()


def test_by_a_contributor(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    refuse_every_way(decision(edition, people, now, by=people.author), "wrote in a document may not decide on it")


def test_by_a_contributor_of_one_language(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    people.translator_fr.party = people.mx
    people.translator_fr.save()
    with drafts.edit(draft, by=people.translator_fr, now=now) as row:
        row.title_fr = "Autre"
        row.save()
    edition = transitions.submit(draft, by=people.author, now=now)
    theirs = decision(edition, people, now, by=people.translator_fr, party=people.mx)
    refuse_every_way(theirs, "wrote in a document may not decide on it")


def test_for_another_party(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    refuse_every_way(decision(edition, people, now, party=people.mx), "for their own party only")
    refuse_every_way(decision(edition, people, now, by=people.superuser), "for their own party only")


def test_on_another_digest_or_round(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    for values in ({"digest": "0" * 64}, {"round": 0}, {"round": 2}):
        refuse_every_way(decision(edition, people, now, **values), "names the digest and the round")


@pytest.mark.parametrize("state", [State.DRAFT, State.CHANGES_REQUESTED, State.PUBLISHED, State.DISCARDED])
def test_in_a_state_without_review(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    theirs = decision(edition, people, now, by=people.reviewer_mx, party=people.mx)
    refuse_every_way(theirs, "only an edition under review can be decided on")


def test_once_per_party_and_round(people: People, now: datetime) -> None:
    builders.joint("note", people)
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    refuse_every_way(decision(edition, people, now), "editorial_signoff_once_per_party")


def test_by_somebody_of_the_party_who_is_no_reviewer(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    for nobody in (people.outsider, people.publisher, people.translator_fr):
        User.objects.filter(pk=nobody.pk).update(party=people.ca)
        refuse_every_way(decision(edition, people, now, by=nobody), "only a reviewer decides")
        changes = decision(edition, people, now, by=nobody, decision=Decision.CHANGES_REQUESTED, remark="No")
        refuse_every_way(changes, "only a reviewer decides")


def test_by_a_reviewer_whose_role_or_account_was_taken_away(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    User.objects.filter(pk=people.reviewer_ca.pk).update(is_active=False)
    refuse_every_way(decision(edition, people, now), "only a reviewer decides")
    User.objects.filter(pk=people.reviewer_ca.pk).update(is_active=True)
    people.reviewer_ca.groups.clear()
    refuse_every_way(decision(edition, people, now), "only a reviewer decides")
    # The role is what a group carries, or what somebody was given by themself.
    people.reviewer_ca.user_permissions.add(Permission.objects.get(codename="sign_off_edition"))
    decision(edition, people, now).save()


def test_changes_need_a_remark(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    wordless = decision(edition, people, now, decision=Decision.CHANGES_REQUESTED)
    refuse_every_way(wordless, "editorial_signoff_changes_have_a_reason")


def approve_past_python(edition: Edition, people: People, now: datetime) -> None:
    Edition.objects.filter(pk=edition.pk).update(
        state=State.APPROVED, signed_digest=edition.digest, approved_at=now, approved_by=people.reviewer_ca
    )


def publish_past_python(edition: Edition, people: People, now: datetime, **values: Any) -> None:
    sound: dict[str, Any] = {
        "published_at": now, "published_by": people.publisher, "live_during": DateTimeTZRange(now, None, "[)"),
    }  # fmt: skip
    Edition.objects.filter(pk=edition.pk).update(state=State.PUBLISHED, **{**sound, **values})


def test_approval_without_a_signature(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    with refused("lacks a required sign-off"):
        approve_past_python(edition, people, now)
    with refused("lacks a required sign-off"):
        sql(
            "UPDATE editorial_edition SET state = 'approved', signed_digest = digest, approved_at = now(),"
            " approved_by_id = %s WHERE id = %s",
            people.reviewer_ca.pk, edition.pk,
        )  # fmt: skip


def test_approval_without_a_party_that_the_rules_name(people: People, now: datetime) -> None:
    builders.joint("note", people)
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    half = transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest)
    with refused("lacks a required sign-off"):
        approve_past_python(half, people, now)
    decision(half, people, now, by=people.reviewer_mx, party=people.mx).save()
    approve_past_python(half, people, now)


def test_approval_by_signatures_of_an_earlier_round(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.APPROVED, people, now)
    draft = transitions.recall(edition, by=people.author, now=now)
    again = transitions.submit(draft, by=people.author, now=now)
    assert again.digest == edition.digest
    with refused("lacks a required sign-off"):
        approve_past_python(again, people, now)


def test_approval_by_a_request_for_changes(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    decision(edition, people, now, decision=Decision.CHANGES_REQUESTED, remark="No").save()
    with refused("lacks a required sign-off"):
        approve_past_python(edition, people, now)


def test_approval_of_another_digest(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    decision(edition, people, now).save()
    with refused("editorial_edition_shown_is_signed"):
        Edition.objects.filter(pk=edition.pk).update(
            state=State.APPROVED, signed_digest="0" * 64, approved_at=now, approved_by=people.reviewer_ca
        )
    approve_past_python(edition, people, now)
    with refused("editorial_edition_shown_is_signed"):
        Edition.objects.filter(pk=edition.pk).update(signed_digest="")


def test_publication_from_review(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    with refused("lacks a required sign-off"):
        publish_past_python(edition, people, now, signed_digest=edition.digest)


def test_publication_after_a_rule_came(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.APPROVED, people, now)
    SignOffRule.objects.create(kind="note", party=people.mx)
    with refused("lacks a required sign-off"):
        publish_past_python(edition, people, now)


def test_publication_by_a_contributor(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.APPROVED, people, now)
    with refused("wrote in a document may not publish it alone"):
        publish_past_python(edition, people, now, published_by=people.author)
    publish_past_python(edition, people, now)


def urgent(people: People, now: datetime) -> Edition:
    draft = builders.make_note(people, now)
    return transitions.publish_urgently(draft, by=people.publisher, now=now, reason="Flood")


def test_the_urgent_flag_cannot_be_taken_off(people: People, now: datetime) -> None:
    edition = urgent(people, now)
    for values in (
        {"urgent_at": None, "urgent_by": None, "signed_digest": edition.digest},
        {"urgent_reason": "Other"},
        {"urgent_by": people.superuser},
    ):
        with refused("stays on record"):
            Edition.objects.filter(pk=edition.pk).update(**values)
    with refused("editorial_edition_confirmed_by_a_second"):
        Edition.objects.filter(pk=edition.pk).update(confirmed_at=now, confirmed_by=people.publisher)
    with refused("confirmed by somebody who did not write in"):
        Edition.objects.filter(pk=edition.pk).update(confirmed_at=now, confirmed_by=people.author)


def test_a_confirmation_stays(people: People, now: datetime) -> None:
    edition = transitions.confirm(urgent(people, now), by=people.reviewer_ca, now=now)
    with refused("stays on record"):
        Edition.objects.filter(pk=edition.pk).update(confirmed_at=None, confirmed_by=None)
    with refused("stays on record"):
        Edition.objects.filter(pk=edition.pk).update(confirmed_by=people.reviewer_mx)


def test_only_an_urgent_publication_is_confirmed(people: People, now: datetime) -> None:
    edition = stages.live(people, now)
    with refused("urgent publication is confirmed"):
        Edition.objects.filter(pk=edition.pk).update(confirmed_at=now, confirmed_by=people.reviewer_mx)


def test_urgency_has_a_reason(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now)
    with refused("editorial_edition_urgency_has_a_reason"):
        publish_past_python(draft, people, now, urgent_at=now, urgent_by=people.publisher)


def test_who_decided_stays_on_record(people: People, now: datetime) -> None:
    edition = stages.live(people, now)
    moment = now - timedelta(days=1)
    for what in ("submitted", "approved", "published"):
        with refused("stays on record"):
            Edition.objects.filter(pk=edition.pk).update(**{f"{what}_by": people.superuser})
        with refused("stays on record"):
            Edition.objects.filter(pk=edition.pk).update(**{f"{what}_at": moment})
    with refused("stays on record"):
        Edition.objects.filter(pk=edition.pk).update(round=7)


def test_rules_are_sound(people: People) -> None:
    SignOffRule.objects.create(kind="note")
    with refused("editorial_signoffrule_once"):
        SignOffRule.objects.create(kind="note", stage=2)
    with refused("editorial_signoffrule_stage"):
        SignOffRule.objects.create(kind="note", party=people.ca, stage=0)
