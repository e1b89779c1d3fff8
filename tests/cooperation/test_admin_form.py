"""The edit form through real requests: opening, saving, refusing, and who may type where."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cooperation.models import Page
from editorial.content import canonical
from editorial.models import Edition, Event
from editorial.workflow import drafts, transitions
from tests.browserless import add_row, fields_of, form_of, problems
from tests.builders import country, make, make_page, publish, section, theme
from tests.people import People


def sign_in(person: Any) -> Client:
    client = Client()
    client.force_login(person, backend="editorial.web.backends.StaffBackend")
    return client


def address(edition: Edition, model: str = "page") -> str:
    return reverse(f"admin:cooperation_{model}_change", args=(edition.pk,))


def opened(client: Client, edition: Edition, model: str = "page") -> dict[str, Any]:
    """The form's fields as the browser has them, with the button that saves and stays."""
    response = client.get(address(edition, model))
    assert response.status_code == 200
    return {**fields_of(response), "_continue": "1"}


@pytest.fixture
def page(people: People, now: Any) -> Page:
    theme("security")
    theme("border")
    country("CA")
    country("MX")
    parts = {
        "section": [section("First"), section("Second")],
        "themetag": [{"theme": "security"}],
    }
    made: Page = make_page(people, now - timedelta(hours=1), parts=parts)
    return made


def stored_content(edition: Edition) -> Any:
    return canonical.content_of(Edition.objects.select_related("document").get(pk=edition.pk))


