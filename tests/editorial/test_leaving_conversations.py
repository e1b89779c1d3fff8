"""Whoever leaves is asked nothing more: what was put to them goes to who takes over, what they sent out is shut."""

from datetime import datetime
from typing import Any

import pytest
from django.contrib.auth.models import Permission

from editorial.collaboration.remarks import threads
from editorial.collaboration.remarks.threads import Where
from editorial.models import Edition, Event, Notice, NoticeType, PreviewLink, Remark, User
from editorial.notices import texts
from editorial.previews import links
from editorial.previews.links import RevokedLink
from editorial.staff import offboarding
from editorial.states import State, Verb
from editorial.workflow import audit
from editorial.workflow.roles.groups import administer
from tests.editorial import stages
from tests.editorial.test_preview_links import make
from tests.jobs import work_off
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(people: People) -> User:
    """The administrator, who keeps accounts."""
    administer(Permission.objects.filter(content_type__app_label="editorial", content_type__model="user"))
    return User.objects.get(pk=people.administrator.pk)


def ask(edition: Edition, people: People, now: datetime, text: str = "@author which day?") -> Remark:
    return threads.open_thread(edition, by=people.reviewer_ca, now=now, text=text, where=Where("title")).entry.remark


def leave(people: People, keeper: User, now: datetime, **values: Any) -> offboarding.Handover:
    work_off()
    Notice.objects.all().delete()
    done = offboarding.hand_over(
        people.author, documents_to=people.second_author, reviews_to=people.reviewer_mx, by=keeper, now=now,
        reason="Retires", **values,
    )  # fmt: skip
    work_off()
    return done


def outcomes(done: offboarding.Handover, label: str) -> list[offboarding.Outcome]:
    return next(found for each, found in done.report if each == label)


MENTIONS, LINKS = "Open remarks that mention them", "Preview links that they made"


def test_open_questions_go_to_who_takes_over(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.IN_REVIEW, people, now)
    asked, settled = ask(edition, people, now), ask(edition, people, now, "@author and the place?")
    ask(edition, people, now, "Nobody is asked.")
    threads.resolve(settled, by=people.reviewer_ca, now=now, edition=edition)
    done = leave(people, keeper, now)
    [handed] = outcomes(done, MENTIONS)
    assert (handed.to, handed.edition) == (people.second_author, edition)
    told = Notice.objects.get(sort=NoticeType.MENTIONED)
    assert (told.person, told.edition_id) == (people.second_author, edition.pk)
    assert texts.notice_text(told).subject
    asked.refresh_from_db()
    assert asked.is_open, "the remark itself stays as it is"
    assert list(asked.entries.get().mentions.values_list("person", flat=True)) == [people.author.pk]


def test_links_that_they_made_are_shut_and_on_record(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    mine, other = make(edition, people.author, now), make(edition, people.publisher, now, label="The press office")
    done = leave(people, keeper, now)
    [shut] = outcomes(done, LINKS)
    assert (shut.to, shut.what, [reason.code for reason in shut.reasons]) == (
        None, f"{edition.title_en}: The ministry", ["revoked"],
    )  # fmt: skip
    with pytest.raises(RevokedLink):
        links.open_link(mine.token, language="en", now=now)
    assert links.open_link(other.token, language="en", now=now) == other.link
    [event] = Event.objects.filter(verb=Verb.REVOKE_PREVIEW)
    assert (event.by, event.edition_id) == (keeper, edition.pk)
    assert list(audit.verify()) == []


def test_looking_only_tells_and_shuts_nothing(people: People, keeper: User, now: datetime) -> None:
    edition = stages.at_stage(State.DRAFT, people, now)
    ask(edition, people, now)
    made = make(edition, people.author, now)
    looked = leave(people, keeper, now, only_look=True)
    assert [len(outcomes(looked, label)) for label in (MENTIONS, LINKS)] == [1, 1]
    assert PreviewLink.objects.get(pk=made.link.pk).revoked_at is None
    assert not Notice.objects.exists()
