"""Remarks, signatures and preview links at the very same moment."""

import threading
from datetime import datetime
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from editorial.collaboration.remarks import threads
from editorial.models import Decision, Edition, Event, GuestAgreement, PreviewLink, Remark, RemarkEntry, SignOff
from editorial.previews import links as previews_links
from editorial.states import State
from editorial.workflow import audit, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests import builders
from tests.editorial import stages
from tests.faults.race import PATIENCE, Runner, race
from tests.people import People

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def chain_is_whole(transactional_db: None) -> object:
    """Whoever wins, the record stays sound."""
    yield
    assert list(audit.verify()) == []


def link(edition: Edition, by: Any, now: datetime, once: Any = None) -> previews_links.Made:
    return previews_links.make(
        edition, by=by, now=now, digest=edition.digest, shown=["en"], label="The ministry", days=3, once=once or uuid4()
    )


def codes(error: BaseException) -> list[str]:
    assert isinstance(error, NotAllowed)
    return [reason.code for reason in error.reasons]


def must_fix(edition: Edition, by: Any, now: datetime) -> Remark:
    return threads.open_thread(edition, by=by, now=now, text="Wrong day.", must_fix=True).entry.remark


def test_resolving_while_somebody_signs(people: People, now: datetime) -> None:
    """Either order is sound: resolved and then signed, or refused because it was not resolved yet."""
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    remark = must_fix(edition, people.translator_fr, now)
    _won, lost = race(
        lambda: threads.resolve(remark, by=people.translator_fr, now=now, edition=edition),
        lambda: transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest),
    )
    assert [codes(error) for error in lost] in ([], [["must_fix"]])
    assert not Remark.objects.get().is_open
    assert builders.fresh(edition).state == (State.IN_REVIEW if lost else State.APPROVED)


def test_opening_while_somebody_signs(people: People, now: datetime) -> None:
    """Never signed over a remark that was there first."""
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    _won, lost = race(
        lambda: must_fix(edition, people.translator_fr, now),
        lambda: transitions.sign_off(edition, by=people.reviewer_ca, now=now, digest=edition.digest),
    )
    remark = Event.objects.get(verb="remark")
    signed = Event.objects.filter(verb="sign_off").first()
    assert [codes(error) for error in lost] == ([["must_fix"]] if signed is None else [])
    assert signed is None or signed.pk < remark.pk


def test_opening_past_the_engine_while_somebody_signs_past_it_too(people: People, now: datetime) -> None:
    """The signature waits for the remark that is being written, and then the guard sees it."""
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    written, waiting = threading.Event(), threading.Event()

    def write() -> None:
        with transaction.atomic():
            Remark.objects.create(
                document_id=edition.document_id, edition=edition, digest=edition.digest, must_fix=True, opened_at=now,
                opened_by=people.author,
            )  # fmt: skip
            written.set()
            waiting.wait(0.3)

    writer = Runner(write)
    writer.start()
    assert written.wait(PATIENCE)
    with pytest.raises(IntegrityError, match="must be fixed is not resolved"):
        SignOff.objects.create(
            edition_id=edition.pk, round=edition.round, digest=edition.digest, party=people.ca,
            decision=Decision.SIGNED, at=now, by=people.reviewer_ca,
        )  # fmt: skip
    writer.finish()
    assert writer.error is None


def test_two_resolve_at_once(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    remark = threads.open_thread(edition, by=people.reviewer_ca, now=now, text="Hm.").entry.remark
    won, lost = race(
        lambda: threads.resolve(remark, by=people.author, now=now, edition=edition),
        lambda: threads.resolve(remark, by=people.second_author, now=now, edition=edition),
    )
    assert len(won) == 1
    assert [codes(error) for error in lost] == [["resolved"]]
    assert RemarkEntry.objects.filter(kind="resolved").count() == 1


def test_one_form_sent_twice_at_once(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    won, _lost = race(
        *(lambda: threads.open_thread(edition, by=people.author, now=now, text="Once.") for _ in range(3))
    )
    assert sorted(posted.again for posted in won) == [False, True, True]
    assert Remark.objects.count() == 1
    once = uuid4()
    links, refused = race(*(lambda: link(edition, people.author, now, once) for _ in range(2)))
    assert len(links) == 1
    assert [codes(error) for error in refused] == [["again"]]


def test_revoking_while_somebody_opens(people: People, now: datetime) -> None:
    """Opened and counted before it was shut, or not opened at all."""
    edition = stages.at_stage(State.DRAFT, people, now)
    made = link(edition, people.author, now)

    def open_() -> str:
        try:
            previews_links.open_link(made.token, language="en", now=now)
        except previews_links.RevokedLink:
            return "shut"
        return "opened"

    won, lost = race(open_, open_, lambda: previews_links.revoke(made.link, by=people.author, now=now))
    assert lost == []
    row = PreviewLink.objects.get()
    assert row.opened_count == won.count("opened")
    assert row.revoked_at == now
    assert open_() == "shut"


def test_revoking_while_a_guest_agrees(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    made = link(edition, people.author, now)

    def agree() -> bool:
        try:
            previews_links.agree(made.token, language="en", name="Ana", now=now)
        except previews_links.RevokedLink:
            return False
        return True

    won, lost = race(agree, lambda: previews_links.revoke(made.link, by=people.author, now=now), agree)
    assert lost == []
    assert GuestAgreement.objects.count() == (1 if True in won else 0)
