"""Who is told that something was said: who was drawn in, who takes part, who writes the text, who sent the link; nobody
else.
"""

from datetime import datetime

import pytest
from django.db import transaction

from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.guest import remark_by_guest
from editorial.collaboration.remarks.threads import Where
from editorial.models import Notice, NoticeType
from editorial.notices import texts
from editorial.states import State
from editorial.workflow import transitions
from tests import builders
from tests.editorial import stages
from tests.editorial.test_notices import forget, recipients_of
from tests.editorial.test_preview_links import make
from tests.jobs import work_off
from tests.people import People

pytestmark = pytest.mark.django_db


def test_who_is_drawn_in_is_told_so_and_who_writes_that_something_was_said(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    forget()
    threads.open_thread(edition, by=people.reviewer_ca, now=now, text="@publisher may this go?", where=Where("title"))
    work_off()
    assert recipients_of(NoticeType.MENTIONED) == {"publisher"}
    assert recipients_of(NoticeType.REMARK) == {"author"}
    notice = Notice.objects.get(sort=NoticeType.MENTIONED)
    assert "may this go?" in texts.notice_text(notice).quote
    assert "reviewer-ca" in texts.notice_text(notice).subject


def test_an_answer_goes_to_who_takes_part_and_not_to_who_gave_it(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    remark = threads.open_thread(
        edition, by=people.reviewer_ca, now=now, text="Which day?", where=Where("title")
    ).entry.remark
    forget()
    threads.reply(remark, by=people.author, now=now, text="The third.", edition=edition)
    work_off()
    assert "reviewer-ca" in recipients_of(NoticeType.REMARK)
    assert "author" not in recipients_of(NoticeType.REMARK)
    assert "reviewer-mx" not in recipients_of(NoticeType.REMARK), "nobody who has no part in it"


def test_a_guest_is_named_and_who_sent_the_link_is_told(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    made = make(edition, people.publisher, now)
    forget()
    remark_by_guest(
        made.token, language="fr", name="Ana Pérez", text="Quel jour ?", now=now, where=Where("title", "fr")
    )
    work_off()
    assert "publisher" in recipients_of(NoticeType.REMARK)
    said = texts.notice_text(Notice.objects.get(sort=NoticeType.REMARK, person=people.publisher))
    assert "Ana Pérez" in f"{said.subject} {said.facts}"


def test_a_remark_that_was_undone_is_told_to_nobody(people: People, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    forget()
    with transaction.atomic():
        threads.open_thread(edition, by=people.reviewer_ca, now=now, text="@publisher look", where=Where("title"))
        transaction.set_rollback(True)
    work_off()
    assert not Notice.objects.exists()
    moved = transitions.submit(builders.fresh(edition), by=people.author, now=now)
    assert moved.state == State.IN_REVIEW
