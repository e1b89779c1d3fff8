"""Live texts that say a former name: listed, marked as meant, or corrected together and signed in one sitting."""

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from cooperation.models import Organization
from editorial import releases
from editorial.desks import problems
from editorial.desks.query import Ask
from editorial.models import Edition, Event, Release
from editorial.releases import former_names
from editorial.staff import renaming
from editorial.states import State, Verb
from editorial.workflow import transitions
from editorial.workflow.rules.permissions import NotAllowed
from tests.builders import fresh, make, publish, texts
from tests.cooperation.site import days
from tests.cooperation.test_signed_names import organization, renamed
from tests.people import People

pytestmark = pytest.mark.django_db


@pytest.fixture
def war(people: People) -> Organization:
    return organization()


def meeting(people: People, now: datetime, slug: str) -> Any:
    draft = make(
        "meeting", people, now, slug=slug, fields={"starts_on": "2026-03-01"},
        parts={"participant": [{"organization": "war", "delegation": texts("")}]},
    )  # fmt: skip
    return publish(draft, people, now)


@pytest.fixture
def live(people: People, war: Organization, now: datetime) -> list[Edition]:
    """Two live texts that name it, and its new name."""
    found = [meeting(people, now - days(3), slug) for slug in ("first", "second")]
    renamed(war, "Secretariat of Peace", now - days(1))
    return found


def listed(now: datetime) -> list[int]:
    return [each.edition.pk for each in former_names.former_names(now)]


def test_they_are_listed_from_the_rename_on(live: list[Edition], people: People, now: datetime) -> None:
    assert listed(now) == [each.pk for each in live]
    assert listed(now - days(2)) == []
    [found, _other] = former_names.former_names(now)
    assert (found.said["en"], found.now["en"]) == ("Secretariat of War", "Secretariat of Peace")
    [rows] = [
        rows for source, rows in problems.concerning(Ask.for_person(people.author, now)) if source.key == "former_names"
    ]
    assert set(rows) == {fresh(each) for each in live}


def test_what_is_meant_is_marked(live: list[Edition], people: People, now: datetime, war: Organization) -> None:
    [found, other] = former_names.former_names(now)
    former_names.keep_name(found.edition, found.rename, by=people.author, now=now, reason="It is about that time.")
    assert listed(now) == [other.edition.pk]
    event = Event.objects.get(verb=Verb.KEEP_NAME)
    assert (event.reason, event.data["name"]) == ("It is about that time.", "organization:war")
    renamed(war, "Secretariat of Calm", now)
    assert listed(now) == [each.pk for each in live], "another rename asks again"


def test_who_may_mark(live: list[Edition], people: People, now: datetime) -> None:
    [found, _other] = former_names.former_names(now)
    for by, reason, code in (
        (people.reviewer_ca, "Meant", "permission"), (people.author, " ", "reason"),
    ):  # fmt: skip
        with pytest.raises(NotAllowed) as refusal:
            former_names.keep_name(found.edition, found.rename, by=by, now=now, reason=reason)
        assert [each.code for each in refusal.value.reasons] == [code]
    with pytest.raises(NotAllowed) as refusal:
        former_names.keep_name(found.edition, 999, by=people.author, now=now, reason="Meant")
    assert [each.code for each in refusal.value.reasons] == ["gone"]


def test_corrections_go_to_the_public_together(
    live: list[Edition], people: People, client: Client, now: datetime
) -> None:
    made = former_names.prepare_corrections(live, title="Names", by=people.author, now=now)
    assert (made.count, made.left) == (2, [])
    drafts = Edition.objects.filter(release_item__release=made.release)
    assert {each.state for each in drafts} == {State.IN_REVIEW}
    for draft, before in zip(drafts.order_by("document_id"), live, strict=True):
        assert draft.names["organization:war"]["en"] == "Secretariat of Peace"
        assert (draft.title_en, draft.summary_fr, draft.minor) == (before.title_en, before.summary_fr, True)
        signed = transitions.sign_off(fresh(draft), by=people.reviewer_ca, now=now, digest=draft.digest)
        assert signed.state == State.APPROVED
    releases.freeze(made.release, by=people.publisher, now=now)
    releases.publish(Release.objects.get(pk=made.release.pk), by=people.publisher, now=now)
    assert listed(now) == []
    assert "Secretariat of Peace" in client.get("/en/meetings/first-en/").content.decode()


