"""What was stored before anybody asked for bounds breaks no screen and no feed, and a person can mend it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.test import Client

from editorial import releases
from editorial.content import canonical
from editorial.models import Document, Edition, Figure, Release, User, Withdrawal
from editorial.visitors import comments
from editorial.workflow import assignment, drafts, transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests.attacks import rows, sql, triggers_off
from tests.builders import attest_all, fresh, make, publish
from tests.cooperation import register
from tests.cooperation.date_screens import all_falling, falling, of_edition, of_public, of_staff
from tests.cooperation.site import EXPLANATION, page
from tests.cooperation.test_admin_form import sign_in
from tests.people import People

pytestmark = pytest.mark.django_db

#: What an editor at Ottawa meant by the last minute of all, as PostgreSQL has it.
OTTAWA = "9999-12-31 23:59:00-05"
INSTANTS = (OTTAWA, "infinity")
PAST = "0044-03-15 00:00+00 BC"
DAYS = ("0001-01-01", "9999-12-30", "9999-12-31", "10000-01-01")


def stored(statement: str, *params: Any) -> None:
    """Write past every guard, as it could be written before the guards were there."""
    with triggers_off():
        assert sql(statement, *params) > 0


def store_event_detail(edition: Edition, *, detail: str) -> None:
    """The last event of an edition says what it was told then, for good."""
    stored(
        "UPDATE editorial_event SET detail = %s WHERE id = (SELECT max(id) FROM editorial_event WHERE edition_id = %s)",
        detail, edition.pk,
    )  # fmt: skip


@pytest.mark.parametrize("instant", INSTANTS)
def test_a_publication_planned_for_the_end_of_time_is_shown_and_taken_back(
    instant: str, people: People, now: datetime
) -> None:
    live = page(people, now - timedelta(days=2))
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en, row.minor = "Another title", True
        row.save()
    attest_all(draft, people, now)
    moved = transitions.submit(fresh(draft), by=people.author, now=now, reason="A slip.")
    moved = transitions.sign_off(moved, by=people.reviewer_ca, now=now, digest=moved.digest)
    transitions.schedule(moved, by=people.publisher, now=now, at=now + timedelta(days=1))
    with triggers_off():
        sql("UPDATE editorial_edition SET live_during = tstzrange(%s, NULL) WHERE id = %s", instant, moved.pk)
        sql(
            "UPDATE editorial_edition SET live_during = tstzrange(lower(live_during), %s) WHERE id = %s",
            instant,
            live.pk,
        )
    store_event_detail(moved, detail='{"begin":"9999-12-31T23:59:00-05:00"}')

    assert all_falling(people.publisher, live, moved) == []
    assert falling(sign_in(people.author), [*of_staff(), *of_edition(moved)]) == []
    transitions.unschedule(fresh(moved), by=people.publisher, now=now)
    assert fresh(moved).state == "approved"
    assert fresh(live).live_during.upper is None


@pytest.mark.parametrize("instant", INSTANTS)
def test_a_withdrawal_planned_for_the_end_of_time_is_shown_and_taken_back(
    instant: str, people: People, now: datetime
) -> None:
    live = page(people, now - timedelta(days=2))
    live = transitions.withdraw(
        fresh(live), by=people.publisher, now=now, at=now + timedelta(days=1), explanation=EXPLANATION
    )
    with triggers_off():
        sql(
            "UPDATE editorial_edition SET live_during = tstzrange(lower(live_during), %s) WHERE id = %s",
            instant,
            live.pk,
        )
        sql("UPDATE editorial_withdrawal SET at = %s WHERE edition_id = %s", instant, live.pk)
    store_event_detail(live, detail='{"at":"9999-12-31T23:59:00-05:00"}')

    assert all_falling(people.publisher, live) == []
    transitions.unschedule(fresh(live), by=people.publisher, now=now)
    assert fresh(live).live_during.upper is None
    assert not Withdrawal.objects.exists()


@pytest.mark.parametrize("instant", ["0001-01-01 00:00+00", PAST])
def test_a_page_that_was_always_public_is_shown(instant: str, people: People, now: datetime) -> None:
    live = page(people, now - timedelta(days=2))
    stored("UPDATE editorial_edition SET live_during = tstzrange(%s, NULL) WHERE id = %s", instant, live.pk)
    stored("UPDATE editorial_searchentry SET begins = %s WHERE edition_id = %s", instant, live.pk)
    assert all_falling(people.publisher, live) == []


@pytest.mark.parametrize("day", DAYS)
def test_a_meeting_on_a_day_that_does_not_exist_here_is_shown_and_mended(
    day: str, people: People, now: datetime
) -> None:
    live = publish(register.draft("meeting", people, now - timedelta(days=2)), people, now - timedelta(days=2))
    stored("UPDATE cooperation_meeting SET starts_on = %s, ends_on = %s WHERE edition_ptr_id = %s", day, day, live.pk)

    assert all_falling(people.author, live) == []
    draft = transitions.revise(fresh(live), by=people.author, now=now)  # as it is: a person mends it
    assert falling(sign_in(people.author), of_edition(draft)) == []
    with drafts.edit(draft, by=people.translator_fr, now=now) as row:  # and others may work on it meanwhile
        row.title_fr = "Autre titre"
        row.save()
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.starts_on = row.ends_on = datetime(2022, 3, 1).date()
        row.save()
    assert canonical.content_of(fresh(draft))["fields"]["starts_on"] == "2022-03-01"


@pytest.mark.parametrize("instant", [*INSTANTS, PAST])
def test_an_embargo_beyond_is_shown(instant: str, people: People, now: datetime) -> None:
    draft = register.draft("statement", people, now)
    stored("UPDATE cooperation_statement SET embargo_until = %s WHERE edition_ptr_id = %s", instant, draft.pk)
    assert all_falling(people.author, draft) == []
    if instant == OTTAWA:
        moved = Edition.objects.select_related("document").get(pk=draft.pk)
        assert all_falling(people.translator_fr, moved) == []


@pytest.mark.parametrize("instant", [*INSTANTS, PAST])
def test_a_release_hoped_for_beyond_is_shown_and_mended(instant: str, people: People, now: datetime) -> None:
    draft = make("page", people, now)
    release = releases.create(title="All", by=people.publisher, now=now, planned_for=now + timedelta(days=3))
    releases.add(release, fresh(draft), by=people.publisher, now=now)
    stored("UPDATE editorial_release SET planned_for = %s", instant)
    assert all_falling(people.publisher, draft) == []
    assert falling(sign_in(people.publisher), [f"/admin/editorial/release/{release.pk}/change/"]) == []
    mended = releases.describe(
        Release.objects.get(pk=release.pk),
        by=people.publisher,
        now=now,
        title="All",
        planned_for=now + timedelta(days=2),
    )
    assert mended.planned_for == now + timedelta(days=2)


@pytest.mark.parametrize("day", [*DAYS[2:], "-infinity"])
def test_days_beside_content_are_shown(day: str, people: People, now: datetime) -> None:
    live = page(people, now - timedelta(days=2))
    draft = make("page", people, now, slug="other")
    assignment.assign(fresh(draft), to=people.author, due=now.date(), by=people.publisher, now=now)
    stored("UPDATE editorial_document SET review_by = %s", day)
    stored("UPDATE editorial_assignment SET due_on = %s", day)
    comments.switch(live.document_id, is_on=True, closes_at=now + timedelta(days=1), by=people.publisher, now=now)
    stored("UPDATE editorial_discussion SET closes_at = %s", day)
    store_event_detail(
        draft, detail='{"due":"9999-12-31","from":[],"languages":[],"task":"write","to":1,"to_name":"A"}'
    )
    for person in (people.author, people.administrator):
        assert falling(sign_in(person), [*of_staff(), *of_edition(draft)]) == []
    assert falling(Client(), of_public(live)) == []
    owner = User.objects.get(pk=people.second_author.pk)
    Document.objects.filter(pk=draft.document_id).update(owner=owner)  # the rest of such a row can still be changed
    assignment.set_review_by(fresh(draft), review_by=None, by=people.administrator, now=now)
    assert Document.objects.get(pk=draft.document_id).review_by is None


@pytest.mark.parametrize("day", DAYS[2:])
def test_a_figure_of_a_day_beyond_is_shown_and_copied(day: str, people: People, now: datetime) -> None:
    row = {"label": {"en": "Projects", "fr": "Projets", "es": "Proyectos"}, "value": "23", "as_of": "2020-12-31"}
    live = page(people, now - timedelta(days=2), parts={"figure": [row]})
    stored("UPDATE editorial_figure SET as_of = %s, valid_until = %s", day, day)
    assert all_falling(people.author, live) == []
    draft = transitions.revise(fresh(live), by=people.author, now=now)
    assert Figure.objects.filter(edition=draft.pk).count() == 1
    assert all_falling(people.author, draft) == []


def test_what_was_mended_is_not_restored(people: People, now: datetime) -> None:
    draft = register.draft("meeting", people, now)
    stored(
        "UPDATE cooperation_meeting SET starts_on = '9999-12-31', ends_on = NULL WHERE edition_ptr_id = %s", draft.pk
    )
    with drafts.edit(fresh(draft), by=people.author, now=now) as row:
        row.title_en = "Kept with its day"
        row.save()
    kept = fresh(draft).digest
    with drafts.edit(fresh(draft), by=people.author, now=now) as row:
        row.starts_on = datetime(2022, 3, 1).date()
        row.save()
    from editorial.models import Snapshot

    with pytest.raises(NotAllowed, match=r"First day: Give a date from Jan. 1, 1800 to Dec. 31, 2200\."):
        drafts.restore(fresh(draft), Snapshot.objects.get(pk=kept), by=people.author, now=now)
    assert rows("SELECT starts_on::text FROM cooperation_meeting") == [("2022-03-01",)]


def test_the_desks_stand_without_anything_stored(people: People, now: datetime) -> None:
    """The list of screens is one of screens that are there: each answers 200 or leads somewhere."""
    client = sign_in(people.superuser)
    draft = make("page", people, now)
    for address in (*of_staff(), *of_edition(draft)):
        assert client.get(address, follow=True).status_code in (200, 409), address