class TestSaving:
    def test_a_save_without_a_change_changes_nothing(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        before, events = stored_content(page), Event.objects.count()
        response = client.post(address(page), opened(client, page))
        assert response.status_code == 302
        assert stored_content(page) == before
        assert Event.objects.count() == events

    def test_texts_of_every_language_and_part(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        data["title_fr"] = "Un titre"
        data["section-1-body_es"] = "<p>Texto nuevo</p>"
        response = client.post(address(page), data)
        assert response.headers["Location"] == address(page)
        after = stored_content(page)
        assert after["fields"]["title"]["fr"] == "Un titre"
        assert after["parts"]["section"][1]["body"]["es"] == "<p>Texto nuevo</p>"
        event = Event.objects.last()
        assert event is not None
        assert (event.verb, event.by, event.data["languages"]) == ("save", people.author, ["es", "fr"])

    def test_rows_are_added_moved_and_removed(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        first, second = (row["key"] for row in stored_content(page)["parts"]["section"])
        data = opened(client, page)
        add_row(data, "section", heading_en="Third", body_en="<p>x</p>")
        data["section-0-ORDER"], data["section-1-DELETE"], data["section-2-ORDER"] = "9", "on", "1"
        assert client.post(address(page), data).status_code == 302
        rows = stored_content(page)["parts"]["section"]
        assert [row["heading"]["en"] for row in rows] == ["Third", "First en"]
        assert rows[1]["key"] == first
        assert second not in {row["key"] for row in rows}

    def test_an_empty_row_is_no_row(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        add_row(data, "section", heading_en="", body_en="")
        add_row(data, "figure", label_en="")
        assert client.post(address(page), data).status_code == 302
        assert len(stored_content(page)["parts"]["section"]) == 2
        assert stored_content(page)["parts"]["figure"] == []

    def test_without_a_script_a_button_saves_and_brings_an_empty_row(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        del data["_continue"]
        response = client.post(address(page), {**data, "_more": "figure"})
        assert response.headers["Location"] == f"{address(page)}?more=figure#part-figure"
        assert "figure-0-label_en" in fields_of(client.get(response.headers["Location"].split("#")[0]))

    def test_tags_that_stay_keep_their_key(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        key = stored_content(page)["parts"]["themetag"][0]["key"]
        data = opened(client, page)
        assert data["themetag"] == "security"
        data.update(themetag=["border", "security"], countrytag=["MX"])
        client.post(address(page), data)
        parts = stored_content(page)["parts"]
        assert [row["theme"] for row in parts["themetag"]] == ["security", "border"]
        assert parts["themetag"][0]["key"] == key
        assert [row["country"] for row in parts["countrytag"]] == ["MX"]

    def test_save_and_close_goes_to_the_list(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        del data["_continue"]
        response = client.post(address(page), {**data, "_save": "1"})
        assert response.headers["Location"] == reverse("admin:cooperation_page_changelist")

    def test_a_figure_keeps_its_number_to_the_letter(self, people: People, now: Any) -> None:
        row = {"label": {"en": "Projects"}, "value": "23.0000", "as_of": "2020-12-31"}
        page = make_page(people, now, parts={"figure": [row]}, attest=False)
        client = sign_in(people.author)
        data = opened(client, page)
        assert (data["figure-0-value"], data["figure-0-as_of"]) == ("23", "2020-12-31")
        events = Event.objects.count()
        client.post(address(page), data)
        assert Event.objects.count() == events
        client.post(address(page), {**opened(client, page), "figure-0-value": "24.5"})
        assert stored_content(page)["parts"]["figure"][0]["value"] == "24.5000"


class TestBeginning:
    def test_a_document_begins_with_its_first_draft(self, people: People) -> None:
        people.author.language = "fr"
        people.author.save()
        client = sign_in(people.author)
        url = reverse("admin:cooperation_page_add")
        data = fields_of(client.get(url))
        assert data["source_language"] == "fr"
        data.update(title_fr="La sûreté à la frontière", summary_fr="Un résumé", _continue="1")
        add_row(data, "section", heading_fr="Début", body_fr="<p>Bonjour</p>")
        response = client.post(url, data)
        page: Any = Page.objects.get()  # its slugs by language are modeltranslation's, which mypy does not know
        assert response.headers["Location"] == address(page)
        assert (page.number, page.slug_fr, page.slug_en) == (1, "la-surete-a-la-frontiere", "")
        assert page.language_status == {"fr": "current", "en": "missing", "es": "missing"}
        assert [event.verb for event in Event.objects.all()] == ["create"]
        assert page.document.owner == people.author

    def test_nothing_is_made_of_an_unsound_form(self, people: People) -> None:
        client = sign_in(people.author)
        url = reverse("admin:cooperation_page_add")
        response = client.post(url, {**fields_of(client.get(url)), "title_en": "x" * 201})
        assert response.status_code == 200
        assert list(problems(response)) == ["title_en"]
        assert fields_of(response)["title_en"] == "x" * 201
        assert not Page.objects.exists()

    @pytest.mark.parametrize("name", ["translator_fr", "reviewer_ca", "publisher", "administrator"])
    def test_only_authors_begin(self, people: People, name: str) -> None:
        client = sign_in(getattr(people, name))
        url = reverse("admin:cooperation_page_add")
        assert client.get(url).status_code == 403
        assert client.post(url, {"title_en": "x"}).status_code == 403


class TestBadInput:
    def test_over_long_text_is_refused_at_its_field(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        before = stored_content(page)
        data = opened(client, page)
        data.update({"title_es": "ñ" * 201, "section-0-heading_fr": "é" * 201, "summary_en": "kept"})
        response = client.post(address(page), data)
        assert set(problems(response)) == {"title_es", "section-0-heading_fr"}
        sent = fields_of(response)
        assert (sent["title_es"], sent["summary_en"]) == ("ñ" * 201, "kept")
        counts = [tab.text_content().split() for tab in form_of(response).find_class("error-count")]
        assert [count[0] for count in counts] == ["1", "1"]
        assert stored_content(page) == before

    def test_unsafe_html_is_cleaned_and_told(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        data["section-0-body_en"] = (
            '<p onclick="x()">Fine <a href="javascript:x()">link</a></p><script>alert(1)</script>'
        )
        response = client.post(address(page), data, follow=True)
        assert stored_content(page)["parts"]["section"][0]["body"]["en"] == "<p>Fine link</p>"
        assert "Code, styles or media" in response.content.decode()

    def test_unseen_characters_are_cleaned_and_told(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        data["title_en"] = "Bor\u202eder\u200b"
        response = client.post(address(page), data, follow=True)
        assert stored_content(page)["fields"]["title"]["en"] == "Border"
        assert "Unseen control characters were taken out of “Title (English)”" in response.content.decode()

    def test_a_null_character_is_refused(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        response = client.post(address(page), {**opened(client, page), "title_en": "a\x00b"})
        assert list(problems(response)) == ["title_en"]

    def test_a_taken_slug_names_its_holder(self, people: People, page: Page, now: Any) -> None:
        make_page(people, now, slug="elsewhere", attest=False)
        client = sign_in(people.author)
        response = client.post(address(page), {**opened(client, page), "slug_fr": "elsewhere-fr"})
        assert "“Elsewhere fr”" in problems(response)["slug_fr"]
        assert fields_of(response)["slug_fr"] == "elsewhere-fr"

    def test_an_empty_slug_is_made_from_the_title(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        client.post(address(page), {**opened(client, page), "slug_es": "", "title_es": "Seguridad pública"})
        assert stored_content(page)["fields"]["slug"]["es"] == "seguridad-publica"

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("source_language", "de"),
            ("parent", "no-uuid"),
            ("themetag", ["unheard-of"]),
            ("slug_en", "no slug!"),
        ],
    )
    def test_forged_choices_are_refused_at_their_field(self, people: People, page: Page, name: str, value: Any) -> None:
        client = sign_in(people.author)
        before = stored_content(page)
        response = client.post(address(page), {**opened(client, page), name: value})
        assert list(problems(response)) == [name]
        assert stored_content(page) == before

    def test_a_torn_form_saves_nothing(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        before = stored_content(page)
        data = opened(client, page)
        data["title_en"] = "New"
        del data["section-TOTAL_FORMS"]
        response = client.post(address(page), data)
        assert "did not arrive in one piece" in response.content.decode()
        assert stored_content(page) == before

    def test_two_chapters_of_one_group(self, people: People, now: Any) -> None:
        group = make("working_group", people, now, slug="group", attest=False)
        parts = {"chapter": [{"group": str(group.document.uuid), "results": {"en": "<p>x</p>"}}]}
        report = make(
            "annual_report", people, now, slug="report", parts=parts, fields=_report(people, now), attest=False
        )
        client = sign_in(people.author)
        data = opened(client, report, "annualreport")
        add_row(data, "chapter", group=str(group.document.uuid), results_en="<p>y</p>")
        response = client.post(address(report, "annualreport"), data)
        assert problems(response) == {"chapter-1-group": "Another row has this already."}


def _report(people: People, now: Any, **values: Any) -> dict[str, Any]:
    mechanism = make("mechanism", people, now, slug="partnership", attest=False)
    return {"mechanism": str(mechanism.document.uuid), "year": 2021, **values}


class TestReports:
    def test_groups_may_swap_their_chapters(self, people: People, now: Any) -> None:
        groups = [make("working_group", people, now, slug=slug, attest=False) for slug in ("energy", "mining")]
        uuids = [str(group.document.uuid) for group in groups]
        parts = {"chapter": [{"group": uuid, "results": {"en": f"<p>{uuid}</p>"}} for uuid in uuids]}
        report = make(
            "annual_report", people, now, slug="report", parts=parts, fields=_report(people, now), attest=False
        )
        keys = [row["key"] for row in stored_content(report)["parts"]["chapter"]]
        client = sign_in(people.author)
        response = client.get(address(report, "annualreport"))
        assert "Energy en (not public)</option>" in response.content.decode()
        data = {**fields_of(response), "chapter-0-group": uuids[1], "chapter-1-group": uuids[0]}
        assert client.post(address(report, "annualreport"), data).status_code == 302
        rows = stored_content(report)["parts"]["chapter"]
        assert [row["group"] for row in rows] == uuids[::-1]
        assert [row["key"] for row in rows] == keys

    def test_an_objective_continues_one_of_an_earlier_year(self, people: People, now: Any) -> None:
        group = str(make("working_group", people, now, slug="energy", attest=False).document.uuid)
        fields = _report(people, now)
        promise = {"objective": [{"group": group, "text": {"en": "Build it"}, "status": "planned"}]}
        earlier = make(
            "annual_report", people, now, slug="r2020", parts=promise, fields={**fields, "year": 2020}, attest=False
        )
        key = stored_content(earlier)["parts"]["objective"][0]["key"]
        report = make("annual_report", people, now, slug="r2021", parts=promise, fields=fields, attest=False)
        client = sign_in(people.author)
        response = client.get(address(report, "annualreport"))
        assert "2020 · Build it" in response.content.decode()
        client.post(address(report, "annualreport"), {**fields_of(response), "objective-0-continues": key})
        assert stored_content(report)["parts"]["objective"][0]["continues"] == key


class TestWhoMayType:
    def test_a_translator_types_in_one_language_only(self, people: People, page: Page) -> None:
        client = sign_in(people.translator_fr)
        data = opened(client, page)
        assert "title_fr" in data
        assert "section-0-body_fr" in data
        assert not {"title_en", "title_es", "parent", "minor", "source_language", "section-0-ORDER"} & set(data)
        response = client.post(address(page), {**data, "title_fr": "Traduit", "section-1-heading_fr": "Aussi"})
        assert response.status_code == 302
        after = stored_content(page)
        assert after["fields"]["title"] == {"en": "Subject en", "fr": "Traduit", "es": "Subject es"}
        assert after["parts"]["section"][1]["heading"]["fr"] == "Aussi"

    def test_the_other_languages_are_there_to_read(self, people: People, page: Page) -> None:
        response = sign_in(people.translator_fr).get(address(page))
        shown = [box.text_content() for box in form_of(response).find_class("text-shown")]
        assert "Subject en" in shown
        assert "First body en" in shown
        assert "Security en" in shown

    def test_forged_fields_change_nothing_else(self, people: People, page: Page) -> None:
        client = sign_in(people.translator_fr)
        data = opened(client, page)
        data.update(
            {"title_en": "Forged", "minor": "on", "section-0-body_es": "<p>Forged</p>", "section-0-DELETE": "on"}
        )
        data.update({"section-0-ORDER": "9", "themetag": "border", "title_fr": "Traduit"})
        client.post(address(page), data)
        after = stored_content(page)
        assert after["fields"]["title"] == {"en": "Subject en", "fr": "Traduit", "es": "Subject es"}
        assert after["fields"]["minor"] is False
        assert [row["body"]["es"] for row in after["parts"]["section"]] == [
            "<p>First body es</p>", "<p>Second body es</p>",
        ]  # fmt: skip
        assert [row["theme"] for row in after["parts"]["themetag"]] == ["security"]

    def test_a_forged_row_is_refused_by_the_engine(self, people: People, page: Page) -> None:
        client = sign_in(people.translator_fr)
        before = stored_content(page)
        data = opened(client, page)
        data["title_fr"] = "Traduit"
        add_row(data, "section", heading_fr="Glissé")
        response = client.post(address(page), data)
        assert response.status_code == 409
        assert "Only an author can change what all languages share." in response.content.decode()
        assert fields_of(response)["title_fr"] == "Traduit"
        assert stored_content(page) == before

    @pytest.mark.parametrize("name", ["reviewer_ca", "publisher", "administrator"])
    def test_others_read(self, people: People, page: Page, name: str) -> None:
        client = sign_in(getattr(people, name))
        before = stored_content(page)
        response = client.get(address(page))
        assert set(fields_of(response)) <= {"csrfmiddlewaretoken", "version", "opened", *_management()}
        assert not form_of(response).xpath("//button[@name='_continue']")
        forged = {**fields_of(response), "title_en": "Forged"}
        response = client.post(address(page), forged)
        assert response.status_code == 409
        assert "You have no role in which you write or translate." in response.content.decode()
        assert stored_content(page) == before

    def test_somebody_without_a_role_sees_nothing(self, people: People, page: Page) -> None:
        assert sign_in(people.outsider).get(address(page)).status_code == 403

    def test_nobody_types_in_what_is_public(self, people: People, page: Page, now: Any) -> None:
        publish(page, people, now)
        client = sign_in(people.superuser)
        response = client.get(address(page))
        assert "title_en" not in fields_of(response)
        assert "an author revises it" in response.content.decode()

    def test_what_was_typed_survives_a_submission_in_between(self, people: People, page: Page, now: Any) -> None:
        client = sign_in(people.author)
        data = opened(client, page)
        transitions.submit(page, by=people.second_author, now=now)
        response = client.post(address(page), {**data, "title_en": "Too late"})
        assert response.status_code == 409
        assert "Only a draft can be changed; this edition is: in review." in response.content.decode()
        assert fields_of(response)["title_en"] == "Too late"
        assert stored_content(page)["fields"]["title"]["en"] == "Subject en"


def _management() -> set[str]:
    names = ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS", "MAX_NUM_FORMS")
    keys = {f"section-{index}-key" for index in (0, 1)}
    return {f"{part}-{name}" for part in ("section", "othername", "figure", "attachment") for name in names} | keys


class TestParity:
    def test_missing_texts_are_named(self, people: People, page: Page) -> None:
        client = sign_in(people.author)
        client.post(address(page), {**opened(client, page), "title_fr": "", "section-0-body_fr": ""})
        text = client.get(address(page)).content.decode()
        assert "2 texts are missing" in text
        assert "Section “First en”: text" in text

    def test_attesting_in_the_same_save(self, people: People, page: Page, now: Any) -> None:
        with drafts.edit(page, by=people.author, now=now) as draft:
            draft.summary_en = "Something else"
            draft.save()
        client = sign_in(people.translator_fr)
        response = client.get(address(page))
        assert "Something else" in form_of(response).find_class("parity-panel")[1].text_content()
        data = {**fields_of(response), "summary_fr": "Autre chose", "attest_fr": "1"}
        response = client.post(address(page), data, follow=True)
        assert "Recorded: French" in response.content.decode()
        edition = Edition.objects.get(pk=page.pk)
        assert edition.language_status == {"en": "current", "fr": "current", "es": "outdated"}
        assert edition.attestations.get(language="fr").still_valid is False

    def test_still_valid(self, people: People, page: Page, now: Any) -> None:
        with drafts.edit(page, by=people.author, now=now) as draft:
            draft.summary_en = "Something else"
            draft.save()
        client = sign_in(people.translator_es)
        data = {**opened(client, page), "attest_es": "1"}
        assert client.post(address(page), data).status_code == 302
        assert Edition.objects.get(pk=page.pk).attestations.get(language="es").still_valid is True
        assert Event.objects.order_by("-id")[0].verb == "attest"

    def test_a_word_that_the_engine_refuses_does_not_undo_the_save(self, people: People, page: Page) -> None:
        client = sign_in(people.translator_fr)
        data = {**opened(client, page), "title_fr": "", "attest_fr": "1"}
        response = client.post(address(page), data, follow=True)
        assert "French is not complete" in response.content.decode()
        assert stored_content(page)["fields"]["title"]["fr"] == ""

    def test_a_translator_attests_only_their_own(self, people: People, page: Page, now: Any) -> None:
        with drafts.edit(page, by=people.author, now=now) as draft:
            draft.summary_en = "Something else"
            draft.save()
        client = sign_in(people.translator_fr)
        data = opened(client, page)
        assert "attest_es" not in client.get(address(page)).content.decode()
        client.post(address(page), {**data, "attest_es": "1"})
        assert Edition.objects.get(pk=page.pk).language_status["es"] == "outdated"


def test_the_page_obeys_the_policy(people: People, page: Page) -> None:
    """No inline script without the nonce, no inline style, no event attribute, nothing from elsewhere."""
    response = sign_in(people.author).get(address(page))
    policy = response.headers["Content-Security-Policy"]
    root = form_of(response).getroottree()
    for script in root.iter("script"):
        if not script.get("src"):
            assert script.get("type") in ("application/json", "importmap")
            assert script.get("type") == "application/json" or f"'nonce-{script.get('nonce')}'" in policy
    assert not list(root.iter("style"))
    for element in root.iter():
        if isinstance(element.tag, str):
            assert not [name for name in element.attrib if name == "style" or name.startswith("on")]
            for name in ("src", "href", "action"):
                assert not (element.get(name) or "").startswith(("http:", "https:", "//"))


def test_reading_in_french(people: People, page: Page) -> None:
    people.author.language = "fr"
    people.author.save()
    response = sign_in(people.author).get(address(page))
    assert response.headers["Content-Language"] == "fr"
    assert "Security fr" in response.content.decode()


@pytest.mark.parametrize("path", ["999999", "no-number", "12_3f"])
def test_an_unknown_edition(people: People, path: str) -> None:
    client = sign_in(people.author)
    url = reverse("admin:cooperation_page_changelist") + f"{path}/change/"
    assert client.get(url).headers["Location"] == reverse("admin:index")
    assert client.post(url, {"version": "1"}).headers["Location"] == reverse("admin:index")


def test_an_edition_of_another_kind(people: People, page: Page) -> None:
    client = sign_in(people.author)
    url = reverse("admin:cooperation_mechanism_change", args=(page.pk,))
    assert client.get(url).status_code == 302
    assert client.post(url, opened(client, page)).headers["Location"] == reverse("admin:index")
