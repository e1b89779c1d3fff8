"""The database itself keeps remarks and preview links honest, whoever writes past the engine."""

from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from editorial.collaboration.remarks import threads
from editorial.models import Decision, Edition, GuestAgreement, PreviewLink, Remark, RemarkEntry, SignOff
from editorial.previews import links
from editorial.states import State
from tests import builders
from tests.editorial import stages
from tests.people import People

pytestmark = pytest.mark.django_db


def refused(action: Any, match: str | None = None) -> None:
    with pytest.raises(IntegrityError, match=match), transaction.atomic():
        action()


def thread(edition: Edition, by: Any, now: datetime, **values: Any) -> Remark:
    return threads.open_thread(edition, by=by, now=now, text="Look.", **values).entry.remark


def link(edition: Edition, by: Any, now: datetime) -> links.Made:
    return links.make(
        edition, by=by, now=now, digest=edition.digest, shown=["en", "fr"], label="The ministry", days=3, once=uuid4()
    )


def signature(edition: Edition, people: People, now: datetime) -> SignOff:
    return SignOff(
        edition_id=edition.pk, round=edition.round, digest=edition.digest, party=people.ca, decision=Decision.SIGNED,
        at=now, by=people.reviewer_ca,
    )  # fmt: skip


def test_no_signature_enters_while_something_must_be_fixed(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    remark = thread(edition, people.translator_fr, now, must_fix=True)
    refused(signature(edition, people, now).save, "must be fixed is not resolved")
    other = stages.at_stage(State.IN_REVIEW, people, now, slug="other")
    signature(other, people, now).save()
    threads.resolve(remark, by=people.translator_fr, now=now, edition=edition)
    signature(edition, people, now).save()


def test_changes_can_be_requested_all_the_same(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    thread(edition, people.translator_fr, now, must_fix=True)
    asked = signature(edition, people, now)
    asked.decision, asked.remark = Decision.CHANGES_REQUESTED, "See the remark."
    asked.save()


@pytest.mark.parametrize(
    "values",
    [
        {"must_fix": False},
        {"path": "title"},
        {"language": "fr"},
        {"quotation": "x"},
        {"digest": "0" * 64},
        {"place": {}},
    ],
)
def test_a_thread_keeps_what_it_is_about(people: People, now: datetime, values: dict[str, Any]) -> None:
    remark = thread(stages.at_stage(State.DRAFT, people, now), people.author, now, must_fix=True)
    refused(lambda: Remark.objects.filter(pk=remark.pk).update(**values), "keeps what it is about")
    refused(Remark.objects.filter(pk=remark.pk).delete)
    refused(lambda: Remark.objects.filter(pk=remark.pk).update(resolved_at=now))


def test_a_thread_is_about_an_edition_of_its_document(people: People, now: datetime) -> None:
    remark = thread(stages.at_stage(State.DRAFT, people, now), people.author, now)
    other = stages.at_stage(State.IN_REVIEW, people, now)
    remark.pk, remark.edition_id = None, other.pk
    refused(remark.save, "an edition of its document")


def test_entries_and_mentions_are_never_changed(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    posted = threads.open_thread(edition, by=people.author, now=now, text="@publisher?")
    refused(lambda: RemarkEntry.objects.update(text="Other"), "append-only")
    refused(RemarkEntry.objects.all().delete)
    refused(posted.entry.mentions.all().delete, "append-only")
    other = stages.at_stage(State.IN_REVIEW, people, now)
    stray = RemarkEntry(remark=posted.entry.remark, edition=other, text="x", at=now, by=people.author)
    refused(stray.save, "of the same document")


def test_an_entry_is_of_staff_or_of_a_guest(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = thread(edition, people.author, now)
    own = link(edition, people.author, now).link
    common = {"remark": remark, "edition_id": edition.pk, "at": now, "text": "x"}
    for values in (
        {},
        {"by": people.author, "guest_name": "Ana"},
        {"by": people.author, "link": own},
        {"link": own},
        {"guest_name": "Ana"},
        {"guest_name": "Ana", "link": own, "kind": "resolved"},
    ):
        refused(RemarkEntry(**common, **values).save)
    RemarkEntry(**common, guest_name="Ana", link=own).save()


def test_a_guest_cannot_say_that_something_must_be_fixed(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    own = link(edition, people.author, now).link
    values = {"document_id": edition.document_id, "edition_id": edition.pk, "digest": edition.digest, "opened_at": now}
    refused(Remark(**values, link=own, must_fix=True).save)
    refused(Remark(**values).save)
    Remark(**values, link=own).save()


@pytest.mark.parametrize("table", ["remark", "remarkentry", "mention", "previewlink", "guestagreement"])
def test_nothing_is_truncated(people: People, now: datetime, table: str) -> None:
    def empty() -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE editorial_{table} CASCADE")

    refused(empty, "cannot be truncated")


def test_a_link_keeps_what_it_opens_and_stays_shut(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    own = link(edition, people.author, now).link
    rows = PreviewLink.objects.filter(pk=own.pk)
    for values in (
        {"token_hash": "0" * 64},
        {"expires_at": now + timedelta(days=300)},
        {"languages": ["es"]},
        {"digest": "0" * 64},
        {"opened_count": 4, "opened_at": None},
    ):
        refused(lambda values=values: rows.update(**values))
    rows.update(opened_count=4, opened_at=now)
    refused(lambda: rows.update(opened_count=3), "keeps what it opens")
    links.revoke(own, by=people.author, now=now)
    refused(lambda: rows.update(revoked_at=None, revoked_by=None), "stays shut")
    refused(lambda: rows.update(opened_count=5), "stays shut")
    refused(rows.delete, "stays on record")


def test_a_link_opens_a_text_of_its_own_edition(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    other = stages.at_stage(State.IN_REVIEW, people, now)
    made = link(edition, people.author, now).link
    made.pk, made.token_hash, made.once, made.digest = None, "1" * 64, uuid4(), other.digest
    refused(made.save, "a text that its edition said")
    made.digest, made.token_hash = edition.digest, "the token itself"
    refused(made.save)


def test_an_agreement_is_with_what_an_open_link_shows(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    own = link(edition, people.author, now).link
    good = {"link": own, "digest": own.digest, "language": "en", "name": "Ana", "at": now}
    for values in ({"digest": "0" * 64}, {"language": "es"}, {"at": now + timedelta(days=4)}, {"name": ""}):
        refused(GuestAgreement(**{**good, **values}).save)
    GuestAgreement(**good).save()
    refused(lambda: GuestAgreement.objects.update(name="Eva"), "append-only")
    links.revoke(own, by=people.author, now=now)
    refused(GuestAgreement(**{**good, "name": "Eva"}).save, "an open preview link")


def test_a_guest_who_agrees_never_counts_as_a_signature(people: People, now: datetime) -> None:
    """Not to the rules, and not to the database."""
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    made = link(edition, people.reviewer_ca, now)
    links.agree(made.token, language="en", name="Government of Canada", now=now)
    fresh = builders.fresh(edition)
    assert fresh.state == State.IN_REVIEW
    assert not SignOff.objects.exists()
    refused(
        lambda: Edition.objects.filter(pk=edition.pk).update(
            state=State.APPROVED, signed_digest=edition.digest, approved_at=now, approved_by=people.reviewer_ca
        ),
        "lacks a required sign-off",
    )
