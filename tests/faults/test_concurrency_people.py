"""Two people do the same thing at the same moment: one succeeds, the other is told what happened."""

import threading
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from editorial.checks import requirements
from editorial.content import canonical, digests
from editorial.models import Address, Attestation, Edition, Event, Section, SignOff, Withdrawal
from editorial.states import OPEN, State
from editorial.workflow import audit, drafts, transitions
from editorial.workflow.drafts import Stale
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.faults.race import Runner, race
from tests.people import People, person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def chain_is_whole(transactional_db: None) -> object:
    """Whoever wins, the record stays sound."""
    yield
    assert list(audit.verify()) == []


def codes(error: BaseException) -> list[str]:
    assert isinstance(error, NotAllowed)
    return [reason.code for reason in error.reasons]


def test_saving(people: People, now: datetime) -> None:
    """Both opened the form on the same version."""
    draft = builders.fresh(builders.make_note(people, now))

    def save(by: str) -> str:
        with drafts.edit(draft, by=getattr(people, by), now=now, version=draft.version) as row:
            row.title_en = by
            row.save()
        return by

    won, lost = race(lambda: save("author"), lambda: save("second_author"))
    assert len(won) == 1
    assert [type(error) for error in lost] == [Stale]
    assert builders.fresh(draft).title_en == won[0]
    assert lost[0].edition.title_en == won[0]  # type: ignore[attr-defined]


def test_saving_without_having_opened_a_form(people: People, now: datetime) -> None:
    """Nobody overwrites what they did not see: the texts of both are there, one after the other."""
    draft = builders.make_note(people, now)

    def save(language: str) -> None:
        with drafts.edit(draft, by=people.author, now=now) as row:
            setattr(row, f"title_{language}", "Other")
            row.save()

    won, _lost = race(*(lambda code=code: save(code) for code in ("en", "fr", "es")))
    assert len(won) == 3
    fresh = builders.fresh(draft)
    assert (fresh.title_en, fresh.title_fr, fresh.title_es) == ("Other", "Other", "Other")
    assert fresh.digest == digests.digest(canonical.content_of(fresh))


def test_signing_where_one_is_enough(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    won, lost = race(
        lambda: transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest),
        lambda: transitions.sign_off(edition, by=people.reviewer_mx, now=now, digest=edition.digest),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["state"]
    assert SignOff.objects.filter(edition=edition).count() == 1
    assert builders.fresh(edition).state == State.APPROVED


def test_signing_for_the_same_party(people: People, now: datetime) -> None:
    builders.joint("note", people)
    colleague = person("colleague", "Reviewer", party=people.ca)
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    won, lost = race(
        lambda: transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest),
        lambda: transitions.sign_off(edition, by=colleague, now=now, digest=edition.digest),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["signed"]


def test_signing_for_both_parties(people: People, now: datetime) -> None:
    """The last one, whoever it is, approves."""
    builders.joint("note", people)
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    won, lost = race(
        lambda: transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest),
        lambda: transitions.sign_off(edition, by=people.reviewer_mx, now=now, digest=edition.digest),
    )
    assert lost == []
    assert {moved.state for moved in won} == {State.IN_REVIEW, State.APPROVED}
    assert builders.fresh(edition).state == State.APPROVED


def test_publishing(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.APPROVED, people, now)
    won, lost = race(
        lambda: transitions.publish(edition, by=people.publisher, now=now),
        lambda: transitions.publish(edition, by=people.superuser, now=now),
        lambda: transitions.schedule(edition, by=people.publisher, now=now, at=now + timedelta(days=1)),
    )
    assert len(won) == 1
    assert [codes(error) for error in lost] == [["state"], ["state"]]


