"""The list of a kind's editions, the first page, and how many queries they need."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from editorial.models import Edition
from editorial.workflow import drafts, transitions
from tests.builders import approve, joint, make_note, publish, revised, texts
from tests.editorial.desk import as_, at
from tests.people import People

LIST = "admin:toy_note_changelist"


def rows(page: Any) -> list[int]:
    """Primary keys of the rows, sorted."""
    return sorted(edition.pk for edition in page.context["cl"].result_list)


def listed(user: Any, query: str = "") -> Any:
    """The list as this person gets it."""
    page = as_(user).get(f"{reverse(LIST)}{query}")
    assert page.status_code == 200
    return page


@pytest.fixture
def shelf(people: People, now: datetime) -> dict[str, Edition]:
    """An edition at every stage."""
    day = timedelta(days=1)
    found = {"draft": make_note(people, now, slug="draft", attest=False)}
    found["in_review"] = transitions.submit(make_note(people, now, slug="review"), by=people.author, now=now)
    found["approved"] = approve(make_note(people, now, slug="approved"), people, now)
    found["superseded"] = publish(make_note(people, now - day, slug="old"), people, now - day)
    found["live"] = revised(found["superseded"], people, now - timedelta(hours=1), summary_en="New")
    scheduled = approve(make_note(people, now, slug="later"), people, now)
    found["scheduled"] = transitions.schedule(scheduled, by=people.publisher, now=now, at=now + day)
    gone = publish(make_note(people, now - day, slug="gone"), people, now - day)
    found["withdrawn"] = transitions.withdraw(gone, by=people.publisher, now=now - day / 2, explanation=texts("Why"))
    found["discarded"] = transitions.discard(make_note(people, now, slug="given-up"), by=people.author, now=now)
    return found


def test_the_list_shows_what_still_matters(people: People, shelf: dict[str, Edition]) -> None:
    shown = set(rows(listed(people.author)))
    hidden = {shelf["superseded"].pk, shelf["discarded"].pk}
    assert shown == {edition.pk for edition in shelf.values()} - hidden
    assert set(rows(listed(people.author, "?standing=all"))) == shown | hidden


@pytest.mark.parametrize(
    "name", ["draft", "in_review", "approved", "superseded", "live", "scheduled", "withdrawn", "discarded"]
)
def test_the_list_is_narrowed_by_state_and_standing(people: People, shelf: dict[str, Edition], name: str) -> None:
    page = listed(people.author, f"?standing={name}")
    assert rows(page) == [shelf[name].pk]
    assert f'class="state state-{name}"' in page.content.decode()


def test_the_list_is_narrowed_by_language_and_person(people: People, shelf: dict[str, Edition]) -> None:
    assert rows(listed(people.author, "?behind=fr")) == [shelf["draft"].pk]
    assert rows(listed(people.author, "?behind=en")) == []
    assert rows(listed(people.second_author, "?mine=changed")) == []
    assert shelf["draft"].pk in rows(listed(people.author, "?mine=owned"))
    assert rows(listed(people.reviewer_ca, "?mine=sign")) == [shelf["in_review"].pk]


def test_a_title_is_found_in_every_language(people: People, now: datetime) -> None:
    note = make_note(people, now, slug="one", fields={"title": {"en": "River", "fr": "Fleuve", "es": "Río"}})
    make_note(people, now, slug="two")
    for word in ("river", "FLEUVE", "Río", "one-es"):
        assert rows(listed(people.author, f"?q={word}")) == [note.pk]


def test_a_title_that_is_missing_is_shown_in_the_source_language(people: People, now: datetime) -> None:
    make_note(people, now, attest=False, fields={"title": {"en": "Only English", "fr": "", "es": ""}})
    people.author.language = "fr"
    people.author.save()
    assert '<span lang="en">Only English</span>' in listed(people.author).content.decode()


def test_the_list_says_who_has_what(people: People, now: datetime) -> None:
    joint("note", people, stages=(1, 2))
    note = transitions.submit(make_note(people, now), by=people.author, now=now)
    assert "Government of Canada" in listed(people.author).content.decode()
    transitions.sign_off(note, by=people.reviewer_ca, now=now, digest=note.digest)
    html = listed(people.author).content.decode()
    assert "Government of Mexico" in html
    assert "Government of Canada" not in html


def test_marks_are_told_in_words(people: People, now: datetime) -> None:
    note = make_note(people, now, attest=False)
    drafts.grant_exception(note, "es", by=people.publisher, now=now, reason="Ill")
    html = listed(people.author).content.decode()
    assert 'parity-outdated">FR<span class="visually-hidden">: not attested' in html
    assert 'parity-excepted">ES<span class="visually-hidden">: to follow' in html


def test_the_list_needs_few_queries_and_no_more_for_more_rows(
    people: People, now: datetime, django_assert_max_num_queries: Any
) -> None:
    joint("note", people)

    def many(first: int, last: int) -> None:
        for number in range(first, last):
            note = make_note(people, now, slug=f"note-{number}")
            if number % 2:
                transitions.submit(note, by=people.author, now=now)

    client = as_(people.reviewer_ca)
    many(0, 4)
    with django_assert_max_num_queries(12) as few:
        client.get(reverse(LIST))
    many(4, 24)
    with django_assert_max_num_queries(12) as more:
        assert len(client.get(reverse(LIST)).context["cl"].result_list) == 24
    assert len(more) == len(few)


def test_the_first_page_counts_what_is_being_worked_on(people: People, shelf: dict[str, Edition]) -> None:
    page = as_(people.author).get(reverse("admin:index"))
    notes = next(kind for kind in page.context["kinds_of_content"] if kind["name"] == "notes")
    assert [(state.value, count) for state, count, _url in notes["counts"]] == [
        ("draft", 1), ("in_review", 1), ("changes_requested", 0), ("approved", 1),
    ]  # fmt: skip
    assert page.context["other_apps"] == []
    assert as_(people.outsider).get(reverse("admin:index")).context["kinds_of_content"] == []


def test_no_page_holds_anything_inline(people: People, shelf: dict[str, Edition]) -> None:
    client = as_(people.superuser)
    screens = [reverse(LIST), reverse("admin:index"), at(shelf["live"], "history"), at(shelf["draft"], "change")]
    screens += [at(shelf["in_review"], "review"), reverse("admin:editorial_user_add")]
    for screen in screens:
        html = client.get(screen).content.decode()
        html = html.replace(
            '<style data-tiptap-style type="text/plain">', ""
        )  # no style sheet: see the form's template
        assert "<style" not in html
        assert " style=" not in html
        assert " onclick=" not in html
        for script in html.split("<script")[1:]:
            opening = script.split(">")[0]
            assert "src=" in opening or "nonce=" in opening or 'type="application/json"' in opening, (screen, opening)
