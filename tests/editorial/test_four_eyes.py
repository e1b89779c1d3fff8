"""Nobody who changed an edition, in any language, signs it off or publishes it alone; superusers included."""

from datetime import datetime

import pytest
from django.contrib.auth.models import Group
from django.db import DatabaseError, transaction

from editorial.models import Decision, Edition, SignOff, Snapshot, User
from editorial.states import State, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.attempt import Attempt
from editorial.workflow.rules import permissions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.people import People, person


def jack_of_all_trades(people: People, name: str = "jack") -> User:
    """Somebody in every group, acting for Mexico."""
    jack = person(name, party=people.mx, is_superuser=True)
    jack.groups.set(Group.objects.all())
    return jack


def refused(verb: Verb, edition: Edition, by: User, now: datetime) -> list[str]:
    return [reason.code for reason in permissions.problems(verb, Attempt(edition, by, now))]


def write(edition: Edition, by: User, now: datetime, **values: object) -> None:
    with drafts.edit(edition, by=by, now=now) as row:
        for name, value in values.items():
            setattr(row, name, value)
        row.save()


@pytest.mark.parametrize("column", ["title_en", "title_fr", "title_es", "slug_fr", "day"])
def test_one_word_in_one_language_is_enough(column: str, people: People, now: datetime) -> None:
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now)
    write(draft, jack, now, **{column: now.date() if column == "day" else "other"})
    builders.attest_all(draft, people, now)
    assert permissions.contributors(draft) == {people.author.pk, jack.pk}
    reviewed = transitions.submit(draft, by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.sign_off(reviewed, by=jack, now=now, digest=reviewed.digest)
    assert [reason.code for reason in refusal.value.reasons] == ["four_eyes"]
    approved = transitions.sign_off(reviewed, by=people.reviewer_ca, now=now, digest=reviewed.digest)
    for publish in (
        lambda: transitions.publish(approved, by=jack, now=now),
        lambda: transitions.schedule(approved, by=jack, now=now, at=now.replace(year=now.year + 1)),
    ):
        with pytest.raises(NotAllowed) as refusal:
            publish()
        assert [reason.code for reason in refusal.value.reasons] == ["four_eyes"]


def test_a_superuser_is_barred_too(people: People, now: datetime) -> None:
    people.superuser.party = people.ca
    people.superuser.save()
    draft = builders.make_note(people, now)
    write(draft, people.superuser, now, title_en="Mine")
    builders.attest_all(draft, people, now)
    reviewed = transitions.submit(draft, by=people.superuser, now=now)
    assert refused(Verb.SIGN_OFF, reviewed, people.superuser, now) == ["four_eyes"]
    approved = transitions.sign_off(reviewed, by=people.reviewer_ca, now=now, digest=reviewed.digest)
    assert refused(Verb.PUBLISH, approved, people.superuser, now) == ["four_eyes"]


def test_what_was_taken_back_was_changed_all_the_same(people: People, now: datetime) -> None:
    """Whoever changed a word and changed it back had the text in their hands."""
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now)
    write(draft, jack, now, title_en="Other")
    write(draft, jack, now, title_en=draft.title_en)
    reviewed = transitions.submit(draft, by=people.author, now=now)
    assert refused(Verb.SIGN_OFF, reviewed, jack, now) == ["four_eyes"]


def test_putting_back_an_earlier_text_is_a_change(people: People, now: datetime) -> None:
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now)
    first = draft.digest
    write(draft, people.author, now, title_fr="Autre")
    drafts.restore(draft, Snapshot.objects.get(pk=first), by=jack, now=now)
    reviewed = transitions.submit(draft, by=people.author, now=now)
    assert refused(Verb.SIGN_OFF, reviewed, jack, now) == ["four_eyes"]


def test_what_is_no_change(people: People, now: datetime) -> None:
    """Attesting, submitting, recalling, granting an exception, and a save that changes nothing."""
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now, attest=False)
    for language in ("fr", "es"):
        drafts.attest(draft, language, by=jack, now=now)
    with drafts.edit(draft, by=jack, now=now) as row:
        row.save()
    drafts.grant_exception(draft, "es", by=jack, now=now, reason="To follow")
    drafts.end_exception(draft, "es", by=jack, now=now)
    recalled = transitions.recall(transitions.submit(draft, by=jack, now=now), by=jack, now=now)
    reviewed = transitions.submit(recalled, by=jack, now=now)
    assert permissions.contributors(draft) == {people.author.pk}
    approved = transitions.sign_off(reviewed, by=jack, now=now, digest=reviewed.digest)
    assert transitions.publish(approved, by=jack, now=now).published_by == jack


def test_hands_are_counted_per_document(people: People, now: datetime, later: datetime) -> None:
    """Whoever wrote the first edition judges no later one, for their words go on in it; opening it is no change."""
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now)
    write(draft, jack, now, title_fr="Autre")
    live = builders.publish(draft, people, now)
    revision = transitions.revise(live, by=people.superuser, now=later)
    assert permissions.contributors(revision) == set()
    assert permissions.writers(revision) == {people.author.pk, jack.pk}
    write(revision, people.author, later, day=now.date())
    builders.note_change(revision, people, later)
    reviewed = transitions.submit(revision, by=people.author, now=later)
    assert refused(Verb.SIGN_OFF, reviewed, jack, later) == ["four_eyes"]
    approved = transitions.sign_off(reviewed, by=people.reviewer_ca, now=later, digest=reviewed.digest)
    assert refused(Verb.PUBLISH, approved, jack, later) == ["four_eyes"]
    assert refused(Verb.PUBLISH, approved, people.publisher, later) == []


