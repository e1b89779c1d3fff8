"""The translation screen, as people use it: each in their language, nothing lost, nobody's words overwritten."""

from datetime import datetime
from typing import Any

import pytest
from django.urls import reverse

from editorial.content import canonical
from editorial.models import Event, GlossaryTerm
from editorial.workflow import drafts, transitions
from tests import builders
from tests.browserless import fields_of, form_of
from tests.editorial.desk import as_, at
from tests.people import People
from tests.toy.models import Item


def note(people: People, now: datetime, **values: Any) -> Any:
    items = [{"text": builders.texts(word), "amount": "1.00"} for word in ("One", "Two")]
    return builders.make_note(people, now, parts={"section": [builders.section()], "item": items}, **values)


def outdated(people: People, now: datetime, **values: Any) -> Any:
    """A note whose English title changed since its translations were attested."""
    draft = note(people, now, **values)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Another subject"
        row.save()
    return draft


def post(user: Any, draft: Any, language: str = "fr", **values: Any) -> Any:
    data = {"opened": builders.fresh(draft).digest, **values}
    return as_(user).post(at(draft, "translate", language), data)


def html(response: Any) -> str:
    return str(response.content.decode())


def reasons(response: Any) -> list[str]:
    return [reason.code for reason in response.context["screen"].reasons]


