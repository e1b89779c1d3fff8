"""A page is found, and all that it shows of its edition read, in one statement that says what the others say."""

from datetime import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cooperation.views.page import live_page, queries, references
from cooperation.views.request.page_request import PageRequest
from editorial.content import canonical, kinds
from editorial.models import Edition
from editorial.workflow import drafts, transitions
from tests.builders import country, section, theme
from tests.cooperation.site import days, figure, page
from tests.people import People

pytestmark = pytest.mark.django_db


def furnished(people: People, now: datetime) -> Edition:
    theme("security")
    country("CA")
    parts = {
        "themetag": [{"theme": "security"}],
        "countrytag": [{"country": "CA"}],
        "section": [section("100 % “quoted” \\ & <b>"), section("Two")],
        "figure": [figure(value="12.50"), figure(value=None, wording={"en": "some", "fr": "des", "es": "unos"})],
    }
    return page(people, now, parts=parts)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_one_statement_says_what_the_others_say(people: People, now: datetime, language: str) -> None:
    edition = furnished(people, now)
    kind = kinds.get_kind("page")
    visit = PageRequest(language, now + days(1), now + days(2))
    live_page.find_live_page(kind, f"border-{language}", visit)
    with CaptureQueriesContext(connection) as asked:
        shown = live_page.find_live_page(kind, f"border-{language}", visit)
    assert len(asked) == 1
    assert shown is not None
    assert (shown.pk, shown.document_id, shown.number) == (edition.pk, edition.document_id, 1)
    assert (shown.urgent_at, shown.confirmed_at, shown.excepted_languages) == (None, None, [])
    assert shown.editions == queries.history(edition.document_id, visit)
    assert shown.editions[0]["since"] == now
    called = {row["key"]: row["name_"] for row in shown.called}
    names = references.names(["theme:security", "country:CA"], visit)
    assert called == {f"{table}:{code}": name for (table, code), name in names.items()}
    whole = canonical.load(kind, edition.pk)
    assert canonical.prose(shown.content, language) == canonical.prose(whole, language)
    assert shown.content["fields"]["slug"] == whole["fields"]["slug"]
    assert shown.content["fields"]["title"] == whole["fields"]["title"]
    assert shown.content["parts"]["figure"][0]["value"] == whole["parts"]["figure"][0]["value"] == "12.5000"
    assert [list(row["heading"]) for row in shown.content["parts"]["section"]] == [[language], [language]]


def test_nothing_at_another_address_or_moment(people: People, now: datetime) -> None:
    furnished(people, now)
    kind = kinds.get_kind("page")
    assert live_page.find_live_page(kind, "border-en", PageRequest("fr", now, now)) is None
    assert live_page.find_live_page(kind, "nowhere", PageRequest("en", now, now)) is None
    assert live_page.find_live_page(kind, "border-en", PageRequest("en", now - days(1), now)) is None
    assert live_page.find_live_page(kinds.get_kind("mechanism"), "border-en", PageRequest("en", now, now)) is None


def test_the_history_is_of_the_present_also_in_a_visit_to_the_past(people: People, now: datetime) -> None:
    edition = furnished(people, now)
    later = transitions.revise(edition, by=people.author, now=now + days(1))
    with drafts.edit(later, by=people.author, now=now + days(1)) as draft:
        draft.title_en = "Another title"
        draft.change_note_en, draft.change_note_fr, draft.change_note_es = "Title", "Titre", "Título"
        draft.save()
    for code in ("fr", "es"):
        drafts.attest(later, code, by=people.author, now=now + days(1))
    later.refresh_from_db()
    submitted = transitions.submit(later, by=people.author, now=now + days(1))
    transitions.sign_off(submitted, by=people.reviewer_ca, now=now + days(1), digest=submitted.digest)
    transitions.publish(later, by=people.publisher, now=now + days(1))
    shown = live_page.find_live_page(
        kinds.get_kind("page"), "border-en", PageRequest("en", now, now + days(2), at="2022-01-01")
    )
    assert shown is not None
    assert shown.number == 1
    assert [row["number"] for row in shown.editions] == [2, 1]
    assert [row["ends"] for row in shown.editions] == [None, now + days(1)]
