"""What was signed keeps the names that it was signed with; what one chooses by has the names of the moment."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import parse_qsl

import pytest
from django.core.cache import cache
from django.test import Client

from cooperation.models import Country, Organization, Theme
from editorial.content import canonical, digests, kept
from editorial.models import Document, Edition, Event, User
from editorial.staff import renaming
from editorial.states import CONTRIBUTING, Verb
from editorial.workflow import drafts, transitions
from editorial.workflow.attempt import contributors
from tests.attacks import triggers_off
from tests.builders import approve, country, fresh, make, publish, revised, texts, theme
from tests.cooperation.site import body, days, get, mechanism, uuid
from tests.people import People, person

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def organization(code: str = "war", en: str = "Secretariat of War") -> Organization:
    values = {f"name_{lang}": en if lang == "en" else f"{en} ({lang})" for lang in ("en", "fr", "es")}
    return Organization.objects.create(code=code, **values)


def renamed(row: Any, name: str, now: datetime) -> None:
    """A row called otherwise from now on."""
    by = [User.objects.filter(username=each).first() or person(each, "Publisher") for each in ("one", "two")]
    new = {"name": {"en": name, "fr": f"{name} (fr)", "es": f"{name} (es)"}}
    if isinstance(row, Organization):
        new["acronym"] = dict.fromkeys(("en", "fr", "es"), "")
    act = renaming.propose(renaming.row_of(row), names=new, reason="By law", by=by[0], now=now)
    renaming.confirm(act, by=by[1], now=now)


@pytest.fixture
def war(people: People) -> Organization:
    return organization()


def meeting(people: People, now: datetime, **fields: Any) -> Any:
    country("MX")
    theme("security")
    return make(
        "meeting", people, now, slug="meeting",
        fields={"starts_on": "2026-03-01", "host_country": "MX", "city": texts("City"), **fields},
        parts={
            "participant": [{"organization": "war", "delegation": texts("")}],
            "themetag": [{"theme": "security"}],
            "countrytag": [{"country": "MX"}],
        },
    )  # fmt: skip


#: What represents the meeting: its page, its row in lists, tables, feeds, the calendar and the API.
ABOUT_IT = (
    "/en/meetings/meeting-en/",
    "/fr/reunions/meeting-fr/",
    "/es/reuniones/meeting-es/",
    "/en/meetings/",
    "/en/meetings/list.csv",
    "/en/meetings/meeting-en/changes.atom",
    "/api/v1/documents/meeting?language=en",
    "/api/v1/documents/meeting/<uuid>?language=fr",
    "/en/meetings/feed.atom",
    "/en/meetings.ics",
    "/en/feed.atom",
    "/en/",
    "/en/search/?q=meeting",
)


def everything(client: Client, at: datetime) -> dict[str, str]:
    """What each of these addresses says as of a moment, but for what says when it was asked."""
    found = {}
    for address in ABOUT_IT:
        uuid_ = str(Document.objects.get(editions__slug_en="meeting-en").uuid)
        path, _mark, query = address.replace("<uuid>", uuid_).partition("?")
        response: Any = client.get(path, {"at": at.isoformat(), **dict(parse_qsl(query))})
        assert response.status_code == 200, address
        found[address] = response.getvalue().decode()
    return found


def test_no_byte_changes_before_a_rename(client: Client, people: People, war: Organization, now: datetime) -> None:
    publish(meeting(people, now - days(3)), people, now - days(3))
    moment = now - days(1)
    before = everything(client, moment)
    assert "Secretariat of War" in before["/en/meetings/meeting-en/"]
    assert len(before) >= 8
    renamed(war, "Secretariat of Peace", now)
    renamed(Country.objects.get(code="MX"), "The Other Country", now)
    renamed(Theme.objects.get(code="security"), "Calm", now)
    cache.clear()
    assert everything(client, moment) == before


def test_what_was_signed_keeps_its_names(client: Client, people: People, war: Organization, now: datetime) -> None:
    publish(meeting(people, now - days(3)), people, now - days(3))
    renamed(war, "Secretariat of Peace", now - HOUR)
    renamed(Country.objects.get(code="MX"), "The Other Country", now - HOUR)
    page = body(get(client, "/en/meetings/meeting-en/"))
    assert "Secretariat of War" in page
    assert "“Secretariat of War” has been called “Secretariat of Peace” since" in page
    assert "“MX en” has been called “The Other Country” since" in page
    assert page.count("Secretariat of Peace") == 1, "only beside the signed text"
    assert "« Secretariat of War (fr) »" in body(get(client, "/fr/reunions/meeting-fr/")).replace("\xa0", " ")
    row = body(get(client, "/en/meetings/"))
    assert "MX en" in row
    assert "The Other Country" in row, "the filter has the name of today"


def test_a_result_of_the_search_has_the_signed_name(client: Client, people: People, now: datetime) -> None:
    theme("security")
    publish(
        make("page", people, now - days(3), slug="found", parts={"themetag": [{"theme": "security"}]}),
        people, now - days(3),
    )  # fmt: skip
    renamed(Theme.objects.get(code="security"), "Calm", now - HOUR)
    page = body(get(client, "/en/search/?q=found"))
    hits, rest = page.split('class="hits"')[1].split("</ol>", 1)
    assert "Security en" in hits
    assert "Calm" not in hits
    assert "Calm" in rest, "one chooses by the name of today"


def test_the_note_stands_only_after_the_rename(
    client: Client, people: People, war: Organization, now: datetime
) -> None:
    publish(meeting(people, now - days(3)), people, now - days(3))
    renamed(war, "Secretariat of Peace", now - HOUR)
    heading = "Names that have changed"
    assert heading in body(get(client, "/en/meetings/meeting-en/"))
    past = (now - days(1)).isoformat().replace("+", "%2B")
    assert heading not in body(get(client, f"/en/meetings/meeting-en/?at={past}"))


def test_what_ended_says_so(client: Client, people: People, war: Organization, now: datetime) -> None:
    publish(meeting(people, now - days(3)), people, now - days(3))
    by = [person(each, "Publisher") for each in ("one", "two")]
    peace = renaming.row_of(organization("peace", "Secretariat of Peace"))
    act = renaming.propose(renaming.row_of(war), names={}, then_see=peace, reason="Merged", by=by[0], now=now - HOUR)
    renaming.confirm(act, by=by[1], now=now - HOUR)
    page = body(get(client, "/en/meetings/meeting-en/"))
    assert "“Secretariat of War” ended on" in page
    assert "See “Secretariat of Peace”." in page


def test_the_next_edition_has_the_new_name(client: Client, people: People, war: Organization, now: datetime) -> None:
    first = publish(meeting(people, now - days(3)), people, now - days(3))
    renamed(war, "Secretariat of Peace", now - days(2))
    revised(first, people, now - days(1))
    page = body(get(client, "/en/meetings/meeting-en/"))
    assert "Secretariat of Peace" in page
    assert "Secretariat of War" not in page
    assert "Names that have changed" not in page


def test_a_new_title_of_another_document_touches_no_signed_text(
    client: Client, people: People, war: Organization, now: datetime
) -> None:
    frame = mechanism(people, now - days(4))
    publish(meeting(people, now - days(3), mechanism=uuid(frame)), people, now - days(3))
    revised(frame, people, now - days(1), title_en="Another title", title_fr="Autre titre", title_es="Otro título")
    page = body(get(client, "/en/meetings/meeting-en/"))
    assert "Partnership en" in page
    assert "Another title" not in page
    found = Document.objects.get(editions__slug_en="meeting-en")
    said = get(client, f"/api/v1/documents/meeting/{found.uuid}?language=en").content.decode()
    assert "Partnership en" in said
    assert "Another title" not in said


class TestContent:
    def test_names_are_in_the_digest(self, people: People, war: Organization, now: datetime) -> None:
        draft = fresh(meeting(people, now))
        content = canonical.content_of(draft)
        assert content["names"]["organization:war"] == {
            "en": "Secretariat of War", "fr": "Secretariat of War (fr)", "es": "Secretariat of War (es)",
        }  # fmt: skip
        assert set(content["names"]) == {"organization:war", "country:MX", "theme:security"}
        other = {**content, "names": {**content["names"], "organization:war": {"en": "Peace"}}}
        assert digests.digest(other) != draft.digest == digests.digest(content)

    def test_submission_refreshes_them(self, people: People, war: Organization, now: datetime) -> None:
        draft = meeting(people, now - days(3))
        attested = dict(draft.attestations.values_list("language", "source_digest"))
        renamed(war, "Secretariat of Peace", now - days(2))
        moved = transitions.submit(fresh(draft), by=people.author, now=now)
        assert moved.names["organization:war"]["en"] == "Secretariat of Peace"
        assert kept.says(moved, canonical.content_of(moved))
        event = Event.objects.filter(edition_id=moved.pk, verb=Verb.SUBMIT).get()
        assert event.digest == moved.digest
        assert event.data["names"]["organization:war"][0]["en"] == "Secretariat of War"
        assert dict(moved.attestations.values_list("language", "source_digest")) == attested
        assert fresh(moved).language_status == fresh(draft).language_status

    def test_it_makes_nobody_a_contributor(self, people: People, war: Organization, now: datetime) -> None:
        draft = meeting(people, now - days(3))
        renamed(war, "Secretariat of Peace", now - days(2))
        before = contributors(draft)
        transitions.submit(fresh(draft), by=people.second_author, now=now)
        assert contributors(draft) == before
        assert Verb.SUBMIT not in CONTRIBUTING

    def test_a_save_that_changes_nothing_keeps_them(self, people: People, war: Organization, now: datetime) -> None:
        draft = fresh(meeting(people, now - days(3)))
        renamed(war, "Secretariat of Peace", now - days(2))
        with drafts.edit(draft, by=people.author, now=now):
            pass
        assert fresh(draft).digest == draft.digest

    def test_a_translator_may_save_after_a_rename(self, people: People, war: Organization, now: datetime) -> None:
        draft = fresh(meeting(people, now - days(3)))
        renamed(war, "Secretariat of Peace", now - days(2))
        with drafts.edit(draft, by=people.translator_fr, now=now) as row:
            row.summary_fr = "Autre"
            row.save()
        assert fresh(draft).names["organization:war"]["en"] == "Secretariat of Peace"

    def test_an_urgent_publication_refreshes_a_draft(self, people: People, war: Organization, now: datetime) -> None:
        draft = meeting(people, now - days(3))
        renamed(war, "Secretariat of Peace", now - days(2))
        live = transitions.publish_urgently(fresh(draft), by=people.publisher, now=now, reason="Storm")
        assert live.names["organization:war"]["en"] == "Secretariat of Peace"
        assert kept.says(live, canonical.content_of(live))
        assert Event.objects.get(verb=Verb.PUBLISH_URGENTLY).digest == live.digest

    def test_what_waits_for_signatures_keeps_them(self, people: People, war: Organization, now: datetime) -> None:
        approved = approve(meeting(people, now - days(3)), people, now - days(3))
        renamed(war, "Secretariat of Peace", now - days(2))
        live = transitions.publish(approved, by=people.publisher, now=now)
        assert live.names["organization:war"]["en"] == "Secretariat of War"

    def test_a_digest_of_before_is_valid(self, people: People, war: Organization, now: datetime) -> None:
        content = canonical.content_of(meeting(people, now))
        bare = {key: value for key, value in content.items() if key not in canonical.FROZEN}
        assert digests.digest(bare) == digests.digest({**content, "names": {}, "bound_parties": []})
        assert digests.completed(digests.essential(bare))["names"] == {}


def test_a_text_of_before_says_what_was_said_then(
    client: Client, people: People, war: Organization, now: datetime
) -> None:
    live = publish(meeting(people, now - days(3)), people, now - days(3))
    with triggers_off():
        Edition.objects.filter(pk=live.pk).update(names={})
    renamed(war, "Secretariat of Peace", now - HOUR)
    renamed(Country.objects.get(code="MX"), "The Other Country", now - HOUR)
    assert "Secretariat of War" in body(get(client, "/en/meetings/meeting-en/"))
    past = (now - days(1)).isoformat().replace("+", "%2B")
    assert "MX en" in body(get(client, f"/en/meetings/?at={past}"))
