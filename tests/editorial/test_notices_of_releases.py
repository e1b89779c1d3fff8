"""Who is told that a release moved on, and what it has on the calendar."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse

from editorial import releases
from editorial.desks import planned
from editorial.desks.query import Ask
from editorial.models import Notice, NoticeType, Release, User
from editorial.notices import texts
from tests.editorial.desk import as_
from tests.editorial.release_helpers import assembled, fresh, frozen
from tests.editorial.test_notices import forget, recipients_of
from tests.jobs import work_off
from tests.people import People

pytestmark = pytest.mark.django_db


def test_each_step_is_told_once_to_who_made_it_and_who_answers_for_its_documents(people: People, now: datetime) -> None:
    release, editions = assembled(people, now)
    for edition, owner in zip(editions, (people.second_author, people.publisher), strict=True):
        edition.document.owner = owner
        edition.document.save(update_fields=["owner"])
    forget()
    held = releases.freeze(release, by=people.publisher, now=now)
    work_off()
    assert recipients_of(NoticeType.RELEASE) == {"author", "second-author"}, "nobody is told what they did themselves"
    assert Notice.objects.filter(sort=NoticeType.RELEASE).count() == 2
    said = texts.notice_text(Notice.objects.get(sort=NoticeType.RELEASE, person=people.author))
    assert "Report and statement" in said.subject
    there = reverse("admin:editorial_release_change", args=(release.pk,))
    assert as_(people.author).get(said.path).headers["Location"] == there
    forget()
    releases.unfreeze(held, by=people.publisher, now=now, reason="One word more")
    work_off()
    assert recipients_of(NoticeType.RELEASE) == {"author", "second-author"}
    assert Notice.objects.filter(sort=NoticeType.RELEASE).count() == 2


def coming(user: User, now: datetime) -> list[tuple[str, int, datetime]]:
    """(what, edition, when) of everything on this person's calendar."""
    ask = Ask.for_person(User.objects.get(pk=user.pk), now)
    found = planned.rows(ask, editions=planned.of_mine(ask))
    return sorted((what, edition, at) for edition, at, what in found)


def test_a_release_that_is_hoped_for_is_on_the_calendar_until_it_is_scheduled(people: People, now: datetime) -> None:
    release, editions = frozen(people, now)
    hoped, set_for = now + timedelta(days=5), now + timedelta(days=6)
    assert coming(people.publisher, now) == []
    Release.objects.filter(pk=release.pk).update(planned_for=hoped)
    expected = sorted(("release", edition.pk, hoped) for edition in editions)
    assert coming(people.publisher, now) == expected
    assert coming(people.author, now) == expected
    assert coming(people.second_author, now) == [], "who has no part in it"
    assert coming(people.publisher, hoped) == [], "it is hoped for no more"
    releases.schedule(fresh(release), by=people.publisher, now=now, at=set_for)
    assert coming(people.publisher, now) == sorted(("publication", edition.pk, set_for) for edition in editions)