def test_a_contributor_requests_changes_for_nobody(people: People, now: datetime) -> None:
    """A party does not speak through whoever wrote the text; they recall it instead."""
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now)
    write(draft, jack, now, title_fr="Autre")
    reviewed = transitions.submit(draft, by=people.author, now=now)
    with pytest.raises(NotAllowed) as refusal:
        transitions.request_changes(reviewed, by=jack, now=now, reason="My own mistake.")
    assert [reason.code for reason in refusal.value.reasons] == ["four_eyes"]
    assert refused(Verb.RECALL, reviewed, jack, now) == []


# Urgent publication


def test_urgent_publication_asks_for_a_second_person_afterwards(people: People, now: datetime, later: datetime) -> None:
    jack = jack_of_all_trades(people)
    draft = builders.make_note(people, now)
    write(draft, jack, now, day=now.date())
    live = transitions.publish_urgently(draft, by=jack, now=now, reason="Flood")
    assert live.awaits_confirmation
    assert (live.urgent_at, live.urgent_by, live.urgent_reason) == (now, jack, "Flood")
    assert Edition.objects.live(now).get() == live
    assert refused(Verb.CONFIRM, live, jack, now) == ["four_eyes", "four_eyes"]
    author = people.author
    author.groups.add(Group.objects.get(name="Reviewer"))
    assert refused(Verb.CONFIRM, live, User.objects.get(pk=author.pk), now) == ["four_eyes"]
    confirmed = transitions.confirm(live, by=people.reviewer_mx, now=later)
    assert not confirmed.awaits_confirmation
    assert (confirmed.confirmed_at, confirmed.confirmed_by) == (later, people.reviewer_mx)
    assert refused(Verb.CONFIRM, confirmed, people.reviewer_ca, later) == ["not_urgent"]


def test_whoever_published_urgently_confirms_nothing(people: People, now: datetime) -> None:
    live = transitions.publish_urgently(builders.make_note(people, now), by=people.superuser, now=now, reason="Flood")
    assert refused(Verb.CONFIRM, live, people.superuser, now) == ["four_eyes"]


@pytest.mark.parametrize("state", [State.DRAFT, State.IN_REVIEW])
def test_urgent_from_where_it_stands(state: State, people: People, now: datetime) -> None:
    edition = stages.at_stage(state, people, now)
    live = transitions.publish_urgently(edition, by=people.publisher, now=now, reason="Flood")
    assert live.state == State.PUBLISHED
    assert live.document.addresses.count() == 3
    event = live.events.last()
    assert (event.verb, event.reason, event.from_state) == (Verb.PUBLISH_URGENTLY, "Flood", state.value)


def test_a_revision_of_an_urgent_edition_takes_the_usual_way(people: People, now: datetime, later: datetime) -> None:
    live = transitions.publish_urgently(builders.make_note(people, now), by=people.publisher, now=now, reason="Flood")
    revision = transitions.revise(live, by=people.author, now=later)
    assert (revision.urgent_at, revision.urgent_reason, revision.awaits_confirmation) == (None, "", False)
    assert refused(Verb.PUBLISH, revision, people.publisher, later) == ["state"]


# Words keep their writer, whatever edition of the document they stand in


def laundered(people: People, now: datetime, later: datetime) -> tuple[Edition, User]:
    """An edition in review with what `jack` wrote in one that was discarded, put back by somebody else."""
    jack = jack_of_all_trades(people)
    live = builders.publish(builders.make_note(people, now), people, now)
    first = transitions.revise(live, by=jack, now=later)
    write(first, jack, later, title_en="Written by Jack", minor=True)
    digest = Edition.objects.get(pk=first.pk).digest
    transitions.discard(builders.fresh(first), by=jack, now=later)
    second = transitions.revise(live, by=people.author, now=later)
    drafts.restore(second, Snapshot.objects.get(pk=digest), by=people.author, now=later)
    builders.attest_all(second, people, later)
    return transitions.submit(builders.fresh(second), by=people.author, now=later, reason="A name"), jack


def test_words_put_back_from_a_discarded_edition_keep_their_writer(
    people: People, now: datetime, later: datetime
) -> None:
    reviewed, jack = laundered(people, now, later)
    assert refused(Verb.SIGN_OFF, reviewed, jack, later) == ["four_eyes"]
    approved = transitions.sign_off(reviewed, by=people.reviewer_ca, now=later, digest=reviewed.digest)
    assert refused(Verb.PUBLISH, approved, jack, later) == ["four_eyes"]


@pytest.mark.parametrize("decision", Decision.values)
def test_the_database_knows_the_writer_of_words_put_back(
    decision: str, people: People, now: datetime, later: datetime
) -> None:
    reviewed, jack = laundered(people, now, later)
    with pytest.raises(DatabaseError, match="may not decide on it"), transaction.atomic():
        SignOff.objects.create(
            edition_id=reviewed.pk, round=reviewed.round, digest=reviewed.digest, party_id=jack.party_id,
            decision=decision, remark="Mine", at=later, by=jack,
        )  # fmt: skip


def test_the_database_lets_no_writer_of_words_put_back_publish(people: People, now: datetime, later: datetime) -> None:
    reviewed, jack = laundered(people, now, later)
    approved = transitions.sign_off(reviewed, by=people.reviewer_ca, now=later, digest=reviewed.digest)
    earlier = Edition.objects.filter(document_id=approved.document_id, state=State.PUBLISHED)
    earlier.update(live_during=(now, later))
    with pytest.raises(DatabaseError, match="may not publish it alone"), transaction.atomic():
        Edition.objects.filter(pk=approved.pk).update(
            state=State.PUBLISHED, published_at=later, published_by=jack, live_during=(later, None)
        )
