"""Two people with one draft open: the second save changes nothing, loses nothing, and shows what differs."""

from datetime import timedelta
from typing import Any

import pytest

from cooperation.models import Page
from editorial.models import Event
from editorial.workflow import drafts
from tests.browserless import add_row, fields_of, form_of, problems
from tests.builders import make_page, section, theme
from tests.cooperation.test_admin_form import address, opened, sign_in, stored_content
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
    before, events = stored_content(page), Event.objects.count()
    response = client.post(address(page), data)
    assert response.status_code == 409
    assert stored_content(page) == before
    assert Event.objects.count() == events
    sent = fields_of(response)
    assert (sent["title_en"], sent["title_es"]) == ("Mine", "También mío")
    assert sent["summary_fr"] == "Le leur"  # the other's, where this person typed nothing


def test_both_texts_are_shown(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine", "slug_es": "solo-mio"}
    other_saves(people, page, now, title_en="Theirs", summary_fr="Le leur")
    response = client.post(address(page), data)
    [conflict] = form_of(response).find_class("conflict")
    [choice] = conflict.find_class("choice")
    assert [mark.tag for mark in choice.iter("del", "ins")] == ["del", "ins", "del", "ins"]
    ways = [
        (way.get("value"), way.get("checked") is not None) for way in choice.iter("input") if way.get("type") == "radio"
    ]
    assert ways == [("theirs", False), ("mine", True), ("both", False)]
    alone, theirs = conflict.iter("details")
    assert "solo-mio" in alone.text_content()
    assert "Le leur" in theirs.text_content()
    assert "second-author saved this draft while you were typing" in conflict.text_content()


@pytest.mark.parametrize(
    ("chosen", "title"), [("mine", "Mine"), ("theirs", "Theirs"), ("both", "Theirs, and mine"), ("forged", "Mine")]
)
def test_each_is_decided_by_itself(people: People, page: Page, now: Any, chosen: str, title: str) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine", "section-0-heading_en": "My heading"}
    other = sign_in(people.second_author)
    other.post(address(page), {**opened(other, page), "title_en": "Theirs", "section-0-heading_en": "Their heading"})
    again = fields_of(client.post(address(page), data))
    assert again["both-title_en"] == "Theirs Mine"
    again.update(
        {"choice-title_en": chosen, "both-title_en": "Theirs, and mine", "choice-section-0-heading_en": "theirs"}
    )
    assert client.post(address(page), {**again, "_continue": "1"}).status_code == 302
    after = stored_content(page)
    assert after["fields"]["title"]["en"] == title
    assert after["parts"]["section"][0]["heading"]["en"] == "Their heading"


def test_different_places_of_one_text_are_put_together(people: People, page: Page, now: Any) -> None:
    body = "<p>Ships patrol the coast. They report every week.</p>"
    client, other = sign_in(people.author), sign_in(people.second_author)
    client.post(address(page), {**opened(client, page), "section-0-body_en": body})
    data = {**opened(client, page), "section-0-body_en": body.replace("Ships", "Four ships")}
    other.post(address(page), {**opened(other, page), "section-0-body_en": body.replace("week", "day")})
    again = fields_of(client.post(address(page), data))
    assert again["choice-section-0-body_en"] == "both"
    assert client.post(address(page), {**again, "_continue": "1"}).status_code == 302
    [first, _second] = stored_content(page)["parts"]["section"]
    assert first["body"]["en"] == "<p>Four ships patrol the coast. They report every day.</p>"


def test_a_choice_between_values_that_are_no_texts(people: People, page: Page, now: Any) -> None:
    client, other = sign_in(people.author), sign_in(people.second_author)
    add = {"figure-0-label_en": "Projects", "figure-TOTAL_FORMS": "1", "figure-0-ORDER": "1", "figure-0-key": ""}
    client.post(address(page), {**opened(client, page), **add, "figure-0-value": "3", "figure-0-as_of": "2026-01-01"})
    mine = {"figure-0-value": "5", "figure-0-as_of": "2026-03-01", "minor": "on"}
    data = {**opened(client, page), **mine}
    theirs = {"figure-0-value": "4", "figure-0-as_of": "2026-02-01"}
    assert other.post(address(page), {**opened(other, page), **theirs}).status_code == 302
    again = fields_of(client.post(address(page), data))
    assert again["choice-figure-0-value"] == "mine"
    again["choice-figure-0-as_of"] = "theirs"
    assert client.post(address(page), {**again, "_continue": "1"}).status_code == 302
    [figure] = stored_content(page)["parts"]["figure"]
    assert (float(figure["value"]), figure["as_of"]) == (5.0, "2026-02-01")
    assert stored_content(page)["fields"]["minor"] is True


@pytest.mark.parametrize(("chosen", "left"), [("theirs", 2), ("mine", 1)])
def test_a_part_that_i_removed_and_they_wrote_on(people: People, page: Page, now: Any, chosen: str, left: int) -> None:
    client, other = sign_in(people.author), sign_in(people.second_author)
    data = {**opened(client, page), "section-1-DELETE": "on"}
    other.post(address(page), {**opened(other, page), "section-1-heading_en": "Written on"})
    response = client.post(address(page), data)
    assert "Written on" in form_of(response).find_class("choice")[0].text_content()
    again = fields_of(response)
    assert again["choice-section-1"] == "theirs"
    assert client.post(address(page), {**again, "choice-section-1": chosen, "_continue": "1"}).status_code == 302
    assert len(stored_content(page)["parts"]["section"]) == left


@pytest.mark.parametrize(("chosen", "left"), [("mine", 2), ("theirs", 1)])
def test_a_part_that_they_removed_and_i_wrote_on(people: People, page: Page, now: Any, chosen: str, left: int) -> None:
    client, other = sign_in(people.author), sign_in(people.second_author)
    data = {**opened(client, page), "section-1-heading_en": "Written on"}
    other.post(address(page), {**opened(other, page), "section-1-DELETE": "on"})
    again = fields_of(client.post(address(page), data))
    assert again["choice-section-1"] == "mine"
    assert client.post(address(page), {**again, "choice-section-1": chosen, "_continue": "1"}).status_code == 302
    assert len(stored_content(page)["parts"]["section"]) == left


@pytest.mark.parametrize(("chosen", "order"), [("mine", "bac"), ("theirs", "cab")])
def test_two_orders(people: People, now: Any, chosen: str, order: str) -> None:
    page = make_page(people, now - timedelta(hours=1), parts={"section": [section(word) for word in "abc"]})
    client, other = sign_in(people.author), sign_in(people.second_author)
    data = {**opened(client, page), "section-0-ORDER": "2", "section-1-ORDER": "1"}
    other.post(address(page), {**opened(other, page), "section-2-ORDER": "0"})
    response = client.post(address(page), data)
    assert len(form_of(response).find_class("choice-order")) == 2
    again = {**fields_of(response), "choice-section": chosen, "_continue": "1"}
    assert client.post(address(page), again).status_code == 302
    assert "".join(row["heading"]["en"][0] for row in stored_content(page)["parts"]["section"]) == order


def test_what_was_decided_is_kept_when_somebody_saves_a_third_time(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine", "summary_en": "Mine too"}
    other_saves(people, page, now, title_en="Theirs", summary_en="Theirs too")
    again = {**fields_of(client.post(address(page), data)), "choice-title_en": "theirs", "_continue": "1"}
    other_saves(people, page, now, summary_fr="Le leur")
    third = client.post(address(page), again)
    assert third.status_code == 409
    assert client.post(address(page), {**fields_of(third), "_continue": "1"}).status_code == 302
    fields = stored_content(page)["fields"]
    assert (fields["title"]["en"], fields["summary"]["en"], fields["summary"]["fr"]) == (
        "Theirs",
        "Mine too",
        "Le leur",
    )


def test_unsound_values_meet_a_saved_draft_without_harm(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    unsound = {
        "figure-TOTAL_FORMS": "1", "figure-0-key": "", "figure-0-ORDER": "1", "figure-0-label_en": "Projects",
        "figure-0-value": "many", "figure-0-as_of": "2026-02-31", "title_en": "x" * 300, "parent": "nonsense",
        "slug_en": "ä ö", "section-0-ORDER": "first",
    }  # fmt: skip
    data = {**opened(client, page), **unsound}
    other_saves(people, page, now, title_en="Theirs")
    response = client.post(address(page), data)
    assert response.status_code == 409
    again = fields_of(response)
    assert (again["figure-0-value"], again["figure-0-as_of"]) == ("many", "2026-02-31")
    refused = client.post(address(page), {**again, "_continue": "1"})
    assert refused.status_code == 200
    assert {"figure-0-value", "figure-0-as_of"} <= set(problems(refused))


def test_a_save_between_a_refusal_and_its_page_is_noticed(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "x" * 201}
    refused = fields_of(client.post(address(page), data))
    assert refused["version"] == data["version"]


def test_the_second_try_saves_mine_over_it(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.author)
    data = {**opened(client, page), "title_en": "Mine"}
    other_saves(people, page, now, title_en="Theirs", summary_fr="Le leur")
    response = client.post(address(page), data)
    response = client.post(address(page), {**fields_of(response), "_continue": "1"})
    assert response.status_code == 302
    fields = stored_content(page)["fields"]
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
    after = stored_content(page)
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
    assert [row["heading"]["en"] for row in stored_content(page)["parts"]["section"]] == ["First en", "Written on"]


def test_a_translator_meets_a_changed_source(people: People, page: Page, now: Any) -> None:
    client = sign_in(people.translator_fr)
    data = {**opened(client, page), "title_fr": "Le mien"}
    other_saves(people, page, now, title_en="Theirs")
    response = client.post(address(page), data)
    assert response.status_code == 409
    assert not form_of(response).find_class("choice")
    assert client.post(address(page), fields_of(response)).status_code == 302
    assert stored_content(page)["fields"]["title"] == {"en": "Theirs", "fr": "Le mien", "es": "Subject es"}


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
    before = stored_content(page)
    response = client.post(address(page), {**opened(client, page), **forged, "title_en": "New"})
    assert response.status_code == 409
    assert fields_of(response)["title_en"] == "New"
    assert stored_content(page) == before


def test_a_word_for_a_translation_in_between_changes_no_text(people: People, page: Page, now: Any) -> None:
    other_saves(people, page, now, summary_en="Something else")
    client = sign_in(people.author)
    data = {**opened(client, page), "title_es": "Mío"}
    drafts.attest(page, "fr", by=people.translator_fr, now=now)
    assert client.post(address(page), data).status_code == 302
    assert stored_content(page)["fields"]["title"]["es"] == "Mío"
