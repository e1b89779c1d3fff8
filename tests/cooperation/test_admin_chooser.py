"""Documents are chosen by typing: found by title in any language, named in the reader's, never listed whole."""

from datetime import datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from editorial.content import canonical
from tests.browserless import fields_of, problems
from tests.builders import fresh, make_page, publish, texts
from tests.cooperation.site import uuid
from tests.cooperation.test_admin_form import address, sign_in
from tests.people import People

pytestmark = pytest.mark.django_db


def ask(person: Any, **params: str) -> Any:
    return sign_in(person).get(reverse("admin:editorial_document_choose"), params)


def choice_labels(person: Any, **params: str) -> list[str]:
    return [row["text"] for row in ask(person, **params).json()["results"]]


def test_the_form_names_only_what_is_chosen(people: People, now: datetime) -> None:
    parent = publish(make_page(people, now, slug="parent"), people, now)
    for number in range(30):
        make_page(people, now, slug=f"other-{number}", attest=False)
    page = make_page(people, now, slug="child", fields={"parent": uuid(parent)}, attest=False)
    response = sign_in(people.author).get(address(page))
    text = response.content.decode()
    assert "Parent en</option>" in text
    assert "Other 1" not in text
    assert 'data-url="/admin/editorial/document/choose/?kind=page"' in text
    assert "editorial/chooser.js" in text


def test_found_by_any_language_and_named_in_the_readers(people: People, now: datetime) -> None:
    title = {"en": "Border talks", "fr": "Pourparlers frontaliers", "es": "Diálogo fronterizo"}
    publish(make_page(people, now, slug="talks", fields={"title": title}), people, now)
    make_page(people, now, slug="draft", fields={"title": texts("Border draft")}, attest=False)
    assert choice_labels(people.author, q="frontaliers", kind="page") == ["Border talks"]
    assert choice_labels(people.author, q="border", kind="page") == ["Border draft en (not public)", "Border talks"]
    assert choice_labels(people.author, q="talks border", kind="page") == ["Border talks"]
    assert choice_labels(people.author, q="border", kind="mechanism") == []
    assert len(choice_labels(people.author, kind="page")) == 2
    assert choice_labels(people.author, q="border", kind="nonsense") == []
    people.author.language = "fr"
    people.author.save()
    assert choice_labels(people.author, q="talks", kind="page") == ["Pourparlers frontaliers"]


def test_bad_input_finds_nothing(people: People, now: datetime) -> None:
    make_page(people, now, attest=False)
    for text in ("\x00", "%", "x" * 100_000, "' OR 1=1 --", "a " * 5_000):
        assert ask(people.author, q=text, kind="page").status_code == 200
    assert choice_labels(people.author, q="zzz", kind="page") == []


def test_who_may_ask(people: People, now: datetime, client: Any) -> None:
    assert ask(people.outsider, q="x").status_code == 403
    assert client.get(reverse("admin:editorial_document_choose")).status_code == 302


def test_two_questions_whatever_there_is(people: People, now: datetime) -> None:
    for number in range(25):
        make_page(people, now, slug=f"page-{number}", attest=False)
    client = sign_in(people.author)
    url = reverse("admin:editorial_document_choose")
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        results = client.get(url, {"q": "page", "kind": "page"}).json()["results"]
    assert len(results) == 20
    assert len([query for query in asked if "editorial_edition" in query["sql"]]) == 2


class TestSaving:
    def save(self, people: People, page: Any, **values: str) -> Any:
        client = sign_in(people.author)
        data = {**fields_of(client.get(address(page))), **values, "_continue": "1"}
        return client.post(address(page), data)

    def parent(self, page: Any) -> Any:
        return canonical.content_of(fresh(page))["fields"]["parent"]

    def test_chosen_by_script(self, people: People, now: datetime) -> None:
        other, page = (make_page(people, now, slug=slug, attest=False) for slug in ("other", "child"))
        assert self.save(people, page, parent=uuid(other)).status_code == 302
        assert self.parent(page) == uuid(other)
        assert self.save(people, page, parent="").status_code == 302
        assert self.parent(page) is None

    def test_without_script_by_title_or_address(self, people: People, now: datetime) -> None:
        other, page = publish(make_page(people, now, slug="other"), people, now), make_page(people, now, slug="child")
        for words in ("Other en", "otHER FR", "/es/paginas/other-es/", "https://example.org/en/pages/other-en/"):
            assert self.save(people, page, **{"parent": "", "parent-find": words}).status_code == 302
            assert self.parent(page) == uuid(other)
            assert self.save(people, page, parent="").status_code == 302

    @pytest.mark.parametrize("words", ["Nothing like it", "http://[", "x" * 5_000, "\x00"])
    def test_words_that_name_nothing_stay_on_the_form(self, words: str, people: People, now: datetime) -> None:
        page = make_page(people, now, slug="child", attest=False)
        response = self.save(people, page, **{"parent-find": words})
        assert response.status_code == 200
        assert set(problems(response)) == {"parent"}

    def test_two_of_one_title_are_none(self, people: People, now: datetime) -> None:
        for slug in ("one", "two"):
            make_page(people, now, slug=slug, fields={"title": texts("Same")}, attest=False)
        page = make_page(people, now, slug="child", attest=False)
        response = self.save(people, page, **{"parent-find": "Same en"})
        assert set(problems(response)) == {"parent"}
        assert fields_of(response)["parent-find"] == "Same en"

    def test_a_document_of_another_kind_or_of_none_is_refused(self, people: People, now: datetime) -> None:
        from tests.builders import make

        page = make_page(people, now, slug="child", attest=False)
        mechanism = make("mechanism", people, now, slug="mechanism", attest=False)
        for value in (uuid(mechanism), "00000000-0000-4000-8000-000000000000", "nonsense"):
            response = self.save(people, page, parent=value)
            assert response.status_code == 200
            assert set(problems(response)) == {"parent"}