def test_the_source_s_change_is_marked_beside_the_translation(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    response = as_(people.translator_fr).get(at(draft, "translate", "fr"))
    page = html(response)
    assert response.status_code == 200
    assert "<del>Subject en</del>" in page
    assert "<ins>Another subject</ins>" in page
    assert 'name="title_fr"' in page
    assert "title_es" not in page
    assert "title_en" not in page
    assert response.context["progress"].done == 5
    assert "5 of 6 texts" in page


@pytest.mark.parametrize(
    ("show", "paths"),
    [("changed", ["title"]), ("missing", []), ("todo", ["title"]), ("hints", []), ("nonsense", None), ("all", None)],
)
def test_what_is_shown_can_be_narrowed(people: People, now: datetime, show: str, paths: list[str] | None) -> None:
    draft = outdated(people, now)
    response = as_(people.translator_fr).get(at(draft, "translate", "fr") + f"?show={show}")
    found = [row.unit.path for group in response.context["groups"] for row in group.rows]
    assert len(found) == 7 if paths is None else found == paths


def test_saving_and_attesting(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    response = post(people.translator_fr, draft, title_fr="Autre sujet", _attest="1")
    assert response.status_code == 302
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Autre sujet"
    assert builders.fresh(draft).language_status["fr"] == "current"
    assert builders.fresh(draft).language_status["es"] == "outdated"


def test_still_valid_in_one_click_and_nothing_typed_is_dropped_by_it(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    post(people.translator_fr, draft, title_fr="Subject fr", _valid="1")
    last = Event.objects.filter(edition=draft).last()
    assert last is not None
    assert (last.verb, last.data["still_valid"]) == ("attest", True)
    post(people.translator_es, draft, "es", title_es="Otro tema", _valid="1")
    assert canonical.content_of(draft)["fields"]["title"]["es"] == "Otro tema"
    assert builders.fresh(draft).language_status == {"en": "current", "fr": "current", "es": "current"}


def test_a_filtered_screen_changes_what_it_shows_alone(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    key = canonical.content_of(draft)["parts"]["item"][0]["key"]
    before = canonical.content_of(draft)
    assert post(people.translator_fr, draft, **{f"item--{key}--text_fr": "Un"}).status_code == 302
    after = canonical.content_of(draft)
    assert after["parts"]["item"][0]["text"]["fr"] == "Un"
    assert after["fields"] == before["fields"]


def test_another_language_by_post_is_refused_with_what_was_typed(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    before = builders.fresh(draft)
    response = post(people.translator_fr, draft, "es", title_es="Robado", _attest="1")
    assert (response.status_code, reasons(response)) == (409, ["language"])
    assert "Robado" in html(response)
    # Fields of another language in the post of one's own are no fields.
    post(people.translator_fr, draft, "fr", title_es="Robado", title_en="Stolen", minor="on", source_language="fr")
    after = builders.fresh(draft)
    assert (after.digest, after.version) == (before.digest, before.version)


@pytest.mark.parametrize(
    ("name", "language", "code"),
    [("translator_fr", "es", "language"), ("reviewer_ca", "fr", "permission"), ("publisher", "fr", "permission")],
)
def test_who_does_not_translate_reads_and_is_told_why(
    people: People, now: datetime, name: str, language: str, code: str
) -> None:
    draft = outdated(people, now)
    response = as_(getattr(people, name)).get(at(draft, "translate", language))
    assert response.status_code == 200
    assert [reason.code for reason in response.context["screen"].readonly] == [code]
    assert f'data-reason="{code}"' in html(response)
    assert "_attest" not in html(response)
    assert "<textarea" not in html(response).split('class="remarks-aside')[0]


def test_who_may_not_read_sees_nothing(people: People, now: datetime) -> None:
    draft = note(people, now)
    assert as_(people.outsider).get(at(draft, "translate", "fr")).status_code == 403
    assert as_(people.translator_fr).get(at(draft, "translate", "de")).status_code == 404
    assert as_(people.translator_fr).get(at(draft, "translate", "en")).status_code == 302


def test_an_edition_that_moved_meanwhile_keeps_what_was_typed(people: People, now: datetime) -> None:
    draft = note(people, now)
    opened = builders.fresh(draft).digest
    transitions.submit(draft, by=people.author, now=now)
    response = post(people.translator_fr, draft, title_fr="Typed", opened=opened)
    assert (response.status_code, reasons(response)) == (409, ["state"])
    assert "Typed" in html(response)


def test_a_stale_screen_shows_both_texts_and_saves_the_second_time(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    opened = builders.fresh(draft).digest
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_fr, row.summary_en = "Théirs", "Newer summary"
        row.save()
    response = post(people.translator_fr, draft, title_fr="Mine", opened=opened, _attest="1")
    page = html(response)
    assert response.status_code == 409
    assert "Théirs" in page
    assert "Mine" in page
    assert "Newer" in page
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Théirs"
    assert builders.fresh(draft).language_status["fr"] == "outdated"
    [conflict] = form_of(response).find_class("conflict")
    [choice] = conflict.find_class("choice")
    assert choice.get("id") == "choice-title_fr"
    assert "Newer" in conflict.find("details").text_content()
    again = fields_of(response)
    assert (again["title_fr"], again["choice-title_fr"]) == ("Mine", "mine")
    assert as_(people.translator_fr).post(at(draft, "translate", "fr"), {**again, "_attest": "1"}).status_code == 302
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Mine"
    assert builders.fresh(draft).language_status["fr"] == "current"


@pytest.mark.parametrize(
    ("chosen", "stands"), [("mine", "Le mien"), ("theirs", "Le leur"), ("both", "Le leur et le mien"), ("x", "Le mien")]
)
def test_a_translation_that_both_changed_is_decided(people: People, now: datetime, chosen: str, stands: str) -> None:
    draft = note(people, now)
    opened = builders.fresh(draft).digest
    key = canonical.content_of(draft)["parts"]["item"][0]["key"]
    name = f"item--{key}--text_fr"
    with drafts.edit(draft, by=people.author, now=now):
        Item.objects.filter(key=key).update(text_fr="Le leur")
    response = post(people.translator_fr, draft, opened=opened, title_fr="À moi seul", **{name: "Le mien"})
    assert response.status_code == 409
    again = {**fields_of(response), f"choice-{name}": chosen, f"both-{name}": "Le leur et le mien"}
    assert as_(people.translator_fr).post(at(draft, "translate", "fr"), again).status_code == 302
    value = canonical.content_of(draft)
    assert value["fields"]["title"]["fr"] == "À moi seul"
    assert value["parts"]["item"][0]["text"]["fr"] == stands


def test_different_places_of_one_translation_are_put_together(people: People, now: datetime) -> None:
    draft = note(
        people,
        now,
        fields={"summary": {"en": "Words", "fr": "Les navires patrouillent. Ils font rapport.", "es": "Palabras"}},
    )
    opened = builders.fresh(draft).digest
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.summary_fr = "Les navires patrouillent. Ils font rapport chaque jour."
        row.save()
    typed = "Quatre navires patrouillent. Ils font rapport."
    again = fields_of(post(people.translator_fr, draft, opened=opened, summary_fr=typed))
    assert again["choice-summary_fr"] == "both"
    assert as_(people.translator_fr).post(at(draft, "translate", "fr"), again).status_code == 302
    text = canonical.content_of(draft)["fields"]["summary"]["fr"]
    assert text == "Quatre navires patrouillent. Ils font rapport chaque jour."


def test_a_decision_is_kept_when_somebody_saves_a_third_time(people: People, now: datetime) -> None:
    draft = note(people, now)
    opened = builders.fresh(draft).digest

    def other_saves(**values: str) -> None:
        with drafts.edit(draft, by=people.author, now=now) as row:
            for name, value in values.items():
                setattr(row, name, value)
            row.save()

    other_saves(title_fr="Le leur")
    again = {**fields_of(post(people.translator_fr, draft, opened=opened, title_fr="Le mien"))}
    other_saves(summary_fr="Encore le leur")
    url, client = at(draft, "translate", "fr"), as_(people.translator_fr)
    third = client.post(url, {**again, "choice-title_fr": "theirs"})
    assert third.status_code == 409
    assert client.post(url, fields_of(third)).status_code == 302
    fields = canonical.content_of(draft)["fields"]
    assert (fields["title"]["fr"], fields["summary"]["fr"]) == ("Le leur", "Encore le leur")


def test_what_was_typed_for_a_removed_part_is_shown_once_more(people: People, now: datetime) -> None:
    draft = note(people, now)
    opened = builders.fresh(draft).digest
    key = canonical.content_of(draft)["parts"]["item"][0]["key"]
    with drafts.edit(draft, by=people.author, now=now):
        Item.objects.filter(key=key).delete()
    response = post(people.translator_fr, draft, opened=opened, **{f"item--{key}--text_fr": "Perdu sans cela"})
    assert response.status_code == 409
    assert "Perdu sans cela" in html(response)
    assert response.context["screen"].lost == {f"item/{key}/text": "Perdu sans cela"}


def test_two_translators_at_once_do_not_meet(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    opened = builders.fresh(draft).digest
    assert post(people.translator_es, draft, "es", title_es="Otro", opened=opened, _attest="1").status_code == 302
    assert post(people.translator_fr, draft, "fr", title_fr="Autre", opened=opened, _attest="1").status_code == 302
    assert builders.fresh(draft).language_status == {"en": "current", "fr": "current", "es": "current"}


def test_too_long_a_text_and_a_taken_address_are_refused_at_their_fields(people: People, now: datetime) -> None:
    builders.make_note(people, now, slug="taken")
    draft = note(people, now)
    response = post(people.translator_fr, draft, title_fr="x" * 201, slug_fr="taken-fr")
    form = response.context["screen"].form
    assert set(form.errors) == {"title_fr", "slug_fr"}
    assert "x" * 201 in html(response)


def test_an_empty_address_is_made_from_the_title(people: People, now: datetime) -> None:
    draft = builders.make_note(people, now, fields={"slug": {"en": "one"}, "title": {"en": "One"}}, attest=False)
    post(people.translator_fr, draft, title_fr="L’été", slug_fr="")
    assert canonical.content_of(draft)["fields"]["slug"]["fr"] == "lete"


def test_code_is_taken_out_and_told(people: People, now: datetime) -> None:
    draft = note(people, now)
    key = canonical.content_of(draft)["parts"]["section"][0]["key"]
    typed = "<p>Bon<script>alert(1)</script></p>"
    client = as_(people.translator_fr)
    data = {"opened": builders.fresh(draft).digest, f"section--{key}--body_fr": typed}
    response = client.post(at(draft, "translate", "fr"), data, follow=True)
    assert canonical.content_of(draft)["parts"]["section"][0]["body"]["fr"] == "<p>Bon</p>"
    assert any("taken out" in str(message) for message in response.context["messages"])


def test_a_post_without_a_digest_or_with_another_s_changes_nothing(people: People, now: datetime) -> None:
    draft, other = outdated(people, now), note(people, now, slug="other")
    for opened in ("", "x", builders.fresh(other).digest):
        assert post(people.translator_fr, draft, title_fr="X", opened=opened).status_code == 409
    assert canonical.content_of(draft)["fields"]["title"]["fr"] == "Subject fr"


def test_hints_come_while_somebody_types(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    GlossaryTerm.objects.create(
        term_en="subject", term_fr="sujet", forbidden_fr="thème", changed_at=now, changed_by=people.administrator
    )
    page = html(as_(people.translator_fr).get(at(draft, "translate", "fr")))
    assert "<strong>sujet</strong>" in page
    url = at(draft, "translate_hints", "fr")
    said = as_(people.translator_fr).post(url, {"path": "title", "text": "Un <thème>"}).json()["html"]
    assert "thème" in said
    assert "<thème>" not in said
    assert as_(people.translator_fr).post(url, {"path": "title", "text": "Les sujets"}).json()["html"].strip() == ""
    assert as_(people.translator_fr).post(url, {"path": "nowhere/x/y", "text": "x"}).json()["html"].strip() == ""
    assert as_(people.translator_fr).get(url).status_code == 405
    assert as_(people.outsider).post(url, {}).status_code == 403


def test_ways_lead_there(people: People, now: datetime) -> None:
    draft = outdated(people, now)
    url = at(draft, "translate", "fr")
    assert url in html(as_(people.translator_fr).get(at(draft, "change")))
    listed = html(as_(people.author).get(reverse("admin:toy_note_changelist")))
    assert url in listed
    assert "FR 5/6" in listed


@pytest.mark.parametrize("size", [2, 40])
def test_what_the_screen_asks_the_database(
    people: People, now: datetime, size: int, django_assert_max_num_queries: Any
) -> None:
    parts = {
        "section": [builders.section(f"S{number}") for number in range(size)],
        "item": [{"text": builders.texts(f"I{number}"), "amount": "1.00"} for number in range(size)],
    }
    draft = builders.make_note(people, now, parts=parts)
    with drafts.edit(draft, by=people.author, now=now) as row:
        row.title_en = "Other"
        row.save()
        Item.objects.filter(edition=row).update(text_en="Changed")
    client = as_(people.translator_fr)
    url = at(draft, "translate", "fr")
    with django_assert_max_num_queries(30):
        assert client.get(url).status_code == 200
    opened = builders.fresh(draft).digest
    with django_assert_max_num_queries(40):
        assert client.post(url, {"opened": opened, "title_fr": "Autre", "_attest": "1"}).status_code == 302
