"""The public page of what is not public: drafts, for staff."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import RequestFactory

from editorial.content import canonical, kinds
from editorial.workflow import drafts, transitions
from tests.builders import make, section, texts
from tests.cooperation.site import body, chapter, days, group, objective, page, uuid, words
from tests.people import People

pytestmark = pytest.mark.django_db


def preview(
    edition: Any, now: datetime, language: str = "en", path: str = "/admin/x/1/preview/en/", **values: Any
) -> Any:
    """The preview of an edition, or of an other content for it."""
    kind = kinds.get_kind(edition.document.kind)
    assert kind.render is not None
    return kind.render(
        RequestFactory().get(path), edition=edition, content=values.get("content") or canonical.content_of(edition),
        language=language, moment=now, preview=True,
    )  # fmt: skip


@pytest.mark.parametrize("kind", ["page", "mechanism", "working_group", "annual_report"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_an_almost_empty_draft_has_a_preview(people: People, now: datetime, kind: str, language: str) -> None:
    draft = drafts.create(kinds.get_kind(kind), by=people.author, now=now, fields={"source_language": "en"})
    response = preview(draft, now, language)
    assert response.status_code == 200
    assert words(language, "Preview.") in body(response)
    assert words(language, "Untitled") in body(response)
    assert f'<html lang="{language}"' in body(response)


def test_a_preview_shows_what_there_is_in_a_language(people: People, now: datetime) -> None:
    half = {**section("Whole"), "body": {"en": "<p>Only English</p>", "fr": "", "es": ""}}
    titled = {"en": "Title", "fr": "Titre", "es": ""}
    draft = make(
        "page", people, now, fields={"title": titled, "slug": {"en": "t"}}, parts={"section": [half]}, attest=False
    )
    assert "Only English" in body(preview(draft, now))
    french = body(preview(draft, now, "fr"))
    assert "Only English" not in french
    assert "Titre" in french
    assert "Whole fr" in french


def test_a_preview_is_kept_by_nobody_and_found_by_nobody(people: People, now: datetime) -> None:
    response = preview(make("page", people, now), now)
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex"
    assert 'rel="canonical"' not in body(response)


def test_a_preview_names_what_was_never_public(people: People, now: datetime) -> None:
    energy = make("working_group", people, now, slug="energy")
    draft = make(
        "annual_report", people, now, slug="report", fields={"year": 2021},
        parts={"chapter": [chapter(energy)], "objective": [objective(energy, "Build")]},
    )  # fmt: skip
    shown = body(preview(draft, now, "fr"))
    assert "<h2>Energy fr</h2>" in shown
    assert "/fr/groupes-de-travail/energy-fr/" not in shown
    assert "Build fr" in shown


def test_a_preview_of_a_revision_shows_what_was_public_and_no_date_of_its_own(people: People, now: datetime) -> None:
    live = page(people, now - days(5))
    draft = transitions.revise(live, by=people.author, now=now)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "A new title"
        row.save()
    shown = body(preview(draft, now))
    assert "A new title" in shown
    assert "Read edition 1 as it stood" in shown
    assert "You are reading this edition." not in shown
    assert "Date modified" not in shown


def test_a_preview_switches_to_the_same_preview(people: People, now: datetime) -> None:
    draft = make("page", people, now)
    shown = body(preview(draft, now, path="/admin/cooperation/page/7/preview/en/?digest=abc"))
    switch = shown.split('class="languages"')[1].split("</nav>")[0]
    assert re.findall(r'href="([^"]+)"', switch) == [
        "/admin/cooperation/page/7/preview/fr/?digest=abc",
        "/admin/cooperation/page/7/preview/es/?digest=abc",
    ]


def test_a_preview_can_show_an_earlier_text(people: People, now: datetime) -> None:
    draft = make("page", people, now)
    earlier = {**canonical.content_of(draft)}
    earlier["fields"] = {**earlier["fields"], "title": texts("Once")}
    assert "Once en" in body(preview(draft, now, content=earlier))


def test_a_reference_to_a_group_that_is_public_is_linked_in_a_preview(people: People, now: datetime) -> None:
    energy = group(people, now)
    draft = make("annual_report", people, now, slug="r", fields={"year": 2021}, parts={"chapter": [chapter(energy)]})
    assert '<a href="/en/working-groups/energy-en/">Energy en</a>' in body(preview(draft, now))
    assert uuid(energy) not in body(preview(draft, now))
