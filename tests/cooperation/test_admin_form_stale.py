"""Two people with one draft open: the second save changes nothing, loses nothing, and shows what differs."""

from datetime import timedelta
from typing import Any

import pytest

from cooperation.models import Page
from editorial import drafts
from editorial.models import Event
from tests.browserless import add_row, fields_of, form_of, problems
from tests.builders import make_page, section, theme
from tests.cooperation.test_admin_form import address, opened, said, sign_in
from tests.people import People


@pytest.fixture
def page(people: People, now: Any) -> Page:
    theme("security")
    return make_page(people, now - timedelta(hours=1), parts={"section": [section("First"), section("Second")]})


def other_saves(people: People, page: Page, now: Any, **values: Any) -> None:
    with drafts.edit(page, by=people.second_author, now=now) as draft:
        for name, value in values.items():
            setattr(draft, name, value)
        draft.save()


def test_nothing_changes_and_nothing_is_lost(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine", "title_es": "También mío"}
    other_saves(people, page, now, title_en="Theirs", summary_fr="Le leur")
    before, events = said(page), Event.objects.count()
    response = client.post(address(page), data)
    assert response.status_code == 409
    assert said(page) == before
    assert Event.objects.count() == events
    sent = fields_of(response)
    assert (sent["title_en"], sent["title_es"]) == ("Mine", "También mío")
    assert sent["summary_fr"] == "Le leur"  # the other's, where this person typed nothing


def test_both_texts_are_shown(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine", "slug_es": "solo-mio"}
    other_saves(people, page, now, title_en="Theirs", summary_fr="Le leur")
    response = client.post(address(page), data)
    meeting = form_of(response).find_class("meeting")[0]
    pair = meeting.find_class("diff-pair")[0]
    assert [side[1].text_content().strip() for side in pair.find_class("diff-side")] == [
        "Theirs",
        "removed: Theirs added: Mine",
    ]
    assert [mark.text for mark in pair.iter("del", "ins")] == ["Theirs", "Mine"]
    alone, theirs = meeting.iter("details")
    assert "solo-mio" in alone.text_content()
    assert "Le leur" in theirs.text_content()
    assert "second-author saved this draft while you were typing" in meeting.text_content()


def test_the_second_try_saves_mine_over_it(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine"}
    other_saves(people, page, now, title_en="Theirs", summary_fr="Le leur")
    response = client.post(address(page), data)
    response = client.post(address(page), {**fields_of(response), "_continue": "1"})
    assert response.status_code == 302
    fields = said(page)["fields"]
    assert (fields["title"]["en"], fields["summary"]["fr"]) == ("Mine", "Le leur")


def test_a_third_save_is_noticed_too(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine"}
    other_saves(people, page, now, title_en="Theirs")
    again = fields_of(client.post(address(page), data))
    other_saves(people, page, now, title_en="Theirs again")
    response = client.post(address(page), again)
    assert response.status_code == 409
    assert "Theirs again" in response.content.decode()


def test_rows_of_both_stay(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = opened(client, page)
    add_row(data, "section", heading_en="Mine")
    data["section-0-heading_fr"] = "À moi"
    other = sign_in(people.second_author)
    theirs = opened(other, page)
    add_row(theirs, "section", heading_en="Theirs")
    theirs["section-1-DELETE"] = "on"
    theirs["themetag"] = "security"
    other.post(address(page), theirs)
    response = client.post(address(page), data)
    assert response.status_code == 409
    assert client.post(address(page), fields_of(response)).status_code == 302
    after = said(page)
    assert [row["heading"]["en"] for row in after["parts"]["section"]] == ["First en", "Mine", "Theirs"]
    assert after["parts"]["section"][0]["heading"]["fr"] == "À moi"
    assert [row["theme"] for row in after["parts"]["themetag"]] == ["security"]


def test_what_i_wrote_on_in_a_removed_row_stays(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "section-1-heading_en": "Written on"}
    other = sign_in(people.second_author)
    other.post(address(page), {**opened(other, page), "section-1-DELETE": "on"})
    response = client.post(address(page), data)
    client.post(address(page), fields_of(response))
    assert [row["heading"]["en"] for row in said(page)["parts"]["section"]] == ["First en", "Written on"]


def test_a_translator_meets_a_changed_source(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.translator_fr)
    data = {**opened(client, page), "title_fr": "Le mien"}
    other_saves(people, page, now, title_en="Theirs")
    response = client.post(address(page), data)
    assert response.status_code == 409
    assert not form_of(response).find_class("diff-pair")
    assert client.post(address(page), fields_of(response)).status_code == 302
    assert said(page)["fields"]["title"] == {"en": "Theirs", "fr": "Le mien", "es": "Subject es"}


def test_an_unsound_text_is_kept_for_the_next_try(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "x" * 201}
    other_saves(people, page, now, summary_fr="Le leur")
    response = client.post(address(page), data)
    assert response.status_code == 409
    response = client.post(address(page), fields_of(response))
    assert list(problems(response)) == ["title_en"]
    assert fields_of(response)["title_en"] == "x" * 201


@pytest.mark.parametrize("forged", [{"version": ""}, {"version": "x"}, {"version": "-3", "opened": "y"}])
def test_a_form_without_its_version_is_stale(people: People, page: Page, forged: dict[str, str]) -> None:
    client = sign_in(people.author)
    before = said(page)
    response = client.post(address(page), {**opened(client, page), **forged, "title_en": "New"})
    assert response.status_code == 409
    assert fields_of(response)["title_en"] == "New"
    assert said(page) == before


def test_a_word_for_a_translation_in_between_changes_no_text(people: People, page: Page, now: Any) -> None:
    other_saves(people, page, now, summary_en="Something else")
    client = sign_in(people.author)
    data = {**opened(client, page), "title_es": "Mío"}
    drafts.attest(page, "fr", by=people.translator_fr, now=now)
    assert client.post(address(page), data).status_code == 302
    assert said(page)["fields"]["title"]["es"] == "Mío"