def test_what_is_being_worked_on_is_left(live: list[Edition], people: People, now: datetime) -> None:
    transitions.revise(fresh(live[0]), by=people.author, now=now)
    made = former_names.prepare_corrections(live, title="Names", by=people.author, now=now)
    assert made.count == 1
    assert [edition.pk for edition, _why in made.left] == [live[0].pk]
    with pytest.raises(NotAllowed):
        former_names.prepare_corrections(live, title="Again", by=people.author, now=now)
    assert not Release.objects.filter(title="Again").exists()


class TestScreen:
    @pytest.fixture(autouse=True)
    def _language(self, client: Client) -> None:
        client.cookies["django_language"] = "en"

    def test_an_author_corrects(self, live: list[Edition], people: People, client: Client) -> None:
        client.force_login(people.author)
        page = client.get("/admin/names/former/").content.decode()
        assert page.count("Secretariat of War") == 2
        answer = client.post("/admin/names/former/", {"edition": [str(live[0].pk)], "title": "Names"}, follow=True)
        assert answer.status_code == 200
        assert Edition.objects.filter(state=State.IN_REVIEW).count() == 1

    def test_an_author_marks(self, live: list[Edition], people: People, client: Client) -> None:
        client.force_login(people.author)
        [found, _other] = former_names.former_names(live[0].changed_at + days(5))
        keep = f"{found.edition.pk}/{found.rename}"
        assert client.post("/admin/names/former/", {"keep": keep, "reason": ""}).status_code == 409
        assert client.post("/admin/names/former/", {"keep": keep, "reason": "Meant"}).status_code == 302
        assert Event.objects.filter(verb=Verb.KEEP_NAME).count() == 1
        assert client.post("/admin/names/former/", {"keep": keep, "reason": "Meant"}).status_code == 409

    def test_nothing_is_chosen(self, live: list[Edition], people: People, client: Client) -> None:
        client.force_login(people.author)
        assert client.post("/admin/names/former/", {"title": "Names"}).status_code == 409

    def test_a_reviewer_reads(self, live: list[Edition], people: People, client: Client) -> None:
        client.force_login(people.reviewer_ca)
        assert "Prepare the corrections" not in client.get("/admin/names/former/").content.decode()

    def test_the_names_of_a_row(self, war: Organization, people: People, client: Client) -> None:
        row = renaming.row_of(war)
        client.force_login(people.publisher)
        names = {
            f"rename-{field}_{code}": value
            for field, value in (("name", "Peace"), ("acronym", ""))
            for code in ("en", "fr", "es")
        }
        given = {"do": "rename", **names, "rename-at_2": "UTC", "rename-reason": "By law"}
        lacking = client.post(f"/admin/names/{row.pk}/", {**given, "rename-name_es": ""})
        assert lacking.status_code == 409
        assert 'value="Peace"' in lacking.content.decode(), "what was typed is kept"
        assert client.post(f"/admin/names/{row.pk}/", given).status_code == 302
        act = row.renames.get()
        page = client.get(f"/admin/names/{row.pk}/").content.decode()
        assert "You proposed this; somebody else must confirm it." in page
        own = client.post(f"/admin/names/{row.pk}/", {"do": "confirm", "act": act.pk})
        assert own.status_code == 409
        client.force_login(people.administrator)
        assert client.post(f"/admin/names/{row.pk}/", {"do": "confirm", "act": act.pk}).status_code == 302
        assert Organization.objects.get(code="war").name_fr == "Peace"
        page = client.get(f"/admin/names/{row.pk}/").content.decode()
        assert "Secretariat of War" in page
        client.force_login(people.author)
        assert client.get(f"/admin/names/{row.pk}/").status_code == 403

    def test_a_row_shows_its_names_and_the_way_to_change_them(
        self, war: Organization, people: People, client: Client
    ) -> None:
        client.force_login(people.administrator)
        page = client.get(f"/admin/cooperation/organization/{war.pk}/change/").content.decode()
        assert 'name="name_en"' not in page
        assert "History and change of names" in page
        assert 'name="name_en"' in client.get("/admin/cooperation/organization/add/").content.decode()
