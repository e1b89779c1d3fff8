"""Two people side by side in the admin, by request: seen, told, kept, offered again; and every stale write refused."""

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.template.loader import render_to_string
from django.test import Client
from django.urls import reverse

from cooperation.models import Page
from editorial.admin import panels
from editorial.collaboration import jobs, presence
from editorial.models import Autosave, Event, Presence, SignOff
from editorial.states import State
from editorial.workflow import drafts, transitions
from tests.browserless import add_row, fields_of, form_of
from tests.builders import approve, fresh, make_page, section
from tests.cooperation.test_admin_form import address, opened, sign_in, stored_content
from tests.people import People


@pytest.fixture
def page(people: People, now: Any) -> Page:
    return make_page(people, now - timedelta(hours=1), parts={"section": [section("First"), section("Second")]})


def at(page: Any, name: str) -> str:
    return reverse(f"admin:cooperation_page_{name}", args=(page.pk,))


def window(client: Client, page: Any) -> dict[str, str]:
    """What the script of an open form says of it."""
    html = client.get(address(page)).content.decode()
    found = {name: re.search(rf'data-{name}="([^"]*)"', html) for name in ("token", "opened", "state")}
    return {name: match[1] if match else "" for name, match in found.items()}


def beat(client: Client, page: Any, said: dict[str, str], **more: str) -> Any:
    return client.post(at(page, "here"), {**said, **more})