def test_revising(people: People, now: datetime) -> None:
    live = stages.live(people, now)
    won, lost = race(
        lambda: transitions.revise(live, by=people.author, now=now),
        lambda: transitions.revise(live, by=people.second_author, now=now),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["open"]
    assert Edition.objects.filter(document=live.document, state__in=OPEN).get() == won[0]


def test_confirming(people: People, now: datetime) -> None:
    live = transitions.publish_urgently(builders.make_note(people, now), by=people.publisher, now=now, reason="Flood")
    won, lost = race(
        lambda: transitions.confirm(live, by=people.reviewer_ca, now=now),
        lambda: transitions.confirm(live, by=people.reviewer_mx, now=now),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["not_urgent"]


def test_confirming_a_withdrawal(people: People, now: datetime) -> None:
    withdrawn = stages.withdrawn_alone(people, now)
    other = person("second-publisher", "Publisher")
    won, lost = race(
        lambda: transitions.confirm_withdrawal(withdrawn, by=other, now=now),
        lambda: transitions.confirm_withdrawal(withdrawn, by=people.superuser, now=now),
    )
    assert len(won) == 1
    assert codes(lost[0]) == ["not_waiting"]
    assert Withdrawal.objects.get(edition=withdrawn).confirmed_by in (other, people.superuser)
    assert Event.objects.filter(edition=withdrawn, verb="confirm_withdrawal").count() == 1


def test_confirming_a_withdrawal_that_another_takes_back(people: People, now: datetime) -> None:
    """Either order is sound: taken back and nothing to confirm, or confirmed and then taken back all the same."""
    planned = stages.withdrawn_alone(people, now, at=now + timedelta(days=1))
    other = person("second-publisher", "Publisher")
    won, lost = race(
        lambda: transitions.confirm_withdrawal(planned, by=other, now=now),
        lambda: transitions.unschedule(planned, by=people.superuser, now=now),
    )
    assert len(won) == 2 or codes(lost[0]) == ["not_waiting"]
    assert not Withdrawal.objects.filter(edition=planned).exists()
    assert builders.fresh(planned).live_during.upper is None


def test_signing_while_the_author_recalls(people: People, now: datetime) -> None:
    """Either order is sound: signed and then recalled, or recalled and no longer to be signed."""
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    _won, lost = race(
        lambda: transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest),
        lambda: transitions.recall(edition, by=people.author, now=now),
    )
    fresh = builders.fresh(edition)
    assert (fresh.state, fresh.signed_digest) == (State.DRAFT, "")
    assert [codes(error) for error in lost] in ([], [["state"]])


def test_attesting(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, attest=False)
    won, _lost = race(
        lambda: drafts.attest(draft, "fr", by=people.translator_fr, now=now),
        lambda: drafts.attest(draft, "fr", by=people.author, now=now),
        lambda: drafts.attest(draft, "es", by=people.translator_es, now=now),
    )
    assert len(won) == 3
    assert Attestation.objects.filter(edition=draft).count() == 2
    assert set(builders.fresh(draft).language_status.values()) == {"current"}


def test_two_documents_take_the_same_address(people: People, now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both were submitted at the same moment, when neither saw the other; the address goes to one of them."""
    with monkeypatch.context() as patched:
        unseen = tuple(checker for checker in requirements.CHECKERS if checker is not requirements.slugs_free)
        patched.setattr(requirements, "CHECKERS", unseen)
        rivals = [stages.at_stage(State.APPROVED, people, now, slug="border") for _rival in range(2)]
    won, lost = race(*(lambda r=rival: transitions.publish(r, by=people.publisher, now=now) for rival in rivals))
    assert len(won) == 1
    assert set(codes(lost[0])) == {"slug_taken"}
    assert "Border" in str(lost[0]), "the document that has it is named"
    assert set(Address.objects.values_list("document", flat=True)) == {won[0].document_id}
    assert Edition.objects.filter(state=State.PUBLISHED).get() == won[0]


# Submitting while somebody saves


def test_submitting_while_a_part_is_saved_by_the_engine(people: People, now: datetime) -> None:
    """Saved and then submitted with it, or submitted and no longer to be saved; never submitted half."""
    draft = builders.make_note(people, now)

    def save() -> None:
        with drafts.edit(draft, by=people.author, now=now) as row:
            row.sections.update(body_fr="<p>Autre</p>")

    _won, lost = race(save, lambda: transitions.submit(draft, by=people.author, now=now))
    fresh = builders.fresh(draft)
    assert fresh.state == State.IN_REVIEW
    assert [codes(error) for error in lost] in ([], [["state"]])
    assert fresh.digest == digests.digest(canonical.content_of(fresh))


def test_submitting_while_a_part_is_written_past_the_engine(people: People, now: datetime) -> None:
    """The writer was first: submission waits for them, sees what no save recorded, and refuses."""
    draft = builders.make_note(people, now)
    written, waiting = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            Section.objects.create(edition_id=draft.pk, heading_en="Slipped in")
            written.set()
            waiting.wait(0.3)

    writer = Runner(write)
    writer.start()
    assert written.wait(10)
    with pytest.raises(NotAllowed) as refusal:
        transitions.submit(draft, by=people.author, now=now)
    writer.finish()
    assert writer.error is None
    assert "digest" in codes(refusal.value)


def test_a_part_written_past_the_engine_while_it_is_submitted(people: People, now: datetime) -> None:
    """The author was first: the writer waits for the submission, and the guard refuses them."""
    draft = builders.make_note(people, now)
    submitted, waiting = threading.Event(), threading.Event()

    def submit() -> None:
        with transaction.atomic():
            transitions.submit(draft, by=people.author, now=now)
            submitted.set()
            waiting.wait(0.3)

    author = Runner(submit)
    author.start()
    assert submitted.wait(10)
    with pytest.raises(IntegrityError, match="not a draft cannot change"):
        Section.objects.create(edition_id=draft.pk, heading_en="Slipped in")
    author.finish()
    assert author.error is None
    fresh = builders.fresh(draft)
    assert fresh.state == State.IN_REVIEW
    assert digests.digest(canonical.content_of(fresh)) == fresh.digest