class TestPresence:
    def test_opening_counts_without_scripts(self, people: People, page: Page) -> None:
        sign_in(people.author).get(address(page))
        html = sign_in(people.second_author).get(address(page)).content.decode()
        assert re.search(r"<strong>author</strong> \(Government of Canada\) opened this form at <time", html)

    def test_both_see_each_other_and_what_they_edit(self, people: People, page: Page) -> None:
        one, other = sign_in(people.author), sign_in(people.translator_fr)
        said = window(one, page)
        beat(other, page, window(other, page), language="fr", editing="1")
        answer = beat(one, page, said).json()
        assert "translator-fr" in answer["others"]
        assert "editing French" in answer["others"]
        assert answer["news"] == ""

    def test_names_are_escaped(self, people: People, page: Page) -> None:
        people.second_author.first_name = "<b>x"
        people.second_author.save()
        other = sign_in(people.second_author)
        beat(other, page, window(other, page))
        one = sign_in(people.author)
        assert "&lt;b&gt;x" in beat(one, page, window(one, page)).json()["others"]

    def test_whoever_leaves_is_not_shown(self, people: People, page: Page) -> None:
        other = sign_in(people.second_author)
        assert beat(other, page, window(other, page), leaving="1").status_code == 204
        assert not Presence.objects.exists()

    def test_a_save_is_told_at_once(self, people: People, page: Page, now: Any) -> None:
        one = sign_in(people.author)
        said = window(one, page)
        with drafts.edit(page, by=people.second_author, now=now) as draft:
            draft.title_en = "Theirs"
            draft.save()
        news = beat(one, page, said).json()["news"]
        assert re.search(r"<strong>second-author</strong> saved version \d+ at <time", news)
        compare = re.search(r'href="([^"]*compare[^"]*)"', news)
        assert compare
        assert "Theirs" in one.get(compare[1].replace("&amp;", "&")).content.decode()
        assert 'name="_resume"' in news

    def test_a_move_is_told_too(self, people: People, page: Page, now: Any) -> None:
        one = sign_in(people.second_author)
        said = window(one, page)
        transitions.submit(page, by=people.author, now=now)
        news = beat(one, page, said).json()["news"]
        assert "Submitted for review" in news
        assert 'name="_resume"' not in news

    @pytest.mark.parametrize("others", [1, 12])
    def test_queries(
        self, people: People, page: Page, now: Any, others: int, django_assert_max_num_queries: Any
    ) -> None:
        for number in range(others):
            who = [people.second_author, people.reviewer_ca, people.reviewer_mx][number % 3]
            presence.note_window(page.pk, by=who, tab=uuid4(), screen="form", now=now)
        one = sign_in(people.author)
        said = window(one, page)
        with django_assert_max_num_queries(4):
            assert beat(one, page, said, language="fr").status_code == 200

    def test_forged_words(self, people: People, page: Page, now: Any) -> None:
        one, other = sign_in(people.author), sign_in(people.second_author)
        said = window(one, page)
        before = Presence.objects.count()
        elsewhere = make_page(people, now, slug="elsewhere", attest=False)
        assert beat(other, page, said).status_code == 409
        assert beat(one, elsewhere, said).status_code == 409
        assert beat(one, page, {"token": "x"}).status_code == 409
        assert beat(one, page, {}).status_code == 409
        assert beat(other, page, said, leaving="1").status_code == 409
        assert Presence.objects.count() == before
        assert beat(one, page, said, language="<script>").status_code == 200
        assert not Presence.objects.exclude(language="").exists()

    def test_against_forged_requests(self, people: People, page: Page) -> None:
        client = Client(enforce_csrf_checks=True)
        client.force_login(people.author, backend="editorial.web.backends.StaffBackend")
        assert client.post(at(page, "here"), {"token": "x"}).status_code == 403
        assert client.post(at(page, "autosave"), {"title_en": "x"}).status_code == 403
        fresh_token = client.get(at(page, "here")).json()["csrf"]
        assert client.post(at(page, "here"), {"csrfmiddlewaretoken": fresh_token}).status_code == 409

    def test_a_lapsed_session_is_sent_to_the_login(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        said = window(one, page)
        one.logout()
        assert beat(one, page, said).status_code == 302

    def test_readers_see_who_writes(self, people: People, page: Page) -> None:
        other = sign_in(people.author)
        beat(other, page, window(other, page), editing="1", language="en")
        html = sign_in(people.reviewer_ca).get(address(page)).content.decode()
        assert "editing English" in html
        assert "data-keep-key" not in html


def autosave(client: Client, page: Any, data: dict[str, Any], **more: Any) -> Any:
    return client.post(at(page, "autosave"), {**data, **more})


class TestUnsavedWork:
    def test_it_is_kept_and_offered_on_any_device(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        data = {**opened(one, page), "title_en": "Mine", "section-0-body_fr": "<p>À moi</p>"}
        add_row(data, "section", heading_en="A third")
        before, events = stored_content(page), Event.objects.count()
        answer = autosave(one, page, data)
        assert answer.json()["kept"]
        assert (stored_content(page), Event.objects.count()) == (before, events)
        html = sign_in(people.author).get(address(page)).content.decode()
        assert "You have work here that is not saved" in html
        assert "English, French" in html
        assert "not saved" not in sign_in(people.second_author).get(address(page)).content.decode()
        difference = one.get(at(page, "unsaved")).content.decode()
        assert "<ins" in difference
        assert "A third" in difference
        response = one.get(address(page) + "?unsaved=1")
        again = fields_of(response)
        assert (again["title_en"], again["section-0-body_fr"], again["section-2-heading_en"]) == (
            "Mine", "<p>À moi</p>", "A third",
        )  # fmt: skip
        assert one.post(address(page), {**again, "_continue": "1"}).status_code == 302
        assert stored_content(page)["fields"]["title"]["en"] == "Mine"
        assert len(stored_content(page)["parts"]["section"]) == 3
        assert not Autosave.objects.exists()

    def test_incomplete_and_unsound_work_is_kept_as_it_is(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        unsound = {"title_en": "x" * 300, "slug_en": "not a slug", "source_language": "xx", "parent": "?words"}
        unsound |= {"figure-TOTAL_FORMS": "1", "figure-0-key": "", "figure-0-value": "many", "figure-0-as_of": "soon"}
        answer = autosave(one, page, {**opened(one, page), **unsound})
        assert answer.status_code == 200
        assert one.get(at(page, "unsaved")).status_code == 200
        again = fields_of(one.get(address(page) + "?unsaved=1"))
        assert (again["title_en"], again["figure-0-value"]) == ("x" * 300, "many")

    def test_nothing_is_kept_of_an_untouched_form(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        assert autosave(one, page, opened(one, page)).json()["kept"] is None
        assert not Autosave.objects.exists()

    def test_what_others_saved_since_is_met_on_restoring(self, people: People, page: Page, now: Any) -> None:
        one = sign_in(people.author)
        autosave(one, page, {**opened(one, page), "title_en": "Mine", "title_fr": "À moi"})
        with drafts.edit(page, by=people.second_author, now=now) as draft:
            draft.title_en = "Theirs"
            draft.save()
        assert "was saved since" in one.get(address(page)).content.decode()
        response = one.get(address(page) + "?unsaved=1")
        assert len(form_of(response).find_class("choice")) == 1
        again = {**fields_of(response), "choice-title_en": "theirs", "_continue": "1"}
        assert one.post(address(page), again).status_code == 302
        titles = stored_content(page)["fields"]["title"]
        assert (titles["en"], titles["fr"]) == ("Theirs", "À moi")

    def test_the_restored_window_goes_on_as_the_one_it_took_up(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        data = {**opened(one, page), "title_en": "Mine"}
        autosave(one, page, data)
        other = {**opened(one, page), "title_en": "Elsewhere"}
        assert autosave(one, page, other).json()["mine"] is False
        again = fields_of(one.get(address(page) + "?unsaved=1"))
        assert again["tab"] == data["tab"]
        assert autosave(one, page, {**again, "title_en": "Mine and more"}).json()["mine"] is True

    def test_thrown_away(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        data = {**opened(one, page), "title_en": "Mine"}
        autosave(one, page, data)
        assert sign_in(people.second_author).post(at(page, "unsaved")).status_code == 302
        assert Autosave.objects.exists()
        thrown = one.post(at(page, "unsaved"), {"quietly": "1"})
        assert (thrown.status_code, thrown.cookies["entente_saved"].value) == (204, data["tab"])
        assert not Autosave.objects.exists()
        assert one.post(at(page, "unsaved")).status_code == 302
        assert "no unsaved work" in one.get(at(page, "unsaved")).content.decode()

    def test_translators_keep_their_own_language_only(self, people: People, page: Page) -> None:
        one = sign_in(people.translator_fr)
        autosave(one, page, {**opened(one, page), "title_fr": "À moi", "title_es": "Forjado", "section-0-DELETE": "on"})
        kept = Autosave.objects.get().content
        assert kept["fields"]["title"] == {"en": "Subject en", "fr": "À moi", "es": "Subject es"}
        assert len(kept["parts"]["section"]) == 2

    def test_reviewers_and_strangers_keep_nothing(self, people: People, page: Page) -> None:
        for person in (people.reviewer_ca, people.outsider):
            client = sign_in(person)
            assert autosave(client, page, {"title_en": "x"}).status_code == 403
            assert client.get(at(page, "unsaved")).status_code == 403
        assert sign_in(people.author).get(at(page, "autosave")).status_code == 405
        assert sign_in(people.author).post("/admin/cooperation/page/999999/autosave/").status_code == 404

    def test_after_a_crash_the_browser_hands_over_what_it_kept(self, people: People, page: Page) -> None:
        one = sign_in(people.author)
        data = {**opened(one, page), "title_en": "Before the crash", "typed_at": "1000"}
        answer = autosave(one, page, data, offer="1").json()
        assert 'href="/admin/cooperation/page/' in answer["offer"]
        assert (answer["mine"], "csrfmiddlewaretoken" in answer["offer"]) == (True, True)
        assert autosave(one, page, {**data, "typed_at": "nonsense"}).status_code == 200

    def test_an_edition_that_is_no_draft_any_more(self, people: People, page: Page, now: Any) -> None:
        one = sign_in(people.second_author)
        data = {**opened(one, page), "title_en": "Too late"}
        transitions.submit(page, by=people.author, now=now)
        assert autosave(one, page, data).json()["kept"]
        html = one.get(address(page)).content.decode()
        assert "no longer a draft" in html
        assert "?unsaved=1" not in html
        assert "Too late" not in "".join(str(value) for value in stored_content(page)["fields"]["title"].values())
        assert "Too late" in one.get(at(page, "unsaved")).content.decode()
        assert one.get(address(page) + "?unsaved=1").status_code == 200

    def test_putting_together_now_saves_nothing(self, people: People, page: Page, now: Any) -> None:
        one = sign_in(people.author)
        data = {**opened(one, page), "title_en": "Mine", "_resume": "1"}
        with drafts.edit(page, by=people.second_author, now=now) as draft:
            draft.summary_fr = "Le leur"
            draft.save()
        before = stored_content(page)
        response = one.post(address(page), data)
        assert response.status_code == 200
        again = fields_of(response)
        assert (again["title_en"], again["summary_fr"], again["version"]) == (
            "Mine",
            "Le leur",
            str(fresh(page).version),
        )
        assert stored_content(page) == before

    def test_a_new_document_is_resumed_without_being_made(self, people: People) -> None:
        one = sign_in(people.author)
        url = reverse("admin:cooperation_page_add")
        data = {**fields_of(one.get(url)), "title_en": "Begun", "_resume": "1"}
        add_row(data, "section", heading_en="A section")
        response = one.post(url, data)
        assert response.status_code == 200
        again = fields_of(response)
        assert (again["title_en"], again["section-0-heading_en"], again["tab"]) == ("Begun", "A section", data["tab"])
        assert not Page.objects.exists()
        saved = one.post(url, {**again, "_continue": "1"})
        assert saved.status_code == 302
        assert saved.cookies["entente_saved"].value == data["tab"]

    def test_the_browser_can_be_told_to_keep_nothing(self, people: People, page: Page, settings: Any) -> None:
        one = sign_in(people.author)
        assert "data-keeps" in one.get(address(page)).content.decode()
        settings.KEEP_UNSAVED_IN_BROWSER = False
        assert "data-keeps" not in one.get(address(page)).content.decode()

    def test_deactivated_people_break_nothing(self, people: People, page: Page) -> None:
        other = sign_in(people.second_author)
        beat(other, page, window(other, page))
        autosave(other, page, {**opened(other, page), "title_en": "x"})
        people.second_author.is_active = False
        people.second_author.save()
        assert autosave(other, page, {"title_en": "y"}).status_code == 302
        html = sign_in(people.author).get(address(page)).content.decode()
        assert "second-author" not in html


class TestEveryWriteIsChecked:
    """A form that was opened before somebody else acted changes nothing, whatever it is for."""

    def moved(self, people: People, page: Any, now: Any) -> None:
        with drafts.edit(fresh(page), by=people.second_author, now=now) as draft:
            draft.summary_en = f"Saved meanwhile {draft.version}"
            draft.save()

    def test_save_and_attest(self, people: People, page: Page, now: Any) -> None:
        one = sign_in(people.translator_fr)
        self.moved(people, page, now)
        data = {**opened(one, page), "attest_fr": "1"}
        self.moved(people, page, now)
        events = Event.objects.count()
        assert one.post(address(page), data).status_code == 409
        assert Event.objects.count() == events

    @pytest.mark.parametrize("verb", ["submit", "discard", "grant_exception", "publish_urgently"])
    def test_steps_of_a_draft(self, people: People, page: Page, now: Any, verb: str) -> None:
        by = people.publisher if verb in ("grant_exception", "publish_urgently") else people.author
        one = sign_in(by)
        url = reverse("admin:cooperation_page_transition", args=(page.pk, verb))
        response = one.get(url)
        version = fresh(page).version
        self.moved(people, page, now)
        events = Event.objects.count()
        answer = one.post(url, {"version": version, "language": "es", "reason": "Why"})
        assert (response.status_code, answer.status_code) == (200, 409)
        assert "second-author did this" in answer.content.decode()
        assert one.post(url, {"language": "es", "reason": "Why"}).status_code == 409
        assert (fresh(page).state, Event.objects.count()) == (State.DRAFT, events)

    def test_end_of_an_exception(self, people: People, page: Page, now: Any) -> None:
        drafts.grant_exception(page, "es", by=people.publisher, now=now, reason="Why")
        version = fresh(page).version
        self.moved(people, page, now)
        url = reverse("admin:cooperation_page_transition", args=(page.pk, "end_exception"))
        assert sign_in(people.publisher).post(url, {"version": version, "language": "es"}).status_code == 409
        assert fresh(page).excepted_languages == ["es"]

    def test_signatures_and_publication(self, people: People, page: Page, now: Any) -> None:
        reviewed = transitions.submit(page, by=people.author, now=now)
        url = reverse("admin:cooperation_page_transition", args=(page.pk, "sign_off"))
        old = {"version": reviewed.version, "digest": reviewed.digest}
        transitions.recall(reviewed, by=people.author, now=now)
        transitions.submit(fresh(page), by=people.author, now=now)
        assert sign_in(people.reviewer_ca).post(url, old).status_code == 409
        assert not SignOff.objects.exists()
        transitions.recall(fresh(page), by=people.author, now=now)
        approved = approve(fresh(page), people, now)
        for verb, who in (("recall", people.author), ("publish", people.publisher), ("schedule", people.publisher)):
            url = reverse("admin:cooperation_page_transition", args=(page.pk, verb))
            given = {"version": approved.version - 1, "at_date": "2031-01-01", "at_time": "09:00", "at_zone": "UTC"}
            assert sign_in(who).post(url, {**given, "until_zone": "UTC"}).status_code == 409
        assert fresh(page).state == State.APPROVED

    def test_restore(self, people: People, page: Page, now: Any) -> None:
        first = fresh(page).digest
        self.moved(people, page, now)
        version = fresh(page).version
        self.moved(people, page, now)
        url = reverse("admin:cooperation_page_restore", args=(page.pk, first))
        before = stored_content(page)
        one = sign_in(people.author)
        for given in ({"version": version}, {"version": "x"}, {}):
            assert one.post(url, given).status_code == 409
        assert stored_content(page) == before


def test_other_screens_say_it_too(people: People, page: Page, now: Any, rf: Any) -> None:
    presence.note_window(page.pk, by=people.translator_fr, tab=uuid4(), screen="translate", now=now, language="fr")
    presence.note_window(page.pk, by=people.author, tab=uuid4(), screen="form", now=now)
    request = rf.get("/")
    request.user, request.resolver_match = people.reviewer_ca, None
    [(aside, context)] = [
        found
        for found in panels.panels_beside(panels.Screen.REVIEW, request, fresh(page))
        if "together" in found[0].template
    ]
    html = render_to_string(aside.template, context, request=request)
    assert "has had the translation screen open since" in html
    assert "has had this form open since" in html
    assert f'data-opened="{page.digest}" data-state="draft"' in html
    assert "data-keep-key" not in html
    assert Presence.objects.get(by=people.reviewer_ca).screen == "review"


def test_upkeep_forgets_what_is_over(people: People, page: Page, now: Any, settings: Any) -> None:
    one = sign_in(people.author)
    autosave(one, page, {**opened(one, page), "title_en": "Mine"})
    Autosave.objects.update(at=now - timedelta(days=settings.AUTOSAVE_DAYS + 1))
    Presence.objects.update(seen_at=now - timedelta(days=1))
    jobs.forget_unsaved(now)
    assert not Autosave.objects.exists()
    assert not Presence.objects.exists()
